/*
 * src/paint/jpeg.h - a JPEG file as a cairo surface.
 *
 * Into a PDF its bytes go as they are; for pixels libjpeg decodes straight into
 * cairo's memory (gdk-pixbuf would need a second copy and its order of bytes).
 * Only JPEGs that zivos-picture wrote come here: grey or sRGB, upright.
 *
 * Out     a surface, or NULL and *error (g_free() it)
 */
#ifndef ZIVOS_PAINT_JPEG_H
#define ZIVOS_PAINT_JPEG_H

#include <stdbool.h>
#include <stddef.h>
#include <cairo.h>

bool jpeg_is(const unsigned char *bytes, size_t n);

/* One pixel that stands for the JPEG: cairo's PDF puts the bytes in its place,
 * so width and height of the surface are 1. Takes over bytes (g_malloc). */
cairo_surface_t *jpeg_wrap(unsigned char *bytes, size_t n, const char *id);

/* The pixels. */
cairo_surface_t *jpeg_decode(const unsigned char *bytes, size_t n, char **error);

#endif
