/*
 * src/base/outfile.h - output that appears whole or not at all.
 *
 * The file is written under a temporary name in the same folder, then renamed
 * over the old one; until then the old one stays untouched. Whatever goes
 * wrong, no temporary file stays behind (also on SIGINT, SIGTERM). A pipe, a
 * device or /dev/stdout gets the bytes in the end, when they are whole.
 */
#ifndef ZIVOS_BASE_OUTFILE_H
#define ZIVOS_BASE_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>

struct diag;
struct outfile;

/* Missing folders above path are made. NULL: D_WRITE_FAILED was reported. */
struct outfile *outfile_new(const char *path, struct diag *d);
const char *outfile_name(const struct outfile *o);	/* as it was named, for messages */
const char *outfile_temp(const struct outfile *o);	/* where it lies meanwhile */
int outfile_descriptor(const struct outfile *o);	/* of that file, for others that write it */
/* The file that will appear, links followed; NULL: the output is no file. */
const char *outfile_target(const struct outfile *o);
/* The file that an output of this name would make or replace, links followed; g_free() it. NULL: links in a circle. */
char *outfile_followed(const char *path);
/* Let it appear under another name of the same folder. Only where it is a file. */
void outfile_divert(struct outfile *o, const char *path);
/* All that was appended can be read in the temporary file. false: the commit will report it. */
bool outfile_settle(struct outfile *o);
/* Append bytes; errors are kept and reported by the commit. Matches cairo_write_func_t's needs. */
bool outfile_write(struct outfile *o, const void *bytes, size_t n);
/* Flush, sync and rename. false: reported; nothing was changed. Frees o in any case. */
bool outfile_commit(struct outfile *o, struct diag *d);
void outfile_abort(struct outfile *o);			/* remove the temporary file, free o; NULL is allowed */

#endif
