/* src/page/figure/arrange_room.c - a page's columns with figures in them. */
#include <math.h>
#include "page/figure/arrange_room.h"

double foot_line(const struct column *c)
{
	return c->line + c->frame.ticks / (double)TICKS;
}

/* So many column lines are taken off the foot, the last column's first. */
static void limit_columns(struct column *columns, size_t n, int limit)
{
	int balanced = 0, nth = 0;
	double foot = 0;

	for (size_t i = 0; i < n; i++)
		if (columns[i].balance) {
			foot = MAX(foot, foot_line(&columns[i]));
			balanced++;
		}
	for (size_t i = 0; i < n && limit > 0; i++) {
		int off;

		if (!columns[i].balance)
			continue;
		off = (limit + nth++) / balanced;
		if (foot_line(&columns[i]) > foot - off) {
			columns[i].cut = (int)lround((foot_line(&columns[i]) - foot + off) * TICKS);
			columns[i].frame.ticks -= columns[i].cut;
		}
	}
}

double slot_line(const struct column *columns, const struct slot *s)
{
	const struct column *first = &columns[s->column];

	switch (s->at) {
	case AT_BESIDE: return first->line + s->offset;
	case AT_INSIDE: return s->from + 1;
	case AT_FOOT:   return first->line + (first->frame.ticks - s->ticks) / (double)TICKS + 1;
	default:        return first->line;
	}
}

void take_room(struct column *columns, struct slot *s)
{
	struct column *first = &columns[s->column];

	s->line = slot_line(columns, s);
	for (size_t i = 0; i < (size_t)s->span; i++) {
		struct column *c = &first[i];

		switch (s->at) {
		case AT_BESIDE:
			c->frame.notches = s->notch[i];
			c->frame.nnotches = 1;
			break;
		case AT_INSIDE:
			c->gap_line = s->from;
			c->gap = s->ticks;
			break;
		case AT_HEAD:
			c->head_taken = true;
			c->line += s->ticks / (double)TICKS;
			c->frame.ticks -= s->ticks;
			break;
		case AT_FOOT:
			c->foot_taken = true;
			c->frame.ticks -= s->ticks;
			break;
		}
	}
}

void option_lines(struct option *o, struct column *const *columns, size_t n, int limit, struct column *out)
{
	n = MIN(n, PAGE_COLUMNS);
	for (size_t i = 0; i < n; i++) {
		out[i] = *columns[i];
		out[i].nth = i;
	}
	limit_columns(out, n, limit);
	for (size_t i = 0; i < o->n; i++)
		take_room(out, &o->slot[i]);
}

/* Ticks of whole lines that the column gives way to insets. */
static int notch_ticks(const struct column *c)
{
	double area = 0;

	for (size_t i = 0; i < c->frame.nnotches; i++)
		for (int k = 0; k < c->frame.notches[i].n; k++)
			area += c->frame.notches[i].left[k] + c->frame.notches[i].right[k];
	return (int)(area / c->frame.width);
}

int column_room(const struct column *c)
{
	return MAX(c->frame.ticks - c->gap - notch_ticks(c), 0);
}

/* An inset stands above the column's foot, wherever that is. */
static bool holds_notches(const struct column *c)
{
	for (size_t i = 0; i < c->frame.nnotches; i++)
		if (c->frame.notches[i].from + c->frame.notches[i].n > c->frame.ticks)
			return false;
	return true;
}

static bool is_low(const struct column *c)
{
	return c->frame.ticks < MIN_FRAME * TICKS;
}

/* What is over a column's gap, and what is under it; false: too little. */
static bool divide_column(const struct column *c, struct column *over, struct column *under)
{
	int ticks = (int)lround((c->gap_line - c->line) * TICKS);

	*over = *under = *c;
	over->gap = under->gap = 0;
	over->frame.ticks = ticks;
	over->cut = 0;
	over->foot_taken = under->head_taken = true;
	under->line = c->gap_line + c->gap / (double)TICKS;
	under->frame.ticks = c->frame.ticks - ticks - c->gap;
	return over->frame.ticks >= INSIDE_TEXT * TICKS && under->frame.ticks >= INSIDE_TEXT * TICKS;
}

size_t option_columns(const struct option *o, struct column *const *columns, size_t n, int limit, struct column *out)
{
	struct column all[PAGE_COLUMNS];
	struct option copy = *o;
	size_t kept = 0;

	n = MIN(n, PAGE_COLUMNS);
	option_lines(&copy, columns, n, limit, all);
	for (size_t i = 0; i < n; i++) {
		bool gone = all[i].frame.ticks == 0 && (all[i].head_taken || all[i].foot_taken);

		if ((is_low(&all[i]) && !gone) || !holds_notches(&all[i]))
			return 0;
		if (gone)
			continue;
		if (all[i].gap == 0) {
			out[kept++] = all[i];
			continue;
		}
		if (!divide_column(&all[i], &out[kept], &out[kept + 1]))
			return 0;
		kept += 2;
	}
	return kept;
}

int option_room(const struct option *o, struct column *const *columns, size_t n, int limit)
{
	struct column out[PAGE_COLUMNS];
	struct option copy = *o;
	int ticks = 0;

	n = MIN(n, PAGE_COLUMNS);
	option_lines(&copy, columns, n, limit, out);
	for (size_t i = 0; i < n; i++)
		ticks += is_low(&out[i]) ? 0 : column_room(&out[i]);
	return ticks;
}
