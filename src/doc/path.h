/*
 * src/doc/path.h - from a name in the author's file to a file on the disk,
 * never outside the folder.
 */
#ifndef ZIVOS_DOC_PATH_H
#define ZIVOS_DOC_PATH_H

#include <stdbool.h>
#include "base/diag.h"

struct arena;

/*
 * Absolute path, links resolved, of the file that name means in a file of
 * `folder`; it lies inside the folder `inside` (both absolute, resolved). NULL:
 * reported as id at `at`, with what was left out. A name that differs only in
 * how its accents are encoded (files from a Mac) or that writes spaces as %20
 * is found as well.
 */
const char *path_resolve(struct arena *a, const char *folder, const char *name, const char *inside,
			 enum diag_id id, struct src at, struct diag *d);

/* Absolute path with links resolved, or NULL if there is nothing. */
const char *path_real(struct arena *a, const char *path);
/* Whether path lies in folder (both absolute, resolved). */
bool path_inside(const char *path, const char *folder);

#endif
