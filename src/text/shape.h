/*
 * src/text/shape.h - a paragraph's text as shaped glyphs, ready to be broken.
 *
 * In      a copy (doc/issue.h) and a style (doc/layout.h)
 * Out     struct shaped: the text as it is set (isolates added, page numbers
 *         filled in, capitals made), its runs of one font, script, language and
 *         direction, its glyphs in logical order, and per byte: advance so far,
 *         break opportunities, hyphenation points
 * Units   Pt
 * Errors  a character that no font of the chain has: D_GLYPH_MISSING at its
 *         place; it is set as question marks so that a draft shows where
 * Source  UAX 9 (levels, by FriBidi through Pango), UAX 24 (scripts, Pango's
 *         iterator), UAX 14 (breaks, text/breaks.h)
 *
 * Fonts are not left to Pango's itemiser: it falls back character by character,
 * so that brackets and digits inside Arabic change the face, and it prefers
 * any installed font to the layout's second choice.
 */
#ifndef ZIVOS_TEXT_SHAPE_H
#define ZIVOS_TEXT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <hb.h>
#include "base/unit.h"
#include "doc/issue.h"
#include "doc/layout.h"		/* enum align */

struct arena;
struct diag;
struct style;
struct face;
struct font;
struct text_tools;

struct run {
	uint32_t start, end;		/* bytes of text */
	const struct font *font;
	const struct face *face;	/* of the layout, for this script: how its lines are justified */
	Pt size, rise;			/* of this run's glyphs; rise: up */
	double tracking;		/* Pt added to each cluster */
	hb_script_t script;
	const char *lang;
	uint8_t level;			/* embedding level; odd: right to left */
	bool spaced;			/* letter-spacing is allowed in this script */
	bool ideographic;		/* Chinese, Japanese: justified by even gaps between characters */
	bool clustered;			/* Indic, Thai ...: the whole word is one cluster of the output's text */
	double loosen;			/* em that justification may add after each cluster: between ideographs, Thai clusters */
	const struct inline_run *markup;
};

enum { GLYPH_UNSAFE = 1,		/* breaking the line before it changes shapes: reshape both sides */
	GLYPH_KASHIDA = 2 };		/* lengthens the letter before it and is no text */

/* Pt, dy down; cluster: byte of text. There are many: flags and id share a word, glyphs being numbered by 16 bits. */
struct glyph { uint32_t id : 24, flags : 8, cluster; float adv, dx, dy; };

struct shaped {
	const struct copy *copy;
	const struct style *style;
	const char *text;
	uint32_t len;
	const uint32_t *map;		/* byte of text -> byte of copy->text; NULL: the same (shaped_place()) */
	bool rtl, bidi;			/* base direction; whether any run's level differs from the base's */
	struct run *runs;
	size_t nruns;
	struct glyph *glyphs;		/* logical order; within a cluster as the font wants it */
	size_t nglyphs;
	uint32_t *first;		/* len + 1: index of the first glyph whose cluster is at or after the byte */
	Pt *x;				/* len + 1: advances of all clusters that start before the byte */
	uint8_t *breaks;		/* len + 1: enum break_kind */
	bool ideographs;		/* some are in the text (text/fullwidth.h) */
	Pt latin_gap;			/* between them and Latin letters */
	Pt ragged;			/* measures under it are set ragged though the style says justified */
	uint8_t *hyphen;		/* len + 1: 0, or quality of a hyphen before the byte (text/hyphen.h) */
};

/* What a <ref> shows, or a <note>: a number in the digits of the text around it; of a page that is not known as yet "0". */
typedef const char *(*number_of)(void *ctx, const struct inline_run *r, const struct style *s);

/* Everything in a; nothing is kept of t but its fonts. */
struct shaped *shape(struct arena *a, const struct copy *c, const struct style *s,
		     struct text_tools *t, number_of number, void *ctx, struct diag *d);

/* Bytes start to end of run r shaped by themselves (at a line's edge), without the text around them.
 * Glyphs in logical order, in a. */
struct glyph *shape_slice(struct arena *a, const struct shaped *s, const struct run *r,
			  uint32_t start, uint32_t end, size_t *nglyphs);
/* The same, lengthened: `count` kashidas before the byte `at` of each joint, ascending. */
struct joint { uint32_t at; unsigned count; };
struct glyph *shape_lengthened(struct arena *a, const struct shaped *s, const struct run *r, uint32_t start, uint32_t end,
			       const struct joint *joints, size_t njoints, size_t *nglyphs);
/* Width of one kashida of the run's font; 0 where the run is not lengthened. */
Pt run_kashida(const struct run *r);
/* How lines of this text are set in a measure: as the style says, but ragged where that is too narrow for the script. */
enum align shaped_align(const struct shaped *s, Pt measure);
/* Width of bytes start to end if a line began or ended there. */
Pt shape_width(const struct shaped *s, uint32_t start, uint32_t end);

/* Whether a line edge before the byte changes glyphs: inside a cluster, or where the font says so. */
bool shaped_unsafe_at(const struct shaped *s, uint32_t byte);
const struct run *shaped_run(const struct shaped *s, uint32_t byte);	/* the run that holds the byte; NULL between runs */
uint32_t shaped_place(const struct shaped *s, uint32_t byte);	/* byte of copy->text */
struct src shaped_at(const struct shaped *s, uint32_t byte);

/* The hyphen a line of this run ends in: the font's U+2010, else U+002D. */
uint32_t run_hyphen(const struct run *r, Pt *width);

/* Text of runs for golden tests: a line a run. */
void shaped_dump(const struct shaped *s, FILE *out);

#endif
