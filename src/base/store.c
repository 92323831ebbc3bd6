/*
 * src/base/store.c - the picture cache, and the workers that fill it.
 *
 * The folder:
 *
 *     memo              which content a file had, by path, size and times
 *     3f/9ab4...2c.txt  an answer of zivos-picture (base/job.h), by key
 *     3f/9ab4...2c.jpg  the picture that the answer is about
 *
 * A key is the SHA-256 of everything that the answer depends on, so an entry
 * never goes stale. Files appear by rename, the picture before its answer;
 * the answer says how long the picture is, and an entry that does not hold
 * what it says counts as absent. Several zivos may share the folder: what
 * they can lose is a line of the memo, which costs reading one file again.
 * Nothing is synced to disk: a power cut leaves entries that are redone.
 *
 * A store is used by one thread at a time.
 *
 * Two variables are for tests: ZIVOS_PICTURE names another program in place
 * of zivos-picture, ZIVOS_PICTURE_SECONDS how long one picture may take.
 */
#include "base/store.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "base/arena.h"
#include "base/data.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/icc.h"
#include "base/job.h"

extern char **environ;

enum {
	WORKERS = 2,
	MEMO_MOST = 20000,		/* lines; more: only this run's are kept */
	ANSWER_MOST = 4096,		/* bytes of an answer */
	SETTLE_MS = 100			/* a file younger than that may change without a new time */
};

struct memo { gint64 size, mtime, ctime; char hash[65]; bool fresh; };

struct store {
	char *dir;
	bool private;			/* dir is ours alone and is removed in the end */
	char *program;			/* zivos-picture; NULL: not found */
	gint64 limit;			/* microseconds for one picture */
	GHashTable *memo;		/* path -> struct memo; NULL until it is read */
	bool memo_changed;
};

/* ---- the folder ---- */

static bool usable(const char *dir)
{
	return !g_mkdir_with_parents(dir, 0700) && !access(dir, W_OK | X_OK);
}

struct store *store_new(const char *dir)
{
	struct store *s = g_new0(struct store, 1);
	const char *seconds = getenv("ZIVOS_PICTURE_SECONDS"), *program = getenv("ZIVOS_PICTURE");
	char *named = dir ? g_strdup(dir) : g_build_filename(g_get_user_cache_dir(), "zivos", NULL);

	s->dir = g_canonicalize_filename(named, NULL);
	g_free(named);
	if (!usable(s->dir)) {
		g_free(s->dir);
		s->dir = g_dir_make_tmp("zivos-XXXXXX", NULL);
		s->private = s->dir != NULL;
		/* No place at all: each write will say so. */
		if (!s->dir)
			s->dir = g_strdup("/nonexistent");
	}
	s->program = program ? g_strdup(program) : data_program("zivos-picture");
	s->limit = (gint64)CLAMP(seconds ? atoi(seconds) : JOB_SECONDS, 1, 3600) * G_USEC_PER_SEC;
	return s;
}

/* A folder of ours: files, and folders of files. */
static void folder_remove(const char *dir, int depth)
{
	GDir *d = g_dir_open(dir, 0, NULL);
	const char *name;

	while (d && (name = g_dir_read_name(d)) != NULL) {
		char *path = g_build_filename(dir, name, NULL);

		if (g_unlink(path) && depth > 0)
			folder_remove(path, depth - 1);
		g_free(path);
	}
	if (d)
		g_dir_close(d);
	g_rmdir(dir);
}

void store_free(struct store *s)
{
	if (!s)
		return;
	if (s->private)
		folder_remove(s->dir, 1);
	if (s->memo)
		g_hash_table_destroy(s->memo);
	g_free(s->dir);
	g_free(s->program);
	g_free(s);
}

/* A new empty file beside path; its name, or NULL. */
static char *temp_new(const char *path)
{
	char *temp = g_strconcat(path, ".XXXXXX", NULL);
	int fd = g_mkstemp_full(temp, O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0) {
		close(fd);
		return temp;
	}
	g_free(temp);
	return NULL;
}

/* Whole or not at all. Failing is no fault: it is only a cache. */
static void file_put(const char *path, const char *text, size_t n)
{
	char *temp = temp_new(path);
	FILE *f = temp ? fopen(temp, "w") : NULL;
	bool ok = f && fwrite(text, 1, n, f) == n;

	if (f && fclose(f))
		ok = false;
	if (temp && (!ok || g_rename(temp, path)))
		g_unlink(temp);
	g_free(temp);
}

/* ---- the memo: a file's content by its times ---- */

static gint64 nanoseconds(struct timespec t)
{
	return (gint64)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool is_hash(const char *s)
{
	return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

/* Adds the file's lines to the memo, but for the paths it has. */
static void memo_read(struct store *s, const char *path)
{
	char *text = NULL, **line;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		return;
	line = g_strsplit(text, "\n", -1);
	for (size_t i = 0; line[i]; i++) {
		char **f = job_fields(line[i]);
		struct memo *m;

		if (g_strv_length(f) == 5 && is_hash(f[4]) && !g_hash_table_contains(s->memo, f[0])) {
			m = g_new0(struct memo, 1);
			m->size = g_ascii_strtoll(f[1], NULL, 10);
			m->mtime = g_ascii_strtoll(f[2], NULL, 10);
			m->ctime = g_ascii_strtoll(f[3], NULL, 10);
			memcpy(m->hash, f[4], sizeof m->hash);
			g_hash_table_insert(s->memo, g_strdup(f[0]), m);
		}
		g_strfreev(f);
	}
	g_strfreev(line);
	g_free(text);
}

static void memo_open(struct store *s)
{
	char *path = g_build_filename(s->dir, "memo", NULL);

	if (!s->memo) {
		s->memo = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
		memo_read(s, path);
	}
	g_free(path);
}

/* With what another zivos has added since. */
static void memo_save(struct store *s)
{
	char *path = g_build_filename(s->dir, "memo", NULL);
	GString *out = g_string_new(NULL);
	GHashTableIter it;
	void *key, *value;
	bool all;

	if (!s->memo_changed)
		goto out;
	s->memo_changed = false;
	memo_read(s, path);
	all = g_hash_table_size(s->memo) <= MEMO_MOST;
	g_hash_table_iter_init(&it, s->memo);
	while (g_hash_table_iter_next(&it, &key, &value)) {
		struct memo *m = value;
		char number[3][24], *line;

		if (!all && !m->fresh)
			continue;
		g_snprintf(number[0], sizeof number[0], "%" G_GINT64_FORMAT, m->size);
		g_snprintf(number[1], sizeof number[1], "%" G_GINT64_FORMAT, m->mtime);
		g_snprintf(number[2], sizeof number[2], "%" G_GINT64_FORMAT, m->ctime);
		line = job_line((const char *[]){ key, number[0], number[1], number[2], m->hash }, 5);
		g_string_append(out, line);
		g_free(line);
	}
	file_put(path, out->str, out->len);
out:
	g_string_free(out, TRUE);
	g_free(path);
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

static void memo_add(struct store *s, const char *path, const struct stat *st, const char *hash)
{
	struct memo *m;
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	if (nanoseconds(now) - nanoseconds(st->st_ctim) < (gint64)SETTLE_MS * 1000000)
		return;
	m = g_new0(struct memo, 1);
	*m = (struct memo){ st->st_size, nanoseconds(st->st_mtim), nanoseconds(st->st_ctim), "", true };
	g_strlcpy(m->hash, hash, sizeof m->hash);
	g_hash_table_replace(s->memo, g_strdup(path), m);
	s->memo_changed = true;
}

/* 0, or errno. */
static int content_hash(struct store *s, const char *path, char hash[65])
{
	struct stat st;
	struct memo *m;
	int fd = -1, err = 0;

	if (stat(path, &st))
		return errno;
	if (!S_ISREG(st.st_mode))
		return S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	m = g_hash_table_lookup(s->memo, path);
	if (m && m->size == st.st_size && m->mtime == nanoseconds(st.st_mtim) &&
	    m->ctime == nanoseconds(st.st_ctim)) {
		m->fresh = true;
		memcpy(hash, m->hash, sizeof m->hash);
		return 0;
	}
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) || !hash_read(fd, hash))
		err = errno ? errno : EIO;
	else
		memo_add(s, path, &st, hash);
	if (fd >= 0)
		close(fd);
	return err;
}

/* ---- jobs ---- */

/* One question for zivos-picture. Equal ones are asked once. */
struct job {
	char *stem;			/* cache file without its ending */
	char *line;			/* as it is sent */
	char *temp;			/* file that the worker writes, or NULL */
	char **answer;			/* fields, or NULL: not answered */
};

struct batch {
	struct store *store;
	struct diag *diag;
	GPtrArray *jobs;
	GHashTable *by_stem;
	size_t next;			/* first job not handed out */
	bool failed;			/* the program does not run: reported */
};

static void job_free(void *p)
{
	struct job *j = p;

	if (j->temp)
		g_unlink(j->temp);
	g_strfreev(j->answer);
	g_free(j->temp);
	g_free(j->line);
	g_free(j->stem);
	g_free(j);
}

static void batch_init(struct batch *b, struct store *s, struct diag *d)
{
	*b = (struct batch){ .store = s, .diag = d };
	b->jobs = g_ptr_array_new_with_free_func(job_free);
	b->by_stem = g_hash_table_new(g_str_hash, g_str_equal);
	memo_open(s);
}

static void batch_end(struct batch *b)
{
	memo_save(b->store);
	g_hash_table_destroy(b->by_stem);
	g_ptr_array_free(b->jobs, TRUE);
}

enum { PROBE_FIELDS = 7, CONVERT_FIELDS = 4 };	/* of an answer */

static const char *const probe_kinds[] = {
	[PICTURE_PHOTO] = "photo", [PICTURE_GRAPHIC] = "graphic", [PICTURE_VECTOR] = "vector", NULL
};
static const char *const convert_kinds[] = { "jpg", "png", "ink", "svg", NULL };

static bool is_file_kind(const char *kind)
{
	return strcmp(kind, "svg") && g_strv_contains(convert_kinds, kind);
}

/* Is it an answer, as far as its form goes? nfields: of this kind of job. */
static bool answer_valid(char **f, guint nfields)
{
	return g_strv_length(f) == nfields && atoi(f[1]) > 0 && atoi(f[2]) > 0 &&
	       g_strv_contains(nfields == PROBE_FIELDS ? probe_kinds : convert_kinds, f[0]);
}

static char *picture_path(const char *stem, const char *kind)
{
	return g_strconcat(stem, ".", kind, NULL);
}

static char **cache_read(const char *stem, guint nfields)
{
	char *path = g_strconcat(stem, ".txt", NULL), *text = NULL, *picture = NULL, **f = NULL;
	struct stat st;
	bool ok = false;

	if (!g_file_get_contents(path, &text, NULL, NULL) || !g_str_has_suffix(text, "\n"))
		goto out;
	f = job_fields(text);
	ok = answer_valid(f, nfields);
	if (ok && is_file_kind(f[0])) {
		picture = picture_path(stem, f[0]);
		ok = !stat(picture, &st) && st.st_size == g_ascii_strtoll(f[3], NULL, 10);
	}
out:
	if (!ok) {
		g_strfreev(f);
		f = NULL;
	}
	g_free(picture);
	g_free(text);
	g_free(path);
	return f;
}

static void job_fault(struct job *j, enum job_fault f, const char *detail)
{
	g_strfreev(j->answer);
	j->answer = g_new0(char *, 4);
	j->answer[0] = g_strdup("fault");
	j->answer[1] = g_strdup(job_fault_keys[f]);
	j->answer[2] = g_strdup(detail);
}

/* The answer has come: keep it. The picture first, so that an answer never names one that is not there. */
static void cache_write(struct job *j)
{
	char *path = g_strconcat(j->stem, ".txt", NULL), *picture = NULL, *text = NULL;

	if (is_file_kind(j->answer[0])) {
		picture = picture_path(j->stem, j->answer[0]);
		if (g_rename(j->temp, picture)) {
			job_fault(j, JOB_WRITE, g_strerror(errno));
			goto out;
		}
		g_clear_pointer(&j->temp, g_free);
	}
	text = job_line((const char *const *)j->answer, g_strv_length(j->answer));
	file_put(path, text, strlen(text));
out:
	g_free(text);
	g_free(picture);
	g_free(path);
}

/* field: the job's fields; its OUT is added if writes. hash and the fields
 * after the path make the key, as far as there are nkey. */
static struct job *batch_add(struct batch *b, const char *hash, const char **field, size_t n, size_t nkey, bool writes)
{
	GString *text = g_string_new(JOB_VERSION);
	struct job *j;
	char *key, *folder, *stem;

	g_string_append_printf(text, "\t%s\t%s", field[0], hash);
	for (size_t i = 2; i < nkey; i++)
		g_string_append_printf(text, "\t%s", field[i]);
	key = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
	folder = g_strdup_printf("%s/%.2s", b->store->dir, key);
	stem = g_strconcat(folder, "/", key + 2, NULL);

	j = g_hash_table_lookup(b->by_stem, stem);
	if (j)
		goto out;
	j = g_new0(struct job, 1);
	j->stem = g_strdup(stem);
	j->answer = cache_read(stem, writes ? CONVERT_FIELDS : PROBE_FIELDS);
	if (!j->answer) {
		g_mkdir(folder, 0700);
		j->temp = writes ? temp_new(stem) : NULL;
		field[n] = j->temp;
		if (writes && !j->temp)
			job_fault(j, JOB_WRITE, g_strerror(errno));
		else
			j->line = job_line(field, n + writes);
	}
	g_ptr_array_add(b->jobs, j);
	g_hash_table_insert(b->by_stem, j->stem, j);
out:
	g_free(stem);
	g_free(folder);
	g_free(key);
	g_string_free(text, TRUE);
	return j;
}

/* ---- workers ---- */

struct worker {
	pid_t pid;			/* 0: not running */
	int fd;				/* both its input and its output */
	struct job *job;
	gint64 deadline;
	unsigned answered;
	GString *in;
};

/* A socket, not a pipe: writing to a dead worker must not raise SIGPIPE. */
static int worker_start(struct worker *w, const char *program)
{
	posix_spawn_file_actions_t io;
	posix_spawnattr_t attr;
	sigset_t none, normal;
	char *argv[] = { (char *)program, NULL };
	int pair[2], err;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair))
		return errno;
	sigemptyset(&none);
	sigemptyset(&normal);
	sigaddset(&normal, SIGPIPE);
	sigaddset(&normal, SIGINT);
	sigaddset(&normal, SIGTERM);
	posix_spawn_file_actions_init(&io);
	posix_spawn_file_actions_adddup2(&io, pair[1], 0);
	posix_spawn_file_actions_adddup2(&io, pair[1], 1);
	posix_spawn_file_actions_addopen(&io, 2, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setsigdefault(&attr, &normal);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	err = posix_spawn(&w->pid, program, &io, &attr, argv, environ);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&io);
	close(pair[1]);
	w->fd = pair[0];
	w->answered = 0;
	if (err) {
		close(w->fd);
		w->pid = 0;
	}
	return err;
}

/* Ends it, whatever it is doing. Its wait status, or -1. */
static int worker_stop(struct worker *w)
{
	int status = -1;
	pid_t got;

	if (!w->pid)
		return -1;
	kill(w->pid, SIGKILL);
	do
		got = waitpid(w->pid, &status, 0);
	while (got < 0 && errno == EINTR);
	close(w->fd);
	w->pid = 0;
	w->job = NULL;
	g_string_truncate(w->in, 0);
	return got < 0 ? -1 : status;
}

static void machine_failed(struct batch *b, const char *why)
{
	if (!b->failed)
		diag_add(b->diag, D_MACHINE, (struct src){ NULL, 0, 0 },
			 _("the program zivos-picture does not run (%s); pictures are left out"), why);
	b->failed = true;
}

/* The worker ended before it answered. */
static void worker_died(struct batch *b, struct worker *w)
{
	struct job *j = w->job;
	bool first = !w->answered;
	char why[40];
	/* A process that is dying keeps its own cause of death. */
	int status = worker_stop(w);

	job_fault(j, WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU ? JOB_TIME : JOB_CRASHED, "");
	if (first && WIFEXITED(status)) {
		g_snprintf(why, sizeof why, "status %d", WEXITSTATUS(status));
		machine_failed(b, why);
	}
}

static struct job *batch_next(struct batch *b)
{
	while (b->next < b->jobs->len) {
		struct job *j = b->jobs->pdata[b->next++];

		if (!j->answer)
			return j;
	}
	return NULL;
}

static void worker_give(struct batch *b, struct worker *w, struct job *j)
{
	size_t n = strlen(j->line), done = 0;
	int err = w->pid ? 0 : worker_start(w, b->store->program);

	if (err) {
		machine_failed(b, g_strerror(err));
		return;
	}
	w->job = j;
	w->deadline = g_get_monotonic_time() + b->store->limit;
	while (done < n) {
		ssize_t sent = send(w->fd, j->line + done, n - done, MSG_NOSIGNAL);

		/* Dead already: reading will tell. */
		if (sent < 0 && errno != EINTR)
			break;
		done += sent > 0 ? (size_t)sent : 0;
	}
}

static void worker_read(struct batch *b, struct worker *w)
{
	char piece[ANSWER_MOST];
	ssize_t n = recv(w->fd, piece, sizeof piece, 0);
	struct job *j = w->job;
	bool fault;

	if (n < 0 && errno == EINTR)
		return;
	if (n <= 0) {
		worker_died(b, w);
		return;
	}
	g_string_append_len(w->in, piece, n);
	if (!memchr(w->in->str, '\n', w->in->len) && w->in->len < ANSWER_MOST)
		return;
	g_strfreev(j->answer);
	j->answer = job_fields(w->in->str);
	fault = g_strv_length(j->answer) == 3 && !strcmp(j->answer[0], "fault");
	if (!fault && !answer_valid(j->answer, j->temp ? CONVERT_FIELDS : PROBE_FIELDS)) {
		worker_stop(w);
		job_fault(j, JOB_PROTOCOL, "");
		return;
	}
	w->answered++;
	w->job = NULL;
	g_string_truncate(w->in, 0);
	if (!fault)
		cache_write(j);
}

/* Waits until a worker says something or runs out of time. */
static void workers_wait(struct batch *b, struct worker *w, size_t n)
{
	struct pollfd p[WORKERS];
	gint64 now = g_get_monotonic_time(), first = now + b->store->limit;

	for (size_t i = 0; i < n; i++) {
		p[i] = (struct pollfd){ w[i].job ? w[i].fd : -1, POLLIN, 0 };
		if (w[i].job)
			first = MIN(first, w[i].deadline);
	}
	if (poll(p, n, (int)(MAX(first - now, 0) / 1000) + 1) < 0)
		return;
	now = g_get_monotonic_time();
	for (size_t i = 0; i < n; i++) {
		struct job *late = w[i].job;

		if (p[i].fd >= 0 && p[i].revents) {
			worker_read(b, &w[i]);
		} else if (late && now >= w[i].deadline) {
			worker_stop(&w[i]);
			job_fault(late, JOB_TIME, "");
		}
	}
}

/* Until every job is answered. n workers at most. */
static void batch_run(struct batch *b, size_t n)
{
	struct worker w[WORKERS] = { 0 };
	bool busy = true;

	for (size_t i = 0; i < n; i++)
		w[i].in = g_string_new(NULL);
	while (busy && !b->failed) {
		busy = false;
		for (size_t i = 0; i < n && !b->failed; i++) {
			struct job *j = w[i].job ? NULL : batch_next(b);

			if (j && !b->store->program)
				machine_failed(b, _("it is not installed"));
			else if (j)
				worker_give(b, &w[i], j);
			busy = busy || w[i].job;
		}
		if (busy && !b->failed)
			workers_wait(b, w, n);
	}
	for (size_t i = 0; i < n; i++) {
		worker_stop(&w[i]);
		g_string_free(w[i].in, TRUE);
	}
}

/* ---- questions and answers ---- */

#define X(id, key, text) text,
static const char *const fault_texts[JOB_NFAULTS] = { JOB_FAULTS(X) };
#undef X

static char *fault_text(struct arena *a, enum job_fault f, const char *detail)
{
	/* Not all of them want the detail. */
	char *s = g_strdup(_(fault_texts[f])), *at = strstr(s, "%s"), *text;

	text = at ? arena_printf(a, "%.*s%s%s", (int)(at - s), s, detail, at + 2) : arena_strdup(a, s);
	g_free(s);
	return text;
}

/* NULL: the job has an answer that is no fault. */
static char *job_error(struct arena *a, const struct job *j)
{
	enum job_fault f = 0;

	if (!j->answer)
		return fault_text(a, JOB_CRASHED, "");
	if (strcmp(j->answer[0], "fault"))
		return NULL;
	while (f < JOB_PROTOCOL && strcmp(job_fault_keys[f], j->answer[1]))
		f++;
	return fault_text(a, f, j->answer[2]);
}

static void info_take(char **f, struct picture_info *info)
{
	int kind = PICTURE_PHOTO;

	while (kind < PICTURE_VECTOR && strcmp(probe_kinds[kind], f[0]))
		kind++;
	*info = (struct picture_info){
		.kind = (enum picture_kind)kind,
		.width = atoi(f[1]), .height = atoi(f[2]),
		.nominal_w = g_ascii_strtod(f[3], NULL), .nominal_h = g_ascii_strtod(f[4], NULL),
		.alpha = !strcmp(f[5], "1"), .grey = !strcmp(f[6], "1"),
	};
}

bool store_probe(struct store *s, struct arena *a, struct probe *p, size_t n, struct diag *d)
{
	struct batch b;
	struct job **job = g_new0(struct job *, n + 1);
	bool ok;

	batch_init(&b, s, d);
	for (size_t i = 0; i < n; i++) {
		const char *field[3] = { "probe", p[i].path };
		char hash[65];
		int err = content_hash(s, p[i].path, hash);

		p[i].error = err ? fault_text(a, JOB_UNREADABLE, g_strerror(err)) : NULL;
		job[i] = err ? NULL : batch_add(&b, hash, field, 2, 2, false);
	}
	batch_run(&b, 1);
	for (size_t i = 0; i < n; i++) {
		if (!job[i])
			continue;
		p[i].error = job_error(a, job[i]);
		if (!p[i].error)
			info_take(job[i]->answer, &p[i].info);
	}
	ok = !b.failed;
	batch_end(&b);
	g_free(job);
	return ok;
}

static struct job *conversion_add(struct batch *b, const char *hash, const struct conversion *c)
{
	double crop[4] = { c->crop_x, c->crop_y, c->crop_w, c->crop_h };
	char number[7][G_ASCII_DTOSTR_BUF_SIZE];
	const char *field[13] = { "convert", c->path };

	/* No area at all is the whole picture. */
	if (!(crop[2] > 0) || !(crop[3] > 0))
		memcpy(crop, (double[]){ 0, 0, 1, 1 }, sizeof crop);
	for (size_t i = 0; i < 4; i++)
		g_ascii_formatd(number[i], sizeof number[i], "%.7f", CLAMP(crop[i], 0, 1));
	g_snprintf(number[4], sizeof number[4], "%d", MAX(c->width, 1));
	g_snprintf(number[5], sizeof number[5], "%d", MAX(c->height, 1));
	for (size_t i = 0; i < 6; i++)
		field[2 + i] = number[i];
	if (!c->output)
		return batch_add(b, hash, field, 8, 8, true);
	/* The profile's path is for the worker only: the key has its content. */
	field[0] = "separate";
	g_snprintf(number[6], sizeof number[6], "%d", c->quality);
	field[8] = number[6];
	field[9] = c->flatten ? "1" : "0";
	field[10] = icc_hash(c->output);
	field[11] = icc_path(c->output);
	return batch_add(b, hash, field, 12, 11, true);
}

static void conversion_take(struct arena *a, const struct job *j, struct conversion *c)
{
	char **f = j->answer, *path = picture_path(j->stem, f[0]);

	c->out = arena_strdup(a, is_file_kind(f[0]) ? path : c->path);
	c->out_width = atoi(f[1]);
	c->out_height = atoi(f[2]);
	g_free(path);
}

bool store_convert(struct store *s, struct arena *a, struct conversion *c, size_t n, struct diag *d)
{
	struct batch b;
	struct job **job = g_new0(struct job *, n + 1);
	bool ok;

	batch_init(&b, s, d);
	for (size_t i = 0; i < n; i++) {
		char hash[65];
		int err = content_hash(s, c[i].path, hash);

		c[i].out = NULL;
		c[i].error = err ? fault_text(a, JOB_UNREADABLE, g_strerror(err)) : NULL;
		job[i] = err ? NULL : conversion_add(&b, hash, &c[i]);
	}
	batch_run(&b, WORKERS);
	for (size_t i = 0; i < n; i++) {
		if (!job[i])
			continue;
		c[i].error = job_error(a, job[i]);
		if (!c[i].error)
			conversion_take(a, job[i], &c[i]);
	}
	ok = !b.failed;
	batch_end(&b);
	g_free(job);
	return ok;
}
