/*
 * src/page/block/widths.c - how wide the columns of a parallel text are.
 *
 * A pair is as high as the longer of the two, so languages that need more room
 * get more width, until all are about as long. All ways to share the width are
 * ranked by the lines that the texts' natural widths let expect; the best few
 * are broken into lines, unless the text is so long that errors even out.
 */
#include <math.h>
#include <string.h>
#include "page/block/parallel.h"
#include "para/hlist.h"
#include "para/lists.h"

#define UNITS_FREE 36			/* parts of a width that is not shared on the grid */
#define WAYS_TRIED 8			/* that are broken into lines */
#define CELLS_TRIED 240			/* texts of more cells are not */
#define LOOSE 1.015			/* what lines hold less than their measure, hyphens and spaces taken together */

struct way { int units[PARALLEL_MAX]; double height, spread; };

struct sharing {
	struct parallel_plan *p;
	size_t first, n;
	Pt width, unit, gutter;
	int units, least;		/* all; of one column */
	bool grid;
	Pt *natural;			/* of each cell: rows times n */
	struct way best[WAYS_TRIED];
	size_t nbest;
};

static Pt width_of(const struct sharing *s, int units)
{
	return s->grid ? units * s->unit + (units - 1) * s->gutter : units * s->unit;
}

/* The grid's units where the width is one of its spans. */
static int grid_units(const struct layout *l, Pt width)
{
	for (int span = 1; span <= l->columns; span++)
		if (fabs(layout_span_width(l, span) - width) < 0.1)
			return span;
	return 0;
}

static void divide_width(struct sharing *s)
{
	const struct layout *l = s->p->c->layout;
	const struct parallel_rules *rules = &l->parallel;
	int units = rules->widths == WIDTHS_GRID ? grid_units(l, s->width) : 0;
	Pt least = rules->min_width * s->p->t->parallel->size;

	s->gutter = l->gutter;
	s->grid = units >= (int)s->n;
	s->units = s->grid ? units : rules->widths == WIDTHS_EQUAL ? (int)s->n : UNITS_FREE;
	s->unit = s->grid ? layout_span_width(l, 1) : (s->width - (double)(s->n - 1) * s->gutter) / s->units;
	s->least = 1;
	while (s->least < s->units && width_of(s, s->least) < least - 0.1)
		s->least++;
}

/* ---- heights --------------------------------------------------------------------- */

static Pt natural_width(const struct parallel_cell_set *cell)
{
	Pt w;

	if (!cell->copy)
		return 0;
	hlist_open(cell->hlist);
	w = cell->hlist->sums[cell->hlist->n].width;
	hlist_close(cell->hlist);
	return w;
}

static void measure_naturals(struct sharing *s)
{
	s->natural = g_new(Pt, s->p->p->nrows * s->n);
	for (size_t r = 0; r < s->p->p->nrows; r++)
		for (size_t k = 0; k < s->n; k++) {
			struct parallel_cell_set cell = parallel_cell_open(s->p, r, s->p->places.place[s->first + k].text, s->width);
			s->natural[r * s->n + k] = natural_width(&cell);
		}
}

static double expected_lines(Pt natural, Pt width)
{
	return natural > 0 ? ceil(LOOSE * natural / width) : 0;
}

static double expected_height(const struct sharing *s, const struct way *w)
{
	double lines = 0;

	for (size_t r = 0; r < s->p->p->nrows; r++) {
		double most = 0;

		for (size_t k = 0; k < s->n; k++)
			most = MAX(most, expected_lines(s->natural[r * s->n + k], width_of(s, w->units[k])));
		lines += most;
	}
	return lines;
}

/* Lines of a cell at a width; found once: known[] is 0 where it was not asked for. */
static size_t exact_lines(const struct sharing *s, guint16 *known, size_t row, size_t k, int units)
{
	struct parallel_cell_set cell;
	struct arena *scratch;

	if (*known)
		return *known - 1u;
	cell = parallel_cell_open(s->p, row, s->p->places.place[s->first + k].text, width_of(s, units));
	scratch = arena_new();
	*known = cell.copy ? (guint16)(MIN(parallel_cell_break(scratch, &cell).n, 60000) + 1) : 1;
	arena_free(scratch);
	return *known - 1u;
}

static void measure_exactly(struct sharing *s)
{
	size_t per = (size_t)s->units + 1;
	guint16 *known = g_new0(guint16, s->p->p->nrows * s->n * per);

	for (size_t i = 0; i < s->nbest; i++) {
		struct way *w = &s->best[i];

		w->height = 0;
		for (size_t r = 0; r < s->p->p->nrows; r++) {
			size_t most = 0;

			for (size_t k = 0; k < s->n; k++)
				most = MAX(most, exact_lines(s, &known[(r * s->n + k) * per + (size_t)w->units[k]], r, k, w->units[k]));
			w->height += (double)most;
		}
	}
	g_free(known);
}

/* ---- ways ------------------------------------------------------------------------ */

static bool better(const struct way *a, const struct way *b)
{
	return a->height != b->height ? a->height < b->height : a->spread < b->spread;
}

static void keep_way(struct sharing *s, struct way w)
{
	size_t i;

	w.height = expected_height(s, &w);
	w.spread = 0;
	for (size_t k = 0; k < s->n; k++)
		w.spread += (w.units[k] - (double)s->units / (double)s->n) * (w.units[k] - (double)s->units / (double)s->n);
	for (i = s->nbest; i > 0 && better(&w, &s->best[i - 1]); i--)
		if (i < WAYS_TRIED)
			s->best[i] = s->best[i - 1];
	if (i == WAYS_TRIED)
		return;
	s->best[i] = w;
	s->nbest = MIN(s->nbest + 1, WAYS_TRIED);
}

/* All ways to share the units left among the places from k on. */
static void each_way(struct sharing *s, struct way *w, size_t k, int left)
{
	int after = (int)(s->n - k - 1) * s->least;

	if (k + 1 == s->n) {
		w->units[k] = left;
		keep_way(s, *w);
		return;
	}
	for (int u = s->least; u <= left - after; u++) {
		w->units[k] = u;
		each_way(s, w, k + 1, left - u);
	}
}

static void take_way(struct sharing *s, const struct way *w)
{
	Pt x = 0;

	for (size_t k = 0; k < s->n; k++) {
		struct parallel_place *place = &s->p->places.place[s->first + k];

		place->x = x;
		place->width = width_of(s, w->units[k]);
		x += place->width + s->gutter;
	}
}

static void share_equally(struct sharing *s)
{
	Pt w = (s->width - (double)(s->n - 1) * s->gutter) / (double)s->n;

	for (size_t k = 0; k < s->n; k++) {
		s->p->places.place[s->first + k].x = (double)k * (w + s->gutter);
		s->p->places.place[s->first + k].width = w;
	}
}

bool parallel_widths(struct parallel_plan *p, size_t first, size_t n, Pt width)
{
	struct sharing s = { .p = p, .first = first, .n = n, .width = width };
	struct way w = { { 0 }, 0, 0 };
	size_t best = 0;

	share_equally(&s);
	if (n < 2)
		return true;
	divide_width(&s);
	if (s.least * (int)n > s.units)
		return false;
	measure_naturals(&s);
	each_way(&s, &w, 0, s.units);
	if (p->p->nrows * n <= CELLS_TRIED && s.nbest > 1)
		measure_exactly(&s);
	for (size_t i = 1; i < s.nbest; i++)
		if (better(&s.best[i], &s.best[best]))
			best = i;
	take_way(&s, &s.best[best]);
	g_free(s.natural);
	return true;
}
