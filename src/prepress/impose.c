/*
 * src/prepress/impose.c - pages become forms, forms stand on sheets.
 *
 * The document is changed in its place: nothing is copied from one to another,
 * so all that forms refer to stays as it is. A page's single content stream
 * becomes the form itself by getting a form's dictionary; only one that
 * several pages share is copied, byte by byte, as the file holds it.
 */
#include "prepress/impose.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "page/inks.h"
#include "prepress/pdfout.h"
#include "prepress/rewrite.h"

#define HAIRLINE ((Pt)0.25)
#define MARK_OFFSET pt_from_mm((Mm){ 3 })
#define MARK_LENGTH pt_from_mm((Mm){ 4 })
#define LEAST_SIDE ((Pt)3)		/* of a page, ISO 32000-1, annex C */
#define MOST_SIDE ((Pt)14400 * 10)

struct leaf {				/* a page of the file that was read */
	qpdf_oh page, form;
	struct bounds trim, bleed;	/* in its own space */
	int rotate;			/* 0, 90, 180, 270: clockwise */
	double unit;
};

struct imposition {
	qpdf_data q;
	const char *path;
	struct diag *d;
	struct impose_options o;
	struct plan plan;
	struct leaf *leaves;
	size_t n;
	GHashTable *used;		/* numbers of content streams that became a form */
	size_t dropped;			/* annotations */
	qpdf_oh registration;		/* colour space of marks; 0: not made yet */
	struct rewrite *over;		/* of the overlay, and its document */
	qpdf_data over_q;
};

static bool fail(struct imposition *im, const char *text)
{
	diag_add(im->d, D_PDF, (struct src){ im->path, 0, 0 }, "%s", text);
	return false;
}

/* libqpdf's last error, told once in our words. */
static bool failed(struct imposition *im)
{
	qpdf_error e;

	if (!qpdf_has_error(im->q))
		return false;
	e = qpdf_get_error(im->q);
	switch (qpdf_get_error_code(im->q, e)) {
	case qpdf_e_password:
		fail(im, _("the file is locked with a password; ask whoever made it for one without"));
		break;
	case qpdf_e_system:
		diag_add(im->d, D_MACHINE, (struct src){ im->path, 0, 0 }, "%s", qpdf_get_error_message_detail(im->q, e));
		break;
	default:
		diag_add(im->d, D_PDF, (struct src){ im->path, 0, 0 },
			 _("this is no PDF, or it is damaged beyond repair (the reader says: %s); get it again from whoever made it"), qpdf_get_error_message_detail(im->q, e));
		break;
	}
	return true;
}

/* ---- reading pages ---- */

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

static struct bounds within(struct bounds a, struct bounds b)
{
	return (struct bounds){ MAX(a.x0, b.x0), MAX(a.y0, b.y0), MIN(a.x1, b.x1), MIN(a.y1, b.y1) };
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
static bool read_leaf(struct imposition *im, size_t i)
{
	qpdf_data q = im->q;
	struct leaf *l = &im->leaves[i];
	struct bounds media, crop;
	qpdf_oh rotate, unit, annots;
	char *text;

	l->page = qpdf_get_page_n(q, i);
	if (!read_box(im, l->page, "/MediaBox", &media) || empty(media)) {
		text = g_strdup_printf(_("page %zu has no size (MediaBox); have the file exported anew"), i + 1);
		fail(im, text);
		g_free(text);
		return false;
	}
	if (!possible(media)) {
		text = g_strdup_printf(_("page %zu has an impossible size (%.0f × %.0f pt)"), i + 1, media.x1 - media.x0, media.y1 - media.y0);
		fail(im, text);
		g_free(text);
		return false;
	}
	crop = media;
	usable_box(im, l->page, "/CropBox", &crop);
	crop = within(crop, media);
	if (empty(crop))
		crop = media;
	l->trim = crop;
	if (!usable_box(im, l->page, "/TrimBox", &l->trim) && !usable_box(im, l->page, "/ArtBox", &l->trim))
		l->trim = crop;
	l->trim = within(l->trim, media);
	if (empty(l->trim))
		l->trim = crop;
	l->bleed = l->trim;
	if (usable_box(im, l->page, "/BleedBox", &l->bleed))
		l->bleed = within(l->bleed, media);
	else
		l->bleed = l->trim;
	rotate = qpdf_oh_get_key(q, l->page, "/Rotate");
	l->rotate = qpdf_oh_is_integer(q, rotate) ? (int)(((qpdf_oh_get_int_value(q, rotate) % 360) + 360) % 360) / 90 * 90 : 0;
	unit = qpdf_oh_get_key(q, l->page, "/UserUnit");
	l->unit = qpdf_oh_is_number(q, unit) ? qpdf_oh_get_numeric_value(q, unit) : 1;
	if (!(l->unit > 0 && l->unit <= 1000))
		l->unit = 1;
	annots = qpdf_oh_get_key(q, l->page, "/Annots");
	if (qpdf_oh_is_array(q, annots))
		im->dropped += (size_t)qpdf_oh_get_array_n_items(q, annots);
	return true;
}

static struct extent shown(const struct leaf *l)
{
	Pt w = (l->trim.x1 - l->trim.x0) * l->unit, h = (l->trim.y1 - l->trim.y0) * l->unit;

	return l->rotate % 180 ? (struct extent){ h, w } : (struct extent){ w, h };
}

static bool open_file(struct imposition *im)
{
	int n;
	char *text;

	qpdf_silence_errors(im->q);
	qpdf_set_suppress_warnings(im->q, QPDF_TRUE);
	qpdf_read(im->q, im->path, "");
	if (failed(im))
		return false;
	if (qpdf_is_encrypted(im->q) && !qpdf_allow_modify_other(im->q) && !qpdf_allow_modify_assembly(im->q))
		return fail(im, _("the file may not be changed, as whoever made it decided; ask for one without a lock"));
	n = qpdf_get_num_pages(im->q);
	if (failed(im))
		return false;
	if (n < 1)
		return fail(im, _("the file has no pages"));
	if (n > IMPOSE_MOST_PAGES) {
		text = g_strdup_printf(_("the file has %d pages; up to %d can be put on sheets"), n, IMPOSE_MOST_PAGES);
		fail(im, text);
		g_free(text);
		return false;
	}
	im->n = (size_t)n;
	qpdf_push_inherited_attributes_to_page(im->q);
	return !failed(im);
}

static bool read_leaves(struct imposition *im)
{
	struct extent *sizes = g_new(struct extent, im->n);
	bool ok = true;

	im->leaves = g_new0(struct leaf, im->n);
	for (size_t i = 0; i < im->n && ok; i++) {
		ok = read_leaf(im, i);
		sizes[i] = shown(&im->leaves[i]);
	}
	ok = ok && !failed(im);
	if (ok)
		im->plan = plan_make(&im->o, sizes, im->n);
	g_free(sizes);
	return ok;
}

struct imposition *imposition_open(const char *path, const struct impose_options *o, struct diag *d)
{
	struct imposition *im = g_new0(struct imposition, 1);

	im->q = qpdf_init();
	im->path = path;
	im->d = d;
	im->o = *o;
	im->used = g_hash_table_new(NULL, NULL);
	if (open_file(im) && read_leaves(im))
		return im;
	imposition_free(im);
	return NULL;
}

void imposition_free(struct imposition *im)
{
	if (!im)
		return;
	if (im->over) {
		rewrite_clear(im->over);
		g_ptr_array_free(im->over->palette.spots, TRUE);
		g_free(im->over);
	}
	if (im->over_q)
		qpdf_cleanup(&im->over_q);
	plan_clear(&im->plan);
	g_hash_table_destroy(im->used);
	g_free(im->leaves);
	qpdf_cleanup(&im->q);
	g_free(im);
}

const struct plan *imposition_plan(const struct imposition *im)
{
	return &im->plan;
}

size_t imposition_pages(const struct imposition *im)
{
	return im->n;
}

/* ---- a page as a form ---- */

static qpdf_oh name(struct imposition *im, const char *s)
{
	return qpdf_oh_new_name(im->q, s);
}

static qpdf_oh new_stream(struct imposition *im, const void *bytes, size_t n)
{
	qpdf_oh s = qpdf_oh_new_stream(im->q);

	qpdf_oh_replace_stream_data(im->q, s, bytes, n, qpdf_oh_new_null(im->q), qpdf_oh_new_null(im->q));
	return s;
}

static qpdf_oh box_array(struct imposition *im, struct bounds b)
{
	const double side[4] = { b.x0, b.y0, b.x1, b.y1 };
	qpdf_oh a = qpdf_oh_new_array(im->q);

	for (int i = 0; i < 4; i++)
		qpdf_oh_append_item(im->q, a, qpdf_oh_new_real_from_double(im->q, side[i], 4));
	return a;
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

static bool make_form(struct imposition *im, size_t i)
{
	static const char *const kept[] = { "/Resources", "/Group" };
	qpdf_data q = im->q;
	struct leaf *l = &im->leaves[i];
	qpdf_oh dict, value;
	char *text;

	l->form = content_of(im, l->page);
	if (!l->form || qpdf_has_error(q)) {
		if (qpdf_has_error(q))
			qpdf_get_error(q);
		text = g_strdup_printf(_("the content of page %zu cannot be read"), i + 1);
		fail(im, text);
		g_free(text);
		return false;
	}
	dict = qpdf_oh_get_dict(q, l->form);
	qpdf_oh_replace_key(q, dict, "/Type", name(im, "/XObject"));
	qpdf_oh_replace_key(q, dict, "/Subtype", name(im, "/Form"));
	qpdf_oh_replace_key(q, dict, "/BBox", box_array(im, (struct bounds){
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

/* ---- a sheet's content ---- */

static void numbers(GString *s, const double *x, int n, int places, const char *operator)
{
	char buf[G_ASCII_DTOSTR_BUF_SIZE], format[8];

	g_snprintf(format, sizeof format, "%%.%df", places);
	for (int i = 0; i < n; i++) {
		g_ascii_formatd(buf, sizeof buf, format, fabs(x[i]) < 1e-9 ? 0 : x[i]);
		g_string_append_printf(s, "%s ", buf);
	}
	g_string_append_printf(s, "%s\n", operator);
}

/* The page's own space to the sheet's, so that its trim box, turned as it is shown, fills the cell. */
static void cell_matrix(const struct leaf *l, const struct cell *c, double m[6])
{
	double s = c->scale * l->unit;
	const struct bounds *t = &l->trim;

	switch (l->rotate) {
	case 90:
		memcpy(m, (double[6]){ 0, -s, s, 0, c->at.x0 - s * t->y0, c->at.y0 + s * t->x1 }, 6 * sizeof *m);
		break;
	case 180:
		memcpy(m, (double[6]){ -s, 0, 0, -s, c->at.x0 + s * t->x1, c->at.y0 + s * t->y1 }, 6 * sizeof *m);
		break;
	case 270:
		memcpy(m, (double[6]){ 0, s, -s, 0, c->at.x0 + s * t->y1, c->at.y0 - s * t->x0 }, 6 * sizeof *m);
		break;
	default:
		memcpy(m, (double[6]){ s, 0, 0, s, c->at.x0 - s * t->x0, c->at.y0 - s * t->y0 }, 6 * sizeof *m);
	}
}

static struct bounds mapped(const double m[6], struct bounds b)
{
	Pt x0 = m[0] * b.x0 + m[2] * b.y0 + m[4], x1 = m[0] * b.x1 + m[2] * b.y1 + m[4],
	   y0 = m[1] * b.x0 + m[3] * b.y0 + m[5], y1 = m[1] * b.x1 + m[3] * b.y1 + m[5];

	return (struct bounds){ MIN(x0, x1), MIN(y0, y1), MAX(x0, x1), MAX(y0, y1) };
}

static void put_cell(struct imposition *im, GString *s, qpdf_oh forms, const struct cell *c)
{
	const struct leaf *l = &im->leaves[c->page];
	struct bounds clip, bleed;
	double m[6];
	char key[24];

	cell_matrix(l, c, m);
	bleed = mapped(m, l->bleed);
	clip = within((struct bounds){ MIN(bleed.x0, c->at.x0), MIN(bleed.y0, c->at.y0), MAX(bleed.x1, c->at.x1), MAX(bleed.y1, c->at.y1) }, c->room);
	g_snprintf(key, sizeof key, "/P%d", c->page + 1);
	g_string_append(s, "q\n");
	numbers(s, (double[]){ clip.x0, clip.y0, clip.x1 - clip.x0, clip.y1 - clip.y0 }, 4, 4, "re W n");
	numbers(s, m, 6, 6, "cm");
	g_string_append_printf(s, "%s Do\nQ\n", key);
	qpdf_oh_replace_key(im->q, forms, key, l->form);
	if (im->o.scheme == IMPOSE_NUP) {
		g_string_append(s, "q 0 0 0 0.4 K ");
		numbers(s, (double[]){ HAIRLINE }, 1, 4, "w");
		numbers(s, (double[]){ c->at.x0, c->at.y0, c->at.x1 - c->at.x0, c->at.y1 - c->at.y0 }, 4, 4, "re S Q");
	}
}

static void line(GString *s, Pt x0, Pt y0, Pt x1, Pt y1)
{
	numbers(s, (double[]){ x0, y0 }, 2, 4, "m");
	numbers(s, (double[]){ x1, y1 }, 2, 4, "l S");
}

/* Crop marks at the corners of the spread, dashed lines at both ends of the fold. */
static void put_marks(struct imposition *im, GString *s, const struct side *side, qpdf_oh spaces)
{
	const struct bounds *t = &side->trim;
	Pt end = MARK_OFFSET + MARK_LENGTH;

	if (!im->registration)
		im->registration = qpdf_make_indirect_object(im->q, qpdf_oh_parse(im->q,
			"[ /Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1] >> ]"));
	qpdf_oh_replace_key(im->q, spaces, "/ZAll", im->registration);
	g_string_append(s, "q /ZAll CS 1 SCN\n");
	numbers(s, (double[]){ HAIRLINE }, 1, 4, "w");
	for (int right = 0; right < 2; right++)
		for (int top = 0; top < 2; top++) {
			Pt x = right ? t->x1 : t->x0, y = top ? t->y1 : t->y0, dx = right ? 1 : -1, dy = top ? 1 : -1;

			line(s, x + dx * MARK_OFFSET, y, x + dx * end, y);
			line(s, x, y + dy * MARK_OFFSET, x, y + dy * end);
		}
	g_string_append(s, "[3 2] 0 d\n");
	line(s, im->plan.spine, t->y0 - MARK_OFFSET, im->plan.spine, t->y0 - end);
	line(s, im->plan.spine, t->y1 + MARK_OFFSET, im->plan.spine, t->y1 + end);
	g_string_append(s, "Q\n");
}

/* The bleed of a side: as far as its pages have some and the sheet has room. */
static struct bounds side_bleed(const struct imposition *im, const struct side *s)
{
	struct bounds all = s->trim;

	for (size_t i = 0; i < s->ncells; i++) {
		const struct cell *c = &s->cells[i];
		struct bounds b;
		double m[6];

		if (c->page < 0)
			continue;
		cell_matrix(&im->leaves[c->page], c, m);
		b = within(mapped(m, im->leaves[c->page].bleed), c->room);
		all = (struct bounds){ MIN(all.x0, b.x0), MIN(all.y0, b.y0), MAX(all.x1, b.x1), MAX(all.y1, b.y1) };
	}
	return within(all, (struct bounds){ 0, 0, s->w, s->h });
}

static qpdf_oh overlay_form(struct imposition *im, size_t i);

static qpdf_oh make_sheet(struct imposition *im, size_t i)
{
	qpdf_data q = im->q;
	const struct side *side = &im->plan.sides[i];
	qpdf_oh page = qpdf_oh_new_dictionary(q), resources = qpdf_oh_new_dictionary(q), forms = qpdf_oh_new_dictionary(q),
		spaces = qpdf_oh_new_dictionary(q), group = 0;
	GString *s = g_string_new(NULL);

	for (size_t k = 0; k < side->ncells; k++) {
		if (side->cells[k].page < 0)
			continue;
		put_cell(im, s, forms, &side->cells[k]);
		if (!group && qpdf_oh_has_key(q, qpdf_oh_get_dict(q, im->leaves[side->cells[k].page].form), "/Group"))
			group = qpdf_oh_get_key(q, qpdf_oh_get_dict(q, im->leaves[side->cells[k].page].form), "/Group");
	}
	if (im->plan.marks)
		put_marks(im, s, side, spaces);
	if (im->over) {
		qpdf_oh_replace_key(q, forms, "/ZOver", overlay_form(im, i));
		g_string_append(s, "/ZOver Do\n");
	}
	qpdf_oh_replace_key(q, resources, "/XObject", forms);
	qpdf_oh_replace_key(q, resources, "/ColorSpace", spaces);
	qpdf_oh_replace_key(q, page, "/Type", name(im, "/Page"));
	qpdf_oh_replace_key(q, page, "/MediaBox", box_array(im, (struct bounds){ 0, 0, side->w, side->h }));
	qpdf_oh_replace_key(q, page, "/BleedBox", box_array(im, side_bleed(im, side)));
	qpdf_oh_replace_key(q, page, "/TrimBox", box_array(im, side->trim));
	qpdf_oh_replace_key(q, page, "/Resources", resources);
	qpdf_oh_replace_key(q, page, "/Contents", new_stream(im, s->str, s->len));
	if (group)
		qpdf_oh_replace_key(q, page, "/Group", group);
	g_string_free(s, TRUE);
	return qpdf_make_indirect_object(q, page);
}

/* ---- numbers over the sheets ---- */

bool imposition_overlay(struct imposition *im, const void *bytes, size_t n, const struct inks *inks)
{
	struct palette p = { .meaning = RGB_KEYS, .inks = inks, .spots = g_ptr_array_new() };

	im->over_q = qpdf_init();
	im->over = g_new0(struct rewrite, 1);
	qpdf_silence_errors(im->over_q);
	qpdf_set_suppress_warnings(im->over_q, QPDF_TRUE);
	rewrite_init(im->over, im->over_q, p, PDFX_4, im->d);
	if (!(qpdf_read_memory(im->over_q, "numbers", bytes, n, NULL) & QPDF_ERRORS) &&
	    qpdf_get_num_pages(im->over_q) == (int)im->plan.nsides)
		return true;
	diag_add(im->d, D_PREPRESS, (struct src){ im->path, 0, 0 }, "%s", _("the numbers of the pages could not be laid over the sheets"));
	return false;
}

static qpdf_oh overlay_form(struct imposition *im, size_t i)
{
	qpdf_data q = im->over_q;
	qpdf_oh page = qpdf_get_page_n(q, i), form, dict;

	im->over->page = (int)i + 1;
	if (!rewrite_page(im->over, page))
		return qpdf_oh_new_null(im->q);
	/* The rewritten content is one stream: it becomes the form. */
	form = qpdf_oh_get_key(q, page, "/Contents");
	dict = qpdf_oh_get_dict(q, form);
	qpdf_oh_replace_key(q, dict, "/Type", qpdf_oh_new_name(q, "/XObject"));
	qpdf_oh_replace_key(q, dict, "/Subtype", qpdf_oh_new_name(q, "/Form"));
	qpdf_oh_replace_key(q, dict, "/BBox", qpdf_oh_get_key(q, page, "/MediaBox"));
	qpdf_oh_replace_key(q, dict, "/Resources", qpdf_oh_get_key(q, page, "/Resources"));
	if (!qpdf_oh_is_indirect(q, form))
		form = qpdf_make_indirect_object(q, form);
	return qpdf_oh_copy_foreign_object(im->q, q, form);
}

/* ---- the document ---- */

static void strip_root(struct imposition *im)
{
	static const char *const kept[] = {
		"/Type", "/Pages", "/OutputIntents", "/Metadata", "/OCProperties", "/Lang", "/Version", "/Extensions", NULL
	};
	qpdf_data q = im->q;
	qpdf_oh root = qpdf_get_root(q), view = qpdf_oh_new_dictionary(q);
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

	qpdf_oh_begin_dict_key_iter(q, root);
	while (qpdf_oh_dict_more_keys(q))
		g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(q)));
	for (guint i = 0; i < keys->len; i++)
		if (!g_strv_contains(kept, keys->pdata[i]))
			qpdf_oh_remove_key(q, root, keys->pdata[i]);
	g_ptr_array_free(keys, TRUE);
	if (im->o.scheme != IMPOSE_BOOKLET)
		return;
	/* A printer's dialogue then offers what a booklet needs. */
	qpdf_oh_replace_key(q, view, "/PrintScaling", name(im, "/None"));
	qpdf_oh_replace_key(q, view, "/Duplex", name(im, im->plan.duplex_long ? "/DuplexFlipLongEdge" : "/DuplexFlipShortEdge"));
	qpdf_oh_replace_key(q, root, "/ViewerPreferences", view);
}

/* Sheets in the pages' place; from the end, since libqpdf moves all that follow. */
static void replace_pages(struct imposition *im)
{
	for (size_t i = im->n; i-- > 0;)
		qpdf_remove_page(im->q, im->leaves[i].page);
	for (size_t i = 0; i < im->plan.nsides && !qpdf_has_error(im->q); i++)
		qpdf_add_page(im->q, im->q, make_sheet(im, i), QPDF_FALSE);
}

static void report_what_went(struct imposition *im)
{
	struct src at = { im->path, 0, 0 };

	if (im->dropped)
		diag_add(im->d, D_PDF_DROPPED, at, ngettext("%zu link, comment or form field was left out: sheets hold none",
			 "%zu links, comments or form fields were left out: sheets hold none", im->dropped), im->dropped);
	if (im->o.marks && !im->plan.marks && im->o.scheme == IMPOSE_BOOKLET)
		diag_add(im->d, D_PDF_DROPPED, at, _("the sheet has no room for marks; they need 7.5 mm on every side"));
	if (im->o.scheme == IMPOSE_BOOKLET && im->plan.scale != 1)
		diag_add(im->d, D_PDF_DROPPED, at, _("the pages are set at %.0f %% of their size, to go on the sheet"), im->plan.scale * 100);
}

bool imposition_write(struct imposition *im, struct outfile *out)
{
	enum pdfout how;

	for (size_t i = 0; i < im->n; i++)
		if (!make_form(im, i))
			return false;
	replace_pages(im);
	if (failed(im) || (im->over && im->over->failed))
		return false;
	strip_root(im);
	how = pdfout_write(im->q, (struct pdfout_options){ .object_streams = true }, out, im->d);
	if (how == PDFOUT_DOCUMENT)
		failed(im);
	if (how == PDFOUT_DONE)
		report_what_went(im);
	return how == PDFOUT_DONE;
}
