/*
 * src/pdf/file.h - a PDF file while it is written: objects, streams, the table that finds them.
 *
 * In      objects as PDF text, streams as bytes, each written once, in any order
 * Out     bytes through a function, front to back. Nothing is kept of an object
 *         but its place, so memory does not grow with the pages
 * Errors  the function's: nothing is written after it failed, and
 *         pdf_file_end() returns false
 * Source  ISO 32000-1, 7.5
 */
#ifndef ZIVOS_PDF_FILE_H
#define ZIVOS_PDF_FILE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct pdf_file;
typedef bool (*pdf_sink)(void *ctx, const void *bytes, size_t n);

struct pdf_file *pdf_file_new(pdf_sink write, void *ctx);
void pdf_file_free(struct pdf_file *f);		/* NULL is allowed */

/* A number for an object, to be referred to before it is written. One that never is counts as null. */
int pdf_reserve(struct pdf_file *f);

void pdf_put_object(struct pdf_file *f, int id, const char *text);
/* entries: of the stream's dictionary, without /Length; bytes are written as they are. */
void pdf_put_stream(struct pdf_file *f, int id, const char *entries, const void *bytes, size_t n);
/* The same, deflated already (pdf/pack.h), or here, with zlib's level. entries without /Filter. */
void pdf_put_deflated(struct pdf_file *f, int id, const char *entries, const GByteArray *packed);
void pdf_put_packed(struct pdf_file *f, int id, const char *entries, const void *bytes, size_t n, int level);

/* Cross-reference table and trailer. false: something could not be written. */
bool pdf_file_end(struct pdf_file *f, int root, int info);

/* ---- values ---- */

/* A number with at most so many places (up to 6), without zeros at its end, in no locale. */
void pdf_append_number(GString *s, double x, int places);
void pdf_append_numbers(GString *s, const double *x, size_t n, int places);	/* a space after each */
/* UTF-8 as a text string: ASCII as it is, all else as UTF-16. */
void pdf_append_text(GString *s, const char *utf8);
/* n bytes of UTF-8 as hexadecimal UTF-16BE, without brackets. */
void pdf_append_utf16(GString *s, const char *utf8, size_t n);

#endif
