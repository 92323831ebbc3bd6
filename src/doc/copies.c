/* src/doc/copies.c - a walk over parts, articles and blocks. */
#include "doc/copies.h"
#include <stddef.h>
#include "doc/issue.h"
#include "doc/parallel.h"

struct walk { const struct copies_visitor *v; const struct article *article; };

static void visit(const struct walk *w, const struct copy *c, bool part)
{
	if (c)
		w->v->visit(w->v->self, c, w->article, part);
}

static void visit_all(const struct walk *w, struct copy *const *c, size_t n, bool part)
{
	for (size_t i = 0; i < n; i++)
		visit(w, c[i], part);
}

static void visit_picture(const struct walk *w, const struct picture *p)
{
	if (!p)
		return;
	visit(w, p->caption, false);
	visit_all(w, p->captions, p->ncaptions, false);
	visit(w, p->credit, false);
}

static void visit_blocks(const struct walk *w, struct block *const *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct block *b = blocks[i];

		visit(w, b->copy, false);
		visit_all(w, b->items, b->nitems, true);
		for (size_t k = 0; k < b->npictures; k++)
			visit_picture(w, b->pictures[k]);
		visit_blocks(w, b->blocks, b->nblocks);
		for (size_t k = 0; b->parallel && k < b->parallel->ntexts; k++)
			visit_blocks(w, b->parallel->texts[k].blocks, b->parallel->texts[k].nblocks);
		visit(w, b->by, false);
	}
}

static void visit_head(const struct walk *w, const struct headwords *h)
{
	visit(w, h->kicker, false);
	visit(w, h->headline, false);
	visit(w, h->standfirst, false);
	visit_all(w, h->authors, h->nauthors, false);
	visit_all(w, h->translators, h->ntranslators, false);
	visit_all(w, h->photographers, h->nphotographers, false);
}

static void visit_article(const struct copies_visitor *v, const struct article *a)
{
	struct walk w = { v, a };

	visit(&w, a->kicker, false);
	visit(&w, a->headline, false);
	visit(&w, a->shorthead, false);
	visit(&w, a->standfirst, false);
	visit_all(&w, a->authors, a->nauthors, false);
	visit_all(&w, a->translators, a->ntranslators, false);
	visit_all(&w, a->photographers, a->nphotographers, false);
	for (size_t i = 0; i < a->nheads; i++)
		visit_head(&w, &a->heads[i]);
	visit_blocks(&w, a->blocks, a->nblocks);
}

void copies_visit(const struct issue *issue, const struct copies_visitor *v)
{
	struct walk w = { v, NULL };

	for (size_t i = 0; i < issue->nparts; i++) {
		const struct part *p = issue->parts[i];

		visit(&w, p->title, false);
		visit_picture(&w, p->picture);
		for (size_t k = 0; k < p->nlines; k++)
			visit(&w, p->lines[k].copy, false);
		visit_all(&w, p->words, p->nwords, false);
		for (size_t k = 0; k < p->narticles; k++)
			visit_article(v, p->articles[k]);
	}
}
