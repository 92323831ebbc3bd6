/*
 * src/doc/reference.h - a vocabulary as a page to read: every element and
 * attribute with its unit, its default, its meaning and a picture.
 *
 * In      the tables that the reader and the schemas come from (doc/schema.h)
 * Out     HTML; a picture is named after what it shows: VOCABULARY-ELEMENT.png, of a style's
 *         property VOCABULARY-ELEMENT-ATTRIBUTE.png (docs/reference/make.sh makes them)
 */
#ifndef ZIVOS_DOC_REFERENCE_H
#define ZIVOS_DOC_REFERENCE_H

#include <stdio.h>
#include "doc/schema.h"

void reference_write(const struct vocabulary *v, FILE *out);

#endif
