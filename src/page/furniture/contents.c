/* src/page/furniture/contents.c - the contents page, from the articles' own heads. */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/compose.h"
#include "page/figure/figure.h"
#include "page/furniture/furniture.h"

#define NUMBER 44	/* from the left edge of entries to their heads, pt */

struct entry {
	const struct rubric *rubric;
	const struct copy *head, *text;
	const struct article *article;	/* for the page number */
	const struct part *part;	/* section: languages of all its articles */
};

static int page_of_article(struct composer *c, const struct article *a)
{
	return GPOINTER_TO_INT(g_hash_table_lookup(c->start_of, a));
}

static const struct copy *short_head(const struct article *a)
{
	return a->shorthead ? a->shorthead : a->headline;
}

static void add_article(const struct article *a, const struct part *p, GArray *out)
{
	struct entry e = { a->rubric, short_head(a), a->standfirst ? a->standfirst : a->kicker, a, p };

	if (!a->imprint && a->headline->len)
		g_array_append_val(out, e);
}

/* The same piece in several languages is one entry, headed in the issue's own. */
static bool one_page_in_languages(const struct composer *c, const struct part *p, GArray *out)
{
	const struct article *own = NULL;
	bool others = false;

	for (size_t k = 0; k < p->narticles; k++) {
		const struct article *a = p->articles[k];
		if (a->imprint)
			continue;
		if (strcmp(a->lang, c->issue->lang))
			others = true;
		else if (own)
			return false;
		else
			own = a;
	}
	if (!own || !others)
		return false;
	add_article(own, p, out);
	return true;
}

/* The width that heads and texts have beside the numbers. */
static Pt text_width(const struct put *u)
{
	return u->w - NUMBER;
}

/* The heads of a section's articles, as many whole ones as stand in one line; the first in any case. */
static const struct copy *all_heads(struct composer *c, const struct part *p, const struct put *u)
{
	GString *s = g_string_new(NULL);
	const struct copy *copy;

	for (size_t i = 0; i < p->narticles; i++) {
		size_t len = s->len;

		if (p->articles[i]->imprint || strcmp(p->articles[i]->lang, c->issue->lang))
			continue;
		g_string_append_printf(s, "%s%s", len ? " · " : "", p->articles[i]->headline->text);
		copy = plain_copy(c, s->str, c->issue->lang, p->at);
		if (len && u->style3 && shape_copy(c, copy, u->style3)->x[s->len] > text_width(u)) {
			g_string_truncate(s, len);
			break;
		}
	}
	copy = plain_copy(c, s->str, c->issue->lang, p->at);
	g_string_free(s, TRUE);
	return copy;
}

static void collect(struct composer *c, const struct put *u, GArray *out)
{
	for (size_t i = 0; i < c->issue->nparts; i++) {
		const struct part *p = c->issue->parts[i];

		if (p->kind != PART_ARTICLES)
			continue;
		if (p->title) {
			const struct article *a = p->articles[0];
			struct entry e = { p->rubric ? p->rubric : a->rubric, p->title, all_heads(c, p, u), a, p };
			g_array_append_val(out, e);
			continue;
		}
		if (!one_page_in_languages(c, p, out))
			for (size_t k = 0; k < p->narticles; k++)
				add_article(p->articles[k], NULL, out);
	}
}

/* The name of a language other than the issue's, once. */
static void add_language(const struct composer *c, GString *s, const char *lang)
{
	const char *name = lang_name(lang);

	if (strcmp(lang, c->issue->lang) && !strstr(s->str, name))
		g_string_append_printf(s, "%s%s", s->len ? " · " : "", name);
}

/* Its own, and those of texts that stand beside it. */
static void add_languages(const struct composer *c, GString *s, const struct article *a)
{
	add_language(c, s, a->lang);
	for (size_t i = 0; i < a->nblocks; i++) {
		const struct parallel *p = a->blocks[i]->parallel;

		for (size_t k = 0; p && k < p->ntexts; k++)
			add_language(c, s, p->texts[k].lang);
	}
}

/* The names of the languages other than the issue's, once each. */
static char *languages(const struct composer *c, const struct entry *e)
{
	GString *s = g_string_new(NULL);
	size_t n = e->part ? e->part->narticles : 1;

	for (size_t i = 0; i < n; i++)
		add_languages(c, s, e->part ? e->part->articles[i] : e->article);
	return g_string_free(s, FALSE);
}

/* What the names of languages may take of a line. */
#define NAMES_SHARE 0.4

static void put_entry(struct composer *c, struct sheet *s, const struct put *u, const struct entry *e, Pt x, Pt y, double lines)
{
	const struct layout *l = c->layout;
	Pt left = x + NUMBER, w = text_width(u), names = 0;
	/* Where entries stand close, numbers are no larger than heads, and what marks the rubric ends before the next one. */
	const struct style *figure = lines < 1.5 && u->style2->size < u->style->size ? u->style2 : u->style;
	Pt bar = MIN(1.1 * l->leading + 6, lines * l->leading - 2), foot = y + l->leading;
	char *langs = languages(c, e);
	const struct tag *tag = tag_make(c, ROLE_TOCI, NULL, e->head->lang, e->head->at);
	const struct copy *text = e->text;
	struct text_set t;

	put_text(c, s, digits_for(c, page_of_article(c, e->article), c->issue->lang, figure), c->issue->lang, figure,
		 x + NUMBER - 14, figure == u->style ? y + 0.4 * l->leading : y, true, ink_colour(c, figure->ink, e->rubric, true));
	if (bar < 1.1 * l->leading + 6)
		foot = y + MIN(bar - 0.8 * l->leading, l->leading);
	sheet_rect(c, s, (struct rect){ x + NUMBER - 8, foot - bar, 3, bar }, ink_colour(c, (struct ink){ NULL, true, 1 }, e->rubric, false), e->head->at);
	if (e->part && e->part->title && *langs && lines >= 2) {	/* too many for the head's line */
		put_text(c, s, langs, c->issue->lang, u->style4 ? u->style4 : u->style3, left, y + l->leading, false, ink_colour(c, u->style2->ink, NULL, true));
		langs[0] = 0;
		text = NULL;
	}
	if (u->style4 && *langs) {
		t = set_one_line(c, plain_copy(c, langs, c->issue->lang, c->layout->at), u->style4, NAMES_SHARE * w);
		names = t.n ? t.lines[0]->width + 10 : 0;
		if (t.n)
			sheet_line(c, s, t.lines[0], (e->head->rtl ? left : x + u->w - t.lines[0]->width) - t.lines[0]->x, y,
				   ink_colour(c, u->style4->ink, NULL, true), NULL);
	}
	if (u->style2) {
		t = set_one_line(c, e->head, u->style2, w - names);
		if (t.n)
			sheet_line(c, s, t.lines[0], e->head->rtl ? left + names : left, y, ink_colour(c, u->style2->ink, NULL, true), tag);
	}
	if (u->style3 && text && lines >= 2) {
		t = set_one_line(c, text, u->style3, w);
		if (t.n)
			sheet_line(c, s, t.lines[0], left, y + l->leading, ink_colour(c, u->style3->ink, NULL, true), tag);
	}
	g_free(langs);
}

static void put_entries(struct composer *c, struct sheet *s, const struct put *u, Pt x, struct src at)
{
	const struct layout *l = c->layout;
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct entry));
	Pt foot = MIN(grid_baseline(l, l->lines), put_floor(l, l->contents, l->ncontents, u));
	double step;
	int room;

	collect(c, u, all);
	step = all->len ? floor(2 * (foot - u->y + l->leading) / l->leading / all->len) / 2 : 0;
	step = CLAMP(step, 1, 4);
	room = foot < u->y - 0.1 ? 0 : (int)((foot + 0.1 - u->y) / (step * l->leading)) + 1;
	if ((int)all->len > room)
		diag_add_page(c->diag, D_OVERSET, at, s->number,
			      ngettext("the contents page has room for %d entry, but there are %u; the last are left out",
				       "the contents page has room for %d entries, but there are %u; the last are left out", (unsigned long)room), room, all->len);
	for (int i = 0; i < MIN(room, (int)all->len); i++)
		put_entry(c, s, u, &g_array_index(all, struct entry, (guint)i), x, u->y + i * step * l->leading, step);
	g_array_unref(all);
}

static const struct picture *first_picture(const struct article *a)
{
	for (size_t i = 0; i < a->nblocks; i++)
		for (size_t k = 0; k < a->blocks[i]->npictures; k++) {
			const struct picture *p = a->blocks[i]->pictures[k];
			if (!p->fault && p->size == SIZE_OPENER)
				return p;
		}
	return NULL;
}

/* Pictures of three articles, spread over the issue, each with its page number. */
static void put_pictures(struct composer *c, struct sheet *s, const struct put *u, Pt x)
{
	GPtrArray *with = g_ptr_array_new();
	const struct issue *is = c->issue;
	Pt y = u->y;
	guint n;

	for (size_t i = 0; i < is->narticles; i++)
		if (first_picture(is->articles[i]) && page_of_article(c, is->articles[i]) > s->number)
			g_ptr_array_add(with, is->articles[i]);
	n = MIN(with->len, 3);
	for (guint i = 0; i < n; i++) {
		const struct article *a = g_ptr_array_index(with, i * (with->len - 1) / MAX(n - 1, 1));
		struct colour ground = ink_colour(c, (struct ink){ NULL, true, 1 }, a->rubric, false);
		struct colour type = a->rubric->dark ? (struct colour){ "white", 1, 0, 0, 0, 0 } : (struct colour){ "black", 1, 0, 0, 0, 1 };
		Pt side = 2 * c->layout->leading;

		picture_put(c, s, first_picture(a), (struct rect){ x, y, u->w, u->h }, NULL, a->lang);
		if (u->style) {
			sheet_rect(c, s, (struct rect){ x, y + u->h - side, side * 1.2, side }, ground, u->at);
			put_text(c, s, digits_for(c, page_of_article(c, a), is->lang, u->style), is->lang, u->style,
				 x + 5, y + u->h - 6, false, type);
		}
		y += u->h + u->step;
	}
	g_ptr_array_unref(with);
}

/* What the colours mean: the rubrics, side by side, as many lines as that takes. */
static void put_rubrics(struct composer *c, struct sheet *s, const struct put *u, Pt x0)
{
	const struct layout *l = c->layout;
	Pt x = x0, y = u->y, side = 0.6 * u->style->size;

	for (size_t i = 0; i < l->nrubrics; i++) {
		const struct rubric *r = &l->rubrics[i];
		Pt w = shape_copy(c, plain_copy(c, r->name, c->issue->lang, u->at), u->style)->x[strlen(r->name)] + 2 * side;

		if (x > x0 && x + w > x0 + u->w) {
			x = x0;
			y += u->style->leading;
		}
		sheet_rect(c, s, (struct rect){ x, y - side, side, side }, ink_colour(c, (struct ink){ NULL, true, 1 }, r, false), u->at);
		put_text(c, s, r->name, c->issue->lang, u->style, x + 1.6 * side, y, false, ink_colour(c, u->ink, NULL, true));
		x += w + 1.5 * side;
	}
}

void contents_fill(struct composer *c, const struct part *p, struct sheet *s)
{
	const struct layout *l = c->layout;
	const char *lang = c->issue->lang;

	for (size_t i = 0; i < l->ncontents; i++) {
		const struct put *u = &l->contents[i];
		Pt x = layout_column_x(l, 1, s->right) + u->x;

		switch (u->what) {
		case PUT_TITLE:
			put_piece_text(c, s, u, p->title ? p->title->text : layout_label(l, "contents", lang), x, false);
			break;
		case PUT_TEXT:
			put_piece_text(c, s, u, u->text, x, false);
			break;
		case PUT_ENTRIES:
			put_entries(c, s, u, x, p->at);
			break;
		case PUT_RUBRIC:
			put_rubrics(c, s, u, x);
			break;
		case PUT_PICTURES:
			put_pictures(c, s, u, x);
			break;
		default:
			break;
		}
	}
}
