/*
 * src/prepress/impose.h - the pages of any finished PDF, put together on sheets.
 *
 * In      a PDF, whoever made it; a plan (prepress/impose_plan.h)
 * Out     a PDF of sheets: each page a form XObject with its content stream as it
 *         was (only a page with several streams gets them joined), its resources
 *         and transparency group, clipped to its trim box, with bleed where the
 *         sheet has room. Page Rotate and UserUnit are honoured. Output intents,
 *         layers and metadata stay; links, comments, form fields, bookmarks and
 *         structure go, and how many annotations went is reported
 * Errors  no PDF, damaged, locked, too many pages: reported, NULL or false
 *
 * Libqpdf reads objects when they are needed, and writes straight to a file. A
 * file made to do harm is met by limits of the process (cli/impose.c).
 */
#ifndef ZIVOS_PREPRESS_IMPOSE_H
#define ZIVOS_PREPRESS_IMPOSE_H

#include "prepress/impose_plan.h"

struct diag;
struct inks;
struct outfile;
struct imposition;

enum { IMPOSE_MOST_PAGES = 20000 };

struct imposition *imposition_open(const char *path, const struct impose_options *o, struct diag *d);
void imposition_free(struct imposition *im);		/* NULL is allowed */

const struct plan *imposition_plan(const struct imposition *im);
size_t imposition_pages(const struct imposition *im);	/* of the PDF that was read */

/* Lay pages painted in keys (paint/pdf.h) over the sheets, one each: numbers. bytes are used until the end. */
bool imposition_overlay(struct imposition *im, const void *bytes, size_t n, const struct inks *inks);
/* Into the temporary file of out, for the caller to commit. */
bool imposition_write(struct imposition *im, struct outfile *out);

#endif
