/*
 * src/pdf/form.h - pages of another PDF as forms.
 *
 * In      a PDF in memory, of this program's own making (cairo's: drawings,
 *         notes of drafts)
 * Out     of each page the part at its upper left corner, as a form XObject with
 *         all it needs, its own lower left corner at (0, 0); what pages share is
 *         written once
 * Errors  false: it cannot be read
 */
#ifndef ZIVOS_PDF_FORM_H
#define ZIVOS_PDF_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

struct pdf_file;

/* object: reserved; how much of the page is shown. */
struct pdf_form { int object; Pt width, height; };
/* One for each page. */
bool pdf_forms_write(struct pdf_file *f, const void *pdf, size_t n, const struct pdf_form *forms, size_t nforms);

#endif
