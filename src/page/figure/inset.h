/*
 * src/page/figure/inset.h - pictures and pull quotes inside a column, with text beside them; or over the
 * white between two columns, with text on both sides.
 *
 * In      a figure whose size is inset, or a quote that straddles; a column, or two of one width
 * Out     its width and place; the notches that the columns' frames get for it (page/flow/flow.h)
 *
 * How near text comes: horizontally the author's distance, else the layout's; over
 * and under it as near as any picture of the grid stands to its neighbouring lines.
 */
#ifndef ZIVOS_PAGE_FIGURE_INSET_H
#define ZIVOS_PAGE_FIGURE_INSET_H

#include "page/figure/figure.h"
#include "page/flow/flow.h"

/* Whether it wishes to stand between two columns. */
bool inset_straddles(const struct floating *f);
/* Width that it gets in a column, or between two; 0: no line would have room beside it, so that it takes the whole column. */
Pt inset_width(const struct composer *c, const struct floating *f, Pt column);
Pt straddle_width(const struct composer *c, const struct floating *f, Pt column);
/* Which side of the column it stands at: the text's direction, the page's side. */
bool inset_at_left(const struct floating *f, bool rtl, bool right_page);
/* x of the figure in a column; in the left one of two. */
Pt inset_x(const struct figure *f, Pt x, Pt column, bool at_left);
Pt straddle_x(const struct composer *c, const struct figure *f, Pt x, Pt column);
/* What the column gives way to if the figure stands at x, counted from the column's left edge: in ticks from the strip of the figure's
 * first grid line (from is 0). n is 0 where it does not. */
struct notch inset_notch(struct composer *c, const struct figure *f, Pt column, Pt x);

#endif
