/*
 * src/page/block/table.c - tables: cells in columns as wide as their texts ask for.
 *
 * A table is a block of rows (page/block/blocks.h): its caption, its header rows, which stand again wherever it goes on,
 * its own rows, its source. Rows take half grid lines, the whole a number of full ones. Widths are chosen
 * (page/block/columns.h) from how narrow each cell can be made for one, two, three ... lines (page/block/narrow.h).
 *
 * Numbers stand with their decimal marks under each other: the widest whole part and the widest rest of a column
 * make a block at the column's end. A right-to-left table is mirrored; its numbers are not.
 */
#include <math.h>
#include "base/i18n.h"
#include "doc/number.h"
#include "page/block/columns.h"
#include "page/costs.h"
#include "page/block/narrow.h"
#include "page/block/table_set.h"

enum { SMALL = 8, EDGE = 2 };		/* rows of a table that is never divided, where it fits a column; too few to stand alone at either end */
enum { TAIL_MAX = 7 };			/* characters after the number in a column of numbers: %, km/h, Euro */

/* ---- what kind of column it is ---- */

/* A number with little around it: 12 · ca. 3,5 · 40 % · −2 °C; no range, date or telephone number. */
static bool is_number(const struct copy *c)
{
	struct number n;
	const char *tail;

	if (!number_find(c->text, c->len, c->lang, &n) || g_utf8_strlen(c->text, (gssize)n.start) > 4)
		return false;
	if (n.start && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(c->text + n.start))))
		return false;
	if (c->text[n.start] == '0' && n.end - n.start > 1 && n.mark == n.end)
		return false;
	for (tail = c->text + n.end; *tail; tail = g_utf8_next_char(tail))
		if (g_unichar_isdigit(g_utf8_get_char(tail)))
			return false;
	return g_utf8_strlen(c->text + n.end, -1) <= TAIL_MAX;
}

/* Where most cells are numbers, the column is one of numbers. */
static enum cell_align column_align(const struct table *t, int col)
{
	int numbers = 0, texts = 0;

	if (t->align[col] != CELL_AUTO)
		return t->align[col];
	for (int row = t->nheads; row < t->nrows; row++) {
		const struct cell *c = table_cell(t, row, col);

		if (!c || !c->copy || c->cols > 1 || c->header || c->row != row)
			continue;
		if (is_number(c->copy))
			numbers++;
		else if (copy_chars(c->copy) > 3)	/* "–" or "k. A." decide nothing */
			texts++;
	}
	return numbers > 2 * texts ? CELL_DECIMAL : CELL_START;
}

enum cell_align table_align(const struct table_set *s, const struct cell *c)
{
	enum cell_align a = c->align != CELL_AUTO ? c->align : s->align[c->col];

	if (c->cols > 1 && c->align == CELL_AUTO)
		return CELL_START;
	return a == CELL_DECIMAL && c->header && c->row < s->t->nheads ? CELL_END : a;
}

static bool in_numbers(const struct table_set *s, const struct cell *c)
{
	return c->cols == 1 && table_align(s, c) == CELL_DECIMAL && c->copy && is_number(c->copy);
}

static const struct style *style_of(const struct template *t, const struct cell *c)
{
	return c->header ? t->table_head : t->styles[BLOCK_TABLE];
}

/* ---- decimal marks ---- */

/* Where the byte of a piece's text is shown, from the piece's left. */
static Pt place_in(const struct piece *p, size_t byte)
{
	size_t bytes = 0, glyphs = 0;

	for (size_t i = 0; i < p->nclusters && bytes < byte; i++) {
		bytes += p->clusters[i].nbytes;
		glyphs += p->clusters[i].nglyphs;
	}
	return glyphs < p->nglyphs ? (Pt)p->glyphs[glyphs].x : p->width;
}

static Pt mark_of(const struct set_line *l, const char *lang)
{
	for (size_t i = 0; i < l->npieces; i++) {
		const struct piece *p = &l->pieces[i];
		struct number n;

		if (!p->backward && number_find(p->text, p->nbytes, lang, &n))
			return p->x + place_in(p, n.mark) - l->x;
	}
	return -1;
}

/* Numbers are set in one line and measured before the widths are chosen. */
static void set_numbers(struct composer *c, const struct template *tpl, struct table_set *s)
{
	for (size_t i = 0; i < s->t->ncells; i++) {
		const struct cell *cell = &s->t->cells[i];
		struct set_cell *set = &s->cells[i];

		set->mark = -1;
		if (!in_numbers(s, cell))
			continue;
		set->text = set_line_of(c, cell->copy, style_of(tpl, cell));
		if (set->text.n != 1)
			continue;
		set->mark = mark_of(set->text.lines[0], cell->copy->lang);
		if (set->mark < 0)
			set->mark = set->text.lines[0]->width;
		s->whole[cell->col] = MAX(s->whole[cell->col], set->mark);
		s->rest[cell->col] = MAX(s->rest[cell->col], set->text.lines[0]->width - set->mark);
	}
}

/* ---- widths ---- */

static struct column_cell *find_cells(struct composer *c, const struct template *tpl, const struct table_set *s, bool hyphens,
				      struct arena *scratch, size_t *count)
{
	struct column_cell *out = arena_make_array(scratch, s->t->ncells, struct column_cell);
	size_t n = 0;

	for (size_t i = 0; i < s->t->ncells; i++) {
		const struct cell *cell = &s->t->cells[i];
		Pt step[CELL_STEPS_MAX];
		size_t nsteps = 1, lines[CELL_STEPS_MAX] = { 1 };

		if (!cell->copy)
			continue;
		if (s->cells[i].mark >= 0)
			step[0] = s->whole[cell->col] + s->rest[cell->col] + 0.1;
		else
			nsteps = narrow_steps(c, cell->copy, style_of(tpl, cell), hyphens, step, lines);
		out[n++] = (struct column_cell){ .row = cell->row, .col = cell->col, .cols = cell->cols, .tall = cell->rows > 1,
						 .step = arena_copy(scratch, step, nsteps * sizeof *step), .nsteps = nsteps,
						 .lines = arena_copy(scratch, lines, nsteps * sizeof *lines) };
	}
	*count = n;
	return out;
}

Pt table_span_width(const struct table_set *s, const struct cell *c)
{
	int last = c->col + c->cols - 1;

	return s->x[last] + s->w[last] - s->x[c->col];
}

static bool choose_widths(struct composer *c, const struct template *tpl, struct table_set *s)
{
	bool fits = false;
	Pt rest = 0, gap = s->look->gap;

	/* Words are divided only where the table would be too wide otherwise. */
	for (int hyphens = 0; hyphens < 2 && !fits; hyphens++) {
		struct arena *scratch = arena_new();
		size_t n;
		struct column_cell *cells = find_cells(c, tpl, s, hyphens, scratch, &n);

		fits = columns_fit(cells, n, s->t->ncols, s->look->gap, s->width - 2 * s->pad, s->w, &rest);
		arena_free(scratch);
	}
	/* Room left over parts the columns; a column alone takes it. */
	if (s->t->ncols > 1)
		gap += rest / (s->t->ncols - 1);
	else
		s->w[0] += rest;
	s->x[0] = s->pad;
	for (int i = 1; i < s->t->ncols; i++)
		s->x[i] = s->x[i - 1] + s->w[i - 1] + gap;
	return fits;
}

/* ---- rows ---- */

static void set_texts(struct composer *c, const struct template *tpl, struct table_set *s)
{
	for (size_t i = 0; i < s->t->ncells; i++) {
		const struct cell *cell = &s->t->cells[i];

		if (cell->copy && s->cells[i].mark < 0)
			s->cells[i].text = set_copy(c, cell->copy, style_of(tpl, cell), table_span_width(s, cell));
	}
}

/* Cells over several rows take what they lack from the last of them. */
static void row_heights(struct composer *c, struct table_set *s, struct row *row)
{
	for (int i = 0; i < s->t->nrows; i++)
		row[i].ticks = TICKS / 2;
	for (int spanning = 0; spanning < 2; spanning++)
		for (size_t i = 0; i < s->t->ncells; i++) {
			const struct cell *cell = &s->t->cells[i];
			int lack = text_ticks(c, &s->cells[i].text);

			if ((cell->rows > 1) != spanning)
				continue;
			for (int k = 0; k + 1 < cell->rows; k++)
				lack -= row[cell->row + k].ticks;
			row[cell->row + cell->rows - 1].ticks = MAX(row[cell->row + cell->rows - 1].ticks, lack);
		}
}

static void row_splits(const struct table_set *s, struct row *row)
{
	const struct table *t = s->t;
	int body = t->nrows - t->nheads;

	for (int i = 0; i < t->nrows; i++) {
		int before = i + 1 - t->nheads, after = t->nrows - 1 - i;

		row[i].split = i < t->nheads ? HUGE_VAL : body <= SMALL || before <= EDGE || (after && after <= EDGE) ? HUGE_VAL : SPLIT_ROW;
	}
	for (size_t i = 0; i < t->ncells; i++)
		for (int k = 0; k + 1 < t->cells[i].rows; k++)
			row[t->cells[i].row + k].split = HUGE_VAL;
	for (int i = t->nheads; i + 1 < t->nrows; i++) {	/* a heading between the rows stands over some of its own */
		const struct cell *first = table_cell(t, i, 0);

		if (first && first->header && !t->header[0] && row[i].split < HUGE_VAL)
			row[i].split = HUGE_VAL;
	}
}

/* Ticks of a line of a row's texts; 0 where a cell goes on into the next, so that the row is never cut. */
static void row_leads(struct composer *c, const struct table_set *s, int *lead)
{
	for (int spanning = 0; spanning < 2; spanning++)
		for (size_t i = 0; i < s->t->ncells; i++) {
			const struct cell *cell = &s->t->cells[i];

			if (!spanning && s->cells[i].text.n)
				lead[cell->row] = MAX(lead[cell->row], ticks_of(s->cells[i].text.leading, c->layout->leading));
			for (int k = 0; spanning && cell->rows > 1 && k < cell->rows; k++)
				lead[cell->row + k] = 0;
		}
}

/* A head that takes more than this part of a page is not repeated. */
#define HEAD_SHARE 0.34

static void make_rows(struct composer *c, struct table_set *s)
{
	const struct table *t = s->t;
	size_t captions = s->caption.n > 0, n = captions + (size_t)t->nrows;
	struct row *row = arena_make_array(c->arena, n + 1, struct row);
	int *lead = arena_make_array(c->arena, n + 1, int), all = 0, head = 0;

	if (captions) {
		lead[0] = ticks_of(s->caption.leading, c->layout->leading);
		row[0] = (struct row){ .ticks = text_ticks(c, &s->caption), .split = HUGE_VAL };
	}
	row_heights(c, s, row + captions);
	row_leads(c, s, lead + captions);
	row_splits(s, row + captions);
	if (s->source.n) {
		row[n - 1].split = HUGE_VAL;
		lead[n] = ticks_of(s->source.leading, c->layout->leading);
		row[n++] = (struct row){ .ticks = text_ticks(c, &s->source) };
	}
	for (size_t i = captions; i < captions + (size_t)t->nheads; i++)
		head += row[i].ticks;
	for (size_t i = 0; i < n; i++)
		all += row[i].ticks;
	row[n - 1].ticks += whole_ticks(all) - all;
	row[n - 1].split = 0;
	s->repeats = head <= HEAD_SHARE * c->layout->lines * TICKS;
	s->cut = rows_cut(c->arena, row, lead, n, s->repeats ? head : 0);
	s->block.rows = s->cut.rows;
}

/* Of a row that is cut with its first lines. */
static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct table_set *s = (const struct table_set *)b;
	int captions = s->caption.n > 0;
	size_t sum = 0;

	for (size_t i = first; i < first + n; i++) {
		int row = (int)s->cut.cut[i].row - captions;

		if (s->cut.cut[i].from > 0 || row < 0 || row >= s->t->nrows)
			continue;
		for (size_t k = s->first[row]; k < s->first[row + 1]; k++)
			sum += copy_chars(s->t->cells[k].copy);
	}
	return sum;
}

/* ---- the whole ---- */

static void index_rows(struct composer *c, struct table_set *s)
{
	size_t at = 0;

	s->first = arena_make_array(c->arena, (size_t)s->t->nrows + 1, size_t);
	for (int row = 0; row <= s->t->nrows; row++) {
		while (at < s->t->ncells && s->t->cells[at].row < row)
			at++;
		s->first[row] = at;
	}
}

static void report_wide(struct composer *c, const struct table_set *s)
{
	const char *wider = s->t->size == SIZE_FULL ? "" : s->t->size == SIZE_WIDE ? _(" Give it size=\"full\".") : _(" Give it size=\"wide\" or size=\"full\".");

	diag_add(c->diag, D_TABLE, s->t->at, _("the table is too wide for its place of %.0f mm, even with the longest words in lines of their own; they run into each other.%s Or leave out a column, or shorten the longest words"),
		 mm_from_pt(s->width).mm, wider);
}

struct set_block *table_block(struct composer *c, const struct template *tpl, const struct table *t, Pt width)
{
	struct table_set *s = arena_make(c->arena, struct table_set);
	struct diag *real = c->diag;
	bool fits;

	s->block.put = table_put;
	s->block.chars = chars;
	s->t = t;
	s->look = &c->layout->looks.table;
	s->width = width;
	s->pad = s->look->stripe > 0 ? s->look->gap / 2 : 0;
	s->cells = arena_make_array(c->arena, t->ncells, struct set_cell);
	index_rows(c, s);
	for (int i = 0; i < t->ncols; i++)
		s->align[i] = column_align(t, i);
	set_numbers(c, tpl, s);
	fits = choose_widths(c, tpl, s);
	if (!fits) {			/* said once, and not of each of its words */
		report_wide(c, s);
		c->diag = diag_new();
	}
	set_texts(c, tpl, s);
	if (!fits) {
		diag_free(c->diag);
		c->diag = real;
	}
	if (t->caption)
		s->caption = set_copy(c, t->caption, tpl->data_title, width);
	if (t->source)
		s->source = set_copy(c, t->source, tpl->source, width);
	make_rows(c, s);
	return &s->block;
}
