/*
 * src/preflight/finding.h - what the preflight found: the list, as text and as JSON.
 *
 * The same sentence again on the same page is counted, not listed; more than
 * MOST_A_PAGE different ones of a rule on a page are counted together.
 */
#ifndef ZIVOS_PREFLIGHT_FINDING_H
#define ZIVOS_PREFLIGHT_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include "base/diag.h"
#include "preflight/rules.h"

enum { MOST_A_PAGE = 8 };

/* From the trim box's top left corner, in millimetres. */
struct place { double x, y, w, h; };

struct finding {
	enum rule_id rule;
	enum severity severity;
	int page;			/* from 1; 0: the whole file */
	bool placed;
	struct place at;		/* of the first of them */
	unsigned count;			/* how often on this page */
	char *text;			/* translated */
};

struct findings;

struct findings *findings_new(void);
void findings_free(struct findings *f);		/* NULL is allowed */
/* text is copied; at may be NULL. */
void findings_add(struct findings *f, enum rule_id rule, enum severity severity, int page,
		  const struct place *at, unsigned count, const char *text);
/* By rule, then page, then place. */
void findings_sort(struct findings *f);
size_t findings_count(const struct findings *f, enum severity at_least);	/* different ones */
const struct finding *findings_get(const struct findings *f, size_t i);		/* NULL past the end */

/* "FILE: page 3: error: key: text (at 10.0, 20.5 mm)", after the last of a
 * rule what it means and what to do. The same sentence on several pages is one
 * line: "pages 1-4, 7". Call findings_sort() before. */
void findings_print(const struct findings *f, const char *file, FILE *out, bool colour);
/* {"file","profile","pages","findings":[{"code","severity","page","x","y",
 * "width","height","count","text","advice","source"}...]}; places in mm or null. */
void findings_print_json(const struct findings *f, const char *file, const char *profile, size_t pages, FILE *out);

#endif
