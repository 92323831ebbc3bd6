/*
 * src/pdf/content.h - a page under work: the graphics state as a reader will
 * have it, so that nothing is said twice. For the writers of src/pdf.
 */
#ifndef ZIVOS_PDF_CONTENT_H
#define ZIVOS_PDF_CONTENT_H

#include <glib.h>
#include <stdbool.h>
#include "base/unit.h"
#include "pdf/font.h"

struct pdf_doc;

/* What was said last; not a number, or NULL: unknown. */
struct pdf_state {
	double r, g, b;
	struct pdf_font *font;
	double size, stretch, spacing;	/* Tf, Tz (1: none), Tc */
};

struct pdf_page {
	struct pdf_doc *doc;
	int n;
	Pt margin, height;
	GString *s;			/* the content */
	struct pdf_state now;
	bool in_text;
	long long line_x, line_y;	/* in text: its line's origin, in 1/1000 pt from the page's lower left corner */
	GArray *fonts, *objects, *links;	/* int: numbers of what the page uses */
	GArray *codes;			/* struct pdf_code: scratch */
};

/* y as PDF counts it. */
static inline Pt pdf_page_x(const struct pdf_page *p, Pt x) { return p->margin + x; }
static inline Pt pdf_page_y(const struct pdf_page *p, Pt y) { return p->height - p->margin - y; }

/* Paths and pictures stand outside text, letters inside. */
void pdf_page_leave_text(struct pdf_page *p);
/* A resource that is used; named /F or /X and its number. */
void pdf_page_use(GArray *numbers, int object);

#endif
