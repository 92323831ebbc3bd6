/* tests/unit/test_columns.c - column widths against all widths there are. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "page/block/columns.h"

static unsigned seed = 1;

static double chance(void)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 8 & 0xffff) / 65536.0;
}

/* A text so long, in words about so wide: how narrow it may be for 1, 2, 3 ... lines, in whole points. */
static size_t make_steps(Pt *step, double length, double word)
{
	size_t n = 0;

	for (size_t k = 1; k <= CELL_LINES_MAX; k++) {
		double w = ceil(fmax(length / (double)k + (k > 1 ? word * 0.5 : 0), word));

		if (n == 0 || w < step[n - 1] - 0.5)
			step[n++] = w;
		if (w == ceil(word))
			break;
	}
	return n;
}

enum { ROWS = 5, COLS = 3 };

/* The least height of all widths, a point apart. */
static long best_of_all(const struct column_cell *cells, size_t n, Pt gap, Pt width)
{
	long best = 1000000;
	Pt w[COLS], room = width - (COLS - 1) * gap;

	for (w[0] = 1; w[0] < room; w[0]++)
		for (w[1] = 1; w[0] + w[1] < room; w[1]++) {
			long lines;
			bool narrow = false;

			w[2] = room - w[0] - w[1];
			for (size_t i = 0; i < n; i++)
				narrow |= cells[i].step[cells[i].nsteps - 1] > w[cells[i].col];
			lines = narrow ? 1000000 : columns_lines(cells, n, gap, w);
			if (lines < best)
				best = lines;
		}
	return best;
}

static void against_all_widths(void)
{
	static Pt steps[ROWS * COLS][CELL_LINES_MAX];
	struct column_cell cells[ROWS * COLS];
	int tables = 0, best = 0;
	double over = 0;

	for (int t = 0; t < 150; t++) {
		Pt w[COLS], rest;
		long found, least;

		for (int i = 0; i < ROWS * COLS; i++) {
			double scale = i % COLS == 0 ? 80 : 240;
			size_t n = make_steps(steps[i], 10 + scale * chance(), 12 + 25 * chance());

			cells[i] = (struct column_cell){ .row = i / COLS, .col = i % COLS, .cols = 1, .step = steps[i], .nsteps = n };
		}
		if (!columns_fit(cells, ROWS * COLS, COLS, 8, 200, w, &rest))
			continue;
		assert(rest >= 0 && fabs(w[0] + w[1] + w[2] + 16 + rest - 200) < 0.01);
		found = columns_lines(cells, ROWS * COLS, 8, w);
		least = best_of_all(cells, ROWS * COLS, 8, 200);
		assert(found >= least);
		tables++;
		best += found == least;
		over += (double)(found - least) / (double)least;
	}
	printf("# %d of %d tables as low as can be, the rest higher by %.1f %% of all\n", best, tables, 100 * over / tables);
	assert(tables > 100 && best >= 0.9 * tables && over / tables < 0.01);
}

static void short_cells_get_their_line(void)
{
	const Pt a[] = { 40 }, b[] = { 60 };
	const struct column_cell cells[] = { { 0, 0, 1, false, a, 1, NULL }, { 0, 1, 1, false, b, 1, NULL } };
	Pt w[2], rest;

	assert(columns_fit(cells, 2, 2, 8, 200, w, &rest));
	assert(w[0] == 40 && w[1] == 60 && fabs(rest - 92) < 0.01);
}

static void a_wide_cell_widens_its_columns(void)
{
	const Pt a[] = { 20 }, b[] = { 150 };
	const struct column_cell cells[] = { { 0, 0, 2, false, b, 1, NULL }, { 1, 0, 1, false, a, 1, NULL }, { 1, 1, 1, false, a, 1, NULL }, { 1, 2, 1, false, a, 1, NULL } };
	Pt w[3], rest;

	assert(columns_fit(cells, 4, 3, 8, 186, w, &rest));
	assert(w[0] + w[1] + 8 >= 149.99 && w[2] >= 19.99);
}

/* A text of so many lines that not all numbers of them are asked for does not crowd out a word beside it. */
static void a_long_text_leaves_the_word_its_width(void)
{
	const Pt text[] = { 3000, 1510, 1010, 310, 30 }, word[] = { 40 };
	const size_t lines[] = { 1, 2, 3, 12, 120 };
	const struct column_cell cells[] = { { 0, 0, 1, false, word, 1, NULL }, { 0, 1, 1, false, text, 5, lines } };
	Pt w[2], rest;

	assert(columns_fit(cells, 2, 2, 8, 200, w, &rest));
	assert(w[0] >= 40 && w[1] >= 151 && fabs(w[0] + w[1] + 8 + rest - 200) < 0.01);
	assert(columns_lines(cells, 2, 8, w) == 120);
}

static void what_cannot_fit_is_said(void)
{
	const Pt a[] = { 120 };
	const struct column_cell cells[] = { { 0, 0, 1, false, a, 1, NULL }, { 0, 1, 1, false, a, 1, NULL } };
	Pt w[2], rest;

	assert(!columns_fit(cells, 2, 2, 8, 200, w, &rest));
	assert(rest == 0 && w[0] > 0 && fabs(w[0] + w[1] - 192) < 0.01);
}

/* Ten thousand rows of long texts: what the search looks at is bounded. */
static void many_rows(void)
{
	enum { N = 10000 };
	struct column_cell *cells = calloc(N * 4, sizeof *cells);
	Pt (*steps)[CELL_LINES_MAX] = calloc(N * 4, sizeof *steps), w[4], rest;

	for (int i = 0; i < N * 4; i++)
		cells[i] = (struct column_cell){ .row = i / 4, .col = i % 4, .cols = 1, .step = steps[i], .nsteps = make_steps(steps[i], 10 + 400 * chance(), 20) };
	assert(columns_fit(cells, N * 4, 4, 8, 300, w, &rest));
	assert(fabs(w[0] + w[1] + w[2] + w[3] + 24 + rest - 300) < 0.01);
	free(cells);
	free(steps);
}

int main(void)
{
	short_cells_get_their_line();
	a_wide_cell_widens_its_columns();
	a_long_text_leaves_the_word_its_width();
	what_cannot_fit_is_said();
	against_all_widths();
	many_rows();
	return 0;
}
