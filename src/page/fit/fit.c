/*
 * src/page/fit/fit.c - the search: remedies put in order, and those that are enough together.
 *
 * Every remedy is tried alone (fit_find.c); then, where none is enough by
 * itself, they are taken together in their order until the text fits, and those that
 * turn out not to be needed are given back. Where nothing is enough, the text as a whole is
 * tried shorter or longer, to say by how much.
 */
#include "page/fit/fit.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "page/fit/fit_work.h"

enum { TRIES = 150, TRIES_NOTES = 60 };	/* compositions of a part: asked for, or in passing; there fewer of */
enum { BLOCKS_NOTES = 9000, TRIES_LEAST = 8 };	/* a long one, so that all of them together set so many paragraphs, pictures ... */
#define SHARE_MOST 0.9			/* of a text that is cut */
#define SHARE_STEPS 8			/* compositions to find out how much */

/* ---- order --------------------------------------------------------------------------- */

/* What a remedy does to the issue, in characters cut: a line of picture counts as much as half a line of text. */
static double harm(const struct remedy *r)
{
	static const double omitted[] = { [FIT_QUOTE] = 120, [FIT_PICTURE] = 700, [FIT_BOX] = 500 };
	double cost = r->amount;

	switch (r->kind) {
	case REMEDY_CUT:
	case REMEDY_ADD:
		break;
	case REMEDY_CROP:
	case REMEDY_ENLARGE:
		cost = 18 * r->amount;
		break;
	case REMEDY_SMALLER:
	case REMEDY_LARGER:
	case REMEDY_FILLER:
		cost = 20;
		break;
	case REMEDY_OMIT:
		cost = omitted[r->object];
		break;
	case REMEDY_PAGES:
		cost = 1e5;		/* the whole issue changes */
		break;
	}
	return cost / MAX(r->gain, 0.5);
}

static gint by_harm(gconstpointer a, gconstpointer b)
{
	const struct remedy *x = a, *y = b;
	double h = harm(x) - harm(y);
	bool x_pages = x->kind == REMEDY_PAGES, y_pages = y->kind == REMEDY_PAGES;

	if (x_pages != y_pages)
		return x_pages - y_pages;
	if (x->enough != y->enough)
		return y->enough - x->enough;
	if (h != 0)
		return h < 0 ? -1 : 1;
	return x->at.line != y->at.line ? x->at.line - y->at.line : x->at.col - y->at.col;
}

/* ---- together ------------------------------------------------------------------------ */

struct chosen { struct remedy **r; size_t n; int hoped; };

/* Whether both can be done: not twice to the same, and nothing to what is left out. */
static bool go_together(const struct chosen *k, const struct remedy *r)
{
	for (size_t i = 0; i < k->n; i++)
		if (k->r[i]->target == r->target || (k->r[i]->object == r->object && k->r[i]->article == r->article && k->r[i]->number == r->number &&
						    (k->r[i]->kind == REMEDY_OMIT || r->kind == REMEDY_OMIT)))
			return false;
	return true;
}

static bool fits_with(struct search *s, const struct chosen *k)
{
	int need;

	return k->n == 1 ? k->r[0]->enough : fit_is_good(s, fit_excess(s, k->r, k->n, &need));
}

/* Those that it fits without are given back, the last first. */
static void give_back(struct search *s, struct chosen *k)
{
	for (size_t i = k->n; i-- > 0 && k->n > 2 && s->tries < s->most; ) {
		struct remedy *without = k->r[i];

		memmove(k->r + i, k->r + i + 1, (k->n - i - 1) * sizeof *k->r);
		k->n--;
		if (fits_with(s, k))
			continue;
		memmove(k->r + i + 1, k->r + i, (k->n - i) * sizeof *k->r);
		k->r[i] = without;
		k->n++;
	}
}

/* Takes remedies in this order until the text fits; true if it does. Another page is the editor's to give. */
static bool take_in_order(struct search *s, struct remedy *const *order)
{
	struct chosen k = { g_new(struct remedy *, s->remedies->len + 1), 0, 0 };
	int want = abs(s->before);
	bool good = false;

	for (guint i = 0; i < s->remedies->len && !good; i++) {
		struct remedy *r = order[i];
		int gain = MAX(r->gain, 1);

		if (!go_together(&k, r) || (r->kind == REMEDY_PAGES && (k.n || s->before > 0)) || (s->before < 0 && k.hoped + gain > want))
			continue;
		k.r[k.n++] = r;
		k.hoped += gain;
		good = (k.n == 1 || k.hoped >= want || (s->before < 0 && k.hoped > want - 2 * MIN_HOLE)) && fits_with(s, &k);
	}
	if (good)
		give_back(s, &k);
	for (size_t i = 0; good && i < k.n; i++)
		k.r[i]->chosen = true;
	g_free(k.r);
	return good;
}

static gint by_gain(gconstpointer a, gconstpointer b)
{
	const struct remedy *x = *(const struct remedy *const *)a, *y = *(const struct remedy *const *)b;

	return x->gain != y->gain ? y->gain - x->gain : by_harm(x, y);
}

/* As gently as it goes; where that is not enough, what wins most of each. */
static bool choose(struct search *s)
{
	GPtrArray *order = g_ptr_array_new();
	bool good;

	for (guint i = 0; i < s->remedies->len; i++)
		g_ptr_array_add(order, &g_array_index(s->remedies, struct remedy, i));
	good = take_in_order(s, (struct remedy *const *)order->pdata);
	if (!good && s->before > 0) {
		g_ptr_array_sort(order, by_gain);
		good = take_in_order(s, (struct remedy *const *)order->pdata);
	}
	g_ptr_array_unref(order);
	return good;
}

/* Those that win nothing alone, and are not among the chosen. */
static void drop_idle(GArray *remedies)
{
	for (guint i = remedies->len; i-- > 0; ) {
		struct remedy *r = &g_array_index(remedies, struct remedy, i);

		if (r->gain == 0 && !r->chosen)
			g_array_remove_index(remedies, i);
		else
			r->gain = MAX(r->gain, 1);
	}
}

/* ---- how much altogether ------------------------------------------------------------- */

/* The least share of all texts that has to go, or come; 0: that alone does not help. */
static double find_share(struct search *s, double most)
{
	double lo = 0, hi = most;

	s->most += SHARE_STEPS + 1;
	if (!fit_is_good(s, fit_excess_share(s, most)) && s->before > 0)
		return 0;
	for (int i = 0; i < SHARE_STEPS; i++) {
		double mid = (lo + hi) / 2;
		int excess = fit_excess_share(s, mid);
		bool enough = s->before > 0 ? excess <= 0 : excess > 0 || fit_is_good(s, excess);

		*(enough ? &hi : &lo) = mid;
	}
	return fit_is_good(s, fit_excess_share(s, hi)) ? hi : 0;
}

static size_t find_must(struct search *s)
{
	double chars = 0, most;

	for (guint i = 0; i < s->texts->len; i++)
		chars += g_array_index(s->texts, struct fit_text, i).chars;
	if (chars < 1)
		return 0;
	most = s->before > 0 ? -SHARE_MOST : MIN(1.5 * (double)s->fit->chars / chars, 20);
	return (size_t)lround(fabs(find_share(s, most)) * chars);
}

/* ---- the whole ------------------------------------------------------------------------ */

static void search(struct search *s)
{
	fit_find(s);
	g_array_sort(s->remedies, by_harm);
	s->fit->solved = choose(s);
	drop_idle(s->remedies);
	if (!s->c->fit->notes && !s->looks)
		s->fit->must = find_must(s);
	for (guint i = 0; i < s->remedies->len; i++) {
		const struct remedy *r = &g_array_index(s->remedies, struct remedy, i);

		s->fit->wins += r->kind == REMEDY_PAGES ? 0 : r->gain;
	}
}

static int tries_in_passing(const struct part *p)
{
	size_t blocks = 1;

	for (size_t i = 0; i < p->narticles; i++)
		blocks += p->articles[i]->nblocks;
	return (int)CLAMP(BLOCKS_NOTES / blocks, TRIES_LEAST, TRIES_NOTES);
}

struct copyfit *fit_part(struct composer *c, const struct part *p, const struct attempt *a, bool looks)
{
	struct copyfit *fit = arena_make(c->arena, struct copyfit);
	struct search s = {
		.c = c, .p = p, .a = a, .fit = fit, .looks = looks, .most = c->fit->notes || looks ? tries_in_passing(p) : TRIES,
		.texts = g_array_new(FALSE, FALSE, sizeof(struct fit_text)), .seen = g_array_new(FALSE, FALSE, sizeof(struct fit_seen)),
		.remedies = g_array_new(FALSE, FALSE, sizeof(struct remedy)),
	};
	int need = 0;
	bool good;

	fit->part = p;
	fit->article = p->articles[0];
	s.before = fit_excess(&s, NULL, 0, &need);
	s.need = need;
	good = fit_is_good(&s, s.before);
	fit->unplaced = s.unplaced;
	fit->over = MAX(s.before, 0);
	fit->left = MAX(-s.before, 0);
	fit_look(&s);
	if (!good || s.before > 0)
		search(&s);
	fit->nremedies = s.remedies->len;
	fit->remedies = arena_copy(c->arena, s.remedies->data, s.remedies->len * sizeof(struct remedy));
	g_array_unref(s.remedies);
	g_array_unref(s.texts);
	g_array_unref(s.seen);
	return fit;
}

void fit_adopt(struct composer *c, const struct copyfit *f)
{
	struct fitting *own = arena_make(c->arena, struct fitting);

	own->remedies = arena_make_array(c->arena, f->nremedies, struct remedy *);
	for (size_t i = 0; i < f->nremedies; i++)
		if (f->remedies[i].chosen)
			own->remedies[own->n++] = &f->remedies[i];
	c->fitting = own;
}

void fit_give_up(struct composer *c)
{
	c->fitting = NULL;
}
