/*
 * src/base/diag.c - messages: kept, sorted, printed.
 *
 * Places are printed like a compiler's, with the line they mean under them.
 * What comes from an author's file (a name, a value, a line) may hold anything
 * that Unicode has, so control characters never reach the terminal.
 */
#include "base/diag.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/json.h"

enum {
	EXCERPT_COLUMNS = 100,		/* longer source lines are cut around the caret */
	EXCERPT_LINE_MAX = 64 << 10,	/* bytes; a longer line is not shown */
	EXCERPT_FILE_MAX = 64 << 20	/* bytes of a file read for excerpts */
};

struct diag {
	GPtrArray *messages;		/* struct message */
	GStringChunk *names;		/* file names, each once */
	GPtrArray *files;		/* of names, in order of first naming */
	GHashTable *once;		/* keys of what is said once; NULL: nothing was */
};

static const struct { enum severity severity; const char *key; } kinds[D_COUNT] = {
#define X(id, sev, key) { sev, key },
	DIAG_TABLE(X)
#undef X
};

struct diag *diag_new(void)
{
	struct diag *d = g_new0(struct diag, 1);

	d->messages = g_ptr_array_new();
	d->names = g_string_chunk_new(256);
	d->files = g_ptr_array_new();
	return d;
}

static void message_free(struct message *m)
{
	g_free(m->text);
	g_free(m->once);
	g_free(m);
}

void diag_free(struct diag *d)
{
	if (!d)
		return;
	for (guint i = 0; i < d->messages->len; i++)
		message_free(d->messages->pdata[i]);
	g_ptr_array_free(d->messages, TRUE);
	g_ptr_array_free(d->files, TRUE);
	g_string_chunk_free(d->names);
	if (d->once)
		g_hash_table_unref(d->once);
	g_free(d);
}

/* The same name gives the same pointer; remembers the order. */
static const char *intern_file(struct diag *d, const char *file)
{
	const char *name;

	if (!file)
		return NULL;
	name = g_string_chunk_insert_const(d->names, file);
	if (!g_ptr_array_find(d->files, name, NULL))
		g_ptr_array_add(d->files, (gpointer)name);
	return name;
}

/* One line of valid UTF-8 without control characters; frees s. */
static char *printable(char *s)
{
	char *valid = g_utf8_make_valid(s, -1);
	GString *out = g_string_new(NULL);

	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		g_string_append_unichar(out, g_unichar_iscntrl(c) ? ' ' : c);
	}
	g_free(valid);
	g_free(s);
	return g_string_free(out, FALSE);
}

G_GNUC_PRINTF(5, 0)
static void add(struct diag *d, enum diag_id id, struct src at, int page, const char *fmt, va_list args)
{
	struct message *m = g_new0(struct message, 1);

	assert(id < D_COUNT);
	m->id = id;
	m->severity = kinds[id].severity;
	m->at = at;
	m->at.file = intern_file(d, at.file);
	m->page = page;
	m->text = printable(g_strdup_vprintf(fmt, args));
	g_ptr_array_add(d->messages, m);
}

void diag_add(struct diag *d, enum diag_id id, struct src at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	add(d, id, at, 0, fmt, args);
	va_end(args);
}

void diag_add_page(struct diag *d, enum diag_id id, struct src at, int page, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	add(d, id, at, page, fmt, args);
	va_end(args);
}

/* Whether nothing was said under the key yet; it is from now on. */
static bool first_time(struct diag *d, const char *key)
{
	if (!d->once)
		d->once = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return g_hash_table_add(d->once, g_strdup(key));
}

void diag_add_once(struct diag *d, const char *key, enum diag_id id, struct src at, const char *fmt, ...)
{
	va_list args;

	if (!first_time(d, key))
		return;
	va_start(args, fmt);
	add(d, id, at, 0, fmt, args);
	va_end(args);
	((struct message *)d->messages->pdata[d->messages->len - 1])->once = g_strdup(key);
}

void diag_merge(struct diag *d, struct diag *from)
{
	for (guint i = 0; i < from->messages->len; i++) {
		struct message *m = from->messages->pdata[i];

		if (m->once && !first_time(d, m->once)) {
			message_free(m);
			continue;
		}
		m->at.file = intern_file(d, m->at.file);
		g_ptr_array_add(d->messages, m);
	}
	g_ptr_array_set_size(from->messages, 0);
	g_ptr_array_set_size(from->files, 0);
	g_clear_pointer(&from->once, g_hash_table_unref);
	g_string_chunk_clear(from->names);
}

void diag_repeat(struct diag *d, const struct diag *from)
{
	for (guint i = 0; i < from->messages->len; i++) {
		const struct message *m = from->messages->pdata[i];
		struct message *copy;

		if (m->once && !first_time(d, m->once))
			continue;
		copy = g_memdup2(m, sizeof *m);
		copy->text = g_strdup(m->text);
		copy->once = g_strdup(m->once);
		copy->at.file = intern_file(d, m->at.file);
		g_ptr_array_add(d->messages, copy);
	}
}

size_t diag_count(const struct diag *d, enum severity at_least)
{
	size_t n = 0;

	for (guint i = 0; i < d->messages->len; i++)
		n += ((struct message *)d->messages->pdata[i])->severity >= at_least;
	return n;
}

bool diag_machine_failed(const struct diag *d)
{
	for (guint i = 0; i < d->messages->len; i++) {
		enum diag_id id = ((struct message *)d->messages->pdata[i])->id;

		if (id == D_WRITE_FAILED || id == D_MACHINE)
			return true;
	}
	return false;
}

const struct message *diag_get(const struct diag *d, size_t i)
{
	return i < d->messages->len ? d->messages->pdata[i] : NULL;
}

const char *diag_key(enum diag_id id)
{
	assert(id < D_COUNT);
	return kinds[id].key;
}

const char *severity_name(enum severity s)
{
	static const char *const names[] = {
		[SEV_NOTE] = N_("note"), [SEV_WARNING] = N_("warning"), [SEV_ERROR] = N_("error"),
	};

	return _(names[s]);
}

/* ---- order ---- */

struct entry { const struct message *m; size_t file, added; };

static int by_place(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->m->at.line != b->m->at.line)
		return a->m->at.line < b->m->at.line ? -1 : 1;
	if (a->m->at.col != b->m->at.col)
		return a->m->at.col < b->m->at.col ? -1 : 1;
	return a->added < b->added ? -1 : a->added > b->added;
}

static bool same(const struct message *a, const struct message *b)
{
	return a->id == b->id && a->at.file == b->at.file && a->at.line == b->at.line &&
	       a->at.col == b->at.col && a->page == b->page && strcmp(a->text, b->text) == 0;
}

/* The messages in the order they are printed; *n of them; g_free() it. */
static struct entry *sorted(const struct diag *d, size_t *n)
{
	struct entry *e = g_new(struct entry, d->messages->len + 1);
	GHashTable *order = g_hash_table_new(g_direct_hash, g_direct_equal);
	size_t kept = 0;

	/* Messages without a file come first: index 0. */
	for (guint i = 0; i < d->files->len; i++)
		g_hash_table_insert(order, d->files->pdata[i], GUINT_TO_POINTER(i + 1));
	for (guint i = 0; i < d->messages->len; i++) {
		const struct message *m = d->messages->pdata[i];
		gpointer file = m->at.file ? g_hash_table_lookup(order, m->at.file) : NULL;

		e[i] = (struct entry){ m, GPOINTER_TO_UINT(file), i };
	}
	qsort(e, d->messages->len, sizeof *e, by_place);
	for (guint i = 0; i < d->messages->len; i++) {
		bool seen = false;

		for (size_t k = kept; k-- > 0 && !seen && e[k].m->at.line == e[i].m->at.line &&
		     e[k].m->at.col == e[i].m->at.col && e[k].file == e[i].file;)
			seen = same(e[k].m, e[i].m);
		if (!seen)
			e[kept++] = e[i];
	}
	g_hash_table_destroy(order);
	*n = kept;
	return e;
}

/* ---- excerpts ---- */

/* The last file and line an excerpt was taken from; messages come sorted by both. */
struct excerpt_file {
	const char *name;
	char *bytes;
	size_t n;
	int line;
	const char *start, *stop;	/* of line; start NULL: past the end */
};

static void excerpt_open(struct excerpt_file *f, const char *name)
{
	struct stat st;
	size_t got = 0;
	int fd;

	if (f->name == name)
		return;
	g_free(f->bytes);
	*f = (struct excerpt_file){ .name = name };
	fd = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);	/* a FIFO must not hang us */
	if (fd < 0)
		return;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size > EXCERPT_FILE_MAX)
		goto out;
	f->bytes = g_malloc((gsize)st.st_size + 1);
	while (got < (size_t)st.st_size) {
		ssize_t r = read(fd, f->bytes + got, (size_t)st.st_size - got);

		if (r < 0 && errno == EINTR)
			continue;
		if (r <= 0)
			break;
		got += (size_t)r;
	}
	f->n = got;
out:
	close(fd);
}

/* Goes on to line number `line`; false if there is none. */
static bool excerpt_seek(struct excerpt_file *f, int line)
{
	const char *end = f->bytes + f->n;

	if (f->line == 0 || line < f->line) {
		f->line = 1;
		f->start = f->bytes + (f->n >= 3 && memcmp(f->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
		f->stop = memchr(f->start, '\n', (size_t)(end - f->start));
	}
	for (; f->start && f->line < line; f->line++) {
		f->start = f->stop ? f->stop + 1 : NULL;
		f->stop = f->start ? memchr(f->start, '\n', (size_t)(end - f->start)) : NULL;
	}
	return f->start && f->start < end;
}

/* Line number `line` (from 1) without its end; NULL if there is none or it is not UTF-8. */
static char *excerpt_line(struct excerpt_file *f, int line)
{
	const char *stop;

	if (!f->bytes || line < 1 || !excerpt_seek(f, line))
		return NULL;
	stop = f->stop ? f->stop : f->bytes + f->n;
	if (stop - f->start > EXCERPT_LINE_MAX)
		return NULL;
	if (stop > f->start && stop[-1] == '\r')
		stop--;
	return g_utf8_validate(f->start, stop - f->start, NULL) ? g_strndup(f->start, (gsize)(stop - f->start)) : NULL;
}

static int columns_of(gunichar c)
{
	return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

/* The part of the line that is shown: characters [from, to), with room for the caret's. */
static void excerpt_window(const gunichar *s, glong n, glong caret, glong *from, glong *to)
{
	int width = 0;

	*from = *to = caret < n ? caret : n;
	for (glong i = 0; i < n; i++)
		width += columns_of(s[i]);
	if (width <= EXCERPT_COLUMNS) {
		*from = 0;
		*to = n;
		return;
	}
	/* A third before the caret, the rest after it; what one side does not need the other gets. */
	for (width = 0; *from > 0 && width < EXCERPT_COLUMNS / 3; )
		width += columns_of(s[--*from]);
	for (; *to < n && width < EXCERPT_COLUMNS; )
		width += columns_of(s[(*to)++]);
	for (; *from > 0 && width < EXCERPT_COLUMNS; )
		width += columns_of(s[--*from]);
}

static void print_excerpt(struct excerpt_file *f, struct src at, FILE *out, bool colour)
{
	char *line;
	gunichar *s;
	glong n, caret = at.col > 0 ? at.col - 1 : 0, from, to;
	GString *text = g_string_new("    "), *mark = g_string_new("    ");

	excerpt_open(f, at.file);
	line = excerpt_line(f, at.line);
	if (!line)
		goto out;
	s = g_utf8_to_ucs4_fast(line, -1, &n);
	excerpt_window(s, n, caret, &from, &to);
	if (from > 0) {
		g_string_append(text, "…");
		g_string_append_c(mark, ' ');
	}
	for (glong i = from; i < to; i++) {
		gunichar c = s[i] != '\t' && g_unichar_iscntrl(s[i]) ? ' ' : s[i];

		g_string_append_unichar(text, c);
		for (int w = columns_of(c); i < caret && w > 0; w--)
			g_string_append_c(mark, c == '\t' ? '\t' : ' ');
	}
	fprintf(out, "%s%s\n", text->str, to < n ? "…" : "");
	if (at.col > 0)
		fprintf(out, "%s%s^%s\n", mark->str, colour ? "\033[1;32m" : "", colour ? "\033[0m" : "");
	g_free(s);
out:
	g_free(line);
	g_string_free(text, TRUE);
	g_string_free(mark, TRUE);
}

static void print_place(struct src at, FILE *out)
{
	if (!at.file) {
		fputs("zivos: ", out);
		return;
	}
	char *file = printable(g_strdup(at.file));

	if (at.line <= 0)
		fprintf(out, "%s: ", file);
	else if (at.col <= 0)
		fprintf(out, "%s:%d: ", file, at.line);
	else
		fprintf(out, "%s:%d:%d: ", file, at.line, at.col);
	g_free(file);
}

void diag_print(const struct diag *d, FILE *out, bool colour)
{
	static const char *const colours[] = {
		[SEV_NOTE] = "\033[1;36m", [SEV_WARNING] = "\033[1;35m", [SEV_ERROR] = "\033[1;31m",
	};
	struct excerpt_file file = { .name = NULL };
	size_t n;
	struct entry *e = sorted(d, &n);

	for (size_t i = 0; i < n; i++) {
		const struct message *m = e[i].m;

		print_place(m->at, out);
		fprintf(out, "%s%s:%s %s: %s", colour ? colours[m->severity] : "",
			severity_name(m->severity), colour ? "\033[0m" : "", diag_key(m->id), m->text);
		if (m->page > 0)
			fprintf(out, _(" (page %d)"), m->page);
		fputc('\n', out);
		if (m->at.file && m->at.line > 0)
			print_excerpt(&file, m->at, out, colour);
	}
	g_free(file.bytes);
	g_free(e);
}

/* ---- JSON ---- */

void diag_print_json(const struct diag *d, FILE *out)
{
	/* Not translated: programs read these. */
	static const char *const names[] = {
		[SEV_NOTE] = "note", [SEV_WARNING] = "warning", [SEV_ERROR] = "error",
	};
	size_t n;
	struct entry *e = sorted(d, &n);

	fputc('[', out);
	for (size_t i = 0; i < n; i++) {
		const struct message *m = e[i].m;

		fprintf(out, "%s\n{\"code\":\"%s\",\"severity\":\"%s\",\"file\":", i ? "," : "",
			diag_key(m->id), names[m->severity]);
		if (m->at.file)
			json_print_string(m->at.file, out);
		else
			fputs("null", out);
		fprintf(out, ",\"line\":%d,\"column\":%d,\"page\":%d,\"text\":", m->at.line, m->at.col, m->page);
		json_print_string(m->text, out);
		fputc('}', out);
	}
	fputs(n ? "\n]" : "]", out);
	g_free(e);
}
