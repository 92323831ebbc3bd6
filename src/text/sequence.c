/* src/text/sequence.c - numbers and addresses that keep their order. */
#include "text/sequence.h"
#include <glib.h>
#include <string.h>

static size_t digits(const char *s, const char *end, const char **after)
{
	size_t n = 0;

	for (; s < end && g_unichar_isdigit(g_utf8_get_char(s)); s = g_utf8_next_char(s))
		n++;
	*after = s;
	return n;
}

/* A space or sign between two groups, and what follows it; NULL: none. */
static const char *separator(const char *s, const char *end)
{
	gunichar c = s < end ? g_utf8_get_char(s) : 0;

	if (c && (strchr(" -/.", (int)MIN(c, 0x7f)) || c == 0xa0 || c == 0x202f || c == 0x2009 || c == 0x2011 || c == 0x2012))
		return g_utf8_next_char(s);
	return NULL;
}

static gboolean is_zero(const char *s)
{
	return g_unichar_digit_value(g_utf8_get_char(s)) == 0;
}

/* "+49 541 12-3", "0541 123 45-67", "(0541) 12 34", "1 234 567", "49 541 1234": groups that hang together. */
static size_t number_length(const char *start, const char *end)
{
	const char *s = start, *after, *next;
	size_t ngroups = 0, total = 0, first = 0, n;
	gboolean led = FALSE, thousands = TRUE;

	if (*s == '+') {
		led = TRUE;
		s++;
	} else if (*s == '(') {
		n = digits(s + 1, end, &after);
		if (!n || after >= end || *after != ')' || !is_zero(s + 1))
			return 0;
		led = TRUE;
		total = n;
		ngroups = 1;
		s = after + 1;
		if ((next = separator(s, end)))
			s = next;
	}
	for (after = s; (n = digits(s, end, &next)) > 0; s = next) {
		led |= ngroups == 0 && is_zero(s);
		thousands &= ngroups == 0 ? n <= 3 : n == 3 && s[-1] != '-' && s[-1] != '/';
		first = ngroups == 0 ? n : first;
		total += n;
		ngroups++;
		after = next;
		next = separator(after, end);
		if (!next)
			break;
	}
	if (ngroups < 2 || !((led && total >= 5) || (thousands && first <= 3)))
		return 0;
	return (size_t)(after - start);
}

static gboolean in_address(char c)
{
	return g_ascii_isalnum(c) || (c && strchr("-._~:/?#@!$&*+=%", c));
}

/* A mail or web address; signs at its end belong to the sentence. */
static size_t address_length(const char *start, const char *end)
{
	const char *s = start, *at;
	size_t n;

	while (s < end && in_address(*s))
		s++;
	while (s > start && strchr(".:?!", s[-1]))
		s--;
	n = (size_t)(s - start);
	if (n < 4)
		return 0;
	at = memchr(start, '@', n);
	if (at && at > start && at + 1 < s && memchr(at, '.', (size_t)(s - at)))
		return n;
	return g_strstr_len(start, (gssize)n, "://") || !g_ascii_strncasecmp(start, "www.", 4) ? n : 0;
}

size_t sequence_length(const char *text, size_t at, size_t len)
{
	const char *s = text + at;
	gunichar before = at ? g_utf8_get_char(g_utf8_prev_char(s)) : 0;
	size_t n;

	if (g_unichar_isdigit(before) || (before < 0x80 && in_address((char)before)) || at >= len)
		return 0;
	if (in_address(*s) && (n = address_length(s, text + len)))
		return n;
	if (*s == '+' || *s == '(' || g_unichar_isdigit(g_utf8_get_char(s)))
		return number_length(s, text + len);
	return 0;
}
