/*
 * src/doc/names.c - what the names in an issue mean.
 */
#include "doc/names.h"

#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/layout.h"
#include "doc/node.h"

enum { NAMES_MAX = 500 };		/* articles looked through for an id that is meant */

void names_unresolved(struct builder *b, const struct node *n, const char *attr, GPtrArray *names, const char *what)
{
	const char *name = node_get(n, attr), *near;
	char *all;

	g_ptr_array_add(names, NULL);
	near = nearest_name(name, (const char *const *)names->pdata);
	all = g_strjoinv(", ", (char **)names->pdata);
	if (near)
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s; did you mean %s?"),
			 attr, name, what, near);
	else if (names->len > 1 && names->len <= 20)
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s; there are: %s"),
			 attr, name, what, all);
	else
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s"), attr, name, what);
	g_free(all);
	g_ptr_array_free(names, TRUE);
}

/* Another layout than the author had in mind need not have what it names. */
static void stand_in(struct builder *b, const struct node *n, const char *attr, const char *what, const char *other)
{
	diag_add(b->d, D_STAND_IN, node_attr_at(n, attr), _("the layout %s has no %s \"%s\"; set with %s"), b->l->name, what,
		 node_get(n, attr), other);
}

const struct rubric *names_rubric(struct builder *b, const struct node *n, const struct rubric *fallback)
{
	const char *id = node_get(n, "rubric");
	const struct rubric *r = id ? layout_rubric(b->l, id) : fallback;
	GPtrArray *names;

	if (r)
		return r;
	if (!id) {
		diag_add(b->d, D_MISSING, n->at, _("<%s> lacks the attribute %s; set as %s"), n->el->name, "rubric",
			 b->l->rubrics[0].id);
		return &b->l->rubrics[0];
	}
	if (b->l->stands_in) {
		fallback = fallback ? fallback : &b->l->rubrics[0];
		stand_in(b, n, "rubric", _("rubric"), fallback->id);
		return fallback;
	}
	names = g_ptr_array_new();
	for (size_t i = 0; i < b->l->nrubrics; i++)
		g_ptr_array_add(names, (gpointer)b->l->rubrics[i].id);
	names_unresolved(b, n, "rubric", names, _("rubric in the layout"));
	return fallback ? fallback : &b->l->rubrics[0];
}

const struct template *names_template(struct builder *b, const struct node *n)
{
	const char *name = node_get(n, "template");
	const struct template *t = name ? layout_template(b->l, name) : NULL;
	const struct template *fallback = layout_template(b->l, "story");
	GPtrArray *names;

	fallback = fallback ? fallback : &b->l->templates[0];
	if (t)
		return t;
	if (!name) {
		/* The reader has said so of a section, where it is required. */
		if (node_is(n, "article"))
			diag_add(b->d, D_MISSING, n->at, _("<%s> lacks the attribute %s; set as %s"), n->el->name,
				 "template", fallback->name);
		return fallback;
	}
	if (b->l->stands_in) {
		stand_in(b, n, "template", _("template"), fallback->name);
		return fallback;
	}
	names = g_ptr_array_new();
	for (size_t i = 0; i < b->l->ntemplates; i++)
		g_ptr_array_add(names, (gpointer)b->l->templates[i].name);
	names_unresolved(b, n, "template", names, _("template in the layout"));
	return fallback;
}

static bool file_broke_off(const struct diag *d)
{
	const struct message *m;

	for (size_t i = 0; (m = diag_get(d, i)); i++)
		if (m->id == D_XML_SYNTAX)
			return true;
	return false;
}

const struct article *names_article(struct builder *b, const struct node *n, const char *attr)
{
	const char *id = node_get(n, attr);
	const struct node *target = id ? g_hash_table_lookup(b->ids, id) : NULL;
	const struct article *found = target ? g_hash_table_lookup(b->by_node, target) : NULL;
	GPtrArray *names;

	if (!id || found)
		return found;
	names = g_ptr_array_new();
	for (guint i = 0; i < b->articles->len && i < NAMES_MAX; i++)
		if (!((struct article *)b->articles->pdata[i])->imprint)
			g_ptr_array_add(names, (gpointer)((struct article *)b->articles->pdata[i])->id);
	if (file_broke_off(b->d)) {	/* the article may stand in what was not read */
		g_ptr_array_free(names, TRUE);
		return NULL;
	}
	names_unresolved(b, n, attr, names, _("article"));
	return NULL;
}

const struct article *names_ref(void *self, const struct node *n)
{
	return names_article(self, n, "to");
}

/* Codes of countries, and of older standards, that are written for languages. */
static const char *meant_language(const char *lang)
{
	static const struct { const char *wrong, *right; } rows[] = {
		{ "ua", "uk" }, { "ukr", "uk" }, { "cz", "cs" }, { "gr", "el" }, { "cn", "zh-Hans" }, { "tw", "zh-Hant" },
		{ "jp", "ja" }, { "kr", "ko" }, { "dk", "da" }, { "se", "sv" }, { "ir", "fa" }, { "irn", "fa" }, { "per", "fa" },
		{ "ara", "ar" }, { "rus", "ru" }, { "tur", "tr" }, { "pol", "pl" }, { "vn", "vi" }, { "vie", "vi" }, { "in", "hi" },
		{ "hin", "hi" }, { "tir", "ti" }, { "er", "ti" }, { "amh", "am" }, { "ger", "de" }, { "deu", "de" }, { "eng", "en" },
		{ "gb", "en" }, { "fre", "fr" }, { "fra", "fr" }, { "kur", "ku" }, { "rs", "sr" }, { "ge", "ka" }, { "iw", "he" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (g_ascii_strcasecmp(rows[i].wrong, lang) == 0)
			return rows[i].right;
	return NULL;
}

const char *names_lang(void *self, const struct node *n, const char *outer)
{
	struct builder *b = self;
	const char *lang = node_get(n, "xml:lang");

	if (!lang)
		return outer;
	if (lang_is_known(lang))
		return lang;
	if (!g_hash_table_add(b->bad_lang, (gpointer)n))
		return outer;
	if (meant_language(lang))
		diag_add(b->d, D_LANGUAGE, node_attr_at(n, "xml:lang"),
			 _("xml:lang=\"%s\" is no language zivos knows; did you mean %s? Set as %s"), lang, meant_language(lang), outer);
	else
		diag_add(b->d, D_LANGUAGE, node_attr_at(n, "xml:lang"),
			 _("xml:lang=\"%s\" is no language zivos knows; set as %s; another language needs its script, such as %s-Latn"),
			 lang, outer, lang);
	return outer;
}

/* ---- ids ---- */

static void claim_id(struct builder *b, const struct node *n)
{
	const char *id = node_get(n, "id");
	const struct node *first;

	if (!id || node_is(n, "speaker"))	/* is named in one interview only */
		return;
	first = g_hash_table_lookup(b->ids, id);
	if (first)
		diag_add(b->d, D_DUPLICATE, node_attr_at(n, "id"),
			 _("id=\"%s\" is already that of the <%s> at %s:%d; references mean that one"), id, first->el->name,
			 first->at.file, first->at.line);
	else
		g_hash_table_insert(b->ids, (gpointer)id, (gpointer)n);
}

static void claim_ids(struct builder *b, const struct node *n)
{
	for (; n; n = n->next) {
		if (!n->el)
			continue;
		claim_id(b, n);
		claim_ids(b, n->first);
	}
}

/* An id that nothing else has: the author's, else one with a number. */
static const char *own_id(struct builder *b, const struct node *n)
{
	const char *id = node_get(n, "id"), *made;
	const char *stem = id ? id : n->el->name;

	if (id && g_hash_table_lookup(b->ids, id) == n)
		return id;
	for (unsigned i = b->articles->len + 1; ; i++) {
		made = arena_printf(b->a, "%s-%u", stem, i);
		if (!g_hash_table_contains(b->ids, made))
			break;
	}
	g_hash_table_insert(b->ids, (gpointer)made, (gpointer)n);
	return made;
}

static void claim_articles(struct builder *b, const struct node *n)
{
	for (; n; n = n->next) {
		struct article *art;

		if (!node_is(n, "article") && !node_is(n, "imprint")) {
			if (node_is(n, "issue") || node_is(n, "section"))
				claim_articles(b, n->first);
			continue;
		}
		art = arena_make(b->a, struct article);
		art->at = n->at;
		art->imprint = node_is(n, "imprint");
		art->id = own_id(b, n);
		g_hash_table_insert(b->by_node, (gpointer)n, art);
		g_ptr_array_add(b->articles, art);
	}
}

void names_claim(struct builder *b, const struct node *root)
{
	claim_ids(b, root);
	claim_articles(b, root);
}
