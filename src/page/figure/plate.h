/*
 * src/page/figure/plate.h - pictures that take pages of their own: one, to all its edges,
 * or two that face each other; galleries as large as a page's columns.
 *
 * In      a part of the issue
 * Out     the page of the part on which each of them stands: the next one after its
 *         mention (its own, where it opens the article) that suits it; these pages
 *         have no columns, and the template's pages are counted without them
 * Errors  reported: no two facing pages are left, or no page at all; the picture
 *         then stands on one, or in the text over all columns
 */
#ifndef ZIVOS_PAGE_FIGURE_PLATE_H
#define ZIVOS_PAGE_FIGURE_PLATE_H

#include "page/work.h"

enum { PLATES_MOST = 32 };		/* of one part */

struct plate { struct floating figure; int page; bool spread; };
struct plates {
	size_t n;
	struct plate plate[PLATES_MOST];
	GHashTable *demoted;		/* pictures that find no page: they stand in the text; NULL: there are no plates */
};

/* Looks for them, and composes the part without them to see where they are mentioned. Until the next call c->plates are this part's. */
void plates_find(struct composer *c, const struct part *p);
/* Whether a figure is kept out of the flow. */
bool plate_taken(const struct composer *c, const struct floating *f);
/* Whether a page of the part is one of theirs. */
bool plate_at(const struct composer *c, int page);
/* Pages of plates before a page of the part. */
int plates_before(const struct composer *c, int page);
/* The last page of a plate. */
int plates_end(const struct composer *c);
/* The plate, or the half of one, that stands on this page: puts it. false: the page is text's. */
bool plate_put(struct work *w, struct canvas *v, int page);

#endif
