/*
 * src/doc/check.h - messages about what the vocabulary does not allow.
 *
 * The reader decides (doc/node.c); here it is said, with the names that were
 * probably meant or that may stand there.
 */
#ifndef ZIVOS_DOC_CHECK_H
#define ZIVOS_DOC_CHECK_H

#include "base/diag.h"
#include "doc/schema.h"

/* An element that parent does not allow. Returns the name that was probably
 * meant and may stand there, or NULL. */
const char *check_unknown_element(const struct vocabulary *v, const struct element *parent, const char *name,
				  struct src at, struct diag *d);
/* Likewise: returns the attribute that was probably meant, or NULL. */
const char *check_unknown_attribute(const struct element *el, const char *name, struct src at, struct diag *d);
void check_bad_value(const struct element *el, const struct attribute *attr, const char *value,
		     struct src at, struct diag *d);
void check_missing_attribute(const struct element *el, const struct attribute *attr, struct src at, struct diag *d);
void check_missing_child(const struct vocabulary *v, const struct element *el, const struct child *row,
			 struct src at, struct diag *d);
/* Text where only elements may stand. */
void check_stray_text(const struct vocabulary *v, const struct element *el, const char *text,
		      struct src at, struct diag *d);

#endif
