/* tests/unit/test_contour.c - how far things reach in a strip, with a distance around them. */
#include <assert.h>
#include <math.h>
#include "base/store.h"
#include "page/figure/contour.h"

static bool near(double a, double b)
{
	return fabs(a - b) < 1e-6;
}

static void a_box_reaches_as_far_as_it_is(void)
{
	struct contour k = { { 10, 100, 50, 40 }, NULL };
	struct clearance c = { 5, 3 };
	Pt l, r;

	assert(contour_reach(&k, 1, c, 110, 120, &l, &r) && near(l, 5) && near(r, 65));
	/* Over and under it the distance is an ellipse's, and ends. */
	assert(contour_reach(&k, 1, c, 80, 98.5, &l, &r) && near(l, 10 - 5 * sqrt(0.75)) && near(r, 60 + 5 * sqrt(0.75)));
	assert(contour_reach(&k, 1, c, 143, 150, &l, &r) && near(l, 10) && near(r, 60));
	assert(!contour_reach(&k, 1, c, 143.01, 150, &l, &r));
	assert(!contour_reach(&k, 1, c, 80, 96.9, &l, &r));
}

/* A triangle that stands on its point: ten rows, each a tenth narrower. */
static void an_outline_is_followed(void)
{
	double left[10], right[10];
	struct outline o = { 10, left, right };
	struct contour k = { { 0, 0, 100, 100 }, &o };
	Pt l, r;

	for (int i = 0; i < 10; i++) {
		left[i] = i * 0.05;
		right[i] = 1 - i * 0.05;
	}
	assert(contour_reach(&k, 1, (struct clearance){ 0, 0 }, 41, 49, &l, &r) && near(l, 20) && near(r, 80));
	/* The widest row of the strip counts. */
	assert(contour_reach(&k, 1, (struct clearance){ 0, 0 }, 41, 69, &l, &r) && near(l, 20) && near(r, 80));
	assert(contour_reach(&k, 1, (struct clearance){ 7, 0 }, 91, 99, &l, &r) && near(l, 45 - 7) && near(r, 55 + 7));
	/* A wider row further up counts as far as its distance reaches down. */
	assert(contour_reach(&k, 1, (struct clearance){ 20, 10 }, 55, 60, &l, &r) && l < 25 - 20 + 1e-6 && near(l, fmin(25 - 20, 20 - 20 * sqrt(1 - 0.25))));
}

static void what_is_empty_gives_no_way(void)
{
	double left[4] = { 1, 0.2, 0.2, 1 }, right[4] = { 0, 0.4, 0.4, 0 };
	struct outline o = { 4, left, right };
	struct contour k[2] = { { { 0, 0, 100, 40 }, &o }, { { 0, 60, 30, 20 }, NULL } };
	Pt l, r;

	assert(!contour_reach(k, 1, (struct clearance){ 5, 0 }, 1, 9, &l, &r));
	assert(contour_reach(k, 1, (struct clearance){ 5, 0 }, 5, 15, &l, &r) && near(l, 15) && near(r, 45));
	assert(!contour_reach(k, 2, (struct clearance){ 5, 0 }, 41, 59, &l, &r));
	assert(contour_reach(k, 2, (struct clearance){ 5, 0 }, 25, 65, &l, &r) && near(l, -5) && near(r, 45));
}

int main(void)
{
	a_box_reaches_as_far_as_it_is();
	an_outline_is_followed();
	what_is_empty_gives_no_way();
	return 0;
}
