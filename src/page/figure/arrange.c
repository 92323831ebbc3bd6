/* src/page/figure/arrange.c - a thread's arranger, and what the flow asks it. */
#include "page/figure/arrange_work.h"

static const struct frame *way_frame(void *ctx, size_t id)
{
	const struct arranger *a = ctx;

	return id < a->nodes->len ? &node_of(a, id)->column->frame : NULL;
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

static void count_sections(struct arranger *a)
{
	const GArray *units = a->t->units.units;

	a->sections = g_new(size_t, units->len + 1);
	a->sections[0] = 0;
	for (guint i = 0; i < units->len; i++)
		a->sections[i + 1] = a->sections[i] + unit_is_heading(&g_array_index(units, struct unit, i));
}

/* Where figures are mentioned, and what repeats a unit's text. */
static void index_figures(struct arranger *a)
{
	size_t units = a->t->units.units->len, i = 0;

	a->mentioned = g_new(size_t, units + 1);
	a->quotes = g_new(size_t, units + 1);
	a->next = g_new(size_t, a->nfigures + 1);
	for (size_t u = 0; u <= units; u++) {
		while (i < a->nfigures && a->figures[i].after < u)
			i++;
		a->mentioned[u] = i;
		a->quotes[u] = NONE;
	}
	for (i = 0; i < a->nfigures; i++)
		if (a->figures[i].echoes) {
			a->next[i] = a->quotes[a->figures[i].echo];
			a->quotes[a->figures[i].echo] = i;
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
	a->options = options_table_new();
	a->alike = alike_table_new();
	a->ways = ways_table_new();
	index_figures(a);
	count_sections(a);
	first = page_from(a, 0, thread) == NO_FRAME ? NULL : g_ptr_array_index(t->columns, 0);
	measure_units(a, first ? first->frame.width : layout_span_width(w->c->layout, 4));
	a->set = (struct page_figures){ w, a->figures, a->nfigures, t->units.units->len, a->ticks, a->sections, g_hash_table_new(NULL, NULL), notches_table_new() };
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
	g_free(a->mentioned);
	g_free(a->quotes);
	g_free(a->next);
	g_free(a->sections);
	g_array_unref(a->pages);
	g_ptr_array_unref(a->nodes);
	g_hash_table_unref(a->options);
	g_hash_table_unref(a->alike);
	g_hash_table_unref(a->ways);
	g_hash_table_unref(a->set.heights);
	g_hash_table_unref(a->set.notches);
	g_free(a);
}

