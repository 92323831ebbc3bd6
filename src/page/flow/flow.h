/*
 * src/page/flow/flow.h - pour a thread's text through its frames.
 *
 * In      units (paragraphs ready to be broken; blocks that set themselves into
 *         rows) in reading order; frames in the order they fill, more of them
 *         on demand, and where a page may be arranged in several ways, all of them
 * Out     where every line of every unit stands: the distribution with the
 *         least total cost over all frames together
 * Units   vertical: ticks (page/ticks.h) from a frame's top
 * Errors  none are returned; frames marked `overset` take what fits nowhere,
 *         widows that could not be avoided are counted
 *
 * A dynamic programme over (unit, frame, tick): each paragraph may be set in
 * its natural number of lines, one less or one more (para/linebreak.h), in the
 * measures of the lines where it stands, and may leave a frame one or two lines
 * early. Cost is what a reader minds: widows and orphans, heads parted from
 * their text, columns ending early, lines set looser or tighter than natural,
 * hyphens over a column's end; and what the frames themselves cost.
 *
 *   flow.c       the programme: states, what is kept of them, the way found
 *   flow_text.c  a paragraph set from a state
 *   flow_rows.c  a block of rows set from a state
 *   flow_work.h  what they share; page/costs.h: the costs
 */
#ifndef ZIVOS_PAGE_FLOW_FLOW_H
#define ZIVOS_PAGE_FLOW_FLOW_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"
#include "page/flow/measures.h"
#include "page/ticks.h"

struct arena;
struct hlist;

/* What the text of a frame gives way to from tick `from` on, for n ticks: left[i] at the frame's left edge, right[i] at its right one.
 * A line gives way by the most of its ticks. Where too little is left for text, make two frames of one. */
struct notch { int from, n; const Pt *left, *right; };

struct frame {
	Pt width;
	int ticks;			/* height */
	bool overset;
	const struct notch *notches;
	size_t nnotches;
};

/* A block's row: its height; the cost of dividing the block after it, beside all others (HUGE_VAL: never); how much of it, at its foot,
 * is white that a frame's end may cut off. */
struct row { int ticks; double split; int white; int head; };

/* A block that is divided between its rows, never inside one; one row: a solid block. */
struct rows {
	const struct row *row;
	size_t n;
	int head;			/* ticks kept free over the first row in each further frame, for what is repeated there */
};

/* Ticks over a stretch that begins with this row: the block's, and the row's own (a table in a box repeats its header). */
static inline int rows_head(const struct rows *r, size_t first)
{
	return first ? r->head + r->row[first].head : 0;
}

struct unit {
	/* both kinds */
	int before, after;		/* ticks of white; before is dropped at a frame's top */
	bool keep_next;			/* heads: not the last in a frame */
	double split;			/* cost of leaving the frame before or inside it, beside all others: pieces that should stay whole */
	/* paragraphs */
	struct hlist *hlist;		/* NULL: a block of rows */
	int lead;			/* ticks a line */
	Pt indent, hang;		/* first line; all others */
	bool rtl;
	int dropcap;			/* lines that give way to an initial ... */
	Pt dropcap_width;		/* ... of this width, */
	Pt dropcap_closer, dropcap_tail;	/* the first one by so much less; the last by so much, if not 0 */
	bool on_grid;			/* starts on a whole grid line */
	/* blocks */
	const struct rows *rows;	/* at least one */
	void *user;
};

/* A stretch of a unit in one frame: lines [first, first + n) of `breaks`, set in `measures`, or rows. tick: its top; of a block's
 * further stretches that of what is repeated. */
struct stand { size_t unit, frame; int tick; size_t first, n; const struct breaks *breaks; const struct measures *measures; };

struct flow_result {
	struct stand *stands;
	size_t n;
	size_t last_frame;		/* where the last unit ended */
	int last_tick;
	int widows;			/* widows, orphans and heads parted from their text that stayed */
	size_t nset;			/* units that stand; fewer than there are only where frames ended */
	double cost;
	bool bounded;			/* there were ways that were not looked at ... */
	bool flawed;			/* ... and one of them might have been better: a widow stayed, or a column that ends early */
};

#define NO_FRAME SIZE_MAX

/*
 * The frames. Each has a number; after most comes just one, after the last of
 * a page as many as there are ways to arrange the next page.
 */
struct flow_source {
	void *ctx;
	/* NULL: there are no more at all; the flow then ends with what fits: bound them high. */
	const struct frame *(*frame)(void *ctx, size_t id);
	/* Frame number i of those that may follow `id` (NO_FRAME: that the text may begin in) once `units` units are set; NO_FRAME: no
	 * further one. *cost: what choosing it costs. The same question gets the same answer. NULL: 0, and then each by its number. */
	size_t (*next)(void *ctx, size_t id, size_t units, size_t i, double *cost);
	/* Frames that the same may follow, at the same cost, have the same number; NULL: each has one of its own. */
	size_t (*turn)(void *ctx, size_t id);
	/* What it costs that so many units end at this tick of this frame; NULL: nothing. */
	double (*passed)(void *ctx, size_t units, size_t id, int tick);
	/* What it costs that the whole text ends there; NULL: nothing. */
	double (*ended)(void *ctx, size_t id, int tick);
};

/*
 * Takes stretches as soon as nothing after them can move them any more, while the flow goes on: ways over the units soon come together.
 * In order, each once, all by the end. Columns that they stand in must not change afterwards; their texts may go.
 */
struct flow_sink { void (*take)(void *ctx, const struct stand *stands, size_t n); void *ctx; };

/* settings: breaks found before (page/flow/measures.h); NULL: none. sink: NULL where nobody waits. */
struct flow_result flow(struct arena *a, const struct unit *units, size_t nunits, const struct flow_source *source, GHashTable *settings,
			const struct flow_sink *sink);

/* Height of a stretch in ticks, with what is repeated over it. */
int stand_ticks(const struct unit *u, const struct stand *st);

#endif
