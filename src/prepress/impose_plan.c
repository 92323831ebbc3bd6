/* src/prepress/impose_plan.c - sheets and cells. */
#include "prepress/impose_plan.h"
#include <math.h>
#include <glib.h>

/* What printers and copiers take, upright, by size. */
static const struct { double w_mm, h_mm; } sheets[] = {
	{ 148, 210 }, { 210, 297 }, { 225, 320 }, { 297, 420 }, { 320, 450 }, { 420, 594 }, { 450, 640 },
};
#define SIZE_EPS pt_from_mm((Mm){ 0.5 })
/* Marks stand 3 mm off and are 4 mm long. */
#define MARKS_ROOM pt_from_mm((Mm){ 7.5 })
#define NUP_MARGIN pt_from_mm((Mm){ 10 })
#define NUP_GAP pt_from_mm((Mm){ 5 })
#define NUP_NUMBER pt_from_mm((Mm){ 5 })	/* under each small page */

static struct extent largest(const struct extent *pages, size_t n)
{
	struct extent e = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		e.w = MAX(e.w, pages[i].w);
		e.h = MAX(e.h, pages[i].h);
	}
	return e;
}

/* The sheet for something of this size with `room` on all sides: the smallest usual one, else one that just holds it. */
static struct extent choose_sheet(const struct impose_options *o, Pt w, Pt h, Pt room)
{
	Pt want_w = w + 2 * room, want_h = h + 2 * room;

	if (o->sheet_w > 0)
		return o->turns && (w > h) != (o->sheet_w > o->sheet_h) ? (struct extent){ o->sheet_h, o->sheet_w } : (struct extent){ o->sheet_w, o->sheet_h };
	for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
		Pt a = pt_from_mm((Mm){ sheets[i].w_mm }), b = pt_from_mm((Mm){ sheets[i].h_mm });
		struct extent s = w > h ? (struct extent){ b, a } : (struct extent){ a, b };

		if (want_w <= s.w + SIZE_EPS && want_h <= s.h + SIZE_EPS)
			return s;
	}
	return (struct extent){ want_w, want_h };
}

/* ---- booklet and spreads ---- */

void booklet_pages(size_t n, size_t i, bool bound_right, int pages[2])
{
	/* Side 0: last and first page; side 1: second and last but one; and so on to the middle. */
	int low = (int)i, high = (int)(n - 1 - i);
	bool low_at_right = (i % 2 == 0) != bound_right;

	pages[low_at_right ? 1 : 0] = low;
	pages[low_at_right ? 0 : 1] = high;
}

/* Page number of a booklet filled up with blanks to the author's; -1: a blank. */
static int real_page(int page, size_t n, size_t filled, bool before_back)
{
	if (before_back && n > 1) {
		if (page == (int)filled - 1)
			return (int)n - 1;
		return page < (int)n - 1 ? page : -1;
	}
	return page < (int)n ? page : -1;
}

/* A page left (0) or right (1) of the spine, moved to it by `shift`, upright in the middle. */
static struct cell cell_at(const struct side *s, Pt spine, int place, int page, const struct extent *e, double scale, Pt shift)
{
	Pt w = e->w * scale, h = e->h * scale, x = place ? spine - shift : spine - w + shift, y = (s->h - h) / 2;

	return (struct cell){
		.page = page, .scale = scale, .at = { x, y, x + w, y + h },
		.room = place ? (struct bounds){ spine, 0, s->w, s->h } : (struct bounds){ 0, 0, spine, s->h },
	};
}

static void add_cell(struct side *s, struct cell c)
{
	s->cells[s->ncells++] = c;
}

static struct plan plan_booklet(const struct impose_options *o, const struct extent *pages, size_t n)
{
	size_t filled = (n + 3) / 4 * 4;
	struct extent page = largest(pages, n), sheet = choose_sheet(o, 2 * page.w, page.h, o->marks ? MARKS_ROOM : 0);
	Pt room = o->marks && o->sheet_w > 0 ? MARKS_ROOM : 0;
	double fit = MIN((sheet.w - 2 * room) / (2 * page.w), (sheet.h - 2 * room) / page.h);
	struct plan p = {
		.nsides = filled / 2, .nblank = filled - n, .spine = sheet.w / 2, .duplex_long = sheet.h > sheet.w,
		.scale = o->sheet_w > 0 && fit < 1 - 1e-4 && fit > 0 ? fit : 1,
	};
	Pt w = page.w * p.scale, h = page.h * p.scale;

	p.marks = o->marks && MIN(sheet.w / 2 - w, (sheet.h - h) / 2) > MARKS_ROOM - SIZE_EPS;
	p.sides = g_new0(struct side, p.nsides);
	for (size_t i = 0; i < p.nsides; i++) {
		struct side *s = &p.sides[i];
		int pair[2];

		booklet_pages(filled, i, o->bound_right, pair);
		*s = (struct side){ g_new0(struct cell, 2), 0, sheet.w, sheet.h,
				    { p.spine - w, (sheet.h - h) / 2, p.spine + w, (sheet.h + h) / 2 } };
		for (int k = 0; k < 2; k++) {
			int real = real_page(pair[k], n, filled, o->before_back);

			add_cell(s, cell_at(s, p.spine, k, real, real < 0 ? &page : &pages[real], p.scale, (double)(i / 2) * o->creep));
		}
	}
	return p;
}

static struct plan plan_spreads(const struct impose_options *o, const struct extent *pages, size_t n)
{
	struct plan p = { .nsides = n / 2 + 1, .scale = 1 };

	p.sides = g_new0(struct side, p.nsides);
	for (size_t i = 0; i < p.nsides; i++) {
		struct side *s = &p.sides[i];
		/* Left and right as bound on the left; page -1 and the one after the last are not there. */
		int pair[2] = { (int)(2 * i) - 1, (int)(2 * i) < (int)n ? (int)(2 * i) : -1 }, left = pair[o->bound_right], right = pair[!o->bound_right];
		struct extent l = left < 0 ? (struct extent){ 0, 0 } : pages[left], r = right < 0 ? (struct extent){ 0, 0 } : pages[right];

		*s = (struct side){ g_new0(struct cell, 2), 0, l.w + r.w, MAX(l.h, r.h), { 0, 0, l.w + r.w, MAX(l.h, r.h) } };
		if (left >= 0)
			add_cell(s, cell_at(s, l.w, 0, left, &l, 1, 0));
		if (right >= 0)
			add_cell(s, cell_at(s, l.w, 1, right, &r, 1, 0));
		for (size_t k = 0; k < s->ncells; k++)	/* trimmed: nothing of the bleed */
			s->cells[k].room = s->cells[k].at;
	}
	return p;
}

/* ---- nup ---- */

static double nup_scale(const struct impose_options *o, struct extent sheet, struct extent page)
{
	Pt w = (sheet.w - 2 * NUP_MARGIN - (o->columns - 1) * NUP_GAP) / o->columns;
	Pt h = (sheet.h - 2 * NUP_MARGIN - (o->rows - 1) * NUP_GAP) / o->rows - NUP_NUMBER;

	return MIN(w / page.w, h / page.h);
}

/* Of the grids for eight or nine the one with the largest pages. */
static void choose_grid(struct impose_options *o, struct extent upright, struct extent across, struct extent page)
{
	static const struct { int columns, rows; } grids[] = { { 3, 3 }, { 2, 4 }, { 4, 2 } };
	double best = -1;

	for (size_t i = 0; i < G_N_ELEMENTS(grids); i++) {
		struct impose_options t = { .columns = grids[i].columns, .rows = grids[i].rows };
		double scale = MAX(nup_scale(&t, upright, page), nup_scale(&t, across, page));

		if (scale > best + 1e-9) {
			best = scale;
			o->columns = t.columns;
			o->rows = t.rows;
		}
	}
}

static struct plan plan_nup(const struct impose_options *wish, const struct extent *pages, size_t n)
{
	struct impose_options choice = *wish, *o = &choice;
	struct extent page = largest(pages, n), upright = { pt_from_mm((Mm){ 210 }), pt_from_mm((Mm){ 297 }) }, across = { upright.h, upright.w }, sheet;
	struct plan p = { 0 };
	size_t each;
	Pt column, row;

	if (o->sheet_w > 0) {
		upright = (struct extent){ o->sheet_w, o->sheet_h };
		across = o->turns ? (struct extent){ o->sheet_h, o->sheet_w } : upright;
	}
	if (!o->columns)
		choose_grid(o, upright, across, page);
	each = (size_t)o->columns * (size_t)o->rows;
	p.nsides = (n + each - 1) / each;
	sheet = nup_scale(o, upright, page) >= nup_scale(o, across, page) ? upright : across;
	p.scale = MAX(nup_scale(o, sheet, page), 0.001);
	column = (sheet.w - 2 * NUP_MARGIN + NUP_GAP) / o->columns;
	row = (sheet.h - 2 * NUP_MARGIN + NUP_GAP) / o->rows;
	p.sides = g_new0(struct side, p.nsides);
	for (size_t i = 0; i < p.nsides; i++) {
		struct side *s = &p.sides[i];

		*s = (struct side){ g_new0(struct cell, each), 0, sheet.w, sheet.h, { 0, 0, sheet.w, sheet.h } };
		for (size_t k = 0; k < each && i * each + k < n; k++) {
			int number = (int)(i * each + k), at = (int)k % o->columns;
			const struct extent *e = &pages[number];
			Pt w = e->w * p.scale, h = e->h * p.scale;
			Pt x = NUP_MARGIN + (o->bound_right ? o->columns - 1 - at : at) * column + (column - NUP_GAP - w) / 2;
			Pt y = sheet.h - NUP_MARGIN - (double)((int)k / o->columns) * row - h;

			add_cell(s, (struct cell){ number, { x, y, x + w, y + h }, { x, y, x + w, y + h }, p.scale });
		}
	}
	return p;
}

struct plan plan_make(const struct impose_options *o, const struct extent *pages, size_t n)
{
	switch (o->scheme) {
	case IMPOSE_SPREADS:
		return plan_spreads(o, pages, n);
	case IMPOSE_NUP:
		return plan_nup(o, pages, n);
	default:
		return plan_booklet(o, pages, n);
	}
}

void plan_clear(struct plan *p)
{
	for (size_t i = 0; i < p->nsides; i++)
		g_free(p->sides[i].cells);
	g_free(p->sides);
	*p = (struct plan){ 0 };
}
