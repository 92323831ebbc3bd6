/*
 * src/prepress/impose_plan.h - which page comes where on which sheet.
 *
 * In      sizes of the pages; a scheme and its measures
 * Out     sides of sheets in the order in which they are printed, each with its cells
 * Units   Pt, from the sheet's lower left corner, upwards as in PDF
 *
 * booklet  two pages a side, folded once and stapled: N pages (filled up to a
 *          multiple of four) on N/4 sheets, front, back, front, back. Of the
 *          outermost sheet the front holds the last and the first page. Sheets
 *          further in are pushed out by those round them, so that their pages
 *          are moved to the spine by `creep` for each sheet
 * spreads  as a reader sees them: 1, 2-3, 4-5 ...
 * nup      columns x rows small pages a sheet, in reading order
 *
 * Bound on the right (Arabic, Persian, Hebrew) left and right change places.
 */
#ifndef ZIVOS_PREPRESS_IMPOSE_PLAN_H
#define ZIVOS_PREPRESS_IMPOSE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

enum impose_scheme { IMPOSE_BOOKLET, IMPOSE_SPREADS, IMPOSE_NUP };

struct impose_options {
	enum impose_scheme scheme;
	Pt sheet_w, sheet_h;		/* 0: the smallest usual one that the pages go on */
	bool turns;			/* the sheet may be laid across, as the pages want it */
	bool bound_right;
	bool marks;			/* booklet: crop and fold marks, if the sheet has room */
	bool before_back;		/* booklet: blank pages before the back cover, not after it */
	Pt creep;
	int columns, rows;		/* nup; 0: of eight or nine a sheet what shows them largest */
};

struct extent { Pt w, h; };		/* of a page as shown, trimmed */
struct bounds { Pt x0, y0, x1, y1; };

struct cell {
	int page;			/* from 0; -1: blank */
	struct bounds at;		/* the trimmed page */
	struct bounds room;		/* what it may cover with its bleed */
	double scale;
};

struct side { struct cell *cells; size_t ncells; Pt w, h; struct bounds trim; };

struct plan {
	struct side *sides;
	size_t nsides;
	size_t nblank;			/* pages that were filled in */
	double scale;			/* of the pages */
	Pt spine;			/* booklet: where sheets are folded */
	bool duplex_long;		/* booklet: turned round the long edge, not the short one */
	bool marks;			/* there is room for them */
};

/* n: at least 1. g_free() sides and cells by plan_clear(). */
struct plan plan_make(const struct impose_options *o, const struct extent *pages, size_t n);
void plan_clear(struct plan *p);

/* The pages left and right on side i of a booklet of n pages, a multiple of four. */
void booklet_pages(size_t n, size_t i, bool bound_right, int pages[2]);

#endif
