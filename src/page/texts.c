/* src/page/texts.c - shaped texts by copy and style, kept over passes and attempts, given up when they have been put. */
#include "page/texts.h"
#include "page/ahead.h"
#include "page/flow/measures.h"
#include "para/hlist.h"
#include "para/lists.h"

/* Lists of ten pages of text, so that most issues never make one twice. */
#define LISTS_ROOM (4u << 20)

static guint key_hash(gconstpointer p)
{
	const struct shape_key *k = p;
	return g_direct_hash(k->copy) * 31u ^ g_direct_hash(k->style);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
	const struct shape_key *x = a, *y = b;
	return x->copy == y->copy && x->style == y->style;
}

static void entry_drop(gpointer entry)
{
	struct shape_entry *e = entry;

	arena_free(e->arena);
}

struct caches *caches_new(void)
{
	struct caches *k = g_new0(struct caches, 1);

	k->shaped = g_hash_table_new_full(key_hash, key_equal, NULL, entry_drop);
	k->settings = settings_new();
	k->lists = lists_new(LISTS_ROOM);
	made_init(&k->made);
	k->diag = diag_new();
	return k;
}

void caches_free(struct caches *k)
{
	lists_free(k->lists);
	g_hash_table_unref(k->shaped);
	g_hash_table_unref(k->settings);
	made_clear(&k->made);
	if (k->blocks)
		g_hash_table_unref(k->blocks);
	diag_free(k->diag);
	g_free(k);
}

/* Text of the author's without page numbers: it stays the same from pass to pass. */
static bool keeps(const struct copy *copy)
{
	for (size_t i = 0; i < copy->nruns; i++)
		if (copy->runs[i].ref)
			return false;
	return copy->source != NULL;
}

/* What shaping finds is said the first time. */
static void shape_entry(struct composer *c, struct shape_entry *e)
{
	struct diag *again = e->said ? diag_new() : NULL, *d = again ? again : e->keep ? c->caches->diag : c->diag;

	if (e->keep)
		e->arena = arena_new();
	e->shaped = shape(e->keep ? e->arena : c->arena, e->key.copy, e->key.style, c->tools, run_label, c, d);
	e->said = true;
	diag_free(again);
}

/* What another thread has made of it, as if it had been made now. */
static void take_over(struct shape_entry *e)
{
	struct diag *found;

	e->shaped = ahead_take(e->ahead, &e->arena, &found);
	if (!e->said)
		diag_merge(e->caches->diag, found);
	e->said = true;
	diag_free(found);
}

static const struct shaped *entry_text(struct shape_entry *e)
{
	if (!e->shaped && e->ahead)
		take_over(e);
	else if (!e->shaped)
		shape_entry(e->caches->composer, e);
	return e->shaped;
}

static struct arena *entry_list(void *entry, struct hlist *out)
{
	struct shape_entry *e = entry;
	const struct shaped *text = entry_text(e);
	struct arena *items = e->ahead ? ahead_list(e->ahead, out) : NULL;

	if (!items) {
		items = arena_new();
		*out = *hlist_make(items, text);
	}
	return items;
}

struct shape_entry *texts_find(const struct composer *c, const struct copy *copy, const struct style *s)
{
	return g_hash_table_lookup(c->caches->shaped, &(struct shape_key){ copy, s });
}

static struct shape_entry *entry_for(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = texts_find(c, copy, s);

	c->caches->composer = c;
	if (e)
		return e;
	e = arena_make(c->arena, struct shape_entry);
	*e = (struct shape_entry){ .key = { copy, s }, .caches = c->caches, .keep = keeps(copy) };
	if (e->keep)
		g_hash_table_insert(c->caches->shaped, &e->key, e);
	return e;
}

void shape_hold(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = texts_find(c, copy, s);

	if (e)
		e->held++;
}

void shape_release(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = texts_find(c, copy, s);

	if (!e || --e->held || !c->once)
		return;
	if (e->hlist)
		hlist_forget(e->hlist);
	arena_free(e->arena);
	e->arena = NULL;
	e->shaped = NULL;
}

const struct shaped *shape_copy(struct composer *c, const struct copy *copy, const struct style *s)
{
	return entry_text(entry_for(c, copy, s));
}

struct hlist *hlist_copy(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = entry_for(c, copy, s);

	if (!e->hlist)
		e->hlist = lists_add(c->caches->lists, c->arena, entry_list, e);
	return e->hlist;
}
