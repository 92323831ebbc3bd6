/* src/paint/colour.c - CMYK to the screen. */
#include "paint/colour.h"
#include <math.h>
#include "base/icc.h"
#include "page/model.h"

static double within(double v)
{
	return v > 0 ? fmin(v, 1) : 0;
}

struct rgb colour_to_rgb(struct icc *press, double c, double m, double y, double k)
{
	double ink[4] = { within(c), within(m), within(y), within(k) }, rgb[3];

	if (!press)
		return (struct rgb){ (1 - ink[0]) * (1 - ink[3]), (1 - ink[1]) * (1 - ink[3]), (1 - ink[2]) * (1 - ink[3]) };
	icc_to_srgb(press, ink, rgb);
	return (struct rgb){ rgb[0], rgb[1], rgb[2] };
}

struct rgb tones_rgb(struct tones *t, const struct colour *c)
{
	size_t i, known = t->n < TONES ? t->n : TONES;

	for (i = 0; i < known; i++)
		if (t->ring[i].c == c->c && t->ring[i].m == c->m && t->ring[i].y == c->y && t->ring[i].k == c->k)
			return t->ring[i].rgb;
	i = t->n++ % TONES;
	t->ring[i].c = c->c;
	t->ring[i].m = c->m;
	t->ring[i].y = c->y;
	t->ring[i].k = c->k;
	t->ring[i].rgb = colour_to_rgb(t->press, c->c, c->m, c->y, c->k);
	return t->ring[i].rgb;
}
