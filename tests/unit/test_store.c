/*
 * tests/unit/test_store.c - the picture cache with the real zivos-picture, and
 * with stand-ins that hang, crash and lie.
 *
 * The pictures are made here, byte by byte or by libjpeg and cairo, so that
 * each shows one thing: a bomb, a cut, an EXIF turn, a foreign colour space.
 */
#include <assert.h>
#include "pictures.h"

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

static struct outlining outline(struct world w, const char *name, const char *shape)
{
	struct outlining o = { .path = file(name), .shape = shape };

	assert(store_outline(w.s, w.a, &o, 1, w.d));
	return o;
}

/* Opaque in the middle half of its width and height, else clear. */
static void alpha_put(const char *name, int w, int h)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
	cairo_t *cr = cairo_create(s);
	char *path = file(name);

	cairo_rectangle(cr, w / 4.0, h / 4.0, w / 2.0, h / 2.0);
	cairo_fill(cr);
	assert(cairo_surface_write_to_png(s, path) == CAIRO_STATUS_SUCCESS);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	g_free(path);
}

/* What is not transparent of a picture, turned upright; a path over any picture; neither. */
static void test_outlines(struct world w)
{
	struct outlining o;

	alpha_put("hole.png", 100, 50);
	o = outline(w, "hole.png", NULL);
	assert(!o.error && o.outline && o.outline->n == 50);
	assert(o.outline->left[0] > o.outline->right[0]);	/* nothing in the first rows */
	assert(fabs(o.outline->left[25] - 0.25) < 0.02 && fabs(o.outline->right[25] - 0.75) < 0.02);
	turned_put("turned1.jpg", 1);
	o = outline(w, "turned1.jpg", "M 0 0 L 64 0 L 32 32 Z");
	assert(!o.error && o.outline->n == H && o.outline->left[0] < 0.03 && o.outline->right[0] > 0.97);
	assert(fabs(o.outline->left[H / 2] - 0.25) < 0.04 && fabs(o.outline->right[H / 2] - 0.75) < 0.04);
	assert(outline(w, "turned1.jpg", NULL).error);
	assert(outline(w, "turned1.jpg", "M 0 0").error);
	assert(outline(w, "turned1.jpg", "M 0 0\"/><image href=\"x\"/>").error);
	assert(outline(w, "turned1.jpg", "M 900 900 L 990 900 L 990 990 Z").error);
	/* Asked again, nothing is drawn. */
	o = outline(w, "hole.png", NULL);
	assert(!o.error && o.outline->n == 50);
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
				.press = { .output = output, .colour = { .intent = RENDER_RELATIVE, .flatten = flatten }, .quality = 95 } };

	assert(store_convert(w.s, w.a, &c, 1, w.d) && !c.error);
	g_free(path);
	return c;
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

static struct conversion shown(struct world w, const char *name, struct icc *press)
{
	char *path = file(name);
	struct conversion c = { .path = arena_strdup(w.a, path), .crop_w = 1, .crop_h = 1, .width = 100, .height = 100, .shown = press };

	assert(store_convert(w.s, w.a, &c, 1, w.d) && !c.error);
	g_free(path);
	return c;
}

/* On the screen inks without a profile of their own look as the press prints them. */
static void test_inks_shown(struct world w)
{
	struct icc *coated = press("layouts/print/gestrichen.icc"), *uncoated = press("layouts/print/ungestrichen.icc");
	static uint8_t cyan[4 * 32 * 32];
	struct conversion a, b, c;
	int pa[4], pb[4], pc[4], n;

	for (int i = 0; i < 32 * 32; i++)
		memcpy(cyan + 4 * i, (uint8_t[]){ 0, 255, 255, 255 }, 4);	/* as Adobe: 0 is all ink */
	jpeg_put("cyan.jpg", (struct jpeg){ JCS_CMYK, 32, 32, 0, cyan, NULL, 0 });
	a = shown(w, "cyan.jpg", coated);
	b = shown(w, "cyan.jpg", uncoated);
	c = shown(w, "cyan.jpg", NULL);

	jpeg_pixel(a.out, 16, 16, pa, &n);
	jpeg_pixel(b.out, 16, 16, pb, &n);
	jpeg_pixel(c.out, 16, 16, pc, &n);
	assert(n == 3);
	assert(abs(pa[0] - pb[0]) + abs(pa[1] - pb[1]) + abs(pa[2] - pb[2]) > 0);
	assert(abs(pa[0] - pc[0]) + abs(pa[1] - pc[1]) + abs(pa[2] - pc[2]) > 2);
	icc_free(coated);
	icc_free(uncoated);
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

	png_claim("bomb.png", 60000, 60000, false);
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

int main(void)
{
	char *cache, *program = data_program("zivos-picture");
	struct world w;

	if (!program) {
		fputs("test_store: zivos-picture is not built\n", stderr);
		return 1;
	}
	g_free(program);
	pictures_begin();
	cache = file("cache");
	w = world_new(cache);
	test_orientation(w);
	test_outlines(w);
	test_colour(w);
	test_inks(w);
	test_inks_shown(w);
	test_graphics(w);
	test_bad(w);
	world_free(w);
	test_workers();
	test_cache(cache);
	test_no_folder();
	pictures_end();
	g_free(cache);
	return 0;
}
