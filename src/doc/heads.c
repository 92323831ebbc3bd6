/* src/doc/heads.c - heads and captions, each part in one language or in several. */
#include "doc/heads.h"

#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/names.h"
#include "doc/node.h"

/* Children of one name are versions of one thing: the one in the language of its surroundings, else the first, is its own. */
static const struct node *own_version(struct builder *b, const struct node *n, const char *name, const char *lang)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, name) && strcmp(names_lang(b, c, lang), lang) == 0)
			return c;
	return node_child(n, name);
}

static void report_second(struct builder *b, const struct node *n, const char *lang)
{
	diag_add(b->d, D_TOO_MANY, n->at, _("a second <%s> in %s; a further one is for another language, with its xml:lang; only the first is used"),
		 n->el->name, lang);
}

/* Calls take() for each version but `own`, once a language. */
static void each_further(struct builder *b, const struct node *n, const struct node *own, const char *lang,
			 void (*take)(struct builder *b, const struct node *c, const char *lang, void *to), void *to)
{
	GHashTable *seen = own ? g_hash_table_new(g_str_hash, g_str_equal) : NULL;

	if (!own)
		return;
	g_hash_table_add(seen, (gpointer)names_lang(b, own, lang));
	for (const struct node *c = n->first; c; c = c->next) {
		const char *its = node_is(c, own->el->name) && c != own ? names_lang(b, c, lang) : NULL;

		if (its && !g_hash_table_add(seen, (gpointer)its))
			report_second(b, c, its);
		else if (its)
			take(b, c, its, to);
	}
	g_hash_table_unref(seen);
}

/* ---- bylines ---- */

static struct copy **names_in(struct builder *b, const struct node *n, const char *role, const char *lang, size_t *count)
{
	GPtrArray *list = g_ptr_array_new();
	struct copy **names;

	for (const struct node *c = n->first; c; c = c->next) {
		struct copy *copy = node_is(c, role) ? copy_of_node(&b->copies, c, lang) : NULL;

		if (copy)
			g_ptr_array_add(list, copy);
	}
	*count = list->len;
	names = arena_copy(b->a, list->pdata, list->len * sizeof(void *));
	g_ptr_array_free(list, TRUE);
	return names;
}

/* ---- articles ---- */

/* The head in a language, made where there is none yet. */
static struct headwords *head_in(struct builder *b, GPtrArray *heads, const char *lang)
{
	struct headwords *h;

	for (guint i = 0; i < heads->len; i++) {
		h = heads->pdata[i];
		if (strcmp(h->lang, lang) == 0)
			return h;
	}
	h = arena_make(b->a, struct headwords);
	h->lang = lang;
	g_ptr_array_add(heads, h);
	return h;
}

static void take_kicker(struct builder *b, const struct node *c, const char *lang, void *heads)
{
	head_in(b, heads, lang)->kicker = copy_of_node(&b->copies, c, lang);
}

static void take_headline(struct builder *b, const struct node *c, const char *lang, void *heads)
{
	head_in(b, heads, lang)->headline = copy_of_node(&b->copies, c, lang);
}

static void take_standfirst(struct builder *b, const struct node *c, const char *lang, void *heads)
{
	head_in(b, heads, lang)->standfirst = copy_of_node(&b->copies, c, lang);
}

static void take_byline(struct builder *b, const struct node *c, const char *lang, void *heads)
{
	struct headwords *h = head_in(b, heads, lang);

	h->authors = names_in(b, c, "author", lang, &h->nauthors);
	h->translators = names_in(b, c, "translator", lang, &h->ntranslators);
	h->photographers = names_in(b, c, "photographer", lang, &h->nphotographers);
}

static struct copy *own_part(struct builder *b, const struct node *n, const char *name, const char *lang,
			     void (*take)(struct builder *b, const struct node *c, const char *lang, void *to), GPtrArray *heads)
{
	const struct node *own = own_version(b, n, name, lang);

	each_further(b, n, own, lang, take, heads);
	return own ? copy_of_node(&b->copies, own, lang) : NULL;
}

static void read_byline(struct builder *b, const struct node *n, struct article *art, GPtrArray *heads)
{
	const struct node *own = own_version(b, n, "byline", art->lang);
	const char *lang = own ? names_lang(b, own, art->lang) : NULL;

	if (!own)
		return;
	art->authors = names_in(b, own, "author", lang, &art->nauthors);
	art->translators = names_in(b, own, "translator", lang, &art->ntranslators);
	art->photographers = names_in(b, own, "photographer", lang, &art->nphotographers);
	each_further(b, n, own, art->lang, take_byline, heads);
}

void heads_read(struct builder *b, const struct node *n, struct article *art)
{
	GPtrArray *heads = g_ptr_array_new();
	const struct node *shorthead = node_child(n, "shorthead");

	art->headline = own_part(b, n, "headline", art->lang, take_headline, heads);
	art->kicker = own_part(b, n, "kicker", art->lang, take_kicker, heads);
	art->standfirst = own_part(b, n, "standfirst", art->lang, take_standfirst, heads);
	art->shorthead = shorthead ? copy_of_node(&b->copies, shorthead, art->lang) : NULL;
	read_byline(b, n, art, heads);
	art->nheads = heads->len;
	art->heads = arena_make_array(b->a, heads->len, struct headwords);
	for (guint i = 0; i < heads->len; i++)
		art->heads[i] = *(struct headwords *)heads->pdata[i];
	g_ptr_array_free(heads, TRUE);
}

/* ---- captions ---- */

static void take_caption(struct builder *b, const struct node *c, const char *lang, void *list)
{
	struct copy *copy = copy_of_node(&b->copies, c, lang);

	if (copy)
		g_ptr_array_add(list, copy);
}

void captions_read(struct builder *b, const struct node *n, const char *lang, struct picture *p)
{
	const struct node *own = own_version(b, n, "caption", lang);
	GPtrArray *further = g_ptr_array_new();

	each_further(b, n, own, lang, take_caption, further);
	p->caption = own ? copy_of_node(&b->copies, own, lang) : NULL;
	if (!p->caption && further->len)
		p->caption = g_ptr_array_remove_index(further, 0);
	p->ncaptions = further->len;
	p->captions = arena_copy(b->a, further->pdata, further->len * sizeof(void *));
	g_ptr_array_free(further, TRUE);
}
