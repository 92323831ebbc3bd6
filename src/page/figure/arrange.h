/*
 * src/page/figure/arrange.h - the ways in which a thread's pages may be arranged:
 * which figures stand where on them, how high, and where the last one ends.
 *
 * In      a thread's units and floating figures (page/block/units.h), its columns as
 *         the template leaves them (page/place.c)
 * Out     frames for the flow (page/flow/flow.h), several ways for a page; the way
 *         it chose as the thread's columns, with the figures in their places
 * Errors  a figure for which there was no place, or a narrower one than it
 *         asked for, is reported; so is a bound that was met, where what it
 *         cut off might have been better
 *
 * Figures stand in their order, near the place in the text where they are
 * mentioned and not before it: at a column's head or foot, over as many columns
 * as their size says, in heights that differ by a few lines, as far as their
 * authors let them be cropped. Columns that are to be balanced end at one height
 * on the last page: that is a way to arrange it, too. Two pages with the same
 * number and the same figures before them have the same ways, so the flow's
 * states come together at each page's end.
 */
#ifndef ZIVOS_PAGE_FIGURE_ARRANGE_H
#define ZIVOS_PAGE_FIGURE_ARRANGE_H

#include "page/flow/flow.h"
#include "page/work.h"

struct arranger;

/* NULL where each page has but one way: no figures, nothing to balance. */
struct arranger *arranger_new(struct work *w, size_t thread);
void arranger_free(struct arranger *a);
struct flow_source arranger_source(struct arranger *a);
const struct column *arranger_column(const struct arranger *a, size_t frame);
/* Adds the pull quotes and boxes that found no place; false: none. */
bool arranger_left_over(const struct arranger *a, const struct flow_result *r, GHashTable *blocks);
/* The thread's columns become those of the way found, and the result's frames are counted by them. */
void arranger_take(struct arranger *a, struct flow_result *r);

#endif
