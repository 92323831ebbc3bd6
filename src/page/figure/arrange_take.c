/* src/page/figure/arrange_take.c - the way found: its figures on their pages, its columns for the text. */
#include <string.h>
#include "base/i18n.h"
#include "page/figure/arrange_work.h"
#include "page/figure/inset.h"

static void put_slot(struct arranger *a, const struct way *way, const struct slot *s, const struct column *first, const struct column *last)
{
	struct work *w = a->w;
	const struct floating *f = &a->figures[s->figure];
	struct figure_wish wish = figure_wish(w->c, s->width, w->c->layout->lines);
	int wanted = slot_wanted(&a->set, s->figure, g_array_index(a->pages, struct page_columns, way->page).n);
	const struct figure *set = s->figured;
	Pt x = MIN(first->x, last->x);

	wish.lines = s->lines;
	wish.settled = true;
	if (s->at == AT_BESIDE)
		x = s->span > 1 ? straddle_x(w->c, set, x, first->frame.width) :
		    inset_x(set, x, first->frame.width, inset_at_left(f, f->article->rtl, first->canvas->sheet->right));
	figure_put(w->c, first->canvas->sheet, set ? set : figure_new(w->c, w->t, f, &wish), x, s->line, w->tag);
	if (s->span >= wanted)
		return;
	w->unplaced++;
	diag_add(w->c->diag, D_PICTURE_NARROW, floating_at(f), f->npictures ?
		 ngettext("no room for this picture over %d column; it is set over %d. Shorten the text, add a page, or move the picture",
			  "no room for this picture over %d columns; it is set over %d. Shorten the text, add a page, or move the picture",
			  (unsigned long)wanted) :
		 ngettext("no room for this table or chart over %d column; it is set over %d. Shorten the text, add a page, or move it",
			  "no room for this table or chart over %d columns; it is set over %d. Shorten the text, add a page, or move it",
			  (unsigned long)wanted), wanted, s->span);
}

static void put_way(struct arranger *a, const struct way *way)
{
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, way->page);
	struct column columns[PAGE_COLUMNS];
	struct option o = *way->option;

	option_lines(&o, (struct column *const *)&a->t->columns->pdata[base->first], base->n, way->limit, columns);
	for (size_t i = 0; i < o.n; i++)
		put_slot(a, way, &o.slot[i], &columns[o.slot[i].column], &columns[o.slot[i].column + (size_t)o.slot[i].span - 1]);
}

/* The way with the most figures on a page; NULL: there is none with any. */
static const struct way *way_of_most(struct arranger *a, size_t page, size_t before)
{
	const struct page_options *o = options_for(a, page, before, a->t->units.units->len);
	const struct way *most = NULL;

	for (size_t i = 0; i < o->n; i++) {
		const struct way *way = o->option[i]->n > (most ? most->option->n : 0) ? way_for(a, page, before, o->option[i], 0, false) : NULL;

		if (way)
			most = way;
	}
	return most;
}

/* Figures that wait after the text's end stand on pages of their own. */
static void place_rest(struct arranger *a, const struct way **ways, size_t *nways, size_t placed)
{
	struct work *w = a->w;

	while (placed < a->nfigures && *nways < MAX_PAGES && may_grow_for(w, thread_of(a))) {
		size_t page = page_from(a, *nways, thread_of(a));
		const struct way *most;

		if (page == NO_FRAME || ((struct canvas *)g_ptr_array_index(w->canvases, page))->sheet->overset)
			break;
		most = way_of_most(a, page, placed);
		if (!most)
			break;
		for (size_t p = *nways; p < page; p++)
			ways[p] = NULL;
		ways[page] = most;
		*nways = page + 1;
		placed += most->option->n;
	}
	for (size_t i = placed; i < a->nfigures; i++) {
		const struct floating *f = &a->figures[i];

		if (f->npictures == 1 && f->pictures[0]->fault)	/* reported already */
			continue;
		g_assert(!floating_is_free(f));	/* it stands in the text instead */
		w->unplaced++;
		diag_add(w->c->diag, D_PICTURE_UNPLACED, floating_at(f),
			 f->npictures ? _("no room for this picture on the article's pages; give it a smaller size, shorten the text or add a page") :
			 _("no room for this table or chart on the article's pages; give it a smaller size, leave out rows, shorten the text or add a page"));
	}
}

bool arranger_left_over(const struct arranger *a, const struct flow_result *r, GHashTable *blocks)
{
	const struct way *end = r->last_frame < a->nodes->len ? node_of(a, r->last_frame)->way : NULL;
	bool any = false;

	for (size_t i = end ? end->before + end->option->n : a->nfigures; i < a->nfigures; i++)
		if (floating_is_free(&a->figures[i]))
			any |= g_hash_table_add(blocks, (gpointer)a->figures[i].block);
	return any;
}

/* The ways of all pages up to the text's end, and of those that figures take after it. */
static size_t ways_taken(struct arranger *a, const struct flow_result *r, const struct way **ways)
{
	const struct way *end = r->last_frame < a->nodes->len ? node_of(a, r->last_frame)->way : NULL;
	size_t n = 0, placed = 0;

	if (end) {
		for (size_t i = 0; i < r->n; i++) {
			const struct way *way = node_of(a, r->stands[i].frame)->way;
			ways[way->page] = way;
		}
		ways[end->page] = end;
		n = end->page + 1;
		placed = end->before + end->option->n;
	}
	/* A page that was passed over is as it would be without a choice. */
	for (size_t p = 0; p < n; p++)
		if (!ways[p] && g_array_index(a->pages, struct page_columns, p).n) {
			const struct page_options *o = options_for(a, p, p && ways[p - 1] ? ways[p - 1]->before + ways[p - 1]->option->n : 0, 0);
			ways[p] = way_for(a, p, o->before, o->option[0], 0, false);
		}
	place_rest(a, ways, &n, placed);
	return n;
}

void arranger_take(struct arranger *a, struct flow_result *r)
{
	const struct way **ways = g_new0(const struct way *, MAX_PAGES + 1);
	int unplaced = a->w->unplaced;
	size_t n = ways_taken(a, r, ways), *place = g_new0(size_t, a->nodes->len + 1);
	GPtrArray *columns = g_ptr_array_new();

	for (size_t p = 0; p < a->pages->len; p++) {
		const struct page_columns *base = &g_array_index(a->pages, struct page_columns, p);

		if (p < n && ways[p]) {
			for (size_t i = ways[p]->first; i < ways[p]->first + ways[p]->n; i++) {
				place[i] = columns->len;
				g_ptr_array_add(columns, node_of(a, i)->column);
			}
			put_way(a, ways[p]);
			if (ways[p]->option->n)
				a->t->figure_pages = p + 1;
			a->t->limit = ways[p]->limit;
			continue;
		}
		for (size_t i = 0; i < base->n; i++)
			g_ptr_array_add(columns, g_ptr_array_index(a->t->columns, base->first + i));
	}
	for (size_t i = 0; i < r->n; i++)
		r->stands[i].frame = place[r->stands[i].frame];
	r->bounded |= a->bounded;
	r->flawed |= r->last_frame < a->nodes->len && n > node_of(a, r->last_frame)->way->page + 1;
	r->flawed |= a->w->unplaced > unplaced;
	r->last_frame = r->last_frame < a->nodes->len ? place[r->last_frame] : 0;
	g_ptr_array_unref(a->t->columns);
	a->t->columns = columns;
	g_free(place);
	g_free(ways);
}
