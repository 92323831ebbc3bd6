/*
 * src/paint/face.h - a font of the page model as cairo knows it.
 *
 * In      struct font: file and index
 * Out     cairo font faces, each made once for a painter
 *
 * Glyph places come from the page model, so cairo must not change any: hinting
 * is off, of outlines and of metrics.
 */
#ifndef ZIVOS_PAINT_FACE_H
#define ZIVOS_PAINT_FACE_H

#include <cairo.h>

struct faces;
struct glyphs;

struct faces *faces_new(void);
void faces_free(struct faces *f);		/* NULL is allowed */

/* Make the run's font, size and horizontal scale cr's current ones. */
void faces_set(struct faces *f, cairo_t *cr, const struct glyphs *g);

#endif
