/*
 * src/preflight/pdf.h - the objects of somebody's PDF, read through libqpdf's
 * C interface: a safe, bounded view of a file nobody can be trusted to have
 * made well.
 *
 * In      a path, or the file's bytes
 * Out     plain structs in the caller's arena: an object is copied out of
 *         libqpdf when it is first asked for, with the direct objects in it;
 *         what it refers to stays OBJ_REF until pdf_resolve(). pdf_get() and
 *         pdf_at() resolve, and never return NULL: what is not there is null
 * Bounds  nesting 100, 3 million objects, decoded streams as the caller says.
 *         What went over a bound is null, and pdf_incomplete() is true
 * Errors  encrypted, damaged or no PDF: NULL and enum pdf_trouble with
 *         libqpdf's words. What libqpdf repaired stands in pdf_warning()
 * Caveat  libqpdf itself has no bounds (page tree, object streams), so files
 *         from outside go through preflight/guard.h, in a process with limits
 */
#ifndef ZIVOS_PREFLIGHT_PDF_H
#define ZIVOS_PREFLIGHT_PDF_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct pdf;

enum obj_kind { OBJ_NULL, OBJ_BOOL, OBJ_NUMBER, OBJ_STRING, OBJ_NAME, OBJ_ARRAY, OBJ_DICT, OBJ_STREAM, OBJ_REF };

struct obj {
	enum obj_kind kind;
	bool flag;			/* of OBJ_BOOL; of OBJ_NUMBER: is a whole number */
	int id, gen;			/* where it lies: OBJ_REF's aim, or the object itself; id 0: direct */
	double number;			/* within +-1e9 */
	const char *bytes;		/* string, or name without its slash; NUL follows */
	size_t n;			/* bytes, elements or keys */
	const struct obj *items;	/* elements, or values in the order of keys */
	const char *const *keys;
};

enum pdf_trouble { PDF_FINE, PDF_UNREADABLE, PDF_ENCRYPTED, PDF_DAMAGED };

/* NULL: *trouble and *words (in the arena) say why. */
struct pdf *pdf_open(struct arena *a, const char *path, enum pdf_trouble *trouble, const char **words);
/* The bytes must stay until pdf_close(). */
struct pdf *pdf_open_memory(struct arena *a, const void *bytes, size_t n,
			    enum pdf_trouble *trouble, const char **words);
void pdf_close(struct pdf *p);			/* NULL is allowed; the objects stay in the arena */

const char *pdf_header_version(const struct pdf *p);	/* "1.6" of the first line */
bool pdf_encrypted(const struct pdf *p);
bool pdf_incomplete(const struct pdf *p);		/* a bound was met */
/* What libqpdf complained of so far, in its words; NULL past the end. */
const char *pdf_warning(struct pdf *p, size_t i);

const struct obj *pdf_trailer(struct pdf *p);
const struct obj *pdf_root(struct pdf *p);
size_t pdf_npages(const struct pdf *p);
const struct obj *pdf_page(struct pdf *p, size_t i);
/* An attribute of a page, its own or from the tree above it. */
const struct obj *pdf_page_get(struct pdf *p, const struct obj *page, const char *key);

const struct obj *pdf_object(struct pdf *p, int id, int gen);
const struct obj *pdf_resolve(struct pdf *p, const struct obj *o);
/* The value of a key in a dictionary or a stream's dictionary, resolved. */
const struct obj *pdf_get(struct pdf *p, const struct obj *dict, const char *key);
const struct obj *pdf_at(struct pdf *p, const struct obj *array, size_t i);
bool obj_has(const struct obj *dict, const char *key);		/* also if it refers to nothing */
bool obj_is_name(const struct obj *o, const char *name);
static inline bool obj_is_dict(const struct obj *o) { return o->kind == OBJ_DICT || o->kind == OBJ_STREAM; }
/* The first n numbers of an array into v; false if it has fewer or others. */
bool pdf_numbers(struct pdf *p, const struct obj *array, double *v, size_t n);
double pdf_number(struct pdf *p, const struct obj *dict, const char *key, double otherwise);
/* A text string (UTF-16, UTF-8 or PDFDocEncoding) as UTF-8; in the arena. */
const char *pdf_text(struct pdf *p, const struct obj *string);

/* How many filters a stream has, and the name of one ("" past the end). */
size_t pdf_nfilters(struct pdf *p, const struct obj *stream);
const char *pdf_filter(struct pdf *p, const struct obj *stream, size_t i);
/* A stream's bytes without its filters, at most `most` of them; free() them.
 * NULL: broken, too large, or a picture's filter is among them. */
unsigned char *pdf_data(struct pdf *p, const struct obj *stream, size_t most, size_t *n);
/* The same with only the first filters undone. */
unsigned char *pdf_undone(struct pdf *p, const struct obj *stream, size_t nfilters, size_t most, size_t *n);
/* How many bytes a stream has without its filters, counted no further than `most` and never kept; 0: broken, or a
 * picture's filter is among them. */
size_t pdf_length(struct pdf *p, const struct obj *stream, size_t most);
/* Its bytes as they lie in the file; free() them. NULL: broken, or in another file. */
unsigned char *pdf_raw(struct pdf *p, const struct obj *stream, size_t *n);

#endif
