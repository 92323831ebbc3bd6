/* src/page/cover.c - the cover: masthead, picture, theme, cover lines, the word in many scripts. */
#include <string.h>
#include "page/compose.h"
#include "page/figure.h"
#include "page/furniture.h"

/* A style scaled so that the text is as wide as w. */
static const struct style *fitted(struct composer *c, const char *text, const struct style *s, Pt w)
{
	struct style *f = arena_make(c->arena, struct style);
	const struct shaped *sh;

	*f = *s;
	f->align = ALIGN_JUSTIFY;
	f->protrusion = 0;
	sh = shape_copy(c, plain_copy(c, text, c->issue->lang, c->layout->at), f);
	if (sh->x[sh->len] > 0)
		f->size = s->size * w / sh->x[sh->len];
	return f;
}

static struct colour style_colour(const struct composer *c, const struct style *s)
{
	return ink_colour(c, s->ink, NULL, true);
}

static void put_words(struct composer *c, struct sheet *s, const struct part *p, const struct put *u, Pt x0)
{
	Pt x = x0, y = u->y, gap = u->style->size * 0.7;

	for (size_t i = 0; i < p->nwords; i++) {
		const struct copy *w = p->words[i];
		struct style *one = arena_make(c->arena, struct style);
		struct text_set t;

		if (c->issue->theme && !strcmp(w->text, c->issue->theme))
			continue;	/* stands above already, large */
		*one = *u->style;
		one->align = ALIGN_JUSTIFY;
		t = set_copy(c, w, one, 5000);
		if (t.n == 0)
			continue;
		if (x > x0 && x + t.lines[0]->width > x0 + u->w) {
			x = x0;
			y += u->style->leading;
		}
		sheet_line(c, s, t.lines[0], x - t.lines[0]->x, y, style_colour(c, u->style), tag_make(c, ROLE_P, NULL, w->lang, w->at));
		x += t.lines[0]->width + gap;
	}
}

static void put_lines(struct composer *c, struct sheet *s, const struct part *p, const struct put *u, Pt x)
{
	Pt y = u->y, indent = u->style2 ? u->style->size * 2 : 0;

	for (size_t i = 0; i < p->nlines; i++) {
		const struct coverline *l = &p->lines[i];
		struct text_set t = set_copy(c, l->copy, u->style, u->w - indent);

		if (u->style2 && l->ref)
			put_text(c, s, page_label(c, l->ref, c->issue->lang, u->style2), c->issue->lang, u->style2, x, y, false, style_colour(c, u->style));
		for (size_t k = 0; k < t.n; k++)
			sheet_line(c, s, t.lines[k], x + indent, y + (double)k * t.leading, style_colour(c, u->style),
				   tag_make(c, ROLE_P, NULL, l->copy->lang, l->copy->at));
		y += t.height + u->style->leading / 3;
	}
}

static void put_one(struct composer *c, struct sheet *s, const struct part *p, const struct put *u)
{
	const struct issue *is = c->issue;
	Pt x = layout_column_x(c->layout, 1, s->right) + u->x;

	if (!u->style)
		return;
	switch (u->what) {
	case PUT_TITLE:
		put_text(c, s, is->title, is->lang, u->fit > 0 ? fitted(c, is->title, u->style, u->w) : u->style,
			 x, u->y, false, style_colour(c, u->style));
		break;
	case PUT_NUMBER:
		put_text(c, s, is->number, is->lang, u->style, x, u->y, false, style_colour(c, u->style));
		break;
	case PUT_THEME:
		if (is->theme)
			put_text(c, s, is->theme, is->lang, u->fit > 0 ? fitted(c, is->theme, u->style, u->w) : u->style,
				 x, u->y, false, style_colour(c, u->style));
		break;
	case PUT_TEXT:
		put_text(c, s, u->text, is->lang, u->style, x, u->y, false, style_colour(c, u->style));
		break;
	case PUT_WORDS:
		put_words(c, s, p, u, x);
		break;
	case PUT_LINES:
		put_lines(c, s, p, u, x);
		break;
	default:
		break;
	}
}

/* The layout's frame for the picture; none: the whole page with its bleed. */
static struct rect picture_frame(const struct layout *l, const struct sheet *s)
{
	for (size_t i = 0; i < l->ncover; i++) {
		const struct put *u = &l->cover[i];

		if (u->what == PUT_PICTURES && u->w > 0 && u->h > 0)
			return (struct rect){ layout_column_x(l, 1, s->right) + u->x, u->y, u->w, u->h };
	}
	return (struct rect){ -l->bleed, -l->bleed, l->width + 2 * l->bleed, l->height + 2 * l->bleed };
}

void cover_compose(struct composer *c, const struct part *p)
{
	const struct layout *l = c->layout;
	struct sheet *s = sheet_add(c);

	s->furniture = FURNITURE_NONE;
	s->plan.kind = PAGE_COVER;
	if (p->picture)
		picture_put(c, s, p->picture, picture_frame(l, s), NULL, c->issue->lang);
	for (size_t i = 0; i < l->ncover; i++)
		put_one(c, s, p, &l->cover[i]);
}
