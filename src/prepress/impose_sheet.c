/* src/prepress/impose_sheet.c - a sheet: forms in their cells, crop and fold marks, numbers over them. */
#include <math.h>
#include <string.h>
#include "prepress/impose_work.h"

#define HAIRLINE ((Pt)0.25)
#define MARK_OFFSET pt_from_mm((Mm){ 3 })
#define MARK_LENGTH pt_from_mm((Mm){ 4 })

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
	clip = bounds_within((struct bounds){ MIN(bleed.x0, c->at.x0), MIN(bleed.y0, c->at.y0), MAX(bleed.x1, c->at.x1), MAX(bleed.y1, c->at.y1) }, c->room);
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
		b = bounds_within(mapped(m, im->leaves[c->page].bleed), c->room);
		all = (struct bounds){ MIN(all.x0, b.x0), MIN(all.y0, b.y0), MAX(all.x1, b.x1), MAX(all.y1, b.y1) };
	}
	return bounds_within(all, (struct bounds){ 0, 0, s->w, s->h });
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

qpdf_oh sheet_make(struct imposition *im, size_t i)
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
	qpdf_oh_replace_key(q, page, "/Type", new_name(im, "/Page"));
	qpdf_oh_replace_key(q, page, "/MediaBox", new_box(im, (struct bounds){ 0, 0, side->w, side->h }));
	qpdf_oh_replace_key(q, page, "/BleedBox", new_box(im, side_bleed(im, side)));
	qpdf_oh_replace_key(q, page, "/TrimBox", new_box(im, side->trim));
	qpdf_oh_replace_key(q, page, "/Resources", resources);
	qpdf_oh_replace_key(q, page, "/Contents", new_stream(im, s->str, s->len));
	if (group)
		qpdf_oh_replace_key(q, page, "/Group", group);
	g_string_free(s, TRUE);
	return qpdf_make_indirect_object(q, page);
}
