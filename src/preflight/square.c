/*
 * src/preflight/square.c - a window that slides over a page.
 *
 * Sums over the last `side` rows are kept column by column: the sum of a square
 * is then that of `side` columns, one step further right at a time.
 */
#include "preflight/square.h"
#include <stddef.h>
#include <glib.h>

struct square {
	int side, x0, n, y;		/* n: columns; y: of the next row */
	int seen;			/* rows */
	uint16_t *rows;			/* the last ones, in a ring */
	uint32_t *columns;
	struct square_peak peak;
};

struct square *square_new(int side, int x0, int x1, int y0)
{
	struct square *s = g_new0(struct square, 1);

	*s = (struct square){ .side = side, .x0 = x0, .n = x1 - x0, .y = y0, .peak = { 0, x0, y0 } };
	s->rows = g_try_malloc0_n((size_t)s->n * (size_t)side + 1, sizeof *s->rows);
	s->columns = g_try_malloc0_n((size_t)s->n + 1, sizeof *s->columns);
	if (s->rows && s->columns)
		return s;
	square_free(s);
	return NULL;
}

void square_free(struct square *s)
{
	if (!s)
		return;
	g_free(s->rows);
	g_free(s->columns);
	g_free(s);
}

static void slide(struct square *s)
{
	uint64_t sum = 0;

	for (int x = 0; x < s->n; x++) {
		sum += s->columns[x];
		if (x >= s->side)
			sum -= s->columns[x - s->side];
		if (x >= s->side - 1 && sum > s->peak.sum)
			s->peak = (struct square_peak){ sum, s->x0 + x - s->side + 1, s->y - s->side + 1 };
	}
}

void square_row(struct square *s, const uint16_t *sums)
{
	uint16_t *oldest = s->rows + (size_t)(s->seen % s->side) * (size_t)s->n;

	for (int x = 0; x < s->n; x++) {
		s->columns[x] += sums[s->x0 + x];
		s->columns[x] -= oldest[x];
		oldest[x] = sums[s->x0 + x];
	}
	s->seen++;
	if (s->seen >= s->side)
		slide(s);
	s->y++;
}

struct square_peak square_peak(const struct square *s)
{
	return s->peak;
}
