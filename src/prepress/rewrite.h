/*
 * src/prepress/rewrite.h - a painted PDF, in libqpdf's hands, from RGB to inks.
 *
 * In      the PDF (qpdf_data); what its RGB means (struct palette); assets (page/inks.h)
 * Out     the same objects with inks: content of pages, forms, patterns and
 *         Type 3 glyphs, shadings, groups, soft masks; assets in their places
 * Errors  reported with the page, or at the drawing's place in the XML
 *
 * Every object that a page can reach is looked at and must be of a kind that is
 * known here, so no RGB goes through. An image that is no asset, and no picture
 * inside a drawing, means that something was painted as pixels: an error.
 */
#ifndef ZIVOS_PREPRESS_REWRITE_H
#define ZIVOS_PREPRESS_REWRITE_H

#include <glib.h>
#include "base/late_qpdf.h"
#include "doc/print.h"
#include "prepress/recolour.h"

struct rewrite {
	qpdf_data q;
	struct palette palette;
	enum print_standard standard;
	struct diag *d;
	int page;			/* of the issue, from 1; for messages */
	struct src at;			/* a drawing's place; else no place */
	bool transparent;		/* out: transparency was met */
	bool failed;			/* out: something was reported */

	GHashTable *done;		/* object number -> itself */
	GHashTable *assets;		/* pixel -> qpdf_oh */
	GPtrArray *sources;		/* qpdf_data of placed pages: to be kept until the PDF is written */
	qpdf_oh over[OVER_STATES];	/* 0: not made yet */
	qpdf_oh spot[SPOTS_MAX];
};

void rewrite_init(struct rewrite *w, qpdf_data q, struct palette p, enum print_standard s, struct diag *d);
void rewrite_clear(struct rewrite *w);

/* A page's dictionary and all it can reach. false: reported. */
bool rewrite_page(struct rewrite *w, qpdf_oh page);

/* The XObject for an asset; 0: reported. */
qpdf_oh asset_object(struct rewrite *w, const struct asset *a);
/* The same for a page of an author's PDF (prepress/placed.c). */
qpdf_oh placed_object(struct rewrite *w, const struct asset *a);
/* A picture inside a drawing: its pixels to inks. false: reported. */
bool rewrite_picture(struct rewrite *w, qpdf_oh image);

/* The colour space of palette.spots' number n. */
qpdf_oh rewrite_spot(struct rewrite *w, unsigned n);

/* Report what cannot be printed; always false. */
bool rewrite_fail(struct rewrite *w, enum diag_id id, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
