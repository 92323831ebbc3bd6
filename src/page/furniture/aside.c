/*
 * src/page/furniture/aside.c - boxes in the template's place for them.
 *
 * Several boxes stand side by side where there are columns enough, each in as
 * many as make the whole lowest, and all end at one height; else they stand one
 * over the other. A box that is too long for its place is set in the text, where it
 * can be divided.
 */
#include <math.h>
#include "page/block/blocks.h"
#include "page/fit/fit.h"
#include "page/work.h"

#define SHARE 0.67			/* of the page's lines that boxes may take */
#define SIDE_BY_SIDE 4			/* boxes at most */

struct aside {
	struct work *w;
	struct canvas *v;
	const struct place *p;
	struct rect area;
	bool down;			/* from a line of the page, not up from its foot */
	double taken;			/* lines, by boxes that stand */
};

static struct box_set *make_box(const struct aside *s, const struct block *k, int columns, int of)
{
	Pt one = (s->area.w - (of - 1) * s->w->c->layout->gutter) / of, width = columns * one + (columns - 1) * s->w->c->layout->gutter;

	return box_apart(s->w->c, s->w->t, s->w->part->articles[0], k, width, columns,
			 tag_make(s->w->c, ROLE_BOX, s->w->tag, k->lang, k->at));
}

/* Where something so high goes; 0: there is no room for it. */
static double find_line(const struct aside *s, double lines)
{
	const struct layout *l = s->w->c->layout;
	double most = s->p->area.lines > 0 ? s->p->area.lines : floor(SHARE * l->lines), line;

	if (s->down)
		line = MAX(s->p->area.line, line_under(s->v, s->area.x, s->area.w));
	else
		line = last_free_line(s->v, l, s->area.x, s->area.w) - lines + 1;
	return s->taken + lines <= most && line >= 1 && is_free(s->v, s->area.x, s->area.w, line, lines) ? line : 0;
}

static void claim(struct aside *s, double line, double lines)
{
	s->taken += lines + 1;
	if (s->down)
		obstruct(s->v, s->area.x, s->area.w, line, lines + 1, false);
	else
		obstruct(s->v, s->area.x, s->area.w, line - 1, lines + 1, true);
}

static void place_alone(struct aside *s, const struct block *k)
{
	int columns = k->box->columns ? k->box->columns : s->p->count;
	struct box_set *b = make_box(s, k, columns, columns);
	double lines = ceil(box_lines(b)), line = find_line(s, lines);

	if (line <= 0)
		return;
	box_put(s->w->c, s->v->sheet, b, s->area.x, grid_top(s->w->c->layout, line), box_lines(b), s->w->rubric);
	claim(s, line, lines);
	g_hash_table_add(s->w->placed, (gpointer)k);
}

/* ---- side by side ------------------------------------------------------------- */

struct row_of_boxes { const struct block *blocks[SIDE_BY_SIDE]; struct box_set *boxes[SIDE_BY_SIDE]; int columns[SIDE_BY_SIDE]; int n, of; };	/* of: columns of the whole place */

static double row_lines(const struct row_of_boxes *r)
{
	double lines = 0;

	for (int i = 0; i < r->n; i++)
		lines = MAX(lines, box_lines(r->boxes[i]));
	return lines;
}

/* No box has a column that stays empty. */
static bool fills_columns(const struct row_of_boxes *r)
{
	for (int i = 0; i < r->n; i++)
		if (box_columns_used(r->boxes[i]) < r->columns[i])
			return false;
	return true;
}

/* Tries all ways to share `left` columns out to the boxes from i on; best: the lowest so far. */
static void share_out(const struct aside *s, struct row_of_boxes *r, int i, int left, struct row_of_boxes *best, double *lines)
{
	int least = i + 1 == r->n ? left : 1;

	for (int columns = least; columns <= left - (r->n - 1 - i); columns++) {
		r->columns[i] = columns;
		r->boxes[i] = make_box(s, r->blocks[i], columns, s->p->count);
		if (i + 1 < r->n) {
			share_out(s, r, i + 1, left - columns, best, lines);
		} else if (fills_columns(r) && row_lines(r) < *lines) {
			*lines = row_lines(r);
			*best = *r;
		}
	}
}

/* All of one width, each in a column as wide as itself, where that is lower: short boxes do not fill columns. */
static void share_equally(const struct aside *s, const struct row_of_boxes *r, struct row_of_boxes *best, double *lines)
{
	struct row_of_boxes even = *r;

	for (int i = 0; i < r->n; i++) {
		even.columns[i] = 1;
		even.boxes[i] = make_box(s, r->blocks[i], 1, r->n);
	}
	if (row_lines(&even) >= *lines)
		return;
	even.of = r->n;
	*lines = row_lines(&even);
	*best = even;
}

static bool place_row(struct aside *s, struct row_of_boxes *r)
{
	const struct layout *l = s->w->c->layout;
	struct row_of_boxes best = { .n = 0 };
	double lines = HUGE_VAL, line;
	Pt one, x = s->area.x;

	r->of = s->p->count;
	share_out(s, r, 0, s->p->count, &best, &lines);
	share_equally(s, r, &best, &lines);
	line = best.n ? find_line(s, ceil(lines)) : 0;
	if (line <= 0)
		return false;
	one = (s->area.w - (best.of - 1) * l->gutter) / best.of;
	for (int i = 0; i < best.n; i++) {
		int k = s->w->rtl ? best.n - 1 - i : i;

		box_put(s->w->c, s->v->sheet, best.boxes[k], x, grid_top(l, line), lines, s->w->rubric);
		x += best.columns[k] * (one + l->gutter);
		g_hash_table_add(s->w->placed, (gpointer)best.blocks[k]);
	}
	claim(s, line, ceil(lines));
	return true;
}

static bool goes_apart(const struct composer *c, const struct block *k)
{
	return k->kind == BLOCK_BOX && k->box->at == BOX_APART && !fit_omits(c, k);
}

void boxes_place(struct work *w, struct canvas *v, const struct place *p)
{
	const struct article *a = w->part->articles[0];
	struct aside s = { w, v, p, grid_area(w->c->layout, &p->area, 1, 1, v->sheet->right, v->mirror), p->area.line > 0, 0 };
	struct row_of_boxes row = { .n = 0 };
	bool together = true;

	for (size_t i = 0; i < a->nblocks; i++) {
		if (!goes_apart(w->c, a->blocks[i]))
			continue;
		together &= a->blocks[i]->box->columns == 0 && row.n < MIN(SIDE_BY_SIDE, p->count);
		if (together)
			row.blocks[row.n++] = a->blocks[i];
	}
	if (together && row.n > 1 && place_row(&s, &row))
		return;
	for (size_t i = 0; i < a->nblocks; i++) {
		const struct block *k = a->blocks[s.down ? i : a->nblocks - 1 - i];

		if (goes_apart(w->c, k))
			place_alone(&s, k);
	}
}
