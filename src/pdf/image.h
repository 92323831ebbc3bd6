/*
 * src/pdf/image.h - pictures as image objects.
 *
 * In      files as zivos-picture wrote them (JPEG, PNG), or pixels
 * Out     an object each. A JPEG and a PNG without opacity go in as they are:
 *         PNG's own compression is one that PDF knows (predictors)
 * Errors  0: not of a kind that goes in as it is
 * Source  ISO 32000-1, 7.4.4.4 and 8.9.5; ISO 15948 (PNG); ISO 10918-1 (JPEG)
 */
#ifndef ZIVOS_PDF_IMAGE_H
#define ZIVOS_PDF_IMAGE_H

#include <stddef.h>
#include <stdint.h>

struct pdf_file;

int pdf_image_jpeg(struct pdf_file *f, const unsigned char *bytes, size_t n);	/* grey or RGB */
int pdf_image_png(struct pdf_file *f, const unsigned char *bytes, size_t n);	/* not interlaced, opaque */
/* Rows of 3 bytes a pixel, and of one for its opacity (NULL: opaque). */
int pdf_image_pixels(struct pdf_file *f, int width, int height, const uint8_t *rgb, const uint8_t *alpha);

#endif
