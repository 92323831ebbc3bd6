/*
 * src/cli/placed.h - PDFs that are to be placed are judged before anything is written.
 *
 * In      finished pages with pages of PDFs on them (page/model.h), the print profile
 * Out     messages at the place in the XML, with the PDF's name and page, in words
 *         that can be sent on to the advertiser; nothing is changed
 * Cache   what was found is kept by the PDF's bytes, how it is placed, the figures it is
 *         judged by and the language
 * Errors  for print: what the print shop would refuse the whole file for is an
 *         error (pdf-unprintable), all else a warning (pdf-doubtful). Elsewhere all
 *         are warnings: screen and draft show the page as the press would print it
 *
 * A page of a PDF goes into the print PDF as it is: inks, overprint, fonts and
 * pictures stay the advertiser's. So by the preflight's own rules (preflight/placed.c)
 * it must be in inks already. Errors are:
 *
 *   RGB, colours with an ICC profile of their own (ICC-based CMYK too: the print
 *   shop would convert it, and black text with it), transparency that blends in
 *   RGB, spots beyond those the print profile allows, each by its name
 *   fonts that are not embedded, letters that are missing
 *   pictures under the print profile's least ppi, in the size they get here
 *   a size other than booked; too little bleed at an edge of the page
 *   encryption, hidden layers, what is damaged or cannot be looked at to its end
 *
 * Overprint is kept; what of it is suspicious is a warning, as in any file. A
 * group without a colour space blends in CMYK. That the file does not call itself
 * PDF/X is a warning: what it promises was looked at one by one. Ink coverage is
 * measured on the finished PDF, with the page round it.
 */
#ifndef ZIVOS_CLI_PLACED_H
#define ZIVOS_CLI_PLACED_H

#include <stdbool.h>

struct work;

/* Does nothing where no pages or no print profile came about. for_print: the pages go to the print shop. */
void placed_check(struct work *w, bool for_print);
/* The first of the files (NULL-terminated) that the pages show, by whatever name; NULL: none. */
const char *placed_among(const struct work *w, char *const *files);

#endif
