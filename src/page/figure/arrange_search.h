/*
 * src/page/figure/arrange_search.h - what the search for a page's options shares (page/figure/arrange_page.h).
 *
 *   arrange_page.c    the search; places of pictures, tables, charts
 *   arrange_free.c    places of pull quotes and boxes, which may stand before their mention
 *   arrange_guess.c   what a place costs, by the text as it is thought to stand
 */
#ifndef ZIVOS_PAGE_FIGURE_ARRANGE_SEARCH_H
#define ZIVOS_PAGE_FIGURE_ARRANGE_SEARCH_H

#include "page/figure/arrange_near.h"
#include "page/figure/arrange_page.h"

struct search {
	struct page_figures *f;
	struct page_options *o;
	GArray *found;			/* struct option */
	size_t ncolumns;
	Pt gutter;
	bool insets;			/* one of them is an inset */
	bool crops;			/* heights other than their own are tried */
	bool narrow;			/* figures may be narrower than they ask for: there is no further page for them */
};

/* A place for a figure; guess: see struct option. */
struct candidate { struct slot slot; double cost, guess; bool own; guint nth; };
/* Places for the option's next figure. */
struct proposals {
	const struct option *o;
	const struct column *columns;
	size_t figure;
	double end;			/* grid line where balanced columns are thought to end, without the figure; HUGE_VAL: at the page's foot */
	bool on_page, echo_on_page;	/* whether the text is thought to reach its mention here, and what it repeats, */
	struct spot mention, echo;	/* and where */
	bool begins_on_page, ends_on_page;	/* the same of a quote's section, */
	struct spot begins, ends;	/* from its subhead to the next */
	GArray *found;			/* struct candidate */
};


/* At a cost beside that of its place and of what stands near it; left out where there is no room for it. */
void propose(struct search *s, struct proposals *p, const struct slot *slot, double cost, bool own);
/* Whether the columns have room for it: side by side, equally high at that end, with enough left of them. */
bool slot_fits(const struct search *s, const struct column *columns, const struct slot *slot);
/* What its place may cost, by the text as it is thought to stand in the columns; 0 where nobody knows (page_options.around). */
void guess_spots(const struct search *s, struct proposals *p);
double slot_guess(const struct search *s, const struct proposals *p, const struct slot *slot);
/* In one column from k on, or over the white between it and the next one. */
struct slot beside_slot(struct search *s, const struct option *o, const struct column *k, size_t column, const struct figure *set, bool straddles, int offset);
/* All places of a quote or box that is the option's next figure. */
void propose_free(struct search *s, struct proposals *p);

#endif
