/*
 * src/paint/emoji.h - glyphs that are pictures in their font (emoji): PNGs in
 * the tables CBDT and sbix.
 *
 * In      a face (text/font.h), one of its glyphs
 * Out     the picture, and where it stands
 * Errors  NULL: the glyph is none, or its picture cannot be read
 */
#ifndef ZIVOS_PAINT_EMOJI_H
#define ZIVOS_PAINT_EMOJI_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/geom.h"

struct font;
struct glyphs;

bool emoji_in(const struct font *f);		/* whether any of its glyphs may be one */
/* cairo_surface_destroy() it. em: its place from the glyph's origin, in em, y downwards. */
cairo_surface_t *emoji_picture(const struct font *f, uint32_t glyph, struct rect *em);
/* Where a glyph's picture stands, from its run's origin. */
struct rect emoji_place(const struct glyphs *g, size_t glyph, struct rect em);

#endif
