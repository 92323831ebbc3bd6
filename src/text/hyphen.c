/*
 * src/text/hyphen.c - the points of a word: matched, cleared, judged.
 *
 * Two levels: the first finds the joints of a compound, and again those of its
 * parts; the second hyphenates each part as if it were a word. A file without NEXTLEVEL gets libhyphen's
 * first level: a hyphen or a dash splits, and so does an apostrophe unless
 * the patterns know apostrophes themselves (Ukrainian, French do).
 *
 * German has two sources. Debian's hyphen-de knows compounds, but divides
 * "Lebensmitte-lausgabe"; TeX's patterns were trained on half a million words
 * and leave alone what is ambiguous (Staub-ecken, Stau-becken), but have one
 * level. Where both are installed a point is one of TeX's, and a joint is one
 * that hyphen-de's first level has as well. That level also holds plain
 * syllables (gra-fik), so that a part of a compound has four letters or is in
 * the language's list of short ones.
 *
 * In German, Russian and Ukrainian, whatever the patterns say, a part
 * without a vowel is no syllable and stays with the one before it.
 */
#include "text/hyphen.h"
#include <glib.h>
#include <string.h>
#include "doc/wordlist.h"
#include "text/patterns.h"
#include "text/syllable.h"

enum {
	WORD_MAX = PATTERN_WORD_MAX,
	TEXT_MAX = PATTERN_TEXT_MAX,
	INSIDE = 0xffff			/* no character starts at this byte */
};

/* The word in lower case, composed, with a full stop at both ends, as the
 * patterns want it. */
struct text {
	size_t n;
	char byte[TEXT_MAX];
	uint16_t from[TEXT_MAX];	/* offset in the word of the character starting here, or INSIDE */
	bool mark[TEXT_MAX];	/* a combining mark or joiner starts here */
};

static bool is_mark(gunichar c)
{
	return g_unichar_ismark(c) || c == 0x200c || c == 0x200d || c == 0x00ad || c == 0x2060;
}

static gunichar lower(gunichar c)
{
	/* libhyphen's way with digits: they end a word. */
	return g_unichar_isdigit(c) ? '.' : patterns_fold_apostrophe(g_unichar_tolower(c));
}

static void text_put(struct text *t, size_t at, gunichar c, size_t from)
{
	t->n = at + (size_t)g_unichar_to_utf8(c, t->byte + at);
	for (size_t i = at; i < t->n; i++) {
		t->from[i] = INSIDE;
		t->mark[i] = false;
	}
	t->from[at] = (uint16_t)from;
	t->mark[at] = is_mark(c);
}

static bool text_prepare(const char *word, size_t len, struct text *t)
{
	gunichar prev = 0, both;
	size_t prev_at = 0, prev_from = 0;

	t->n = 0;
	text_put(t, 0, '.', INSIDE);
	for (size_t i = 0; i < len; ) {
		gunichar c = g_utf8_get_char_validated(word + i, (gssize)(len - i));

		if (c == 0 || c >= (gunichar)-2)
			return false;
		c = lower(c);
		if (prev && g_unichar_ismark(c) && g_unichar_compose(prev, c, &both)) {
			/* a + diaeresis is the letter that the patterns know */
			text_put(t, prev_at, both, prev_from);
			prev = both;
		} else {
			prev = c;
			prev_at = t->n;
			prev_from = i;
			text_put(t, t->n, c, i);
		}
		i += (size_t)(g_utf8_next_char(word + i) - (word + i));
	}
	text_put(t, t->n, '.', len);
	return true;
}

/* How many letters of the text stand in from..to; marks are none. */
static int letters(const struct text *t, size_t from, size_t to)
{
	int n = 0;

	for (size_t i = from; i < to; i++)
		n += t->from[i] != INSIDE && !t->mark[i];
	return n;
}

/* First-level joints of a file that has no first level. */
static void split_plain(const struct patterns *h, const struct text *t, uint8_t *mark)
{
	for (size_t i = 1; i + 1 < t->n; i++) {
		size_t n = t->byte[i] == '-' || (t->byte[i] == '\'' && !h->apostrophes) ? 1 :
			!strncmp(t->byte + i, "\xe2\x80\x93", 3) ? 3 : 0;

		if (n)
			mark[i] = mark[i + n] = HYPHEN_JOINT;
	}
}

/* text[from, to) as a word of its own, with its stops; odd[i] is the gap before byte from + i - 1. */
static void match_part(const struct patterns *h, int level, const struct text *t, size_t from, size_t to, uint8_t *odd)
{
	char s[TEXT_MAX];
	size_t n = to - from;

	s[0] = '.';
	memcpy(s + 1, t->byte + from, n);
	s[n + 1] = '.';
	patterns_match(h, level, s, n + 2, odd);
}

/* Whether a point at i leaves letters enough of a part that is not the word's whole end. */
static bool far_enough(const struct patterns *h, const struct text *t, size_t from, size_t i, size_t to)
{
	return (from == 1 || letters(t, from, i) >= h->part_left) && (to + 1 == t->n || letters(t, i, to) >= h->part_right);
}

/* One part of the word, hyphenated by the second level. */
static void part_points(const struct patterns *h, const struct text *t, size_t from, size_t to, uint8_t *mark)
{
	uint8_t odd[TEXT_MAX + 1];

	match_part(h, 1, t, from, to, odd);
	for (size_t i = from + 1; i < to; i++)
		if ((odd[i - from + 1] & 1) && t->from[i] != INSIDE && far_enough(h, t, from, i, to))
			mark[i] = HYPHEN_GOOD;
}

/* Joints by the first level. A part may be a compound itself, whose pattern a longer one has hidden:
 * it is looked up again by itself, until nothing is found. */
static void find_joints(const struct patterns *h, const struct text *t, size_t from, size_t to, uint8_t *mark)
{
	uint8_t odd[TEXT_MAX + 1];
	size_t begin = from;

	match_part(h, 0, t, from, to, odd);
	for (size_t i = from + 1; i <= to; i++) {
		bool joint = i < to && (odd[i - from + 1] & 1) && t->from[i] != INSIDE && far_enough(h, t, from, i, to);

		if (!joint && (i < to || begin == from))
			continue;
		if (joint)
			mark[i] = HYPHEN_JOINT;
		find_joints(h, t, begin, i, mark);
		begin = i;
	}
}

static bool has_vowel(const struct hyphen *h, const struct text *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		gunichar c, base;

		if (t->from[i] == INSIDE)
			continue;
		if ((unsigned char)t->byte[i] < 0x80) {
			if (strchr(h->vowels, t->byte[i]))
				return true;
			continue;
		}
		c = g_utf8_get_char(t->byte + i);
		/* An accent makes another letter in Cyrillic (й), not in Latin. */
		if (c < 0x250)
			g_unichar_fully_decompose(c, FALSE, &base, 1);
		else
			base = c;
		if (g_utf8_strchr(h->vowels, -1, base))
			return true;
	}
	return false;
}

static void join_vowelless(const struct hyphen *h, const struct text *t, uint8_t *mark)
{
	size_t begin = 1;

	for (size_t i = 2; i < t->n; i++) {
		if (!mark[i] && i + 1 < t->n)
			continue;
		if (has_vowel(h, t, begin, i)) {
			begin = i;
		} else if (begin > 1) {
			mark[begin] = 0;
			begin = i;
		} else {
			mark[i] = 0;
		}
	}
}

static void clear_beside(const struct text *t, const char *never, uint8_t *mark)
{
	size_t n = strlen(never);

	for (size_t i = 1; i + n < t->n; i++)
		if (!memcmp(t->byte + i, never, n))
			mark[i] = mark[i + n] = 0;
}

/* Points by the patterns alone: HYPHEN_JOINT where the first level has them, else HYPHEN_GOOD. */
static void pattern_points(const struct patterns *h, const struct text *t, uint8_t *mark)
{
	size_t begin = 1;

	if (h->two_levels)
		find_joints(h, t, 1, t->n - 1, mark);
	else
		split_plain(h, t, mark);
	for (size_t i = 2; i < t->n; i++) {
		if (i + 1 < t->n && mark[i] != HYPHEN_JOINT)
			continue;
		part_points(h, t, begin, i, mark);
		begin = i;
	}
	for (size_t i = 0; i < h->never->len; i++)
		clear_beside(t, h->never->pdata[i], mark);
}

/* Of the points there are, those that the other dictionary's first level has are joints. */
static void take_joints(const struct patterns *h, const struct text *t, uint8_t *mark)
{
	uint8_t joint[TEXT_MAX + 1] = { 0 };

	find_joints(h, t, 1, t->n - 1, joint);
	for (size_t i = 2; i + 1 < t->n; i++)
		if (mark[i] && joint[i])
			mark[i] = HYPHEN_JOINT;
}

/* Whether text[from, to) may be a part of a compound. */
static bool is_part(const struct hyphen *h, const struct text *t, size_t from, size_t to)
{
	const char *p = h->short_parts;
	size_t n = to - from;

	if (letters(t, from, to) >= 4)
		return true;
	for (; p && *p; p += *p == ' ') {
		size_t len = strcspn(p, " ");

		if (len == n && *p == t->byte[from] && !memcmp(p, t->byte + from, n))
			return true;
		p += len;
	}
	return !h->short_parts && letters(t, from, to) >= 3;
}

/* A joint is one only between parts that can stand in a compound. */
static void judge_joints(const struct hyphen *h, const struct text *t, uint8_t *mark)
{
	size_t begin = 1, last = 0;	/* last: the joint before begin's part */

	for (size_t i = 2; i < t->n; i++) {
		if (i + 1 < t->n && mark[i] != HYPHEN_JOINT)
			continue;
		if (!is_part(h, t, begin, i)) {
			if (last)
				mark[last] = HYPHEN_GOOD;
			if (i + 1 < t->n)
				mark[i] = HYPHEN_GOOD;
		}
		begin = last = i;
	}
}

/* Takes away the points that leave too few letters; how many stay. */
static size_t keep_far(const char *word, size_t len, int left, int right, uint8_t *points)
{
	int all = 0, at = 0;
	size_t n = 0;

	for (const char *p = word; p < word + len; p = g_utf8_next_char(p))
		all += !is_mark(g_utf8_get_char(p));
	for (const char *p = word; p < word + len; p = g_utf8_next_char(p)) {
		if (at < left || all - at < right)
			points[p - word] = 0;
		n += points[p - word] != 0;
		at += !is_mark(g_utf8_get_char(p));
	}
	return n;
}

/* Exceptions and TeX's own exceptions come before patterns; 0..: points, -1: none knows the word. */
static int known_word(const struct hyphen *h, const char *word, size_t len, const struct text *t, int left, int right,
		      uint8_t *points)
{
	const char *marked = wordlist_find(h->exceptions, h->lang, word, len);
	char *plain;

	if (!marked && h->patterns->exceptions) {
		plain = g_strndup(t->byte + 1, t->n - 2);
		marked = g_hash_table_lookup(h->patterns->exceptions, plain);
		g_free(plain);
	}
	if (!marked)
		return -1;
	hyphen_marked(marked, word, len, points);
	return (int)keep_far(word, len, left, right, points);
}

static size_t marks_to_points(const struct text *t, const uint8_t *mark, int left, int right, uint8_t *points)
{
	int all = letters(t, 1, t->n - 1), before = 0;
	size_t n = 0;

	for (size_t i = 1; i + 1 < t->n; i++) {
		if (t->from[i] == INSIDE)
			continue;
		if (mark[i] && !t->mark[i] && before >= left && all - before >= right) {
			bool poor = before <= 2 || all - before <= 3;

			if (mark[i] == HYPHEN_JOINT && before > 2 && all - before > 2)
				points[t->from[i]] = HYPHEN_JOINT;
			else
				points[t->from[i]] = poor && mark[i] != HYPHEN_JOINT ? HYPHEN_POOR : HYPHEN_GOOD;
			n++;
		}
		before += !t->mark[i];
	}
	return n;
}

size_t hyphen_word(const struct hyphen *h, const char *word, size_t len, int before, int after, uint8_t *points)
{
	struct text t;
	uint8_t mark[TEXT_MAX + 1] = { 0 };
	int left = MAX(MAX(h->left, before), 1), right = MAX(MAX(h->right, after), 1), known;

	if (!len)
		return 0;
	memset(points, 0, len);
	if (len > WORD_MAX || !text_prepare(word, len, &t))
		return 0;
	if (!h->patterns)
		return syllable_word(h->vowels, h->digraphs, word, len, left, right, points);
	known = known_word(h, word, len, &t, left, right, points);
	if (known >= 0)
		return (size_t)known;
	pattern_points(h->patterns, &t, mark);
	if (h->joints)
		take_joints(h->joints, &t, mark);
	judge_joints(h, &t, mark);
	if (h->vowels)
		join_vowelless(h, &t, mark);
	return marks_to_points(&t, mark, left, right, points);
}

size_t hyphen_marked(const char *marked, const char *word, size_t len, uint8_t *points)
{
	const char *m = marked, *end = word + len;
	size_t n = 0;

	memset(points, 0, len);
	for (const char *p = word; p < end && *m; p = g_utf8_next_char(p)) {
		bool mark = g_unichar_ismark(g_utf8_get_char(p));

		if ((*m == '-' || *m == '=') && !mark) {
			points[p - word] = *m == '=' ? HYPHEN_JOINT : HYPHEN_GOOD;
			n++;
			m++;
		}
		/* The list is composed; a mark typed by itself belongs to the letter before. */
		if (!mark)
			m = g_utf8_next_char(m);
	}
	return n;
}
