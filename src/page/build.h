/*
 * src/page/build.h - an issue and a layout become pages.
 *
 * In      issue (pictures probed), layout, fonts, hyphenation dictionaries
 * Out     struct pages: arena data
 * Errors  reported with the author's place and the page
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

/* fit: what copyfitting is asked for, and has found (page/fit.h); NULL: only as notes, where a text misses its pages. */
struct fit_request;
struct pages *pages_build(struct arena *a, const struct issue *i, const struct layout *l, struct page_limits least,
			  struct text_tools *t, struct fit_request *fit, struct diag *d);

/* Dumps of earlier stages for golden tests, of every article in order. text: runs with font, script,
 * level, language; lines: the lines of each paragraph at its column's width. */
void pages_dump_text(const struct issue *i, const struct layout *l, struct text_tools *t, FILE *out, struct diag *d);
void pages_dump_lines(const struct pages *p, FILE *out);

#endif
