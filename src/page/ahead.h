/*
 * src/page/ahead.h - texts made ready on other threads before the flow asks for them.
 *
 * In      the units of a flow, in the order in which it will ask for them; the
 *         width that most will be set in
 * Out     nothing that could be seen: a text, its list and its breaks in that width
 *         are there when they are asked for. What shaping found is told then, as
 *         if it had been shaped then; what is never asked for leaves no trace. So
 *         the pages and messages are the same with any number of threads
 * Memory  at most AHEAD_MOST texts beyond the one that was asked for last
 */
#ifndef ZIVOS_PAGE_AHEAD_H
#define ZIVOS_PAGE_AHEAD_H

#include <stddef.h>
#include "base/unit.h"

struct ahead;
struct ahead_text;
struct arena;
struct composer;
struct diag;
struct hlist;
struct shaped;
struct unit;

#define AHEAD_MOST 24

/* c and the units outlive it, unmoved. NULL: nobody helps, or there is nothing to do. */
struct ahead *ahead_new(struct composer *c, const struct unit *units, size_t n, Pt width);
void ahead_free(struct ahead *a);	/* NULL is allowed */

/* For page/texts.c. The text, when it is done; arena and messages become the caller's. Its breaks are entered. */
const struct shaped *ahead_take(struct ahead_text *x, struct arena **arena, struct diag **found);
/* The list of a text that was taken: in the arena returned, which becomes the caller's. NULL: it was taken before. */
struct arena *ahead_list(struct ahead_text *x, struct hlist *out);

#endif
