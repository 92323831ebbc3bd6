/*
 * src/page/flow/flow_text.c - a paragraph set from a state, in all its ways.
 *
 * Either all of it stands in the state's frame, or its first lines do and the
 * rest runs on from the top of a frame that may follow. Where all those frames
 * are alike, the breaks do not depend on where it is divided. Where they are not
 * (another width, a picture beside the lines), it is broken for just the lines
 * that stand there, anew for each place it is divided at: so widows can be
 * avoided there, too.
 */
#include <math.h>
#include "base/arena.h"
#include "page/flow/flow_work.h"
#include "para/hlist.h"

#define LOST 0.3			/* of the measure: a last line shorter than that looks lost */
#define LEAVE_EARLY 2			/* lines that a frame may be left early by */
#define MOST_LINES 4000			/* of a paragraph that are measured one by one */

struct placing {
	struct flow_state *f;
	size_t unit;
	const struct unit *u;
	const struct state *from;
	size_t index;
	const struct frame *frame;
	int start;
	size_t room;			/* lines that fit into the frame from there */
	const struct setting *column;	/* in a column like the frame, beside nothing */
};

static size_t lines_in(const struct frame *fr, int start, const struct unit *u)
{
	return fr->ticks > start ? (size_t)((fr->ticks - start) / u->lead) : 0;
}

/* ---- measures --------------------------------------------------------------- */

static bool touches(const struct notch *n, int from, int to)
{
	return n->from < to && from < n->from + n->n;
}

/* Whether n lines from `start` stand in it as in any column of the width. */
static bool is_plain(const struct frame *fr, int start, size_t n, const struct unit *u, Pt width)
{
	int end = start + (int)n * u->lead;

	if (fr->width != width)
		return false;
	for (size_t i = 0; i < fr->nnotches; i++)
		if (touches(&fr->notches[i], start, end))
			return false;
	return true;
}

/* Measure of line `nth` of the paragraph with its top at a tick of the frame. */
static struct measure measure_at(const struct unit *u, const struct frame *fr, int tick, size_t nth)
{
	struct measure m = unit_measure(u, fr->width, nth);
	Pt left = 0, right = 0;

	for (size_t i = 0; i < fr->nnotches; i++) {
		const struct notch *n = &fr->notches[i];

		for (int t = MAX(tick, n->from); t < MIN(tick + u->lead, n->from + n->n); t++) {
			left = MAX(left, n->left[t - n->from]);
			right = MAX(right, n->right[t - n->from]);
		}
	}
	m.left += left;
	m.width = MAX(m.width - left - right, 1);
	return m;
}

/* Adds the measures of up to n lines; returns the lines that are still to be measured. */
static double add_measures(GArray *out, const struct unit *u, const struct frame *fr, int start, size_t n, double left)
{
	for (size_t i = 0; i < n && left > 0; i++) {
		struct measure m = measure_at(u, fr, start + (int)i * u->lead, out->len);

		g_array_append_val(out, m);
		left -= m.width;
	}
	return left;
}

static bool passes_plain(const struct placing *p, size_t frame, size_t lines)
{
	return is_plain(frame_of(p->f, frame), 0, lines, p->u, p->frame->width);
}

static double add_passed(struct placing *p, const struct passed *passed, double left)
{
	if (!passed)
		return left;
	left = add_passed(p, passed->before, left);
	return add_measures(p->f->lines, p->u, frame_of(p->f, passed->frame), 0, passed->n, left);
}

/* The paragraph with what stands before `out` there, and the rest from the top of `via` on; out NULL: with all of it in the state's frame. */
static const struct setting *setting_across(struct placing *p, const struct leaving *out, size_t via)
{
	struct flow_state *f = p->f;
	size_t n = p->column->choice.natural.n + 1, done = out ? out->done : 0, left = n > done ? n - done : 1;
	bool plain = out ? out->plain : is_plain(p->frame, p->start, n, p->u, p->frame->width);
	double width = (double)(n + 1) * p->frame->width, none = 0;	/* a line more than it may have, for what notches make worse */

	for (size_t to = out ? via : NO_FRAME; plain && left > 0 && to != NO_FRAME; to = flow_go_on(f, to, p->unit, 1, &none)) {
		size_t room = MIN(lines_in(frame_of(f, to), 0, p->u), left);

		plain = passes_plain(p, to, room);
		left -= room;
	}
	if (plain)
		return p->column;
	g_array_set_size(f->lines, 0);
	width = add_measures(f->lines, p->u, p->frame, p->start, out ? out->k : MOST_LINES, width);
	if (out)
		width = add_passed(p, out->passed, width);
	for (size_t to = out ? via : NO_FRAME; to != NO_FRAME && width > 0 && f->lines->len < MOST_LINES; to = flow_go_on(f, to, p->unit, 1, &none)) {
		const struct frame *fr = frame_of(f, to);

		width = add_measures(f->lines, p->u, fr, 0, lines_in(fr, 0, p->u), width);
	}
	f->bounded |= f->lines->len >= MOST_LINES;
	if (f->lines->len == 0)
		return p->column;
	return setting_by_line(f->settings, f->arena, p->u, (const struct measure *)(void *)f->lines->data, f->lines->len);
}

/* ---- ways ------------------------------------------------------------------- */

static bool ends_hyphenated(const struct breaks *b, size_t line)
{
	return line > 0 && b->hyphen[line - 1];
}

/* A line more (or less) that leaves a syllable or a short word alone in the last one. */
static double lost_line_cost(const struct placing *p, const struct breaks *b)
{
	double lost = 1 - b->last / (LOST * p->frame->width);

	if (b->n < 2 || lost <= 0)
		return 0;
	return COST_LOST * lost + (b->hyphen[b->n - 2] ? COST_SYLLABLE * lost * lost : 0);
}

static double uneven_cost(const struct breaks *b, const struct breaks *than, double part)
{
	return CLAMP(part * COST_DEMERITS * (b->demerits - than->demerits), 0, COST_UNEVEN);
}

/* What lines cost that are looser or tighter than those of the paragraph in a column by itself. Short ones beside an inset are never as
 * even: where it stands is weighed, not that it does. */
static double breaks_cost(const struct placing *p, const struct setting *s, const struct breaks *b)
{
	const struct breaks *own = &p->column->choice.natural, *here = &s->choice.natural;
	double cost = s == p->column ? 0 : uneven_cost(here, own, p->frame->nnotches ? BESIDE : 1);

	if (b->nloose > own->nloose)
		cost += COST_LOOSE * (double)(b->nloose - own->nloose);
	return b == here ? cost : cost + COST_VARIANT + uneven_cost(b, here, 1) + lost_line_cost(p, b);
}

static struct state state_after(const struct placing *p, const struct setting *s, const struct breaks *b)
{
	return (struct state){
		.frame = p->from->frame, .cost = p->from->cost + breaks_cost(p, s, b), .widows = p->from->widows, .from = p->index,
		.start_frame = p->from->frame, .start_tick = p->start, .k = b->n, .setting = s, .breaks = b,
	};
}

static void reach(struct placing *p, struct state s)
{
	s.tick += p->u->after;
	flow_reach(p->f, p->unit + 1, s);
}

static void set_whole(struct placing *p, const struct setting *set, const struct breaks *b)
{
	struct state s = state_after(p, set, b);

	s.tick = p->start + (int)b->n * p->u->lead;
	reach(p, s);
}

/* What it costs to leave the state's frame after the first k lines, however they are broken. */
static double leaving_cost(const struct placing *p, size_t k, int *widows)
{
	const struct unit *u = p->u;
	bool keep = p->unit > 0 && p->f->units[p->unit - 1].keep_next;
	double cost = 0;

	if (k == 1) {
		cost += COST_WIDOW;
		++*widows;
	}
	if (k > 0 && (int)k < u->dropcap)
		cost += COST_PARTED;
	if (keep && k < 2 && (k > 0 || p->from->tick > 0)) {
		cost += COST_PARTED;
		++*widows;
	}
	if (k > 0 || p->from->tick > 0)
		cost += u->split;
	return cost + flow_leave(p->f, p->from->frame, k > 0 ? p->start + (int)k * u->lead : p->from->tick);
}

/* Columns that are left with a hyphen. */
static int hyphens_over(const struct leaving *out, const struct breaks *b)
{
	size_t line = out->done;
	int n = ends_hyphenated(b, line);

	for (const struct passed *q = out->passed; q; q = q->before) {
		line -= q->n;
		n += ends_hyphenated(b, line);
	}
	return n;
}

/* What stands before `out` there, and all the rest in that way out of it. */
static void set_across(struct placing *p, const struct setting *set, const struct breaks *b, const struct leaving *out, struct way_out way)
{
	struct state s = state_after(p, set, b);
	size_t left = b->n - out->done;

	s.k = out->k;
	s.passed = out->passed;
	s.widows += out->widows;
	s.cost += out->cost + way.cost;
	if (s.cost > p->f->dearest)
		return;
	s.cost += COST_HYPHEN * hyphens_over(out, b);
	s.frame = way.frame;
	if (left == 1 && b->n > 1) {
		s.cost += COST_WIDOW;
		s.widows++;
	}
	s.tick = (int)left * p->u->lead;
	reach(p, s);
}

/* A paragraph of two lines has no other length that anybody would want. */
static size_t variants(const struct setting *s, const struct breaks **b)
{
	size_t n = 0;

	b[n++] = &s->choice.natural;
	if (s->choice.natural.n >= 3 && s->choice.shorter.n)
		b[n++] = &s->choice.shorter;
	if (s->choice.natural.n >= 3 && s->choice.longer.n)
		b[n++] = &s->choice.longer;
	return n;
}

static struct slot *crossing_slot(struct flow_state *f, size_t unit, size_t turn, Pt width, size_t k)
{
	for (size_t at = turn * 977 + k * 31 + (size_t)width; ; at++) {
		struct slot *slot = &f->crossed[at % f->ncrossed];
		const struct crossing *c;

		if (slot->layer != unit + 1)
			return slot;
		c = &g_array_index(f->crossings, struct crossing, slot->index);
		if (c->turn == turn && c->k == k && c->width == width)
			return slot;
	}
}

static void more_crossings(struct flow_state *f, size_t unit)
{
	f->ncrossed *= 2;
	g_free(f->crossed);
	f->crossed = g_new0(struct slot, f->ncrossed);
	for (guint i = 0; i < f->crossings->len; i++) {
		const struct crossing *c = &g_array_index(f->crossings, struct crossing, i);

		*crossing_slot(f, unit, c->turn, c->width, c->k) = (struct slot){ unit + 1, i };
	}
}

struct slot *flow_crossing(struct flow_state *f, size_t unit, size_t turn, Pt width, size_t k)
{
	if (f->crossings->len >= f->ncrossed / 2) {
		if (f->ncrossed == CROSSINGS_MOST)
			return NULL;
		more_crossings(f, unit);
	}
	return crossing_slot(f, unit, turn, width, k);
}

/* Notes it where others do the same at more cost; false: it is to be tried at once. */
static bool note_crossing(struct placing *p, const struct leaving *out)
{
	struct flow_state *f = p->f;
	size_t turn = flow_turn(f, out->frame);
	struct slot *slot = f->source->turn && out->plain ? flow_crossing(f, p->unit, turn, p->frame->width, out->done) : NULL;
	struct crossing c = { turn, out->done, p->frame->width, p->from->cost + out->cost, *p->from, p->index, p->start, *out, false };

	if (!slot)
		return false;
	if (slot->layer == p->unit + 1) {
		struct crossing *o = &g_array_index(f->crossings, struct crossing, slot->index);

		if (c.cost >= o->cost)
			return true;
		if (!o->tried) {
			*o = c;
			return true;
		}
	}
	*slot = (struct slot){ p->unit + 1, f->crossings->len };
	g_array_append_val(f->crossings, c);
	return true;
}

/* With the frame that the way out leads to full. */
static struct leaving passed_on(const struct placing *p, const struct leaving *out, struct way_out way)
{
	size_t room = lines_in(frame_of(p->f, way.frame), 0, p->u);
	struct passed *full = arena_make(p->f->arena, struct passed);
	struct leaving on = *out;

	*full = (struct passed){ out->passed, way.frame, room };
	on.passed = full;
	on.frame = way.frame;
	on.done += room;
	on.plain = out->plain && passes_plain(p, way.frame, room);
	on.cost += way.cost + flow_leave(p->f, way.frame, MAX((int)room * p->u->lead, 1));
	return on;
}

/* Returns whether the paragraph goes on after the frame that the way out leads to; *on: leaving that. */
static bool try_across(struct placing *p, const struct leaving *out, struct way_out way, struct leaving *on)
{
	const struct setting *s = setting_across(p, out, way.frame);
	size_t room = lines_in(frame_of(p->f, way.frame), 0, p->u), n;
	const struct breaks *b[3];
	bool too_long = false;

	n = variants(s, b);
	for (size_t i = 0; i < n; i++) {
		too_long |= b[i]->n > out->done + room;
		if (b[i]->n > out->done && b[i]->n <= out->done + room)
			set_across(p, s, b[i], out, way);
	}
	if (too_long)
		*on = passed_on(p, out, way);
	return too_long && p->from->cost + on->cost <= p->f->dearest;
}

/* On over the likeliest way out alone: where nothing brings ways together again, they would become too many. */
static void go_straight_on(struct placing *p, struct leaving out)
{
	const struct ways_out *ways;

	do
		ways = flow_ways_out(p->f, out.frame, p->unit);
	while (ways->n && p->from->cost + out.cost + ways->way[0].cost <= p->f->dearest && try_across(p, &out, ways->way[0], &out));
}

/* Into all frames that may follow. */
static void try_ways(struct placing *p, const struct leaving *out)
{
	struct ways_out ways = *flow_ways_out(p->f, out->frame, p->unit);
	struct leaving on;

	for (size_t i = 0; i < ways.n; i++)
		if (p->from->cost + out->cost + ways.way[i].cost <= p->f->dearest && try_across(p, out, ways.way[i], &on) && !note_crossing(p, &on))
			go_straight_on(p, on);
}

static void leave_with(struct placing *p, size_t k)
{
	struct leaving out = { .k = k, .done = k, .frame = p->from->frame, .plain = is_plain(p->frame, p->start, k, p->u, p->frame->width) };

	out.cost = leaving_cost(p, k, &out.widows);
	if (!note_crossing(p, &out))
		try_ways(p, &out);
}

/* Wherever the frame may be left. too_long: it does not fit in all its lengths. */
static void leave(struct placing *p, bool too_long)
{
	size_t least = p->room > LEAVE_EARLY ? p->room - LEAVE_EARLY : 0;

	for (size_t k = p->room + 1; too_long && k-- > least; )
		leave_with(p, k);
	if (p->from->tick > 0 && (!too_long || least > 0))
		leave_with(p, 0);
}

static struct placing placing_of(struct flow_state *f, size_t unit, const struct state *from, size_t index, int start)
{
	const struct unit *u = &f->units[unit];
	const struct frame *fr = frame_of(f, from->frame);

	return (struct placing){
		f, unit, u, from, index, fr, start, lines_in(fr, start, u), setting_in_column(f->settings, f->arena, u, fr->width),
	};
}

void flow_cross(struct flow_state *f, size_t unit)
{
	/* Others are noted meanwhile, of pages further on. */
	for (guint i = 0; i < f->crossings->len; i++) {
		struct crossing c = g_array_index(f->crossings, struct crossing, i);
		struct placing p = placing_of(f, unit, &c.from, c.index, c.start);

		g_array_index(f->crossings, struct crossing, i).tried = true;
		try_ways(&p, &c.out);
	}
}

static void step_from(struct flow_state *f, size_t unit, const struct state *from, size_t index, int more)
{
	const struct unit *u = &f->units[unit];
	struct placing p = placing_of(f, unit, from, index, flow_start(u, from, more));
	const struct setting *here;
	const struct breaks *b[3];
	bool too_long = false;
	size_t n;

	here = setting_across(&p, NULL, NO_FRAME);
	n = variants(here, b);
	for (size_t i = 0; i < n; i++) {
		too_long |= b[i]->n > p.room;
		if (b[i]->n && b[i]->n <= p.room)
			set_whole(&p, here, b[i]);
	}
	if (too_long || (u->keep_next && from->tick > 0))	/* a head's text may not find room under it */
		leave(&p, too_long);
}

void flow_step_text(struct flow_state *f, size_t unit, const struct state *from, size_t index)
{
	struct state spread = *from;

	step_from(f, unit, from, index, 0);
	for (int more = 1; more <= flow_spread(&f->units[unit], from); more++) {
		spread.cost = from->cost + COST_SPREAD * more * more;
		step_from(f, unit, &spread, index, more);
	}
}

/* ---- the way found ---------------------------------------------------------- */

static void append_stand(GArray *out, size_t unit, size_t frame, int tick, size_t first, size_t n, const struct state *s)
{
	struct stand st = { unit, frame, tick, first, n, s->breaks, &s->setting->measures };
	if (n)
		g_array_append_val(out, st);
}

static void append_passed(GArray *out, size_t unit, const struct passed *passed, const struct state *s, size_t *done)
{
	if (!passed)
		return;
	append_passed(out, unit, passed->before, s, done);
	append_stand(out, unit, passed->frame, 0, *done, passed->n, s);
	*done += passed->n;
}

void flow_collect_text(size_t unit, const struct state *s, GArray *out)
{
	size_t done = s->k;

	append_stand(out, unit, s->start_frame, s->start_tick, 0, s->k, s);
	append_passed(out, unit, s->passed, s, &done);
	append_stand(out, unit, s->frame, 0, done, s->breaks->n - done, s);
}
