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
struct mm_box { double x, y, w, h; };

struct finding {
	enum rule_id rule;
	enum severity severity;
	int page;			/* from 1; 0: the whole file */
	bool placed;
	struct mm_box at;		/* of the first of them */
	unsigned count;			/* how often on this page */
	char *text;			/* translated */
	struct src origin;		/* in the author's XML; file NULL: not known */
	bool hidden;			/* said elsewhere: not printed */
};

struct findings;

struct findings *findings_new(void);
void findings_free(struct findings *f);		/* NULL is allowed */
/* text and origin are copied; at may be NULL. */
void findings_add(struct findings *f, enum rule_id rule, enum severity severity, int page,
		  const struct mm_box *at, unsigned count, const char *text, struct src origin);
/* Call the author's files by other names: name() gets one and returns a new one to be g_free()d. */
void findings_rename(struct findings *f, char *(*name)(const char *file, void *ctx), void *ctx);
/* By rule, then page, then place. */
/* Leave finding i out of what is printed: somebody has said it already. It is still got, and in the JSON. */
void findings_hide(struct findings *f, size_t i);
void findings_sort(struct findings *f);
size_t findings_count(const struct findings *f, enum severity at_least);	/* different ones */
const struct finding *findings_get(const struct findings *f, size_t i);		/* NULL past the end */

/* "17.9 mm from the left, 205.2 mm from the top", or NULL where it has no place; g_free() it. */
char *finding_place(const struct finding *f);
/* "FILE: page 3: error: key: text (at 10.0, 20.5 mm)", or where the place in the XML is known
 * "article.xml:12:5: error: key: text (FILE, page 3, ...)"; after the last of a
 * rule what it means and what to do. The same sentence on several pages is one
 * line: "pages 1-4, 7". Call findings_sort() before. */
void findings_print(const struct findings *f, const char *file, FILE *out, bool colour);
/* A JSON array of {"code","severity","page","x","y","width","height","count","file","line","column",
 * "text","advice","source"}; places in mm or null. */
void findings_print_json(const struct findings *f, FILE *out);

#endif
