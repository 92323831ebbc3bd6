/* src/base/limited.c - fork, limit, wait, say why it ended. */
#include "base/limited.h"
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib.h>
#include "base/temp.h"

static const gulong LOOK_EVERY = 5000;		/* microseconds */

/* Never more than there is already. */
static void lower(int what, rlim_t soft, rlim_t hard)
{
	struct rlimit l;

	if (getrlimit(what, &l))
		return;
	setrlimit(what, &(struct rlimit){ MIN(l.rlim_cur, soft), MIN(l.rlim_max, hard) });
}

static void limit(struct allowance a)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)	/* their shadow memory does not fit */
	if (a.memory_mb)
		lower(RLIMIT_AS, (rlim_t)a.memory_mb << 20, (rlim_t)a.memory_mb << 20);
#endif
	/* At the soft one comes SIGXCPU, which says why; at the hard one SIGKILL. */
	if (a.cpu_seconds)
		lower(RLIMIT_CPU, a.cpu_seconds, a.cpu_seconds + 1);
	lower(RLIMIT_CORE, 0, 0);
}

pid_t limited_fork(struct allowance a)
{
	pid_t parent = getpid(), pid;
	sigset_t all, before;

	/* No signal may find the child with the parent's handlers. */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	pid = fork();
	if (pid == 0) {
		temp_disown();
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(1);
		limit(a);
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return pid;
}

static struct limited_end ended(int status)
{
	static const int sent[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGKILL };
	struct limited_end e = { LIMITED_BROKE, WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status) };

	if (WIFEXITED(status))
		e.how = LIMITED_EXITED;
	else if (e.code == SIGXCPU)
		e.how = LIMITED_TIME;
	for (size_t i = 0; i < G_N_ELEMENTS(sent) && !WIFEXITED(status); i++)
		if (e.code == sent[i])
			e.how = LIMITED_STOPPED;
	return e;
}

struct limited_end limited_wait(pid_t pid, double seconds)
{
	gint64 deadline = g_get_monotonic_time() + (gint64)(seconds * 1e6);
	bool killed = false;
	int status = 0;
	pid_t got;

	while ((got = waitpid(pid, &status, seconds > 0 && !killed ? WNOHANG : 0)) != pid) {
		if (got < 0 && errno != EINTR)
			return (struct limited_end){ LIMITED_STOPPED, 0 };
		if (got != 0)
			continue;
		if (g_get_monotonic_time() > deadline)
			killed = kill(pid, SIGKILL) == 0;
		else
			g_usleep(LOOK_EVERY);
	}
	return killed ? (struct limited_end){ LIMITED_TIME, SIGKILL } : ended(status);
}
