/*
 * src/doc/nobreak.c - where a language wants a space that no line ends at.
 *
 * Conservative on purpose: a rule that fires wrongly glues words together and
 * makes a worse line; one that does not fire costs nothing that an author
 * could not write himself as U+00A0. A space is changed only if a row of the
 * table matches the characters around it.
 */
#include <glib.h>
#include <string.h>
#include "doc/copy.h"

enum { NBSP = 0x00A0, NNBSP = 0x202F };

enum custom {
	PHRASE,				/* the spaces inside these words */
	BEFORE_NUMBER,			/* word, space, figure */
	AFTER_NUMBER,			/* figure, space, word */
	BEFORE_NAME,			/* word, space, capital */
	AFTER_DAY,			/* day of a month, space, word; an ordinal's full stop may stand between */
	BEFORE_MARK,			/* space, mark */
	AFTER_MARK			/* mark, space */
};

static const struct rule { const char *lang; enum custom custom; const char *words; } rules[] = {
	{ "de", PHRASE, "a. D.|d. h.|e. V.|i. A.|i. d. R.|m. E.|n. Chr.|o. Ä.|o. g.|s. o.|s. u.|u. a.|u. Ä.|u. U.|"
			"v. a.|v. Chr.|z. B.|z. T.|z. Zt." },
	{ "de", BEFORE_NUMBER, "Abb.|Abs.|Art.|Bd.|Heft|Kap.|Nr.|S.|Tel." },
	{ "de", BEFORE_NAME, "Dr.|Prof.|St.|Hr.|Fr." },
	{ "de", AFTER_NUMBER, "Uhr|Euro|Cent|Prozent|Grad|Std.|Min.|EL|TL" },
	{ "de", AFTER_DAY, "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember" },
	{ "en", BEFORE_NUMBER, "No.|p.|pp.|Vol." },
	{ "en", BEFORE_NAME, "Dr|Dr.|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Prof.|St" },
	{ "en", AFTER_NUMBER, "a.m.|p.m." },
	{ "en", AFTER_DAY, "January|February|March|April|May|June|July|August|September|October|November|December" },
	{ "fr", PHRASE, "p. ex." },
	{ "fr", BEFORE_NUMBER, "n°|no|p.|art." },
	{ "fr", BEFORE_NAME, "M.|Mme|Mlle|Dr" },
	{ "fr", AFTER_NUMBER, "euros|heures|h" },
	{ "fr", AFTER_DAY, "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre" },
	{ "fr", BEFORE_MARK, ";|:|!|?|»" },
	{ "fr", AFTER_MARK, "«" },
	{ "pl", PHRASE, "m. in.|n. e.|p. n. e." },
	{ "pl", BEFORE_NUMBER, "nr|ul.|s." },
	{ "pl", AFTER_DAY, "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia" },
	{ "ru", PHRASE, "т. д.|т. е.|т. п." },
	{ "ru", AFTER_DAY, "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря" },
	{ "uk", PHRASE, "т. д.|т. е." },
	{ "uk", AFTER_DAY, "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня" },
	{ "tr", AFTER_DAY, "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık" },
	/* every language */
	{ "", BEFORE_NUMBER, "§|§§|№" },
	{ "", AFTER_NUMBER, "%|‰|€|°C|mm|cm|m|km|m²|mg|g|kg|ml|l|kWh|km/h" },
};

struct around { const uint32_t *text; size_t n, i; };

static bool in_word(const struct around *t, size_t i)
{
	return i < t->n && (g_unichar_isalnum(t->text[i]) || g_unichar_ismark(t->text[i]));
}

static bool is_figure(const struct around *t, size_t i)
{
	return i < t->n && t->text[i] >= '0' && t->text[i] <= '9';
}

/* The no-break spaces already put count as spaces. */
static bool same_character(uint32_t c, gunichar word)
{
	return c == word || (word == ' ' && (c == NBSP || c == NNBSP));
}

/* Whether word (UTF-8, len bytes) stands at `from`, as a whole word. */
static bool stands_at(const struct around *t, size_t from, const char *word, size_t len)
{
	const char *end = word + len;
	size_t i = from;

	for (const char *p = word; p < end; p = g_utf8_next_char(p), i++)
		if (i >= t->n || !same_character(t->text[i], g_utf8_get_char(p)))
			return false;
	if (from > 0 && in_word(t, from) && in_word(t, from - 1))
		return false;
	return !(i > 0 && in_word(t, i - 1) && in_word(t, i));
}

static bool stands_before(const struct around *t, const char *word, size_t len)
{
	size_t n = (size_t)g_utf8_strlen(word, (gssize)len);

	return t->i >= n && stands_at(t, t->i - n, word, len);
}

/* The space is one of those inside the phrase. */
static bool inside_phrase(const struct around *t, const char *phrase, size_t len)
{
	size_t k = 0;

	for (const char *p = phrase; p < phrase + len; p = g_utf8_next_char(p), k++)
		if (*p == ' ' && t->i >= k && stands_at(t, t->i - k, phrase, len))
			return true;
	return false;
}

/* One or two figures before the space, with or without an ordinal's full stop. */
static bool after_day(const struct around *t)
{
	size_t end = t->i, n = 0;

	if (end > 0 && t->text[end - 1] == '.')
		end--;
	while (n < end && is_figure(t, end - 1 - n))
		n++;
	return (n == 1 || n == 2) && !(end > n && in_word(t, end - n - 1));
}

static bool matches(const struct around *t, enum custom custom, const char *word, size_t len)
{
	switch (custom) {
	case PHRASE:        return inside_phrase(t, word, len);
	case BEFORE_NUMBER: return is_figure(t, t->i + 1) && stands_before(t, word, len);
	case AFTER_NUMBER:  return t->i > 0 && is_figure(t, t->i - 1) && stands_at(t, t->i + 1, word, len);
	case BEFORE_NAME:   return t->i + 1 < t->n && g_unichar_isupper(t->text[t->i + 1]) && stands_before(t, word, len);
	case AFTER_DAY:     return after_day(t) && stands_at(t, t->i + 1, word, len);
	case BEFORE_MARK:   return stands_at(t, t->i + 1, word, len);
	case AFTER_MARK:    return stands_before(t, word, len);
	}
	return false;
}

static bool rule_is_for(const struct rule *r, const char *lang)
{
	size_t n = strlen(r->lang);

	return n == 0 || (g_ascii_strncasecmp(lang, r->lang, n) == 0 && (lang[n] == '\0' || lang[n] == '-'));
}

uint32_t nobreak_at(const uint32_t *text, size_t n, size_t i, const char *lang)
{
	struct around t = { text, n, i };

	for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++) {
		if (!rule_is_for(&rules[k], lang))
			continue;
		for (const char *p = rules[k].words; ; p++) {
			size_t len = strcspn(p, "|");

			if (matches(&t, rules[k].custom, p, len))
				return rules[k].custom >= BEFORE_MARK ? NNBSP : NBSP;
			p += len;
			if (!*p)
				break;
		}
	}
	return ' ';
}
