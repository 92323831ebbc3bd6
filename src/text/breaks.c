/*
 * src/text/breaks.c - ICU's opportunities, then the tailorings in one pass.
 *
 * ICU reads the UTF-8 through a UText, so its offsets are byte offsets. Then
 * the text is walked once, character by character; at each opportunity the
 * rules below are asked in turn whether it must go. A rule sees the character
 * before and after, the last one before any spaces, and may look ahead.
 *
 * Addresses (URL, mail) are the one place where opportunities are added.
 * Korean: ICU 72 ignores lw=keepall (notes), so words are kept whole here.
 */
#include "text/breaks.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>
#include "text/sequence.h"

struct breaker {
	GHashTable *line;		/* language -> UBreakIterator */
	UBreakIterator *grapheme;
	UText *text;			/* opened anew over each text */
};

static void iterator_free(void *bi)
{
	ubrk_close(bi);
}

struct breaker *breaker_new(void)
{
	struct breaker *b = g_new0(struct breaker, 1);

	b->line = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, iterator_free);
	return b;
}

void breaker_free(struct breaker *b)
{
	if (!b)
		return;
	g_hash_table_destroy(b->line);
	if (b->grapheme)
		ubrk_close(b->grapheme);
	utext_close(b->text);
	g_free(b);
}

static bool is_language(const char *lang, const char *primary)
{
	size_t n = strlen(primary);

	return !g_ascii_strncasecmp(lang, primary, n) && !g_ascii_isalnum(lang[n]);
}

static UBreakIterator *iterator_open(UBreakIteratorType type, const char *lang)
{
	char locale[ULOC_FULLNAME_CAPACITY] = "";
	UErrorCode st = U_ZERO_ERROR;
	UBreakIterator *bi;

	uloc_forLanguageTag(lang, locale, sizeof locale, NULL, &st);
	if (U_FAILURE(st) || st == U_STRING_NOT_TERMINATED_WARNING)
		*locale = 0;
	st = U_ZERO_ERROR;
	bi = ubrk_open(type, is_language(lang, "ja") ? "ja@lb=strict" : locale, NULL, 0, &st);
	if (U_FAILURE(st))
		g_error("ICU has no break rules (%s): its data is not installed", u_errorName(st));
	return bi;
}

static UBreakIterator *line_iterator(struct breaker *b, const char *lang)
{
	UBreakIterator *bi = g_hash_table_lookup(b->line, lang);

	if (!bi) {
		bi = iterator_open(UBRK_LINE, lang);
		g_hash_table_insert(b->line, g_strdup(lang), bi);
	}
	return bi;
}

/* The iterator over the text; false where ICU refuses. */
static bool text_set(struct breaker *b, UBreakIterator *bi, const char *text, size_t len)
{
	UErrorCode st = U_ZERO_ERROR;

	b->text = utext_openUTF8(b->text, text, (int64_t)len, &st);
	ubrk_setUText(bi, b->text, &st);
	return U_SUCCESS(st);
}

/* ---- the rules ---- */

enum { DASH_EN = 0x2013, DASH_EM = 0x2014, DASH_BAR = 0x2015, ELLIPSIS = 0x2026, ZWNJ = 0x200c, ZWSP = 0x200b,
       LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029, THIN_SPACE = 0x2009 };

/* The place between two characters. */
struct place {
	gunichar before, after;		/* 0 at the ends */
	gunichar solid;			/* the last character before any spaces */
	gunichar dash_before;		/* what stands before a dash that is `before` */
	int digits;			/* digits that end at solid, without a break */
	const char *rest, *end;		/* text from `after` on */
};

static bool is_digit(gunichar c)
{
	return c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c);
}

static bool is_space(gunichar c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == THIN_SPACE;
}

static bool is_fixed_space(gunichar c)
{
	return c == 0xa0 || c == 0x202f || c == 0x2007 || c == 0x2060 || c == 0xfeff;
}

static bool is_dash(gunichar c)
{
	return c == DASH_EN || c == DASH_EM || c == DASH_BAR;
}

static bool is_one_of(gunichar c, const gunichar *set)
{
	while (*set && *set != c)
		set++;
	return *set != 0;
}

/* The character after `after`; 0 at the end. */
static gunichar second(const struct place *p)
{
	const char *next = p->rest < p->end ? g_utf8_next_char(p->rest) : p->end;

	return next < p->end ? g_utf8_get_char(next) : 0;
}

static bool joined(const struct place *p)
{
	return p->before == ZWNJ || p->after == ZWNJ ||
	       is_fixed_space(p->before) || is_fixed_space(p->after);
}

/* Signs that no line begins with, not even after a space. */
static bool closes(const struct place *p)
{
	static const gunichar never_first[] = {	/* the least first */
		0x0964, 0x0965,			/* danda, double danda */
		0x0e46, 0x0e2f, 0x0ec6,		/* mai yamok, paiyannoi, Lao ko la */
		0x17d4, 0x17d5, 0x17d7,		/* Khmer khan, bariyoosan, lek too */
		0x1361, 0x1362, 0x1363, 0x1364, 0x1365, 0x1366, 0x1367, 0x1368,	/* Ethiopic */
		0
	};

	return p->after >= never_first[0] && is_one_of(p->after, never_first);
}

static bool french(const struct place *p)
{
	static const gunichar high[] = { ';', ':', '!', '?', 0xbb, 0x203a, 0x203c, 0x2047, 0x2048, 0x2049, 0 };

	return is_one_of(p->after, high) || p->solid == 0xab || p->solid == 0x2039;
}

/*
 * A dash with a space after it stays with the word before: "Wort – Wort".
 * One with a space before it only belongs to what follows: " –5", Spanish
 * " —dijo". Between two words it stays with the first.
 */
static bool dash(const struct place *p)
{
	gunichar next = second(p);
	bool hyphen = p->after == '-' && is_space(p->before);

	if ((is_dash(p->after) || hyphen) && (!next || is_space(next) || is_fixed_space(next)))
		return true;
	if (is_dash(p->after) && !is_space(p->before))
		return true;
	return is_dash(p->before) && p->dash_before && is_space(p->dash_before) && !is_space(p->after);
}

/* "1 000": one to three digits, a space, and exactly three. */
static bool number(const struct place *p)
{
	const char *s = p->rest;
	int n = 0;

	if (!is_space(p->before) || !p->digits || !g_unichar_isdigit(p->after))
		return false;
	while (s < p->end && g_unichar_isdigit(g_utf8_get_char(s))) {
		s = g_utf8_next_char(s);
		n++;
	}
	return p->before == THIN_SPACE || (p->digits <= 3 && n == 3);
}

static bool korean(const struct place *p)
{
	static const gunichar stay[] = { ' ', '\t', '\n', '\r', THIN_SPACE, ZWSP, 0xad, '-', 0x2010, DASH_EN,
		DASH_EM, DASH_BAR, '/', 0x3000, 0 };

	return !is_one_of(p->before, stay);
}

/* Between ideographs the two-em dash may begin a line. */
static const struct rule {
	const char *lang;		/* of this one only; NULL: all */
	bool not_cjk;
	bool (*forbids)(const struct place *p);
} rules[] = {
	{ NULL, false, joined },
	{ NULL, false, closes },
	{ NULL, false, number },
	{ NULL, true,  dash },
	{ "fr", false, french },
	{ "ko", false, korean },
};

enum { RULES = sizeof rules / sizeof rules[0] };

/* Which rules hold in a language, as a list of functions. */
static size_t rules_for(const char *lang, bool (**out)(const struct place *p))
{
	bool cjk = is_language(lang, "zh") || is_language(lang, "ja") || is_language(lang, "ko") ||
		is_language(lang, "yue");
	size_t n = 0;

	for (size_t i = 0; i < RULES; i++)
		if ((!rules[i].lang || is_language(lang, rules[i].lang)) && !(cjk && rules[i].not_cjk))
			out[n++] = rules[i].forbids;
	return n;
}

/* ---- addresses ---- */

/* A byte that may stand in an address: ASCII but blanks and quotes, Latin letters. */
static size_t address_char(const char *s, const char *end)
{
	uint8_t c = (uint8_t)*s;

	if (c > ' ' && c < 0x7f)
		return !strchr("\"<>", c);
	return c >= 0xc3 && c <= 0xc9 && end - s > 1 ? 2 : 0;
}

static bool is_address(const char *s, size_t n)
{
	const char *at;

	while (n && strchr("([{", *s)) {
		s++;
		n--;
	}
	if (g_strstr_len(s, (gssize)n, "://") || (n > 4 && !g_ascii_strncasecmp(s, "www.", 4)))
		return true;
	at = memchr(s, '@', n);
	return at && at > s && memchr(at, '.', n - (size_t)(at - s));
}

/* Opportunities inside an address: after / . - @ where a name goes on. */
static void address_tailor(const char *s, size_t n, uint8_t *kind)
{
	for (size_t i = 1; i < n; i++) {
		bool after = strchr("/.-@", s[i - 1]) != NULL;
		bool on = g_ascii_isalnum(s[i]) || (s[i] & 0x80) || strchr("~_%#?=&+", s[i]);

		kind[i] = after && on ? BREAK_ALLOWED : BREAK_NO;
	}
}

static bool contains(const char *text, size_t len, const char *what)
{
	const char *end = text + len;
	size_t n = strlen(what);

	for (const char *p = text; (p = memchr(p, *what, (size_t)(end - p))); p++)
		if ((size_t)(end - p) >= n && memcmp(p, what, n) == 0)
			return true;
	return false;
}

static void addresses_find(const char *text, size_t len, uint8_t *kind)
{
	const char *end = text + len;

	if (!memchr(text, '@', len) && !contains(text, len, "://") && !contains(text, len, "www."))
		return;
	for (const char *s = text; s < end; ) {
		const char *start = s;
		size_t n;

		while (s < end && (n = address_char(s, end)) > 0)
			s += n;
		if (s == start)
			s = g_utf8_next_char(s);
		else if (is_address(start, (size_t)(s - start)))
			address_tailor(start, (size_t)(s - start), kind + (start - text));
	}
}

/* ---- numbers ---- */

/* A telephone number or "1 250 000" is read as one: no line ends in it. Addresses have places of their own. */
static void numbers_keep(const char *text, size_t len, uint8_t *kind)
{
	for (size_t i = 0; i < len; ) {
		uint8_t c = (uint8_t)text[i];
		bool may_begin = g_ascii_isdigit(c) || c == '+' || c == '(' || c >= 0xd9;	/* where digits not of Latin begin */
		size_t n = may_begin ? sequence_length(text, i, len) : 0;

		if (n && !memchr(text + i, '@', n) && !g_strstr_len(text + i, (gssize)n, "://") && !g_strstr_len(text + i, (gssize)n, "www."))
			memset(kind + i + 1, BREAK_NO, n - 1);
		i += n ? n : (size_t)(g_utf8_next_char(text + i) - (text + i));
	}
}

/* ---- a text ---- */

/* LF and CR are blanks here: a line ends where the author says so by U+2028. */
static enum break_kind kind_of(gunichar before)
{
	return before == LINE_SEPARATOR || before == PARAGRAPH_SEPARATOR ? BREAK_MANDATORY : BREAK_ALLOWED;
}

static void tailor(const char *text, size_t len, const char *lang, uint8_t *kind)
{
	bool (*forbids[RULES])(const struct place *p);
	size_t nrules = rules_for(lang, forbids);
	struct place p = { .end = text + len };

	for (const char *s = text; s < p.end; s = g_utf8_next_char(s)) {
		uint8_t *k = &kind[s - text];

		p.rest = s;
		p.after = (unsigned char)*s < 0x80 ? (gunichar)*s : g_utf8_get_char(s);
		if (*k)
			*k = (uint8_t)kind_of(p.before);
		for (size_t i = 0; i < nrules && *k == BREAK_ALLOWED; i++)
			if (forbids[i](&p))
				*k = BREAK_NO;
		if (is_dash(p.after))
			p.dash_before = p.before;
		if (!is_space(p.after)) {
			p.digits = !is_digit(p.after) ? 0 :
				is_digit(p.before) ? p.digits + 1 : 1;
			p.solid = p.after;
		}
		p.before = p.after;
	}
}

void breaks_find(struct breaker *b, const char *text, size_t len, const char *lang, uint8_t *kind)
{
	UBreakIterator *bi = line_iterator(b, lang);

	memset(kind, BREAK_NO, len + 1);
	if (len && text_set(b, bi, text, len)) {
		for (int32_t i = ubrk_next(bi); i != UBRK_DONE; i = ubrk_next(bi))
			kind[i] = BREAK_ALLOWED;
		tailor(text, len, lang, kind);
		addresses_find(text, len, kind);
		numbers_keep(text, len, kind);
	}
	kind[0] = BREAK_NO;
	kind[len] = BREAK_MANDATORY;
}

void graphemes_find(struct breaker *b, const char *text, size_t len, uint8_t *at)
{
	if (!b->grapheme)
		b->grapheme = iterator_open(UBRK_CHARACTER, "en");
	memset(at, 0, len + 1);
	at[0] = at[len] = 1;
	if (len && text_set(b, b->grapheme, text, len))
		for (int32_t i = ubrk_first(b->grapheme); i != UBRK_DONE; i = ubrk_next(b->grapheme))
			at[i] = 1;
}
