/* tests/unit/test_flow_pages.c - text beside pictures, columns of different width, pages that can be arranged in several ways. */
#include <assert.h>
#include "units.h"

static int words_in_line(const struct stand *st, size_t line)
{
	size_t before = line ? st->breaks->at[line - 1] + 1 : 0;

	return (int)(st->breaks->at[line] - before + 1) / 2;
}

/* No line is wider than its measure. */
static void check_fit(const struct flow_result *r)
{
	for (size_t i = 0; i < r->n; i++)
		for (size_t k = r->stands[i].first; r->stands[i].breaks && k < r->stands[i].first + r->stands[i].n; k++) {
			int n = words_in_line(&r->stands[i], k);

			assert(n * WORD + n - 1 <= measures_line(r->stands[i].measures, k).width + 0.01);
		}
}

/* ---- frames in a row --------------------------------------------------------- */

struct row_of_frames { struct frame *frames; size_t n; };

static const struct frame *frame_in_row(void *ctx, size_t i)
{
	struct row_of_frames *f = ctx;
	return i < f->n ? &f->frames[i] : NULL;
}

static struct flow_result flow_row(struct arena *a, const struct unit *u, size_t nunits, struct frame *frames, size_t n)
{
	struct row_of_frames row = { frames, n };
	struct flow_source s = { .ctx = &row, .frame = frame_in_row };

	return flow(a, u, nunits, &s, NULL, NULL);
}

/* Four lines beside a picture of half the width, at the left from the second line on. */
static void test_notch(struct arena *a, struct style *s)
{
	Pt half[4 * TICKS], none[4 * TICKS] = { 0 };
	struct notch notch = { TICKS, 4 * TICKS, half, none };
	struct frame frame = { .width = 100, .ticks = 20 * TICKS, .notches = &notch, .nnotches = 1 };
	struct unit u[2] = { words(a, s, 40), words(a, s, 20) };
	struct flow_result r;

	for (int i = 0; i < 4 * TICKS; i++)
		half[i] = 50;
	r = flow_row(a, u, 2, &frame, 1);
	assert(r.nset == 2 && r.n == 2 && r.stands[0].n == 6);
	for (size_t i = 0; i < 6; i++) {
		struct measure m = measures_line(r.stands[0].measures, i);
		bool beside = i >= 1 && i < 5;

		assert(m.left == (beside ? 50 : 0) && m.width == (beside ? 50 : 100));
		assert(words_in_line(&r.stands[0], i) <= (beside ? 5 : 10));
	}
	check_fit(&r);
	/* The next paragraph stands under it, as wide as the column. */
	assert(measures_line(r.stands[1].measures, 0).width == 100 && r.stands[1].tick == 6 * TICKS);

	/* At the right, text keeps its left edge; indents stay. */
	notch = (struct notch){ TICKS, 4 * TICKS, none, half };
	u[0].hang = 8;
	r = flow_row(a, u, 1, &frame, 1);
	assert(measures_line(r.stands[0].measures, 1).left == 8 && measures_line(r.stands[0].measures, 1).width == 42);
	check_fit(&r);

	/* A contour: each line has a measure of its own, the most of its ticks. */
	for (int i = 0; i < 4 * TICKS; i++)
		half[i] = i;
	u[0].hang = 0;
	r = flow_row(a, u, 1, &frame, 1);
	for (size_t i = 1; i < 5; i++)
		assert(measures_line(r.stands[0].measures, i).width == 100 - (Pt)(i * TICKS - 1));
	check_fit(&r);
}

/* A block does not give way: it stands under the picture. */
static void test_block_under_notch(struct arena *a, struct style *s)
{
	Pt half[3 * TICKS], none[3 * TICKS] = { 0 };
	struct notch notch = { TICKS, 3 * TICKS, half, none };
	struct frame frame = { .width = 100, .ticks = 20 * TICKS, .notches = &notch, .nnotches = 1 };
	struct row row = { .ticks = 2 * TICKS };
	struct rows rows = { &row, 1, 0 };
	struct unit u[2] = { words(a, s, 10), { .rows = &rows, .on_grid = true } };
	struct flow_result r;

	for (int i = 0; i < 3 * TICKS; i++)
		half[i] = 50;
	r = flow_row(a, u, 2, &frame, 1);
	assert(r.nset == 2 && r.stands[1].tick == 4 * TICKS);
}

/* Columns of different width: lines are as wide as the column they stand in, wherever it is divided, and none stands alone. */
static void test_widths(struct arena *a, struct style *s)
{
	struct frame frames[3] = { { .width = 100, .ticks = 10 * TICKS }, { .width = 60, .ticks = 10 * TICKS }, { .width = 60, .ticks = 10 * TICKS } };

	for (int n = 40; n < 100; n += 7) {
		struct unit u[2] = { words(a, s, 50), words(a, s, n) };
		struct flow_result r = flow_row(a, u, 2, frames, 3);

		assert(r.nset == 2 && r.widows == 0);
		check_fit(&r);
		for (size_t i = 0; i < r.n; i++)
			assert(r.stands[i].n > 1 || r.stands[i].breaks->n == 1);
	}
}

/* A picture at a column's foot with no room for two lines beside it: the widow it would make is avoided. */
static void test_widow_beside_notch(struct arena *a, struct style *s)
{
	Pt half[2 * TICKS], none[2 * TICKS] = { 0 };
	struct notch notch = { 0, 2 * TICKS, half, none };
	struct frame frames[2] = { { .width = 100, .ticks = 10 * TICKS }, { .width = 100, .ticks = 10 * TICKS, .notches = &notch, .nnotches = 1 } };

	for (int i = 0; i < 2 * TICKS; i++)
		half[i] = 50;
	for (int n = 20; n < 70; n += 3) {
		struct unit u[2] = { words(a, s, 62), words(a, s, n) };
		struct flow_result r = flow_row(a, u, 2, frames, 2);

		assert(r.nset == 2 && r.widows == 0);
		check_fit(&r);
	}
}

/* ---- any columns, any notches --------------------------------------------------- */

static int any(unsigned *seed, int n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (int)((*seed >> 16 & 0x7fff) % (unsigned)n);
}

/* The width of the column less what stands beside the line. */
static struct measure room_at(const struct unit *u, const struct frame *fr, int tick, size_t line)
{
	struct measure m = unit_measure(u, fr->width, line);
	Pt left = 0, right = 0;

	for (size_t i = 0; i < fr->nnotches; i++)
		for (int t = 0; t < fr->notches[i].n; t++)
			if (fr->notches[i].from + t >= tick && fr->notches[i].from + t < tick + u->lead) {
				left = MAX(left, fr->notches[i].left[t]);
				right = MAX(right, fr->notches[i].right[t]);
			}
	return (struct measure){ m.left + left, m.width - left - right };
}

/* Whatever stands where: each line is set in the room that there is at its height, and breaks fit it. */
static void check_room(const struct flow_result *r, const struct unit *u, const struct frame *frames)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct stand *st = &r->stands[i];
		const struct unit *of = &u[st->unit];

		for (size_t k = 0; k < st->n; k++) {
			struct measure there = room_at(of, &frames[st->frame], st->tick + (int)k * of->lead, st->first + k);
			struct measure set = measures_line(st->measures, st->first + k);

			assert(set.left == there.left && set.width == there.width);
		}
		assert(st->tick + (int)st->n * of->lead <= frames[st->frame].ticks);
	}
	check_fit(r);
}

static void test_any_columns(struct arena *a, struct style *s)
{
	enum { FRAMES = 9, UNITS = 12, NOTCH = 5 * TICKS };
	unsigned seed = 3;

	for (int round = 0; round < 60; round++) {
		struct frame frames[FRAMES];
		struct notch notches[FRAMES];
		Pt left[FRAMES][NOTCH], right[FRAMES][NOTCH];
		struct unit u[UNITS];
		struct flow_result r;

		for (int i = 0; i < FRAMES; i++) {
			frames[i] = (struct frame){ .width = any(&seed, 3) ? 100 : 140, .ticks = (20 + any(&seed, 20)) * TICKS, .notches = &notches[i],
						    .nnotches = any(&seed, 2) };
			notches[i] = (struct notch){ any(&seed, 12 * TICKS), 1 + any(&seed, NOTCH), left[i], right[i] };
			for (int t = 0; t < NOTCH; t++) {
				left[i][t] = round % 2 ? any(&seed, 25) : 0;
				right[i][t] = round % 3 ? any(&seed, 25) : 0;
			}
		}
		for (int i = 0; i < UNITS; i++) {
			u[i] = words(a, s, 5 + any(&seed, 90));
			u[i].indent = any(&seed, 2) * 8;
			u[i].lead = any(&seed, 4) ? TICKS : TICKS - 1;
			u[i].on_grid = u[i].lead == TICKS;
			u[i].before = any(&seed, 3);
			u[i].dropcap = any(&seed, 5) ? 0 : 3;
			u[i].dropcap_width = 25;
		}
		r = flow_row(a, u, UNITS, frames, FRAMES);
		assert(r.n > 0);
		check_room(&r, u, frames);
	}
}

/* ---- pages in several ways ------------------------------------------------------ */

/* Pages of one column; each comes plain (10 lines) or with a picture (6 lines) that costs. Frame 2 p: plain, 2 p + 1: with it. */
struct pages { struct frame plain, pictured; double cost; int mentioned; };

static const struct frame *page_frame(void *ctx, size_t id)
{
	struct pages *p = ctx;
	return id < 40 ? id & 1 ? &p->pictured : &p->plain : NULL;
}

static size_t page_next(void *ctx, size_t id, size_t units, size_t i, double *cost)
{
	struct pages *p = ctx;
	size_t page = id == NO_FRAME ? 0 : id / 2 + 1;

	(void)units;
	*cost = i ? p->cost : 0;
	return i < 2 && page < 20 ? page * 2 + i : NO_FRAME;
}

/* Both frames of a page lead to those of the next one. */
static size_t page_turn(void *ctx, size_t id)
{
	(void)ctx;
	return id / 2;
}

/* The picture should stand on the page where unit `mentioned` ends. */
static double page_passed(void *ctx, size_t units, size_t id, int tick)
{
	struct pages *p = ctx;

	(void)tick;
	return (int)units == p->mentioned && !(id & 1) ? 20000 : 0;
}

static double page_ended(void *ctx, size_t id, int tick)
{
	(void)ctx;
	(void)id;
	return tick == 10 * TICKS ? 0 : 100;
}

static void test_arrangements(struct arena *a, struct style *s)
{
	struct pages p = { { .width = 100, .ticks = 10 * TICKS }, { .width = 100, .ticks = 6 * TICKS }, 50, -1 };
	struct flow_source src = { &p, page_frame, page_next, page_turn, NULL, NULL };
	struct unit u[3] = { words(a, s, 60), words(a, s, 60), words(a, s, 60) };
	struct flow_result r = flow(a, u, 3, &src, NULL, NULL);

	/* Eighteen lines: plain pages cost nothing, though none is left. */
	assert(r.nset == 3 && r.last_frame == 2 && r.cost < 100);
	/* The picture is wanted where the second paragraph ends: on the second page, or the first. */
	p.mentioned = 2;
	src.passed = page_passed;
	r = flow(a, u, 3, &src, NULL, NULL);
	assert(r.nset == 3 && r.widows == 0 && r.last_frame == 4);
	for (size_t i = 0; i < r.n; i++)
		assert(r.stands[i].frame == 0 || r.stands[i].frame == 3 || r.stands[i].frame == 4);
	/* The last page is to be full: no way costs more than one that ends elsewhere and a picture. */
	src.passed = NULL;
	src.ended = page_ended;
	r = flow(a, u, 3, &src, NULL, NULL);
	assert(r.cost <= 150);
}

/* A paragraph longer than a page: the page that it ends on is chosen as well as those before, and all its lines stand. */
static void test_long_paragraph(struct arena *a, struct style *s)
{
	struct pages p = { { .width = 100, .ticks = 10 * TICKS }, { .width = 100, .ticks = 6 * TICKS }, 50, 2 };
	struct flow_source src = { &p, page_frame, page_next, page_turn, page_passed, NULL };
	struct unit u[3] = { words(a, s, 60), words(a, s, 190), words(a, s, 30) };
	struct flow_result r = flow(a, u, 3, &src, NULL, NULL);
	size_t lines = 0;

	/* It ends beside a picture, though it begins a page or two before it. */
	assert(r.nset == 3 && r.widows == 0 && r.cost < 20000);
	for (size_t i = 0; i < r.n; i++) {
		if (r.stands[i].unit != 1)
			continue;
		assert(r.stands[i].first == lines);
		lines += r.stands[i].n;
		assert(lines < 19 || (r.stands[i].frame & 1));
	}
	assert(lines == 19);
}

/* ---- more ways than can be followed ---------------------------------------------- */

/* As many pages may follow each as there are ways, all different; the first ones are the cheaper the sooner they are named, but what
 * follows the last of them with a single way costs nothing. */
struct many { struct frame page; size_t ways; };

static const struct frame *many_frame(void *ctx, size_t id)
{
	(void)id;
	return &((struct many *)ctx)->page;
}

static size_t many_next(void *ctx, size_t id, size_t units, size_t i, double *cost)
{
	const struct many *m = ctx;
	bool begins = id == NO_FRAME;

	(void)units;
	if (i >= m->ways)
		return NO_FRAME;
	*cost = begins ? (double)i : id == m->ways && i + 1 == m->ways ? 0 : 10000;
	return begins ? i + 1 : id * m->ways + i + 1;
}

static void test_many_ways(struct arena *a, struct style *s)
{
	struct many m = { { .width = 100, .ticks = 10 * TICKS }, 300 };
	struct flow_source src = { .ctx = &m, .frame = many_frame, .next = many_next };
	struct unit u[2] = { words(a, s, 100), words(a, s, 100) };
	struct flow_result r = flow(a, u, 2, &src, NULL, NULL);

	/* The cheapest comes after more states than there is a table for. */
	assert(r.nset == 2 && r.cost == 299 && r.last_frame == 300 * 300 + 300);
	assert(!r.bounded && !r.flawed);
	/* There are ways that are not looked at: that matters to a column that ends early alone. */
	m.ways = 400;
	r = flow(a, u, 2, &src, NULL, NULL);
	assert(r.bounded && !r.flawed);
	m.page.ticks += TICKS;
	u[1].split = 1e6;
	u[0].after = TICKS;
	r = flow(a, u, 2, &src, NULL, NULL);
	assert(r.bounded && r.flawed);
}

int main(void)
{
	struct arena *a = arena_new();
	struct style s = { .align = ALIGN_START, .size = 5 };

	test_notch(a, &s);
	test_block_under_notch(a, &s);
	test_widths(a, &s);
	test_widow_beside_notch(a, &s);
	test_any_columns(a, &s);
	test_arrangements(a, &s);
	test_long_paragraph(a, &s);
	test_many_ways(a, &s);
	arena_free(a);
	return 0;
}
