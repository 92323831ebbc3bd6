/*
 * src/preflight/ink.h - total area coverage, measured on the pages as
 * Ghostscript separates them (separate.h).
 *
 * In      the file's path; a context whose sheets are read
 * Out     tac findings: an error where more than 1 % of the page is over the
 *         limit, or the 99.9th percentile is over it by more than 10; a warning
 *         where the mean of a square of 15 mm2 is. The highest ink of each page
 * Cache   a page's coverage is kept by what is on it (digest.h), how it is
 *         measured and Ghostscript's version, so a page is measured once. What
 *         a print profile allows is no part of it
 * Errors  Ghostscript not installed: a warning. Failed or too slow over a page:
 *         check-complete, an error, since what is on it is not known
 * Bounds  60 seconds and one for each page not yet known, at most 600; separate.h
 */
#ifndef ZIVOS_PREFLIGHT_INK_H
#define ZIVOS_PREFLIGHT_INK_H

struct context;

/* Highest ink of each page in per cent: the larger of its worst square and its 99.9th percentile; < 0 where
 * it was not measured. cache: a folder, NULL: the default one. g_free() it. */
double *ink_measure(struct context *c, const char *path, const char *cache);

#endif
