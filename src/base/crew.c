/* src/base/crew.c - workers: started when first needed, spoken to by sockets, ended at the end. */
#include "base/crew.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib.h>

extern char **environ;

enum { WORKERS_MOST = 8, ANSWER_MOST = 65536 };

struct worker {
	pid_t pid;			/* 0: not running */
	int fd;				/* both its input and its output */
	bool busy;
	void *task;
	gint64 deadline;
	unsigned answered;
	GString *in;
};

struct run {
	const struct crew *crew;
	struct worker worker[WORKERS_MOST];
	size_t n;
	bool exhausted;			/* no more questions */
	char *failed;			/* the program does not run */
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
	w->busy = false;
	g_string_truncate(w->in, 0);
	return got < 0 ? -1 : status;
}

static void give_up(struct run *r, const char *why)
{
	if (!r->failed)
		r->failed = g_strdup(why);
}

/* The worker ended before it answered. */
static void worker_died(struct run *r, struct worker *w)
{
	bool first = !w->answered;
	char why[40];
	/* A process that is dying keeps its own cause of death. */
	int status = worker_stop(w);

	r->crew->ended(r->crew->ctx, w->task,
		       WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU ? CREW_TIME : CREW_DIED, NULL);
	if (first && WIFEXITED(status)) {
		g_snprintf(why, sizeof why, "status %d", WEXITSTATUS(status));
		give_up(r, why);
	}
}

static void worker_give(struct run *r, struct worker *w, const char *line)
{
	size_t n = strlen(line), done = 0;
	int err = w->pid ? 0 : worker_start(w, r->crew->program);

	if (err) {
		r->crew->ended(r->crew->ctx, w->task, CREW_DIED, NULL);
		give_up(r, g_strerror(err));
		return;
	}
	w->busy = true;
	w->deadline = g_get_monotonic_time() + (gint64)(r->crew->seconds * G_USEC_PER_SEC);
	while (done < n) {
		ssize_t sent = send(w->fd, line + done, n - done, MSG_NOSIGNAL);

		/* Dead already: reading will tell. */
		if (sent < 0 && errno != EINTR)
			break;
		done += sent > 0 ? (size_t)sent : 0;
	}
}

static void worker_read(struct run *r, struct worker *w)
{
	char piece[4096], *end;
	ssize_t n = recv(w->fd, piece, sizeof piece, 0);

	if (n < 0 && errno == EINTR)
		return;
	if (n <= 0) {
		worker_died(r, w);
		return;
	}
	g_string_append_len(w->in, piece, n);
	end = memchr(w->in->str, '\n', w->in->len);
	if (!end && w->in->len < ANSWER_MOST)
		return;
	if (end)
		*end = 0;
	w->busy = false;
	w->answered++;
	if (!r->crew->ended(r->crew->ctx, w->task, CREW_ANSWERED, w->in->str))
		worker_stop(w);
	g_string_truncate(w->in, 0);
}

/* Waits until a worker says something or runs out of time. */
static void wait_for_one(struct run *r)
{
	struct pollfd p[WORKERS_MOST];
	gint64 now = g_get_monotonic_time(), first = G_MAXINT64;

	for (size_t i = 0; i < r->n; i++) {
		struct worker *w = &r->worker[i];

		p[i] = (struct pollfd){ w->busy ? w->fd : -1, POLLIN, 0 };
		if (w->busy)
			first = MIN(first, w->deadline);
	}
	if (poll(p, r->n, (int)(MAX(first - now, 0) / 1000) + 1) < 0)
		return;
	now = g_get_monotonic_time();
	for (size_t i = 0; i < r->n; i++) {
		struct worker *w = &r->worker[i];

		if (p[i].fd >= 0 && p[i].revents) {
			worker_read(r, w);
		} else if (w->busy && now >= w->deadline) {
			worker_stop(w);
			r->crew->ended(r->crew->ctx, w->task, CREW_TIME, NULL);
		}
	}
}

/* true: some worker has something to do. */
static bool hand_out(struct run *r)
{
	bool busy = false;

	for (size_t i = 0; i < r->n && !r->failed; i++) {
		struct worker *w = &r->worker[i];
		const char *line = w->busy || r->exhausted ? NULL : r->crew->next(r->crew->ctx, &w->task);

		if (line)
			worker_give(r, w, line);
		else if (!w->busy)
			r->exhausted = true;
		busy = busy || w->busy;
	}
	return busy;
}

char *crew_run(const struct crew *c)
{
	struct run r = { .crew = c, .n = MIN(c->nworkers, WORKERS_MOST) };

	for (size_t i = 0; i < r.n; i++)
		r.worker[i].in = g_string_new(NULL);
	while (hand_out(&r) && !r.failed)
		wait_for_one(&r);
	for (size_t i = 0; i < r.n; i++) {
		worker_stop(&r.worker[i]);
		g_string_free(r.worker[i].in, TRUE);
	}
	return r.failed;
}
