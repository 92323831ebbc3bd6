/* src/doc/list.c - <list>, with those inside its items. */
#include "doc/list.h"

#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/blocks.h"
#include "doc/node.h"

enum { NUMBER_MAX = 9999 };

static enum list_kind kind_of(const struct node *n)
{
	static const struct { const char *name; enum list_kind kind; } kinds[] = {
		{ "bullet", LIST_BULLET }, { "number", LIST_NUMBER }, { "native", LIST_NATIVE }, { "letter", LIST_LETTER },
	};
	const char *s = node_get(n, "kind");

	for (size_t i = 0; s && i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].name, s) == 0)
			return kinds[i].kind;
	return LIST_BULLET;
}

static bool is_blank(const struct node *text)
{
	return text->text[strspn(text->text, " \t\r\n")] == '\0';
}

/* What an item says is one piece of text, and lists follow it. */
static void check_order(struct builder *b, const struct node *item)
{
	bool list = false;

	for (const struct node *c = item->first; c; c = c->next) {
		if (list && !node_is(c, "list") && (c->el || !is_blank(c))) {
			diag_add(b->d, D_STRAY_TEXT, c->at, _("text after the <list> in an <item>; put it before the <list>, where it is set now"));
			return;
		}
		list |= node_is(c, "list");
	}
}

static void add_items(struct builder *b, const struct node *n, const char *lang, int level, GArray *items)
{
	struct list_item item = { .level = level < LIST_LEVELS ? level : LIST_LEVELS - 1, .kind = kind_of(n) };

	item.number = blocks_count(b, n, "start", 0, NUMBER_MAX, 1);
	for (const struct node *c = n->first; c; c = c->next) {
		if (node_is(c, "list"))
			add_items(b, c, names_lang(b, c, lang), level + 1, items);
		if (!node_is(c, "item"))
			continue;
		check_order(b, c);
		item.copy = copy_of_node(&b->copies, c, lang);
		if (item.copy) {
			g_array_append_val(items, item);
			item.number++;
		}
		for (const struct node *inner = c->first; inner; inner = inner->next)
			if (node_is(inner, "list"))
				add_items(b, inner, names_lang(b, inner, names_lang(b, c, lang)), level + 1, items);
	}
}

void list_read(struct builder *b, const struct node *n, struct block *k)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct list_item));
	struct list *list = arena_make(b->a, struct list);

	add_items(b, n, k->lang, 0, items);
	list->n = items->len;
	list->items = arena_copy(b->a, items->data, items->len * sizeof(struct list_item));
	k->list = list;
	k->nitems = list->n;
	k->items = arena_make_array(b->a, list->n, struct copy *);
	for (size_t i = 0; i < list->n; i++)
		k->items[i] = list->items[i].copy;
	g_array_free(items, TRUE);
}
