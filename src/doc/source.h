/*
 * src/doc/source.h - a file's bytes, with limits, and checked to be UTF-8 text.
 *
 * The struct itself is in doc/node.h, with the places it gives.
 */
#ifndef ZIVOS_DOC_SOURCE_H
#define ZIVOS_DOC_SOURCE_H

#include <stddef.h>
#include "doc/node.h"

enum { SOURCE_FILE_MAX = 16 << 20, SOURCE_TOTAL_MAX = 64 << 20 };	/* bytes */

/* Reads the XML file `real` (absolute), which messages call `shown`. A byte order mark is left out. *left: bytes that may
 * still be read, all files together. NULL: D_FILE_READ was reported. */
const struct source *source_read(struct arena *a, const char *shown, const char *real,
				 size_t *left, struct diag *d);

#endif
