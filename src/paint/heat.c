/* src/paint/heat.c - plates and heat maps. */
#include "paint/heat.h"
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <cairo.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "page/block/words.h"
#include "paint/paint.h"

#define NEAR_LIMIT 20.0			/* per cent under and over it */
#define LEGEND ((Pt)46)			/* height, for a page as wide as A4 */
#define A4_WIDTH ((Pt)595.276)

struct tone { double r, g, b; };
/* Blue, yellow, vermilion and a dark violet: apart by lightness too. */
static const struct tone paper = { 1, 1, 1 }, deep = { 0.10, 0.32, 0.58 }, near = { 0.96, 0.88, 0.20 },
			 over = { 0.84, 0.37, 0 }, far_over = { 0.35, 0, 0.28 };

static struct tone tone_of(double percent, double limit)
{
	double t;

	if (percent > limit + NEAR_LIMIT)
		return far_over;
	if (percent > limit + 1)	/* one per cent is rounding */
		return over;
	if (percent > limit - NEAR_LIMIT)
		return near;
	t = limit > NEAR_LIMIT ? percent / (limit - NEAR_LIMIT) : 0;
	return (struct tone){ paper.r + t * (deep.r - paper.r), paper.g + t * (deep.g - paper.g), paper.b + t * (deep.b - paper.b) };
}

static uint32_t packed(struct tone t)
{
	return 0xff000000u | (uint32_t)(t.r * 255 + 0.5) << 16 | (uint32_t)(t.g * 255 + 0.5) << 8 | (uint32_t)(t.b * 255 + 0.5);
}

/* ---- files ---- */

static cairo_status_t write_bytes(void *out, const unsigned char *bytes, unsigned int n)
{
	return outfile_write(out, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static bool write_png(cairo_surface_t *s, const char *path, struct diag *d)
{
	struct outfile *out = outfile_new(path, d);
	cairo_status_t st;

	if (!out)
		return false;
	st = cairo_surface_write_to_png_stream(s, write_bytes, out);
	/* A write error is told, with its reason, by the commit. */
	if (st == CAIRO_STATUS_SUCCESS || st == CAIRO_STATUS_WRITE_ERROR)
		return outfile_commit(out, d);
	diag_add(d, D_MACHINE, (struct src){ path, 0, 0 }, _("the page cannot be written: %s"), cairo_status_to_string(st));
	outfile_abort(out);
	return false;
}

bool plate_write(const uint8_t *ink, int w, int h, const char *path, struct diag *d)
{
	/* cairo writes a surface of alpha alone as a grey PNG. */
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
	unsigned char *row = cairo_image_surface_get_data(s);
	int stride = cairo_image_surface_get_stride(s);
	bool ok;

	cairo_surface_flush(s);
	for (int y = 0; row && y < h; y++, row += stride)
		for (int x = 0; x < w; x++)
			row[x] = (unsigned char)(255 - ink[(size_t)y * (size_t)w + (size_t)x]);
	cairo_surface_mark_dirty(s);
	ok = write_png(s, path, d);
	cairo_surface_destroy(s);
	return ok;
}

/* ---- the map ---- */

static cairo_surface_t *map_surface(const struct heat *h)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, h->w, h->h);
	unsigned char *data = cairo_image_surface_get_data(s);
	int stride = cairo_image_surface_get_stride(s);
	uint32_t tones[1024];

	for (int i = 0; i < 1024; i++)
		tones[i] = packed(tone_of(i, h->limit));
	cairo_surface_flush(s);
	for (int y = 0; data && y < h->h; y++) {
		uint32_t *row = (uint32_t *)(void *)(data + (size_t)y * (size_t)stride);

		for (int x = 0; x < h->w; x++)
			row[x] = tones[MIN(h->sum[(size_t)y * (size_t)h->w + (size_t)x], 1023)];
	}
	cairo_surface_mark_dirty(s);
	return s;
}

/* Dark on light, so that it is seen on any ground. */
static void ring(cairo_t *cr, const struct heat *h)
{
	double scale = h->dpi / 72, x = h->x + h->side / 2.0, y = h->y + h->side / 2.0;

	for (int i = 0; i < 2; i++) {
		cairo_set_source_rgb(cr, !i, !i, !i);
		cairo_set_line_width(cr, (i ? 1.2 : 3.6) * scale);
		cairo_arc(cr, x, y, 11 * scale, 0, 2 * G_PI);
		cairo_stroke(cr);
	}
}

/* ---- the legend ---- */

struct legend { cairo_t *cr; struct words *words; Pt x, y, size; };

/* A patch and what it means; further to the right each time. to: the patch runs over to that tone. */
static void entry(struct legend *l, struct tone from, struct tone to, Pt width, const char *text)
{
	cairo_pattern_t *p = cairo_pattern_create_linear(l->x, 0, l->x + width, 0);
	const struct colour black = { "black", 1, 0, 0, 0, 1 };

	cairo_pattern_add_color_stop_rgb(p, 0, from.r, from.g, from.b);
	cairo_pattern_add_color_stop_rgb(p, 1, to.r, to.g, to.b);
	cairo_rectangle(l->cr, l->x, l->y - 0.9 * l->size, width, 1.2 * l->size);
	cairo_set_source(l->cr, p);
	cairo_fill_preserve(l->cr);
	cairo_set_source_rgb(l->cr, 0.4, 0.4, 0.4);
	cairo_set_line_width(l->cr, 0.4);
	cairo_stroke(l->cr);
	cairo_pattern_destroy(p);
	l->x += width + 0.6 * l->size;
	l->x += words_put(l->words, text, "en", l->size, 400, l->x, l->y, WORDS_LEFT, black) + 2 * l->size;
}

static void legend(struct legend *l, const struct heat *h)
{
	const struct colour black = { "black", 1, 0, 0, 0, 1 };
	char text[80];

	words_put(l->words, h->title, "en", 1.15 * l->size, 600, l->x, l->y - 1.9 * l->size, WORDS_LEFT, black);
	snprintf(text, sizeof text, "0–%.0f %%", MAX(h->limit - NEAR_LIMIT, 0));
	entry(l, paper, deep, 6 * l->size, text);
	snprintf(text, sizeof text, "%.0f–%.0f %%", MAX(h->limit - NEAR_LIMIT, 0), h->limit);
	entry(l, near, near, 2 * l->size, text);
	snprintf(text, sizeof text, _("over %.0f %%"), h->limit);
	entry(l, over, over, 2 * l->size, text);
	snprintf(text, sizeof text, _("over %.0f %%"), h->limit + NEAR_LIMIT);
	entry(l, far_over, far_over, 2 * l->size, text);
}

bool heat_write(const struct heat *h, struct painter *painter, struct words *words, const char *path, struct diag *d)
{
	double scale = h->dpi / 72, part = MIN(h->w / scale / A4_WIDTH, 1);
	cairo_surface_t *map = map_surface(h), *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, h->w, h->h + (int)ceil(LEGEND * part * scale));
	cairo_t *cr = cairo_create(s);
	struct legend l = { cr, words, 20 * part, h->h / scale + 35 * part, 8 * part };
	struct page page = { 0 };
	bool ok;

	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_set_source_surface(cr, map, 0, 0);
	cairo_paint(cr);
	if (h->peak > 0)
		ring(cr, h);
	cairo_scale(cr, scale, scale);
	cairo_set_source_rgb(cr, 0.6, 0.6, 0.6);
	cairo_set_line_width(cr, 0.5);
	cairo_move_to(cr, 0, h->h / scale);
	cairo_line_to(cr, h->w / scale, h->h / scale);
	cairo_stroke(cr);
	legend(&l, h);
	page.items = words_items(words, &page.nitems);
	ok = paint_page(painter, cr, &page) && write_png(s, path, d);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	cairo_surface_destroy(map);
	return ok;
}
