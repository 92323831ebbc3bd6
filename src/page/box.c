/*
 * src/page/box.c - boxes: text on a tint, in columns of their own.
 */
#include "page/blocks.h"
#include <math.h>
#include <string.h>

struct box_set {
	struct set_block block;
	struct text_set *texts;
	bool *gap;			/* a line of white before it */
	size_t n;
	int columns;
	Pt width, column, gutter, pad, leading;
	int ticks;			/* height of each column, TICKS to a grid line */
};

static void box_text(struct composer *c, struct box_set *b, const struct copy *copy, const struct style *s)
{
	b->texts[b->n++] = set_copy(c, copy, s, b->column);
}

static void box_inner(struct composer *c, const struct template *t, struct box_set *b, const struct block *k)
{
	bool gap = false;

	if (k->copy)
		box_text(c, b, k->copy, k->kind == BLOCK_SUBHEAD ? t->box_title : t->box_text);
	for (size_t i = 0; i < k->nitems; i++) {
		const struct copy *item = k->items[i];

		if (!item) {			/* between stanzas */
			gap = true;
			continue;
		}
		if (k->kind == BLOCK_LIST)
			item = copy_join(c, plain_copy(c, k->numbered ? digits_for(c, (int)i + 1, item->lang, t->box_text) : "•", item->lang, item->at), item, 0);
		b->gap[b->n] = gap;
		gap = false;
		box_text(c, b, item, t->box_text);
	}
	if (k->by)
		box_text(c, b, k->by, t->by);
}

static size_t box_count(const struct block *b)
{
	size_t n = 1;

	for (size_t i = 0; i < b->nblocks; i++)
		n += 2 + b->blocks[i]->nitems;
	return n;
}

static struct box_set *box_new(struct composer *c, Pt width, int columns, size_t room)
{
	struct box_set *b = arena_make(c->arena, struct box_set);

	b->texts = arena_make_array(c->arena, room, struct text_set);
	b->gap = arena_make_array(c->arena, room, bool);
	b->columns = columns;
	b->width = width;
	b->gutter = c->layout->gutter;
	b->pad = 0.7 * c->layout->leading;
	b->leading = c->layout->leading;
	b->column = (width - 2 * b->pad - (columns - 1) * b->gutter) / columns;
	return b;
}

/* A box's title is in the language of its text: a German summary under an Arabic article. */
static const struct copy *title_copy(struct composer *c, const struct block *k)
{
	const struct copy *first = k->nblocks ? k->blocks[0]->copy : NULL;
	struct copy *title;

	if (!first || !strcmp(first->lang, k->copy->lang))
		return k->copy;
	title = g_hash_table_lookup(c->caches->made, k->copy);
	if (title)
		return title;
	title = arena_make(c->arena, struct copy);
	g_hash_table_insert(c->caches->made, k->copy, title);
	*title = *k->copy;
	title->lang = first->lang;
	title->rtl = first->rtl;
	title->runs = arena_copy(c->arena, k->copy->runs, k->copy->nruns * sizeof *k->copy->runs);
	for (size_t i = 0; i < title->nruns; i++)
		title->runs[i].lang = first->lang;
	return title;
}

static void box_fill(struct composer *c, const struct template *t, struct box_set *b, const struct block *k)
{
	if (k->copy)
		box_text(c, b, title_copy(c, k), t->box_title);
	for (size_t i = 0; i < k->nblocks; i++)
		box_inner(c, t, b, k->blocks[i]);
}

static int text_ticks(const struct box_set *b, const struct text_set *t)
{
	return ticks_of(t->leading, b->leading);
}

/* Where lines of a box stand: one walk for measuring and for putting, so that they agree. */
struct box_walk { int col, tick; };

/* The next place for a line that is `step` high; its foot is at w->tick. */
static void box_step(const struct box_set *b, struct box_walk *w, int step, bool gap)
{
	if (gap && w->tick > 0)
		w->tick += TICKS;
	if (w->tick + step > b->ticks && w->col + 1 < b->columns) {
		w->tick = 0;
		w->col++;
	}
	w->tick += step;
}

/* Whether everything stands in columns of b->lines. */
static bool box_holds(const struct box_set *b)
{
	struct box_walk w = { 0, 0 };

	for (size_t i = 0; i < b->n; i++)
		for (size_t k = 0; k < b->texts[i].n; k++)
			box_step(b, &w, text_ticks(b, &b->texts[i]), b->gap[i] && k == 0);
	return w.tick <= b->ticks;
}

static void box_measure(struct box_set *b)
{
	int all = 0;

	for (size_t i = 0; i < b->n; i++)
		all += (int)b->texts[i].n * text_ticks(b, &b->texts[i]) + b->gap[i] * TICKS;
	for (b->ticks = MAX((all + b->columns - 1) / b->columns, TICKS); !box_holds(b); )
		b->ticks++;
}

/* The text of other scripts has a leading of its own; the box ends on the grid. */
static int box_grid_lines(const struct box_set *b)
{
	return (b->ticks + TICKS - 1) / TICKS;
}

struct box_set *box_set(struct composer *c, const struct template *t, const struct article *a, Pt width, int columns)
{
	size_t room = 0;
	struct box_set *b;

	for (size_t i = 0; i < a->nblocks; i++)
		if (a->blocks[i]->kind == BLOCK_BOX)
			room += box_count(a->blocks[i]);
	if (room == 0)
		return NULL;
	b = box_new(c, width, MAX(columns, 1), room);
	for (size_t i = 0; i < a->nblocks; i++)
		if (a->blocks[i]->kind == BLOCK_BOX)
			box_fill(c, t, b, a->blocks[i]);
	box_measure(b);
	return b;
}

/* Text lines, a line of white and padding over them, half a line under them. */
double box_lines(const struct box_set *b)
{
	return box_grid_lines(b) + 1.5;
}

void box_put(struct composer *c, struct sheet *s, const struct box_set *b, Pt x, Pt y, const struct rubric *r, const struct tag *tag)
{
	struct colour tint = ink_colour(c, r->tint, r, false);
	struct box_walk w = { 0, 0 };

	/* The text keeps the grid, so the fill is what gives way: from under the line above to under the last. */
	sheet_rect(c, s, (struct rect){ x, y + 0.35 * b->leading, b->width, (box_grid_lines(b) + 1.1) * b->leading }, tint, tag->at);
	for (size_t i = 0; i < b->n; i++) {
		const struct text_set *t = &b->texts[i];
		struct colour ink = ink_colour(c, t->style->ink, r, true);

		for (size_t k = 0; k < t->n; k++) {
			Pt left;

			box_step(b, &w, text_ticks(b, t), b->gap[i] && k == 0);
			left = x + b->pad + (b->texts[0].rtl ? b->columns - 1 - w.col : w.col) * (b->column + b->gutter);
			sheet_line(c, s, t->lines[k], left, y + ((double)w.tick / TICKS + BASE_SHARE) * b->leading, ink, tag);
		}
	}
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	box_put(st->c, st->sheet, (const struct box_set *)b, st->x, st->y, st->article->rubric, st->tag);
}

struct set_block *box_block(struct composer *c, const struct template *t, const struct block *b, Pt width)
{
	struct box_set *box = box_new(c, width, 1, box_count(b));

	box_fill(c, t, box, b);
	box_measure(box);
	box->block.put = put;
	box->block.rows = rows_solid(c->arena, (int)ceil(box_lines(box)) * TICKS);
	return &box->block;
}
