/*
 * src/pdf/text.c - runs of glyphs as text.
 *
 * The pen is where a reader will have it: after a glyph, its width and the
 * letter-spacing further on, both scaled. Where the model wants the next glyph
 * elsewhere by more than TOLERANCE the difference is written, rounded; since
 * the pen follows what was written, roundings do not add up.
 *
 * Which letter-spacing a run has is voted: the difference that most neighbours
 * have in common wins (Boyer and Moore's majority vote, in one pass). If there
 * is none, a useless winner costs a few numbers, not a letter's place.
 *
 * Right-to-left words come with clusters in logical order, so they are written
 * from right to left; glyphs of one cluster stand as they lie, from the left:
 * a reader takes the first and the last for the ends of their text's place.
 */
#include "pdf/page.h"
#include <math.h>
#include "page/model.h"
#include "pdf/content.h"
#include "pdf/doc.h"
#include "pdf/file.h"

/* All in 1/1000 em: what a glyph may be off; differences that are one and the same; beyond what a new place is said instead. */
static const double TOLERANCE = 0.5, ALIKE = 0.3, FAR = 9000;
/* A larger letter-spacing than this is none; so is any of fewer glyphs. */
static const double SPACING_MOST = 300;
enum { SPACED_LEAST = 3 };

struct pen {
	struct pdf_page *p;
	const struct glyphs *g;
	struct point origin;		/* of the run: from the page's lower left corner, upwards; an upright run's own is (0, 0) */
	Pt x, y;			/* where the next glyph goes if nothing is said, in the same space */
	double em;			/* 1/1000 em in Pt, scaled */
	double spacing;			/* in Pt, scaled */
	bool placed;			/* x and y hold */
	bool array, string;		/* inside [ ] and ( ) */
};

static void close_string(struct pen *pen)
{
	if (pen->string)
		g_string_append_c(pen->p->s, ')');
	pen->string = false;
}

static void close_array(struct pen *pen)
{
	close_string(pen);
	if (pen->array)
		g_string_append(pen->p->s, "]TJ\n");
	pen->array = false;
}

static void append_byte(GString *s, unsigned char b)
{
	if (b == '\r') {
		g_string_append_len(s, "\\r", 2);
		return;
	}
	if (b == '(' || b == ')' || b == '\\')
		g_string_append_c(s, '\\');
	g_string_append_c(s, (char)b);
}

static void move_to(struct pen *pen, Pt x, Pt y)
{
	struct pdf_page *p = pen->p;
	long long tx = llround(x * 1000), ty = llround(y * 1000);

	close_array(pen);
	pdf_append_number(p->s, (double)(tx - p->line_x) / 1000, 3);
	g_string_append_c(p->s, ' ');
	pdf_append_number(p->s, (double)(ty - p->line_y) / 1000, 3);
	g_string_append(p->s, " Td\n");
	p->line_x = tx;
	p->line_y = ty;
	pen->x = (double)tx / 1000;
	pen->y = y;
	pen->placed = true;
}

static void put_glyph(struct pen *pen, size_t i)
{
	const struct glyph_at *at = &pen->g->glyph[i];
	const struct pdf_code *c = &g_array_index(pen->p->codes, struct pdf_code, i);
	GString *s = pen->p->s;
	Pt x = pen->origin.x + at->x, y = pen->origin.y - at->y;
	double off = pen->placed && y == pen->y ? (x - pen->x) / pen->em : INFINITY;
	bool moved = fabs(off) > FAR;

	if (moved)
		move_to(pen, x, y);
	if (!pen->array)
		g_string_append_c(s, '[');
	pen->array = true;
	if (!moved && fabs(off) > TOLERANCE) {
		off = round(off);
		close_string(pen);
		pdf_append_number(s, -off, 0);
		pen->x += off * pen->em;
	}
	if (!pen->string)
		g_string_append_c(s, '(');
	pen->string = true;
	append_byte(s, (unsigned char)(c->code >> 8));
	append_byte(s, (unsigned char)c->code);
	pen->x += c->width * pen->em + pen->spacing;
}

/* Glyphs [from, to) are text[0..n) as a whole. */
static void put_span(struct pen *pen, size_t from, size_t to, const char *text, size_t n)
{
	GString *s = pen->p->s;

	close_array(pen);
	g_string_append(s, "/Span<</ActualText<feff");
	pdf_append_utf16(s, text, n);
	g_string_append(s, ">>>BDC\n");
	for (size_t i = from; i < to; i++)
		put_glyph(pen, i);
	close_array(pen);
	g_string_append(s, "EMC\n");
}

/* The clusters in their order, with the glyphs of each: [*from, *to), text of *n bytes. */
struct walk { const struct glyphs *g; size_t cluster, glyph; const char *text; };

static bool next_cluster(struct walk *w, size_t *from, size_t *to, const char **text, size_t *n)
{
	const struct cluster *c = &w->g->clusters[w->cluster];

	if (w->cluster == w->g->nclusters)
		return false;
	*from = w->g->backward ? w->g->nglyphs - w->glyph - c->nglyphs : w->glyph;
	*to = *from + c->nglyphs;
	*text = w->text;
	*n = c->nbytes;
	w->glyph += c->nglyphs;
	w->text += c->nbytes;
	w->cluster++;
	return true;
}

/* A code for each glyph. false: one is a picture. */
static bool find_codes(struct pdf_page *p, struct pdf_font *f, const struct glyphs *g)
{
	struct walk w = { g, 0, 0, g->text };
	const char *text;
	size_t from, to, n;

	for (size_t i = 0; pdf_font_has_pictures(f) && i < g->nglyphs; i++)
		if (pdf_font_glyph_is_picture(f, g->glyph[i].id))
			return false;
	g_array_set_size(p->codes, (guint)g->nglyphs);
	while (next_cluster(&w, &from, &to, &text, &n))
		for (size_t i = from; i < to; i++)
			g_array_index(p->codes, struct pdf_code, i) = pdf_font_code(f, g->glyph[i].id, text, to - from == 1 ? n : 0);
	return true;
}

/* In 1/1000 em; what no majority has in common is said glyph by glyph, whatever comes out here. */
static double vote_spacing(const struct pdf_page *p, const struct glyphs *g, double em)
{
	double winner = 0;
	size_t votes = 0;

	for (size_t i = 0; i + 1 < g->nglyphs; i++) {
		double d = (g->glyph[i + 1].x - g->glyph[i].x) / em - g_array_index(p->codes, struct pdf_code, i).width;

		if (votes && fabs(d - winner) < ALIKE) {
			votes++;
		} else if (votes) {
			votes--;
		} else {
			winner = d;
			votes = 1;
		}
	}
	return votes && fabs(winner) < SPACING_MOST ? fabs(winner) < ALIKE ? 0 : winner : 0;
}

static double rounded(double x, double places)
{
	return round(x * places) / places;
}

/* Font, scale and letter-spacing, where they are not the same already. */
static void set_text_state(struct pen *pen, struct pdf_font *f)
{
	struct pdf_page *p = pen->p;
	const struct glyphs *g = pen->g;
	double size = rounded(g->size, 1e4), stretch = rounded(g->hscale > 0 ? g->hscale : 1, 1e5), spacing = p->now.spacing;

	if (p->now.font != f || p->now.size != size) {
		g_string_append_printf(p->s, "/F%d ", pdf_font_object(f));
		pdf_append_number(p->s, size, 4);
		g_string_append(p->s, " Tf\n");
		pdf_page_use(p->fonts, pdf_font_object(f));
	}
	if (p->now.stretch != stretch) {
		pdf_append_number(p->s, stretch * 100, 3);
		g_string_append(p->s, " Tz\n");
	}
	pen->em = size * stretch / 1000;
	if (!g->backward && g->nglyphs >= SPACED_LEAST)
		spacing = rounded(vote_spacing(p, g, pen->em) * size / 1000, 1e5);
	else if (isnan(spacing))
		spacing = 0;
	if (p->now.spacing != spacing) {
		pdf_append_number(p->s, spacing, 5);
		g_string_append(p->s, " Tc\n");
	}
	p->now.font = f;
	p->now.size = size;
	p->now.stretch = stretch;
	p->now.spacing = spacing;
	pen->spacing = spacing * stretch;
}

/* Text that is read upwards stands in a text object of its own, turned as a whole. */
static void enter_text(struct pen *pen)
{
	struct pdf_page *p = pen->p;
	double x = pdf_page_x(p, pen->g->x), y = pdf_page_y(p, pen->g->y);

	if (pen->g->up)
		pdf_page_leave_text(p);
	if (!p->in_text) {
		g_string_append(p->s, "BT\n");
		p->in_text = true;
		p->line_x = p->line_y = 0;
	}
	if (!pen->g->up) {
		pen->origin = (struct point){ x, y };
		return;
	}
	g_string_append(p->s, "0 1 -1 0 ");
	pdf_append_numbers(p->s, (double[]){ x, y }, 2, 4);
	g_string_append(p->s, "Tm\n");
}

bool pdf_page_text(struct pdf_page *p, const struct glyphs *g)
{
	struct pdf_font *f = pdf_doc_font(p->doc, g->font);
	struct pen pen = { .p = p, .g = g };
	struct walk w = { g, 0, 0, g->text };
	const char *text;
	size_t from, to, n;

	if (!f || !find_codes(p, f, g))
		return false;
	enter_text(&pen);
	set_text_state(&pen, f);
	while (next_cluster(&w, &from, &to, &text, &n))
		if (to - from == 1 && g_array_index(p->codes, struct pdf_code, from).told)
			put_glyph(&pen, from);
		else if (to > from)
			put_span(&pen, from, to, text, n);
	close_array(&pen);
	if (g->up)
		pdf_page_leave_text(p);
	return true;
}
