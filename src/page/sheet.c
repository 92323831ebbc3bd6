/* src/page/sheet.c - a page under construction: items in reading order. */
#include "page/compose.h"
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/figure/spread.h"
#include "text/font.h"

/* What ends so near to the page's edge is meant to end there. */
#define EDGE pt_from_mm((Mm){ 0.5 })

struct sheet *sheet_apart(struct composer *c, int number)
{
	struct sheet *s = arena_make(c->arena, struct sheet);

	s->number = number;
	s->right = s->number & 1;
	s->items = g_array_new(FALSE, TRUE, sizeof(struct item));
	s->lines = g_array_new(FALSE, TRUE, sizeof(struct line_note));
	return s;
}

int sheets_last(const struct composer *c)
{
	return c->sheets->len ? ((struct sheet *)g_ptr_array_index(c->sheets, c->sheets->len - 1))->number : c->before;
}

struct sheet *sheet_add(struct composer *c)
{
	struct sheet *s = sheet_apart(c, sheets_last(c) + 1);

	g_ptr_array_add(c->sheets, s);
	return s;
}

struct sheet *sheet_join(struct composer *c, struct sheet *s)
{
	s->number = sheets_last(c) + !s->overset;
	s->right = s->number & 1;
	g_ptr_array_add(c->sheets, s);
	return s;
}

void sheet_drop(struct composer *c, struct sheet *s)
{
	spreads_forget(c, s);
	sheet_clear(s);
	g_ptr_array_remove(c->sheets, s);
}

void sheet_clear(struct sheet *s)
{
	g_clear_pointer(&s->items, g_array_unref);
	g_clear_pointer(&s->lines, g_array_unref);
}

void sheet_keep(struct sheet *s)
{
	s->kept = true;
	s->nitems = s->items->len;
	s->nlines = s->lines->len;
}

void sheet_restore(struct sheet *s)
{
	g_array_set_size(s->items, s->nitems);
	g_array_set_size(s->lines, s->nlines);
}

/* type: the ink is for letters; a rubric's colour that does not read on white gives way to black. */
struct colour ink_colour(const struct composer *c, struct ink ink, const struct rubric *r, bool type)
{
	const struct swatch *s = ink.swatch;
	static const struct swatch black = { .name = "black", .k = 1 };
	double t = ink.tint;

	if (ink.rubric && r)
		s = type && !r->dark ? layout_swatch(c->layout, "black") : r->swatch;
	if (!s)
		s = layout_swatch(c->layout, "black");
	if (!s)
		s = &black;
	return (struct colour){ s->name, t, s->c * t, s->m * t, s->y * t, s->k * t };
}

static struct item *item_add(struct sheet *s, enum item_kind kind, struct src at, const struct tag *tag)
{
	struct item it = { .kind = kind, .at = at, .tag = tag };

	g_array_append_val(s->items, it);
	return &g_array_index(s->items, struct item, s->items->len - 1);
}

void sheet_rect(struct composer *c, struct sheet *s, struct rect box, struct colour colour, struct src at)
{
	struct item *it = item_add(s, ITEM_RECT, at, NULL);

	(void)c;
	it->box = box;
	it->colour = colour;
}

void sheet_path(struct composer *c, struct sheet *s, const struct point *at, size_t n, bool closed, Pt stroke, struct colour colour, struct src src)
{
	struct item *it = item_add(s, ITEM_PATH, src, NULL);
	Pt x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

	for (size_t i = 0; i < n; i++) {
		x0 = MIN(x0, at[i].x);
		y0 = MIN(y0, at[i].y);
		x1 = MAX(x1, at[i].x);
		y1 = MAX(y1, at[i].y);
	}
	it->colour = colour;
	it->path = (struct path){ arena_copy(c->arena, at, n * sizeof *at), n, closed, stroke };
	it->box = (struct rect){ x0 - stroke / 2, y0 - stroke / 2, x1 - x0 + stroke, y1 - y0 + stroke };
}

void sheet_mark(struct composer *c, struct sheet *s, struct rect box, struct src at, const char *text)
{
	struct item *it = item_add(s, ITEM_MARK, at, NULL);

	it->box = box;
	it->mark = arena_strdup(c->arena, text);
}

static void page_take(struct picture_item *q, const struct picture *p)
{
	q->page = MAX(p->page, 1);
	q->page_open = p->page == 0;
	q->nominal_w = p->nominal_w;
	q->nominal_h = p->nominal_h;
}

/* How far a side at `at`, counted from the page's edge inwards, goes on outside of it. */
static Pt into_bleed(Pt at, Pt bleed, Pt there)
{
	return at < EDGE ? CLAMP(at + bleed, 0, there) : 0;
}

void sheet_page(struct composer *c, struct sheet *s, const struct picture *p, struct rect box, Pt booked_w, Pt booked_h, bool misfit, const struct tag *tag)
{
	const struct layout *l = c->layout;
	struct item *it = item_add(s, ITEM_PICTURE, p->at, tag);
	struct picture_item *q = &it->picture;
	double scale = box.w / p->nominal_w;
	Pt left = into_bleed(box.x, l->bleed, p->over[0] * scale), top = into_bleed(box.y, l->bleed, p->over[1] * scale),
	   right = into_bleed(l->width - rect_right(box), l->bleed, p->over[2] * scale),
	   bottom = into_bleed(l->height - rect_bottom(box), l->bleed, p->over[3] * scale);

	*q = (struct picture_item){
		.path = p->path, .vector = true, .alt = p->alt, .booked_w = booked_w, .booked_h = booked_h, .misfit = misfit,
		.crop_x = 0 - left / box.w, .crop_w = (left + box.w + right) / box.w,
		.crop_y = 0 - top / box.h, .crop_h = (top + box.h + bottom) / box.h,
	};
	page_take(q, p);
	it->box = (struct rect){ box.x - left, box.y - top, left + box.w + right, top + box.h + bottom };
}

/* Too few pixels to be sharp, or for the press to take it at all. */
void sheet_check_ppi(struct composer *c, struct sheet *s, const struct picture *p, struct item *it)
{
	const struct page_limits *l = &c->least;
	double wanted = p->line ? l->line_ppi : l->ppi, least = p->line ? l->refused_line_ppi : l->refused_ppi;
	double pixels = it->picture.crop_w * p->px_w, ppi = pixels / (it->box.w / 72);
	double w = mm_from_pt(it->box.w).mm, h = mm_from_pt(it->box.h).mm, enough = pixels / wanted * 25.4;

	/* A few pixels are no picture but a ground. */
	if (p->vector || p->px_w * p->px_h <= 16 || ppi >= MAX(wanted, least) - 0.5)
		return;
	if (ppi >= least - 0.5) {
		diag_add_page(c->diag, D_PICTURE_LOWRES, p->at, s->number,
			      _("%.0f ppi at %.0f × %.0f mm, less than the %.0f that print needs; placed as it is. Sharp up to %.0f mm width"),
			      ppi, w, h, wanted, enough);
		return;
	}
	it->picture.refused = arena_printf(c->arena, _("%.0f ppi at %.0f × %.0f mm; under %.0f ppi a picture cannot be printed. Place it smaller, up to %.0f mm wide, or get a larger one"),
					   ppi, w, h, least, enough);
	diag_add_page(c->diag, l->for_print ? D_PICTURE_COARSE : D_PICTURE_LOWRES, p->at, s->number, "%s", it->picture.refused);
}

/* The part of the picture that fills the box, as near to its focus as it goes. */
void sheet_picture(struct composer *c, struct sheet *s, const struct picture *p, struct rect box, const struct tag *tag)
{
	struct item *it = item_add(s, ITEM_PICTURE, p->at, tag);
	struct picture_item *q = &it->picture;
	double w = p->vector ? p->nominal_w : p->px_w, h = p->vector ? p->nominal_h : p->px_h;
	double want = box.w / box.h;

	it->box = box;
	q->path = p->path;
	q->vector = p->vector;
	q->line = p->line;
	q->colour = p->colour;
	q->alt = p->alt;
	q->fault = p->fault;
	q->crop_w = q->crop_h = 1;
	if (p->fault || w <= 0 || h <= 0 || box.w <= 0 || box.h <= 0)
		return;
	if (w / h > want)
		q->crop_w = want * h / w;
	else
		q->crop_h = w / h / want;
	q->crop_x = CLAMP(p->focus_x - q->crop_w / 2, 0, 1 - q->crop_w);
	q->crop_y = CLAMP(p->focus_y - q->crop_h / 2, 0, 1 - q->crop_h);
	if (p->pdf)
		page_take(q, p);
	sheet_check_ppi(c, s, p, it);
}

struct tag *tag_make(struct composer *c, enum role role, const struct tag *parent, const char *lang, struct src at)
{
	struct tag *t = arena_make(c->arena, struct tag);

	*t = (struct tag){ .role = role, .parent = parent, .lang = lang, .at = at };
	return t;
}

static int target_page(struct composer *c, const struct inline_run *m)
{
	return m->ref ? page_known(c, m->ref) - 1 : -1;
}

/* Bytes of the shaped text, or of a line made of it, that stand in the author's copy as they are need not be kept again. */
static const char *text_kept(struct composer *c, const struct shaped *s, uint32_t start, const char *text, size_t n)
{
	const struct copy *copy = s->copy;

	if (!s->map && copy->source && start + n <= copy->len && memcmp(copy->text + start, text, n) == 0)
		return copy->text + start;
	return arena_copy(c->arena, text, n);
}

/* at: of the line's start. */
static void put_piece(struct composer *c, struct sheet *s, const struct set_line *l, const struct piece *p, struct src at,
		      Pt x, Pt y, struct colour colour, const struct tag *tag)
{
	const struct run *r = p->run;
	struct item *it = item_add(s, ITEM_GLYPHS, r->start > l->start ? shaped_at(l->text, r->start) : at, tag);
	struct glyphs *g = &it->glyphs;

	it->colour = colour;
	g->font = r->font;
	g->size = r->size;
	g->hscale = p->hscale;
	g->x = x + p->x;
	g->y = y + p->y;
	g->glyph = arena_copy(c->arena, p->glyphs, p->nglyphs * sizeof *p->glyphs);
	g->nglyphs = p->nglyphs;
	g->text = text_kept(c, l->text, MAX(r->start, l->start), p->text, p->nbytes);
	g->nbytes = p->nbytes;
	g->clusters = arena_copy(c->arena, p->clusters, p->nclusters * sizeof *p->clusters);
	g->nclusters = p->nclusters;
	g->lang = r->lang;
	g->rtl = r->level & 1;
	g->backward = p->backward;
	g->href = r->markup->href;
	g->dest_page = target_page(c, r->markup);
	g->note = r->markup->note;
	it->box = (struct rect){ g->x, g->y - r->font->ascent * r->size, p->width, (r->font->ascent + r->font->descent) * r->size };
}

void sheet_line_up(struct composer *c, struct sheet *s, const struct set_line *l, Pt x, Pt y,
		   struct colour colour, const struct tag *tag)
{
	struct src at = shaped_at(l->text, l->start);

	for (size_t i = 0; i < l->npieces; i++) {
		struct item *it;
		struct glyphs *g;
		Pt along, across;

		put_piece(c, s, l, &l->pieces[i], at, 0, 0, colour, tag);
		it = &g_array_index(s->items, struct item, s->items->len - 1);
		g = &it->glyphs;
		along = g->x;
		across = g->y;
		g->up = true;
		g->x = x + across;
		g->y = y - along;
		it->box = (struct rect){ g->x - g->font->ascent * g->size, g->y - l->pieces[i].width,
					 (g->font->ascent + g->font->descent) * g->size, l->pieces[i].width };
	}
}

void sheet_line(struct composer *c, struct sheet *s, const struct set_line *l, Pt x, Pt y,
		struct colour colour, const struct tag *tag)
{
	struct line_note n = { shaped_at(l->text, l->start), x + l->x, y, l->width, l->justified,
			       text_kept(c, l->text, l->start, l->text->text + l->start, l->end - l->start), l->end - l->start };

	for (size_t i = 0; i < l->npieces; i++)
		put_piece(c, s, l, &l->pieces[i], n.at, x, y, colour, tag);
	g_array_append_val(s->lines, n);
}
