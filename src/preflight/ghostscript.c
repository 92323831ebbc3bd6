/* src/preflight/ghostscript.c - Ghostscript as a program with bounds. */
#include "preflight/ghostscript.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib.h>

enum { MOST_MEMORY_MB = 1500, MOST_ARGUMENTS = 40 };
static const gulong LOOK_EVERY = 5000;		/* microseconds */

void gs_become(const char *const *arguments, int out)
{
	const char *argv[MOST_ARGUMENTS] = { "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE" };
	size_t n = 5;
	int null = open("/dev/null", O_RDWR);

	while (*arguments && n + 1 < MOST_ARGUMENTS)
		argv[n++] = *arguments++;
	dup2(null, STDIN_FILENO);
	dup2(out < 0 ? null : out, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	setrlimit(RLIMIT_AS, &(struct rlimit){ (rlim_t)MOST_MEMORY_MB << 20, (rlim_t)MOST_MEMORY_MB << 20 });
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	/* Whatever ends its caller, it does not go on alone. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	execvp("gs", (char *const *)argv);
	_exit(GS_NOT_FOUND);
}

char *gs_file(const char *path)
{
	return *path == '-' ? g_strconcat("./", path, NULL) : g_strdup(path);
}

/* Its status; slow: it was killed for its time. */
static int wait_for(pid_t pid, double seconds, bool *slow)
{
	gint64 deadline = g_get_monotonic_time() + (gint64)(seconds * 1e6);
	int status = 0;
	pid_t got;

	*slow = false;
	while ((got = waitpid(pid, &status, *slow ? 0 : WNOHANG)) != pid) {
		if (got < 0 && errno != EINTR)
			return -1;
		if (got != 0)
			continue;
		if (g_get_monotonic_time() > deadline) {
			*slow = true;
			kill(pid, SIGKILL);
		} else {
			g_usleep(LOOK_EVERY);
		}
	}
	return status;
}

enum gs_end gs_run(const char *const *arguments, double seconds)
{
	bool slow;
	int status;
	pid_t pid = fork();

	if (pid == 0)
		gs_become(arguments, -1);
	if (pid < 0)
		return GS_FAILED;
	status = wait_for(pid, seconds, &slow);
	if (slow)
		return GS_SLOW;
	if (WIFEXITED(status) && WEXITSTATUS(status) == GS_NOT_FOUND)
		return GS_MISSING;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? GS_DONE : GS_FAILED;
}
