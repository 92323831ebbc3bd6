/*
 * src/page/block/list.c - lists and tables of facts: text that hangs beside its number, point or label.
 *
 * An inner list begins where the text of the outer one does.
 */
#include "page/costs.h"
#include "page/block/units_build.h"
#include "page/fit/fit.h"

#define FACTS_TOGETHER 6
#define MARK_GAP 0.4			/* em, from the widest number to the text */

/* Where the text of each level starts in lists of a style, from the left; [0] is that of the outermost list. */
struct list_hangs { const struct style *style; Pt at[LIST_LEVELS]; const struct list_hangs *next; };

static const struct style *mark_style(struct composer *c, const struct list_item *it, const struct style *s)
{
	const struct style *mark = layout_style(c->layout, it->kind == LIST_BULLET ? "list-marker" : "list-number");

	return mark ? mark : s;
}

static struct text_set mark_set(struct composer *c, const struct list_item *it, const char *lang, const struct style *s, Pt width)
{
	const struct style *mark = mark_style(c, it, s);

	return set_copy(c, plain_copy(c, counter_for(c, it->kind, it->number, lang, mark), lang, it->copy->at), mark, width);
}

/* Clear of the widest mark of each level. */
static struct list_hangs find_hangs(struct composer *c, const struct block *b, const struct style *s)
{
	struct list_hangs h = { .style = s };
	Pt hang[LIST_LEVELS] = { s->hang, s->hang, s->hang };

	for (size_t i = 0; i < b->list->n; i++) {
		const struct list_item *it = &b->list->items[i];
		struct text_set t;

		if (it->kind == LIST_BULLET)
			continue;
		t = mark_set(c, it, b->lang, s, 400);
		if (t.n)
			hang[it->level] = MAX(hang[it->level], t.lines[0]->width + MARK_GAP * s->size);
	}
	for (int k = 0; k < LIST_LEVELS; k++)
		h.at[k] = (k ? h.at[k - 1] : 0) + hang[k];
	return h;
}

static struct list_place place_of(struct composer *c, const struct block *b, const struct list_hangs *h, size_t item, const struct style *s)
{
	const struct list_item *it = &b->list->items[item];
	struct list_place p = { .hang = h->at[it->level], .marker_x = it->level ? h->at[it->level - 1] : 0 };

	p.marker = arena_make(c->arena, struct text_set);
	*p.marker = mark_set(c, it, b->lang, s, MAX(p.hang - p.marker_x, 8));
	return p;
}

struct list_place list_place(struct composer *c, const struct block *b, size_t item, const struct style *s)
{
	struct list_hangs *first = made_hangs(&c->caches->made, b), *made;

	for (const struct list_hangs *h = first; h; h = h->next)
		if (h->style == s)
			return place_of(c, b, h, item, s);
	made = arena_make(c->arena, struct list_hangs);
	*made = find_hangs(c, b, s);
	made->next = first;
	made_hangs_keep(&c->caches->made, b, made);
	return place_of(c, b, made, item, s);
}

void units_add_list(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_LIST];
	const struct tag *list = tag_make(u->c, ROLE_LIST, tag, b->lang, b->at);
	struct list_hangs h = find_hangs(u->c, b, s);

	for (size_t i = 0; i < b->list->n; i++) {
		struct unit *unit = units_add_text(u, a, fit_copy(u->c, b->list->items[i].copy), s, ROLE_ITEM, list);
		struct unit_info *info = unit->user;
		struct list_place p = place_of(u->c, b, &h, i, s);

		unit->indent = unit->hang = p.hang;
		unit->before = i ? 0 : line_ticks(s->before);
		unit->after = i + 1 == b->list->n ? line_ticks(s->after) : 0;
		info->marker = p.marker;
		info->marker_x = p.marker_x;
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
		unit->split = i ? SPLIT_FACTS : 0;
		unit->before = i ? 0 : line_ticks(s->before);
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		/* A small table is not divided. */
		unit->keep_next = i + 1 < b->nitems && (i == 0 || b->nitems <= FACTS_TOGETHER);
		info->marker = arena_make(u->c->arena, struct text_set);
		*info->marker = set_copy(u->c, b->labels[i], label ? label : s, MAX(hang - s->size, 8));
		unit->after += label_excess(u, info->marker, b->items[i], s, hang) * unit->lead;
	}
}
