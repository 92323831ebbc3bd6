/* src/page/block/axis.c - round numbers for charts. */
#include "page/block/axis.h"
#include <math.h>

static const double rounds[] = { 1, 2, 2.5, 5, 10 };

/* Decimals of so round a step; a step of 2.5 needs one more than 2. */
static int decimals_of(double step)
{
	for (int d = 0; d < 9; d++) {
		double x = step * pow(10, d);

		if (fabs(x - round(x)) < 1e-6 * x)
			return d;
	}
	return 9;
}

struct axis axis_make(double least, double most, int steps, bool zero)
{
	struct axis a = { 0, 0, 0, 0, 0 };
	double power;

	steps = steps < 1 ? 1 : steps > AXIS_STEPS_MAX ? AXIS_STEPS_MAX : steps;
	if (zero) {
		least = fmin(least, 0);
		most = fmax(most, 0);
	}
	if (!(most - least > 1e-9 * fmax(fabs(most), fabs(least)))) {	/* one value: nought and it, or around nought */
		least = fmin(least, 0);
		most = fmax(most, 0);
	}
	if (most - least <= 0)
		most = least + 1;
	power = pow(10, floor(log10((most - least) / steps)));
	for (unsigned i = 0; i < sizeof rounds / sizeof rounds[0]; i++) {
		a.step = rounds[i] * power;
		a.from = floor(least / a.step + 1e-9) * a.step;
		a.to = ceil(most / a.step - 1e-9) * a.step;
		a.n = (int)lround((a.to - a.from) / a.step);
		/* 2.5 is round only in numbers that are read as quarters: 25, 250. */
		if (a.n <= steps + 1 && (rounds[i] != 2.5 || power > 1))
			break;
	}
	a.decimals = decimals_of(a.step);
	return a;
}

double axis_share(const struct axis *a, double value)
{
	return (value - a->from) / (a->to - a->from);
}
