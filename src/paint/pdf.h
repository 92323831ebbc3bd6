/*
 * src/paint/pdf.h - pages as one PDF: bookmarks per article, links, metadata, page labels.
 *
 * Screen and draft show the trimmed page; print the page with its bleed.
 * Same pages, same bytes: the dates come from the issue.
 */
#ifndef ZIVOS_PAINT_PDF_H
#define ZIVOS_PAINT_PDF_H

#include <stdbool.h>
#include <stddef.h>
#include "page/model.h"

struct store;
struct outfile;

enum profile { PROFILE_PRINT, PROFILE_SCREEN, PROFILE_DRAFT };

/* chosen: indexes of the pages to write, ascending; called back per page done (progress may be NULL). */
bool pdf_write(const struct pages *p, const int *chosen, size_t nchosen, enum profile profile,
	       void *fonts_config, struct store *s, struct outfile *out,
	       void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d);

#endif
