/* src/doc/copies.c - a walk over parts, articles and blocks. */
#include "doc/copies.h"
#include <stddef.h>
#include "doc/chart.h"
#include "doc/issue.h"
#include "doc/parallel.h"
#include "doc/recipe.h"
#include "doc/table.h"
#include "doc/note.h"

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

static void visit_table(const struct walk *w, const struct table *t)
{
	visit(w, t->caption, false);
	for (size_t i = 0; i < t->ncells; i++)
		visit(w, t->cells[i].copy, true);
	visit(w, t->source, false);
}

/* What a chart takes from a table is the table's. */
static void visit_chart(const struct walk *w, const struct chart *c)
{
	bool own = c->data->at.line == c->at.line && c->data->at.col == c->at.col;

	if (own)
		visit_table(w, c->data);
	else if (c->caption != c->data->caption)
		visit(w, c->caption, false);
	visit(w, c->unit, false);
	if (!own && c->source != c->data->source)
		visit(w, c->source, false);
}

static void visit_recipe(const struct walk *w, const struct recipe *r)
{
	visit(w, r->portions, false);
	for (size_t i = 0; i < r->ntimes; i++) {
		visit(w, r->times[i].label, false);
		visit(w, r->times[i].time, false);
	}
	for (size_t i = 0; i < r->ngroups; i++) {
		visit(w, r->groups[i].title, false);
		for (size_t k = 0; k < r->groups[i].n; k++) {
			visit(w, r->groups[i].items[k].amount, true);
			visit(w, r->groups[i].items[k].what, true);
		}
	}
	for (size_t i = 0; i < r->nsteps; i++)
		visit(w, r->steps[i], true);
	for (size_t i = 0; i < r->ntips; i++)
		visit(w, r->tips[i], false);
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
		if (b->table)
			visit_table(w, b->table);
		if (b->chart)
			visit_chart(w, b->chart);
		if (b->recipe)
			visit_recipe(w, b->recipe);
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
	for (size_t i = 0; i < a->nnotes; i++)
		visit(&w, a->notes[i]->copy, false);
}

void copies_visit_block(const struct block *b, const struct copies_visitor *v)
{
	struct walk w = { v, NULL };
	struct block *one = (struct block *)b;

	visit_blocks(&w, &one, 1);
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
