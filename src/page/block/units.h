/*
 * src/page/block/units.h - an article's blocks as units of the flow, and back onto sheets.
 *
 * In      articles (doc/issue.h), the template's styles
 * Out     units in reading order (page/flow/flow.h); pictures, wide tables, pull quotes and
 *         boxes that stand beside the text are not units: they are listed as floats with
 *         the unit they follow
 */
#ifndef ZIVOS_PAGE_BLOCK_UNITS_H
#define ZIVOS_PAGE_BLOCK_UNITS_H

#include "page/compose.h"
#include "page/figure/figure.h"
#include "page/flow/flow.h"

struct units {
	struct composer *c;
	const struct template *t;
	Pt width;			/* of the first column: for blocks set before the flow */
	GArray *units;			/* struct unit */
	GArray *floats;			/* struct floating */
	GHashTable *apart;		/* struct block: boxes that stand in a place of their own; NULL: none */
	bool boxed;			/* what stands in a box: pictures are units, too */
	GHashTable *in_text;		/* struct block: pull quotes and boxes that found no place beside the text; NULL: none of them floats */
	double lines;			/* of text since the last pull quote that floats, about */
};

void units_init(struct units *u, struct composer *c, const struct template *t, Pt width, GHashTable *apart, GHashTable *in_text);
void units_clear(struct units *u);
/* head: set in the column before the article (sections), or NULL. */
void units_add_article(struct units *u, const struct article *a, const struct head *head, const struct tag *tag);

/* Put a stretch of unit `u` on a sheet: x, y are the column's left edge and the top of tick 0; width the column's. */
struct opposite { struct sheet *sheet; Pt x; };	/* the column's counterpart on a facing page; sheet NULL: none */
void unit_put(struct composer *c, struct sheet *s, const struct unit *u, const struct stand *st, Pt x, Pt y, Pt width, struct opposite facing);
/* A unit's text is held while units are put, and let go after its last stretch. */
void unit_hold(struct composer *c, const struct unit *u);
void unit_release(struct composer *c, const struct unit *u);
/* What is known of its text (page/texts.h); NULL: it has none that is kept. */
struct shape_entry *unit_text(const struct composer *c, const struct unit *u);
const struct article *unit_article(const struct unit *u);
const struct copy *unit_copy(const struct unit *u);	/* running text; NULL: a block */
bool unit_is_heading(const struct unit *u);
struct src unit_at(const struct unit *u);	/* place of a paragraph in the author's file */
/* Characters of the lines of a stretch (for messages). */
size_t stand_chars(const struct unit *u, const struct stand *st);

#endif
