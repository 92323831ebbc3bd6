/*
 * src/base/outfile.h - output that appears whole or not at all.
 *
 * The file is written under a temporary name in the same folder, then renamed
 * over the old one; until then the old one stays untouched. Whatever goes
 * wrong, no temporary file stays behind (also on SIGINT, SIGTERM).
 */
#ifndef ZIVOS_BASE_OUTFILE_H
#define ZIVOS_BASE_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>

struct diag;
struct outfile;

/* Missing folders above path are made. NULL: D_WRITE_FAILED was reported. */
struct outfile *outfile_new(const char *path, struct diag *d);
const char *outfile_temp(const struct outfile *o);	/* where to write meanwhile */
/* Append bytes; errors are kept and reported by the commit. Matches cairo_write_func_t's needs. */
bool outfile_write(struct outfile *o, const void *bytes, size_t n);
/* Flush, sync and rename. false: reported; nothing was changed. Frees o in any case. */
bool outfile_commit(struct outfile *o, struct diag *d);
void outfile_abort(struct outfile *o);			/* remove the temporary file, free o; NULL is allowed */

#endif
