/*
 * src/prepress/marks.h - printer's marks: crop marks, registration targets, control strip.
 *
 * In      the rewritten document, whose pages are as large as pages->margin
 *         says; which marks are wanted (doc/print.h)
 * Out     one form XObject over each page, in Separation All and the inks, all
 *         of it outside the bleed; the page's own content stands in q and Q
 * Errors  those of libqpdf, left for the caller to see
 *
 * The strip stands over the page, from the left: black from 0 to 100 % in steps of 10; right of
 * the target the solids C M Y K, their overprints MY CY CM CMY, halves of C M Y K, and each spot
 * colour full and half.
 */
#ifndef ZIVOS_PREPRESS_MARKS_H
#define ZIVOS_PREPRESS_MARKS_H

#include "prepress/rewrite.h"

struct print_marks;
struct pages;

/* npages: of the document. */
void marks_add(struct rewrite *w, const struct print_marks *m, const struct pages *p, size_t npages);

#endif
