/*
 * src/page/quote.c - pull quotes, with their speaker.
 */
#include "page/blocks.h"
#include "page/fit.h"

#define BY_GAP 0.35			/* of the leading, from a quotation to its speaker */

struct quote { struct set_block block; struct text_set text, by; };

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct quote *q = (const struct quote *)b;
	struct composer *c = st->c;

	put_set(c, st->sheet, &q->text, st->x, st->y, ink_colour(c, q->text.style->ink, st->article->rubric, true), st->tag);
	if (q->by.n)
		put_set(c, st->sheet, &q->by, st->x, st->y + q->text.height + BY_GAP * c->layout->leading,
			ink_colour(c, q->by.style->ink, NULL, true), st->tag);
}

struct set_block *quote_block(struct composer *c, const struct template *t, const struct block *b, Pt width)
{
	struct quote *q = arena_make(c->arena, struct quote);
	Pt height;
	int ticks;

	q->block.put = put;
	q->text = set_copy(c, b->copy, fit_style(c, b, t->styles[BLOCK_PULLQUOTE]), width);
	height = q->text.height;
	if (b->by) {
		q->by = set_copy(c, b->by, t->by, width);
		height += q->by.height + BY_GAP * c->layout->leading;
	}
	ticks = ticks_of(height, c->layout->leading);
	q->block.rows = rows_solid(c->arena, ticks + (TICKS - ticks % TICKS) % TICKS);
	return &q->block;
}
