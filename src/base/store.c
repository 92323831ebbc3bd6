/*
 * src/base/store.c - what is asked of zivos-picture, and what its answers say.
 *
 * A store is used by one thread at a time.
 *
 * Two variables are for tests: ZIVOS_PICTURE names another program in place
 * of zivos-picture, ZIVOS_PICTURE_SECONDS how long one picture may take.
 */
#include "base/store.h"
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/batch.h"
#include "base/cache.h"
#include "base/data.h"
#include "base/icc.h"
#include "base/memo.h"

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

/* ---- questions and answers ---- */

/* A kind of question, asked about each element of an array. */
struct question {
	size_t size, path, error;	/* of an element; where it has its path, and where the reason goes why there is no answer */
	struct job *(*job)(const void *element);
	void (*take)(struct arena *a, const struct job *j, void *element);
};

static const char *path_of(const struct question *q, const char *element)
{
	return *(const char *const *)(element + q->path);
}

/* Those that can be read are asked; job[i] answers element i, or is NULL. */
static void ask(struct store *s, struct arena *a, struct batch *b, const struct question *q, char *elements, struct job **job, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *element = elements + i * q->size, hash[65];
		int err = memo_hash(s->memo, path_of(q, element), hash);

		if (err)
			*(char **)(element + q->error) = job_fault_text(a, JOB_UNREADABLE, g_strerror(err));
		else
			job[i] = batch_add(b, q->job(element), hash);
	}
}

static void take(struct arena *a, const struct question *q, char *elements, struct job *const *job, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *element = elements + i * q->size, **error = (char **)(element + q->error);

		if (!job[i])
			continue;
		*error = job_error(a, job[i]);
		if (!*error)
			q->take(a, job[i], element);
	}
}

static bool ask_all(struct store *s, struct arena *a, const struct question *q, void *elements, size_t n, size_t nworkers, struct diag *d)
{
	struct batch *b = batch_new(s->cache, s->memo, s->program, s->seconds, d);
	struct job **job = g_new0(struct job *, n + 1);
	bool ok;

	ask(s, a, b, q, elements, job, n);
	ok = batch_run(b, nworkers);
	take(a, q, elements, job, n);
	batch_free(b);
	g_free(job);
	return ok;
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

/* ---- what a picture is ---- */

enum { PROBE_FIELDS = 8, PAGE_FIELDS = 12 };	/* of an answer, before its notes */

static const char *const probe_kinds[] = {
	[PICTURE_PHOTO] = "photo", [PICTURE_GRAPHIC] = "graphic", [PICTURE_LINE] = "line", [PICTURE_VECTOR] = "vector",
	[PICTURE_PAGE] = "page", NULL
};

static bool probe_valid(char **f, guint n)
{
	return n >= (n && !strcmp(f[0], "page") ? PAGE_FIELDS : PROBE_FIELDS) && atoi(f[1]) > 0 && atoi(f[2]) > 0 && g_strv_contains(probe_kinds, f[0]);
}

static struct job *probe_job(const void *element)
{
	const struct probe *p = element;
	struct job *j = job_new("probe", p->path, probe_valid);

	if (p->page)
		job_say(j, "page=%d", p->page);
	return j;
}

static void probe_take(struct arena *a, const struct job *j, void *element)
{
	struct picture_info *info = &((struct probe *)element)->info;
	char **f = j->answer;
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
	static const struct question q = { sizeof *p, offsetof(struct probe, path), offsetof(struct probe, error), probe_job, probe_take };

	return ask_all(s, a, &q, p, n, MIN(1 + n / PROBES_EACH, (size_t)WORKERS), d);
}

/* ---- how far it reaches ---- */

enum { OUTLINE_FIELDS = 3, OUTLINE_MOST = 4096, ROW_DIGITS = 6 };

/* ROWS HEX: as many rows as are said. */
static bool outline_valid(char **f, guint n)
{
	int rows = n == OUTLINE_FIELDS && !strcmp(f[0], "outline") ? atoi(f[1]) : 0;

	return rows > 0 && rows <= OUTLINE_MOST && strlen(f[2]) == (size_t)rows * ROW_DIGITS && strspn(f[2], "0123456789abcdef") == strlen(f[2]);
}

static struct job *outline_job(const void *element)
{
	const struct outlining *o = element;
	struct job *j = job_new("outline", o->path, outline_valid);

	if (o->page)
		job_say(j, "page=%d", o->page);
	if (o->shape)
		job_say(j, "path=%s", o->shape);
	return j;
}

/* Three hexadecimal digits, of 4095. */
static double reach(const char *digits)
{
	int n = 0;

	for (int i = 0; i < ROW_DIGITS / 2; i++)
		n = n * 16 + g_ascii_xdigit_value(digits[i]);
	return n / 4095.0;
}

static void outline_take(struct arena *a, const struct job *j, void *element)
{
	char **f = j->answer;
	struct outline *o = arena_make(a, struct outline);
	double *left, *right;

	o->n = (size_t)atoi(f[1]);
	o->left = left = arena_make_array(a, o->n, double);
	o->right = right = arena_make_array(a, o->n, double);
	for (size_t i = 0; i < o->n; i++) {
		left[i] = reach(f[2] + i * ROW_DIGITS);
		right[i] = reach(f[2] + i * ROW_DIGITS + ROW_DIGITS / 2);
	}
	((struct outlining *)element)->outline = o;
}

bool store_outline(struct store *s, struct arena *a, struct outlining *o, size_t n, struct diag *d)
{
	static const struct question q = { sizeof *o, offsetof(struct outlining, path), offsetof(struct outlining, error), outline_job, outline_take };

	return ask_all(s, a, &q, o, n, WORKERS, d);
}

/* ---- pictures as they will be placed ---- */

enum { CONVERT_FIELDS = 4 };		/* of an answer, before its notes */

static const char *const convert_kinds[] = { "jpg", "png", "ink", "pdf", NULL };

static bool convert_valid(char **f, guint n)
{
	return n >= CONVERT_FIELDS && atoi(f[1]) > 0 && atoi(f[2]) > 0 && g_strv_contains(convert_kinds, f[0]);
}

static void say_press(struct job *j, const struct separation *p)
{
	job_say(j, "press=%s", icc_hash(p->output));
	job_say(j, "@profile=%s", icc_path(p->output));
	job_say(j, "intent=%d", p->colour.intent);
	job_say(j, "keep=%d", p->colour.keep);
	job_say(j, "flatten=%d", p->colour.flatten);
	job_say(j, "quality=%d", p->quality);
	if (p->sharpen > 0)
		job_say_numbers(j, "sharpen", (double[]){ p->sharpen, p->sharpen_radius }, 2);
}

/* A page of a PDF: for print taken out, else drawn. */
static struct job *page_job(const struct conversion *c)
{
	struct job *j = job_new(c->press.output ? "page" : "render", c->path, convert_valid);

	j->writes = true;
	job_say(j, "page=%d", c->page);
	if (c->press.output)
		return j;
	j->renders = true;
	job_say_numbers(j, "crop", (double[]){ c->crop_x, c->crop_y, c->crop_w, c->crop_h }, 4);
	job_say(j, "size=%d %d", MAX(c->width, 1), MAX(c->height, 1));
	job_say(j, "press=%s", icc_hash(c->shown));
	job_say(j, "@profile=%s", icc_path(c->shown));
	return j;
}

static struct job *conversion_job(const void *element)
{
	const struct conversion *c = element;
	bool drawing = c->kind == PICTURE_VECTOR;
	struct job *j;
	double crop[4] = { CLAMP(c->crop_x, 0, 1), CLAMP(c->crop_y, 0, 1), CLAMP(c->crop_w, 0, 1), CLAMP(c->crop_h, 0, 1) };

	if (c->kind == PICTURE_PAGE)
		return page_job(c);
	j = job_new(drawing ? "draw" : "convert", c->path, convert_valid);
	j->writes = true;
	/* No area at all is the whole picture. */
	if (!(crop[2] > 0) || !(crop[3] > 0))
		memcpy(crop, (double[]){ 0, 0, 1, 1 }, sizeof crop);
	job_say_numbers(j, "crop", crop, 4);
	if (drawing) {
		job_say_numbers(j, "place", (double[]){ c->place_w, c->place_h }, 2);
		if (c->fonts) {
			job_say(j, "texts=%s", c->fonts_digest);
			job_say(j, "@fonts=%s", c->fonts);
		}
		return j;
	}
	job_say(j, "size=%d %d", MAX(c->width, 1), MAX(c->height, 1));
	job_say(j, "line=%d", c->kind == PICTURE_LINE);
	if (c->press.output) {
		say_press(j, &c->press);
	} else if (c->shown) {
		job_say(j, "inks=%s", icc_hash(c->shown));
		job_say(j, "@inks=%s", icc_path(c->shown));
	}
	return j;
}

static void conversion_take(struct arena *a, const struct job *j, void *element)
{
	struct conversion *c = element;

	c->out = arena_strdup(a, j->file);
	c->notes = notes_take(a, j->answer, CONVERT_FIELDS);
	c->out_width = atoi(j->answer[1]);
	c->out_height = atoi(j->answer[2]);
}

bool store_convert(struct store *s, struct arena *a, struct conversion *c, size_t n, struct diag *d)
{
	static const struct question q = { sizeof *c, offsetof(struct conversion, path), offsetof(struct conversion, error), conversion_job, conversion_take };

	for (size_t i = 0; i < n; i++)
		c[i].out = NULL;
	return ask_all(s, a, &q, c, n, WORKERS, d);
}
