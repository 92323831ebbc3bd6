/* src/para/lists.c - lists in the order in which they were closed: the one at the tail goes first. */
#include "para/lists.h"
#include <glib.h>
#include "base/arena.h"
#include "para/hlist.h"

struct lists {
	size_t room, used;
	GQueue closed;			/* struct listing: with items, not open; the last closed is the head */
};

struct listing {
	struct lists *lists;
	struct hlist *h;
	list_maker make;
	void *ctx;
	struct arena *items;		/* NULL: they were given up */
	unsigned open;
	GList link;
};

struct lists *lists_new(size_t room)
{
	struct lists *l = g_new0(struct lists, 1);

	l->room = room;
	g_queue_init(&l->closed);
	return l;
}

static size_t size_of(const struct hlist *h)
{
	return h->n * sizeof *h->items + (h->n + 1) * sizeof *h->sums;
}

static void give_up(struct listing *g)
{
	g_queue_unlink(&g->lists->closed, &g->link);
	g->lists->used -= size_of(g->h);
	arena_free(g->items);
	g->items = NULL;
	g->h->items = NULL;
	g->h->sums = NULL;
	g->h->n = 0;
}

void lists_give_up(struct lists *l)
{
	while (l->closed.tail)
		give_up(l->closed.tail->data);
}

void lists_free(struct lists *l)
{
	if (!l)
		return;
	lists_give_up(l);
	g_free(l);
}

struct hlist *lists_add(struct lists *l, struct arena *a, list_maker make, void *ctx)
{
	struct hlist *h = arena_make(a, struct hlist);
	struct listing *g = arena_make(a, struct listing);

	*h = (struct hlist){ .listing = g };
	*g = (struct listing){ .lists = l, .h = h, .make = make, .ctx = ctx, .link = { .data = g } };
	return h;
}

void hlist_open(struct hlist *h)
{
	struct listing *g = h->listing;

	if (!g || g->open++)
		return;
	if (g->items) {
		g_queue_unlink(&g->lists->closed, &g->link);
		return;
	}
	g->items = g->make(g->ctx, h);
	h->listing = g;
	g->lists->used += size_of(h);
}

void hlist_close(struct hlist *h)
{
	struct listing *g = h->listing;

	if (!g || --g->open)
		return;
	g_queue_push_head_link(&g->lists->closed, &g->link);
	while (g->lists->used > g->lists->room && g->lists->closed.length > LISTS_LAST)
		give_up(g->lists->closed.tail->data);
}

void hlist_forget(struct hlist *h)
{
	if (!h->listing || h->listing->open)
		return;
	if (h->listing->items)
		give_up(h->listing);
	h->text = NULL;
}
