/*
 * src/pdf/pack.h - deflated bytes (zlib's format), for streams.
 *
 * A packer keeps deflate's memory, a quarter of a megabyte, from stream to
 * stream. Each thread has its own.
 */
#ifndef ZIVOS_PDF_PACK_H
#define ZIVOS_PDF_PACK_H

#include <glib.h>
#include <stddef.h>

struct packer;

struct packer *packer_new(void);
void packer_free(struct packer *p);		/* NULL is allowed */

/* level: 1 fastest to 9 smallest. to: replaced by the result. */
void packer_pack(struct packer *p, const void *bytes, size_t n, int level, GByteArray *to);

#endif
