/* src/page/inset.c - widths, sides and notches of insets. */
#include "page/inset.h"
#include <math.h>
#include "page/contour.h"

#define LEAST pt_from_mm((Mm){ 12 })	/* of an inset's width: with less it is no picture */

static Pt distance(const struct composer *c, const struct picture *p)
{
	return p->distance >= 0 ? p->distance : c->layout->rules.wrap;
}

Pt inset_width(const struct composer *c, const struct floating *f, Pt column)
{
	const struct picture *p = f->pictures[0];
	Pt wanted = column * (p->width > 0 ? p->width : c->layout->rules.inset);
	Pt room = column - c->layout->rules.inset_text - distance(c, p);

	return MIN(wanted, room) < LEAST ? 0 : MIN(wanted, room);
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
	}
	return false;
}

Pt inset_x(const struct figure *f, Pt x, Pt column, bool at_left)
{
	return at_left ? x : x + column - f->width;
}

/* The picture and the words under it, from the first line's strip on; how many parts. */
static size_t parts_of(const struct composer *c, const struct figure *f, struct contour *part)
{
	const struct layout *l = c->layout;
	struct rect box = { 0, BASE_SHARE * l->leading - c->rise, f->picture_w, (f->lines - 1) * l->leading + c->rise };
	size_t n = 1;

	part[0] = (struct contour){ figure_shown(f->of->pictures[0], box), f->of->pictures[0]->outline };
	/* Words over the picture's foot stand on white: there is no shape to follow there. */
	if (f->at == CAPTION_OVER && (f->caption || f->credit))
		part[0].outline = NULL;
	if (f->below > 0)
		part[n++] = (struct contour){ { 0, rect_bottom(part[0].box), f->width, (f->lines + f->below) * l->leading - rect_bottom(part[0].box) - 0.3 * l->leading }, NULL };
	return n;
}

struct notch inset_notch(struct composer *c, const struct figure *f, Pt column, bool at_left)
{
	const struct layout *l = c->layout;
	struct contour part[2];
	size_t nparts = parts_of(c, f, part);
	struct clearance clear = { distance(c, f->of->pictures[0]), (1 - BASE_SHARE) * l->leading };
	int ticks = (int)lround(figure_lines(f) * TICKS);
	Pt *give = arena_make_array(c->arena, ticks, Pt), *none = arena_make_array(c->arena, ticks, Pt), tick = l->leading / TICKS;
	Pt x = inset_x(f, 0, column, at_left);

	for (int i = 0; i < ticks; i++) {
		Pt left, right;

		if (contour_reach(part, nparts, clear, i * tick, (i + 1) * tick, &left, &right))
			give[i] = CLAMP(at_left ? right + x : column - left - x, 0, column);
	}
	return (struct notch){ 0, ticks, at_left ? give : none, at_left ? none : give };
}
