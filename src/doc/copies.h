/*
 * src/doc/copies.h - visit every piece of text that the author of an issue wrote.
 *
 * In      an issue
 * Out     one call per copy, in document order
 */
#ifndef ZIVOS_DOC_COPIES_H
#define ZIVOS_DOC_COPIES_H

#include <stdbool.h>

struct article;
struct copy;
struct issue;

struct copies_visitor {
	/* a: the article it belongs to, NULL: the issue's own (cover, section titles, advertisements).
	 * part: one of several that make one text (a line of verse, an item of a list). */
	void (*visit)(void *self, const struct copy *c, const struct article *a, bool part);
	void *self;
};

/* The same for one block. */
struct block;
void copies_visit_block(const struct block *b, const struct copies_visitor *v);
void copies_visit(const struct issue *i, const struct copies_visitor *v);

#endif
