/*
 * src/base/cache.c - a folder of records and files by key.
 *
 *     3f/9ab4...2c.txt  a record: one line (below), then its bytes
 *     3f/9ab4...2c.jpg  the file that it is about
 *     new/              what is being written
 *
 * The line: "zivos-cache SUM N ENDING SIZE FILESUM": checksum and length of the
 * bytes after it; ending ("-": no file), length and checksum of the file.
 *
 * Files appear by rename, the file before its record. A key is the SHA-256 of
 * all that the result depends on, so an entry never goes stale; one that does
 * not hold what it says counts as absent and is written anew.
 *
 * The checksums are against disks and copying programs, not against enemies,
 * who could write into the folder as they like: CRC-32, as fast as reading.
 */
#include "base/cache.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <zlib.h>
#include "base/temp.h"

enum { LEFTOVER_SECONDS = 24 * 60 * 60, ENDING_MOST = 8 };

struct cache {
	char *dir;
	bool private;			/* dir is ours alone and is removed in the end */
	bool drafted;			/* new/ is there and swept */
	int fault;
};

struct draft { char *path; int slot; };

/* ---- the folder ---- */

static bool usable(const char *dir)
{
	return !g_mkdir_with_parents(dir, 0700) && !access(dir, W_OK | X_OK);
}

struct cache *cache_new(const char *dir)
{
	struct cache *c = g_new0(struct cache, 1);
	char *named = dir ? g_strdup(dir) : g_build_filename(g_get_user_cache_dir(), "zivos", NULL);

	c->dir = g_canonicalize_filename(named, NULL);
	g_free(named);
	if (!usable(c->dir)) {
		g_free(c->dir);
		c->dir = g_dir_make_tmp("zivos-XXXXXX", NULL);
		c->private = c->dir != NULL;
		/* No place at all: each write will say so. */
		if (!c->dir)
			c->dir = g_strdup("/nonexistent");
	}
	return c;
}

/* A folder of ours: files, and folders of files. Those changed before the time only. */
static void folder_empty(const char *dir, time_t before, int depth)
{
	GDir *d = g_dir_open(dir, 0, NULL);
	const char *name;
	struct stat st;

	while (d && (name = g_dir_read_name(d)) != NULL) {
		char *path = g_build_filename(dir, name, NULL);

		if (!lstat(path, &st) && st.st_mtime < before && g_unlink(path) && depth > 0) {
			folder_empty(path, before, depth - 1);
			g_rmdir(path);
		}
		g_free(path);
	}
	if (d)
		g_dir_close(d);
}

void cache_free(struct cache *c)
{
	if (!c)
		return;
	if (c->private) {
		folder_empty(c->dir, (time_t)G_MAXINT64, 1);
		g_rmdir(c->dir);
	}
	g_free(c->dir);
	g_free(c);
}

const char *cache_folder(const struct cache *c)
{
	return c->dir;
}

int cache_fault(const struct cache *c)
{
	return c->fault;
}

static bool failed(struct cache *c)
{
	if (!c->fault)
		c->fault = errno ? errno : EIO;
	return false;
}

/* ---- keys ---- */

char *cache_key(const char *const *part, size_t n)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	char *key;

	/* With its 0, so that no two lists of parts run into the same bytes. */
	for (size_t i = 0; i < n; i++)
		g_checksum_update(sum, (const guchar *)part[i], (gssize)strlen(part[i]) + 1);
	key = g_strdup(g_checksum_get_string(sum));
	g_checksum_free(sum);
	return key;
}

static char *entry_path(const struct cache *c, const char *key, const char *ending)
{
	return g_strdup_printf("%s/%.2s/%s.%s", c->dir, key, key + 2, ending);
}

/* ---- reading ---- */

static uint32_t sum_of(const void *bytes, size_t n)
{
	return (uint32_t)crc32_z(crc32_z(0, NULL, 0), bytes, n);
}

static bool file_sum(const char *path, long long *size, uint32_t *sum)
{
	enum { PIECE = 1 << 18 };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	unsigned char *piece = g_malloc(PIECE);
	uLong crc = crc32_z(0, NULL, 0);
	ssize_t n = -1;

	*size = 0;
	while (fd >= 0 && ((n = read(fd, piece, PIECE)) > 0 || (n < 0 && errno == EINTR))) {
		if (n > 0) {
			crc = crc32_z(crc, piece, (size_t)n);
			*size += n;
		}
	}
	*sum = (uint32_t)crc;
	if (fd >= 0)
		close(fd);
	g_free(piece);
	return n == 0;
}

static bool entry_read(struct cache *c, const char *key, const char *text, size_t n, struct entry *e)
{
	const char *end = memchr(text, '\n', n);
	unsigned long length;
	uint32_t sum, file_crc, have;
	long long size, there;
	char ending[ENDING_MOST + 1];

	if (!end || sscanf(text, "zivos-cache %8" SCNx32 " %lu %8s %lld %8" SCNx32 "\n",
			   &sum, &length, ending, &size, &file_crc) != 5)
		return false;
	end++;
	if (length != n - (size_t)(end - text) || sum_of(end, length) != sum)
		return false;
	if (strcmp(ending, "-")) {
		e->file = entry_path(c, key, ending);
		if (!file_sum(e->file, &there, &have) || there != size || have != file_crc)
			return false;
	}
	e->n = length;
	e->record = g_malloc(length + 1);
	memcpy(e->record, end, length);
	e->record[length] = 0;
	return true;
}

bool cache_get(struct cache *c, const char *key, struct entry *e)
{
	char *path = entry_path(c, key, "txt"), *text = NULL;
	gsize n;
	bool ok;

	*e = (struct entry){ NULL };
	ok = g_file_get_contents(path, &text, &n, NULL) && entry_read(c, key, text, n, e);
	if (!ok)
		entry_clear(e);
	g_free(text);
	g_free(path);
	return ok;
}

void entry_clear(struct entry *e)
{
	g_free(e->record);
	g_free(e->file);
	*e = (struct entry){ NULL };
}

/* ---- writing ---- */

struct draft *cache_draft(struct cache *c)
{
	char *folder = g_build_filename(c->dir, "new", NULL);
	struct draft *d = g_new0(struct draft, 1);
	int fd;

	if (!c->drafted) {
		g_mkdir(folder, 0700);
		/* Killed outright, or the power went: nobody else clears that away. */
		folder_empty(folder, time(NULL) - LEFTOVER_SECONDS, 0);
		c->drafted = true;
	}
	d->path = g_build_filename(folder, "XXXXXX", NULL);
	fd = temp_open(d->path, 0600, &d->slot);
	g_free(folder);
	if (fd >= 0) {
		close(fd);
		return d;
	}
	failed(c);
	g_free(d->path);
	g_free(d);
	return NULL;
}

const char *draft_path(const struct draft *d)
{
	return d->path;
}

void draft_drop(struct draft *d)
{
	if (!d)
		return;
	g_unlink(d->path);
	temp_forget(d->slot);
	g_free(d->path);
	g_free(d);
}

/* Gives it its name; frees d. */
static bool draft_keep(struct cache *c, struct draft *d, const char *key, const char *ending)
{
	char *path = entry_path(c, key, ending), *folder = g_path_get_dirname(path);
	bool ok;

	g_mkdir(folder, 0700);
	ok = !g_rename(d->path, path) || failed(c);
	if (ok) {
		temp_forget(d->slot);
		g_free(d->path);
		g_free(d);
	} else {
		draft_drop(d);
	}
	g_free(folder);
	g_free(path);
	return ok;
}

static bool draft_write(struct cache *c, const struct draft *d, const char *line, const void *bytes, size_t n)
{
	FILE *f = fopen(d->path, "w");
	bool ok = f && fputs(line, f) >= 0 && fwrite(bytes, 1, n, f) == n;

	if (f && fclose(f))
		ok = false;
	return ok || failed(c);
}

static bool record_put(struct cache *c, const char *key, const void *record, size_t n,
		       const char *ending, long long size, uint32_t sum)
{
	struct draft *d = cache_draft(c);
	char *line = g_strdup_printf("zivos-cache %08" PRIx32 " %zu %s %lld %08" PRIx32 "\n",
				     sum_of(record, n), n, ending, size, sum);
	bool ok = d && draft_write(c, d, line, record, n);

	if (ok)
		ok = draft_keep(c, d, key, "txt");
	else
		draft_drop(d);
	g_free(line);
	return ok;
}

bool cache_put(struct cache *c, const char *key, const void *record, size_t n)
{
	return record_put(c, key, record, n, "-", 0, 0);
}

bool cache_put_file(struct cache *c, const char *key, const void *record, size_t n,
		    struct draft *d, const char *ending)
{
	long long size;
	uint32_t sum;

	if (!file_sum(d->path, &size, &sum)) {
		failed(c);
		draft_drop(d);
		return false;
	}
	return draft_keep(c, d, key, ending) && record_put(c, key, record, n, ending, size, sum);
}
