/* src/page/grid.c - from grid columns and lines to places on the page. */
#include "page/compose.h"

Pt grid_top(const struct layout *l, double line)
{
	return grid_baseline(l, line) - BASE_SHARE * l->leading;
}

Pt grid_baseline(const struct layout *l, double line)
{
	return l->first_baseline + (line - 1) * l->leading;
}

struct rect grid_area(const struct layout *l, const struct area *a, double line, double lines, bool right, bool mirror)
{
	int col = mirror ? l->columns - (a->col + a->span - 1) + 1 : a->col;

	return (struct rect){
		layout_column_x(l, col, right), grid_top(l, line),
		layout_span_width(l, a->span), lines * l->leading,
	};
}

struct rect grid_picture(const struct layout *l, const struct area *a, double line, double lines, bool right, bool mirror, bool drawn_left)
{
	struct rect r = grid_area(l, a, line, lines, right, mirror);
	/* The x-height of the text beside it: half its em is near enough for any text face. */
	Pt top = grid_baseline(l, line) - 0.4 * l->leading, bottom = grid_baseline(l, line + lines - 1);
	bool as_right = right && !drawn_left;
	bool bleed_left = as_right ? a->bleed_inner : a->bleed_outer, bleed_right = as_right ? a->bleed_outer : a->bleed_inner;

	if (mirror) {
		bool swap = bleed_left;
		bleed_left = bleed_right;
		bleed_right = swap;
	}
	r.y = a->bleed_top ? -l->bleed : top;
	r.h = (a->bleed_bottom ? l->height + l->bleed : bottom) - r.y;
	if (bleed_left) {
		r.w += r.x + l->bleed;
		r.x = -l->bleed;
	}
	if (bleed_right)
		r.w = l->width + l->bleed - r.x;
	return r;
}
