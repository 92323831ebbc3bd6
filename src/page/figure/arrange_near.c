/* src/page/figure/arrange_near.c - distances of figures from what they belong to, and of quotes and boxes from each other. */
#include "page/figure/arrange_near.h"
#include <math.h>

#define COST_EARLY 40000.0		/* before its mention, on the same page ... */
#define COST_EARLIER 8000.0		/* ... for each column more */
#define COST_INSET_FAR 12000.0		/* an inset a column after its mention: lines beside it cost more than those elsewhere, so that it must hold to its place ... */
#define COST_INSET_LINE 400.0		/* ... and a line */
#define COST_FAR 800.0			/* for each column after its mention */
#define COST_COLUMN 1500.0		/* a column away from where it is written ... */
#define COST_LINE 12.0			/* ... and a line */
#define COST_ECHO 40000.0		/* a quote on its sentence; less and less up to the distance wished for */
#define AWAY 3.0			/* the column's part that is wished for, where the layout says nothing */
#define CLEAR 8				/* lines of text between two pieces over each other */
#define ALIKE 4				/* lines: two quotes beside each other whose heights differ by less look like one row */
#define COST_ORDER 8000.0		/* quotes in another order than the author's */
#define COST_SIDE 5000.0		/* beside another piece in the next column ... */
#define COST_ROW 25000.0		/* ... both at the head, or both at the foot */

double slot_height(const struct slot *s)
{
	if (s->at == AT_BESIDE)
		return figure_lines(s->figured);
	return s->ticks / (double)TICKS - (s->at == AT_INSIDE ? 2 : 1);
}

static size_t columns_between(const struct slot *s, size_t column)
{
	size_t last = s->column + (size_t)s->span - 1;

	return column < s->column ? s->column - column : column > last ? column - last : 0;
}

static double lines_between(const struct slot *s, double line)
{
	double foot = s->line + slot_height(s);

	return line < s->line ? s->line - line : line > foot ? line - foot : 0;
}

double near_mention(const struct floating *f, const struct slot *s, struct spot at)
{
	double cost = COST_COLUMN * (double)columns_between(s, at.column);

	return floating_kind(f) == FLOATING_QUOTE ? cost + COST_LINE * lines_between(s, at.line) : cost;
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

double near_after(const struct slot *s, struct spot at)
{
	size_t last = s->column + (size_t)s->span - 1;

	if (s->at == AT_BESIDE)
		return inset_cost(s, at.column, s->line - at.line);
	/* At the head of a column it is read before the column's text, at the foot of one after it. */
	if (s->at == AT_FOOT ? at.column > last : at.column >= s->column)
		return COST_EARLY + COST_EARLIER * (double)(at.column - (s->at == AT_FOOT ? last : s->column));
	return s->column > at.column ? COST_FAR * (double)(s->column - at.column) : 0;
}

double near_waiting(const struct slot *s)
{
	return COST_FAR * (double)s->column;
}

double near_echo(const struct layout *l, const struct slot *s, struct spot at, Pt width)
{
	double away = l->quotes.away > 0 ? l->quotes.away : l->lines / AWAY;
	double across = (double)columns_between(s, at.column) * (width + l->gutter) / l->leading, d = hypot(across, lines_between(s, at.line));

	return d < away ? COST_ECHO * (1 - d / away) * (1 - d / away) : 0;
}

bool near_is_before(const struct slot *s, struct spot at)
{
	size_t last = s->column + (size_t)s->span - 1;

	return last < at.column || (last == at.column && s->line < at.line);
}

static bool overlap(double a0, double a1, double b0, double b1)
{
	return a0 < b1 && b0 < a1;
}

double near_each_other(const struct floating *f, const struct slot *s, const struct floating *g, const struct slot *t)
{
	bool quotes = floating_kind(f) == FLOATING_QUOTE && floating_kind(g) == FLOATING_QUOTE;
	double top = s->line, foot = top + slot_height(s), top2 = t->line, foot2 = top2 + slot_height(t);
	bool row = s->at == t->at && (s->at == AT_HEAD || s->at == AT_FOOT);
	double order = quotes && (s->column < t->column || (s->column == t->column && top < top2)) ? COST_ORDER : 0;	/* s comes after t */

	if (overlap((double)s->column, (double)s->column + s->span, (double)t->column, (double)t->column + t->span))
		return overlap(top - CLEAR, foot + CLEAR, top2, foot2) ? HUGE_VAL : order;
	if (s->column + (size_t)s->span != t->column && t->column + (size_t)t->span != s->column)
		return (quotes && row ? COST_ROW : 0) + order;
	if (quotes && (row || fabs(top - top2) < ALIKE))
		return HUGE_VAL;
	return order + (row ? COST_ROW : overlap(top, foot, top2, foot2) ? COST_SIDE : 0);
}
