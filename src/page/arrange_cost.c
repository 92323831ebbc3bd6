/* src/page/arrange_cost.c - what ways cost: how far figures stand from their mentions, what stays white. */
#include "page/arrange_work.h"

#define COST_EARLY 40000.0		/* before its mention, on the same page ... */
#define COST_EARLIER 8000.0		/* ... for each column more */
#define COST_PAGE_EARLY 2e6	/* on a page before that */
#define COST_INSET_FAR 12000.0		/* an inset a column after its mention: lines beside it cost more than those elsewhere, so that it must hold to its place ... */
#define COST_INSET_LINE 400.0		/* ... and a line */
#define COST_ALONE 90000.0		/* an inset without text beside it */
#define COST_FAR 800.0			/* for each column after its mention */
#define COST_LATE 15000.0		/* for each page after it */
#define COST_UNPLACED 4e6
#define COST_WHITE 1500.0		/* a line that a balanced column ends early, squared ... */
#define COST_WHITE_MOST 40000.0		/* ... in all columns together */
#define COST_PAGE_UNUSED 3000.0		/* a page that the author asked for and the text does not reach */
#define COST_ENDING 1.0			/* of two ways that are alike that one is taken that goes on */
#define COST_PART 2e6		/* white under all columns of a page that is not the last */

/* Turning to a way's page while figures wait that were mentioned before; those on it are the better the sooner they come. */
double turning_cost(const struct arranger *a, const struct way *way, size_t units)
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

double way_passed(void *ctx, size_t units, size_t id, int tick)
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

double way_ended(void *ctx, size_t id, int tick)
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
