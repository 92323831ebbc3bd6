/*
 * src/para/linebreak.c - total-fit line breaking.
 *
 * The active list has a group for each break that some line may still start
 * at, and in it a node for each number of lines and of hyphens in a row that lead
 * there: so the best set in one line more or less comes out of the same pass,
 * and ladders of hyphens are not punished but impossible, unless nothing
 * else is left. Demerits are a sum over lines of what is to be even (the
 * squared stretch of the spaces: least variance over the paragraph), and of
 * the price of a hyphen: the style's penalty says how many hyphens an evener
 * line is worth. Letters give first and cost next to nothing. Where a paragraph is so
 * long that the numbers of lines would spread (MANY_ITEMS), nodes of one break
 * are merged; then there is no choice of length, which nobody asks of such a
 * paragraph.
 */
#include "para/linebreak.h"
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "para/hlist.h"
#include "text/shape.h"

#define MANY_ITEMS 6000			/* hlist items: some 150 lines of a narrow column */
#define HOPELESS 1e15			/* demerits of an overfull line */
#define ILLEGAL 1e9			/* of what the style forbids, taken only where there is no other way */
#define LOOSE 4.0			/* ratio from which a line is taken only where nothing else ends there ... */
#define LOOSER 12.0			/* ... and from which, where the best way has such a line: the other may be worse further on */
#define TOO_LOOSE 5.0			/* ratio of lines that anybody sees */

/* Demerits. A line of many spaces stretched to their limit has 2 SPACES + FAR. */
#define SPACES 5000.0			/* squared stretch of the spaces: their evenness over the paragraph */
#define FAR 1500.0			/* to the fourth: what is far off shows more than in proportion */
#define FEW 0.04			/* of the measure: so much stretch counts half, fewer spaces are fewer uneven ones */
#define LETTERS 10.0			/* letters at their limit: hardly seen */
#define CONTRAST 300.0			/* spaces that differ by their whole stretch from those of the line before */
#define PAIR 0.3			/* a second hyphen in a row, parts of a hyphen's own demerits */
#define DASH 0.5			/* a hyphen of the word's own at a line's end, the same */
#define RUNT 3e4
#define LOST 0.3			/* of the measure: a last line shorter than that looks lost ... */
#define LOST_WORD 1.25e5		/* ... in a line more or less than natural, where nobody had to take it: at most so much ... */
#define LOST_SYLLABLE 1e6		/* ... and so much for the rest of a word */
#define SURELY 1.001			/* beyond what rounding could make of a limit */
#define MOST_HYPHENS 4u
#define START SIZE_MAX

struct node {
	const struct node *prev;
	size_t item;			/* the break; START for the paragraph's start */
	uint32_t line;			/* lines set before it */
	uint32_t hyphens;		/* in a row, ending with this break; the style's limit at most */
	double spaces;			/* stretch of those in the line that ends here */
	double demerits;
	Pt overfull;
};

/* The ways to one break: a line from it fits the same for all that stand in the same measure. */
struct group { size_t item; struct node *nodes; size_t n; };

struct candidates;

struct search {
	const struct hlist *h;
	const struct style *style;
	struct arena *scratch;
	line_measure measure;
	const void *ctx;
	bool merge, uniform;
	double loose;			/* LOOSE or LOOSER */
	struct group *groups;		/* by growing item; [first, n) may still start a line */
	size_t first, n, room;
	Pt *widths;			/* of lines, as far as they were asked for */
	size_t nwidths, widths_room;
	struct candidates *others;	/* ways to the end as they are weighed where another number of lines is wanted */
	uint32_t hyphens;		/* in a row that are told apart */
	double pair, dash, contrast;	/* demerits */
};

static inline double greater(double a, double b)
{
	return a > b ? a : b;
}

static inline double lesser(double a, double b)
{
	return a < b ? a : b;
}

static inline struct fit fit_of(const struct hlist *h, size_t from, size_t to, Pt width)
{
	const struct hitem *b = &h->items[to], *before = from == START ? NULL : &h->items[from];
	const struct hsum *x = &h->sums[before ? from + 1 : 0], *y = &h->sums[to];
	struct fit f;
	Pt give;

	f.natural = y->width - x->width + b->pre - b->hang_end - (before ? before->hang_start - before->post : h->hang_start);
	f.stretch = y->stretch - x->stretch;
	f.shrink = y->shrink - x->shrink;
	f.track = y->track - x->track;
	f.expand = y->expand - x->expand;
	f.need = width - f.natural;
	give = f.track + f.expand;
	f.letters = give > 0 ? greater(-1, lesser(f.need / give, 1)) : 0;
	f.rest = f.need - f.letters * give;
	if (fabs(f.rest) < 1e-6)
		f.rest = 0;
	f.ratio = f.rest / greater(f.rest > 0 ? f.stretch : f.shrink, 1e-3);
	return f;
}

struct fit line_fit(const struct hlist *h, size_t from, size_t to, Pt width)
{
	return fit_of(h, from, to, width);
}

static Pt ask_width(struct search *s, uint32_t line)
{
	while (line >= s->nwidths) {
		if (s->nwidths == s->widths_room) {
			s->widths_room = s->widths_room * 2 + 16;
			s->widths = g_renew(Pt, s->widths, s->widths_room);
		}
		s->widths[s->nwidths] = s->measure(s->ctx, s->nwidths).width;
		s->nwidths++;
	}
	return s->widths[line];
}

static inline Pt width_of(struct search *s, uint32_t line)
{
	if (s->uniform)
		line = 0;
	return line < s->nwidths ? s->widths[line] : ask_width(s, line);
}

/* A line by itself, whatever stands before it. */
struct judged {
	struct fit fit;
	bool legal, too_long;		/* too_long: no later break ends this line either */
	bool last;
	double spaces, demerits;	/* spaces: what theirs is stretched or shrunk by, over the stretch there is */
};

static double break_demerits(const struct search *s, const struct hitem *b)
{
	if (b->dash)
		return s->dash;
	return b->penalty > 0 && b->penalty < PENALTY_NEVER ? b->penalty * b->penalty : 0;
}

/* A last line of one syllable, or shorter than the next paragraph's indent, looks lost. */
static double runt_demerits(const struct search *s, const struct fit *f, Pt width)
{
	Pt least = fmax(1.6 * s->style->indent, s->style->runt * s->style->size);

	if (s->style->runt <= 0 || f->natural >= least || width < 3 * least)
		return 0;
	return RUNT * (1 + (least - f->natural) / least);
}

/* Too wide spaces and too narrow ones count alike, in parts of the stretch: what is minded is unevenness. */
static void judge_justified(const struct fit *f, Pt width, struct judged *j)
{
	Pt stretch = greater(f->stretch, 1e-3), weighed = greater(f->stretch, FEW * width / 5);
	double q = f->rest / stretch;

	if (j->last && f->need > 0)
		return;
	j->spaces = q;
	j->demerits += 2 * weighed / (weighed + FEW * width) * SPACES * q * q + FAR * q * q * q * q +
		       LETTERS * f->letters * f->letters;
}

static void judge_ragged(const struct search *s, const struct fit *f, Pt width, struct judged *j)
{
	double slack = fmax(f->need, 0) / fmax(3 * s->style->size, 0.2 * width);

	if (!j->last || s->style->balance)
		j->demerits += 22500 * slack * slack;
}

static bool justifies(const struct search *s, Pt width)
{
	return shaped_align(s->h->text, width) == ALIGN_JUSTIFY;
}

/* Whether a justified line is so loose that it is not taken where another ends: most that are tried are, and are known by this. */
static inline bool is_loose(const struct search *s, size_t from, size_t to, Pt width)
{
	const struct hlist *h = s->h;
	const struct hitem *b = &h->items[to], *before = from == START ? NULL : &h->items[from];
	const struct hsum *x = &h->sums[before ? from + 1 : 0], *y = &h->sums[to];
	Pt natural = y->width - x->width + b->pre - b->hang_end - (before ? before->hang_start - before->post : h->hang_start);
	Pt give = y->track - x->track + y->expand - x->expand;

	return b->penalty > PENALTY_FORCED &&
	       width - natural - give > s->loose * SURELY * greater(y->stretch - x->stretch, 1e-3) + 1e-3;
}

static inline struct judged judge(const struct search *s, size_t from, size_t to, Pt width, bool justify)
{
	const struct hitem *b = &s->h->items[to];
	struct judged j = { .fit = fit_of(s->h, from, to, width), .last = b->penalty <= PENALTY_FORCED };
	const struct fit *f = &j.fit;
	Pt give = justify ? f->shrink + f->track + f->expand : 0;

	j.too_long = f->need + b->pre + b->hang_end + 0.01 < -give;
	j.legal = f->need >= -0.01 || (justify && f->ratio >= -1 - 1e-9);	/* ragged lines are set as they are */
	if (!j.legal)
		return j;
	j.demerits = 1 + break_demerits(s, b);
	if (justify)
		judge_justified(f, width, &j);
	else
		judge_ragged(s, f, width, &j);
	if (j.last && to == s->h->n - 1 && from != START)
		j.demerits += runt_demerits(s, f, width);
	return j;
}

/* The line after node a, with what it costs beside the line before. */
static struct node node_after(const struct search *s, const struct node *a, size_t to, const struct judged *j)
{
	const struct hitem *b = &s->h->items[to];
	double change = j->spaces - a->spaces;
	struct node n = {
		.prev = a, .item = to, .line = a->line + 1, .spaces = j->spaces,
		.demerits = a->demerits + j->demerits, .overfull = a->overfull,
	};

	if (a->item != START && !j->last)	/* a loose line beside a tight one shows more than either alone */
		n.demerits += s->contrast * change * change;
	if (!b->hyphen && !b->dash)
		return n;
	n.hyphens = MIN(a->hyphens + 1, s->hyphens);
	if (a->hyphens)
		n.demerits += s->pair;
	if (s->style->ladder && a->hyphens >= s->hyphens)
		n.demerits += ILLEGAL;
	return n;
}

/* The best way to a break for each number of lines and of hyphens in a row; loose: the best that is very loose. */
struct candidates { struct node best[40]; size_t n; struct node loose; };

static size_t worst(const struct candidates *c)
{
	size_t w = 0;

	for (size_t i = 1; i < c->n; i++)
		if (c->best[i].demerits > c->best[w].demerits)
			w = i;
	return w;
}

/* Only the neighbours of the best number of lines can still matter, and more hyphens only where they are cheaper. */
static void prune(const struct search *s, struct candidates *c)
{
	size_t best = 0, n = 0;
	uint32_t line, more = 1 + (uint32_t)abs(s->style->looseness);

	for (size_t i = 1; i < c->n; i++)
		if (c->best[i].demerits < c->best[best].demerits)
			best = i;
	line = c->n ? c->best[best].line : 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->best[i].line + more >= line && c->best[i].line <= line + more)
			c->best[n++] = c->best[i];
	c->n = n;
}

static void keep(const struct search *s, struct candidates *c, const struct node *n)
{
	size_t i = 0;

	while (i < c->n && !((s->merge || c->best[i].line == n->line) && c->best[i].hyphens == n->hyphens))
		i++;
	if (i == c->n) {
		if (c->n == G_N_ELEMENTS(c->best))
			i = worst(c);
		else
			c->best[c->n++].demerits = INFINITY;
	}
	if (n->demerits < c->best[i].demerits)
		c->best[i] = *n;
}

static double lost_demerits(const struct search *s, size_t from, const struct fit *f, Pt width)
{
	double lost = 1 - f->natural / (LOST * width);

	if (from == START || lost <= 0)
		return 0;
	return lost * (s->h->items[from].hyphen ? LOST_SYLLABLE : LOST_WORD);
}

/* Where a line more or less is wanted, the last one should not be lost for it. */
static void keep_other(struct search *s, const struct node *a, size_t to, const struct judged *j, const struct node *n)
{
	struct node other = *n;

	if (to + 1 < s->h->n || s->merge)
		return;
	other.demerits += lost_demerits(s, a->item, &j->fit, width_of(s, a->line));
	keep(s, s->others, &other);
}

static const struct node *best_of(const struct node *nodes, size_t n)
{
	const struct node *best = nodes;

	for (size_t i = 1; i < n; i++)
		if (nodes[i].demerits < best->demerits)
			best = &nodes[i];
	return best;
}

/* No line can end here or later from any active break: end one here all the same. */
static void rescue(struct search *s, struct candidates *c, const struct group *g, size_t to)
{
	const struct node *a = best_of(g->nodes, g->n);
	struct fit f = line_fit(s->h, a->item, to, width_of(s, a->line));
	struct node n = {
		.prev = a, .item = to, .line = a->line + 1, .hyphens = s->h->items[to].hyphen,
		.demerits = a->demerits + HOPELESS,
		.overfull = fmax(a->overfull, -f.need - (shaped_align(s->h->text, width_of(s, a->line)) == ALIGN_JUSTIFY ? f.shrink + f.track + f.expand : 0)),
	};

	keep(s, c, &n);
}

static void add_group(struct search *s, size_t item, const struct node *nodes, size_t n)
{
	if (s->n == s->room) {
		s->room = s->room * 2 + 64;
		s->groups = g_renew(struct group, s->groups, s->room);
	}
	s->groups[s->n++] = (struct group){ item, arena_copy(s->scratch, nodes, n * sizeof *nodes), n };
}

/* All lines from the group to the break; returns whether a later break may still end one of them. */
static bool try_group(struct search *s, const struct group *g, size_t to, struct candidates *c)
{
	struct judged j = { .too_long = true };
	Pt width = -1;
	bool alive = false, justify = false, loose = false;

	for (size_t i = 0; i < g->n; i++) {
		const struct node *a = &g->nodes[i];
		Pt w = width_of(s, a->line);
		struct node n;

		if (w != width) {
			width = w;
			justify = justifies(s, w);
			loose = c->n && justify && is_loose(s, g->item, to, w);
			if (!loose)
				j = judge(s, g->item, to, w, justify);
		}
		alive |= loose || !j.too_long;
		if (loose || !j.legal)
			continue;
		if (j.spaces > s->loose && (c->n || a->demerits + j.demerits >= c->loose.demerits))
			continue;
		n = node_after(s, a, to, &j);
		keep_other(s, a, to, &j, &n);
		if (j.spaces <= s->loose)
			keep(s, c, &n);
		else if (n.demerits < c->loose.demerits)
			c->loose = n;
	}
	return alive;
}

static void try_break(struct search *s, size_t to)
{
	struct candidates c;		/* not zeroed: it is large, and this is the inmost of the work */
	bool forced = s->h->items[to].penalty <= PENALTY_FORCED, alive = false;
	struct group out = { .n = 0 };

	c.n = 0;
	c.loose.prev = NULL;
	c.loose.demerits = INFINITY;
	for (size_t i = s->first; i < s->n; i++) {
		struct group *g = &s->groups[i];

		if (g->n && try_group(s, g, to, &c) && !forced) {
			alive = true;
		} else if (g->n) {
			out = *g;
			g->n = 0;
		}
	}
	while (s->first < s->n && s->groups[s->first].n == 0)
		s->first++;
	if (c.n == 0 && c.loose.prev)
		c.best[c.n++] = c.loose;
	if (!alive && c.n == 0 && out.n)
		rescue(s, &c, &out, to);
	prune(s, &c);
	if (c.n)
		add_group(s, to, c.best, c.n);
}

/* Whether the line that ends at a node has spaces too far; one without any is short instead. */
static bool is_too_loose(struct search *s, const struct node *n)
{
	return n->spaces > TOO_LOOSE && line_fit(s->h, n->prev->item, n->item, width_of(s, n->prev->line)).stretch > 0.01;
}

static size_t loose_lines(struct search *s, const struct node *end)
{
	size_t loose = 0;

	for (const struct node *n = end; n->prev; n = n->prev)
		loose += is_too_loose(s, n);
	return loose;
}

static struct breaks breaks_from(struct arena *a, struct search *s, const struct node *end)
{
	struct breaks b = { .n = 0 };
	const struct hlist *h = s->h;
	double most = 0;

	if (!end)
		return b;
	for (const struct node *n = end; n->prev; n = n->prev)
		b.n++;
	b.at = arena_make_array(a, b.n, uint32_t);
	b.hyphen = arena_make_array(a, b.n, bool);
	b.demerits = end->demerits;
	b.overfull = end->overfull;
	b.last = b.n ? line_fit(h, end->prev->item, end->item, 0).natural : 0;
	for (size_t i = b.n; i-- > 0; end = end->prev) {
		b.at[i] = (uint32_t)end->item;
		b.hyphen[i] = h->items[end->item].hyphen;
		if (!is_too_loose(s, end))
			continue;
		b.nloose++;
		if (end->spaces >= most)
			b.loosest = i;
		most = fmax(most, end->spaces);
	}
	return b;
}

/* The best end with so many lines; NULL where only what is forbidden leads there, or more than `loose` lines that are too loose. */
static const struct node *end_with(struct search *s, uint32_t line, size_t loose)
{
	const struct candidates *ends = s->others;
	const struct node *best = NULL;

	for (size_t i = 0; i < ends->n; i++) {
		const struct node *e = &ends->best[i];
		if (e->line == line && e->demerits < ILLEGAL && (!best || e->demerits < best->demerits) && loose_lines(s, e) <= loose)
			best = e;
	}
	return best;
}

/* Its breaks; none where it is NULL. What its last line costs is for the page to weigh. */
static struct breaks other_breaks(struct arena *a, struct search *s, const struct node *end)
{
	struct breaks b = breaks_from(a, s, end);

	if (end) {
		struct fit f = line_fit(s->h, end->prev->item, end->item, 0);
		b.demerits -= lost_demerits(s, end->prev->item, &f, width_of(s, end->prev->line));
	}
	return b;
}

/* Balanced heads take the fewest lines there can be; all else the least demerits. */
static const struct node *best_end(const struct search *s, const struct group *ends)
{
	const struct node *best = best_of(ends->nodes, ends->n);

	for (size_t i = 0; s->style->balance && i < ends->n; i++) {
		const struct node *e = &ends->nodes[i];
		if (e->line < best->line || (e->line == best->line && e->demerits < best->demerits))
			best = e;
	}
	return best;
}

/* All ways through the paragraph; returns those to its end. */
static const struct group *find_ways(struct search *s, double loose)
{
	const struct hlist *h = s->h;
	struct node start = { .item = START };

	s->loose = loose;
	s->first = s->n = s->others->n = 0;
	add_group(s, START, &start, 1);
	for (size_t i = 0; i < h->n; i++)
		if (h->items[i].kind != H_BOX && h->items[i].penalty < PENALTY_NEVER)
			try_break(s, i);
	return &s->groups[s->n - 1];
}

static bool has_loose(const struct node *end)
{
	while (end->prev && end->spaces <= LOOSE)
		end = end->prev;
	return end->prev != NULL;
}

struct choice linebreak(struct arena *a, const struct hlist *h, line_measure measure, const void *ctx, bool uniform)
{
	struct search s = {
		.h = h, .style = h->text->style, .scratch = arena_new(), .measure = measure, .ctx = ctx,
		.merge = uniform && h->n > MANY_ITEMS, .uniform = uniform,
	};
	struct candidates others;
	const struct group *ends;
	const struct node *best, *other;
	struct choice c = { .natural = { 0 } };

	s.others = &others;
	s.hyphens = s.style->ladder ? MIN((uint32_t)s.style->ladder, MOST_HYPHENS) : 2;
	s.pair = PAIR * s.style->hyphen_penalty * s.style->hyphen_penalty;
	s.dash = DASH * s.style->hyphen_penalty * s.style->hyphen_penalty;
	s.contrast = CONTRAST * s.style->contrast;
	ends = find_ways(&s, LOOSE);
	best = best_end(&s, ends);
	if (!s.merge && has_loose(best)) {
		ends = find_ways(&s, LOOSER);
		best = best_end(&s, ends);
	}
	if (s.style->looseness && (other = end_with(&s, best->line + (uint32_t)s.style->looseness, SIZE_MAX)))
		best = other;
	c.natural = breaks_from(a, &s, best);
	if (!s.merge) {
		c.shorter = other_breaks(a, &s, end_with(&s, best->line - 1, c.natural.nloose));
		c.longer = other_breaks(a, &s, end_with(&s, best->line + 1, c.natural.nloose));
	}
	g_free(s.groups);
	g_free(s.widths);
	arena_free(s.scratch);
	return c;
}
