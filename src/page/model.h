/*
 * src/page/model.h - finished pages: the one thing every output reads.
 *
 * A list of pages, each a list of placed items in reading order, in Pt from
 * the trimmed page's top left corner (so what bleeds has negative places).
 * Nothing here is about PDF, pixels or XML; nothing is changed once built.
 * Every item knows where it came from, what it is in the document's structure,
 * its language, and its colour as a named swatch.
 */
#ifndef ZIVOS_PAGE_MODEL_H
#define ZIVOS_PAGE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "base/diag.h"
#include "base/geom.h"
#include "base/store.h"			/* struct picture_colour */
#include "para/line.h"			/* struct glyph_at, struct cluster */
#include "text/font.h"			/* struct font: outputs need its file */

struct note;

/* Place in the document's structure. Tags form a tree by their parents; text in
 * furniture has role ARTIFACT. */
enum role { ROLE_ARTIFACT, ROLE_ARTICLE, ROLE_H1, ROLE_H2, ROLE_P, ROLE_LIST, ROLE_ITEM, ROLE_FIGURE, ROLE_CAPTION, ROLE_QUOTE, ROLE_BOX, ROLE_TOC, ROLE_TOCI,
	ROLE_TABLE, ROLE_ROW, ROLE_CELL, ROLE_HEADER, ROLE_NOTE };
struct tag {
	enum role role;
	const struct tag *parent;	/* NULL: directly under the document */
	const char *lang;		/* BCP 47 */
	const char *alt;		/* figures */
	int cols, rows;			/* CELL, HEADER: that it spans */
	bool names_row;			/* HEADER: of its row, not of its column */
	struct src at;
};

/* CMYK 0..1 with its name; tint already applied to cmyk. */
struct colour { const char *swatch; double tint; double c, m, y, k; };

enum item_kind { ITEM_GLYPHS, ITEM_RECT, ITEM_PICTURE, ITEM_MARK, ITEM_PATH };

/*
 * A run of glyphs of one font, size and colour, with its text.
 *
 * Clusters pair bytes of text with glyphs, both without gaps. They stand in
 * the order in which they are to be shown; for right-to-left runs see
 * `backward`.
 */
struct glyphs {
	const struct font *font;
	Pt size;
	double hscale;			/* horizontal scale, 1 = none */
	Pt x, y;			/* origin on the page; y is the baseline */
	struct glyph_at *glyph;
	size_t nglyphs;
	const char *text;
	size_t nbytes;
	struct cluster *clusters;
	size_t nclusters;
	const char *lang;		/* BCP 47, of the run */
	bool rtl;
	bool up;			/* turned a quarter to the left about its origin, so that it is read from the foot upwards */
	bool backward;			/* clusters are in logical order, the last glyphs are the first one's */
	const char *href;		/* link target, or NULL */
	int dest_page;			/* index of the page linked to, or -1 */
	Pt dest_y;			/* height on that page to be seen; 0: its head */
	const struct note *note;	/* a note's number, in the text or, note_end, before the note: each leads to the other; or NULL */
	bool note_end;
};

struct picture_item {
	const char *path;		/* absolute; NULL: nothing to show but `fault` */
	double crop_x, crop_y, crop_w, crop_h;	/* part of the upright picture, 0..1 */
	bool vector;
	bool line;			/* pure black and white */
	struct picture_colour colour;
	int page;			/* of a PDF, from 1 (its crop is of the trim, and may reach beyond it, into the bleed); else 0 */
	Pt nominal_w, nominal_h;	/* PDF: of its trim */
	bool page_open;			/* PDF: the author named no page */
	Pt booked_w, booked_h;		/* PDF of an advertisement: the trim that its place asks for; else 0 */
	bool misfit;			/* its own is another: it was scaled to fit, for a look */
	const char *alt, *fault;	/* fault: message shown in a marked box in drafts, or NULL */
	const char *refused;		/* shown, but not printable: why, a mark in drafts; or NULL */
};

/* Straight lines from point to point: closed and filled, or a line of a thickness with round joins and butt ends. */
struct path {
	const struct point *at;
	size_t n;
	bool closed;
	Pt stroke;			/* 0: filled */
};

struct item {
	enum item_kind kind;
	struct src at;
	const struct tag *tag;
	struct colour colour;		/* GLYPHS, RECT, PATH */
	struct rect box;		/* RECT, PICTURE: place; MARK: where; GLYPHS: its advance box, upright ones as they stand; PATH: round its points */
	union {
		struct glyphs glyphs;
		struct path path;
		struct picture_item picture;
		const char *mark;	/* MARK: a note shown in drafts only, e.g. "overset: 12 lines" */
	};
};

/* A text line as the editor knows it: for the dump, for counting, for the preview. */
struct line_note { struct src at; Pt x, y, w; bool justified; const char *text; size_t nbytes; };

struct page_plan;

struct page {
	int index;			/* from 0 */
	const char *label;		/* page number as printed, "+7" for overset pages */
	bool right;			/* right-hand page */
	bool overset;			/* shown in drafts only */
	struct item *items;
	size_t nitems;
	struct line_note *lines;
	size_t nlines;
	struct item *slug;		/* outside the bleed; on sheets with printer's marks only (page/furniture/slug.h) */
	size_t nslug;
	const struct page_plan *plan;	/* which articles stand here (page/plan.h); NULL: it is not an issue's page */
};

struct bookmark { const char *title; int page; int level; };

struct pages {
	Pt width, height, bleed;	/* trimmed page */
	Pt margin;			/* from the trim to the edge of a sheet with printer's marks; 0: none, it ends with the bleed */
	struct page *pages;
	size_t npages;
	struct bookmark *bookmarks;
	size_t nbookmarks;
	const char *title, *subject, *lang, *date;	/* metadata; date YYYY-MM-DD */
};

/* The dump golden tests compare: a line an item, lengths to 0.01 pt. */
void pages_dump(const struct pages *p, FILE *out);

#endif
