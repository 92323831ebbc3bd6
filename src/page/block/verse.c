/*
 * src/page/block/verse.c - poems of lines; those with couplets are set in page/block/couplet.c.
 *
 * Each line is a paragraph, so that the flow may divide the poem; what does not
 * fit on a line is turned over and hangs. Numbers stand where lines begin: their
 * column is there whether a line has one or not. A centred poem stands as a
 * whole on the column's axis, by its longest line; its lines begin below one another.
 */
#include "page/block/data.h"
#include "page/costs.h"
#include "page/block/units_build.h"
#include "doc/verse.h"

#define STEP 1.5			/* em, of a line's indent */
#define NUMBER_GAP 0.8			/* em, from the widest number to the lines */
#define STANZA_WHOLE 4			/* lines: shorter stanzas are not divided */

int verse_every(const struct verse *v, const struct style *s)
{
	return v->every >= 0 ? v->every : s->line_numbers;
}

const struct style *verse_number_style(const struct composer *c, const struct template *t)
{
	const struct style *s = layout_style(c->layout, "verse-number");

	return s ? s : t->by;
}

struct text_set verse_number(struct composer *c, const struct verse_line *l, const struct style *s, Pt width)
{
	return set_copy(c, plain_copy(c, digits_for(c, l->number, l->copy->lang, s), l->copy->lang, l->copy->at), s, width);
}

Pt verse_number_column(struct composer *c, const struct verse *v, int every, const struct style *s)
{
	Pt widest = 0;

	for (size_t i = 0; every > 0 && i < v->n; i++)
		if (v->lines[i].number % every == 0) {
			struct text_set t = verse_number(c, &v->lines[i], s, 400);
			widest = MAX(widest, t.n ? t.lines[0]->width : 0);
		}
	return widest > 0 ? widest + NUMBER_GAP * s->size : 0;
}

bool verse_has_couplets(const struct verse *v)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->lines[i].half)
			return true;
	return false;
}

/* The style of the lines, and how far they are moved to stand on the axis. */
static const struct style *on_axis(struct units *u, const struct verse *v, const struct style *s, Pt room, Pt *shift)
{
	const struct style *flush;
	Pt widest = 0;

	*shift = 0;
	if (s->align != ALIGN_CENTER)
		return s;
	flush = style_flush(u->c, s);
	for (size_t i = 0; i < v->n; i++) {
		struct text_set t = set_copy(u->c, v->lines[i].copy, flush, 5000);
		widest = MAX(widest, v->lines[i].indent * STEP * s->size + (t.n ? t.lines[0]->width : 0));
	}
	*shift = MAX((room - widest) / 2, 0);
	return flush;
}

/* Whether line i and the next rather stand together: not one alone at a stanza's beginning or end. */
static bool stands_with_next(const struct verse *v, size_t i)
{
	size_t first = i, end = i + 1;

	if (end == v->n || v->lines[end].gap)
		return false;
	while (first > 0 && !v->lines[first].gap)
		first--;
	while (end < v->n && !v->lines[end].gap)
		end++;
	return end - first <= STANZA_WHOLE || i == first || i + 2 == end;
}

static void add_number(struct units *u, struct unit *unit, const struct verse_line *l, const struct style *s, Pt width)
{
	struct unit_info *info = unit->user;

	info->marker = arena_make(u->c->arena, struct text_set);
	*info->marker = verse_number(u->c, l, s, width);
}

static void add_lines(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct verse *v = b->verse;
	const struct style *s = u->t->styles[BLOCK_VERSE], *number = verse_number_style(u->c, u->t);
	int every = verse_every(v, s);
	Pt column = verse_number_column(u->c, v, every, number), shift;

	s = on_axis(u, v, s, u->width - column, &shift);
	for (size_t i = 0; i < v->n; i++) {
		const struct verse_line *l = &v->lines[i];
		struct unit *unit = units_add_text(u, a, l->copy, s, ROLE_P, tag);

		unit->indent = column + shift + l->indent * STEP * s->size;
		unit->hang = unit->indent + s->hang;
		unit->before = i == 0 ? line_ticks(MAX(s->before, 1)) : l->gap ? TICKS : 0;
		unit->after = i + 1 == v->n && !b->by ? line_ticks(s->after) : 0;
		unit->keep_next = stands_with_next(v, i) || (i + 1 == v->n && b->by);
		unit->split = i > 0 && !l->gap ? SPLIT_STANZA : 0;
		if (every > 0 && l->number % every == 0)
			add_number(u, unit, l, number, MAX(column, 8));
	}
	if (b->by) {
		struct unit *unit = units_add_text(u, a, b->by, u->t->by, ROLE_P, tag);

		unit->indent = unit->hang = column + shift;
		unit->after = MAX(unit->after, line_ticks(s->after));
	}
}

void units_add_verse(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_VERSE];
	struct unit *unit;

	if (!verse_has_couplets(b->verse)) {
		add_lines(u, a, b, tag);
		return;
	}
	unit = units_add_set(u, a, data_block(u->c, u->t, b, u->width), s, tag);
	unit->before = line_ticks(MAX(s->before, 1));
	unit->rtl = b->verse->lines[0].copy->rtl;
}
