/* src/page/flow/measures.c - breaks by list and measures. */
#include "page/flow/measures.h"
#include <string.h>
#include "base/arena.h"
#include "page/flow/flow.h"
#include "para/hlist.h"
#include "para/lists.h"

#define LEAST 10			/* Pt; no line is asked to be shorter */

struct entry { const struct hlist *hlist; struct setting setting; };

struct measure unit_measure(const struct unit *u, Pt width, size_t n)
{
	Pt left = n == 0 ? u->indent : u->hang;

	if ((int)n < u->dropcap)
		left = u->dropcap_tail > 0 && (int)n + 1 == u->dropcap ? u->dropcap_tail : u->dropcap_width - (n == 0 ? u->dropcap_closer : 0);
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

/* The last of several lines that are alike holds for all of them. */
static size_t distinct(const struct measure *line, size_t n)
{
	while (n > 1 && alike(line[n - 1], line[n - 2]))
		n--;
	return n;
}

const struct setting *setting_by_line(GHashTable *settings, struct arena *a, const struct unit *u, const struct measure *line, size_t n)
{
	struct entry key = { u->hlist, { { distinct(line, n), line }, { { 0 }, { 0 }, { 0 } } } }, *e;

	e = g_hash_table_lookup(settings, &key);
	if (e)
		return &e->setting;
	hlist_open(u->hlist);
	e = g_hash_table_lookup(settings, &key);	/* it may have come with the list: page/ahead.h */
	if (!e) {
		e = arena_copy(a, &key, sizeof key);
		e->setting.measures.line = arena_copy(a, line, key.setting.measures.n * sizeof *line);
		e->setting.choice = linebreak(a, u->hlist, line_at, &e->setting.measures, key.setting.measures.n == 1);
		g_hash_table_add(settings, e);
	}
	hlist_close(u->hlist);
	return &e->setting;
}

/* ---- a column's own width ---- */

struct lines { struct measure few[8], *line; size_t n; };

static void lines_open(struct lines *l, const struct unit *u, Pt width)
{
	l->n = (size_t)MAX(u->dropcap, 1) + 1;
	l->line = l->n > G_N_ELEMENTS(l->few) ? g_new(struct measure, l->n) : l->few;
	for (size_t i = 0; i < l->n; i++)
		l->line[i] = unit_measure(u, width, i);
	l->n = distinct(l->line, l->n);
}

static void lines_close(struct lines *l)
{
	if (l->line != l->few)
		g_free(l->line);
}

const struct setting *setting_in_column(GHashTable *settings, struct arena *a, const struct unit *u, Pt width)
{
	struct lines l;
	const struct setting *s;

	lines_open(&l, u, width);
	s = setting_by_line(settings, a, u, l.line, l.n);
	lines_close(&l);
	return s;
}

struct choice setting_prepare(struct arena *a, const struct unit *u, const struct hlist *list, Pt width)
{
	struct lines l;
	struct choice c;

	lines_open(&l, u, width);
	c = linebreak(a, list, line_at, &(struct measures){ l.n, l.line }, l.n == 1);
	lines_close(&l);
	return c;
}

static struct breaks breaks_copy(struct arena *a, const struct breaks *b)
{
	struct breaks c = *b;

	c.at = arena_copy(a, b->at, b->n * sizeof *b->at);
	c.hyphen = arena_copy(a, b->hyphen, b->n * sizeof *b->hyphen);
	return c;
}

void setting_enter(GHashTable *settings, struct arena *a, const struct unit *u, Pt width, const struct choice *c)
{
	struct lines l;
	struct entry key, *e;

	lines_open(&l, u, width);
	key = (struct entry){ u->hlist, { { l.n, l.line }, { { 0 }, { 0 }, { 0 } } } };
	if (!g_hash_table_contains(settings, &key)) {
		e = arena_copy(a, &key, sizeof key);
		e->setting.measures.line = arena_copy(a, l.line, l.n * sizeof *l.line);
		e->setting.choice = (struct choice){ breaks_copy(a, &c->natural), breaks_copy(a, &c->shorter), breaks_copy(a, &c->longer) };
		g_hash_table_add(settings, e);
	}
	lines_close(&l);
}
