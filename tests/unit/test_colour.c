/* tests/unit/test_colour.c - exact at the solids, plausible between them. */
#include <assert.h>
#include <math.h>
#include "paint/colour.h"

static void is(struct rgb c, int r, int g, int b, double eps)
{
	assert(fabs(c.r * 255 - r) <= eps && fabs(c.g * 255 - g) <= eps && fabs(c.b * 255 - b) <= eps);
}

int main(void)
{
	struct rgb white = colour_to_rgb(0, 0, 0, 0), last = white;

	assert(white.r == 1 && white.g == 1 && white.b == 1);
	is(colour_to_rgb(1, 0, 0, 0), 0, 158, 224, 0.01);
	is(colour_to_rgb(0, 1, 0, 0), 230, 0, 126, 0.01);
	is(colour_to_rgb(0, 0, 1, 0), 255, 237, 0, 0.01);
	is(colour_to_rgb(0, 0, 0, 1), 29, 29, 27, 0.01);
	is(colour_to_rgb(1, 1, 0, 0), 49, 39, 131, 0.01);
	is(colour_to_rgb(1, 1, 1, 1), 12, 10, 9, 0.01);
	is(colour_to_rgb(0, 0, 0, 0.5), 157, 157, 157, 1.5);
	/* out of range is clamped */
	is(colour_to_rgb(-1, 0, 0, 2), 29, 29, 27, 0.01);
	is(colour_to_rgb(NAN, 0, 0, 0), 255, 255, 255, 0);
	/* more ink is never lighter */
	for (int i = 1; i <= 100; i++) {
		struct rgb c = colour_to_rgb(0.5 * i / 100, 0, 0, i / 100.0);

		assert(c.r < last.r && c.g < last.g && c.b < last.b);
		last = c;
	}
	return 0;
}
