/* tests/unit/test_flow.c - what the distribution of lines over frames must and must not do. */
#include <assert.h>
#include <math.h>
#include "units.h"

static struct frame ten_lines = { .width = 100, .ticks = 10 * TICKS };
static struct frame last_frames[3] = { { .width = 100, .ticks = 10 * TICKS }, { .width = 100, .ticks = 10 * TICKS },
				       { .width = 100, .ticks = 10 * TICKS, .overset = true } };

static const struct frame *endless(void *ctx, size_t i)
{
	(void)ctx;
	return i < 50 ? &ten_lines : NULL;
}

static const struct frame *two_then_overset(void *ctx, size_t i)
{
	(void)ctx;
	return &last_frames[i < 2 ? i : 2];
}

static const struct flow_source endless_source = { .frame = endless }, overset_source = { .frame = two_then_overset };

static int lines_in(const struct flow_result *r, size_t unit, size_t frame)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->stands[i].unit == unit && r->stands[i].frame == frame)
			return (int)r->stands[i].n;
	return 0;
}

/* So many paragraphs that ways are forgotten on the way: every line stands once, in order, and none alone. */
static void test_long(struct arena *a, struct style *s)
{
	enum { MANY = 90 };
	struct unit u[MANY];
	struct flow_result r;
	size_t line = 0, unit = 0;

	for (int i = 0; i < MANY; i++)
		u[i] = paragraph(a, s, 2 + i * 7 % 5);
	r = flow(a, u, MANY, &endless_source, NULL, NULL);
	assert(r.nset == MANY && r.widows == 0);
	for (size_t i = 0; i < r.n; i++) {
		const struct stand *st = &r.stands[i];

		assert(st->unit == unit && st->first == line && (i == 0 || st->frame >= st[-1].frame));
		line += st->n;
		if (line == st->breaks->n) {
			line = 0;
			unit++;
		}
	}
	assert(unit == MANY);
}

static struct unit block(struct arena *a, size_t n, int lines, int head)
{
	struct row *row = arena_make_array(a, n, struct row);
	struct rows *rows = arena_make(a, struct rows);

	for (size_t i = 0; i < n; i++)
		row[i] = (struct row){ .ticks = lines * TICKS };
	*rows = (struct rows){ row, n, head * TICKS };
	return (struct unit){ .rows = rows, .on_grid = true };
}

/* Blocks of rows: divided between them, with room for what is repeated, never where a row forbids it. */
static void test_rows(struct arena *a, struct style *s)
{
	struct unit u[3] = { paragraph(a, s, 5), block(a, 9, 2, 1), paragraph(a, s, 2) };
	struct row *row = (struct row *)u[1].rows->row;
	struct flow_result r = flow(a, u, 3, &endless_source, NULL, NULL);

	/* Five lines and two rows; then a head and four rows; then a head, three rows, two lines. */
	assert(lines_in(&r, 1, 0) == 2 && lines_in(&r, 1, 1) == 4 && lines_in(&r, 1, 2) == 3 && lines_in(&r, 2, 2) == 2);
	for (size_t i = 0, done = 0; i < r.n; i++)
		if (r.stands[i].unit == 1) {
			assert(r.stands[i].first == done && r.stands[i].tick == (done ? 0 : 5 * TICKS));
			done += r.stands[i].n;
		}
	assert(r.last_frame == 2 && r.last_tick == 9 * TICKS);

	/* The first three rows stay together: they leave the first frame. */
	row[0].split = row[1].split = HUGE_VAL;
	r = flow(a, u, 3, &endless_source, NULL, NULL);
	assert(lines_in(&r, 1, 0) == 0 && lines_in(&r, 1, 1) == 5);

	/* No place to divide it: it is divided all the same, and nothing is lost. */
	for (int i = 0; i < 9; i++)
		row[i].split = HUGE_VAL;
	r = flow(a, u, 3, &endless_source, NULL, NULL);
	assert(r.nset == 3 && lines_in(&r, 1, 1) == 5 && lines_in(&r, 1, 2) == 4);

	/* A row higher than any frame stands in one. */
	u[1] = block(a, 2, 12, 0);
	r = flow(a, u, 3, &endless_source, NULL, NULL);
	assert(r.nset == 3);
}

struct taken { size_t n, before; struct stand stands[2000]; };

static const struct frame *counted(void *ctx, size_t i)
{
	struct taken *t = ctx;

	if (i == 200 && !t->before)
		t->before = t->n;
	return &ten_lines;
}

static void take(void *ctx, const struct stand *stands, size_t n)
{
	struct taken *t = ctx;

	for (size_t i = 0; i < n; i++)
		t->stands[t->n++] = stands[i];
}

/* What is decided is handed out long before the end, once and in order, though two ways do not come together for long: one that divides every
 * paragraph, mostly at a hyphen, and one with a gap under the first paragraph and all others whole. */
static void test_sink(struct arena *a, struct style *s)
{
	enum { MANY = 600 };
	static struct taken t;
	struct flow_sink sink = { take, &t };
	struct flow_source source = { .ctx = &t, .frame = counted };
	struct unit u[MANY];
	struct flow_result r;

	u[0] = paragraph(a, s, 8);
	for (int i = 1; i < MANY; i++) {
		u[i] = paragraph(a, s, 10);
		u[i].hlist->items[3].hyphen = i % 6 != 0;
	}
	r = flow(a, u, MANY, &source, NULL, &sink);
	assert(r.nset == MANY && t.n == r.n);
	for (size_t i = 0; i < r.n; i++)
		assert(t.stands[i].unit == r.stands[i].unit && t.stands[i].frame == r.stands[i].frame &&
		       t.stands[i].tick == r.stands[i].tick && t.stands[i].first == r.stands[i].first && t.stands[i].n == r.stands[i].n);
	assert(t.before > 100);
	assert(r.n == MANY);
}

int main(void)
{
	struct arena *a = arena_new();
	struct style s = { .align = ALIGN_START, .size = 5 };
	struct unit u[4];
	struct flow_result r;

	/* 4 + 4 + 4 in frames of ten: the third is divided two and two. */
	for (int i = 0; i < 3; i++)
		u[i] = paragraph(a, &s, 4);
	r = flow(a, u, 3, &endless_source, NULL, NULL);
	assert(r.widows == 0 && lines_in(&r, 2, 0) == 2 && lines_in(&r, 2, 1) == 2);
	assert(r.last_frame == 1 && r.last_tick == 2 * TICKS);

	/* A paragraph of three lines is never divided: it moves whole. */
	u[2] = paragraph(a, &s, 3);
	r = flow(a, u, 3, &endless_source, NULL, NULL);
	assert(r.widows == 0 && lines_in(&r, 2, 0) == 0 && lines_in(&r, 2, 1) == 3);

	/* No widow: of 6 + 5, four fit, but three stay so that two go over. */
	u[0] = paragraph(a, &s, 6);
	u[1] = paragraph(a, &s, 5);
	r = flow(a, u, 2, &endless_source, NULL, NULL);
	assert(r.widows == 0 && lines_in(&r, 1, 0) == 3 && lines_in(&r, 1, 1) == 2);

	/* A subhead keeps with two lines of its text. */
	u[0] = paragraph(a, &s, 8);
	u[1] = paragraph(a, &s, 1);
	u[1].before = TICKS;
	u[1].keep_next = true;
	u[2] = paragraph(a, &s, 6);
	r = flow(a, u, 3, &endless_source, NULL, NULL);
	assert(lines_in(&r, 1, 1) == 1 && lines_in(&r, 2, 1) == 6 && lines_in(&r, 0, 0) == 8);

	/* White before a head is dropped at a column's top. */
	for (size_t i = 0; i < r.n; i++)
		assert(r.stands[i].unit != 1 || r.stands[i].tick == 0);

	/* A solid block that does not fit goes to the next frame. */
	u[1] = block(a, 1, 4, 0);
	r = flow(a, u, 2, &endless_source, NULL, NULL);
	assert(lines_in(&r, 1, 1) == 1 && lines_in(&r, 1, 0) == 0);

	/* What fits no frame of the article's stands in the overset ones, lines unbroken in number. */
	u[0] = paragraph(a, &s, 25);
	r = flow(a, u, 1, &overset_source, NULL, NULL);
	assert(lines_in(&r, 0, 0) == 10 && lines_in(&r, 0, 1) == 10 && lines_in(&r, 0, 2) == 5);

	test_sink(a, &s);
	test_long(a, &s);
	test_rows(a, &s);
	/* Nothing to set. */
	r = flow(a, u, 0, &endless_source, NULL, NULL);
	assert(r.n == 0);
	arena_free(a);
	return 0;
}
