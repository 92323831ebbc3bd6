/* src/page/figure/echo.c - words of a quote and of a text, aligned. */
#include "page/figure/echo.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>
#include "doc/issue.h"

enum { QUOTE_MOST = 64, QUOTE_LEAST = 3 };	/* words of a quote */
#define SAME 1.0			/* for a word that both have, */
#define LEFT_OUT -0.5			/* for one of the quote's that the text has not here, */
#define BETWEEN -0.15			/* for one more of the text's */
#define ENOUGH 0.55			/* of what all its words would be worth, for a quote taken from there */

struct echo_texts { GArray **words; size_t n; };	/* words: uint32_t, a text's hashes; NULL: none */

static bool stands_alone(gunichar ch)
{
	switch (g_unichar_get_script(ch)) {
	case G_UNICODE_SCRIPT_HAN: case G_UNICODE_SCRIPT_HIRAGANA: case G_UNICODE_SCRIPT_KATAKANA: case G_UNICODE_SCRIPT_THAI:
	case G_UNICODE_SCRIPT_LAO: case G_UNICODE_SCRIPT_KHMER: case G_UNICODE_SCRIPT_MYANMAR:
		return true;
	default:
		return false;
	}
}

static void add_word(GArray *words, uint32_t *hash)
{
	if (*hash)
		g_array_append_val(words, *hash);
	*hash = 0;
}

static void read_words(GArray *words, const struct copy *c, size_t most)
{
	uint32_t hash = 0;

	g_array_set_size(words, 0);
	for (const char *p = c->text; p < c->text + c->len && words->len < most; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (ch == 0xad || g_unichar_ismark(ch))	/* a soft hyphen; a vowel sign that one of the two may lack */
			continue;
		if (!g_unichar_isalnum(ch)) {
			add_word(words, &hash);
			continue;
		}
		if (stands_alone(ch))
			add_word(words, &hash);
		hash = (hash ^ g_unichar_tolower(ch)) * 16777619u + 1u;
		if (stands_alone(ch))
			add_word(words, &hash);
	}
	if (words->len < most)
		add_word(words, &hash);
}

/* The best alignment's worth, and the middle of it in the text. */
static double align(const uint32_t *quote, size_t m, const uint32_t *text, size_t n, double *middle)
{
	double worth[QUOTE_MOST + 1] = { 0 }, best = 0;
	size_t begin[QUOTE_MOST + 1] = { 0 };

	for (size_t i = 0; i < n; i++) {
		double over = 0;		/* of the row before, one word of the quote less */
		size_t over_begin = i;

		for (size_t k = 1; k <= m; k++) {
			double was = worth[k], now = worth[k] + BETWEEN;
			size_t was_begin = begin[k];

			if (worth[k - 1] + LEFT_OUT > now) {
				now = worth[k - 1] + LEFT_OUT;
				begin[k] = begin[k - 1];
			}
			if (quote[k - 1] == text[i] && over + SAME > now) {
				now = over + SAME;
				begin[k] = over > 0 ? over_begin : i;
			}
			worth[k] = MAX(now, 0);
			over = was;
			over_begin = was_begin;
			if (worth[k] > best) {
				best = worth[k];
				*middle = ((double)begin[k] + (double)i + 1) / 2;
			}
		}
	}
	return best;
}

/* Whether the text has so many words of the quote at all: most have not. */
static bool shares_words(const uint32_t *quote, size_t m, const uint32_t *text, size_t n)
{
	uint64_t of_text[16] = { 0 };
	size_t shared = 0;

	for (size_t i = 0; i < n; i++)
		of_text[text[i] >> 6 & 15] |= UINT64_C(1) << (text[i] & 63);
	for (size_t k = 0; k < m; k++)
		shared += of_text[quote[k] >> 6 & 15] >> (quote[k] & 63) & 1;
	return (double)shared >= ENOUGH * (double)m;
}

struct echo_texts *echo_texts_new(const struct copy *const *texts, size_t n)
{
	struct echo_texts *t = g_new0(struct echo_texts, 1);

	t->n = n;
	t->words = g_new0(GArray *, n);
	for (size_t i = 0; i < n; i++)
		if (texts[i]) {
			t->words[i] = g_array_new(FALSE, FALSE, sizeof(uint32_t));
			read_words(t->words[i], texts[i], SIZE_MAX);
		}
	return t;
}

void echo_texts_free(struct echo_texts *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->n; i++)
		if (t->words[i])
			g_array_unref(t->words[i]);
	g_free(t->words);
	g_free(t);
}

bool echo_find(const struct echo_texts *texts, const struct copy *quote, struct echo *out)
{
	GArray *q = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	double best = 0;

	read_words(q, quote, QUOTE_MOST);
	for (size_t i = 0; i < texts->n && q->len >= QUOTE_LEAST; i++) {
		const GArray *t = texts->words[i];
		double worth, middle = 0;

		if (!t || !shares_words((const uint32_t *)(void *)q->data, q->len, (const uint32_t *)(void *)t->data, t->len))
			continue;
		worth = align((const uint32_t *)(void *)q->data, q->len, (const uint32_t *)(void *)t->data, t->len, &middle);
		if (worth > best && worth >= ENOUGH * SAME * q->len) {
			best = worth;
			*out = (struct echo){ i, middle / MAX(t->len, 1) };
		}
	}
	g_array_unref(q);
	return best > 0;
}
