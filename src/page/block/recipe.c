/*
 * src/page/block/recipe.c - recipes: what is needed in a narrow tinted column, beside it what is done, with large numbers.
 *
 * Where the place is too narrow for two columns, the ingredients stand over the steps. Both columns are lists of
 * lines with their ticks; the recipe may be divided wherever neither has a line across, best between two steps.
 */
#include <math.h>
#include <string.h>
#include "doc/recipe.h"
#include "page/costs.h"
#include "page/block/data.h"
#include "page/fit/fit.h"

#define PAD 6.0				/* Pt: from the panel's edge to its text */
#define HANG 0.7			/* em: further lines of an ingredient */
#define PANEL_OVER 0.15			/* of the leading: what the panel reaches over its first line and under its last */
#define NUMBER_GAP 0.55			/* em of the step: from the widest number to the text */
#define LARGE 1.6			/* of the step's size: numbers from here on take two lines */

enum kind { PANEL, NUMBER, STEP };

/* A line of one of the two columns. */
struct recipe_line {
	enum kind kind;
	const struct text_set *set;
	size_t line;			/* of the set */
	int tick, ticks;		/* its strip */
	size_t item;			/* which ingredient or step: lines of one belong together */
};

struct recipe_set {
	struct set_block block;
	const struct recipe *r;
	bool beside;
	Pt width, panel, step_x, step_w, hang;
	GArray *lines;			/* struct recipe_line; freed with the arena */
	int panel_end;			/* tick */
};

/* Where the next line of a column goes. */
struct column { struct recipe_set *s; enum kind kind; int tick; size_t item; };

static void free_lines(void *lines)
{
	g_array_unref(lines);
}

static void column_line(struct composer *c, struct column *col, const struct text_set *t, size_t i)
{
	struct recipe_line l = { col->kind, t, i, col->tick, ticks_of(t->leading, c->layout->leading), col->item };

	g_array_append_val(col->s->lines, l);
	col->tick += l.ticks;
}

static void column_text(struct composer *c, struct column *col, struct text_set set)
{
	struct text_set *t = arena_copy(c->arena, &set, sizeof set);

	for (size_t i = 0; i < t->n; i++)
		column_line(c, col, t, i);
	col->item++;
}

/* ---- the panel ---- */

/* The words before, bold, and the text after them. */
static const struct copy *with_lead(struct composer *c, const struct copy *lead, const struct copy *text)
{
	struct copy *bold;

	if (!lead)
		return text;
	bold = arena_copy(c->arena, lead, sizeof *lead);
	bold->runs = arena_copy(c->arena, lead->runs, lead->nruns * sizeof *lead->runs);
	for (size_t i = 0; i < bold->nruns; i++)
		bold->runs[i].flags |= INLINE_STRONG;
	return text ? copy_join(c, bold, text, 0) : bold;
}

/* The author's word, or the layout's if it has one in the language. */
static const struct copy *label(struct composer *c, const char *key, const struct copy *own, const struct copy *text)
{
	if (own || !layout_has_label(c->layout, key, text->lang))
		return own;
	return plain_copy(c, layout_label(c->layout, key, text->lang), text->lang, text->at);
}

static void panel_gap(struct column *col)
{
	if (col->tick)
		col->tick = whole_ticks(col->tick) + TICKS;
}

static void set_panel(struct composer *c, const struct template *t, struct recipe_set *s)
{
	const struct style *style = t->styles[BLOCK_RECIPE];
	Pt width = s->panel - 2 * PAD;
	struct column col = { s, PANEL, 0, 0 };

	if (s->r->portions)
		column_text(c, &col, set_copy(c, s->r->portions, t->portions, width));
	for (size_t i = 0; i < s->r->ntimes; i++)
		column_text(c, &col, set_copy(c, with_lead(c, label(c, "time", s->r->times[i].label, s->r->times[i].time), s->r->times[i].time), style, width));
	for (size_t i = 0; i < s->r->ngroups; i++) {
		const struct ingredients *g = &s->r->groups[i];

		if (i || s->r->ntimes)
			panel_gap(&col);
		if (g->title)
			column_text(c, &col, set_copy(c, g->title, t->portions, width));
		for (size_t k = 0; k < g->n; k++)
			column_text(c, &col, set_hanging(c, with_lead(c, g->items[k].amount, g->items[k].what), style, width, HANG * style->size));
	}
	s->panel_end = whole_ticks(col.tick);
}

/* ---- steps ---- */

static struct text_set *set_number(struct composer *c, const struct template *t, const struct recipe_set *s, size_t i)
{
	const char *text = digits_for(c, (int)i + 1, s->r->lang, t->step_number);
	struct text_set set = set_line_of(c, plain_copy(c, text, s->r->lang, s->r->steps[i]->at), t->step_number);

	return arena_copy(c->arena, &set, sizeof set);
}

/* A large number stands on the second line, with its head at the first; a step has two lines at least, then. */
static void set_steps(struct composer *c, const struct template *t, struct recipe_set *s, int from)
{
	bool large = t->step_number->size > LARGE * t->step->size;
	struct text_set **numbers = arena_make_array(c->arena, s->r->nsteps + 1, struct text_set *);
	struct column col = { s, STEP, from, 0 };

	for (size_t i = 0; i < s->r->nsteps; i++) {
		numbers[i] = set_number(c, t, s, i);
		s->hang = MAX(s->hang, text_width(numbers[i]));
	}
	s->hang += NUMBER_GAP * t->step->size;
	for (size_t i = 0; i < s->r->nsteps; i++) {
		struct text_set text = set_copy(c, fit_copy(c, s->r->steps[i]), t->step, s->step_w - s->hang);
		int lead = ticks_of(text.leading, c->layout->leading), at = col.tick;
		struct recipe_line n = { NUMBER, numbers[i], 0, at, lead * (large ? 2 : 1), col.item };

		if (numbers[i]->n)
			g_array_append_val(s->lines, n);
		column_text(c, &col, text);
		col.tick = MAX(col.tick, at + n.ticks);
		if (i + 1 < s->r->nsteps)
			col.tick += half_ticks(line_ticks(t->step->after));
	}
	for (size_t i = 0; i < s->r->ntips; i++) {
		const struct copy *tip = with_lead(c, label(c, "tip", NULL, s->r->tips[i]), s->r->tips[i]);

		col.kind = STEP;
		if (i == 0 && s->r->nsteps)
			col.tick = whole_ticks(col.tick) + TICKS;
		column_text(c, &col, set_copy(c, tip, t->tip, s->step_w - s->hang));
	}
}

/* ---- where it may be divided ---- */

static bool line_across(const struct recipe_set *s, int tick)
{
	for (guint i = 0; i < s->lines->len; i++) {
		const struct recipe_line *l = &g_array_index(s->lines, struct recipe_line, i);

		if (l->tick < tick && l->tick + l->ticks > tick)
			return true;
	}
	return false;
}

/* Cost of a division at a tick that no line stands across: nor is one line of a step parted from the others; ingredients over the
 * steps stay together. */
static double cost_at(const struct recipe_set *s, int tick)
{
	size_t before[2] = { 0, 0 }, after[2] = { 0, 0 };
	double cost = SPLIT_STEP;

	if (!s->beside && tick < s->panel_end)
		return HUGE_VAL;
	for (guint i = 0; i + 1 < s->lines->len; i++) {
		const struct recipe_line *l = &g_array_index(s->lines, struct recipe_line, i), *next = l + 1;
		int column = l->kind != PANEL;

		if (l->kind == NUMBER || next->item != l->item || (next->kind == PANEL) != (l->kind == PANEL) || l->tick + l->ticks > tick || next->tick < tick)
			continue;
		/* The division runs through this item: count its lines on both sides. */
		for (guint k = 0; k < s->lines->len; k++) {
			const struct recipe_line *o = &g_array_index(s->lines, struct recipe_line, k);

			if (o->kind == l->kind && o->item == l->item)
				*(o->tick < tick ? &before[column] : &after[column]) += 1;
		}
		if (before[column] < 2 || after[column] < 2)
			return HUGE_VAL;
		cost = SPLIT_LINE;
	}
	return cost;
}

/* A row wherever no line stands across its end: what should stay together is divided only where no column is high enough for it. */
static void make_rows(struct composer *c, struct recipe_set *s, int end)
{
	int all = whole_ticks(MAX(end, TICKS)), last = 0;
	struct row *row = arena_make_array(c->arena, (size_t)all, struct row);
	size_t n = 0;

	for (int tick = TICKS / 2; tick < all; tick += TICKS / 2) {
		if (line_across(s, tick))
			continue;
		row[n++] = (struct row){ .ticks = tick - last, .split = tick <= 2 * TICKS || all - tick <= 2 * TICKS ? HUGE_VAL : cost_at(s, tick) };
		last = tick;
	}
	row[n++].ticks = all - last;
	s->block.rows = (struct rows){ row, n, 0 };
}

/* ---- ink ---- */

static Pt line_left(const struct recipe_set *s, const struct recipe_line *l, Pt *width)
{
	Pt x = l->kind == PANEL ? PAD : l->kind == NUMBER ? s->step_x : s->step_x + s->hang;

	*width = l->kind == PANEL ? s->panel - 2 * PAD : l->kind == NUMBER ? s->hang : s->step_w - s->hang;
	return s->r->rtl ? s->width - x - *width : x;
}

static void put_panel(const struct recipe_set *s, const struct block_stretch *st, int from, int to)
{
	struct composer *c = st->c;
	const struct recipe_look *look = &c->layout->looks.recipe;
	Pt tick = c->layout->leading / TICKS, over = PANEL_OVER * c->layout->leading;
	struct ink ink = look->tint >= 0 ? (struct ink){ NULL, true, look->tint } : st->article->rubric->tint;
	int end = MIN(s->panel_end, to);

	if (from < end)
		sheet_rect(c, st->sheet, (struct rect){ st->x + (s->r->rtl ? s->width - s->panel : 0), st->y - over, s->panel, (end - from) * tick + 2 * over },
			   ink_colour(c, ink, st->article->rubric, false), s->r->at);
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct recipe_set *s = (const struct recipe_set *)b;
	struct composer *c = st->c;
	Pt tick = c->layout->leading / TICKS;
	const struct tag *lists[2] = { tag_make(c, ROLE_LIST, st->tag, s->r->lang, s->r->at), tag_make(c, ROLE_LIST, st->tag, s->r->lang, s->r->at) };
	const struct tag *item = NULL;
	size_t last = SIZE_MAX;
	int from = 0, to;

	for (size_t i = 0; i < st->first; i++)
		from += s->block.rows.row[i].ticks;
	to = from;
	for (size_t i = st->first; i < st->first + st->n; i++)
		to += s->block.rows.row[i].ticks;
	put_panel(s, st, from, to);
	for (guint i = 0; i < s->lines->len; i++) {
		const struct recipe_line *l = &g_array_index(s->lines, struct recipe_line, i);
		size_t column = l->kind != PANEL, key = l->item * 2 + column;
		Pt w, x = line_left(s, l, &w), base = st->y + (l->tick - from + l->ticks) * tick - (1 - BASE_SHARE) * c->layout->leading;

		if (l->tick < from || l->tick >= to)
			continue;
		if (key != last)
			item = tag_make(c, ROLE_ITEM, lists[column], l->set->lang, s->r->at);
		last = key;
		/* Lines that hang bring their place along. */
		if (l->kind == NUMBER)
			put_line(st, l->set->lines[l->line], st->x + x, w, s->r->rtl, base, ink_colour(c, l->set->style->ink, st->article->rubric, true), item);
		else
			sheet_line(c, st->sheet, l->set->lines[l->line], st->x + x, base, ink_colour(c, l->set->style->ink, st->article->rubric, true), item);
	}
}

static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct recipe_set *s = (const struct recipe_set *)b;
	int from = 0, to;
	size_t sum = 0;

	for (size_t i = 0; i < first; i++)
		from += s->block.rows.row[i].ticks;
	to = from;
	for (size_t i = first; i < first + n; i++)
		to += s->block.rows.row[i].ticks;
	for (guint i = 0; i < s->lines->len; i++) {
		const struct recipe_line *l = &g_array_index(s->lines, struct recipe_line, i);
		const struct set_line *line = l->set->lines[l->line];

		if (l->tick >= from && l->tick < to && l->kind != NUMBER)
			sum += (size_t)g_utf8_strlen(line->text->text + line->start, (gssize)(line->end - line->start));
	}
	return sum;
}

/* ---- the whole ---- */

static int end_of(const struct recipe_set *s)
{
	int end = s->panel_end;

	for (guint i = 0; i < s->lines->len; i++) {
		const struct recipe_line *l = &g_array_index(s->lines, struct recipe_line, i);

		end = MAX(end, l->tick + l->ticks);
	}
	return end;
}

struct set_block *recipe_block(struct composer *c, const struct template *t, const struct recipe *r, Pt width)
{
	struct recipe_set *s = arena_make(c->arena, struct recipe_set);
	Pt panel = c->layout->looks.recipe.panel;

	s->block.put = put;
	s->block.chars = chars;
	s->r = r;
	s->width = width;
	s->lines = g_array_new(FALSE, FALSE, sizeof(struct recipe_line));
	arena_defer(c->arena, free_lines, s->lines);
	s->beside = panel <= width / 2 && r->ngroups && r->nsteps;
	s->panel = s->beside ? panel : width;
	s->step_x = s->beside ? panel + c->layout->gutter : 0;
	s->step_w = width - s->step_x;
	if (r->ngroups || r->portions || r->ntimes)
		set_panel(c, t, s);
	set_steps(c, t, s, s->beside || !s->panel_end ? 0 : s->panel_end + TICKS);
	make_rows(c, s, end_of(s));
	return &s->block;
}
