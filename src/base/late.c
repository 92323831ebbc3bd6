/* src/base/late.c - the names of libraries are those that the program was built against: the Makefile asks them. */
#include "base/late.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/i18n.h"
#include "base/late_qpdf.h"
#include "base/late_rsvg.h"
#include "base/late_tiff.h"

static void give_up(void)
{
	fprintf(stderr, _("zivos: a library cannot be loaded: %s\n"), dlerror());
	exit(3);
}

void late_load(const char *library, const char *const *names, late_function *functions, size_t n)
{
	void *l = dlopen(library, RTLD_LAZY);

	if (!l)
		give_up();
	for (size_t i = 0; i < n; i++) {
		void *f = dlsym(l, names[i]);

		if (!f)
			give_up();
		*(void **)&functions[i] = f;	/* as POSIX has it: a function's address is one like any other */
	}
}

/* Each library's table, filled once. */
#define LIBRARY(name, file, FUNCTIONS) \
	static struct late_##name name##_table; \
	static pthread_once_t name##_once = PTHREAD_ONCE_INIT; \
	static void name##_load(void) \
	{ \
		static const char *const names[] = { FUNCTIONS(NAME) }; \
		late_load(file, names, (late_function *)&name##_table, sizeof names / sizeof names[0]); \
	} \
	const struct late_##name *late_##name(void) \
	{ \
		pthread_once(&name##_once, name##_load); \
		return &name##_table; \
	}
#define NAME(f) #f,

LIBRARY(qpdf, LATE_QPDF, LATE_QPDF_FUNCTIONS)
LIBRARY(rsvg, LATE_RSVG, LATE_RSVG_FUNCTIONS)
LIBRARY(tiff, LATE_TIFF, LATE_TIFF_FUNCTIONS)
