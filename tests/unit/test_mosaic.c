/* tests/unit/test_mosaic.c - mosaics fill their place exactly, in order, on the grid, with gutters of one width. */
#include <assert.h>
#include <math.h>
#include "page/figure/mosaic.h"

static const double ratios[MOSAIC_MOST] = { 1.5, 0.667, 1, 1.78, 0.8, 1.5, 0.667, 1.333, 1.6 };

static void fill(struct mosaic_piece *p, size_t n, double crop)
{
	for (size_t i = 0; i < n; i++)
		p[i] = (struct mosaic_piece){ ratios[i], crop };
}

/* Every row is as wide as the place, its pictures in order with equal gutters; rows follow each other without a gap in lines. */
static void check(const struct mosaic_cell *cell, size_t n, const struct mosaic_place *place, int lines)
{
	double gap = place->leading - place->rise;
	int line = 0;

	for (size_t i = 0; i < n; i++) {
		const struct mosaic_cell *c = &cell[i], *next = i + 1 < n && cell[i + 1].row == c->row ? c + 1 : NULL;

		assert(c->line == line && c->lines >= 2 && c->w > 0);
		if (c->nth == 0)
			assert(fabs(place->rtl ? c->x + c->w - place->width : c->x) < 1e-6);
		if (next)
			assert(fabs(place->rtl ? c->x - next->x - next->w - gap : next->x - c->x - c->w - gap) < 1e-6 && next->nth == c->nth + 1);
		else
			assert(fabs(place->rtl ? c->x : c->x + c->w - place->width) < 1e-6 && c->nth + 1 == c->of);
		if (!next)
			line += c->lines;
	}
	assert(line == lines);
}

static double cut(const struct mosaic_cell *c, const struct mosaic_place *p, double ratio)
{
	double shown = c->w / ((c->lines - 1) * p->leading + p->rise);

	return 1 - fmin(shown / ratio, ratio / shown);
}

static void fills_every_place(void)
{
	struct mosaic_piece piece[MOSAIC_MOST];
	struct mosaic_cell cell[MOSAIC_MOST];

	fill(piece, MOSAIC_MOST, 1);
	for (size_t n = 1; n <= MOSAIC_MOST; n++)
		for (int rtl = 0; rtl < 2; rtl++)
			for (int lines = 0; lines <= 58; lines += 29) {
				struct mosaic_place place = { 504, 12.5, 5, lines, 44, rtl };
				size_t rows;
				int got = mosaic_lay(piece, n, &place, cell, &rows);

				assert(lines ? got == lines : got <= 44);
				assert(rows == cell[n - 1].row + 1);
				check(cell, n, &place, got);
			}
}

/* Where the height is free, hardly anything is cut off; what may not be cut is cut least. */
static void cuts_little(void)
{
	struct mosaic_piece piece[MOSAIC_MOST];
	struct mosaic_cell cell[MOSAIC_MOST];
	struct mosaic_place place = { 504, 12.5, 5, 0, 50, false };

	for (size_t n = 2; n <= MOSAIC_MOST; n++) {
		fill(piece, n, 1);
		mosaic_lay(piece, n, &place, cell, NULL);
		for (size_t i = 0; i < n; i++)
			assert(cut(&cell[i], &place, ratios[i]) < 0.12);
	}
	fill(piece, 4, 1);
	piece[1].crop = 0;
	place.lines = 20;
	mosaic_lay(piece, 4, &place, cell, NULL);
	assert(cut(&cell[1], &place, ratios[1]) < 0.001);
}

/* Six doors stand three by three, not in one thin row; in a narrow column pictures stay large enough. */
static void looks_well(void)
{
	struct mosaic_piece doors[6];
	struct mosaic_cell cell[6];
	struct mosaic_place wide = { 504, 12.5, 5, 0, 58, false }, narrow = { 161, 12.5, 5, 0, 40, false };
	size_t rows;

	for (size_t i = 0; i < 6; i++)
		doors[i] = (struct mosaic_piece){ 0.667, 1 };
	mosaic_lay(doors, 6, &wide, cell, &rows);
	assert(rows == 2 && cell[0].of == 3 && cell[3].of == 3);
	fill(doors, 4, 1);
	mosaic_lay(doors, 4, &narrow, cell, &rows);
	for (size_t i = 0; i < 4; i++)
		assert(cell[i].w > 40);
}

int main(void)
{
	fills_every_place();
	cuts_little();
	looks_well();
	return 0;
}
