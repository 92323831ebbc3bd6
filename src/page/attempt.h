/*
 * src/page/attempt.h - a part is composed in attempts: what each gives up so that
 * the text comes out right, and the search for the best one.
 *
 * In      a part of the issue; the composer as it stands before it
 * Out     the attempt to make for good (page/part.c), and how it comes out
 * Memory  attempts hold until attempts_close(), each with its sheets and messages; only
 *         those of the one that is made for good come to the composer's
 * Bounds  each search has its steps at most: halves of the room that pictures
 *         give, FIT_STEPS, AD_TRIES
 */
#ifndef ZIVOS_PAGE_ATTEMPT_H
#define ZIVOS_PAGE_ATTEMPT_H

#include <stdbool.h>
#include "page/outcome.h"

struct composer;
struct part;
struct work;

struct attempt {
	int shrink;			/* lines that pictures with min_lines are lower than drawn */
	bool unbalanced;		/* columns are not balanced: what stays empty takes a filler */
	int ad_page;			/* of the part, from 1, that half advertisements stand on where the author gives no number of pages */
};

/* Between these no attempt is made twice, as long as nothing is tried for copyfitting (page/fit/fit.h). */
void attempts_open(struct composer *c);
void attempts_close(struct composer *c);

/* Compose and look. */
struct outcome attempt_try(struct composer *c, const struct part *p, struct attempt a);
/* The same with pictures as high as the text lets them. */
struct outcome attempt_shrunk(struct composer *c, const struct part *p, int ad_page);
/* The best one. look: its outcome is wanted even where nothing of the template gives way and nothing can go wrong; else *out stays as it
 * was then, for the first composition is the last. */
struct attempt attempt_best(struct composer *c, const struct part *p, bool look, struct outcome *out);
/* For good: its pages are the composer's last. It may have been tried or not. The work is closed by attempts_close(). */
struct work *attempt_make(struct composer *c, const struct part *p, struct attempt a);

#endif
