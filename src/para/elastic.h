/*
 * src/para/elastic.h - what lines of other scripts than Latin are justified by, beside the word space.
 *
 *   Chinese, Japanese   first the blank halves of full-width marks, then gaps between all characters
 *   Thai and such       gaps between clusters, where the layout's face allows them
 *   Arabic script       when the spaces are at their limit, kashidas: at most one place a word,
 *                       never in two words beside each other (text/kashida.h)
 *
 * In      total fit asks what a box could give (elastic_box); when the breaks
 *         are chosen, a line's slices are lengthened for good (elastic_kashida)
 */
#ifndef ZIVOS_PARA_ELASTIC_H
#define ZIVOS_PARA_ELASTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/unit.h"

struct arena;
struct glyph;
struct hitem;
struct run;
struct shaped;

struct slice {				/* a run's part of a line */
	const struct run *run;
	const struct glyph *glyphs;	/* logical order */
	size_t n;
	uint32_t start, end;		/* bytes */
	Pt *adv;			/* of each glyph as justified; NULL: not known yet */
	Pt width, x;
};

/* Adds to box->stretch and box->shrink what the bytes of the box may give. */
void elastic_box(const struct shaped *s, struct hitem *box);

/* Lengthens words of the slices by about `want`, in steps of a kashida, and shapes them anew. most: em that a word may grow by where
 * that is more than its face says (verse). Returns by how much. */
Pt elastic_kashida(struct arena *a, const struct shaped *s, struct slice *slices, size_t n, Pt want, double most);

/* Whether a gap may open after glyph i of a slice; `last`: it is the line's last slice. */
bool elastic_gap(const struct shaped *s, const struct slice *l, size_t i, bool last);

#endif
