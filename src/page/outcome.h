/*
 * src/page/outcome.h - how the composition of a part came out: what an attempt
 * is judged by, and what the author is told of the last one.
 *
 * In      a part whose text was poured (page/work.h)
 * Out     struct outcome; messages at the places in the author's files
 * Units   ticks (page/flow/flow.h) and grid lines of columns
 * Errors  overset, underset, widow, page-count
 */
#ifndef ZIVOS_PAGE_OUTCOME_H
#define ZIVOS_PAGE_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

struct part;
struct thread_work;
struct work;

#define MIN_HOLE 6			/* lines left empty before it is worth a message */

struct outcome {
	bool overset;			/* text has no page, or runs on past the page of the advertisements */
	bool bare;			/* no line of text stands under the head on the first page */
	bool filler;			/* a filler of the stock would stand free at the end */
	bool shared;			/* what stays empty is shared out to all columns of the last page */
	int pages;			/* those with text */
	int over, left;			/* lines that have no page; lines empty at the end */
	int need;			/* lines that the text takes more than its columns have, so that less is empty in any of them */
	int unplaced;			/* pictures without a place, or with a narrower one than asked for */
	int widows;			/* struct flow_result's, as the cost */
	double cost;
};

struct outcome outcome_of(const struct work *w);

/* Lines left empty before it is worth a message: more where they are shared out to all columns, or stand beside another text. */
int outcome_hole(const struct part *p, bool shared);

/* A thread's text that has no page; then what stays empty at its end, where no filler goes in: it is put. */
void outcome_report_overset(struct work *w, size_t thread);
void outcome_report_hole(struct work *w, size_t thread);
/* A stretch of a unit in its column: a line alone, a head parted from its text, a block higher than the column. */
void outcome_report_stand(struct work *w, size_t thread, size_t stand);
/* The whole: an advertisement without text on its page, a start on the wrong side. */
void outcome_report(struct work *w);

#endif
