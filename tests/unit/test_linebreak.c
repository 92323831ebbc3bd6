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
	h->width = arena_make_array(a, k + 1, Pt);
	h->stretch = arena_make_array(a, k + 1, Pt);
	h->shrink = arena_make_array(a, k + 1, Pt);
	h->track = arena_make_array(a, k + 1, Pt);
	h->expand = arena_make_array(a, k + 1, Pt);
	for (size_t i = 0; i < k; i++) {
		h->width[i + 1] = h->width[i] + h->items[i].width;
		h->stretch[i + 1] = h->stretch[i] + h->items[i].stretch;
		h->shrink[i + 1] = h->shrink[i] + h->items[i].shrink;
	}
	return h;
}

int main(void)
{
	struct arena *a = arena_new();
	struct style s = { .align = ALIGN_JUSTIFY, .size = 10, .hyphen_penalty = 50 };
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
	arena_free(a);
	return 0;
}
