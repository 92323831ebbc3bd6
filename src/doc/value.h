/*
 * src/doc/value.h - the forms an attribute's value may have.
 *
 * One row per attr_type: the reader asks value_fits(), the schema writes
 * rng_type and pattern, so both accept the same strings.
 */
#ifndef ZIVOS_DOC_VALUE_H
#define ZIVOS_DOC_VALUE_H

#include <stdbool.h>
#include "doc/schema.h"

struct value_form {
	bool (*fits)(const char *s);	/* NULL: see `values` of the attribute */
	bool verbatim;			/* white space inside belongs to the value */
	bool list;			/* several, separated by spaces */
	const char *expected;		/* what to write, for messages: translated by the caller */
	const char *rng_type;		/* XML Schema datatype */
	const char *pattern;		/* its pattern facet, or NULL */
	const char *min_length;		/* its minLength facet, or NULL */
	const char *unit;		/* what its numbers count, for the reference (English); NULL: it has none */
};

const struct value_form *value_form(enum attr_type t);
/* Whether s, spaces already collapsed unless verbatim, is a value of the attribute. */
bool value_fits(const struct attribute *at, const char *s);
/* Whether word is one of values ("a|b|c"). */
bool value_listed(const char *values, const char *word, size_t len);

#endif
