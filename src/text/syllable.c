/* src/text/syllable.c - a hyphen before the consonant before each vowel but the first. */
#include "text/syllable.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>

static gunichar lower(gunichar c)
{
	return c == 'I' ? 0x131 : c == 0x130 ? 'i' : g_unichar_tolower(c);	/* Turkish i and ı are two letters */
}

static bool is_vowel(const char *vowels, gunichar c)
{
	return g_utf8_strchr(vowels, -1, lower(c)) != NULL;
}

size_t syllable_word(const char *vowels, const char *word, size_t len, int left, int right, uint8_t *points)
{
	const char *end = word + len, *before = NULL;	/* the character before p */
	int letters = (int)g_utf8_strlen(word, (gssize)len), at = 0;
	bool vowel_seen = false, vowel_before = false;
	size_t n = 0;

	memset(points, 0, len);
	for (const char *p = word; p < end; before = p, p = g_utf8_next_char(p), at++) {
		bool vowel = is_vowel(vowels, g_utf8_get_char(p));
		const char *start = vowel_before ? p : before;
		int place = vowel_before ? at : at - 1;

		if (vowel && vowel_seen && place >= left && letters - place >= right) {
			points[start - word] = 2;
			n++;
		}
		vowel_seen |= vowel;
		vowel_before = vowel;
	}
	return n;
}
