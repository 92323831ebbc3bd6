/*
 * src/doc/parallel.c - texts in several languages, matched.
 *
 * Each text after the first is matched with what stands there already, so that
 * what only the second and third have comes to stand in one row, too.
 */
#include "doc/parallel.h"

#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/names.h"
#include "doc/node.h"

#define CELLS_MAX 4000000u		/* of the table that matches two texts; longer ones are matched in order alone */
/* A block left alone costs as much as a counterpart that is off by this: lengths vary by the root of their size. */
#define COST_ALONE 12.0
#define VARIANCE 6.8			/* Gale & Church: of a character's counterpart */

/* Blocks that belong together, one of each language. */
struct match { enum block_kind kind; const struct block *blocks[PARALLEL_MAX]; double length; /* in Latin letters, of the first */ };

struct matching {
	struct builder *b;
	struct parallel *p;
	GArray *groups;			/* struct match */
	struct src after[PARALLEL_MAX];	/* while they are reported in their order: where each text goes on from, its last block or its beginning */
};

/* These take the whole width: the languages' stand one under the other, and the text goes on after them. */
static bool is_data(enum block_kind kind)
{
	return kind == BLOCK_TABLE || kind == BLOCK_CHART;
}

/* ---- lengths ---- */

static double copy_length(const struct copy *c)
{
	return c ? (double)g_utf8_strlen(c->text, (gssize)c->len) : 0;
}

/* Characters that say as much as one in Latin script does (measured on the Declaration of Human Rights). */
static double density(const char *lang)
{
	static const struct { const char *script; double density; } rows[] = {
		{ "Hans", 0.24 }, { "Hant", 0.24 }, { "Hani", 0.24 }, { "Jpan", 0.35 }, { "Kore", 0.45 },
		{ "Ethi", 0.55 }, { "Arab", 0.7 }, { "Hebr", 0.7 }, { "Syrc", 0.7 },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (strcmp(rows[i].script, lang_script(lang)) == 0)
			return rows[i].density;
	return 1;
}

static double block_length(const struct block *k, const struct parallel_text *t)
{
	double n = copy_length(k->copy);

	for (size_t i = 0; i < k->nitems; i++)
		n += copy_length(k->items[i]);
	return n / density(t->lang);
}

/* How badly a block of length b goes with one of length a; a meant to be as long. */
static double mismatch(double a, double b)
{
	double mean = (a + b) / 2;

	return mean < 1 ? 0 : (a - b) * (a - b) / (VARIANCE * mean);
}

/* ---- matching one more text ---- */

enum step { STEP_BOTH, STEP_GROUP, STEP_BLOCK };

static bool same_kinds(const struct matching *m, const struct parallel_text *t)
{
	if (m->groups->len != t->nblocks)
		return false;
	for (guint i = 0; i < m->groups->len; i++)
		if (g_array_index(m->groups, struct match, i).kind != t->blocks[i]->kind)
			return false;
	return true;
}

static double group_length(const struct matching *m, guint i)
{
	return g_array_index(m->groups, struct match, i).length;
}

/* The cheapest steps through groups (rows) and blocks (columns) of these lengths, as a table of how each cell is reached. */
static uint8_t *find_steps(const struct matching *m, const struct parallel_text *t, const double *lengths)
{
	size_t n = m->groups->len, w = t->nblocks + 1;
	double *above = g_new(double, w), *row = g_new(double, w);
	uint8_t *steps = g_new(uint8_t, (n + 1) * w);

	for (size_t i = 0; i <= n; i++) {
		for (size_t k = 0; k < w; k++) {
			double best = i || k ? INFINITY : 0;
			enum step how = STEP_BOTH;

			if (i && k && g_array_index(m->groups, struct match, i - 1).kind == t->blocks[k - 1]->kind)
				best = above[k - 1] + mismatch(group_length(m, (guint)i - 1), lengths[k - 1]);
			if (i && above[k] + COST_ALONE < best) {
				best = above[k] + COST_ALONE;
				how = STEP_GROUP;
			}
			if (k && row[k - 1] + COST_ALONE < best) {
				best = row[k - 1] + COST_ALONE;
				how = STEP_BLOCK;
			}
			row[k] = best;
			steps[i * w + k] = (uint8_t)how;
		}
		memcpy(above, row, w * sizeof *row);
	}
	g_free(above);
	g_free(row);
	return steps;
}

static struct match group_of(const struct block *k, size_t text, double length)
{
	struct match g = { .kind = k->kind, .length = length };

	g.blocks[text] = k;
	return g;
}

/* Walks the table back from its end; groups come out last first. */
static void follow_steps(struct matching *m, const struct parallel_text *t, size_t text, const uint8_t *steps)
{
	size_t i = m->groups->len, k = t->nblocks, w = k + 1;
	GArray *back = g_array_new(FALSE, TRUE, sizeof(struct match)), *out = g_array_new(FALSE, TRUE, sizeof(struct match));

	while (i || k) {
		enum step how = steps[i * w + k];
		struct match g = i ? g_array_index(m->groups, struct match, i - 1) : (struct match){ .length = 0 };

		if (how == STEP_BLOCK)
			g = group_of(t->blocks[k - 1], text, block_length(t->blocks[k - 1], t));
		else if (how == STEP_BOTH)
			g.blocks[text] = t->blocks[k - 1];
		i -= how != STEP_BLOCK;
		k -= how != STEP_GROUP;
		g_array_append_val(back, g);
	}
	for (guint n = back->len; n-- > 0; )
		g_array_append_vals(out, &g_array_index(back, struct match, n), 1);
	g_array_unref(back);
	g_array_unref(m->groups);
	m->groups = out;
}

/* In order, as far as the kinds agree. */
static void match_in_order(struct matching *m, const struct parallel_text *t, size_t text)
{
	for (size_t i = 0; i < t->nblocks; i++) {
		struct match *g = i < m->groups->len ? &g_array_index(m->groups, struct match, i) : NULL;

		if (g && g->kind == t->blocks[i]->kind) {
			g->blocks[text] = t->blocks[i];
		} else {
			struct match own = group_of(t->blocks[i], text, block_length(t->blocks[i], t));
			g_array_append_val(m->groups, own);
		}
	}
}

static double *block_lengths(const struct parallel_text *t)
{
	double *lengths = g_new(double, t->nblocks + 1);

	for (size_t i = 0; i < t->nblocks; i++)
		lengths[i] = block_length(t->blocks[i], t);
	return lengths;
}

static void match_text(struct matching *m, size_t text)
{
	const struct parallel_text *t = &m->p->texts[text];
	double *lengths;
	uint8_t *steps;

	if (same_kinds(m, t) || (m->groups->len + 1.0) * ((double)t->nblocks + 1) > CELLS_MAX) {
		match_in_order(m, t, text);
	} else {
		lengths = block_lengths(t);
		steps = find_steps(m, t, lengths);
		follow_steps(m, t, text, steps);
		g_free(steps);
		g_free(lengths);
	}
}

/* ---- what stands alone ---- */

/* The languages that lack it, each with where it should stand. */
static char *lacking(const struct matching *m, const bool *has)
{
	GString *s = g_string_new(NULL);

	for (size_t t = 0; t < m->p->ntexts; t++) {
		struct src at = m->after[t];
		const char *slash = strrchr(at.file, '/');

		if (!has[t])
			g_string_append_printf(s, _("%s%s (after %s:%d)"), s->len ? ", " : "", m->p->texts[t].lang,
					       slash ? slash + 1 : at.file, at.line);
	}
	return g_string_free(s, FALSE);
}

static void report_alone(const struct matching *m, const struct match *g)
{
	static const char *const names[BLOCK_KINDS] = {
		[BLOCK_P] = "p", [BLOCK_SUBHEAD] = "subhead", [BLOCK_LIST] = "list", [BLOCK_VERSE] = "verse",
		[BLOCK_TABLE] = "table", [BLOCK_CHART] = "chart",
	};
	bool has[PARALLEL_MAX], all = true;
	size_t own = PARALLEL_MAX;
	char *others;

	for (size_t t = 0; t < m->p->ntexts; t++) {
		has[t] = g->blocks[t] != NULL;
		all = all && has[t];
		if (has[t] && own == PARALLEL_MAX)
			own = t;
	}
	if (all)
		return;
	others = lacking(m, has);
	diag_add(m->b->d, D_PARALLEL_UNMATCHED, g->blocks[own]->at,
		 is_data(g->kind) ?
		 _("this <%s> in %s has no counterpart in %s and stands alone; translate it there, or put it between two <parallel> if it is for all languages") :
		 _("this <%s> in %s has no counterpart in %s and stands alone; translate it there, or write an empty <p/> there if it is meant so"),
		 names[g->kind], m->p->texts[own].lang, others);
	g_free(others);
}

/* ---- rows ---- */

static bool has_items(enum block_kind kind)
{
	return kind == BLOCK_LIST || kind == BLOCK_VERSE;
}

/* The items of a block from *at on; *gap: one between stanzas was passed. */
static const struct copy *next_item(const struct block *k, size_t *at, bool *gap)
{
	*gap = false;
	while (k && *at < k->nitems && !k->items[*at]) {
		*gap = true;
		++*at;
	}
	return k && *at < k->nitems ? k->items[(*at)++] : NULL;
}

static void report_item(const struct matching *m, const struct match *g, const struct parallel_row *row)
{
	bool has[PARALLEL_MAX], all = true;
	size_t own = PARALLEL_MAX;
	char *others;

	for (size_t t = 0; t < m->p->ntexts; t++) {
		has[t] = row->cells[t].copy || !g->blocks[t];	/* the whole block was reported */
		all = all && has[t];
		if (row->cells[t].copy && own == PARALLEL_MAX)
			own = t;
	}
	if (all)
		return;
	others = lacking(m, has);
	diag_add(m->b->d, D_PARALLEL_UNMATCHED, row->cells[own].copy->at,
		 g->kind == BLOCK_LIST ? _("this <item> in %s has no counterpart in the list in %s and stands alone") :
					 _("this <line> in %s has no counterpart in the poem in %s and stands alone"),
		 m->p->texts[own].lang, others);
	g_free(others);
}

/* The poets' names, under the last line. */
static void add_by(struct matching *m, const struct match *g, GArray *rows)
{
	struct parallel_row row = { .kind = g->kind, .by = true, .last = true };
	bool any = false;

	for (size_t t = 0; t < m->p->ntexts; t++) {
		const struct block *k = g->blocks[t];

		if (k && k->by)
			row.cells[t] = (struct parallel_cell){ k->by, k, 0 };
		any = any || row.cells[t].copy;
	}
	if (!any)
		return;
	g_array_index(rows, struct parallel_row, rows->len - 1).last = false;
	g_array_append_val(rows, row);
}

/* Items and lines stand side by side one by one. */
static void add_items(struct matching *m, const struct match *g, GArray *rows)
{
	size_t at[PARALLEL_MAX] = { 0 };
	guint first = rows->len;

	for (bool any = true; any; ) {
		struct parallel_row row = { .kind = g->kind, .first = rows->len == first };

		any = false;
		for (size_t t = 0; t < m->p->ntexts; t++) {
			bool gap;
			const struct copy *c = next_item(g->blocks[t], &at[t], &gap);

			row.first = row.first || (c && gap);
			if (c)
				row.cells[t] = (struct parallel_cell){ c, g->blocks[t], at[t] - 1 };
			any = any || c;
		}
		if (!any)
			break;
		report_item(m, g, &row);
		g_array_append_val(rows, row);
	}
	if (rows->len == first)
		return;
	g_array_index(rows, struct parallel_row, rows->len - 1).last = true;
	add_by(m, g, rows);
}

static void add_row(struct matching *m, const struct match *g, GArray *rows)
{
	struct parallel_row row = { .kind = g->kind, .first = true, .last = true };
	bool any = false;

	for (size_t t = 0; t < m->p->ntexts; t++) {
		const struct copy *c = g->blocks[t] ? g->blocks[t]->copy : NULL;

		if (c)
			row.cells[t] = (struct parallel_cell){ c, g->blocks[t], 0 };
		any = any || c;
	}
	if (any)
		g_array_append_val(rows, row);
}

static void match_all(struct matching *m)
{
	for (size_t t = 0; t < m->p->ntexts; t++)
		match_text(m, t);
	for (size_t t = 0; t < m->p->ntexts; t++)
		m->after[t] = m->p->texts[t].at;
}

/* ---- blocks ---- */

/* Says what a group lacks; groups come in their order. */
static void pass_group(struct matching *m, const struct match *g)
{
	report_alone(m, g);
	for (size_t t = 0; t < m->p->ntexts; t++)
		if (g->blocks[t])
			m->after[t] = g->blocks[t]->at;
}

/* The blocks of groups [from, to) in one language. */
static void take_text(const struct matching *m, guint from, guint to, size_t text, struct parallel_text *t)
{
	*t = m->p->texts[text];
	t->blocks = arena_make_array(m->b->a, to - from, struct block *);
	t->nblocks = 0;
	for (guint i = from; i < to; i++) {
		const struct match *g = &g_array_index(m->groups, struct match, i);

		if (g->blocks[text])
			t->blocks[t->nblocks++] = (struct block *)g->blocks[text];
	}
}

/* A parallel text of groups [from, to), after those blocks that are there. */
static void add_stretch(struct matching *m, const struct block *whole, guint from, guint to, GPtrArray *blocks)
{
	GArray *rows = g_array_new(FALSE, TRUE, sizeof(struct parallel_row));
	struct block *k = arena_copy(m->b->a, whole, sizeof *whole);
	struct parallel *p = arena_copy(m->b->a, m->p, sizeof *m->p);

	p->texts = arena_make_array(m->b->a, p->ntexts, struct parallel_text);
	for (size_t t = 0; t < p->ntexts; t++)
		take_text(m, from, to, t, &p->texts[t]);
	for (guint i = from; i < to; i++) {
		const struct match *g = &g_array_index(m->groups, struct match, i);

		pass_group(m, g);
		if (has_items(g->kind))
			add_items(m, g, rows);
		else
			add_row(m, g, rows);
	}
	p->nrows = rows->len;
	p->rows = arena_copy(m->b->a, rows->data, rows->len * sizeof(struct parallel_row));
	k->parallel = p;
	if (rows->len)
		g_ptr_array_add(blocks, k);
	g_array_unref(rows);
}

/* Tables and charts part the text: before, they, after. */
static void add_blocks(struct matching *m, const struct block *whole, GPtrArray *blocks)
{
	guint from = 0;

	for (guint i = 0; i < m->groups->len; i++) {
		const struct match *g = &g_array_index(m->groups, struct match, i);

		if (!is_data(g->kind))
			continue;
		add_stretch(m, whole, from, i, blocks);
		pass_group(m, g);
		for (size_t t = 0; t < m->p->ntexts; t++)
			if (g->blocks[t])
				g_ptr_array_add(blocks, (gpointer)g->blocks[t]);
		from = i + 1;
	}
	add_stretch(m, whole, from, m->groups->len, blocks);
}

/* ---- reading ---- */

static enum parallel_manner manner_of(const struct node *n)
{
	static const char *const names[] = { "columns", "facing", "interleaved" };
	const char *s = node_get(n, "arrange");

	for (size_t i = 0; s && i < G_N_ELEMENTS(names); i++)
		if (strcmp(s, names[i]) == 0)
			return (enum parallel_manner)(PARALLEL_COLUMNS + i);
	return PARALLEL_UNSAID;
}

static bool has_text(const struct parallel_text *t)
{
	for (size_t i = 0; i < t->nblocks; i++)
		if (t->blocks[i]->copy || t->blocks[i]->nitems || is_data(t->blocks[i]->kind))
			return true;
	return false;
}

/* One <text>; false: it cannot be used, reported. */
static bool read_text(struct builder *b, const struct node *n, const char *outer, const struct parallel *p,
		      blocks_reader read_blocks, struct parallel_text *t)
{
	*t = (struct parallel_text){ .lang = names_lang(b, n, outer), .at = n->at };
	t->rtl = lang_is_rtl(t->lang);
	for (size_t i = 0; i < p->ntexts; i++) {
		if (strcmp(p->texts[i].lang, t->lang) != 0)
			continue;
		diag_add(b->d, D_TOO_MANY, node_attr_at(n, "xml:lang"),
			 _("a second <text> in %s; each language has one; left out"), t->lang);
		return false;
	}
	if (p->ntexts == PARALLEL_MAX) {
		diag_add(b->d, D_TOO_MANY, n->at, _("<parallel> holds %d languages at most; left out"), PARALLEL_MAX);
		return false;
	}
	t->blocks = read_blocks(b, n, t->lang, &t->nblocks);
	if (has_text(t))
		return true;
	if (!n->cut && n->first)	/* else the reader has said so */
		diag_add(b->d, D_MISSING, n->at, _("this <text> is empty; left out"));
	return false;
}

void parallel_append(struct builder *b, const struct node *n, const char *lang, blocks_reader read_blocks, GPtrArray *blocks)
{
	struct block whole = { .kind = BLOCK_PARALLEL, .at = n->at, .lang = lang };
	struct parallel *p = arena_make(b->a, struct parallel);
	struct matching m = { .b = b, .p = p };

	p->manner = manner_of(n);
	p->texts = arena_make_array(b->a, PARALLEL_MAX, struct parallel_text);
	for (const struct node *c = n->first; c; c = c->next) {
		struct parallel_text t;

		if (node_is(c, "text") && read_text(b, c, lang, p, read_blocks, &t))
			p->texts[p->ntexts++] = t;
	}
	if (p->ntexts == 0)
		return;
	if (p->ntexts == 1 && !n->cut)
		diag_add(b->d, D_MISSING, n->at, _("<parallel> has a <text> in %s alone; it wants one in each of two to %d languages"),
			 p->texts[0].lang, PARALLEL_MAX);
	m.groups = g_array_new(FALSE, TRUE, sizeof(struct match));
	match_all(&m);
	add_blocks(&m, &whole, blocks);
	g_array_unref(m.groups);
}
