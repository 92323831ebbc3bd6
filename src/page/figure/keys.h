/*
 * src/page/figure/keys.h - what a figure's words say of several pictures: which caption
 * is whose ("Top left:", or a number that the picture bears), whose pictures they are.
 *
 * Words for places are the layout's labels top, middle, bottom, left, center, right.
 */
#ifndef ZIVOS_PAGE_FIGURE_KEYS_H
#define ZIVOS_PAGE_FIGURE_KEYS_H

#include "page/figure/figure.h"

/* The caption of all; NULL: there is none. cells: of the mosaic, or NULL. style: it is set in.
 * *numbered: it names pictures by numbers. */
const struct copy *caption_copy(struct composer *c, const struct floating *f, const struct mosaic_cell *cells, const struct style *style,
				bool *numbered);
/* The credits, each once; or NULL. */
const struct copy *credit_copy(struct composer *c, const struct floating *f);
/* A picture's number on the paper's white, in the corner of its box where lines start. */
void key_put(struct composer *c, struct sheet *s, int n, struct rect box, const struct style *style, const char *lang);

#endif
