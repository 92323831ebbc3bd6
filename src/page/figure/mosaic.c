/* src/page/figure/mosaic.c - the best of all ways to part pictures into rows. */
#include "page/figure/mosaic.h"
#include <assert.h>
#include <math.h>

#define CROP 12.0			/* what is cut off, as the squared logarithm of the change in proportion, a picture */
#define BEYOND 40.0			/* the same where it is more than its author allows */
#define EVEN 1.0			/* variance of the logarithms of the areas */
#define SHAPE 0.5			/* squared logarithm of the height over the pleasant one */
#define SMALL 2.0			/* a picture narrower than SMALL_WIDTH */
#define SMALL_WIDTH 64.0
enum { LEAST = 2 };			/* grid lines of a row */

/* Rows of one way: row r holds pictures [first[r], first[r + 1]). */
struct parting {
	size_t nrows, first[MOSAIC_MOST + 1];
	double natural[MOSAIC_MOST];	/* height at which nothing is cut off, Pt */
	int lines[MOSAIC_MOST];
	double cost;
};

static double gap_of(const struct mosaic_place *p)
{
	return p->leading - p->rise;
}

static double height_of(const struct mosaic_place *p, int lines)
{
	return (lines - 1) * p->leading + p->rise;
}

static double square(double x)
{
	return x * x;
}

/* The way whose rows end where the bits of mask are set. */
static void part(struct parting *t, unsigned mask, const struct mosaic_piece *piece, size_t n, const struct mosaic_place *p)
{
	t->nrows = 0;
	t->first[0] = 0;
	for (size_t i = 0; i < n; i++)
		if (i + 1 == n || mask >> i & 1)
			t->first[++t->nrows] = i + 1;
	for (size_t r = 0; r < t->nrows; r++) {
		double sum = 0;

		for (size_t i = t->first[r]; i < t->first[r + 1]; i++)
			sum += piece[i].ratio;
		t->natural[r] = fmax(p->width - (double)(t->first[r + 1] - t->first[r] - 1) * gap_of(p), 1) / sum;
	}
}

/* Whole lines for the rows, `lines` together, each as near to its share as it goes. */
static void share_lines(struct parting *t, const struct mosaic_place *p, int lines)
{
	double share[MOSAIC_MOST], sum = 0;
	int left = lines;

	for (size_t r = 0; r < t->nrows; r++)
		sum += share[r] = fmax((t->natural[r] - p->rise) / p->leading + 1, 0.5);
	for (size_t r = 0; r < t->nrows; r++) {
		share[r] *= lines / sum;
		t->lines[r] = share[r] > LEAST ? (int)share[r] : LEAST;
		left -= t->lines[r];
	}
	for (; left; left += left < 0 ? 1 : -1) {
		size_t best = 0;
		double most = -HUGE_VAL;

		for (size_t r = 0; r < t->nrows; r++) {
			double lacks = left > 0 ? share[r] - t->lines[r] : t->lines[r] > LEAST ? t->lines[r] - share[r] : -1e6;
			if (lacks > most) {
				most = lacks;
				best = r;
			}
		}
		t->lines[best] += left > 0 ? 1 : -1;
	}
}

static double row_cost(const struct parting *t, size_t r, const struct mosaic_piece *piece, const struct mosaic_place *p)
{
	double change = log(height_of(p, t->lines[r]) / t->natural[r]), cost = 0;

	for (size_t i = t->first[r]; i < t->first[r + 1]; i++) {
		double w = piece[i].ratio * t->natural[r];

		cost += CROP * square(change);
		if (1 - exp(-fabs(change)) > piece[i].crop + 1e-6)
			cost += BEYOND * square(change);
		if (w < SMALL_WIDTH)
			cost += SMALL * square(log(w / SMALL_WIDTH));
	}
	return cost;
}

static double uneven(const struct parting *t, const struct mosaic_piece *piece, size_t n, const struct mosaic_place *p)
{
	double sum = 0, squares = 0;

	for (size_t r = 0; r < t->nrows; r++)
		for (size_t i = t->first[r]; i < t->first[r + 1]; i++) {
			double area = log(piece[i].ratio * t->natural[r] * height_of(p, t->lines[r]));
			sum += area;
			squares += square(area);
		}
	return squares / (double)n - square(sum / (double)n);
}

static int sum_lines(const struct parting *t)
{
	int sum = 0;

	for (size_t r = 0; r < t->nrows; r++)
		sum += t->lines[r];
	return sum;
}

static void weigh(struct parting *t, const struct mosaic_piece *piece, size_t n, const struct mosaic_place *p)
{
	double free = 0, pleasant = p->width * (n < 4 ? 0.4 : 0.66);
	int lines;

	for (size_t r = 0; r < t->nrows; r++)
		free += (t->natural[r] - p->rise) / p->leading + 1;
	lines = p->lines ? p->lines : (int)fmin(round(free), p->most);
	/* More rows than lines: they are as low as a row can be. */
	share_lines(t, p, lines < LEAST * (int)t->nrows ? LEAST * (int)t->nrows : lines);
	t->cost = EVEN * uneven(t, piece, n, p);
	for (size_t r = 0; r < t->nrows; r++)
		t->cost += row_cost(t, r, piece, p);
	if (!p->lines)
		t->cost += SHAPE * square(log(height_of(p, sum_lines(t)) / pleasant));
	else if (sum_lines(t) > p->lines)
		t->cost += 1e6;
	if (!p->lines && sum_lines(t) > p->most)
		t->cost += 1e6;
}

/* Widths of a row's pictures, in order: all cut by as much, but for those of which less may go. */
static void share_width(const struct parting *t, size_t r, const struct mosaic_piece *piece, const struct mosaic_place *p, double *w)
{
	double h = height_of(p, t->lines[r]), change = h / t->natural[r], fixed = 0, open = 0;
	double all = t->natural[r], scale;
	size_t from = t->first[r], to = t->first[r + 1];

	for (size_t i = from; i < to; i++) {
		bool limited = 1 - fmin(change, 1 / change) > piece[i].crop + 1e-9;
		double least = 1 - piece[i].crop;

		w[i] = limited ? -h * piece[i].ratio * (change > 1 ? least : 1 / fmax(least, 0.01)) : piece[i].ratio * all;
		*(limited ? &fixed : &open) += fabs(w[i]);
	}
	all = p->width - (double)(to - from - 1) * gap_of(p);
	/* Where all are limited, or those that are leave too little, each gives its share. */
	if (open <= 0 || fixed > 0.9 * all)
		scale = all / (fixed + open);
	else
		scale = (all - fixed) / open;
	for (size_t i = from; i < to; i++)
		w[i] = w[i] < 0 && !(open <= 0 || fixed > 0.9 * all) ? -w[i] : fabs(w[i]) * scale;
}

static void put_cells(const struct parting *t, const struct mosaic_piece *piece, const struct mosaic_place *p, struct mosaic_cell *cell)
{
	double w[MOSAIC_MOST];
	int line = 0;

	for (size_t r = 0; r < t->nrows; r++) {
		size_t of = t->first[r + 1] - t->first[r];
		double x = 0;

		share_width(t, r, piece, p, w);
		for (size_t k = 0; k < of; k++) {
			size_t i = t->first[r] + k;

			cell[i] = (struct mosaic_cell){ r, k, of, p->rtl ? p->width - x - w[i] : x, w[i], line, t->lines[r] };
			x += w[i] + gap_of(p);
		}
		line += t->lines[r];
	}
}

int mosaic_lay(const struct mosaic_piece *piece, size_t n, const struct mosaic_place *place, struct mosaic_cell *cell, size_t *nrows)
{
	struct parting best = { .cost = HUGE_VAL }, t;

	assert(n >= 1 && n <= MOSAIC_MOST);
	for (unsigned mask = 0; mask < 1u << (n - 1); mask++) {
		part(&t, mask, piece, n, place);
		weigh(&t, piece, n, place);
		if (t.cost < best.cost)
			best = t;
	}
	put_cells(&best, piece, place, cell);
	if (nrows)
		*nrows = best.nrows;
	return sum_lines(&best);
}
