/*
 * src/paint/jpeg.h - a JPEG file as a cairo surface.
 *
 * libjpeg decodes straight into cairo's memory (gdk-pixbuf would need a second
 * copy and its order of bytes). Into a PDF the bytes go as they are (pdf/image.h).
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

/* The pixels. */
cairo_surface_t *jpeg_decode(const unsigned char *bytes, size_t n, char **error);

#endif
