/*
 * src/page/block/columns.h - widths of a table's columns, so that the table is as low as can be.
 *
 * In      for each cell: where it stands, and how narrow it may be for one line, two lines, three ... down to its longest word
 * Out     a width for each column, and what is left over: it belongs between the columns, so that they stand evenly apart
 * Units   Pt; heights in lines
 *
 * A row is as high as its highest cell, so the height of the whole is no sum over columns, and the best widths
 * are not found column by column. They are looked for from the narrowest up: what lowers the table most for
 * the width it takes is given first; then width is moved between each two columns as long as that gains
 * anything. Only widths at which some cell changes its number of lines are tried.
 */
#ifndef ZIVOS_PAGE_BLOCK_COLUMNS_H
#define ZIVOS_PAGE_BLOCK_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

enum {
	CELL_LINES_MAX = 12,		/* up to so many lines each number has its step; from there on numbers a third larger */
	CELL_STEPS_MAX = 48,
};

struct column_cell {
	int row, col, cols;
	bool tall;			/* spans rows: does not make one of them higher */
	const Pt *step;			/* step[k]: the least width for lines[k] lines; falling, the last one the least there is */
	size_t nsteps;			/* at least 1 */
	const size_t *lines;		/* rising; NULL: k + 1 */
};

/* cells: by row. gap: between two columns. false: even the narrowest is wider than `width`; it is shared out in proportion then. */
bool columns_fit(const struct column_cell *cells, size_t ncells, int ncols, Pt gap, Pt width, Pt *out, Pt *rest);
/* Lines that all rows have together at these widths. */
long columns_lines(const struct column_cell *cells, size_t ncells, Pt gap, const Pt *widths);

#endif
