/*
 * tests/unit/units.h - units for tests of the flow, without a font: paragraphs of so many lines, or of words
 * of one width.
 */
#ifndef ZIVOS_TESTS_UNITS_H
#define ZIVOS_TESTS_UNITS_H

#include "base/arena.h"
#include "doc/layout.h"
#include "page/flow/flow.h"
#include "para/hlist.h"
#include "text/shape.h"

#define WORD 9.0			/* and a space of 1: ten words in a line of 100 */

/* A paragraph of n boxes; before the next comes `between`. */
static inline struct unit boxes(struct arena *a, struct style *s, int n, Pt width, struct hitem between)
{
	struct hlist *h = arena_make(a, struct hlist);
	struct shaped *t = arena_make(a, struct shaped);

	t->style = s;
	h->text = t;
	h->n = (size_t)n * 2;
	h->items = arena_make_array(a, h->n, struct hitem);
	for (int i = 0; i < n; i++) {
		h->items[2 * i] = (struct hitem){ .kind = H_BOX, .width = width };
		h->items[2 * i + 1] = between;
	}
	h->items[h->n - 1] = (struct hitem){ .kind = H_PENALTY, .penalty = PENALTY_FORCED };
	hlist_sum(a, h);
	return (struct unit){ .hlist = h, .lead = TICKS, .on_grid = true };
}

/* A paragraph of n lines by n forced breaks: it has no other length. */
static inline struct unit paragraph(struct arena *a, struct style *s, int n)
{
	return boxes(a, s, n, 90, (struct hitem){ .kind = H_PENALTY, .penalty = PENALTY_FORCED });
}

/* A paragraph of n words, ragged. */
static inline struct unit words(struct arena *a, struct style *s, int n)
{
	return boxes(a, s, n, WORD, (struct hitem){ .kind = H_GLUE, .width = 1 });
}

#endif
