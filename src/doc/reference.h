/*
 * src/doc/reference.h - a vocabulary as a page to read: every element and
 * attribute with its unit, its default and its meaning.
 *
 * In      the tables that the reader and the schemas come from (doc/schema.h)
 * Out     HTML that stands by itself. docs/reference/make.py puts examples and pictures
 *         where the page has a comment for them: <!--introduction-->, <!--show ELEMENT-->,
 *         <!--show ELEMENT.ATTRIBUTE--> (between two rows of a table)
 */
#ifndef ZIVOS_DOC_REFERENCE_H
#define ZIVOS_DOC_REFERENCE_H

#include <stdio.h>
#include "doc/schema.h"

void reference_write(const struct vocabulary *v, FILE *out);

#endif
