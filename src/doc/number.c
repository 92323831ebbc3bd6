/* src/doc/number.c - numbers in an author's text. */
#include "doc/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"

enum { NARROW_SPACE = 0x202F, ARABIC_DECIMAL = 0x66B, ARABIC_GROUP = 0x66C, MINUS = 0x2212, DASH = 0x2013 };
enum { DIGITS_MAX = 18 };		/* more have no place in a double, nor on a page */

/* By language; every other one writes a comma for decimals and a narrow space between groups. */
static const struct marks { const char *lang; uint32_t decimal, group; } marks[] = {
	{ "en", '.', ',' }, { "zh", '.', ',' }, { "ja", '.', ',' }, { "ko", '.', ',' }, { "th", '.', ',' }, { "he", '.', ',' },
	{ "hi", '.', ',' }, { "bn", '.', ',' }, { "mr", '.', ',' }, { "ne", '.', ',' }, { "pa", '.', ',' }, { "ta", '.', ',' },
	{ "si", '.', ',' }, { "my", '.', ',' }, { "am", '.', ',' }, { "ti", '.', ',' }, { "so", '.', ',' }, { "sw", '.', ',' },
	{ "yo", '.', ',' }, { "ha", '.', ',' }, { "ur", '.', ',' }, { "rhg", '.', ',' }, { "tl", '.', ',' }, { "aii", '.', ',' },
	{ "de", ',', '.' }, { "nl", ',', '.' }, { "es", ',', '.' }, { "it", ',', '.' }, { "pt", ',', '.' }, { "tr", ',', '.' },
	{ "da", ',', '.' }, { "vi", ',', '.' }, { "ro", ',', '.' }, { "el", ',', '.' }, { "hr", ',', '.' }, { "sr", ',', '.' },
	{ "bs", ',', '.' }, { "id", ',', '.' }, { "kmr", ',', '.' }, { "ku", ',', '.' }, { "km", ',', '.' }, { "lo", ',', '.' },
	{ "ar", ARABIC_DECIMAL, ARABIC_GROUP }, { "ckb", ARABIC_DECIMAL, ARABIC_GROUP }, { "fa", ARABIC_DECIMAL, ARABIC_GROUP },
	{ "prs", ARABIC_DECIMAL, ARABIC_GROUP }, { "ps", ARABIC_DECIMAL, ARABIC_GROUP },
};

static struct marks marks_of(const char *lang)
{
	size_t len = strcspn(lang, "-");

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (strlen(marks[i].lang) == len && strncmp(marks[i].lang, lang, len) == 0)
			return marks[i];
	return (struct marks){ lang, ',', NARROW_SPACE };
}

/* ---- reading ---- */

static gunichar char_at(const char *p, const char *end)
{
	return p < end ? g_utf8_get_char(p) : 0;
}

static bool is_digit(const char *p, const char *end)
{
	gunichar c = char_at(p, end);

	return c && g_unichar_isdigit(c);
}

/* Exactly three digits stand at p. */
static bool is_group(const char *p, const char *end)
{
	int n = 0;

	for (; n < 4 && is_digit(p, end); p = g_utf8_next_char(p))
		n++;
	return n == 3;
}

static bool only_groups(gunichar c)
{
	return c == ' ' || c == 0xA0 || c == NARROW_SPACE || c == 0x2009 || c == '\'' || c == 0x2019 || c == ARABIC_GROUP;
}

/* What the sign at p means for the digits after it: none stands inside a word or a range (3-4). */
static bool is_minus(const char *text, const char *p)
{
	gunichar c = g_utf8_get_char(p), before = p > text ? g_utf8_get_char(g_utf8_prev_char(p)) : ' ';

	return (c == '-' || c == MINUS || c == DASH) && !g_unichar_isalnum(before);
}

/* Where the sign before the digits at p begins, or p: marks of direction and a space may stand between. */
static const char *sign_before(const char *text, const char *p)
{
	const char *s = p;

	for (int i = 0; i < 2 && s > text; i++) {
		gunichar c;

		s = g_utf8_prev_char(s);
		c = g_utf8_get_char(s);
		if (is_minus(text, s))
			return s;
		if (c != 0x200E && c != 0x200F && c != 0x61C && c != 0xA0 && c != NARROW_SPACE)
			break;
	}
	return p;
}

/* Whether c, with `next` after it, ends the whole part of the number. */
static bool is_decimal_mark(gunichar c, const struct marks *m, const char *next, const char *end)
{
	if (!is_digit(next, end))
		return false;
	if (c == ARABIC_DECIMAL || c == m->decimal)
		return true;
	return (c == '.' || c == ',') && !is_group(next, end);
}

bool number_find(const char *text, size_t len, const char *lang, struct number *out)
{
	const struct marks m = marks_of(lang);
	const char *end = text + len, *p = text, *sign;
	bool fraction = false;
	double scale = 1;
	int ndigits = 0;

	while (p < end && !is_digit(p, end))
		p = g_utf8_next_char(p);
	if (p >= end)
		return false;
	sign = sign_before(text, p);
	*out = (struct number){ .start = (size_t)(sign - text) };
	for (; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		const char *next = g_utf8_next_char(p);

		if (g_unichar_isdigit(c) && ndigits++ < DIGITS_MAX) {
			scale = fraction ? scale / 10 : 1;
			out->value = fraction ? out->value + g_unichar_digit_value(c) * scale : out->value * 10 + g_unichar_digit_value(c);
			out->decimals += fraction;
		} else if (g_unichar_isdigit(c)) {
			out->value *= fraction ? 1 : 10;
		} else if (!fraction && is_decimal_mark(c, &m, next, end)) {
			fraction = true;
			out->mark = (size_t)(p - text);
		} else if (fraction || !(only_groups(c) || c == '.' || c == ',') || !is_group(next, end)) {
			break;
		}
	}
	out->end = (size_t)(p - text);
	if (!fraction)
		out->mark = out->end;
	if (sign < text + len && is_minus(text, sign))
		out->value = -out->value;
	return fabs(out->value) <= NUMBER_MOST;
}

/* ---- writing ---- */

static void put_digit(GString *s, char digit, uint32_t zero)
{
	g_string_append_unichar(s, zero + (uint32_t)(digit - '0'));
}

const char *number_write(struct arena *a, double value, int decimals, const char *lang, uint32_t zero)
{
	struct marks m = marks_of(lang);
	char plain[G_ASCII_DTOSTR_BUF_SIZE + 32], form[8];
	GString *s = g_string_new(NULL);
	size_t whole;
	char *made;

	if (zero == '0' && m.decimal == ARABIC_DECIMAL)	/* Arabic marks belong to Arabic digits */
		m.decimal = '.', m.group = ',';
	if (zero != '0' && m.decimal == '.' && zero >= 0x660 && zero < 0x700)
		m.decimal = ARABIC_DECIMAL, m.group = ARABIC_GROUP;
	g_snprintf(form, sizeof form, "%%.%df", CLAMP(decimals, 0, 9));
	g_ascii_formatd(plain, sizeof plain, form, CLAMP(fabs(value), 0, 1e18));
	whole = strcspn(plain, ".");
	if (value < 0 && strspn(plain, "0.") < strlen(plain))
		g_string_append_unichar(s, DASH);	/* as long as a minus, and in every font */
	for (size_t i = 0; plain[i]; i++) {
		if (plain[i] == '.') {
			g_string_append_unichar(s, m.decimal);
			continue;
		}
		/* Numbers of four digits are read without help. */
		if (i > 0 && i < whole && (whole - i) % 3 == 0 && whole > 4)
			g_string_append_unichar(s, m.group);
		put_digit(s, plain[i], zero);
	}
	made = arena_strdup(a, s->str);
	g_string_free(s, TRUE);
	return made;
}
