/*
 * src/doc/copy.h - make a struct copy (doc/issue.h) of what an element says.
 *
 * In      an element with inline content, or an attribute's text
 * Out     arena data: text with normalised white space and no-break spaces,
 *         runs, and the place of every byte
 */
#ifndef ZIVOS_DOC_COPY_H
#define ZIVOS_DOC_COPY_H

#include <stdbool.h>
#include <stddef.h>
#include "doc/issue.h"

struct arena;
struct node;

/* What a copy needs from the issue around it. */
struct copy_context {
	struct arena *a;
	const struct wordlist *words;	/* of the article, or NULL */
	/* xml:lang of n if given and known, else outer. */
	const char *(*lang)(void *self, const struct node *n, const char *outer);
	/* The article that a <ref> means; NULL: reported, the reference is left out. */
	const struct article *(*ref)(void *self, const struct node *n);
	/* The note that a <note> means; likewise. lang: of the text around it. */
	const struct note *(*note)(void *self, const struct node *n, const char *lang);
	void *self;
};

/* NULL if it holds no text at all. lang: of the element around; n's own xml:lang counts. */
struct copy *copy_of_node(const struct copy_context *c, const struct node *n, const char *lang);
/* Of an attribute; all its bytes have the attribute's place. NULL if not given. */
struct copy *copy_of_attribute(const struct copy_context *c, const struct node *n, const char *attr, const char *lang);
/* Of a text made of what n says; all its bytes have the place `at`. */
struct copy *copy_of_text(const struct copy_context *c, const struct node *n, const char *text, struct src at, const char *lang);

/* "label: copy", the label strong; as the language of the copy writes it. */
struct copy *copy_labelled(const struct copy_context *c, const struct copy *label, const struct copy *copy);

/* What a language does with spaces: rules of doc/nobreak.c, picked out once for the many spaces of a text. */
enum { NOBREAKS_MOST = 24 };
struct nobreaks { const char *lang; const struct nobreak_rule *rules[NOBREAKS_MOST]; size_t n; bool any; };	/* any: some rule is about plain words */
struct nobreaks nobreaks_of(const char *lang);
/* The no-break space that the plain space at text[i] should be, or a plain space. */
uint32_t nobreak_at(const struct nobreaks *customs, const uint32_t *text, size_t n, size_t i);

#endif
