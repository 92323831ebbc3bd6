/* src/page/furniture/furniture.c - what every page carries: rubric, thumb tab, folio. */
#include <stdio.h>
#include "base/i18n.h"
#include "page/compose.h"
#include "page/furniture/furniture.h"

/* From x to the edge of the type area that a line runs to. */
static Pt room_to(const struct layout *l, const struct sheet *s, Pt x, bool to_left)
{
	Pt left = s->right ? l->inner : l->outer, right = l->width - (s->right ? l->outer : l->inner);

	return MAX(to_left ? x - left : right - x, l->leading);
}

#define QUOTED 30			/* characters of a text in a message */

/* The same on many pages is said once. */
static void report_cut(struct composer *c, const char *text, Pt room)
{
	char *begin = g_utf8_strlen(text, -1) > QUOTED ? g_utf8_substring(text, 0, QUOTED) : g_strdup(text);

	diag_add(c->diag, D_LINE_OVERFULL, c->issue->at, _("“%s…” is longer than the %.0f mm it has in one line and is cut; shorten it"), begin, mm_from_pt(room).mm);
	g_free(begin);
}

/* One line; of the white that it leaves in the width w (0: none is given) the share stands before it. */
static Pt put_shared(struct composer *c, struct sheet *s, const char *text, const char *lang, const struct style *style,
		     Pt x, Pt y, bool to_left, Pt w, double share, struct colour colour)
{
	Pt room = room_to(c->layout, s, x, to_left);
	const struct copy *copy;
	struct text_set t;
	struct style *one;

	if (!text || !*text || !style)
		return 0;
	one = arena_make(c->arena, struct style);
	*one = *style;
	one->align = ALIGN_JUSTIFY;		/* a single line starts at its left edge in every script */
	one->protrusion = 0;
	copy = plain_copy(c, text, lang, c->layout->at);
	t = set_copy(c, copy, one, 5000);
	/* What an author wrote is as long as he likes; it ends with the type area. */
	if (t.n && line_width(c, copy, one) > room + 0.5) {
		report_cut(c, text, room);
		t = set_one_line(c, copy, one, room);
	}
	if (!t.n)
		return 0;
	x += (to_left ? -share : share) * MAX(w - t.lines[0]->width, 0);
	sheet_line(c, s, t.lines[0], to_left ? x - t.lines[0]->width - t.lines[0]->x : one->edge_size > 0 && !copy->rtl ? x : x - t.lines[0]->x, y, colour, NULL);
	return t.lines[0]->width;
}

Pt put_text(struct composer *c, struct sheet *s, const char *text, const char *lang, const struct style *style,
	    Pt x, Pt y, bool to_left, struct colour colour)
{
	return put_shared(c, s, text, lang, style, x, y, to_left, 0, 0, colour);
}

double put_share(const struct put *p)
{
	return p->align == ALIGN_CENTER ? 0.5 : p->align == ALIGN_END ? 1 : 0;
}

void put_piece_text(struct composer *c, struct sheet *s, const struct put *p, const char *text, Pt x, bool to_left)
{
	put_shared(c, s, text, c->issue->lang, p->style, x, p->y, to_left, p->w, put_share(p), ink_colour(c, p->ink, s->rubric, true));
}

/* Pieces are drawn for right pages: from the edge their x counts from to their end, or to the type area's. */
static void put_extent(const struct layout *l, const struct put *u, Pt *from, Pt *to)
{
	*from = u->x;
	*to = u->w > 0 ? u->x + u->w : l->width - l->inner - l->outer;
}

/* Where a piece begins: a text at the head of its line. */
static Pt put_top(const struct put *u)
{
	return u->what == PUT_PICTURES || u->what == PUT_SQUARE || u->what == PUT_TAB ? u->y : u->y - BASE_SHARE * u->style->leading;
}

Pt put_floor(const struct layout *l, const struct put *all, size_t n, const struct put *u)
{
	Pt floor = MAX(l->height - l->outer, grid_baseline(l, l->lines)), from, to;

	put_extent(l, u, &from, &to);
	for (size_t i = 0; i < n; i++) {
		const struct put *o = &all[i];
		Pt x0, x1;

		put_extent(l, o, &x0, &x1);
		if (o != u && o->y > u->y && put_top(o) > u->y && x0 < to && from < x1)
			floor = MIN(floor, put_top(o));
	}
	return floor;
}

/* x on the page of a place `in` from the outer (or inner) edge of the live area, and whether things grow to the left there. */
static Pt edge_x(const struct layout *l, const struct sheet *s, bool from_inner, Pt in, bool *to_left)
{
	bool at_right = s->right != from_inner;
	Pt margin = from_inner ? l->inner : l->outer;

	*to_left = at_right;
	return at_right ? l->width - margin - in : margin + in;
}

void ad_label(struct composer *c, struct sheet *s, const struct rect *over, Pt y)
{
	const struct layout *l = c->layout;
	const struct style *st = layout_style(l, "ad-label");

	if (st)
		put_text(c, s, layout_label(l, "ad", c->issue->lang), c->issue->lang, st,
			 s->right ? (over ? rect_right(*over) : l->width - l->outer) : over ? over->x : l->outer, y, s->right, ink_colour(c, st->ink, NULL, true));
}

static void put_tab(struct composer *c, struct sheet *s, const struct put *p, struct colour colour)
{
	const struct layout *l = c->layout;
	/* More rubrics than tabs go on the edge begin at its head again. */
	int places = p->step > 0 ? MAX((int)((l->height - p->h - p->y) / p->step) + 1, 1) : 1;
	Pt y = p->y + s->rubric->index % places * p->step;
	struct rect r = { s->right ? l->width - p->w : -l->bleed, y, p->w + l->bleed, p->h };

	sheet_rect(c, s, r, colour, p->at);
}

void furniture_put(struct composer *c, struct sheet *s)
{
	const struct layout *l = c->layout;
	const char *issue;

	if (s->furniture == FURNITURE_NONE)
		return;
	issue = arena_printf(c->arena, "%s %s", c->issue->title, c->issue->number);
	/* Where a picture takes the head, the rubric's name goes to the foot. */
	if (s->furniture == FURNITURE_FOOT && s->rubric)
		issue = arena_printf(c->arena, "%s · %s", issue, s->rubric->name);
	for (size_t i = 0; i < l->nfurniture; i++) {
		const struct put *p = &l->furniture[i];
		bool to_left, at_head = p->y < l->height / 2 && p->what != PUT_TAB;
		Pt x = edge_x(l, s, p->from_inner, p->x, &to_left);
		struct colour area;

		if (at_head && s->furniture == FURNITURE_FOOT)
			continue;
		if (s->foot > 0 && p->y + (p->what == PUT_TAB ? p->h : 0) > s->foot)
			continue;
		area = ink_colour(c, p->ink, s->rubric, false);
		switch (p->what) {
		case PUT_FOLIO:
			put_piece_text(c, s, p, digits_for(c, s->number, c->issue->lang, p->style), x, to_left);
			break;
		case PUT_ISSUE:
			put_piece_text(c, s, p, issue, x, to_left);
			break;
		case PUT_TEXT:
			put_piece_text(c, s, p, p->text, x, to_left);
			break;
		case PUT_RUBRIC:
			if (s->rubric)
				put_piece_text(c, s, p, s->rubric->name, x, to_left);
			break;
		case PUT_SQUARE:
			if (s->rubric)
				sheet_rect(c, s, (struct rect){ to_left ? x - p->w : x, p->y - p->h, p->w, p->h }, area, p->at);
			break;
		case PUT_TAB:
			if (s->rubric)
				put_tab(c, s, p, area);
			break;
		default:
			break;
		}
	}
}
