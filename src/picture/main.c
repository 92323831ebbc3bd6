/*
 * src/picture/main.c - zivos-picture: looks at pictures and converts them.
 *
 * A program of its own, so that a picture bomb or a decoder's crash costs one
 * picture and not the issue. It reads jobs from standard input and answers
 * on standard output (base/job.h); zivos starts it for what is not in the
 * cache. The limits below hold for the whole process, so they need no
 * co-operation from a decoder.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <vips/vips.h>
#include <vips/vector.h>
#include "picture/picture.h"

enum {
	MEMORY = 1536,			/* MiB of addresses: 250 megapixels at 4 bytes and a decoder */
	FILE_SIZE = 1024,		/* MiB written to one file */
	LINE_LIMIT = 65536
};

static void limit(int what, rlim_t value)
{
	struct rlimit l;

	if (getrlimit(what, &l))
		return;
	l.rlim_cur = l.rlim_max != RLIM_INFINITY && l.rlim_max < value ? l.rlim_max : value;
	setrlimit(what, &l);
}

static void limits_set(void)
{
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, (rlim_t)FILE_SIZE << 20);
	/* The sanitizer maps terabytes that it never touches. */
#ifndef __SANITIZE_ADDRESS__
	limit(RLIMIT_AS, (rlim_t)MEMORY << 20);
#endif
}

/* CPU time counts from the start of the process: each job gets its own share. */
static void cpu_limit(void)
{
	struct rusage u;

	if (!getrusage(RUSAGE_SELF, &u))
		limit(RLIMIT_CPU, (rlim_t)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + JOB_SECONDS);
}

static void answer(const char *const *field, size_t n)
{
	char *line = job_line(field, n);

	fputs(line, stdout);
	fflush(stdout);
	g_free(line);
}

static void answer_fault(const struct reply *r)
{
	answer((const char *[]){ "fault", job_fault_keys[r->fault], r->detail }, 3);
}

static bool do_probe(char **arg)
{
	struct reply r = { 0 };
	char w[16], h[16], nw[G_ASCII_DTOSTR_BUF_SIZE], nh[G_ASCII_DTOSTR_BUF_SIZE];
	bool ok = picture_probe(arg[0], &r);

	g_snprintf(w, sizeof w, "%d", r.width);
	g_snprintf(h, sizeof h, "%d", r.height);
	if (ok)
		answer((const char *[]){ r.kind, w, h,
			g_ascii_dtostr(nw, sizeof nw, r.nominal_w), g_ascii_dtostr(nh, sizeof nh, r.nominal_h),
			r.alpha ? "1" : "0", r.grey ? "1" : "0" }, 7);
	else
		answer_fault(&r);
	return true;
}

static bool convert(const char *path, const struct wish *wish, struct reply *r)
{
	char w[16], h[16], bytes[24];

	if (!(wish->w > 0) || !(wish->h > 0) || wish->width < 1 || wish->height < 1)
		return false;
	if (!picture_convert(path, wish, r)) {
		remove(wish->out);
		answer_fault(r);
		return true;
	}
	g_snprintf(w, sizeof w, "%d", r->width);
	g_snprintf(h, sizeof h, "%d", r->height);
	g_snprintf(bytes, sizeof bytes, "%lld", r->bytes);
	answer((const char *[]){ r->kind, w, h, bytes }, 4);
	return true;
}

static bool do_convert(char **arg)
{
	struct reply r = { 0 };
	struct wish wish = {
		g_ascii_strtod(arg[1], NULL), g_ascii_strtod(arg[2], NULL),
		g_ascii_strtod(arg[3], NULL), g_ascii_strtod(arg[4], NULL),
		atoi(arg[5]), atoi(arg[6]), arg[7], NULL, 90, false
	};

	return convert(arg[0], &wish, &r);
}

static bool do_separate(char **arg)
{
	struct reply r = { 0 };
	struct wish wish = {
		g_ascii_strtod(arg[1], NULL), g_ascii_strtod(arg[2], NULL),
		g_ascii_strtod(arg[3], NULL), g_ascii_strtod(arg[4], NULL),
		atoi(arg[5]), atoi(arg[6]), arg[11], arg[10], atoi(arg[7]), !strcmp(arg[8], "1")
	};

	return wish.quality >= 1 && wish.quality <= 100 && convert(arg[0], &wish, &r);
}

static const struct {
	const char *name;
	guint nargs;
	bool (*run)(char **arg);
} jobs[] = {
	{ "probe",   1, do_probe },
	{ "convert", 8, do_convert },
	{ "separate", 12, do_separate },
};

static bool job_run(const char *line)
{
	char **field = job_fields(line);
	guint n = g_strv_length(field);
	bool ok = false;

	for (size_t i = 0; i < G_N_ELEMENTS(jobs) && !ok; i++)
		if (n == jobs[i].nargs + 1 && !strcmp(field[0], jobs[i].name))
			ok = jobs[i].run(field + 1);
	g_strfreev(field);
	return ok;
}

static void quiet(const char *domain, GLogLevelFlags level, const char *text, void *data)
{
	(void)domain, (void)level, (void)text, (void)data;
}

int main(int argc, char **argv)
{
	static char line[LINE_LIMIT];
	bool ok = argc > 0;

	limits_set();
	if (VIPS_INIT(argv[0]))
		return EXIT_FAILURE;
	g_log_set_default_handler(quiet, NULL);
	/* Numbers are C's, whatever vips does with the locale. */
	setlocale(LC_ALL, "C");
	vips_concurrency_set(1);
	vips_vector_set_enabled(FALSE);
	vips_cache_set_max(0);
	vips_cache_set_max_mem(0);
	probe_init();
	while (ok && fgets(line, sizeof line, stdin)) {
		cpu_limit();
		ok = strchr(line, '\n') && job_run(line);
	}
	vips_shutdown();
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
