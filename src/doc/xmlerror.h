/*
 * src/doc/xmlerror.h - libxml2's errors in plain words.
 */
#ifndef ZIVOS_DOC_XMLERROR_H
#define ZIVOS_DOC_XMLERROR_H

#include <stddef.h>
#include <libxml/xmlerror.h>
#include "base/diag.h"

struct source;

/* Reports err. pos: the parser's byte. opened: where the innermost element
 * that is still open starts, or SIZE_MAX. */
void xmlerror_report(const xmlError *err, const struct source *s, size_t pos, size_t opened, struct diag *d);

#endif
