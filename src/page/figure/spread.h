/*
 * src/page/figure/spread.h - pictures over a left page and the right one beside it.
 *
 * In      a picture; its place on the left page, from an edge to the fold
 * Out     its two halves as items of both sheets, each with bleed into the fold
 * Errors  reported: what its author's focus names lies in the fold, too much is cut off
 *
 * The fold. On each page the strip of width `gutter-loss` next to the fold is not
 * seen (doc/layout.h). So the halves stand apart by twice that, and what lies
 * under the strip is there on both pages: what the eye joins is whole. In the middle of a
 * stapled issue both pages are one sheet, and nothing is lost: which pages these
 * are is known once all are made, so crops are settled at the end (spreads_settle()).
 *
 * In print each half goes on beyond the fold by the bleed, as at any other
 * edge; imposition cuts it at the fold (prepress/impose_plan.h).
 */
#ifndef ZIVOS_PAGE_FIGURE_SPREAD_H
#define ZIVOS_PAGE_FIGURE_SPREAD_H

#include "page/compose.h"

GArray *spreads_new(void);
/* The half on a left page; x: where the picture starts, in the bleed or in the page, as it does on the other side. */
void spread_begin(struct composer *c, struct sheet *left, const struct picture *p, Pt x, Pt y, Pt h, const struct tag *tag);
/* The other half of the spread begun last. */
void spread_end(struct composer *c, struct sheet *right);
/* A sheet goes: so do halves on it. */
void spreads_forget(struct composer *c, const struct sheet *s);
/* All sheets are there: which part of the picture each half shows. */
void spreads_settle(struct composer *c);

#endif
