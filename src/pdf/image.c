/* src/pdf/image.c - pictures into a PDF, without another encoding where they allow it. */
#include "pdf/image.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include "pdf/file.h"

/* Pictures are large: what the best level would save is not worth its time. */
enum { LEVEL = 3 };

static unsigned be32(const unsigned char *s)
{
	return (unsigned)s[0] << 24 | (unsigned)s[1] << 16 | (unsigned)s[2] << 8 | s[3];
}

static void append_head(GString *s, unsigned width, unsigned height, int bits, const char *space)
{
	g_string_append_printf(s, "/Type /XObject /Subtype /Image /Width %u /Height %u /BitsPerComponent %d /ColorSpace %s",
			       width, height, bits, space);
}

int pdf_image_jpeg(struct pdf_file *f, const unsigned char *bytes, size_t n)
{
	unsigned width = 0, height = 0;
	int components = 0, id = 0;
	GString *s;

	for (size_t at = 2; at + 9 < n && bytes[at] == 0xff && bytes[at + 1] != 0xda; at += 2 + ((size_t)bytes[at + 2] << 8 | bytes[at + 3]))
		/* Baseline, extended and progressive. */
		if (bytes[at + 1] >= 0xc0 && bytes[at + 1] <= 0xc2 && bytes[at + 4] == 8) {
			height = (unsigned)bytes[at + 5] << 8 | bytes[at + 6];
			width = (unsigned)bytes[at + 7] << 8 | bytes[at + 8];
			components = bytes[at + 9];
		}
	if (!width || !height || (components != 1 && components != 3))
		return 0;
	s = g_string_new(NULL);
	append_head(s, width, height, 8, components == 1 ? "/DeviceGray" : "/DeviceRGB");
	g_string_append(s, " /Interpolate true /Filter /DCTDecode");
	id = pdf_reserve(f);
	pdf_put_stream(f, id, s->str, bytes, n);
	g_string_free(s, TRUE);
	return id;
}

/* ---- PNG ---- */

struct png {
	unsigned width, height;
	int bits, kind;			/* kind: 0 grey, 2 RGB, 3 by palette */
	const unsigned char *palette;
	size_t ncolours;
	GByteArray *data;
};

/* One chunk. false: the picture cannot go in as it is. */
static bool take_chunk(struct png *p, const unsigned char *name, const unsigned char *body, size_t n)
{
	if (!memcmp(name, "IHDR", 4)) {
		if (n < 13 || body[12])		/* interlaced */
			return false;
		p->width = be32(body);
		p->height = be32(body + 4);
		p->bits = body[8];
		p->kind = body[9];
		return (p->kind == 0 || p->kind == 2 || p->kind == 3) && p->bits <= 8;
	}
	if (!memcmp(name, "PLTE", 4)) {
		p->palette = body;
		p->ncolours = n / 3;
	} else if (!memcmp(name, "IDAT", 4)) {
		g_byte_array_append(p->data, body, (guint)n);
	}
	return memcmp(name, "tRNS", 4) != 0;
}

static bool read_png(struct png *p, const unsigned char *bytes, size_t n)
{
	static const unsigned char mark[8] = "\x89PNG\r\n\x1a\n";
	enum { ROUND = 12 };		/* length, name and checksum round a chunk's body */
	size_t at = sizeof mark;

	if (n < at || memcmp(bytes, mark, sizeof mark) != 0)
		return false;
	while (n - at >= ROUND) {
		size_t length = be32(bytes + at);

		if (length > n - at - ROUND || !take_chunk(p, bytes + at + 4, bytes + at + 8, length))
			return false;
		if (!memcmp(bytes + at + 4, "IEND", 4))
			break;
		at += ROUND + length;
	}
	return p->width && p->height && p->data->len && (p->kind != 3 || p->ncolours);
}

static int write_png(struct pdf_file *f, const struct png *p)
{
	GString *space = g_string_new(p->kind == 2 ? "/DeviceRGB" : "/DeviceGray"), *s = g_string_new(NULL);
	int id = pdf_reserve(f);

	if (p->kind == 3) {
		g_string_printf(space, "[/Indexed /DeviceRGB %zu <", p->ncolours - 1);
		for (size_t i = 0; i < p->ncolours * 3; i++)
			g_string_append_printf(space, "%02x", p->palette[i]);
		g_string_append(space, ">]");
	}
	append_head(s, p->width, p->height, p->bits, space->str);
	g_string_append_printf(s, " /Interpolate true /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %u >>",
			       p->kind == 2 ? 3 : 1, p->bits, p->width);
	pdf_put_stream(f, id, s->str, p->data->data, p->data->len);
	g_string_free(space, TRUE);
	g_string_free(s, TRUE);
	return id;
}

int pdf_image_png(struct pdf_file *f, const unsigned char *bytes, size_t n)
{
	struct png p = { .data = g_byte_array_new() };
	int id = read_png(&p, bytes, n) ? write_png(f, &p) : 0;

	g_byte_array_free(p.data, TRUE);
	return id;
}

/* ---- pixels ---- */

int pdf_image_pixels(struct pdf_file *f, int width, int height, const uint8_t *rgb, const uint8_t *alpha)
{
	size_t n = (size_t)width * (size_t)height;
	GString *s = g_string_new(NULL);
	int id = pdf_reserve(f), mask = alpha ? pdf_reserve(f) : 0;

	append_head(s, (unsigned)width, (unsigned)height, 8, "/DeviceRGB");
	g_string_append(s, " /Interpolate true");
	if (mask)
		g_string_append_printf(s, " /SMask %d 0 R", mask);
	pdf_put_packed(f, id, s->str, rgb, n * 3, LEVEL);
	if (mask) {
		g_string_truncate(s, 0);
		append_head(s, (unsigned)width, (unsigned)height, 8, "/DeviceGray");
		g_string_append(s, " /Interpolate true");
		pdf_put_packed(f, mask, s->str, alpha, n, LEVEL);
	}
	g_string_free(s, TRUE);
	return id;
}
