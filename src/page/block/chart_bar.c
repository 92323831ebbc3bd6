/*
 * src/page/block/chart_bar.c - bars, side by side: the row's name, its bar, its value at the bar's end.
 *
 * The axis is as wide as leaves room for every value beside its bar. Several series stand under each other in a
 * row, named at the first row's bars.
 */
#include "page/block/chart_set.h"
#include <math.h>

#define LABEL_MOST 0.42			/* of the width that names of rows may take */
#define LABEL_GAP 6.0			/* Pt: from them to the axis */
#define VALUE_GAP 3.5			/* from a bar to its value */
#define AXIS_STEP 46.0			/* least room for a step of the axis */
#define ROOMY 240.0			/* wider charts of few rows have higher rows */
enum { FEW = 12, AXIS = TICKS + 1 };	/* AXIS: ticks of its numbers */
#define GRID_TINT 0.35

static const struct copy *cell_copy(const struct chart_set *s, int row, int col)
{
	const struct cell *c = table_cell(s->c->data, s->c->first + row, col);

	return c ? c->copy : NULL;
}

static struct text_set *value_of(const struct chart_set *s, int row, size_t series)
{
	return &s->values[(size_t)row * s->c->nseries + series];
}

/* ---- setting ---- */

static void set_labels(struct composer *c, struct chart_set *s)
{
	const struct style *style = s->t->styles[BLOCK_CHART];
	int n = s->c->nrows, least = (int)s->c->nseries > 1 ? 3 * (int)s->c->nseries + 2 : s->width > ROOMY && n <= FEW ? 6 : TICKS;

	s->labels = arena_make_array(c->arena, (size_t)n, struct text_set);
	s->row = arena_make_array(c->arena, (size_t)n, int);
	for (int i = 0; i < n; i++) {
		const struct copy *label = cell_copy(s, i, 0);

		if (label)
			s->labels[i] = set_copy(c, label, style, LABEL_MOST * s->width);
		s->label_w = MAX(s->label_w, text_width(&s->labels[i]));
		s->row[i] = half_ticks(MAX(least, ticks_of(s->labels[i].height, c->layout->leading)));
	}
}

/* Values as they are written; at the first row's bars their series' names before them. */
static void set_values(struct composer *c, struct chart_set *s)
{
	size_t n = s->c->nseries;

	s->values = arena_make_array(c->arena, (size_t)s->c->nrows * n, struct text_set);
	s->names = arena_make_array(c->arena, n, struct text_set);
	for (size_t k = 0; k < n; k++) {
		if (n > 1 && s->c->series[k].name)
			s->names[k] = set_line_of(c, s->c->series[k].name, s->t->table_head);
		for (int i = 0; i < s->c->nrows; i++) {
			const struct copy *v = cell_copy(s, i, s->c->series[k].col);

			if (v)
				*value_of(s, i, k) = set_line_of(c, v, n > 1 || isnan(s->c->series[k].values[i]) ? s->t->styles[BLOCK_CHART] : s->t->table_head);
		}
	}
}

static Pt value_width(const struct chart_set *s, int row, size_t k)
{
	Pt w = text_width(value_of(s, row, k));

	if (row == 0 && s->names[k].n)
		w += text_width(&s->names[k]) + VALUE_GAP;
	return w > 0 ? w + VALUE_GAP : 0;
}

/* Room before the axis for values of bars that go back, and the width that leaves room for the others. */
static void find_scale(struct chart_set *s)
{
	Pt from = s->label_w > 0 ? s->label_w + LABEL_GAP : 0, room = s->width - from, before = 0, w = 0;

	for (int round = 0; round < 6; round++) {
		Pt lack = 0;

		w = room - before - text_width(&s->numbers[s->axis.n]) / 2;
		for (int i = 0; i < s->c->nrows; i++)
			for (size_t k = 0; k < s->c->nseries; k++) {
				double v = s->c->series[k].values[i], share = axis_share(&s->axis, isnan(v) ? 0 : v);

				if (!isnan(v) && v < 0)
					lack = MAX(lack, value_width(s, i, k) - share * w);
				else if (share > 0)
					w = MIN(w, (room - before - value_width(s, i, k)) / share);
			}
		before = MAX(before, MIN(lack, room / 3));
	}
	s->x = from + before;
	s->w = MAX(w, 10);
}

void chart_bar_set(struct composer *c, struct chart_set *s)
{
	double least = 0, most = 0;
	int steps;

	set_labels(c, s);
	set_values(c, s);
	for (int i = 0; i < s->c->nrows; i++)
		for (size_t k = 0; k < s->c->nseries; k++)
			if (!isnan(s->c->series[k].values[i])) {
				least = MIN(least, s->c->series[k].values[i]);
				most = MAX(most, s->c->series[k].values[i]);
			}
	steps = (int)((s->width - s->label_w) * 0.8 / AXIS_STEP);
	s->axis = axis_make(least, most, CLAMP(steps, 1, 5), true);
	chart_axis_set(c, s);
	find_scale(s);
	s->field = AXIS;
	for (int i = 0; i < s->c->nrows; i++)
		s->field += s->row[i];
	s->field += 1;
}

/* ---- ink ---- */

static Pt place(const struct chart_set *s, double value)
{
	return s->x + axis_share(&s->axis, value) * s->w;
}

struct bar { Pt x0, x1, top, height, base; };	/* x0 at nought */

static struct bar bar_of(const struct chart_put *p, int row, size_t k, Pt row_top)
{
	const struct chart_set *s = p->s;
	Pt tick = p->st->c->layout->leading / TICKS, high = s->row[row] * tick;
	double v = s->c->series[k].values[row];
	Pt middle = 0.357 * s->t->styles[BLOCK_CHART]->size;
	struct bar b = { place(s, 0), place(s, isnan(v) ? 0 : v), row_top, high, 0 };

	if (s->c->nseries > 1) {
		b.height = 3 * tick;
		b.top = row_top + (high - (double)s->c->nseries * b.height) / 2 + (double)k * b.height;
	}
	/* The text stands where it would in a line as high; the bar round the middle of its letters. */
	b.base = b.top + b.height / 2 + middle + 0.04 * p->st->c->layout->leading;
	b.top = b.base - middle - (s->c->nseries > 1 ? 0.86 : s->look->bar) * b.height / 2;
	b.height *= s->c->nseries > 1 ? 0.86 : s->look->bar;
	return b;
}

/* Where the values of a bar stand. */
static void value_extent(const struct chart_set *s, const struct bar *b, int row, size_t k, Pt *from, Pt *to)
{
	Pt w = value_width(s, row, k);
	bool back = b->x1 < b->x0;

	*from = back ? b->x1 - w : MAX(b->x1, b->x0);
	*to = *from + w;
}

static bool crosses_value(const struct chart_put *p, int row, Pt row_top, Pt x)
{
	for (size_t k = 0; k < p->s->c->nseries; k++) {
		struct bar b = bar_of(p, row, k, row_top);
		Pt from, to;

		value_extent(p->s, &b, row, k, &from, &to);
		if (to > from && x > from && x < to + 2)
			return true;
	}
	return false;
}

/* A rule of the axis, interrupted where a value stands. */
static void put_rule(const struct chart_put *p, double value, Pt top)
{
	Pt tick = p->st->c->layout->leading / TICKS, x = place(p->s, value), y = top, from = top - tick;

	for (int i = 0; i < p->s->c->nrows; i++) {
		Pt next = y + p->s->row[i] * tick;

		if (crosses_value(p, i, y, x)) {
			chart_fill(p, (struct rect){ x - p->s->look->rule / 2, from, p->s->look->rule, y - from }, chart_grey(p, GRID_TINT));
			from = next;
		}
		y = next;
	}
	chart_fill(p, (struct rect){ x - p->s->look->rule / 2, from, p->s->look->rule, y - from }, chart_grey(p, GRID_TINT));
}

static void put_axis(const struct chart_put *p, Pt top)
{
	const struct chart_set *s = p->s;

	for (int i = 0; i <= s->axis.n; i++) {
		double value = s->axis.from + i * s->axis.step;
		const struct text_set *t = &s->numbers[i];

		if (fabs(value) > s->axis.step / 2)
			put_rule(p, value, top);
		if (t->n)
			chart_text(p, t, 0, place(s, value) - text_width(t) / 2, text_width(t), 0, top - 0.42 * p->st->c->layout->leading, chart_text_colour(p, t));
	}
}

static void put_value(const struct chart_put *p, const struct bar *b, int row, size_t k)
{
	const struct chart_set *s = p->s;
	const struct text_set *v = value_of(s, row, k), *name = row == 0 && s->names[k].n ? &s->names[k] : NULL;
	Pt from, to;

	value_extent(s, b, row, k, &from, &to);
	if (b->x1 >= b->x0)
		from += VALUE_GAP;
	if (name) {
		chart_text(p, name, 0, from, text_width(name), 0, b->base, chart_text_colour(p, name));
		from += text_width(name) + VALUE_GAP;
	}
	if (v->n)
		chart_text(p, v, 0, from, text_width(v), 0, b->base, chart_text_colour(p, v));
}

static void put_row(const struct chart_put *p, int row, Pt top)
{
	const struct chart_set *s = p->s;
	const struct text_set *label = &s->labels[row];
	struct composer *c = p->st->c;
	Pt high = s->row[row] * c->layout->leading / TICKS;
	Pt base = top + (high - label->height) / 2;

	for (size_t k = 0; k < s->c->nseries; k++) {
		struct bar b = bar_of(p, row, k, top);

		chart_fill(p, (struct rect){ MIN(b.x0, b.x1), b.top, fabs(b.x1 - b.x0), b.height }, chart_colour(p, k, false));
		put_value(p, &b, row, k);
	}
	for (size_t i = 0; i < label->n; i++)
		chart_text(p, label, i, 0, s->label_w, 0, base + ((double)i + 0.5) * label->leading + chart_middle(label) + 0.04 * c->layout->leading,
			   chart_text_colour(p, label));
}

void chart_bar_put(const struct chart_put *p)
{
	const struct chart_set *s = p->s;
	Pt tick = p->st->c->layout->leading / TICKS, top = p->y + AXIS * tick, y = top;

	put_axis(p, top);
	for (int i = 0; i < s->c->nrows; i++) {
		put_row(p, i, y);
		y += s->row[i] * tick;
	}
	chart_fill(p, (struct rect){ place(s, 0) - 0.25, top - tick, 0.5, y - top + tick }, chart_grey(p, 1));
}
