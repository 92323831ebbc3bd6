/*
 * src/page/block/cut.h - rows that are divided between their lines where no column is high enough for them.
 *
 * In      a block's rows (page/flow/flow.h) and the height of a line in each
 * Out     rows for the flow: a high one as several, parted from each other at no price but where nothing else helps;
 *         for each what it is a piece of. Of a stretch, the window in which lines are seen
 * Units   ticks (page/ticks.h); Pt on the page
 *
 * A block puts its rows whole, as ever, from where the first one's top would be: the window leaves out the lines that
 * stand on another page.
 */
#ifndef ZIVOS_PAGE_BLOCK_CUT_H
#define ZIVOS_PAGE_BLOCK_CUT_H

#include "page/compose.h"
#include "page/flow/flow.h"

struct cut { size_t row; int from; };	/* a piece: its row, the tick of it where it begins */
struct cut_rows { const struct row *whole; struct cut *cut; struct rows rows; };

/* lead: ticks of a line, 0 for a row that is never cut. head as struct rows'. All in the arena; the last piece of a row has its split and white. */
struct cut_rows rows_cut(struct arena *a, const struct row *row, const int *lead, size_t n, int head);

/* Pieces [first, end) of one row as a stretch has them: the row, its top, were it whole; what is seen of it. */
struct cut_part { size_t row; Pt top, height, from, to; };
/* From piece *i on, whose top is at y; *i becomes the next row's first. tick: its height. */
struct cut_part cut_part(const struct cut_rows *k, size_t *i, size_t end, Pt y, Pt tick);
/* Whether a line with this baseline stands in the part; no part: all do. */
bool cut_shows(const struct cut_part *p, Pt base);
/* put_set() of what is seen. */
void cut_put_set(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y, struct colour colour, const struct tag *tag,
		 const struct cut_part *p);

#endif
