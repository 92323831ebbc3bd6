/*
 * src/page/build.h - an issue and a layout become pages.
 *
 * In      issue (pictures probed), layout, fonts, hyphenation dictionaries
 * Out     struct pages: arena data
 * Errors  reported with the author's place and the page
 *
 * Bounds. Whatever the issue and the layout are, pages are made in a time that
 * grows with the text alone: every search and every repetition ends at one of these.
 * Where that may be seen on the pages it is told under the key at the right.
 *
 *   passes until page numbers hold still        4               build.c          page-count
 *   pages of one part                           MAX_PAGES       work.h           overset
 *   attempts at a part: heights of pictures     log2 of lines   attempt.c
 *     one line less for a better fit            FIT_STEPS       attempt.c
 *     the page of its advertisements            AD_TRIES        attempt.c        underset
 *   compositions for advice                     TRIES, fewer of long parts in passing   fit.c   (the best so far is advised)
 *   arrangements of a page: tried               OPTIONS_TRIED   arrange_page.c   pages-bounded
 *     followed by the flow                      WAYS_OUT        flow_work.h      pages-bounded
 *   states of the flow: of a unit               BEAM            flow.c           (what is dropped is dearer than all that is kept)
 *     ways to divide a block                    WAYS            flow_rows.c      pages-bounded
 *     lines measured one by one                 MOST_LINES      flow_text.c      pages-bounded
 *     frames too low that a block passes over   PASSED_OVER     flow_rows.c      overset, of the row that sticks out
 *   pages for what reaches over a foot          EDGES_PAGES     edges.h          overset
 *   pictures with pages of their own            PLATES_MOST     plate.h          picture-narrow
 *   columns of figures on a page                PAGE_COLUMNS    arrange_page.h   picture-unplaced
 *   widths of a table's columns                 a budget        columns.c        table, where they do not fit
 *   widths of parallel texts                    WAYS_TRIED      widths.c
 *   rows, columns, series, notes, languages     of src/doc      doc              table, chart, too-many
 *
 * All other loops run over what is there once, or halve what is left. Only elements
 * nest, 100 deep (doc/reader.h), so that no recursion is deeper than that.
 */
#ifndef ZIVOS_PAGE_BUILD_H
#define ZIVOS_PAGE_BUILD_H

#include <stdio.h>
#include "base/diag.h"

struct arena;
struct issue;
struct layout;
struct pages;
struct store;
struct text_tools;			/* text/tools.h: fonts, hyphens, breaker */

/* Fill in what the issue's pictures are (struct picture: px_w ... fault) and report unusable ones.
 * false: zivos-picture could not run (reported). */
bool pictures_probe(struct issue *i, struct store *s, struct arena *a, struct diag *d);

/* Pixels an inch under which a picture is reported; one in pure black and white. */
struct page_limits {
	double ppi, line_ppi;
	double refused_ppi, refused_line_ppi;	/* under which the press takes none; 0: whatever comes */
	int multiple;				/* what the number of pages is a multiple of; 0: four */
	bool for_print;				/* what the press does not take is an error, else a warning */
};

/* fit: what copyfitting is asked for, and has found (page/fit/fit.h); NULL: only as notes, where a text misses its pages. */
struct fit_request;
struct pages *pages_build(struct arena *a, const struct issue *i, const struct layout *l, struct page_limits least,
			  struct text_tools *t, struct fit_request *fit, struct diag *d);

/* Dumps of earlier stages for golden tests, of every article in order. text: runs with font, script,
 * level, language; lines: the lines of each paragraph at its column's width. */
void pages_dump_text(const struct issue *i, const struct layout *l, struct text_tools *t, FILE *out, struct diag *d);
void pages_dump_lines(const struct pages *p, FILE *out);

#endif
