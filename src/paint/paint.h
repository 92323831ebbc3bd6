/*
 * src/paint/paint.h - a page of the model onto a cairo context, for pixels.
 *
 * In      struct pages (page/model.h), fonts (text/font.h's struct font, by
 *         file and index), converted pictures (base/store.h)
 * Out     ink on a cairo context in Pt, origin at the trimmed page's corner
 *
 * struct painter keeps what pages share: cairo font faces, pictures as they
 * were converted, parsed SVGs. PDFs are written by paint/pdf.h, which shares the options.
 */
#ifndef ZIVOS_PAINT_PAINT_H
#define ZIVOS_PAINT_PAINT_H

#include <stdbool.h>
#include <cairo.h>
#include "page/model.h"

struct icc;
struct inks;
struct store;
struct fonts;
struct painter;
struct pool;

/* print: a PDF in keys for src/prepress (page/inks.h): no links, pictures in inks. */
enum target { TARGET_PDF, TARGET_IMAGE, TARGET_PRINT };

struct paint_options {
	enum target target;
	bool draft;			/* watermark, marks, faults shown in their place */
	double ppi;			/* pictures are resampled to at most this */
	struct pool *pool;		/* PDF: threads that help (base/pool.h), or NULL */
	struct icc *press;		/* what inks look like, and what pictures for print are converted to */
	/* For print only: */
	struct inks *inks;		/* out: keys and assets */
	double ink_limit;		/* of the paper; 3 = 300 % */
	int jpeg_quality;
	bool flatten;			/* no transparency in pictures, whatever they say */
	double ppi_line;		/* the same for pure black and white */
	double sharpen, sharpen_radius;	/* photographs: percent (0: none), px */
};

/* fonts_config: the FcConfig for SVG text. All pictures of the pages are asked of the store at once, so
 * that they convert in parallel. o.target: TARGET_IMAGE. NULL: reported. */
struct painter *painter_new(const struct pages *p, void *fonts_config, struct store *s,
			    struct paint_options o, struct diag *d);
void painter_free(struct painter *p);

/* One page. false: cairo failed (reported). */
bool paint_page(struct painter *p, cairo_t *cr, const struct page *pg);

#endif
