/* src/preflight/finding.c - gathering and printing. */
#include "preflight/finding.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "base/json.h"

struct findings {
	GPtrArray *all;			/* struct finding * */
	GHashTable *seen;		/* "rule page text origin" -> struct finding * */
	GHashTable *numbers;		/* "rule page" -> how many different ones */
};

static void finding_free(void *p)
{
	struct finding *x = p;

	g_free(x->text);
	g_free((char *)x->origin.file);
	g_free(x);
}

struct findings *findings_new(void)
{
	struct findings *f = g_new(struct findings, 1);

	f->all = g_ptr_array_new_with_free_func(finding_free);
	f->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	f->numbers = g_hash_table_new(NULL, NULL);
	return f;
}

void findings_free(struct findings *f)
{
	if (!f)
		return;
	g_ptr_array_free(f->all, TRUE);
	g_hash_table_destroy(f->seen);
	g_hash_table_destroy(f->numbers);
	g_free(f);
}

/* Text of somebody's file must not steer the reader's terminal. */
static char *printable(const char *s)
{
	char *valid = g_utf8_make_valid(s, -1);
	GString *out = g_string_new(NULL);

	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		g_string_append_unichar(out, g_unichar_isprint(c) || c == ' ' ? c : 0xFFFD);
	}
	g_free(valid);
	return g_string_free(out, FALSE);
}

static void add_new(struct findings *f, struct finding from, char *key)
{
	struct finding *x = g_new(struct finding, 1);

	*x = from;
	g_ptr_array_add(f->all, x);
	g_hash_table_insert(f->seen, key, x);
}

void findings_add(struct findings *f, enum rule_id rule, enum severity severity, int page,
		  const struct mm_box *at, unsigned count, const char *text, struct src origin)
{
	gpointer number = GINT_TO_POINTER(page * R_COUNT + (int)rule + 1);
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(f->numbers, number));
	struct finding x = { rule, severity, page, at != NULL, at ? *at : (struct mm_box){ 0, 0, 0, 0 }, count, NULL, origin, false };
	char *key = g_strdup_printf("%d %d %d %s %s:%d", (int)rule, page, (int)severity, text, origin.file ? origin.file : "", origin.line);
	struct finding *old = g_hash_table_lookup(f->seen, key);

	if (!old && n >= MOST_A_PAGE) {
		text = _("more of the same kind");
		x.origin.file = NULL;
		g_free(key);
		key = g_strdup_printf("%d %d more", (int)rule, page);
		old = g_hash_table_lookup(f->seen, key);
	}
	if (old) {
		old->count += count;
		old->severity = MAX(old->severity, severity);
		g_free(key);
		return;
	}
	x.text = printable(text);
	x.origin.file = x.origin.file ? printable(x.origin.file) : NULL;
	add_new(f, x, key);
	g_hash_table_insert(f->numbers, number, GUINT_TO_POINTER(n + 1));
}

void findings_rename(struct findings *f, char *(*name)(const char *file, void *ctx), void *ctx)
{
	for (guint i = 0; i < f->all->len; i++) {
		struct finding *x = f->all->pdata[i];
		char *old = (char *)x->origin.file;

		if (old)
			x->origin.file = name(old, ctx);
		g_free(old);
	}
}

static int by_place(const void *pa, const void *pb)
{
	const struct finding *a = *(struct finding *const *)pa, *b = *(struct finding *const *)pb;

	if (a->rule != b->rule)
		return a->rule < b->rule ? -1 : 1;
	if (a->page != b->page)
		return a->page < b->page ? -1 : 1;
	if (a->at.y != b->at.y)
		return a->at.y < b->at.y ? -1 : 1;
	if (a->at.x != b->at.x)
		return a->at.x < b->at.x ? -1 : 1;
	return strcmp(a->text, b->text);
}

void findings_sort(struct findings *f)
{
	if (f->all->len)
		qsort(f->all->pdata, f->all->len, sizeof *f->all->pdata, by_place);
}

size_t findings_count(const struct findings *f, enum severity at_least)
{
	size_t n = 0;

	for (guint i = 0; i < f->all->len; i++)
		n += ((struct finding *)f->all->pdata[i])->severity >= at_least;
	return n;
}

const struct finding *findings_get(const struct findings *f, size_t i)
{
	return i < f->all->len ? f->all->pdata[i] : NULL;
}

void findings_hide(struct findings *f, size_t i)
{
	((struct finding *)f->all->pdata[i])->hidden = true;
}

/* ---- printing ---- */

/* The same sentence on several pages is one line, where it also has the same place in the XML. */
struct line { const struct finding *first; char *key; GString *pages; int from, to; size_t npages; };

static void end_pages(struct line *l)
{
	if (l->pages->len)
		g_string_append(l->pages, ", ");
	if (l->to > l->from)
		g_string_append_printf(l->pages, "%d-%d", l->from, l->to);
	else
		g_string_append_printf(l->pages, "%d", l->from);
}

static void add_page(struct line *l, int page)
{
	l->npages++;
	if (page == l->to + 1) {
		l->to = page;
		return;
	}
	end_pages(l);
	l->from = l->to = page;
}

/* "page 3", "pages 1-4, 7", or nothing where it is about the whole file. */
static char *pages_words(struct line *l)
{
	end_pages(l);
	return l->npages > 1 ? g_strdup_printf(_("pages %s"), l->pages->str) :
	       l->first->page > 0 ? g_strdup_printf(_("page %d"), l->first->page) : NULL;
}

char *finding_place(const struct finding *f)
{
	const struct mm_box *at = &f->at;

	if (!f->placed)
		return NULL;
	/* Never "-0.0". */
	return g_strdup_printf(_("%.1f mm from the left, %.1f mm from the top"), fabs(at->x) < 0.05 ? 0 : at->x, fabs(at->y) < 0.05 ? 0 : at->y);
}

static void print_line(struct line *l, const char *file, FILE *out, bool colour)
{
	static const char *const colours[] = {
		[SEV_NOTE] = "\033[1;36m", [SEV_WARNING] = "\033[1;35m", [SEV_ERROR] = "\033[1;31m",
	};
	const struct finding *x = l->first;
	char *pages = pages_words(l), *place = l->npages > 1 ? NULL : finding_place(x);

	if (x->origin.file)
		fprintf(out, "%s:%d:%d: ", x->origin.file, x->origin.line, x->origin.col);
	else
		fprintf(out, "%s: %s%s", file, pages ? pages : "", pages ? ": " : "");
	fprintf(out, "%s%s:%s %s: %s", colour ? colours[x->severity] : "", severity_name(x->severity),
		colour ? "\033[0m" : "", rules[x->rule].key, x->text);
	if (x->origin.file)
		fprintf(out, " (%s, %s%s%s)", file, pages ? pages : "", place ? ", " : "", place ? place : "");
	else if (place)
		fprintf(out, " (%s)", place);
	if (x->count > 1 && l->npages == 1)
		fprintf(out, ngettext(" (%u time)", " (%u times)", x->count), x->count);
	fprintf(out, "\n");
	g_free(pages);
	g_free(place);
	g_string_free(l->pages, TRUE);
	g_free(l->key);
	g_free(l);
}

/* The findings of one rule from index i on; returns where the next rule's begin. */
static guint print_rule(const struct findings *f, guint i, const char *file, FILE *out, bool colour)
{
	GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *lines = g_ptr_array_new();
	enum rule_id rule = ((struct finding *)f->all->pdata[i])->rule;
	enum severity worst = SEV_NOTE;

	for (; i < f->all->len && ((struct finding *)f->all->pdata[i])->rule == rule; i++) {
		struct finding *x = f->all->pdata[i];
		char *key = g_strdup_printf("%d %s:%d %s", (int)x->severity, x->origin.file ? x->origin.file : "", x->origin.line, x->text);
		struct line *l = g_hash_table_lookup(known, key);

		if (x->hidden) {
			g_free(key);
			continue;
		}
		worst = MAX(worst, x->severity);
		if (l) {
			add_page(l, x->page);
			g_free(key);
			continue;
		}
		l = g_new(struct line, 1);
		*l = (struct line){ x, key, g_string_new(NULL), x->page, x->page, 1 };
		g_hash_table_insert(known, key, l);
		g_ptr_array_add(lines, l);
	}
	for (guint k = 0; k < lines->len; k++)
		print_line(lines->pdata[k], file, out, colour);
	if (worst > SEV_NOTE)
		fprintf(out, "    %s\n", _(rules[rule].advice));
	g_ptr_array_free(lines, TRUE);
	g_hash_table_destroy(known);
	return i;
}

void findings_print(const struct findings *f, const char *file, FILE *out, bool colour)
{
	char *name = printable(file);

	for (guint i = 0; i < f->all->len; )
		i = print_rule(f, i, name, out, colour);
	g_free(name);
}

static void print_json(const struct finding *x, FILE *out)
{
	/* Not translated: programs read these. */
	static const char *const names[] = { [SEV_NOTE] = "note", [SEV_WARNING] = "warning", [SEV_ERROR] = "error" };

	fprintf(out, "{\"code\":\"%s\",\"severity\":\"%s\",\"page\":%d,", rules[x->rule].key, names[x->severity], x->page);
	if (x->placed)
		fprintf(out, "\"x\":%.2f,\"y\":%.2f,\"width\":%.2f,\"height\":%.2f,", x->at.x, x->at.y, x->at.w, x->at.h);
	else
		fputs("\"x\":null,\"y\":null,\"width\":null,\"height\":null,", out);
	fprintf(out, "\"count\":%u,\"file\":", x->count);
	if (x->origin.file)
		json_print_string(x->origin.file, out);
	else
		fputs("null", out);
	fprintf(out, ",\"line\":%d,\"column\":%d,\"text\":", x->origin.line, x->origin.col);
	json_print_string(x->text, out);
	fputs(",\"advice\":", out);
	json_print_string(_(rules[x->rule].advice), out);
	fputs(",\"source\":", out);
	json_print_string(rules[x->rule].source, out);
	fputc('}', out);
}

void findings_print_json(const struct findings *f, FILE *out)
{
	fputc('[', out);
	for (guint i = 0; i < f->all->len; i++) {
		fputs(i ? ",\n" : "\n", out);
		print_json(f->all->pdata[i], out);
	}
	fputs(f->all->len ? "\n]" : "]", out);
}
