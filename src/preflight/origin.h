/*
 * src/preflight/origin.h - where in the author's XML something on a page comes
 * from, for PDFs that zivos made.
 *
 * zivos leaves with each page a map of its items, as a page-piece dictionary
 * (ISO 32000-1, 14.5): PieceInfo / zivos / Private, a stream of lines
 *
 *     zivos-places 1
 *     FILE                       relative to the folder, or to zivos' data: layouts/...
 *     ...
 *                                an empty line
 *     X Y W H FILE LINE COL      1/100 mm from the trim's top left corner; FILE: index from 0
 *
 * It may be anybody's PDF, so nothing in it is believed: names of files are
 * checked, all is bounded, a map with a bad name in it is none, and an item with
 * a fault in it is passed over.
 */
#ifndef ZIVOS_PREFLIGHT_ORIGIN_H
#define ZIVOS_PREFLIGHT_ORIGIN_H

#include "base/diag.h"

struct context;
struct mm_box;

/* The place in the XML of what lies at this place of the page: the smallest item that covers half of it. The
 * file's name lives in the context's arena; NULL: not known. */
struct src origin_find(struct context *c, int page, const struct mm_box *at);

#endif
