/* src/page/figure/arrange_cost.c - what ways cost: how far figures stand from their mentions, in whose section quotes, what stays white. */
#include "page/figure/arrange_near.h"
#include "page/figure/arrange_work.h"

#define COST_ALONE 90000.0		/* an inset without text beside it, a quote or box after the text's end */
#define COST_LATE 15000.0		/* for each page after it */
#define COST_OPPOSITE 4000.0		/* a quote or box on the page opposite the place where it is written ... */
#define COST_OVERLEAF 40000.0		/* ... or on one that is not seen with it */
#define COST_UNPLACED 4e6
#define COST_WHITE 1500.0		/* a line that a balanced column ends early, squared ... */
#define COST_WHITE_MOST 40000.0		/* ... in all columns together */
#define COST_PAGE_UNUSED 3000.0		/* a page that the author asked for and the text does not reach */
#define COST_ENDING 1.0			/* of two ways that are alike that one is taken that goes on */
#define COST_PART 2e6		/* white under all columns of a page that is not the last */

/* A quote or box on another page than the place where it is written: on the page opposite it is still seen with it. */
static double other_page_cost(const struct arranger *a, size_t right_page)
{
	return ((struct canvas *)g_ptr_array_index(a->w->canvases, right_page))->sheet->right ? COST_OPPOSITE : COST_OVERLEAF;
}

static bool is_quote_of(const struct arranger *a, size_t i, size_t section)
{
	return floating_kind(&a->figures[i]) == FLOATING_QUOTE && a->set.sections[a->figures[i].after] == section;
}

/* A quote that has waited for a page on which another section is read. */
static double strange_cost(const struct arranger *a, size_t i, size_t units)
{
	return is_quote_of(a, i, a->set.sections[a->figures[i].after]) && a->set.sections[a->figures[i].after] < a->set.sections[units + section_ends(a, units)] ?
	       NEAR_STRANGE : 0;
}

/* A section ends there: quotes of it further on, and quotes of the next one before. */
static double section_cost(const struct arranger *a, const struct way *way, size_t units, struct spot at)
{
	size_t section = a->set.sections[units], placed = way->before + way->option->n;
	double cost = 0;

	for (size_t i = way->before; i < placed; i++)
		if (is_quote_of(a, i, section) && !near_is_before(&way->option->slot[i - way->before], at))
			cost += NEAR_STRANGE;
	for (size_t i = a->mentioned[units + 1]; i < placed && a->set.sections[a->figures[i].after] == section + 1; i++)
		if (is_quote_of(a, i, section + 1) && (i < way->before || near_is_before(&way->option->slot[i - way->before], at)))
			cost += NEAR_STRANGE;
	return cost;
}

/* Turning to a way's page while figures wait that were mentioned before; those on it are the better the sooner they come. */
double turning_cost(const struct arranger *a, const struct way *way, size_t units)
{
	double cost = way->option->cost + (way->ends ? COST_ENDING : way->limit ? COST_PART : 0);

	for (size_t i = way->before; i < a->nfigures && a->figures[i].after <= units && units > 0; i++)
		cost += floating_is_free(&a->figures[i]) ? other_page_cost(a, way->page) : COST_LATE;
	for (size_t i = 0; i < way->option->n; i++) {
		const struct slot *s = &way->option->slot[i];
		if (a->figures[s->figure].after <= units)
			cost += near_waiting(s) + strange_cost(a, s->figure, units);
	}
	return cost;
}

/* A figure, number i, whose place in the text is this tick of a node's column. */
static double mention_cost(const struct arranger *a, const struct node *node, size_t i, int tick)
{
	const struct way *way = node->way;
	const struct floating *f = &a->figures[i];
	struct spot at = { node->column->nth, node->column->line + tick / (double)TICKS };
	const struct slot *s;

	if (i >= way->before + way->option->n)
		return 0;
	if (i < way->before)
		return floating_is_free(f) ? other_page_cost(a, way->page) : NEAR_PAGE_EARLY;
	s = &way->option->slot[i - way->before];
	if (floating_is_free(f))
		return near_mention(f, s, at);
	return near_after(s, at);
}

/* Quotes whose sentence is in the unit that ends there. */
static double echo_cost(const struct arranger *a, const struct node *node, size_t unit, int tick)
{
	const struct layout *l = a->w->c->layout;
	const struct way *way = node->way;
	double cost = 0;

	for (size_t i = a->quotes[unit]; i != NONE; i = a->next[i]) {
		double back = (1 - a->figures[i].echo_at) * (a->ticks[unit + 1] - a->ticks[unit]);

		if (i >= way->before && i < way->before + way->option->n)
			cost += near_echo(l, &way->option->slot[i - way->before],
					  (struct spot){ node->column->nth, node->column->line + (tick - back) / TICKS }, node->column->frame.width);
	}
	return cost;
}

double way_passed(void *ctx, size_t units, size_t id, int tick)
{
	const struct arranger *a = ctx;
	const struct node *node = node_of(a, id);
	double cost = 0;

	if (units == 0)
		return 0;
	for (size_t i = a->mentioned[units]; i < a->nfigures && a->figures[i].after == units; i++)
		cost += mention_cost(a, node, i, tick);
	if (section_ends(a, units))
		cost += section_cost(a, node->way, units, (struct spot){ node->column->nth, node->column->line + tick / (double)TICKS });
	return cost + echo_cost(a, node, units - 1, tick);
}

static bool has_inset(const struct option *o)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->slot[i].at == AT_BESIDE)
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

/* The text ends, in this column of its page at this line, before half of the inset has text beside it, or before all of a quote has text
 * over it. */
static bool ends_before(const struct slot *s, size_t column, double line)
{
	double most = s->line + (s->at == AT_BESIDE ? s->notch[0]->n / 2 / TICKS : slot_height(s) + 1);

	return s->column > column || (s->column == column && line < most);
}

static double alone_cost(const struct arranger *a, const struct slot *s, size_t column, double line)
{
	bool free = floating_is_free(&a->figures[s->figure]);

	if (s->at == AT_FOOT && free)	/* it stands with the columns' ends */
		return s->column > column ? COST_ALONE : 0;
	return (s->at == AT_BESIDE || free) && ends_before(s, column, line) ? COST_ALONE : 0;
}

double way_ended(void *ctx, size_t id, int tick)
{
	const struct arranger *a = ctx;
	const struct way *way = node_of(a, id)->way;
	size_t placed = way->before + way->option->n;
	double cost = COST_UNPLACED * (double)(a->nfigures - placed);

	for (size_t i = 0; i < way->option->n; i++)
		cost += alone_cost(a, &way->option->slot[i], node_of(a, id)->column->nth, node_of(a, id)->column->line + tick / (double)TICKS);
	if (balances(a, way->page))
		cost += white_cost(a, way, id, tick);
	if (a->w->part->pages > (int)way->page + 1)
		cost += COST_PAGE_UNUSED * (a->w->part->pages - (int)way->page - 1);
	return cost;
}
