/*
 * src/page/block/units_build.h - what the modules that turn blocks into units share.
 *
 *   units.c      the walk over an article's blocks; paragraphs and subheads; units onto sheets
 *   initial.c    the large letter at an article's beginning
 *   list.c       lists and facts
 *   verse.c      poems; couplet.c  those in two half-verses
 *   notes.c      notes at the article's end
 */
#ifndef ZIVOS_PAGE_BLOCK_UNITS_BUILD_H
#define ZIVOS_PAGE_BLOCK_UNITS_BUILD_H

#include "page/block/blocks.h"
#include "page/block/units.h"

struct unit_info {
	const struct article *article;
	const struct style *style;
	const struct tag *tag;
	const struct set_block *block;	/* or NULL: running text, with */
	const struct copy *copy;
	struct text_set *marker;	/* of a list's item, a fact, a note, a line of verse */
	Pt marker_x, marker_y;		/* from where lines begin; its baseline under the unit's first */
	const struct note *note;	/* whose number the marker is, or NULL */
	const struct initial *initial;	/* or NULL */
	bool heading;
};

/* A further unit, with the white of a style before and after it; good until the next is added. */
struct unit *unit_add(struct units *u, const struct article *a, const struct style *s, const struct tag *tag);
/* Running text. */
struct unit *units_add_text(struct units *u, const struct article *a, const struct copy *copy, const struct style *s, enum role role,
			    const struct tag *tag);
/* Blocks in order, and nothing round them. */
void units_add_blocks(struct units *u, const struct article *a, struct block *const *blocks, size_t n, const struct tag *tag);
/* A block that sets itself. */
struct unit *units_add_set(struct units *u, const struct article *a, const struct set_block *b, const struct style *s,
			   const struct tag *tag);

struct initial {
	struct text_set letter, quote;	/* quote: marks before it; n 0: none */
	const struct copy *rest;	/* of the paragraph's text */
	Pt x, y, quote_x, quote_y;	/* from where lines begin and the first one's baseline */
	Pt width;			/* what lines give way by, */
	Pt closer, tail;		/* how much less the first one, and what one line more; 0: none does */
};
/* The initial of a paragraph; NULL: it takes none. */
const struct initial *initial_find(struct units *u, const struct copy *copy, const struct style *s);
void initial_put(struct composer *c, struct sheet *s, const struct initial *i, bool rtl, Pt x, Pt base, Pt width, const struct rubric *r,
		 const struct tag *tag);

/* Where the text of a list's item (from 0) starts, its number or point, and where that stands: both from where lines begin. */
struct list_place { Pt hang, marker_x; struct text_set *marker; };
struct list_place list_place(struct composer *c, const struct block *b, size_t item, const struct style *s);
void units_add_list(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);
void units_add_facts(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);
void units_add_verse(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);
/* A rule and the article's notes, if it has any. */
void units_add_notes(struct units *u, const struct article *a, const struct tag *tag);

/* What both kinds of poems share (page/block/verse.c): every how many lines a number stands; how it is set; how wide their column is, 0 where none stands. */
struct verse;
struct verse_line;
int verse_every(const struct verse *v, const struct style *s);
const struct style *verse_number_style(const struct composer *c, const struct template *t);
struct text_set verse_number(struct composer *c, const struct verse_line *l, const struct style *s, Pt width);
Pt verse_number_column(struct composer *c, const struct verse *v, int every, const struct style *s);
bool verse_has_couplets(const struct verse *v);

#endif
