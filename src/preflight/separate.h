/*
 * src/preflight/separate.h - the inks of pages, as Ghostscript separates them.
 *
 * In      a PDF and which pages of it; where on each the ink counts
 * Out     struct coverage for each page: how often each sum of inks occurs, and
 *         the square of 15 mm2 with the most
 * Bounds  two Ghostscripts side by side, each with 1.5 GB of memory; 20 seconds
 *         a page, and seconds for all pages together. A page that takes longer,
 *         or that Ghostscript breaks down over, is left out and the others go
 *         on. A page is measured as it comes, never kept
 * Caveat  spot colours count as their CMYK equivalents
 */
#ifndef ZIVOS_PREFLIGHT_SEPARATE_H
#define ZIVOS_PREFLIGHT_SEPARATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* At 144 dpi thin lines are not much fatter than on paper. 22 px square are 15 mm2. */
enum { INK_DPI = 144, INK_SQUARE = 22, INK_SUMS = 4 * 255 + 1 };
enum { SEPARATE_PAGE_SECONDS = 20 };

struct coverage {
	uint32_t count[INK_SUMS];	/* pixels, by the sum of their inks, each 0..255 */
	uint32_t n;			/* of them all */
	uint32_t square;		/* highest sum over a square; / (INK_SQUARE^2 * 255) is the mean, 0..4 */
	int x, y;			/* its top left corner in px from the page's */
};

struct inked_page {
	int page;			/* in: from 1; ascending */
	double x0, y0, x1, y1;		/* in: where ink counts, in inches from the top left corner */
	bool done, tried;		/* out: measured; given up */
	struct coverage coverage;	/* out */
};

enum separated { SEPARATED, SEPARATED_PARTLY, SEPARATED_NO_PROGRAM };

/* Ghostscript's version: "10.00.0"; g_free() it. NULL: it is not installed. */
char *separate_version(void);
enum separated separate(const char *path, struct inked_page *pages, size_t n, double seconds);

#endif
