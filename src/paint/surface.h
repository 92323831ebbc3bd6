/*
 * src/paint/surface.h - cairo's pixels as an image of a PDF.
 */
#ifndef ZIVOS_PAINT_SURFACE_H
#define ZIVOS_PAINT_SURFACE_H

#include <cairo.h>

struct pdf_file;

/* Its object. An image surface, RGB24 or ARGB32; 0: it is of another kind. */
int surface_write(struct pdf_file *f, cairo_surface_t *s);

#endif
