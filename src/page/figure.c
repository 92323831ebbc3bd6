/* src/page/figure.c - pictures with caption and credit. */
#include <math.h>
#include <string.h>
#include "page/compose.h"

/* Caption and credit as one copy, the credit light, with their places kept. */
static struct copy *join(struct composer *c, const struct copy *a, const struct copy *b)
{
	struct copy *j = arena_make(c->arena, struct copy);
	uint32_t *offset = arena_make_array(c->arena, a->len + b->len + 3, uint32_t);

	*j = *a;
	j->text = arena_printf(c->arena, "%s  %s", a->text, b->text);
	j->len = a->len + 2 + b->len;
	if (a->offset)
		memcpy(offset, a->offset, a->len * sizeof *offset);
	offset[a->len] = offset[a->len + 1] = a->len && a->offset ? a->offset[a->len - 1] : 0;
	if (b->offset)
		memcpy(offset + a->len + 2, b->offset, b->len * sizeof *offset);
	j->offset = a->offset && b->offset ? offset : NULL;
	j->nruns = a->nruns + b->nruns;
	j->runs = arena_make_array(c->arena, j->nruns, struct inline_run);
	memcpy(j->runs, a->runs, a->nruns * sizeof *a->runs);
	if (a->nruns)
		j->runs[a->nruns - 1].end += 2;
	for (size_t i = 0; i < b->nruns; i++) {
		struct inline_run *r = &j->runs[a->nruns + i];
		*r = b->runs[i];
		r->start += a->len + 2;
		r->end += a->len + 2;
		r->flags |= INLINE_LIGHT;
		r->isolate = r->isolate ? r->isolate + 1000 : 0;
	}
	return j;
}

struct text_set *caption_set(struct composer *c, const struct picture *p, const struct template *t, Pt width, const char *lang)
{
	const struct copy *copy = p->caption;
	const struct style *style = t->caption;
	struct text_set *set;

	(void)lang;
	if (copy && p->credit && p->credit->len)
		copy = join(c, copy, p->credit);
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

void figure_put(struct composer *c, struct sheet *s, const struct picture *p, struct rect box,
		const struct text_set *caption, Pt x, Pt y, struct colour colour, const struct tag *parent, const char *lang)
{
	struct tag *figure = (struct tag *)tag_make(c, ROLE_FIGURE, parent, lang, p->at);

	figure->alt = p->alt;
	sheet_picture(c, s, p, whole_drawing(c, p, box), figure);
	if (caption)
		put_set(c, s, caption, x, y, colour, tag_make(c, ROLE_CAPTION, figure, lang, p->at));
}

double picture_lines(const struct layout *l, const struct picture *p, Pt width, double max)
{
	double w = p->vector ? p->nominal_w : p->px_w, h = p->vector ? p->nominal_h : p->px_h;
	double exact = w > 0 && h > 0 ? width * h / w / l->leading + 0.6 : 12, lines = p->vector ? ceil(exact - 0.05) : round(exact);

	return CLAMP(lines, 3, max);
}
