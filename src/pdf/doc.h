/*
 * src/pdf/doc.h - a PDF document: pages, bookmarks, page labels, metadata.
 *
 * In      pages one after the other (pdf/page.h), then what stands round them
 * Out     a file (pdf/file.h): each page soon after it is done, fonts and the
 *         tree of pages at the end. Same input, same bytes
 * Threads deflate pages while further ones are painted, and make the subsets of
 *         fonts; what they make is written in its order
 * Errors  pdf_doc_end() tells a font that cannot be embedded, or that writing failed
 * Source  ISO 32000-1; structure (tags) is not written
 */
#ifndef ZIVOS_PDF_DOC_H
#define ZIVOS_PDF_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"
#include "pdf/file.h"

struct font;
struct pdf_doc;
struct pdf_font;
struct pool;

/* npages: how many will be written, all of one size. pool (base/pool.h): for what threads can do beside; NULL: none. */
struct pdf_doc *pdf_doc_new(pdf_sink write, void *ctx, int npages, Pt width, Pt height, struct pool *pool);
void pdf_doc_free(struct pdf_doc *d);		/* NULL is allowed */

struct pdf_file *pdf_doc_file(struct pdf_doc *d);
struct pdf_font *pdf_doc_font(struct pdf_doc *d, const struct font *f);	/* or NULL (pdf/font.h) */
int pdf_doc_page(const struct pdf_doc *d, int n);			/* its object */
void pdf_doc_page_size(const struct pdf_doc *d, Pt *width, Pt *height);

/* What a page is called; without it its place, from 1. */
void pdf_doc_label(struct pdf_doc *d, int n, const char *label);
/* A bookmark to the top of page n under bookmark number `parent`, -1: at the root. Returns its number. */
int pdf_doc_bookmark(struct pdf_doc *d, int parent, const char *title, int n, bool open);

struct pdf_info {
	const char *title, *subject, *creator, *lang;	/* UTF-8; NULL: none; lang: BCP 47 */
	const char *date;			/* as PDF writes it: D:20260131120000Z */
};

enum pdf_end { PDF_DONE, PDF_NOT_WRITTEN, PDF_FONT };
/* PDF_FONT: *font is the family of one that cannot be embedded. */
enum pdf_end pdf_doc_end(struct pdf_doc *d, const struct pdf_info *info, const char **font);

/* For pdf/page.c: the tree's object; an empty buffer for a page's content, of which there is one at a time; that
 * page, done: where its content goes, its own object and what that is (g_free()d here). */
int pdf_doc_tree(const struct pdf_doc *d);
GString *pdf_doc_buffer(struct pdf_doc *d);
void pdf_doc_put_page(struct pdf_doc *d, int content, int page, char *text);

#endif
