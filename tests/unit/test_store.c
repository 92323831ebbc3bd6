/*
 * tests/unit/test_store.c - the picture cache with the real zivos-picture, and
 * with stand-ins that hang, crash and lie.
 *
 * The pictures are made here, byte by byte or by libjpeg and cairo, so that
 * each shows one thing: a bomb, a cut, an EXIF turn, a foreign colour space.
 */
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

static char *folder;			/* of this run */

static char *file(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void put(const char *name, const void *bytes, size_t n)
{
	char *path = file(name);

	assert(g_file_set_contents(path, bytes, (gssize)n, NULL));
	g_free(path);
}

static void put_text(const char *name, const char *text)
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

static void jpeg_put(const char *name, struct jpeg j)
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

static void be32(uint8_t *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t)(v >> (24 - 8 * i));
}

static uint32_t crc(const uint8_t *p, size_t n)
{
	uint32_t c = ~0u;

	while (n--) {
		c ^= *p++;
		for (int k = 0; k < 8; k++)
			c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
	}
	return ~c;
}

static void png_chunk(GByteArray *out, const char *type, const void *data, size_t n)
{
	uint8_t *chunk = g_malloc(n + 12);

	be32(chunk, (uint32_t)n);
	memcpy(chunk + 4, type, 4);
	memcpy(chunk + 8, data, n);
	be32(chunk + 8 + n, crc(chunk + 4, n + 4));
	g_byte_array_append(out, chunk, (guint)(n + 12));
	g_free(chunk);
}

/* A few bytes that claim to be enormous. */
static void bomb_put(const char *name)
{
	GByteArray *out = g_byte_array_new();
	uint8_t head[13] = { 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0 };

	be32(head, 60000);
	be32(head + 4, 60000);
	g_byte_array_append(out, (const uint8_t *)"\x89PNG\r\n\x1a\n", 8);
	png_chunk(out, "IHDR", head, 13);
	png_chunk(out, "IDAT", "\x78\x9c\x03\x00\x00\x00\x00\x01", 8);
	png_chunk(out, "IEND", "", 0);
	put(name, out->data, out->len);
	g_byte_array_free(out, TRUE);
}

static void png_put(const char *name, int w, int h, bool alpha)
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
static void tiff_put(const char *name, uint16_t value)
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
static size_t icc_make(uint8_t *p)
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

static void jpeg_pixel(const char *path, int x, int y, int rgb[3], int *ncomponents)
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
	for (int i = 0; i < 3; i++)
		rgb[i] = row[x * c.output_components + (c.output_components == 3 ? i : 0)];
	jpeg_abort_decompress(&c);
	jpeg_destroy_decompress(&c);
	fclose(f);
	g_free(row);
}

static void is_colour(const char *path, int x, int y, int r, int g, int b)
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

static struct world world_new(const char *cache)
{
	return (struct world){ arena_new(), store_new(cache), diag_new() };
}

static void world_free(struct world w)
{
	store_free(w.s);
	diag_free(w.d);
	arena_free(w.a);
}

static struct probe probe(struct world w, const char *name)
{
	char *path = file(name);
	struct probe p = { .path = arena_strdup(w.a, path) };

	assert(store_probe(w.s, w.a, &p, 1, w.d));
	g_free(path);
	return p;
}

static struct conversion convert(struct world w, const char *name, double x, double width, int px)
{
	char *path = file(name);
	struct conversion c = { .path = arena_strdup(w.a, path), .crop_x = x, .crop_w = width, .crop_h = 1,
				.width = px, .height = px };

	assert(store_convert(w.s, w.a, &c, 1, w.d));
	g_free(path);
	return c;
}

static bool says(const char *error, const char *part)
{
	return error && strstr(error, part);
}

/* ---- the cases ---- */

enum { W = 64, H = 32 };
static const uint8_t quarter[2][2][3] = {	/* of the upright picture */
	{ { 255, 0, 0 }, { 0, 255, 0 } }, { { 0, 0, 255 }, { 255, 255, 255 } },
};

/* The picture that EXIF's orientation o makes upright. */
static void turned_put(const char *name, int o)
{
	static uint8_t pixels[W * H * 3];
	int w = o >= 5 ? H : W, h = o >= 5 ? W : H;

	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++) {
			int fx = w - 1 - x, fy = h - 1 - y;
			int ux[] = { 0, x, fx, fx, x, y, fy, fy, y }, uy[] = { 0, y, y, fy, fy, x, x, fx, fx };

			memcpy(pixels + (y * w + x) * 3, quarter[uy[o] >= H / 2][ux[o] >= W / 2], 3);
		}
	jpeg_put(name, (struct jpeg){ JCS_RGB, w, h, o, pixels, NULL, 0 });
}

static void test_orientation(struct world w)
{
	for (int o = 1; o <= 8; o++) {
		char name[] = "turned0.jpg";
		struct probe p;
		struct conversion all, right;

		name[6] = (char)('0' + o);
		turned_put(name, o);
		p = probe(w, name);
		assert(!p.error && p.info.width == W && p.info.height == H && p.info.kind == PICTURE_PHOTO);
		all = convert(w, name, 0, 1, 1000);
		assert(!all.error && all.out_width == W && all.out_height == H);
		is_colour(all.out, 8, 8, 255, 0, 0);
		is_colour(all.out, W - 8, 8, 0, 255, 0);
		is_colour(all.out, 8, H - 8, 0, 0, 255);
		is_colour(all.out, W - 8, H - 8, 255, 255, 255);
		/* the right half, at half the size */
		right = convert(w, name, 0.5, 0.5, H / 2);
		assert(!right.error && right.out_width == H / 2 && right.out_height == H / 2);
		is_colour(right.out, 8, 3, 0, 255, 0);
		is_colour(right.out, 8, H / 2 - 3, 255, 255, 255);
	}
}

static void test_colour(struct world w)
{
	static uint8_t pixels[32 * 32 * 4];
	uint8_t icc[1024];
	size_t nicc = icc_make(icc);
	struct probe p;
	struct conversion c;
	int rgb[3], n;

	/* Adobe RGB's (150, 200, 150) is more saturated in sRGB. */
	for (int i = 0; i < 32 * 32; i++)
		memcpy(pixels + 3 * i, (uint8_t[]){ 150, 200, 150 }, 3);
	jpeg_put("wide.jpg", (struct jpeg){ JCS_RGB, 32, 32, 0, pixels, icc, nicc });
	c = convert(w, "wide.jpg", 0, 1, 100);
	assert(!c.error);
	is_colour(c.out, 16, 16, 121, 201, 147);
	/* the same bytes without a profile are sRGB */
	jpeg_put("plain.jpg", (struct jpeg){ JCS_RGB, 32, 32, 0, pixels, NULL, 0 });
	c = convert(w, "plain.jpg", 0, 1, 100);
	is_colour(c.out, 16, 16, 150, 200, 150);
	/* a profile that is none is left alone */
	jpeg_put("noprofile.jpg", (struct jpeg){ JCS_RGB, 32, 32, 0, pixels, (const uint8_t *)"rubbish", 7 });
	c = convert(w, "noprofile.jpg", 0, 1, 100);
	assert(!c.error);
	is_colour(c.out, 16, 16, 150, 200, 150);

	/* Adobe's CMYK is inverted: libjpeg writes the marker, 255 is no ink. This is full yellow. */
	for (int i = 0; i < 32 * 32; i++)
		memcpy(pixels + 4 * i, (uint8_t[]){ 255, 255, 0, 255 }, 4);
	jpeg_put("cmyk.jpg", (struct jpeg){ JCS_CMYK, 32, 32, 0, pixels, NULL, 0 });
	p = probe(w, "cmyk.jpg");
	assert(!p.error && !p.info.grey && !p.info.alpha);
	c = convert(w, "cmyk.jpg", 0, 1, 100);
	assert(!c.error);
	jpeg_pixel(c.out, 16, 16, rgb, &n);
	assert(n == 3 && rgb[0] > 230 && rgb[1] > 200 && rgb[2] < 90);

	/* 16 bits become 8, grey stays grey */
	tiff_put("deep.tif", 0x8000);
	p = probe(w, "deep.tif");
	assert(!p.error && p.info.grey && p.info.width == 8);
	c = convert(w, "deep.tif", 0, 1, 100);
	assert(!c.error && g_str_has_suffix(c.out, ".jpg"));
	jpeg_pixel(c.out, 4, 4, rgb, &n);
	assert(n == 1 && abs(rgb[0] - 128) <= 2);
}

static struct conversion separate(struct world w, const char *name, struct icc *output, bool flatten)
{
	char *path = file(name);
	struct conversion c = { .path = arena_strdup(w.a, path), .crop_w = 1, .crop_h = 1, .width = 100, .height = 100,
				.press = { .output = output, .colour = { .intent = INTENT_RELATIVE, .flatten = flatten }, .quality = 95 } };

	assert(store_convert(w.s, w.a, &c, 1, w.d) && !c.error);
	g_free(path);
	return c;
}

static struct icc *press(const char *name)
{
	char *path = data_path(name), *error;
	struct icc *p = icc_open(path, &error);

	assert(p);
	g_free(path);
	return p;
}

/* First line of a lossless file of inks. */
static void is_ink(const char *path, int components, bool alpha)
{
	FILE *f = fopen(path, "r");
	int w, h, n, bits;
	unsigned long colour, opacity;

	assert(f && fscanf(f, "zivos-ink %d %d %d %d %lu %lu", &w, &h, &n, &bits, &colour, &opacity) == 6 && bits == 8);
	assert(n == components && colour > 0 && (opacity > 0) == alpha);
	fclose(f);
}

/* Pictures for a press: in its inks, kept apart by its profile. */
static void test_inks(struct world w)
{
	struct icc *coated = press("layouts/print/gestrichen.icc"), *uncoated = press("layouts/print/ungestrichen.icc");
	static uint8_t grey[32 * 32];
	struct conversion a, b;
	int cmyk[4], n;

	memset(grey, 128, sizeof grey);
	a = separate(w, "plain.jpg", coated, false);
	b = separate(w, "plain.jpg", uncoated, false);
	assert(strcmp(a.out, b.out) != 0 && g_str_has_suffix(a.out, ".jpg"));
	jpeg_pixel(a.out, 16, 16, cmyk, &n);
	assert(n == 4);
	b = separate(w, "wide.jpg", coated, false);
	assert(strcmp(a.out, b.out) != 0);
	/* the same again comes from the cache */
	b = separate(w, "plain.jpg", coated, false);
	assert(strcmp(a.out, b.out) == 0);

	jpeg_put("grey.jpg", (struct jpeg){ JCS_GRAYSCALE, 32, 32, 0, grey, NULL, 0 });
	a = separate(w, "grey.jpg", coated, false);
	jpeg_pixel(a.out, 16, 16, cmyk, &n);
	assert(n == 1 && abs(cmyk[0] - (255 - icc_greys(coated)[128])) <= 1);

	png_put("clear.png", 16, 16, true);
	is_ink(separate(w, "clear.png", coated, false).out, 4, true);
	is_ink(separate(w, "clear.png", coated, true).out, 4, false);
	png_put("solid.png", 16, 16, false);
	is_ink(separate(w, "solid.png", coated, false).out, 4, false);
	icc_free(coated);
	icc_free(uncoated);
}

static void test_graphics(struct world w)
{
	struct probe p;
	struct conversion c;
	cairo_surface_t *s;

	png_put("alpha.png", 60, 30, true);
	p = probe(w, "alpha.png");
	assert(!p.error && p.info.alpha && p.info.kind == PICTURE_GRAPHIC);
	c = convert(w, "alpha.png", 0, 1, 20);
	assert(!c.error && g_str_has_suffix(c.out, ".png") && c.out_width == 20 && c.out_height == 10);
	s = cairo_image_surface_create_from_png(c.out);
	assert(cairo_image_surface_get_format(s) == CAIRO_FORMAT_ARGB32);
	/* half transparent red, premultiplied as cairo keeps it */
	assert(abs((int)(*(uint32_t *)(void *)cairo_image_surface_get_data(s) >> 24) - 128) <= 1);
	assert(abs((int)(*(uint32_t *)(void *)cairo_image_surface_get_data(s) >> 16 & 255) - 128) <= 2);
	cairo_surface_destroy(s);
	png_put("solid.png", 60, 30, false);
	p = probe(w, "solid.png");
	assert(!p.error && !p.info.alpha && p.info.kind == PICTURE_GRAPHIC);
	c = convert(w, "solid.png", 0, 1, 6000);		/* never up */
	assert(!c.error && g_str_has_suffix(c.out, ".png") && c.out_width == 60);

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' "
	put_text("mm.svg", SVG "width='100mm' height='50mm'/>");
	p = probe(w, "mm.svg");
	assert(!p.error && p.info.kind == PICTURE_VECTOR && p.info.width == 378 && p.info.height == 189);
	assert(p.info.nominal_w == 100 * 72.0 / 25.4 && p.info.nominal_h == 50 * 72.0 / 25.4);
	c = (struct conversion){ .path = p.path, .kind = PICTURE_VECTOR, .crop_w = 1, .crop_h = 1, .place_w = 200, .place_h = 100 };
	assert(store_convert(w.s, w.a, &c, 1, w.d) && !c.error && g_str_has_suffix(c.out, ".pdf") && c.out_width == 200);
	put_text("box.svg", SVG "viewBox='0 0 96 48'/>");
	p = probe(w, "box.svg");
	assert(!p.error && p.info.nominal_w == 72 && p.info.nominal_h == 36);
	put_text("nosize.svg", SVG "/>");
	assert(says(probe(w, "nosize.svg").error, "no size"));
	put_text("broken.svg", SVG "width='1'><g>");
	assert(says(probe(w, "broken.svg").error, "damaged"));
}

static void test_bad(struct world w)
{
	static uint8_t pixels[256 * 256 * 3];
	char *path = file("whole.jpg"), *text;
	gsize n;

	for (size_t i = 0; i < sizeof pixels; i++)
		pixels[i] = (uint8_t)(i * 2654435761u >> 13);
	jpeg_put("whole.jpg", (struct jpeg){ JCS_RGB, 256, 256, 0, pixels, NULL, 0 });
	assert(g_file_get_contents(path, &text, &n, NULL));
	put("cut.jpg", text, n / 2);
	assert(says(convert(w, "cut.jpg", 0, 1, 100).error, "damaged"));
	assert(!convert(w, "whole.jpg", 0, 1, 100).error);
	g_free(text);
	g_free(path);

	bomb_put("bomb.png");
	assert(says(probe(w, "bomb.png").error, "60000 x 60000"));
	assert(says(convert(w, "bomb.png", 0, 1, 100).error, "too large"));
	put_text("empty.jpg", "");
	assert(says(probe(w, "empty.jpg").error, "no picture that zivos can read"));
	put_text("text.jpg", "This is a letter.\n");
	assert(says(probe(w, "text.jpg").error, "no picture that zivos can read"));
	put("anim.gif", "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", 30);
	assert(says(probe(w, "anim.gif").error, "no picture that zivos can read"));
	assert(says(probe(w, "nothing.jpg").error, "cannot be read"));
	assert(says(probe(w, ".").error, "cannot be read"));
	assert(diag_count(w.d, SEV_NOTE) == 0);
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A shell script in place of zivos-picture. */
static struct world stand_in(const char *cache, const char *script)
{
	char *path = file("stand-in"), *text = g_strconcat("#!/bin/sh\n", script, "\n", NULL);

	put_text("stand-in", text);
	chmod(path, 0755);
	g_setenv("ZIVOS_PICTURE", path, TRUE);
	g_free(text);
	g_free(path);
	return world_new(cache);
}

/* false, one message, and the picture has an error all the same */
static void cannot_run(struct world w)
{
	struct probe p = { .path = arena_printf(w.a, "%s/bad.jpg", folder) };

	assert(!store_probe(w.s, w.a, &p, 1, w.d) && p.error);
	assert(diag_machine_failed(w.d) && diag_count(w.d, SEV_ERROR) == 1);
	world_free(w);
}

static void test_workers(void)
{
	static const char *const names[] = { "turned1.jpg", "bad.jpg", "turned2.jpg" };
	struct probe p[3] = { { NULL } };
	char *cache = file("cache2");
	struct world w;
	double start;

	put_text("bad.jpg", "bad");
	/* hangs: given up */
	g_setenv("ZIVOS_PICTURE_SECONDS", "1", TRUE);
	w = stand_in(cache, "exec sleep 30");
	start = seconds();
	assert(says(probe(w, "bad.jpg").error, "too long"));
	assert(seconds() - start < 5);
	world_free(w);
	g_unsetenv("ZIVOS_PICTURE_SECONDS");
	/* crashes on one: the others are answered */
	w = stand_in(cache, "while read l; do case $l in *bad*) kill -SEGV $$;; esac; "
		     "printf 'photo\\t7\\t8\\t0\\t0\\t0\\t1\\t0\\n'; done");
	for (int i = 0; i < 3; i++) {
		char *path = file(names[i]);

		p[i].path = arena_strdup(w.a, path);
		g_free(path);
	}
	assert(store_probe(w.s, w.a, p, 3, w.d));
	assert(!p[0].error && p[0].info.width == 7 && p[0].info.height == 8 && p[0].info.grey);
	assert(says(p[1].error, "crashed") && !p[2].error);
	world_free(w);
	/* lies */
	w = stand_in(cache, "while read l; do echo 'photo'; done");
	assert(says(probe(w, "bad.jpg").error, "does not understand"));
	world_free(w);
	cannot_run(stand_in(cache, "exit 3"));
	w = stand_in(cache, "");
	assert(!g_unlink(g_getenv("ZIVOS_PICTURE")));
	cannot_run(w);
	g_unsetenv("ZIVOS_PICTURE");
	g_free(cache);
}

/* One byte of each file below dir, in the middle; its length stays. */
static void damage_all(const char *dir)
{
	GDir *d = g_dir_open(dir, 0, NULL);
	const char *name;

	while (d && (name = g_dir_read_name(d)) != NULL) {
		char *path = g_build_filename(dir, name, NULL), *bytes;
		gsize n;

		if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
			damage_all(path);
		} else if (g_file_get_contents(path, &bytes, &n, NULL) && n) {
			bytes[n / 2] ^= 1;
			assert(g_file_set_contents(path, bytes, (gssize)n, NULL));
			g_free(bytes);
		}
		g_free(path);
	}
	if (d)
		g_dir_close(d);
}

static void test_cache(const char *cache)
{
	struct world w = world_new(cache);
	struct conversion one = convert(w, "whole.jpg", 0, 1, 90), two = convert(w, "whole.jpg", 0, 1, 90);
	char *first, *again;
	gsize n, m;

	assert(!one.error && !strcmp(one.out, two.out));
	assert(g_str_has_prefix(one.out, cache));
	/* a picture damaged without a change of length is noticed and made anew, to the byte */
	assert(g_file_get_contents(one.out, &first, &n, NULL));
	damage_all(cache);
	two = convert(w, "whole.jpg", 0, 1, 90);
	assert(!two.error && !strcmp(one.out, two.out));
	assert(g_file_get_contents(two.out, &again, &m, NULL) && n == m && !memcmp(first, again, n));
	g_free(first);
	g_free(again);
	world_free(w);
	/* so are the records, and what is known of files */
	damage_all(cache);
	w = world_new(cache);
	assert(probe(w, "whole.jpg").info.width == 256);
	assert(!convert(w, "whole.jpg", 0, 1, 90).error);
	world_free(w);
	/* and then nothing is left to do: there is no program to do it */
	g_setenv("ZIVOS_PICTURE", "/nonexistent", TRUE);
	w = world_new(cache);
	assert(probe(w, "whole.jpg").info.width == 256 && !convert(w, "whole.jpg", 0, 1, 90).error);
	world_free(w);
	g_unsetenv("ZIVOS_PICTURE");
}

/* A file in place of the folder: even root cannot write there. */
static void test_no_folder(void)
{
	char *path = file("blocked"), *out;
	struct world w;

	put_text("blocked", "");
	w = world_new(path);
	out = convert(w, "whole.jpg", 0, 1, 80).out;
	assert(out && !g_str_has_prefix(out, path) && !access(out, R_OK));
	out = g_strdup(out);
	world_free(w);
	assert(access(out, F_OK));		/* the private folder is gone */
	g_free(out);
	g_free(path);
}

static void remove_all(const char *dir)
{
	GDir *d = g_dir_open(dir, 0, NULL);
	const char *name;

	while (d && (name = g_dir_read_name(d)) != NULL) {
		char *path = g_build_filename(dir, name, NULL);

		if (g_unlink(path))
			remove_all(path);
		g_free(path);
	}
	if (d)
		g_dir_close(d);
	g_rmdir(dir);
}

int main(void)
{
	char *cache, *program = data_program("zivos-picture");
	struct world w;

	if (!program) {
		fputs("test_store: zivos-picture is not built\n", stderr);
		return 1;
	}
	g_free(program);
	folder = g_dir_make_tmp("zivos-test-XXXXXX", NULL);
	cache = file("cache");
	w = world_new(cache);
	test_orientation(w);
	test_colour(w);
	test_inks(w);
	test_graphics(w);
	test_bad(w);
	world_free(w);
	test_workers();
	test_cache(cache);
	test_no_folder();
	remove_all(folder);
	g_free(cache);
	g_free(folder);
	return 0;
}
