/*
 * src/page/flow/flow.c - the dynamic programme that distributes lines over frames.
 *
 * Of several ways into one state only the cheapest is kept. States of
 * one unit are few (a paragraph more or less moves the end by a line or two),
 * so the whole costs little more than laying the text out once; where pages may
 * be arranged in several ways they are as many times more. Two pages with the
 * same pictures before them are the same frames, so that ways come together
 * at each page's end. BEAM and BEAM_COST bound the states of a layer: what they drop is dearer than all that is followed.
 * WAYS_OUT bounds the ways to arrange a page; flow_result.bounded says that it was met, whatever the others would have cost.
 *
 * Ways over the units come together: all states of one unit soon have the same
 * state of an earlier one behind them. What stands before that is decided, and is
 * handed out while the flow goes on, so that texts need not be kept to its end.
 */
#include "page/flow/flow_work.h"
#include <math.h>
#include <string.h>
#include "base/arena.h"

#define BEAM 160			/* states of one unit that are followed ... */
#define BEAM_ARRANGED 1500		/* ... where pages may be arranged in several ways; BEAM_COST: page/flow/flow_work.h */
#define SLOTS 8192			/* of their table */
#define FORGET_EVERY 16			/* units after which states that lead nowhere are forgotten */
#define HORIZON 64			/* units that are not decided: some five pages */
#define WAYS_KEPT 16			/* frames whose ways out are remembered */

static int by_cost(gconstpointer a, gconstpointer b)
{
	const struct state *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	if (x->frame != y->frame)
		return x->frame < y->frame ? -1 : 1;
	return x->tick - y->tick;
}

/* ---- states ----------------------------------------------------------------- */

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

/* The table is full: what is not among the cheapest by now will not be in the end. */
static void make_room(struct flow_state *f, size_t layer)
{
	GArray *l = f->layers[layer];

	g_array_sort(l, by_cost);
	g_array_set_size(l, f->beam);
	f->dearest = MIN(f->dearest, g_array_index(l, struct state, f->beam - 1).cost);
	memset(f->slots, 0, SLOTS * sizeof *f->slots);
	for (guint i = 0; i < l->len; i++)
		*slot_of(f, layer, &g_array_index(l, struct state, i)) = (struct slot){ layer, i };
}

void flow_reach(struct flow_state *f, size_t layer, struct state s)
{
	const struct flow_source *src = f->source;
	GArray *l = f->layers[layer];
	struct slot *slot;

	if (s.cost > f->dearest)
		return;
	if (src->passed)
		s.cost += src->passed(src->ctx, layer, s.frame, s.tick);
	if (src->ended && layer == f->nunits)
		s.cost += src->ended(src->ctx, s.frame, s.tick);
	if (s.cost == HUGE_VAL || s.cost > f->dearest)
		return;
	f->dearest = MIN(f->dearest, s.cost + BEAM_COST);
	slot = slot_of(f, layer, &s);
	if (slot->layer == layer) {
		struct state *o = &g_array_index(l, struct state, slot->index);
		if (s.cost < o->cost)
			*o = s;
	} else {
		*slot = (struct slot){ layer, l->len };
		g_array_append_val(l, s);
		if (l->len == SLOTS / 2)
			make_room(f, layer);
	}
}

/* The order decides nothing but what is dropped: cheapest first, and none that a widow more would not make up for. */
static void keep_cheapest(struct flow_state *f, GArray *l)
{
	guint n = 0;

	g_array_sort(l, by_cost);
	while (n < l->len && n < f->beam && g_array_index(l, struct state, n).cost <= g_array_index(l, struct state, 0).cost + BEAM_COST)
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

/* ---- frames ----------------------------------------------------------------- */

static size_t frame_after(const struct flow_state *f, size_t frame, size_t units, size_t i, double *cost)
{
	const struct flow_source *src = f->source;
	size_t next = frame == NO_FRAME ? 0 : frame + 1;

	*cost = 0;
	if (src->next)
		return src->next(src->ctx, frame, units, i, cost);
	return i == 0 && frame_of(f, next) ? next : NO_FRAME;
}

size_t flow_turn(const struct flow_state *f, size_t frame)
{
	return f->source->turn && frame != NO_FRAME ? f->source->turn(f->source->ctx, frame) : frame;
}

const struct ways_out *flow_ways_out(struct flow_state *f, size_t frame, size_t units)
{
	size_t turn = flow_turn(f, frame), next;
	struct ways_out *w = &f->ways[turn % WAYS_KEPT];
	double cost;

	if (w->n && w->turn == turn && w->units == units)
		return w;
	w->turn = turn;
	w->units = units;
	for (w->n = 0; w->n < WAYS_OUT && (next = frame_after(f, frame, units, w->n, &cost)) != NO_FRAME; w->n++)
		w->way[w->n] = (struct way_out){ next, cost };
	f->bounded |= w->n == WAYS_OUT;
	for (size_t i = 0; i < w->n; i++)
		if (frame_of(f, w->way[i].frame)->overset && frame != NO_FRAME && !frame_of(f, frame)->overset)
			w->way[i].cost += COST_OVERSET;
	return w;
}

double flow_blank(int ticks)
{
	double lines = (double)ticks / TICKS;
	return lines < 0.5 ? 0 : MIN(COST_BLANK * lines * lines, COST_HOLE + COST_HOLE_LINE * lines);
}

double flow_leave(const struct flow_state *f, size_t frame, int used)
{
	return used == 0 ? COST_BLANK * 4 : flow_blank(frame_of(f, frame)->ticks - used);
}

size_t flow_go_on(struct flow_state *f, size_t frame, size_t units, int used, double *cost)
{
	const struct ways_out *w = flow_ways_out(f, frame, units);

	if (w->n == 0)
		return NO_FRAME;
	*cost += flow_leave(f, frame, used) + w->way[0].cost;
	return w->way[0].frame;
}

int flow_spread(const struct unit *u, const struct state *s)
{
	if (s->tick == 0 || u->before < TICKS)
		return 0;
	return u->rows ? 2 : u->keep_next ? 1 : 0;
}

int flow_start(const struct unit *u, const struct state *s, int more)
{
	int t = s->tick;

	if (t == 0)
		return 0;
	t += u->before + more * TICKS;
	return u->on_grid && t % TICKS ? t + TICKS - t % TICKS : t;
}

/* ---- the whole -------------------------------------------------------------- */

int stand_ticks(const struct unit *u, const struct stand *st)
{
	int ticks = u->rows ? rows_head(u->rows, st->first) : 0;

	if (!u->rows)
		return (int)st->n * u->lead;
	for (size_t i = st->first; i < st->first + st->n; i++)
		ticks += u->rows->row[i].ticks;
	return ticks;
}

static void collect(struct flow_state *f, size_t unit, const struct state *s)
{
	if (f->units[unit].hlist)
		flow_collect_text(unit, s, f->out);
	else
		flow_collect_rows(unit, s, f->out);
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
		collect(f, f->decided, &g_array_index(f->layers[f->decided + 1], struct state, 0));
	hand_out(f);
}

/* Whether a frame was left with a line or more of white under the text. */
static bool ends_early(const struct flow_state *f)
{
	for (guint i = 0; i + 1 < f->out->len; i++) {
		const struct stand *st = &g_array_index(f->out, struct stand, i);

		if (st[1].frame != st->frame && flow_blank(frame_of(f, st->frame)->ticks - st->tick - stand_ticks(&f->units[st->unit], st)) > 0)
			return true;
	}
	return false;
}

static struct flow_result result_from(struct flow_state *f)
{
	struct flow_result r = { .bounded = f->bounded };
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
		collect(f, l - 1, path[l]);
	hand_out(f);
	r.last_frame = path[layer]->frame;
	r.last_tick = path[layer]->tick;
	r.widows = path[layer]->widows;
	r.cost = path[layer]->cost;
	r.flawed = r.widows > 0 || ends_early(f);
	r.nset = layer;
	r.n = f->out->len;
	r.stands = arena_copy(f->arena, f->out->data, f->out->len * sizeof(struct stand));
	g_free(path);
	return r;
}

/* From every frame that the text may begin in; false: there is none. */
static bool begin(struct flow_state *f)
{
	const struct ways_out *w = flow_ways_out(f, NO_FRAME, 0);
	struct state nowhere = { .frame = 0 };

	for (size_t i = 0; i < w->n; i++) {
		struct state s = { .frame = w->way[i].frame, .cost = w->way[i].cost };
		g_array_append_val(f->layers[0], s);
	}
	if (w->n == 0)
		g_array_append_val(f->layers[0], nowhere);
	return w->n > 0;
}

static void step(struct flow_state *f, size_t unit)
{
	GArray *l = f->layers[unit];

	keep_cheapest(f, l);
	f->dearest = HUGE_VAL;
	for (guint i = 0; i < l->len; i++) {
		struct state s = g_array_index(l, struct state, i);
		if (f->units[unit].hlist)
			flow_step_text(f, unit, &s, i);
		else
			flow_step_rows(f, unit, &s, i);
	}
	if (f->units[unit].hlist)
		flow_cross(f, unit);
	g_array_set_size(f->crossings, 0);
	if (unit % FORGET_EVERY == FORGET_EVERY - 1)
		decide(f, unit + 1);
}

struct flow_result flow(struct arena *a, const struct unit *units, size_t nunits, const struct flow_source *source, GHashTable *settings,
			const struct flow_sink *sink)
{
	struct flow_state f = {
		.arena = a, .units = units, .nunits = nunits, .source = source, .beam = source->next ? BEAM_ARRANGED : BEAM,
		.layers = g_new(GArray *, nunits + 1), .slots = g_new0(struct slot, SLOTS), .settings = settings ? settings : settings_new(),
		.out = g_array_new(FALSE, FALSE, sizeof(struct stand)), .sink = sink,
		.crossings = g_array_new(FALSE, FALSE, sizeof(struct crossing)), .crossed = g_new0(struct slot, CROSSINGS), .ncrossed = CROSSINGS,
		.lines = g_array_new(FALSE, FALSE, sizeof(struct measure)), .ways = g_new0(struct ways_out, WAYS_KEPT),
	};
	struct flow_result r;

	for (size_t u = 0; u <= nunits; u++)
		f.layers[u] = g_array_new(FALSE, FALSE, sizeof(struct state));
	for (size_t u = 0, n = begin(&f) ? nunits : 0; u < n; u++)
		step(&f, u);
	r = result_from(&f);
	for (size_t u = 0; u <= nunits; u++)
		g_array_unref(f.layers[u]);
	g_free(f.layers);
	g_free(f.slots);
	g_free(f.ways);
	g_free(f.crossed);
	g_array_unref(f.crossings);
	g_array_unref(f.out);
	g_array_unref(f.lines);
	if (!settings)
		g_hash_table_unref(f.settings);
	return r;
}
