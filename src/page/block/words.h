/*
 * src/page/block/words.h - the program's own words beside an issue's text: slug lines,
 * numbers under thumbnails, legends.
 *
 * In      a line of text, its size and place; the fonts of a layout, or Noto Sans
 * Out     items of the page model (page/model.h), shaped as any text is
 * Units   Pt, y downwards
 * Errors  as text/shape.h reports them
 */
#ifndef ZIVOS_PAGE_BLOCK_WORDS_H
#define ZIVOS_PAGE_BLOCK_WORDS_H

#include "page/model.h"

struct arena;
struct layout;
struct text_tools;
struct words;

/* In a, as all it makes. l: the family of its captions is used; NULL: Noto Sans. */
struct words *words_new(struct arena *a, struct text_tools *t, const struct layout *l, struct diag *d);

enum words_align { WORDS_LEFT, WORDS_RIGHT, WORDS_CENTRED };
/* Add a line at x, on the baseline y. Returns its width. */
Pt words_put(struct words *w, const char *text, const char *lang, Pt size, int weight, Pt x, Pt y,
	     enum words_align align, struct colour c);
/* Lines of a text broken in a width, the first on the baseline y, at most `most`, the last one then cut with "…".
 * Returns how many there are. */
size_t words_block(struct words *w, const char *text, const char *lang, Pt size, int weight, Pt x, Pt y, Pt leading, Pt width,
		   size_t most, struct colour c);
/* The text, cut with "…" where it is wider than the room; in the arena. */
const char *words_cut(struct words *w, const char *text, const char *lang, Pt size, int weight, Pt room);
/* How wide it would be. */
Pt words_width(struct words *w, const char *text, const char *lang, Pt size, int weight);
/* What was added so far, in a. */
struct item *words_items(const struct words *w, size_t *n);

#endif
