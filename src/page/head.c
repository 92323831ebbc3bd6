/* src/page/head.c - headline blocks: kicker, headline, standfirst, byline, one under the other. */
#include <math.h>
#include <string.h>
#include "page/blocks.h"

struct head_text { struct text_set set; struct ink ink; Pt y, indent; enum head_part part; const struct copy *copy; };

struct head_set {
	struct set_block block;
	struct head_text *texts;
	size_t n;
	Pt height;
	Pt leading;
};

static void add_names(const struct composer *c, GString *s, const char *key, struct copy **names, size_t n, const char *lang)
{
	if (n == 0)
		return;
	if (s->len)
		g_string_append(s, " · ");
	g_string_append_printf(s, "%s: ", layout_label(c->layout, key, lang));
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(s, "%s%s", i ? ", " : "", names[i]->text);
}

static const struct copy *byline(struct composer *c, const struct article *a)
{
	GString *s = g_string_new(NULL);
	const struct copy *copy = NULL;

	add_names(c, s, "author", a->authors, a->nauthors, a->lang);
	add_names(c, s, "translator", a->translators, a->ntranslators, a->lang);
	add_names(c, s, "photographer", a->photographers, a->nphotographers, a->lang);
	if (s->len)
		copy = plain_copy(c, s->str, a->lang, (a->nauthors ? a->authors[0] : a->ntranslators ? a->translators[0] : a->photographers[0])->at);
	g_string_free(s, TRUE);
	return copy;
}

static const struct copy *part_copy(struct composer *c, enum head_part part, const struct article *a)
{
	switch (part) {
	case HEAD_KICKER:     return a->kicker;
	case HEAD_HEADLINE:   return a->headline;
	case HEAD_STANDFIRST: return a->standfirst;
	case HEAD_BYLINE:     return byline(c, a);
	case HEAD_LANGUAGE:   return plain_copy(c, lang_name(a->lang), a->lang, a->at);
	default:              return NULL;
	}
}

struct head_set *head_set(struct composer *c, const struct head *h, const struct article *a, Pt width, int span)
{
	struct head_set *set = arena_make(c->arena, struct head_set);
	Pt y = 0;

	set->texts = arena_make_array(c->arena, h->nitems, struct head_text);
	set->leading = c->layout->leading;
	for (size_t i = 0; i < h->nitems; i++) {
		const struct head_item *it = &h->items[i];
		const struct copy *copy = part_copy(c, it->part, a);
		Pt w = it->span && it->span < span ? layout_span_width(c->layout, it->span) : width;
		struct head_text *t;

		if (!copy || copy->len == 0)
			continue;
		t = &set->texts[set->n++];
		if (y > 0)
			y += it->style->before * c->layout->leading;
		*t = (struct head_text){ set_copy(c, copy, it->style, w), it->style->ink, y, 0, it->part, copy };
		t->indent = copy->rtl ? width - w : 0;
		y += t->set.height + it->style->after * c->layout->leading;
	}
	set->height = y;
	return set;
}

double head_lines(const struct head_set *h)
{
	return ceil(h->height / h->leading - 0.01);
}

static enum role head_role(enum head_part p)
{
	return p == HEAD_HEADLINE || p == HEAD_TITLE ? ROLE_H1 : ROLE_P;
}

void head_put(struct composer *c, struct sheet *s, const struct head_set *h, Pt x, Pt y, const struct rubric *r, const struct tag *tag)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct head_text *t = &h->texts[i];
		const struct tag *own = tag_make(c, head_role(t->part), tag, t->copy->lang, t->copy->at);
		put_set(c, s, &t->set, x + t->indent, y + t->y, ink_colour(c, t->ink, r, true), own);
	}
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	head_put(st->c, st->sheet, (const struct head_set *)b, st->x, st->y, st->article->rubric, st->tag);
}

struct set_block *head_block(struct composer *c, const struct head *h, const struct article *a, Pt width)
{
	struct head_set *set = head_set(c, h, a, width, 0);

	set->block.put = put;
	set->block.rows = rows_solid(c->arena, (int)head_lines(set) * TICKS);
	return &set->block;
}
