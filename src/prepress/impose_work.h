/*
 * src/prepress/impose_work.h - what the parts of the imposer share (prepress/impose.h).
 *
 *   impose.c        the document: opened, its pages replaced by sheets, written
 *   impose_page.c   a page read, and made into a form
 *   impose_sheet.c  a sheet's content: forms in their cells, marks, numbers
 *   impose_plan.c   which page stands where
 */
#ifndef ZIVOS_PREPRESS_IMPOSE_WORK_H
#define ZIVOS_PREPRESS_IMPOSE_WORK_H

#include <glib.h>
#include "base/late_qpdf.h"
#include "prepress/impose.h"
#include "prepress/rewrite.h"

struct leaf {				/* a page of the file that was read */
	qpdf_oh page, form;
	struct bounds trim, bleed;	/* in its own space */
	int rotate;			/* 0, 90, 180, 270: clockwise */
	double unit;
};

struct imposition {
	qpdf_data q;
	const char *path;
	struct diag *d;
	struct impose_options o;
	struct plan plan;
	struct leaf *leaves;
	size_t n;
	GHashTable *used;		/* numbers of content streams that became a form */
	size_t dropped;			/* annotations */
	qpdf_oh registration;		/* colour space of marks; 0: not made yet */
	struct rewrite *over;		/* of the overlay, and its document */
	qpdf_data over_q;
};

/* Reports what is wrong with the file; false. */
bool imposition_fail(struct imposition *im, const char *fmt, ...) G_GNUC_PRINTF(2, 3);
/* libqpdf's last error, told once in our words; false: there is none. */
bool imposition_failed(struct imposition *im);

/* What both boxes cover. */
struct bounds bounds_within(struct bounds a, struct bounds b);
qpdf_oh new_name(struct imposition *im, const char *s);
qpdf_oh new_stream(struct imposition *im, const void *bytes, size_t n);
qpdf_oh new_box(struct imposition *im, struct bounds b);

/* Page i of the file, and the size it is shown in. false: it cannot be used; reported. */
bool leaf_read(struct imposition *im, size_t i);
struct extent leaf_size(const struct leaf *l);
/* Its content becomes the form. false: it cannot be read; reported. */
bool leaf_make_form(struct imposition *im, size_t i);

/* Side i of the plan as a page. */
qpdf_oh sheet_make(struct imposition *im, size_t i);

#endif
