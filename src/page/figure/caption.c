/* src/page/figure/caption.c - captions in further languages. */
#include "page/figure/caption.h"

enum { COLUMN_LEAST = 3 };		/* grid columns that a caption takes at least beside another */

static Pt share(const struct composer *c, const struct picture *p, Pt width)
{
	return (width + c->layout->gutter) / ((double)p->ncaptions + 1) - c->layout->gutter;
}

static bool stand_beside(const struct composer *c, const struct picture *p, Pt width)
{
	return p->ncaptions && share(c, p, width) >= layout_span_width(c->layout, MIN(COLUMN_LEAST, c->layout->columns)) - 0.1;
}

Pt caption_measure(const struct composer *c, const struct picture *p, Pt width, Pt most)
{
	return MIN(stand_beside(c, p, width) ? share(c, p, width) : width, most);
}

/* Of the captions, the own one being the first, where number n stands from the left. */
static size_t place_of(struct text_set *const *sets, size_t count, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		if (sets[i]->rtl != sets[n]->rtl)
			at += sets[n]->rtl;
		else
			at += sets[n]->rtl ? i > n : i < n;
	return at;
}

static struct text_set *join_beside(struct composer *c, struct text_set **sets, size_t count, Pt width, Pt step)
{
	struct text_set **order = arena_make_array(c->arena, count, struct text_set *);

	for (size_t i = 0; i < count; i++)
		order[place_of(sets, count, i)] = sets[i];
	for (size_t i = 0; i + 1 < count; i++) {
		order[i]->further = order[i + 1];
		order[i]->further_x = step;
		order[i]->further_y = order[i]->leading - order[i + 1]->leading;	/* the first lines share a baseline */
		order[0]->height = MAX(order[0]->height, order[i + 1]->height);
	}
	order[0]->measure = width;
	return order[0];
}

static struct text_set *join_under(struct text_set **sets, size_t count)
{
	Pt height = sets[0]->height;

	for (size_t i = 0; i + 1 < count; i++) {
		sets[i]->further = sets[i + 1];
		sets[i]->further_y = sets[i]->height;
		height += sets[i + 1]->height;
	}
	sets[0]->height = height;
	return sets[0];
}

struct text_set *caption_join(struct composer *c, const struct picture *p, struct text_set *own, const struct style *s, Pt width)
{
	size_t count = p->ncaptions + 1;
	struct text_set **sets;

	if (count == 1 || !own)
		return own;
	sets = arena_make_array(c->arena, count, struct text_set *);
	sets[0] = own;
	for (size_t i = 1; i < count; i++) {
		sets[i] = arena_make(c->arena, struct text_set);
		*sets[i] = set_copy(c, p->captions[i - 1], s, own->measure);
	}
	return stand_beside(c, p, width) ? join_beside(c, sets, count, width, share(c, p, width) + c->layout->gutter) : join_under(sets, count);
}
