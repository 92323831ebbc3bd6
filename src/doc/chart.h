/*
 * src/doc/chart.h - charts and timelines, drawn from the rows of a table.
 *
 * In      <chart>: rows of its own, or a <table>'s by its id. The first column names the rows, each further
 *         one with numbers is a series, named by the header row
 * Out     the numbers of each series, and the texts as their author wrote them
 * Errors  a table that is not there, or in which there is nothing to draw, is reported
 */
#ifndef ZIVOS_DOC_CHART_H
#define ZIVOS_DOC_CHART_H

#include "doc/table.h"

enum chart_kind { CHART_BAR, CHART_LINE, CHART_TIMELINE };
enum { CHART_SERIES_MAX = 6, CHART_ROWS_MAX = 200 };

struct chart_series {
	const struct copy *name;	/* or NULL */
	int col;			/* of the table */
	double *values;			/* one a row; NAN: the cell has no number */
};

struct chart {
	enum chart_kind kind;
	const struct table *data;
	int first, nrows;		/* rows of the table that are drawn: [first, first + nrows) */
	struct chart_series *series;
	size_t nseries;			/* TIMELINE: 0 */
	int decimals;			/* most that a value has */
	enum picture_size size;
	const char *lang;
	bool rtl;
	bool across;			/* TIMELINE: over the width, not down it */
	const struct copy *caption, *unit, *source;	/* or NULL */
	const char *alt;		/* the author's; NULL: made from the data */
	struct src at;
};

/* NULL: there is nothing to draw (reported). */
struct chart *chart_make(struct builder *b, const struct node *n, const char *lang);

#endif
