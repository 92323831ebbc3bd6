/*
 * src/page/block/chart_set.h - a chart while it is set and put: what its kinds share.
 *
 *   chart.c        title, unit, source, the words for those who do not see it
 *   chart_bar.c    bars
 *   chart_line.c   lines
 *
 * Places are counted from the chart's start, so a right-to-left one is mirrored where it is put.
 */
#ifndef ZIVOS_PAGE_BLOCK_CHART_SET_H
#define ZIVOS_PAGE_BLOCK_CHART_SET_H

#include "doc/chart.h"
#include "page/block/axis.h"
#include "page/block/data.h"

struct chart_set {
	struct set_block block;
	const struct chart *c;
	const struct template *t;
	const struct chart_look *look;
	Pt width;
	struct text_set caption, unit, source;
	int head, field;		/* ticks: over the field, of the field with what is written at it */
	struct axis axis;
	struct text_set *numbers;	/* of the axis: n + 1 */
	struct text_set *labels;	/* of the rows */
	struct text_set *names;		/* of the series; n 0: none */
	struct text_set *values;	/* BAR: rows by series; n 0: none */
	int *row;			/* BAR: ticks of each row */
	Pt label_w;			/* BAR: of the rows' names */
	Pt x, w;			/* of the axis */
};

struct chart_put {
	const struct chart_set *s;
	const struct block_stretch *st;
	Pt y;				/* top of the field */
	const struct tag *tag;
};

/* Sets the field in the width that is left; the field's height in s->field. */
void chart_bar_set(struct composer *c, struct chart_set *s);
void chart_line_set(struct composer *c, struct chart_set *s);
void chart_bar_put(const struct chart_put *p);
void chart_line_put(const struct chart_put *p);

/* Numbers on the axis, in the axis' style. */
void chart_axis_set(struct composer *c, struct chart_set *s);

/* Ink: x from the chart's start, y on the page. */
void chart_fill(const struct chart_put *p, struct rect r, struct colour colour);
/* The text's line i in [x, x + w): share 0 at its start, 0.5 in the middle, 1 at its end. */
void chart_text(const struct chart_put *p, const struct text_set *t, size_t i, Pt x, Pt w, double share, Pt base, struct colour colour);
/* Colour of series i of n: each lighter than the one before. line: on paper, where a light rubric does not read. */
struct colour chart_colour(const struct chart_put *p, size_t i, bool line);
struct colour chart_grey(const struct chart_put *p, double tint);
struct colour chart_text_colour(const struct chart_put *p, const struct text_set *t);
/* A page's x of x from the chart's start. */
Pt chart_x(const struct chart_put *p, Pt x);
/* From a line's middle down to its baseline. */
Pt chart_middle(const struct text_set *t);

#endif
