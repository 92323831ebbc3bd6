/* src/page/block/columns.c - widths of a table's columns. */
#include "page/block/columns.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { COLUMNS = 64, WIDTHS = 72 };	/* most columns; most widths tried of one */
#define EVALUATIONS 4e6			/* cells looked at, all in all: then what was found so far holds */
#define TINY 1e-6

struct search {
	const struct column_cell *cells;
	size_t ncells;
	const struct column_cell *live;	/* those that are of more than one line somewhere */
	size_t nlive;
	int ncols;
	Pt gap;
	Pt tried[COLUMNS][WIDTHS];	/* widths of each column, rising */
	int ntried[COLUMNS];
	double budget;
};

static Pt spanned(const struct column_cell *c, Pt gap, const Pt *w)
{
	Pt sum = (c->cols - 1) * gap;

	for (int i = 0; i < c->cols; i++)
		sum += w[c->col + i];
	return sum;
}

static size_t lines_of(const struct column_cell *c, Pt gap, const Pt *w)
{
	Pt width = spanned(c, gap, w) + TINY;
	size_t n = 0;

	while (n + 1 < c->nsteps && c->step[n] > width)
		n++;
	return c->lines ? c->lines[n] : n + 1;
}

/* Total height; unevenness: the cells' lines squared, which tells apart widths that give the same height. */
static double cost_of(const struct column_cell *cells, size_t n, Pt gap, const Pt *w, long *lines)
{
	long sum = 0;
	double uneven = 0;

	for (size_t i = 0; i < n; ) {
		size_t most = 1;
		int row = cells[i].row;

		for (; i < n && cells[i].row == row; i++) {
			size_t k = lines_of(&cells[i], gap, w);

			uneven += (double)(k * k);
			if (!cells[i].tall)
				most = MAX(most, k);
		}
		sum += (long)most;
	}
	if (lines)
		*lines = sum;
	return (double)sum * 1000 + uneven;
}

long columns_lines(const struct column_cell *cells, size_t ncells, Pt gap, const Pt *widths)
{
	long lines;

	cost_of(cells, ncells, gap, widths, &lines);
	return lines;
}

static double cost(struct search *s, const Pt *w)
{
	s->budget -= (double)s->nlive;
	return cost_of(s->live, s->nlive, s->gap, w, NULL);
}

/* ---- least and most ---- */

/* At least what each cell needs with `step` chosen: the last (narrowest) or the first (one line). */
static void widths_for(const struct search *s, bool narrow, Pt *w)
{
	for (int i = 0; i < s->ncols; i++)
		w[i] = 0;
	for (size_t i = 0; i < s->ncells; i++) {
		const struct column_cell *c = &s->cells[i];

		if (c->cols == 1)
			w[c->col] = MAX(w[c->col], c->step[narrow ? c->nsteps - 1 : 0]);
	}
	/* What a cell over several columns lacks they give in equal parts. */
	for (size_t i = 0; i < s->ncells; i++) {
		const struct column_cell *c = &s->cells[i];
		Pt lack = c->cols > 1 ? c->step[narrow ? c->nsteps - 1 : 0] - spanned(c, s->gap, w) : 0;

		for (int k = 0; lack > 0 && k < c->cols; k++)
			w[c->col + k] += lack / c->cols;
	}
}

static Pt sum_of(const Pt *w, int n)
{
	Pt sum = 0;

	for (int i = 0; i < n; i++)
		sum += w[i];
	return sum;
}

/* ---- widths worth trying ---- */

static int by_width(gconstpointer a, gconstpointer b)
{
	Pt x = *(const Pt *)a, y = *(const Pt *)b;
	return x < y ? -1 : x > y;
}

/* The widths at which cells of a column change their lines; if they are many, evenly chosen ones of them. */
static void find_widths(struct search *s, int col, Pt least, Pt most)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(Pt));
	guint n = 0;

	g_array_append_val(all, least);
	for (size_t i = 0; i < s->ncells; i++) {
		const struct column_cell *c = &s->cells[i];

		for (size_t k = 0; c->col == col && c->cols == 1 && k < c->nsteps; k++)
			if (c->step[k] > least + TINY && c->step[k] <= most)
				g_array_append_val(all, c->step[k]);
	}
	g_array_sort(all, by_width);
	for (guint i = 0; i < all->len; i++)
		if (n == 0 || g_array_index(all, Pt, i) > g_array_index(all, Pt, n - 1) + 0.1)
			g_array_index(all, Pt, n++) = g_array_index(all, Pt, i);
	s->ntried[col] = (int)MIN(n, WIDTHS);
	for (int i = 0; i < s->ntried[col]; i++)
		s->tried[col][i] = g_array_index(all, Pt, n <= WIDTHS ? (guint)i : (guint)i * (n - 1) / (WIDTHS - 1));
	g_array_free(all, TRUE);
}

/* Cells of one line at the least widths are so at all. */
static struct column_cell *find_live(struct search *s, const Pt *least)
{
	struct column_cell *live = g_new(struct column_cell, s->ncells + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->ncells; i++)
		if (lines_of(&s->cells[i], s->gap, least) > 1)
			live[n++] = s->cells[i];
	s->live = live;
	s->nlive = n;
	return live;
}

/* ---- the search ---- */

/* Gives room to the column that lowers the table most for it, until nothing is gained. */
static void grow(struct search *s, Pt *w, Pt *room)
{
	double now = cost(s, w);

	for (;;) {
		double best = 0, best_cost = 0;
		int col = -1;
		Pt to = 0;

		for (int i = 0; i < s->ncols; i++)
			for (int k = 0; k < s->ntried[i] && s->budget > 0; k++) {
				Pt old = w[i], more = s->tried[i][k] - old;
				double then;

				if (more <= TINY || more > *room + TINY)
					continue;
				w[i] = s->tried[i][k];
				then = cost(s, w);
				w[i] = old;
				if ((now - then) / more > best) {
					best = (now - then) / more;
					best_cost = then;
					col = i;
					to = s->tried[i][k];
				}
			}
		if (col < 0)
			return;
		*room -= to - w[col];
		w[col] = to;
		now = best_cost;
	}
}

/* Narrows one column to give another what it needs; the best of all such moves. */
static bool shift(struct search *s, Pt *w, Pt *room, double *now)
{
	double best = *now - TINY;
	int from = -1, to = -1, bi = 0, bk = 0;

	for (int i = 0; i < s->ncols; i++)
		for (int j = 0; j < s->ncols; j++)
			for (int a = 0; i != j && a < s->ntried[i] && s->tried[i][a] < w[i] - TINY; a++)
				for (int b = 0; b < s->ntried[j] && s->budget > 0; b++) {
					Pt wi = w[i], wj = w[j];
					double then;

					if (s->tried[j][b] <= wj + TINY || s->tried[j][b] - wj > *room + wi - s->tried[i][a] + TINY)
						continue;
					w[i] = s->tried[i][a];
					w[j] = s->tried[j][b];
					then = cost(s, w);
					w[i] = wi;
					w[j] = wj;
					if (then < best) {
						best = then;
						from = i, to = j, bi = a, bk = b;
					}
				}
	if (from < 0)
		return false;
	*room += w[from] - s->tried[from][bi] - (s->tried[to][bk] - w[to]);
	w[from] = s->tried[from][bi];
	w[to] = s->tried[to][bk];
	*now = best;
	return true;
}

/* Widths in proportion to what each column would take, of those that are tried. */
static void start_even(const struct search *s, const Pt *least, const Pt *most, Pt *w, Pt *room)
{
	Pt spare = *room, wanted = sum_of(most, s->ncols) - sum_of(least, s->ncols);

	for (int i = 0; i < s->ncols; i++) {
		Pt share = least[i] + spare * (most[i] - least[i]) / MAX(wanted, 1);
		int k = 0;

		while (k + 1 < s->ntried[i] && s->tried[i][k + 1] <= share + TINY)
			k++;
		w[i] = s->tried[i][k];
		*room -= w[i] - least[i];
	}
}

static double improve(struct search *s, Pt *w, Pt *room)
{
	double now;

	grow(s, w, room);
	now = cost(s, w);
	while (s->budget > 0 && shift(s, w, room, &now))
		grow(s, w, room);
	return now;
}

/* From the narrowest up, and from a fair share: the better of both. */
static void search(struct search *s, const Pt *least, const Pt *most, Pt *w, Pt *room)
{
	struct column_cell *live = find_live(s, least);
	Pt even[COLUMNS], even_room = *room;

	for (int i = 0; i < s->ncols; i++)
		find_widths(s, i, least[i], most[i]);
	start_even(s, least, most, even, &even_room);
	memcpy(w, least, (size_t)s->ncols * sizeof *w);
	if (improve(s, w, room) > improve(s, even, &even_room)) {
		memcpy(w, even, (size_t)s->ncols * sizeof *w);
		*room = even_room;
	}
	g_free(live);
}

/* What lowers nothing still makes lines of divided cells longer. */
static void give_wanted(Pt *w, const Pt *most, int n, Pt *rest)
{
	Pt wanted = MAX(sum_of(most, n) - sum_of(w, n), 0), given = MIN(*rest, wanted);

	for (int i = 0; i < n && wanted > TINY; i++)
		w[i] += given * MAX(most[i] - w[i], 0) / wanted;
	*rest -= wanted > TINY ? given : 0;
}

bool columns_fit(const struct column_cell *cells, size_t ncells, int ncols, Pt gap, Pt width, Pt *out, Pt *rest)
{
	struct search *s = g_new0(struct search, 1);
	Pt least[COLUMNS], most[COLUMNS], room = width - (ncols - 1) * gap, left;
	bool fits;

	g_assert(ncols <= COLUMNS);
	s->cells = cells;
	s->ncells = ncells;
	s->ncols = ncols;
	s->gap = gap;
	s->budget = EVALUATIONS;
	widths_for(s, true, least);
	widths_for(s, false, most);
	fits = sum_of(least, ncols) <= room + 0.01;
	if (!fits) {
		for (int i = 0; i < ncols; i++)
			out[i] = MAX(room, ncols) * MAX(least[i], 1) / MAX(sum_of(least, ncols), ncols);
	} else if (sum_of(most, ncols) <= room) {
		memcpy(out, most, (size_t)ncols * sizeof *out);
	} else {
		left = room - sum_of(least, ncols);
		search(s, least, most, out, &left);
	}
	*rest = fits ? MAX(room - sum_of(out, ncols), 0) : 0;
	give_wanted(out, most, ncols, rest);
	g_free(s);
	return fits;
}
