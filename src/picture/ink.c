/*
 * src/picture/ink.c - pixels of inks, lossless, as a PDF takes them (base/job.h).
 *
 * PNG's filter Up in every row: graphics repeat from row to row.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <gio/gio.h>
#include <vips/vips.h>
#include "picture/picture.h"

enum { LEVEL = 6, FILTER_UP = 2 };

/* Bands from..from+n of the pixels, filtered. */
static GByteArray *rows_filtered(const uint8_t *pixel, int width, int height, int bands, int from, int n)
{
	size_t line = (size_t)width * (size_t)n + 1;
	GByteArray *out = g_byte_array_sized_new((guint)(line * (size_t)height));
	uint8_t *row = g_malloc(line), *above = g_malloc0(line), *now = g_malloc0(line);

	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++)
			memcpy(now + 1 + x * n, pixel + ((size_t)y * (size_t)width + (size_t)x) * (size_t)bands + from, (size_t)n);
		row[0] = FILTER_UP;
		for (size_t i = 1; i < line; i++)
			row[i] = (uint8_t)(now[i] - above[i]);
		g_byte_array_append(out, row, (guint)line);
		memcpy(above, now, line);
	}
	g_free(row);
	g_free(above);
	g_free(now);
	return out;
}

/* NULL: the compressor failed. */
static GByteArray *deflated(GByteArray *in)
{
	GConverter *z = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
	GByteArray *out = g_byte_array_new();
	GConverterResult result = G_CONVERTER_CONVERTED;
	uint8_t piece[1 << 16];
	gsize at = 0;

	while (result == G_CONVERTER_CONVERTED) {
		gsize taken = 0, given = 0;

		result = g_converter_convert(z, in->data + at, in->len - at, piece, sizeof piece,
					     G_CONVERTER_INPUT_AT_END, &taken, &given, NULL);
		at += taken;
		g_byte_array_append(out, piece, (guint)given);
	}
	g_object_unref(z);
	g_byte_array_free(in, TRUE);
	if (result == G_CONVERTER_FINISHED)
		return out;
	g_byte_array_free(out, TRUE);
	return NULL;
}

bool ink_save(VipsImage *im, bool alpha, const char *path)
{
	size_t n = 0;
	uint8_t *pixel = vips_image_write_to_memory(im, &n);
	int bands = im->Bands, inks = bands - alpha;
	GByteArray *colour = NULL, *opacity = NULL;
	FILE *f = NULL;
	bool ok = false;

	if (!pixel || (inks != 1 && inks != 4) || n < (size_t)im->Xsize * (size_t)im->Ysize * (size_t)bands)
		goto out;
	colour = deflated(rows_filtered(pixel, im->Xsize, im->Ysize, bands, 0, inks));
	if (alpha)
		opacity = deflated(rows_filtered(pixel, im->Xsize, im->Ysize, bands, inks, 1));
	f = colour && (opacity || !alpha) ? fopen(path, "w") : NULL;
	if (!f)
		goto out;
	fprintf(f, "zivos-ink %d %d %d %u %u\n", im->Xsize, im->Ysize, inks, colour->len, opacity ? opacity->len : 0);
	fwrite(colour->data, 1, colour->len, f);
	if (opacity)
		fwrite(opacity->data, 1, opacity->len, f);
	ok = !ferror(f);
out:
	if (f && fclose(f))
		ok = false;
	if (colour)
		g_byte_array_free(colour, TRUE);
	if (opacity)
		g_byte_array_free(opacity, TRUE);
	g_free(pixel);
	return ok;
}
