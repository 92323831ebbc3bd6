/*
 * src/page/figure/contour.h - how far things reach in a strip of the page: what lines beside them give way to.
 *
 * In      boxes, each as it is or with the outline of what is in it (base/store.h)
 * Out     left and right end of all of them in a strip, widened by a distance
 * Units   Pt
 *
 * The distance is an ellipse's: `across` beside the thing, `down` over and under
 * it, so that a round thing has a round gap. Down is less, since a strip of the
 * grid is higher than the ink of its line.
 */
#ifndef ZIVOS_PAGE_FIGURE_CONTOUR_H
#define ZIVOS_PAGE_FIGURE_CONTOUR_H

#include <stdbool.h>
#include <stddef.h>
#include "base/geom.h"

struct outline;

struct contour { struct rect box; const struct outline *outline; };	/* NULL: the box itself */
struct clearance { Pt across, down; };

/* false: nothing is there. */
bool contour_reach(const struct contour *part, size_t n, struct clearance c, Pt top, Pt bottom, Pt *left, Pt *right);

#endif
