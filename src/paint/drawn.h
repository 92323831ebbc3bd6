/*
 * src/paint/drawn.h - what cairo draws for a PDF that it does not write:
 * drawings (librsvg), notes of drafts.
 *
 * In      cairo's calls, in the page model's coordinates
 * Out     an object for each piece; all of them are forms that go into the PDF
 *         at its end, out of one document that cairo writes in memory, so that
 *         they share their fonts
 * Errors  drawn_end(): cairo's words
 */
#ifndef ZIVOS_PAINT_DRAWN_H
#define ZIVOS_PAINT_DRAWN_H

#include <cairo.h>
#include <stdbool.h>
#include "base/geom.h"

struct drawn;
struct pdf_file;

struct drawn *drawn_new(struct pdf_file *f);
void drawn_free(struct drawn *d);		/* NULL is allowed */

/* Nothing goes beyond r, at whose place the form is to stand. One piece at a time. */
cairo_t *drawn_begin(struct drawn *d, struct rect r);
int drawn_piece(struct drawn *d);		/* ends it; its object */

/* Write them all. NULL, or why it cannot be done. */
const char *drawn_end(struct drawn *d);

#endif
