/*
 * src/doc/schema.h - the vocabularies, each one table.
 *
 * The reader (doc/node.h), the RELAX NG schemas (schema_write_rng) and the
 * reference (doc/reference.h) come from these tables, so they cannot disagree.
 * Adding an element means adding a row, then reading it in doc/issue.c or
 * doc/layout.c. tests/unit/test_schema fails where a row lacks its sentence, its
 * unit (which lies in the type) or what holds where an attribute is not written.
 */
#ifndef ZIVOS_DOC_SCHEMA_H
#define ZIVOS_DOC_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum attr_type {
	ATTR_TEXT,		/* any non-empty text */
	ATTR_ANY,		/* any text, also empty (alt="") */
	ATTR_ID,		/* a name, unique in the issue */
	ATTR_REF,		/* a name given elsewhere; resolved by the model builder */
	ATTR_REFS,		/* names, separated by spaces */
	/* Bare numbers: from here ... */
	ATTR_INT,		/* 0, 1, 2 ...: a count of what the sentence says */
	ATTR_NUMBER,		/* 1.25, -0.5: a weight, a penalty; whatever has a unit has one of the next types */
	ATTR_LINES,		/* 1.5 grid lines */
	ATTR_EM,		/* 0.25 em: parts of the type's size */
	ATTR_FACTOR,		/* 0.4: a part or a multiple of what the sentence says */
	ATTR_PPI,		/* 225 pixels an inch */
	ATTR_PIXELS,		/* 0.8 pixels: ... to here */
	ATTR_LENGTH,		/* 12.5pt, 3mm */
	ATTR_HEIGHT,		/* 12.5pt, 3mm, 2gr (grid lines) */
	ATTR_PERCENT,		/* 12% */
	ATTR_POINT,		/* 60% 30% */
	ATTR_DATE,		/* 2026-11-01 */
	ATTR_LANG,		/* a BCP 47 tag */
	ATTR_ENUM,		/* one of values, separated by | */
	ATTR_FILE,		/* path relative to the file it stands in */
	ATTR_URL,		/* http:, https:, mailto:, tel: */
	ATTR_LAYOUT		/* a layout's name, or a folder beside the issue: ./my-layout */
};

struct attribute {
	const char *name;	/* "xml:lang" for that one */
	enum attr_type type;
	bool required;
	const char *values;	/* ATTR_ENUM: "column|wide|full" */
	const char *deflt;	/* the value where none is written; in round brackets: what holds then, in words; NULL: required */
	const char *doc;	/* one sentence for the reference (English), never NULL */
};

/* The value an attribute has where none is written; NULL: none, or the default is one in words. */
const char *attribute_default(const struct attribute *at);

/* What may stand inside. A name starting with % is a group of the vocabulary.
 * occurs: '1' once, '?' at most once, '*' any number, '+' at least one. Order of
 * different children is free. */
struct child { const char *name; char occurs; };

enum content { CONTENT_EMPTY, CONTENT_CHILDREN, CONTENT_INLINE, CONTENT_PLAIN };	/* inline: text and %inline mixed; plain: text only */

struct element {
	const char *name;
	enum content content;
	const struct attribute *attrs;	/* ends with name NULL; may be NULL */
	const struct child *children;	/* ends with name NULL; may be NULL */
	const char *doc;		/* one sentence for the reference (English), never NULL */
};

struct group { const char *name; const char *const *members; };	/* "%block"; NULL-terminated */

/* For the reference: the elements from `first` on, up to the next chapter's. */
struct chapter { const char *first, *title; };

struct vocabulary {
	const char *ns;			/* "urn:zivos:issue" */
	const char *const *roots;	/* elements a file may start with; NULL-terminated. The first is the main one. */
	const struct element *elements;	/* ends with name NULL */
	const struct group *groups;	/* ends with name NULL */
	const struct chapter *chapters;	/* ends with first NULL; NULL: the vocabulary is one */
	bool xinclude;			/* xi:include allowed where its target's root may stand */
};

extern const struct vocabulary issue_vocabulary, layout_vocabulary, print_vocabulary;

const struct element *vocabulary_find(const struct vocabulary *v, const char *name);	/* or NULL */
/* Whether parent's table row allows child (through groups); *occurs is its occurrence. */
bool element_allows(const struct vocabulary *v, const struct element *parent, const char *child, char *occurs);
/* Index of the row of parent->children that covers child, or -1. */
int element_row(const struct vocabulary *v, const struct element *parent, const char *child);
/* All names parent allows, groups taken apart, NULL-terminated, at most max - 1; returns their number. */
size_t element_names(const struct vocabulary *v, const struct element *parent, const char **names, size_t max);

/* Write the RELAX NG schema (XML syntax) of v; committed as issues/issue.rng and layouts/layout.rng. */
void schema_write_rng(const struct vocabulary *v, FILE *out);

#endif
