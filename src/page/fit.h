/*
 * src/page/fit.h - copyfitting: what would bring a text that misses its pages
 * onto them.
 *
 * In      a part of the issue whose text is too long for its pages, or leaves
 *         room on them
 * Out     by how much, column by column, and remedies that an editor can take:
 *         each was tried by composing the part with it, so what it is said to
 *         win it wins. Best first: what does least to the text and the pictures
 * Bounds  TRIES compositions a part
 *
 * Trying. While a part is tried out the composer carries a struct fitting; the
 * places where a paragraph, a pull quote or a picture is set ask it what to set.
 */
#ifndef ZIVOS_PAGE_FIT_H
#define ZIVOS_PAGE_FIT_H

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
struct style;
struct attempt;

enum remedy_kind { REMEDY_CUT, REMEDY_CROP, REMEDY_ENLARGE, REMEDY_SMALLER, REMEDY_LARGER };

struct remedy {
	enum remedy_kind kind;
	const void *target;		/* CUT: the paragraph's copy; CROP, ENLARGE: the picture; SMALLER, LARGER: the pull quote's block */
	const struct article *article;
	struct src at;
	int number;			/* of its kind in the article, from 1 */
	int amount;			/* CUT: characters; pictures: grid lines; quotes: sizes */
	double mm;			/* pictures: the same */
	int gain;			/* lines of columns that it wins, or fills */
	bool enough;			/* by itself */
	bool chosen;			/* one of those that are enough together */
	const void *made;		/* what is set in the target's place */
};

/* A column of the part's last page; overset: of the lines that have no page. */
struct fit_column { int page, column, lines, used; bool overset; };

struct copyfit {
	const struct part *part;
	const struct article *article;	/* its first */
	int pages;
	int over;			/* lines too many; 0: none */
	int left;			/* else lines empty at the end */
	size_t chars;			/* characters that these lines hold, about */
	int wins;			/* lines that all remedies win, if each does in the others' company what it does alone */
	const struct fit_column *columns;
	size_t ncolumns;
	struct remedy *remedies;	/* best first */
	size_t nremedies;
	bool solved;			/* the chosen ones together are enough */
	struct copyfit *next;		/* in page order */
};

/* What to look into: the part with this article, or (NULL) every part that misses its pages; what was found. */
struct fit_request { const char *article; bool notes; struct copyfit *found; };	/* notes: also tell the remedies as messages */

/* Of a part whose text comes out `over` or `left`; a: how it is composed. In the arena. */
struct copyfit *fit_part(struct composer *c, const struct part *p, const struct attempt *a);
/* The remedies as notes at their places: those chosen; else, of a text that is too long, the best few. */
void fit_report(struct composer *c, const struct copyfit *f);
/* A remedy as a sentence without its place. g_free() it. */
char *remedy_text(const struct remedy *r);

/* Asked where things are set: what is set in their place. */
const struct copy *fit_copy(struct composer *c, const struct copy *copy);
const struct style *fit_style(struct composer *c, const struct block *b, const struct style *s);
double fit_lines(struct composer *c, const struct picture *p, double lines);

#endif
