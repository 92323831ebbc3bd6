/*
 * src/page/figure/arrange_page.h - the options of one page: which of the next figures
 * stand where on it.
 *
 * In      the page's columns as the template leaves them; figures in order, the
 *         first one that may stand here; what of the text was set before, as far
 *         as it is known
 * Out     options, the one without figures first
 * Units   grid lines; ticks (page/flow/flow.h)
 *
 * MOST_OPTIONS bounds the options that are kept of a page, OPTIONS_TRIED those that
 * are looked at; page_options.bounded says that the latter was met.
 */
#ifndef ZIVOS_PAGE_FIGURE_ARRANGE_PAGE_H
#define ZIVOS_PAGE_FIGURE_ARRANGE_PAGE_H

#include "page/figure/arrange_room.h"

struct page_options {
	size_t page, before;		/* number of figures before it */
	size_t around;			/* which of its sets of options: that for text of about so much before it */
	size_t units;			/* that are set before it */
	struct column *const *columns;
	const struct option **option;
	size_t n;
	bool bounded;
};

struct page_figures {
	struct work *w;
	const struct floating *figures;
	size_t n;
	size_t nunits;
	const int *ticks;		/* height of all units before one, as far as it is known without columns */
	const size_t *sections;		/* subheads before so many units */
	GHashTable *heights;		/* of figures in the widths and heights that were tried */
	GHashTable *notches;		/* notches_table_new(): what columns give way to for insets */
};

GHashTable *notches_table_new(void);
void page_options_find(struct page_options *o, struct page_figures *f, size_t ncolumns);
/* Columns that a figure asks for on a page of n. */
int slot_wanted(const struct page_figures *f, size_t figure, size_t n);

#endif
