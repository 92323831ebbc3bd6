/*
 * src/pdf/page.h - what stands on a page: text, rectangles, pictures, links.
 *
 * In      places in Pt from the page's upper left corner, y downwards, as in the
 *         page model (page/model.h)
 * Out     a content stream, written with its page when that is done
 *
 * Letters stand where the page model has them to half of 1/1000 em, at the end
 * of a line as at its beginning: what the file's numbers leave over is carried
 * along, not added up. Letter-spacing that is even in a run is said once (Tc),
 * as is a run's horizontal scale (Tz); only kerns and word spaces cost a number.
 */
#ifndef ZIVOS_PDF_PAGE_H
#define ZIVOS_PDF_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/geom.h"

struct glyphs;
struct pdf_doc;
struct pdf_file;
struct pdf_page;

/* Page number n, from 0, of the document. Everything painted is moved by `margin` to the right and down. */
struct pdf_page *pdf_page_begin(struct pdf_doc *doc, int n, Pt margin);
void pdf_page_end(struct pdf_page *p);		/* hands it to the document, and frees p */
struct pdf_file *pdf_page_file(struct pdf_page *p);

/* For what is filled from now on; 0..1. */
void pdf_page_colour(struct pdf_page *p, double r, double g, double b);
void pdf_page_rect(struct pdf_page *p, struct rect r);
/* Straight lines from point to point in the colour set: filled where stroke is 0, else a line so thick with round joins. */
void pdf_page_path(struct pdf_page *p, const struct point *at, size_t n, bool closed, Pt stroke);
/* Clusters that no code can tell by itself go into spans with /ActualText. false: the font's glyphs, or one
 * of them, are pictures; nothing was painted. */
bool pdf_page_text(struct pdf_page *p, const struct glyphs *g);
/* An image, whose square of 1 x 1 becomes the rectangle, and is clipped to it. */
void pdf_page_image(struct pdf_page *p, int object, struct rect r);
/* A form as large as the rectangle (pdf/form.h). */
void pdf_page_form(struct pdf_page *p, int object, struct rect r);

/* Up to the matching end nothing goes beyond r. */
void pdf_page_clip(struct pdf_page *p, struct rect r);
void pdf_page_unclip(struct pdf_page *p);

/* To an address (ASCII, percent-encoded) or, uri NULL, to page number `page`, at the height y. */
void pdf_page_link(struct pdf_page *p, struct rect r, const char *uri, int page, Pt y);

#endif
