/*
 * src/preflight/font.h - a font of the PDF, and the glyphs text shows with it.
 *
 * In      a font dictionary
 * Out     struct font: what it is, its embedded program opened by FreeType;
 *         font_next() takes a code off a shown string: advance, blank or not,
 *         and what is wrong with that glyph, each fault once per code
 * Units   advances in 1/1000 em of the PDF
 * Caveat  not every encoding can be followed without the PDF's own CMaps
 *         (predefined Asian ones, symbolic TrueType without cmap): nothing is said
 *         of those glyphs rather than something wrong
 * Source  ISO 32000-1, 9.5 to 9.10
 */
#ifndef ZIVOS_PREFLIGHT_FONT_H
#define ZIVOS_PREFLIGHT_FONT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct fontbook;
struct obj;
struct pdf;

enum {
	GLYPH_NOTDEF = 1,		/* the code means .notdef */
	GLYPH_MISSING = 2,		/* the program has nothing for the code */
	GLYPH_BLANK = 4,		/* and should not be: the text says a visible character */
	GLYPH_WIDTH = 8,		/* program and PDF disagree by more than 1/1000 em */
	GLYPH_WIDTH_FAR = 16,		/* by more than 20 */
	GLYPH_NO_UNICODE = 32,
};

struct font {
	const struct obj *dict;
	const char *name;		/* without the subset's prefix */
	bool type3, composite, vertical;
	bool embedded;			/* a program is there; for Type 3 always */
	bool readable;			/* and FreeType opened it */
	double matrix[6];		/* Type 3: glyph space to text space */
	double ascent, descent;		/* 1/1000 em, descent negative */
	struct font_inside *inside;
};

struct glyph {
	unsigned code;
	double advance;			/* 1/1000 em; Type 3: glyph space */
	bool space;			/* the one-byte code 32: takes word spacing */
	bool visible;			/* false: known to leave no ink */
	unsigned faults;		/* GLYPH_..., the first time this code is shown */
	const struct obj *proc;		/* Type 3: the glyph's content stream, or NULL */
};

struct fontbook *fontbook_new(struct arena *a, struct pdf *p);
void fontbook_free(struct fontbook *b);		/* NULL is allowed */
/* The same struct for the same object. Never NULL. */
struct font *fontbook_get(struct fontbook *b, const struct obj *dict);

/* Takes the next code off the string at *s, which moves on; false at the end. */
bool font_next(struct font *f, const unsigned char **s, const unsigned char *end, struct glyph *g);

#endif
