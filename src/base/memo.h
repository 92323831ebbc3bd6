/*
 * src/base/memo.h - what a file holds, without reading it each time.
 *
 * The SHA-256 of a file's bytes, remembered in the cache by path, size and time
 * of change (to the nanosecond): an issue's pictures are 40 MB and more.
 */
#ifndef ZIVOS_BASE_MEMO_H
#define ZIVOS_BASE_MEMO_H

struct cache;
struct memo;

struct memo *memo_new(struct cache *c);			/* c outlives it */
/* 0, or errno. EISDIR, EINVAL: no regular file. */
int memo_hash(struct memo *m, const char *path, char hash[65]);
void memo_save(struct memo *m);				/* with what another zivos has added since */
void memo_free(struct memo *m);				/* NULL is allowed */

#endif
