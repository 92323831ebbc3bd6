/*
 * src/page/figure/mosaic.h - pictures side by side and one under the other that fill a place exactly.
 *
 * In      proportions of two to nine pictures, in their order; a width; a
 *         height in grid lines, or none
 * Out     a cell for each: rows of equal height, each as wide as the place,
 *         tops at the x-height of a grid line and bottoms on a baseline; all
 *         gutters as wide as what the grid leaves between two rows
 * Units   Pt across, grid lines down
 * Errors  none: there is always a mosaic
 *
 * Every way to part the pictures into rows is tried (256 for nine). What
 * counts: how much is cut off the pictures, how unequal they come out, and, where
 * the height is free, how far the whole is from a pleasant shape.
 */
#ifndef ZIVOS_PAGE_FIGURE_MOSAIC_H
#define ZIVOS_PAGE_FIGURE_MOSAIC_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

enum { MOSAIC_MOST = 9 };

struct mosaic_piece { double ratio, crop; };	/* width over height; the most that may be cut off it, 0..1 */

struct mosaic_cell {
	size_t row, nth, of;		/* row from 0; place in it from 0, in reading order; how many stand in it */
	Pt x, w;			/* from the mosaic's left edge */
	int line, lines;		/* from the mosaic's first grid line; height: leading * (lines - 1) + rise */
};

struct mosaic_place {
	Pt width, leading;
	Pt rise;			/* of a picture's top over its first baseline */
	int lines, most;		/* height; 0: free, at most so many */
	bool rtl;			/* the first of a row stands right */
};

/* n: 1 to MOSAIC_MOST. Returns the height in grid lines; *nrows (may be NULL): how many rows there are. */
int mosaic_lay(const struct mosaic_piece *piece, size_t n, const struct mosaic_place *place, struct mosaic_cell *cell, size_t *nrows);

#endif
