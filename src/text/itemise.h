/*
 * src/text/itemise.h - split a paragraph into runs of one font, script,
 * language and direction: the first half of text/shape.h.
 */
#ifndef ZIVOS_TEXT_ITEMISE_H
#define ZIVOS_TEXT_ITEMISE_H

#include "text/shape.h"

/* Fills s->text, len, map, rtl, bidi and runs from s->copy and s->style. */
void itemise(struct arena *a, struct shaped *s, struct text_tools *t, number_of number, void *ctx, struct diag *d);

#endif
