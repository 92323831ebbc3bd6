/*
 * src/para/line.h - a line as placed glyphs.
 *
 * In      hlist, two of its breaks, the measure
 * Out     pieces in reading order, positions from the measure's left edge
 * Units   Pt; y grows downwards
 *
 * A piece is what one call of the painter shows: glyphs of one run with their
 * text. Clusters are made so that the text comes out of a PDF as it went in:
 * left-to-right runs whole; Indic and Thai words as one cluster where
 * a letter has several glyphs; right-to-left words one by one, in logical order
 * (backward), so that the order of the page's content is the order of reading.
 */
#ifndef ZIVOS_PARA_LINE_H
#define ZIVOS_PARA_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "para/linebreak.h"

struct run;
struct shaped;

/* Places relative to the piece's origin. Clusters cover text and glyphs without gaps; nglyphs may be 0. There are many: a longer one is
 * divided, the rest of its text having no glyphs. */
struct glyph_at { uint32_t id; float x, y; };
enum { CLUSTER_MOST = 60000 };
struct cluster { uint16_t nbytes, nglyphs; };
struct piece {
	const struct run *run;
	Pt x, y;			/* origin: from the measure's left edge, from the baseline */
	Pt width;
	double hscale;			/* horizontal scale of the letters, 1 = none */
	struct glyph_at *glyphs;		/* relative to x, y */
	size_t nglyphs;
	char *text;
	size_t nbytes;
	struct cluster *clusters;
	size_t nclusters;
	bool backward;
};

struct set_line {
	uint32_t start, end;		/* bytes of the shaped text */
	const struct shaped *text;
	struct piece *pieces;
	size_t npieces;
	Pt x, width;			/* of the ink, hanging parts included */
	bool hyphen, justified;
};

/* from: break item the line starts after, SIZE_MAX for the first; to: the one it ends at. */
struct set_line *line_set(struct arena *a, const struct hlist *h, size_t from, size_t to, struct measure m);
/* The same of a half-verse: as wide as the measure whatever the style says, and words lengthened before spaces grow. */
struct set_line *line_fill(struct arena *a, const struct hlist *h, size_t from, size_t to, struct measure m);

#endif
