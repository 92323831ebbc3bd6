/*
 * src/doc/table.h - tables as their author wrote them: a grid of cells, each with its text.
 *
 * In      <table>, or the rows of a <chart> (doc/chart.h)
 * Out     struct table: every place of the grid is covered by one cell, but where a row was too short
 * Errors  cells that reach over the edge or over another cell, rows of unequal length and too many rows or
 *         columns are reported and cut to what fits
 */
#ifndef ZIVOS_DOC_TABLE_H
#define ZIVOS_DOC_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"
#include "doc/issue.h"

struct builder;
struct node;

enum { TABLE_COLUMNS_MAX = 40, TABLE_ROWS_MAX = 20000 };

enum cell_align { CELL_AUTO, CELL_START, CELL_END, CELL_CENTER, CELL_DECIMAL };

struct cell {
	const struct copy *copy;	/* NULL: empty */
	int row, col;			/* from 0 */
	int rows, cols;			/* that it spans */
	enum cell_align align;		/* CELL_AUTO: as its column */
	bool header;
	struct src at;
};

struct table {
	const char *lang;
	bool rtl;
	enum picture_size size;		/* COLUMN, WIDE or FULL */
	struct copy *caption, *source;	/* or NULL */
	int ncols, nrows;
	int nheads;			/* rows at the top that are headers, repeated where the table goes on */
	enum cell_align align[TABLE_COLUMNS_MAX];	/* of each column; AUTO: numbers by their mark, all else at the start */
	bool header[TABLE_COLUMNS_MAX];	/* columns that name their rows */
	struct cell *cells;		/* by row, then column */
	size_t ncells;
	const struct cell **grid;	/* nrows times ncols: the cell that covers a place, or NULL */
	struct src at;
};

/* lang: of the element around. NULL: it has no rows (reported). */
struct table *table_make(struct builder *b, const struct node *n, const char *lang);
/* The cell that covers a place, or NULL. */
const struct cell *table_cell(const struct table *t, int row, int col);

/* Of <table> and <chart>: SIZE_COLUMN where the attribute is not given. */
enum picture_size table_size(const struct node *n);

#endif
