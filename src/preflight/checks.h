/*
 * src/preflight/checks.h - what the groups of checks share: the file, its
 * pages' boxes, the figures to keep, and how to report.
 *
 * A check reports with report(); the rule's standards are looked at there, so
 * a check need not know for which standard it runs.
 */
#ifndef ZIVOS_PREFLIGHT_CHECKS_H
#define ZIVOS_PREFLIGHT_CHECKS_H

#include <stdbool.h>
#include <stddef.h>
#include "preflight/finding.h"
#include "preflight/interpret.h"
#include "preflight/limits.h"
#include "preflight/rules.h"

struct arena;
struct obj;
struct pdf;
struct xmp;

/* The boxes of a page in its user space; those that are not there fall back as in ISO 32000-1, 14.11.2. */
struct sheet {
	struct box media, crop, bleed, trim;
	bool has_media, has_crop, has_bleed, has_trim, has_art;
	double rotate, unit;
	struct matrix start;		/* from the page's own space to the one of these boxes */
	bool inked;			/* something visible is painted inside the trim */
};

struct context {
	struct arena *arena;
	struct pdf *pdf;
	const struct limits *limits;
	struct findings *findings;
	struct sheet *sheets;		/* one a page */
	int npages;
	struct spots *spots;		/* of colour.c */
	struct images *images;		/* of imagedata.c */
	struct origins *origins;	/* where in the XML things on the pages come from, or NULL; origin.h */
	double seconds;			/* for all pages together */
	int first, last;		/* pages that are looked at */
	bool placing, transparent;	/* placed.c: it speaks; something on its page is see-through */
	bool looked;			/* the pages' contents were interpreted to the end */
};

/* where: in the page's user space, or NULL. Text is translated already. */
void report(struct context *c, enum rule_id rule, enum severity severity, int page, const struct box *where,
	    const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* Read all sheets; box.c. */
void sheets_read(struct context *c);

/* Which of n sets of figures is for a file of this output intent and standard, the first where none is;
 * fits: at least the printing condition does; intent.c. */
size_t limits_fitting(struct pdf *p, const struct limits *l, size_t n, bool *fits);

/* For a page that is to be placed: whether the rule counts, and how much; its sheet upright and to scale. */
bool placed_counts(const struct context *c, enum rule_id rule, enum severity *severity);
void placed_turn(const struct placing *placing, struct sheet *s);

/* Whether an event's geometry counts on the page: not a pattern's cell, a glyph, a mask. */
static inline bool on_page(const struct event *e)
{
	return !(e->inside & ~(unsigned)IN_FORM);
}
/* Whether it leaves ink: visible, inside the bleed, not part of a mask. */
bool printed(const struct context *c, const struct event *e);
static inline const struct sheet *sheet_of(const struct context *c, int page) { return &c->sheets[page - 1]; }

extern const struct check file_checks, meta_checks, intent_checks, box_checks, font_checks, colour_checks,
			  image_checks, imagedata_checks, state_checks, text_checks, line_checks, edge_checks, document_checks, placed_checks;

#endif
