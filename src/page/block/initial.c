/*
 * src/page/block/initial.c - the large letter that an article's first paragraph starts with.
 *
 * It reaches from the height of the first line's capitals to the baseline of the
 * last line beside it; in scripts without capitals from the head of a plain
 * letter to its foot, which in Devanagari is the head line, in Chinese the
 * character's square. Its ink, not its advance, stands at the column's edge. The
 * first line comes closer where the letter leaves room there (A, L), and a tail under the
 * baseline (J, Q) is given way to by one line more. A quotation mark
 * before it hangs outside, smaller.
 *
 * Indic scripts take a whole syllable, with all consonants of a conjunct. Scripts whose
 * letters join, and those without a letter to stand alone, take none.
 */
#include "page/block/units_build.h"
#include <hb.h>
#include <math.h>
#include <string.h>
#include "text/breaks.h"
#include "text/font.h"

#define LEAST_BYTES 200			/* shorter paragraphs do not carry an initial */
#define GAP 0.35			/* em of the text, from the letter to the lines beside it ... */
#define GAP_FIRST 0.14			/* ... and to the first line where that comes closer: it is one word */
#define CLOSER 0.5			/* em of the text: less is not worth a step */
#define ASCENT 0.78			/* em of the text: what a line's letters take over the baseline ... */
#define DESCENT 0.25			/* ... and under it */
#define QUOTE 0.42			/* of the letter's size */
#define QUOTE_ROOM 0.85			/* of the gutter, which may be what it stands in */
#define QUOTE_GAP 0.06			/* em of the letter */
#define CURVE_STEPS 8

/* A letter that stands for its script: from its head to its foot an initial reaches. */
static const struct { const char *script; gunichar letter; } scripts[] = {
	{ "Latn", 'H' }, { "Cyrl", 0x41d }, { "Grek", 0x397 }, { "Armn", 0x540 }, { "Geor", 0x10d0 }, { "Hebr", 0x5d4 },
	{ "Ethi", 0x1200 }, { "Deva", 0x915 }, { "Beng", 0x995 }, { "Guru", 0xa15 }, { "Taml", 0xb95 }, { "Sinh", 0xd9a },
	{ "Hans", 0x56fd }, { "Hant", 0x570b }, { "Jpan", 0x56fd }, { "Kore", 0xd55c },
};

static gunichar letter_of_script(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
		if (!strcmp(scripts[i].script, lang_script(lang)))
			return scripts[i].letter;
	return 0;
}

/* ---- what is taken of the text ----------------------------------------------------- */

static bool is_virama(gunichar c)
{
	return c == 0x94d || c == 0x9cd || c == 0xa4d || c == 0xacd || c == 0xb4d || c == 0xc4d || c == 0xccd || c == 0xdca;
}

/* Whether the consonant before the byte forms one sign with the next: Tamil joins two pairs only, Sinhala where a joiner says so. */
static bool is_conjunct(const char *text, size_t start, size_t end)
{
	const char *p = g_utf8_prev_char(text + end);
	gunichar last = g_utf8_get_char(p), next = g_utf8_get_char(text + end), first = g_utf8_get_char(text + start);

	if (last == 0x200d && p > text + start)
		return is_virama(g_utf8_get_char(g_utf8_prev_char(p)));
	if (last == 0xbcd)
		return (first == 0xb95 && next == 0xbb7) || (first == 0xbb8 && next == 0xbb0);
	return is_virama(last) && last != 0xdca && g_unichar_isalpha(next);
}

/* Bytes of the grapheme at `at`, or of the orthographic syllable. */
static size_t syllable(struct composer *c, const struct copy *copy, size_t at)
{
	size_t len = MIN(copy->len - at, 96), n = 0;
	uint8_t ends[97];

	while (len > 0 && len < copy->len - at && ((unsigned char)copy->text[at + len] & 0xc0) == 0x80)
		len--;
	graphemes_find(c->tools->breaker, copy->text + at, len, ends);
	do
		for (n++; n < len && !ends[n]; )
			n++;
	while (n < len && is_conjunct(copy->text, at, at + n));
	return n;
}

/* Bytes of quotation marks and the like before the first letter. */
static size_t opening(const struct copy *c)
{
	const char *p = c->text;

	while (*p && p - c->text < 12) {
		GUnicodeType t = g_unichar_type(g_utf8_get_char(p));

		if (t != G_UNICODE_INITIAL_PUNCTUATION && t != G_UNICODE_OPEN_PUNCTUATION && t != G_UNICODE_FINAL_PUNCTUATION && *p != '"')
			break;
		p = g_utf8_next_char(p);
	}
	return (size_t)(p - c->text);
}

static bool initial_taken(const struct copy *c)
{
	gunichar first = c->len > LEAST_BYTES ? g_utf8_get_char(c->text + opening(c)) : 0;

	return letter_of_script(c->lang) && g_unichar_isalpha(first);
}

/* Bytes [from, to) of the copy, as a copy. */
static struct copy *part_of(struct composer *c, const struct copy *whole, size_t from, size_t to)
{
	struct copy *k = arena_copy(c->arena, whole, sizeof *whole);
	size_t n = 0;

	k->text = arena_strndup(c->arena, whole->text + from, to - from);
	k->len = to - from;
	k->places.skip += (uint32_t)from;
	k->runs = arena_make_array(c->arena, whole->nruns, struct inline_run);
	for (size_t i = 0; i < whole->nruns; i++) {
		struct inline_run r = whole->runs[i];

		if (r.end <= from || r.start >= to)
			continue;
		r.start = r.start > from ? r.start - from : 0;
		r.end = MIN(r.end, to) - from;
		k->runs[n++] = r;
	}
	k->nruns = n;
	return k;
}

/* ---- outlines ------------------------------------------------------------------------ */

struct segment { double x0, y0, x1, y1; };
struct extents { double left, right, top, bottom; };

/* Of the letter's ink; Pt, y upwards from the baseline. */
struct letter_shape { GArray *segments; double x, y, scale, pen_x, pen_y; };

static void add_segment(struct letter_shape *o, double x, double y)
{
	struct segment s = { o->pen_x, o->pen_y, x, y };

	g_array_append_val(o->segments, s);
	o->pen_x = x;
	o->pen_y = y;
}

static void move_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
	struct letter_shape *o = data;

	(void)f, (void)st, (void)user;
	o->pen_x = o->x + x * o->scale;
	o->pen_y = o->y + y * o->scale;
}

static void line_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
	struct letter_shape *o = data;

	(void)f, (void)st, (void)user;
	add_segment(o, o->x + x * o->scale, o->y + y * o->scale);
}

static void cubic_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float ax, float ay, float bx, float by, float x, float y, void *user)
{
	struct letter_shape *o = data;
	double x0 = st->current_x, y0 = st->current_y;

	(void)f, (void)user;
	for (int i = 1; i <= CURVE_STEPS; i++) {
		double t = (double)i / CURVE_STEPS, u = 1 - t;

		add_segment(o, o->x + o->scale * (u * u * u * x0 + 3 * u * u * t * ax + 3 * u * t * t * bx + t * t * t * x),
			    o->y + o->scale * (u * u * u * y0 + 3 * u * u * t * ay + 3 * u * t * t * by + t * t * t * y));
	}
}

/* Of one line of glyphs, set at its origin. */
static struct letter_shape outline_of(const struct set_line *l)
{
	struct letter_shape o = { .segments = g_array_new(FALSE, FALSE, sizeof(struct segment)) };
	hb_draw_funcs_t *f = hb_draw_funcs_create();

	hb_draw_funcs_set_move_to_func(f, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(f, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(f, cubic_to, NULL, NULL);
	for (size_t i = 0; i < l->npieces; i++) {
		const struct piece *p = &l->pieces[i];

		for (size_t k = 0; k < p->nglyphs; k++) {
			o.scale = p->run->size / p->run->font->upem;
			o.x = p->x + p->glyphs[k].x;
			o.y = -p->y - p->glyphs[k].y;
			hb_font_get_glyph_shape(p->run->font->hb, p->glyphs[k].id, f, &o);
		}
	}
	hb_draw_funcs_destroy(f);
	return o;
}

/* Of the ink between two heights; left > right: there is none. */
static struct extents ink_between(const struct letter_shape *o, double low, double high)
{
	struct extents e = { HUGE_VAL, -HUGE_VAL, -HUGE_VAL, HUGE_VAL };

	for (guint i = 0; i < o->segments->len; i++) {
		struct segment s = g_array_index(o->segments, struct segment, i);
		double ys[2] = { fmax(fmin(s.y0, s.y1), low), fmin(fmax(s.y0, s.y1), high) };

		if (ys[0] > ys[1])
			continue;
		for (int k = 0; k < 2; k++) {
			double x = s.y1 == s.y0 ? (k ? s.x1 : s.x0) : s.x0 + (ys[k] - s.y0) * (s.x1 - s.x0) / (s.y1 - s.y0);

			e.left = fmin(e.left, x);
			e.right = fmax(e.right, x);
			e.bottom = fmin(e.bottom, ys[k]);
			e.top = fmax(e.top, ys[k]);
		}
	}
	return e;
}

/* Head and foot of a script's plain letter in a font, em. */
static void letter_height(const struct font *f, gunichar letter, double *top, double *bottom)
{
	hb_codepoint_t g;
	hb_glyph_extents_t e;

	*top = f->cap_height;
	*bottom = 0;
	if (!hb_font_get_nominal_glyph(f->hb, letter, &g) || !hb_font_get_glyph_extents(f->hb, g, &e) || e.y_bearing <= 0)
		return;
	*top = e.y_bearing / f->upem;
	*bottom = (e.y_bearing + e.height) / f->upem;
	if (fabs(*bottom) < 0.03)		/* it stands on the baseline */
		*bottom = 0;
}

/* ---- the initial ---------------------------------------------------------------------- */

struct initial_maker {
	struct composer *c;
	const struct copy *copy;
	const struct style *s, *base;	/* of the text, of the initial */
	Pt lead;			/* from line to line */
	double text_size;		/* in truth, of the text's first run */
	double cap;			/* height of the letter */
	struct initial *out;
};

/* As high as the lines want it: from the head of a letter on the first to the foot of one on the last. */
static struct style *find_size(struct initial_maker *m, const struct copy *letter)
{
	const struct shaped *large = shape_copy(m->c, letter, m->base), *text = shape_copy(m->c, m->out->rest, m->s);
	gunichar plain = letter_of_script(m->copy->lang);
	double top, bottom, text_top, text_bottom, factor, height;
	struct style *s;

	if (large->nruns == 0 || text->nruns == 0)	/* no font at all: reported */
		return NULL;
	m->text_size = text->runs[0].size;
	letter_height(large->runs[0].font, plain, &top, &bottom);
	letter_height(text->runs[0].font, plain, &text_top, &text_bottom);
	factor = large->runs[0].size / m->base->size;
	height = (m->s->dropcap - 1) * m->lead + (text_top - text_bottom) * m->text_size;
	s = arena_copy(m->c->arena, m->base, sizeof *s);
	s->size = height / (top - bottom) / factor;
	m->cap = top * s->size * factor;
	m->out->y = (m->s->dropcap - 1) * m->lead - text_bottom * m->text_size + bottom * s->size * factor;
	return s;
}

/* What each line gives way by, and where the letter's ink begins. goes_on: the first line goes on with its word. */
static void find_widths(struct initial_maker *m, bool goes_on)
{
	struct initial *i = m->out;
	struct letter_shape o = outline_of(i->letter.lines[0]);
	double t = m->text_size, under = i->y - m->s->dropcap * m->lead;	/* the first free line, over the letter's baseline */
	struct extents all = ink_between(&o, -HUGE_VAL, HUGE_VAL);
	struct extents first = ink_between(&o, i->y - DESCENT * t, i->y + ASCENT * t);
	struct extents tail = ink_between(&o, -HUGE_VAL, under + ASCENT * t);
	bool rtl = m->copy->rtl;
	Pt closer;

	g_array_unref(o.segments);
	if (all.left > all.right)		/* it shows nothing */
		return;
	i->x = rtl ? all.right : -all.left;
	i->width = all.right - all.left + GAP * t;
	if (first.left <= first.right && goes_on) {
		closer = (rtl ? first.left - all.left : all.right - first.right) + (GAP - GAP_FIRST) * t;
		i->closer = closer > CLOSER * t ? closer : 0;
	}
	if (tail.left <= tail.right)
		i->tail = (rtl ? all.right - tail.left : tail.right - all.left) + GAP * t;
}

/* Before the letter, outside the measure: low marks on its baseline, pointed ones at half its height, all others at its head. */
static void add_quote(struct initial_maker *m, const struct copy *marks, const struct style *big)
{
	struct initial *i = m->out;
	struct style *s = arena_copy(m->c->arena, big, sizeof *big);
	struct letter_shape o;
	struct extents e;
	gunichar mark = g_utf8_get_char(marks->text);
	Pt room;

	s->size *= QUOTE;
	i->quote = set_copy(m->c, marks, s, 400);
	room = QUOTE_ROOM * m->c->layout->gutter;
	if (i->quote.lines[0]->width > room) {
		s = arena_copy(m->c->arena, s, sizeof *s);
		s->size *= room / i->quote.lines[0]->width;
		i->quote = set_copy(m->c, marks, s, 400);
	}
	o = outline_of(i->quote.lines[0]);
	e = ink_between(&o, -HUGE_VAL, HUGE_VAL);
	g_array_unref(o.segments);
	i->quote_x = m->copy->rtl ? e.left - QUOTE_GAP * big->size : -e.right - QUOTE_GAP * big->size;
	i->quote_y = i->y;
	if (mark == 0xab || mark == 0xbb || mark == 0x2039 || mark == 0x203a)
		i->quote_y -= (m->cap - e.top - e.bottom) / 2;
	else if (mark != 0x201e && mark != 0x201a)
		i->quote_y -= m->cap - e.top;
}

static struct initial *make(struct units *u, const struct copy *copy, const struct style *s)
{
	struct composer *c = u->c;
	const struct style *named = layout_style(c->layout, "initial");
	struct style *base = arena_copy(c->arena, named ? named : s, sizeof *s);
	struct initial *i = arena_make(c->arena, struct initial);
	struct initial_maker m = { .c = c, .copy = copy, .s = s, .base = base, .out = i };
	size_t from = opening(copy), to = from + syllable(c, copy, from), rest = to;
	const struct copy *letter = part_of(c, copy, from, to);
	const struct style *big;

	base->leading = c->layout->leading;
	base->protrusion = 0;
	base->hang_quotes = false;
	m.lead = ticks_of(style_leading(s, copy->lang), c->layout->leading) * c->layout->leading / TICKS;
	while (rest < copy->len && copy->text[rest] == ' ')
		rest++;
	i->rest = part_of(c, copy, rest, copy->len);
	big = find_size(&m, letter);
	if (!big)
		return NULL;
	i->letter = set_copy(c, letter, big, 400);
	if (from)
		add_quote(&m, part_of(c, copy, 0, from), big);
	find_widths(&m, rest == to);
	return i;
}

const struct initial *initial_find(struct units *u, const struct copy *copy, const struct style *s)
{
	struct initial *i = made_initial(&u->c->caches->made, copy->runs);

	if (i)
		return i;
	i = initial_taken(copy) ? make(u, copy, s) : NULL;
	if (i)
		made_initial_keep(&u->c->caches->made, copy->runs, i);
	return i;
}

void initial_put(struct composer *c, struct sheet *s, const struct initial *i, bool rtl, Pt x, Pt base, Pt width, const struct rubric *r,
		 const struct tag *tag)
{
	struct colour ink = ink_colour(c, i->letter.style->ink, r, true);

	if (i->quote.n)
		sheet_line(c, s, i->quote.lines[0], rtl ? x + width - i->quote_x : x + i->quote_x, base + i->quote_y, ink, tag);
	sheet_line(c, s, i->letter.lines[0], rtl ? x + width - i->x : x + i->x, base + i->y, ink, tag);
}
