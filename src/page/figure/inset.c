/* src/page/figure/inset.c - widths, sides and notches of insets. */
#include "page/figure/inset.h"
#include <math.h>
#include "page/figure/contour.h"

#define LEAST pt_from_mm((Mm){ 12 })	/* of an inset's width: with less it is no picture */

#define QUOTE_STRADDLES 0.7		/* of a column's width: a quote between two */
#define QUOTE_WHITE 0.35		/* of the leading, over and under a quote: its strip is higher than its letters */

static Pt distance(const struct composer *c, const struct floating *f)
{
	return f->npictures && f->pictures[0]->distance >= 0 ? f->pictures[0]->distance : c->layout->rules.wrap;
}

bool inset_straddles(const struct floating *f)
{
	return f->npictures && f->pictures[0]->side == SIDE_BETWEEN;
}

static Pt wanted_width(const struct composer *c, const struct floating *f, Pt column)
{
	if (!f->npictures)
		return column * QUOTE_STRADDLES;
	return column * (f->pictures[0]->width > 0 ? f->pictures[0]->width : c->layout->rules.inset);
}

static Pt width_in(Pt wanted, Pt room)
{
	return MIN(wanted, room) < LEAST ? 0 : MIN(wanted, room);
}

Pt inset_width(const struct composer *c, const struct floating *f, Pt column)
{
	return width_in(wanted_width(c, f, column), column - c->layout->rules.inset_text - distance(c, f));
}

Pt straddle_width(const struct composer *c, const struct floating *f, Pt column)
{
	return width_in(wanted_width(c, f, column), 2 * (column - c->layout->rules.inset_text - distance(c, f)) + c->layout->gutter);
}

bool inset_at_left(const struct floating *f, bool rtl, bool right_page)
{
	switch (f->pictures[0]->side) {
	case SIDE_START:   return !rtl;
	case SIDE_END:     return rtl;
	case SIDE_LEFT:    return true;
	case SIDE_RIGHT:   return false;
	case SIDE_INSIDE:  return right_page;
	case SIDE_OUTSIDE: return !right_page;
	case SIDE_BETWEEN: return false;
	}
	return false;
}

Pt inset_x(const struct figure *f, Pt x, Pt column, bool at_left)
{
	return at_left ? x : x + column - f->width;
}

Pt straddle_x(const struct composer *c, const struct figure *f, Pt x, Pt column)
{
	return x + column + (c->layout->gutter - f->width) / 2;
}

/* The picture and the words under it, from the first line's strip on; how many parts. */
static size_t parts_of(const struct composer *c, const struct figure *f, struct contour *part)
{
	const struct layout *l = c->layout;
	struct rect box = { 0, BASE_SHARE * l->leading - c->rise, f->picture_w, (f->lines - 1) * l->leading + c->rise };
	size_t n = 1;

	if (f->set) {
		part[0] = (struct contour){ { 0, QUOTE_WHITE * l->leading, f->width, (f->lines - 2 * QUOTE_WHITE) * l->leading }, NULL };
		return 1;
	}
	part[0] = (struct contour){ figure_shown(f->of->pictures[0], box), f->of->pictures[0]->outline };
	/* Words over the picture's foot stand on white: there is no shape to follow there. */
	if (f->at == CAPTION_OVER && (f->caption || f->credit))
		part[0].outline = NULL;
	if (f->below > 0)
		part[n++] = (struct contour){ { 0, rect_bottom(part[0].box), f->width, (f->lines + f->below) * l->leading - rect_bottom(part[0].box) - 0.3 * l->leading }, NULL };
	return n;
}

struct notch inset_notch(struct composer *c, const struct figure *f, Pt column, Pt x)
{
	const struct layout *l = c->layout;
	struct contour part[2];
	size_t nparts = parts_of(c, f, part);
	struct clearance clear = { distance(c, f->of), (1 - BASE_SHARE) * l->leading };
	int ticks = (int)lround(figure_lines(f) * TICKS);
	Pt *give = arena_make_array(c->arena, ticks, Pt), *none = arena_make_array(c->arena, ticks, Pt), tick = l->leading / TICKS;
	bool at_left = x + f->width / 2 < column / 2;

	for (int i = 0; i < ticks; i++) {
		Pt left, right;

		if (contour_reach(part, nparts, clear, i * tick, (i + 1) * tick, &left, &right))
			give[i] = CLAMP(at_left ? right + x : column - left - x, 0, column);
	}
	return (struct notch){ 0, ticks, at_left ? give : none, at_left ? none : give };
}
