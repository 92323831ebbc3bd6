/*
 * src/doc/path.c - from a name in the author's file to a file on the disk.
 *
 * The name is checked as text first, so that nothing outside the folder is
 * even looked at; then the resolved path is checked again, for symbolic links.
 */
#define _XOPEN_SOURCE 700		/* realpath() */
#include "doc/path.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/node.h"

enum { FOLDER_NAMES_MAX = 4000 };	/* looked through for a name that is meant */

bool path_inside(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	if (strcmp(folder, "/") == 0)
		return true;
	return strncmp(path, folder, n) == 0 && path[n] == '/';
}

const char *path_real(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = real ? arena_strdup(a, real) : NULL;

	free(real);
	return copy;
}

static bool is_address(const char *name)
{
	const char *colon = strchr(name, ':');

	/* Two letters at least: one is a Windows drive. */
	if (!colon || colon - name < 2)
		return false;
	for (const char *p = name; p < colon; p++)
		if (!g_ascii_isalnum(*p))
			return false;
	return true;
}

/* What is wrong with the name itself, or NULL. */
static const char *name_fault(const char *name)
{
	if (is_address(name))
		return _("%s is an address, not a file; save it in the issue's folder and name it there");
	if (name[0] == '/' || name[0] == '~' || (g_ascii_isalpha(name[0]) && name[1] == ':'))
		return _("%s is a path of this computer only; name the file from here, such as pictures/market.jpg");
	if (strchr(name, '\\'))
		return _("%s: write / instead of \\ between folder and file");
	return NULL;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names in a folder, sorted, NULL-terminated; g_ptr_array_free() them. */
static GPtrArray *folder_names(const char *folder)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir)) && names->len < FOLDER_NAMES_MAX)
		if (g_utf8_validate(name, -1, NULL))
			g_ptr_array_add(names, g_strdup(name));
	if (dir)
		g_dir_close(dir);
	g_ptr_array_sort(names, by_name);
	g_ptr_array_add(names, NULL);
	return names;
}

static bool same_characters(const char *a, const char *b)
{
	char *na = g_utf8_normalize(a, -1, G_NORMALIZE_NFC), *nb = g_utf8_normalize(b, -1, G_NORMALIZE_NFC);
	bool same = na && nb && strcmp(na, nb) == 0;

	g_free(na);
	g_free(nb);
	return same;
}

/* The entry of path's folder with the same characters in another encoding of
 * accents: its path, g_free() it, or NULL. *near: an entry much like it, or NULL. */
static char *find_variant(struct arena *a, const char *path, const char **near)
{
	char *folder = g_path_get_dirname(path), *base = g_path_get_basename(path), *found = NULL;
	GPtrArray *names = folder_names(folder);
	const char *nearest;

	for (guint i = 0; i + 1 < names->len && !found; i++)
		if (same_characters(names->pdata[i], base))
			found = g_build_filename(folder, names->pdata[i], NULL);
	nearest = nearest_name(base, (const char *const *)names->pdata);
	*near = nearest ? arena_strdup(a, nearest) : NULL;
	g_ptr_array_free(names, TRUE);
	g_free(folder);
	g_free(base);
	return found;
}

/* realpath of an ordinary file, or NULL. free() it. */
static char *real_file(const char *path)
{
	struct stat st;
	char *real = realpath(path, NULL);

	if (real && (stat(real, &st) != 0 || !S_ISREG(st.st_mode))) {
		free(real);
		real = NULL;
	}
	return real;
}

/* The file, as written, with %20 decoded, or with other accents; free() it. */
static char *look(struct arena *a, const char *path, const char *inside, const char **near)
{
	char *decoded = g_uri_unescape_string(path, "/"), *found, *variant = NULL;

	*near = NULL;
	found = real_file(path);
	if (!found && decoded && g_utf8_validate(decoded, -1, NULL)) {
		char *canonical = g_canonicalize_filename(decoded, "/");

		found = path_inside(canonical, inside) ? real_file(canonical) : NULL;
		g_free(canonical);
	}
	if (!found) {
		variant = find_variant(a, path, near);
		found = variant ? real_file(variant) : NULL;
	}
	g_free(variant);
	g_free(decoded);
	return found;
}

const char *path_resolve(struct arena *a, const char *folder, const char *name, const char *inside,
			 enum diag_id id, struct src at, struct diag *d)
{
	const char *fault = name_fault(name), *near = NULL, *result = NULL;
	char *path, *real = NULL;

	if (fault) {
		diag_add(d, id, at, fault, name);
		return NULL;
	}
	path = g_canonicalize_filename(name, folder);
	if (!path_inside(path, inside)) {
		diag_add(d, id, at, _("%s leads out of the folder of the issue; copy the file into it"), name);
		goto out;
	}
	real = look(a, path, inside, &near);
	if (real && path_inside(real, inside))
		result = arena_strdup(a, real);
	else if (real)
		diag_add(d, id, at, _("%s is a link that leads out of the folder of the issue; copy the file into it"), name);
	else if (g_file_test(path, G_FILE_TEST_IS_DIR))
		diag_add(d, id, at, _("%s is a folder, not a file"), name);
	else if (near)
		diag_add(d, id, at, _("there is no file %s; did you mean %s?"), name, near);
	else
		diag_add(d, id, at, _("there is no file %s"), name);
out:
	g_free(path);
	free(real);
	return result;
}
