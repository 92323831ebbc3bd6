/* src/page/edges.c - nothing that is written stands off the page. */
#include "page/edges.h"
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/compose.h"

#define EDGE pt_from_mm((Mm){ 0.5 })	/* what ends so near to it is whole */
#define CAPITALS 0.65			/* em: a line's height over its baseline, without accents */

/* What an item shows, of letters without accents and tails. */
static struct rect seen(const struct item *it)
{
	const struct glyphs *g = &it->glyphs;

	if (it->kind != ITEM_GLYPHS)
		return it->box;
	if (g->up)
		return (struct rect){ g->x - CAPITALS * g->size, it->box.y, CAPITALS * g->size, it->box.h };
	return (struct rect){ it->box.x, g->y - CAPITALS * g->size, it->box.w, CAPITALS * g->size };
}

/* ---- over the sides and the head -------------------------------------------------------- */

/* How far words reach over the page's sides, or its head. */
static Pt over_sides(const struct layout *l, struct rect r)
{
	return MAX(-r.x, rect_right(r) - l->width);
}

static Pt over_head(struct rect r)
{
	return -r.y;
}

/* Each text is told of once, from its first words off the page. */
static void check_words(struct composer *c, const struct sheet *s)
{
	const struct tag *told = NULL;

	for (guint i = 0; i < s->items->len; i++) {
		const struct item *it = &g_array_index(s->items, struct item, i);
		struct rect r = seen(it);

		if (it->kind != ITEM_GLYPHS || (it->tag && it->tag == told) || it->glyphs.nglyphs == 0)
			continue;
		if (over_sides(c->layout, r) > EDGE)
			diag_add_page(c->diag, D_OVERSET, it->at, s->number,
				      _("words reach %.0f mm over the page's side and would be cut off; shorten them, or show with soft hyphens (U+00AD) where they may be divided"),
				      mm_from_pt(over_sides(c->layout, r)).mm);
		else if (over_head(r) > EDGE)
			diag_add_page(c->diag, D_OVERSET, it->at, s->number, _("words reach %.0f mm over the page's head and would be cut off; shorten them"),
				      mm_from_pt(over_head(r)).mm);
		else
			continue;
		told = it->tag;
	}
}

/* ---- over the foot ---------------------------------------------------------------------- */

/* Whether part of an item stands under this height; what only bleeds does not. */
static bool reaches_under(const struct composer *c, const struct item *it, Pt y)
{
	Pt bleed = it->kind == ITEM_GLYPHS ? 0 : c->layout->bleed;

	return it->kind != ITEM_MARK && rect_bottom(seen(it)) > y + bleed + EDGE;
}

static void move_up(struct composer *c, struct item *it, Pt by)
{
	it->box.y -= by;
	if (it->kind == ITEM_GLYPHS)
		it->glyphs.y -= by;
	if (it->kind == ITEM_PATH) {
		struct point *at = arena_copy(c->arena, it->path.at, it->path.n * sizeof *at);

		for (size_t i = 0; i < it->path.n; i++)
			at[i].y -= by;
		it->path.at = at;
	}
}

/* The page after one, with what stands under it moved up by so much. Returns whether more stands under that. */
static bool show_rest(struct composer *c, const struct sheet *s, struct sheet *rest, Pt by)
{
	const struct layout *l = c->layout;
	bool more = false;

	for (guint i = 0; i < s->items->len; i++) {
		struct item it = g_array_index(s->items, struct item, i);

		if (!reaches_under(c, &it, by + l->first_baseline - l->leading))
			continue;
		more |= reaches_under(c, &it, by + l->height);
		move_up(c, &it, by);
		g_array_append_val(rest->items, it);
	}
	return more;
}

static const struct item *first_under(const struct composer *c, const struct sheet *s)
{
	for (guint i = 0; i < s->items->len; i++) {
		const struct item *it = &g_array_index(s->items, struct item, i);

		if (reaches_under(c, it, c->layout->height))
			return it;
	}
	return NULL;
}

/* Pages after number i of the sheets, and what is to be said. Returns how many there are. */
static guint check_foot(struct composer *c, guint i)
{
	const struct layout *l = c->layout;
	struct sheet *s = g_ptr_array_index(c->sheets, i);
	const struct item *first = first_under(c, s);
	Pt head = l->first_baseline - l->leading, by = 0;
	guint n = 0;
	bool more = first != NULL;

	if (first && !s->high_told)
		diag_add_page(c->diag, D_OVERSET, first->at, s->number,
			      _("this reaches over the page's foot and would be cut off; shorten it, or give it more room. Drafts show what is cut off on the page after it"));
	while (more && n < EDGES_PAGES) {
		struct sheet *rest = sheet_apart(c, s->number);

		rest->overset = true;
		rest->furniture = FURNITURE_NONE;
		rest->rubric = s->rubric;
		rest->plan.kind = s->plan.kind;
		by += l->height - head;
		more = show_rest(c, s, rest, by);
		sheet_mark(c, rest, (struct rect){ l->outer, MAX(head - 2 * l->leading, 0), 200, 14 }, first->at, _("overset: this reaches over the foot of the page before"));
		g_ptr_array_insert(c->sheets, (gint)(i + ++n), rest);
	}
	if (more)
		diag_add_page(c->diag, D_OVERSET, first->at, s->number,
			      _("what reaches over the page's foot takes more than %d pages; drafts show no more of it"), EDGES_PAGES);
	return n;
}

/* ---- pictures without a place ------------------------------------------------------------ */

enum { ACROSS = 3, DOWN = 4 };		/* of them on a page */

static bool same_place(struct src a, struct src b)
{
	return a.file && b.file && a.line == b.line && a.col == b.col && strcmp(a.file, b.file) == 0;
}

static bool unplaced(const struct composer *c, struct src at)
{
	const struct message *m;

	for (size_t i = 0; (m = diag_get(c->diag, i)); i++)
		if (m->id == D_PICTURE_UNPLACED && same_place(m->at, at))
			return true;
	return false;
}

/* In the n-th place of the page, with what was said of it over it. */
static void show_picture(struct composer *c, struct sheet *s, const struct picture *p, const char *text, int n)
{
	const struct layout *l = c->layout;
	Pt gap = l->gutter + l->leading, w = (l->width - l->inner - l->outer - (ACROSS - 1) * gap) / ACROSS,
	   h = (l->height - 2 * l->first_baseline) / DOWN - gap - l->leading;
	struct rect box = { l->outer + n % ACROSS * (w + gap), l->first_baseline + n / ACROSS * (h + gap + l->leading), w, h };
	struct diag *real = c->diag;

	c->diag = diag_new();		/* how coarse it would be so small is of no interest */
	sheet_picture(c, s, p, box, NULL);
	diag_free(c->diag);
	c->diag = real;
	sheet_mark(c, s, (struct rect){ box.x, box.y - l->leading, w, 14 }, p->at, text);
}

static GPtrArray *unplaced_of(const struct composer *c, const struct article *a)
{
	GPtrArray *found = g_ptr_array_new();

	for (size_t i = 0; i < a->nblocks; i++) {
		const struct block *b = a->blocks[i];

		/* A gallery is told of at its first picture. */
		for (size_t k = 0; k < b->npictures && (k || unplaced(c, b->pictures[0]->at)); k++)
			g_ptr_array_add(found, b->pictures[k]);
	}
	return found;
}

static bool stands_on(const struct sheet *s, const struct article *a)
{
	for (size_t i = 0; i < s->plan.narticles; i++)
		if (s->plan.articles[i].article == a)
			return true;
	return false;
}

/* Behind the last page of the article, as many as they take. */
static void show_unplaced(struct composer *c, const struct article *a)
{
	GPtrArray *pictures = unplaced_of(c, a);
	guint at = c->sheets->len;

	while (at > 0 && pictures->len && !stands_on(g_ptr_array_index(c->sheets, at - 1), a))
		at--;
	for (guint i = 0; at > 0 && i < MIN(pictures->len, ACROSS * DOWN * EDGES_PAGES); i++) {
		const struct picture *p = g_ptr_array_index(pictures, i);
		const struct sheet *before = g_ptr_array_index(c->sheets, at - 1);

		if (i % (ACROSS * DOWN) == 0) {
			struct sheet *s = sheet_apart(c, before->number);

			s->overset = true;
			s->furniture = FURNITURE_NONE;
			s->rubric = before->rubric;
			g_ptr_array_insert(c->sheets, (gint)at++, s);
		}
		show_picture(c, g_ptr_array_index(c->sheets, at - 1), p, _("this picture has no place"), (int)(i % (ACROSS * DOWN)));
	}
	g_ptr_array_unref(pictures);
}

static bool any_unplaced(const struct composer *c)
{
	const struct message *m;

	for (size_t i = 0; (m = diag_get(c->diag, i)); i++)
		if (m->id == D_PICTURE_UNPLACED)
			return true;
	return false;
}

void edges_check(struct composer *c)
{
	for (guint i = 0; i < c->sheets->len; i++) {
		check_words(c, g_ptr_array_index(c->sheets, i));
		i += check_foot(c, i);
	}
	for (size_t i = 0, n = any_unplaced(c) ? c->issue->narticles : 0; i < n; i++)
		show_unplaced(c, c->issue->articles[i]);
}
