/* tests/unit/test_linebreak.c - total fit over lists made by hand: boxes of 30, spaces of 10 (+5, -3). */
#include <assert.h>
#include <math.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "para/hlist.h"
#include "para/linebreak.h"
#include "text/shape.h"

static struct measure same(const void *ctx, size_t n)
{
	(void)n;
	return (struct measure){ 0, *(const double *)ctx };
}

static struct measure narrow_first(const void *ctx, size_t n)
{
	(void)ctx;
	return (struct measure){ 0, n < 2 ? 70 : 110 };
}

/* n boxes; forced: index of a box after which the line must end, or -1. */
static struct hlist *list(struct arena *a, struct style *s, int n, int forced)
{
	struct hlist *h = arena_make(a, struct hlist);
	struct shaped *t = arena_make(a, struct shaped);
	size_t k = 0;

	t->style = s;
	h->text = t;
	h->items = arena_make_array(a, (size_t)n * 2, struct hitem);
	for (int i = 0; i < n; i++) {
		h->items[k++] = (struct hitem){ .kind = H_BOX, .width = 30 };
		if (i + 1 == n || i == forced)
			h->items[k++] = (struct hitem){ .kind = H_PENALTY, .penalty = PENALTY_FORCED };
		else
			h->items[k++] = (struct hitem){ .kind = H_GLUE, .width = 10, .stretch = 5, .shrink = 3 };
	}
	h->n = k;
	hlist_sum(a, h);
	return h;
}

/* The same list with spaces that stretch by 20. */
static struct hlist *elastic(struct arena *a, struct style *s, int n)
{
	struct hlist *h = list(a, s, n, -1);

	for (size_t i = 0; i < h->n; i++)
		if (h->items[i].kind == H_GLUE)
			h->items[i].stretch = 20;
	hlist_sum(a, h);
	return h;
}

/* n times 30 10 30 10 20-: lines of 110 are full at each hyphen, and stretched where they end at the space before it. */
static struct hlist *hyphens(struct arena *a, struct style *s, int n)
{
	struct hlist *h = arena_make(a, struct hlist);
	struct shaped *t = arena_make(a, struct shaped);

	t->style = s;
	h->text = t;
	h->items = arena_make_array(a, (size_t)n * 6 + 1, struct hitem);
	for (int i = 0; i < n; i++) {
		for (int k = 0; k < 2; k++) {
			h->items[h->n++] = (struct hitem){ .kind = H_BOX, .width = 30 };
			h->items[h->n++] = (struct hitem){ .kind = H_GLUE, .width = 10, .stretch = 20, .shrink = 3 };
		}
		h->items[h->n++] = (struct hitem){ .kind = H_BOX, .width = 20 };
		h->items[h->n++] = (struct hitem){ .kind = H_PENALTY, .penalty = 50, .hyphen = true, .pre = 10 };
	}
	h->items[h->n++] = (struct hitem){ .kind = H_PENALTY, .penalty = PENALTY_FORCED };
	hlist_sum(a, h);
	return h;
}

/* The longest run of lines that end in a hyphen. */
static size_t ladder(const struct hlist *h, const struct breaks *b)
{
	size_t run = 0, most = 0;

	for (size_t i = 0; i < b->n; i++) {
		run = h->items[b->at[i]].hyphen ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most;
}

static void test_ladder(struct arena *a)
{
	struct style s = { .align = ALIGN_JUSTIFY, .size = 10, .space = 1, .hyphen_penalty = 50, .contrast = 1 };
	double w = 110;

	for (s.ladder = 0; s.ladder <= 4; s.ladder++) {
		struct hlist *h = hyphens(a, &s, 9);
		struct choice c = linebreak(a, h, same, &w, true);

		assert(ladder(h, &c.natural) == (s.ladder ? (size_t)s.ladder : 8));
		assert(ladder(h, &c.longer) <= (s.ladder ? (size_t)s.ladder : 9));
	}
	/* Without another way the ladder stands, and no word sticks out. */
	s.ladder = 1;
	w = 30;
	{
		struct hlist *h = hyphens(a, &s, 1);
		struct choice c = linebreak(a, h, same, &w, true);
		assert(c.natural.n == 3 && c.natural.overfull == 0);
	}
}

/* Nine boxes, four of which fill a line: the ninth stands alone unless that is avoided. */
static void test_runt(struct arena *a)
{
	struct style s = { .align = ALIGN_JUSTIFY, .size = 20, .space = 1, .hyphen_penalty = 50 };
	double w = 150;
	struct hlist *h = elastic(a, &s, 9);
	struct choice c;

	c = linebreak(a, h, same, &w, true);
	assert(c.natural.n == 3 && c.natural.at[1] == 15);	/* 4 + 4 + 1 */
	s.runt = 2.5;
	c = linebreak(a, h, same, &w, true);
	assert(c.natural.n == 3 && c.natural.at[1] < 15);
}

static void test_looseness(struct arena *a)
{
	struct style s = { .align = ALIGN_JUSTIFY, .size = 10, .space = 1, .hyphen_penalty = 50 };
	double w = 108;

	assert(linebreak(a, elastic(a, &s, 21), same, &w, true).natural.n == 7);
	s.looseness = 1;
	assert(linebreak(a, elastic(a, &s, 21), same, &w, true).natural.n == 8);
	s.looseness = -1;		/* there is none: four of 30 do not shrink enough */
	assert(linebreak(a, elastic(a, &s, 21), same, &w, true).natural.n == 7);
}

/* ---- lines of many widths ---------------------------------------------------- */

static struct measure beside(const void *ctx, size_t n)
{
	return (struct measure){ 0, ((const double *)ctx)[n < 7 ? n : 7] };
}

/* Words of 12 to 51, each of which may be divided once. */
static struct hlist *random_words(struct arena *a, struct style *s, int n, unsigned *seed)
{
	struct hlist *h = arena_make(a, struct hlist);
	struct shaped *t = arena_make(a, struct shaped);

	t->style = s;
	h->text = t;
	h->items = arena_make_array(a, (size_t)n * 4, struct hitem);
	for (int i = 0; i < n; i++) {
		Pt width = 12 + (Pt)((*seed = *seed * 1103515245u + 12345u) >> 16 & 0x7fff) / 0x7fff * 39;

		h->items[h->n++] = (struct hitem){ .kind = H_BOX, .width = width * 0.5 };
		h->items[h->n++] = (struct hitem){ .kind = H_PENALTY, .penalty = 50, .hyphen = true, .pre = 3 };
		h->items[h->n++] = (struct hitem){ .kind = H_BOX, .width = width * 0.5 };
		if (i + 1 < n)
			h->items[h->n++] = (struct hitem){ .kind = H_GLUE, .width = 4, .stretch = 2, .shrink = 1 };
	}
	h->items[h->n++] = (struct hitem){ .kind = H_PENALTY, .penalty = PENALTY_FORCED };
	hlist_sum(a, h);
	return h;
}

/* Whether the rest of the list from a break on can be set with no line looser than `most`. */
static bool can_be_set(const struct hlist *h, const Pt *widths, size_t from, size_t line, double most)
{
	for (size_t to = from == SIZE_MAX ? 0 : from + 1; to < h->n; to++) {
		bool last = to + 1 == h->n;
		struct fit f;

		if (h->items[to].kind == H_BOX)
			continue;
		f = line_fit(h, from, to, widths[line < 7 ? line : 7]);
		if (f.ratio < -1)
			return false;
		if (last || (f.ratio <= most && can_be_set(h, widths, to, line + 1, most)))
			return true;
	}
	return false;
}

/* The loosest line but the last. */
static double loosest(const struct hlist *h, const struct breaks *b, const Pt *widths)
{
	double most = 0;

	for (size_t i = 0; i + 1 < b->n; i++)
		most = fmax(most, line_fit(h, i ? b->at[i - 1] : SIZE_MAX, b->at[i], widths[i < 7 ? i : 7]).ratio);
	return most;
}

/* Beside a picture every line has a width of its own: a line that is as loose as can be is not taken where somewhat loose ones do, though
 * none of these is better than another that ends where it does. */
static void test_beside(struct arena *a)
{
	struct style s = { .align = ALIGN_JUSTIFY, .size = 10, .space = 1, .hyphen_penalty = 10, .ladder = 0, .contrast = 1 };
	unsigned seed = 7;
	int could = 0, loose = 0;

	for (int round = 0; round < 400; round++) {
		struct hlist *h = random_words(a, &s, 16, &seed);
		Pt widths[8] = { 160 };
		struct choice c;

		for (int i = 1; i < 7; i++)
			widths[i] = 100 - 6 * i + round % 20;
		widths[7] = 160;
		c = linebreak(a, h, beside, widths, false);
		assert(c.natural.n > 0 && (c.natural.nloose > 0) == (loosest(h, &c.natural, widths) > 5));
		assert(c.shorter.nloose <= c.natural.nloose && c.longer.nloose <= c.natural.nloose);
		loose += c.natural.nloose > 0;
		if (can_be_set(h, widths, SIZE_MAX, 0, 4.9)) {
			could++;
			assert(loosest(h, &c.natural, widths) < 9);
		}
	}
	assert(could > 100 && loose > 0);
}

/* A line more than natural is not won by a syllable alone in it, as long as there is another way. */
static void test_longer(struct arena *a)
{
	struct style s = { .align = ALIGN_JUSTIFY, .size = 10, .space = 1, .hyphen_penalty = 50, .ladder = 2, .contrast = 1 };
	double w = 150;
	unsigned seed = 5;
	int longer = 0, lost = 0;

	for (int round = 0; round < 400; round++) {
		struct breaks b = linebreak(a, random_words(a, &s, 40, &seed), same, &w, true).longer;

		longer += b.n > 0;
		lost += b.n > 1 && b.hyphen[b.n - 2] && b.last < 0.2 * w;
	}
	assert(longer > 100 && lost < longer / 2);
}

int main(void)
{
	struct arena *a = arena_new();
	struct style s = { .align = ALIGN_JUSTIFY, .size = 10, .space = 1, .hyphen_penalty = 50, .ladder = 2, .contrast = 1 };
	double w = 110;
	struct choice c = linebreak(a, list(a, &s, 10, -1), same, &w, true);
	struct fit f;
	struct hlist *h;

	/* Three boxes fill a line exactly: 3 + 3 + 3 + 1. */
	assert(c.natural.n == 4);
	assert(c.natural.at[0] == 5 && c.natural.at[1] == 11 && c.natural.at[2] == 17 && c.natural.at[3] == 19);
	assert(c.natural.overfull == 0);
	assert(c.shorter.n == 0);			/* nothing shrinks enough for three lines */
	assert(c.longer.n == 0);			/* nor may spaces grow eightfold */

	/* 2 + 2 + 2 + 1 of seven boxes in 85 fit loosely; six fit as 2 + 2 + 2 or, shrunk, not at all. */
	w = 85;
	c = linebreak(a, list(a, &s, 7, -1), same, &w, true);
	assert(c.natural.n == 4 && c.longer.n == 0);
	w = 110;

	/* Ratio of a line: 2 boxes and 1 space in 75: 5 over 5. */
	h = list(a, &s, 4, -1);
	f = line_fit(h, SIZE_MAX, 3, 75);
	assert(fabs(f.natural - 70) < 1e-9 && fabs(f.ratio - 1) < 1e-9);
	f = line_fit(h, SIZE_MAX, 3, 67);
	assert(fabs(f.ratio + 1) < 1e-9);

	/* A forced break ends a line that is not stretched. */
	c = linebreak(a, list(a, &s, 6, 1), same, &w, true);
	assert(c.natural.n == 3 && c.natural.at[0] == 3);

	/* What is wider than the measure is set all the same, and said. */
	w = 20;
	c = linebreak(a, list(a, &s, 2, -1), same, &w, true);
	assert(c.natural.n == 2 && fabs(c.natural.overfull - 10) < 0.01);

	/* Lines of different width: 2 + 2 + 3 + 3. */
	c = linebreak(a, list(a, &s, 10, -1), narrow_first, NULL, false);
	assert(c.natural.n == 4 && c.natural.at[0] == 3 && c.natural.at[1] == 7 && c.natural.at[2] == 13);

	/* Balanced ragged lines in the fewest lines: 5 boxes are 3 + 2, 4 are 2 + 2. */
	s.align = ALIGN_START;
	s.balance = true;
	w = 115;
	c = linebreak(a, list(a, &s, 4, -1), same, &w, true);
	assert(c.natural.n == 2 && c.natural.at[0] == 3);
	c = linebreak(a, list(a, &s, 5, -1), same, &w, true);
	assert(c.natural.n == 2);
	test_ladder(a);
	test_runt(a);
	test_looseness(a);
	test_beside(a);
	test_longer(a);
	arena_free(a);
	return 0;
}
