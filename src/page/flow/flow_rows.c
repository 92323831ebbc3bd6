/* src/page/flow/flow_rows.c - a block of rows set from a state: it is divided where that costs least. */
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "page/flow/flow_work.h"

#define PASSED_OVER 3			/* frames too low for a block that are left empty before it is set all the same */
#define WAYS 64				/* ways to divide a block that are followed into each further frame */
#define ROWS_LEFT 4			/* rows that could stand in a frame and are tried in the next */

/* Rows up to `done` are set, and the next stands in `frame` at `tick`. */
/* first: on a page that is arranged in the first of its ways. */
struct way { size_t frame, done; int tick; bool first; double cost; int widows; const struct stretch *last; };

struct division { struct flow_state *f; size_t unit; const struct rows *rows; struct way ways[WAYS]; size_t n; };

/* Where what stands beside the ticks [from, to) of a frame ends; `from` where nothing does: a block does not give way. */
static int end_of_notch(const struct frame *fr, int from, int to)
{
	int end = from;

	for (size_t i = 0; i < fr->nnotches; i++)
		if (fr->notches[i].from < to && from < fr->notches[i].from + fr->notches[i].n)
			end = MAX(end, fr->notches[i].from + fr->notches[i].n);
	return end;
}

static int first_height(const struct rows *r, size_t first)
{
	return r->row[first].ticks + rows_head(r, first);
}

/* Where the next row would start, on the grid under what stands beside it. */
static int clear_tick(const struct rows *r, const struct way *w, const struct frame *fr)
{
	int tick = w->tick, end;

	while ((end = end_of_notch(fr, tick, tick + first_height(r, w->done))) > tick)
		tick = (end + TICKS - 1) / TICKS * TICKS;
	return tick;
}

/* Rows from w->done on that fit into its frame. */
static size_t rows_fitting(const struct rows *r, const struct way *w, const struct frame *fr)
{
	int tick = w->tick + (w->done < r->n ? rows_head(r, w->done) : 0);
	size_t n = 0;

	while (w->done + n < r->n && tick + r->row[w->done + n].ticks - r->row[w->done + n].white <= fr->ticks &&
	       end_of_notch(fr, tick, tick + r->row[w->done + n].ticks) == tick)
		tick += r->row[w->done + n++].ticks;
	return n;
}

static int rows_height(const struct rows *r, size_t first, size_t n)
{
	int ticks = n ? rows_head(r, first) : 0;

	for (size_t i = first; i < first + n; i++)
		ticks += r->row[i].ticks;
	return ticks;
}

/* The ways themselves are many, and most divisions have none. */
static void division_begin(struct division *d, struct flow_state *f, size_t unit)
{
	d->f = f;
	d->unit = unit;
	d->rows = f->units[unit].rows;
	d->n = 0;
}

/* Makes room for a way by dropping the dearest; false: that is the way itself. Those in a page's first arrangement go last: of the others all
 * may be those of a last page, where the block has to end, and what they save is white at its end. */
static bool way_make_room(struct division *d, const struct way *w)
{
	const struct way *dearest = w;
	double cheapest = w->cost;

	for (size_t i = 0; i < d->n; i++) {
		const struct way *o = &d->ways[i];

		cheapest = MIN(cheapest, o->cost);
		if (o->first < dearest->first || (o->first == dearest->first && o->cost > dearest->cost))
			dearest = o;
	}
	d->f->bounded |= dearest->first && dearest->cost <= cheapest + BEAM_COST;
	if (dearest == w)
		return false;
	d->ways[dearest - d->ways] = d->ways[--d->n];
	return true;
}

/* Goes on with the way into the next frame; of two that have set the same rows the cheaper one stays. */
static void division_add(struct division *d, struct way w)
{
	if (w.cost > d->f->dearest)
		return;
	for (size_t i = 0; i < d->n; i++)
		if (d->ways[i].done == w.done && d->ways[i].frame == w.frame) {
			if (w.cost < d->ways[i].cost)
				d->ways[i] = w;
			return;
		}
	if (d->n < WAYS || way_make_room(d, &w))
		d->ways[d->n++] = w;
}

/* The way with n rows more in its frame. */
static struct way way_with(struct flow_state *f, const struct way *w, size_t n)
{
	struct way to = *w;

	if (n) {
		struct stretch *s = arena_make(f->arena, struct stretch);
		*s = (struct stretch){ w->last, w->frame, w->done, n, w->tick };
		to.last = s;
	}
	to.done += n;
	return to;
}

/* Whether another way left for the same pages with as many rows set, at no more cost; notes this one where not. */
static bool left_before(struct division *d, const struct way *to)
{
	struct flow_state *f = d->f;
	struct crossing c = { .turn = flow_turn(f, to->frame), .k = to->done, .cost = to->cost }, *o;
	struct slot *slot = f->source->turn ? flow_crossing(f, d->unit, c.turn, 0, c.k) : NULL;

	if (!slot)
		return false;
	if (slot->layer != d->unit + 1) {
		*slot = (struct slot){ d->unit + 1, f->crossings->len };
		g_array_append_val(f->crossings, c);
		return false;
	}
	o = &g_array_index(f->crossings, struct crossing, slot->index);
	if (to->cost >= o->cost)
		return true;
	o->cost = to->cost;
	return false;
}

/* Leaves the frame after n rows more. from_tick: what is used of the frame without them; forced: nothing else fits, so at any cost. */
static void divide_at(struct division *d, const struct way *w, size_t n, int from_tick, bool forced)
{
	const struct unit *u = &d->f->units[d->unit];
	struct way to = *w;
	double split = n ? d->rows->row[w->done + n - 1].split : 0;
	const struct ways_out *ways;
	bool parted = d->unit > 0 && d->f->units[d->unit - 1].keep_next && from_tick > 0 && w->done == 0 && n == 0;

	if (split == HUGE_VAL) {
		if (!forced)
			return;
		split = COST_PARTED;
	}
	if (parted)
		to.widows++;
	to.cost += split + (parted ? COST_PARTED : 0) + (n || from_tick ? u->split : 0);
	to.cost += flow_leave(d->f, w->frame, n ? w->tick + rows_height(d->rows, w->done, n) : from_tick);
	to.done += n;
	if (to.cost > d->f->dearest || left_before(d, &to))
		return;
	to.last = way_with(d->f, w, n).last;
	to.tick = 0;
	ways = flow_ways_out(d->f, w->frame, d->unit);
	for (size_t i = 0; i < ways->n; i++) {
		struct way on = to;

		on.frame = ways->way[i].frame;
		on.cost += ways->way[i].cost;
		on.first = ways->n > 1 ? i == 0 : to.first;
		division_add(d, on);
	}
}

static void way_ends(struct division *d, size_t index, const struct way *w, size_t n)
{
	struct way to = way_with(d->f, w, n);
	const struct unit *u = &d->f->units[d->unit];
	struct state s = {
		.frame = w->frame, .tick = w->tick + rows_height(d->rows, w->done, n) + u->after, .cost = to.cost, .widows = to.widows,
		.from = index, .rows = to.last,
	};

	flow_reach(d->f, d->unit + 1, s);
}

/* Divides after the last rows that fit and may be parted from the next, or where it costs nothing; returns what the cheapest of these
 * divisions costs. */
static double divide_near(struct division *d, const struct way *w, size_t fit, int used)
{
	double cheapest = HUGE_VAL;
	int tried = 0;

	for (size_t n = fit; n > 0 && tried < ROWS_LEFT; n--) {
		double split = d->rows->row[w->done + n - 1].split;

		if (split == HUGE_VAL)
			continue;
		divide_at(d, w, n, used, false);
		cheapest = MIN(cheapest, split);
		tried++;
	}
	for (size_t n = fit; n-- > 1; )
		if (d->rows->row[w->done + n - 1].split == 0) {
			divide_at(d, w, n, used, false);
			return 0;
		}
	return cheapest;
}

/* One way through its frame: to the block's end, or on into the next with some of the rows that fit. */
static void way_step(struct division *d, const struct state *from, size_t index, const struct way *way, int passed)
{
	const struct frame *fr = frame_of(d->f, way->frame);
	struct way under = *way, *w = &under;
	size_t fit, left = d->rows->n - way->done;
	int used = w->frame == from->frame ? from->tick : 0;
	double cheapest;

	w->tick = clear_tick(d->rows, way, fr);
	w->cost += flow_blank(w->tick - way->tick);
	fit = rows_fitting(d->rows, w, fr);
	if (fit == left) {
		way_ends(d, index, w, left);
		if (d->f->units[d->unit].keep_next && used > 0)	/* its text may not find room under it */
			divide_at(d, w, 0, used, false);
		return;
	}
	if (fit == 0 && used == 0) {
		/* A frame too low even when empty is passed over, if another comes; then the row sticks out. */
		if (!fr->overset && passed < PASSED_OVER)
			divide_at(d, w, 0, 0, true);
		else if (left == 1)
			way_ends(d, index, w, 1);
		else
			divide_at(d, w, 1, 0, true);
		return;
	}
	cheapest = divide_near(d, w, fit, used);
	if (used > 0) {
		divide_at(d, w, 0, used, false);
		return;
	}
	/* What should stay together may find room in a higher frame. */
	if (cheapest >= COST_PARTED && !fr->overset && passed < PASSED_OVER)
		divide_at(d, w, 0, 0, true);
	if (cheapest == HUGE_VAL)
		divide_at(d, w, fit, used, true);
}

static void step_from(struct flow_state *f, size_t unit, const struct state *from, size_t index, int more)
{
	const struct unit *u = &f->units[unit];
	struct division d;
	struct way first = { .frame = from->frame, .tick = flow_start(u, from, more), .cost = from->cost, .widows = from->widows };
	int passed = 0;

	division_begin(&d, f, unit);
	way_step(&d, from, index, &first, 0);
	/* A row more with each frame, or a frame passed over: it comes to an end. */
	for (size_t frame = from->frame + 1; d.n > 0; frame++) {
		struct division on;
		size_t before = d.ways[0].done;

		division_begin(&on, f, unit);
		for (size_t i = 0; i < d.n; i++)
			way_step(&on, from, index, &d.ways[i], passed);
		passed = on.n && on.ways[0].done == before ? passed + 1 : 0;
		memcpy(d.ways, on.ways, on.n * sizeof *on.ways);
		d.n = on.n;
	}
}

void flow_step_rows(struct flow_state *f, size_t unit, const struct state *from, size_t index)
{
	struct state spread = *from;

	step_from(f, unit, from, index, 0);
	for (int more = 1; more <= flow_spread(&f->units[unit], from); more++) {
		spread.cost = from->cost + COST_SPREAD * more * more;
		step_from(f, unit, &spread, index, more);
	}
}

void flow_collect_rows(size_t unit, const struct state *s, GArray *out)
{
	guint at = out->len;

	for (const struct stretch *r = s->rows; r; r = r->before) {
		struct stand st = { unit, r->frame, r->tick, r->first, r->n, NULL, NULL };
		g_array_insert_val(out, at, st);
	}
}
