/*
 * src/page/build.c - all parts in page order, again until page numbers hold still.
 *
 * Page numbers stand in the text (references, cover lines), and their width
 * moves lines. The first pass sets "0"; each further pass sets what the pass
 * before found. MAX_PASSES bounds a text that will not settle.
 */
#include "page/build.h"
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "base/pool.h"
#include "doc/copies.h"
#include "page/compose.h"
#include "page/edges.h"
#include "page/fit/fit.h"
#include "page/figure/figure.h"
#include "page/furniture/furniture.h"
#include "page/block/noteref.h"
#include "page/parts.h"
#include "page/figure/spread.h"
#include "page/work.h"
#include "text/lexicon.h"

#define MAX_PASSES 4

void composer_open(struct composer *c)
{
	c->sheets = g_ptr_array_new();
	c->apart = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	c->bookmarks = g_array_new(FALSE, FALSE, sizeof(struct bookmark));
	c->spreads = spreads_new();
}

void composer_clear(struct composer *c)
{
	for (guint i = 0; i < c->sheets->len; i++)
		if (!((struct sheet *)g_ptr_array_index(c->sheets, i))->kept)
			sheet_clear(g_ptr_array_index(c->sheets, i));
	g_ptr_array_unref(c->sheets);
	g_array_unref(c->bookmarks);
	g_array_unref(c->spreads);
	g_hash_table_unref(c->apart);
}

/* Full-page ads: a part of their own, or what an article or section brings along. */
static void full_ads(struct composer *c, const struct part *p)
{
	const struct layout *l = c->layout;
	Pt b = l->bleed;

	for (size_t i = 0; i < p->nads; i++) {
		struct sheet *s;

		if (p->ads[i]->size != AD_FULL)
			continue;
		s = sheet_add(c);
		s->furniture = FURNITURE_NONE;
		s->plan.kind = PAGE_AD;
		ad_check_place(c, s, p->ads[i]);
		plan_ad(c, s, p->ads[i], (struct rect){ 0, 0, l->width, l->height });
		if (p->ads[i]->picture->pdf)
			advert_put(c, s, p->ads[i], (struct rect){ 0, 0, l->width, l->height });
		else
			picture_put(c, s, p->ads[i]->picture, (struct rect){ -b, -b, l->width + 2 * b, l->height + 2 * b }, NULL, c->issue->lang);
		ad_label(c, s, NULL, l->first_baseline - 1.5 * l->leading);
	}
}

/* How many pages the pass before was short of. */
static int blanks_known(const struct composer *c)
{
	return page_known((struct composer *)c, c->issue);
}

/* Pages that are lacking stand at the end at once, or in the next pass before the last part: its pages may change their side. */
static void note_blanks(struct composer *c)
{
	int n = sheets_last(c), known = c->issue->blanks == BLANKS_INSIDE ? blanks_known(c) : 0;
	int lacking = n - known > c->multiple || known ? (c->multiple - (n - known) % c->multiple) % c->multiple : 0;

	if (c->issue->blanks == BLANKS_END)
		blanks_compose(c, lacking);
	if (c->issue->blanks != BLANKS_INSIDE)
		return;
	c->refs_used = true;
	g_hash_table_insert(c->start_of, (gpointer)c->issue, GINT_TO_POINTER(lacking));
}

static void compose_all(struct composer *c, struct parts *parts)
{
	struct sheet *contents = NULL;
	const struct part *contents_part = NULL;

	for (size_t i = 0; i < c->issue->nparts; i++) {
		const struct part *p = c->issue->parts[i];

		if (i + 1 == c->issue->nparts && i > 0 && c->issue->blanks == BLANKS_INSIDE)
			blanks_compose(c, blanks_known(c));
		switch (p->kind) {
		case PART_COVER:
			cover_compose(c, p);
			break;
		case PART_CONTENTS:
			contents = sheet_add(c);	/* filled when all page numbers are known */
			contents->plan.kind = PAGE_CONTENTS;
			contents_part = p;
			break;
		case PART_ARTICLES:
			if (p->narticles)	/* a section without articles was reported when it was read */
				parts_join(parts, c, i);
			full_ads(c, p);
			break;
		case PART_REST:
			rest_compose(c, p);
			break;
		case PART_AD:
			full_ads(c, p);
			ads_compose(c, p->ads, p->nads);
			break;
		}
	}
	note_blanks(c);
	if (contents)
		contents_fill(c, contents_part, contents);
	spreads_settle(c);
	for (guint i = 0; i < c->sheets->len; i++)
		furniture_put(c, g_ptr_array_index(c->sheets, i));
}

/* ---- passes ---- */

static void look_for_ref(void *found, const struct copy *copy, const struct article *a, bool part)
{
	(void)a;
	(void)part;
	for (size_t i = 0; i < copy->nruns; i++)
		*(bool *)found |= copy->runs[i].ref != NULL;
}

/* Whether the issue names pages: else the first pass is the last. */
static bool names_pages(const struct issue *is)
{
	bool found = false;

	copies_visit(is, &(struct copies_visitor){ look_for_ref, &found });
	for (size_t i = 0; i < is->nparts; i++)
		for (size_t k = 0; k < is->parts[i]->nlines; k++)
			found |= is->parts[i]->lines[k].ref != NULL;
	for (size_t i = 0; i < is->nparts; i++)
		found |= is->parts[i]->kind == PART_REST;
	return found || is->blanks == BLANKS_INSIDE;
}

/* issue: what is the same in all passes. */
static struct composer one_pass(const struct composer *issue, struct parts *parts, GHashTable *known, struct diag *d)
{
	struct composer c = *issue;

	c.known = known;
	c.diag = d;
	c.filler_used = arena_make_array(c.arena, c.issue->nfillers + 1, bool);
	c.start_of = g_hash_table_new(NULL, NULL);
	composer_open(&c);
	c.fit->found = NULL;
	compose_all(&c, parts);
	c.caches->composer = NULL;
	return c;
}

static bool same_pages(GHashTable *a, GHashTable *b)
{
	GHashTableIter it;
	gpointer key, page;

	if (!a || g_hash_table_size(a) != g_hash_table_size(b))
		return false;
	g_hash_table_iter_init(&it, b);
	while (g_hash_table_iter_next(&it, &key, &page))
		if (g_hash_table_lookup(a, key) != page)
			return false;
	return true;
}

/* Indexes of pages, from the printed numbers: overset pages stand between. */
static int index_of(const struct composer *c, int number)
{
	for (guint i = 0; i < c->sheets->len; i++) {
		const struct sheet *s = g_ptr_array_index(c->sheets, i);
		if (s->number == number && !s->overset)
			return (int)i;
	}
	return -1;
}

/* ---- reading order ---- */

/*
 * Text is laid out place by place: the head, then a box at the foot, then the
 * columns. It is read, copied and spoken in the author's order, so text items are
 * sorted by their place in the source; what is painted under text
 * keeps its order and comes first, furniture last.
 */
static int rank(const struct item *it)
{
	return it->kind == ITEM_MARK ? 3 : it->kind != ITEM_GLYPHS ? 0 : it->tag ? 1 : 2;
}

static int by_reading(gconstpointer a, gconstpointer b, gpointer files)
{
	const struct item *x = a, *y = b;
	int rx = rank(x), ry = rank(y), fx, fy;

	if (rx != ry || rx != 1)
		return rx - ry;
	if (x->at.file != y->at.file) {
		fx = GPOINTER_TO_INT(g_hash_table_lookup(files, x->at.file));
		fy = GPOINTER_TO_INT(g_hash_table_lookup(files, y->at.file));
		if (fx != fy)
			return fx - fy;
	}
	/* A note is read after the text that it belongs to. */
	if ((x->tag->role == ROLE_NOTE) != (y->tag->role == ROLE_NOTE))
		return x->tag->role == ROLE_NOTE ? 1 : -1;
	if (x->at.line != y->at.line)
		return x->at.line - y->at.line;
	return x->at.col - y->at.col;
}

/* Files in the order their text is read: that of the articles. */
static GHashTable *file_order(const struct issue *is)
{
	GHashTable *files = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < is->narticles; i++)
		if (is->articles[i]->at.file && !g_hash_table_contains(files, is->articles[i]->at.file))
			g_hash_table_insert(files, (gpointer)is->articles[i]->at.file, GINT_TO_POINTER((int)i + 1));
	return files;
}

/* The array's elements, without the room for more; the arena frees them. */
static void *take_array(struct arena *a, GArray **array, size_t *n)
{
	size_t size = (*array)->len * g_array_get_element_size(*array);
	void *elements;

	*n = (*array)->len;
	elements = g_realloc(g_array_free(*array, FALSE), size);
	*array = NULL;
	arena_defer(a, g_free, elements);
	return elements;
}

/* The sheet is empty then: a magazine's items are there once only. */
static void page_from(const struct composer *c, struct page *p, struct sheet *s, int index, GHashTable *files)
{
	p->index = index;
	p->label = arena_printf(c->arena, s->overset ? "+%d" : "%d", s->number);
	p->right = s->right;
	p->overset = s->overset;
	s->plan.rubric = s->rubric;
	p->plan = &s->plan;
	g_array_sort_with_data(s->items, by_reading, files);
	p->items = take_array(c->arena, &s->items, &p->nitems);
	p->lines = take_array(c->arena, &s->lines, &p->nlines);
	for (size_t i = 0; i < p->nitems; i++)
		if (p->items[i].kind == ITEM_GLYPHS && p->items[i].glyphs.dest_page >= 0)
			p->items[i].glyphs.dest_page = index_of(c, p->items[i].glyphs.dest_page + 1);
}

static struct pages *pages_from(const struct composer *c)
{
	struct pages *p = arena_make(c->arena, struct pages);
	const struct issue *is = c->issue;
	GHashTable *files = file_order(is);

	p->width = c->layout->width;
	p->height = c->layout->height;
	p->bleed = c->layout->bleed;
	p->npages = c->sheets->len;
	p->pages = arena_make_array(c->arena, p->npages, struct page);
	for (size_t i = 0; i < p->npages; i++)
		page_from(c, &p->pages[i], g_ptr_array_index(c->sheets, i), (int)i, files);
	g_hash_table_unref(files);
	noterefs_link(p);
	p->nbookmarks = c->bookmarks->len;
	p->bookmarks = arena_copy(c->arena, c->bookmarks->data, p->nbookmarks * sizeof(struct bookmark));
	for (size_t i = 0; i < p->nbookmarks; i++)
		p->bookmarks[i].page = MAX(index_of(c, p->bookmarks[i].page), 0);
	p->title = arena_printf(c->arena, "%s %s", is->title, is->number);
	p->subject = is->theme;
	p->lang = is->lang;
	p->date = is->date;
	return p;
}

static void check_count(const struct composer *c)
{
	int n = sheets_last(c), over = n % c->multiple;

	if (n > c->multiple && over && c->multiple == 4)
		diag_add(c->diag, D_PAGE_COUNT, c->issue->at,
			 _("%d pages; a stapled magazine needs a multiple of four: add %d, or take away %d; blanks=\"inside\" adds them by itself"), n,
			 c->multiple - over, over);
	else if (n > c->multiple && over)
		diag_add(c->diag, D_PAGE_COUNT, c->issue->at, _("%d pages; the print profile wants a multiple of %d: add %d, or take away %d"), n, c->multiple,
			 c->multiple - over, over);
}

/* The tools of every thread of the pool; the first are the caller's. */
static struct text_tools *tools_of_all(const struct text_tools *t)
{
	unsigned n = pool_threads(t->pool);
	struct text_tools *all = g_new(struct text_tools, n);

	all[0] = *t;
	for (unsigned i = 1; i < n; i++)
		text_tools_share(&all[i], t);
	return all;
}

/* Styles and word lists, which the lexicon's words depend on, are the issue's. */
static void tools_close(struct text_tools *all)
{
	lexicon_clear(all[0].lexicon);
	for (unsigned i = pool_threads(all[0].pool); i-- > 1; )
		text_tools_clear(&all[i]);
	g_free(all);
}

struct pages *pages_build(struct arena *a, const struct issue *is, const struct layout *l, struct page_limits least,
			  struct text_tools *t, struct fit_request *fit, struct diag *d)
{
	struct fit_request misses = { .notes = true };
	struct text_tools *tools = tools_of_all(t);
	struct parts *parts = parts_new(is, tools);
	const struct composer issue = {
		.arena = a, .issue = is, .layout = l, .least = least, .tools = tools, .helpers = tools, .caches = caches_new(), .fit = fit ? fit : &misses,
		.once = !names_pages(is), .multiple = least.multiple > 0 ? least.multiple : 4, .rise = grid_rise(l, tools),
	};
	GHashTable *known = issue.once ? NULL : parts_guess(is, issue.multiple);
	struct pages *out = NULL;

	text_tools_check(t, l, d);
	for (int pass = 0; pass < MAX_PASSES && !out; pass++) {
		struct diag *own = diag_new();
		struct composer c = one_pass(&issue, parts, known, own);
		bool settled = !c.refs_used || same_pages(known, c.start_of);

		if (settled || pass + 1 == MAX_PASSES) {
			if (!settled)
				diag_add(own, D_PAGE_COUNT, is->at,
					 _("page references did not settle: the numbers they name move the text; check them"));
			check_count(&c);
			edges_check(&c);
			out = pages_from(&c);
			parts_close(parts, a, d);
			diag_merge(d, issue.caches->diag);
			diag_merge(d, own);
		}
		diag_free(own);
		composer_clear(&c);
		if (known)
			g_hash_table_unref(known);
		known = c.start_of;
	}
	g_hash_table_unref(known);
	caches_free(issue.caches);
	tools_close(tools);
	return out;
}
