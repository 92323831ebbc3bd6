/*
 * src/doc/blocks.h - what stands in an article's body, and what its readers share.
 *
 *   blocks.c      paragraphs, facts, boxes; which element is read by what
 *   list.c        lists                      verse.c       poems
 *   interview.c   questions and answers      note.c        notes at the article's end
 *
 * In      checked elements (doc/node.h)
 * Out     struct block (doc/issue.h): arena data
 * Errors  reported; a block without content is left out
 */
#ifndef ZIVOS_DOC_BLOCKS_H
#define ZIVOS_DOC_BLOCKS_H

#include <glib.h>
#include "doc/names.h"

/* The blocks in an element, in order; lang: of the text around it. */
struct block **blocks_read(struct builder *b, const struct node *n, const char *lang, size_t *count);

/* One element of a body: appends its block, or those of an interview or a parallel text; nothing where it is empty. */
void blocks_append(struct builder *b, const struct node *n, const char *lang, GPtrArray *blocks);

/* Into the arena; frees list. */
void *blocks_settle(struct builder *b, GPtrArray *list, size_t *n);
/* The text of n's first child of a name; NULL: there is none, or it is empty. */
struct copy *blocks_child(struct builder *b, const struct node *n, const char *name, const char *lang);
/* An attribute that counts: within its limits, else reported and `otherwise`; so if not given. */
int blocks_count(struct builder *b, const struct node *n, const char *attr, int least, int most, int otherwise);
/* Readers of one kind of block each; k->lang is known. */
void list_read(struct builder *b, const struct node *n, struct block *k);
void verse_read(struct builder *b, const struct node *n, struct block *k);
/* One block or several: questions, answers, and what stands between them. */
void interview_read(struct builder *b, const struct node *n, const char *lang, GPtrArray *blocks);

/* For struct copy_context, self being the builder: the note of a <note>; NULL: it has no place here, which was reported. */
const struct note *note_read(void *self, const struct node *n, const char *lang);

#endif
