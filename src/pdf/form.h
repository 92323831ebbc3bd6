/*
 * src/pdf/form.h - pages of another PDF as forms.
 *
 * In      a PDF in memory, made by cairo (drawings, notes of drafts)
 * Out     of each page all, or the part at its upper left corner, as a form XObject
 *         with what it needs, its own lower left corner at (0, 0); what pages
 *         share is written once
 * Errors  false: it cannot be read
 */
#ifndef ZIVOS_PDF_FORM_H
#define ZIVOS_PDF_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

struct pdf_file;

/* object: reserved; square: the whole page becomes the square of 1 x 1, as images are; else how much of it is shown. */
struct pdf_form { int object; Pt width, height; bool square; };
/* One for each page. */
bool pdf_forms_write(struct pdf_file *f, const void *pdf, size_t n, const struct pdf_form *forms, size_t nforms);

#endif
