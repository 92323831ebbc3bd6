/*
 * src/base/store.c - questions to zivos-picture, and answers out of the cache.
 *
 * A question is a line of base/job.h; its answer is the cache's record, the
 * picture that it is about the record's file. Equal questions are asked once.
 *
 * A store is used by one thread at a time.
 *
 * Two variables are for tests: ZIVOS_PICTURE names another program in place
 * of zivos-picture, ZIVOS_PICTURE_SECONDS how long one picture may take.
 */
#include "base/store.h"
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/cache.h"
#include "base/crew.h"
#include "base/data.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/icc.h"
#include "base/job.h"
#include "base/memo.h"
#include "base/temp.h"

enum {
	WORKERS = 2,
	PROBES_EACH = 8			/* what is worth the start of another worker */
};

struct store {
	struct cache *cache;
	struct memo *memo;
	char *program;			/* zivos-picture; NULL: not found */
	int seconds;			/* for one picture */
};

struct store *store_new(const char *dir)
{
	struct store *s = g_new0(struct store, 1);
	const char *seconds = getenv("ZIVOS_PICTURE_SECONDS"), *program = getenv("ZIVOS_PICTURE");

	s->cache = cache_new(dir);
	s->memo = memo_new(s->cache);
	s->program = program ? g_strdup(program) : data_program("zivos-picture");
	s->seconds = CLAMP(seconds ? atoi(seconds) : JOB_SECONDS, 1, 3600);
	return s;
}

void store_free(struct store *s)
{
	if (!s)
		return;
	memo_free(s->memo);
	cache_free(s->cache);
	g_free(s->program);
	g_free(s);
}

struct memo *store_memo(struct store *s)
{
	return s->memo;
}

struct cache *store_cache(struct store *s)
{
	return s->cache;
}

/* ---- jobs ---- */

/* One question for zivos-picture. */
struct job {
	char *key;
	GPtrArray *field;		/* without the file to write */
	char *line;			/* as it is sent */
	bool writes;
	bool outlines;
	bool renders;
	struct draft *draft;		/* what the worker writes; while it does */
	struct draft *between[2];	/* what it needs for that; the same */
	char **answer;			/* fields, or NULL: not answered */
	char *file;			/* the answer's, in the cache */
};

struct batch {
	struct store *store;
	struct diag *diag;
	GPtrArray *jobs;
	GHashTable *by_key;
	size_t next;			/* first job not handed out */
	bool failed;			/* the program does not run, the cache takes nothing: reported */
};

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

static void batch_init(struct batch *b, struct store *s, struct diag *d)
{
	*b = (struct batch){ .store = s, .diag = d };
	b->jobs = g_ptr_array_new_with_free_func(job_free);
	b->by_key = g_hash_table_new(g_str_hash, g_str_equal);
}

static void batch_end(struct batch *b)
{
	memo_save(b->store->memo);
	g_hash_table_destroy(b->by_key);
	g_ptr_array_free(b->jobs, TRUE);
}

enum { PROBE_FIELDS = 8, PAGE_FIELDS = 12, CONVERT_FIELDS = 4, OUTLINE_FIELDS = 3 };	/* of an answer, before its notes */
enum { OUTLINE_MOST = 4096, ROW_DIGITS = 6 };

static const char *const probe_kinds[] = {
	[PICTURE_PHOTO] = "photo", [PICTURE_GRAPHIC] = "graphic", [PICTURE_LINE] = "line", [PICTURE_VECTOR] = "vector",
	[PICTURE_PAGE] = "page", NULL
};
static const char *const convert_kinds[] = { "jpg", "png", "ink", "pdf", NULL };

/* ROWS HEX: as many rows as are said. */
static bool outline_valid(char **f, guint n)
{
	int rows = n == OUTLINE_FIELDS && !strcmp(f[0], "outline") ? atoi(f[1]) : 0;

	return rows > 0 && rows <= OUTLINE_MOST && strlen(f[2]) == (size_t)rows * ROW_DIGITS && strspn(f[2], "0123456789abcdef") == strlen(f[2]);
}

/* Is it an answer to the job, as far as its form goes? */
static bool answer_valid(const struct job *j, char **f)
{
	bool writes = j->writes;
	guint n = g_strv_length(f), least = writes ? CONVERT_FIELDS : n && !strcmp(f[0], "page") ? PAGE_FIELDS : PROBE_FIELDS;

	if (j->outlines)
		return outline_valid(f, n);
	return n >= least && atoi(f[1]) > 0 && atoi(f[2]) > 0 && g_strv_contains(writes ? convert_kinds : probe_kinds, f[0]);
}

static void cache_look(struct batch *b, struct job *j)
{
	struct entry e;
	char **f;

	if (!cache_get(b->store->cache, j->key, &e))
		return;
	f = job_fields(e.record);
	if (answer_valid(j, f) && j->writes == (e.file != NULL)) {
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
		diag_add(b->diag, D_WRITE_FAILED, (struct src){ cache_folder(b->store->cache), 0, 0 },
			 _("%s, and no picture can be converted; make room there, or name another folder with --cache"),
			 write_reason(err));
	b->failed = true;
}

/* The answer has come: keep it. A record that cannot be kept is asked again; a picture is lost. */
static void cache_keep(struct batch *b, struct job *j)
{
	struct cache *c = b->store->cache;
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

/* j has its fields: the job that answers it, this one or one before. */
static struct job *batch_add(struct batch *b, struct job *j, const char *hash)
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

static void say(struct job *j, const char *fmt, ...) G_GNUC_PRINTF(2, 3);

/* A field of the question. */
static void say(struct job *j, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	g_ptr_array_add(j->field, g_strdup_vprintf(fmt, ap));
	va_end(ap);
}

static struct job *job_new(const char *what, const char *path)
{
	struct job *j = g_new0(struct job, 1);

	j->field = g_ptr_array_new_with_free_func(g_free);
	say(j, "%s", what);
	say(j, "%s", path);
	return j;
}

/* ---- the workers ---- */

/* A file for the worker, and its name in the question. false: there is no place for it. */
static bool job_draft(struct batch *b, struct job *j, const char *name, struct draft **draft)
{
	*draft = cache_draft(b->store->cache);
	if (!*draft) {
		write_failed(b, j, cache_fault(b->store->cache));
		return false;
	}
	say(j, "%s=%s", name, draft_path(*draft));
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
	if (!answer_valid(j, j->answer)) {
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

/* Until every job is answered. */
static void batch_run(struct batch *b, size_t nworkers)
{
	struct crew c = { b->store->program, nworkers, b->store->seconds, b, batch_next, batch_ended };
	size_t open = 0;
	char *why;

	for (size_t i = 0; i < b->jobs->len; i++)
		open += !((struct job *)b->jobs->pdata[i])->answer;
	if (!open)
		return;
	why = c.program ? crew_run(&c) : g_strdup(_("it is not installed"));
	b->failed = b->failed || why != NULL;
	if (why)
		diag_add(b->diag, D_MACHINE, (struct src){ NULL, 0, 0 },
			 _("the program zivos-picture does not run (%s); pictures are left out"), why);
	g_free(why);
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

/* "KEY=DETAIL": the detail, or NULL. */
static const char *note_detail(const char *field, enum job_note k)
{
	size_t length = strlen(job_note_keys[k]);

	return strncmp(field, job_note_keys[k], length) || field[length] != '=' ? NULL : field + length + 1;
}

static struct font_missing font_read(struct arena *a, const char *detail)
{
	char *asked = arena_strdup(a, detail), *tab = strchr(asked, '\t');

	if (tab)
		*tab++ = 0;
	return (struct font_missing){ asked, tab ? tab : "" };
}

/* What follows an answer's n fields. */
static struct picture_notes notes_take(struct arena *a, char **f, size_t n)
{
	size_t most = g_strv_length(f + n) + 1, nlinks = 0, nfonts = 0;
	struct picture_notes out = { .links = arena_make_array(a, most, const char *), .fonts = arena_make_array(a, most, struct font_missing) };
	const char *x;

	for (size_t i = n; f[i]; i++) {
		out.srgb = out.srgb || note_detail(f[i], JOB_NOTE_SRGB);
		out.kept = out.kept || note_detail(f[i], JOB_NOTE_KEPT);
		if ((x = note_detail(f[i], JOB_NOTE_DAMAGED)))
			out.damaged = arena_strdup(a, x);
		else if ((x = note_detail(f[i], JOB_NOTE_PAGES)))
			out.pages = arena_strdup(a, x);
		else if ((x = note_detail(f[i], JOB_NOTE_LINK)))
			out.links[nlinks++] = arena_strdup(a, x);
		else if ((x = note_detail(f[i], JOB_NOTE_FONT)))
			out.fonts[nfonts++] = font_read(a, x);
	}
	return out;
}

static void info_take(struct arena *a, char **f, struct picture_info *info)
{
	int kind = PICTURE_PHOTO;

	while (kind < PICTURE_PAGE && strcmp(probe_kinds[kind], f[0]))
		kind++;
	*info = (struct picture_info){
		.kind = (enum picture_kind)kind,
		.width = atoi(f[1]), .height = atoi(f[2]),
		.nominal_w = g_ascii_strtod(f[3], NULL), .nominal_h = g_ascii_strtod(f[4], NULL),
		.alpha = !strcmp(f[5], "1"), .grey = !strcmp(f[6], "1"), .inks = !strcmp(f[7], "1"),
		.notes = notes_take(a, f, PROBE_FIELDS),
	};
	for (int i = 0; kind == PICTURE_PAGE && i < 4; i++)
		info->over[i] = g_ascii_strtod(f[PROBE_FIELDS + i], NULL);
}

bool store_probe(struct store *s, struct arena *a, struct probe *p, size_t n, struct diag *d)
{
	struct batch b;
	struct job **job = g_new0(struct job *, n + 1);
	bool ok;

	batch_init(&b, s, d);
	for (size_t i = 0; i < n; i++) {
		char hash[65];
		int err = memo_hash(s->memo, p[i].path, hash);

		p[i].error = err ? fault_text(a, JOB_UNREADABLE, g_strerror(err)) : NULL;
		if (err)
			continue;
		job[i] = job_new("probe", p[i].path);
		if (p[i].page)
			say(job[i], "page=%d", p[i].page);
		job[i] = batch_add(&b, job[i], hash);
	}
	batch_run(&b, MIN(1 + n / PROBES_EACH, (size_t)WORKERS));
	for (size_t i = 0; i < n; i++) {
		if (!job[i])
			continue;
		p[i].error = job_error(a, job[i]);
		if (!p[i].error)
			info_take(a, job[i]->answer, &p[i].info);
	}
	ok = !b.failed;
	batch_end(&b);
	g_free(job);
	return ok;
}

/* Three hexadecimal digits, of 4095. */
static double reach(const char *digits)
{
	int n = 0;

	for (int i = 0; i < ROW_DIGITS / 2; i++)
		n = n * 16 + g_ascii_xdigit_value(digits[i]);
	return n / 4095.0;
}

static struct outline *outline_take(struct arena *a, char **f)
{
	struct outline *o = arena_make(a, struct outline);
	double *left, *right;

	o->n = (size_t)atoi(f[1]);
	o->left = left = arena_make_array(a, o->n, double);
	o->right = right = arena_make_array(a, o->n, double);
	for (size_t i = 0; i < o->n; i++) {
		left[i] = reach(f[2] + i * ROW_DIGITS);
		right[i] = reach(f[2] + i * ROW_DIGITS + ROW_DIGITS / 2);
	}
	return o;
}

bool store_outline(struct store *s, struct arena *a, struct outlining *o, size_t n, struct diag *d)
{
	struct batch b;
	struct job **job = g_new0(struct job *, n + 1);
	bool ok;

	batch_init(&b, s, d);
	for (size_t i = 0; i < n; i++) {
		char hash[65];
		int err = memo_hash(s->memo, o[i].path, hash);

		o[i].error = err ? fault_text(a, JOB_UNREADABLE, g_strerror(err)) : NULL;
		if (err)
			continue;
		job[i] = job_new("outline", o[i].path);
		job[i]->outlines = true;
		if (o[i].page)
			say(job[i], "page=%d", o[i].page);
		if (o[i].shape)
			say(job[i], "path=%s", o[i].shape);
		job[i] = batch_add(&b, job[i], hash);
	}
	batch_run(&b, WORKERS);
	for (size_t i = 0; i < n; i++) {
		if (!job[i])
			continue;
		o[i].error = job_error(a, job[i]);
		if (!o[i].error)
			o[i].outline = outline_take(a, job[i]->answer);
	}
	ok = !b.failed;
	batch_end(&b);
	g_free(job);
	return ok;
}

/* NAME=VALUE... with numbers as in C. */
static void say_numbers(struct job *j, const char *name, const double *v, size_t n)
{
	GString *s = g_string_new(name);

	for (size_t i = 0; i < n; i++) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];

		g_string_append_printf(s, "%c%s", i ? ' ' : '=', g_ascii_formatd(number, sizeof number, "%.7g", v[i]));
	}
	say(j, "%s", s->str);
	g_string_free(s, TRUE);
}

static void say_press(struct job *j, const struct separation *p)
{
	say(j, "press=%s", icc_hash(p->output));
	say(j, "@profile=%s", icc_path(p->output));
	say(j, "intent=%d", p->colour.intent);
	say(j, "keep=%d", p->colour.keep);
	say(j, "flatten=%d", p->colour.flatten);
	say(j, "quality=%d", p->quality);
	if (p->sharpen > 0)
		say_numbers(j, "sharpen", (double[]){ p->sharpen, p->sharpen_radius }, 2);
}

/* A page of a PDF: for print taken out, else drawn. */
static struct job *page_job(const struct conversion *c)
{
	struct job *j = job_new(c->press.output ? "page" : "render", c->path);

	j->writes = true;
	say(j, "page=%d", c->page);
	if (c->press.output)
		return j;
	j->renders = true;
	say_numbers(j, "crop", (double[]){ c->crop_x, c->crop_y, c->crop_w, c->crop_h }, 4);
	say(j, "size=%d %d", MAX(c->width, 1), MAX(c->height, 1));
	say(j, "press=%s", icc_hash(c->shown));
	say(j, "@profile=%s", icc_path(c->shown));
	return j;
}

static struct job *conversion_job(const struct conversion *c)
{
	bool drawing = c->kind == PICTURE_VECTOR;
	struct job *j;
	double crop[4] = { CLAMP(c->crop_x, 0, 1), CLAMP(c->crop_y, 0, 1), CLAMP(c->crop_w, 0, 1), CLAMP(c->crop_h, 0, 1) };

	if (c->kind == PICTURE_PAGE)
		return page_job(c);
	j = job_new(drawing ? "draw" : "convert", c->path);
	j->writes = true;
	/* No area at all is the whole picture. */
	if (!(crop[2] > 0) || !(crop[3] > 0))
		memcpy(crop, (double[]){ 0, 0, 1, 1 }, sizeof crop);
	say_numbers(j, "crop", crop, 4);
	if (drawing) {
		say_numbers(j, "place", (double[]){ c->place_w, c->place_h }, 2);
		if (c->fonts) {
			say(j, "texts=%s", c->fonts_digest);
			say(j, "@fonts=%s", c->fonts);
		}
		return j;
	}
	say(j, "size=%d %d", MAX(c->width, 1), MAX(c->height, 1));
	say(j, "line=%d", c->kind == PICTURE_LINE);
	if (c->press.output) {
		say_press(j, &c->press);
	} else if (c->shown) {
		say(j, "inks=%s", icc_hash(c->shown));
		say(j, "@inks=%s", icc_path(c->shown));
	}
	return j;
}

static void conversion_take(struct arena *a, const struct job *j, struct conversion *c)
{
	c->out = arena_strdup(a, j->file);
	c->notes = notes_take(a, j->answer, CONVERT_FIELDS);
	c->out_width = atoi(j->answer[1]);
	c->out_height = atoi(j->answer[2]);
}

bool store_convert(struct store *s, struct arena *a, struct conversion *c, size_t n, struct diag *d)
{
	struct batch b;
	struct job **job = g_new0(struct job *, n + 1);
	bool ok;

	batch_init(&b, s, d);
	for (size_t i = 0; i < n; i++) {
		char hash[65];
		int err = memo_hash(s->memo, c[i].path, hash);

		c[i].out = NULL;
		c[i].error = err ? fault_text(a, JOB_UNREADABLE, g_strerror(err)) : NULL;
		job[i] = err ? NULL : batch_add(&b, conversion_job(&c[i]), hash);
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
