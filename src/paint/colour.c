/*
 * src/paint/colour.c - Neugebauer's model: a tint is a mosaic of the sixteen
 * solids, each covering as much paper as chance would have it (Demichel).
 *
 * Light spreads in the paper, so a raster looks darker than its dots: Yule and
 * Nielsen mix the n-th roots of the reflectances. N is set so that half a
 * black looks as in FOGRA39, sRGB 157.
 */
#include "paint/colour.h"
#include <math.h>

#define N 1.78

/* sRGB of the solids; index: 1 cyan, 2 magenta, 4 yellow, 8 black, added up. */
static const unsigned char solid[16][3] = {
	{ 255, 255, 255 }, {   0, 158, 224 }, { 230,   0, 126 }, {  49,  39, 131 },
	{ 255, 237,   0 }, {   0, 150,  64 }, { 227,   6,  19 }, {  56,  48,  46 },
	{  29,  29,  27 }, {  10,  24,  30 }, {  28,   9,  17 }, {  11,   9,  19 },
	{  28,  26,   9 }, {   8,  22,  14 }, {  27,   8,   8 }, {  12,  10,   9 },
};

static double linear(double v)
{
	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double encoded(double v)
{
	return v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055;
}

static double within(double v)
{
	return v > 0 ? fmin(v, 1) : 0;
}

struct rgb colour_to_rgb(double c, double m, double y, double k)
{
	double ink[4] = { within(c), within(m), within(y), within(k) };
	double sum[3] = { 0 }, out[3];

	for (int i = 0; i < 16; i++) {
		double area = 1;

		for (int j = 0; j < 4; j++)
			area *= i >> j & 1 ? ink[j] : 1 - ink[j];
		for (int j = 0; j < 3 && area > 0; j++)
			sum[j] += area * pow(linear(solid[i][j] / 255.0), 1 / N);
	}
	for (int j = 0; j < 3; j++)
		out[j] = within(encoded(pow(sum[j], N)));
	/* White is exact: cairo and the tests compare it. */
	if (ink[0] + ink[1] + ink[2] + ink[3] == 0)
		return (struct rgb){ 1, 1, 1 };
	return (struct rgb){ out[0], out[1], out[2] };
}
