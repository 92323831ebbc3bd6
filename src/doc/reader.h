/*
 * src/doc/reader.h - what the parts of the XML reader share (doc/node.h).
 *
 *   reader.c       one file through libxml2: its elements, each where it may stand
 *   reader_text.c  the text between them, with a place for every byte
 *   reader_attr.c  the attributes of a start tag
 *   include.c      files that are included; each has a reader of its own
 *   node.c         the whole, and the tree that comes out
 */
#ifndef ZIVOS_DOC_READER_H
#define ZIVOS_DOC_READER_H

#include <glib.h>
#include <libxml/parser.h>
#include "doc/node.h"

enum {
	LEVELS_MAX = 100,		/* elements inside one another, through all files */
	INCLUDES_MAX = 200,
	ERRORS_MAX = 100,		/* of one file; then it is probably something else */
	ROWS_MAX = 48			/* children rows of an element */
};

/* An open element with how often each row of its children came. */
struct frame { struct node *node; unsigned counts[ROWS_MAX]; };

/* All files of one tree. */
struct load {
	struct arena *a, *texts;
	const struct vocabulary *v;
	const char *inside;
	struct diag *d;
	size_t bytes_left;
	int includes_left;
	GArray *frames;			/* struct frame: the open elements */
	struct node *root;
};

/* One file. */
struct reader {
	struct load *load;
	const struct reader *outer;	/* the file that includes this one, or NULL */
	const struct source *src;
	const char *real;		/* resolved path: to find loops */
	xmlParserCtxtPtr ctxt;
	const char *ns;			/* taken for the vocabulary's: after an error, what the root has */
	guint base;			/* frames of the outer files */
	GArray *opens;			/* size_t: bytes of the '<' of this file's open elements */
	guint skip;			/* levels inside an element that is left out */
	size_t pos;			/* byte after the last event */
	GString *text;			/* text since the last tag */
	GArray *offsets;		/* uint32_t: where each of its bytes came from */
	size_t errors;			/* diag_count() at the start */
	bool rooted;			/* the root was accepted */
	bool stopped;			/* parsing was ended by us */
	bool reported;			/* the syntax error was that ended reading */
};

/* An attribute as SAX2 gives it. */
struct raw_attribute { const char *local, *prefix, *uri, *value, *end; };

/* ---- doc/reader.c ---- */

/* Into the tree, under the element that is open; r has its load, outer, src and real. */
void reader_parse(struct reader *r);
/* The element that is open, or NULL. */
struct frame *reader_top(struct reader *r);
void reader_append(struct node *parent, struct node *n);
struct src reader_attribute_at(const struct reader *r, size_t lt, const char *qname);

/* ---- doc/reader_text.c ---- */

/* A chunk of text, followed through the source from r->pos. */
void text_take(struct reader *r, const char *chunk, size_t n, bool cdata);
/* The text since the last tag becomes a node, or a message. */
void text_flush(struct reader *r);

/* ---- doc/reader_attr.c ---- */

/* The attributes of the tag that starts at byte lt: values of n, or messages. */
void attributes_take(struct reader *r, struct node *n, const struct raw_attribute *raw, int nraw, size_t lt);
/* "xml:lang"; g_free() it. */
char *attribute_name(const struct raw_attribute *at);
/* libxml2 hands over an attribute's &amp; as &#38;, for a tree that it would build from it: as it is meant. In place. */
char *attribute_ampersands(char *s);

/* ---- doc/include.c ---- */

/* The file that <xi:include> names, into the element that is open. */
void include_read(struct reader *r, const struct raw_attribute *raw, int nraw, size_t lt);

#endif
