/* tests/unit/test_colour.c - inks on the screen by the coated profile, and back. */
#include <assert.h>
#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/data.h"
#include "base/icc.h"
#include "paint/colour.h"

static void is(struct rgb c, int r, int g, int b, double eps)
{
	if (!(fabs(c.r * 255 - r) <= eps && fabs(c.g * 255 - g) <= eps && fabs(c.b * 255 - b) <= eps))
		g_error("%.1f %.1f %.1f, not %d %d %d", c.r * 255, c.g * 255, c.b * 255, r, g, b);
}

static struct icc *open_file(const char *name)
{
	char *path = data_path(name), *error = NULL;
	struct icc *p = icc_open(path ? path : name, &error);

	g_free(path);
	assert(!p == (error != NULL));
	g_free(error);
	return p;
}

int main(void)
{
	struct icc *p = open_file("layouts/print/gestrichen.icc");
	struct rgb last = { 1, 1, 1 }, white = colour_to_rgb(p, 0, 0, 0, 0);
	double ink[4];
	const uint8_t *greys;

	assert(p && strlen(icc_hash(p)) == 64);
	assert(white.r == 1 && white.g == 1 && white.b == 1);
	/* the solids of FOGRA39, relative to the paper */
	is(colour_to_rgb(p, 1, 0, 0, 0), 0, 159, 230, 6);
	is(colour_to_rgb(p, 0, 1, 0, 0), 231, 8, 127, 8);
	is(colour_to_rgb(p, 0, 0, 1, 0), 255, 237, 0, 6);
	is(colour_to_rgb(p, 0, 0, 0, 1), 42, 41, 41, 6);
	is(colour_to_rgb(p, NAN, 0, 0, 0), 255, 255, 255, 0);
	for (int i = 1; i <= 20; i++) {
		struct rgb c = colour_to_rgb(p, 0, 0, 0, i / 20.0);

		assert(c.r < last.r && c.g < last.g && c.b < last.b);
		last = c;
	}

	icc_from_srgb(p, (double[3]){ 1, 1, 1 }, ink);
	assert(ink[0] + ink[1] + ink[2] + ink[3] == 0);
	icc_from_srgb(p, (double[3]){ 0, 0, 0 }, ink);
	assert(ink[0] + ink[1] + ink[2] == 0 && ink[3] == 1);
	icc_from_srgb(p, (double[3]){ 0.5, 0.5, 0.5 }, ink);
	assert(ink[0] + ink[1] + ink[2] == 0 && ink[3] > 0.4 && ink[3] < 0.75);
	for (int r = 0; r < 6; r++)
		for (int g = 0; g < 6; g++)
			for (int b = 0; b < 6; b++) {
				icc_from_srgb(p, (double[3]){ r / 5.0, g / 5.0, b / 5.0 }, ink);
				assert(ink[0] + ink[1] + ink[2] + ink[3] <= 3.0);
			}
	greys = icc_greys(p);
	for (int v = 1; v < 256; v++)
		assert(greys[v] <= greys[v - 1]);
	icc_free(p);

	assert(!open_file("layouts/print/gestrichen.xml") && !open_file("layouts/print/nothing.icc"));
	is(colour_to_rgb(NULL, 0, 0, 0, 1), 0, 0, 0, 0);
	return 0;
}
