/*
 * src/base/memo.c - hashes of files by their times.
 *
 * One entry of the cache, a line for each file. Two zivos that save at the same
 * moment lose a line at most, which costs reading one file again.
 */
#include "base/memo.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <glib.h>
#include "base/cache.h"
#include "base/job.h"

enum {
	LINES_MOST = 20000,		/* more: only this run's are kept */
	SETTLE_MS = 100			/* a file younger than that may change without a new time */
};

struct known { gint64 size, mtime, ctime; char hash[65]; bool fresh; };

struct memo {
	struct cache *cache;
	char *key;
	GHashTable *known;		/* path -> struct known; NULL until it is read */
	bool changed;
};

struct memo *memo_new(struct cache *c)
{
	struct memo *m = g_new0(struct memo, 1);

	m->cache = c;
	m->key = cache_key((const char *[]){ "memo", "1" }, 2);
	return m;
}

void memo_free(struct memo *m)
{
	if (!m)
		return;
	if (m->known)
		g_hash_table_destroy(m->known);
	g_free(m->key);
	g_free(m);
}

static gint64 nanoseconds(struct timespec t)
{
	return (gint64)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool is_hash(const char *s)
{
	return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

/* Adds the cache's lines, but for the paths that are known. */
static void lines_read(struct memo *m)
{
	struct entry e;
	char **line;

	if (!cache_get(m->cache, m->key, &e))
		return;
	line = g_strsplit(e.record, "\n", -1);
	for (size_t i = 0; line[i]; i++) {
		char **f = job_fields(line[i]);
		struct known *k;

		if (g_strv_length(f) == 5 && is_hash(f[4]) && !g_hash_table_contains(m->known, f[0])) {
			k = g_new0(struct known, 1);
			k->size = g_ascii_strtoll(f[1], NULL, 10);
			k->mtime = g_ascii_strtoll(f[2], NULL, 10);
			k->ctime = g_ascii_strtoll(f[3], NULL, 10);
			memcpy(k->hash, f[4], sizeof k->hash);
			g_hash_table_insert(m->known, g_strdup(f[0]), k);
		}
		g_strfreev(f);
	}
	g_strfreev(line);
	entry_clear(&e);
}

void memo_save(struct memo *m)
{
	GString *out;
	GHashTableIter it;
	void *path, *value;
	bool all;

	if (!m->changed)
		return;
	m->changed = false;
	out = g_string_new(NULL);
	lines_read(m);
	all = g_hash_table_size(m->known) <= LINES_MOST;
	g_hash_table_iter_init(&it, m->known);
	while (g_hash_table_iter_next(&it, &path, &value)) {
		struct known *k = value;
		char number[3][24], *line;

		if (!all && !k->fresh)
			continue;
		g_snprintf(number[0], sizeof number[0], "%" G_GINT64_FORMAT, k->size);
		g_snprintf(number[1], sizeof number[1], "%" G_GINT64_FORMAT, k->mtime);
		g_snprintf(number[2], sizeof number[2], "%" G_GINT64_FORMAT, k->ctime);
		line = job_line((const char *[]){ path, number[0], number[1], number[2], k->hash }, 5);
		g_string_append(out, line);
		g_free(line);
	}
	cache_put(m->cache, m->key, out->str, out->len);
	g_string_free(out, TRUE);
}

static bool hash_read(int fd, char hash[65])
{
	enum { PIECE = 1 << 18 };
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	unsigned char *piece = g_malloc(PIECE);
	ssize_t n;

	do {
		n = read(fd, piece, PIECE);
		if (n > 0)
			g_checksum_update(sum, piece, n);
	} while (n > 0 || (n < 0 && errno == EINTR));
	g_strlcpy(hash, g_checksum_get_string(sum), 65);
	g_free(piece);
	g_checksum_free(sum);
	return n == 0;
}

static void remember(struct memo *m, const char *path, const struct stat *st, const char *hash)
{
	struct known *k;
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	if (nanoseconds(now) - nanoseconds(st->st_ctim) < (gint64)SETTLE_MS * 1000000)
		return;
	k = g_new0(struct known, 1);
	*k = (struct known){ st->st_size, nanoseconds(st->st_mtim), nanoseconds(st->st_ctim), "", true };
	g_strlcpy(k->hash, hash, sizeof k->hash);
	g_hash_table_replace(m->known, g_strdup(path), k);
	m->changed = true;
}

int memo_hash(struct memo *m, const char *path, char hash[65])
{
	struct stat st;
	struct known *k;
	int fd = -1, err = 0;

	if (!m->known) {
		m->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
		lines_read(m);
	}
	if (stat(path, &st))
		return errno;
	if (!S_ISREG(st.st_mode))
		return S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	k = g_hash_table_lookup(m->known, path);
	if (k && k->size == st.st_size && k->mtime == nanoseconds(st.st_mtim) &&
	    k->ctime == nanoseconds(st.st_ctim)) {
		k->fresh = true;
		memcpy(hash, k->hash, sizeof k->hash);
		return 0;
	}
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) || !hash_read(fd, hash))
		err = errno ? errno : EIO;
	else
		remember(m, path, &st, hash);
	if (fd >= 0)
		close(fd);
	return err;
}
