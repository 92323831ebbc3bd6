/* src/text/syllable.c - a hyphen before the consonant before each vowel but the first. */
#include "text/syllable.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include "text/hyphen.h"

static gunichar lower(gunichar c)
{
	return c == 'I' ? 0x131 : c == 0x130 ? 'i' : g_unichar_tolower(c);	/* Turkish i and ı are two letters */
}

static bool is_vowel(const char *vowels, gunichar c)
{
	return g_utf8_strchr(vowels, -1, lower(c)) != NULL;
}

/* Whether the two letters a and b are one sound. */
static bool is_digraph(const char *digraphs, gunichar a, gunichar b)
{
	char pair[14];
	int n;

	if (!digraphs || !a)
		return false;
	n = g_unichar_to_utf8(g_unichar_tolower(a), pair);
	n += g_unichar_to_utf8(g_unichar_tolower(b), pair + n);
	pair[n] = 0;
	for (const char *p = strstr(digraphs, pair); p; p = strstr(p + 1, pair))
		if ((p == digraphs || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

size_t syllable_word(const char *vowels, const char *digraphs, const char *word, size_t len, int left, int right,
		     uint8_t *points)
{
	const char *end = word + len, *sound = NULL;	/* where the sound before p starts */
	int letters = (int)g_utf8_strlen(word, (gssize)len), at = 0, sound_at = 0;
	bool vowel_seen = false, vowel_before = false, double_before = false;
	gunichar before = 0;
	size_t n = 0;

	memset(points, 0, len);
	for (const char *p = word; p < end; p = g_utf8_next_char(p), at++) {
		gunichar c = g_utf8_get_char(p);
		bool vowel = is_vowel(vowels, c);
		const char *start = vowel_before ? p : sound;
		int place = vowel_before ? at : sound_at;

		if (vowel && vowel_seen && place >= left && letters - place >= right) {
			points[start - word] = place <= 2 || letters - place <= 3 ? HYPHEN_POOR : HYPHEN_GOOD;
			n++;
		}
		/* The second letter of a sound does not begin another one. */
		double_before = !double_before && !vowel && is_digraph(digraphs, before, c);
		if (!double_before) {
			sound = p;
			sound_at = at;
		}
		vowel_seen |= vowel;
		vowel_before = vowel;
		before = c;
	}
	return n;
}
