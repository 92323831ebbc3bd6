/*
 * src/base/cache.h - results kept by all that they depend on.
 *
 * In      a key: what the result depends on, as texts (contents by their
 *         SHA-256, parameters, a number for the way it is made)
 * Out     a record, some bytes, and maybe one file beside it
 * Errors  none for reading: what is not there, or damaged, is absent. A result
 *         that cannot be kept is false, and cache_fault() says why; for
 *         records that is no fault: it is only a cache
 *
 * The folder is $XDG_CACHE_HOME/zivos or the one that is named, shared by all
 * runs, also at the same time. It may be deleted whenever no zivos runs. What
 * is kept carries a checksum, looked at each time. Nothing is synced to disk.
 *
 * A cache is used by one thread at a time.
 */
#ifndef ZIVOS_BASE_CACHE_H
#define ZIVOS_BASE_CACHE_H

#include <stdbool.h>
#include <stddef.h>

struct cache;

/* dir NULL: the default folder. Never NULL; a folder that cannot be written
 * makes a private temporary folder, removed by cache_free(). */
struct cache *cache_new(const char *dir);
void cache_free(struct cache *c);			/* NULL is allowed */
const char *cache_folder(const struct cache *c);	/* for messages */

/* The key of n parts; g_free() it. The first one says whose it is. */
char *cache_key(const char *const *part, size_t n);

struct entry {
	char *record;			/* n bytes and a 0 */
	size_t n;
	char *file;			/* path, or NULL: it has none */
};
/* false: absent, and e is empty. */
bool cache_get(struct cache *c, const char *key, struct entry *e);
void entry_clear(struct entry *e);

bool cache_put(struct cache *c, const char *key, const void *record, size_t n);

/* A file on its way into the cache. It exists, empty, and whoever makes the
 * result writes it; an interrupt removes it. */
struct draft;
struct draft *cache_draft(struct cache *c);		/* NULL: cache_fault() */
const char *draft_path(const struct draft *d);
void draft_drop(struct draft *d);			/* removes it; NULL is allowed */
/* Record and file together; frees d in any case. ending: of the file, "jpg". */
bool cache_put_file(struct cache *c, const char *key, const void *record, size_t n,
		    struct draft *d, const char *ending);

/* errno of the first write that failed, or 0. */
int cache_fault(const struct cache *c);

#endif
