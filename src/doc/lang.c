/*
 * src/doc/lang.c - languages: the script they are written in, and their own name.
 *
 * The list holds what people in Osnabrück write; a language that is not in it
 * can still be set when its tag says the script ("mnk-Latn").
 */
#include <glib.h>
#include <string.h>
#include "doc/issue.h"

/* The longest tag that is a prefix of the author's, at a hyphen, counts. */
static const struct language { const char *tag, *script, *name; } languages[] = {
	{ "aii", "Syrc", "ܣܘܪܬ" },
	{ "am", "Ethi", "አማርኛ" },
	{ "ar", "Arab", "العربية" },
	{ "arc", "Syrc", "ܐܪܡܝܐ" },
	{ "az", "Latn", "Azərbaycanca" },
	{ "be", "Cyrl", "Беларуская" },
	{ "bg", "Cyrl", "Български" },
	{ "bn", "Beng", "বাংলা" },
	{ "bs", "Latn", "Bosanski" },
	{ "ca", "Latn", "Català" },
	{ "ckb", "Arab", "کوردیی ناوەندی" },
	{ "cs", "Latn", "Čeština" },
	{ "da", "Latn", "Dansk" },
	{ "de", "Latn", "Deutsch" },
	{ "el", "Grek", "Ελληνικά" },
	{ "en", "Latn", "English" },
	{ "es", "Latn", "Español" },
	{ "et", "Latn", "Eesti" },
	{ "fa", "Arab", "فارسی" },
	{ "ff", "Latn", "Fulfulde" },
	{ "fi", "Latn", "Suomi" },
	{ "fr", "Latn", "Français" },
	{ "ha", "Latn", "Hausa" },
	{ "he", "Hebr", "עברית" },
	{ "hi", "Deva", "हिन्दी" },
	{ "hr", "Latn", "Hrvatski" },
	{ "hu", "Latn", "Magyar" },
	{ "hy", "Armn", "Հայերեն" },
	{ "id", "Latn", "Bahasa Indonesia" },
	{ "ig", "Latn", "Igbo" },
	{ "it", "Latn", "Italiano" },
	{ "ja", "Jpan", "日本語" },
	{ "ka", "Geor", "ქართული" },
	{ "kab", "Latn", "Taqbaylit" },
	{ "kk", "Cyrl", "Қазақша" },
	{ "km", "Khmr", "ភាសាខ្មែរ" },
	{ "kmr", "Latn", "Kurmancî" },
	{ "ko", "Kore", "한국어" },
	{ "ku", "Latn", "Kurdî" },
	{ "ku-Arab", "Arab", "کوردی" },
	{ "la", "Latn", "Latina" },
	{ "ln", "Latn", "Lingála" },
	{ "lo", "Laoo", "ລາວ" },
	{ "lt", "Latn", "Lietuvių" },
	{ "lv", "Latn", "Latviešu" },
	{ "mk", "Cyrl", "Македонски" },
	{ "mr", "Deva", "मराठी" },
	{ "my", "Mymr", "မြန်မာ" },
	{ "nb", "Latn", "Norsk" },
	{ "nds", "Latn", "Plattdüütsch" },
	{ "ne", "Deva", "नेपाली" },
	{ "nl", "Latn", "Nederlands" },
	{ "no", "Latn", "Norsk" },
	{ "om", "Latn", "Afaan Oromoo" },
	{ "pa", "Guru", "ਪੰਜਾਬੀ" },
	{ "pa-Arab", "Arab", "پنجابی" },
	{ "pl", "Latn", "Polski" },
	{ "prs", "Arab", "دری" },
	{ "ps", "Arab", "پښتو" },
	{ "pt", "Latn", "Português" },
	{ "rhg", "Rohg", "𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝" },
	{ "rhg-Latn", "Latn", "Ruáingga" },
	{ "rmn", "Latn", "Romani" },
	{ "ro", "Latn", "Română" },
	{ "rom", "Latn", "Romani" },
	{ "ru", "Cyrl", "Русский" },
	{ "rw", "Latn", "Ikinyarwanda" },
	{ "sdh", "Arab", "کوردی خوارگ" },
	{ "si", "Sinh", "සිංහල" },
	{ "sk", "Latn", "Slovenčina" },
	{ "sl", "Latn", "Slovenščina" },
	{ "sn", "Latn", "ChiShona" },
	{ "so", "Latn", "Soomaali" },
	{ "sq", "Latn", "Shqip" },
	{ "sr", "Cyrl", "Српски" },
	{ "sr-Latn", "Latn", "Srpski" },
	{ "sv", "Latn", "Svenska" },
	{ "sw", "Latn", "Kiswahili" },
	{ "syr", "Syrc", "ܣܘܪܝܝܐ" },
	{ "ta", "Taml", "தமிழ்" },
	{ "tg", "Cyrl", "Тоҷикӣ" },
	{ "th", "Thai", "ไทย" },
	{ "ti", "Ethi", "ትግርኛ" },
	{ "tig", "Ethi", "ትግሬ" },
	{ "tl", "Latn", "Tagalog" },
	{ "tr", "Latn", "Türkçe" },
	{ "tru", "Syrc", "ܣܘܪܝܬ" },
	{ "tru-Latn", "Latn", "Surayt" },
	{ "tzm", "Tfng", "ⵜⴰⵎⴰⵣⵉⵖⵜ" },
	{ "uk", "Cyrl", "Українська" },
	{ "ur", "Arab", "اردو" },
	{ "uz", "Latn", "Oʻzbekcha" },
	{ "vi", "Latn", "Tiếng Việt" },
	{ "wo", "Latn", "Wolof" },
	{ "yi", "Hebr", "ייִדיש" },
	{ "yo", "Latn", "Yorùbá" },
	{ "zgh", "Tfng", "ⵜⴰⵎⴰⵣⵉⵖⵜ" },
	{ "zh", "Hans", "中文" },
	{ "zh-Hant", "Hant", "繁體中文" },
	{ "zh-HK", "Hant", "繁體中文" },
	{ "zh-MO", "Hant", "繁體中文" },
	{ "zh-TW", "Hant", "繁體中文" },
};

static const struct script { const char *code; bool rtl; } scripts[] = {
	{ "Arab", true }, { "Armn", false }, { "Beng", false }, { "Cyrl", false }, { "Deva", false },
	{ "Ethi", false }, { "Geor", false }, { "Grek", false }, { "Guru", false }, { "Hans", false },
	{ "Hant", false }, { "Hebr", true }, { "Jpan", false }, { "Khmr", false }, { "Kore", false },
	{ "Laoo", false }, { "Latn", false }, { "Mymr", false }, { "Rohg", true }, { "Sinh", false },
	{ "Syrc", true }, { "Taml", false }, { "Tfng", false }, { "Thai", false },
};

/* Length of prefix if tag is it or goes on with a hyphen, else 0. */
static size_t prefix_length(const char *tag, const char *prefix)
{
	size_t n = strlen(prefix);

	if (g_ascii_tolower(*tag) != *prefix)	/* most are others' */
		return 0;
	if (g_ascii_strncasecmp(tag, prefix, n) != 0 || (tag[n] != '\0' && tag[n] != '-'))
		return 0;
	return n;
}

static const struct language *find_language(const char *tag)
{
	const struct language *best = NULL;
	size_t longest = 0;

	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		size_t n = prefix_length(tag, languages[i].tag);

		if (n > longest) {
			longest = n;
			best = &languages[i];
		}
	}
	return best;
}

/* The script that the tag itself names: its second part, four letters. *unknown: it names another one. */
static const struct script *tagged_script(const char *tag, bool *unknown)
{
	const char *part = strchr(tag, '-');

	*unknown = false;
	if (!part || strcspn(part + 1, "-") != 4 || g_ascii_isdigit(part[1]))
		return NULL;
	for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
		if (g_ascii_strncasecmp(scripts[i].code, part + 1, 4) == 0)
			return &scripts[i];
	*unknown = true;
	return NULL;
}

bool lang_is_known(const char *lang)
{
	bool unknown;
	const struct script *s = tagged_script(lang, &unknown);

	return !unknown && (s || find_language(lang));
}

const char *lang_script(const char *lang)
{
	bool unknown;
	const struct script *s = tagged_script(lang, &unknown);
	const struct language *l = find_language(lang);

	return s ? s->code : l ? l->script : "Latn";
}

bool lang_is_rtl(const char *lang)
{
	const char *code = lang_script(lang);

	for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
		if (strcmp(scripts[i].code, code) == 0)
			return scripts[i].rtl;
	return false;
}

const char *lang_name(const char *lang)
{
	const struct language *l = find_language(lang);

	return l ? l->name : lang;
}
