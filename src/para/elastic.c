/* src/para/elastic.c - gaps, blank halves of marks, kashidas. */
#include "para/elastic.h"
#include <glib.h>
#include <math.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "para/hlist.h"
#include "text/fullwidth.h"
#include "text/kashida.h"
#include "text/shape.h"

static bool is_blank(const struct shaped *s, uint32_t byte)
{
	unsigned char c = (unsigned char)s->text[byte];
	return c == ' ' || (c == 0xc2 && (unsigned char)s->text[byte + 1] == 0xa0);
}

/* How many kashidas the word's joint may take; the joint must not lie inside a ligature. */
static unsigned kashidas_of(const struct shaped *s, const struct run *r, uint32_t from, uint32_t to, double most, uint32_t *at, int *rank)
{
	Pt one = run_kashida(r);

	*at = one > 0 ? kashida_place(s->text, from, to, rank) : 0;
	if (!*at || s->glyphs[s->first[*at]].cluster != *at)
		return 0;
	return (unsigned)(fmax(r->face->kashida, most) * r->size / one);
}

void elastic_box(const struct shaped *s, struct hitem *box)
{
	const struct run *r = shaped_run(s, box->start);
	uint32_t at;
	int rank;

	/* Every second word at most is lengthened: each is counted by half. */
	if (r && r->face->kashida > 0)
		box->stretch += 0.5 * run_kashida(r) * kashidas_of(s, r, box->start, MIN(box->end, r->end), 0, &at, &rank);
	for (uint32_t i = box->start; i < box->end; i = (uint32_t)(g_utf8_next_char(s->text + i) - s->text)) {
		struct blank b;

		if (!r || i >= r->end)
			r = shaped_run(s, i);
		if (!r || s->first[i] == s->first[i + 1])	/* controls stand in no run */
			continue;
		box->stretch += r->loosen * r->size;
		if (!r->ideographic)
			continue;
		/* Marks at the line's edges have nothing left to give: each counts by half. */
		b = fullwidth_blank(s, r, &s->glyphs[s->first[i]]);
		box->shrink += 0.5 * (b.left + b.right);
	}
}

bool elastic_gap(const struct shaped *s, const struct slice *l, size_t i, bool last)
{
	if (l->run->loosen <= 0 || is_blank(s, l->glyphs[i].cluster))
		return false;
	if (i + 1 == l->n)
		return !last && l->run->ideographic;
	return l->glyphs[i + 1].cluster != l->glyphs[i].cluster && !is_blank(s, l->glyphs[i + 1].cluster);
}

/* ---- kashidas --------------------------------------------------------------- */

struct word { size_t slice; uint32_t at; unsigned most, count; int rank; Pt one; };

/* The words of a slice, in order; those that stay as they are stand among them, for their neighbours. */
static void find_words(const struct shaped *s, const struct slice *l, size_t slice, double most, GArray *words)
{
	for (uint32_t i = l->start; i < l->end; ) {
		uint32_t from = i;
		struct word w = { .slice = slice, .one = run_kashida(l->run) };

		while (i < l->end && !is_blank(s, i))
			i = (uint32_t)(g_utf8_next_char(s->text + i) - s->text);
		if (i > from) {
			w.most = kashidas_of(s, l->run, from, i, most, &w.at, &w.rank);
			g_array_append_val(words, w);
		}
		while (i < l->end && is_blank(s, i))
			i = (uint32_t)(g_utf8_next_char(s->text + i) - s->text);
	}
}

static struct word *word_at(GArray *words, guint i)
{
	return &g_array_index(words, struct word, i);
}

static bool beside_lengthened(GArray *words, guint i)
{
	return (i > 0 && word_at(words, i - 1)->count) || (i + 1 < words->len && word_at(words, i + 1)->count);
}

/* Best places first, then from the line's end: a lengthened word looks most natural there. */
static Pt choose(GArray *words, Pt want)
{
	Pt got = 0;

	for (int rank = 1; rank <= KASHIDA_RANKS; rank++)
		for (guint i = words->len; i-- > 0; ) {
			struct word *w = word_at(words, i);

			if (!w->most || w->rank != rank || beside_lengthened(words, i))
				continue;
			while (w->count < w->most && got + 0.5 * w->one <= want) {
				w->count++;
				got += w->one;
			}
		}
	return got;
}

static Pt width_of(const struct slice *l)
{
	Pt w = 0;

	for (size_t i = 0; i < l->n; i++)
		w += l->glyphs[i].adv;
	return w;
}

/* Shapes the slice anew with the kashidas of words [from, to). Returns what it became wider by. */
static Pt lengthen(struct arena *a, const struct shaped *s, struct slice *l, GArray *words, guint from, guint to)
{
	struct joint *joints = g_new(struct joint, to - from + 1);
	size_t n = 0;
	Pt before = width_of(l);

	for (guint i = from; i < to; i++)
		if (word_at(words, i)->count)
			joints[n++] = (struct joint){ word_at(words, i)->at, word_at(words, i)->count };
	if (n)
		l->glyphs = shape_lengthened(a, s, l->run, l->start, l->end, joints, n, &l->n);
	g_free(joints);
	return width_of(l) - before;
}

Pt elastic_kashida(struct arena *a, const struct shaped *s, struct slice *slices, size_t n, Pt want, double most)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
	Pt got = 0;

	for (size_t i = 0; i < n; i++)
		if (slices[i].run->face->kashida > 0)
			find_words(s, &slices[i], i, most, words);
	if (words->len && choose(words, want) > 0)
		for (guint i = 0, j = 0; i < words->len; i = j) {
			size_t slice = word_at(words, i)->slice;

			while (j < words->len && word_at(words, j)->slice == slice)
				j++;
			got += lengthen(a, s, &slices[slice], words, i, j);
		}
	g_array_unref(words);
	return got;
}
