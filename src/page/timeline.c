/*
 * src/page/timeline.c - dates on a line, with what happened beside them. Each event is a row, so a long timeline goes
 * on in the next column.
 */
#include <math.h>
#include "page/chart_set.h"

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
	Pt width, date_w;
};

struct timeline_put { const struct timeline *t; const struct block_stretch *st; };

static Pt left_of(const struct timeline_put *p, Pt x, Pt w)
{
	return p->st->x + (p->t->c->rtl ? p->t->width - x - w : x);
}

static void put_text(const struct timeline_put *p, const struct text_set *s, Pt x, Pt w, Pt top, const struct tag *tag)
{
	struct colour ink = s->n ? ink_colour(p->st->c, s->style->ink, p->st->article->rubric, true) : (struct colour){ 0 };

	for (size_t i = 0; i < s->n; i++)
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
static void put_event(const struct timeline_put *p, size_t i, Pt top, Pt high, bool first, bool last)
{
	const struct event *e = &p->t->events[i];
	struct composer *c = p->st->c;
	const struct text_set *lead = e->date.n ? &e->date : &e->text;
	Pt dot = lead->n ? line_base(c, lead, top, 0) - chart_middle(lead) : top, from = first ? dot : top, to = last ? dot : top + high;
	Pt text = p->t->date_w + 2 * GAP;
	const struct tag *item = tag_make(c, ROLE_ITEM, p->st->tag, p->t->c->lang, p->t->c->at);

	sheet_rect(c, p->st->sheet, (struct rect){ left_of(p, p->t->date_w + GAP - LINE / 2, LINE), from, LINE, to - from },
		   ink_colour(c, (struct ink){ NULL, false, LINE_TINT }, NULL, false), p->t->c->at);
	if (lead->n)			/* an empty row is a gap in the line's events */
		put_dot(p, dot);
	put_text(p, &e->date, 0, p->t->date_w, top, item);
	put_text(p, &e->text, text, p->t->width - text, top, item);
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct timeline *t = (const struct timeline *)b;
	struct composer *c = st->c;
	struct timeline_put p = { t, st };
	size_t before = t->caption.n > 0, events = before + (size_t)t->c->nrows;
	Pt y = st->y;

	for (size_t i = st->first; i < st->first + st->n; i++) {
		Pt high = t->block.rows.row[i].ticks * c->layout->leading / TICKS;

		if (i < before)
			put_text(&p, &t->caption, 0, t->width, y, tag_make(c, ROLE_CAPTION, st->tag, t->caption.lang, t->c->at));
		else if (i < events)
			put_event(&p, i - before, y, high, i == before, i + 1 == events);
		else
			put_text(&p, &t->source, 0, t->width, y, tag_make(c, ROLE_CAPTION, st->tag, t->source.lang, t->c->at));
		y += high;
	}
}

static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct timeline *t = (const struct timeline *)b;
	size_t before = t->caption.n > 0, sum = 0;

	for (size_t i = first; i < first + n; i++) {
		const struct cell *cell = i >= before && i < before + (size_t)t->c->nrows ?
			table_cell(t->c->data, t->c->first + (int)(i - before), 1) : NULL;

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

static void make_rows(struct composer *c, struct timeline *t)
{
	struct row *row = arena_make_array(c->arena, (size_t)t->c->nrows + 2, struct row);
	size_t n = 0;
	int all = 0;

	if (t->caption.n)
		row[n++] = (struct row){ .ticks = text_ticks(c, &t->caption) + TICKS / 2, .split = HUGE_VAL };
	for (int i = 0; i < t->c->nrows; i++)
		row[n++].ticks = MAX(text_ticks(c, &t->events[i].date), text_ticks(c, &t->events[i].text)) + (i + 1 < t->c->nrows ? TICKS / 2 : 0);
	if (t->source.n) {
		row[n - 1].split = HUGE_VAL;
		row[n++] = (struct row){ .ticks = text_ticks(c, &t->source) };
	}
	for (size_t i = 0; i < n; i++)
		all += row[i].ticks;
	row[n - 1].ticks += whole_ticks(all) - all;
	t->block.rows = (struct rows){ row, n, 0 };
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
