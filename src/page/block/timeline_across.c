/*
 * src/page/block/timeline_across.c - a timeline over the width: dates on a line, what happened under each. Where there are more events
 * than go side by side they stand in several bands of one division, as even as can be; a band is a row and is not divided.
 */
#include <math.h>
#include "page/block/chart_set.h"

#define COLUMN_LEAST 7.0		/* em of the text: narrower no event stands beside another */
#define GAP 9.0				/* Pt, between two events */
#define DOT 2.4				/* radius of the dots */
#define LINE 0.75
#define LINE_TINT 0.35
#define LINE_TICKS (TICKS / 2)		/* the line's room, between date and text */
#define BAND_TICKS TICKS		/* white between bands */
enum { DOT_CORNERS = 20 };

struct event { struct text_set date, text; };

struct across {
	struct set_block block;
	const struct chart *c;
	struct text_set caption, source;
	struct event *events;
	int per_band, nbands;
	int *dates;			/* ticks of each band's dates */
	Pt width, column;		/* of the whole, of an event */
};

struct band_put { const struct across *t; const struct block_stretch *st; int band; Pt top; const struct tag *tag; };

static int events_of(const struct across *t, int band)
{
	return MIN(t->per_band, t->c->nrows - band * t->per_band);
}

/* Places are counted from the chart's start. */
static Pt left_of(const struct across *t, const struct block_stretch *st, Pt x, Pt w)
{
	return st->x + (t->c->rtl ? t->width - x - w : x);
}

static void put_text(const struct across *t, const struct block_stretch *st, const struct text_set *s, Pt x, Pt w, Pt top, const struct tag *tag)
{
	struct colour ink = s->n ? ink_colour(st->c, s->style->ink, st->article->rubric, true) : (struct colour){ 0 };

	for (size_t i = 0; i < s->n; i++)
		put_line(st, s->lines[i], left_of(t, st, x, w), w, t->c->rtl, line_base(st->c, s, top, i), ink, tag);
}

static void put_dot(const struct band_put *p, Pt x, Pt y)
{
	struct composer *c = p->st->c;
	struct point at[DOT_CORNERS];
	Pt middle = left_of(p->t, p->st, x + DOT, 0);

	for (int i = 0; i < DOT_CORNERS; i++)
		at[i] = (struct point){ middle + DOT * cos(2 * G_PI * i / DOT_CORNERS), y + DOT * sin(2 * G_PI * i / DOT_CORNERS) };
	sheet_path(c, p->st->sheet, at, DOT_CORNERS, true, 0, ink_colour(c, c->layout->looks.chart.ink, p->st->article->rubric, true), p->t->c->at);
}

/* The line begins at the first event and ends at the last; where a band follows it goes on to the edge. */
static void put_band(const struct band_put *p)
{
	const struct across *t = p->t;
	struct composer *c = p->st->c;
	Pt tick = c->layout->leading / TICKS, under = p->top + t->dates[p->band] * tick, line = under + LINE_TICKS * tick / 2;
	Pt step = t->column + GAP, from = p->band ? 0 : DOT;
	int n = events_of(t, p->band);
	Pt to = p->band + 1 < t->nbands ? t->width : (n - 1) * step + DOT;

	sheet_rect(c, p->st->sheet, (struct rect){ left_of(t, p->st, from, to - from), line - LINE / 2, to - from, LINE },
		   ink_colour(c, (struct ink){ NULL, false, LINE_TINT }, NULL, false), t->c->at);
	for (int i = 0; i < n; i++) {
		const struct event *e = &t->events[p->band * t->per_band + i];
		const struct tag *item = tag_make(c, ROLE_ITEM, p->tag, t->c->lang, t->c->at);
		/* Dates stand on the line, whatever their number of lines. */
		Pt lower = (t->dates[p->band] - text_ticks(c, &e->date)) * tick;

		if (e->date.n || e->text.n)		/* an empty row is a gap in the line's events */
			put_dot(p, i * step, line);
		put_text(t, p->st, &e->date, i * step, t->column, p->top + lower, item);
		put_text(t, p->st, &e->text, i * step, t->column, under + LINE_TICKS * tick, item);
	}
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct across *t = (const struct across *)b;
	struct composer *c = st->c;
	int before = t->caption.n > 0;
	Pt y = st->y;

	for (size_t i = st->first; i < st->first + st->n; i++) {
		struct band_put p = { t, st, (int)i - before, y, st->tag };

		if ((int)i < before)
			put_text(t, st, &t->caption, 0, t->width, y, tag_make(c, ROLE_CAPTION, st->tag, t->caption.lang, t->c->at));
		else if (p.band < t->nbands)
			put_band(&p);
		else
			put_text(t, st, &t->source, 0, t->width, y, tag_make(c, ROLE_CAPTION, st->tag, t->source.lang, t->c->at));
		y += t->block.rows.row[i].ticks * c->layout->leading / TICKS;
	}
}

static const struct copy *cell_copy(const struct chart *c, int row, int col)
{
	const struct cell *cell = table_cell(c->data, c->first + row, col);

	return cell ? cell->copy : NULL;
}

static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct across *t = (const struct across *)b;
	int before = t->caption.n > 0;
	size_t sum = 0;

	for (int i = 0; i < t->c->nrows; i++) {
		int row = before + i / t->per_band;

		if (row >= (int)first && row < (int)(first + n))
			sum += copy_chars(cell_copy(t->c, i, 1));
	}
	return sum;
}

/* As many columns as go side by side, then as few as need no further band. */
static void divide(struct across *t, Pt em)
{
	int most = MAX((int)((t->width + GAP) / (COLUMN_LEAST * em + GAP)), 1);

	t->nbands = (t->c->nrows + most - 1) / most;
	t->per_band = (t->c->nrows + t->nbands - 1) / t->nbands;
	t->nbands = (t->c->nrows + t->per_band - 1) / t->per_band;
	t->column = (t->width - (t->per_band - 1) * GAP) / t->per_band;
}

static void set_events(struct composer *c, const struct template *tpl, struct across *t)
{
	t->events = arena_make_array(c->arena, (size_t)t->c->nrows, struct event);
	for (int i = 0; i < t->c->nrows; i++) {
		const struct copy *date = cell_copy(t->c, i, 0), *text = cell_copy(t->c, i, 1);

		if (date)
			t->events[i].date = set_copy(c, date, tpl->table_head, t->column);
		if (text)
			t->events[i].text = set_copy(c, text, tpl->styles[BLOCK_CHART], t->column);
	}
}

static int band_ticks(struct composer *c, struct across *t, int band)
{
	int texts = 0;

	for (int i = 0; i < events_of(t, band); i++) {
		const struct event *e = &t->events[band * t->per_band + i];

		t->dates[band] = MAX(t->dates[band], text_ticks(c, &e->date));
		texts = MAX(texts, text_ticks(c, &e->text));
	}
	return t->dates[band] + LINE_TICKS + texts;
}

static void make_rows(struct composer *c, struct across *t)
{
	struct row *row = arena_make_array(c->arena, (size_t)t->nbands + 2, struct row);
	size_t n = 0;
	int all = 0;

	t->dates = arena_make_array(c->arena, (size_t)t->nbands, int);
	if (t->caption.n)
		row[n++] = (struct row){ .ticks = text_ticks(c, &t->caption) + TICKS / 2, .split = HUGE_VAL };
	for (int i = 0; i < t->nbands; i++)
		row[n++].ticks = band_ticks(c, t, i) + (i + 1 < t->nbands ? BAND_TICKS : 0);
	if (t->source.n) {
		row[n - 1].split = HUGE_VAL;
		row[n++] = (struct row){ .ticks = text_ticks(c, &t->source) };
	}
	for (size_t i = 0; i < n; i++)
		all += row[i].ticks;
	row[n - 1].ticks += whole_ticks(all) - all;
	t->block.rows = (struct rows){ row, n, 0 };
}

struct set_block *timeline_across_block(struct composer *c, const struct template *tpl, const struct chart *chart, Pt width)
{
	struct across *t = arena_make(c->arena, struct across);

	t->block.put = put;
	t->block.chars = chars;
	t->c = chart;
	t->width = width;
	divide(t, tpl->styles[BLOCK_CHART]->size);
	if (chart->caption)
		t->caption = set_copy(c, chart->caption, tpl->data_title, width);
	if (chart->source)
		t->source = set_copy(c, chart->source, tpl->source, width);
	set_events(c, tpl, t);
	make_rows(c, t);
	return &t->block;
}
