/*
 * src/page/block/parallel_block.c - the lines of a text in several languages, side by side.
 *
 * Pairs stay together. White between them belongs to the last line of the pair
 * above, as what a column's foot may cut off; a pair may be divided when it is
 * long, at one line in all languages, two lines of each on both sides.
 */
#include "page/block/parallel.h"
#include <math.h>
#include "page/costs.h"
#include "page/block/units_build.h"
#include "para/hlist.h"
#include "para/lists.h"

/* ---- rows -------------------------------------------------------------------------- */

/* A row of the block: line `line` of one text of a row of the parallel's, or of all. */
#define ALL_TEXTS PARALLEL_MAX
struct parallel_line { size_t row, text, line; int lead; };

struct parallel_set {
	struct set_block block;
	const struct parallel_plan *plan;
	const struct parallel_line *lines;	/* one for each row of the block */
	const struct tag **tags;		/* of cells, made when they are put */
	const struct tag *list_tags[PARALLEL_MAX];	/* of the list being put */
};

struct making { const struct parallel_plan *p; GArray *rows, *lines; };

static size_t cell_lines(const struct parallel_plan *p, size_t row, size_t text)
{
	return parallel_cell(p, row, text)->breaks.n;
}

static size_t row_lines(const struct parallel_plan *p, size_t row)
{
	size_t n = 0;

	for (size_t k = 0; k < p->p->ntexts; k++)
		n = MAX(n, cell_lines(p, row, k));
	return n;
}

static int row_lead(const struct parallel_plan *p, size_t row, size_t text)
{
	int lead = text == ALL_TEXTS ? p->lead : 1;

	for (size_t k = 0; k < p->p->ntexts; k++) {
		const struct parallel_cell_set *cell = parallel_cell(p, row, k);

		if (cell->copy && (text == ALL_TEXTS || text == k))
			lead = MAX(lead, ticks_of(style_leading(cell->style, cell->copy->lang), p->c->layout->leading));
	}
	return lead;
}

/* White under a row, before the next one. */
static int white_after(const struct parallel_plan *p, size_t row)
{
	const struct parallel_row *r = &p->p->rows[row], *next = r + 1;
	int gap = line_ticks(p->c->layout->parallel.gap);
	const struct style *own, *its;

	if (row + 1 == p->p->nrows)
		return 0;
	own = p->t->styles[r->kind];
	its = p->t->styles[next->kind];
	if (r->kind == BLOCK_SUBHEAD)
		return line_ticks(own->after);
	if (!next->first)
		return 0;
	if (!r->last)			/* the next stanza */
		return p->lead;
	if (next->kind == BLOCK_P && r->kind == BLOCK_P)
		return gap;
	return MAX(gap, MAX(r->kind == BLOCK_P ? 0 : line_ticks(own->after), next->kind == BLOCK_P ? 0 : line_ticks(its->before)));
}

/* Cost of dividing after a row, which is whole. */
static double split_after(const struct parallel_plan *p, size_t row)
{
	const struct parallel_row *r = &p->p->rows[row];

	if (r->kind == BLOCK_SUBHEAD)
		return HUGE_VAL;
	if (!r->last && (r + 1)->by)
		return HUGE_VAL;
	return r->kind == BLOCK_VERSE && !r->last && !(r + 1)->first ? SPLIT_VERSE : 0;
}

/* Cost of dividing n lines after line `at`; ended: one of the languages has no lines left there. */
static double split_lines(const struct parallel_plan *p, size_t at, size_t n, bool ended)
{
	if (at < 2 || n - at < 2)
		return HUGE_VAL;
	if (n < (size_t)p->c->layout->parallel.divide)
		return HUGE_VAL;
	return ended ? SPLIT_ENDED : SPLIT_PAIR;
}

static double split_pair(const struct parallel_plan *p, size_t row, size_t at)
{
	bool ended = false;

	for (size_t k = 0; k < p->p->ntexts; k++) {
		size_t n = cell_lines(p, row, k);

		if (n == at + 1)	/* at least two lines of each on both sides */
			return HUGE_VAL;
		ended = ended || n <= at;
	}
	return split_lines(p, at, row_lines(p, row), ended);
}

static void add_line(struct making *m, struct parallel_line line, double split)
{
	struct row row = { .ticks = line.lead, .split = split };

	g_array_append_val(m->lines, line);
	g_array_append_val(m->rows, row);
}

static void add_white(struct making *m, int ticks)
{
	struct row *last = &g_array_index(m->rows, struct row, m->rows->len - 1);

	last->ticks += ticks;
	last->white += ticks;
}

static void add_shared(struct making *m, size_t row)
{
	size_t n = row_lines(m->p, row);
	int lead = row_lead(m->p, row, ALL_TEXTS);

	for (size_t i = 0; i < n; i++)
		add_line(m, (struct parallel_line){ row, ALL_TEXTS, i, lead },
			 i + 1 < n ? split_pair(m->p, row, i + 1) : split_after(m->p, row));
}

/* One language under the other; the pair ends on the grid. */
static void add_interleaved(struct making *m, size_t row)
{
	const struct parallel_plan *p = m->p;
	size_t all = 0, done = 0;
	int ticks = 0;

	for (size_t k = 0; k < p->p->ntexts; k++)
		all += cell_lines(p, row, p->places.place[k].text);
	for (size_t k = 0; k < p->p->ntexts; k++) {
		size_t text = p->places.place[k].text, n = cell_lines(p, row, text);
		int lead = row_lead(p, row, text);

		for (size_t i = 0; i < n; i++) {
			double split = i + 1 < n ? split_lines(p, i + 1, n, false) : split_lines(p, 2, all, false);

			if (i + 1 == n && split < HUGE_VAL)
				split = SPLIT_TRANSLATION;
			add_line(m, (struct parallel_line){ row, text, i, lead }, ++done < all ? split : split_after(p, row));
			ticks += lead;
		}
	}
	add_white(m, whole_ticks(ticks) - ticks);
}

static void add_rows(struct making *m)
{
	for (size_t r = 0; r < m->p->p->nrows; r++) {
		if (m->p->manner == PARALLEL_INTERLEAVED)
			add_interleaved(m, r);
		else
			add_shared(m, r);
		add_white(m, white_after(m->p, r));
	}
}

/* ---- ink --------------------------------------------------------------------------- */

static const struct tag *cell_tag(struct parallel_set *s, const struct block_stretch *st, size_t row, size_t text)
{
	static const enum role roles[BLOCK_KINDS] = { [BLOCK_P] = ROLE_P, [BLOCK_SUBHEAD] = ROLE_H2, [BLOCK_LIST] = ROLE_ITEM, [BLOCK_VERSE] = ROLE_P };
	const struct parallel_row *r = &s->plan->p->rows[row];
	const struct tag **tag = &s->tags[row * s->plan->p->ntexts + text], *parent = st->tag;
	const struct parallel_cell *cell = &r->cells[text];

	if (*tag)
		return *tag;
	if (r->kind == BLOCK_LIST) {
		if (cell->item == 0 || !s->list_tags[text])
			s->list_tags[text] = tag_make(st->c, ROLE_LIST, parent, cell->block->lang, cell->block->at);
		parent = s->list_tags[text];
	}
	*tag = tag_make(st->c, roles[r->kind], parent, cell->copy->lang, cell->copy->at);
	return *tag;
}

/* Where a stretch is put: the sheet and the left edge of a language's measure. */
struct spot { struct sheet *sheet; Pt x; };

static struct spot spot_of(const struct block_stretch *st, const struct parallel_place *place)
{
	if (place->facing && st->facing)
		return (struct spot){ st->facing, st->facing_x + place->x };
	return (struct spot){ st->sheet, st->x + place->x };
}

static void put_marker(const struct block_stretch *st, struct spot at, const struct parallel_cell_set *cell, Pt base, const struct tag *tag)
{
	const struct text_set *m = cell->marker;
	struct colour ink = ink_colour(st->c, m->style->ink, st->article->rubric, true);

	for (size_t i = 0; i < m->n; i++)
		sheet_line(st->c, at.sheet, m->lines[i],
			   cell->copy->rtl ? at.x + cell->width - cell->marker_x - m->measure : at.x + cell->marker_x, base + (double)i * m->leading, ink, tag);
}

static void put_cell_line(struct parallel_set *s, const struct block_stretch *st, const struct parallel_place *place,
		     const struct parallel_line *l, Pt base)
{
	const struct parallel_cell_set *cell = parallel_cell(s->plan, l->row, place->text);
	const struct tag *tag = cell_tag(s, st, l->row, place->text);
	struct spot at = spot_of(st, place);
	struct arena *scratch = arena_new();

	if (l->line == 0) {
		report_lines(st->c, cell->copy, &cell->breaks, cell->width);
		if (cell->marker)
			put_marker(st, at, cell, base, tag);
	}
	hlist_open(cell->hlist);
	sheet_line(st->c, at.sheet,
		   line_set(scratch, cell->hlist, l->line ? cell->breaks.at[l->line - 1] : SIZE_MAX, cell->breaks.at[l->line],
			    parallel_cell_measure(cell, l->line)),
		   at.x, base, ink_colour(st->c, cell->style->ink, st->article->rubric, true), tag);
	hlist_close(cell->hlist);
	arena_free(scratch);
}

/* The lines of one language in a stretch; place NULL: of all, as they come. */
static void put_lines(struct parallel_set *s, const struct block_stretch *st, const struct parallel_place *only)
{
	const struct parallel_places *places = &s->plan->places;
	Pt tick = st->c->layout->leading / TICKS, y = st->y;

	for (size_t i = st->first; i < st->first + st->n; i++) {
		const struct parallel_line *l = &s->lines[i];

		for (size_t k = 0; k < places->n; k++) {
			const struct parallel_place *place = &places->place[k];
			bool its = l->text == place->text || (l->text == ALL_TEXTS && l->line < cell_lines(s->plan, l->row, place->text));

			if (its && (!only || place == only))
				put_cell_line(s, st, place, l, y + l->lead * tick - (1 - BASE_SHARE) * st->c->layout->leading);
		}
		y += s->block.rows.row[i].ticks * tick;
	}
}

/* Opens or closes the lists of the rows of these lines, so that a long one is not made anew for each of its lines. */
static void each_list(const struct parallel_set *s, size_t first, size_t n, void (*step)(struct hlist *h))
{
	for (size_t i = first; i < first + n; i++) {
		if (i > first && s->lines[i].row == s->lines[i - 1].row)
			continue;
		for (size_t k = 0; k < s->plan->p->ntexts; k++)
			if (parallel_cell(s->plan, s->lines[i].row, k)->copy)
				step(parallel_cell(s->plan, s->lines[i].row, k)->hlist);
	}
}

/* Side by side, language by language, as it is read; the article's own one first. */
static void put_side_by_side(struct parallel_set *s, const struct block_stretch *st)
{
	size_t order[PARALLEL_MAX];

	parallel_reading_order(s->plan->p, st->article->lang, order);
	for (size_t i = 0; i < s->plan->p->ntexts; i++)
		for (size_t k = 0; k < s->plan->places.n; k++)
			if (s->plan->places.place[k].text == order[i])
				put_lines(s, st, &s->plan->places.place[k]);
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	struct parallel_set *s = (struct parallel_set *)b;

	each_list(s, st->first, st->n, hlist_open);
	if (s->plan->manner == PARALLEL_INTERLEAVED)
		put_lines(s, st, NULL);
	else
		put_side_by_side(s, st);
	each_list(s, st->first, st->n, hlist_close);
}

static size_t line_chars(const struct parallel_cell_set *cell, size_t line)
{
	const struct breaks *b = &cell->breaks;
	uint32_t from, to;
	size_t n;

	hlist_open(cell->hlist);
	from = line ? cell->hlist->items[b->at[line - 1]].end : 0;
	to = cell->hlist->items[b->at[line]].start;
	n = (size_t)g_utf8_strlen(cell->hlist->text->text + from, (gssize)(to - from));
	hlist_close(cell->hlist);
	return n;
}

/* Of lines of one row. */
static size_t row_chars(const struct parallel_set *s, size_t first, size_t end)
{
	size_t sum = 0;

	for (size_t i = first; i < end; i++)
		for (size_t k = 0; k < s->plan->p->ntexts; k++) {
			const struct parallel_line *l = &s->lines[i];
			if ((l->text == ALL_TEXTS || l->text == k) && l->line < cell_lines(s->plan, l->row, k))
				sum += line_chars(parallel_cell(s->plan, l->row, k), l->line);
		}
	return sum;
}

static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct parallel_set *s = (const struct parallel_set *)b;
	size_t sum = 0;

	for (size_t i = first, end; i < first + n; i = end) {
		for (end = i + 1; end < first + n && s->lines[end].row == s->lines[i].row; )
			end++;
		each_list(s, i, end - i, hlist_open);
		sum += row_chars(s, i, end);
		each_list(s, i, end - i, hlist_close);
	}
	return sum;
}

struct set_block *parallel_block(struct composer *c, const struct template *t, const struct article *a, const struct block *b, Pt width)
{
	struct parallel_set *s = arena_make(c->arena, struct parallel_set);
	struct making m = { .rows = g_array_new(FALSE, TRUE, sizeof(struct row)), .lines = g_array_new(FALSE, TRUE, sizeof(struct parallel_line)) };

	m.p = s->plan = parallel_plan(c, t, a, b, width);
	parallel_report(s->plan, b->at);
	add_rows(&m);
	s->block.put = put;
	s->block.chars = chars;
	s->block.rows = (struct rows){ arena_copy(c->arena, m.rows->data, m.rows->len * sizeof(struct row)), m.rows->len, 0 };
	s->lines = arena_copy(c->arena, m.lines->data, m.lines->len * sizeof(struct parallel_line));
	s->tags = arena_make_array(c->arena, s->plan->p->nrows * s->plan->p->ntexts, const struct tag *);
	g_array_unref(m.rows);
	g_array_unref(m.lines);
	return &s->block;
}
