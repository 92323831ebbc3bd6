/*
 * src/preflight/guard.c - fork, limit, judge, tell the parent.
 *
 * The child writes lines of fields (base/job.h), the first of which says what
 * it is about: findings, the ink of pages, and at last "end"; without that
 * line it did not come to its end.
 */
#include "preflight/guard.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <glib.h>
#include "base/i18n.h"
#include "base/job.h"
#include "base/limited.h"
#include "preflight/record.h"

enum { MOST_MEMORY_MB = 1500, MOST_CPU_SECONDS = 90, MOST_PAGES = 10000000, MOST_FIELDS = 16 };

/* ---- the child ---- */

/* A line of n fields, each a const char *, which may hold anything. */
static void put(FILE *out, size_t n, ...)
{
	const char *field[MOST_FIELDS];
	char *line;
	va_list args;

	va_start(args, n);
	for (size_t i = 0; i < n; i++)
		field[i] = va_arg(args, const char *);
	va_end(args);
	line = job_line(field, n);
	fputs(line, out);
	g_free(line);
}

struct number { char text[G_ASCII_DTOSTR_BUF_SIZE]; };
static struct number number(double x)
{
	struct number n;

	g_ascii_formatd(n.text, sizeof n.text, "%.9g", x);
	return n;
}
#define NUMBER(x) number(x).text

static void put_finding(FILE *out, const struct finding *x)
{
	char *line = finding_line(x);

	fputs(line, out);
	g_free(line);
}

static void put_end(FILE *out, const struct preflight *done)
{
	for (size_t i = 0; done->ink && i < done->npages; i++)
		put(out, 3, "ink", NUMBER((double)i), NUMBER(done->ink[i]));
	put(out, 6, "end", NUMBER((double)done->npages), NUMBER((double)done->limits), NUMBER(done->fits), NUMBER(done->seconds),
	    NUMBER(done->ink_seconds));
}

static void child(int fd, const struct preflight_request *q)
{
	struct findings *f = findings_new();
	FILE *out = fdopen(fd, "w");
	struct preflight done;

	/* What a library says on its way out is not for the reader. */
	if (!freopen("/dev/null", "w", stderr) || !out)
		_exit(2);
	done = preflight_file(q, f);
	for (size_t i = 0; findings_get(f, i); i++)
		put_finding(out, findings_get(f, i));
	put_end(out, &done);
	fflush(out);
	_exit(ferror(out) ? 2 : 0);
}

/* ---- the parent ---- */

static double value(const char *s, double least, double most)
{
	return CLAMP(g_ascii_strtod(s, NULL), least, most);
}

static void take_end(char **field, size_t nlimits, struct preflight *done)
{
	done->npages = (size_t)value(field[1], 0, MOST_PAGES);
	done->limits = (size_t)value(field[2], 0, (double)nlimits - 1);
	done->fits = atoi(field[3]);
	done->seconds = value(field[4], 0, 1e9);
	done->ink_seconds = value(field[5], 0, 1e9);
}

/* true: it was the last line. */
static bool take(const char *line, size_t nlimits, struct findings *f, GArray *ink, struct preflight *done)
{
	char **field = job_fields(line);
	guint n = g_strv_length(field);
	double x;
	bool end = false;

	if (finding_take(field, f)) {
		;			/* taken */
	} else if (n == 3 && strcmp(field[0], "ink") == 0) {
		x = g_ascii_strtod(field[2], NULL);
		g_array_append_val(ink, x);
	} else if (n == 6 && strcmp(field[0], "end") == 0) {
		take_end(field, nlimits, done);
		end = true;
	}
	g_strfreev(field);
	return end;
}

static void listen_to(int fd, size_t nlimits, struct findings *f, struct preflight *done, bool *ended)
{
	FILE *in = fdopen(fd, "r");
	GArray *ink = g_array_new(FALSE, FALSE, sizeof(double));
	char *line = NULL;
	size_t room = 0;

	*ended = false;
	while (in && getline(&line, &room, in) > 0)
		*ended = take(line, nlimits, f, ink, done) || *ended;
	free(line);
	if (in)
		fclose(in);
	done->ink = *ended && ink->len > 0 && ink->len == done->npages ? (double *)(void *)g_array_free(ink, FALSE) :
		    (g_array_free(ink, TRUE), NULL);
}

/* What its end says of the file. false: nothing. */
static bool file_is_to_blame(struct limited_end end, struct findings *f)
{
	if (end.how == LIMITED_STOPPED)
		return false;
	findings_add(f, R_CHECK_COMPLETE, SEV_ERROR, 0, NULL, 1,
		     end.how == LIMITED_TIME ? _("the check took too long and was stopped") :
		     _("the check broke down over this file: it needs too much memory, or is made to do harm"),
		     (struct src){ NULL, 0, 0 });
	return true;
}

const char *preflight_guarded(const struct preflight_request *q, struct findings *f, struct preflight *done)
{
	struct limited_end end;
	int ends[2];
	pid_t pid;
	bool ended;

	*done = (struct preflight){ 0 };
	fflush(NULL);
	if (pipe(ends) != 0)
		return strerror(errno);
	pid = limited_fork((struct allowance){ MOST_MEMORY_MB, MOST_CPU_SECONDS });
	if (pid == 0) {
		close(ends[0]);
		child(ends[1], q);
	}
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return strerror(errno);
	}
	listen_to(ends[0], q->nlimits, f, done, &ended);
	end = limited_wait(pid, 0);
	if ((!ended || end.how != LIMITED_EXITED || end.code != 0) && !file_is_to_blame(end, f)) {
		g_clear_pointer(&done->ink, g_free);
		return _("it was stopped from outside, or the machine has no memory left");
	}
	findings_sort(f);
	return NULL;
}
