/*
 * src/page/block/quote.c - pull quotes, with their speaker.
 */
#include "page/block/blocks.h"
#include <math.h>
#include "page/fit/fit.h"

#define HANG_ROOM 0.4			/* of the gutter: what marks may take of it */
#define SMALL 0.75			/* of the size, a step down */
#define LARGE 1.25			/* and up */
#define BY_GAP 0.35			/* of the leading, from a quotation to its speaker */

/* inset: of all lines, so that marks that hang keep clear of the next column. */
struct quote { struct set_block block; struct text_set text, by; Pt inset; };

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct quote *q = (const struct quote *)b;
	struct composer *c = st->c;

	put_set(c, st->sheet, &q->text, q->text.rtl ? st->x : st->x + q->inset, st->y, ink_colour(c, q->text.style->ink, st->article->rubric, true), st->tag);
	if (q->by.n)
		put_set(c, st->sheet, &q->by, q->by.rtl ? st->x : st->x + q->inset, st->y + q->text.height + BY_GAP * c->layout->leading,
			ink_colour(c, q->by.style->ink, NULL, true), st->tag);
}

/* A size smaller or larger: the layout's own, or the next step of its scale on half a grid line. */
static const struct style *quote_style(struct composer *c, const struct template *t, int step)
{
	const struct style *s = t->styles[BLOCK_PULLQUOTE], *named = layout_style(c->layout, step < 0 ? "pullquote-small" : "pullquote-large");
	double scale = step < 0 ? SMALL : LARGE;
	struct made *made = &c->caches->made;
	struct style *own;

	if (step == 0 || named)
		return step ? named : s;
	own = step < 0 ? made_smaller(made, s) : made_larger(made, s);
	if (own)
		return own;
	own = arena_copy(c->arena, s, sizeof *s);
	own->size = scale * s->size;
	own->leading = ceil(scale * s->leading / c->layout->leading * 2 - 0.01) / 2 * c->layout->leading;
	(step < 0 ? made_smaller_keep : made_larger_keep)(made, s, own);
	return own;
}

/* How far marks reach out of the measure where lines begin. */
static Pt hang_of(const struct text_set *t)
{
	Pt hang = 0;

	for (size_t i = 0; i < t->n; i++)
		hang = MAX(hang, t->rtl ? t->lines[i]->x + t->lines[i]->width - t->measure : -t->lines[i]->x);
	return hang;
}

struct set_block *quote_block(struct composer *c, const struct template *t, const struct block *b, Pt width, int step)
{
	struct quote *q = arena_make(c->arena, struct quote);
	const struct style *s;
	Pt height;
	int ticks;

	q->block.put = put;
	s = quote_style(c, t, step);
	q->text = set_copy(c, b->copy, s, width);
	q->inset = MAX(hang_of(&q->text) - HANG_ROOM * c->layout->gutter, 0);
	if (q->inset > 0)
		q->text = set_copy(c, b->copy, s, width - q->inset);
	height = q->text.height;
	if (b->by) {
		q->by = set_copy(c, b->by, t->by, width - q->inset);
		height += q->by.height + BY_GAP * c->layout->leading;
	}
	ticks = ticks_of(height, c->layout->leading);
	q->block.rows = rows_solid(c->arena, ticks + (TICKS - ticks % TICKS) % TICKS);
	return &q->block;
}
