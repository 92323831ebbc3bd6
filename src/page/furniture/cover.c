/* src/page/furniture/cover.c - the cover: masthead, picture, theme, cover lines, the word in many scripts. */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/compose.h"
#include "page/figure/figure.h"
#include "page/furniture/furniture.h"

#define LEAST 0.6			/* of their style's size: words and lines are not smaller, */
#define LEAST_LINE 0.35			/* nor one that stands by itself, */
#define LEAST_FIT 0.15			/* nor one that is as wide as its place */
#define STEP 0.95			/* smaller by so much at a time */
#define WORD_GAP 0.7			/* em, at least between the words */
#define FIT_STEPS 3			/* what stands out at a line's ends does not grow in proportion */
#define CAPITALS 0.72			/* em: their height */
#define TOP pt_from_mm((Mm){ 5 })	/* of the page, that is kept free over large letters */

static struct style *scaled(struct composer *c, const struct style *s, double by)
{
	struct style *f = arena_copy(c->arena, s, sizeof *s);

	f->size *= by;
	f->leading *= by;
	return f;
}

/* Width from x to the put's end, or to the type area's. */
static Pt room_of(const struct composer *c, const struct sheet *s, const struct put *u, Pt x)
{
	const struct layout *l = c->layout;

	return MAX(u->w > 0 ? u->w : l->width - (s->right ? l->outer : l->inner) - x, l->leading);
}

static struct colour put_colour(const struct composer *c, const struct put *u)
{
	return ink_colour(c, u->ink, NULL, true);
}

/* ---- one line ---- */

/* As wide as its place, though not higher than the page has room over its baseline; or as drawn, and smaller where that is too wide. */
static double scale_of(const struct put *u, Pt width, Pt room)
{
	if (width <= 0)
		return 1;
	if (u->fit > 0)
		return MIN(room / width, MAX(u->y - TOP, 1) / (CAPITALS * u->style->size));
	return MIN(room / width, 1);
}

/* What its style is scaled by. */
static double fitting(struct composer *c, const struct put *u, const struct copy *copy, const struct style *s, Pt room)
{
	double scale = scale_of(u, line_width(c, copy, s), room);

	for (int i = 1; i < FIT_STEPS && u->fit > 0 && s->edge_size > 0 && scale > 0; i++) {
		struct style *f = scaled(c, s, scale);

		scale = scale_of(u, line_width(c, copy, f) / scale, room);
	}
	return scale;
}

/* attribute: of the issue that the text stands in; NULL: it is the layout's. */
static void put_one_line(struct composer *c, struct sheet *s, const struct put *u, const char *text, const char *attribute, Pt x)
{
	double scale, least = u->fit > 0 ? LEAST_FIT : LEAST_LINE;
	Pt room = room_of(c, s, u, x);
	struct style *one;
	struct copy *copy;
	struct text_set t;

	if (!text || !*text)
		return;
	copy = plain_copy(c, text, c->issue->lang, c->layout->at);
	one = scaled(c, u->style, 1);
	one->align = ALIGN_JUSTIFY;	/* a single line starts at its left edge in every script */
	one->protrusion = 0;
	scale = fitting(c, u, copy, one, room);
	if (scale != 1)
		one = scaled(c, one, MAX(scale, least));
	if (scale < least)
		diag_add_page(c->diag, D_OVERSET, attribute ? c->issue->at : u->at, s->number,
			      _("%s=\"…\" is too long for its place on the cover and is cut; shorten it"), attribute ? attribute : "text");
	t = scale < least ? set_one_line(c, copy, one, room) : set_copy(c, copy, one, 5000);
	if (t.n)
		sheet_line(c, s, t.lines[0], x + put_share(u) * (u->w > 0 ? MAX(room - line_width(c, copy, one), 0) : 0) - (one->edge_size > 0 && !copy->rtl ? 0 : t.lines[0]->x),
			   u->y, put_colour(c, u), NULL);
}

/* ---- words and lines ---- */

/* left: what of its line lies left of the word; width: without it. */
struct word { const struct copy *copy; const struct set_line *line; Pt left, width; };
struct word_row { const struct word *words; size_t n; Pt gap; };

/* The theme's words in other languages; what stands above already, large, is left out. */
static struct word_row set_words(struct composer *c, const struct part *p, const struct style *style)
{
	struct word *words = arena_make_array(c->arena, p->nwords + 1, struct word);
	struct word_row r = { words, 0, WORD_GAP * style->size };

	for (size_t i = 0; i < p->nwords; i++) {
		const struct copy *w = p->words[i];
		struct text_set t;

		if (c->issue->theme && !strcmp(w->text, c->issue->theme))
			continue;
		t = set_copy(c, w, style, 5000);
		if (t.n) {
			Pt left = w->rtl || style->edge_size <= 0 ? t.lines[0]->x : 0;
			words[r.n++] = (struct word){ w, t.lines[0], left, t.n > 1 ? HUGE_VAL : t.lines[0]->width + t.lines[0]->x - left };
		}
	}
	return r;
}

/* How many words from number `from` on stand in a line of this width; their width without gaps. */
static size_t in_line(const struct word_row *r, size_t from, Pt width, Pt *sum)
{
	size_t k = 0;

	for (*sum = 0; from + k < r->n && (k == 0 || *sum + r->words[from + k].width + (double)k * r->gap <= width); k++)
		*sum += r->words[from + k].width;
	return k;
}

static size_t lines_of(const struct word_row *r, Pt width)
{
	size_t lines = 0;
	Pt sum;

	for (size_t i = 0; i < r->n; lines++)
		i += in_line(r, i, width, &sum);
	return lines;
}

/* The least width in which they take no more lines: then these are of even length. */
static Pt even_width(const struct word_row *r, Pt width)
{
	size_t lines = lines_of(r, width);

	for (Pt w = width; w > width / 2 && lines_of(r, w) <= lines; w -= 1)
		width = w;
	return width;
}

/* Side by side in lines, with fit as wide as the room, all of them; s NULL: only measured. Returns how many stand over the floor. */
static size_t words_in(struct composer *c, struct sheet *s, const struct put *u, const struct word_row *r, Pt leading, Pt x0, Pt room, Pt floor)
{
	Pt y = u->y, width = u->fit > 0 ? even_width(r, room) : room, sum;
	size_t n;

	for (size_t i = 0; i < r->n; i += n, y += leading) {
		Pt x = x0, gap = r->gap;

		n = in_line(r, i, width, &sum);
		if (y > floor || sum > room)
			return i;
		if (u->fit > 0 && n > 1 && sum + (double)(n - 1) * gap > room / 2)
			gap = (room - sum) / (double)(n - 1);
		for (const struct word *w = r->words + i; s && w < r->words + i + n; w++) {
			sheet_line(c, s, w->line, x - w->left, y, put_colour(c, u), tag_make(c, ROLE_P, NULL, w->copy->lang, w->copy->at));
			x += w->width + gap;
		}
	}
	return r->n;
}

static void put_words(struct composer *c, struct sheet *s, const struct part *p, const struct put *u, Pt x, Pt floor)
{
	Pt room = room_of(c, s, u, x);
	struct style *one = scaled(c, u->style, 1);
	struct word_row r;
	size_t n;

	one->align = ALIGN_JUSTIFY;
	r = set_words(c, p, one);
	for (double scale = 1; words_in(c, NULL, u, &r, one->leading, x, room, floor) < r.n && scale > LEAST; scale *= STEP) {
		one = scaled(c, one, STEP);
		r = set_words(c, p, one);
	}
	n = words_in(c, s, u, &r, one->leading, x, room, floor);
	if (n < r.n)
		diag_add_page(c->diag, D_OVERSET, r.words[n].copy->at, s->number,
			      _("the cover has no room for this <word>, nor for those after it; %zu of %zu stand there. Shorten them, or leave some out"), n, r.n);
}

struct cover_lines { const struct style *line, *page; Pt indent, room; };

static struct cover_lines lines_scaled(struct composer *c, const struct put *u, Pt room, double by)
{
	Pt indent = u->style2 ? u->style->size * by * 2 : 0;

	return (struct cover_lines){
		.line = scaled(c, u->style, by), .page = u->style2 ? scaled(c, u->style2, by) : NULL, .indent = indent, .room = MAX(room - indent, u->style->size),
	};
}

/* Cover lines under each other, with their pages; s NULL: only measured. Returns how many stand over the floor. */
static size_t lines_in(struct composer *c, struct sheet *s, const struct part *p, const struct put *u, const struct cover_lines *k, Pt x, Pt floor)
{
	struct colour colour = put_colour(c, u);
	Pt y = u->y;

	for (size_t i = 0; i < p->nlines; i++) {
		const struct coverline *l = &p->lines[i];
		struct text_set t = set_copy(c, l->copy, k->line, k->room);

		if (t.n && y + (double)(t.n - 1) * t.leading > floor)
			return i;
		if (s && k->page && l->ref)
			put_text(c, s, page_label(c, l->ref, c->issue->lang, k->page), c->issue->lang, k->page, x, y, false, colour);
		for (size_t n = 0; s && n < t.n; n++)
			sheet_line(c, s, t.lines[n], x + k->indent, y + (double)n * t.leading, colour,
				   tag_make(c, ROLE_P, NULL, l->copy->lang, l->copy->at));
		y += t.height + k->line->leading / 3;
	}
	return p->nlines;
}

static void put_lines(struct composer *c, struct sheet *s, const struct part *p, const struct put *u, Pt x, Pt floor)
{
	Pt room = room_of(c, s, u, x);
	struct cover_lines k = lines_scaled(c, u, room, 1);
	size_t n;

	for (double scale = STEP; lines_in(c, NULL, p, u, &k, x, floor) < p->nlines && scale > LEAST; scale *= STEP)
		k = lines_scaled(c, u, room, scale);
	n = lines_in(c, s, p, u, &k, x, floor);
	if (n < p->nlines)
		diag_add_page(c->diag, D_OVERSET, p->lines[n].copy->at, s->number,
			      _("the cover has no room for this <coverline>, nor for those after it; %zu of %zu stand there. Shorten them, or leave some out"), n, p->nlines);
}

/* ---- the whole ---- */

static void put_one(struct composer *c, struct sheet *s, const struct part *p, const struct put *u)
{
	const struct layout *l = c->layout;
	Pt x = layout_column_x(l, 1, s->right) + u->x, floor = put_floor(l, l->cover, l->ncover, u);

	if (!u->style)
		return;
	switch (u->what) {
	case PUT_TITLE:
		put_one_line(c, s, u, c->issue->title, "title", x);
		break;
	case PUT_NUMBER:
		put_one_line(c, s, u, c->issue->number, "number", x);
		break;
	case PUT_THEME:
		put_one_line(c, s, u, c->issue->theme, "theme", x);
		break;
	case PUT_TEXT:
		put_one_line(c, s, u, u->text, NULL, x);
		break;
	case PUT_WORDS:
		put_words(c, s, p, u, x, floor);
		break;
	case PUT_LINES:
		put_lines(c, s, p, u, x, floor);
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
