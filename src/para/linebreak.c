/*
 * src/para/linebreak.c - total-fit line breaking.
 *
 * The active list holds one node for each break that some line may still start
 * at and each number of lines that leads there, so that the best set in
 * one line more or less comes out of the same pass. Where a paragraph is so
 * long that the numbers of lines would spread (MANY_ITEMS), nodes of one break
 * are merged; then there is no choice of length, which nobody asks of such a
 * paragraph.
 */
#include "para/linebreak.h"
#include <glib.h>
#include <math.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "para/hlist.h"
#include "text/shape.h"

#define MANY_ITEMS 6000			/* hlist items: some 150 lines of a narrow column */
#define HOPELESS 1e15			/* demerits of an overfull line */
#define LETTERS 4.0			/* badness of letters at their limit */
#define CONTRAST 2500.0			/* demerits of spaces that differ by their whole stretch from the line before */
#define LETTERS_CONTRAST 200.0
#define LOOSE 4.0			/* ratio from which a line is taken only where nothing else ends there */
#define START SIZE_MAX

struct node {
	struct node *prev, *next;	/* next: in the active list */
	size_t item;			/* the break; START for the paragraph's start */
	uint32_t line;			/* lines set before it */
	uint32_t hyphens;		/* in a row, ending with this break */
	double ratio, letters;		/* of the line that ends here */
	double demerits;
	Pt overfull;
};

struct search {
	const struct hlist *h;
	const struct style *style;
	struct arena *scratch;
	line_measure measure;
	const void *ctx;
	bool merge;
	struct node *active;		/* by growing item */
	struct measure line0;		/* measure(ctx, 0), asked for once where uniform */
	bool uniform;
};

struct fit line_fit(const struct hlist *h, size_t from, size_t to, Pt width)
{
	const struct hitem *b = &h->items[to];
	size_t first = from == START ? 0 : from + 1;
	struct fit f;
	Pt give, rest;

	f.natural = h->width[to] - h->width[first] + (b->kind == H_PENALTY ? b->pre : 0) - b->hang_end -
		    (from == START ? h->hang_start : h->items[from].hang_start) +
		    (from == START ? 0 : h->items[from].post);
	f.stretch = h->stretch[to] - h->stretch[first];
	f.shrink = h->shrink[to] - h->shrink[first];
	f.track = h->track[to] - h->track[first];
	f.expand = h->expand[to] - h->expand[first];
	f.need = width - f.natural;
	give = f.track + f.expand;
	f.letters = give > 0 ? fmax(-1, fmin(f.need / give, 1)) : 0;
	rest = f.need - f.letters * give;
	if (fabs(rest) < 1e-6)
		f.ratio = 0;
	else
		f.ratio = rest / fmax(rest > 0 ? f.stretch : f.shrink, 1e-3);
	return f;
}

static struct measure measure_of(const struct search *s, uint32_t line)
{
	return s->uniform ? s->line0 : s->measure(s->ctx, line);
}

static double penalty_demerits(const struct search *s, const struct node *a, const struct hitem *b)
{
	double d = b->penalty > 0 && b->penalty < PENALTY_NEVER ? b->penalty * b->penalty : 0;

	/* Two hyphens in a row are a flaw, three a ladder. */
	if (b->hyphen && a->hyphens > 0)
		d += (a->hyphens == 1 ? 6e3 : 2e5 * a->hyphens) * fmax(s->style->hyphen_penalty, 1) / 50;
	return d;
}

/* A last line shorter than the next paragraph's indent, or of one syllable, looks lost. */
static double runt_demerits(const struct search *s, const struct fit *f, Pt width)
{
	Pt least = fmax(1.6 * s->style->indent, 2.5 * s->style->size);

	if (f->natural >= least || width < 3 * least)
		return 0;
	return 3e4 * (1 + (least - f->natural) / least);
}

static double justified_demerits(const struct search *s, const struct node *a, size_t to,
				 const struct fit *f, Pt width, double *ratio, double *letters)
{
	const struct hitem *b = &s->h->items[to];
	bool last = b->penalty <= PENALTY_FORCED;
	double r = f->ratio, l = f->letters, bad, d;

	if (last && f->need > 0)
		r = l = 0;
	bad = 100 * fabs(r) * r * r + LETTERS * l * l;
	d = (1 + bad) * (1 + bad) + penalty_demerits(s, a, b);
	/* A loose line beside a tight one shows more than either alone. */
	if (a->item != START)
		d += CONTRAST * (r - a->ratio) * (r - a->ratio) + LETTERS_CONTRAST * (l - a->letters) * (l - a->letters);
	if (last && to == s->h->n - 1 && a->item != START)
		d += runt_demerits(s, f, width);
	*ratio = r;
	*letters = l;
	return d;
}

static double ragged_demerits(const struct search *s, const struct node *a, size_t to, const struct fit *f, Pt width)
{
	const struct hitem *b = &s->h->items[to];
	bool last = b->penalty <= PENALTY_FORCED;
	double slack = fmax(f->need, 0) / fmax(3 * s->style->size, 0.2 * width);
	double d = 1 + penalty_demerits(s, a, b) * 0.25;

	if (!last || s->style->balance)
		d += 900 * slack * slack;
	if (last && to == s->h->n - 1 && a->item != START)
		d += runt_demerits(s, f, width) * 0.03;
	return d;
}

/* The line a..to; false if it cannot be. too_long: nor can any later break end it. */
static bool try_line(const struct search *s, const struct node *a, size_t to, struct node *out, bool *too_long)
{
	Pt width = measure_of(s, a->line).width;
	struct fit f = line_fit(s->h, a->item, to, width);
	const struct hitem *b = &s->h->items[to];
	bool justify = s->style->align == ALIGN_JUSTIFY;
	double d, ratio = 0, letters = 0;

	*too_long = f.need + (b->kind == H_PENALTY ? b->pre : 0) + b->hang_end + 0.01 < (justify ? -(f.shrink + f.track + f.expand) : 0);
	if (f.need < -0.01 && (!justify || f.ratio < -1 - 1e-9))	/* ragged lines are set as they are */
		return false;
	d = justify ? justified_demerits(s, a, to, &f, width, &ratio, &letters) : ragged_demerits(s, a, to, &f, width);
	*out = (struct node){
		.item = to, .line = a->line + 1, .hyphens = b->hyphen ? a->hyphens + 1 : 0,
		.ratio = ratio, .letters = letters, .demerits = a->demerits + d, .overfull = a->overfull,
	};
	return true;
}

/* The best way to a break for each number of lines; loose: the best that is very loose. */
struct candidates { struct node best[8]; size_t n; struct node loose; };

static size_t worst(const struct candidates *c)
{
	size_t w = 0;

	for (size_t i = 1; i < c->n; i++)
		if (c->best[i].demerits > c->best[w].demerits)
			w = i;
	return w;
}

/* Only the neighbours of the best number of lines can still matter. */
static void prune(struct candidates *c)
{
	size_t best = 0, n = 0;
	uint32_t line;

	for (size_t i = 1; i < c->n; i++)
		if (c->best[i].demerits < c->best[best].demerits)
			best = i;
	line = c->n ? c->best[best].line : 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->best[i].line + 1 >= line && c->best[i].line <= line + 1)
			c->best[n++] = c->best[i];
	c->n = n;
}

static void keep(const struct search *s, struct candidates *c, const struct node *n, struct node *prev)
{
	size_t i = 0;

	while (i < c->n && !s->merge && c->best[i].line != n->line)
		i++;
	if (i == c->n) {
		if (c->n == sizeof c->best / sizeof c->best[0])
			i = worst(c);
		else
			c->best[c->n++].demerits = INFINITY;
		if (n->demerits >= c->best[i].demerits)
			return;
		c->best[i] = *n;
		c->best[i].prev = prev;
	} else if (n->demerits < c->best[i].demerits) {
		c->best[i] = *n;
		c->best[i].prev = prev;
	}
}

/* No line can end here or later from any active break: end one here all the same. */
static void rescue(const struct search *s, struct candidates *c, struct node *a, size_t to)
{
	Pt width = measure_of(s, a->line).width;
	struct fit f = line_fit(s->h, a->item, to, width);
	struct node n = {
		.item = to, .line = a->line + 1, .hyphens = s->h->items[to].hyphen,
		.demerits = a->demerits + HOPELESS,
		.overfull = fmax(a->overfull, -f.need - (s->style->align == ALIGN_JUSTIFY ? f.shrink + f.track + f.expand : 0)),
	};
	keep(s, c, &n, a);
}

static void try_break(struct search *s, size_t to)
{
	struct candidates c = { .n = 0, .loose.demerits = INFINITY };
	struct node **link = &s->active, *last_out = NULL;
	bool forced = s->h->items[to].penalty <= PENALTY_FORCED;

	while (*link) {
		struct node *a = *link, n;
		bool too_long;

		if (try_line(s, a, to, &n, &too_long)) {
			if (n.ratio <= LOOSE) {
				keep(s, &c, &n, a);
			} else if (n.demerits < c.loose.demerits) {
				c.loose = n;
				c.loose.prev = a;
			}
		}
		if (too_long || forced) {
			*link = a->next;
			if (!last_out || a->demerits < last_out->demerits || a->item + 1 > last_out->item + 1)	/* START first */
				last_out = a;
		} else {
			link = &a->next;
		}
	}
	if (c.n == 0 && c.loose.prev)
		c.best[c.n++] = c.loose;
	if (!s->active && c.n == 0 && last_out)
		rescue(s, &c, last_out, to);
	prune(&c);
	for (size_t i = 0; i < c.n; i++) {
		struct node *n = arena_make(s->scratch, struct node);
		*n = c.best[i];
		n->next = NULL;
		*link = n;
		link = &n->next;
	}
}

static struct breaks breaks_from(struct arena *a, const struct node *end)
{
	struct breaks b = { .n = 0 };

	if (!end)
		return b;
	for (const struct node *n = end; n->prev; n = n->prev)
		b.n++;
	b.at = arena_make_array(a, b.n, uint32_t);
	b.demerits = end->demerits;
	b.overfull = end->overfull;
	for (size_t i = b.n; i-- > 0; end = end->prev)
		b.at[i] = (uint32_t)end->item;
	return b;
}

static const struct node *end_with(const struct node *ends, uint32_t line)
{
	for (; ends; ends = ends->next)
		if (ends->line == line && ends->demerits < HOPELESS)
			return ends;
	return NULL;
}

/* Balanced heads take the fewest lines there can be; all else the least demerits. */
static const struct node *best_end(const struct search *s, const struct node *ends)
{
	const struct node *best = ends;

	for (; ends; ends = ends->next)
		if (s->style->balance ? ends->line < best->line : ends->demerits < best->demerits)
			best = ends;
	return best;
}

struct choice linebreak(struct arena *a, const struct hlist *h, line_measure measure, const void *ctx, bool uniform)
{
	struct search s = {
		.h = h, .style = h->text->style, .scratch = arena_new(), .measure = measure, .ctx = ctx,
		.merge = uniform && h->n > MANY_ITEMS, .uniform = uniform, .line0 = measure(ctx, 0),
	};
	struct node start = { .item = START };
	const struct node *best;
	struct choice c = { .natural = { 0 } };

	s.active = &start;
	for (size_t i = 0; i < h->n; i++)
		if (h->items[i].kind != H_BOX && h->items[i].penalty < PENALTY_NEVER)
			try_break(&s, i);
	best = best_end(&s, s.active);
	c.natural = breaks_from(a, best);
	if (best && !s.merge) {
		c.shorter = breaks_from(a, end_with(s.active, best->line - 1));
		c.longer = breaks_from(a, end_with(s.active, best->line + 1));
	}
	arena_free(s.scratch);
	return c;
}
