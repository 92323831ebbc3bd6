/*
 * src/para/hlist.h - a paragraph as boxes, glue and penalties.
 *
 * In      shaped text (text/shape.h)
 * Out     items in logical order. A line starts after a break item and ends
 *         before or at the next; what a break adds to either side (the hyphen, other
 *         shapes at the edge, what may hang into the margin) stands at the break
 * Units   Pt
 * Source  Knuth & Plass, "Breaking Paragraphs into Lines", SP&E 11 (1981)
 */
#ifndef ZIVOS_PARA_HLIST_H
#define ZIVOS_PARA_HLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/unit.h"

struct arena;
struct shaped;

enum hkind { H_BOX, H_GLUE, H_PENALTY };

#define PENALTY_NEVER 1e9
#define PENALTY_FORCED -1e9

struct hitem {
	enum hkind kind;
	uint32_t start, end;		/* bytes: of the box or space; a penalty has both at its place */
	bool hyphen;			/* a break here ends in a hyphen */
	bool dash;			/* ... in one of the word's own */
	Pt width, stretch, shrink;	/* glue: of the space; box: stretch of the gaps between its ideographs */
	Pt track;			/* box: what letter-spacing may add or take, at the style's limit */
	Pt expand;			/* box: what a horizontal scale of the letters may add or take */
	double penalty;			/* glue and penalty: cost of a break here */
	Pt pre, post;			/* added to the line that ends here, and to the one that starts here */
	Pt hang_end, hang_start;	/* protrusion of those lines */
};

/* Sums of all items before one, breaks' own widths left out. */
struct hsum { Pt width, stretch, shrink, track, expand; };

struct hlist {
	struct hitem *items;
	size_t n;			/* the last is the forced break at the end */
	struct hsum *sums;		/* n + 1 */
	Pt hang_start;			/* of the first line */
	const struct shaped *text;
	struct listing *listing;	/* its store's (para/lists.h): items come and go; NULL: they stay */
};

/* Fills h->sums from h->items. */
void hlist_sum(struct arena *a, struct hlist *h);

/* What is at the end of the paragraph is not glue: the last line is as wide as it is. */
struct hlist *hlist_make(struct arena *a, const struct shaped *s);

/* Protrusion of a character at a line's start and end, as part of its own advance, in the style's family and a font of
 * it (para/protrude.c). font may be NULL: no particular one. */
struct font;
struct style;
struct protrusion { double start, end; };
struct protrusion protrude(const struct style *s, const struct font *font, uint32_t codepoint);

#endif
