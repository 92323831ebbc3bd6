/*
 * src/preflight/ink.h - total area coverage, measured on the pages as
 * Ghostscript separates them.
 *
 * In      the file's path; a context whose sheets are read
 * Out     tac findings: an error where more than 1 % of the page is over the
 *         limit, or the 99.9th percentile is over it by more than 10; a warning
 *         where the mean of a square of 15 mm2 is
 * Errors  Ghostscript not installed, failed or too slow: a note says that
 *         nothing was measured
 * Bounds  60 seconds; what Ghostscript sends is judged page by page, never kept
 * Caveat  72 dpi; spot colours count as their CMYK equivalents
 */
#ifndef ZIVOS_PREFLIGHT_INK_H
#define ZIVOS_PREFLIGHT_INK_H

struct context;

void ink_measure(struct context *c, const char *path);

#endif
