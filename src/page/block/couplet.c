/*
 * src/page/block/couplet.c - poems in couplets: two half-verses side by side, all of one width.
 *
 * All halves of a poem are as wide as the longest one: in Arabic script words
 * are lengthened (kashida) and spaces give, as poets' editions have it; other
 * scripts stand flush. Both columns stand on the axis of the measure, with a
 * gap between them. Where a measure is too narrow for two, the second half
 * stands under the first, moved to the other side; where it has no room for that
 * either, couplets are set apart by white.
 */
#include <math.h>
#include <string.h>
#include "doc/verse.h"
#include "page/costs.h"
#include "page/block/cut.h"
#include "page/block/units_build.h"
#include "para/hlist.h"
#include "para/lists.h"

#define GAP 2.4				/* em, between the columns */
#define GAP_LEAST 1.6
#define STAGGER 2.0			/* em: less is no stagger */
#define SQUEEZE 0.95			/* of the longest half: what spaces give where two columns all but fit */
#define FILL_LEAST 0.55			/* of the width: shorter halves are not lengthened but stand in the middle */
#define WHOLE 5				/* lines: shorter poems are not divided; of others no line stands alone */

struct half { struct text_set set; Pt x; int tick; };

/* Halves [first, first + n) stand in a row. */
struct couplet_row { size_t first, n; const struct text_set *number; struct src at; };

struct couplets {
	struct set_block block;
	struct half *halves;
	size_t nhalves;
	struct couplet_row *rows;
	struct cut_rows cut;		/* of them */
	const struct style *style;
	int lead;			/* ticks of a line */
	Pt number_x;			/* where its numbers start, or in poems from the right end */
};

struct couplet_setter {
	struct composer *c;
	const struct template *t;
	const struct style *s, *number;
	struct couplets *set;
	struct row *row;
	int *row_lead;
	size_t nrows;
	Pt width, column;		/* of the measure; of its numbers */
	Pt half, gap, stagger;		/* of one half; 0 where stacked; what the second is moved by then */
	bool stacked, fill, rtl;
	int every;
};

static struct measure half_measure(const void *ctx, size_t n)
{
	(void)n;
	return (struct measure){ 0, *(const Pt *)ctx };
}

/* A half, in the width of all of them. */
static struct text_set set_half(struct couplet_setter *p, const struct copy *copy)
{
	struct composer *c = p->c;
	struct hlist *h = hlist_copy(c, copy, p->s);
	struct choice ch;
	struct text_set t;

	hlist_open(h);
	ch = linebreak(c->arena, h, half_measure, &p->half, true);
	t = (struct text_set){
		.lang = copy->lang, .n = ch.natural.n, .measure = p->half, .leading = style_leading(p->s, copy->lang), .style = p->s, .rtl = copy->rtl,
		.lines = arena_make_array(c->arena, ch.natural.n, struct set_line *),
	};
	report_lines(c, copy, &ch.natural, p->half);
	for (size_t i = 0; i < t.n; i++) {
		size_t from = i ? ch.natural.at[i - 1] : SIZE_MAX;
		struct fit f = line_fit(h, from, ch.natural.at[i], p->half);
		/* What is turned over stands at the end. */
		bool fill = p->fill && f.natural > FILL_LEAST * p->half && (i + 1 < t.n || t.n == 1);
		Pt left = !fill && t.n > 1 && i + 1 == t.n ? (t.rtl ? -1 : 1) * f.need : fill || !p->fill ? 0 : (t.rtl ? -1 : 1) * f.need / 2;

		t.lines[i] = (fill ? line_fill : line_set)(c->arena, h, from, ch.natural.at[i], (struct measure){ left, p->half });
	}
	hlist_close(h);
	return t;
}

static Pt natural_width(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct text_set t = set_copy(c, copy, s, 5000);

	return t.n ? t.lines[0]->width : 0;
}

/* Side by side where there is room, else one under the other. */
static void find_columns(struct couplet_setter *p, const struct verse *v)
{
	Pt longest = 0, room = p->width - p->column, em = p->s->size;

	for (size_t i = 0; i < v->n; i++)
		if (v->lines[i].half)
			longest = MAX(longest, MAX(natural_width(p->c, v->lines[i].copy, p->s), natural_width(p->c, v->lines[i].half, p->s)));
	p->gap = GAP * em;
	p->half = longest;
	if (2 * longest + p->gap <= room)
		return;
	p->gap = GAP_LEAST * em;
	p->half = (room - p->gap) / 2;
	if (p->half >= SQUEEZE * longest)
		return;
	p->stacked = true;
	p->gap = 0;
	p->half = MIN(longest, room);
	p->stagger = room - p->half;
	if (p->stagger < STAGGER * em) {
		p->stagger = 0;
		if (longest > SQUEEZE * room)
			p->half = room;
	}
	p->stagger = MIN(p->stagger, 0.5 * p->half);
}

/* Left edge of a half from the measure's left: which is 0 or 1. */
static Pt half_x(const struct couplet_setter *p, int which)
{
	Pt room = p->width - p->column, block = p->stacked ? p->half + p->stagger : 2 * p->half + p->gap;
	Pt start = (room - block) / 2, step = p->stacked ? p->stagger : p->half + p->gap;
	Pt from = start + which * step;		/* from where the poem's lines begin */

	return p->rtl ? room - from - p->half : p->column + from;
}

static void add_half(struct couplet_setter *p, const struct text_set *t, Pt x, int tick)
{
	p->set->halves[p->set->nhalves++] = (struct half){ .set = *t, .x = x, .tick = tick };
}

static void add_row(struct couplet_setter *p, int ticks, double split, bool white, struct src at)
{
	size_t n = p->nrows++;

	p->row_lead[n] = white ? 0 : p->set->lead;
	p->set->rows[n].at = at;
	p->row[n] = (struct row){ .ticks = ticks, .split = split, .white = white ? ticks : 0 };
	p->set->rows[n].n = p->set->nhalves - p->set->rows[n].first;
	p->set->rows[n + 1].first = p->set->nhalves;
}

/* A couplet, or a line of its own that stands on the axis. */
static int add_line(struct couplet_setter *p, const struct verse_line *l, bool last)
{
	int lead = p->set->lead, ticks;
	struct text_set t;

	if (!l->half) {
		Pt room = p->width - p->column, w = MIN(natural_width(p->c, l->copy, p->s), room);

		t = set_copy(p->c, l->copy, p->s, w + 0.01);
		add_half(p, &t, p->rtl ? (room - w) / 2 : p->column + (room - w) / 2, 0);
		return (int)t.n * lead;
	}
	t = set_half(p, l->copy);
	add_half(p, &t, half_x(p, 0), 0);
	ticks = (int)t.n * lead;
	t = set_half(p, l->half);
	add_half(p, &t, half_x(p, 1), p->stacked ? ticks : 0);
	if (!p->stacked)
		return MAX(ticks, (int)t.n * lead);
	ticks += (int)t.n * lead;
	return p->stagger > 0 || last ? ticks : whole_ticks(ticks + 1);
}

static double split_after(const struct verse *v, size_t i)
{
	if (i + 1 == v->n || v->lines[i + 1].gap)	/* a gap follows, or the poem's author */
		return HUGE_VAL;
	return v->n <= WHOLE || i == 0 || i + 2 == v->n ? HUGE_VAL : SPLIT_COUPLET;
}

static void add_number(struct couplet_setter *p, const struct verse_line *l)
{
	struct text_set *t;

	if (p->every <= 0 || l->number % p->every)
		return;
	t = arena_make(p->c->arena, struct text_set);
	*t = verse_number(p->c, l, p->number, MAX(p->column, 8));
	p->set->rows[p->nrows].number = t;
}

static void add_source(struct couplet_setter *p, const struct copy *by)
{
	Pt room = p->width - p->column, w = MIN(natural_width(p->c, by, p->t->by), room), end = half_x(p, 1);
	struct text_set t = set_copy(p->c, by, p->t->by, w + 0.01);
	int lead = ticks_of(t.leading, p->c->layout->leading);

	add_half(p, &t, p->rtl ? end : end + p->half - w, 0);
	add_row(p, (int)t.n * lead, 0, false, by->at);
}

static void put_row(const struct couplets *k, const struct block_stretch *st, const struct cut_part *p)
{
	const struct couplet_row *r = &k->rows[p->row];
	struct composer *c = st->c;
	Pt tick = c->layout->leading / TICKS;
	const struct tag *tag = NULL;

	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct half *h = &k->halves[i];

		tag = tag ? tag : tag_make(c, ROLE_P, st->tag, h->set.lang, r->at);
		cut_put_set(c, st->sheet, &h->set, st->x + h->x, p->top + h->tick * tick, ink_colour(c, h->set.style->ink, st->article->rubric, true), tag, p);
	}
	if (r->number && p->from <= p->top)	/* on the first line's baseline */
		put_set(c, st->sheet, r->number, st->x + k->number_x - (r->number->rtl ? r->number->measure : 0),
			p->top + k->lead * tick - r->number->leading, ink_colour(c, r->number->style->ink, st->article->rubric, true), st->tag);
}

static void put(const struct set_block *b, const struct block_stretch *st)
{
	const struct couplets *k = (const struct couplets *)b;
	Pt y = st->y;

	for (size_t i = st->first; i < st->first + st->n; ) {
		struct cut_part p = cut_part(&k->cut, &i, st->first + st->n, y, st->c->layout->leading / TICKS);

		put_row(k, st, &p);
		y = p.to;
	}
}

static size_t half_chars(const struct text_set *t)
{
	size_t sum = 0;

	for (size_t l = 0; l < t->n; l++)
		sum += (size_t)g_utf8_strlen(t->lines[l]->text->text + t->lines[l]->start, (gssize)(t->lines[l]->end - t->lines[l]->start));
	return sum;
}

/* Of a row that is cut with its first lines. */
static size_t chars(const struct set_block *b, size_t first, size_t n)
{
	const struct couplets *k = (const struct couplets *)b;
	size_t sum = 0;

	for (size_t p = first; p < first + n; p++) {
		const struct couplet_row *r = &k->rows[k->cut.cut[p].row];

		for (size_t i = r->first; k->cut.cut[p].from == 0 && i < r->first + r->n; i++)
			sum += half_chars(&k->halves[i].set);
	}
	return sum;
}

struct set_block *couplet_block(struct composer *c, const struct template *t, const struct block *b, Pt width)
{
	const struct verse *v = b->verse;
	const struct copy *first = v->lines[0].copy;
	struct couplet_setter p = {
		.c = c, .t = t, .s = t->styles[BLOCK_VERSE], .number = verse_number_style(c, t), .width = width, .rtl = first->rtl,
		.fill = !strcmp(lang_script(first->lang), "Arab"), .set = arena_make(c->arena, struct couplets),
	};

	p.every = verse_every(v, p.s);
	p.column = verse_number_column(c, v, p.every, p.number);
	find_columns(&p, v);
	p.set->style = p.s;
	p.set->number_x = p.rtl ? half_x(&p, 0) + p.half + p.column : half_x(&p, 0) - p.column;
	p.set->lead = ticks_of(style_leading(p.s, first->lang), c->layout->leading);
	p.set->halves = arena_make_array(c->arena, 2 * v->n + 1, struct half);
	p.set->rows = arena_make_array(c->arena, 2 * v->n + 2, struct couplet_row);
	p.row = arena_make_array(c->arena, 2 * v->n + 1, struct row);
	p.row_lead = arena_make_array(c->arena, 2 * v->n + 1, int);
	for (size_t i = 0; i < v->n; i++) {
		if (v->lines[i].gap)
			add_row(&p, TICKS, 0, true, b->at);
		add_number(&p, &v->lines[i]);
		add_row(&p, add_line(&p, &v->lines[i], i + 1 == v->n), split_after(v, i), false, v->lines[i].copy->at);
	}
	if (b->by)
		add_source(&p, b->by);
	p.set->cut = rows_cut(c->arena, p.row, p.row_lead, p.nrows, 0);
	p.set->block.rows = p.set->cut.rows;
	p.set->block.put = put;
	p.set->block.chars = chars;
	return &p.set->block;
}
