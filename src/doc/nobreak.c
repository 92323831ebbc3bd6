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
	IN_DATE,			/* "3. 5." and "5. 2026": no words */
	INITIALS,			/* "J. S. Bach": no words */
	WITH_NEXT,			/* a short word that no line ends in */
	WITH_LAST,			/* a particle that no line begins with */
	BEFORE_MARK,			/* space, mark */
	AFTER_MARK			/* mark, space */
};

/*
 * Sources  de: Duden, Textgestaltung (DIN 5008); fr: Lexique des règles typographiques de l'Imprimerie nationale;
 *          pl: Wolański, Edycja tekstów (no line ends in a one-letter word); cs: ČSN 01 6910, sk: STN 01 6910;
 *          ru: Мильчин, Справочник издателя (short prepositions, particles); uk: ДСТУ 3582, Український правопис
 */
static const struct nobreak_rule { const char *lang; enum custom custom; const char *words; } rules[] = {
	{ "de", PHRASE, "a. a. O.|a. D.|b. w.|d. h.|d. J.|e. V.|i. A.|i. d. R.|i. V.|m. E.|n. Chr.|o. Ä.|o. g.|o. J.|s. a.|s. o.|s. u.|"
			"u. a.|u. a. m.|u. Ä.|u. U.|u. v. a.|u. v. m.|v. a.|v. Chr.|z. B.|z. H.|z. Hd.|z. T.|z. Z.|z. Zt." },
	{ "de", BEFORE_NUMBER, "Abb.|Abs.|Art.|Bd.|ca.|Heft|Kap.|Kapitel|Linie|Nr.|Nummer|Raum|S.|Seite|Tel.|Zimmer" },
	{ "de", BEFORE_NAME, "Dr.|Prof.|St.|Hr.|Fr.|Dipl.-Ing.|Sr." },
	{ "de", AFTER_NUMBER, "Uhr|Euro|Cent|Prozent|Grad|Std.|Min.|Sek.|EL|TL|Mio.|Mrd.|Millionen|Milliarden|Liter|Gramm|Kilo|Meter|Kilometer" },
	{ "de", IN_DATE, "" },
	{ "de", INITIALS, "" },
	{ "de", AFTER_DAY, "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember" },
	{ "en", BEFORE_NUMBER, "No.|p.|pp.|Vol.|fig.|Fig.|chapter|page" },
	{ "en", BEFORE_NAME, "Dr|Dr.|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Prof.|St|St." },
	{ "en", AFTER_NUMBER, "a.m.|p.m.|am|pm|percent|per cent|million|billion" },
	{ "en", INITIALS, "" },
	{ "en", AFTER_DAY, "January|February|March|April|May|June|July|August|September|October|November|December" },
	{ "fr", PHRASE, "p. ex." },
	{ "fr", BEFORE_NUMBER, "n°|no|p.|art.|chap.|fig.|t.|vol." },
	{ "fr", BEFORE_NAME, "M.|MM.|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste" },
	{ "fr", AFTER_NUMBER, "ans|euros|heures|h|min|minutes|millions|milliards|siècle" },
	{ "fr", INITIALS, "" },
	{ "fr", AFTER_DAY, "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre" },
	{ "fr", BEFORE_MARK, ";|:|!|?|»" },
	{ "fr", AFTER_MARK, "«" },
	{ "pl", PHRASE, "m. in.|n. e.|p. n. e." },
	{ "pl", BEFORE_NUMBER, "nr|ul.|s.|str.|rozdz." },
	{ "pl", BEFORE_NAME, "dr|prof.|św.|ks.|pan|pani" },
	{ "pl", AFTER_NUMBER, "zł|gr|r.|roku|w.|tys.|mln|mld|godz." },
	{ "pl", WITH_NEXT, "a|i|o|u|w|z|A|I|O|U|W|Z" },
	{ "pl", INITIALS, "" },
	{ "pl", AFTER_DAY, "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia" },
	{ "cs", PHRASE, "t. r.|n. l.|př. n. l." },
	{ "cs", BEFORE_NUMBER, "č.|s.|str.|tel." },
	{ "cs", BEFORE_NAME, "Dr.|Ing.|Mgr.|prof.|p.|sv." },
	{ "cs", AFTER_NUMBER, "Kč|hod.|let|tis.|mil." },
	{ "cs", AFTER_DAY, "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince" },
	{ "cs", WITH_NEXT, "a|i|k|o|s|u|v|z|A|I|K|O|S|U|V|Z" },
	{ "cs", IN_DATE, "" },
	{ "sk", BEFORE_NUMBER, "č.|s.|str.|tel." },
	{ "sk", BEFORE_NAME, "Dr.|Ing.|Mgr.|prof.|p.|sv." },
	{ "sk", AFTER_DAY, "januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra" },
	{ "sk", WITH_NEXT, "a|i|k|o|s|u|v|z|A|I|K|O|S|U|V|Z" },
	{ "sk", IN_DATE, "" },
	{ "es", BEFORE_NUMBER, "n.º|núm.|p.|pág.|art." },
	{ "es", BEFORE_NAME, "D.|Dña.|Dr.|Dra.|Sr.|Sra.|Srta.|Prof." },
	{ "es", AFTER_NUMBER, "euros|horas|h|millones|años" },
	{ "pt", BEFORE_NUMBER, "n.º|p.|pág.|art." },
	{ "pt", BEFORE_NAME, "D.|Dr.|Dra.|Sr.|Sra.|Prof." },
	{ "it", BEFORE_NUMBER, "n.|p.|pag.|art." },
	{ "it", BEFORE_NAME, "dott.|prof.|sig.|sig.ra|Sig.|Sig.ra" },
	{ "nl", BEFORE_NUMBER, "nr.|blz.|art." },
	{ "nl", BEFORE_NAME, "dr.|prof.|mevr.|dhr." },
	{ "ru", PHRASE, "т. д.|т. е.|т. п.|т. к.|н. э.|до н. э.|и др." },
	{ "ru", BEFORE_NUMBER, "г.|гл.|кв.|рис.|с.|стр.|т.|ул." },
	{ "ru", AFTER_NUMBER, "г.|гг.|в.|вв.|руб.|коп.|тыс.|млн|млрд|лет|года|году|час|часа|часов|кг|км|м|см|%" },
	{ "ru", WITH_NEXT, "а|в|и|к|о|с|у|я|во|до|за|из|на|не|ни|но|об|от|по|со|А|В|И|К|О|С|У|Я|Во|До|За|Из|На|Не|Ни|Но|Об|От|По|Со" },
	{ "ru", WITH_LAST, "б|бы|ж|же|ли|ль" },
	{ "ru", INITIALS, "" },
	{ "ru", AFTER_DAY, "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря" },
	{ "uk", PHRASE, "і т. д.|і т. п.|т. д.|т. е.|т. п.|н. е.|до н. е.|та ін." },
	{ "uk", BEFORE_NUMBER, "буд.|вул.|гл.|кв.|рис.|с.|т." },
	{ "uk", AFTER_NUMBER, "р.|рр.|ст.|грн|коп.|тис.|млн|млрд|років|року|році|год|годин|кг|км|м|см" },
	{ "uk", WITH_NEXT, "а|в|з|і|й|о|у|я|до|за|зі|із|на|не|ні|по|та|А|В|З|І|Й|О|У|Я|До|За|Зі|Із|На|Не|Ні|По|Та" },
	{ "uk", WITH_LAST, "б|би|ж|же" },
	{ "uk", INITIALS, "" },
	{ "uk", AFTER_DAY, "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня" },
	{ "tr", BEFORE_NUMBER, "No|No.|s.|sayfa" },
	{ "tr", BEFORE_NAME, "Dr.|Prof.|Doç.|Av.|Sn." },
	{ "tr", AFTER_NUMBER, "lira|TL|yaşında|kişi" },
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
	size_t n;

	/* Most words are known to be others by their end. */
	if (t->i == 0 || (t->text[t->i - 1] < 0x80 && t->text[t->i - 1] != (uint8_t)word[len - 1]))
		return false;
	n = (size_t)g_utf8_strlen(word, (gssize)len);
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

/* A figure or two with a full stop before the space, and a figure after it: "3. 5." or "5. 2026". */
static bool in_date(const struct around *t)
{
	size_t i = t->i + 1, n = 0;

	if (t->i == 0 || t->text[t->i - 1] != '.' || !after_day(t))
		return false;
	while (is_figure(t, i + n))
		n++;
	return (n <= 2 && n > 0 && i + n < t->n && t->text[i + n] == '.') || (n == 4 && (t->text[i] == '1' || t->text[i] == '2'));
}

/* A capital by itself with a full stop, then another name. */
static bool initials(const struct around *t)
{
	size_t i = t->i;

	/* In "z. B. Obst" the capital ends an abbreviation. */
	if (i >= 5 && t->text[i - 4] == '.' && same_character(t->text[i - 3], ' ') && !g_unichar_isupper(t->text[i - 5]))
		return false;
	return i >= 2 && t->text[i - 1] == '.' && g_unichar_isupper(t->text[i - 2]) && !(i >= 3 && in_word(t, i - 3)) &&
	       i + 1 < t->n && g_unichar_isupper(t->text[i + 1]);
}

static bool matches(const struct around *t, enum custom custom, const char *word, size_t len)
{
	switch (custom) {
	case PHRASE:        return inside_phrase(t, word, len);
	case BEFORE_NUMBER: return is_figure(t, t->i + 1) && stands_before(t, word, len);
	case AFTER_NUMBER:  return t->i > 0 && is_figure(t, t->i - 1) && stands_at(t, t->i + 1, word, len);
	case BEFORE_NAME:   return t->i + 1 < t->n && g_unichar_isupper(t->text[t->i + 1]) && stands_before(t, word, len);
	case AFTER_DAY:     return after_day(t) && stands_at(t, t->i + 1, word, len);
	case IN_DATE:       return in_date(t);
	case INITIALS:      return initials(t);
	case WITH_NEXT:     return in_word(t, t->i + 1) && stands_before(t, word, len);
	case WITH_LAST:     return t->i > 0 && in_word(t, t->i - 1) && stands_at(t, t->i + 1, word, len);
	case BEFORE_MARK:   return stands_at(t, t->i + 1, word, len);
	case AFTER_MARK:    return stands_before(t, word, len);
	}
	return false;
}

/* Whether what stands beside the space leaves the rule a chance: most spaces of a text need no look at any word. */
static bool may_match(const struct around *t, enum custom custom)
{
	uint32_t before = t->i > 0 ? t->text[t->i - 1] : 0, after = t->i + 1 < t->n ? t->text[t->i + 1] : 0;

	switch (custom) {
	case PHRASE:        return before == '.' || (t->i + 2 < t->n && t->text[t->i + 2] == '.') ||	/* "z. B.", "и др." */
				   (t->i + 3 < t->n && t->text[t->i + 3] == '.');
	case BEFORE_NUMBER: return is_figure(t, t->i + 1);
	case AFTER_NUMBER:  return t->i > 0 && is_figure(t, t->i - 1);
	case AFTER_DAY:     return after_day(t);
	case BEFORE_NAME:   return g_unichar_isupper(after);
	case IN_DATE:
	case INITIALS:      return before == '.';
	default:            return true;
	}
}

static bool rule_is_for(const struct nobreak_rule *r, const char *lang)
{
	const char *l = r->lang;

	while (*l && *l == g_ascii_tolower(*lang)) {
		l++;
		lang++;
	}
	return !*r->lang || (!*l && (*lang == '\0' || *lang == '-'));
}

/* A space between two plain words, the second without a capital: no rule but those about plain words has anything to say. */
static bool between_words(const struct around *t)
{
	uint32_t before = t->i > 0 ? t->text[t->i - 1] : '.', after = t->i + 1 < t->n ? t->text[t->i + 1] : '.';

	return before != '.' && !is_figure(t, t->i - 1) && after >= 'a' && after <= 'z' &&
	       !(t->i + 2 < t->n && t->text[t->i + 2] == '.') && !(t->i + 3 < t->n && t->text[t->i + 3] == '.');
}

struct nobreaks nobreaks_of(const char *lang)
{
	struct nobreaks b = { .lang = lang };

	for (size_t k = 0; k < G_N_ELEMENTS(rules); k++)
		if (rule_is_for(&rules[k], lang)) {
			g_assert(b.n < NOBREAKS_MOST);
			b.rules[b.n++] = &rules[k];
			b.any |= rules[k].custom >= WITH_NEXT;
		}
	return b;
}

uint32_t nobreak_at(const struct nobreaks *customs, const uint32_t *text, size_t n, size_t i)
{
	struct around t = { text, n, i };

	if (!customs->any && between_words(&t))
		return ' ';
	for (size_t k = 0; k < customs->n; k++) {
		const struct nobreak_rule *r = customs->rules[k];

		if (!may_match(&t, r->custom))
			continue;
		for (const char *p = r->words; ; p++) {
			size_t len = strcspn(p, "|");

			if (matches(&t, r->custom, p, len))
				return r->custom >= BEFORE_MARK ? NNBSP : NBSP;
			p += len;
			if (!*p)
				break;
		}
	}
	return ' ';
}
