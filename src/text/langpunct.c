/*
 * src/text/langpunct.c - dashes, commas and stops, and the spaces beside them.
 *
 * Source  commas and stops of Arabic script: Unicode, chapter 9.2; of Chinese and Japanese: clreq and jlreq
 *         (W3C), where Western marks are for Western words; spaces before stops: French typography alone has them
 */
#include "text/langstate.h"
#include <string.h>
#include <unicode/uscript.h>
#include "base/i18n.h"

/* A hyphen between spaces, or between two years, is meant to be a dash. */
void check_dash(struct check *k, size_t i, const char *lang)
{
	const struct letter *l = k->l;
	bool spaced = i > 0 && l[i - 1].c == ' ' && l[i + 1].c == ' ' && i > 1;
	bool years = i >= 4 && i + 4 < k->n;
	char key[KEY];

	if (l[i].c != '-')
		return;
	for (size_t m = 1; years && m <= 4; m++)
		years = l[i - m].c >= '0' && l[i - m].c <= '9' && l[i + m].c >= '0' && l[i + m].c <= '9';
	years = years && !(i > 4 && (u_isdigit((UChar32)l[i - 5].c) || l[i - 5].c == '-')) && !u_isdigit((UChar32)l[i + 5].c) &&
		l[i + 5].c != '-' && (l[i - 4].c == '1' || l[i - 4].c == '2') && (l[i + 1].c == '1' || l[i + 1].c == '2');
	g_snprintf(key, sizeof key, "dash %s %d", lang, years);
	if (spaced)
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has a hyphen for a dash; type \"%s\""), lang, customs_of(lang)->dash);
	else if (years)
		FOUND(k, i, D_LANG_TYPING, key, _("a hyphen stands between two years; type – (U+2013), without spaces"));
}

/* Marks of another script's text, and the script's own. */
static const struct { const char *script; const char *wrong[4], *right[4]; } own[] = {
	{ "Arab", { ",", ";", "?" }, { "،", "؛", "؟" } },
	{ "Hans", { ",", ";", "?", "!" }, { "，", "；", "？", "！" } },
	{ "Hant", { ",", ";", "?", "!" }, { "，", "；", "？", "！" } },
	{ "Jpan", { ",", "?", "!" }, { "、", "？", "！" } },
};

static bool of_script(uint32_t c, const char *iso)
{
	UErrorCode st = U_ZERO_ERROR;
	UScriptCode s = uscript_getScript((UChar32)c, &st);

	if (U_FAILURE(st))
		return false;
	if (!strcmp(iso, "Arab"))
		return s == USCRIPT_ARABIC;
	return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA;
}

/* A Western mark right after a word of the script; after a Western word or a figure it is at home. */
static bool check_own(struct check *k, size_t i, const char *lang)
{
	const char *script = lang_script(lang);
	char key[KEY], mark[8];

	letter_shown(k->l[i].c, mark);
	for (size_t s = 0; s < G_N_ELEMENTS(own); s++)
		for (size_t m = 0; !strcmp(own[s].script, script) && m < 4 && own[s].wrong[m]; m++)
			if (!strcmp(own[s].wrong[m], mark) && of_script(letter_before(k, i), script)) {
				g_snprintf(key, sizeof key, "stop %s %s", lang, mark);
				FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has %s typed for %s; type that"), lang, mark, own[s].right[m]);
				return true;
			}
	return false;
}

/* Whether the mark at i ends a word, a figure or a bracket after one space, and a space, a closing mark or the end follows.
 * A colon between figures is a ratio, and may have its spaces. */
static bool stands_apart(const struct check *k, size_t i)
{
	uint32_t next = k->l[i + 1].c, word = i > 1 ? k->l[i - 2].c : 0;
	bool ends = next == 0 || next == ' ' || letter_in("”“»’‘\")", next);

	if (k->l[i].c == ':' && u_isdigit((UChar32)word))
		return false;
	return i > 1 && letter_before(k, i) == ' ' && ends && (letter_is(word) || u_isdigit((UChar32)word) || letter_in(")]”“»’", word));
}

static void check_gap(struct check *k, size_t i, const char *lang)
{
	bool french = !strncmp(lang, "fr", 2) && letter_in(";:!?", k->l[i].c);
	char key[KEY], mark[8];

	if (french || !stands_apart(k, i))
		return;
	g_snprintf(key, sizeof key, "gap %s %x", lang, k->l[i].c);
	FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has a space before %s; delete it"), lang, letter_shown(k->l[i].c, mark));
}

void check_stop(struct check *k, size_t i, const char *lang)
{
	if (letter_in(",;:.!?،؛؟", k->l[i].c) && !check_own(k, i, lang))
		check_gap(k, i, lang);
}
