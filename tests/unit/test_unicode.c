/*
 * tests/unit/test_unicode.c - Unicode's own test data through our functions: line
 * breaks (UAX 14), grapheme clusters (UAX 29), levels of bidi text (UAX 9).
 *
 * The data is Debian's unicode-data; where it is absent, or of another version than ICU,
 * a suite is skipped and says so. Where we depart from the data on purpose, or ICU does, the
 * place is covered by an exception below: each has a name and a reason, and one that
 * nothing needs any more is a failure.
 */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include "text/breaks.h"
#include "text/levels.h"

#define DATA "/usr/share/unicode/"
enum { MOST = 200, SHOWN = 10 };

/* A case: characters, and whether the file wants a break before each (and at the end). */
struct sample { gunichar c[MOST]; bool want[MOST + 1]; size_t at[MOST + 1], n; char text[4 * MOST + 1]; };

static int cases;

static void say(bool ok, const char *name)
{
	printf("%sok %d - %s\n", ok ? "" : "not ", ++cases, name);
}

static void say_skipped(const char *name, const char *why)
{
	printf("ok %d - %s # SKIP %s\n", ++cases, name, why);
}

/* "÷ 0061 × 0308 ÷" */
static bool parse(const char *line, struct sample *s)
{
	char *copy = g_strndup(line, strcspn(line, "#\n")), **word = g_strsplit_set(copy, " \t", -1);
	size_t len = 0;
	bool cut = false;

	memset(s, 0, sizeof *s);
	for (size_t i = 0; word[i] && s->n < MOST; i++) {
		if (!strcmp(word[i], "÷") || !strcmp(word[i], "×")) {
			cut = !strcmp(word[i], "÷");
		} else if (*word[i]) {
			s->c[s->n] = (gunichar)strtoul(word[i], NULL, 16);
			s->want[s->n] = cut;
			s->at[s->n++] = len;
			len += (size_t)g_unichar_to_utf8(s->c[s->n - 1], s->text + len);
		}
	}
	s->want[s->n] = true;
	s->at[s->n] = len;
	g_strfreev(word);
	g_free(copy);
	return s->n > 0;
}

/* The file, or NULL: skipped. Its first line has its version. */
static FILE *open_data(const char *file, const char *name)
{
	char *path = g_strconcat(DATA, file, NULL), first[200] = "", icu[U_MAX_VERSION_STRING_LENGTH], *why;
	FILE *f = fopen(path, "r");
	UVersionInfo v;

	g_free(path);
	if (!f) {
		say_skipped(name, "unicode-data is not installed");
		return NULL;
	}
	if (!fgets(first, sizeof first, f))
		*first = 0;
	u_getUnicodeVersion(v);
	g_snprintf(icu, sizeof icu, "-%d.%d.", v[0], v[1]);
	if (strstr(first, icu))
		return f;
	why = g_strdup_printf("ICU knows Unicode %d.%d, the data is %s", v[0], v[1], g_strstrip(first));
	say_skipped(name, why);
	g_free(why);
	fclose(f);
	return NULL;
}

/* ---- line breaks ---- */

static int lb(gunichar c)
{
	return c ? u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK) : -1;
}

/* The character before i, passing over combining marks and, if asked, spaces; 0 at the start. */
static gunichar base_before(const struct sample *s, size_t i, bool spaces)
{
	while (i-- > 0)
		if (lb(s->c[i]) != U_LB_COMBINING_MARK && lb(s->c[i]) != U_LB_ZWJ && !(spaces && s->c[i] == ' '))
			return s->c[i];
	return 0;
}

static bool is_dash(gunichar c)
{
	return c == 0x2013 || c == 0x2014 || c == 0x2015;
}

static bool dash_stays(const struct sample *s, size_t i)
{
	return !s->want[i] ? false : is_dash(s->c[i]) || (s->c[i] == '-' && lb(s->c[i - 1]) != U_LB_COMBINING_MARK);
}

static bool beside_fixed_space(const struct sample *s, size_t i)
{
	static const gunichar fixed[] = { 0xa0, 0x202f, 0x2007, 0x2060, 0xfeff };

	for (size_t k = 0; k < G_N_ELEMENTS(fixed); k++)
		if (s->c[i] == fixed[k] || s->c[i - 1] == fixed[k])
			return s->want[i];
	return false;
}

static bool after_first_hyphen(const struct sample *s, size_t i)
{
	return s->want[i] && base_before(s, i, false) == '-' && s->c[0] == '-';
}

static bool decimal_after_stop(const struct sample *s, size_t i)
{
	return s->want[i] && lb(s->c[i]) == U_LB_NUMERIC && lb(base_before(s, i, false)) == U_LB_INFIX_NUMERIC;
}

static bool decimal_after_space(const struct sample *s, size_t i)
{
	return !s->want[i] && s->c[i] == '.' && s->c[i - 1] == ' ' && lb(s->c[i + 1]) == U_LB_NUMERIC;
}

static bool inside_address(const struct sample *s, size_t i)
{
	return s->want[i] && lb(s->c[i - 1]) == U_LB_CLOSE_PUNCTUATION && strstr(s->text, "://");
}

static struct exception { const char *name, *reason; bool (*covers)(const struct sample *s, size_t i); size_t used; } exceptions[] = {
	{ "a dash stays with the word before it", "ours: a line that begins with a dash reads as dialogue or a list", dash_stays, 0 },
	{ "no break beside a no-break space", "ours: also after a plain space, where LB 11 and 12a allow one", beside_fixed_space, 0 },
	{ "no break after a hyphen that begins a text", "ICU: \"-3\" and \"-ling\" are kept whole", after_first_hyphen, 0 },
	{ "no break between a full stop and a figure", "ICU: \"a.2\" is kept whole", decimal_after_stop, 0 },
	{ "a break before a decimal fraction after a space", "ICU: \"equals .35\", as Unicode 15.1 has it (LB 15c)", decimal_after_space, 0 },
	{ "in an address only after / . - @", "ours: text/breaks.h", inside_address, 0 },
};

static bool covered(const struct sample *s, size_t i)
{
	for (size_t k = 0; k < G_N_ELEMENTS(exceptions); k++)
		if (i && exceptions[k].covers(s, i)) {
			exceptions[k].used++;
			return true;
		}
	return false;
}

/* Each case of a file of Unicode's, judged by right(); more than `least` of them must be there. */
static bool each_sample(const char *path, const char *name, size_t least, bool (*right)(struct breaker *b, const struct sample *s, size_t *shown, const char *line))
{
	FILE *f = open_data(path, name);
	struct breaker *b = breaker_new();
	char line[4096];
	size_t n = 0, wrong = 0, shown = 0;

	while (f && fgets(line, sizeof line, f)) {
		struct sample s;

		if (!parse(line, &s))
			continue;
		n++;
		wrong += !right(b, &s, &shown, line);
	}
	breaker_free(b);
	if (!f)
		return false;
	fclose(f);
	printf("# %zu cases\n", n);
	say(n > least && !wrong, name);
	return true;
}

static bool wrong_at(size_t i, size_t *shown, const char *line)
{
	if ((*shown)++ < SHOWN)
		printf("# before character %zu: %s", i, line);
	return false;
}

static bool line_breaks_right(struct breaker *b, const struct sample *s, size_t *shown, const char *line)
{
	uint8_t kind[4 * MOST + 1];
	bool right = true;

	breaks_find(b, s->text, s->at[s->n], "en", kind);
	for (size_t i = 1; i < s->n; i++)
		if ((kind[s->at[i]] != BREAK_NO) != s->want[i] && !covered(s, i))
			right = wrong_at(i, shown, line);
	return right;
}

static void test_line_breaks(void)
{
	if (!each_sample("auxiliary/LineBreakTest.txt", "LineBreakTest: as Unicode, but for the exceptions named", 7000, line_breaks_right))
		return;
	for (size_t k = 0; k < G_N_ELEMENTS(exceptions); k++) {
		printf("# %zu places: %s (%s)\n", exceptions[k].used, exceptions[k].name, exceptions[k].reason);
		say(exceptions[k].used > 0, exceptions[k].name);
	}
}

/* ---- grapheme clusters ---- */

static bool graphemes_right(struct breaker *b, const struct sample *s, size_t *shown, const char *line)
{
	uint8_t at[4 * MOST + 1];
	bool right = true;

	graphemes_find(b, s->text, s->at[s->n], at);
	for (size_t i = 0; i <= s->n; i++)
		if (at[s->at[i]] != s->want[i])
			right = wrong_at(i, shown, line);
	return right;
}

static void test_graphemes(void)
{
	each_sample("auxiliary/GraphemeBreakTest.txt", "GraphemeBreakTest: as Unicode", 500, graphemes_right);
}

/* ---- bidi ---- */

/* Levels wanted, "x" for characters that are taken out; 255 then. */
static size_t parse_levels(const char *field, uint8_t *level)
{
	char **word = g_strsplit(field, " ", -1);
	size_t n = 0;

	for (; word[n] && n < MOST; n++)
		level[n] = *word[n] == 'x' ? 255 : (uint8_t)atoi(word[n]);
	g_strfreev(word);
	return n;
}

/* Pango leaves text without right-to-left letters at level 0: the same order, by a shortcut. */
static bool all_forward(const uint8_t *want, const uint8_t *level, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((want[i] != 255 && want[i] % 2) || level[i])
			return false;
	return true;
}

static void test_bidi(void)
{
	static const char name[] = "BidiCharacterTest: levels as Unicode";
	FILE *f = open_data("BidiCharacterTest.txt", name);
	char line[4096];
	size_t n = 0, wrong = 0, automatic = 0, forward = 0;

	while (f && fgets(line, sizeof line, f)) {
		char **field = g_strsplit(line, ";", 5);
		uint8_t want[MOST], *level;
		struct sample s;

		if (*line == '#' || g_strv_length(field) < 5 || !parse(field[0], &s)) {
			g_strfreev(field);
			continue;
		}
		/* 2: the first letter decides. With us the language does. */
		if (*field[1] == '2') {
			automatic++;
			g_strfreev(field);
			continue;
		}
		n++;
		level = levels_of(s.text, s.at[s.n], *field[1] == '1');
		if (parse_levels(field[3], want) != s.n)
			wrong++;
		for (size_t i = 0; i < s.n; i++) {
			if (want[i] == 255 || level[i] == want[i])
				continue;
			if (all_forward(want, level, s.n))
				forward++;
			else if (wrong++ < SHOWN)
				printf("# character %zu: level %d: %s", i, level[i], line);
			break;
		}
		g_free(level);
		g_strfreev(field);
	}
	if (!f)
		return;
	fclose(f);
	printf("# %zu cases with another level, but none from right to left (Pango's shortcut)\n", forward);
	printf("# %zu cases; %zu more let the first letter decide the direction, which zivos does not\n", n, automatic);
	say(n > 60000 && !wrong, name);
}

int main(void)
{
	test_line_breaks();
	test_graphemes();
	test_bidi();
	return 0;
}
