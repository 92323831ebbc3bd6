/*
 * src/page/block/chart_line.c - lines: one a series, named at its end.
 *
 * Where all rows are named by rising numbers (years), the points stand as far apart as these are; otherwise
 * evenly. A missing value interrupts its line.
 */
#include "page/block/chart_set.h"
#include <math.h>
#include "base/i18n.h"
#include "doc/number.h"

#define NAME_MOST 0.34			/* of the width that names of series may take */
#define LABEL_MOST 0.5			/* of the axis that the name of one row takes without a word */
#define GAP 5.0				/* Pt: from numbers to the axis, from lines to their names */
#define GRID_TINT 0.35
#define DOT 2.2				/* radius */
enum { DOT_CORNERS = 20, TOP = 2, BOTTOM = 5 };	/* ticks over and under the axis */

/* ---- setting ---- */

static const struct copy *row_name(const struct chart_set *s, int row)
{
	const struct cell *c = table_cell(s->c->data, s->c->first + row, 0);

	return c ? c->copy : NULL;
}

static void find_axis(struct composer *c, struct chart_set *s)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t k = 0; k < s->c->nseries; k++)
		for (int i = 0; i < s->c->nrows; i++)
			if (!isnan(s->c->series[k].values[i])) {
				least = MIN(least, s->c->series[k].values[i]);
				most = MAX(most, s->c->series[k].values[i]);
			}
	/* Nought is left out only where it is far from all values: it makes changes look larger. */
	s->axis = axis_make(least, most, (int)CLAMP(s->look->lines / 3, 2, 6), least >= 0 && least < 0.6 * most);
	chart_axis_set(c, s);
}

/* At the end of each line its name; of one line alone its last value. */
static void set_names(struct composer *c, struct chart_set *s)
{
	s->names = arena_make_array(c->arena, s->c->nseries, struct text_set);
	for (size_t k = 0; k < s->c->nseries; k++) {
		const struct copy *name = s->c->series[k].name;
		const struct cell *last = table_cell(s->c->data, s->c->first + s->c->nrows - 1, s->c->series[k].col);

		if (s->c->nseries == 1)
			name = last ? last->copy : NULL;
		if (name)
			s->names[k] = set_copy(c, name, s->t->table_head, NAME_MOST * s->width);
	}
}

/* Where one name takes more than half of the axis, it or those beside it find no room. */
static void report_wide(struct composer *c, const struct chart_set *s)
{
	for (int i = 0; i < s->c->nrows; i++)
		if (text_width(&s->labels[i]) > LABEL_MOST * s->w)
			diag_add(c->diag, D_CHART, row_name(s, i)->at,
				 _("this row's name is %.0f mm long and its chart's axis %.0f mm, so that not all names find room on it; shorten it"),
				 mm_from_pt(text_width(&s->labels[i])).mm, mm_from_pt(s->w).mm);
}

void chart_line_set(struct composer *c, struct chart_set *s)
{
	Pt before = 0, after = 0;

	find_axis(c, s);
	set_names(c, s);
	s->labels = arena_make_array(c->arena, (size_t)s->c->nrows, struct text_set);
	for (int i = 0; i < s->c->nrows; i++)
		if (row_name(s, i))
			s->labels[i] = set_line_of(c, row_name(s, i), s->t->axis);
	for (int i = 0; i <= s->axis.n; i++)
		before = MAX(before, text_width(&s->numbers[i]));
	for (size_t k = 0; k < s->c->nseries; k++)
		after = MAX(after, text_width(&s->names[k]));
	s->x = before + GAP;
	s->w = MAX(s->width - s->x - after - (after > 0 ? GAP + DOT : DOT), 10);
	s->field = line_ticks(s->look->lines) + TOP + BOTTOM;
}

/* ---- places ---- */

struct scale { bool numbers; double from, to; double *at; };	/* at: of each row, if they are numbers */

/* The scratch memory of at is g_free()d. */
static struct scale scale_of(const struct chart_set *s)
{
	struct scale x = { s->c->nrows > 1, 0, 1, g_new(double, (gsize)s->c->nrows) };

	for (int i = 0; i < s->c->nrows && x.numbers; i++) {
		const struct copy *name = row_name(s, i);
		struct number n;

		x.numbers = name && number_find(name->text, name->len, name->lang, &n) && n.start == 0 && (i == 0 || n.value > x.at[i - 1]);
		if (x.numbers)
			x.at[i] = n.value;
	}
	if (x.numbers) {
		x.from = x.at[0];
		x.to = x.at[s->c->nrows - 1];
	}
	return x;
}

static Pt row_x(const struct chart_set *s, const struct scale *x, int row)
{
	double share = x->numbers ? (x->at[row] - x->from) / (x->to - x->from) : s->c->nrows > 1 ? row / (double)(s->c->nrows - 1) : 0.5;

	return s->x + share * s->w;
}

static Pt value_y(const struct chart_put *p, double value)
{
	Pt tick = p->st->c->layout->leading / TICKS, high = line_ticks(p->s->look->lines) * tick;

	return p->y + TOP * tick + high * (1 - axis_share(&p->s->axis, value));
}

/* ---- ink ---- */

static void put_grid(const struct chart_put *p)
{
	const struct chart_set *s = p->s;

	for (int i = 0; i <= s->axis.n; i++) {
		double value = s->axis.from + i * s->axis.step;
		bool nought = fabs(value) < s->axis.step / 2;
		Pt y = value_y(p, value), thick = nought ? MAX(0.5, s->look->rule) : s->look->rule;

		chart_fill(p, (struct rect){ s->x, y - thick / 2, s->w, thick }, chart_grey(p, nought || i == 0 ? 1 : GRID_TINT));
		if (s->numbers[i].n)
			chart_text(p, &s->numbers[i], 0, 0, s->x - GAP, 1, y + chart_middle(&s->numbers[i]), chart_text_colour(p, &s->numbers[i]));
	}
}

/* Names of rows, every n-th where all of them are too many: the first and, where it comes out so, the last. */
static void put_labels(const struct chart_put *p, const struct scale *x)
{
	const struct chart_set *s = p->s;
	Pt tick = p->st->c->layout->leading / TICKS, top = p->y + (TOP + line_ticks(s->look->lines)) * tick;
	int every = 1;

	for (; every < s->c->nrows; every++) {
		Pt end = -INFINITY;
		bool free = true;

		for (int i = 0; i < s->c->nrows && free; i += every) {
			Pt w = text_width(&s->labels[i]);

			free = row_x(s, x, i) - w / 2 > end + GAP;
			end = row_x(s, x, i) + w / 2;
		}
		if (free)
			break;
	}
	for (int i = 0; i < s->c->nrows; i += every) {
		Pt w = text_width(&s->labels[i]), at = row_x(s, x, i);

		chart_fill(p, (struct rect){ at - s->look->rule / 2, top, s->look->rule, tick * 0.8 }, chart_grey(p, 1));
		if (s->labels[i].n)
			chart_text(p, &s->labels[i], 0, CLAMP(at - w / 2, 0, MAX(s->width - w, 0)), w, 0, top + 3.4 * tick, chart_text_colour(p, &s->labels[i]));
	}
}

static void put_dot(const struct chart_put *p, Pt x, Pt y, struct colour colour)
{
	struct point at[DOT_CORNERS];

	for (int i = 0; i < DOT_CORNERS; i++)
		at[i] = (struct point){ chart_x(p, x) + DOT * cos(2 * G_PI * i / DOT_CORNERS), y + DOT * sin(2 * G_PI * i / DOT_CORNERS) };
	sheet_path(p->st->c, p->st->sheet, at, DOT_CORNERS, true, 0, colour, p->s->c->at);
}

/* The line in as many pieces as missing values leave; a dot at the end of each. */
static void put_series(const struct chart_put *p, const struct scale *x, size_t k)
{
	const struct chart_set *s = p->s;
	const double *v = s->c->series[k].values;
	struct colour ink = chart_colour(p, k, true);
	struct point *at = g_new(struct point, (gsize)s->c->nrows);
	size_t n = 0;

	for (int i = 0; i < s->c->nrows; i++) {
		if (isnan(v[i]))
			continue;
		at[n++] = (struct point){ chart_x(p, row_x(s, x, i)), value_y(p, v[i]) };
		if (i + 1 < s->c->nrows && !isnan(v[i + 1]))
			continue;
		if (n > 1)
			sheet_path(p->st->c, p->st->sheet, at, n, false, s->look->line, ink, s->c->at);
		put_dot(p, row_x(s, x, i), value_y(p, v[i]), ink);
		n = 0;
	}
	g_free(at);
}

/* ---- names at the lines' ends ---- */

struct name { size_t series; Pt y, high; };

static int by_y(const void *a, const void *b)
{
	const struct name *x = a, *y = b;

	return x->y != y->y ? (x->y < y->y ? -1 : 1) : (int)x->series - (int)y->series;
}

/* Names that would stand on each other are moved apart: down from the top, then what is too low up again. */
static void part_names(struct name *names, size_t n, Pt foot)
{
	qsort(names, n, sizeof *names, by_y);
	for (size_t i = 1; i < n; i++)
		names[i].y = MAX(names[i].y, names[i - 1].y + names[i - 1].high);
	for (size_t i = n; i-- > 0; ) {
		Pt most = (i + 1 < n ? names[i + 1].y : foot) - names[i].high;

		names[i].y = MIN(names[i].y, most);
	}
}

static void put_names(const struct chart_put *p, const struct scale *x)
{
	const struct chart_set *s = p->s;
	Pt tick = p->st->c->layout->leading / TICKS;
	struct name names[CHART_SERIES_MAX];
	size_t n = 0;

	for (size_t k = 0; k < s->c->nseries; k++) {
		int last = s->c->nrows - 1;

		while (last > 0 && isnan(s->c->series[k].values[last]))
			last--;
		if (!s->names[k].n || isnan(s->c->series[k].values[last]))
			continue;
		names[n++] = (struct name){ k, value_y(p, s->c->series[k].values[last]) - s->names[k].height / 2, s->names[k].height };
	}
	part_names(names, n, p->y + (TOP + line_ticks(s->look->lines) + BOTTOM) * tick);
	for (size_t i = 0; i < n; i++) {
		const struct text_set *t = &s->names[names[i].series];
		Pt from = row_x(s, x, s->c->nrows - 1) + DOT + GAP;

		for (size_t l = 0; l < t->n; l++)
			chart_text(p, t, l, from, s->width - from, 0, names[i].y + ((double)l + 0.5) * t->leading + chart_middle(t), chart_text_colour(p, t));
	}
}

void chart_line_put(const struct chart_put *p)
{
	struct scale x = scale_of(p->s);

	report_wide(p->st->c, p->s);
	put_grid(p);
	put_labels(p, &x);
	/* The first series is the one that counts: it lies on top. */
	for (size_t k = p->s->c->nseries; k-- > 0; )
		put_series(p, &x, k);
	put_names(p, &x);
	g_free(x.at);
}
