/* tests/unit/test_impose_plan.c - the order of pages in a booklet, and what sheets are chosen. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include "prepress/impose_plan.h"

static Pt mm(double x)
{
	return pt_from_mm((Mm){ x });
}

static bool near(Pt a, Pt b)
{
	return fabs(a - b) < 0.01;
}

/* Fold and read: leaf k has sides 2k (right page) and 2k + 1 (left page of the same leaf, turned). */
static void reads_in_order(size_t n, bool bound_right)
{
	int *at_side = calloc(n, sizeof *at_side);

	for (size_t i = 0; i < n / 2; i++) {
		int pair[2];

		booklet_pages(n, i, bound_right, pair);
		assert(pair[0] + pair[1] == (int)n - 1);
		for (int k = 0; k < 2; k++) {
			/* Odd pages (from 1) are right-hand ones, mirrored when bound on the right. */
			assert((pair[k] % 2 == 0) == ((k == 1) != bound_right));
			at_side[pair[k]]++;
		}
		/* Facing pages of the back of sheet s are next to those of the front of sheet s + 1. */
		assert(pair[0] == (int)i || pair[1] == (int)i);
	}
	for (size_t p = 0; p < n; p++)
		assert(at_side[p] == 1);
	free(at_side);
}

static struct plan plan_of(struct impose_options o, double w_mm, double h_mm, size_t n)
{
	struct extent *pages = calloc(n, sizeof *pages);
	struct plan p;

	for (size_t i = 0; i < n; i++)
		pages[i] = (struct extent){ mm(w_mm), mm(h_mm) };
	p = plan_make(&o, pages, n);
	free(pages);
	return p;
}

static void chooses_sheets(void)
{
	static const struct { double w, h, sheet_w, sheet_h; bool marks, long_edge; } cases[] = {
		{ 210, 297, 420, 297, false, false },
		{ 148, 210, 297, 210, false, false },
		{ 210, 280, 420, 297, false, false },
		{ 210, 297, 450, 320, true, false },
		{ 148, 210, 320, 225, true, false },
		{ 100, 290, 210, 297, false, true },	/* upright: turned round the long edge */
		{ 600, 600, 1200, 600, false, false },	/* as large as it must be */
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct plan p = plan_of((struct impose_options){ .scheme = IMPOSE_BOOKLET, .marks = cases[i].marks }, cases[i].w, cases[i].h, 4);

		assert(near(p.sides[0].w, mm(cases[i].sheet_w)) && near(p.sides[0].h, mm(cases[i].sheet_h)));
		assert(p.marks == cases[i].marks && p.duplex_long == cases[i].long_edge && p.scale == 1);
		plan_clear(&p);
	}
}

static void moves_inner_sheets(void)
{
	struct plan p = plan_of((struct impose_options){ .scheme = IMPOSE_BOOKLET, .creep = mm(0.1) }, 210, 297, 12);

	for (size_t i = 0; i < p.nsides; i++) {
		assert(near(p.sides[i].cells[0].at.x1, p.spine + (double)(i / 2) * mm(0.1)));
		assert(near(p.sides[i].cells[1].at.x0, p.spine - (double)(i / 2) * mm(0.1)));
		assert(p.sides[i].cells[0].room.x1 <= p.spine && p.sides[i].cells[1].room.x0 >= p.spine);
	}
	plan_clear(&p);
}

static void makes_pages_smaller(void)
{
	struct plan p = plan_of((struct impose_options){ .scheme = IMPOSE_BOOKLET, .sheet_w = mm(210), .sheet_h = mm(297), .turns = true }, 210, 297, 5);

	assert(near(p.sides[0].w, mm(297)) && fabs(p.scale - 0.7071) < 0.001 && p.nblank == 3);
	plan_clear(&p);
}

int main(void)
{
	for (size_t n = 4; n <= 64; n += 4) {
		reads_in_order(n, false);
		reads_in_order(n, true);
	}
	chooses_sheets();
	moves_inner_sheets();
	makes_pages_smaller();
	return 0;
}
