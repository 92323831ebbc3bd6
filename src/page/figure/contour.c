/* src/page/figure/contour.c - outlines row by row, widened. */
#include "page/figure/contour.h"
#include <math.h>
#include "base/store.h"

/* The rows [y0, y1] of a thing from l to r, where a strip begins at top and ends at bottom. */
static bool widen(Pt y0, Pt y1, Pt l, Pt r, struct clearance c, Pt top, Pt bottom, Pt *left, Pt *right)
{
	double away = y1 < top ? top - y1 : y0 > bottom ? y0 - bottom : 0, part, x;

	if (r <= l || away > c.down)
		return false;
	part = c.down > 0 ? away / c.down : 0;
	x = c.across * sqrt(1 - part * part);
	*left = fmin(*left, l - x);
	*right = fmax(*right, r + x);
	return true;
}

static bool reach(const struct contour *k, struct clearance c, Pt top, Pt bottom, Pt *left, Pt *right)
{
	const struct outline *o = k->outline;
	struct rect b = k->box;
	size_t from, to;
	bool any = false;
	Pt row;

	if (!o || o->n == 0)
		return widen(b.y, rect_bottom(b), b.x, rect_right(b), c, top, bottom, left, right);
	row = b.h / (double)o->n;
	from = (size_t)fmax(floor((top - c.down - b.y) / row) - 1, 0);
	to = (size_t)fmax(ceil((bottom + c.down - b.y) / row) + 1, 0);
	for (size_t i = from; i < to && i < o->n; i++)
		any |= widen(b.y + (double)i * row, b.y + (double)(i + 1) * row, b.x + o->left[i] * b.w, b.x + o->right[i] * b.w, c, top, bottom, left, right);
	return any;
}

bool contour_reach(const struct contour *part, size_t n, struct clearance c, Pt top, Pt bottom, Pt *left, Pt *right)
{
	bool any = false;

	*left = HUGE_VAL;
	*right = -HUGE_VAL;
	for (size_t i = 0; i < n; i++)
		any |= reach(&part[i], c, top, bottom, left, right);
	return any;
}
