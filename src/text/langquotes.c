/* src/text/langquotes.c - quotation marks and apostrophes, as the language has them. */
#include "text/langstate.h"
#include <string.h>
#include "base/i18n.h"

static bool is_mark(uint32_t c)
{
	static const uint32_t marks[] = {
		0xab, 0xbb, 0x2018, 0x2019, 0x201a, 0x201b, 0x201c, 0x201d, 0x201e, 0x201f, 0x2039, 0x203a,
		0x300c, 0x300d, 0x300e, 0x300f, 0x301d, 0x301e, 0x301f,
	};

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (marks[i] == c)
			return true;
	return false;
}

/* Whether a quotation can begin after c; the text's start counts. */
static bool begins_after(uint32_t c)
{
	return c == 0 || g_unichar_isspace(c) || c == 0x202f || (U_GET_GC_MASK((UChar32)c) & (U_GC_PS_MASK | U_GC_PI_MASK | U_GC_PD_MASK));
}

/* The language's marks as a message shows them: „…“, and inside it ‚…‘. */
static char *usual_marks(const struct customs *c)
{
	char mark[4][8] = { "" };
	const char *p = c->quotes;

	for (size_t i = 0; i < 4 && *p; i++, p = g_utf8_next_char(p))
		letter_shown(g_utf8_get_char(p), mark[i]);
	return g_strdup_printf("%s…%s, %s…%s", mark[0], mark[1], mark[2], mark[3]);
}

static void straight_mark(struct check *k, size_t i, const struct customs *c, const char *lang)
{
	uint32_t mark = k->l[i].c;
	bool inside = letter_is(letter_before(k, i)) && letter_is(k->l[i + 1].c);
	bool hebrew = !strncmp(lang, "he", 2) || !strncmp(lang, "yi", 2);
	bool opens = begins_after(letter_before(k, i)), apostrophe = mark == '\'' && (inside || (!opens && !k->single_open));
	char key[KEY], *usual;

	/* Feet and inches, minutes and seconds. */
	if (u_isdigit((UChar32)letter_before(k, i)))
		return;
	if (mark == '\'' && !inside)
		k->single_open = opens;
	k->faults++;
	g_snprintf(key, sizeof key, "straight %s %c%d", lang, (char)mark, apostrophe);
	if (inside && hebrew) {
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has %c inside a word; type %s"), lang, (char)mark, mark == '"' ? "״" : "׳");
	} else if (apostrophe) {
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has a typewriter's apostrophe; type ’ (U+2019)"), lang);
	} else {
		usual = usual_marks(c);
		FOUND(k, i, D_LANG_QUOTES, key, _("text in \"%s\" has a typewriter's quotation mark %c; its own are %s"), lang, (char)mark, usual);
		g_free(usual);
	}
}

void check_mark(struct check *k, size_t i, const char *lang)
{
	uint32_t mark = k->l[i].c, next = k->l[i + 1].c;
	bool straight = mark == '"' || mark == '\'';
	const struct customs *c = straight || is_mark(mark) ? customs_of(lang) : NULL;
	bool cjk = c && letter_in(c->zeros, 0xff10);	/* marks there have no spaces round them */
	bool content = letter_is(next) || u_isdigit((UChar32)next) || is_mark(next) || letter_in("¿¡([", next);
	bool opens = begins_after(letter_before(k, i)) && next && content, closes = !begins_after(letter_before(k, i)) && !letter_is(next);
	char key[KEY], buf[8], *usual;
	bool good;

	if (!c)
		return;
	if (straight) {
		straight_mark(k, i, c, lang);
		return;
	}
	if (mark == 0x2019 && letter_is(letter_before(k, i)))
		return;				/* ’ after a letter is an apostrophe as well */
	if (cjk || opens == closes)
		good = letter_in(c->open, mark) || letter_in(c->close, mark);
	else
		good = letter_in(opens ? c->open : c->close, mark);
	/* ’n, ’tschuldigung: letters left out at the beginning. */
	if (good || (mark == 0x2019 && opens && letter_is(next)))
		return;
	k->faults++;
	if (!(opens && letter_in(c->close, mark)) && !(closes && letter_in(c->open, mark)))
		opens = closes = false;
	g_snprintf(key, sizeof key, "mark %s %x %d", lang, mark, opens);
	usual = usual_marks(c);
	if (opens)
		FOUND(k, i, D_LANG_QUOTES, key, _("%s (U+%04X) begins a quotation in \"%s\", where it ends one; usual are %s"), letter_shown(mark, buf), mark, lang, usual);
	else if (closes)
		FOUND(k, i, D_LANG_QUOTES, key, _("%s (U+%04X) ends a quotation in \"%s\", where it begins one; usual are %s"), letter_shown(mark, buf), mark, lang, usual);
	else
		FOUND(k, i, D_LANG_QUOTES, key, _("%s (U+%04X) is no quotation mark of \"%s\"; usual are %s"), letter_shown(mark, buf), mark, lang, usual);
	g_free(usual);
}

/* The language's first pair, counted over a text; a quotation may go on in the next paragraph. */
void check_pairs(struct check *k)
{
	const struct customs *c = customs_of(k->copy->lang);
	uint32_t open = g_utf8_get_char(c->quotes), close = g_utf8_get_char(g_utf8_next_char(c->quotes));
	size_t nopen = 0, nclose = 0, last = 0;
	char key[KEY], buf[8];

	for (size_t i = 0; i < k->n; i++) {
		if (strcmp(k->l[i].run->lang, k->copy->lang) != 0 || (k->l[i].c != open && k->l[i].c != close))
			continue;
		nopen += k->l[i].c == open;
		nclose += k->l[i].c == close;
		last = i;
	}
	/* ’ and ‘ have other uses, and a mark typed wrongly is reported as such. */
	if (k->faults || open == close || open == 0x2018 || nopen == nclose || (nopen > nclose ? nopen - nclose : nclose - nopen) > 1 || nopen + nclose == 0)
		return;
	g_snprintf(key, sizeof key, "pair %s %d %d", k->copy->lang, nopen > nclose, k->copy->at.line);
	if (nopen > nclose)
		FOUND(k, last, D_LANG_QUOTES, key, _("a quotation that begins with %s does not end in this paragraph"), letter_shown(open, buf));
	else
		FOUND(k, last, D_LANG_QUOTES, key, _("a quotation that ends with %s does not begin in this paragraph"), letter_shown(close, buf));
}
