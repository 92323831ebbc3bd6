/*
 * src/preflight/preflight.h - judge a finished PDF, whoever made it.
 *
 * In      a path or bytes, the figures to keep (limits.h)
 * Out     findings, sorted; how many pages it has
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

/* What was found is appended to f. Returns the number of pages; 0: not readable. */
/* ink: measure ink coverage too, which takes Ghostscript some seconds (ink.h). */
size_t preflight_file(const char *path, const struct limits *l, bool ink, struct findings *f);
size_t preflight_memory(const void *bytes, size_t n, const struct limits *l, double seconds, struct findings *f);

#endif
