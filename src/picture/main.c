/*
 * src/picture/main.c - zivos-picture: looks at pictures and converts them.
 *
 * A program of its own, so that a picture bomb or a decoder's crash costs one
 * picture and not the issue. It reads jobs from standard input and answers
 * on standard output (base/job.h); zivos starts it for what is not in the
 * cache. The limits below hold for the whole process, so they need no
 * co-operation from a decoder.
 *
 * Memory: what a decoder is known to need is looked at first (picture/probe.c),
 * so that its message can say why; the limit is for all else.
 */
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vips/vips.h>
#include <vips/vector.h>
#include "picture/pdf.h"
#include "picture/picture.h"

enum {
	MEMORY = 448,			/* MiB beyond what the libraries take at the start */
	FIELDS_MOST = 12,		/* of an answer, before its notes */
	MEMORY_DRAWING = 300,		/* less for drawings: zivos draws them too, beside all else */
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
	/* A file that grew too large is an error, no death. */
	signal(SIGXFSZ, SIG_IGN);
#ifdef M_ARENA_MAX
	/* An arena for each thread would take addresses that nobody uses. */
	mallopt(M_ARENA_MAX, 1);
#endif
}

/* Bytes of addresses that the process has, as Linux tells it; 0: not known. */
static rlim_t addresses(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	unsigned long pages = 0;

	if (f && fscanf(f, "%lu", &pages) != 1)
		pages = 0;
	if (f)
		fclose(f);
	return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* Room from here on. The soft limit: the next job may want another. */
static void memory_limit(rlim_t start, rlim_t mib)
{
	struct rlimit l;

	/* The sanitizer maps terabytes that it never touches. */
#ifdef __SANITIZE_ADDRESS__
	return;
#endif
	if (!start || getrlimit(RLIMIT_AS, &l))
		return;
	l.rlim_cur = MIN(start + (mib << 20), l.rlim_max);
	setrlimit(RLIMIT_AS, &l);
}

/* CPU time counts from the start of the process: each job gets its own share. */
static void cpu_limit(rlim_t seconds)
{
	struct rusage u;

	if (!getrusage(RUSAGE_SELF, &u))
		limit(RLIMIT_CPU, (rlim_t)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + seconds);
}

static void answer(const char *const *field, size_t n)
{
	char *line = job_line(field, n);

	fputs(line, stdout);
	fflush(stdout);
	g_free(line);
}

/* The fields, then the notes. */
static void answer_noted(const struct reply *r, const char *const *field, size_t n)
{
	const char *all[FIELDS_MOST + JOB_NNOTES * NOTES_MOST];
	size_t k = 0;

	for (; k < n; k++)
		all[k] = field[k];
	for (int i = 0; i < JOB_NNOTES; i++)
		for (int m = 0; m < r->noted[i]; m++)
			all[k++] = g_strdup_printf("%s=%s", job_note_keys[i], r->note[i][m]);
	answer(all, k);
	while (k > n)
		g_free((char *)all[--k]);
}

static void answer_fault(const struct reply *r)
{
	answer((const char *[]){ "fault", job_fault_keys[r->fault], r->detail }, 3);
}

static void doubles(const char *s, double *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = g_ascii_strtod(s, (char **)&s);
}

/* The job's NAME=VALUE into the wish. false: not of the language. */
static bool wish_take(struct wish *w, const char *field)
{
	const char *value = strchr(field, '=');
	double pair[2];
	const struct { const char *name; const char **text; int *number; bool *flag; double *reals; size_t n; } names[] = {
		{ "crop",     NULL,        NULL,        NULL,        w->crop,    4 },
		{ "size",     NULL,        NULL,        NULL,        pair,       2 },
		{ "place",    NULL,        NULL,        NULL,        w->place,   2 },
		{ "sharpen",  NULL,        NULL,        NULL,        w->sharpen, 2 },
		{ "intent",   NULL,        &w->intent,  NULL,        NULL,       0 },
		{ "quality",  NULL,        &w->quality, NULL,        NULL,       0 },
		{ "page",     NULL,        &w->page,    NULL,        NULL,       0 },
		{ "line",     NULL,        NULL,        &w->line,    NULL,       0 },
		{ "keep",     NULL,        NULL,        &w->keep,    NULL,       0 },
		{ "flatten",  NULL,        NULL,        &w->flatten, NULL,       0 },
		{ "inks",     NULL,        NULL,        NULL,        NULL,       0 },
		{ "@inks",    &w->inks,    NULL,        NULL,        NULL,       0 },
		{ "press",    &w->press,   NULL,        NULL,        NULL,       0 },
		{ "path",     &w->path,    NULL,        NULL,        NULL,       0 },
		{ "texts",    NULL,        NULL,        NULL,        NULL,       0 },
		{ "@profile", &w->profile, NULL,        NULL,        NULL,       0 },
		{ "@fonts",   &w->fonts,   NULL,        NULL,        NULL,       0 },
		{ "@out",     &w->out,     NULL,        NULL,        NULL,       0 },
		{ "@sheet",   &w->sheet,   NULL,        NULL,        NULL,       0 },
		{ "@painted", &w->painted, NULL,        NULL,        NULL,       0 },
	};

	for (size_t i = 0; value && i < G_N_ELEMENTS(names); i++) {
		if (strncmp(names[i].name, field, (size_t)(value - field)) || names[i].name[value - field])
			continue;
		value++;
		if (names[i].text)
			*names[i].text = value;
		if (names[i].number)
			*names[i].number = atoi(value);
		if (names[i].flag)
			*names[i].flag = !strcmp(value, "1");
		if (names[i].reals)
			doubles(value, names[i].reals, names[i].n);
		if (names[i].reals == pair) {
			w->width = (int)CLAMP(pair[0], 0, JOB_SIDE);
			w->height = (int)CLAMP(pair[1], 0, JOB_SIDE);
		}
		return true;
	}
	return false;
}

static bool wish_read(struct wish *w, char **field)
{
	*w = (struct wish){ .crop = { 0, 0, 1, 1 }, .intent = 1, .quality = 90 };
	for (; *field; field++)
		if (!wish_take(w, *field))
			return false;
	return w->out && w->crop[2] > 0 && w->crop[3] > 0 && w->intent >= 0 && w->intent <= 3 &&
	       w->quality >= 1 && w->quality <= 100 && !w->press == !w->profile;
}

static bool make(bool (*how)(const char *, const struct wish *, struct reply *), const char *path, const struct wish *wish)
{
	struct reply r = { 0 };
	char w[16], h[16], bytes[24];

	if (!how(path, wish, &r)) {
		answer_fault(&r);
		return true;
	}
	g_snprintf(w, sizeof w, "%d", r.width);
	g_snprintf(h, sizeof h, "%d", r.height);
	g_snprintf(bytes, sizeof bytes, "%lld", r.bytes);
	answer_noted(&r, (const char *[]){ r.kind, w, h, bytes }, 4);
	return true;
}

static bool do_probe(char **arg)
{
	struct reply r = { 0 };
	struct wish wish = { 0 };
	char w[16], h[16], number[6][G_ASCII_DTOSTR_BUF_SIZE];
	bool ok;

	for (char **field = arg + 1; *field; field++)
		if (!wish_take(&wish, *field))
			return false;
	ok = picture_probe(arg[0], wish.page, &r);

	g_snprintf(w, sizeof w, "%d", r.width);
	g_snprintf(h, sizeof h, "%d", r.height);
	g_ascii_dtostr(number[0], sizeof number[0], r.nominal_w);
	g_ascii_dtostr(number[1], sizeof number[1], r.nominal_h);
	for (int i = 0; i < 4; i++)
		g_ascii_dtostr(number[2 + i], sizeof number[2 + i], r.over[i]);
	if (ok)
		answer_noted(&r, (const char *[]){ r.kind, w, h,
			number[0], number[1], r.alpha ? "1" : "0", r.grey ? "1" : "0", r.inks ? "1" : "0",
			number[2], number[3], number[4], number[5] }, strcmp(r.kind, "page") ? 8 : 12);
	else
		answer_fault(&r);
	return true;
}

static bool do_convert(char **arg)
{
	struct wish w;

	return wish_read(&w, arg + 1) && w.width > 0 && w.height > 0 && make(picture_convert, arg[0], &w);
}

static bool do_page(char **arg)
{
	struct wish w;

	return wish_read(&w, arg + 1) && make(pdf_take_out, arg[0], &w);
}

static bool do_render(char **arg)
{
	struct wish w;

	return wish_read(&w, arg + 1) && w.width > 0 && w.height > 0 && w.profile && w.sheet && w.painted && make(pdf_render, arg[0], &w);
}

static bool do_draw(char **arg)
{
	struct wish w;

	return wish_read(&w, arg + 1) && w.place[0] > 0 && w.place[1] > 0 && make(picture_draw, arg[0], &w);
}

static bool do_outline(char **arg)
{
	struct reply r = { 0 };
	struct wish wish = { 0 };
	GString *rows = g_string_new(NULL);
	char n[16];

	for (char **field = arg + 1; *field; field++)
		if (!wish_take(&wish, *field)) {
			g_string_free(rows, TRUE);
			return false;
		}
	if (picture_outline(arg[0], &wish, &r, rows)) {
		g_snprintf(n, sizeof n, "%d", r.height);
		answer((const char *[]){ "outline", n, rows->str }, 3);
	} else {
		answer_fault(&r);
	}
	g_string_free(rows, TRUE);
	return true;
}

static const struct {
	const char *name;
	rlim_t memory;
	rlim_t seconds;			/* of a drawing, looked at and drawn: 30 in all */
	bool (*run)(char **arg);
} jobs[] = {
	{ "probe",   MEMORY_DRAWING, 10, do_probe },
	{ "page",    MEMORY_DRAWING, JOB_SECONDS, do_page },
	{ "render",  MEMORY_DRAWING, JOB_SECONDS, do_render },
	{ "convert", MEMORY,         JOB_SECONDS, do_convert },
	{ "outline", MEMORY,         JOB_SECONDS, do_outline },
	{ "draw",    MEMORY_DRAWING, 20, do_draw },
};

static bool job_run(const char *line, rlim_t start)
{
	char **field = job_fields(line);
	bool ok = false;

	for (size_t i = 0; field[0] && field[1] && i < G_N_ELEMENTS(jobs); i++)
		if (!strcmp(field[0], jobs[i].name)) {
			memory_limit(start, jobs[i].memory);
			cpu_limit(jobs[i].seconds);
			ok = jobs[i].run(field + 1);
		}
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
	rlim_t start;

	/* What it was asked for is no longer wanted when zivos ends; also its Ghostscript ends then. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
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
	start = addresses();
	while (ok && fgets(line, sizeof line, stdin)) {
		ok = strchr(line, '\n') && job_run(line, start);
	}
	vips_shutdown();
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
