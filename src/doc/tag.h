/*
 * src/doc/tag.h - find one's way in a start tag of the source.
 *
 * In      a file's bytes and the place of a '<'; the tag is well-formed, for
 *         libxml2 has read it already
 */
#ifndef ZIVOS_DOC_TAG_H
#define ZIVOS_DOC_TAG_H

#include <stddef.h>
#include "doc/node.h"

/* The byte after the tag's '>'. */
size_t tag_end(const struct source *s, size_t lt);
/* Where the attribute's name starts; lt if the tag has none of that name. */
size_t tag_attribute(const struct source *s, size_t lt, const char *name);

#endif
