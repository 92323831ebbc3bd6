/* src/paint/surface.c - pixels taken apart into colours and opacity. */
#include "paint/surface.h"
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "pdf/image.h"

/* cairo's colours are multiplied by the opacity. */
int surface_write(struct pdf_file *f, cairo_surface_t *s)
{
	int w = cairo_image_surface_get_width(s), h = cairo_image_surface_get_height(s), stride = cairo_image_surface_get_stride(s);
	bool opaque = cairo_image_surface_get_format(s) == CAIRO_FORMAT_RGB24;
	size_t n = (size_t)w * (size_t)h, at = 0;
	uint8_t *rgb = g_malloc(n * 3), *alpha = opaque ? NULL : g_malloc(n);
	int object;

	if (!opaque && cairo_image_surface_get_format(s) != CAIRO_FORMAT_ARGB32) {
		g_free(alpha);
		g_free(rgb);
		return 0;
	}
	for (int y = 0; y < h; y++) {
		const unsigned char *row = cairo_image_surface_get_data(s) + (size_t)y * (size_t)stride;

		for (int x = 0; x < w; x++, at++) {
			uint32_t pixel, k;

			memcpy(&pixel, row + 4 * (size_t)x, sizeof pixel);
			k = opaque ? 255 : pixel >> 24;
			for (int i = 0; i < 3; i++) {
				uint32_t v = pixel >> (16 - 8 * i) & 255;

				rgb[3 * at + (size_t)i] = (uint8_t)(k == 255 || !k ? v : MIN((v * 255 + k / 2) / k, 255));
			}
			if (alpha)
				alpha[at] = (uint8_t)k;
		}
	}
	object = pdf_image_pixels(f, w, h, rgb, alpha);
	g_free(alpha);
	g_free(rgb);
	return object;
}
