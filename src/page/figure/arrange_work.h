/*
 * src/page/figure/arrange_work.h - what the parts of the arranger share (page/figure/arrange.h).
 *
 *   arrange.c         a thread's arranger, and what the flow asks it
 *   arrange_ways.c    the ways of a page that come into question
 *   arrange_cost.c    what they cost: how far figures stand from their mentions, in whose section quotes, what stays white
 *   arrange_take.c    the way found: its figures on their pages, its columns for the text
 *   arrange_page.c    the options of one page; arrange_room.c: its columns with figures in them
 *
 * A `way` is a page with a choice made: the figures that stand on it, and the
 * line where balanced columns end; its columns are frames of their own. Ways
 * of a page differ by what stood before it only in how many figures that were, so
 * there is one set of them for each (page, figures before).
 */
#ifndef ZIVOS_PAGE_FIGURE_ARRANGE_WORK_H
#define ZIVOS_PAGE_FIGURE_ARRANGE_WORK_H

#include "page/figure/arrange.h"
#include "page/figure/arrange_page.h"

#define SETS 8				/* remembered */
#define NONE SIZE_MAX

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
	GHashTable *options;		/* struct page_options, by page, figures before and text before */
	GHashTable *alike;		/* struct option: those of several sets that are the same are one */
	size_t *mentioned;		/* the first figure that is mentioned after so many units */
	size_t *quotes;			/* figures whose sentence is in a unit: the first of unit u is quotes[u], the next after figure i is next[i]; NONE */
	size_t *next;
	size_t *sections;		/* set.sections */
	GHashTable *ways;		/* struct way, by page, figures before, option, limit */
	struct choice_of_ways sets[SETS];
	struct page_figures set;
	bool bounded;			/* not all options of a page were looked at */
};

/* Whether a subhead comes after so many units. */
static inline bool section_ends(const struct arranger *a, size_t units)
{
	return units < a->set.nunits && a->sections[units + 1] > a->sections[units];
}

static inline const struct node *node_of(const struct arranger *a, size_t id)
{
	return g_ptr_array_index(a->nodes, id);
}

/* ---- page/figure/arrange_ways.c ---- */

GHashTable *options_table_new(void);
GHashTable *alike_table_new(void);
GHashTable *ways_table_new(void);
/* The next page from `page` on that has columns for the thread; NO_FRAME: there are no more at all. */
size_t page_from(struct arranger *a, size_t page, size_t thread);
size_t thread_of(const struct arranger *a);
/* units: that are set before it. */
const struct page_options *options_for(struct arranger *a, size_t page, size_t before, size_t units);
/* The way with its frames, if its columns are high enough; else NULL. */
struct way *way_for(struct arranger *a, size_t page, size_t before, const struct option *o, int limit, bool ends);
/* The ways of a page that come into question once `units` units are set. */
const GPtrArray *ways_of(struct arranger *a, size_t page, size_t before, size_t units);
bool balances(const struct arranger *a, size_t page);

/* ---- page/figure/arrange_cost.c: page/flow/flow.h says when they are asked ---- */

double turning_cost(const struct arranger *a, const struct way *way, size_t units);
double way_passed(void *ctx, size_t units, size_t id, int tick);
double way_ended(void *ctx, size_t id, int tick);

#endif
