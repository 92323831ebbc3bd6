/* src/page/block/head.c - headline blocks: kicker, headline, standfirst, byline, one under the other. */
#include <math.h>
#include <string.h>
#include "page/block/blocks.h"

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
	g_string_append_printf(s, "%s: ", layout_label(c->layout, key, layout_has_label(c->layout, key, lang) ? lang : c->issue->lang));
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(s, "%s%s", i ? ", " : "", names[i]->text);
}

static const struct copy *byline(struct composer *c, const struct headwords *h)
{
	GString *s = g_string_new(NULL);
	const struct copy *copy = NULL;

	add_names(c, s, "author", h->authors, h->nauthors, h->lang);
	add_names(c, s, "translator", h->translators, h->ntranslators, h->lang);
	add_names(c, s, "photographer", h->photographers, h->nphotographers, h->lang);
	if (s->len)
		copy = plain_copy(c, s->str, h->lang, (h->nauthors ? h->authors[0] : h->ntranslators ? h->translators[0] : h->photographers[0])->at);
	g_string_free(s, TRUE);
	return copy;
}

static const struct copy *part_copy(struct composer *c, enum head_part part, const struct article *a, const struct headwords *h)
{
	switch (part) {
	case HEAD_KICKER:     return h->kicker;
	case HEAD_HEADLINE:   return h->headline;
	case HEAD_STANDFIRST: return h->standfirst;
	case HEAD_BYLINE:     return byline(c, h);
	case HEAD_LANGUAGE:   return plain_copy(c, lang_name(h->lang), h->lang, a->at);
	default:              return NULL;
	}
}

/* The article's own parts, as those in further languages are. */
static struct headwords own_words(const struct article *a)
{
	return (struct headwords){
		.lang = a->lang, .kicker = a->kicker, .headline = a->headline, .standfirst = a->standfirst,
		.authors = a->authors, .nauthors = a->nauthors, .translators = a->translators, .ntranslators = a->ntranslators,
		.photographers = a->photographers, .nphotographers = a->nphotographers,
	};
}

/* ---- setting ------------------------------------------------------------------------ */

struct head_setting {
	struct composer *c;
	struct head_set *set;
	const struct head_item *item;
	const struct article *a;
	Pt y;
	bool any;			/* something stands above */
};

static Pt lines_of(const struct head_setting *s, double lines)
{
	return lines * s->c->layout->leading;
}

/* One part in one language; returns its height. */
static Pt set_part(struct head_setting *s, const struct headwords *h, const struct style *style, Pt x, Pt width, Pt room)
{
	const struct copy *copy = part_copy(s->c, s->item->part, s->a, h);
	struct head_text *t;

	if (!copy || copy->len == 0)
		return 0;
	t = &s->set->texts[s->set->n++];
	*t = (struct head_text){ set_copy(s->c, copy, style, width), style->ink, s->y, x, s->item->part, copy };
	if (copy->rtl)
		t->indent += room - width;
	return t->set.height;
}

static void set_under(struct head_setting *s, const struct headwords *h, const struct style *style, Pt width, Pt room)
{
	Pt y = s->y, height;

	if (s->any)
		s->y += lines_of(s, style->before);
	height = set_part(s, h, style, 0, width, room);
	if (height == 0) {
		s->y = y;
		return;
	}
	s->any = true;
	s->y += height + lines_of(s, style->after);
}

static const struct headwords *words_in(const struct article *a, const struct headwords *own, const char *lang)
{
	if (strcmp(own->lang, lang) == 0)
		return own;
	for (size_t i = 0; i < a->nheads; i++)
		if (strcmp(a->heads[i].lang, lang) == 0)
			return &a->heads[i];
	return NULL;
}

/* Puts what was set side by side, from text `from` on, on one baseline; returns the height of all. */
static Pt share_baseline(struct head_set *set, size_t from)
{
	Pt lead = 0, height = 0;

	for (size_t i = from; i < set->n; i++)
		lead = MAX(lead, set->texts[i].set.leading);
	for (size_t i = from; i < set->n; i++) {
		struct head_text *t = &set->texts[i];
		t->y += lead - t->set.leading;
		height = MAX(height, t->set.height + lead - t->set.leading);
	}
	return height;
}

static size_t columns_in(const struct head_languages *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += l->column[i].width > 0;
	return n;
}

/* Parts of one kind stand on one line. */
static void set_beside(struct head_setting *s, const struct headwords *own, const struct head_languages *l)
{
	const struct style *style = columns_in(l) > 2 ? s->item->further : s->item->style;
	size_t from = s->set->n;
	Pt y = s->y;

	if (s->any)
		s->y += lines_of(s, style->before);
	for (size_t i = 0; i < l->n; i++) {
		const struct headwords *h = l->column[i].width > 0 ? words_in(s->a, own, l->column[i].lang) : NULL;
		Pt w = l->column[i].width, narrower = s->item->span ? layout_span_width(s->c->layout, s->item->span) : w;

		if (h)
			set_part(s, h, style, l->column[i].x, MIN(w, narrower), w);
	}
	if (s->set->n == from) {
		s->y = y;
		return;
	}
	s->any = true;
	s->y += share_baseline(s->set, from) + lines_of(s, style->after);
}

static bool has_column(const struct head_languages *l, const char *lang)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->column[i].lang, lang) == 0)
			return true;
	return false;
}

static void set_item(struct head_setting *s, const struct headwords *own, const struct head_languages *l, Pt width, int span)
{
	const struct head_item *it = s->item;
	Pt w = it->span && it->span < span ? layout_span_width(s->c->layout, it->span) : width;

	if (l->n)
		set_beside(s, own, l);
	if (l->others && !has_column(l, own->lang))
		set_under(s, own, it->style, w, width);
	for (size_t i = 0; l->others && i < s->a->nheads; i++)
		if (!has_column(l, s->a->heads[i].lang))
			set_under(s, &s->a->heads[i], it->further, w, width);
}

static struct head_set *set_in(struct composer *c, const struct head *h, const struct article *a, Pt width, int span, const struct head_languages *languages)
{
	struct head_setting s = { .c = c, .set = arena_make(c->arena, struct head_set), .a = a };
	struct headwords own = own_words(a);

	s.set->texts = arena_make_array(c->arena, h->nitems * (a->nheads + 1), struct head_text);
	s.set->leading = c->layout->leading;
	for (size_t i = 0; i < h->nitems; i++) {
		s.item = &h->items[i];
		set_item(&s, &own, languages, width, span);
	}
	s.set->height = s.y;
	return s.set;
}

static bool sticks_out(const struct head_set *set)
{
	for (size_t i = 0; i < set->n; i++)
		for (size_t k = 0; k < set->texts[i].set.n; k++)
			if (set->texts[i].set.lines[k]->width > set->texts[i].set.measure + 0.5)
				return true;
	return false;
}

/* Whether every word has room in its language's column. */
static bool fit_beside(struct composer *c, const struct head *h, const struct article *a, Pt width, int span, const struct head_languages *languages)
{
	struct diag *real = c->diag;
	bool fit;

	c->diag = diag_new();
	fit = !sticks_out(set_in(c, h, a, width, span, languages));
	diag_free(c->diag);
	c->diag = real;
	return fit;
}

struct head_set *head_set(struct composer *c, const struct head *h, const struct article *a, Pt width, int span, const struct head_languages *languages)
{
	static const struct head_languages under = { .others = true };

	if (!languages || (columns_in(languages) > 1 && !fit_beside(c, h, a, width, span, languages)))
		languages = &under;
	return set_in(c, h, a, width, span, languages);
}

double head_lines(const struct head_set *h)
{
	return ceil(h->height / h->leading - 0.01);
}

const struct copy *head_copy_at(const struct head_set *h, double line)
{
	const struct copy *last = NULL;

	for (size_t i = 0; i < h->n; i++) {
		last = h->texts[i].copy;
		if (h->texts[i].y + h->texts[i].set.height > line * h->leading + 0.01)
			break;
	}
	return last;
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
	struct head_set *set = head_set(c, h, a, width, 0, NULL);

	set->block.put = put;
	set->block.rows = rows_solid(c->arena, (int)head_lines(set) * TICKS);
	return &set->block;
}
