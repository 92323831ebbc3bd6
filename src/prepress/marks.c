/* src/prepress/marks.c - printer's marks as one form for all pages. */
#include "prepress/marks.h"
#include <string.h>
#include "page/model.h"

#define HAIRLINE ((Pt)0.25)
#define PATCH pt_from_mm((Mm){ 5 })
#define CLEAR_CENTRE pt_from_mm((Mm){ 5 })
#define CLEAR_CORNER pt_from_mm((Mm){ 5 })
#define RING pt_from_mm((Mm){ 1.5 })		/* radii of a target */
#define DISC pt_from_mm((Mm){ 0.8 })

/* Coordinates are the sheet's: from its lower left corner, upwards. */
struct drawing {
	GString *s;
	Pt margin, w, h;		/* sheet's edge to trim; trimmed page */
	Pt from;			/* trim to marks */
};

static void numbers(struct drawing *d, const double *x, int n, const char *operator)
{
	for (int i = 0; i < n; i++) {
		append_number(d->s, x[i]);
		g_string_append_c(d->s, ' ');
	}
	g_string_append_printf(d->s, "%s\n", operator);
}

static void line(struct drawing *d, Pt x0, Pt y0, Pt x1, Pt y1)
{
	numbers(d, (double[]){ x0, y0 }, 2, "m");
	numbers(d, (double[]){ x1, y1 }, 2, "l S");
}

static void circle(struct drawing *d, Pt x, Pt y, Pt r, const char *operator)
{
	const double k = 0.5522847498 * r;	/* Bezier's nearest to a quarter of a circle */

	numbers(d, (double[]){ x + r, y }, 2, "m");
	numbers(d, (double[]){ x + r, y + k, x + k, y + r, x, y + r }, 6, "c");
	numbers(d, (double[]){ x - k, y + r, x - r, y + k, x - r, y }, 6, "c");
	numbers(d, (double[]){ x - r, y - k, x - k, y - r, x, y - r }, 6, "c");
	numbers(d, (double[]){ x + k, y - r, x + r, y - k, x + r, y }, 6, "c");
	g_string_append_printf(d->s, "%s\n", operator);
}

static void crop_marks(struct drawing *d)
{
	Pt end = d->from + PRINT_MARKS_LENGTH;

	for (int right = 0; right < 2; right++)
		for (int top = 0; top < 2; top++) {
			Pt x = d->margin + right * d->w, y = d->margin + top * d->h, dx = right ? 1 : -1, dy = top ? 1 : -1;

			line(d, x + dx * d->from, y, x + dx * end, y);
			line(d, x, y + dy * d->from, x, y + dy * end);
		}
}

/* A cross through a ring; in the disc its lines are paper. */
static void target(struct drawing *d, Pt x, Pt y)
{
	Pt half = PRINT_MARKS_LENGTH / 2;

	circle(d, x, y, RING, "S");
	line(d, x - half, y, x + half, y);
	line(d, x, y - half, x, y + half);
	circle(d, x, y, DISC, "f");
	g_string_append(d->s, "0 SCN\n");
	line(d, x - DISC, y, x + DISC, y);
	line(d, x, y - DISC, x, y + DISC);
	g_string_append(d->s, "1 SCN\n");
}

static void targets(struct drawing *d)
{
	Pt out = d->from + PRINT_MARKS_LENGTH / 2;

	target(d, d->margin + d->w / 2, d->margin - out);
	target(d, d->margin + d->w / 2, d->margin + d->h + out);
	target(d, d->margin - out, d->margin + d->h / 2);
	target(d, d->margin + d->w + out, d->margin + d->h / 2);
}

/* ---- control strip ---- */

static const double patches[][4] = {
	{ 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 },
	{ 0, 1, 1, 0 }, { 1, 0, 1, 0 }, { 1, 1, 0, 0 }, { 1, 1, 1, 0 },
	{ .5, 0, 0, 0 }, { 0, .5, 0, 0 }, { 0, 0, .5, 0 }, { 0, 0, 0, .5 },
};
enum { STEPS = 11 };

/* Patches side by side; the ink of the next one is set by what was appended before. */
static void patch(struct drawing *d, Pt x, Pt width, int n)
{
	numbers(d, (double[]){ x + n * width, d->margin + d->h + d->from, width, PATCH }, 4, "re f");
}

static void frame(struct drawing *d, Pt x, Pt width, int n)
{
	/* Inside the strip, which may begin where the bleed ends. */
	numbers(d, (double[]){ x + HAIRLINE / 2, d->margin + d->h + d->from + HAIRLINE / 2, n * width - HAIRLINE, PATCH - HAIRLINE }, 4, "re S");
}

static void strip(struct drawing *d, const GPtrArray *spots)
{
	Pt room = d->w / 2 - CLEAR_CENTRE - CLEAR_CORNER, width, x;
	int n = (int)G_N_ELEMENTS(patches);

	for (guint i = 0; i < spots->len; i++)
		n += strcmp(((const struct ink_key *)spots->pdata[i])->spot, "All") ? 2 : 0;
	if (room <= 0)
		return;
	width = MIN(PATCH, room / STEPS);
	x = d->margin + d->w / 2 - CLEAR_CENTRE - STEPS * width;
	for (int i = 0; i < STEPS; i++) {
		numbers(d, (double[]){ 0, 0, 0, i / (STEPS - 1.0) }, 4, "k");
		patch(d, x, width, i);
	}
	frame(d, x, width, STEPS);
	width = MIN(PATCH, room / n);
	x = d->margin + d->w / 2 + CLEAR_CENTRE;
	for (size_t i = 0; i < G_N_ELEMENTS(patches); i++) {
		numbers(d, patches[i], 4, "k");
		patch(d, x, width, (int)i);
	}
	n = (int)G_N_ELEMENTS(patches);
	for (guint i = 0; i < spots->len; i++) {
		if (!strcmp(((const struct ink_key *)spots->pdata[i])->spot, "All"))
			continue;
		g_string_append_printf(d->s, "/ZS%u cs 1 scn\n", i);
		patch(d, x, width, n++);
		g_string_append(d->s, "0.5 scn\n");
		patch(d, x, width, n++);
	}
	frame(d, x, width, n);
}

/* ---- into the document ---- */

static qpdf_oh content_stream(struct rewrite *w, const char *s)
{
	qpdf_oh o = qpdf_oh_new_stream(w->q);

	qpdf_oh_replace_stream_data(w->q, o, (const unsigned char *)s, strlen(s), qpdf_oh_new_null(w->q), qpdf_oh_new_null(w->q));
	return o;
}

static qpdf_oh marks_form(struct rewrite *w, const struct drawing *d)
{
	qpdf_data q = w->q;
	qpdf_oh form = content_stream(w, d->s->str), dict = qpdf_oh_get_dict(q, form), spaces = qpdf_oh_new_dictionary(q),
		resources = qpdf_oh_new_dictionary(q), box = qpdf_oh_new_array(q);
	const double side[4] = { 0, 0, d->w + 2 * d->margin, d->h + 2 * d->margin };

	for (int i = 0; i < 4; i++)
		qpdf_oh_append_item(q, box, qpdf_oh_new_real_from_double(q, side[i], 4));
	qpdf_oh_replace_key(q, spaces, "/ZAll",
		qpdf_oh_parse(q, "[ /Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1] >> ]"));
	for (guint i = 0; i < w->palette.spots->len; i++) {
		char *name = g_strdup_printf("/ZS%u", i);

		qpdf_oh_replace_key(q, spaces, name, rewrite_spot(w, i));
		g_free(name);
	}
	qpdf_oh_replace_key(q, resources, "/ColorSpace", spaces);
	qpdf_oh_replace_key(q, dict, "/Type", qpdf_oh_new_name(q, "/XObject"));
	qpdf_oh_replace_key(q, dict, "/Subtype", qpdf_oh_new_name(q, "/Form"));
	qpdf_oh_replace_key(q, dict, "/BBox", box);
	qpdf_oh_replace_key(q, dict, "/Resources", resources);
	return form;
}

static void put_on_page(struct rewrite *w, qpdf_oh page, qpdf_oh form, qpdf_oh before, qpdf_oh after)
{
	qpdf_data q = w->q;
	qpdf_oh resources = qpdf_oh_get_key(q, page, "/Resources"), forms = qpdf_oh_get_key(q, resources, "/XObject"),
		contents = qpdf_oh_new_array(q);

	if (!qpdf_oh_is_dictionary(q, forms)) {
		forms = qpdf_oh_new_dictionary(q);
		qpdf_oh_replace_key(q, resources, "/XObject", forms);
	}
	qpdf_oh_replace_key(q, forms, "/ZMarks", form);
	qpdf_oh_append_item(q, contents, before);
	qpdf_oh_append_item(q, contents, qpdf_oh_get_key(q, page, "/Contents"));
	qpdf_oh_append_item(q, contents, after);
	qpdf_oh_replace_key(q, page, "/Contents", contents);
}

void marks_add(struct rewrite *w, const struct print_marks *m, const struct pages *p, size_t npages)
{
	struct drawing d = { .margin = p->margin, .w = p->width, .h = p->height, .from = print_marks_from(m, p->bleed) };
	qpdf_oh form, before, after;

	/* A slug alone is in the page's own content. */
	if (!m->crop && !m->registration && !m->colour)
		return;
	d.s = g_string_new("/ZAll CS 1 SCN /ZAll cs 1 scn\n");
	numbers(&d, (double[]){ HAIRLINE }, 1, "w");
	if (m->crop)
		crop_marks(&d);
	if (m->registration)
		targets(&d);
	if (m->colour)
		strip(&d, w->palette.spots);
	form = marks_form(w, &d);
	before = content_stream(w, "q\n");
	after = content_stream(w, "\nQ\n/ZMarks Do\n");
	for (size_t i = 0; i < npages; i++)
		put_on_page(w, qpdf_get_page_n(w->q, i), form, before, after);
	g_string_free(d.s, TRUE);
}
