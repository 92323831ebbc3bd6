/*
 * src/base/data.c - where the program's own data lies.
 *
 * One file may lie in any of several folders, so each name is looked for in
 * all of them, in the order of the two tables. ZIVOS_SOURCE and ZIVOS_BUILD
 * come from the Makefile: they serve the program that runs from its build
 * folder, and an installed program never gets as far as them.
 */
#include "base/data.h"
#include <stdbool.h>
#include <stdlib.h>
#include <glib.h>

#ifndef ZIVOS_SOURCE
#define ZIVOS_SOURCE NULL
#endif
#ifndef ZIVOS_BUILD
#define ZIVOS_BUILD NULL
#endif

struct place {
	const char *env;	/* folder named by this variable, ... */
	const char *beside;	/* ... or relative to the program's folder, ... */
	const char *fixed;	/* ... or this one */
};

static const struct place data_places[] = {
	{ "ZIVOS_DATA", NULL, NULL },
	{ NULL, "../share/zivos", NULL },
	{ NULL, NULL, ZIVOS_BUILD },		/* message catalogues are built */
	{ NULL, NULL, ZIVOS_SOURCE },
};
static const struct place program_places[] = {
	{ NULL, "../libexec/zivos", NULL },
	{ NULL, ".", NULL },
	{ NULL, NULL, ZIVOS_BUILD },
};

static char *program_folder(void)
{
	char *exe = g_file_read_link("/proc/self/exe", NULL);
	char *folder = exe ? g_path_get_dirname(exe) : g_strdup(".");

	g_free(exe);
	return folder;
}

static char *look(const struct place *places, size_t n, const char *name, GFileTest test)
{
	char *here = program_folder(), *found = NULL;

	for (size_t i = 0; i < n && !found; i++) {
		const struct place *p = &places[i];
		const char *named = p->env ? getenv(p->env) : p->fixed;
		char *path = p->beside ? g_build_filename(here, p->beside, name, NULL) :
			     named && *named ? g_build_filename(named, name, NULL) : NULL;

		if (path && g_file_test(path, test))
			found = g_canonicalize_filename(path, NULL);
		g_free(path);
	}
	g_free(here);
	return found;
}

char *data_path(const char *name)
{
	return look(data_places, G_N_ELEMENTS(data_places), name, G_FILE_TEST_EXISTS);
}

char *data_program(const char *name)
{
	return look(program_places, G_N_ELEMENTS(program_places), name, G_FILE_TEST_IS_EXECUTABLE);
}
