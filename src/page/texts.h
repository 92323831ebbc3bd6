/*
 * src/page/texts.h - what is known of a copy in a style: its shaped text and its list.
 *
 * For page/texts.c, which keeps them, and page/ahead.c, which has them made on
 * other threads. All others ask by page/compose.h.
 */
#ifndef ZIVOS_PAGE_TEXTS_H
#define ZIVOS_PAGE_TEXTS_H

#include "page/compose.h"

struct shape_key { const struct copy *copy; const struct style *style; };
struct shape_entry {
	struct shape_key key;
	struct caches *caches;
	bool keep;			/* over the passes */
	struct arena *arena;		/* of what is kept; NULL: the text lives as long as the pages */
	const struct shaped *shaped;	/* NULL: not asked for yet, or given up */
	bool said;			/* what shaping found */
	struct hlist *hlist;
	unsigned held;
	struct ahead_text *ahead;	/* is being made ready on another thread, or is; NULL: nobody does */
};

/* NULL: it was not asked for, or is not kept. */
struct shape_entry *texts_find(const struct composer *c, const struct copy *copy, const struct style *s);

#endif
