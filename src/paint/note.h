/*
 * src/paint/note.h - what only drafts show: the watermark, notes in the page,
 * the frame of a picture that cannot be shown.
 *
 * Set by PangoLayout, which is not good enough for the magazine's own text, and
 * drawn as outlines, so that no note is ever found as text in the PDF.
 */
#ifndef ZIVOS_PAINT_NOTE_H
#define ZIVOS_PAINT_NOTE_H

#include <cairo.h>
#include "base/geom.h"

struct notes;

/* fonts_config: the magazine's FcConfig. */
struct notes *notes_new(void *fonts_config);
void notes_free(struct notes *n);		/* NULL is allowed */

void note_watermark(struct notes *n, cairo_t *cr, Pt width, Pt height);
/* A red frame round box with the text on a red ground at its top. */
void note_mark(struct notes *n, cairo_t *cr, struct rect box, const char *text);
/* A grey, crossed box with the text in it, in place of a picture. */
void note_fault(struct notes *n, cairo_t *cr, struct rect box, const char *text);

#endif
