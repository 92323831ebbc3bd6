/*
 * src/page/figure/caption.h - a picture's caption in further languages.
 *
 * In      the picture, its caption as it was set in the first one
 * Out     all of them as one text: beside each other where each has room, those
 *         written from the left on the left, those from the right on the right;
 *         else under each other
 */
#ifndef ZIVOS_PAGE_FIGURE_CAPTION_H
#define ZIVOS_PAGE_FIGURE_CAPTION_H

#include "page/compose.h"

/* The width each of the picture's captions gets, where all of them together may have so much; `most` is what one alone may have. */
Pt caption_measure(const struct composer *c, const struct picture *p, Pt width, Pt most);
/* Sets the further ones as wide as the picture's own, and joins them. */
struct text_set *caption_join(struct composer *c, const struct picture *p, struct text_set *own, const struct style *s, Pt width);

#endif
