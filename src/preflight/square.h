/*
 * src/preflight/square.h - the square of a page with the most ink, as print shops measure it.
 *
 * In      the sums of inks of each pixel, a row at a time from the top; which part of the page counts
 * Out     the highest sum over a square, and where it is: the first of equal ones
 * Units   px; the caller's for ink
 * Memory  as many rows as the square is high
 */
#ifndef ZIVOS_PREFLIGHT_SQUARE_H
#define ZIVOS_PREFLIGHT_SQUARE_H

#include <stdint.h>

#define SQUARE_SIDE_MM 3.873		/* 15 mm2 */

struct square_peak { uint64_t sum; int x, y; };	/* its top left corner */
struct square;

/* Columns x0 to x1, rows from y0 on. NULL: no memory. */
struct square *square_new(int side, int x0, int x1, int y0);
/* The next row of those that count; sums begin at the page's left edge. */
void square_row(struct square *s, const uint16_t *sums);
struct square_peak square_peak(const struct square *s);
void square_free(struct square *s);		/* NULL is allowed */

#endif
