/*
 * tests/tools/make_picture.c - makes pictures for tests and measurements, the same at each run.
 *
 *     make_picture KIND WIDTH HEIGHT OUT [NAME=NUMBER...]
 *
 * KIND: photo (colours like a photograph's, with noise), grey, inks (CMYK),
 * clear (RGB with soft transparency), opaque (RGB with an alpha that hides
 * nothing), line (pure black on white), deep (16 bits), quarters (red, green,
 * blue, white: which way is up).
 * OUT takes libvips' options: out.tif[tile,compression=lzw,pyramid=false].
 * NAME=NUMBER goes into the picture's metadata: orientation=6.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>

enum { NOISE = 24 };

static uint32_t mixed(uint32_t x, uint32_t y)
{
	uint32_t v = x * 0x9e3779b1u ^ y * 0x85ebca77u;

	v = (v ^ v >> 15) * 0x2c1b3c6du;
	return (v ^ v >> 12) * 0x297a2d39u >> 7;
}

/* 0..255, smooth over some hundred pixels. */
static int wave(int x, int y, int phase)
{
	int v = (x * (3 + phase) / 5 + y * (5 - phase) / 4 + phase * 97) & 511;

	return v < 256 ? v : 511 - v;
}

static void photo_pixel(int x, int y, int bands, uint8_t *p)
{
	for (int b = 0; b < bands; b++) {
		int v = wave(x, y, b) + (int)(mixed((uint32_t)x, (uint32_t)(y * 4 + b)) % NOISE) - NOISE / 2;

		p[b] = (uint8_t)CLAMP(v, 0, 255);
	}
}

struct picture { const char *kind; int width, height, bands; bool deep; VipsInterpretation space; bool fades; };

static const struct picture kinds[] = {
	{ "photo",    0, 0, 3, false, VIPS_INTERPRETATION_sRGB, false },
	{ "grey",     0, 0, 1, false, VIPS_INTERPRETATION_B_W, false },
	{ "inks",     0, 0, 4, false, VIPS_INTERPRETATION_CMYK, false },
	{ "clear",    0, 0, 4, false, VIPS_INTERPRETATION_sRGB, true },
	{ "neutral",  0, 0, 4, false, VIPS_INTERPRETATION_sRGB, true },
	{ "veil",     0, 0, 2, false, VIPS_INTERPRETATION_B_W, true },
	{ "opaque",   0, 0, 4, false, VIPS_INTERPRETATION_sRGB, false },
	{ "line",     0, 0, 1, false, VIPS_INTERPRETATION_B_W, false },
	{ "deep",     0, 0, 3, true,  VIPS_INTERPRETATION_RGB16, false },
	{ "quarters", 0, 0, 3, false, VIPS_INTERPRETATION_sRGB, false },
};

static void pixel(const struct picture *s, int x, int y, uint8_t *p)
{
	static const uint8_t quarter[2][2][3] = { { { 255, 0, 0 }, { 0, 255, 0 } }, { { 0, 0, 255 }, { 255, 255, 255 } } };

	if (!strcmp(s->kind, "line")) {
		int dx = x - s->width / 2, dy = y - s->height / 2;

		p[0] = ((int64_t)dx * dx + (int64_t)dy * dy) / 4096 % 4 ? 255 : 0;
	} else if (!strcmp(s->kind, "quarters")) {
		memcpy(p, quarter[y >= s->height / 2][x >= s->width / 2], 3);
	} else {
		photo_pixel(x, y, s->bands, p);
		if (!strcmp(s->kind, "neutral"))
			p[1] = p[2] = p[0];
		if (s->fades)
			p[s->bands - 1] = (uint8_t)(x * 255 / MAX(s->width - 1, 1));
		else if (!strcmp(s->kind, "opaque"))
			p[3] = 255;
	}
}

static int generate(VipsRegion *out, void *seq, void *a, void *b, gboolean *stop)
{
	const struct picture *s = a;
	VipsRect *r = &out->valid;

	(void)seq, (void)b, (void)stop;
	for (int y = r->top; y < r->top + r->height; y++)
		for (int x = r->left; x < r->left + r->width; x++) {
			uint8_t p[4];
			VipsPel *q = VIPS_REGION_ADDR(out, x, y);

			pixel(s, x, y, p);
			for (int i = 0; i < s->bands; i++)
				if (s->deep)
					((uint16_t *)(void *)q)[i] = (uint16_t)(p[i] * 257);
				else
					q[i] = p[i];
		}
	return 0;
}

int main(int argc, char **argv)
{
	struct picture s = { 0 };
	VipsImage *im;

	for (size_t i = 0; argc >= 5 && i < G_N_ELEMENTS(kinds); i++)
		if (!strcmp(kinds[i].kind, argv[1]))
			s = kinds[i];
	if (!s.kind || VIPS_INIT(argv[0])) {
		fputs("make_picture KIND WIDTH HEIGHT OUT [NAME=NUMBER...]\n", stderr);
		return 2;
	}
	s.width = atoi(argv[2]);
	s.height = atoi(argv[3]);
	im = vips_image_new();
	vips_image_init_fields(im, s.width, s.height, s.bands, s.deep ? VIPS_FORMAT_USHORT : VIPS_FORMAT_UCHAR,
			       VIPS_CODING_NONE, s.space, 11.8, 11.8);
	vips_image_pipelinev(im, VIPS_DEMAND_STYLE_THINSTRIP, NULL);
	if (vips_image_generate(im, NULL, generate, NULL, &s, NULL))
		vips_error_exit(NULL);
	for (int i = 5; i < argc; i++) {
		char **pair = g_strsplit(argv[i], "=", 2);

		vips_image_set_int(im, pair[0], pair[1] ? atoi(pair[1]) : 1);
		g_strfreev(pair);
	}
	if (vips_image_write_to_file(im, argv[4], NULL))
		vips_error_exit(NULL);
	g_object_unref(im);
	vips_shutdown();
	return 0;
}
