/*
 * src/preflight/guard.c - fork, limit, judge, tell the parent.
 *
 * The child writes each finding as a line of fields (base/job.h) and a last
 * line with the number of pages; without that line it did not come to its end.
 */
#include "preflight/guard.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <errno.h>
#include <glib.h>
#include "base/i18n.h"
#include "base/job.h"
#include "preflight/preflight.h"

enum { MOST_MEMORY_MB = 1500, MOST_CPU_SECONDS = 90, NFIELDS = 10 };

static void put(FILE *out, const struct finding *x)
{
	char number[9][32];
	const char *field[NFIELDS];
	char *line;

	snprintf(number[0], sizeof number[0], "%d", (int)x->rule);
	snprintf(number[1], sizeof number[1], "%d", (int)x->severity);
	snprintf(number[2], sizeof number[2], "%d", x->page);
	snprintf(number[3], sizeof number[3], "%d", x->placed);
	snprintf(number[4], sizeof number[4], "%.6g", x->at.x);
	snprintf(number[5], sizeof number[5], "%.6g", x->at.y);
	snprintf(number[6], sizeof number[6], "%.6g", x->at.w);
	snprintf(number[7], sizeof number[7], "%.6g", x->at.h);
	snprintf(number[8], sizeof number[8], "%u", x->count);
	for (size_t i = 0; i < 9; i++)
		field[i] = number[i];
	field[9] = x->text;
	line = job_line(field, NFIELDS);
	fputs(line, out);
	g_free(line);
}

static void child(int fd, const char *path, const struct limits *l, bool ink)
{
	struct findings *f = findings_new();
	FILE *out = fdopen(fd, "w");
	size_t pages;

#if !defined(__SANITIZE_ADDRESS__)	/* its shadow memory does not fit */
	setrlimit(RLIMIT_AS, &(struct rlimit){ (rlim_t)MOST_MEMORY_MB << 20, (rlim_t)MOST_MEMORY_MB << 20 });
#endif
	setrlimit(RLIMIT_CPU, &(struct rlimit){ MOST_CPU_SECONDS, MOST_CPU_SECONDS });
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	/* What a library says on its way out is not for the reader. */
	if (!freopen("/dev/null", "w", stderr) || !out)
		_exit(2);
	pages = preflight_file(path, l, ink, f);
	for (size_t i = 0; findings_get(f, i); i++)
		put(out, findings_get(f, i));
	fprintf(out, "%zu\n", pages);
	fflush(out);
	_exit(ferror(out) ? 2 : 0);
}

static bool take(const char *line, struct findings *f)
{
	char **field = job_fields(line);
	bool whole = g_strv_length(field) == NFIELDS;
	struct place at;
	int rule;

	if (whole) {
		rule = atoi(field[0]);
		at = (struct place){ g_ascii_strtod(field[4], NULL), g_ascii_strtod(field[5], NULL),
				     g_ascii_strtod(field[6], NULL), g_ascii_strtod(field[7], NULL) };
		if (rule >= 0 && rule < R_COUNT)
			findings_add(f, (enum rule_id)rule, (enum severity)CLAMP(atoi(field[1]), SEV_NOTE, SEV_ERROR), atoi(field[2]),
				     atoi(field[3]) ? &at : NULL, (unsigned)MAX(atoi(field[8]), 1), field[9]);
	}
	g_strfreev(field);
	return whole;
}

bool preflight_guarded(const char *path, const struct limits *l, bool ink, struct findings *f, size_t *pages)
{
	int ends[2], status = 0;
	pid_t pid;
	FILE *in;
	char *line = NULL;
	size_t room = 0;
	bool ended = false;

	*pages = 0;
	fflush(NULL);
	if (pipe(ends) != 0)
		return false;
	pid = fork();
	if (pid < 0) {
		close(ends[0]);
		close(ends[1]);
		return false;
	}
	if (pid == 0) {
		close(ends[0]);
		child(ends[1], path, l, ink);
	}
	close(ends[1]);
	in = fdopen(ends[0], "r");
	while (in && getline(&line, &room, in) > 0)
		if (!take(line, f)) {
			*pages = (size_t)strtoul(line, NULL, 10);
			ended = true;
		}
	free(line);
	if (in)
		fclose(in);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!ended || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		findings_add(f, R_CHECK_COMPLETE, SEV_ERROR, 0, NULL, 1,
			     WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU ? _("the check took too long and was stopped") :
			     _("the check broke down over this file: it needs too much memory, or is made to do harm"));
	findings_sort(f);
	return true;
}
