/* src/base/ghostscript.c - Ghostscript as a program with bounds. */
#include "base/ghostscript.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <glib.h>
#include "base/limited.h"

enum { MOST_MEMORY_MB = 1500, MOST_ARGUMENTS = 40 };

/* What would be put before the arguments, or change what they mean. */
static const char *const settings[] = { "GS_OPTIONS", "GS_LIB", "GS_FONTPATH", "GS_FONTMAP", "GS_DEVICE" };

static void become(const char *const *arguments, int out)
{
	const char *argv[MOST_ARGUMENTS] = { "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPROMPT" };
	size_t n = 6;
	int null = open("/dev/null", O_RDWR);

	while (*arguments && n + 1 < MOST_ARGUMENTS)
		argv[n++] = *arguments++;
	if (null < 0)
		_exit(1);
	dup2(null, STDIN_FILENO);
	dup2(out < 0 ? null : out, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
		unsetenv(settings[i]);
	execvp("gs", (char *const *)argv);
	_exit(GS_NOT_FOUND);
}

pid_t gs_start(const char *const *arguments, int out)
{
	pid_t pid = limited_fork((struct allowance){ .memory_mb = MOST_MEMORY_MB });

	if (pid == 0)
		become(arguments, out);
	return pid;
}

char *gs_file(const char *path)
{
	return *path == '/' ? g_strdup(path) : g_strconcat("./", path, NULL);
}

enum gs_end gs_run(const char *const *arguments, double seconds)
{
	pid_t pid = gs_start(arguments, -1);
	struct limited_end end = pid > 0 ? limited_wait(pid, seconds) : (struct limited_end){ LIMITED_STOPPED, 0 };

	if (end.how == LIMITED_TIME)
		return GS_SLOW;
	if (end.how == LIMITED_EXITED && end.code == GS_NOT_FOUND)
		return GS_MISSING;
	return end.how == LIMITED_EXITED && end.code == 0 ? GS_DONE : GS_FAILED;
}
