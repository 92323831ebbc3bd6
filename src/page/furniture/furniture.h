/*
 * src/page/furniture/furniture.h - single lines of text at fixed places: furniture,
 * cover, contents.
 */
#ifndef ZIVOS_PAGE_FURNITURE_FURNITURE_H
#define ZIVOS_PAGE_FURNITURE_FURNITURE_H

#include "page/compose.h"

/* One line with its baseline at y, starting at x or (to_left) ending there. Returns its width. What is longer than the type area is cut at its edge,
 * and told. */
Pt put_text(struct composer *c, struct sheet *s, const char *text, const char *lang, const struct style *style,
	    Pt x, Pt y, bool to_left, struct colour colour);

/* The text of a piece of the layout, from x or (to_left) up to it: with the piece's ink, and in its width w, if it has one, as its align says. */
void put_piece_text(struct composer *c, struct sheet *s, const struct put *p, const char *text, Pt x, bool to_left);
/* What of the white in a piece's width stands before its text. */
double put_share(const struct put *p);

/* The lowest baseline that text of a piece may have: what stands under it, or the page's foot, is not reached. */
Pt put_floor(const struct layout *l, const struct put *all, size_t n, const struct put *u);

/* The word that marks an advertisement, at the outer edge (of the one it stands over, or NULL: of the page) with its baseline at y:
 * press law wants it. */
void ad_label(struct composer *c, struct sheet *s, const struct rect *over, Pt y);

#endif
