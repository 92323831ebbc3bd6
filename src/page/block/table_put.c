/* src/page/block/table_put.c - the ink of a table: stripes, rules, cells. */
#include "page/block/table_set.h"

#define RULE_LOWER 0.07			/* of the leading: rules stand so much lower than the strip, in the middle of the white ... */
#define SOURCE_LOWER 0.15		/* ... and the source under the last of them */

struct table_put {
	const struct table_set *s;
	const struct block_stretch *st;
	Pt left;			/* the table's left edge */
	int top_row;			/* the first row here that is no header */
	bool repeated;			/* header rows that were read before */
	const struct cut_part *part;	/* of the row; NULL: it stands whole */
};

/* Left edge of what starts at x from the table's start. */
static Pt left_of(const struct table_put *p, Pt x, Pt w)
{
	return p->left + (p->s->t->rtl ? p->s->width - x - w : x);
}

static Pt row_height(const struct table_set *s, const struct composer *c, size_t row)
{
	return s->cut.whole[row].ticks * c->layout->leading / TICKS;
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
	Pt w = table_span_width(s, c), x = left_of(p, s->x[c->col], w);
	double share = table_align(s, c) == CELL_CENTER ? 0.5 : (table_align(s, c) == CELL_START) == s->t->rtl;

	if (set->mark >= 0) {
		Pt mark = s->t->rtl ? x + s->whole[c->col] : x + w - s->rest[c->col];

		sheet_line(p->st->c, p->st->sheet, l, mark - set->mark - l->x, y, ink, tag);
		return;
	}
	/* A dash for a missing number stands under the whole parts. */
	if (table_align(s, c) == CELL_DECIMAL && l->width <= s->whole[c->col])
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
	struct tag *tag = tag_make(k, c->header ? ROLE_HEADER : ROLE_CELL, row, c->copy ? c->copy->lang : s->t->lang, c->at);
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
		if (cut_shows(p->part, line_base(k, &set->text, top, i)))
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

	put_stripe(p, row, p->part ? p->part->from : top, p->part ? p->part->to - p->part->from : row_height(s, p->st->c, block_row));
	if (!p->part || p->part->from <= top)
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

void table_put(const struct set_block *b, const struct block_stretch *st)
{
	const struct table_set *s = (const struct table_set *)b;
	struct composer *c = st->c;
	int captions = s->caption.n > 0, first = (int)s->cut.cut[st->first].row - captions;
	struct table_put p = { .s = s, .st = st, .left = s->t->rtl ? st->x + st->width - s->width : st->x, .top_row = MAX(first, s->t->nheads) };
	const struct rubric *r = st->article->rubric;
	Pt y = st->first && s->repeats ? put_head(&p, st->y) : st->y;
	bool body = false;

	for (size_t i = st->first; i < st->first + st->n; ) {
		struct cut_part part = cut_part(&s->cut, &i, st->first + st->n, y, c->layout->leading / TICKS);
		int row = (int)part.row - captions;

		p.part = part.to - part.from < part.height ? &part : NULL;
		if (row < 0) {
			cut_put_set(c, st->sheet, &s->caption, p.left, part.top, ink_colour(c, s->caption.style->ink, r, true),
				    tag_make(c, ROLE_CAPTION, st->tag, s->caption.lang, s->t->at), p.part);
		} else if (row < s->t->nrows) {
			put_row(&p, row, part.top);
			body = true;
		} else {
			if (part.from <= part.top)
				put_rule(&p, 0, s->width, y, s->look->head_rule);
			cut_put_set(c, st->sheet, &s->source, p.left, part.top + SOURCE_LOWER * c->layout->leading, ink_colour(c, s->source.style->ink, r, true),
				    tag_make(c, ROLE_P, st->tag, s->source.lang, s->t->at), p.part);
			body = false;
		}
		y = part.to;
	}
	p.part = NULL;
	if (body)
		put_rule(&p, 0, s->width, y, s->look->head_rule);
}
