/*
 * src/doc/table.c - a table's grid.
 *
 * Rows are read in order. What cells of rows above still cover is kept as a
 * count for each column, so a row's cells go to the places that are left.
 */
#include "doc/table.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/copy.h"
#include "doc/names.h"
#include "doc/node.h"

enum { SAID_MAX = 5 };			/* rows of one table that are reported; the rest is alike */

struct reader {
	struct builder *b;
	struct table *t;
	GArray *cells;			/* struct cell */
	GArray *rows;			/* const struct node * */
	int covered[TABLE_COLUMNS_MAX];	/* rows, this one included, that a cell above covers a column for */
	int said;
};

enum picture_size table_size(const struct node *n)
{
	const char *s = node_get(n, "size");

	return !s ? SIZE_COLUMN : strcmp(s, "wide") == 0 ? SIZE_WIDE : strcmp(s, "full") == 0 ? SIZE_FULL : SIZE_COLUMN;
}

static enum cell_align align_of(const struct node *n)
{
	static const char *const names[] = { "auto", "start", "end", "center", "decimal" };
	const char *s = node_get(n, "align");

	for (size_t i = 0; s && i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i], s) == 0)
			return (enum cell_align)i;
	return CELL_AUTO;
}

static bool is_header(const struct node *n)
{
	const char *s = node_get(n, "header");

	return s && strcmp(s, "yes") == 0;
}

static int span_of(struct reader *r, const struct node *n, const char *attr, int most, const char *text)
{
	const char *s = node_get(n, attr);
	long span = s ? strtol(s, NULL, 10) : 1;

	if (span >= 1 && span <= most)
		return (int)span;
	if (r->said++ < SAID_MAX)
		diag_add(r->b->d, D_TABLE, node_attr_at(n, attr), text, attr, s, most);
	return span < 1 ? 1 : most;
}

static int asked(const struct node *cell, const char *attr, int most)
{
	const char *s = node_get(cell, attr);

	return s ? (int)CLAMP(strtol(s, NULL, 10), 1, most) : 1;
}

/* Columns that the rows ask for, each with what cells of rows above cover in it. */
static int widest_row(const struct reader *r)
{
	int widest = 0, above = 0, *change = g_new0(int, r->rows->len + 1);

	for (guint i = 0; i < r->rows->len; i++) {
		const struct node *row = g_array_index(r->rows, const struct node *, i);
		int n = above += change[i];

		for (const struct node *c = row->first; c && n <= TABLE_COLUMNS_MAX; c = c->next) {
			int cols = node_is(c, "cell") ? asked(c, "columns", TABLE_COLUMNS_MAX + 1) : 0;

			n += cols;
			if (cols && node_get(c, "rows")) {
				change[i + 1] += cols;
				change[i + (guint)asked(c, "rows", (int)(r->rows->len - i))] -= cols;
			}
		}
		widest = MAX(widest, n);
	}
	g_free(change);
	return widest;
}

static void read_columns(struct reader *r, const struct node *n)
{
	struct table *t = r->t;
	int given = 0, used = widest_row(r);

	for (const struct node *c = n->first; c; c = c->next) {
		if (!node_is(c, "column"))
			continue;
		if (given < TABLE_COLUMNS_MAX) {
			t->align[given] = align_of(c);
			t->header[given] = is_header(c);
		}
		given++;
	}
	t->ncols = MAX(given, used);
	if (t->ncols > TABLE_COLUMNS_MAX) {
		diag_add(r->b->d, D_TABLE, n->at, _("%d columns are more than a page can show; the first %d are set. Divide the table"), t->ncols, TABLE_COLUMNS_MAX);
		t->ncols = TABLE_COLUMNS_MAX;
	}
}

static void find_rows(struct reader *r, const struct node *n)
{
	int left_out = 0;

	for (const struct node *c = n->first; c; c = c->next) {
		if (!node_is(c, "row"))
			continue;
		if (r->rows->len < TABLE_ROWS_MAX)
			g_array_append_val(r->rows, c);
		else
			left_out++;
	}
	if (left_out)
		diag_add(r->b->d, D_TABLE, n->at, _("the table has %d rows; the first %d are set. Divide it"), TABLE_ROWS_MAX + left_out, TABLE_ROWS_MAX);
	r->t->nrows = (int)r->rows->len;
	while (r->t->nheads < r->t->nrows && is_header(g_array_index(r->rows, const struct node *, r->t->nheads)))
		r->t->nheads++;
	if (r->t->nheads == r->t->nrows)		/* nothing is left that they could be repeated over */
		r->t->nheads = 0;
}

/* Rows that a cell of this row can span: header rows are repeated without the rest. */
static int rows_left(const struct reader *r, int row)
{
	return (row < r->t->nheads ? r->t->nheads : r->t->nrows) - row;
}

static void read_cell(struct reader *r, const struct node *n, int row, int col, bool header, const char *lang)
{
	struct cell cell = {
		.copy = copy_of_node(&r->b->copies, n, lang), .row = row, .col = col, .align = align_of(n),
		.header = header || is_header(n) || r->t->header[col], .at = n->at,
	};
	int free_cols = 0;

	while (col + free_cols < r->t->ncols && r->covered[col + free_cols] == 0)
		free_cols++;
	cell.cols = span_of(r, n, "columns", free_cols, _("%s=\"%s\": at this place a cell can take 1 to %d; set so"));
	cell.rows = span_of(r, n, "rows", rows_left(r, row), row < r->t->nheads ?
			    _("%s=\"%s\": a cell of the header can take 1 to %d rows, those of the header; set so") :
			    _("%s=\"%s\": at this place a cell can take 1 to %d; set so"));
	for (int i = 0; i < cell.cols; i++)
		r->covered[col + i] = cell.rows;
	g_array_append_val(r->cells, cell);
}

static int next_free(const struct reader *r, int col)
{
	while (col < r->t->ncols && r->covered[col])
		col++;
	return col;
}

static void read_row(struct reader *r, const struct node *n, int row, const char *lang)
{
	int col = next_free(r, 0), over = 0, missing = 0;

	for (const struct node *c = n->first; c; c = c->next) {
		if (!node_is(c, "cell"))
			continue;
		if (col >= r->t->ncols) {
			over++;
			continue;
		}
		read_cell(r, c, row, col, is_header(n), names_lang(r->b, n, lang));
		col = next_free(r, col);
	}
	for (int i = 0; i < r->t->ncols; i++) {
		missing += r->covered[i] == 0;
		r->covered[i] -= r->covered[i] > 0;
	}
	if (over && r->said++ < SAID_MAX)
		diag_add(r->b->d, D_TABLE, n->at, ngettext("this row has %d cell more than the table has columns (%d); left out",
							   "this row has %d cells more than the table has columns (%d); left out", (unsigned long)over),
			 over, r->t->ncols);
	if (missing && r->said++ < SAID_MAX)
		diag_add(r->b->d, D_TABLE, n->at, ngettext("this row lacks %d cell for the table's %d columns; its end stays empty. An empty cell is <cell/>",
							   "this row lacks %d cells for the table's %d columns; its end stays empty. An empty cell is <cell/>", (unsigned long)missing),
			 missing, r->t->ncols);
}

static void fill_grid(struct builder *b, struct table *t)
{
	t->grid = arena_make_array(b->a, (size_t)t->nrows * (size_t)t->ncols + 1, const struct cell *);
	for (size_t i = 0; i < t->ncells; i++)
		for (int row = 0; row < t->cells[i].rows; row++)
			for (int col = 0; col < t->cells[i].cols; col++)
				t->grid[(size_t)(t->cells[i].row + row) * (size_t)t->ncols + (size_t)(t->cells[i].col + col)] = &t->cells[i];
}

struct table *table_make(struct builder *b, const struct node *n, const char *lang)
{
	struct table *t = arena_make(b->a, struct table);
	struct reader r = { .b = b, .t = t, .cells = g_array_new(FALSE, FALSE, sizeof(struct cell)),
			    .rows = g_array_new(FALSE, FALSE, sizeof(const struct node *)) };
	const struct node *caption = node_child(n, "caption"), *source = node_child(n, "source");

	t->at = n->at;
	t->lang = names_lang(b, n, lang);
	t->rtl = lang_is_rtl(t->lang);
	t->size = table_size(n);
	t->caption = caption ? copy_of_node(&b->copies, caption, t->lang) : NULL;
	t->source = source ? copy_of_node(&b->copies, source, t->lang) : NULL;
	find_rows(&r, n);
	read_columns(&r, n);
	for (int i = 0; i < t->nrows; i++)
		read_row(&r, g_array_index(r.rows, const struct node *, i), i, t->lang);
	t->ncells = r.cells->len;
	t->cells = arena_copy(b->a, r.cells->data, r.cells->len * sizeof(struct cell));
	fill_grid(b, t);
	g_array_free(r.cells, TRUE);
	g_array_free(r.rows, TRUE);
	return t->nrows && t->ncols ? t : NULL;
}

const struct cell *table_cell(const struct table *t, int row, int col)
{
	return t->grid[(size_t)row * (size_t)t->ncols + (size_t)col];
}
