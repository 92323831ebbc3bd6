/*
 * src/picture/outline.c - how far a shape reaches in each row of a picture: of what
 * is not transparent, or of an SVG path over it.
 *
 * Both are drawn small first; a path by librsvg, which knows all of its grammar.
 */
#include <math.h>
#include <string.h>
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <vips/vips.h>
#include "picture/picture.h"

enum { SIDE = 512, SEEN = 32 };		/* px of the longer side; opacity, of 255, from which on a pixel counts */

/* A byte a pixel. */
struct mask { int width, height; unsigned char *at; };

static void mask_size(struct mask *m, double width, double height)
{
	double scale = fmin(1, SIDE / fmax(width, height));

	m->width = MAX(1, (int)(width * scale + 0.5));
	m->height = MAX(1, (int)(height * scale + 0.5));
}

/* ---- drawings and paths ------------------------------------------------------------------ */

static bool draw(RsvgHandle *h, struct mask *m, struct reply *r)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A8, m->width, m->height);
	cairo_t *cr = cairo_create(s);
	const RsvgRectangle all = { 0, 0, m->width, m->height };
	GError *error = NULL;
	bool ok = rsvg_handle_render_document(h, cr, &all, &error);
	const unsigned char *from;

	cairo_surface_flush(s);
	from = cairo_image_surface_get_data(s);
	if (!ok || !from) {
		ok = fault(r, JOB_DAMAGED, error ? error->message : NULL);
	} else {
		m->at = g_malloc((gsize)m->width * (gsize)m->height);
		for (int y = 0; y < m->height; y++)
			memcpy(m->at + y * m->width, from + y * cairo_image_surface_get_stride(s), (size_t)m->width);
	}
	g_clear_error(&error);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	return ok;
}

static bool drawing_mask(const char *path, struct mask *m, struct reply *r)
{
	RsvgHandle *h = svg_open(path, NULL, r);
	bool ok = h && draw(h, m, r);

	if (h)
		g_object_unref(h);
	return ok;
}

static bool path_mask(const char *path, int width, int height, struct mask *m, struct reply *r)
{
	char *svg;
	RsvgHandle *h;
	GError *error = NULL;
	bool ok;

	/* It stands in an attribute. */
	if (strpbrk(path, "<>&\""))
		return fault(r, JOB_SHAPE, NULL);
	svg = g_strdup_printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"><path d=\"%s\"/></svg>",
			      width, height, width, height, path);
	h = rsvg_handle_new_from_data((const guint8 *)svg, strlen(svg), &error);
	ok = h ? draw(h, m, r) : fault(r, JOB_DAMAGED, error->message);
	g_clear_error(&error);
	g_free(svg);
	if (h)
		g_object_unref(h);
	return ok;
}

/* ---- pictures of pixels ------------------------------------------------------------------ */

static bool step(VipsImage **im, int failed, VipsImage **next, struct reply *r)
{
	if (failed)
		return fault_vips(r, JOB_DAMAGED);
	g_object_unref(*im);
	*im = *next;
	*next = NULL;
	return true;
}

/* The alpha alone, small and upright. */
static bool alpha_small(VipsImage **im, const struct mask *m, struct reply *r)
{
	bool deep = vips_image_get_format(*im) == VIPS_FORMAT_USHORT;
	bool lying = vips_image_get_orientation_swap(*im);
	double sx = (double)(lying ? m->height : m->width) / (*im)->Xsize, sy = (double)(lying ? m->width : m->height) / (*im)->Ysize;
	VipsImage *next = NULL;

	if (!step(im, vips_extract_band(*im, &next, vips_image_get_bands(*im) - 1, NULL), &next, r) ||
	    !step(im, vips_resize(*im, &next, sx, "vscale", sy, "kernel", VIPS_KERNEL_LINEAR, NULL), &next, r) ||
	    (deep && !step(im, vips_linear1(*im, &next, 1 / 257.0, 0, NULL), &next, r)) ||
	    !step(im, vips_cast_uchar(*im, &next, NULL), &next, r))
		return false;
	next = vips_image_copy_memory(*im);
	return step(im, !next, &next, r) && step(im, vips_autorot(*im, &next, NULL), &next, r);
}

static bool pixel_mask(const char *path, const struct source *s, struct mask *m, struct reply *r)
{
	VipsImage *im = NULL;
	size_t n = 0;
	bool ok = !vips_call(s->loader, path, &im, "access", VIPS_ACCESS_SEQUENTIAL, NULL) || fault_vips(r, JOB_DAMAGED);

	ok = ok && alpha_small(&im, m, r);
	if (ok) {
		m->width = im->Xsize;
		m->height = im->Ysize;
		m->at = vips_image_write_to_memory(im, &n);
		ok = m->at || fault_vips(r, JOB_DAMAGED);
	}
	if (im)
		g_object_unref(im);
	return ok;
}

/* ---- rows -------------------------------------------------------------------------------- */

/* Left and right of each row, of 4095, as three hexadecimal digits each; a row with nothing: fff000. false: all are. */
static bool rows_take(const struct mask *m, GString *rows, bool *all)
{
	bool some = false;

	*all = true;
	for (int y = 0; y < m->height; y++) {
		const unsigned char *row = m->at + y * m->width;
		int left = 0, right = m->width;

		while (left < right && row[left] < SEEN)
			left++;
		while (right > left && row[right - 1] < SEEN)
			right--;
		some |= right > left;
		*all &= left == 0 && right == m->width;
		if (right > left)
			g_string_append_printf(rows, "%03x%03x", left * 4095 / m->width, (right * 4095 + m->width - 1) / m->width);
		else
			g_string_append(rows, "fff000");
	}
	return some;
}

bool picture_outline(const char *path, const struct wish *w, struct reply *r, GString *rows)
{
	struct source s = { .loader = "" };
	struct mask m = { 0 };
	bool all = false, ok = w->path ? picture_probe(path, w->page, r) : source_open(path, &s, r);

	if (!ok)
		return false;
	if (!w->path && !r->alpha)
		return fault(r, JOB_OPAQUE, NULL);
	mask_size(&m, r->width, r->height);
	ok = w->path ? path_mask(w->path, r->width, r->height, &m, r) : *s.loader ? pixel_mask(path, &s, &m, r) : drawing_mask(path, &m, r);
	ok = ok && (rows_take(&m, rows, &all) || fault(r, w->path ? JOB_SHAPE : JOB_OPAQUE, NULL));
	ok = ok && (w->path || !all || fault(r, JOB_OPAQUE, NULL));
	r->height = m.height;
	g_free(m.at);
	return ok;
}
