/*
 * src/page/block/box.c - boxes: anything a body may hold, on a tint, in columns of their own.
 *
 * A box is a small flow of its own: its blocks become units as in an article
 * and go through page/flow/flow.h into frames as high as need be. One that stands
 * apart has n columns of the least height that holds it without a widow. One in
 * the column is set into a single endless frame, whose lines become rows that the
 * article's flow may divide where the box itself might be: the tint then ends
 * with the column and goes on in the next.
 */
#include "page/block/blocks.h"
#include <math.h>
#include <string.h>
#include "page/figure/figure.h"
#include "page/block/units_build.h"

#define PAD 0.7				/* of the leading, at either side */
#define TINT_OVER 0.45			/* of the leading, over the first line's strip: where the tint begins, */
#define TINT_UNDER 0.45			/* and how far under the last one's it ends */
#define TINT_DIVIDED 0.1		/* the same where the box goes on elsewhere */
#define ENDLESS (1 << 20)		/* ticks */
#define TRIES 40			/* heights that are tried before one with widows is taken, */
#define MORE 4				/* and so many after the first without: a line more may divide it better */
#define COST_LINE 1000.0		/* of one, as page/flow/flow.h counts */
#define COST_BARE 40000.0		/* a column that stays empty */
#define SPLIT_BOX 4000.0		/* of a box in the column, as page/flow/flow.h counts: rather whole */
#define SPLIT_LONG 600.0		/* of one that is longer than this many rows */
#define LONG 24

/* A line of a unit, a row of a block, or white: first and last rows are the tint's edges. */
struct box_row { const struct stand *stand; size_t line; };

struct box_set {
	struct set_block block;
	struct units units;
	struct flow_result flow;
	struct frame *frames;
	struct box_row *rows;		/* in the column */
	int columns, ticks;		/* apart: of each column */
	Pt width, column, gutter, pad, leading;
	bool rtl;
	const struct tag *tag;
};

static void drop_units(void *units)
{
	units_clear(units);
}

/* ---- pictures --------------------------------------------------------------------- */

struct box_figure { struct set_block block; struct figure *figure; };

static void put_figure(const struct set_block *b, const struct block_stretch *st)
{
	const struct layout *l = st->c->layout;

	figure_put(st->c, st->sheet, ((const struct box_figure *)b)->figure, st->x, 1 + (st->y - grid_top(l, 1)) / l->leading, st->tag);
}

#define FIGURE_MOST 0.4			/* of the page's lines */

struct set_block *figure_block(struct composer *c, const struct template *t, const struct floating *f, Pt width)
{
	struct box_figure *b = arena_make(c->arena, struct box_figure);
	struct floating *kept = arena_copy(c->arena, f, sizeof *f);
	struct figure_wish wish = figure_wish(c, width, floor(FIGURE_MOST * c->layout->lines));

	b->block.put = put_figure;
	b->figure = figure_new(c, t, kept, &wish);
	b->block.rows = rows_solid(c->arena, (int)ceil(figure_lines(b->figure) - 0.01) * TICKS);
	return &b->block;
}

/* ---- what is in it ------------------------------------------------------------------ */

/* A box's title is in the language of its text: a German summary under an Arabic article. */
static const struct copy *title_copy(struct composer *c, const struct block *k)
{
	const struct copy *first = k->nblocks ? k->blocks[0]->copy : NULL;
	struct copy *title;

	if (!first || !strcmp(first->lang, k->copy->lang))
		return k->copy;
	title = made_title(&c->caches->made, k->copy);
	if (title)
		return title;
	title = arena_make(c->arena, struct copy);
	made_title_keep(&c->caches->made, k->copy, title);
	*title = *k->copy;
	title->lang = first->lang;
	title->rtl = first->rtl;
	title->runs = arena_copy(c->arena, k->copy->runs, k->copy->nruns * sizeof *k->copy->runs);
	for (size_t i = 0; i < title->nruns; i++)
		title->runs[i].lang = first->lang;
	return title;
}

static bool reads_from_right(const struct block *k, const struct article *a)
{
	const struct copy *first = k->nblocks ? k->blocks[0]->copy : NULL;

	return first ? first->rtl : k->copy ? k->copy->rtl : a->rtl;
}

static struct box_set *box_new(struct composer *c, const struct template *t, const struct article *a, const struct block *k, Pt width, int columns,
			       const struct tag *tag)
{
	struct box_set *b = arena_make(c->arena, struct box_set);

	b->tag = tag;
	b->columns = columns;
	b->width = width;
	b->gutter = c->layout->gutter;
	b->leading = c->layout->leading;
	b->pad = PAD * b->leading;
	b->column = (width - 2 * b->pad - (columns - 1) * b->gutter) / columns;
	b->rtl = reads_from_right(k, a);
	units_init(&b->units, c, t->boxed, b->column, NULL, NULL);
	b->units.boxed = true;
	arena_defer(c->arena, drop_units, &b->units);
	if (k->copy) {
		struct unit *title = units_add_text(&b->units, a, title_copy(c, k), t->box_title, ROLE_H2, tag);
		title->keep_next = true;
		title->before = 0;
	}
	units_add_blocks(&b->units, a, k->blocks, k->nblocks, tag);
	if (k->copy && b->units.units->len > 1 && k->blocks[0]->kind != BLOCK_VERSE)	/* close under the title */
		g_array_index(b->units.units, struct unit, 1).before = 0;
	return b;
}

/* ---- the flow ------------------------------------------------------------------------- */

static const struct frame *box_frame(void *ctx, size_t id)
{
	const struct box_set *b = ctx;

	return id < (size_t)b->columns ? &b->frames[id] : NULL;
}

/* Flows everything into columns of a height; false: it does not fit. */
static bool pour(struct composer *c, struct box_set *b, int ticks)
{
	struct flow_source source = { .ctx = b, .frame = box_frame };

	b->ticks = ticks;
	b->frames = arena_make_array(c->arena, (size_t)b->columns, struct frame);
	for (int i = 0; i < b->columns; i++)
		b->frames[i] = (struct frame){ .width = b->column, .ticks = ticks };
	b->flow = flow(c->arena, (const struct unit *)b->units.units->data, b->units.units->len, &source, c->caches->settings, NULL);
	if (b->flow.nset < b->units.units->len || b->units.units->len == 0)
		return false;
	return b->flow.last_frame + 1 < (size_t)b->columns || b->flow.last_tick <= ticks;
}

static int whole_lines(int ticks)
{
	return (ticks + TICKS - 1) / TICKS * TICKS;
}

/* What it costs at a height, `more` ticks over the least. */
static double height_cost(const struct box_set *b, int more)
{
	return b->flow.cost + (double)more / TICKS * COST_LINE + COST_BARE * (b->columns - 1 - (int)b->flow.last_frame);
}

/* The height that holds it best: without a widow, low, and not divided where it shows; where none is found soon, the least that holds it. */
static void balance(struct composer *c, struct box_set *b)
{
	int columns = b->columns, all, least = 0, best = 0, first = 0;
	double lowest = HUGE_VAL;

	b->columns = 1;
	pour(c, b, ENDLESS);
	all = whole_lines(b->flow.last_tick);
	b->columns = columns;
	for (int i = 0, ticks = MAX(whole_lines(all / columns), TICKS); ticks <= all && i < TRIES; i++, ticks += TICKS) {
		if (first && ticks > first + MORE * TICKS)
			break;
		if (!pour(c, b, ticks))
			continue;
		least = least ? least : ticks;
		if (b->flow.widows)
			continue;
		first = first ? first : ticks;
		if (height_cost(b, ticks - first) < lowest) {
			lowest = height_cost(b, ticks - first);
			best = ticks;
		}
	}
	pour(c, b, best ? best : least ? least : all);
}

/* ---- apart ------------------------------------------------------------------------------ */

struct box_set *box_apart(struct composer *c, const struct template *t, const struct article *a, const struct block *k, Pt width, int columns,
			  const struct tag *tag)
{
	struct box_set *b = box_new(c, t, a, k, width, columns, tag);

	balance(c, b);
	return b;
}

/* Text lines, a line of white and padding over them, half a line under them. */
double box_lines(const struct box_set *b)
{
	return b->ticks / TICKS + 1.5;
}

int box_columns_used(const struct box_set *b)
{
	return (int)b->flow.last_frame + 1;
}

static void put_tint(struct composer *c, struct sheet *s, const struct box_set *b, Pt x, Pt top, Pt foot, const struct rubric *r, const struct tag *tag)
{
	sheet_rect(c, s, (struct rect){ x, top, b->width, foot - top }, ink_colour(c, r->tint, r, false), tag->at);
}

static void put_columns(struct composer *c, struct sheet *s, const struct box_set *b, Pt x, Pt first)
{
	for (size_t i = 0; i < b->flow.n; i++) {
		const struct stand *st = &b->flow.stands[i];
		size_t nth = b->rtl ? (size_t)b->columns - 1 - st->frame : st->frame;

		unit_put(c, s, &g_array_index(b->units.units, struct unit, st->unit), st, x + b->pad + (double)nth * (b->column + b->gutter), first, b->column,
			 (struct opposite){ NULL, 0 });
	}
}

void box_put(struct composer *c, struct sheet *s, const struct box_set *b, Pt x, Pt y, double lines, const struct rubric *r)
{
	Pt first = y + b->leading;

	put_tint(c, s, b, x, first - TINT_OVER * b->leading, first + (lines - 1.5 + TINT_UNDER) * b->leading, r, b->tag);
	put_columns(c, s, b, x, first);
}

void box_put_in(struct composer *c, struct sheet *s, const struct box_set *b, struct rect tint, Pt y, const struct rubric *r)
{
	put_tint(c, s, b, tint.x, tint.y, rect_bottom(tint), r, b->tag);
	put_columns(c, s, b, tint.x, y);
}

/* ---- in the column ------------------------------------------------------------------------ */

/* Rows [first, first + n), of which the first one's strip starts at y. */
static void put_rows(const struct set_block *block, const struct block_stretch *st)
{
	const struct box_set *b = (const struct box_set *)block;
	const struct row *row = block->rows.row;
	bool begins = st->first == 0, ends = st->first + st->n == block->rows.n;
	Pt tick = b->leading / TICKS, y = st->y + (begins ? 0 : block->rows.head * tick), foot = y;
	Pt top = st->y + (1 - TINT_OVER) * b->leading;

	for (size_t i = st->first; i < st->first + st->n - ends; i++)
		foot += row[i].ticks * tick;
	foot += row[st->first].head * tick;
	put_tint(st->c, st->sheet, b, st->x, top, foot + (ends ? TINT_UNDER : TINT_DIVIDED) * b->leading, st->article->rubric, st->tag);
	for (size_t i = st->first, n; i < st->first + st->n; i += n) {
		const struct box_row *r = &b->rows[i];
		struct stand part;
		Pt height = i == st->first ? row[i].head * tick : 0;	/* what it repeats stands over it */

		for (n = 0; i + n < st->first + st->n && (n == 0 || (r->stand && b->rows[i + n].stand == r->stand)); n++)
			height += row[i + n].ticks * tick;
		if (r->stand) {
			part = *r->stand;
			part.tick = 0;
			part.first = r->line;
			part.n = n;
			unit_put(st->c, st->sheet, &g_array_index(b->units.units, struct unit, part.unit), &part, st->x + b->pad, y, b->column, (struct opposite){ NULL, 0 });
		}
		y += height;
	}
}

/* What dividing after line k of n costs: none stands alone. */
static double split_in(const struct unit *u, size_t k, size_t n, double cost)
{
	if (u->rows)
		return u->rows->row[k].split + cost;
	if (n > 1 && (k == 0 || k + 2 == n || (k + 1 < n && (int)k + 1 < u->dropcap)))
		return HUGE_VAL;
	return k + 1 == n && u->keep_next ? HUGE_VAL : cost;
}

static size_t rows_of(const struct unit *u, const struct stand *st)
{
	return u->rows ? u->rows->n : st->n;
}

static void add_row(struct box_set *b, struct row *row, int ticks, double split, const struct stand *stand, size_t line)
{
	size_t n = b->block.rows.n++;

	row[n] = (struct row){ .ticks = ticks, .split = split, .white = stand ? 0 : ticks };
	b->rows[n] = (struct box_row){ stand, line };
}

/* The lines of the endless frame; white between them is a row that a frame rather ends with. */
static void find_rows(struct composer *c, struct box_set *b)
{
	size_t count = 2;
	struct row *row;
	double cost;
	int tick = 0;

	for (size_t i = 0; i < b->flow.n; i++)
		count += 1 + rows_of(&g_array_index(b->units.units, struct unit, b->flow.stands[i].unit), &b->flow.stands[i]);
	row = arena_make_array(c->arena, count, struct row);
	b->rows = arena_make_array(c->arena, count, struct box_row);
	cost = count > LONG ? SPLIT_LONG : SPLIT_BOX;
	add_row(b, row, TICKS, HUGE_VAL, NULL, 0);
	for (size_t i = 0; i < b->flow.n; i++) {
		const struct stand *st = &b->flow.stands[i];
		const struct unit *u = &g_array_index(b->units.units, struct unit, st->unit);
		size_t n = rows_of(u, st);

		if (st->tick > tick) {
			struct row *before = &row[b->block.rows.n - 1];
			double split = before->split;

			before->split = HUGE_VAL;
			add_row(b, row, st->tick - tick, split, NULL, 0);
		}
		for (size_t k = 0; k < n; k++) {
			add_row(b, row, u->rows ? u->rows->row[k].ticks : u->lead, split_in(u, k, n, cost), st, k);
			row[b->block.rows.n - 1].head = u->rows ? rows_head(u->rows, k) : 0;
		}
		tick = st->tick + stand_ticks(u, st);
	}
	row[b->block.rows.n - 1].split = HUGE_VAL;
	/* The tint's foot, so that all of it ends on the grid. */
	add_row(b, row, whole_lines(tick + TICKS / 2) - tick, 0, NULL, 0);
	b->block.rows.row = row;
	b->block.rows.head = TICKS;
}

static size_t box_chars(const struct set_block *block, size_t first, size_t n)
{
	const struct box_set *b = (const struct box_set *)block;
	size_t sum = 0;

	for (size_t i = first, k; i < first + n; i += k) {
		struct stand part;

		for (k = 1; b->rows[i].stand && i + k < first + n && b->rows[i + k].stand == b->rows[i].stand; )
			k++;
		if (!b->rows[i].stand)
			continue;
		part = *b->rows[i].stand;
		part.first = b->rows[i].line;
		part.n = k;
		sum += stand_chars(&g_array_index(b->units.units, struct unit, part.unit), &part);
	}
	return sum;
}

struct set_block *box_block(struct composer *c, const struct template *t, const struct article *a, const struct block *k, Pt width, const struct tag *tag)
{
	struct box_set *b = box_new(c, t, a, k, width, 1, tag);

	pour(c, b, ENDLESS);
	find_rows(c, b);
	b->block.put = put_rows;
	b->block.chars = box_chars;
	return &b->block;
}
