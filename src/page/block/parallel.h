/*
 * src/page/block/parallel.h - one text in several languages, set.
 *
 * In      matched texts (doc/parallel.h), the layout's rules for them, the width
 *         of the column they stand in
 * Out     a block of rows (page/block/blocks.h). In columns and on facing pages a row is
 *         one line of all languages, which share their leading; interleaved, one
 *         line of one
 * Units   Pt; heights in ticks (page/flow/flow.h)
 *
 * Which language stands where: those written from the left stand in from the
 * left edge, those from the right from the right edge, each in the author's
 * order, the article's own first. On facing pages the left half of that order is
 * the left page's.
 */
#ifndef ZIVOS_PAGE_BLOCK_PARALLEL_H
#define ZIVOS_PAGE_BLOCK_PARALLEL_H

#include "doc/parallel.h"
#include "page/block/blocks.h"

/* Where a language stands, from the column's left edge; facing: on the page opposite. */
struct parallel_place { size_t text; Pt x, width; bool facing; };
struct parallel_places { size_t n; struct parallel_place place[PARALLEL_MAX]; };	/* from left to right */

/* A paragraph, item or line in one language, broken in its measure. */
struct parallel_cell_set {
	const struct copy *copy;	/* NULL: none */
	const struct style *style;
	struct hlist *hlist;
	Pt indent, hang, width;
	struct text_set *marker;	/* of a list's item; or NULL */
	Pt marker_x;			/* from where lines begin */
	struct breaks breaks;
};

/* All of a text, measured. */
struct parallel_plan {
	struct composer *c;
	const struct template *t;
	const struct parallel *p;
	enum parallel_manner manner;
	Pt width, narrow;		/* narrow: of columns that would have been too narrow; else 0 */
	int lead;			/* ticks a line */
	struct parallel_places places;
	struct parallel_cell_set *cells;	/* ntexts for each row of p */
	struct parallel_plan *next;	/* of the same text */
};

/* Same text, template and width: the same plan. */
const struct parallel_plan *parallel_plan(struct composer *c, const struct template *t, const struct article *a, const struct block *b,
					  Pt width);
static inline const struct parallel_cell_set *parallel_cell(const struct parallel_plan *p, size_t row, size_t text)
{
	return &p->cells[row * p->p->ntexts + text];
}
/* The cell of a text as it is in a measure, not broken yet. */
struct parallel_cell_set parallel_cell_open(const struct parallel_plan *p, size_t row, size_t text, Pt width);
/* Its breaks there, in the arena. */
struct breaks parallel_cell_break(struct arena *a, const struct parallel_cell_set *cell);
struct measure parallel_cell_measure(const struct parallel_cell_set *cell, size_t line);

/* Divide a width among the places [first, first + n) so that the text becomes as short as it can. false: they would be narrower than
 * the layout wants columns to be, and share it equally (page/block/widths.c). */
bool parallel_widths(struct parallel_plan *p, size_t first, size_t n, Pt width);

/* How an article's texts are arranged in a template, wherever it says so: the author's wish, the template's, the layout's. */
enum parallel_manner parallel_manner(const struct layout *l, const struct template *t, const struct parallel *p);

/* The texts in the order they are read: the article's own language first. */
void parallel_reading_order(const struct parallel *p, const char *own, size_t *order);

/* The languages of one of two facing pages, in order from the left; 0: the article has no parallel text. */
size_t parallel_page(const struct article *a, bool facing, const struct parallel_text **texts);

/* Why the languages do not stand as the author wished, or stand in narrow columns; at the text's place. */
void parallel_report(const struct parallel_plan *p, struct src at);

/* The block (page/block/parallel_block.c); its plan is reported. */
struct set_block *parallel_block(struct composer *c, const struct template *t, const struct article *a, const struct block *b, Pt width);

#endif
