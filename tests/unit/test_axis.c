/* tests/unit/test_axis.c - axes of charts hold their values, between round numbers. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include "page/block/axis.h"

static const struct { double least, most; int steps; bool zero; double from, to, step; int decimals; } rows[] = {
	{ 18, 231, 5, true, 0, 250, 50, 0 },
	{ 3, 9, 5, true, 0, 10, 2, 0 },
	{ -40, 70, 5, true, -40, 80, 20, 0 },
	{ -7, -2, 4, true, -8, 0, 2, 0 },
	{ 0.12, 0.47, 5, true, 0, 0.5, 0.1, 1 },
	{ 1950, 2026, 4, false, 1940, 2040, 20, 0 },
	{ 61, 88, 4, false, 60, 90, 10, 0 },
	{ 5, 5, 4, true, 0, 5, 1, 0 },
	{ 0, 0, 4, true, 0, 1, 0.2, 1 },
	{ 102000, 171000, 4, true, 0, 200000, 50000, 0 },
	{ -1e15, 1e15, 4, true, -1e15, 1e15, 5e14, 0 },	/* the greatest that a number in a text may be */
};

int main(void)
{
	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct axis a = axis_make(rows[i].least, rows[i].most, rows[i].steps, rows[i].zero);
		bool ok = fabs(a.from - rows[i].from) < 1e-9 && fabs(a.to - rows[i].to) < 1e-6 && fabs(a.step - rows[i].step) < 1e-9 &&
			  a.decimals == rows[i].decimals;

		if (!ok)
			printf("# %g to %g: %g to %g by %g, %d decimals\n", rows[i].least, rows[i].most, a.from, a.to, a.step, a.decimals);
		fflush(stdout);
		assert(ok);
	}
	/* Whatever the values are, they are held, in few steps. */
	for (double scale = 1e-8; scale < 1e15; scale *= 7.3)
		for (int steps = -1; steps < 14; steps++)
			for (int zero = 0; zero < 2; zero++) {
				struct axis a = axis_make(-0.37 * scale, scale, steps, zero), b = axis_make(scale, scale, steps, zero);

				assert(a.from <= -0.37 * scale * (1 - 1e-6) && a.to >= scale * (1 - 1e-6) && a.n >= 1 && a.n <= AXIS_STEPS_MAX + 2);
				assert(b.from <= scale && b.to >= scale * (1 - 1e-6) && b.n <= AXIS_STEPS_MAX + 2 && b.to > b.from);
			}
	return 0;
}
