/*
 * src/page/flow.c - the dynamic programme that distributes lines over frames.
 *
 * A state says: units 0..u-1 are set and the next free tick is `tick` of frame
 * `frame`. From each state the next unit is tried in its variants and
 * splits; of several ways into one state only the cheapest is kept. States of
 * one unit are few (a paragraph more or less moves the end by a line or two),
 * so the whole costs little more than laying the text out once. BEAM and BEAM_COST
 * bound them.
 *
 * Where frames differ in width, a paragraph that reaches from one to another
 * is broken for just the lines that stand there (mixed), and may then
 * only be split where it was broken for.
 *
 * Ways over the units come together: all states of one unit soon have the same
 * state of an earlier one behind them. What stands before that is decided, and is
 * handed out while the flow goes on, so that texts need not be kept to its end.
 */
#include "page/flow.h"
#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "para/hlist.h"
#include "para/lists.h"

#define BEAM 160			/* states of one unit that are followed ... */
#define BEAM_COST 60000.0		/* ... and how much dearer than the best they may be */
#define SLOTS 4096			/* of their table */
#define FORGET_EVERY 16			/* units after which states that lead nowhere are forgotten */
#define HORIZON 128			/* units that are not decided: some ten pages */
#define PASSED_OVER 3			/* frames too low for a block that are left empty before it is set all the same */
#define COST_WIDOW 50000.0
#define COST_PARTED 80000.0		/* a head at a column's foot */
#define COST_BLANK 2500.0		/* a blank line at a column's foot, squared with their number */
#define COST_VARIANT 60.0		/* one line more or less than natural, beside its demerits */
#define COST_DEMERITS 0.1
#define COST_HYPHEN 3000.0		/* a hyphen over a column's end */
#define COST_OVERSET 1e7

struct state {
	size_t frame;
	int tick;
	double cost;
	int widows;
	size_t from;			/* index of the state before, in the layer of the unit before */
	int start_tick;
	size_t start_frame, k;		/* lines in the first frame */
	const struct breaks *breaks;	/* a paragraph's */
	const struct stretch *rows;	/* a block's: its last stretch */
};

/* Rows of a block in one frame, and those before them; in the arena. */
struct stretch { const struct stretch *before; size_t frame, first, n; int tick; };

/* A paragraph's breaks in one measure; in the arena, since states point into it. */
struct variant { const struct hlist *hlist; Pt width, indent, hang, dropcap_width; int dropcap; struct choice choice; };

struct slot { size_t layer; guint index; };

struct flow_state {
	struct arena *arena;
	struct unit *units;
	size_t nunits;
	frame_source frames;
	void *ctx;
	GArray **layers;		/* struct state, per number of units set */
	struct slot *slots;		/* SLOTS: where a frame and tick stand in the layer being filled */
	size_t looked;			/* the layers before it were thinned out already */
	size_t decided;			/* units whose stands are in `out` */
	GArray *out;			/* struct stand */
	const struct flow_sink *sink;	/* or NULL */
	size_t handed;			/* stands that it has */
	GHashTable *variants;		/* struct variant, found by all but its choice */
};

struct measure unit_measure(const struct unit *u, Pt width, size_t n)
{
	Pt left = n == 0 ? u->indent : u->hang;

	if ((int)n < u->dropcap)
		left = u->dropcap_width;
	return (struct measure){ u->rtl ? 0 : left, MAX(width - left, 10) };
}

struct uniform { const struct unit *u; Pt width; };

static struct measure uniform_measure(const void *ctx, size_t n)
{
	const struct uniform *m = ctx;
	return unit_measure(m->u, m->width, n);
}

static guint variant_hash(gconstpointer p)
{
	const struct variant *v = p;
	return g_direct_hash(v->hlist) ^ g_double_hash(&v->width) * 31u ^ (guint)(v->indent * 7 + v->dropcap);
}

static gboolean variant_equal(gconstpointer a, gconstpointer b)
{
	const struct variant *x = a, *y = b;
	return x->hlist == y->hlist && x->width == y->width && x->indent == y->indent && x->hang == y->hang &&
	       x->dropcap == y->dropcap && x->dropcap_width == y->dropcap_width;
}

GHashTable *flow_cache_new(void)
{
	return g_hash_table_new(variant_hash, variant_equal);
}

static const struct choice *variant_for(struct flow_state *f, size_t unit, Pt width)
{
	const struct unit *u = &f->units[unit];
	struct uniform m = { u, width };
	struct variant key = { u->hlist, width, u->indent, u->hang, u->dropcap_width, u->dropcap, { { 0 }, { 0 }, { 0 } } };
	struct variant *v = g_hash_table_lookup(f->variants, &key);

	if (!v) {
		v = arena_copy(f->arena, &key, sizeof key);
		hlist_open(u->hlist);
		v->choice = linebreak(f->arena, u->hlist, uniform_measure, &m, u->indent == u->hang && u->dropcap == 0);
		hlist_close(u->hlist);
		g_hash_table_add(f->variants, v);
	}
	return &v->choice;
}

static int by_cost(gconstpointer a, gconstpointer b)
{
	const struct state *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	if (x->frame != y->frame)
		return x->frame < y->frame ? -1 : 1;
	return x->tick - y->tick;
}

/* ---- one step --------------------------------------------------------------- */

/* The layer's state at a frame and tick: its slot, or the free one where it belongs. */
static struct slot *slot_of(struct flow_state *f, size_t layer, const struct state *s)
{
	const GArray *l = f->layers[layer];

	for (size_t k = s->frame * 977 + (size_t)s->tick * 13; ; k++) {
		struct slot *slot = &f->slots[k % SLOTS];
		const struct state *o;

		if (slot->layer != layer)
			return slot;
		o = &g_array_index(l, struct state, slot->index);
		if (o->frame == s->frame && o->tick == s->tick)
			return slot;
	}
}

static void reach(struct flow_state *f, size_t layer, const struct state *s)
{
	GArray *l = f->layers[layer];
	struct slot *slot = slot_of(f, layer, s);

	if (slot->layer == layer) {
		struct state *o = &g_array_index(l, struct state, slot->index);
		if (s->cost < o->cost)
			*o = *s;
	} else if (l->len < SLOTS / 2) {
		*slot = (struct slot){ layer, l->len };
		g_array_append_val(l, *s);
	}
}

/* The order decides nothing but what is dropped: cheapest first, and none that a widow more would not make up for. */
static void keep_cheapest(GArray *l)
{
	guint n = 0;

	g_array_sort(l, by_cost);
	while (n < l->len && n < BEAM && g_array_index(l, struct state, n).cost <= g_array_index(l, struct state, 0).cost + BEAM_COST)
		n++;
	g_array_set_size(l, n);
}

/* The layer without the states that are not used; where each went is in place[]. */
static void keep_used(GArray **layer, const bool *used, guint *place)
{
	GArray *old = *layer, *kept;
	guint n = 0;

	for (guint i = 0; i < old->len; i++)
		n += used[i];
	kept = g_array_sized_new(FALSE, FALSE, sizeof(struct state), n);
	for (guint i = 0; i < old->len; i++) {
		place[i] = kept->len;
		if (used[i])
			g_array_append_val(kept, g_array_index(old, struct state, i));
	}
	g_array_unref(old);
	*layer = kept;
}

static bool all_used(const bool *used, guint n)
{
	return !memchr(used, false, n);
}

/* Forgets the states from which no way leads to a state of layer `top`: ways soon come together, so that one state is left of most
 * layers before. */
static void forget_ways(struct flow_state *f, size_t top)
{
	bool used[SLOTS];
	guint place[SLOTS];

	if (f->layers[top]->len == 0)
		return;
	for (size_t l = top; l-- > 0; ) {
		GArray *above = f->layers[l + 1];
		guint before = f->layers[l]->len;

		if (before == 1 && l < f->looked)
			break;
		memset(used, 0, sizeof used);
		for (guint i = 0; i < above->len; i++)
			used[g_array_index(above, struct state, i).from] = true;
		if (l < f->looked && all_used(used, before))
			continue;
		keep_used(&f->layers[l], used, place);
		for (guint i = 0; i < above->len; i++) {
			struct state *s = &g_array_index(above, struct state, i);
			s->from = place[s->from];
		}
	}
	f->looked = top;
}

/* Which state of layer `layer` the cheapest of layer `top` comes from. */
static guint ancestor_of_best(const struct flow_state *f, size_t top, size_t layer)
{
	const GArray *l = f->layers[top];
	guint index = 0;

	for (guint i = 1; i < l->len; i++)
		if (by_cost(&g_array_index(l, struct state, i), &g_array_index(l, struct state, index)) < 0)
			index = i;
	for (; top > layer; top--)
		index = (guint)g_array_index(f->layers[top], struct state, index).from;
	return index;
}

/* Only the ways over one state of a layer go on; its number becomes 0. */
static void keep_ways_over(struct flow_state *f, size_t layer, guint index, size_t top)
{
	bool used[SLOTS] = { false };
	guint place[SLOTS];

	used[index] = true;
	keep_used(&f->layers[layer], used, place);
	for (size_t l = layer + 1; l <= top; l++) {
		GArray *states = f->layers[l];
		bool led[SLOTS] = { false };

		for (guint i = 0; i < states->len; i++) {
			struct state *s = &g_array_index(states, struct state, i);

			led[i] = used[s->from];
			s->from = place[s->from];
		}
		keep_used(&f->layers[l], led, place);
		memcpy(used, led, sizeof used);
	}
}

static double blank_cost(const struct frame *fr, int used)
{
	double lines = (double)(fr->ticks - used) / TICKS;
	return lines < 0.5 ? 0 : COST_BLANK * lines * lines;
}

/* Leaving frame `frame` at tick `used` for the next; SIZE_MAX where there is none. */
static size_t next_frame(struct flow_state *f, size_t frame, int used, double *cost)
{
	const struct frame *fr = f->frames(f->ctx, frame), *next = f->frames(f->ctx, frame + 1);

	if (!next)
		return SIZE_MAX;
	*cost += used > 0 ? blank_cost(fr, used) : COST_BLANK * 4;
	if (next->overset && !fr->overset)
		*cost += COST_OVERSET;
	return frame + 1;
}

/* Lines from first on, of breaks b, put from (frame, tick 0) on. */
static bool run_on(struct flow_state *f, const struct unit *u, const struct breaks *b, size_t first, struct state *s)
{
	size_t left = b->n - first;

	while (left > 0) {
		const struct frame *fr = f->frames(f->ctx, s->frame);
		size_t room = fr ? (size_t)(fr->ticks / u->lead) : 0;

		if (!fr)
			return false;
		if (room >= left) {
			if (left == 1 && b->n > 1) {
				s->cost += COST_WIDOW;
				s->widows++;
			}
			s->tick = (int)left * u->lead;
			return true;
		}
		left -= room;
		s->frame = next_frame(f, s->frame, MAX((int)room * u->lead, 1), &s->cost);
		if (s->frame == SIZE_MAX)
			return false;
		s->tick = 0;
	}
	return true;
}

static bool ends_hyphenated(const struct breaks *b, size_t line)
{
	return line > 0 && b->hyphen[line - 1];
}

/* Set the paragraph with its first k lines in the state's frame. */
static void try_split(struct flow_state *f, size_t unit, const struct state *from, size_t from_index,
		      int start, const struct breaks *b, size_t k, double extra)
{
	const struct unit *u = &f->units[unit];
	struct state s = {
		.frame = from->frame, .tick = start + (int)k * u->lead, .cost = from->cost + extra, .widows = from->widows,
		.from = from_index, .start_frame = from->frame, .start_tick = start, .k = k, .breaks = b,
	};
	bool keep = unit > 0 && f->units[unit - 1].keep_next;

	if (k < b->n) {
		int used = k > 0 ? s.tick : from->tick;

		if (k == 1) {
			s.cost += COST_WIDOW;
			s.widows++;
		}
		if (k > 0 && (int)k < u->dropcap)
			s.cost += COST_PARTED;
		if (keep && k < 2 && (k > 0 || from->tick > 0)) {
			s.cost += COST_PARTED;
			s.widows++;
		}
		if (k > 0 || from->tick > 0)
			s.cost += u->split;
		if (ends_hyphenated(b, k))
			s.cost += COST_HYPHEN;
		s.frame = next_frame(f, s.frame, used, &s.cost);
		if (s.frame == SIZE_MAX)
			return;
		if (k == 0) {
			s.start_frame = s.frame;
			s.start_tick = 0;
		}
		if (!run_on(f, u, b, k, &s))
			return;
	}
	if (u->after)
		s.tick += u->after;
	reach(f, unit + 1, &s);
}

static int start_tick(const struct unit *u, const struct state *s)
{
	int t = s->tick;

	if (t == 0)
		return 0;
	t += u->before;
	return u->on_grid && t % TICKS ? t + TICKS - t % TICKS : t;
}

static void try_breaks(struct flow_state *f, size_t unit, const struct state *s, size_t index, const struct breaks *b, double extra)
{
	const struct unit *u = &f->units[unit];
	const struct frame *fr = f->frames(f->ctx, s->frame);
	int start = start_tick(u, s);
	size_t cap = fr->ticks > start ? (size_t)((fr->ticks - start) / u->lead) : 0;

	if (b->n == 0)
		return;
	if (b->n <= cap) {
		try_split(f, unit, s, index, start, b, b->n, extra);
		if (u->keep_next && s->tick > 0)	/* its text may not find room under it */
			try_split(f, unit, s, index, start, b, 0, extra);
		return;
	}
	for (size_t less = 0; less <= 2 && less <= cap; less++)
		try_split(f, unit, s, index, start, b, cap - less, extra);
	if (cap > 2 && s->tick > 0)
		try_split(f, unit, s, index, start, b, 0, extra);
}

/* ---- frames of different width ---------------------------------------------- */

struct mixed { struct flow_state *f; const struct unit *u; size_t frame; int start; };

static struct measure mixed_measure(const void *ctx, size_t n)
{
	const struct mixed *m = ctx;
	size_t frame = m->frame, left = n;
	const struct frame *fr = m->f->frames(m->f->ctx, frame), *last = fr;
	size_t room = fr->ticks > m->start ? (size_t)((fr->ticks - m->start) / m->u->lead) : 0;

	while (fr && left >= room) {
		left -= room;
		last = fr;
		fr = m->f->frames(m->f->ctx, ++frame);
		room = fr ? (size_t)(fr->ticks / m->u->lead) : 0;
	}
	return unit_measure(m->u, fr ? fr->width : last->width, n);
}

/* Whether a paragraph of n lines from this state meets frames of another width. */
static bool meets_other_width(struct flow_state *f, const struct unit *u, const struct state *s, size_t n)
{
	const struct frame *fr = f->frames(f->ctx, s->frame), *next = fr;
	int start = start_tick(u, s);
	size_t left = n + 1, room = fr->ticks > start ? (size_t)((fr->ticks - start) / u->lead) : 0;

	for (size_t i = s->frame; next && left > room; room = (size_t)(next->ticks / u->lead)) {
		left -= room;
		next = f->frames(f->ctx, ++i);
		if (!next)
			return false;
		if (next->width != fr->width)
			return true;
	}
	return false;
}

static void try_mixed(struct flow_state *f, size_t unit, const struct state *s, size_t index)
{
	const struct unit *u = &f->units[unit];
	const struct frame *fr = f->frames(f->ctx, s->frame), *next = f->frames(f->ctx, s->frame + 1);
	struct mixed m = { f, u, s->frame, start_tick(u, s) };
	size_t cap = fr->ticks > m.start ? (size_t)((fr->ticks - m.start) / u->lead) : 0;
	struct choice *c = arena_make(f->arena, struct choice);

	hlist_open(u->hlist);
	*c = linebreak(f->arena, u->hlist, mixed_measure, &m, false);
	hlist_close(u->hlist);
	if (c->natural.n)
		try_split(f, unit, s, index, m.start, &c->natural, MIN(cap, c->natural.n), 0);
	/* Or all of it in the next frame. */
	if (next && s->tick > 0) {
		const struct choice *v = variant_for(f, unit, next->width);
		try_split(f, unit, s, index, m.start, &v->natural, 0, 0);
	}
}

/* ---- units --------------------------------------------------------------------- */

static void step_text(struct flow_state *f, size_t unit, const struct state *s, size_t index)
{
	const struct frame *fr = f->frames(f->ctx, s->frame);
	const struct choice *v = variant_for(f, unit, fr->width);
	double natural = v->natural.demerits;

	if (meets_other_width(f, &f->units[unit], s, v->natural.n)) {
		try_mixed(f, unit, s, index);
		return;
	}
	try_breaks(f, unit, s, index, &v->natural, 0);
	if (v->natural.n < 3)
		return;
	try_breaks(f, unit, s, index, &v->shorter, COST_VARIANT + COST_DEMERITS * MAX(v->shorter.demerits - natural, 0));
	try_breaks(f, unit, s, index, &v->longer, COST_VARIANT + COST_DEMERITS * MAX(v->longer.demerits - natural, 0));
}

/* ---- blocks of rows --------------------------------------------------------- */

#define WAYS 6				/* ways to divide a block that are followed into each further frame */
#define ROWS_LEFT 4			/* rows that could stand in a frame and are tried in the next */

/* Rows up to `done` are set, and the next stands in `frame` at `tick`. */
struct way { size_t frame, done; int tick; double cost; int widows; const struct stretch *last; };

struct division { struct flow_state *f; size_t unit; const struct rows *rows; struct way ways[WAYS]; size_t n; };

/* Rows from w->done on that fit into its frame. */
static size_t rows_fitting(const struct rows *r, const struct way *w, const struct frame *fr)
{
	int tick = w->tick + (w->done ? r->head : 0);
	size_t n = 0;

	while (w->done + n < r->n && tick + r->row[w->done + n].ticks <= fr->ticks)
		tick += r->row[w->done + n++].ticks;
	return n;
}

static int rows_height(const struct rows *r, size_t first, size_t n)
{
	int ticks = n && first ? r->head : 0;

	for (size_t i = first; i < first + n; i++)
		ticks += r->row[i].ticks;
	return ticks;
}

/* Goes on with the way into the next frame; of two that have set the same rows the cheaper one stays. */
static void division_add(struct division *d, struct way w)
{
	size_t dearest = 0;

	for (size_t i = 0; i < d->n; i++) {
		if (d->ways[i].done == w.done && d->ways[i].frame == w.frame) {
			if (w.cost < d->ways[i].cost)
				d->ways[i] = w;
			return;
		}
		if (d->ways[i].cost > d->ways[dearest].cost)
			dearest = i;
	}
	if (d->n < WAYS)
		d->ways[d->n++] = w;
	else if (w.cost < d->ways[dearest].cost)
		d->ways[dearest] = w;
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

/* Leaves the frame after n rows more. from_tick: what is used of the frame without them; forced: nothing else fits, so at any cost. */
static void divide_at(struct division *d, const struct way *w, size_t n, int from_tick, bool forced)
{
	const struct unit *u = &d->f->units[d->unit];
	struct way to = way_with(d->f, w, n);
	double split = to.done ? d->rows->row[to.done - 1].split : 0;
	bool parted = d->unit > 0 && d->f->units[d->unit - 1].keep_next && from_tick > 0 && w->done == 0 && n == 0;

	if (split == HUGE_VAL) {
		if (!forced)
			return;
		split = COST_PARTED;
	}
	if (parted)
		to.widows++;
	to.cost += split + (parted ? COST_PARTED : 0) + (n || from_tick ? u->split : 0);
	to.frame = next_frame(d->f, w->frame, n ? w->tick + rows_height(d->rows, w->done, n) : from_tick, &to.cost);
	to.tick = 0;
	if (to.frame != SIZE_MAX)
		division_add(d, to);
}

static void way_ends(struct division *d, size_t index, const struct way *w, size_t n)
{
	struct way to = way_with(d->f, w, n);
	const struct unit *u = &d->f->units[d->unit];
	struct state s = {
		.frame = w->frame, .tick = w->tick + rows_height(d->rows, w->done, n) + u->after, .cost = to.cost, .widows = to.widows,
		.from = index, .rows = to.last,
	};

	reach(d->f, d->unit + 1, &s);
}

/* One way through its frame: to the block's end, or on into the next with some of the rows that fit. */
static void way_step(struct division *d, const struct state *from, size_t index, const struct way *w, int passed)
{
	const struct frame *fr = d->f->frames(d->f->ctx, w->frame);
	size_t fit = rows_fitting(d->rows, w, fr), left = d->rows->n - w->done;
	int used = w->frame == from->frame ? from->tick : 0;
	size_t ways = d->n;

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
	for (size_t less = 0; less < fit && less < ROWS_LEFT; less++)
		divide_at(d, w, fit - less, used, false);
	/* Back to where it costs nothing, and all of it in the next frame. */
	for (size_t n = fit; n-- > 1; )
		if (d->rows->row[w->done + n - 1].split == 0) {
			divide_at(d, w, n, used, false);
			break;
		}
	if (used > 0)
		divide_at(d, w, 0, used, false);
	else if (d->n == ways)
		divide_at(d, w, fit, used, true);
}

static void step_rows(struct flow_state *f, size_t unit, const struct state *from, size_t index)
{
	const struct unit *u = &f->units[unit];
	struct division d = { .f = f, .unit = unit, .rows = u->rows };
	struct way first = { from->frame, 0, start_tick(u, from), from->cost, from->widows, NULL };
	int passed = 0;

	way_step(&d, from, index, &first, 0);
	/* A row more with each frame, or a frame passed over: it comes to an end. */
	for (size_t frame = from->frame + 1; d.n > 0; frame++) {
		struct division on = { .f = f, .unit = unit, .rows = u->rows };
		size_t before = d.ways[0].done;

		for (size_t i = 0; i < d.n; i++)
			way_step(&on, from, index, &d.ways[i], passed);
		passed = on.n && on.ways[0].done == before ? passed + 1 : 0;
		memcpy(d.ways, on.ways, sizeof d.ways);
		d.n = on.n;
	}
}

static void append_stand(GArray *out, size_t unit, size_t frame, int tick, size_t first, size_t n, const struct breaks *b)
{
	struct stand st = { unit, frame, tick, first, n, b };
	if (n)
		g_array_append_val(out, st);
}

/* The stretches of one unit, worked out again from where its first line stands. */
static void collect(struct flow_state *f, size_t unit, const struct state *s, GArray *out)
{
	const struct unit *u = &f->units[unit];
	size_t done = s->k, frame = s->start_frame;

	if (u->rows) {
		guint at = out->len;

		for (const struct stretch *r = s->rows; r; r = r->before) {
			struct stand st = { unit, r->frame, r->tick, r->first, r->n, NULL };
			g_array_insert_val(out, at, st);
		}
		return;
	}
	append_stand(out, unit, frame, s->start_tick, 0, s->k, s->breaks);
	if (s->k > 0)
		frame++;
	while (done < s->breaks->n) {
		const struct frame *fr = f->frames(f->ctx, frame);
		size_t room = fr ? MIN((size_t)(fr->ticks / u->lead), s->breaks->n - done) : s->breaks->n - done;

		append_stand(out, unit, frame, 0, done, room, s->breaks);
		done += room;
		frame++;
	}
}

int stand_ticks(const struct unit *u, const struct stand *st)
{
	return u->rows ? rows_height(u->rows, st->first, st->n) : (int)st->n * u->lead;
}

static void hand_out(struct flow_state *f)
{
	if (f->sink && f->out->len > f->handed)
		f->sink->take(f->sink->ctx, &g_array_index(f->out, struct stand, f->handed), f->out->len - f->handed);
	f->handed = f->out->len;
}

/* All layers up to where the first ones have a single state: whatever comes, its way leads there. */
static void decide(struct flow_state *f, size_t top)
{
	forget_ways(f, top);
	if (top > f->decided + HORIZON && f->layers[top]->len) {
		size_t layer = top - HORIZON;

		keep_ways_over(f, layer, ancestor_of_best(f, top, layer), top);
		f->looked = f->decided;
		forget_ways(f, top);
	}
	for (; f->decided < top && f->layers[f->decided + 1]->len == 1; f->decided++)
		collect(f, f->decided, &g_array_index(f->layers[f->decided + 1], struct state, 0), f->out);
	hand_out(f);
}

static struct flow_result result_from(struct flow_state *f)
{
	struct flow_result r = { .n = 0 };
	size_t layer = f->nunits, index = 0;
	const struct state **path;

	while (layer > 0 && f->layers[layer]->len == 0)
		layer--;
	path = g_new(const struct state *, layer + 1);
	g_array_sort(f->layers[layer], by_cost);
	for (size_t l = layer; ; l--) {
		path[l] = &g_array_index(f->layers[l], struct state, index);
		index = path[l]->from;
		if (l == 0)
			break;
	}
	for (size_t l = f->decided + 1; l <= layer; l++)
		collect(f, l - 1, path[l], f->out);
	hand_out(f);
	r.last_frame = path[layer]->frame;
	r.last_tick = path[layer]->tick;
	r.widows = path[layer]->widows;
	r.nset = layer;
	r.n = f->out->len;
	r.stands = arena_copy(f->arena, f->out->data, f->out->len * sizeof(struct stand));
	g_free(path);
	return r;
}

struct flow_result flow(struct arena *a, struct unit *units, size_t nunits, frame_source frames, void *ctx, GHashTable *cache,
			const struct flow_sink *sink)
{
	struct flow_state f = {
		.arena = a, .units = units, .nunits = nunits, .frames = frames, .ctx = ctx, .sink = sink,
		.out = g_array_new(FALSE, FALSE, sizeof(struct stand)),
		.layers = g_new(GArray *, nunits + 1), .slots = g_new0(struct slot, SLOTS), .variants = cache ? cache : flow_cache_new(),
	};
	struct state start = { .frame = 0 };
	struct flow_result r;

	for (size_t u = 0; u <= nunits; u++)
		f.layers[u] = g_array_new(FALSE, FALSE, sizeof(struct state));
	g_array_append_val(f.layers[0], start);
	for (size_t u = 0; u < nunits && frames(ctx, 0); u++) {
		GArray *l = f.layers[u];

		keep_cheapest(l);
		for (guint i = 0; i < l->len; i++) {
			struct state s = g_array_index(l, struct state, i);
			if (units[u].hlist)
				step_text(&f, u, &s, i);
			else
				step_rows(&f, u, &s, i);
		}
		if (u % FORGET_EVERY == FORGET_EVERY - 1)
			decide(&f, u + 1);
	}
	r = result_from(&f);
	for (size_t u = 0; u <= nunits; u++)
		g_array_unref(f.layers[u]);
	g_free(f.layers);
	g_free(f.slots);
	g_array_unref(f.out);
	if (!cache)
		g_hash_table_unref(f.variants);
	return r;
}
