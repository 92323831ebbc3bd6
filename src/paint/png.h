/*
 * src/paint/png.h - pages as PNG files, named page-01.png ... in a folder.
 */
#ifndef ZIVOS_PAINT_PNG_H
#define ZIVOS_PAINT_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include "page/model.h"

struct icc;
struct store;

/* press: what inks look like (base/icc.h). draft: marks and faults are shown. Pages are painted one after another and packed in parallel. */
bool png_write_pages(const struct pages *p, const int *chosen, size_t nchosen, double dpi, bool draft, struct icc *press,
		     void *fonts_config, struct store *s, const char *folder,
		     void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d);

/* One page as this file, its pictures of the same resolution. false: reported. */
bool png_write_page(const struct pages *p, size_t index, double dpi, struct icc *press, void *fonts_config, struct store *s, const char *path,
		    struct diag *d);

#endif
