/*
 * src/page/block/table_set.h - a table that is set: its texts, the places of its columns. Made by page/block/table.c, put by
 * page/block/table_put.c. Units: Pt; x from the table's start, which is the right edge of a right-to-left one.
 */
#ifndef ZIVOS_PAGE_BLOCK_TABLE_SET_H
#define ZIVOS_PAGE_BLOCK_TABLE_SET_H

#include "doc/table.h"
#include "page/block/cut.h"
#include "page/block/data.h"

struct set_cell {
	struct text_set text;		/* n 0: empty */
	Pt mark;			/* of the decimal mark, from the line's left; less than 0: no number */
};

struct table_set {
	struct set_block block;
	const struct table *t;
	const struct table_look *look;
	struct set_cell *cells;		/* as t->cells */
	size_t *first;			/* the first cell of each row; nrows + 1 */
	enum cell_align align[TABLE_COLUMNS_MAX];	/* never AUTO */
	Pt whole[TABLE_COLUMNS_MAX], rest[TABLE_COLUMNS_MAX];	/* of a column of decimals: left and right of the mark */
	Pt x[TABLE_COLUMNS_MAX], w[TABLE_COLUMNS_MAX];	/* from the table's start */
	Pt width, pad;			/* pad: from stripes to texts */
	struct text_set caption, source;
	struct cut_rows cut;		/* of the caption, the table's rows, the source */
	bool repeats;			/* its head stands again where it goes on: one that is not too high for that */
};

/* How a cell stands in its columns, never AUTO; how wide they are together. */
enum cell_align table_align(const struct table_set *s, const struct cell *c);
Pt table_span_width(const struct table_set *s, const struct cell *c);
/* struct set_block's put. */
void table_put(const struct set_block *b, const struct block_stretch *st);

#endif
