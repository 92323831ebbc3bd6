/*
 * src/page/ticks.h - heights on the baseline grid, counted: a tick is a quarter of a grid line. The flow (page/flow/flow.h)
 * and the blocks it divides count in them, so that sums are exact.
 */
#ifndef ZIVOS_PAGE_TICKS_H
#define ZIVOS_PAGE_TICKS_H

#include <math.h>
#include "base/unit.h"

#define TICKS 4				/* per grid line */

/* Of a length, rounded up, but for what is lost in calculating; of a number of grid lines. */
static inline int ticks_of(Pt length, Pt grid)
{
	return (int)ceil(length / grid * TICKS - 0.01);
}

static inline int line_ticks(double lines)
{
	return (int)lround(lines * TICKS);
}

/* Up to the next half grid line; up to the next whole one; and how many lines those are. */
static inline int half_ticks(int ticks)
{
	return ticks + ticks % (TICKS / 2);
}

static inline int tick_lines(int ticks)
{
	return (ticks + TICKS - 1) / TICKS;
}

static inline int whole_ticks(int ticks)
{
	return tick_lines(ticks) * TICKS;
}

#endif
