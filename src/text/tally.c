/* src/text/tally.c - groups of findings in order, found again by their key. */
#include "text/tally.h"
#include <glib.h>
#include <stdarg.h>
#include "base/i18n.h"

enum { LINES_SHOWN = 5 };

struct group {
	enum diag_id id;
	struct src at;
	char *text;
	size_t count, nlines;		/* nlines: different lines after the first */
	int line[LINES_SHOWN];
};

struct tally {
	GPtrArray *groups;
	GHashTable *by_key;
};

static void group_free(void *p)
{
	struct group *g = p;

	g_free(g->text);
	g_free(g);
}

struct tally *tally_new(void)
{
	struct tally *t = g_new0(struct tally, 1);

	t->groups = g_ptr_array_new_with_free_func(group_free);
	t->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return t;
}

/* Findings come in the order of the text, so that a line comes again at once or not at all. */
static void count_line(struct group *g, struct src at)
{
	int last = g->nlines && g->nlines <= LINES_SHOWN ? g->line[g->nlines - 1] : g->at.line;

	g->count++;
	if (at.file != g->at.file || at.line == last || g->nlines > LINES_SHOWN)
		return;
	if (g->nlines < LINES_SHOWN)
		g->line[g->nlines] = at.line;
	g->nlines++;
}

void tally_add(struct tally *t, enum diag_id id, const void *part, const char *key, struct src at, const char *fmt, ...)
{
	char *whole = g_strdup_printf("%d %p %s %s", id, part, at.file ? at.file : "", key);
	struct group *g = g_hash_table_lookup(t->by_key, whole);
	va_list args;

	if (g) {
		count_line(g, at);
		g_free(whole);
		return;
	}
	g = g_new0(struct group, 1);
	g->id = id;
	g->at = at;
	g->count = 1;
	va_start(args, fmt);
	g->text = g_strdup_vprintf(fmt, args);
	va_end(args);
	g_ptr_array_add(t->groups, g);
	g_hash_table_insert(t->by_key, whole, g);
}

static void report(const struct group *g, struct diag *d)
{
	GString *lines = g_string_new(NULL);

	for (size_t i = 0; i < MIN(g->nlines, LINES_SHOWN); i++)
		g_string_append_printf(lines, "%s%d", i ? ", " : "", g->line[i]);
	if (g->nlines > LINES_SHOWN)
		g_string_append(lines, ", …");
	if (g->count == 1)
		diag_add(d, g->id, g->at, "%s", g->text);
	else if (g->nlines)
		diag_add(d, g->id, g->at, _("%s (%zu times; also in line %s)"), g->text, g->count, lines->str);
	else
		diag_add(d, g->id, g->at, _("%s (%zu times)"), g->text, g->count);
	g_string_free(lines, TRUE);
}

void tally_report(struct tally *t, struct diag *d)
{
	for (guint i = 0; i < t->groups->len; i++)
		report(t->groups->pdata[i], d);
	g_hash_table_unref(t->by_key);
	g_ptr_array_unref(t->groups);
	g_free(t);
}
