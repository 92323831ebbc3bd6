/* src/text/customs.c - the table. */
#include "text/customs.h"
#include <glib.h>
#include <string.h>

/*
 * Marks that print accepts beside CLDR's first choice stand in open and close: German books turn the guillemets
 * in (»…«), Swiss ones out; Arabic print uses «…» or ”…“. ’ closes and is the apostrophe.
 */
static const struct customs table[] = {
	/* lang    quotes            open        close      zeros      dash */
	{ "de",      "„“‚‘",        "„‚»›",     "“‘«‹’",    "0",        " – " },
	{ "de-CH",   "«»‹›",        "«‹„‚",     "»›“‘’",    "0",        " – " },
	{ "en",      "“”‘’",        "“‘",       "”’",       "0",        "—" },
	{ "en-GB",   "‘’“”",        "“‘",       "”’",       "0",        " – " },
	{ "fr",      "«»“”",        "«‹“‘",     "»›”’",     "0",        " – " },
	{ "es",      "«»“”",        "«‹“‘",     "»›”’",     "0",        " —" },
	{ "pt",      "«»“”",        "«‹“‘",     "»›”’",     "0",        " – " },
	{ "it",      "«»“”",        "«‹“‘",     "»›”’",     "0",        " – " },
	{ "nl",      "‘’“”",        "“‘„‚",     "”’",       "0",        " – " },
	{ "tr",      "“”‘’",        "“‘",       "”’",       "0",        " – " },
	{ "pl",      "„”«»",        "„‚«»",     "”’»«",     "0",        " – " },
	{ "ro",      "„”«»",        "„«",       "”»’",      "0",        " – " },
	{ "sq",      "«»“”",        "«“„‘",     "»”“’",     "0",        " – " },
	{ "sr",      "„“‚‘",        "„‚»‘",     "“”‘’«",    "0",        " – " },
	{ "hr",      "„”‚’",        "„‚»‘",     "”“’«",     "0",        " – " },
	{ "bs",      "„”‘’",        "„‚»‘",     "”“’«",     "0",        " – " },
	{ "cs",      "„“‚‘",        "„‚»›",     "“‘«‹’",    "0",        " – " },
	{ "sk",      "„“‚‘",        "„‚»›",     "“‘«‹’",    "0",        " – " },
	{ "hu",      "„”»«",        "„»",       "”«’",      "0",        " – " },
	{ "ru",      "«»„“",        "«„",       "»“’",      "0",        " — " },
	{ "uk",      "«»„“",        "«„",       "»“”’",     "0",        " — " },
	{ "be",      "«»„“",        "«„",       "»“’",      "0",        " — " },
	{ "bg",      "„“‚‘",        "„‚«",      "“‘»’",     "0",        " – " },
	{ "mk",      "„“‚‘",        "„‚",       "“‘’",      "0",        " – " },
	{ "el",      "«»“”",        "«“‘",      "»”’",      "0",        " – " },
	{ "ka",      "„“«»",        "„«",       "“»’",      "0",        " – " },
	{ "hy",      "«»“”",        "«“",       "»”’",      "0",        " – " },
	{ "ar",      "«»”“",        "«”‘’“",    "»“’‘”",    "٠0",       " – " },
	{ "ckb",     "«»‹›",        "«‹”“",     "»›“”",     "٠0",       " – " },
	{ "fa",      "«»‹›",        "«‹",       "»›",       "۰0",       " – " },
	{ "prs",     "«»‹›",        "«‹",       "»›",       "۰0",       " – " },
	{ "ps",      "«»‹›",        "«‹”“",     "»›“”",     "۰0",       " – " },
	{ "ur",      "”“’‘",        "”’“‘«",    "“‘”’»",    "۰0",       " – " },
	{ "he",      "”“’‘",        "„”“‚’‘",   "”“’‘",     "0",        " – " },
	{ "yi",      "„”‚’",        "„”“‚’‘",   "”“’‘",     "0",        " – " },
	{ "am",      "«»‹›",        "«‹“‘",     "»›”’",     "0",        " – " },
	{ "ti",      "«»‹›",        "«‹“‘",     "»›”’",     "0",        " – " },
	{ "zgh",     "«»„”",        "«„",       "»”’",      "0",        " – " },
	{ "kab",     "«»“”",        "«“",       "»”’",      "0",        " – " },
	{ "hi",      "“”‘’",        "“‘",       "”’",       "0०",       " – " },
	{ "ne",      "“”‘’",        "“‘",       "”’",       "०0",       " – " },
	{ "mr",      "“”‘’",        "“‘",       "”’",       "०0",       " – " },
	{ "bn",      "“”‘’",        "“‘",       "”’",       "০0",       " – " },
	{ "pa",      "“”‘’",        "“‘",       "”’",       "0੦",       " – " },
	{ "ta",      "“”‘’",        "“‘",       "”’",       "0௦",       " – " },
	{ "th",      "“”‘’",        "“‘",       "”’",       "0๐",       " – " },
	{ "lo",      "“”‘’",        "“‘",       "”’",       "0໐",       " – " },
	{ "km",      "“”‘’",        "“‘«",      "”’»",      "០0",       " – " },
	{ "my",      "“”‘’",        "“‘",       "”’",       "၀0",       " – " },
	{ "rhg",     "“”‘’",        "“‘",       "”’",       "𐴰0",       " – " },
	{ "zh",      "“”‘’",        "“‘「『《〈【", "”’」』》〉】", "0０",   "——" },
	{ "zh-Hant", "「」『』",    "「『《〈【“‘", "」』》〉】”’", "0０",   "——" },
	{ "ja",      "「」『』",    "「『《〈【“‘〝", "」』》〉】”’〟", "0０", "――" },
	{ "ko",      "“”‘’",        "“‘「『《〈", "”’」』》〉", "0",      " – " },
	{ "",        "“”‘’",        "“‘«‹„‚",   "”’»›“‘",   "0",        " – " },
};

/* Between blanks: "wrong=right", or "wrong" alone where there is no telling what was meant. */
static const struct { const char *lang; enum slip_kind kind; const char *slips; } slips[] = {
	/* Persian, Urdu and Kurdish have kaf, yeh and heh of their own (ISIRI 6219, Urdu Zabta Takhti, the Kurdish Academy's
	 * alphabet); Arabic keyboards give others that look the same in some places of a word only. Pashto has both yehs. */
	{ "fa",  SLIP_LETTER, "ي=ی ك=ک ى=ی" },
	{ "prs", SLIP_LETTER, "ي=ی ك=ک ى=ی" },
	{ "ps",  SLIP_LETTER, "ك=ک" },
	{ "ur",  SLIP_LETTER, "ي=ی ك=ک ى=ی ه=ہ" },
	{ "ckb", SLIP_LETTER, "ي=ی ك=ک ى=ی ة=ە" },
	{ "ar",  SLIP_LETTER, "ی=ي ک=ك ہ=ه ے=ي ە=ه" },
	/* Cyrillic alphabets (each language's own orthography): letters of a neighbour. */
	{ "uk",  SLIP_LETTER, "ы э ъ ё Ы Э Ъ Ё ў Ў" },
	{ "ru",  SLIP_LETTER, "і ї є ґ ў І Ї Є Ґ Ў" },
	{ "be",  SLIP_LETTER, "и щ ъ ї є ґ И Щ Ъ Ї Є Ґ" },
	{ "bg",  SLIP_LETTER, "ы э ё і ї є Ы Э Ё І Ї Є" },
	{ "sr",  SLIP_LETTER, "й=ј щ ъ ы ь э ю я ё Й=Ј Щ Ъ Ы Ь Э Ю Я Ё" },
	{ "mk",  SLIP_LETTER, "й=ј щ ъ ы ь э ю я ё ђ=ѓ ћ=ќ Й=Ј Щ Ъ Ы Ь Э Ю Я Ё Ђ=Ѓ Ћ=Ќ" },
	/* Latin: letters that look nearly the same. Romanian: cedilla for comma below, one code point in Unicode before 3.0. */
	{ "ro",  SLIP_LETTER, "ş=ș ţ=ț Ş=Ș Ţ=Ț" },
	{ "hr",  SLIP_LETTER, "ð=đ Ð=Đ" },
	{ "bs",  SLIP_LETTER, "ð=đ Ð=Đ" },
	{ "sr-Latn", SLIP_LETTER, "ð=đ Ð=Đ" },
	{ "vi",  SLIP_LETTER, "ð=đ Ð=Đ" },
	/* Typed on a Turkish keyboard; Bedir Khan's alphabet has i and î, no ı and no ğ. */
	{ "kmr", SLIP_LETTER, "ı=i İ=I ğ Ğ" },
	{ "ku",  SLIP_LETTER, "ı=i İ=I ğ Ğ" },
	/* Greek letters that stand in for those of the Amazigh Latin alphabet. */
	{ "kab", SLIP_LETTER, "ε=ɛ γ=ɣ Σ=Ɛ Γ=Ɣ" },
	{ "de",  SLIP_LETTER, "β=ß" },
	/* A pipe for the danda (W3C, Indic layout requirements). */
	{ "hi",  SLIP_TYPING, "|=।" }, { "ne", SLIP_TYPING, "|=।" }, { "mr", SLIP_TYPING, "|=।" },
	{ "bn",  SLIP_TYPING, "|=।" }, { "pa", SLIP_TYPING, "|=।" },
	/* Two word spaces for the full stop (W3C, Ethiopic layout requirements). */
	{ "am",  SLIP_TYPING, "፡፡=። ::=።" }, { "ti", SLIP_TYPING, "፡፡=። ::=።" },
	/* Two sara e for sara ae; nikhahit and sara aa for sara am (Unicode, chapter 16.1). */
	{ "th",  SLIP_TYPING, "เเ=แ ํา=ำ" },
	{ "lo",  SLIP_TYPING, "ເເ=ແ ໍາ=ຳ" },
	/* Armenian ends a sentence with a sign of its own. */
	{ "hy",  SLIP_TYPING, ":=։" },
	{ "ja",  SLIP_TYPING, "...=…… ｡=。 ､=、" },
	{ "zh",  SLIP_TYPING, "...=……" },
	{ "",    SLIP_TYPING, "...=… --=– ´=’ `=’ <<=« >>=» ,,=„ ''=”" },
};

static size_t prefix(const char *lang, const char *tag)
{
	size_t n = strlen(tag);

	return !g_ascii_strncasecmp(lang, tag, n) && (n == 0 || lang[n] == 0 || lang[n] == '-') ? n + 1 : 0;
}

const struct customs *customs_of(const char *lang)
{
	const struct customs *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		size_t n = prefix(lang, table[i].lang);

		if (n > most) {
			most = n;
			best = &table[i];
		}
	}
	return best;
}

/* The slip of a list that stands at s: its wrong and right part, by bytes. */
static bool find_slip(const char *list, const char *s, size_t *from, size_t *wrong, size_t *right)
{
	for (const char *p = list; *p; p += *p == ' ') {
		size_t n = strcspn(p, " "), w = strcspn(p, "= ");

		if (!strncmp(p, s, w)) {
			*from = (size_t)(p - list);
			*wrong = w;
			*right = n > w ? n - w - 1 : 0;
			return true;
		}
		p += n;
	}
	return false;
}

bool customs_slip(const char *lang, unsigned before, const char *s, struct slip *out)
{
	for (size_t i = 0; i < G_N_ELEMENTS(slips); i++) {
		size_t from, wrong, right;

		if (!prefix(lang, slips[i].lang) || !find_slip(slips[i].slips, s, &from, &wrong, &right))
			continue;
		/* A colon between figures is one; three dots after a dot are a row of them. */
		if ((*s == ':' && !g_unichar_isalpha(before)) || (*s == '.' && (before == '.' || s[3] == '.')))
			continue;
		out->kind = slips[i].kind;
		g_snprintf(out->wrong, sizeof out->wrong, "%.*s", (int)wrong, slips[i].slips + from);
		g_snprintf(out->right, sizeof out->right, "%.*s", (int)right, slips[i].slips + from + wrong + (right ? 1 : 0));
		return true;
	}
	return false;
}
