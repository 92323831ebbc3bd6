/*
 * src/preflight/interpret.h - draw a page without drawing it: follow the
 * content streams and say what would be painted, where and how.
 *
 * In      a page of struct pdf
 * Out     one call of `event` for everything that paints, sets or breaks
 *         something. All that the page draws is followed: forms, patterns,
 *         Type 3 glyphs, soft masks, inline images; pattern cells, glyphs
 *         and masks once each on a page
 * Units   Pt in the page's user space as PDF has it: y grows upwards
 * Bounds  operations and time, as given; forms 20 deep, q 512 deep. Past a
 *         bound nothing more is reported and interpret_stopped() is true
 * Caveat  clips are their bounding boxes. The box of text is advance by ascent
 * Source  ISO 32000-1, 8 and 9
 */
#ifndef ZIVOS_PREFLIGHT_INTERPRET_H
#define ZIVOS_PREFLIGHT_INTERPRET_H

#include <stdbool.h>
#include <stddef.h>
#include "preflight/matrix.h"
#include "preflight/space.h"

struct arena;
struct font;
struct fontbook;
struct interpreter;
struct obj;
struct pdf;

struct colour {
	const struct space *space;
	double v[MOST_COLORANTS];
	const struct obj *pattern;		/* or NULL */
};

struct gstate {
	struct matrix ctm;
	struct box clip;
	struct colour fill, stroke;
	double line_width;
	bool overprint_fill, overprint_stroke;	/* op, OP */
	int overprint_mode;			/* OPM */
	double alpha_fill, alpha_stroke;	/* ca, CA */
	const char *blend;			/* BM */
	bool soft_mask;
	struct font *font;			/* NULL: none set */
	double font_size, char_space, word_space, scale, leading, rise;
	int render;				/* Tr */
};

enum event_kind {
	EV_TEXT,		/* a shown string */
	EV_FILL, EV_STROKE, EV_IMAGE, EV_SHADE,
	EV_GSTATE,		/* obj: the ExtGState dictionary */
	EV_GROUP,		/* obj: a transparency group; space: its CS or NULL */
	EV_MASK,		/* obj: a soft mask dictionary; space: of its group */
	EV_INTENT,		/* words: the rendering intent */
	EV_XOBJECT,		/* obj: an XObject or inline image about to be drawn */
	EV_FAULT,		/* words: what is wrong with the content, a format with `what` */
	EV_DEEP,		/* q nested deeper than 28 */
};

/* Where in the page's drawing an event lies; geometry counts only where it is 0 or IN_FORM. */
enum { IN_FORM = 1, IN_PATTERN = 2, IN_TYPE3 = 4, IN_MASK = 8 };

struct event {
	enum event_kind kind;
	int page;				/* from 1 */
	unsigned inside;
	struct box box;				/* what is seen of it inside clips; empty: nothing */
	const struct gstate *g;
	const struct colour *paint;		/* NULL: image, shading */
	const struct space *space;		/* the colour space that paints */
	const struct obj *obj;			/* image, shading, dictionary */
	const char *words, *what;
	double size;				/* text: height of an em on the page; stroke: width there */
	bool overprint;
	/* text */
	struct font *font;
	unsigned faults, code;			/* GLYPH_... of all its glyphs, and a code with one of them */
	/* fill */
	const struct box *rects;		/* its upright rectangles */
	size_t nrects;
	bool single;				/* it is one closed path */
	/* image */
	double ppi, pixels_w, pixels_h;
	int bits;
	bool stencil;				/* an image mask: 1 bit in the current colour */
};

typedef void (*event_fn)(void *ctx, const struct event *e);

struct interpreter *interpreter_new(struct arena *a, struct pdf *p, struct fontbook *fonts,
				    event_fn event, void *ctx, double seconds, size_t operations);
void interpreter_free(struct interpreter *it);	/* NULL is allowed */
/* page from 0; start: the transformation to begin with; crop: marks outside of it are not seen. */
void interpret_page(struct interpreter *it, size_t page, struct matrix start, struct box crop);
bool interpret_stopped(const struct interpreter *it);

#endif
