/* src/cli/output.c - where a command writes to. */
#include "cli/output.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <glib.h>
#include "base/outfile.h"

char *output_in(const char *output, const char *file)
{
	if (!output)
		return g_strdup(file);
	if (g_str_has_suffix(output, "/") || g_file_test(output, G_FILE_TEST_IS_DIR))
		return g_build_filename(output, file, NULL);
	return g_strdup(output);
}

bool same_file(const char *a, const char *b)
{
	struct stat sa, sb;

	return stat(a, &sa) == 0 && stat(b, &sb) == 0 && sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}

char *output_beside(const char *pdf, const char *ending)
{
	size_t n = strlen(pdf), dot = strlen(".pdf");

	if (n > dot && !g_ascii_strcasecmp(pdf + n - dot, ".pdf") && pdf[n - dot - 1] != '/')
		n -= dot;
	return g_strdup_printf("%.*s%s", (int)n, pdf, ending);
}

/* "DEVICE:INODE/rest": the folder of the path that is there, and what is to be made in it. g_free() it. */
static char *place_of(const char *path)
{
	char *target = outfile_followed(path), *whole = g_canonicalize_filename(target ? target : path, NULL),
	     *folder = g_path_get_dirname(whole), *rest = g_path_get_basename(whole), *key;
	struct stat st = { 0 };

	while (stat(folder, &st) != 0 && strcmp(folder, "/") != 0) {
		char *name = g_path_get_basename(folder), *up = g_path_get_dirname(folder), *longer = g_build_filename(name, rest, NULL);

		g_free(name);
		g_free(rest);
		g_free(folder);
		rest = longer;
		folder = up;
	}
	key = g_strdup_printf("%llu:%llu/%s", (unsigned long long)st.st_dev, (unsigned long long)st.st_ino, rest);
	g_free(rest);
	g_free(folder);
	g_free(whole);
	g_free(target);
	return key;
}

bool same_output(const char *a, const char *b)
{
	char *pa = place_of(a), *pb = place_of(b);
	bool same = !strcmp(pa, pb);

	g_free(pa);
	g_free(pb);
	return same;
}

bool replaces_other(const char *path, const char *magic)
{
	char head[16] = "";
	size_t n = strlen(magic), got;
	FILE *f;

	if (!path || !g_file_test(path, G_FILE_TEST_IS_REGULAR) || !(f = fopen(path, "rb")))
		return false;
	got = fread(head, 1, n < sizeof head ? n : sizeof head, f);
	fclose(f);
	return got > 0 && memcmp(head, magic, got < n ? got : n) != 0;
}

bool report_write(const char *path, void (*print)(const void *ctx, FILE *out), const void *ctx, struct diag *d)
{
	struct outfile *o = outfile_new(path, d);
	char *text = NULL;
	size_t n = 0;
	FILE *f;

	if (!o)
		return false;
	f = open_memstream(&text, &n);
	if (!f)
		abort();
	print(ctx, f);
	fclose(f);
	outfile_write(o, text, n);
	free(text);
	return outfile_commit(o, d);
}
