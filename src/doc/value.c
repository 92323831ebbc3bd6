/*
 * src/doc/value.c - the forms an attribute's value may have, and reading them.
 *
 * Numbers are read by hand: strtod() follows the locale, and takes "inf",
 * "0x1p3" and "1e9" for lengths.
 */
#include "doc/value.h"

#include <glib.h>
#include <string.h>
#include "base/i18n.h"
#include "doc/node.h"

#define NAME_PATTERN "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.\\-]*"
#define NUMBER_PATTERN "-?[0-9]{1,6}(\\.[0-9]{1,6})?"

/* Up to six digits from *s; n counts them. */
static double digits(const char **s, int *n)
{
	double v = 0;

	for (*n = 0; **s >= '0' && **s <= '9' && *n < 6; ++*s, ++*n)
		v = v * 10 + (**s - '0');
	return v;
}

/* NUMBER_PATTERN at *s, which moves behind it. */
static bool number(const char **s, bool sign, double *out)
{
	static const double scale[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
	bool minus = sign && **s == '-';
	double v;
	int n;

	*s += minus;
	v = digits(s, &n);
	if (n == 0)
		return false;
	if (**s == '.') {
		++*s;
		double part = digits(s, &n);

		if (n == 0)
			return false;
		v += part / scale[n];
	}
	*out = minus ? -v : v;
	return true;
}

bool parse_number(const char *s, double *out)
{
	return number(&s, true, out) && *s == '\0';
}

bool parse_percent(const char *s, double *out)
{
	if (!number(&s, false, out) || strcmp(s, "%") != 0)
		return false;
	*out /= 100;
	return *out <= 1;
}

bool parse_point(const char *s, double *x, double *y)
{
	const char *space = strchr(s, ' ');
	char first[32];

	if (!space || (size_t)(space - s) >= sizeof first)
		return false;
	memcpy(first, s, (size_t)(space - s));
	first[space - s] = '\0';
	return parse_percent(first, x) && parse_percent(space + 1, y);
}

bool parse_length(const char *s, struct length *out)
{
	static const char *const units[] = { [UNIT_PT] = "pt", [UNIT_MM] = "mm", [UNIT_GR] = "gr" };

	if (!number(&s, true, &out->n))
		return false;
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (strcmp(s, units[i]) == 0) {
			out->unit = i;
			return true;
		}
	return false;
}

static bool fits_text(const char *s)
{
	return s[strspn(s, " \t\r\n")] != '\0';
}

static bool fits_any(const char *s)
{
	(void)s;
	return true;
}

static bool name_char(gunichar c, bool first)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_LOWERCASE_LETTER:
	case G_UNICODE_UPPERCASE_LETTER:
	case G_UNICODE_TITLECASE_LETTER:
	case G_UNICODE_MODIFIER_LETTER:
	case G_UNICODE_OTHER_LETTER:
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
		return true;
	case G_UNICODE_SPACING_MARK:
	case G_UNICODE_ENCLOSING_MARK:
	case G_UNICODE_NON_SPACING_MARK:
		return !first;
	default:
		return c == '_' || (!first && (c == '.' || c == '-'));
	}
}

/* NAME_PATTERN: nothing that could lead out of a folder. */
static bool fits_name(const char *s)
{
	bool first = true;

	for (; *s; s = g_utf8_next_char(s), first = false)
		if (!name_char(g_utf8_get_char(s), first))
			return false;
	return !first;
}

static bool fits_names(const char *s)
{
	char **words = g_strsplit(s, " ", -1);
	bool ok = *s != '\0';

	for (char **w = words; *w && ok; w++)
		ok = fits_name(*w);
	g_strfreev(words);
	return ok;
}

static bool fits_int(const char *s)
{
	int n;

	digits(&s, &n);
	return n > 0 && *s == '\0';
}

static bool fits_number(const char *s)
{
	double x;

	return parse_number(s, &x);
}

static bool fits_percent(const char *s)
{
	double x;

	return parse_percent(s, &x);
}

static bool fits_length(const char *s)
{
	struct length l;

	return parse_length(s, &l) && l.unit != UNIT_GR;
}

static bool fits_height(const char *s)
{
	struct length l;

	return parse_length(s, &l);
}

static bool fits_point(const char *s)
{
	double x, y;

	return parse_point(s, &x, &y);
}

static bool fits_date(const char *s)
{
	static const char form[] = "dddd-dd-dd";
	int n[3] = { 0, 0, 0 }, part = 0;

	if (strlen(s) != sizeof form - 1)
		return false;
	for (size_t i = 0; form[i]; i++) {
		if (form[i] == '-' ? s[i] != '-' : !g_ascii_isdigit(s[i]))
			return false;
		if (form[i] == '-')
			part++;
		else
			n[part] = n[part] * 10 + (s[i] - '0');
	}
	return n[1] <= 12 && n[2] <= 31 && g_date_valid_dmy((GDateDay)n[2], (GDateMonth)n[1], (GDateYear)n[0]);
}

/* [A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})* */
static bool fits_lang(const char *s)
{
	bool first = true;

	for (;; s++, first = false) {
		size_t n = 0;

		for (; first ? g_ascii_isalpha(*s) : g_ascii_isalnum(*s); s++)
			n++;
		if (n < (first ? 2 : 1) || n > 8)
			return false;
		if (*s != '-')
			return *s == '\0';
	}
}

static bool fits_url(const char *s)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };

	if (strchr(s, ' '))
		return false;
	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
		if (g_str_has_prefix(s, schemes[i]))
			return s[strlen(schemes[i])] != '\0';
	return false;
}

/* Names with slashes between them, after ./ or not: it cannot lead upwards. */
static bool fits_layout(const char *s)
{
	char **words = g_strsplit(g_str_has_prefix(s, "./") ? s + 2 : s, "/", -1);
	bool ok = *words != NULL;

	for (char **w = words; *w && ok; w++)
		ok = fits_name(*w);
	g_strfreev(words);
	return ok;
}

/* A number; what it counts is said apart from it, in the reference. */
#define NUMBER_IN(unit) \
	{ fits_number, false, false, N_("a number from -999999 to 999999, with a decimal point, such as 1.25"), "token", NUMBER_PATTERN, NULL, (unit) }

static const struct value_form forms[] = {
	[ATTR_TEXT] = { fits_text, false, false, N_("some text"), "token", NULL, "1", NULL },
	[ATTR_ANY] = { fits_any, false, false, N_("some text"), "string", NULL, NULL, NULL },
	[ATTR_ID] = { fits_name, false, false, N_("a name of letters, digits, - _ and . without spaces, such as rezept-2"),
		      "token", NAME_PATTERN, NULL, NULL },
	[ATTR_REF] = { fits_name, false, false, N_("a name of letters, digits, - _ and . without spaces, such as rezept-2"),
		       "token", NAME_PATTERN, NULL, NULL },
	[ATTR_REFS] = { fits_names, false, true, N_("names with spaces between them"), "token", NAME_PATTERN, NULL, NULL },
	[ATTR_INT] = { fits_int, false, false, N_("a whole number from 0 to 999999, such as 2"), "token", "[0-9]{1,6}", NULL, "count" },
	[ATTR_NUMBER] = NUMBER_IN("number"),
	[ATTR_LINES] = NUMBER_IN("grid lines"),
	[ATTR_EM] = NUMBER_IN("em"),
	[ATTR_FACTOR] = NUMBER_IN("factor"),
	[ATTR_PPI] = { fits_int, false, false, N_("a whole number from 0 to 999999, such as 2"), "token", "[0-9]{1,6}", NULL, "pixels an inch" },
	[ATTR_PIXELS] = NUMBER_IN("pixels"),
	[ATTR_LENGTH] = { fits_length, false, false, N_("a length with its unit mm or pt, such as 12.5mm"),
			  "token", NUMBER_PATTERN "(pt|mm)", NULL, "mm, pt" },
	[ATTR_HEIGHT] = { fits_height, false, false, N_("a length with its unit mm, pt or gr, such as 12.5mm"),
			  "token", NUMBER_PATTERN "(pt|mm|gr)", NULL, "mm, pt, gr" },
	[ATTR_PERCENT] = { fits_percent, false, false, N_("a percentage from 0% to 100%, such as 12%"), "token",
			   "(0{0,4}[0-9]{1,2}(\\.[0-9]{1,6})?|0{0,3}100(\\.0{1,6})?)%", NULL, "%" },
	[ATTR_POINT] = { fits_point, false, false,
			 N_("two percentages, from the left and from the top, such as 60% 30%"), "token",
			 "(0{0,4}[0-9]{1,2}(\\.[0-9]{1,6})?|0{0,3}100(\\.0{1,6})?)%"
			 " (0{0,4}[0-9]{1,2}(\\.[0-9]{1,6})?|0{0,3}100(\\.0{1,6})?)%", NULL, NULL },
	[ATTR_DATE] = { fits_date, false, false, N_("a date as year-month-day, such as 2026-11-01"), "date",
			"[0-9]{4}-[0-9]{2}-[0-9]{2}", NULL, NULL },
	[ATTR_LANG] = { fits_lang, false, false, N_("the code of a language, such as de, ar or zh-Hans"), "token",
			"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", NULL, NULL },
	[ATTR_ENUM] = { NULL, false, false, NULL, "token", NULL, NULL, NULL },
	[ATTR_FILE] = { fits_text, true, false, N_("the name of a file, such as pictures/market.jpg"), "token", NULL, "1", NULL },
	[ATTR_URL] = { fits_url, false, false, N_("an address starting with https://, http://, mailto: or tel:"), "token",
		       "(https?://|mailto:|tel:)[^ ]+", NULL, NULL },
	[ATTR_LAYOUT] = { fits_layout, false, false,
			  N_("the name of a layout, such as zivos, or a folder beside the issue, such as ./my-layout"), "token",
			  "(\\./)?" NAME_PATTERN "(/" NAME_PATTERN ")*", NULL, NULL },
};

const struct value_form *value_form(enum attr_type t)
{
	return &forms[t];
}

bool value_listed(const char *values, const char *word, size_t len)
{
	for (const char *p = values, *end; ; p = end + 1) {
		end = strchr(p, '|');
		size_t n = end ? (size_t)(end - p) : strlen(p);

		if (n == len && memcmp(p, word, n) == 0)
			return true;
		if (!end)
			return false;
	}
}

/* Every word of s is one of values. */
static bool words_listed(const char *values, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, " ");

		if (!value_listed(values, s, n))
			return false;
		s += n;
		s += *s == ' ' && s[1];
	}
	return true;
}

bool value_fits(const struct attribute *at, const char *s)
{
	if (!at->values)
		return forms[at->type].fits(s);
	if (at->type == ATTR_REFS)
		return *s != '\0' && words_listed(at->values, s);
	return value_listed(at->values, s, strlen(s));
}
