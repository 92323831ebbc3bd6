/*
 * src/paint/print.h - a picture of an album, for those who paint it.
 */
#ifndef ZIVOS_PAINT_PRINT_H
#define ZIVOS_PAINT_PRINT_H

#include "base/late_rsvg.h"
#include "base/store.h"
#include "paint/album.h"

/* A picture in one crop and size, or an SVG. */
struct print {
	struct conversion *conversion;
	RsvgHandle *svg;		/* once it was painted as pixels */
	int object;			/* in a PDF, once it was written; else 0 */
	const char *fault;		/* arena */
};

const struct paint_options *album_options(const struct album *a);
/* NULL: there is none, or it cannot be shown: *fault. */
struct print *album_print(struct album *a, const struct item *it, const char **fault);
/* Report once that it cannot be shown; drafts show it wherever the picture stands. Returns the message. */
const char *album_refuse(struct album *a, struct print *pr, const struct item *it, const char *why);

/* An SVG: for a PDF the converter makes a PDF of it, onto pixels it is painted here. */
bool album_is_drawing(const struct picture_item *p);
/*
 * Points of a drawing's own PDF in a point of its place: what librsvg paints as
 * pixels (filters) it paints in units of the page, so the page is as many units
 * wide as the place has pixels. 14400: PDF's largest page.
 */
double album_drawing_unit(const struct album *a, const struct item *it);

#endif
