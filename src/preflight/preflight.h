/*
 * src/preflight/preflight.h - judge a finished PDF, whoever made it.
 *
 * In      a path or bytes; the figures to keep (limits.h), or several sets of
 *         them, of which the one is taken that fits the file
 * Out     findings, sorted; struct preflight
 * Bounds  seconds of looking at pages and operations as in preflight.c; what
 *         was left out is itself a finding (check-complete)
 * Errors  a file that is no PDF, damaged or locked: one finding says so
 *
 * preflight_file() runs in this process; files of unknown origin go through
 * preflight_guarded() (guard.h), in a process with limits of its own.
 */
#ifndef ZIVOS_PREFLIGHT_PREFLIGHT_H
#define ZIVOS_PREFLIGHT_PREFLIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include "preflight/finding.h"
#include "preflight/limits.h"

struct preflight_request {
	const char *path;
	const struct limits *limits;	/* nlimits of them; the first counts where none fits */
	size_t nlimits;
	bool ink;			/* measure ink coverage too, which takes Ghostscript some seconds (ink.h) */
	const char *cache;		/* folder for measured ink; NULL: the default (base/cache.h) */
};

struct preflight {
	size_t npages;			/* 0: not readable */
	size_t limits;			/* which was taken: the one whose condition and standard the file names */
	bool fits;			/* it was: the condition at least */
	double *ink;			/* g_free(): highest ink of each page in per cent, < 0: not measured; NULL: not asked for */
	double seconds, ink_seconds;	/* looking at the file; measuring the ink */
};

/* What was found is appended to f. */
struct preflight preflight_file(const struct preflight_request *q, struct findings *f);
/* By one set of figures, without ink. Returns the number of pages; 0: not readable. */
size_t preflight_memory(const void *bytes, size_t n, const struct limits *l, double seconds, struct findings *f);

#endif
