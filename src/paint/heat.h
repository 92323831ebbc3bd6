/*
 * src/paint/heat.h - plates as grey pictures, and where on a page how much ink lies.
 *
 * In      ink by pixel; the limit; words for the legend (page/block/words.h)
 * Out     PNG files: a plate (paper white, full ink black); the sum of all inks in
 *         colours that people with any colour vision tell apart: blue up to 20
 *         under the limit, by depth; yellow up to it; orange over it; violet from
 *         20 over. A ring shows the highest place, the legend its value
 * Errors  reported, and false
 */
#ifndef ZIVOS_PAINT_HEAT_H
#define ZIVOS_PAINT_HEAT_H

#include <stdbool.h>
#include <stdint.h>

struct diag;
struct painter;
struct words;

struct heat {
	const uint16_t *sum;		/* per cent, w * h */
	int w, h;
	double dpi, limit;		/* limit in per cent */
	double peak;			/* highest, in per cent */
	int x, y, side;			/* its square, px */
	const char *title;		/* "Page 4: up to 298 % ..." */
};

bool plate_write(const uint8_t *ink, int w, int h, const char *path, struct diag *d);
/* painter: for pictures (TARGET_IMAGE); words: new ones. */
bool heat_write(const struct heat *h, struct painter *painter, struct words *words, const char *path, struct diag *d);

#endif
