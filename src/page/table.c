/*
 * src/page/table.c - tables: cells in columns as wide as their texts ask for.
 *
 * A table is a block of rows (page/blocks.h): its caption, its header rows, which stand again wherever it goes on,
 * its own rows, its source. Rows take half grid lines, the whole a number of full ones. Widths are chosen
 * (page/columns.h) from how narrow each cell can be made for one, two, three ... lines.
 *
 * Numbers stand with their decimal marks under each other: the widest whole part and the widest rest of a column
 * make a block at the column's end. A right-to-left table is mirrored; its numbers are not.
 */
#include "page/data.h"
#include <math.h>
#include "base/i18n.h"
#include "doc/number.h"
#include "doc/table.h"
#include "page/columns.h"
#include "para/hlist.h"
#include "para/lists.h"

#define RULE_LOWER 0.07			/* of the leading: rules stand so much lower than the strip, in the middle of the white */
#define SPLIT_ROW 400.0			/* as page/flow.c counts: leaving a table between two rows */
enum { SMALL = 8, EDGE = 2 };		/* rows of a table that is never divided, where it fits a column; too few to stand alone at either end */
enum { TAIL_MAX = 7 };			/* characters after the number in a column of numbers: %, km/h, Euro */

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
	size_t body;			/* the block's row with the first row that is no header */
};

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

static enum cell_align align_of(const struct table_set *s, const struct cell *c)
{
	enum cell_align a = c->align != CELL_AUTO ? c->align : s->align[c->col];

	if (c->cols > 1 && c->align == CELL_AUTO)
		return CELL_START;
	return a == CELL_DECIMAL && c->header && c->row < s->t->nheads ? CELL_END : a;
}

static bool in_numbers(const struct table_set *s, const struct cell *c)
{
	return c->cols == 1 && align_of(s, c) == CELL_DECIMAL && c->copy && is_number(c->copy);
}

static const struct style *style_of(const struct template *t, const struct cell *c)
{
	return c->header ? t->table_head : t->styles[BLOCK_TABLE];
}

/* ---- how narrow a cell may be ---- */

struct pieces { const struct hlist *h; GArray *ends; };	/* items that a line may end at */

/* Lines that the text takes in a width, filled one after the other. */
static size_t lines_in(const struct pieces *p, Pt width)
{
	size_t from = SIZE_MAX, last = SIZE_MAX, n = 1;

	for (guint i = 0; i < p->ends->len; i++) {
		size_t to = g_array_index(p->ends, guint, i);
		bool forced = last != SIZE_MAX && p->h->items[last].penalty <= PENALTY_FORCED;

		if (forced || (last != SIZE_MAX && line_fit(p->h, from, to, width).natural > width)) {
			from = last;
			n++;
		}
		last = to;
	}
	return n;
}

static Pt widest_piece(const struct pieces *p)
{
	Pt widest = 0;

	for (guint i = 0; i < p->ends->len; i++) {
		size_t from = i ? g_array_index(p->ends, guint, i - 1) : SIZE_MAX;

		widest = MAX(widest, line_fit(p->h, from, g_array_index(p->ends, guint, i), 0).natural);
	}
	return widest;
}

static Pt widest_line(const struct pieces *p)
{
	size_t from = SIZE_MAX;
	Pt widest = 0;

	for (guint i = 0; i < p->ends->len; i++) {
		size_t to = g_array_index(p->ends, guint, i);

		if (i + 1 < p->ends->len && p->h->items[to].penalty > PENALTY_FORCED)
			continue;
		widest = MAX(widest, line_fit(p->h, from, to, 0).natural);
		from = to;
	}
	return widest;
}

static void find_ends(struct pieces *p, bool hyphens)
{
	for (guint i = 0; i < p->h->n; i++) {
		const struct hitem *it = &p->h->items[i];

		if (it->kind != H_BOX && it->penalty < PENALTY_NEVER && (hyphens || !it->hyphen || it->dash))
			g_array_append_val(p->ends, i);
	}
}

/* The least width for so many lines, to a tenth of a point. */
static Pt least_for(const struct pieces *p, size_t lines, Pt least, Pt most)
{
	while (most - least > 0.1) {
		Pt mid = (least + most) / 2;

		if (lines_in(p, mid) <= lines)
			most = mid;
		else
			least = mid;
	}
	return most;
}

/* Numbers of lines that are asked for: all of the small ones, of the large ones some, at last what the longest word alone makes. */
static size_t next_lines(size_t lines, size_t most)
{
	return MIN(lines < CELL_LINES_MAX ? lines + 1 : lines + lines / 3, most);
}

static size_t find_steps(struct composer *c, const struct copy *copy, const struct style *s, bool hyphens, Pt *step, size_t *lines)
{
	struct hlist *h = hlist_copy(c, copy, s);
	struct pieces p = { h, g_array_new(FALSE, FALSE, sizeof(guint)) };
	size_t n = 1, forced = 1, all;
	Pt least, most;

	hlist_open(h);
	find_ends(&p, hyphens);
	least = widest_piece(&p);
	most = widest_line(&p);
	step[0] = most + 0.1;
	for (guint i = 0; i + 1 < p.ends->len; i++)
		forced += h->items[g_array_index(p.ends, guint, i)].penalty <= PENALTY_FORCED;
	all = lines_in(&p, least);
	lines[0] = 1;
	while (n < CELL_STEPS_MAX && lines[n - 1] < all && step[n - 1] > least + 0.2) {
		lines[n] = n + 1 < CELL_STEPS_MAX ? next_lines(lines[n - 1], all) : all;
		step[n] = (lines[n] == all ? least : lines[n] <= forced ? most : least_for(&p, lines[n], least, most)) + 0.1;
		n++;
	}
	hlist_close(h);
	g_array_free(p.ends, TRUE);
	return n;
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
			nsteps = find_steps(c, cell->copy, style_of(tpl, cell), hyphens, step, lines);
		out[n++] = (struct column_cell){ .row = cell->row, .col = cell->col, .cols = cell->cols, .tall = cell->rows > 1,
						 .step = arena_copy(scratch, step, nsteps * sizeof *step), .nsteps = nsteps,
						 .lines = arena_copy(scratch, lines, nsteps * sizeof *lines) };
	}
	*count = n;
	return out;
}

static Pt span_width(const struct table_set *s, const struct cell *c)
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
			s->cells[i].text = set_copy(c, cell->copy, style_of(tpl, cell), span_width(s, cell));
	}
}

static int text_ticks(const struct composer *c, const struct text_set *t)
{
	return half_ticks(ticks_of(t->height, c->layout->leading));
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

static void make_rows(struct composer *c, struct table_set *s)
{
	const struct table *t = s->t;
	struct row *row = arena_make_array(c->arena, (size_t)t->nrows + 2, struct row);
	struct rows *r = &s->block.rows;
	int all = 0;

	s->body = (s->caption.n > 0) + (size_t)t->nheads;
	if (s->caption.n)
		row[0] = (struct row){ .ticks = text_ticks(c, &s->caption), .split = HUGE_VAL };
	row_heights(c, s, row + (s->caption.n > 0));
	row_splits(s, row + (s->caption.n > 0));
	r->row = row;
	r->n = (s->caption.n > 0) + (size_t)t->nrows;
	if (s->source.n) {
		row[r->n - 1].split = HUGE_VAL;
		row[r->n++] = (struct row){ .ticks = text_ticks(c, &s->source) };
	}
	for (size_t i = s->caption.n > 0; i < s->body; i++)
		r->head += row[i].ticks;
	for (size_t i = 0; i < r->n; i++)
		all += row[i].ticks;
	row[r->n - 1].ticks += whole_ticks(all) - all;
	row[r->n - 1].split = 0;
}

/* ---- ink ---- */

struct table_put {
	const struct table_set *s;
	const struct block_stretch *st;
	Pt left;			/* the table's left edge */
	int top_row;			/* the first row here that is no header */
	bool repeated;			/* header rows that were read before */
};

/* Left edge of what starts at x from the table's start. */
static Pt left_of(const struct table_put *p, Pt x, Pt w)
{
	return p->left + (p->s->t->rtl ? p->s->width - x - w : x);
}

static Pt row_height(const struct table_set *s, const struct composer *c, size_t row)
{
	return s->block.rows.row[row].ticks * c->layout->leading / TICKS;
}

static void put_rule(const struct table_put *p, Pt x, Pt w, Pt y, Pt thick)
{
	struct composer *c = p->st->c;

	if (thick > 0)
		sheet_rect(c, p->st->sheet, (struct rect){ left_of(p, x, w), y + RULE_LOWER * c->layout->leading - thick / 2, w, thick },
			   ink_colour(c, p->s->look->ink, p->st->article->rubric, false), p->s->t->at);
}

/* Where a line of a cell begins: a number by its mark, all else by the column's side. */
static void put_cell_line(const struct table_put *p, const struct cell *c, const struct set_cell *set, size_t i, Pt y, struct colour ink,
			  const struct tag *tag)
{
	const struct table_set *s = p->s;
	const struct set_line *l = set->text.lines[i];
	Pt w = span_width(s, c), x = left_of(p, s->x[c->col], w);
	double share = align_of(s, c) == CELL_CENTER ? 0.5 : (align_of(s, c) == CELL_START) == s->t->rtl;

	if (set->mark >= 0) {
		Pt mark = s->t->rtl ? x + s->whole[c->col] : x + w - s->rest[c->col];

		sheet_line(p->st->c, p->st->sheet, l, mark - set->mark - l->x, y, ink, tag);
		return;
	}
	/* A dash for a missing number stands under the whole parts. */
	if (align_of(s, c) == CELL_DECIMAL && l->width <= s->whole[c->col])
		w = s->t->rtl ? s->whole[c->col] : w - s->rest[c->col], share = 1;
	put_line(p->st, l, x, w, share, y, ink, tag);
}

/* Cells over several rows begin in the first; header cells stand at the foot of theirs. */
static void put_cell(const struct table_put *p, size_t index, size_t block_row, Pt top, const struct tag *row)
{
	const struct table_set *s = p->s;
	const struct cell *c = &s->t->cells[index];
	const struct set_cell *set = &s->cells[index];
	struct composer *k = p->st->c;
	struct tag *tag = (struct tag *)tag_make(k, c->header ? ROLE_HEADER : ROLE_CELL, row, c->copy ? c->copy->lang : s->t->lang, c->at);
	Pt room = 0;

	if (!set->text.n)
		return;
	tag->cols = c->cols;
	tag->rows = c->rows;
	tag->names_row = c->header && c->row >= s->t->nheads && s->t->header[c->col];
	for (int i = 0; i < c->rows; i++)
		room += row_height(s, k, block_row + (size_t)i);
	if (c->row < s->t->nheads)
		top += room - text_ticks(k, &set->text) * k->layout->leading / TICKS;
	for (size_t i = 0; i < set->text.n; i++)
		put_cell_line(p, c, set, i, line_base(k, &set->text, top, i), ink_colour(k, set->text.style->ink, p->st->article->rubric, true),
			      p->repeated ? NULL : tag);
}

static void put_stripe(const struct table_put *p, int row, Pt top, Pt height)
{
	struct composer *c = p->st->c;
	struct ink ink = { NULL, true, p->s->look->stripe };

	if (ink.tint > 0 && row >= p->s->t->nheads && (row - p->s->t->nheads) % 2 == 0)
		sheet_rect(c, p->st->sheet, (struct rect){ p->left, top + RULE_LOWER * c->layout->leading, p->s->width, height },
			   ink_colour(c, ink, p->st->article->rubric, false), p->s->t->at);
}

/* Whether a rule goes over a place: not through a cell that goes on from the row above; in the header only under groups. */
static bool ruled_over(const struct table *t, int row, int col)
{
	const struct cell *above = table_cell(t, row - 1, col);

	if (above && above->row + above->rows > row)
		return false;
	return row >= t->nheads || (above && above->cols > 1 && above->copy);
}

/* In one piece as far as it goes. Between rows it ends with the table; under a group of a header with the group. */
static void put_rule_over(const struct table_put *p, int row, Pt y)
{
	const struct table_set *s = p->s;
	const struct table *t = s->t;

	if (row == p->top_row) {
		put_rule(p, 0, s->width, y, s->look->head_rule);
		return;
	}
	for (int col = 0; row > 0 && col < t->ncols; col++) {
		int from = col, group = row < t->nheads && ruled_over(t, row, col) ? table_cell(t, row - 1, col)->cols : t->ncols;
		Pt left, right;

		while (col < t->ncols && col - from < group && ruled_over(t, row, col))
			col++;
		if (col == from)
			continue;
		col--;
		left = from == 0 ? 0 : s->x[from];
		right = col + 1 == t->ncols ? s->width : s->x[col] + s->w[col];
		put_rule(p, left, right - left, y, s->look->rule);
	}
}

static void put_row(const struct table_put *p, int row, Pt top)
{
	const struct table_set *s = p->s;
	size_t block_row = (size_t)row + (s->caption.n > 0);
	const struct tag *tag = tag_make(p->st->c, ROLE_ROW, p->st->tag, s->t->lang, s->t->at);

	put_stripe(p, row, top, row_height(s, p->st->c, block_row));
	put_rule_over(p, row, top);
	for (size_t i = s->first[row]; i < s->first[row + 1]; i++)
		put_cell(p, i, block_row, top, tag);
}

static Pt put_head(const struct table_put *p, Pt y)
{
	struct table_put again = *p;

	again.repeated = true;
	for (int i = 0; i < p->s->t->nheads; i++) {
		put_row(&again, i, y);
		y += row_height(p->s, p->st->c, (size_t)i + (p->s->caption.n > 0));
	}
	return y;
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct table_set *s = (const struct table_set *)b;
	struct composer *c = st->c;
	int captions = s->caption.n > 0, first = (int)st->first - captions;
	struct table_put p = { s, st, s->t->rtl ? st->x + st->width - s->width : st->x, MAX(first, s->t->nheads), false };
	const struct rubric *r = st->article->rubric;
	Pt y = st->first ? put_head(&p, st->y) : st->y;
	bool body = false;

	for (size_t i = st->first; i < st->first + st->n; i++) {
		int row = (int)i - captions;

		if (row < 0) {
			put_set(c, st->sheet, &s->caption, p.left, y, ink_colour(c, s->caption.style->ink, r, true),
				tag_make(c, ROLE_CAPTION, st->tag, s->caption.lang, s->t->at));
		} else if (row < s->t->nrows) {
			put_row(&p, row, y);
			body = true;
		} else {
			put_rule(&p, 0, s->width, y, s->look->head_rule);
			put_set(c, st->sheet, &s->source, p.left, y + 0.15 * c->layout->leading, ink_colour(c, s->source.style->ink, r, true),
				tag_make(c, ROLE_P, st->tag, s->source.lang, s->t->at));
			body = false;
		}
		y += row_height(s, c, i);
	}
	if (body)
		put_rule(&p, 0, s->width, y, s->look->head_rule);
}

static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct table_set *s = (const struct table_set *)b;
	int captions = s->caption.n > 0;
	size_t sum = 0;

	for (size_t i = first; i < first + n; i++) {
		int row = (int)i - captions;

		for (size_t k = row >= 0 && row < s->t->nrows ? s->first[row] : 0; row >= 0 && row < s->t->nrows && k < s->first[row + 1]; k++)
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

	s->block.put = put;
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
