/*
 * src/doc/node.h - read one XML file (and what it includes) into a checked tree.
 *
 * In      a path; a vocabulary (doc/schema.h)
 * Out     a tree of elements and text whose every node has its file, line and
 *         column, with only known elements and attributes in allowed places:
 *         what is wrong is reported and left out, so one run finds all errors
 * Errors  reported in the diag; NULL only where no root could be read at all
 * Limits  UTF-8 only; no DOCTYPE, no entities but the five of XML; 16 MiB a
 *         file, 64 MiB together, 100 levels, 200 includes; XInclude (only
 *         href) from inside the folder `inside` after resolving links; no network
 *
 * libxml2's SAX2 interface is used rather than its tree, which keeps no columns.
 */
#ifndef ZIVOS_DOC_NODE_H
#define ZIVOS_DOC_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/diag.h"
#include "doc/schema.h"

struct arena;

/* A file's bytes with the starts of its lines: turns a byte offset into a place. */
struct source {
	const char *path;		/* as shown in messages: as the user named it, relative names stay relative */
	const char *folder;		/* absolute, symbolic links resolved */
	const char *bytes;
	size_t n;
	const uint32_t *line_start;	/* nlines entries */
	size_t nlines;
	const uint32_t *chars;		/* characters before each SOURCE_STEP bytes: long lines stay cheap */
};
enum { SOURCE_STEP = 64 };
struct src source_at(const struct source *s, size_t offset);
/* The byte of a place that source_at() gave. */
size_t source_offset(const struct source *s, struct src at);

struct node {
	const struct element *el;	/* NULL: text */
	struct src at;			/* of the '<', or of the text's first character */
	const struct source *source;
	struct node *parent, *first, *last, *next;
	const char **values;		/* element: values, white space collapsed, in the order of el->attrs; NULL: not given */
	const struct src *value_at;	/* element: places of the attributes' names, same order */
	bool cut;			/* element: its file broke off inside it, so what it lacks may be there */
	const char *text;		/* text: UTF-8, NUL-terminated, line ends as \n */
	size_t len;
	const uint32_t *offset;		/* text: offset in source->bytes of each byte */
};

/* texts: where the text of the text nodes goes, which is most of the tree; it may go before the rest, when a document has been made of
 * it. May be a. path: as the user named it. inside: folder (absolute, resolved) that includes
 * may not leave; NULL: the folder of path. */
struct node *node_read(struct arena *a, struct arena *texts, const struct vocabulary *v, const char *path,
		       const char *inside, struct diag *d);

bool node_is(const struct node *n, const char *name);
/* The attribute's value, else its default from the table, else NULL. */
const char *node_get(const struct node *n, const char *attr);
/* Place of the attribute if given, else of the element. */
struct src node_attr_at(const struct node *n, const char *attr);
const struct node *node_child(const struct node *n, const char *name);	/* first, or NULL */

/* Nearest of the NULL-terminated names to word by edit distance, or NULL if none is near
 * (distance over a third of the length). For "did you mean". */
const char *nearest_name(const char *word, const char *const *names);

/* Value parsers; the reader has checked the form already, so they cannot fail on its values. C locale. */
struct length { double n; enum { UNIT_PT, UNIT_MM, UNIT_GR } unit; };
bool parse_length(const char *s, struct length *out);
bool parse_number(const char *s, double *out);
bool parse_percent(const char *s, double *out);			/* 12% -> 0.12 */
bool parse_point(const char *s, double *x, double *y);		/* 60% 30% -> 0.6 0.3 */

#endif
