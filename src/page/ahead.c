/*
 * src/page/ahead.c - a task for each text, a few of them offered at a time.
 *
 * A task shapes, makes the list and breaks it, with tools, arenas and messages
 * of its own. It is taken over by the main thread when the flow opens the
 * list; that offers the next ones. So the flow, which puts lines on pages
 * meanwhile, finds most texts ready, and memory stays bounded.
 */
#include "page/ahead.h"
#include "base/pool.h"
#include "page/flow/measures.h"
#include "page/texts.h"
#include "page/block/units.h"
#include "para/hlist.h"

struct ahead_text {
	struct task task;
	struct ahead *ahead;
	size_t index;
	const struct unit *unit;
	struct shape_entry *entry;
	/* what is made */
	struct arena *text, *items;
	const struct shaped *shaped;
	struct diag *found;
	struct hlist list;
	struct choice choice;		/* in items */
};

struct ahead {
	struct composer *c;
	struct pool *pool;
	Pt width;
	struct ahead_text *texts;
	size_t n, offered;
};

/* On any thread. Texts with page numbers are never ahead: those depend on the pass. */
static void make(void *text, unsigned worker)
{
	struct ahead_text *x = text;
	const struct shape_key *key = &x->entry->key;

	x->found = diag_new();
	x->text = arena_new();
	x->shaped = shape(x->text, key->copy, key->style, &x->ahead->c->helpers[worker], note_label, x->text, x->found);
	x->items = arena_new();
	x->list = *hlist_make(x->items, x->shaped);
	x->choice = setting_prepare(x->items, x->unit, &x->list, x->ahead->width);
}

static void offer_until(struct ahead *a, size_t end)
{
	for (; a->offered < MIN(end, a->n); a->offered++)
		pool_offer(a->pool, &a->texts[a->offered].task);
}

struct ahead *ahead_new(struct composer *c, const struct unit *units, size_t n, Pt width)
{
	struct ahead *a;

	if (!c->helpers || pool_threads(c->helpers->pool) == 1 || n == 0)
		return NULL;
	a = g_new0(struct ahead, 1);
	*a = (struct ahead){ .c = c, .pool = c->helpers->pool, .width = width, .texts = g_new0(struct ahead_text, n) };
	for (size_t i = 0; i < n; i++) {
		struct shape_entry *e = unit_text(c, &units[i]);

		if (!e || e->shaped || e->ahead)
			continue;
		e->ahead = &a->texts[a->n];
		*e->ahead = (struct ahead_text){
			.task = { .run = make, .ctx = e->ahead }, .ahead = a, .index = a->n++, .unit = &units[i], .entry = e,
		};
	}
	offer_until(a, AHEAD_MOST);
	return a;
}

void ahead_free(struct ahead *a)
{
	if (!a)
		return;
	for (size_t i = 0; i < a->n; i++) {
		struct ahead_text *x = &a->texts[i];

		if (i < a->offered)
			pool_drop(a->pool, &x->task);
		if (x->entry->ahead == x)
			x->entry->ahead = NULL;
		arena_free(x->items);
		arena_free(x->text);
		diag_free(x->found);
	}
	g_free(a->texts);
	g_free(a);
}

const struct shaped *ahead_take(struct ahead_text *x, struct arena **arena, struct diag **found)
{
	struct ahead *a = x->ahead;

	offer_until(a, x->index + 1 + AHEAD_MOST);
	pool_finish(a->pool, &x->task);
	setting_enter(a->c->caches->settings, a->c->arena, x->unit, a->width, &x->choice);
	*arena = x->text;
	*found = x->found;
	x->text = NULL;
	x->found = NULL;
	return x->shaped;
}

struct arena *ahead_list(struct ahead_text *x, struct hlist *out)
{
	struct arena *items = x->items;

	x->items = NULL;
	x->entry->ahead = NULL;
	*out = x->list;
	return items;
}
