/*
 * src/prepress/pdfx.h - the painted PDF becomes the file for the print shop.
 *
 * In      the PDF painted with keys (paint/pdf.h); what the keys stand for; the
 *         pages (size, title, date); the print profile
 * Out     PDF/X-4 (or X-3:2003, X-1a:2003): inks instead of RGB, the pictures
 *         in their places, boxes, output intent, metadata; written to out
 * Errors  reported, and false; then nothing useful was written
 *
 * Same input, same bytes: the dates come from SOURCE_DATE_EPOCH or the issue.
 */
#ifndef ZIVOS_PREPRESS_PDFX_H
#define ZIVOS_PREPRESS_PDFX_H

#include <stdbool.h>
#include <stddef.h>
#include "page/inks.h"

struct diag;
struct outfile;
struct print_profile;

/* pdf: n bytes, a page of it for each of chosen (indexes of p's pages); folder: the (prepress/places.h). */
bool pdfx_write(const void *pdf, size_t n, const struct pages *p, const int *chosen, size_t nchosen, const char *folder,
		const struct print_profile *profile, const struct inks *inks, struct outfile *out, struct diag *d);

/* Report what of the pages a press cannot hold: small text in white or in several inks. */
void ink_check(const struct pages *p, const int *chosen, size_t nchosen, const struct print_profile *profile,
	       struct inks *inks, struct diag *d);

#endif
