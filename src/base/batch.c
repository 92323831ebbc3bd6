/*
 * src/base/batch.c - jobs of zivos-picture: looked up, handed out, kept.
 *
 * A question is a line of base/job.h; its answer is the cache's record, the
 * picture that it is about the record's file. Equal questions are asked once.
 */
#include "base/batch.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/cache.h"
#include "base/crew.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/memo.h"
#include "base/temp.h"

struct batch {
	struct cache *cache;
	struct memo *memo;
	const char *program;
	int seconds;
	struct diag *diag;
	GPtrArray *jobs;
	GHashTable *by_key;
	size_t next;			/* first job not handed out */
	bool failed;			/* the program does not run, the cache takes nothing: reported */
};

/* ---- jobs ---- */

void job_say(struct job *j, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	g_ptr_array_add(j->field, g_strdup_vprintf(fmt, ap));
	va_end(ap);
}

void job_say_numbers(struct job *j, const char *name, const double *v, size_t n)
{
	GString *s = g_string_new(name);

	for (size_t i = 0; i < n; i++) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];

		g_string_append_printf(s, "%c%s", i ? ' ' : '=', g_ascii_formatd(number, sizeof number, "%.7g", v[i]));
	}
	job_say(j, "%s", s->str);
	g_string_free(s, TRUE);
}

struct job *job_new(const char *what, const char *path, bool (*valid)(char **field, guint n))
{
	struct job *j = g_new0(struct job, 1);

	j->field = g_ptr_array_new_with_free_func(g_free);
	j->valid = valid;
	job_say(j, "%s", what);
	job_say(j, "%s", path);
	return j;
}

/* However the worker ended, nothing of what it wrote stays. */
static void job_drop(struct job *j)
{
	draft_drop(g_steal_pointer(&j->draft));
	for (size_t i = 0; i < G_N_ELEMENTS(j->between); i++)
		draft_drop(g_steal_pointer(&j->between[i]));
}

static void job_free(void *p)
{
	struct job *j = p;

	job_drop(j);
	g_ptr_array_free(j->field, TRUE);
	g_strfreev(j->answer);
	g_free(j->file);
	g_free(j->line);
	g_free(j->key);
	g_free(j);
}

struct batch *batch_new(struct cache *c, struct memo *m, const char *program, int seconds, struct diag *d)
{
	struct batch *b = g_new0(struct batch, 1);

	*b = (struct batch){ .cache = c, .memo = m, .program = program, .seconds = seconds, .diag = d };
	b->jobs = g_ptr_array_new_with_free_func(job_free);
	b->by_key = g_hash_table_new(g_str_hash, g_str_equal);
	return b;
}

void batch_free(struct batch *b)
{
	memo_save(b->memo);
	g_hash_table_destroy(b->by_key);
	g_ptr_array_free(b->jobs, TRUE);
	g_free(b);
}

/* ---- the cache ---- */

static void cache_look(struct batch *b, struct job *j)
{
	struct entry e;
	char **f;

	if (!cache_get(b->cache, j->key, &e))
		return;
	f = job_fields(e.record);
	if (j->valid(f, g_strv_length(f)) && j->writes == (e.file != NULL)) {
		j->answer = f;
		j->file = g_strdup(e.file);
	} else {
		g_strfreev(f);
	}
	entry_clear(&e);
}

static void job_fault(struct job *j, enum job_fault f, const char *detail)
{
	g_strfreev(j->answer);
	j->answer = g_new0(char *, 4);
	j->answer[0] = g_strdup("fault");
	j->answer[1] = g_strdup(job_fault_keys[f]);
	j->answer[2] = g_strdup(detail);
}

/* The cache takes nothing: one message, however many pictures there are. */
static void write_failed(struct batch *b, struct job *j, int err)
{
	job_fault(j, JOB_WRITE, write_reason(err));
	if (!b->failed)
		diag_add(b->diag, D_WRITE_FAILED, (struct src){ cache_folder(b->cache), 0, 0 },
			 _("%s, and no picture can be converted; make room there, or name another folder with --cache"),
			 write_reason(err));
	b->failed = true;
}

/* The answer has come: keep it. A record that cannot be kept is asked again; a picture is lost. */
static void cache_keep(struct batch *b, struct job *j)
{
	struct cache *c = b->cache;
	char *text = job_line((const char *const *)j->answer, g_strv_length(j->answer));
	struct entry e;

	if (!j->writes) {
		cache_put(c, j->key, text, strlen(text));
	} else if (cache_put_file(c, j->key, text, strlen(text), g_steal_pointer(&j->draft), j->answer[0]) &&
		   cache_get(c, j->key, &e)) {
		j->file = g_strdup(e.file);
		entry_clear(&e);
	} else {
		write_failed(b, j, cache_fault(c));
	}
	g_free(text);
}

struct job *batch_add(struct batch *b, struct job *j, const char *hash)
{
	GPtrArray *part = g_ptr_array_new();
	struct job *before;

	g_ptr_array_add(part, "picture");
	g_ptr_array_add(part, JOB_VERSION);
	g_ptr_array_add(part, (char *)hash);
	for (size_t i = 0; i < j->field->len; i++) {
		char *field = j->field->pdata[i];

		/* The path, and what else is only where something lies. */
		if (i != 1 && *field != '@')
			g_ptr_array_add(part, field);
	}
	j->key = cache_key((const char *const *)part->pdata, part->len);
	g_ptr_array_free(part, TRUE);
	before = g_hash_table_lookup(b->by_key, j->key);
	if (before) {
		job_free(j);
		return before;
	}
	cache_look(b, j);
	g_ptr_array_add(b->jobs, j);
	g_hash_table_insert(b->by_key, j->key, j);
	return j;
}

/* ---- the workers ---- */

/* A file for the worker, and its name in the question. false: there is no place for it. */
static bool job_draft(struct batch *b, struct job *j, const char *name, struct draft **draft)
{
	*draft = cache_draft(b->cache);
	if (!*draft) {
		write_failed(b, j, cache_fault(b->cache));
		return false;
	}
	job_say(j, "%s=%s", name, draft_path(*draft));
	return true;
}

static bool job_prepare(struct batch *b, struct job *j)
{
	if (j->writes && !job_draft(b, j, "@out", &j->draft))
		return false;
	if (j->renders && (!job_draft(b, j, "@sheet", &j->between[0]) || !job_draft(b, j, "@painted", &j->between[1])))
		return false;
	j->line = job_line((const char *const *)j->field->pdata, j->field->len);
	return true;
}

static const char *batch_next(void *ctx, void **task)
{
	struct batch *b = ctx;

	while (b->next < b->jobs->len && !b->failed) {
		struct job *j = b->jobs->pdata[b->next++];

		if (!j->answer && job_prepare(b, j)) {
			*task = j;
			return j->line;
		}
	}
	return NULL;
}

static bool batch_answer(struct batch *b, struct job *j, const char *answer)
{
	j->answer = job_fields(answer);
	if (g_strv_length(j->answer) == 3 && !strcmp(j->answer[0], "fault")) {
		/* DETAIL is errno then. */
		if (!strcmp(j->answer[1], job_fault_keys[JOB_WRITE]))
			write_failed(b, j, atoi(j->answer[2]));
		return true;
	}
	if (!j->valid(j->answer, g_strv_length(j->answer))) {
		job_fault(j, JOB_PROTOCOL, "");
		return false;
	}
	cache_keep(b, j);
	return true;
}

static bool batch_ended(void *ctx, void *task, enum crew_end end, const char *answer)
{
	struct job *j = task;
	bool ok = true;

	if (end == CREW_ANSWERED)
		ok = batch_answer(ctx, j, answer);
	else
		job_fault(j, end == CREW_TIME ? JOB_TIME : JOB_CRASHED, "");
	job_drop(j);
	return ok;
}

bool batch_run(struct batch *b, size_t nworkers)
{
	struct crew c = { b->program, nworkers, b->seconds, b, batch_next, batch_ended };
	size_t open = 0;
	char *why;

	for (size_t i = 0; i < b->jobs->len; i++)
		open += !((struct job *)b->jobs->pdata[i])->answer;
	if (!open)
		return !b->failed;
	why = c.program ? crew_run(&c) : g_strdup(_("it is not installed"));
	b->failed = b->failed || why != NULL;
	if (why)
		diag_add(b->diag, D_MACHINE, (struct src){ NULL, 0, 0 },
			 _("the program zivos-picture does not run (%s); pictures are left out"), why);
	g_free(why);
	return !b->failed;
}

/* ---- faults in words ---- */

#define X(id, key, text) text,
static const char *const fault_texts[JOB_NFAULTS] = { JOB_FAULTS(X) };
#undef X

char *job_fault_text(struct arena *a, enum job_fault f, const char *detail)
{
	/* Not all of them want the detail. */
	char *s = g_strdup(_(fault_texts[f])), *at = strstr(s, "%s"), *text;

	text = at ? arena_printf(a, "%.*s%s%s", (int)(at - s), s, detail, at + 2) : arena_strdup(a, s);
	g_free(s);
	return text;
}

char *job_error(struct arena *a, const struct job *j)
{
	enum job_fault f = 0;

	if (!j->answer)
		return job_fault_text(a, JOB_CRASHED, "");
	if (strcmp(j->answer[0], "fault"))
		return NULL;
	while (f < JOB_PROTOCOL && strcmp(job_fault_keys[f], j->answer[1]))
		f++;
	return job_fault_text(a, f, j->answer[2]);
}
