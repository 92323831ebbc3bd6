/*
 * src/prepress/impose_page.c - pages read, and made into forms.
 *
 * A page's single content stream becomes the form itself by getting a form's
 * dictionary; only one that several pages share is copied, byte by byte, as the
 * file holds it.
 */
#include <stdlib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "prepress/impose_work.h"

#define LEAST_SIDE ((Pt)3)		/* of a page, ISO 32000-1, annex C */
#define MOST_SIDE ((Pt)14400 * 10)
#define MOST_UNIT 1000			/* of UserUnit: a larger one is a slip */

struct bounds bounds_within(struct bounds a, struct bounds b)
{
	return (struct bounds){ MAX(a.x0, b.x0), MAX(a.y0, b.y0), MIN(a.x1, b.x1), MIN(a.y1, b.y1) };
}

qpdf_oh new_name(struct imposition *im, const char *s)
{
	return qpdf_oh_new_name(im->q, s);
}

qpdf_oh new_stream(struct imposition *im, const void *bytes, size_t n)
{
	qpdf_oh s = qpdf_oh_new_stream(im->q);

	qpdf_oh_replace_stream_data(im->q, s, bytes, n, qpdf_oh_new_null(im->q), qpdf_oh_new_null(im->q));
	return s;
}

qpdf_oh new_box(struct imposition *im, struct bounds b)
{
	const double side[4] = { b.x0, b.y0, b.x1, b.y1 };
	qpdf_oh a = qpdf_oh_new_array(im->q);

	for (int i = 0; i < 4; i++)
		qpdf_oh_append_item(im->q, a, qpdf_oh_new_real_from_double(im->q, side[i], 4));
	return a;
}

static bool read_box(struct imposition *im, qpdf_oh page, const char *key, struct bounds *b)
{
	qpdf_data q = im->q;
	qpdf_oh box = qpdf_oh_get_key(q, page, key);
	double v[4];

	if (!qpdf_oh_is_array(q, box) || qpdf_oh_get_array_n_items(q, box) != 4)
		return false;
	for (int i = 0; i < 4; i++) {
		qpdf_oh x = qpdf_oh_get_array_item(q, box, i);

		if (!qpdf_oh_is_number(q, x))
			return false;
		v[i] = qpdf_oh_get_numeric_value(q, x);
	}
	*b = (struct bounds){ MIN(v[0], v[2]), MIN(v[1], v[3]), MAX(v[0], v[2]), MAX(v[1], v[3]) };
	return true;
}

static bool possible(struct bounds b)
{
	return b.x1 - b.x0 >= LEAST_SIDE && b.y1 - b.y0 >= LEAST_SIDE && b.x1 - b.x0 <= MOST_SIDE && b.y1 - b.y0 <= MOST_SIDE;
}

/* b stays as it was where the box is not there or impossible. */
static bool usable_box(struct imposition *im, qpdf_oh page, const char *key, struct bounds *b)
{
	struct bounds found;

	if (!read_box(im, page, key, &found) || !possible(found))
		return false;
	*b = found;
	return true;
}

static bool empty(struct bounds b)
{
	return b.x1 - b.x0 < LEAST_SIDE || b.y1 - b.y0 < LEAST_SIDE;
}

/* Boxes fall back on each other as ISO 32000-1, 14.11.2 says. */
static void read_boxes(struct imposition *im, struct leaf *l, struct bounds media)
{
	struct bounds crop = media;

	usable_box(im, l->page, "/CropBox", &crop);
	crop = bounds_within(crop, media);
	if (empty(crop))
		crop = media;
	l->trim = crop;
	if (!usable_box(im, l->page, "/TrimBox", &l->trim) && !usable_box(im, l->page, "/ArtBox", &l->trim))
		l->trim = crop;
	l->trim = bounds_within(l->trim, media);
	if (empty(l->trim))
		l->trim = crop;
	l->bleed = l->trim;
	if (usable_box(im, l->page, "/BleedBox", &l->bleed))
		l->bleed = bounds_within(l->bleed, media);
	else
		l->bleed = l->trim;
}

static void read_turn(struct imposition *im, struct leaf *l)
{
	qpdf_data q = im->q;
	qpdf_oh rotate = qpdf_oh_get_key(q, l->page, "/Rotate"), unit = qpdf_oh_get_key(q, l->page, "/UserUnit");

	l->rotate = qpdf_oh_is_integer(q, rotate) ? (int)(((qpdf_oh_get_int_value(q, rotate) % 360) + 360) % 360) / 90 * 90 : 0;
	l->unit = qpdf_oh_is_number(q, unit) ? qpdf_oh_get_numeric_value(q, unit) : 1;
	if (!(l->unit > 0 && l->unit <= MOST_UNIT))
		l->unit = 1;
}

bool leaf_read(struct imposition *im, size_t i)
{
	struct leaf *l = &im->leaves[i];
	struct bounds media;
	qpdf_oh annots;

	l->page = qpdf_get_page_n(im->q, i);
	if (!read_box(im, l->page, "/MediaBox", &media) || empty(media))
		return imposition_fail(im, _("page %zu has no size (MediaBox); have the file exported anew"), i + 1);
	if (!possible(media))
		return imposition_fail(im, _("page %zu has an impossible size (%.0f × %.0f pt)"), i + 1, media.x1 - media.x0, media.y1 - media.y0);
	read_boxes(im, l, media);
	read_turn(im, l);
	annots = qpdf_oh_get_key(im->q, l->page, "/Annots");
	if (qpdf_oh_is_array(im->q, annots))
		im->dropped += (size_t)qpdf_oh_get_array_n_items(im->q, annots);
	return true;
}

struct extent leaf_size(const struct leaf *l)
{
	Pt w = (l->trim.x1 - l->trim.x0) * l->unit, h = (l->trim.y1 - l->trim.y0) * l->unit;

	return l->rotate % 180 ? (struct extent){ h, w } : (struct extent){ w, h };
}

/* The same bytes in a stream of its own, still packed as they were. 0: unreadable. */
static qpdf_oh copy_stream(struct imposition *im, qpdf_oh stream)
{
	qpdf_data q = im->q;
	qpdf_oh dict = qpdf_oh_get_dict(q, stream), copy;
	unsigned char *bytes = NULL;
	size_t n = 0;

	if (qpdf_oh_get_stream_data(q, stream, qpdf_dl_none, NULL, &bytes, &n) & QPDF_ERRORS) {
		free(bytes);
		return 0;
	}
	copy = qpdf_oh_new_stream(q);
	qpdf_oh_replace_stream_data(q, copy, bytes, n, qpdf_oh_get_key(q, dict, "/Filter"), qpdf_oh_get_key(q, dict, "/DecodeParms"));
	free(bytes);
	return copy;
}

static qpdf_oh joined_streams(struct imposition *im, qpdf_oh page)
{
	unsigned char *bytes = NULL;
	size_t n = 0;
	qpdf_oh s = 0;

	if (!(qpdf_oh_get_page_content_data(im->q, page, &bytes, &n) & QPDF_ERRORS))
		s = new_stream(im, bytes, n);
	free(bytes);
	return s;
}

/* What becomes the form; 0: unreadable. */
static qpdf_oh content_of(struct imposition *im, qpdf_oh page)
{
	qpdf_data q = im->q;
	qpdf_oh contents = qpdf_oh_get_key(q, page, "/Contents");

	if (qpdf_oh_is_array(q, contents) && qpdf_oh_get_array_n_items(q, contents) == 1)
		contents = qpdf_oh_get_array_item(q, contents, 0);
	if (qpdf_oh_is_stream(q, contents))
		return g_hash_table_add(im->used, GINT_TO_POINTER(qpdf_oh_get_object_id(q, contents))) ? contents : copy_stream(im, contents);
	return qpdf_oh_is_array(q, contents) ? joined_streams(im, page) : new_stream(im, "", 0);
}

bool leaf_make_form(struct imposition *im, size_t i)
{
	static const char *const kept[] = { "/Resources", "/Group" };
	qpdf_data q = im->q;
	struct leaf *l = &im->leaves[i];
	qpdf_oh dict, value;

	l->form = content_of(im, l->page);
	if (!l->form || qpdf_has_error(q)) {
		if (qpdf_has_error(q))
			qpdf_get_error(q);
		return imposition_fail(im, _("the content of page %zu cannot be read"), i + 1);
	}
	dict = qpdf_oh_get_dict(q, l->form);
	qpdf_oh_replace_key(q, dict, "/Type", new_name(im, "/XObject"));
	qpdf_oh_replace_key(q, dict, "/Subtype", new_name(im, "/Form"));
	qpdf_oh_replace_key(q, dict, "/BBox", new_box(im, (struct bounds){
		MIN(l->bleed.x0, l->trim.x0), MIN(l->bleed.y0, l->trim.y0), MAX(l->bleed.x1, l->trim.x1), MAX(l->bleed.y1, l->trim.y1) }));
	for (size_t k = 0; k < G_N_ELEMENTS(kept); k++) {
		value = qpdf_oh_get_key(q, l->page, kept[k]);
		if (qpdf_oh_is_dictionary(q, value))
			qpdf_oh_replace_key(q, dict, kept[k], value);
	}
	if (!qpdf_oh_has_key(q, dict, "/Resources"))
		qpdf_oh_replace_key(q, dict, "/Resources", qpdf_oh_new_dictionary(q));
	if (!qpdf_oh_is_indirect(q, l->form))
		l->form = qpdf_make_indirect_object(q, l->form);
	return true;
}
