/* tests/unit/test_lists.c - lists come back as they were, and their store keeps to its room. */
#include "para/hlist.h"
#include "para/lists.h"
#include "setting.h"

static const char *const texts[] = {
	"Ein Absatz mit Donaudampfschifffahrt und allem, was dazu gehört.", "Ein zweiter, der kürzer ist.", "Dritter.",
	"Ein vierter Absatz.", "Der fünfte, noch einer.", "Der letzte.",
};

/* Field by field: what lies between them is nobody's. */
static bool same_item(const struct hitem *a, const struct hitem *b)
{
	return a->kind == b->kind && a->start == b->start && a->end == b->end && a->width == b->width && a->stretch == b->stretch &&
	       a->shrink == b->shrink && a->track == b->track && a->expand == b->expand && a->penalty == b->penalty &&
	       a->hyphen == b->hyphen && a->pre == b->pre && a->post == b->post && a->hang_end == b->hang_end && a->hang_start == b->hang_start;
}

static void check_same(const struct hlist *a, const struct hlist *b)
{
	assert(a->n == b->n && a->n > 0 && a->hang_start == b->hang_start && a->text == b->text);
	for (size_t i = 0; i < a->n; i++)
		assert(same_item(&a->items[i], &b->items[i]));
	assert(a->sums[a->n].width == b->sums[b->n].width && a->sums[a->n].stretch == b->sums[b->n].stretch);
}

static struct arena *make(void *shaped, struct hlist *out)
{
	struct arena *a = arena_new();

	*out = *hlist_make(a, shaped);
	return a;
}

static void check_store(struct setting *s, size_t room, bool stays)
{
	struct lists *l = lists_new(room);
	struct hlist *h[G_N_ELEMENTS(texts)], *plain[G_N_ELEMENTS(texts)];

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct shaped *t = shape_parts(s, "de", (struct part_of[]){ { texts[i], NULL, 0, 0 }, { NULL, NULL, 0, 0 } });

		plain[i] = hlist_make(s->a, t);
		h[i] = lists_add(l, s->a, make, t);
		assert(!h[i]->items && !h[i]->text);
	}
	/* An open list stays, whatever else is opened; twice over, so that each comes back. */
	hlist_open(h[0]);
	for (size_t i = 0; i < 2 * G_N_ELEMENTS(texts); i++) {
		struct hlist *k = h[i % G_N_ELEMENTS(texts)];

		hlist_open(k);
		check_same(k, plain[i % G_N_ELEMENTS(texts)]);
		hlist_close(k);
		check_same(h[0], plain[0]);
	}
	hlist_close(h[0]);
	/* Those that were closed last stay in any case. */
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		assert(!h[i]->items == (!stays && i > 0 && i <= G_N_ELEMENTS(texts) - LISTS_LAST));
	hlist_forget(h[1]);
	assert(!h[1]->items && !h[1]->text);
	/* A list of no store needs no opening, and may be opened. */
	hlist_open(plain[0]);
	hlist_close(plain[0]);
	hlist_forget(plain[0]);
	assert(plain[0]->items && plain[0]->text);
	/* All that are not open are given up when that is asked for. */
	hlist_open(h[2]);
	lists_give_up(l);
	assert(!h[0]->items && h[2]->items);
	hlist_close(h[2]);
	lists_free(l);
	assert(!h[0]->items);
}

int main(void)
{
	struct setting *s = setting_new();

	check_store(s, 0, false);
	check_store(s, 1 << 20, true);
	lists_free(NULL);
	setting_free(s);
	return 0;
}
