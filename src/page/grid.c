/* src/page/grid.c - from grid columns and lines to places on the page. */
#include "page/compose.h"
#include "text/chain.h"
#include "text/font.h"

Pt grid_top(const struct layout *l, double line)
{
	return grid_baseline(l, line) - BASE_SHARE * l->leading;
}

Pt grid_rise(const struct layout *l, struct text_tools *t)
{
	const struct style *s = layout_style(l, "text");
	const struct chain *k = chain_find(t->chains, s, "Latn", "", 0);
	Pt rise = 0;

	if (k->nlinks)
		rise = (l->rules.at_caps ? k->links[0].font->cap_height : k->links[0].font->x_height) * s->size * k->links[0].size;
	/* A font that says nothing sensible: half an em is near enough. */
	return rise > 0.1 * l->leading && rise < l->leading ? rise : 0.4 * l->leading;
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

/* r, to the paper's edges and into the bleed where the area says so. */
static struct rect bled(const struct layout *l, const struct area *a, struct rect r, bool right, bool mirror, bool drawn_left)
{
	bool as_right = right && !drawn_left;
	bool left = as_right ? a->bleed_inner : a->bleed_outer, other = as_right ? a->bleed_outer : a->bleed_inner;
	bool to_left = mirror ? other : left, to_right = mirror ? left : other;
	Pt bottom = a->bleed_bottom ? l->height + l->bleed : r.y + r.h, edge = to_right ? l->width + l->bleed : r.x + r.w;

	r.y = a->bleed_top ? -l->bleed : r.y;
	r.x = to_left ? -l->bleed : r.x;
	r.h = bottom - r.y;
	r.w = edge - r.x;
	return r;
}

struct rect grid_picture(const struct composer *c, const struct area *a, double line, double lines, bool right, bool mirror, bool drawn_left)
{
	const struct layout *l = c->layout;
	struct rect r = grid_area(l, a, line, lines, right, mirror);

	r.y = grid_baseline(l, line) - c->rise;
	r.h = grid_baseline(l, line + lines - 1) - r.y;
	return bled(l, a, r, right, mirror, drawn_left);
}

struct rect grid_fill(const struct layout *l, const struct area *a, bool right, bool mirror, bool drawn_left)
{
	double line = MAX(a->line, 1);

	return bled(l, a, grid_area(l, a, line, a->lines > 0 ? a->lines : l->lines + 1 - line, right, mirror), right, mirror, drawn_left);
}
