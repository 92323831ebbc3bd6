/* src/pdf/pack.c - deflate by zlib. */
#include "pdf/pack.h"
#include <stdlib.h>
#include <zlib.h>

struct packer { z_stream z; int level; };	/* level 0: not ready */

struct packer *packer_new(void)
{
	return g_new0(struct packer, 1);
}

void packer_free(struct packer *p)
{
	if (p && p->level)
		deflateEnd(&p->z);
	g_free(p);
}

/* zlib fails for want of memory alone, which ends the program as everywhere. */
void packer_pack(struct packer *p, const void *bytes, size_t n, int level, GByteArray *to)
{
	if (p->level && p->level != level)
		deflateEnd(&p->z);
	if (p->level == level ? deflateReset(&p->z) != Z_OK : deflateInit(&p->z, level) != Z_OK)
		abort();
	p->level = level;
	g_byte_array_set_size(to, (guint)deflateBound(&p->z, n));
	p->z.next_in = (Bytef *)bytes;
	p->z.avail_in = (uInt)n;
	p->z.next_out = to->data;
	p->z.avail_out = to->len;
	if (deflate(&p->z, Z_FINISH) != Z_STREAM_END)
		abort();
	g_byte_array_set_size(to, (guint)p->z.total_out);
}
