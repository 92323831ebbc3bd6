/*
 * src/paint/pdfpage.h - a page of the model into a PDF.
 *
 * In      struct pages (page/model.h), converted pictures (base/store.h)
 * Out     a page's content (pdf/page.h), its links
 * Errors  pictures: paint/album.h; pdf_painter_end(): what cairo drew cannot be
 *         taken over
 */
#ifndef ZIVOS_PAINT_PDFPAGE_H
#define ZIVOS_PAINT_PDFPAGE_H

#include "paint/paint.h"

struct pdf_doc;
struct pdf_page;
struct pdf_painter;

/* Painter of these pages into that document, for TARGET_PDF and TARGET_PRINT. NULL: reported. */
struct pdf_painter *pdf_painter_new(const struct pages *p, struct pdf_doc *doc, void *fonts_config, struct store *s,
				    struct paint_options o, struct diag *d);
void pdf_painter_free(struct pdf_painter *p);		/* NULL is allowed */

void pdf_painter_page(struct pdf_painter *p, struct pdf_page *to, const struct page *pg);
/* What belongs to all pages. NULL, or why it cannot be written. */
const char *pdf_painter_end(struct pdf_painter *p);

#endif
