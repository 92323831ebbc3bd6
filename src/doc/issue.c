/*
 * src/doc/issue.c - one issue: the checked tree turned into what is set.
 *
 * Two passes, because a reference may point forwards: the first gives every
 * article its struct and its id, the second fills them in document order.
 */
#include "doc/issue.h"

#include <assert.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/blocks.h"
#include "doc/copy.h"
#include "doc/heads.h"
#include "doc/layout.h"
#include "doc/names.h"
#include "doc/node.h"
#include "doc/parallel.h"
#include "doc/path.h"
#include "doc/picture.h"
#include "doc/recipe.h"
#include "doc/table.h"
#include "doc/wordlist.h"

enum { PAGES_MAX = 200 };		/* of one article; more is a typing error */

void *blocks_settle(struct builder *b, GPtrArray *list, size_t *n)
{
	void *items = arena_copy(b->a, list->pdata, list->len * sizeof(void *));

	*n = list->len;
	g_ptr_array_free(list, TRUE);
	return items;
}

/* ---- small parts ---- */

static struct copy **child_copies(struct builder *b, const struct node *n, const char *name, const char *lang,
				  size_t *count)
{
	GPtrArray *list = g_ptr_array_new();

	for (const struct node *c = n->first; c; c = c->next) {
		struct copy *copy = node_is(c, name) ? copy_of_node(&b->copies, c, lang) : NULL;

		if (copy)
			g_ptr_array_add(list, copy);
	}
	return blocks_settle(b, list, count);
}

static struct copy *plain_copy(struct builder *b, const struct node *n, const char *text, const char *lang)
{
	struct copy *c = arena_make(b->a, struct copy);
	struct inline_run *run = arena_make(b->a, struct inline_run);
	GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place_span));

	c->text = arena_strdup(b->a, text);
	c->len = strlen(text);
	c->source = n->source;
	*run = (struct inline_run){ .end = c->len, .lang = lang };
	c->runs = run;
	c->nruns = c->len > 0;
	c->lang = lang;
	c->rtl = lang_is_rtl(lang);
	c->at = n->at;
	spans_add_still(places, 0, (uint32_t)source_offset(n->source, n->at));
	c->places = spans_end(b->a, places);
	return c;
}

static int pages_of(struct builder *b, const struct node *n)
{
	const char *s = node_get(n, "pages");
	int pages = s ? atoi(s) : 0;

	if (s && (pages < 1 || pages > PAGES_MAX)) {
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "pages"),
			 _("pages=\"%s\": expected 1 to %d; set on as many as needed"), s, PAGES_MAX);
		pages = 0;
	}
	return pages;
}

static enum start_side start_of(const struct node *n, enum start_side otherwise)
{
	const char *s = node_get(n, "start");

	if (!s)
		return otherwise;
	return strcmp(s, "left") == 0 ? START_LEFT : strcmp(s, "right") == 0 ? START_RIGHT : START_ANY;
}

const char *const ad_size_names[] = { "full", "half", "quarter", "eighth", NULL };

/* Index of a value that the reader let through. */
static size_t row_of(const char *value, const char *const *names)
{
	size_t i = 0;

	while (names[i] && strcmp(names[i], value) != 0)
		i++;
	return names[i] ? i : 0;
}

static struct ad *make_ad(struct builder *b, const struct node *n, const char *lang)
{
	static const char *const sides[] = { "any", "left", "right", "inner", "outer", NULL };
	struct ad *ad = arena_make(b->a, struct ad);

	ad->at = n->at;
	ad->size = (enum ad_size)row_of(node_get(n, "size"), ad_size_names);
	ad->side = (enum ad_side)row_of(node_get(n, "position"), sides);
	ad->on = node_get(n, "on") ? atoi(node_get(n, "on")) : 0;
	if (node_get(n, "on") && ad->on == 0)
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "on"), _("on=\"%s\": pages are counted from 1; it stands where there is room"), node_get(n, "on"));
	ad->on_at = node_attr_at(n, "on");
	ad->picture = picture_read(b, n, lang);
	ad->picture->size = SIZE_FULL;
	ad->advertiser = node_get(n, "advertiser");
	return ad;
}

static void add_ads(struct builder *b, const struct node *n, const char *lang, GPtrArray *list)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "ad"))
			g_ptr_array_add(list, make_ad(b, c, lang));
}

/* ---- words ---- */

/* The words of one <hyphenation>, between white space or commas. */
static void add_words(struct builder *b, const struct node *n, struct wordlist *w, const char *lang)
{
	const struct node *t = n->first;
	static const char between[] = " \t\r\n,";

	for (const char *p = t ? t->text : ""; *p; ) {
		size_t len = strcspn(p, between);
		char *word = g_strndup(p, len);

		if (len && !wordlist_add(w, lang, word))
			diag_add(b->d, D_BAD_VALUE, source_at(t->source, t->offset[p - t->text]),
				 _("\"%s\" is no word to be divided: letters with - or = between them are, such as Silben-tren-nung; left out"),
				 word);
		g_free(word);
		p += len;
		p += strspn(p, between);
	}
}

/* What the <hyphenation> of an issue or an article say; outer where there is none. */
static const struct wordlist *make_words(struct builder *b, const struct node *n, const struct wordlist *outer, const char *lang)
{
	struct wordlist *w = NULL;

	for (const struct node *c = n->first; c; c = c->next) {
		if (!node_is(c, "hyphenation"))
			continue;
		if (!w)
			w = wordlist_new(b->a, outer);
		add_words(b, c, w, names_lang(b, c, lang));
	}
	return w ? w : outer;
}

/* ---- articles ---- */

/* What only makes sense where the article has pages of its own. */
static void check_shared_pages(struct builder *b, const struct node *n)
{
	static const char *const attrs[] = { "template", "pages", "start" };

	for (size_t i = 0; i < sizeof attrs / sizeof attrs[0]; i++) {
		const char *own = node_get(n, attrs[i]);

		/* Repeating the section's template does no harm. */
		if (own && g_strcmp0(own, node_get(n->parent, attrs[i])) != 0)
			diag_add(b->d, D_UNKNOWN_ATTRIBUTE, node_attr_at(n, attrs[i]),
				 _("%s has no effect on an <article> inside a <section>; give it to the <section>"), attrs[i]);
	}
}

static void fill_head(struct builder *b, const struct node *n, struct article *art)
{
	const struct node *headline = node_child(n, "headline");

	heads_read(b, n, art);
	if (art->headline)
		return;
	if (headline && !art->imprint)
		diag_add(b->d, D_MISSING, headline->at, _("the <headline> is empty; the article's id stands in its place"));
	art->headline = plain_copy(b, n, art->imprint ? "" : art->id, art->lang);
}

static void read_body(struct builder *b, const struct node *body, struct article *art)
{
	b->notes = g_ptr_array_new();
	art->blocks = blocks_read(b, body, names_lang(b, body, art->lang), &art->nblocks);
	art->notes = blocks_settle(b, b->notes, &art->nnotes);
	b->notes = NULL;
}

/* A single article, or (section) one that shares its pages. */
static struct article *make_article(struct builder *b, const struct node *n, const struct rubric *rubric,
				    const char *lang, bool section)
{
	struct article *art = g_hash_table_lookup(b->by_node, n);
	const struct node *body = node_child(n, "body");
	const struct wordlist *words = b->copies.words;
	GPtrArray *ads = g_ptr_array_new();

	art->lang = names_lang(b, n, lang);
	art->rtl = lang_is_rtl(art->lang);
	b->copies.words = art->words = make_words(b, n, words, art->lang);
	art->rubric = art->imprint ? rubric : names_rubric(b, n, rubric);
	if (section && !art->imprint) {
		check_shared_pages(b, n);
	} else if (!art->imprint) {
		art->template = names_template(b, n);
		art->pages = pages_of(b, n);
		art->start = start_of(n, START_ANY);
	}
	fill_head(b, n, art);
	if (art->imprint)
		art->blocks = blocks_read(b, n, art->lang, &art->nblocks);
	else if (body)
		read_body(b, body, art);
	add_ads(b, n, art->lang, ads);
	art->ads = blocks_settle(b, ads, &art->nads);
	b->copies.words = words;
	if (body && art->nblocks == 0 && !n->cut)
		diag_add(b->d, D_EMPTY_ARTICLE, n->at, _("article %s has no text and no pictures"), art->id);
	return art;
}

/* ---- parts ---- */

static struct part *add_part(struct builder *b, enum part_kind kind, const struct node *n)
{
	struct part *p = arena_make(b->a, struct part);

	p->kind = kind;
	p->at = n->at;
	g_ptr_array_add(b->parts, p);
	return p;
}

static void make_cover(struct builder *b, const struct node *n)
{
	struct part *p = add_part(b, PART_COVER, n);
	const struct node *picture = node_child(n, "picture");
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct coverline));

	if (picture) {
		p->picture = picture_read(b, picture, b->issue->lang);
		p->picture->size = SIZE_FULL;
	}
	for (const struct node *c = n->first; c; c = c->next) {
		struct coverline line = { NULL, NULL };

		if (!node_is(c, "coverline"))
			continue;
		line.ref = names_article(b, c, "ref");
		line.copy = copy_of_node(&b->copies, c, b->issue->lang);
		if (line.copy)
			g_array_append_val(lines, line);
	}
	p->nlines = lines->len;
	p->lines = arena_copy(b->a, lines->data, lines->len * sizeof(struct coverline));
	g_array_free(lines, TRUE);
	p->words = child_copies(b, n, "word", b->issue->lang, &p->nwords);
}

static void make_contents(struct builder *b, const struct node *n)
{
	struct part *p = add_part(b, PART_CONTENTS, n);

	p->title = copy_of_attribute(&b->copies, n, "title", names_lang(b, n, b->issue->lang));
}

/* Facing pages come in pairs. */
static int paired_pages(struct builder *b, const struct node *n, const struct template *t, int pages)
{
	if (t->parallel_manner != PARALLEL_FACING || pages % 2 == 0)
		return pages;
	diag_add(b->d, D_PAGE_COUNT, node_attr_at(n, "pages"), _("pages=\"%d\": template %s is for facing pages, which come in pairs; set on %d"),
		 pages, t->name, pages + 1);
	return pages + 1;
}

static void make_single(struct builder *b, const struct node *n)
{
	struct part *p = add_part(b, PART_ARTICLES, n);
	struct article *art = make_article(b, n, NULL, b->issue->lang, false);

	p->template = art->template;
	p->rubric = art->rubric;
	p->pages = paired_pages(b, n, p->template, art->pages);
	p->start = start_of(n, art->template->start);
	p->articles = arena_make(b->a, struct article *);
	p->articles[0] = art;
	p->narticles = 1;
	p->ads = art->ads;
	p->nads = art->nads;
}

/* The part that sets a single article, among those before; NULL: none. */
static struct part *part_of(struct builder *b, const struct article *art)
{
	for (guint i = 0; i < b->parts->len; i++) {
		struct part *p = b->parts->pdata[i];

		if (p->kind == PART_ARTICLES && p->narticles == 1 && p->articles[0] == art && art->template)
			return p;
	}
	return NULL;
}

/* Where an article goes on: it has so many pages more, which stand here. */
static void make_rest(struct builder *b, const struct node *n)
{
	const struct article *art = names_article(b, n, "of");
	struct part *p = art ? part_of(b, art) : NULL;
	int pages = pages_of(b, n);

	if (!art)
		return;
	if (!p || p->rest) {
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "of"), p ? _("of=\"%s\": this article goes on at another place already; left out") :
			 _("of=\"%s\": what goes on here is an article with pages of its own that stands before; left out"), art->id);
		return;
	}
	p->jump = MAX(p->pages, 1);
	p->pages = p->jump + MAX(pages, 1);
	p->rest = add_part(b, PART_REST, n);
}

static void make_section(struct builder *b, const struct node *n)
{
	struct part *p = add_part(b, PART_ARTICLES, n);
	const char *lang = names_lang(b, n, b->issue->lang);
	const struct rubric *rubric = node_get(n, "rubric") ? names_rubric(b, n, NULL) : NULL;
	GPtrArray *articles = g_ptr_array_new(), *ads = g_ptr_array_new();

	p->template = names_template(b, n);
	p->title = copy_of_attribute(&b->copies, n, "title", lang);
	p->pages = paired_pages(b, n, p->template, pages_of(b, n));
	p->start = start_of(n, p->template->start);
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "article"))
			g_ptr_array_add(articles, make_article(b, c, rubric, lang, true));
	if (!rubric && articles->len)
		rubric = ((struct article *)articles->pdata[0])->rubric;
	p->rubric = rubric ? rubric : &b->l->rubrics[0];
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "imprint"))
			g_ptr_array_add(articles, make_article(b, c, p->rubric, lang, true));
	add_ads(b, n, lang, ads);
	for (guint i = 0; i < articles->len; i++) {
		const struct article *art = articles->pdata[i];

		for (size_t k = 0; k < art->nads; k++)
			g_ptr_array_add(ads, art->ads[k]);
	}
	p->articles = blocks_settle(b, articles, &p->narticles);
	p->ads = blocks_settle(b, ads, &p->nads);
}

static void make_ad_page(struct builder *b, const struct node *n)
{
	struct part *p;

	if (strcmp(node_get(n, "size"), "full") != 0) {
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "size"),
			 _("an advertisement of less than a page shares the last page of an article or section: put this <ad> into one, after its </body>, or several into <ads>, or say size=\"full\"; left out"));
		return;
	}
	p = add_part(b, PART_AD, n);
	p->ads = arena_make(b->a, struct ad *);
	p->ads[0] = make_ad(b, n, b->issue->lang);
	p->nads = 1;
}

/* Small ones on pages of their own. */
static void make_ads_page(struct builder *b, const struct node *n)
{
	struct part *p = add_part(b, PART_AD, n);
	GPtrArray *ads = g_ptr_array_new();

	add_ads(b, n, b->issue->lang, ads);
	p->ads = blocks_settle(b, ads, &p->nads);
}

static void make_fillers(struct builder *b, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "filler"))
			g_ptr_array_add(b->fillers, picture_read(b, c, b->issue->lang));
}

static const struct { const char *name; void (*make)(struct builder *b, const struct node *n); } part_makers[] = {
	{ "cover",    make_cover },
	{ "contents", make_contents },
	{ "article",  make_single },
	{ "section",  make_section },
	{ "ad",       make_ad_page },
	{ "ads",      make_ads_page },
	{ "rest",     make_rest },
	{ "fillers",  make_fillers },
};

/* ---- the issue ---- */

const char *issue_layout_name(const struct node *root)
{
	return root ? node_get(root, "layout") : NULL;
}

static void fill_issue(struct builder *b, const struct node *root)
{
	static const char *const blanks[] = { "no", "end", "inside", NULL };
	struct issue *i = b->issue;
	const char *number = node_get(root, "number"), *date = node_get(root, "date");

	i->path = root->source->path;
	i->folder = root->source->folder;
	i->title = node_get(root, "title");
	/* What is missing has been reported. */
	i->number = number ? number : "?";
	i->date = date ? date : "2000-01-01";
	i->theme = node_get(root, "theme");
	i->layout_name = issue_layout_name(root);
	i->blanks = row_of(node_get(root, "blanks"), blanks);
	/* Pages were counted for the layout that the issue names. */
	if (b->l->stands_in && i->blanks == BLANKS_NO)
		i->blanks = BLANKS_INSIDE;
	i->at = root->at;
	i->lang = names_lang(b, root, "de");
}

struct issue *issue_build(struct arena *a, const struct node *root, const struct layout *l, struct diag *d)
{
	struct builder b = { .a = a, .d = d, .l = l };
	struct issue *i;

	if (!root)
		return NULL;
	assert(l && l->nrubrics && l->ntemplates);
	b.issue = i = arena_make(a, struct issue);
	b.copies = (struct copy_context){ .a = a, .lang = names_lang, .ref = names_ref, .note = note_read, .self = &b };
	b.ids = g_hash_table_new(g_str_hash, g_str_equal);
	b.by_node = g_hash_table_new(g_direct_hash, g_direct_equal);
	b.bad_lang = g_hash_table_new(g_direct_hash, g_direct_equal);
	b.parts = g_ptr_array_new();
	b.articles = g_ptr_array_new();
	b.fillers = g_ptr_array_new();
	b.pictures = g_ptr_array_new();
	fill_issue(&b, root);
	names_claim(&b, root);
	b.copies.words = make_words(&b, root, NULL, i->lang);
	for (const struct node *n = root->first; n; n = n->next)
		for (size_t k = 0; k < sizeof part_makers / sizeof part_makers[0]; k++)
			if (node_is(n, part_makers[k].name))
				part_makers[k].make(&b, n);
	if (b.parts->len == 0 && !root->cut)
		diag_add(d, D_MISSING, root->at, _("the issue has no pages: no <cover>, <article>, <section> or <ad> could be used"));
	i->parts = blocks_settle(&b, b.parts, &i->nparts);
	i->articles = blocks_settle(&b, b.articles, &i->narticles);
	i->fillers = blocks_settle(&b, b.fillers, &i->nfillers);
	i->pictures = blocks_settle(&b, b.pictures, &i->npictures);
	g_hash_table_destroy(b.ids);
	g_hash_table_destroy(b.by_node);
	g_hash_table_destroy(b.bad_lang);
	return i;
}

const struct article *article_find(struct article *const *articles, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (articles[i]->id && strcmp(articles[i]->id, id) == 0)
			return articles[i];
	return NULL;
}
