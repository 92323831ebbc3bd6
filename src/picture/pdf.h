/*
 * src/picture/pdf.h - one page of somebody's PDF, taken out of its file.
 *
 * In      a path and a page number (0: the first)
 * Out     its size and bleed, upright; or the page as a form XObject in a small
 *         PDF of its own, which is all of the file that zivos itself ever opens
 * Units   Pt; UserUnit and Rotate are resolved
 * Errors  false, and the reply says which fault
 *
 * The form: the streams are copied as they are, byte for byte; only where the
 * page's content lies in several streams is it put together into one. Resources
 * that the page inherits are its own. /Matrix turns and scales the page upright,
 * the trim's lower left corner at 0 0; /BBox is the bleed. A transparency group
 * is kept, and blends in CMYK. Overprint and colours are not touched: inks stay
 * as the advertiser chose them (src/preflight says what a press cannot print).
 * Annotations, actions, scripts, layers' settings and metadata stay behind.
 *
 * Trim: TrimBox, else ArtBox, CropBox, MediaBox. Bleed: BleedBox, else the trim.
 */
#ifndef ZIVOS_PICTURE_PDF_H
#define ZIVOS_PICTURE_PDF_H

#include <stdbool.h>
#include <qpdf/qpdf-c.h>
#include "picture/picture.h"

struct pdf_page {
	qpdf_data q;
	qpdf_oh page;
	double trim[4], bleed[4];	/* x0 y0 x1 y1 in the page's own space */
	double matrix[6];		/* to the upright page */
	double width, height;		/* of the trim, upright, Pt */
	double over[4];			/* bleed beyond it: left, top, right, bottom */
};

/* Whether the file begins like a PDF. */
bool pdf_is(const char *path);

/* false: a fault; nothing to close. */
bool pdf_page_open(struct pdf_page *p, const char *path, int page, struct reply *r);
void pdf_page_close(struct pdf_page *p);
void pdf_probe_take(const struct pdf_page *p, struct reply *r);

/* A PDF of one page that shows the form /P, into a file that exists: as large as the bleed, or, with a
 * wish, the crop of its trim as width x height points. */
bool pdf_page_write(struct pdf_page *p, const struct wish *w, const char *out, struct reply *r);

/* The same, whole, as a job. */
bool pdf_take_out(const char *path, const struct wish *w, struct reply *r);

/* The crop as pixels in sRGB, as the press of wish->profile prints it; by Ghostscript (picture/render.c). */
bool pdf_render(const char *path, const struct wish *w, struct reply *r);

#endif
