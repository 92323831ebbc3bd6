/*
 * src/base/geom.h - points and rectangles on a page, in Pt, y downwards.
 */
#ifndef ZIVOS_BASE_GEOM_H
#define ZIVOS_BASE_GEOM_H

#include <stdbool.h>
#include "base/unit.h"

struct point { Pt x, y; };
struct rect { Pt x, y, w, h; };

static inline Pt rect_right(struct rect r) { return r.x + r.w; }
static inline Pt rect_bottom(struct rect r) { return r.y + r.h; }

/* Edges that merely touch do not overlap; eps swallows rounding. */
static inline bool rect_overlaps(struct rect a, struct rect b, Pt eps)
{
	return a.x + eps < rect_right(b) && b.x + eps < rect_right(a) &&
	       a.y + eps < rect_bottom(b) && b.y + eps < rect_bottom(a);
}

#endif
