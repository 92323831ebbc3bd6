/* src/page/arrange_room.c - a page's columns with figures in them. */
#include <math.h>
#include "page/arrange_room.h"

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

void take_room(struct column *columns, struct slot *s)
{
	struct column *first = &columns[s->column];

	if (s->inset) {
		s->line = first->line + s->offset;
		first->frame.notches = s->notch;
		first->frame.nnotches = 1;
		return;
	}
	s->line = s->foot ? first->line + (first->frame.ticks - s->ticks) / (double)TICKS + 1 : first->line;
	for (size_t i = s->column; i < s->column + (size_t)s->span; i++) {
		columns[i].frame.ticks -= s->ticks;
		if (s->foot) {
			columns[i].foot_taken = true;
		} else {
			columns[i].head_taken = true;
			columns[i].line += s->ticks / (double)TICKS;
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
	return MAX(c->frame.ticks - notch_ticks(c), 0);
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

size_t option_columns(const struct option *o, struct column *const *columns, size_t n, int limit, struct column *out)
{
	struct option copy = *o;
	size_t kept = 0;

	n = MIN(n, PAGE_COLUMNS);
	option_lines(&copy, columns, n, limit, out);
	for (size_t i = 0; i < n; i++) {
		bool gone = out[i].frame.ticks == 0 && (out[i].head_taken || out[i].foot_taken);

		if ((is_low(&out[i]) && !gone) || !holds_notches(&out[i]))
			return 0;
		if (!gone)
			out[kept++] = out[i];
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
