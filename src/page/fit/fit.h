/*
 * src/page/fit/fit.h - copyfitting: what would bring a text that misses its pages
 * onto them.
 *
 * In      a part of the issue whose text is too long for its pages, or leaves
 *         room on them
 * Out     by how much, column by column, and remedies that an editor can take:
 *         each was tried by composing the part with it, so what it is said to
 *         win it wins. Best first: what does least to the text and the pictures
 * Bounds  so many compositions a part (fit_request.tries)
 *
 *   fit.c        the search: remedies tried, put in order, chosen
 *   fit_look.c   the part as it is: its texts, its columns
 *   fit_find.c   remedies that might help
 *   fit_try.c    what is set in the place of the author's while one is tried
 *   fit_words.c  remedies as sentences
 *   fit_work.h   what they share
 *
 * Trying. While a part is tried out the composer carries a struct fitting; the
 * places where a text, a pull quote, a picture or a box is set ask it what to set.
 * What is tried can be written into the issue as it is: a picture's `adjust`, a pull
 * quote's `size`, an article's `pages`.
 */
#ifndef ZIVOS_PAGE_FIT_FIT_H
#define ZIVOS_PAGE_FIT_FIT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"

struct article;
struct arena;
struct block;
struct composer;
struct copy;
struct part;
struct picture;
struct attempt;

enum remedy_kind {
	REMEDY_CUT, REMEDY_ADD,		/* a text's characters */
	REMEDY_CROP, REMEDY_ENLARGE,	/* a picture's height */
	REMEDY_SMALLER, REMEDY_LARGER,	/* a pull quote's size */
	REMEDY_OMIT,			/* a pull quote, picture or box */
	REMEDY_FILLER,			/* one more of the issue's */
	REMEDY_PAGES			/* of the whole text */
};

/* What a remedy is about, as its sentence names it. */
enum fit_object { FIT_PARAGRAPH, FIT_ANSWER, FIT_ITEM, FIT_STEP, FIT_BOXED, FIT_PARALLEL, FIT_PICTURE, FIT_QUOTE, FIT_BOX, FIT_STOCK, FIT_PART };

struct remedy {
	enum remedy_kind kind;
	enum fit_object object;
	const void *target;		/* texts: their copy; pictures: struct picture; quotes, boxes, what is left out: their block */
	const struct article *article;
	struct src at;
	int number;			/* of its kind in the article, from 1; */
	int box;			/* BOXED: in this box */
	const char *lang;		/* PARALLEL: in this text */
	int amount;			/* CUT, ADD: characters; pictures: grid lines; quotes: sizes; PAGES: how many */
	double mm, width_mm;		/* pictures: the same; FILLER: the most that has room */
	int gain;			/* lines of columns that it wins, or fills */
	int left;			/* lines that stay empty with it, 0: too long all the same */
	bool enough;			/* by itself */
	bool chosen;			/* one of those that are enough together */
	const void *made;		/* what is set in the target's place */
};

/* A column of the part; overset: of the lines that have no page. room: characters that go into what is empty, about. */
struct fit_column { int page, column, lines, used; size_t chars, room; bool overset; };

struct copyfit {
	const struct part *part;
	const struct article *article;	/* its first */
	int pages;
	int over;			/* lines too many; 0: none */
	int unplaced;			/* pictures that find no place */
	int left;			/* else lines empty at the end */
	size_t chars;			/* characters that these lines hold, or would */
	size_t must;			/* characters to cut (add) all over the text so that it fits, as was tried; 0: that alone does not help */
	int wins;			/* lines that all remedies win, if each does in the others' company what it does alone */
	const struct fit_column *columns;
	size_t ncolumns;
	struct remedy *remedies;	/* best first */
	size_t nremedies;
	bool solved;			/* the chosen ones together are enough */
	struct copyfit *next;		/* in page order */
};

/* What to look into: the part with this article, or (NULL) every part that misses its pages; what was found. notes: also tell the remedies
 * as messages, and try no more than that takes. */
struct fit_request { const char *article; bool notes; struct copyfit *found; };

/* Of a part whose text comes out `over` or `left`; a: how it is composed. looks: of remedies only those that leave the text and what stands
 * in it as they are: pictures' heights and pull quotes' sizes. In the arena. */
struct copyfit *fit_part(struct composer *c, const struct part *p, const struct attempt *a, bool looks);
/* From now on the part is composed with the remedies that were chosen, until fit_give_up(). */
void fit_adopt(struct composer *c, const struct copyfit *f);
void fit_give_up(struct composer *c);
/* The remedies as notes at their places: those chosen; else, of a text that is too long, the best few. */
void fit_report(struct composer *c, const struct copyfit *f);
/* A remedy as a sentence without its place. g_free() it. */
char *remedy_text(const struct remedy *r);
/* Whether it fills room, not wins it. */
bool remedy_fills(const struct remedy *r);

/* Asked where things are set: what is set in their place. */
const struct copy *fit_copy(struct composer *c, const struct copy *copy);
int fit_step(struct composer *c, const struct block *quote, int step);
double fit_lines(struct composer *c, const struct picture *p, double lines);
bool fit_omits(const struct composer *c, const struct block *b);
/* Whether texts are changed, so that what was set before does not hold. */
bool fit_changes_texts(const struct composer *c);
/* A filler beside those of the stock, so wide and at most so many lines high; NULL: none is tried. */
const struct picture *fit_filler(struct composer *c, double width, double lines);
bool fit_has_filler(const struct composer *c);

#endif
