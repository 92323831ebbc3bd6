/*
 * src/page/figure/arrange_free.c - places of pull quotes and boxes on a page.
 *
 * They have many, so only those are followed that are likeliest for the text as
 * it is thought to stand: near the place where it is written, a quote not near the sentence
 * that it repeats. Where other figures stand already is weighed with them.
 */
#include "page/figure/arrange_near.h"
#include "page/figure/arrange_search.h"
#include <math.h>
#include <string.h>
#include "page/fit/fit.h"
#include "page/figure/inset.h"

#define STEP 3				/* lines from one place inside a column to the next */
#define UNDER_HEAD 8			/* lines of text between a head or picture of the template and a quote */
#define COST_HEAD 1500.0		/* inside a column a quote is seen as one ... */
#define COST_FOOT 3000.0		/* ... and at the foot least */
#define COST_MIDDLE 60.0		/* a line from the height where quotes are looked for, ... */
#define MIDDLE 0.42			/* ... this part of the page's */
#define COST_SIZE 9000.0		/* type of another size than the others' */
#define COST_WIDE 2500.0
#define COST_BOX_HEAD 2500.0
#define COST_BOX_ALONE 1500.0
#define COST_SHAPE 2500.0		/* a box twice as high, or flat, as one of a good shape ... */
#define SHAPE_HIGH 1.5			/* ... which is this many times as high as wide at most, */
#define SHAPE_FLAT 0.2			/* and not less than this */
#define ALONE 0.7			/* of its column, that a box fills at least to stand alone in it */

struct place_search {
	struct search *s;
	struct proposals *p;
	const struct floating *f;
};

/* Nothing of the template stands over this column's head, or under its foot; an article begins with its text. */
static bool bare_head(const struct place_search *p, size_t column)
{
	return p->s->o->columns[column]->line < 1.01 && (column > 0 || p->s->o->units > 0);
}

static bool bare_foot(const struct place_search *p, size_t column)
{
	return foot_line(p->s->o->columns[column]) > p->s->f->w->c->layout->lines + 0.99;
}

static bool all_bare(const struct place_search *p, size_t column, int span, bool (*bare)(const struct place_search *p, size_t column))
{
	for (size_t i = column; i < column + (size_t)span; i++)
		if (!bare(p, i))
			return false;
	return true;
}

static struct slot slot_of(const struct place_search *p, const struct figure *f, size_t column, int span, enum slot_at at)
{
	int white = at == AT_INSIDE ? 2 : 1;

	return (struct slot){ .figure = p->p->figure, .column = column, .span = span, .at = at, .figured = f, .lines = f->lines,
			      .ticks = (int)lround((figure_lines(f) + white) * TICKS), .width = f->width };
}

/* Set once for each width and size. */
static const struct figure *figure_for(struct place_search *p, Pt width, int span, int step)
{
	struct page_figures *f = p->s->f;
	struct composer *c = f->w->c;
	gpointer key = GSIZE_TO_POINTER(1 + (p->p->figure * 32 + (size_t)span) * 16 + 12 + (size_t)(step + 1));
	struct figure_wish wish = figure_wish(c, width, c->layout->lines);
	const struct figure *set = g_hash_table_lookup(f->heights, key);

	if (set)
		return set;
	wish.step = step;
	wish.columns = span;
	wish.tag = f->w->tag;
	set = figure_new(c, f->w->t, p->f, &wish);
	g_hash_table_insert(f->heights, key, (gpointer)set);
	return set;
}

static Pt width_over(const struct place_search *p, int span)
{
	return span * p->p->columns[0].frame.width + (span - 1) * p->s->gutter;
}

/* ---- quotes -------------------------------------------------------------------- */

static void propose_inside(struct place_search *p, const struct figure *f, size_t column, int span, double cost)
{
	const struct layout *l = p->s->f->w->c->layout;
	const struct column *base = p->s->o->columns[column];
	struct slot slot = slot_of(p, f, column, span, AT_INSIDE);
	double from = base->line + (base->line > 1.01 ? UNDER_HEAD : INSIDE_TEXT);

	double end = MIN(foot_line(base), p->p->end + slot.ticks / (double)TICKS * span / (double)p->s->ncolumns);

	for (slot.from = from; slot.from + slot.ticks / (double)TICKS + INSIDE_TEXT <= end; slot.from += STEP)
		propose(p->s, p->p, &slot, cost + COST_MIDDLE * fabs(slot.from + slot.ticks / 2.0 / TICKS - MIDDLE * l->lines), true);
}

/* Over the white between two columns. */
static void propose_between(struct place_search *p, int step, double cost)
{
	Pt width = straddle_width(p->s->f->w->c, p->f, p->p->columns[0].frame.width);
	const struct figure *f = width > 0 && p->s->ncolumns > 1 ? figure_for(p, width, 0, step) : NULL;

	for (size_t column = 0; f && column + 1 < p->s->ncolumns; column++)
		for (int offset = INSIDE_TEXT; (offset + INSIDE_TEXT + figure_lines(f)) * TICKS <= p->p->columns[column].frame.ticks; offset += STEP) {
			struct slot slot = beside_slot(p->s, p->p->o, &p->p->columns[column], column, f, true, offset);

			propose(p->s, p->p, &slot, cost + COST_MIDDLE * fabs(p->p->columns[column].line + offset - MIDDLE * p->s->f->w->c->layout->lines), true);
		}
}

static void propose_quote(struct place_search *p, const struct figure *f, int span, double cost)
{
	unsigned places = p->s->f->w->c->layout->quotes.places;

	for (size_t column = 0; column + (size_t)span <= p->s->ncolumns; column++) {
		struct slot head = slot_of(p, f, column, span, AT_HEAD), foot = slot_of(p, f, column, span, AT_FOOT);

		if ((places & FLOAT_HEAD) && all_bare(p, column, span, bare_head))
			propose(p->s, p->p, &head, cost + COST_HEAD, true);
		if ((places & FLOAT_FOOT) && all_bare(p, column, span, bare_foot))
			propose(p->s, p->p, &foot, cost + COST_FOOT, true);
		if (places & FLOAT_INSIDE)
			propose_inside(p, f, column, span, cost);
	}
}

static void propose_quotes(struct place_search *p)
{
	struct composer *c = p->s->f->w->c;
	const struct quote_rules *r = &c->layout->quotes;
	const struct block *b = p->f->block;
	int fixed = fit_step(c, b, b->step);
	bool chosen = b->sized || fixed != b->step;

	for (int step = -1; step <= 1; step++) {
		double cost = !chosen && step ? COST_SIZE : 0;

		if (chosen ? step != fixed : !r->sizes[step + 1])
			continue;
		for (int span = 1; span <= (r->widths & WIDTH_WIDE ? 2 : 1); span++)
			if ((span == 2 || (r->widths & WIDTH_COLUMN)) && (size_t)span <= p->s->ncolumns)
				propose_quote(p, figure_for(p, width_over(p, span), span, step), span, cost + (span > 1 ? COST_WIDE : 0));
		if (r->places & FLOAT_STRADDLE)
			propose_between(p, step, cost);
	}
}

/* ---- boxes ---------------------------------------------------------------------- */

/* Neither a tower nor a ribbon. */
static double shape_cost(const struct layout *l, const struct figure *f)
{
	double shape = figure_lines(f) * l->leading / f->width;

	return COST_SHAPE * (shape > SHAPE_HIGH ? log2(shape / SHAPE_HIGH) : shape < SHAPE_FLAT ? log2(SHAPE_FLAT / shape) : 0);
}

static void propose_box(struct place_search *p, const struct figure *f, int span)
{
	const struct layout *l = p->s->f->w->c->layout;
	bool full = span > 2 && (size_t)span == p->s->ncolumns;
	double cost = shape_cost(l, f);

	for (size_t column = 0; column + (size_t)span <= p->s->ncolumns; column++) {
		struct slot head = slot_of(p, f, column, span, AT_HEAD), foot = slot_of(p, f, column, span, AT_FOOT);
		int ticks = p->p->columns[column].frame.ticks;

		if ((l->sidebars.places & FLOAT_FOOT))
			propose(p->s, p->p, &foot, cost, true);
		if ((l->sidebars.places & FLOAT_HEAD) && !full && all_bare(p, column, span, bare_head))
			propose(p->s, p->p, &head, cost + COST_BOX_HEAD, true);
		if (!(l->sidebars.places & FLOAT_ALONE) || span > 1 || figure_lines(f) * TICKS > ticks || figure_lines(f) * TICKS < ALONE * ticks)
			continue;
		head.ticks = ticks;
		head.lines = ticks / TICKS;
		propose(p->s, p->p, &head, cost + COST_BOX_ALONE, true);
	}
}

static int span_of(const struct place_search *p, enum picture_size size)
{
	return size == SIZE_COLUMN ? 1 : size == SIZE_WIDE ? MIN(2, (int)p->s->ncolumns) : (int)p->s->ncolumns;
}

static void propose_boxes(struct place_search *p)
{
	static const enum picture_size sizes[] = { SIZE_COLUMN, SIZE_WIDE, SIZE_FULL };
	const struct block *b = p->f->block;
	unsigned widths = p->s->f->w->c->layout->sidebars.widths;
	int before = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		int span = span_of(p, sizes[i]);

		if (b->sized ? b->size != sizes[i] : !(widths & 1u << i) || span == before)
			continue;
		before = span;
		propose_box(p, figure_for(p, width_over(p, span), span, 0), span);
	}
}

void propose_free(struct search *s, struct proposals *p)
{
	struct place_search q = { s, p, &s->f->figures[p->figure] };

	if (floating_kind(q.f) == FLOATING_QUOTE)
		propose_quotes(&q);
	else
		propose_boxes(&q);
}
