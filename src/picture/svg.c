/*
 * src/picture/svg.c - drawings: their nominal size, and how they become PDF.
 *
 * Read from memory and without a base address, so that librsvg follows no
 * reference out of the file. Compressed drawings are not read: they are a
 * bomb's favourite dress.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include "base/drawfont.h"
#include "picture/picture.h"

enum { SVG_LIMIT = 64 << 20, HEAD = 4096, TRIAL_PX = 128 };

#define PT_PER_PX (72.0 / 96.0)		/* CSS */

static const struct { RsvgUnit unit; double pt; } units[] = {
	{ RSVG_UNIT_PX, PT_PER_PX },
	{ RSVG_UNIT_IN, 72.0 },
	{ RSVG_UNIT_CM, 72.0 / 2.54 },
	{ RSVG_UNIT_MM, 72.0 / 25.4 },
	{ RSVG_UNIT_PT, 1.0 },
	{ RSVG_UNIT_PC, 12.0 },
};

/* 0 where the length says nothing by itself: percent, em. */
static double length_pt(gboolean has, RsvgLength l)
{
	for (size_t i = 0; has && i < G_N_ELEMENTS(units); i++)
		if (units[i].unit == l.unit && l.length > 0)
			return l.unit == RSVG_UNIT_MM ? l.length * 72.0 / 25.4 : l.length * units[i].pt;
	return 0;
}

static bool looks_like_svg(const char *path)
{
	char head[HEAD + 1], *s = head;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, head, HEAD) : 0;

	if (fd >= 0)
		close(fd);
	head[n > 0 ? n : 0] = 0;
	if (!strncmp(s, "\xef\xbb\xbf", 3))
		s += 3;
	s += strspn(s, " \t\r\n");
	return *s == '<' && strstr(s, "<svg");
}

static bool size_take(RsvgHandle *h, struct reply *r)
{
	RsvgLength w, ht;
	RsvgRectangle box;
	gboolean has_w, has_h, has_box;
	double px_w, px_h;

	rsvg_handle_get_intrinsic_dimensions(h, &has_w, &w, &has_h, &ht, &has_box, &box);
	has_box = has_box && box.width > 0 && box.height > 0;
	r->nominal_w = length_pt(has_w, w);
	r->nominal_h = length_pt(has_h, ht);
	if (has_box && !r->nominal_w && !r->nominal_h) {
		r->nominal_w = box.width * PT_PER_PX;
		r->nominal_h = box.height * PT_PER_PX;
	} else if (has_box && !r->nominal_w) {
		r->nominal_w = r->nominal_h * box.width / box.height;
	} else if (has_box && !r->nominal_h) {
		r->nominal_h = r->nominal_w * box.height / box.width;
	}
	if (!(r->nominal_w > 0) || !(r->nominal_h > 0))
		return fault(r, JOB_SIZE, NULL);
	px_w = r->nominal_w / PT_PER_PX;
	px_h = r->nominal_h / PT_PER_PX;
	if (px_w > JOB_SIDE || px_h > JOB_SIDE) {
		g_snprintf(r->detail, sizeof r->detail, "%.0f x %.0f", px_w, px_h);
		return fault(r, JOB_LARGE, r->detail);
	}
	r->kind = "vector";
	r->width = MAX(1, (int)(px_w + 0.5));
	r->height = MAX(1, (int)(px_h + 0.5));
	r->alpha = true;
	return true;
}

/*
 * Draw it small, here, where time and memory are limited: a drawing that never
 * ends, by nested copies or endless filters, must not reach zivos itself.
 */
static bool trial_draw(RsvgHandle *h, struct reply *r)
{
	const RsvgRectangle viewport = { 0, 0, TRIAL_PX, TRIAL_PX };
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, TRIAL_PX, TRIAL_PX);
	cairo_t *cr = cairo_create(s);
	GError *error = NULL;
	bool ok = rsvg_handle_render_document(h, cr, &viewport, &error);

	if (!ok)
		fault(r, JOB_DAMAGED, error ? error->message : NULL);
	g_clear_error(&error);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	return ok;
}

RsvgHandle *svg_open(const char *path, const char *fonts, struct reply *r)
{
	char *text = NULL;
	gsize n = 0;
	GError *error = NULL;
	RsvgHandle *h = NULL;
	FcConfig *config = NULL;

	if (!g_file_get_contents(path, &text, &n, &error)) {
		fault(r, JOB_UNREADABLE, error->message);
		goto out;
	}
	if (n > SVG_LIMIT) {
		fault(r, JOB_DAMAGED, "more than 64 MB of SVG");
		goto out;
	}
	if (fonts) {
		config = drawfont_open(fonts);
		/* Through Pango's default font map, which is made anew. */
		if (config)
			FcConfigSetCurrent(config);
		pango_cairo_font_map_set_default(NULL);
	}
	if (!svg_scan(text, n, config != NULL, r))
		goto out;
	h = rsvg_handle_new_from_data((const guint8 *)text, n, &error);
	if (!h)
		fault(r, JOB_DAMAGED, error ? error->message : NULL);
	else
		rsvg_handle_set_dpi(h, 96);		/* CSS: what an inch is to a drawing program */
out:
	if (config)
		FcConfigDestroy(config);
	g_clear_error(&error);
	g_free(text);
	return h;
}

bool svg_probe(const char *path, struct reply *r, bool *is_svg)
{
	RsvgHandle *h;
	bool ok;

	*is_svg = looks_like_svg(path);
	if (!*is_svg)
		return false;
	h = svg_open(path, NULL, r);
	ok = h && size_take(h, r) && trial_draw(h, r);
	if (h)
		g_object_unref(h);
	return ok;
}

static cairo_status_t append(void *out, const unsigned char *bytes, unsigned int n)
{
	g_byte_array_append(out, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

/* The whole drawing lies where its crop fills the page. */
static bool draw(RsvgHandle *h, cairo_surface_t *s, const struct wish *w, struct reply *r)
{
	double width = w->place[0] / w->crop[2], height = w->place[1] / w->crop[3];
	RsvgRectangle whole = { -w->crop[0] * width, -w->crop[1] * height, width, height };
	cairo_t *cr = cairo_create(s);
	GError *error = NULL;
	cairo_status_t st;

	cairo_rectangle(cr, 0, 0, w->place[0], w->place[1]);
	cairo_clip(cr);
	rsvg_handle_render_document(h, cr, &whole, &error);
	cairo_show_page(cr);
	cairo_surface_finish(s);
	st = cairo_status(cr) ? cairo_status(cr) : cairo_surface_status(s);
	cairo_destroy(cr);
	if (!error && !st)
		return true;
	fault(r, JOB_DAMAGED, error ? error->message : cairo_status_to_string(st));
	g_clear_error(&error);
	return false;
}

bool picture_draw(const char *path, const struct wish *w, struct reply *r)
{
	GByteArray *pdf = g_byte_array_new();
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(append, pdf, w->place[0], w->place[1]);
	RsvgHandle *h = svg_open(path, w->fonts, r);
	bool ok = false;

	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
	cairo_surface_set_fallback_resolution(s, 72, 72);
	if (h && draw(h, s, w, r))
		ok = file_fill(w->out, r, (const void *const[]){ pdf->data }, (const size_t[]){ pdf->len }, 1);
	if (ok) {
		r->kind = "pdf";
		r->width = MAX(1, (int)(w->place[0] + 0.5));
		r->height = MAX(1, (int)(w->place[1] + 0.5));
	}
	if (h)
		g_object_unref(h);
	cairo_surface_destroy(s);
	g_byte_array_free(pdf, TRUE);
	return ok;
}
