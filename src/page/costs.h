/*
 * src/page/costs.h - what a reader minds on a page, weighed: every cost that the flow (page/flow/flow.h) adds up, in one scale.
 *
 * The yardstick is a column that ends a line early: 80,000, and two lines early four times that, so that a short column
 * shows more than two that are a line short. What costs less is done to fill a column; what costs more is not. All are
 * added up over an article, so a cost is also how often a lesser evil is taken for a greater one.
 */
#ifndef ZIVOS_PAGE_COSTS_H
#define ZIVOS_PAGE_COSTS_H

/* ---- columns (page/flow/flow.c) ---- */

#define COST_BLANK 80000.0		/* a blank line at a column's foot, squared with their number ... */
#define COST_HOLE 600000.0		/* ... or so much, and for each line: from three lines on it is a hole, however high */
#define COST_HOLE_LINE 4000.0
#define COST_SPREAD 5000.0		/* a line of white more over a head or a block, squared with their number: shows less than at the foot */
#define COST_OVERSET 4e7		/* a frame for text that fits nowhere: more than all else together */

/* ---- paragraphs (page/flow/flow_text.c) ---- */

#define COST_WIDOW 900000.0		/* a first or last line alone: more than any hole */
#define COST_PARTED 1200000.0		/* a head at a column's foot: misleads, where a widow only shows */
#define COST_VARIANT 60.0		/* one line more or less than natural, beside its demerits: of two ways that are alike the natural one ... */
#define COST_DEMERITS 0.3		/* ... which count in this part ... */
#define BESIDE 0.1			/* ... beside an inset in this part again, where lines are uneven anyway ... */
#define COST_UNEVEN 40000.0		/* ... up to so much: rather than a column that ends early */
#define COST_LOOSE 20000.0		/* a line that anybody sees to be loose */
#define COST_LOST 25000.0		/* a word left alone in a last line, in lines that are not natural ... */
#define COST_SYLLABLE 400000.0		/* ... and part of one: rather two lines of white */
#define COST_HYPHEN 24000.0		/* a hyphen over a column's end: two lines' unevenness is less */

/* ---- blocks divided over two columns; HUGE_VAL: never, unless no column is high enough ---- */

#define SPLIT_ROW 400.0			/* a table, between two rows: its header stands again */
#define SPLIT_STEP 300.0		/* a recipe, between two steps ... */
#define SPLIT_LINE 3000.0		/* ... inside a step, two lines on either side */
#define SPLIT_COUPLET 800.0		/* a poem in two half-verses, between two couplets */
#define SPLIT_STANZA 6000.0		/* a poem, inside a stanza; between two it costs nothing */
#define SPLIT_FACTS 3000.0		/* few facts, which are read at a glance */
#define SPLIT_PIECE 1500.0		/* a short piece under a head of its own, that shares its column with others ... */
#define SPLIT_RTL 900000.0		/* ... read from the right: its second column would be read before the first, so rather a hole */
#define SPLIT_PAIR 4000.0		/* a long pair of parallel texts, inside ... */
#define SPLIT_ENDED 320000.0		/* ... where one language has ended before: the reader looks for its rest: rather two lines of white */
#define SPLIT_TRANSLATION 6000.0	/* an interleaved pair from its translation */
#define SPLIT_VERSE 9000.0		/* lines of a poem in two languages */

#endif
