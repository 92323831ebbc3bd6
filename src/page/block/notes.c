/* src/page/block/notes.c - notes at an article's end, under a short rule, beside their numbers. */
#include "page/block/units_build.h"
#include "doc/note.h"

#define RULE_WIDTH 0.3			/* of the column */
#define RULE 0.4			/* Pt */
#define RULE_ABOVE 0.5			/* of the notes' leading: white over the first note, under the rule */
#define MARK_GAP 0.5			/* em, from the widest number to the text */

struct note_rule { struct set_block block; const struct style *style; bool rtl; };

static void put_rule(const struct set_block *b, const struct block_stretch *st)
{
	const struct note_rule *r = (const struct note_rule *)b;
	Pt w = RULE_WIDTH * st->width, grid = st->c->layout->leading;

	sheet_rect(st->c, st->sheet, (struct rect){ r->rtl ? st->x + st->width - w : st->x, st->y + b->rows.row[0].ticks * grid / TICKS - RULE_ABOVE * r->style->leading, w, RULE },
		   ink_colour(st->c, r->style->ink, st->article->rubric, true), st->tag->at);
}

static struct text_set number_set(const struct units *u, const struct note *n, const struct style *s, Pt width)
{
	return set_copy(u->c, plain_copy(u->c, digits_for(u->c, n->number, n->copy->lang, s), n->copy->lang, n->at), s, width);
}

/* A line of the grid, with the rule on it. */
static void add_rule(struct units *u, const struct article *a, const struct tag *tag)
{
	struct note_rule *r = arena_make(u->c->arena, struct note_rule);
	struct unit *unit;

	r->block.put = put_rule;
	r->block.rows = rows_solid(u->c->arena, TICKS);
	r->style = u->t->note;
	r->rtl = a->rtl;
	unit = units_add_set(u, a, &r->block, u->t->note, tag);
	unit->before = unit->after = 0;
	unit->keep_next = true;
}

void units_add_notes(struct units *u, const struct article *a, const struct tag *tag)
{
	const struct style *s = u->t->note;
	Pt hang = 0;

	if (a->nnotes == 0)
		return;
	add_rule(u, a, tag);
	for (size_t i = 0; i < a->nnotes; i++) {
		struct text_set t = number_set(u, a->notes[i], s, 400);
		hang = MAX(hang, t.n ? t.lines[0]->width + MARK_GAP * s->size : 0);
	}
	for (size_t i = 0; i < a->nnotes; i++) {
		const struct note *n = a->notes[i];
		struct unit *unit = units_add_text(u, a, n->copy, s, ROLE_NOTE, tag);
		struct unit_info *info = unit->user;

		unit->indent = unit->hang = hang;
		unit->before = unit->after = 0;
		info->marker = arena_make(u->c->arena, struct text_set);
		*info->marker = number_set(u, n, s, MAX(hang, 8));
		info->note = n;
	}
}
