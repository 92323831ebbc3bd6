/*
 * src/page/arrange.c - the ways of a page, made when the flow asks for them.
 *
 * A `way` is a page with a choice made: the figures that stand on it, and the
 * line where balanced columns end; its columns are frames of their own. Ways
 * of a page differ by what stood before it only in how many figures that were, so
 * there is one set of them for each (page, figures before). Which of them come
 * into question depends on the text that is left: a figure that is mentioned
 * pages later does not, nor an end for text that does not end there.
 */
#include "page/arrange.h"
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/arrange_page.h"
#include "page/inset.h"

#define COST_EARLY 40000.0		/* before its mention, on the same page ... */
#define COST_EARLIER 8000.0		/* ... for each column more */
#define COST_PAGE_EARLY 2e6	/* on a page before that */
#define COST_INSET_FAR 12000.0		/* an inset a column after its mention: lines beside it cost more than those elsewhere, so that it must hold to its place ... */
#define COST_INSET_LINE 400.0		/* ... and a line */
#define INSET_EARLY 6			/* column lines over its mention, as it is guessed, and under it ... */
#define INSET_LATE 40			/* ... between which an inset may stand */
#define COST_ALONE 90000.0		/* an inset without text beside it */
#define COST_FAR 800.0			/* for each column after its mention */
#define COST_LATE 15000.0		/* for each page after it */
#define COST_UNPLACED 4e6
#define COST_WHITE 1500.0		/* a line that a balanced column ends early, squared ... */
#define COST_WHITE_MOST 40000.0		/* ... in all columns together */
#define COST_PAGE_UNUSED 3000.0		/* a page that the author asked for and the text does not reach */
#define COST_ENDING 1.0			/* of two ways that are alike that one is taken that goes on */
#define COST_PART 2e6		/* white under all columns of a page that is not the last */
#define LIMITS 24			/* ends of a last page that are tried ... */
#define ENDED 8				/* ... for so many arrangements of figures */
#define PARTS 4				/* of a text that pages share for their figures' sake */
#define SETS 8				/* remembered */

struct way {
	size_t page, before;		/* canvas; figures on pages before */
	const struct option *option;
	int limit;			/* column lines that balanced columns leave white */
	bool ends;			/* the text must end here */
	size_t first, n;		/* its columns as frames */
};

struct node { struct column *column; struct way *way; };

struct choice_of_ways { size_t page, before, units; GPtrArray *ways; };

struct arranger {
	struct work *w;
	struct thread_work *t;
	struct floating *figures;
	size_t nfigures;
	int *ticks;			/* height of all units before one, as far as it is known without columns */
	GArray *pages;			/* struct page_columns, by canvas */
	GPtrArray *nodes;		/* struct node */
	GHashTable *options;		/* struct page_options, by page and figures before */
	GHashTable *ways;		/* struct way, by page, figures before, option, limit */
	struct choice_of_ways sets[SETS];
	struct page_figures set;
	bool bounded;			/* not all options of a page were looked at */
};

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
static size_t page_from(struct arranger *a, size_t page, size_t thread)
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

static size_t thread_of(const struct arranger *a)
{
	return (size_t)(a->t - a->w->threads);
}

/* ---- ways ---------------------------------------------------------------------- */

static guint options_hash(gconstpointer p)
{
	const struct page_options *o = p;
	return (guint)(o->page * 31 + o->before);
}

static gboolean options_equal(gconstpointer a, gconstpointer b)
{
	const struct page_options *x = a, *y = b;
	return x->page == y->page && x->before == y->before;
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

static const struct page_options *options_for(struct arranger *a, size_t page, size_t before)
{
	struct page_options key = { .page = page, .before = before }, *o = g_hash_table_lookup(a->options, &key);
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, page);

	if (o)
		return o;
	o = arena_copy(a->w->c->arena, &key, sizeof key);
	o->columns = (struct column *const *)&a->t->columns->pdata[base->first];
	page_options_find(o, &a->set, base->n);
	a->bounded |= o->bounded;
	g_hash_table_add(a->options, o);
	return o;
}

/* The way with its frames, if its columns are high enough; else NULL. */
static struct way *way_for(struct arranger *a, size_t page, size_t before, const struct option *o, int limit, bool ends)
{
	struct way key = { page, before, o, limit, ends, 0, 0 }, *way = g_hash_table_lookup(a->ways, &key);
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, page);
	struct column columns[PAGE_COLUMNS];
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

/* Whether the mentions of all its figures are in reach of a page that begins within unit `units`. */
static bool in_reach(const struct arranger *a, const struct option *o, size_t units, int room)
{
	for (size_t i = 0; i < o->n; i++) {
		size_t after = a->figures[o->slot[i].figure].after;

		if (after > units && a->ticks[after] - a->ticks[MIN(units + 1, after)] > room)
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
		size_t after = s->inset ? a->figures[s->figure].after : 0;
		double mention = after > units ? (double)(a->ticks[after] - a->ticks[units]) / TICKS : 0, under;

		if (!s->inset)
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

static bool balances(const struct arranger *a, size_t page)
{
	const struct page_columns *base = &g_array_index(a->pages, struct page_columns, page);

	for (size_t i = 0; i < base->n && !a->w->attempt.unbalanced; i++)
		if (((struct column *)g_ptr_array_index(a->t->columns, base->first + i))->balance)
			return true;
	return false;
}

/* The ways of a page that come into question once `units` units are set. */
static const GPtrArray *ways_of(struct arranger *a, size_t page, size_t before, size_t units)
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
	o = options_for(a, page, before);
	balance = balances(a, page);
	for (size_t i = 0; i < o->n; i++) {
		struct way *way = way_for(a, page, before, &o->option[i], 0, false);
		int room = way ? way_ticks(a, way) : 0;

		if (!way || !in_reach(a, &o->option[i], units, room) || !insets_near(a, way, units))
			continue;
		g_ptr_array_add(set->ways, way);
		/* Heights other than their own would only do what the columns' ends do. */
		if (balance && before + o->option[i].n == a->nfigures && o->option[i].own && endings++ < ENDED)
			add_endings(a, set->ways, way, units, room);
		else if (balance && before + o->option[i].n < a->nfigures)
			add_parts(a, set->ways, way, units, room);
	}
	return set->ways;
}

/* ---- what the flow asks ---------------------------------------------------------- */

static const struct node *node_of(const struct arranger *a, size_t id)
{
	return g_ptr_array_index(a->nodes, id);
}

static const struct frame *way_frame(void *ctx, size_t id)
{
	const struct arranger *a = ctx;

	return id < a->nodes->len ? &node_of(a, id)->column->frame : NULL;
}

/* Turning to a way's page while figures wait that were mentioned before; those on it are the better the sooner they come. */
static double turning_cost(const struct arranger *a, const struct way *way, size_t units)
{
	double cost = way->option->cost + (way->ends ? COST_ENDING : way->limit ? COST_PART : 0);

	for (size_t i = way->before; i < a->nfigures && a->figures[i].after <= units && units > 0; i++)
		cost += COST_LATE;
	for (size_t i = 0; i < way->option->n; i++) {
		const struct slot *s = &way->option->slot[i];
		if (a->figures[s->figure].after <= units)
			cost += COST_FAR * (double)s->column;
	}
	return cost;
}

static size_t way_next(void *ctx, size_t id, size_t units, size_t i, double *cost)
{
	struct arranger *a = ctx;
	const struct way *from = id == NO_FRAME ? NULL : node_of(a, id)->way, *way;
	const GPtrArray *ways;
	size_t page;

	*cost = 0;
	if (from && id + 1 < from->first + from->n)
		return i == 0 ? id + 1 : NO_FRAME;
	if (from && from->ends)
		return NO_FRAME;
	page = page_from(a, from ? from->page + 1 : 0, thread_of(a));
	if (page == NO_FRAME)
		return NO_FRAME;
	ways = ways_of(a, page, from ? from->before + from->option->n : 0, units);
	if (i >= ways->len)
		return NO_FRAME;
	way = g_ptr_array_index(ways, i);
	*cost = turning_cost(a, way, units);
	return way->first;
}

/* The ways of the next page depend on which it is and how many figures stand before it. */
static size_t way_turn(void *ctx, size_t id)
{
	const struct arranger *a = ctx;
	const struct way *way = node_of(a, id)->way;

	if (id + 1 < way->first + way->n || way->ends)
		return id;
	return SIZE_MAX / 2 + way->page * (a->nfigures + 1) + way->before + way->option->n;
}

/* An inset stands in the lines after its mention; lines: how far under it, in the same column. */
static double inset_cost(const struct slot *s, size_t column, double lines)
{
	if (column > s->column)
		return COST_EARLY + COST_EARLIER * (double)(column - s->column);
	if (column < s->column)
		return COST_INSET_FAR * (double)(s->column - column) + COST_INSET_LINE * s->offset;
	return lines < -1 ? COST_EARLY - COST_INSET_LINE * lines : COST_INSET_LINE * MAX(lines, 0);
}

/* How far a figure stands from its mention in column `column` of the page, at line `line`. */
static double distance_cost(const struct slot *s, size_t column, int tick)
{
	size_t last = s->column + (size_t)s->span - 1;

	if (s->inset)
		return inset_cost(s, column, s->offset - tick / (double)TICKS);

	/* At the head of a column it is read before the column's text, at the foot of one after it. */
	if (s->foot ? column > last : column >= s->column)
		return COST_EARLY + COST_EARLIER * (double)(column - (s->foot ? last : s->column));
	return s->column > column ? COST_FAR * (double)(s->column - column) : 0;
}

static double way_passed(void *ctx, size_t units, size_t id, int tick)
{
	const struct arranger *a = ctx;
	const struct node *node = node_of(a, id);
	const struct way *way = node->way;
	double cost = 0;

	for (size_t i = 0; i < way->before + way->option->n; i++) {
		if (a->figures[i].after != units || units == 0)
			continue;
		cost += i < way->before ? COST_PAGE_EARLY :
			distance_cost(&way->option->slot[i - way->before], node->column->nth, tick);
	}
	return cost;
}

static bool has_inset(const struct option *o)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->slot[i].inset)
			return true;
	return false;
}

/* White in the columns of the last page. */
static double white_cost(const struct arranger *a, const struct way *way, size_t id, int tick)
{
	double cost = 0;

	for (size_t i = id; i < way->first + way->n; i++) {
		const struct column *c = node_of(a, i)->column;
		double white = (double)(c->frame.ticks - (i == id ? tick : 0)) / TICKS;

		cost += COST_WHITE * white * white;
	}
	/* Lines beside an inset end columns less evenly. */
	return MIN(cost, COST_WHITE_MOST * (has_inset(way->option) ? 5 : 1));
}

/* Whether the text ends, in column `column` of its page, before half of the inset has text beside it. */
static bool stands_alone(const struct slot *s, size_t column, int tick)
{
	return s->column > column || (s->column == column && tick < s->notch->from + s->notch->n / 2);
}

static double way_ended(void *ctx, size_t id, int tick)
{
	const struct arranger *a = ctx;
	const struct way *way = node_of(a, id)->way;
	size_t placed = way->before + way->option->n;
	double cost = COST_UNPLACED * (double)(a->nfigures - placed);

	for (size_t i = 0; i < way->option->n; i++)
		if (way->option->slot[i].inset && stands_alone(&way->option->slot[i], node_of(a, id)->column->nth, tick))
			cost += COST_ALONE;
	if (balances(a, way->page))
		cost += white_cost(a, way, id, tick);
	if (a->w->part->pages > (int)way->page + 1)
		cost += COST_PAGE_UNUSED * (a->w->part->pages - (int)way->page - 1);
	return cost;
}

struct flow_source arranger_source(struct arranger *a)
{
	return (struct flow_source){ a, way_frame, way_next, way_turn, way_passed, way_ended };
}

const struct column *arranger_column(const struct arranger *a, size_t frame)
{
	return node_of(a, frame)->column;
}

/* ---- beginning ------------------------------------------------------------------- */

/* Heights of the units in columns like the first one. */
static void measure_units(struct arranger *a, Pt width)
{
	struct composer *c = a->w->c;
	const GArray *units = a->t->units.units;

	a->ticks = g_new(int, units->len + 1);
	a->ticks[0] = 0;
	for (guint i = 0; i < units->len; i++) {
		const struct unit *u = &g_array_index(units, struct unit, i);
		struct stand all = { .n = u->rows ? u->rows->n : 0 };

		if (u->hlist)
			all.n = setting_in_column(c->caches->settings, c->arena, u, width)->choice.natural.n;
		a->ticks[i + 1] = a->ticks[i] + u->before + stand_ticks(u, &all) + u->after;
	}
}

static bool may_balance(const struct work *w)
{
	for (size_t i = 0; i < w->t->npatterns; i++)
		for (size_t k = 0; k < w->t->patterns[i].nplaces; k++)
			if (w->t->patterns[i].places[k].balance && !w->attempt.unbalanced)
				return true;
	return false;
}

struct arranger *arranger_new(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	struct arranger *a;
	const struct column *first;

	if (t->figures->len == 0 && !may_balance(w))
		return NULL;
	a = g_new0(struct arranger, 1);
	a->w = w;
	a->t = t;
	a->figures = (struct floating *)(void *)t->figures->data;
	a->nfigures = t->figures->len;
	a->pages = g_array_new(FALSE, FALSE, sizeof(struct page_columns));
	a->nodes = g_ptr_array_new();
	a->options = g_hash_table_new(options_hash, options_equal);
	a->ways = g_hash_table_new(way_hash, way_equal);
	first = page_from(a, 0, thread) == NO_FRAME ? NULL : g_ptr_array_index(t->columns, 0);
	measure_units(a, first ? first->frame.width : layout_span_width(w->c->layout, 4));
	a->set = (struct page_figures){ w, a->figures, a->nfigures, g_hash_table_new(NULL, NULL) };
	return a;
}

void arranger_free(struct arranger *a)
{
	if (!a)
		return;
	for (size_t i = 0; i < SETS; i++)
		if (a->sets[i].ways)
			g_ptr_array_unref(a->sets[i].ways);
	g_free(a->ticks);
	g_array_unref(a->pages);
	g_ptr_array_unref(a->nodes);
	g_hash_table_unref(a->options);
	g_hash_table_unref(a->ways);
	g_hash_table_unref(a->set.heights);
	g_free(a);
}

/* ---- the way found ---------------------------------------------------------------- */

static void put_slot(struct arranger *a, const struct way *way, const struct slot *s, const struct column *first, const struct column *last)
{
	struct work *w = a->w;
	const struct floating *f = &a->figures[s->figure];
	struct figure_wish wish = figure_wish(w->c, s->width, w->c->layout->lines);
	bool at_left = s->inset && inset_at_left(f, f->article->rtl, first->canvas->sheet->right);
	int wanted = slot_wanted(&a->set, s->figure, g_array_index(a->pages, struct page_columns, way->page).n);

	if (s->inset) {
		figure_put(w->c, first->canvas->sheet, s->inset, inset_x(s->inset, first->x, first->frame.width, at_left), s->line, w->tag);
		return;
	}
	wish.lines = s->lines;
	wish.settled = true;
	figure_put(w->c, first->canvas->sheet, figure_new(w->c, w->t, f, &wish), MIN(first->x, last->x), s->line, w->tag);
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
	const struct page_options *o = options_for(a, page, before);
	const struct way *most = NULL;

	for (size_t i = 0; i < o->n; i++) {
		const struct way *way = o->option[i].n > (most ? most->option->n : 0) ? way_for(a, page, before, &o->option[i], 0, false) : NULL;

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
		w->unplaced++;
		diag_add(w->c->diag, D_PICTURE_UNPLACED, floating_at(f),
			 f->npictures ? _("no room for this picture on the article's pages; give it a smaller size, shorten the text or add a page") :
			 _("no room for this table or chart on the article's pages; give it a smaller size, leave out rows, shorten the text or add a page"));
	}
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
			const struct page_options *o = options_for(a, p, p && ways[p - 1] ? ways[p - 1]->before + ways[p - 1]->option->n : 0);
			ways[p] = way_for(a, p, o->before, &o->option[0], 0, false);
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
