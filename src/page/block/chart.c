/*
 * src/page/block/chart.c - charts: title and unit over them, their source under them, and in words what they show.
 *
 * A chart is a picture made of text, rectangles and paths; it is never divided. Values are written where they
 * are drawn, so there is no legend to look up. Timelines are text (page/block/timeline.c).
 */
#include "page/block/chart_set.h"
#include <math.h>
#include "doc/number.h"

/* Of series 0, 1, 2 ...: far enough apart to differ in one ink. */
static const double tints[][CHART_SERIES_MAX] = {
	{ 1 }, { 1, 0.4 }, { 1, 0.6, 0.28 }, { 1, 0.7, 0.45, 0.22 }, { 1, 0.78, 0.56, 0.36, 0.18 }, { 1, 0.8, 0.62, 0.46, 0.3, 0.16 },
};

Pt chart_x(const struct chart_put *p, Pt x)
{
	return p->st->x + (p->s->c->rtl ? p->s->width - x : x);
}

void chart_fill(const struct chart_put *p, struct rect r, struct colour colour)
{
	r.x = p->s->c->rtl ? chart_x(p, r.x) - r.w : chart_x(p, r.x);
	if (r.w > 0 && r.h > 0)
		sheet_rect(p->st->c, p->st->sheet, r, colour, p->s->c->at);
}

void chart_text(const struct chart_put *p, const struct text_set *t, size_t i, Pt x, Pt w, double share, Pt base, struct colour colour)
{
	bool rtl = p->s->c->rtl;

	put_line(p->st, t->lines[i], rtl ? chart_x(p, x) - w : chart_x(p, x), w, rtl ? 1 - share : share, base, colour, p->tag);
}

struct colour chart_colour(const struct chart_put *p, size_t i, bool line)
{
	struct ink ink = p->s->look->ink;

	ink.tint *= tints[p->s->c->nseries - 1][i];
	return ink_colour(p->st->c, ink, p->st->article->rubric, line);
}

struct colour chart_grey(const struct chart_put *p, double tint)
{
	return ink_colour(p->st->c, (struct ink){ NULL, false, tint }, NULL, false);
}

struct colour chart_text_colour(const struct chart_put *p, const struct text_set *t)
{
	return ink_colour(p->st->c, t->style->ink, p->st->article->rubric, true);
}

Pt chart_middle(const struct text_set *t)
{
	return 0.357 * t->style->size;
}

void chart_axis_set(struct composer *c, struct chart_set *s)
{
	uint32_t zero = digits_zero(c, s->c->lang, s->t->axis);

	s->numbers = arena_make_array(c->arena, (size_t)s->axis.n + 1, struct text_set);
	for (int i = 0; i <= s->axis.n; i++) {
		double value = s->axis.from + i * s->axis.step;
		const char *text = number_write(c->arena, fabs(value) < s->axis.step / 2 ? 0 : value, s->axis.decimals, s->c->lang, zero);

		s->numbers[i] = set_line_of(c, plain_copy(c, text, s->c->lang, s->c->at), s->t->axis);
	}
}

/* ---- the whole ---- */

static int height_ticks(const struct composer *c, const struct text_set *t)
{
	return ticks_of(t->height, c->layout->leading);
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct chart_set *s = (const struct chart_set *)b;
	struct composer *c = st->c;
	Pt tick = c->layout->leading / TICKS;
	struct chart_put p = { s, st, st->y + s->head * tick, st->tag };
	const struct text_set *over[] = { &s->caption, &s->unit };
	Pt y = st->y;

	for (size_t i = 0; i < G_N_ELEMENTS(over); i++)
		if (over[i]->n) {
			put_set(c, st->sheet, over[i], st->x, y, chart_text_colour(&p, over[i]), tag_make(c, ROLE_CAPTION, st->tag, over[i]->lang, s->c->at));
			y += height_ticks(c, over[i]) * tick;
		}
	(s->c->kind == CHART_LINE ? chart_line_put : chart_bar_put)(&p);
	if (s->source.n)
		put_set(c, st->sheet, &s->source, st->x, st->y + (s->head + s->field) * tick, chart_text_colour(&p, &s->source),
			tag_make(c, ROLE_CAPTION, st->tag, s->source.lang, s->c->at));
}

struct set_block *chart_block(struct composer *c, const struct template *t, const struct chart *chart, Pt width)
{
	struct chart_set *s = arena_make(c->arena, struct chart_set);

	s->block.put = put;
	s->c = chart;
	s->t = t;
	s->look = &c->layout->looks.chart;
	s->width = width;
	if (chart->caption)
		s->caption = set_copy(c, chart->caption, t->data_title, width);
	if (chart->unit)
		s->unit = set_copy(c, chart->unit, t->styles[BLOCK_CHART], width);
	if (chart->source)
		s->source = set_copy(c, chart->source, t->source, width);
	s->head = height_ticks(c, &s->caption) + height_ticks(c, &s->unit);
	(chart->kind == CHART_LINE ? chart_line_set : chart_bar_set)(c, s);
	s->block.rows = rows_solid(c->arena, whole_ticks(s->head + s->field + height_ticks(c, &s->source)));
	return &s->block;
}

/* ---- in words ---- */

static void say(GString *out, const struct copy *c, const char *after)
{
	if (c && c->len) {
		for (const char *p = c->text; *p; p = g_utf8_next_char(p)) {
			gunichar ch = g_utf8_get_char(p);

			g_string_append_unichar(out, ch == 0x2028 ? ' ' : ch);
		}
		g_string_append(out, after);
	}
}

static void say_row(GString *out, const struct chart *c, int row)
{
	const struct cell *label = table_cell(c->data, c->first + row, 0);
	size_t n = c->kind == CHART_TIMELINE ? 1 : c->nseries;

	say(out, label ? label->copy : NULL, c->kind == CHART_TIMELINE ? ": " : " ");
	for (size_t i = 0; i < n; i++) {
		const struct cell *v = table_cell(c->data, c->first + row, c->kind == CHART_TIMELINE ? 1 : c->series[i].col);

		if (n > 1)
			say(out, c->series[i].name, " ");
		say(out, v ? v->copy : NULL, i + 1 < n ? ", " : "");
	}
}

const char *chart_words(struct composer *c, const struct chart *chart)
{
	static const char *const kinds[] = { "bar", "line", "timeline" };
	const char *kind = kinds[chart->kind], *words = chart->alt;
	GString *out = g_string_new("");

	if (!words) {
		/* Where the language has no word for it, the numbers speak for themselves. */
		if (layout_has_label(c->layout, kind, chart->lang))
			g_string_append_printf(out, "%s: ", layout_label(c->layout, kind, chart->lang));
		say(out, chart->caption, ". ");
		say(out, chart->unit, ". ");
		for (int i = 0; i < chart->nrows; i++) {
			say_row(out, chart, i);
			g_string_append(out, i + 1 < chart->nrows ? "; " : ".");
		}
		words = arena_strdup(c->arena, out->str);
	}
	g_string_free(out, TRUE);
	return words;
}
