/*
 * src/page/flow.h - pour a thread's text through its frames.
 *
 * In      units (paragraphs ready to be broken; blocks of rows) in reading order;
 *         frames in the order they fill, more of them on demand
 * Out     where every line of every unit stands: the distribution with the
 *         least total cost over all frames together
 * Units   vertical: ticks, a quarter of a grid line, from a frame's top
 * Errors  none are returned; frames marked `overset` take what fits nowhere,
 *         widows that could not be avoided are counted
 *
 * A dynamic programme over (unit, frame, tick): each paragraph may be set in
 * its natural number of lines, one less or one more (para/linebreak.h), and may
 * leave a frame one or two lines early; a block may be divided between its
 * rows. Cost is what a reader minds: widows
 * and orphans, heads parted from their text, columns ending early, lines set
 * looser or tighter than natural, hyphens over a column's end.
 */
#ifndef ZIVOS_PAGE_FLOW_H
#define ZIVOS_PAGE_FLOW_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"
#include "para/linebreak.h"

struct arena;
struct hlist;

#define TICKS 4				/* per grid line */

struct frame {
	Pt width;
	int ticks;			/* height */
	bool overset;
};

/* A block's row: its height; the cost of dividing the block after it, beside all others (HUGE_VAL: never). */
struct row { int ticks; double split; };

/* A block that is divided between its rows, never inside one; one row: a solid block. */
struct rows {
	const struct row *row;
	size_t n;
	int head;			/* ticks kept free over the first row in each further frame, for what is repeated there */
};

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
	Pt dropcap_width;		/* ... of this width */
	bool on_grid;			/* starts on a whole grid line */
	/* blocks */
	const struct rows *rows;	/* at least one */
	void *user;
};

/* A stretch of a unit in one frame: lines [first, first + n) of `breaks`, or rows. tick: its top; of a block's further
 * stretches that of what is repeated. */
struct stand { size_t unit, frame; int tick; size_t first, n; const struct breaks *breaks; };

struct flow_result {
	struct stand *stands;
	size_t n;
	size_t last_frame;		/* where the last unit ended */
	int last_tick;
	int widows;			/* widows, orphans and heads parted from their text that stayed */
	size_t nset;			/* units that stand; fewer than there are only where frames ended */
};

/*
 * Takes stretches as soon as nothing after them can move them any more, while the flow goes on: ways over the units soon come together.
 * In order, each once, all by the end. Columns that they stand in must not change afterwards; their texts may go.
 */
struct flow_sink { void (*take)(void *ctx, const struct stand *stands, size_t n); void *ctx; };

/* Frame i, or NULL where there are no more at all (the flow then ends with what fits: bound it high). */
typedef const struct frame *(*frame_source)(void *ctx, size_t i);

/* cache: breaks found before, by list and measure; the lists and a must outlive it. NULL: none. sink: NULL where nobody waits. */
GHashTable *flow_cache_new(void);
struct flow_result flow(struct arena *a, struct unit *units, size_t nunits, frame_source frames, void *ctx, GHashTable *cache,
			const struct flow_sink *sink);

/* Height of a stretch in ticks, with what is repeated over it. */
int stand_ticks(const struct unit *u, const struct stand *st);

/* Measure of line n of a unit's paragraph in a column of `width`. */
struct measure unit_measure(const struct unit *u, Pt width, size_t n);

#endif
