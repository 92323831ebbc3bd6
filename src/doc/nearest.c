/*
 * src/doc/nearest.c - the name that was probably meant.
 *
 * Distance: Damerau's (restricted), letters' case ignored: "Headline" is at
 * distance 0 of "headline", "ehadline" at 1.
 */
#include <glib.h>
#include <string.h>
#include "doc/node.h"

enum { WORD_MAX = 64 };			/* longer words are no typing errors of a name */

static size_t folded(const char *s, gunichar *out)
{
	size_t n = 0;

	for (; *s && n < WORD_MAX; s = g_utf8_next_char(s))
		out[n++] = g_unichar_tolower(g_utf8_get_char(s));
	return *s ? 0 : n;
}

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
	return a < b ? (a < c ? a : c) : (b < c ? b : c);
}

static unsigned distance(const gunichar *a, size_t na, const gunichar *b, size_t nb)
{
	unsigned rows[3][WORD_MAX + 1], *before = rows[0], *last = rows[1], *row = rows[2];

	for (size_t j = 0; j <= nb; j++)
		last[j] = (unsigned)j;
	for (size_t i = 1; i <= na; i++) {
		unsigned *spare = before;

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= nb; j++) {
			row[j] = min3(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		before = last;
		last = row;
		row = spare;
	}
	return last[nb];
}

const char *nearest_name(const char *word, const char *const *names)
{
	gunichar a[WORD_MAX], b[WORD_MAX];
	size_t na = folded(word, a);
	unsigned best = (unsigned)na / 3 + 1;
	const char *nearest = NULL;

	for (; na && *names; names++) {
		size_t nb = folded(*names, b);
		unsigned far = nb ? distance(a, na, b, nb) : best;

		if (far < best) {
			best = far;
			nearest = *names;
		}
	}
	return nearest;
}
