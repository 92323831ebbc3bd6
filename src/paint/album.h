/*
 * src/paint/album.h - the pictures of some pages, ready to be painted.
 *
 * In      pages; the store that converts pictures (base/store.h)
 * Out     each picture as it was converted for its place
 * Errors  a picture that cannot be shown is reported at its place in the XML,
 *         and left out; its message is handed back for drafts
 *
 * All pictures of the pages are asked of the store at once, in the resolution of
 * their place. SVGs stay drawings: for a PDF zivos-picture makes a PDF of each;
 * onto pixels librsvg paints them here, once zivos-picture has drawn them
 * within its limits. They get no file but themselves, so an SVG cannot pull in
 * what the author did not place.
 */
#ifndef ZIVOS_PAINT_ALBUM_H
#define ZIVOS_PAINT_ALBUM_H

#include <cairo.h>
#include <stdbool.h>
#include "paint/paint.h"

struct album;
struct diag;
struct pdf_page;

/* fonts_config: FcConfig, for text in drawings. NULL: the converter could not run
 * or its results cannot be kept (reported). */
struct album *album_new(const struct pages *p, void *fonts_config, struct store *s, struct paint_options o, struct diag *d);
void album_free(struct album *a);		/* NULL is allowed */

/* Paint one ITEM_PICTURE, clipped to its box, as pixels: each picture is decoded when it is painted and
 * forgotten, since a magazine's together would take a gigabyte. NULL, or why it cannot be shown (lives as
 * long as the album). */
const char *album_paint(struct album *a, cairo_t *cr, const struct item *it);
/* The same into a PDF (paint/place.c), which holds a picture that is shown twice only once. */
const char *album_place(struct album *a, struct pdf_page *pg, const struct item *it);

#endif
