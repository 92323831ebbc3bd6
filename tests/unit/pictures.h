/*
 * tests/unit/pictures.h - pictures for tests, made byte by byte, by libjpeg and
 * cairo or by tests/tools/make_picture, and a look at what becomes of them.
 */
#ifndef ZIVOS_TESTS_PICTURES_H
#define ZIVOS_TESTS_PICTURES_H

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <jpeglib.h>
#include "base/arena.h"
#include "base/data.h"
#include "base/icc.h"
#include "base/diag.h"
#include "base/store.h"
#include "folder.h"

static char *folder;			/* of this run */

static inline char *file(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static inline void put(const char *name, const void *bytes, size_t n)
{
	char *path = file(name);

	assert(g_file_set_contents(path, bytes, (gssize)n, NULL));
	g_free(path);
}

static inline void put_text(const char *name, const char *text)
{
	put(name, text, strlen(text));
}

/* ---- making pictures ---- */

struct jpeg {
	J_COLOR_SPACE space;
	int w, h, orientation;		/* 0: no EXIF */
	const uint8_t *pixels;		/* n components of the space */
	const uint8_t *icc;
	size_t nicc;
};

static inline void jpeg_put(const char *name, struct jpeg j)
{
	struct jpeg_compress_struct c;
	struct jpeg_error_mgr err;
	uint8_t exif[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
	uint8_t *app2 = g_malloc(j.nicc + 14);
	char *path = file(name);
	FILE *f = fopen(path, "wb");
	int n = j.space == JCS_CMYK ? 4 : j.space == JCS_GRAYSCALE ? 1 : 3;

	c.err = jpeg_std_error(&err);
	jpeg_create_compress(&c);
	jpeg_stdio_dest(&c, f);
	c.image_width = (JDIMENSION)j.w;
	c.image_height = (JDIMENSION)j.h;
	c.input_components = n;
	c.in_color_space = j.space;
	jpeg_set_defaults(&c);
	jpeg_set_quality(&c, 95, TRUE);
	jpeg_start_compress(&c, TRUE);
	if (j.orientation) {
		exif[25] = (uint8_t)j.orientation;
		jpeg_write_marker(&c, JPEG_APP0 + 1, exif, sizeof exif - 1);
	}
	if (j.nicc) {
		memcpy(app2, "ICC_PROFILE\0\1\1", 14);
		memcpy(app2 + 14, j.icc, j.nicc);
		jpeg_write_marker(&c, JPEG_APP0 + 2, app2, (unsigned)(j.nicc + 14));
	}
	for (int y = 0; y < j.h; y++) {
		JSAMPROW row = (JSAMPROW)(j.pixels + y * j.w * n);

		jpeg_write_scanlines(&c, &row, 1);
	}
	jpeg_finish_compress(&c);
	jpeg_destroy_compress(&c);
	fclose(f);
	g_free(app2);
	g_free(path);
}

static inline void be32(uint8_t *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t)(v >> (24 - 8 * i));
}

static inline uint32_t crc(const uint8_t *p, size_t n)
{
	uint32_t c = ~0u;

	while (n--) {
		c ^= *p++;
		for (int k = 0; k < 8; k++)
			c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
	}
	return ~c;
}

static inline void png_chunk(GByteArray *out, const char *type, const void *data, size_t n)
{
	uint8_t *chunk = g_malloc(n + 12);

	be32(chunk, (uint32_t)n);
	memcpy(chunk + 4, type, 4);
	memcpy(chunk + 8, data, n);
	be32(chunk + 8 + n, crc(chunk + 4, n + 4));
	g_byte_array_append(out, chunk, (guint)(n + 12));
	g_free(chunk);
}

/* A few bytes that claim to be so large. */
static inline void png_claim(const char *name, uint32_t width, uint32_t height, bool interlaced)
{
	GByteArray *out = g_byte_array_new();
	uint8_t head[13] = { 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, interlaced };

	be32(head, width);
	be32(head + 4, height);
	g_byte_array_append(out, (const uint8_t *)"\x89PNG\r\n\x1a\n", 8);
	png_chunk(out, "IHDR", head, 13);
	png_chunk(out, "IDAT", "\x78\x9c\x03\x00\x00\x00\x00\x01", 8);
	png_chunk(out, "IEND", "", 0);
	put(name, out->data, out->len);
	g_byte_array_free(out, TRUE);
}

static inline void png_put(const char *name, int w, int h, bool alpha)
{
	cairo_surface_t *s = cairo_image_surface_create(alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, w, h);
	cairo_t *cr = cairo_create(s);
	char *path = file(name);

	cairo_set_source_rgba(cr, 1, 0, 0, alpha ? 0.5 : 1);
	cairo_paint(cr);
	assert(!cairo_surface_write_to_png(s, path));
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	g_free(path);
}

/* 8 x 8 pixels of 16-bit grey, all of the value. Little endian. */
static inline void tiff_put(const char *name, uint16_t value)
{
	static const uint16_t tags[][3] = {	/* tag, type, value; all counts are 1 */
		{ 256, 3, 8 }, { 257, 3, 8 }, { 258, 3, 16 }, { 259, 3, 1 }, { 262, 3, 1 },
		{ 273, 4, 8 }, { 277, 3, 1 }, { 278, 3, 8 }, { 279, 4, 128 },
	};
	enum { NTAGS = sizeof tags / sizeof tags[0], IFD = 8 + 128 };
	uint8_t t[IFD + 2 + 12 * NTAGS + 4] = { 'I', 'I', 42, 0, IFD, 0, 0, 0 };

	for (int i = 0; i < 64; i++) {
		t[8 + 2 * i] = (uint8_t)value;
		t[9 + 2 * i] = (uint8_t)(value >> 8);
	}
	t[IFD] = NTAGS;
	for (int i = 0; i < NTAGS; i++) {
		uint8_t *e = t + IFD + 2 + 12 * i;

		e[0] = (uint8_t)tags[i][0];
		e[1] = (uint8_t)(tags[i][0] >> 8);
		e[2] = (uint8_t)tags[i][1];
		e[4] = 1;
		e[8] = (uint8_t)tags[i][2];
	}
	put(name, t, sizeof t);
}

/* A display profile whose red and green are Adobe RGB's. Returns its length. */
static inline size_t icc_make(uint8_t *p)
{
	static const struct { char tag[5]; int32_t xyz[3]; } points[] = {	/* 1/65536, adapted to D50 */
		{ "wtpt", { 63190, 65536, 54061 } }, { "rXYZ", { 39959, 20390, 1277 } },
		{ "gXYZ", { 13453, 41002, 3990 } },  { "bXYZ", { 9777, 4144, 48797 } },
	};
	static const char curves[][5] = { "rTRC", "gTRC", "bTRC" };
	static const char desc[] = "desc\0\0\0\0\0\0\0\5test";
	size_t at = 128 + 4 + 12 * 9, n = 128 + 4;
	uint8_t *entry = p + n;

	memset(p, 0, 1024);
	be32(p + 8, 0x02100000);
	memcpy(p + 12, "mntrRGB XYZ ", 12);
	memcpy(p + 36, "acsp", 4);
	be32(p + 68, 63190);
	be32(p + 72, 65536);
	be32(p + 76, 54061);
	be32(p + 128, 9);
	for (int i = 0; i < 9; i++, entry += 12) {
		const char *tag = i < 4 ? points[i].tag : i < 7 ? curves[i - 4] : i < 8 ? "desc" : "cprt";
		size_t len = i < 4 ? 20 : i < 7 ? 14 : i < 8 ? 100 : 12;

		memcpy(entry, tag, 4);
		be32(entry + 4, (uint32_t)at);
		be32(entry + 8, (uint32_t)len);
		if (i < 4) {
			memcpy(p + at, "XYZ ", 4);
			for (int k = 0; k < 3; k++)
				be32(p + at + 8 + 4 * k, (uint32_t)points[i].xyz[k]);
		} else if (i < 7) {
			memcpy(p + at, "curv\0\0\0\0\0\0\0\1\x02\x33", 14);	/* gamma 2.2 */
		} else if (i < 8) {
			memcpy(p + at, desc, sizeof desc);
		} else {
			memcpy(p + at, "text\0\0\0\0CC0", 12);
		}
		at += (len + 3) & ~(size_t)3;
	}
	be32(p, (uint32_t)at);
	return at;
}

/* ---- looking at results ---- */

/* 3 values, the same ones of grey; 4 of CMYK. */
static inline void jpeg_pixel(const char *path, int x, int y, int *value, int *ncomponents)
{
	struct jpeg_decompress_struct c;
	struct jpeg_error_mgr err;
	FILE *f = fopen(path, "rb");
	uint8_t *row;

	assert(f);
	c.err = jpeg_std_error(&err);
	jpeg_create_decompress(&c);
	jpeg_stdio_src(&c, f);
	jpeg_read_header(&c, TRUE);
	*ncomponents = c.num_components;
	jpeg_start_decompress(&c);
	row = g_malloc(c.output_width * 4);
	while ((int)c.output_scanline <= y)
		jpeg_read_scanlines(&c, &row, 1);
	for (int i = 0; i < MAX(c.output_components, 3); i++)
		value[i] = row[x * c.output_components + (c.output_components == 1 ? 0 : i)];
	jpeg_abort_decompress(&c);
	jpeg_destroy_decompress(&c);
	fclose(f);
	g_free(row);
}

static inline void is_colour(const char *path, int x, int y, int r, int g, int b)
{
	int have[3], n, want[3] = { r, g, b };

	jpeg_pixel(path, x, y, have, &n);
	for (int i = 0; i < 3; i++)
		if (abs(have[i] - want[i]) > 12) {
			fprintf(stderr, "%s %d,%d: %d %d %d instead of %d %d %d\n", path, x, y,
				have[0], have[1], have[2], r, g, b);
			abort();
		}
}

struct world { struct arena *a; struct store *s; struct diag *d; };

static inline struct world world_new(const char *cache)
{
	return (struct world){ arena_new(), store_new(cache), diag_new() };
}

static inline void world_free(struct world w)
{
	store_free(w.s);
	diag_free(w.d);
	arena_free(w.a);
}

static inline struct probe probe(struct world w, const char *name)
{
	char *path = file(name);
	struct probe p = { .path = arena_strdup(w.a, path) };

	assert(store_probe(w.s, w.a, &p, 1, w.d));
	g_free(path);
	return p;
}

static inline struct conversion convert(struct world w, const char *name, double x, double width, int px)
{
	char *path = file(name);
	struct conversion c = { .path = arena_strdup(w.a, path), .crop_x = x, .crop_w = width, .crop_h = 1,
				.width = px, .height = px };

	assert(store_convert(w.s, w.a, &c, 1, w.d));
	g_free(path);
	return c;
}

static inline bool says(const char *error, const char *part)
{
	return error && strstr(error, part);
}

static inline struct icc *press(const char *name)
{
	char *path = data_path(name), *error;
	struct icc *p = icc_open(path, &error);

	assert(p);
	g_free(path);
	return p;
}

/* A profile longer than a marker takes: in pieces. One colour of CMYK. */
static inline void jpeg_put_chunked(const char *name, const uint8_t colour[4], const uint8_t *icc, size_t n)
{
	enum { PIECE = 60000 };
	size_t count = (n + PIECE - 1) / PIECE;
	GByteArray *out = g_byte_array_new();
	static uint8_t pixels[32 * 32 * 4];
	char *path = file(name), *plain;
	gsize size;

	for (size_t i = 0; i < 32 * 32; i++)
		memcpy(pixels + 4 * i, colour, 4);
	jpeg_put(name, (struct jpeg){ JCS_CMYK, 32, 32, 0, pixels, NULL, 0 });
	assert(g_file_get_contents(path, &plain, &size, NULL));
	g_byte_array_append(out, (guint8 *)plain, 2);
	for (size_t i = 0; i < count; i++) {
		size_t length = MIN(n - i * PIECE, (size_t)PIECE), all = length + 16;
		uint8_t head[18] = { 0xff, 0xe2, (uint8_t)(all >> 8), (uint8_t)all };

		memcpy(head + 4, "ICC_PROFILE", 12);
		head[16] = (uint8_t)(i + 1);
		head[17] = (uint8_t)count;
		g_byte_array_append(out, head, 18);
		g_byte_array_append(out, icc + i * PIECE, (guint)length);
	}
	g_byte_array_append(out, (guint8 *)plain + 2, (guint)size - 2);
	put(name, out->data, out->len);
	g_byte_array_free(out, TRUE);
	g_free(plain);
	g_free(path);
}

/* EXIF's ColorSpace 1 into a JPEG, as cameras write it. */
static inline void exif_srgb(const char *name)
{
	static const char exif[] = "\xff\xe1\0\x34""Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0"
				   "\0\x01\xa0\x01\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
	char *path = file(name), *plain;
	GByteArray *out = g_byte_array_new();
	gsize n;

	assert(g_file_get_contents(path, &plain, &n, NULL));
	assert(sizeof exif - 1 == 0x34 + 2);
	g_byte_array_append(out, (guint8 *)plain, 2);
	g_byte_array_append(out, (const guint8 *)exif, sizeof exif - 1);
	g_byte_array_append(out, (guint8 *)plain + 2, (guint)n - 2);
	put(name, out->data, out->len);
	g_byte_array_free(out, TRUE);
	g_free(plain);
	g_free(path);
}

/* By tests/tools/make_picture; name may have libvips' options in brackets. tag: NAME=NUMBER, or NULL. */
static inline void made(const char *kind, int width, int height, const char *name, const char *tag)
{
	char *program = data_program("zivos-picture"), *out = g_path_get_dirname(program);
	char *tool = g_build_filename(out, "tests", "tools", "make_picture", NULL), *path = file(name);
	char *w = g_strdup_printf("%d", width), *h = g_strdup_printf("%d", height);
	char *argv[] = { tool, (char *)kind, w, h, path, (char *)tag, NULL };
	GError *error = NULL;
	int status = -1;

	if (!g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error))
		fprintf(stderr, "%s: %s\n", tool, error->message);
	assert(status == 0);
	g_free(h);
	g_free(w);
	g_free(path);
	g_free(tool);
	g_free(out);
	g_free(program);
}

static inline void pictures_begin(void)
{
	folder = g_dir_make_tmp("zivos-test-XXXXXX", NULL);
}

static inline void pictures_end(void)
{
	remove_all(folder);
	g_free(folder);
}

#endif
