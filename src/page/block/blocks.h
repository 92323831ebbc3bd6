/*
 * src/page/block/blocks.h - blocks that set themselves: all of an article that is
 * not running text. Pull quotes, boxes, heads in the column, tables ...
 *
 * A block is set once, in the width of its thread's first column, into rows
 * (page/flow/flow.h); where they are divided the flow decides, and asks the block to
 * put a stretch of them. Each kind has a file of its own and embeds struct
 * set_block as its first member.
 */
#ifndef ZIVOS_PAGE_BLOCK_BLOCKS_H
#define ZIVOS_PAGE_BLOCK_BLOCKS_H

#include "page/compose.h"
#include "page/flow/flow.h"

/* Rows [first, first + n) of a block are to be put, the first one's strip starting at y; what is repeated comes before it. */
struct block_stretch {
	struct composer *c;
	struct sheet *sheet;
	const struct article *article;
	const struct tag *tag;		/* of the whole block */
	Pt x, y, width;			/* the column's left edge, the stretch's top, the column's width */
	size_t first, n;
	struct sheet *facing;		/* the page opposite, and the column's left edge there; NULL: none */
	Pt facing_x;
};

struct set_block {
	struct rows rows;		/* in the arena; at least one */
	void (*put)(const struct set_block *b, const struct block_stretch *st);
	size_t (*chars)(const struct set_block *b, size_t first, size_t n);	/* of text, for messages; NULL: none */
	const struct diag *found;	/* when it was set, which may be long ago: said when it is put; NULL: nothing */
};

/* Its ink, and what was found when it was set. */
static inline void block_put(const struct set_block *b, const struct block_stretch *st)
{
	if (b->found)
		diag_repeat(st->c->diag, b->found);
	b->put(b, st);
}

/* Rows of a block that is never divided, `ticks` high. */
struct rows rows_solid(struct arena *a, int ticks);

/* A pull quote with its speaker, so many sizes larger or smaller (page/block/quote.c). */
struct set_block *quote_block(struct composer *c, const struct template *t, const struct block *b, Pt width, int step);
/* The head of an article in the column (page/block/head.c). */
struct set_block *head_block(struct composer *c, const struct head *h, const struct article *a, Pt width);

/* A poem with couplets (page/block/couplet.c); page/block/data.h sets it once. */
struct set_block *couplet_block(struct composer *c, const struct template *t, const struct block *b, Pt width);
/* Pictures in their column, in whole grid lines: in boxes, where nothing floats (page/block/box.c). */
struct floating;
struct set_block *figure_block(struct composer *c, const struct template *t, const struct floating *f, Pt width);
/* A box in the column, of one column; tag: its own (page/block/box.c). */
struct set_block *box_block(struct composer *c, const struct template *t, const struct article *a, const struct block *k, Pt width,
			    const struct tag *tag);
/* One that stands apart, in n columns of a width; its height in grid lines, white over the tint included; puts it with its top at y, its tint so
 * many lines high. */
struct box_set;
struct box_set *box_apart(struct composer *c, const struct template *t, const struct article *a, const struct block *k, Pt width, int columns,
			  const struct tag *tag);
double box_lines(const struct box_set *b);
int box_columns_used(const struct box_set *b);	/* of its columns, those with text */
void box_put(struct composer *c, struct sheet *s, const struct box_set *b, Pt x, Pt y, double lines, const struct rubric *r);
/* The same with its tint in a rectangle, its first line's strip starting at y. */
void box_put_in(struct composer *c, struct sheet *s, const struct box_set *b, struct rect tint, Pt y, const struct rubric *r);

#endif
