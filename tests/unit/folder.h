/*
 * tests/unit/folder.h - a file in a folder of its own, with the arena and the
 * messages of reading it: what tests of readers begin with; and folders removed.
 */
#ifndef ZIVOS_TESTS_FOLDER_H
#define ZIVOS_TESTS_FOLDER_H

#include <assert.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "base/arena.h"
#include "base/diag.h"

struct folder {
	char *folder, *path;
	struct arena *a;
	struct diag *d;
};

/* name: the file's; text: what stands in it. */
static inline struct folder folder_new(const char *name, const char *text)
{
	struct folder f = { .folder = g_dir_make_tmp(NULL, NULL) };

	f.path = g_build_filename(f.folder, name, NULL);
	assert(g_file_set_contents(f.path, text, -1, NULL));
	f.a = arena_new();
	f.d = diag_new();
	return f;
}

/* Other files in it must be gone. */
static inline void folder_free(struct folder *f)
{
	arena_free(f->a);
	diag_free(f->d);
	g_remove(f->path);
	g_rmdir(f->folder);
	g_free(f->path);
	g_free(f->folder);
}

/* A folder with all that is in it. */
static inline void remove_all(const char *dir)
{
	GDir *d = g_dir_open(dir, 0, NULL);
	const char *name;

	while (d && (name = g_dir_read_name(d)) != NULL) {
		char *path = g_build_filename(dir, name, NULL);

		if (g_unlink(path))
			remove_all(path);
		g_free(path);
	}
	if (d)
		g_dir_close(d);
	g_rmdir(dir);
}

#endif
