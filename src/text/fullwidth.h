/*
 * src/text/fullwidth.h - the blank halves of Chinese and Japanese punctuation,
 * and the gap between ideographs and Latin letters.
 *
 * A full-width comma has its ink in one half of its square, a bracket in the
 * other. Which half follows the land (zh-Hant centres the comma), so it is measured in
 * the font. Of two such marks beside each other the blank between is set once
 * (。」 takes one and a half squares), at a line's edges the blank hangs
 * outside, and elsewhere it is what justification may take first.
 *
 * Source  W3C, clreq 3.1.6 and 3.2; jlreq 3.1
 */
#ifndef ZIVOS_TEXT_FULLWIDTH_H
#define ZIVOS_TEXT_FULLWIDTH_H

#include <stddef.h>
#include <stdint.h>
#include "base/unit.h"

struct glyph;
struct run;
struct shaped;

/* Blank that may be taken on either side of the glyph, in halves or quarters of its square; 0 for all but such marks. */
struct blank { Pt left, right; };
struct blank fullwidth_blank(const struct shaped *s, const struct run *r, const struct glyph *g);

/* Takes the blank between marks and adds the gaps, to a run's glyphs in logical order. */
void fullwidth_space(const struct shaped *s, const struct run *r, struct glyph *g, size_t n);

/* What of a line's end before the byte, and of its start at the byte, is blank: gap or half a mark. */
Pt fullwidth_hang_end(const struct shaped *s, uint32_t byte);
Pt fullwidth_hang_start(const struct shaped *s, uint32_t byte);

#endif
