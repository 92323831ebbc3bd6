/*
 * src/page/units_build.h - what the modules that turn blocks into units share.
 *
 *   units.c      the walk over an article's blocks; paragraphs and subheads; units onto sheets
 *   initial.c    the large letter at an article's beginning
 *   list.c       lists and facts
 *   verse.c      poems
 */
#ifndef ZIVOS_PAGE_UNITS_BUILD_H
#define ZIVOS_PAGE_UNITS_BUILD_H

#include "page/blocks.h"
#include "page/units.h"

struct unit_info {
	const struct article *article;
	const struct style *style;
	const struct tag *tag;
	const struct set_block *block;	/* or NULL: running text, with */
	const struct copy *copy;
	struct text_set *marker;	/* of a list's item, or a drop cap */
	Pt marker_y;			/* its baseline under the unit's first */
	bool heading;
};

/* A further unit, with the white of a style before and after it; good until the next is added. */
struct unit *unit_add(struct units *u, const struct article *a, const struct style *s, const struct tag *tag);
/* Running text. */
struct unit *units_add_text(struct units *u, const struct article *a, const struct copy *copy, const struct style *s, enum role role,
			    const struct tag *tag);
/* A block that sets itself. */
struct unit *units_add_set(struct units *u, const struct article *a, const struct set_block *b, const struct style *s,
			   const struct tag *tag);

/* Whether a paragraph may begin with an initial; what is left of its text then. */
bool initial_taken(const struct copy *c);
const struct copy *initial_take(struct units *u, const struct copy *copy, const struct style *s, struct text_set **set, Pt *width);

/* Where the text of a list's items starts; an item's number or point (from 0). */
Pt list_hang(struct composer *c, const struct block *b, const struct style *s);
struct text_set *list_marker(struct composer *c, const struct block *b, size_t item, const struct style *s, Pt hang);
void units_add_list(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);
void units_add_facts(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);
void units_add_verse(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);

#endif
