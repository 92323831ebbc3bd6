/*
 * src/page/block/timeline.c - dates on a line, with what happened beside them. A long timeline goes on in the next column
 * after an event; inside one only where no column is high enough for it (page/block/cut.h).
 */
#include <math.h>
#include "page/block/chart_set.h"
#include "page/block/cut.h"

#define DATE_MOST 0.36			/* of the width that dates may take */
#define GAP 7.0				/* Pt: from dates to the line, from the line to the text */
#define DOT 2.4				/* radius of the dots */
#define LINE 0.75
#define LINE_TINT 0.35
enum { DOT_CORNERS = 20 };

struct event { struct text_set date, text; };

struct timeline {
	struct set_block block;
	const struct chart *c;
	struct text_set caption, source;
	struct event *events;
	struct cut_rows cut;		/* of the caption, the events, the source */
	Pt width, date_w;
};

struct timeline_put { const struct timeline *t; const struct block_stretch *st; struct cut_part part; };

static Pt left_of(const struct timeline_put *p, Pt x, Pt w)
{
	return p->st->x + (p->t->c->rtl ? p->t->width - x - w : x);
}

static void put_text(const struct timeline_put *p, const struct text_set *s, Pt x, Pt w, Pt top, const struct tag *tag)
{
	struct colour ink = s->n ? ink_colour(p->st->c, s->style->ink, p->st->article->rubric, true) : (struct colour){ 0 };

	for (size_t i = 0; i < s->n; i++)
		if (cut_shows(&p->part, line_base(p->st->c, s, top, i)))
			put_line(p->st, s->lines[i], left_of(p, x, w), w, p->t->c->rtl, line_base(p->st->c, s, top, i), ink, tag);
}

static void put_dot(const struct timeline_put *p, Pt y)
{
	struct composer *c = p->st->c;
	struct point at[DOT_CORNERS];
	Pt x = left_of(p, p->t->date_w + GAP, 0);

	for (int i = 0; i < DOT_CORNERS; i++)
		at[i] = (struct point){ x + DOT * cos(2 * G_PI * i / DOT_CORNERS), y + DOT * sin(2 * G_PI * i / DOT_CORNERS) };
	sheet_path(c, p->st->sheet, at, DOT_CORNERS, true, 0, ink_colour(c, c->layout->looks.chart.ink, p->st->article->rubric, true), p->t->c->at);
}

/* The line comes from the event before and goes to the next; a stretch begins and ends it. */
static void put_event(const struct timeline_put *p, size_t i, bool first, bool last)
{
	const struct event *e = &p->t->events[i];
	struct composer *c = p->st->c;
	const struct text_set *lead = e->date.n ? &e->date : &e->text;
	Pt top = p->part.top, dot = lead->n ? line_base(c, lead, top, 0) - chart_middle(lead) : top;
	Pt from = MAX(first ? dot : top, p->part.from), to = MIN(last ? dot : top + p->part.height, p->part.to);
	Pt text = p->t->date_w + 2 * GAP;
	const struct tag *item = tag_make(c, ROLE_ITEM, p->st->tag, p->t->c->lang, p->t->c->at);

	if (to >= from)
		sheet_rect(c, p->st->sheet, (struct rect){ left_of(p, p->t->date_w + GAP - LINE / 2, LINE), from, LINE, to - from },
			   ink_colour(c, (struct ink){ NULL, false, LINE_TINT }, NULL, false), p->t->c->at);
	if (lead->n && dot >= p->part.from)	/* an empty row is a gap in the line's events */
		put_dot(p, dot);
	put_text(p, &e->date, 0, p->t->date_w, top, item);
	put_text(p, &e->text, text, p->t->width - text, top, item);
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct timeline *t = (const struct timeline *)b;
	struct composer *c = st->c;
	struct timeline_put p = { .t = t, .st = st };
	size_t before = t->caption.n > 0, events = before + (size_t)t->c->nrows;
	Pt y = st->y;

	for (size_t i = st->first; i < st->first + st->n; y = p.part.to) {
		size_t row;

		p.part = cut_part(&t->cut, &i, st->first + st->n, y, c->layout->leading / TICKS);
		row = p.part.row;
		if (row < before)
			put_text(&p, &t->caption, 0, t->width, p.part.top, tag_make(c, ROLE_CAPTION, st->tag, t->caption.lang, t->c->at));
		else if (row < events)
			put_event(&p, row - before, row == before, row + 1 == events);
		else
			put_text(&p, &t->source, 0, t->width, p.part.top, tag_make(c, ROLE_CAPTION, st->tag, t->source.lang, t->c->at));
	}
}

/* Of an event that is cut with its first lines. */
static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct timeline *t = (const struct timeline *)b;
	size_t before = t->caption.n > 0, sum = 0;

	for (size_t i = first; i < first + n; i++) {
		size_t row = t->cut.cut[i].row;
		const struct cell *cell = t->cut.cut[i].from == 0 && row >= before && row < before + (size_t)t->c->nrows ?
			table_cell(t->c->data, t->c->first + (int)(row - before), 1) : NULL;

		sum += cell ? copy_chars(cell->copy) : 0;
	}
	return sum;
}

static const struct copy *cell_copy(const struct chart *c, int row, int col)
{
	const struct cell *cell = table_cell(c->data, c->first + row, col);

	return cell ? cell->copy : NULL;
}

static void set_events(struct composer *c, const struct template *tpl, struct timeline *t)
{
	t->events = arena_make_array(c->arena, (size_t)t->c->nrows, struct event);
	for (int i = 0; i < t->c->nrows; i++) {
		const struct copy *date = cell_copy(t->c, i, 0);

		if (date)
			t->events[i].date = set_copy(c, date, tpl->table_head, DATE_MOST * t->width);
		t->date_w = MAX(t->date_w, text_width(&t->events[i].date));
	}
	for (int i = 0; i < t->c->nrows; i++)
		if (cell_copy(t->c, i, 1))
			t->events[i].text = set_copy(c, cell_copy(t->c, i, 1), tpl->styles[BLOCK_CHART], t->width - t->date_w - 2 * GAP);
}

static int lead_of(const struct composer *c, const struct text_set *t)
{
	return t->n ? ticks_of(t->leading, c->layout->leading) : 0;
}

static void make_rows(struct composer *c, struct timeline *t)
{
	size_t most = (size_t)t->c->nrows + 2, n = 0;
	struct row *row = arena_make_array(c->arena, most, struct row);
	int *lead = arena_make_array(c->arena, most, int), all = 0;

	if (t->caption.n) {
		lead[n] = lead_of(c, &t->caption);
		row[n++] = (struct row){ .ticks = text_ticks(c, &t->caption) + TICKS / 2, .split = HUGE_VAL };
	}
	for (int i = 0; i < t->c->nrows; i++) {
		const struct event *e = &t->events[i];

		lead[n] = MAX(lead_of(c, &e->date), lead_of(c, &e->text));
		row[n++].ticks = MAX(text_ticks(c, &e->date), text_ticks(c, &e->text)) + (i + 1 < t->c->nrows ? TICKS / 2 : 0);
	}
	if (t->source.n) {
		row[n - 1].split = HUGE_VAL;
		lead[n] = lead_of(c, &t->source);
		row[n++] = (struct row){ .ticks = text_ticks(c, &t->source) };
	}
	for (size_t i = 0; i < n; i++)
		all += row[i].ticks;
	row[n - 1].ticks += whole_ticks(all) - all;
	t->cut = rows_cut(c->arena, row, lead, n, 0);
	t->block.rows = t->cut.rows;
}

struct set_block *timeline_block(struct composer *c, const struct template *tpl, const struct chart *chart, Pt width)
{
	struct timeline *t = arena_make(c->arena, struct timeline);

	t->block.put = put;
	t->block.chars = chars;
	t->c = chart;
	t->width = width;
	if (chart->caption)
		t->caption = set_copy(c, chart->caption, tpl->data_title, width);
	if (chart->source)
		t->source = set_copy(c, chart->source, tpl->source, width);
	set_events(c, tpl, t);
	make_rows(c, t);
	return &t->block;
}
