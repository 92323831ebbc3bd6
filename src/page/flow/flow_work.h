/*
 * src/page/flow/flow_work.h - what the parts of the flow share (page/flow/flow.h).
 *
 * A state says: units 0..u-1 are set and the next free tick is `tick` of frame
 * `frame`. The states of one u are a layer; a step sets unit u from a state of
 * layer u in all its ways, each of which reaches a state of layer u + 1.
 */
#ifndef ZIVOS_PAGE_FLOW_FLOW_WORK_H
#define ZIVOS_PAGE_FLOW_FLOW_WORK_H

#include "page/costs.h"
#include "page/flow/flow.h"

/* Rows of a block in one frame, and those before them; in the arena. */
struct stretch { const struct stretch *before; size_t frame, first, n; int tick; };

/* A frame that n lines of a paragraph fill, and those before it but for the first that it stands in; in the arena. */
struct passed { const struct passed *before; size_t frame, n; };

struct state {
	size_t frame;
	int tick;
	double cost;
	int widows;
	size_t from;			/* index of the state before, in the layer of the unit before */
	/* how the unit before stands */
	size_t start_frame, k;		/* k lines in the first frame, the rest in those passed, and from the top of `frame` on */
	const struct passed *passed;
	int start_tick;
	const struct setting *setting;	/* a paragraph's */
	const struct breaks *breaks;
	const struct stretch *rows;	/* a block's: its last stretch */
};

#define BEAM_COST 1300000.0		/* how much dearer than the best a way may be to be followed: more than anything that shows only later */

/* Frames that may follow one, with what choosing each costs; asked for again and again at a page's end. */
struct way_out { size_t frame; double cost; };
#define WAYS_OUT 320			/* arrangements of a page that are looked at */
struct ways_out { size_t turn, units; size_t n; struct way_out way[WAYS_OUT]; };

/* A paragraph that goes on from one frame to the next: of its lines k stand in the state's frame and `done` by the end of frame `frame`. What
 * that costs, however the lines are broken; plain: they stand there as in any column of the width. */
struct leaving { size_t k, done, frame; const struct passed *passed; double cost; int widows; bool plain; };

/* The cheapest state to leave a frame from with so many lines of the paragraph done, into all frames that may follow. */
#define CROSSINGS 1024			/* of their table, which grows ... */
#define CROSSINGS_MOST 262144		/* ... so far: a block of many rows is left at many places */
struct crossing { size_t turn, k; Pt width; double cost; struct state from; size_t index; int start; struct leaving out; bool tried; };

struct slot { size_t layer; guint index; };

struct flow_state {
	struct arena *arena;
	const struct unit *units;
	size_t nunits;
	const struct flow_source *source;
	GArray **layers;		/* struct state, per number of units set */
	struct slot *slots;		/* where a frame and tick stand in the layer being filled */
	size_t looked;			/* the layers before it were thinned out already */
	size_t decided;			/* units whose stands are in `out` */
	GArray *out;			/* struct stand */
	const struct flow_sink *sink;	/* or NULL */
	size_t handed;			/* stands that it has */
	GHashTable *settings;
	GArray *lines;			/* struct measure, scratch */
	struct ways_out *ways;		/* the last ones that were asked for */
	GArray *crossings;		/* struct crossing, of the unit that is being set */
	struct slot *crossed;		/* where they stand; layer: the unit + 1 ... */
	size_t ncrossed;		/* ... in so many slots, twice as many at least */
	guint beam;
	double dearest;			/* what a state of the layer being filled may cost: more would be dropped in the end */
	bool bounded;
};

static inline const struct frame *frame_of(const struct flow_state *f, size_t id)
{
	return f->source->frame(f->source->ctx, id);
}

/* Of layer `unit`, which the state before led to by setting unit - 1. */
void flow_reach(struct flow_state *f, size_t layer, struct state s);
const struct ways_out *flow_ways_out(struct flow_state *f, size_t frame, size_t units);
size_t flow_turn(const struct flow_state *f, size_t frame);
/* So many ticks left white. */
double flow_blank(int ticks);
/* What leaving a frame costs of which `used` ticks are used, whatever follows. */
double flow_leave(const struct flow_state *f, size_t frame, int used);
/* The first of the ways out, at the cost of it; NO_FRAME: none. */
size_t flow_go_on(struct flow_state *f, size_t frame, size_t units, int used, double *cost);
/* Where a unit would start from a state, with so many lines of white more over it. */
int flow_start(const struct unit *u, const struct state *s, int more);
/* Lines of white that it may have more, so that its column is filled. */
int flow_spread(const struct unit *u, const struct state *s);

/* ---- page/flow/flow_text.c, page/flow/flow_rows.c ---- */

void flow_step_text(struct flow_state *f, size_t unit, const struct state *from, size_t index);
/* The crossing's place in `crossed`, or the free one where it belongs; NULL: there are too many. */
struct slot *flow_crossing(struct flow_state *f, size_t unit, size_t turn, Pt width, size_t k);
/* After the steps from all states: on into the pages that follow, from the cheapest states alone. */
void flow_cross(struct flow_state *f, size_t unit);
void flow_step_rows(struct flow_state *f, size_t unit, const struct state *from, size_t index);
/* Adds the stretches of the unit that led to a state. */
void flow_collect_text(size_t unit, const struct state *s, GArray *stands);
void flow_collect_rows(size_t unit, const struct state *s, GArray *stands);

#endif
