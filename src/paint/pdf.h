/*
 * src/paint/pdf.h - pages as one PDF: bookmarks per article, links, metadata, page labels.
 *
 * Screen and draft show the trimmed page; print the page with its bleed, without links.
 * Same pages, same bytes: the dates come from the issue.
 */
#ifndef ZIVOS_PAINT_PDF_H
#define ZIVOS_PAINT_PDF_H

#include <stdbool.h>
#include <stddef.h>
#include "page/model.h"

struct icc;
struct store;
struct outfile;
struct pool;

enum profile { PROFILE_PRINT, PROFILE_SCREEN, PROFILE_DRAFT };

/* chosen: indexes of the pages to write, ascending; press: what inks look like (base/icc.h);
 * pool: threads that help (base/pool.h), or NULL; called back per page done (progress may be NULL). */
bool pdf_write(const struct pages *p, const int *chosen, size_t nchosen, enum profile profile, struct icc *press,
	       void *fonts_config, struct store *s, struct pool *pool, struct outfile *out,
	       void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d);

/* The print PDF as src/prepress takes it, in memory, by o's keys, press and sizes: to be free()d. NULL: reported. */
struct paint_options;
void *pdf_paint_print(const struct pages *p, const int *chosen, size_t nchosen, struct paint_options o,
		      void *fonts_config, struct store *s, size_t *n,
		      void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d);

#endif
