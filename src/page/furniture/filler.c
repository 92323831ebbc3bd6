/*
 * src/page/furniture/filler.c - drawings for room left over: the one that fills it best,
 * each once, and pages that an issue lacks to be stapled.
 */
#include <math.h>
#include "page/compose.h"
#include "page/figure/figure.h"
#include "page/fit/fit.h"

const struct picture *filler_fit(struct composer *c, Pt width, double lines)
{
	const struct picture *best = NULL;
	double most = 0;

	for (size_t i = 0; i < c->issue->nfillers; i++) {
		const struct picture *p = c->issue->fillers[i];
		double high = c->filler_used[i] || p->fault ? 0 : picture_lines(c, p, width, c->layout->lines);

		if (high > most && high <= lines) {
			most = high;
			best = p;
		}
	}
	return best ? best : fit_filler(c, width, lines);
}

void filler_take(struct composer *c, const struct picture *p)
{
	for (size_t i = 0; i < c->issue->nfillers; i++)
		if (c->issue->fillers[i] == p)
			c->filler_used[i] = true;
}

/* In the middle of the type area, half as wide. */
static void put_blank(struct composer *c)
{
	const struct layout *l = c->layout;
	struct sheet *s = sheet_add(c);
	int span = MAX((l->columns + 1) / 2, 1);
	Pt width = layout_span_width(l, span), x = layout_column_x(l, 1, s->right) + (layout_span_width(l, l->columns) - width) / 2;
	const struct picture *p = filler_fit(c, width, l->lines);
	double lines;

	s->furniture = FURNITURE_NONE;
	s->plan.kind = PAGE_BLANK;
	if (!p)
		return;
	lines = picture_lines(c, p, width, l->lines);
	filler_take(c, p);
	picture_put(c, s, p, (struct rect){ x, grid_top(l, floor((l->lines - lines) / 2) + 1), width, lines * l->leading }, NULL, c->issue->lang);
}

void blanks_compose(struct composer *c, int n)
{
	for (int i = 0; i < n; i++)
		put_blank(c);
}
