/*
 * src/page/fit/fit_work.h - what the modules of copyfitting share (page/fit/fit.h): a
 * search over one part, its texts as they stand, what is being tried.
 */
#ifndef ZIVOS_PAGE_FIT_FIT_WORK_H
#define ZIVOS_PAGE_FIT_FIT_WORK_H

#include "page/attempt.h"
#include "page/fit/fit.h"
#include "page/outcome.h"
#include "page/work.h"

/* A picture that stood, and how high: met while the part was composed. */
struct fit_seen { const struct picture *picture; double lines; };

/* A text that can be cut or lengthened, as it stands. */
struct fit_text {
	const struct copy *copy;
	const struct article *article;
	enum fit_object object;
	int number, box;
	const char *lang;
	int chars;
	int lines, last;		/* how many it has; characters in the last of them */
	double full;			/* characters of a full line */
};

struct fitting {
	struct remedy **remedies;	/* tried now */
	size_t n;
	GArray *seen;			/* struct fit_seen; NULL: not asked for */
	double share;			/* of every text's characters that is added, or, negative, cut; 0: none */
	GHashTable *shared;		/* with it: copy -> what is set in its place; has all texts as its keys */
};

struct search {
	struct composer *c;
	const struct part *p;
	const struct attempt *a;
	struct copyfit *fit;
	GArray *texts;			/* struct fit_text */
	GArray *seen;			/* struct fit_seen */
	GArray *remedies;		/* struct remedy, candidates that help */
	int before, need;		/* excess and need without any */
	bool shared;			/* what the last composition left empty is shared out to all columns of a page */
	bool looks;			/* texts stay as they are */
	int unplaced;			/* pictures that found no place in it */
	int tries, most;
};

/* ---- page/fit/fit_try.c: a composition's excess is the lines it has too many (one at least where a picture finds no place), or, negative,
 * those it leaves empty ---- */

/* With these remedies; need: struct outcome's. Once the tries are used up: as if they won nothing. */
int fit_excess(struct search *s, struct remedy **r, size_t n, int *need);
/* With a share of all texts. */
int fit_excess_share(struct search *s, double share);
/* Whether the last composition's excess is what is wanted: the text fits, and leaves no hole that shows. */
bool fit_is_good(const struct search *s, int excess);
/* Tries it, and says what it wins. */
int fit_try(struct search *s, struct remedy *r);

/* ---- page/fit/fit_look.c ---- */

/* Composes the part once: its texts, its pictures, its columns. */
void fit_look(struct search *s);

/* ---- page/fit/fit_find.c ---- */

/* Tries what might help; what does becomes one of s->remedies. */
void fit_find(struct search *s);

#endif
