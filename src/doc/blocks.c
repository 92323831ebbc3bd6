/* src/doc/blocks.c - an article's body: each element to its reader. */
#include "doc/blocks.h"

#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/chart.h"
#include "doc/copy.h"
#include "doc/issue.h"
#include "doc/list.h"
#include "doc/node.h"
#include "doc/parallel.h"
#include "doc/recipe.h"
#include "doc/table.h"
#include "doc/picture.h"
#include "doc/verse.h"

enum { BOX_COLUMNS_MAX = 6 };

int blocks_count(struct builder *b, const struct node *n, const char *attr, int least, int most, int otherwise)
{
	const char *s = node_get(n, attr);
	int count = s ? atoi(s) : otherwise;

	if (!s || (count >= least && count <= most))
		return count;
	diag_add(b->d, D_BAD_VALUE, node_attr_at(n, attr), _("%s=\"%s\": expected %d to %d; set without it"), attr, s, least, most);
	return otherwise;
}

static void read_text(struct builder *b, const struct node *n, struct block *k)
{
	k->copy = copy_of_node(&b->copies, n, k->lang);
	k->by = copy_of_attribute(&b->copies, n, "by", k->lang);
}

static void read_quote(struct builder *b, const struct node *n, struct block *k)
{
	const char *size = node_get(n, "size");

	read_text(b, n, k);
	k->in_text = strcmp(node_get(n, "place"), "text") == 0;
	k->sized = size != NULL;
	k->step = !size || strcmp(size, "normal") == 0 ? 0 : strcmp(size, "small") == 0 ? -1 : 1;
}

static void read_facts(struct builder *b, const struct node *n, struct block *k)
{
	GPtrArray *items = g_ptr_array_new(), *labels = g_ptr_array_new();
	size_t nlabels;

	for (const struct node *c = n->first; c; c = c->next) {
		const char *lang = node_is(c, "fact") ? names_lang(b, c, k->lang) : NULL;
		struct copy *item = lang ? copy_of_node(&b->copies, c, k->lang) : NULL;
		struct copy *label = item ? copy_of_attribute(&b->copies, c, "label", lang) : NULL;

		if (!label)
			continue;
		g_ptr_array_add(items, item);
		g_ptr_array_add(labels, label);
	}
	k->items = blocks_settle(b, items, &k->nitems);
	k->labels = blocks_settle(b, labels, &nlabels);
}

static void read_box(struct builder *b, const struct node *n, struct block *k)
{
	struct box *box = arena_make(b->a, struct box);
	const char *place = node_get(n, "place"), *size = node_get(n, "size");

	box->columns = blocks_count(b, n, "columns", 1, BOX_COLUMNS_MAX, 0);
	box->at = strcmp(place, "text") == 0 ? BOX_TEXT : strcmp(place, "float") == 0 ? BOX_FLOAT : BOX_APART;
	k->sized = size != NULL;
	k->size = !size || strcmp(size, "column") == 0 ? SIZE_COLUMN : strcmp(size, "wide") == 0 ? SIZE_WIDE : SIZE_FULL;
	k->in_text = box->at == BOX_TEXT;
	k->box = box;
	k->copy = copy_of_attribute(&b->copies, n, "title", k->lang);
	k->blocks = blocks_read(b, n, k->lang, &k->nblocks);
}

static void read_table(struct builder *b, const struct node *n, struct block *k)
{
	k->table = table_make(b, n, k->lang);
	k->size = table_size(n);
}

static void read_chart(struct builder *b, const struct node *n, struct block *k)
{
	k->chart = chart_make(b, n, k->lang);
	k->size = table_size(n);
}

static void read_recipe(struct builder *b, const struct node *n, struct block *k)
{
	k->recipe = recipe_make(b, n, k->lang);
}

static const struct reader {
	const char *name;
	enum block_kind kind;
	void (*read)(struct builder *b, const struct node *n, struct block *k);
} readers[] = {
	{ "p",         BLOCK_P,         read_text },
	{ "subhead",   BLOCK_SUBHEAD,   read_text },
	{ "pullquote", BLOCK_PULLQUOTE, read_quote },
	{ "list",      BLOCK_LIST,      list_read },
	{ "picture",   BLOCK_PICTURE,   picture_read_block },
	{ "gallery",   BLOCK_GALLERY,   gallery_read },
	{ "box",       BLOCK_BOX,       read_box },
	{ "verse",     BLOCK_VERSE,     verse_read },
	{ "facts",     BLOCK_FACTS,     read_facts },
	{ "table",     BLOCK_TABLE,     read_table },
	{ "chart",     BLOCK_CHART,     read_chart },
	{ "recipe",    BLOCK_RECIPE,    read_recipe },
};

static const struct reader *reader_of(const struct node *n)
{
	for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
		if (node_is(n, readers[i].name))
			return &readers[i];
	return NULL;
}

static bool is_empty(const struct block *k)
{
	switch (k->kind) {
	case BLOCK_P:
	case BLOCK_SUBHEAD:
	case BLOCK_PULLQUOTE:
		return !k->copy;
	case BLOCK_LIST:
		return k->list->n == 0;
	case BLOCK_TABLE:
		return !k->table;
	case BLOCK_CHART:
		return !k->chart;
	case BLOCK_RECIPE:
		return !k->recipe;
	case BLOCK_VERSE:
		return k->verse->n == 0;
	default:
		return k->nitems == 0 && k->npictures == 0 && k->nblocks == 0;
	}
}

static void read_block(struct builder *b, const struct node *n, const char *lang, GPtrArray *blocks)
{
	const struct reader *r = reader_of(n);
	struct block *k;

	if (!r)
		return;
	k = arena_make(b->a, struct block);
	k->kind = r->kind;
	k->at = n->at;
	k->lang = names_lang(b, n, lang);
	r->read(b, n, k);
	/* In a parallel text an empty paragraph stands for none. */
	if (!is_empty(k) || (k->kind == BLOCK_P && node_is(n->parent, "text")))
		g_ptr_array_add(blocks, k);
}

void blocks_append(struct builder *b, const struct node *n, const char *lang, GPtrArray *blocks)
{
	if (node_is(n, "interview"))
		interview_read(b, n, names_lang(b, n, lang), blocks);
	else if (node_is(n, "parallel"))
		parallel_append(b, n, names_lang(b, n, lang), blocks_read, blocks);
	else
		read_block(b, n, lang, blocks);
}

struct block **blocks_read(struct builder *b, const struct node *n, const char *lang, size_t *count)
{
	GPtrArray *blocks = g_ptr_array_new();

	for (const struct node *c = n->first; c; c = c->next)
		blocks_append(b, c, lang, blocks);
	return blocks_settle(b, blocks, count);
}
