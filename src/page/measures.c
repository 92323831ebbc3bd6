/* src/page/measures.c - breaks by list and measures. */
#include "page/measures.h"
#include <string.h>
#include "base/arena.h"
#include "page/flow.h"
#include "para/hlist.h"
#include "para/lists.h"

#define LEAST 10			/* Pt; no line is asked to be shorter */

struct entry { const struct hlist *hlist; struct setting setting; };

struct measure unit_measure(const struct unit *u, Pt width, size_t n)
{
	Pt left = n == 0 ? u->indent : u->hang;

	if ((int)n < u->dropcap)
		left = u->dropcap_width;
	return (struct measure){ u->rtl ? 0 : left, MAX(width - left, LEAST) };
}

static guint entry_hash(gconstpointer p)
{
	const struct entry *e = p;
	const struct measures *m = &e->setting.measures;
	guint h = g_direct_hash(e->hlist);

	for (size_t i = 0; i < m->n; i++)
		h = h * 31u ^ g_double_hash(&m->line[i].width);
	return h;
}

static gboolean entry_equal(gconstpointer a, gconstpointer b)
{
	const struct entry *x = a, *y = b;
	const struct measures *m = &x->setting.measures, *o = &y->setting.measures;

	if (x->hlist != y->hlist || m->n != o->n)
		return FALSE;
	for (size_t i = 0; i < m->n; i++)
		if (m->line[i].left != o->line[i].left || m->line[i].width != o->line[i].width)
			return FALSE;
	return TRUE;
}

GHashTable *settings_new(void)
{
	return g_hash_table_new(entry_hash, entry_equal);
}

static struct measure line_at(const void *ctx, size_t n)
{
	return measures_line(ctx, n);
}

static bool alike(struct measure a, struct measure b)
{
	return a.left == b.left && a.width == b.width;
}

const struct setting *setting_by_line(GHashTable *settings, struct arena *a, const struct unit *u, const struct measure *line, size_t n)
{
	struct entry key, *e;

	while (n > 1 && alike(line[n - 1], line[n - 2]))
		n--;
	key = (struct entry){ u->hlist, { { n, line }, { { 0 }, { 0 }, { 0 } } } };
	e = g_hash_table_lookup(settings, &key);
	if (e)
		return &e->setting;
	e = arena_copy(a, &key, sizeof key);
	e->setting.measures.line = arena_copy(a, line, n * sizeof *line);
	hlist_open(u->hlist);
	e->setting.choice = linebreak(a, u->hlist, line_at, &e->setting.measures, n == 1);
	hlist_close(u->hlist);
	g_hash_table_add(settings, e);
	return &e->setting;
}

const struct setting *setting_in_column(GHashTable *settings, struct arena *a, const struct unit *u, Pt width)
{
	struct measure few[8], *line = few;
	size_t n = (size_t)MAX(u->dropcap, 1) + 1;
	const struct setting *s;

	if (n > G_N_ELEMENTS(few))
		line = g_new(struct measure, n);
	for (size_t i = 0; i < n; i++)
		line[i] = unit_measure(u, width, i);
	s = setting_by_line(settings, a, u, line, n);
	if (line != few)
		g_free(line);
	return s;
}
