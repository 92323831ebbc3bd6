/* src/page/list.c - lists and tables of facts: text that hangs beside its number, point or label. */
#include "page/units_build.h"

#define FACTS_TOGETHER 6

static const struct style *mark_style(const struct composer *c, const struct block *b, const struct style *s)
{
	const struct style *mark = layout_style(c->layout, b->numbered ? "list-number" : "list-marker");

	return mark ? mark : s;
}

/* Where the items' text starts: clear of the widest number. */
Pt list_hang(struct composer *c, const struct block *b, const struct style *s)
{
	const struct style *mark = mark_style(c, b, s);
	struct text_set last;

	if (!b->numbered || b->nitems < 10)
		return s->hang;
	last = set_copy(c, plain_copy(c, digits_for(c, (int)b->nitems, b->lang, mark), b->lang, b->at), mark, 400);
	return MAX(s->hang, last.lines[0]->width + 0.4 * s->size);
}

struct text_set *list_marker(struct composer *c, const struct block *b, size_t item, const struct style *s, Pt hang)
{
	const struct style *mark = mark_style(c, b, s);
	const char *text = b->numbered ? digits_for(c, (int)item + 1, b->lang, mark) : "•";
	struct text_set *set = arena_make(c->arena, struct text_set);

	*set = set_copy(c, plain_copy(c, text, b->lang, b->items[item]->at), mark, MAX(hang, 8));
	return set;
}

void units_add_list(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_LIST];
	const struct tag *list = tag_make(u->c, ROLE_LIST, tag, b->lang, b->at);
	Pt hang = list_hang(u->c, b, s);

	for (size_t i = 0; i < b->nitems; i++) {
		struct unit *unit = units_add_text(u, a, b->items[i], s, ROLE_ITEM, list);
		struct unit_info *info = unit->user;

		unit->indent = unit->hang = hang;
		unit->before = i ? 0 : line_ticks(s->before);
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		info->marker = list_marker(u->c, b, i, s, hang);
	}
}

/* Where the facts stand: clear of the widest label, which may take half of the column. */
static Pt facts_hang(const struct units *u, const struct block *b, const struct style *s, const struct style *label)
{
	Pt widest = 0;

	for (size_t i = 0; i < b->nitems; i++) {
		struct text_set t = set_copy(u->c, b->labels[i], label, 5000);

		widest = MAX(widest, t.n ? t.lines[0]->width : 0);
	}
	return MAX(s->hang, MIN(widest + s->size, u->width / 2));
}

/* Lines that a label has more than what stands beside it. */
static int label_excess(const struct units *u, const struct text_set *label, const struct copy *fact, const struct style *s, Pt hang)
{
	size_t n = label->n > 1 ? set_copy(u->c, fact, s, u->width - hang).n : 1;

	return label->n > n ? (int)(label->n - n) : 0;
}

void units_add_facts(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_FACTS], *label = layout_style(u->c->layout, "facts-label");
	const struct tag *list = tag_make(u->c, ROLE_LIST, tag, b->lang, b->at);
	Pt hang = facts_hang(u, b, s, label ? label : s);

	for (size_t i = 0; i < b->nitems; i++) {
		struct unit *unit = units_add_text(u, a, b->items[i], s, ROLE_ITEM, list);
		struct unit_info *info = unit->user;

		unit->indent = unit->hang = hang;
		unit->before = i ? 0 : line_ticks(s->before);
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		/* A small table is not divided. */
		unit->keep_next = i + 1 < b->nitems && (i == 0 || b->nitems <= FACTS_TOGETHER);
		info->marker = arena_make(u->c->arena, struct text_set);
		*info->marker = set_copy(u->c, b->labels[i], label ? label : s, MAX(hang - s->size, 8));
		unit->after += label_excess(u, info->marker, b->items[i], s, hang) * unit->lead;
	}
}
