/*
 * src/page/parts.c - parts composed ahead, joined in order, taken over from pass to pass.
 *
 * Where a part begins, those before it decide. Mostly their authors say how
 * many pages they take, so the numbers can be counted, and parts that do not
 * stand in each other's way are composed side by side. When a part's turn comes
 * it is looked at whether it was composed for what holds now; if not, it is
 * composed again, with those after it. After each such disappointment fewer are composed ahead.
 *
 * A long text is composed alone: then the other threads make its paragraphs
 * ready (page/ahead.h).
 */
#include "page/parts.h"
#include <string.h>
#include "base/pool.h"
#include "doc/copies.h"
#include "page/compose.h"
#include "page/fit/fit.h"
#include "para/lists.h"

#define AHEAD_PARTS 64			/* parts that are composed side by side, at most */
#define LONG_TEXT 60000			/* bytes: some twenty pages */

struct portion {
	const struct part *part;	/* NULL: it is not one of articles */
	size_t size;			/* bytes of text */
	bool composed;
	struct composer c;		/* from its first composition on, until parts_close() */
	bool *fillers;			/* those that were used when it was composed */
	struct fit_request fit;
	struct diag *found;		/* holds for all passes */
};

struct parts {
	const struct issue *issue;
	struct text_tools *tools;
	struct portion *portion;	/* one a part of the issue */
	size_t ahead;			/* parts composed side by side */
};

/* ---- numbers of pages ------------------------------------------------------------------- */

static int count_ads(const struct part *p, bool full)
{
	int n = 0;

	for (size_t i = 0; i < p->nads; i++)
		n += (p->ads[i]->size == AD_FULL) == full;
	return n;
}

/* Pages of the article that stand where it goes on. */
static int rest_pages(const struct issue *is, const struct part *rest)
{
	for (size_t i = 0; i < is->nparts; i++)
		if (is->parts[i]->rest == rest)
			return is->parts[i]->pages - is->parts[i]->jump;
	return 0;
}

/* Pages that a part takes by what its author says, full advertisements left out; -1: he does not. */
static int pages_said(const struct issue *is, const struct part *p)
{
	switch (p->kind) {
	case PART_ARTICLES:
		if (p->narticles == 0)
			return 0;
		return p->rest ? p->jump : p->pages > 0 ? p->pages : -1;
	case PART_REST:
		return rest_pages(is, p);
	case PART_AD:
		return count_ads(p, false) ? -1 : 0;
	default:
		return 1;
	}
}

/* The same; what was composed before tells it, too. */
static int pages_expected(const struct parts *p, size_t i)
{
	const struct portion *x = &p->portion[i];

	return x->composed ? sheets_last(&x->c) - x->c.before : pages_said(p->issue, p->issue->parts[i]);
}

static int blanks_before(const struct issue *is, size_t i, int lacking)
{
	return is->blanks == BLANKS_INSIDE && i > 0 && i + 1 == is->nparts ? lacking : 0;
}

static void guess_starts(GHashTable *starts, const struct part *p, int page)
{
	for (size_t i = 0; i < p->narticles; i++)
		g_hash_table_insert(starts, p->articles[i], GINT_TO_POINTER(page));
	if (p->kind == PART_REST)
		g_hash_table_insert(starts, (gpointer)p, GINT_TO_POINTER(page));
}

GHashTable *parts_guess(const struct issue *is, int multiple)
{
	GHashTable *starts;
	int n = 0, lacking, page = 1;

	for (size_t i = 0; i < is->nparts; i++) {
		if (pages_said(is, is->parts[i]) < 0)
			return NULL;
		n += pages_said(is, is->parts[i]) + count_ads(is->parts[i], true);
	}
	starts = g_hash_table_new(NULL, NULL);
	lacking = n > multiple ? (multiple - n % multiple) % multiple : 0;
	for (size_t i = 0; i < is->nparts; i++) {
		page += blanks_before(is, i, lacking);
		guess_starts(starts, is->parts[i], page);
		page += pages_said(is, is->parts[i]) + count_ads(is->parts[i], true);
	}
	if (is->blanks == BLANKS_INSIDE)
		g_hash_table_insert(starts, (gpointer)is, GINT_TO_POINTER(lacking));
	return starts;
}

/* ---- one part --------------------------------------------------------------------------- */

/* For all sheets of a portion, and those that are kept for where its article goes on. */
static void each_sheet(const struct portion *x, void (*call)(struct sheet *s))
{
	GHashTableIter it;
	gpointer apart;

	for (guint i = 0; i < x->c.sheets->len; i++)
		call(g_ptr_array_index(x->c.sheets, i));
	g_hash_table_iter_init(&it, x->c.apart);
	while (g_hash_table_iter_next(&it, NULL, &apart))
		for (guint i = 0; i < ((GPtrArray *)apart)->len; i++)
			call(g_ptr_array_index((GPtrArray *)apart, i));
}

static void portion_clear(struct portion *x)
{
	if (!x->composed)
		return;
	each_sheet(x, sheet_clear);
	composer_clear(&x->c);
	g_hash_table_unref(x->c.start_of);
	g_hash_table_unref(x->c.asked);
	diag_free(x->c.diag);
	x->composed = false;
}

/* Its composer is as that of the issue, with everything that it writes its own. */
static void portion_open(struct portion *x, const struct composer *c, int before)
{
	struct composer own = *c;
	size_t n = c->issue->nfillers;

	portion_clear(x);
	own.arena = x->c.arena ? x->c.arena : arena_new();
	own.caches = x->c.caches ? x->c.caches : caches_new();
	own.before = before;
	own.diag = diag_new();
	own.asked = g_hash_table_new(NULL, NULL);
	own.start_of = g_hash_table_new(NULL, NULL);
	own.filler_used = arena_copy(own.arena, c->filler_used, n * sizeof *c->filler_used);
	own.refs_used = own.put_off = false;
	composer_open(&own);
	x->fit = (struct fit_request){ .article = c->fit->article, .notes = c->fit->notes };
	own.fit = &x->fit;
	x->c = own;
	x->fillers = arena_copy(own.arena, c->filler_used, n * sizeof *c->filler_used);
}

static void caches_close(struct portion *x)
{
	if (x->c.caches) {
		diag_merge(x->found, x->c.caches->diag);
		caches_free(x->c.caches);
	}
	x->c.caches = NULL;
}

static void portion_compose(struct portion *x, struct text_tools *tools, struct text_tools *helpers)
{
	x->c.tools = tools;
	x->c.helpers = helpers;
	compose_part(&x->c, x->part);
	x->composed = true;
	each_sheet(x, sheet_keep);
	if (x->c.once)			/* nobody asks again */
		caches_close(x);
	else
		lists_give_up(x->c.caches->lists);
}

/* Whether its pages are what composing it now would make them. */
static bool holds(const struct portion *x, const struct composer *c, int before)
{
	GHashTableIter it;
	gpointer of, page;

	if (!x->composed || x->c.before != before || (x->c.put_off && c->known))
		return false;
	if (x->part->template->fillers && memcmp(x->fillers, c->filler_used, c->issue->nfillers * sizeof *x->fillers) != 0)
		return false;
	g_hash_table_iter_init(&it, x->c.asked);
	while (g_hash_table_iter_next(&it, &of, &page))
		if (page_known((struct composer *)c, of) != GPOINTER_TO_INT(page))
			return false;
	return true;
}

/* ---- several ---------------------------------------------------------------------------- */

struct batch { struct parts *parts; struct portion *portion[AHEAD_PARTS]; size_t n; };

static void compose_one(void *batch, size_t i, unsigned worker)
{
	struct batch *b = batch;

	portion_compose(b->portion[i], &b->parts->tools[worker], NULL);
}

/* The longest first, so that all threads end at about the same time. */
static int by_size(gconstpointer a, gconstpointer b)
{
	const struct portion *x = *(struct portion *const *)a, *y = *(struct portion *const *)b;

	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Part i, and those after it whose first page can be counted and whose text is not long. */
static void batch_fill(struct batch *b, struct parts *p, const struct composer *c, size_t i, int before)
{
	int lacking = c->known ? page_known((struct composer *)c, c->issue) : 0;

	for (size_t k = i; k < p->issue->nparts && b->n < p->ahead; k++) {
		struct portion *x = &p->portion[k];
		int pages = pages_expected(p, k);

		if (k > i)
			before += blanks_before(p->issue, k, lacking);
		if (k == i || (x->part && x->size < LONG_TEXT && !holds(x, c, before))) {
			portion_open(x, c, before);
			b->portion[b->n++] = x;
		}
		if (pages < 0 || p->portion[i].size >= LONG_TEXT)
			return;
		before += pages + count_ads(p->issue->parts[k], true);
	}
}

static void compose_from(struct parts *p, const struct composer *c, size_t i, int before)
{
	struct batch b = { .parts = p };

	if (p->portion[i].composed && p->ahead > 1)
		p->ahead /= 2;
	batch_fill(&b, p, c, i, before);
	if (b.n == 1) {
		portion_compose(b.portion[0], p->tools, p->tools);
		return;
	}
	qsort(b.portion, b.n, sizeof *b.portion, by_size);
	pool_each(p->tools->pool, b.n, compose_one, &b);
}

static void join(struct portion *x, struct composer *c)
{
	struct copyfit **end = &c->fit->found;
	GHashTableIter it;
	gpointer key, value;

	each_sheet(x, sheet_restore);
	for (guint i = 0; i < x->c.sheets->len; i++)
		g_ptr_array_add(c->sheets, g_ptr_array_index(x->c.sheets, i));
	g_hash_table_iter_init(&it, x->c.apart);
	while (g_hash_table_iter_next(&it, &key, &value))
		g_hash_table_insert(c->apart, key, g_ptr_array_ref(value));
	g_hash_table_iter_init(&it, x->c.start_of);
	while (g_hash_table_iter_next(&it, &key, &value))
		g_hash_table_insert(c->start_of, key, value);
	g_array_append_vals(c->bookmarks, x->c.bookmarks->data, x->c.bookmarks->len);
	g_array_append_vals(c->spreads, x->c.spreads->data, x->c.spreads->len);
	diag_repeat(c->diag, x->c.diag);
	if (x->part->template->fillers)
		memcpy(c->filler_used, x->c.filler_used, c->issue->nfillers * sizeof *c->filler_used);
	c->refs_used |= x->c.refs_used;
	while (*end)
		end = &(*end)->next;
	*end = x->fit.found;
	if (x->fit.found)		/* the part's only one; in the pass before others came after it */
		x->fit.found->next = NULL;
}

void parts_join(struct parts *p, struct composer *c, size_t i)
{
	int before = sheets_last(c);

	if (!holds(&p->portion[i], c, before))
		compose_from(p, c, i, before);
	join(&p->portion[i], c);
}

/* ---- all ---------------------------------------------------------------------------------- */

static void add_size(void *owners, const struct copy *copy, const struct article *a, bool part)
{
	struct portion *x = a ? g_hash_table_lookup(owners, a) : NULL;

	(void)part;
	if (x)
		x->size += copy->len;
}

struct parts *parts_new(const struct issue *is, struct text_tools *tools)
{
	struct parts *p = g_new0(struct parts, 1);
	GHashTable *owners = g_hash_table_new(NULL, NULL);

	*p = (struct parts){ is, tools, g_new0(struct portion, is->nparts), pool_threads(tools->pool) > 1 ? AHEAD_PARTS : 1 };
	for (size_t i = 0; i < is->nparts; i++) {
		const struct part *part = is->parts[i];

		if (part->kind != PART_ARTICLES || part->narticles == 0)
			continue;
		p->portion[i].part = part;
		p->portion[i].found = diag_new();
		for (size_t k = 0; k < part->narticles; k++)
			g_hash_table_insert(owners, part->articles[k], &p->portion[i]);
	}
	copies_visit(is, &(struct copies_visitor){ add_size, owners });
	g_hash_table_unref(owners);
	return p;
}

static void drop_arena(void *arena)
{
	arena_free(arena);
}

void parts_close(struct parts *p, struct arena *a, struct diag *d)
{
	for (size_t i = 0; i < p->issue->nparts; i++) {
		struct portion *x = &p->portion[i];

		if (!x->part)
			continue;
		portion_clear(x);
		caches_close(x);
		diag_merge(d, x->found);
		diag_free(x->found);
		if (x->c.arena)
			arena_defer(a, drop_arena, x->c.arena);
	}
	g_free(p->portion);
	g_free(p);
}
