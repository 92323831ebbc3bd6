/*
 * src/page/figure/arrange_near.h - where figures stand well: near their mention and not before it; pull quotes
 * and boxes near the place they belong to, be it before it, a quote not near the sentence
 * that it repeats, and clear of each other.
 *
 * In      slots of a page (page/figure/arrange_room.h), places in its text
 * Out     costs as page/flow/flow.h counts; whether two may stand so at all
 * Units   grid lines
 */
#ifndef ZIVOS_PAGE_FIGURE_ARRANGE_NEAR_H
#define ZIVOS_PAGE_FIGURE_ARRANGE_NEAR_H

#include "page/figure/arrange_room.h"

/* A place in the text of a page. */
struct spot { size_t column; double line; };

/* Lines of the page that the slot's figure takes, without the white between it and the text. */
double slot_height(const struct slot *s);
#define NEAR_PAGE_EARLY 2e6		/* a figure on a page before its mention */
/* How far a picture, table or chart stands after its mention; before it is worse. */
double near_after(const struct slot *s, struct spot at);
/* The same of one that was mentioned on a page before. */
double near_waiting(const struct slot *s);
/* How far a quote or box stands from the place it is written at. */
double near_mention(const struct floating *f, const struct slot *s, struct spot at);
/* A quote near the sentence it repeats; width: of a column. */
double near_echo(const struct layout *l, const struct slot *s, struct spot at, Pt width);
#define NEAR_STRANGE 10000.0		/* a quote under the subhead before or after its own: it would seem to be said there */
/* Whether the slot's figure is over a place in the text, or in a column before. */
bool near_is_before(const struct slot *s, struct spot at);
/* Two figures of a page, f written after g, of which one at least is a quote or box. HUGE_VAL: never so. */
double near_each_other(const struct floating *f, const struct slot *s, const struct floating *g, const struct slot *t);

#endif
