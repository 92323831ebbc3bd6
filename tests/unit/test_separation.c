/*
 * tests/unit/test_separation.c - pictures on their way to the press, and every
 * kind of file that holds one, by the real zivos-picture.
 */
#include <assert.h>
#include <lcms2.h>
#include <zlib.h>
#include "pictures.h"

static struct world w;
static struct icc *coated;

static struct conversion to_press(const char *name, struct picture_colour colour, int px, double sharpen)
{
	char *path = file(name);
	struct probe p = { .path = arena_strdup(w.a, path) };
	struct conversion c = { .path = p.path, .crop_w = 1, .crop_h = 1, .width = px, .height = px,
				.press = { coated, colour, 95, sharpen, 0.8 } };

	assert(store_probe(w.s, w.a, &p, 1, w.d));
	if (p.error)
		fprintf(stderr, "%s: %s\n", name, p.error);
	assert(!p.error);
	c.kind = p.info.kind;
	assert(store_convert(w.s, w.a, &c, 1, w.d));
	if (c.error)
		fprintf(stderr, "%s: %s\n", name, c.error);
	assert(!c.error);
	g_free(path);
	return c;
}

static struct conversion plain(const char *name)
{
	return to_press(name, (struct picture_colour){ .intent = RENDER_RELATIVE }, 4000, 0);
}

/* Ink of a JPEG, 0..100 %. Adobe's numbers count light. */
static void inks_at(const char *path, int x, int y, int ink[4])
{
	int v[4], n;

	jpeg_pixel(path, x, y, v, &n);
	assert(n == 4);
	for (int i = 0; i < 4; i++)
		ink[i] = (255 - v[i]) * 100 / 255;
}

static bool same_bytes(const char *a, const char *b)
{
	char *x, *y;
	gsize n, m;
	bool same;

	assert(g_file_get_contents(a, &x, &n, NULL) && g_file_get_contents(b, &y, &m, NULL));
	same = n == m && !memcmp(x, y, n);
	g_free(x);
	g_free(y);
	return same;
}

/* ---- lossless files ---- */

struct ink_file { int width, height, inks, bits; uint8_t *pixel; size_t line, nalpha; };

/* Inflated, and PNG's filter Up undone. */
static struct ink_file ink_read(const char *path)
{
	struct ink_file f;
	char *bytes, *end;
	gsize n;
	unsigned long colour;
	uLongf size;
	uint8_t *rows;

	assert(g_file_get_contents(path, &bytes, &n, NULL));
	assert(sscanf(bytes, "zivos-ink %d %d %d %d %lu %zu", &f.width, &f.height, &f.inks, &f.bits, &colour, &f.nalpha) == 6);
	end = strchr(bytes, '\n') + 1;
	assert((size_t)(end - bytes) + colour + f.nalpha == n);
	f.line = ((size_t)f.width * (size_t)f.inks * (size_t)f.bits + 7) / 8;
	size = (f.line + 1) * (size_t)f.height;
	rows = g_malloc(size);
	assert(uncompress(rows, &size, (Bytef *)end, colour) == Z_OK && size == (f.line + 1) * (size_t)f.height);
	f.pixel = g_malloc0(f.line * (size_t)f.height);
	for (int y = 0; y < f.height; y++)
		for (size_t i = 0; i < f.line; i++) {
			uint8_t above = y ? f.pixel[(size_t)(y - 1) * f.line + i] : 0;

			assert(rows[(size_t)y * (f.line + 1)] == 2);
			f.pixel[(size_t)y * f.line + i] = (uint8_t)(rows[(size_t)y * (f.line + 1) + 1 + i] + above);
		}
	g_free(rows);
	g_free(bytes);
	return f;
}

static bool is_white(const struct ink_file *f, int x, int y)
{
	return f->pixel[(size_t)y * f->line + (size_t)x / 8] >> (7 - x % 8) & 1;
}

/* As make_picture draws it. */
static bool line_is_white(int x, int y, int width, int height)
{
	long dx = x - width / 2, dy = y - height / 2;

	return (dx * dx + dy * dy) / 4096 % 4 != 0;
}

static void test_line(void)
{
	static const char *const files[] = { "line.png", "line1.png[bitdepth=1]", "line.tif", "line1.tif[bitdepth=1,compression=ccittfax4]",
					     "line.webp[lossless]" };
	struct conversion c;
	struct ink_file f;

	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		char *name = g_strndup(files[i], strcspn(files[i], "["));

		made("line", 301, 203, files[i], NULL);
		c = plain(name);
		assert(c.kind == PICTURE_LINE && g_str_has_suffix(c.out, ".ink"));
		f = ink_read(c.out);
		/* never up, one bit, the same dots */
		assert(f.width == 301 && f.height == 203 && f.inks == 1 && f.bits == 1 && !f.nalpha);
		for (int y = 0; y < 203; y++)
			for (int x = 0; x < 301; x++)
				assert(is_white(&f, x, y) == line_is_white(x, y, 301, 203));
		g_free(f.pixel);
		g_free(name);
	}
	/* brought down: each dot as most of what it covers */
	c = to_press("line.png", (struct picture_colour){ .intent = RENDER_RELATIVE }, 100, 0);
	f = ink_read(c.out);
	assert(f.width == 100 && f.bits == 1 && is_white(&f, 25, 33) == line_is_white(75, 99, 301, 203));
	assert(!is_white(&f, 50, 33));
	g_free(f.pixel);
	/* what is not pure is no line art */
	made("grey", 64, 64, "grey.png", NULL);
	made("photo", 64, 64, "photo.png", NULL);
	assert(plain("grey.png").kind == PICTURE_GRAPHIC && plain("photo.png").kind == PICTURE_GRAPHIC);
	made("line", 64, 64, "line.jpg", NULL);
	assert(plain("line.jpg").kind == PICTURE_PHOTO);
}

/* ---- colours ---- */

static void test_turned(void)
{
	/* The quarter that each turn brings to the upper left: red, green, blue, white of the stored one. */
	static const int corner[9] = { 0, 0, 1, 3, 2, 0, 2, 3, 1 };

	for (int o = 1; o <= 8; o++) {
		char *name = g_strdup_printf("turn%d.jpg", o), *tag = g_strdup_printf("orientation=%d", o);
		struct conversion c;
		int ink[4];
		bool cyan, magenta, yellow;

		made("quarters", 64, 32, name, tag);
		c = plain(name);
		assert(c.out_width == (o >= 5 ? 32 : 64) && c.out_height == (o >= 5 ? 64 : 32));
		inks_at(c.out, 6, 6, ink);
		cyan = ink[0] > 40;
		magenta = ink[1] > 40;
		yellow = ink[2] > 40;
		assert(cyan == (corner[o] == 1 || corner[o] == 2));
		assert(magenta == (corner[o] == 0 || corner[o] == 2));
		assert(yellow == (corner[o] == 0 || corner[o] == 1));
		g_free(name);
		g_free(tag);
	}
}

static void flat_jpeg(const char *name, J_COLOR_SPACE space, const uint8_t *colour, const void *icc, size_t nicc)
{
	static uint8_t pixels[32 * 32 * 4];
	size_t n = space == JCS_CMYK ? 4 : space == JCS_GRAYSCALE ? 1 : 3;

	for (size_t i = 0; i < 32 * 32; i++)
		memcpy(pixels + n * i, colour, n);
	jpeg_put(name, (struct jpeg){ space, 32, 32, 0, pixels, icc, nicc });
}

static char *find(char *bytes, size_t n, const char *what, size_t length)
{
	for (size_t i = 0; i + length <= n; i++)
		if (!memcmp(bytes + i, what, length))
			return bytes + i;
	return NULL;
}

/* Adobe's marker taken out. */
static void without_adobe(const char *from, const char *to)
{
	char *path = file(from), *bytes, *at;
	gsize n;

	assert(g_file_get_contents(path, &bytes, &n, NULL));
	at = find(bytes, n, "\xff\xee\0\x0e""Adobe", 9);
	assert(at);
	memmove(at, at + 16, n - (gsize)(at - bytes) - 16);
	put(to, bytes, n - 16);
	g_free(bytes);
	g_free(path);
}

static void is_ink_of(const char *path, int c, int m, int y, int k)
{
	int ink[4], want[4] = { c, m, y, k };

	inks_at(path, 16, 16, ink);
	for (int i = 0; i < 4; i++)
		if (abs(ink[i] - want[i]) > 2) {
			fprintf(stderr, "%s: %d %d %d %d\n", path, ink[0], ink[1], ink[2], ink[3]);
			abort();
		}
}

static void test_inks_kept(void)
{
	struct picture_colour keep = { .intent = RENDER_RELATIVE, .keep = true };
	struct icc *other = press("layouts/print/ungestrichen.icc");
	struct conversion c, d;
	const void *bytes;
	size_t n;
	int ink[4];

	/* With Adobe's marker numbers are light, without it ink: here twice 20/40/60/10. */
	flat_jpeg("adobe.jpg", JCS_CMYK, (uint8_t[]){ 204, 153, 102, 230 }, NULL, 0);
	c = plain("adobe.jpg");
	assert(c.notes.kept && !c.notes.srgb);
	is_ink_of(c.out, 20, 40, 60, 10);
	flat_jpeg("plaincmyk.jpg", JCS_CMYK, (uint8_t[]){ 51, 102, 153, 25 }, NULL, 0);
	without_adobe("plaincmyk.jpg", "noadobe.jpg");
	is_ink_of(plain("noadobe.jpg").out, 20, 40, 60, 10);
	made("inks", 32, 32, "inks.tif", NULL);
	assert(plain("inks.tif").notes.kept);
	/* another press's: converted, or kept by wish */
	bytes = icc_bytes(other, &n);
	jpeg_put_chunked("other.jpg", (uint8_t[]){ 204, 153, 102, 230 }, bytes, n);
	c = plain("other.jpg");
	inks_at(c.out, 16, 16, ink);
	assert(!c.notes.kept && (abs(ink[0] - 20) > 2 || abs(ink[1] - 40) > 2 || abs(ink[2] - 60) > 2));
	d = to_press("other.jpg", keep, 4000, 0);
	assert(d.notes.kept);
	is_ink_of(d.out, 20, 40, 60, 10);
	/* this press's own: as they are, and nothing to say */
	bytes = icc_bytes(coated, &n);
	jpeg_put_chunked("own.jpg", (uint8_t[]){ 204, 153, 102, 230 }, bytes, n);
	c = plain("own.jpg");
	assert(!c.notes.kept);
	is_ink_of(c.out, 20, 40, 60, 10);
	icc_free(other);
}

static void test_rgb(void)
{
	struct picture_colour how = { .intent = RENDER_RELATIVE };
	struct conversion c[4];
	uint8_t icc[1024];
	size_t nicc = icc_make(icc);

	flat_jpeg("blue.jpg", JCS_RGB, (uint8_t[]){ 10, 20, 250 }, NULL, 0);
	for (int i = 0; i < 4; i++) {
		how.intent = (enum intent)i;
		c[i] = to_press("blue.jpg", how, 4000, 0);
		assert(c[i].notes.srgb);
	}
	/* a blue that no press prints: each intent has a way of its own with it */
	for (int i = 0; i < 4; i++)
		for (int k = 0; k < i; k++)
			assert(!same_bytes(c[i].out, c[k].out));
	/* white is paper but where the paper's own colour is asked for */
	flat_jpeg("white.jpg", JCS_RGB, (uint8_t[]){ 255, 255, 255 }, icc, nicc);
	how.intent = RENDER_RELATIVE;
	c[0] = to_press("white.jpg", how, 4000, 0);
	assert(!c[0].notes.srgb);
	/* a profile that is none: taken as sRGB, and said */
	flat_jpeg("noprofile.jpg", JCS_RGB, (uint8_t[]){ 10, 20, 250 }, "rubbish", 7);
	c[0] = plain("noprofile.jpg");
	assert(c[0].notes.srgb && same_bytes(c[0].out, c[RENDER_RELATIVE].out));
	/* colours that say themselves that they are sRGB */
	flat_jpeg("camera.jpg", JCS_RGB, (uint8_t[]){ 10, 20, 250 }, NULL, 0);
	exif_srgb("camera.jpg");
	assert(!plain("camera.jpg").notes.srgb);
}

static int black_at(const struct conversion *c)
{
	int v[4], n;

	jpeg_pixel(c->out, 16, 16, v, &n);
	assert(n == 1);
	return 255 - v[0];
}

static void test_grey(void)
{
	cmsToneCurve *curve = cmsBuildGamma(NULL, 1.0);
	cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
	cmsUInt32Number n = 0;
	uint8_t *icc;
	struct conversion c, d;

	assert(profile && cmsSaveProfileToMem(profile, NULL, &n));
	icc = g_malloc(n);
	assert(cmsSaveProfileToMem(profile, icc, &n));
	flat_jpeg("grey.jpg", JCS_GRAYSCALE, (uint8_t[]){ 128 }, NULL, 0);
	flat_jpeg("light.jpg", JCS_GRAYSCALE, (uint8_t[]){ 128 }, icc, n);
	c = plain("grey.jpg");
	d = plain("light.jpg");
	assert(abs(black_at(&c) - icc_greys(coated)[128]) <= 1 && !c.notes.srgb);
	/* linear light: 50 % of it is much brighter than sRGB's 128 */
	assert(black_at(&d) < black_at(&c) - 40);
	/* RGB without a colour: black alone */
	flat_jpeg("neutral.jpg", JCS_RGB, (uint8_t[]){ 128, 128, 128 }, NULL, 0);
	d = plain("neutral.jpg");
	assert(black_at(&d) == black_at(&c));
	cmsCloseProfile(profile);
	cmsFreeToneCurve(curve);
	g_free(icc);
}

static void test_alpha(void)
{
	struct picture_colour flat = { .intent = RENDER_RELATIVE, .flatten = true };
	struct conversion c;
	struct ink_file f;
	int ink[4];

	made("clear", 64, 32, "clear.png", NULL);
	c = plain("clear.png");
	f = ink_read(c.out);
	assert(f.inks == 4 && f.nalpha > 0);
	g_free(f.pixel);
	c = to_press("clear.png", flat, 4000, 0);
	f = ink_read(c.out);
	/* at the left all is clear: paper */
	assert(f.inks == 4 && !f.nalpha && f.pixel[0] + f.pixel[1] + f.pixel[2] + f.pixel[3] <= 4);
	g_free(f.pixel);
	/* an alpha that hides nothing costs no soft mask, and a photograph stays a JPEG */
	made("opaque", 64, 32, "opaque.png", NULL);
	f = ink_read(plain("opaque.png").out);
	assert(!f.nalpha);
	g_free(f.pixel);
	made("opaque", 64, 32, "opaque.webp", NULL);
	c = plain("opaque.webp");
	assert(g_str_has_suffix(c.out, ".jpg"));
	inks_at(c.out, 32, 16, ink);
}

static void test_sharpen(void)
{
	struct picture_colour colour = { .intent = RENDER_RELATIVE };
	struct conversion soft, sharp;

	made("photo", 300, 200, "photo.jpg", NULL);
	soft = to_press("photo.jpg", colour, 150, 0);
	sharp = to_press("photo.jpg", colour, 150, 150);
	assert(!same_bytes(soft.out, sharp.out));
	/* graphics keep their pixels */
	soft = to_press("photo.png", colour, 30, 0);
	sharp = to_press("photo.png", colour, 30, 150);
	assert(same_bytes(soft.out, sharp.out));
}

/* ---- formats ---- */

/* Four quarters: red, green, blue, white. */
static void is_quarters(const char *name)
{
	struct conversion c = convert(w, name, 0, 1, 1000);
	int x = c.out_width / 4, y = c.out_height / 4;

	if (c.error)
		fprintf(stderr, "%s: %s\n", name, c.error);
	assert(!c.error && c.out_width == 64 && c.out_height == 32);
	if (g_str_has_suffix(c.out, ".png")) {
		cairo_surface_t *s = cairo_image_surface_create_from_png(c.out);
		const uint32_t *p = (const uint32_t *)(void *)cairo_image_surface_get_data(s);
		int stride = cairo_image_surface_get_stride(s) / 4;

		assert((p[y * stride + x] & 0xffffff) == 0xff0000 && (p[y * stride + 3 * x] & 0xffffff) == 0x00ff00);
		assert((p[3 * y * stride + x] & 0xffffff) == 0x0000ff && (p[3 * y * stride + 3 * x] & 0xffffff) == 0xffffff);
		cairo_surface_destroy(s);
		return;
	}
	is_colour(c.out, x, y, 255, 0, 0);
	is_colour(c.out, 3 * x, y, 0, 255, 0);
	is_colour(c.out, x, 3 * y, 0, 0, 255);
	is_colour(c.out, 3 * x, 3 * y, 255, 255, 255);
}

static void test_formats(void)
{
	static const char *const files[] = {
		"a.jpg[Q=98,subsample_mode=off]", "b.jpg[Q=98,interlace,subsample_mode=off]", "c.png", "d.png[interlace]",
		"e.png[palette]", "f.tif", "g.tif[compression=lzw]", "h.tif[tile,tile_width=16,tile_height=16,compression=deflate]",
		"i.tif[compression=jpeg,Q=98,rgbjpeg]", "j.webp[lossless]", "k.heic[Q=95,subsample_mode=off]", "l.heic[lossless]",
	};
	struct conversion c;
	int rgb[3], n;

	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		char *name = g_strndup(files[i], strcspn(files[i], "["));

		made("quarters", 64, 32, files[i], NULL);
		is_quarters(name);
		assert(plain(name).out);
		g_free(name);
	}
	/* 16 bits */
	made("deep", 64, 32, "deep.png", NULL);
	made("deep", 64, 32, "deep.tif", NULL);
	made("photo", 64, 32, "flat.png", NULL);
	assert(same_bytes(convert(w, "deep.png", 0, 1, 1000).out, convert(w, "flat.png", 0, 1, 1000).out));
	c = convert(w, "deep.tif", 0, 1, 1000);
	jpeg_pixel(c.out, 5, 5, rgb, &n);
	assert(n == 3 && plain("deep.tif").out && plain("deep.png").out);
	/* the first page of several */
	made("quarters", 64, 64, "pages.tif", "page-height=32");
	{
		struct probe p = probe(w, "pages.tif");

		assert(!p.error && p.info.height == 32 && p.info.notes.pages && !strcmp(p.info.notes.pages, "2"));
	}
	assert(!probe(w, "f.tif").info.notes.pages);
}

/* ---- bad input ---- */

static void changed(const char *from, const char *to, size_t at, const void *bytes, size_t n)
{
	char *path = file(from), *all;
	gsize size;

	assert(g_file_get_contents(path, &all, &size, NULL) && at + n <= size);
	memcpy(all + at, bytes, n);
	put(to, all, size);
	g_free(all);
	g_free(path);
}

/* Where the frame's height and width stand. */
static size_t frame_at(const char *name)
{
	char *path = file(name), *all, *at = NULL;
	gsize n;

	assert(g_file_get_contents(path, &all, &n, NULL));
	for (int marker = 0xc0; marker <= 0xc2 && !at; marker++)
		at = find(all, n, (char[]){ (char)0xff, (char)marker, 0, 17, 8 }, 5);
	assert(at);
	n = (gsize)(at - all) + 5;
	g_free(all);
	g_free(path);
	return n;
}

static void test_bad(void)
{
	static uint8_t noise[4000];
	struct conversion c;
	char *path, *all;
	gsize n;

	/* damaged in the middle: shown, and said */
	made("photo", 600, 400, "whole.jpg", NULL);
	path = file("whole.jpg");
	assert(g_file_get_contents(path, &all, &n, NULL));
	for (size_t i = 0; i < sizeof noise; i++)
		noise[i] = (uint8_t)(i * 2654435761u >> 9 & 0x7f);
	changed("whole.jpg", "damaged.jpg", n / 2, noise, MIN(sizeof noise, n / 4));
	c = plain("damaged.jpg");
	assert(c.notes.damaged && strstr(c.notes.damaged, "JPEG") && !plain("whole.jpg").notes.damaged);
	put("half.jpg", all, n / 2);
	assert(says(convert(w, "half.jpg", 0, 1, 100).error, "damaged or incomplete"));
	g_free(all);
	g_free(path);
	/* sizes that cannot be, or are too much */
	changed("whole.jpg", "bomb.jpg", frame_at("whole.jpg"), "\xea\x60\xea\x60", 4);
	assert(says(probe(w, "bomb.jpg").error, "60000 x 60000"));
	changed("whole.jpg", "nowidth.jpg", frame_at("whole.jpg"), "\1\1\0\0", 4);
	assert(probe(w, "nowidth.jpg").error);
	changed("whole.jpg", "noheight.jpg", frame_at("whole.jpg"), "\0\0\1\1", 4);
	assert(probe(w, "noheight.jpg").error);
	/* what must be held as a whole: refused with its kind, before it is read */
	changed("b.jpg", "progressive.jpg", frame_at("b.jpg"), "\x30\xd4\x3e\x80", 4);
	assert(says(probe(w, "progressive.jpg").error, "progressive JPEG, 16000 x 12500 px"));
	png_claim("interlaced.png", 16000, 12500, true);
	assert(says(probe(w, "interlaced.png").error, "interlaced PNG, 16000 x 12500 px"));
	png_claim("rows.png", 16000, 12500, false);
	assert(!probe(w, "rows.png").error);		/* read row by row */
	png_claim("zero.png", 0, 0, false);
	assert(probe(w, "zero.png").error);
}

/* ---- drawings ---- */

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>"

static struct conversion drawn(const char *name, const char *fonts)
{
	char *path = file(name);
	struct conversion c = { .path = arena_strdup(w.a, path), .kind = PICTURE_VECTOR, .crop_w = 1, .crop_h = 1,
				.place_w = 50, .place_h = 50, .fonts = fonts, .fonts_digest = "0" };

	assert(store_convert(w.s, w.a, &c, 1, w.d));
	g_free(path);
	return c;
}

static void test_drawings(void)
{
	char *fonts = data_path("fonts/fonts.conf"), *path, *all, *base64, *text;
	struct conversion c;
	gsize n;

	put_text("link.svg", SVG "<image xlink:href='foto.jpg' width='9' height='9'/></svg>");
	assert(!strcmp(probe(w, "link.svg").info.notes.links[0], "foto.jpg"));
	put_text("none.svg", SVG "<rect id='a' width='9' height='9'/><use href='#a'/></svg>");
	assert(!probe(w, "none.svg").info.notes.links[0]);
	/* a font that is not there, by attribute or style, but only where there is text in it */
	put_text("font.svg", SVG "<g style='fill:red;font-family:Comic Sans MS, cursive'><text y='9'>Wort</text></g></svg>");
	c = drawn("font.svg", fonts);
	assert(!c.error && !strcmp(c.notes.fonts[0].asked, "Comic Sans MS, cursive") && *c.notes.fonts[0].used);
	put_text("fontless.svg", SVG "<g font-family='Comic Sans MS'><rect width='9' height='9'/></g><text y='9'>Wort</text></svg>");
	assert(!drawn("fontless.svg", fonts).notes.fonts[0].asked);
	put_text("noto.svg", SVG "<text y='9' font-family=\"Nowhere, 'Noto Sans'\">Wort</text></svg>");
	assert(!drawn("noto.svg", fonts).notes.fonts[0].asked);
	/* what it holds is looked at too */
	png_claim("large.png", 30000, 30000, false);
	path = file("large.png");
	assert(g_file_get_contents(path, &all, &n, NULL));
	base64 = g_base64_encode((guchar *)all, n);
	text = g_strdup_printf(SVG "<image href='data:image/png;base64,%s' width='9' height='9'/></svg>", base64);
	put_text("large.svg", text);
	assert(says(probe(w, "large.svg").error, "30000 x 30000"));
	g_free(text);
	g_free(base64);
	g_free(all);
	g_free(path);
	g_free(fonts);
}

int main(void)
{
	char *cache;

	pictures_begin();
	cache = file("cache");
	w = world_new(cache);
	coated = press("layouts/print/gestrichen.icc");
	test_line();
	test_turned();
	test_inks_kept();
	test_rgb();
	test_grey();
	test_alpha();
	test_sharpen();
	test_formats();
	test_bad();
	test_drawings();
	icc_free(coated);
	world_free(w);
	g_free(cache);
	pictures_end();
	return 0;
}
