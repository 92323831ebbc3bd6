/*
 * src/page/inset.h - pictures inside a column, with text beside them.
 *
 * In      a figure whose size is inset, a column
 * Out     its width and side; the notch that the column's frame gets for it (page/flow.h)
 *
 * How near text comes: horizontally the author's distance, else the layout's; over
 * and under it as near as any picture of the grid stands to its neighbouring lines.
 */
#ifndef ZIVOS_PAGE_INSET_H
#define ZIVOS_PAGE_INSET_H

#include "page/figure.h"
#include "page/flow.h"

/* Width that it gets in a column; 0: no line would have room beside it, so that it takes the whole column. */
Pt inset_width(const struct composer *c, const struct floating *f, Pt column);
/* Which side of the column it stands at: the text's direction, the page's side. */
bool inset_at_left(const struct floating *f, bool rtl, bool right_page);
/* x of the figure in a column. */
Pt inset_x(const struct figure *f, Pt x, Pt column, bool at_left);
/* What the column gives way to, counted in ticks from the strip of the figure's first grid line (from is 0). n is 0 where it does not. */
struct notch inset_notch(struct composer *c, const struct figure *f, Pt column, bool at_left);

#endif
