/* src/page/figure.c - pictures with caption and credit. */
#include <math.h>
#include <string.h>
#include "page/compose.h"

#define CAPTION_GAP 0.3			/* of the leading, from the picture to the caption's strip */

struct text_set *caption_set(struct composer *c, const struct picture *p, const struct template *t, Pt width)
{
	const struct copy *copy = p->caption;
	const struct style *style = t->caption;
	struct text_set *set;

	if (copy && p->credit && p->credit->len)
		copy = copy_join(c, copy, p->credit, INLINE_LIGHT);
	else if (!copy) {
		copy = p->credit;
		style = t->credit;
	}
	if (!copy || copy->len == 0)
		return NULL;
	set = arena_make(c->arena, struct text_set);
	*set = set_copy(c, copy, style, width);
	return set;
}

/* A drawing is shown whole: its box gives way, unless it bleeds. Photographs are cropped to the box. */
static struct rect whole_drawing(const struct composer *c, const struct picture *p, struct rect box)
{
	double ratio = p->vector && p->nominal_h > 0 ? p->nominal_w / p->nominal_h : 0;
	Pt w;

	if (ratio <= 0 || box.x < 0 || box.y < 0 || rect_right(box) > c->layout->width || rect_bottom(box) > c->layout->height)
		return box;
	if (box.w / box.h <= ratio) {
		box.h = box.w / ratio;
		return box;
	}
	w = box.h * ratio;
	box.x += (box.w - w) / 2;
	box.w = w;
	return box;
}

const struct tag *figure_put(struct composer *c, struct sheet *s, const struct picture *p, struct rect box,
			     const struct text_set *caption, Pt x, Pt width, struct colour colour, const struct tag *parent, const char *lang)
{
	struct tag *figure = (struct tag *)tag_make(c, ROLE_FIGURE, parent, lang, p->at);

	figure->alt = p->alt;
	box = whole_drawing(c, p, box);
	sheet_picture(c, s, p, box, figure);
	if (caption) {
		Pt measure = caption->measure;
		put_set(c, s, caption, caption->rtl ? x + width - measure : x, rect_bottom(box) + CAPTION_GAP * c->layout->leading, colour,
			tag_make(c, ROLE_CAPTION, figure, caption->lang, p->at));
	}
	return figure;
}

double picture_lines(const struct layout *l, const struct picture *p, Pt width, double max)
{
	double w = p->vector ? p->nominal_w : p->px_w, h = p->vector ? p->nominal_h : p->px_h;
	double exact = w > 0 && h > 0 ? width * h / w / l->leading + 0.6 : 12, lines = p->vector ? ceil(exact - 0.05) : round(exact);

	return CLAMP(lines, 3, max);
}
