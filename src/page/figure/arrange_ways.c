/*
 * src/page/figure/arrange_ways.c - the ways of a page, made when the flow asks for them.
 *
 * Which of them come into question depends on the text that is left: a figure
 * that is mentioned pages later does not, nor an end for text that does not end there.
 */
#include "page/figure/arrange_work.h"

#define INSET_EARLY 6			/* column lines over its mention, as it is guessed, and under it ... */
#define INSET_LATE 40			/* ... between which an inset may stand */
#define AROUND 16			/* lines: texts that differ by less have the same options */
#define LIMITS 24			/* ends of a last page that are tried ... */
#define ENDED 8				/* ... for so many arrangements of figures */
#define PARTS 4				/* of a text that pages share for their figures' sake */

/* ---- pages ------------------------------------------------------------------- */

/* The template's columns of a canvas; they stand in the thread's in order. */
static void note_pages(struct arranger *a)
{
	struct work *w = a->w;

	for (guint p = a->pages->len; p < w->canvases->len; p++) {
		struct page_columns page = { .first = 0 };
		const struct canvas *v = g_ptr_array_index(w->canvases, p);

		if (p > 0) {
			const struct page_columns *before = &g_array_index(a->pages, struct page_columns, p - 1);
			page.first = before->first + before->n;
		}
		while (page.first + page.n < a->t->columns->len &&
		       ((struct column *)g_ptr_array_index(a->t->columns, page.first + page.n))->canvas == v)
			page.n++;
		g_array_append_val(a->pages, page);
	}
}

/* The next page from `page` on that has columns for the thread; NO_FRAME: there are no more at all. */
size_t page_from(struct arranger *a, size_t page, size_t thread)
{
	struct work *w = a->w;

	for (; ; page++) {
		while (page >= w->canvases->len) {
			if (w->canvases->len >= MAX_PAGES)
				return NO_FRAME;
			if (may_grow_for(w, thread))
				canvas_grow(w);
			else
				overset_page(w, thread);
		}
		note_pages(a);
		if (g_array_index(a->pages, struct page_columns, page).n > 0)
			return page;
	}
}

size_t thread_of(const struct arranger *a)
{
	return (size_t)(a->t - a->w->threads);
}

/* ---- ways ---------------------------------------------------------------------- */

static guint options_hash(gconstpointer p)
{
	const struct page_options *o = p;
	return (guint)((o->page * 31 + o->before) * 31 + o->around);
}

static gboolean options_equal(gconstpointer a, gconstpointer b)
{
	const struct page_options *x = a, *y = b;
	return x->page == y->page && x->before == y->before && x->around == y->around;
}

static guint way_hash(gconstpointer p)
{
	const struct way *w = p;
	return (guint)(w->page * 31 + w->before) * 31u + g_direct_hash(w->option) + (guint)w->limit * 7 + w->ends;
}

static gboolean way_equal(gconstpointer a, gconstpointer b)
{
	const struct way *x = a, *y = b;
	return x->page == y->page && x->before == y->before && x->option == y->option && x->limit == y->limit && x->ends == y->ends;
}

static guint option_hash(gconstpointer p)
{
	const struct option *o = p;
	guint h = (guint)(o->page * 31 + o->before) * 31u + (guint)o->n;

	for (size_t i = 0; i < o->n; i++) {
		const struct slot *s = &o->slot[i];
		h = (h * 31u + (guint)s->column * 4 + s->at) * 31u + (guint)(s->ticks + s->offset + (int)(s->from * TICKS));
	}
	return h;
}

static bool same_slot(const struct slot *a, const struct slot *b)
{
	return a->figure == b->figure && a->column == b->column && a->span == b->span && a->at == b->at && a->figured == b->figured &&
	       a->offset == b->offset && a->from == b->from && a->ticks == b->ticks && a->lines == b->lines && a->width == b->width;
}

static gboolean option_equal(gconstpointer a, gconstpointer b)
{
	const struct option *x = a, *y = b;

	if (x->page != y->page || x->before != y->before || x->n != y->n)
		return FALSE;
	for (size_t i = 0; i < x->n; i++)
		if (!same_slot(&x->slot[i], &y->slot[i]))
			return FALSE;
	return TRUE;
}

/* What may stand before its mention is sought near it: options of such a page depend on the text before it, about. */
static size_t around(const struct arranger *a, size_t before, size_t units)
{
	for (size_t i = before; i < a->nfigures && i < before + MOST_SLOTS; i++)
		if (floating_is_free(&a->figures[i]))
			return 1 + (size_t)a->ticks[units] / (AROUND * TICKS);
	return 0;
}

const struct page_options *options_for(struct arranger *a, size_t page, size_t before, size_t units)
{
	struct page_options key = { .page = page, .before = before, .around = around(a, before, units), .units = units };
	struct page_options *o = g_hash_table_lookup(a->options, &key);
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, page);

	if (o)
		return o;
	o = arena_copy(a->w->c->arena, &key, sizeof key);
	o->columns = (struct column *const *)&a->t->columns->pdata[base->first];
	page_options_find(o, &a->set, base->n);
	for (size_t i = 0; i < o->n; i++) {
		const struct option *same = g_hash_table_lookup(a->alike, o->option[i]);

		if (same)
			o->option[i] = same;
		else
			g_hash_table_add(a->alike, (gpointer)o->option[i]);
	}
	a->bounded |= o->bounded;
	g_hash_table_add(a->options, o);
	return o;
}

/* The way with its frames, if its columns are high enough; else NULL. */
struct way *way_for(struct arranger *a, size_t page, size_t before, const struct option *o, int limit, bool ends)
{
	struct way key = { page, before, o, limit, ends, 0, 0 }, *way = g_hash_table_lookup(a->ways, &key);
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, page);
	struct column columns[PAGE_FRAMES];
	size_t n;

	if (way)
		return way->n ? way : NULL;
	way = arena_copy(a->w->c->arena, &key, sizeof key);
	g_hash_table_add(a->ways, way);
	n = option_columns(o, (struct column *const *)&a->t->columns->pdata[base->first], base->n, limit, columns);
	way->first = a->nodes->len;
	way->n = n;
	for (size_t i = 0; i < n; i++) {
		struct node *node = arena_make(a->w->c->arena, struct node);

		node->column = arena_copy(a->w->c->arena, &columns[i], sizeof columns[i]);
		node->way = way;
		g_ptr_array_add(a->nodes, node);
	}
	return n ? way : NULL;
}

static int way_ticks(const struct arranger *a, const struct way *way)
{
	int ticks = 0;

	for (size_t i = 0; i < way->n; i++)
		ticks += column_room(((struct node *)g_ptr_array_index(a->nodes, way->first + i))->column);
	return ticks;
}

/* Whether the mentions of all its figures are in reach of a page that begins within unit `units`; what may stand before its mention has
 * that of the page opposite, too. */
static bool in_reach(const struct arranger *a, const struct way *way, size_t units, int room)
{
	const struct option *o = way->option;
	bool right = ((struct canvas *)g_ptr_array_index(a->w->canvases, way->page))->sheet->right;

	for (size_t i = 0; i < o->n; i++) {
		const struct floating *f = &a->figures[o->slot[i].figure];
		int reach = floating_is_free(f) && !right ? 2 * room : room;

		if (f->after > units && a->ticks[f->after] - a->ticks[MIN(units + 1, f->after)] > reach)
			return false;
	}
	return true;
}

/* Column lines from the page's beginning down to an inset. */
static double lines_to(const struct arranger *a, const struct way *way, const struct slot *s)
{
	int ticks = s->offset * TICKS;

	for (size_t i = way->first; i < way->first + way->n; i++) {
		const struct column *c = ((struct node *)g_ptr_array_index(a->nodes, i))->column;
		ticks += c->nth < s->column ? column_room(c) : 0;
	}
	return (double)ticks / TICKS;
}

/* Whether its insets stand near their mentions, as far as is known when `units` units are set: there would be too many ways else. */
static bool insets_near(const struct arranger *a, const struct way *way, size_t units)
{
	for (size_t i = 0; i < way->option->n; i++) {
		const struct slot *s = &way->option->slot[i];
		bool inset = s->at == AT_BESIDE && !floating_is_free(&a->figures[s->figure]);
		size_t after = inset ? a->figures[s->figure].after : 0;
		double mention = after > units ? (double)(a->ticks[after] - a->ticks[units]) / TICKS : 0, under;

		if (!inset)
			continue;
		under = lines_to(a, way, s) - mention;
		if (under < -INSET_EARLY || under > INSET_LATE)
			return false;
	}
	return true;
}

/* Ways with the columns balanced, for text that ends on the page. */
static void add_endings(struct arranger *a, GPtrArray *ways, const struct way *open, size_t units, int room)
{
	size_t n = a->t->units.units->len;
	int most = a->ticks[n] - a->ticks[units], least = a->ticks[n] - a->ticks[MIN(units + 1, n)];
	int tried = 0;

	/* What is not known: paragraphs come out shorter or longer, heads keep together. */
	most += most / 30 + 3 * TICKS;
	least -= least / 30 + 3 * TICKS;
	/* A line more is a line of room less, at most. */
	for (int limit = MAX(1, (room - most) / TICKS); limit < PAGE_COLUMNS * a->w->c->layout->lines && tried < LIMITS && room >= least; limit++) {
		struct way *way;

		if (option_room(open->option, (struct column *const *)&a->t->columns->pdata[g_array_index(a->pages, struct page_columns, open->page).first],
				g_array_index(a->pages, struct page_columns, open->page).n, limit) > most)
			continue;
		way = way_for(a, open->page, open->before, open->option, limit, true);
		if (!way || way_ticks(a, way) < least)
			break;
		g_ptr_array_add(ways, way);
		tried++;
	}
}

/* Text that ends too soon for all figures: parts of it are left for the next page. */
static void add_parts(struct arranger *a, GPtrArray *ways, const struct way *open, size_t units, int room)
{
	size_t n = a->t->units.units->len;
	int text = a->ticks[n] - a->ticks[units];

	for (int part = 1; part < PARTS && text < room; part++) {
		struct way *way = way_for(a, open->page, open->before, open->option, (room - text * part / PARTS) / TICKS, false);

		if (way)
			g_ptr_array_add(ways, way);
	}
}

bool balances(const struct arranger *a, size_t page)
{
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, page);

	for (size_t i = 0; i < base->n && !a->w->attempt.unbalanced; i++)
		if (((struct column *)g_ptr_array_index(a->t->columns, base->first + i))->balance)
			return true;
	return false;
}

/* The ways of a page that come into question once `units` units are set. */
const GPtrArray *ways_of(struct arranger *a, size_t page, size_t before, size_t units)
{
	struct choice_of_ways *set = &a->sets[(page * 5 + before * 3 + units) % SETS];
	const struct page_options *o;
	size_t endings = 0;
	bool balance;

	if (set->ways && set->page == page && set->before == before && set->units == units)
		return set->ways;
	if (!set->ways)
		set->ways = g_ptr_array_new();
	g_ptr_array_set_size(set->ways, 0);
	set->page = page;
	set->before = before;
	set->units = units;
	o = options_for(a, page, before, units);
	balance = balances(a, page);
	for (size_t i = 0; i < o->n; i++) {
		const struct option *option = o->option[i];
		struct way *way = way_for(a, page, before, option, 0, false);
		int room = way ? way_ticks(a, way) : 0;

		if (!way || !in_reach(a, way, units, room) || !insets_near(a, way, units))
			continue;
		g_ptr_array_add(set->ways, way);
		/* Heights other than their own would only do what the columns' ends do. */
		if (balance && before + option->n == a->nfigures && option->own && endings++ < ENDED)
			add_endings(a, set->ways, way, units, room);
		else if (balance && before + option->n < a->nfigures)
			add_parts(a, set->ways, way, units, room);
	}
	return set->ways;
}

GHashTable *options_table_new(void)
{
	return g_hash_table_new(options_hash, options_equal);
}

GHashTable *ways_table_new(void)
{
	return g_hash_table_new(way_hash, way_equal);
}

GHashTable *alike_table_new(void)
{
	return g_hash_table_new(option_hash, option_equal);
}
