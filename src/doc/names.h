/*
 * src/doc/names.h - what the names in an issue mean: articles by their ids,
 * rubrics and templates of the layout, languages.
 *
 * Errors  a name that means nothing is reported, with the one that was
 *         probably meant, and gets a stated fallback
 */
#ifndef ZIVOS_DOC_NAMES_H
#define ZIVOS_DOC_NAMES_H

#include <glib.h>
#include "doc/copy.h"
#include "doc/issue.h"

struct layout;
struct node;

/* An issue while it is built (doc/issue.c). */
struct builder {
	struct arena *a;
	struct diag *d;
	const struct layout *l;
	struct issue *issue;
	struct copy_context copies;
	GHashTable *ids;		/* id -> the node that has it */
	GHashTable *by_node;		/* article's node -> struct article */
	GHashTable *bad_lang;		/* nodes whose xml:lang was reported */
	GPtrArray *parts, *articles, *fillers, *pictures;
	GPtrArray *notes;		/* of the article whose body is read; NULL: outside of one */
};

/* First of all: gives every article and imprint its struct and its id. */
void names_claim(struct builder *b, const struct node *root);

/* Of the attribute `rubric`; not given: fallback, or if NULL the first one, reported. */
const struct rubric *names_rubric(struct builder *b, const struct node *n, const struct rubric *fallback);
/* Of the attribute `template`; unknown, or missing on an article: "story" or the first one, reported. */
const struct template *names_template(struct builder *b, const struct node *n);
/* The article whose id the attribute gives; NULL: none was given, or reported. */
const struct article *names_article(struct builder *b, const struct node *n, const char *attr);

/* Says that the attribute's name means nothing; names: those it might be, g_ptr_array_free()d here. what: "article" */
void names_unresolved(struct builder *b, const struct node *n, const char *attr, GPtrArray *names, const char *what);

/* For struct copy_context, self being the builder. */
const struct article *names_ref(void *self, const struct node *n);
const char *names_lang(void *self, const struct node *n, const char *outer);

#endif
