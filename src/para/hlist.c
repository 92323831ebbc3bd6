/* src/para/hlist.c - boxes, glue and penalties of shaped text. */
#include "para/hlist.h"
#include <glib.h>
#include <math.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "para/cling.h"
#include "para/edge.h"
#include "para/elastic.h"
#include "text/breaks.h"
#include "text/fullwidth.h"
#include "text/hyphen.h"
#include "text/shape.h"

#define LETTER_HANG 0.025		/* em */

struct maker {
	struct arena *arena;
	const struct shaped *s;
	GArray *items;			/* struct hitem */
	bool elastic;			/* more than spaces and letters may give: para/elastic.h */
	const struct run *hyphened;	/* the run whose hyphen was asked for last ... */
	Pt hyphen;			/* ... its width; 0: it has none */
};

static bool is_space(const struct shaped *s, uint32_t i, uint32_t *bytes)
{
	unsigned char c = (unsigned char)s->text[i];

	if (c == ' ') {
		*bytes = 1;
		return true;
	}
	if (c == 0xc2 && (unsigned char)s->text[i + 1] == 0xa0) {
		*bytes = 2;
		return true;
	}
	return false;
}

static Pt advance(const struct shaped *s, uint32_t from, uint32_t to)
{
	return s->x[to] - s->x[from];
}

static uint32_t prev_char(const struct shaped *s, uint32_t i)
{
	return (uint32_t)(g_utf8_prev_char(s->text + i) - s->text);
}

static bool is_quotation_mark(gunichar c)
{
	return (c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb || c == 0x2039 || c == 0x203a || c == '"';
}

static bool hangs(const struct style *s)
{
	return s->protrusion > 0 || s->hang_quotes;
}

static struct protrusion protrusion_at(const struct shaped *s, uint32_t byte, gunichar c)
{
	const struct run *r = s->style->family && s->style->family->nhangs ? shaped_run(s, byte) : NULL;

	return protrude(s->style, r ? r->font : NULL, c);
}

/* A letter hangs by little: more than marks it would look out of line. */
static Pt hang_of(const struct shaped *s, gunichar c, double part, Pt width)
{
	Pt hang = part * width;

	if (s->style->hang_quotes && is_quotation_mark(c))
		return width;
	if (g_unichar_isalnum(c))
		hang = fmin(hang, LETTER_HANG * s->style->size);
	return hang * s->style->protrusion;
}

static Pt hang_at_end(const struct shaped *s, uint32_t end)
{
	uint32_t p;
	gunichar c;
	Pt blank;

	if (end == 0)
		return 0;
	blank = fullwidth_hang_end(s, end);
	if (blank > 0)
		return blank;
	blank = edge_at_end(s, end);
	if (!hangs(s->style))
		return blank;
	p = prev_char(s, end);
	c = g_utf8_get_char(s->text + p);
	return fmax(hang_of(s, c, protrusion_at(s, p, c).end, advance(s, p, end)), blank);
}

static Pt hang_at_start(const struct shaped *s, uint32_t start)
{
	uint32_t q;
	gunichar c;
	Pt blank;

	if (start >= s->len)
		return 0;
	blank = fullwidth_hang_start(s, start);
	if (blank > 0)
		return blank;
	blank = edge_at_start(s, start);
	if (!hangs(s->style))
		return blank;
	q = (uint32_t)(g_utf8_next_char(s->text + start) - s->text);
	c = g_utf8_get_char(s->text + start);
	return fmax(hang_of(s, c, protrusion_at(s, start, c).start, advance(s, start, q)), blank);
}

/* Letter-spacing that [from, to) can give: the limit times the size, per gap after a cluster of spaced scripts, but for the
 * last where a space follows; *letters: width of what may be scaled. */
static Pt track_room(const struct shaped *s, uint32_t from, uint32_t to, bool closed, Pt *letters)
{
	const struct run *r = NULL;
	Pt room = 0;

	*letters = 0;
	for (uint32_t i = from; i < to; i = (uint32_t)(g_utf8_next_char(s->text + i) - s->text)) {
		if (!r || i >= r->end)
			r = shaped_run(s, i);
		if (!r || s->first[i] == s->first[i + 1])	/* controls stand in no run */
			continue;
		if (r->spaced) {
			room += s->style->track_limit * r->size;
			*letters += s->x[i + 1] - s->x[i];
		}
	}
	if (closed && r && r->spaced)
		room -= s->style->track_limit * r->size;
	return fmax(room, 0);
}

/* closed: the word ends here, so nothing is spaced after it. */
static void add_box(struct maker *m, uint32_t from, uint32_t to, bool closed)
{
	struct hitem box = { .kind = H_BOX, .start = from, .end = to, .width = advance(m->s, from, to) };

	if (from == to)
		return;
	box.track = track_room(m->s, from, to, closed, &box.expand);
	box.expand *= m->s->style->expand_limit;
	if (m->elastic)
		elastic_box(m->s, &box);
	g_array_append_val(m->items, box);
}

static bool is_dash(const struct shaped *s, uint32_t p)
{
	gunichar c = p > 0 ? g_utf8_get_char(s->text + prev_char(s, p)) : 0;
	return c == '-' || c == 0x2010 || c == 0x58a;
}

static void add_glue(struct maker *m, uint32_t from, uint32_t to, bool breakable)
{
	const struct shaped *s = m->s;
	Pt w = advance(s, from, to) * s->style->space;
	struct hitem g = {
		.kind = H_GLUE, .start = from, .end = to, .width = w,
		.stretch = w * s->style->space_stretch, .shrink = w * s->style->space_shrink,
		.penalty = breakable ? 0 : PENALTY_NEVER,
	};

	if (breakable && s->style->cling)
		g.penalty = cling_penalty(s->text, s->len, from, to, s->copy->lang);
	if (breakable) {
		g.dash = is_dash(s, from);
		g.hang_end = hang_at_end(s, from);
		g.hang_start = hang_at_start(s, to);
	}
	g_array_append_val(m->items, g);
}

/* The end of the word fragment that a hyphen at p makes, and its start: between spaces and other breaks. */
static void word_around(const struct shaped *s, uint32_t p, uint32_t *from, uint32_t *to)
{
	uint32_t n;

	for (*from = p; *from > 0 && !(is_space(s, prev_char(s, *from), &n)) && !s->breaks[*from]; )
		*from = prev_char(s, *from);
	for (*to = p; *to < s->len && !is_space(s, *to, &n) && !s->breaks[*to]; )
		*to = (uint32_t)(g_utf8_next_char(s->text + *to) - s->text);
}

static bool after_soft_hyphen(const struct shaped *s, uint32_t p)
{
	return p >= 2 && (unsigned char)s->text[p - 2] == 0xc2 && (unsigned char)s->text[p - 1] == 0xad;
}

static void add_hyphen(struct maker *m, uint32_t p)
{
	/* At a compound's joint a hyphen disturbs less. */
	static const double minded[] = { [HYPHEN_JOINT] = 0.8, [HYPHEN_GOOD] = 1, [HYPHEN_POOR] = 1.2 };
	const struct shaped *s = m->s;
	struct hitem h = { .kind = H_PENALTY, .start = p, .end = p, .hyphen = true };
	/* A soft hyphen is a control and stands in no run: the letter before it counts. */
	uint32_t letter = after_soft_hyphen(s, p) ? p - 2 : p;
	const struct run *r = shaped_run(s, letter > 0 ? prev_char(s, letter) : 0);

	/* A hyphen inside a passage that runs against its paragraph would stand in the line's middle. */
	if (!r || (r->level & 1) != s->rtl)
		return;
	if (r != m->hyphened && run_hyphen(m->hyphened = r, &m->hyphen) == 0)
		m->hyphen = 0;
	if (m->hyphen <= 0)
		return;
	h.pre = m->hyphen;
	h.hang_end = protrude(s->style, r->font, 0x2010).end * h.pre * s->style->protrusion;
	h.penalty = s->style->hyphen_penalty * minded[MIN(s->hyphen[p], HYPHEN_POOR)];
	if (shaped_unsafe_at(s, p)) {
		uint32_t from, to;
		word_around(s, p, &from, &to);
		h.pre += shape_width(s, from, p) - advance(s, from, p);
		h.post = shape_width(s, p, to) - advance(s, p, to);
	}
	g_array_append_val(m->items, h);
}

static void add_break(struct maker *m, uint32_t p, double penalty)
{
	struct hitem h = {
		.kind = H_PENALTY, .start = p, .end = p, .penalty = penalty, .dash = penalty == 0 && is_dash(m->s, p),
		.hang_end = hang_at_end(m->s, p), .hang_start = hang_at_start(m->s, p),
	};
	g_array_append_val(m->items, h);
}

void hlist_sum(struct arena *a, struct hlist *h)
{
	struct hsum sum = { 0 };

	h->sums = arena_make_array(a, h->n + 1, struct hsum);
	for (size_t i = 0; i < h->n; i++) {
		const struct hitem *it = &h->items[i];

		h->sums[i] = sum;
		sum.width += it->kind == H_PENALTY ? 0 : it->width;
		sum.stretch += it->stretch;
		sum.shrink += it->shrink;
		sum.track += it->track;
		sum.expand += it->expand;
	}
	h->sums[h->n] = sum;
}

struct hlist *hlist_make(struct arena *a, const struct shaped *s)
{
	struct maker m = { a, s, g_array_sized_new(FALSE, FALSE, sizeof(struct hitem), s->len / 3 + 8), false, NULL, 0 };
	struct hlist *h = arena_make(a, struct hlist);
	uint32_t box = 0, i = 0, end = s->len, n;

	for (size_t k = 0; k < s->nruns; k++)
		m.elastic |= s->runs[k].loosen > 0 || s->runs[k].face->kashida > 0;
	while (end > 0 && s->text[end - 1] == ' ')
		end--;
	while (i < end) {
		if (is_space(s, i, &n)) {
			add_box(&m, box, i, true);
			while (i + n < end && s->text[i] == ' ' && s->text[i + n] == ' ')
				n++;
			add_glue(&m, i, i + n, s->breaks[i + n] == BREAK_ALLOWED);
			box = i += n;
			continue;
		}
		if (i > box && s->breaks[i] == BREAK_ALLOWED) {
			add_box(&m, box, i, false);
			if (after_soft_hyphen(s, i))
				add_hyphen(&m, i);
			else
				add_break(&m, i, 0);
			box = i;
		} else if (i > box && s->hyphen[i] && s->breaks[i] == BREAK_NO) {
			add_box(&m, box, i, false);
			add_hyphen(&m, i);
			box = i;
		}
		if (s->breaks[i] == BREAK_MANDATORY && i > 0) {
			add_box(&m, box, i, true);
			add_break(&m, i, PENALTY_FORCED);
			box = i;
		}
		i = (uint32_t)(g_utf8_next_char(s->text + i) - s->text);
	}
	add_box(&m, box, end, true);
	add_break(&m, end, PENALTY_FORCED);
	h->n = m.items->len;
	h->items = g_realloc(g_array_free(m.items, FALSE), h->n * sizeof(struct hitem));
	arena_defer(a, g_free, h->items);
	h->text = s;
	h->hang_start = hang_at_start(s, 0);
	hlist_sum(a, h);
	return h;
}
