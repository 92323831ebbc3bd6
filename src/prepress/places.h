/*
 * src/prepress/places.h - with each page of a print PDF, where in the author's
 * XML its items come from, so that a later check of the file can name the line.
 *
 * In      a page of the PDF; the page it was painted from; the folder
 * Out     a page-piece dictionary (ISO 32000-1, 14.5): /PieceInfo /zivos
 *         /Private, a stream whose lines src/preflight/origin.h describes.
 *         PDF/X of all kinds allows such private data. Names of files are
 *         relative to the folder, or to the program's own data
 *         (layouts/...); items from elsewhere are left out
 * Date    as PDF writes it: the issue's, since the clock may not show
 */
#ifndef ZIVOS_PREPRESS_PLACES_H
#define ZIVOS_PREPRESS_PLACES_H

#include "base/late_qpdf.h"

struct page;

void places_add(qpdf_data q, qpdf_oh pdf_page, const struct page *pg, const char *folder, const char *date);

#endif
