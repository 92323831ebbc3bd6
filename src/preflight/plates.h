/*
 * src/preflight/plates.h - the printing plates of a PDF's pages, one picture an ink.
 *
 * In      a PDF; the resolution; where temporary files may lie (a folder of the caller's own)
 * Out     each page's plates, page by page: how much of each ink, pixel by pixel
 * Errors  Ghostscript missing, failed or too slow: said by the result
 * Source  Ghostscript's device tiffsep, at twice the resolution and brought down,
 *         so that letters have no steps; overprint as a press does it
 */
#ifndef ZIVOS_PREFLIGHT_PLATES_H
#define ZIVOS_PREFLIGHT_PLATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/ghostscript.h"

enum { PLATES_MOST = 36 };		/* inks of a page: four and the spots */

struct plate { const char *name; uint8_t *ink; };	/* "Cyan" ..., the spot's name; 0 none to 255 full, w * h */
struct plate_set { int page; int w, h; size_t n; struct plate plates[PLATES_MOST]; };	/* page: of the file, from 1; C M Y K first */

/* Highest ink over a square of 15 mm2, as print shops measure it. */
struct ink_peak { double percent; int x, y, side; };	/* px */
struct px_rect { int x0, y0, x1, y1; };

/* The inks of each pixel added up, in per cent; the peak of those inside `in`. g_free() it. */
uint16_t *plates_sum(const struct plate_set *s, double dpi, struct px_rect in, struct ink_peak *peak);

/* Calls back for each page, in order; what it is given goes after the call. It returns false to end. */
enum gs_end plates_make(const char *path, const char *folder, double dpi, double seconds,
			bool (*done)(void *ctx, const struct plate_set *s), void *ctx);

#endif
