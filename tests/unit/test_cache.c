/* tests/unit/test_cache.c - what is kept comes back whole, or not at all. */
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "base/cache.h"
#include "folder.h"

static char *folder;

static struct cache *open_cache(void)
{
	return cache_new(folder);
}

static size_t count(const char *name)
{
	char *path = g_build_filename(folder, name, NULL);
	GDir *d = g_dir_open(path, 0, NULL);
	size_t n = 0;

	while (d && g_dir_read_name(d))
		n++;
	if (d)
		g_dir_close(d);
	g_free(path);
	return n;
}

static void flip(const char *path, size_t at)
{
	char *bytes;
	gsize n;

	assert(g_file_get_contents(path, &bytes, &n, NULL) && at < n);
	bytes[at] ^= 4;
	assert(g_file_set_contents(path, bytes, (gssize)n, NULL));
	g_free(bytes);
}

static void test_keys(void)
{
	char *a = cache_key((const char *[]){ "ab", "c" }, 2), *b = cache_key((const char *[]){ "a", "bc" }, 2);
	char *c = cache_key((const char *[]){ "ab", "c", "" }, 3), *again = cache_key((const char *[]){ "ab", "c" }, 2);

	assert(strlen(a) == 64 && strcmp(a, b) && strcmp(a, c) && !strcmp(a, again));
	g_free(a);
	g_free(b);
	g_free(c);
	g_free(again);
}

static void test_records(void)
{
	static const char bytes[] = "zero\0in\nit";
	struct cache *c = open_cache();
	char *key = cache_key((const char *[]){ "test", "1" }, 2), *path;
	struct entry e;

	assert(!cache_get(c, key, &e) && !e.record && !e.file);
	assert(cache_put(c, key, bytes, sizeof bytes));
	cache_free(c);
	c = open_cache();
	assert(cache_get(c, key, &e) && e.n == sizeof bytes && !memcmp(e.record, bytes, e.n) && !e.file);
	entry_clear(&e);
	assert(cache_put(c, key, "", 0) && cache_get(c, key, &e) && e.n == 0 && e.record[0] == 0);
	entry_clear(&e);
	assert(cache_put(c, key, bytes, sizeof bytes));
	path = g_strdup_printf("%s/%.2s/%s.txt", folder, key, key + 2);
	flip(path, 42);
	assert(!cache_get(c, key, &e) && !e.record);
	assert(g_file_set_contents(path, "", 0, NULL) && !cache_get(c, key, &e));
	assert(cache_put(c, key, bytes, sizeof bytes) && cache_get(c, key, &e));
	entry_clear(&e);
	assert(cache_fault(c) == 0 && count("new") == 0);
	g_free(path);
	g_free(key);
	cache_free(c);
}

static void test_files(void)
{
	struct cache *c = open_cache();
	char *key = cache_key((const char *[]){ "test", "2" }, 2);
	struct draft *d = cache_draft(c), *other = cache_draft(c);
	struct entry e;

	assert(d && other && count("new") == 2);
	assert(g_file_set_contents(draft_path(d), "picture", 7, NULL));
	assert(cache_put_file(c, key, "about it", 8, d, "jpg"));
	draft_drop(other);
	assert(count("new") == 0);
	assert(cache_get(c, key, &e) && !strcmp(e.record, "about it") && g_str_has_suffix(e.file, ".jpg"));
	flip(e.file, 3);
	entry_clear(&e);
	assert(!cache_get(c, key, &e) && !e.file);
	/* without what it is about a record is nothing */
	d = cache_draft(c);
	assert(cache_put_file(c, key, "about it", 8, d, "jpg") && cache_get(c, key, &e) && !g_unlink(e.file));
	entry_clear(&e);
	assert(!cache_get(c, key, &e));
	g_free(key);
	cache_free(c);
}

/* A child that is interrupted while it makes something leaves nothing behind; one that is killed, for a day. */
static void test_interrupted(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGKILL };
	struct utimbuf old = { 1, 1 };
	struct draft *d;
	struct cache *c;
	char *left;
	GDir *dir;

	for (size_t i = 0; i < G_N_ELEMENTS(signals); i++) {
		int status;
		pid_t pid = fork();

		if (!pid) {
			c = open_cache();
			assert(cache_draft(c));
			raise(signals[i]);
			_exit(0);
		}
		assert(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
		assert(count("new") == (signals[i] == SIGKILL));
	}
	c = open_cache();
	d = cache_draft(c);
	assert(d && count("new") == 2);
	draft_drop(d);
	cache_free(c);
	left = g_build_filename(folder, "new", NULL);
	dir = g_dir_open(left, 0, NULL);
	assert(dir);
	g_free(left);
	left = g_build_filename(folder, "new", g_dir_read_name(dir), NULL);
	g_dir_close(dir);
	assert(!utime(left, &old));
	c = open_cache();
	d = cache_draft(c);
	assert(d && count("new") == 1);
	draft_drop(d);
	cache_free(c);
	g_free(left);
}

/* Files may not grow here: as on a full disk, each write fails. */
static void test_full(void)
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		struct rlimit none = { 16, 16 };
		struct cache *c = open_cache();
		char *key = cache_key((const char *[]){ "full" }, 1);
		struct entry e;

		signal(SIGXFSZ, SIG_IGN);
		assert(!setrlimit(RLIMIT_FSIZE, &none));
		assert(!cache_put(c, key, "0123456789", 10) && cache_fault(c) == EFBIG);
		assert(!cache_get(c, key, &e) && count("new") == 0);
		_exit(7);
	}
	assert(waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

/* A file in place of the folder: even root cannot write there. */
static void test_private(void)
{
	char *blocked = g_build_filename(folder, "blocked", NULL), *own;
	struct cache *c;
	struct entry e;

	assert(g_file_set_contents(blocked, "", 0, NULL));
	c = cache_new(blocked);
	own = g_strdup(cache_folder(c));
	assert(strcmp(own, blocked) && cache_put(c, "0123456789", "x", 1) && cache_get(c, "0123456789", &e));
	entry_clear(&e);
	cache_free(c);
	assert(access(own, F_OK) && errno == ENOENT);
	g_free(own);
	g_free(blocked);
}

int main(void)
{
	folder = g_dir_make_tmp("zivos-test-XXXXXX", NULL);
	test_keys();
	test_records();
	test_files();
	test_interrupted();
	test_full();
	test_private();
	remove_all(folder);
	g_free(folder);
	return 0;
}
