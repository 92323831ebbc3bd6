/*
 * src/page/block/axis.h - the axis of a chart: round numbers, not many.
 *
 * In      the least and the greatest value; how many steps there is room for
 * Out     an axis from one round number to another that holds both, in steps of 1, 2, 2.5 or 5 times a power of ten
 */
#ifndef ZIVOS_PAGE_BLOCK_AXIS_H
#define ZIVOS_PAGE_BLOCK_AXIS_H

#include <stdbool.h>

enum { AXIS_STEPS_MAX = 12 };

struct axis {
	double from, to, step;
	int n;				/* steps; the numbers on it are from + i * step, i 0 .. n */
	int decimals;			/* that these need */
};

/* zero: begins or ends at nought, as bars must. */
struct axis axis_make(double least, double most, int steps, bool zero);
/* Where a value stands: 0 at `from`, 1 at `to`. */
double axis_share(const struct axis *a, double value);

#endif
