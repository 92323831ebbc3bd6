/*
 * src/page/flatplan.c - the flat plan, drawn.
 *
 * A page is drawn from its own items: pictures as they are, areas in their
 * colour, type as bars of its colour and half its height, so that a glance tells
 * head, text and white. Room that is left is marked; under each page stands
 * in words what begins there or goes on.
 */
#include "page/flatplan.h"
#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "doc/issue.h"
#include "doc/layout.h"
#include "page/compose.h"
#include "page/plan.h"
#include "page/block/words.h"

#define MM(n) pt_from_mm((Mm){ (n) })

static const struct {
	const char *lang, *pages, *pages_odd, *room, *over, *blank, *contents, *cover, *more, *full, *half, *quarter, *eighth;
} words[] = {
	{ "de", "%d Seiten", "%d Seiten: kein Vielfaches von vier", "frei: %.0f Zeilen, etwa %.0f Zeichen", "%zu Zeilen zu viel",
	  "leere Seite", "Inhalt", "Titel", "(weiter)", "Anzeige, ganze Seite", "Anzeige, halbe Seite", "Anzeige, viertel Seite", "Anzeige, achtel Seite" },
	{ "en", "%d pages", "%d pages: not a multiple of four", "free: %.0f lines, about %.0f characters", "%zu lines too many",
	  "blank page", "Contents", "Cover", "(continued)", "Advertisement, full page", "Advertisement, half page", "Advertisement, quarter page", "Advertisement, eighth page" },
};

static const struct colour black = { "black", 1, 0, 0, 0, 1 }, grey = { "black", 0.55, 0, 0, 0, 0.55 }, line_grey = { "black", 0.35, 0, 0, 0, 0.35 },
	paper = { "white", 1, 0, 0, 0, 0 }, wall = { "black", 0.05, 0, 0, 0, 0.05 }, empty = { "plan-room", 1, 0, 0.12, 0.9, 0 },
	alarm = { "plan-alarm", 1, 0, 0.9, 0.9, 0 };

/* Measures of the sheet. */
enum { ACROSS = 5, TITLE_LINES = 2, MOST_TITLES = 4 };
#define SHEET_W MM(420)
#define SHEET_H MM(297)
#define MARGIN MM(12)
#define HEAD MM(20)
#define GAP MM(6)			/* between spreads */
#define CAPTION MM(21)			/* under a row of pages */
#define TITLE ((Pt)6.2)
#define LABEL ((Pt)5.4)
#define HAIR ((Pt)0.4)

struct planner {
	struct arena *a;
	const struct pages *p;
	const struct issue *is;
	const struct layout *l;
	struct text_tools *t;
	struct diag *d;
	size_t lang;			/* row of words[] */
	GHashTable *begun;		/* articles met on an earlier page */
	/* of the sheet that is drawn */
	GArray *items;
	struct words *w;
	Pt page_w, page_h, scale;
};

/* ---- a page, small ---- */

static void add_rect(struct planner *f, struct rect box, struct colour c)
{
	struct item it = { .kind = ITEM_RECT, .box = box, .colour = c };

	if (box.w > 0 && box.h > 0)
		g_array_append_val(f->items, it);
}

static void add_frame(struct planner *f, struct rect r, Pt thick, struct colour c)
{
	add_rect(f, (struct rect){ r.x, r.y, r.w, thick }, c);
	add_rect(f, (struct rect){ r.x, r.y + r.h - thick, r.w, thick }, c);
	add_rect(f, (struct rect){ r.x, r.y, thick, r.h }, c);
	add_rect(f, (struct rect){ r.x + r.w - thick, r.y, thick, r.h }, c);
}

/* What of the box lies on the page. */
static struct rect on_page(const struct planner *f, struct rect b)
{
	Pt x0 = MAX(b.x, 0), y0 = MAX(b.y, 0), x1 = MIN(b.x + b.w, f->p->width), y1 = MIN(b.y + b.h, f->p->height);

	return (struct rect){ x0, y0, MAX(x1 - x0, 0), MAX(y1 - y0, 0) };
}

static struct rect small(const struct planner *f, struct rect b, Pt x, Pt y)
{
	return (struct rect){ x + b.x * f->scale, y + b.y * f->scale, b.w * f->scale, b.h * f->scale };
}

static void add_picture(struct planner *f, const struct item *it, Pt x, Pt y)
{
	struct rect seen = on_page(f, it->box);
	struct item copy = *it;
	struct picture_item *q = &copy.picture;

	if (seen.w <= 0 || seen.h <= 0)
		return;
	add_rect(f, small(f, seen, x, y), (struct colour){ "black", 0.15, 0, 0, 0, 0.15 });
	if (!q->path || q->fault)
		return;
	q->crop_x += (seen.x - it->box.x) / it->box.w * q->crop_w;
	q->crop_y += (seen.y - it->box.y) / it->box.h * q->crop_h;
	q->crop_w *= seen.w / it->box.w;
	q->crop_h *= seen.h / it->box.h;
	copy.tag = NULL;
	copy.box = small(f, seen, x, y);
	g_array_append_val(f->items, copy);
}

/* A run of type, as a bar. */
static void add_type(struct planner *f, const struct item *it, Pt x, Pt y)
{
	const struct glyphs *g = &it->glyphs;
	struct rect bar = on_page(f, (struct rect){ it->box.x, g->y - 0.5 * g->size, it->box.w, 0.5 * g->size });
	struct colour c = it->colour;
	double part = g->size < 14 ? 0.5 : 0.85;

	c.tint *= part;
	c.c *= part;
	c.m *= part;
	c.y *= part;
	c.k *= part;
	add_rect(f, small(f, bar, x, y), c);
}

/* Charts stay within their pages. */
static void add_path(struct planner *f, const struct item *it, Pt x, Pt y)
{
	struct item copy = *it;
	struct point *at = arena_make_array(f->a, it->path.n, struct point);

	for (size_t i = 0; i < it->path.n; i++)
		at[i] = (struct point){ x + it->path.at[i].x * f->scale, y + it->path.at[i].y * f->scale };
	copy.path.at = at;
	copy.path.stroke *= f->scale;
	copy.box = small(f, it->box, x, y);
	g_array_append_val(f->items, copy);
}

static void add_room(struct planner *f, const struct page_plan *plan, Pt x, Pt y)
{
	for (size_t i = 0; i < plan->nroom; i++) {
		struct rect r = small(f, on_page(f, plan->room[i]), x, y);

		add_rect(f, r, empty);
	}
}

static void add_page(struct planner *f, const struct page *pg, Pt x, Pt y)
{
	struct rect whole = { x, y, f->page_w, f->page_h };

	add_rect(f, whole, paper);
	if (pg->plan)
		add_room(f, pg->plan, x, y);
	for (size_t i = 0; i < pg->nitems; i++) {
		const struct item *it = &pg->items[i];

		switch (it->kind) {
		case ITEM_RECT:    add_rect(f, small(f, on_page(f, it->box), x, y), it->colour); break;
		case ITEM_PICTURE: add_picture(f, it, x, y); break;
		case ITEM_GLYPHS:  add_type(f, it, x, y); break;
		case ITEM_PATH:    add_path(f, it, x, y); break;
		case ITEM_MARK:    break;
		}
	}
	add_frame(f, whole, HAIR, pg->overset ? alarm : line_grey);
}

/* ---- what stands there, in words ---- */

static struct colour rubric_colour(const struct rubric *r)
{
	const struct swatch *s = r->swatch;

	return (struct colour){ s->name, 1, s->c, s->m, s->y, s->k };
}

static const char *ad_words(const struct planner *f, const struct ad *ad)
{
	const char *const names[] = { words[f->lang].full, words[f->lang].half, words[f->lang].quarter, words[f->lang].eighth };
	const char *what = names[ad->size];

	return ad->advertiser ? arena_printf(f->a, "%s: %s", what, ad->advertiser) : what;
}

/* Lines under a page, down to its foot. */
struct caption { Pt x, y, width, foot; };

static void say(struct planner *f, struct caption *c, const char *text, const char *lang, Pt size, int weight, size_t most, struct colour colour)
{
	Pt leading = 1.22 * size;
	size_t room = (size_t)MAX((c->foot - c->y) / leading, 0);

	if (MIN(room, most) == 0)
		return;
	c->y += (double)words_block(f->w, text, lang, size, weight, c->x, c->y + size, leading, c->width, MIN(room, most), colour) * leading;
}

/* The number, and beside it the rubric. */
static void say_number(struct planner *f, struct caption *c, const struct page *pg)
{
	const struct rubric *r = pg->plan ? pg->plan->rubric : NULL;
	Pt x = c->x + words_put(f->w, pg->label, f->is->lang, 9, 800, c->x, c->y + 7, WORDS_LEFT, pg->overset ? alarm : black) + 4;

	if (r) {
		add_rect(f, (struct rect){ x, c->y + 2.2, 4.8, 4.8 }, rubric_colour(r));
		x += 7;
		words_put(f->w, words_cut(f->w, r->name, f->is->lang, LABEL, 500, c->x + c->width - x), f->is->lang, LABEL, 500, x, c->y + 7, WORDS_LEFT, grey);
	}
	c->y += 9.5;
}

static void say_articles(struct planner *f, struct caption *c, const struct page_plan *plan)
{
	size_t said = 0, left = 0;

	for (size_t i = 0; i < plan->narticles; i++) {
		const struct article *a = plan->articles[i].article;
		bool begins = g_hash_table_add(f->begun, (gpointer)a);
		const struct copy *head = a->shorthead ? a->shorthead : a->headline;
		const char *text = head && head->len ? copy_one_line(f->a, head) : a->id;

		if (a->imprint)
			continue;
		if (said == MOST_TITLES) {
			left++;
			continue;
		}
		said++;
		if (!begins)
			text = arena_printf(f->a, "%s %s", text, words[f->lang].more);
		say(f, c, text, a->lang, TITLE, begins ? 700 : 400, plan->narticles > 2 ? 1 : TITLE_LINES, begins ? black : grey);
	}
	if (left)
		say(f, c, arena_printf(f->a, "+ %zu", left), f->is->lang, TITLE, 400, 1, grey);
}

static void say_page(struct planner *f, const struct page *pg, struct caption c)
{
	const struct page_plan *plan = pg->plan;

	say_number(f, &c, pg);
	if (!plan)
		return;
	if (plan->kind == PAGE_COVER || plan->kind == PAGE_CONTENTS || plan->kind == PAGE_BLANK)
		say(f, &c, plan->kind == PAGE_COVER ? words[f->lang].cover : plan->kind == PAGE_CONTENTS ? words[f->lang].contents : words[f->lang].blank,
		    words[f->lang].lang, TITLE, 700, 1, black);
	/* What an editor must act on comes before what he knows. */
	if (pg->overset) {
		size_t lines = 0;

		for (size_t i = 0; i < plan->narticles; i++)
			lines += plan->articles[i].lines;
		say(f, &c, arena_printf(f->a, words[f->lang].over, lines), words[f->lang].lang, LABEL, 700, 1, alarm);
	} else if (plan->room_lines >= 2) {	/* one is the white any column may end with */
		say(f, &c, arena_printf(f->a, words[f->lang].room, floor(plan->room_lines), floor(plan->room_chars / 10) * 10), words[f->lang].lang, LABEL, 700, 1,
		    black);
	}
	for (size_t i = 0; i < plan->nads; i++)
		say(f, &c, ad_words(f, plan->ads[i].ad), words[f->lang].lang, LABEL, 500, 1, black);
	say_articles(f, &c, plan);
}

/* ---- sheets ---- */

static void say_head(struct planner *f)
{
	const struct issue *is = f->is;
	int n = 0;
	const char *title = arena_printf(f->a, "%s %s%s%s", is->title, is->number, is->theme ? " – " : "", is->theme ? is->theme : "");
	Pt x = MARGIN, y = MARGIN + 12, side = 6;

	for (size_t i = 0; i < f->p->npages; i++)
		n += !f->p->pages[i].overset;
	words_put(f->w, words_cut(f->w, title, is->lang, 16, 900, SHEET_W / 2), is->lang, 16, 900, x, y, WORDS_LEFT, black);
	words_put(f->w, arena_printf(f->a, n % 4 && n > 4 ? words[f->lang].pages_odd : words[f->lang].pages, n), words[f->lang].lang, 10, 700, SHEET_W - MARGIN, y,
		  WORDS_RIGHT, n % 4 && n > 4 ? alarm : black);
	y += 17;
	for (size_t i = 0; i < f->l->nrubrics; i++) {
		const struct rubric *r = &f->l->rubrics[i];
		Pt w = words_width(f->w, r->name, is->lang, 7, 500);

		if (x + side + w > SHEET_W - MARGIN)
			break;
		add_rect(f, (struct rect){ x, y - side, side, side }, rubric_colour(r));
		words_put(f->w, r->name, is->lang, 7, 500, x + side + 3, y, WORDS_LEFT, black);
		x += side + 3 + w + 12;
	}
}

static void open_sheet(struct planner *f, Pt height)
{
	f->items = g_array_new(FALSE, FALSE, sizeof(struct item));
	f->w = words_new(f->a, f->t, f->l, f->d);
	add_rect(f, (struct rect){ 0, 0, SHEET_W, height }, wall);
	say_head(f);
}

static struct page close_sheet(struct planner *f, int index)
{
	struct page pg = { .index = index, .label = arena_printf(f->a, "%d", index + 1), .right = true };
	size_t n;
	struct item *text = words_items(f->w, &n);

	g_array_append_vals(f->items, text, (guint)n);
	pg.nitems = f->items->len;
	pg.items = arena_copy(f->a, f->items->data, pg.nitems * sizeof(struct item));
	g_array_unref(f->items);
	return pg;
}

/* What lies side by side: the page and, if it is a left one, its right neighbour; overset pages stand by themselves. Returns how many. */
static size_t spread_at(const struct pages *p, size_t i)
{
	const struct page *pg = &p->pages[i];
	bool pair = !pg->overset && !pg->right && i + 1 < p->npages && !p->pages[i + 1].overset && p->pages[i + 1].right;

	return pair ? 2 : 1;
}

static size_t count_spreads(const struct pages *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->npages; i += spread_at(p, i))
		n++;
	return n;
}

static void add_spread(struct planner *f, size_t at, size_t n, Pt x, Pt y)
{
	for (size_t i = at; i < at + n; i++) {
		const struct page *pg = &f->p->pages[i];
		Pt left = n == 2 ? x + (double)(i - at) * f->page_w : pg->right ? x + f->page_w : x;

		add_page(f, pg, left, y);
		say_page(f, pg, (struct caption){ left + 1, y + f->page_h + 3, f->page_w - 4, y + f->page_h + CAPTION - 2 });
	}
}

struct pages *flatplan(struct arena *a, const struct pages *p, const struct issue *is, const struct layout *l,
		       struct text_tools *t, bool single, struct diag *d)
{
	struct planner f = { .a = a, .p = p, .is = is, .l = l, .t = t, .d = d, .begun = g_hash_table_new(NULL, NULL) };
	struct pages *out = arena_make(a, struct pages);
	size_t spreads = count_spreads(p), rows = (spreads + ACROSS - 1) / ACROSS, each, row = 0, column = 0;
	Pt height;

	f.lang = strncmp(is->lang, "de", 2) == 0 ? 0 : 1;
	f.page_w = (SHEET_W - 2 * MARGIN - (ACROSS - 1) * GAP) / ACROSS / 2;
	f.scale = f.page_w / p->width;
	f.page_h = p->height * f.scale;
	each = single ? MAX(rows, 1) : (size_t)MAX((SHEET_H - MARGIN - HEAD - MARGIN / 2) / (f.page_h + CAPTION), 1);
	height = single ? MARGIN + HEAD + (double)each * (f.page_h + CAPTION) : MAX(SHEET_H, MARGIN + HEAD + f.page_h + CAPTION);
	*out = (struct pages){
		.width = SHEET_W, .height = height, .title = p->title, .subject = p->subject, .lang = p->lang, .date = p->date,
		.pages = arena_make_array(a, rows / each + 1, struct page),
	};
	for (size_t i = 0, n; i < p->npages; i += n) {
		n = spread_at(p, i);
		if (row == 0 && column == 0)
			open_sheet(&f, height);
		add_spread(&f, i, n, MARGIN + (double)column * (2 * f.page_w + GAP), MARGIN + HEAD + (double)row * (f.page_h + CAPTION));
		column = (column + 1) % ACROSS;
		row += column == 0;
		if (row == each || i + n == p->npages) {
			out->pages[out->npages] = close_sheet(&f, (int)out->npages);
			out->npages++;
			row = column = 0;
		}
	}
	g_hash_table_unref(f.begun);
	return out;
}
