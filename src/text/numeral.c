/* src/text/numeral.c - tables of zeros and alphabets, and the systems that are no row of digits. */
#include "text/numeral.h"
#include <glib.h>
#include <stdint.h>
#include <string.h>
#include "doc/issue.h"			/* lang_script() */

/* Digits that are usual in running text; a language that is not here has 0 to 9. */
static const struct { const char *lang; uint32_t zero; } usual[] = {
	{ "ar", 0x660 }, { "ckb", 0x660 }, { "sdh", 0x660 }, { "fa", 0x6f0 }, { "prs", 0x6f0 }, { "ps", 0x6f0 }, { "ur", 0x6f0 },
	{ "ne", 0x966 }, { "mr", 0x966 }, { "bn", 0x9e6 }, { "my", 0x1040 }, { "rhg", 0x10d30 },
};

/* The script's own, where the language has no usual ones. */
static const struct { const char *script; uint32_t zero; } native[] = {
	{ "Arab", 0x660 }, { "Beng", 0x9e6 }, { "Deva", 0x966 }, { "Guru", 0xa66 }, { "Khmr", 0x17e0 }, { "Laoo", 0xed0 },
	{ "Mymr", 0x1040 }, { "Rohg", 0x10d30 }, { "Taml", 0xbe6 }, { "Thai", 0xe50 },
};

/* By language first, then by script. */
static const struct { const char *of, *letters; } alphabets[] = {
	{ "be", "а б в г д е ж з і к л м н о п р с т у ф х ц ч ш э ю я" },
	{ "bg", "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ю я" },
	{ "mk", "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш" },
	{ "sr", "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш" },
	{ "uk", "а б в г д е є ж з и і к л м н о п р с т у ф х ц ч ш щ ю я" },
	{ "Cyrl", "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я" },
	{ "fa", "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی" },
	{ "prs", "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی" },
	{ "ps", "الف ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک ګ ل م ن ڼ و ه ی" },
	{ "ckb", "ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن و ه ی" },
	{ "ur", "الف ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ہ ی" },
	{ "Arab", "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ" },
	{ "am", "ሀ ለ ሐ መ ሠ ረ ሰ ሸ ቀ በ ተ ቸ ኀ ነ ኘ አ ከ ኸ ወ ዐ ዘ ዠ የ ደ ጀ ገ ጠ ጨ ጰ ጸ ፀ ፈ ፐ" },
	{ "Ethi", "ሀ ለ ሐ መ ሠ ረ ሰ ሸ ቀ ቐ በ ተ ቸ ኀ ነ ኘ አ ከ ኸ ወ ዐ ዘ ዠ የ ደ ጀ ገ ጠ ጨ ጰ ጸ ፀ ፈ ፐ" },
	{ "Latn", "a b c d e f g h i j k l m n o p q r s t u v w x y z" },
	{ "Grek", "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω" },
	{ "Armn", "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք" },
	{ "Geor", "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ" },
	{ "Syrc", "ܐ ܒ ܓ ܕ ܗ ܘ ܙ ܚ ܛ ܝ ܟ ܠ ܡ ܢ ܣ ܥ ܦ ܨ ܩ ܪ ܫ ܬ" },
	{ "Deva", "क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह" },
	{ "Beng", "ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ঢ ণ ত থ দ ধ ন প ফ ব ভ ম য র ল শ ষ স হ" },
	{ "Guru", "ੳ ਅ ੲ ਸ ਹ ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ" },
	{ "Taml", "அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ" },
	{ "Thai", "ก ข ค ง จ ฉ ช ซ ฌ ญ ฎ ฏ ฐ ฑ ฒ ณ ด ต ถ ท ธ น บ ป ผ ฝ พ ฟ ภ ม ย ร ล ว ศ ษ ส ห ฬ อ ฮ" },
	{ "Laoo", "ກ ຂ ຄ ງ ຈ ສ ຊ ຍ ດ ຕ ຖ ທ ນ ບ ປ ຜ ຝ ພ ຟ ມ ຢ ຣ ລ ວ ຫ ອ ຮ" },
	{ "Khmr", "ក ខ គ ឃ ង ច ឆ ជ ឈ ញ ដ ឋ ឌ ឍ ណ ត ថ ទ ធ ន ប ផ ព ភ ម យ រ ល វ ស ហ ឡ អ" },
	{ "Mymr", "က ခ ဂ ဃ င စ ဆ ဇ ဈ ည ဋ ဌ ဍ ဎ ဏ တ ထ ဒ ဓ န ပ ဖ ဗ ဘ မ ယ ရ လ ဝ သ ဟ ဠ အ" },
	{ "Hans", "甲 乙 丙 丁 戊 己 庚 辛 壬 癸" }, { "Hant", "甲 乙 丙 丁 戊 己 庚 辛 壬 癸" },
	{ "Jpan", "ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ" },
	{ "Kore", "가 나 다 라 마 바 사 아 자 차 카 타 파 하" },
};

static bool is_language(const char *lang, const char *tag)
{
	size_t n = strlen(tag);
	return !g_ascii_strncasecmp(lang, tag, n) && (lang[n] == '\0' || lang[n] == '-');
}

static uint32_t usual_zero(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
		if (is_language(lang, usual[i].lang))
			return usual[i].zero;
	return '0';
}

static uint32_t native_zero(const char *lang)
{
	uint32_t zero = usual_zero(lang);

	for (size_t i = 0; i < G_N_ELEMENTS(native) && zero == '0'; i++)
		if (!strcmp(native[i].script, lang_script(lang)))
			zero = native[i].zero;
	return zero;
}

static void put_digits(GString *s, int n, uint32_t zero)
{
	char latin[16];

	g_snprintf(latin, sizeof latin, "%d", n);
	for (const char *d = latin; *d; d++)
		g_string_append_unichar(s, *d == '-' ? '-' : zero + (uint32_t)(*d - '0'));
}

/* Tens and units have a sign each, and every two places one that says hundreds; one alone is not written before it. */
static void put_ethiopic(GString *s, int n)
{
	int high = n / 100, low = n % 100;

	if (high) {
		if (high > 1)
			put_ethiopic(s, high);
		g_string_append_unichar(s, 0x137b);
	}
	if (low / 10)
		g_string_append_unichar(s, 0x1372 + (gunichar)(low / 10 - 1));
	if (low % 10)
		g_string_append_unichar(s, 0x1369 + (gunichar)(low % 10 - 1));
}

/* 二百零五: units between the digits, one nought for places left out, and no one before the ten of 10 to 19. */
static void put_chinese(GString *s, int n)
{
	static const char *const digit[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
	static const struct { int value; const char *unit; } places[] = { { 1000, "千" }, { 100, "百" }, { 10, "十" }, { 1, "" } };
	bool nought = false, begun = false;

	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		int d = n / places[i].value % 10;

		if (d == 0) {
			nought = begun;
			continue;
		}
		if (nought)
			g_string_append(s, digit[0]);
		if (d > 1 || places[i].value != 10 || n >= 20)
			g_string_append(s, digit[d]);
		g_string_append(s, places[i].unit);
		begun = true;
		nought = false;
	}
}

static void put_hebrew(GString *s, int n)
{
	static const char *const units[] = { "", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט" };
	static const char *const tens[] = { "", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ" };
	static const char *const hundreds[] = { "", "ק", "ר", "ש", "ת", "תק", "תר", "תש", "תת", "תתק" };

	if (n >= 1000)
		g_string_append_printf(s, "%s׳", units[n / 1000]);
	g_string_append(s, hundreds[n / 100 % 10]);
	n %= 100;
	if (n == 15 || n == 16)			/* else they would be a name of God */
		g_string_append_printf(s, "ט%s", units[n - 9]);
	else
		g_string_append_printf(s, "%s%s", tens[n / 10], units[n % 10]);
}

static const struct { const char *script; void (*put)(GString *s, int n); } systems[] = {
	{ "Ethi", put_ethiopic }, { "Hans", put_chinese }, { "Hant", put_chinese }, { "Jpan", put_chinese }, { "Hebr", put_hebrew },
};

static bool put_native(GString *s, int n, const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(systems) && n > 0; i++)
		if (!strcmp(systems[i].script, lang_script(lang))) {
			systems[i].put(s, n);
			return true;
		}
	return false;
}

static const char *alphabet_of(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(alphabets); i++)
		if (!strcmp(lang_script(lang), alphabets[i].of) ||
		    (is_language(lang, alphabets[i].of) && !strcmp(lang_script(lang), lang_script(alphabets[i].of))))
			return alphabets[i].letters;
	return NULL;
}

/* The n-th letter, from 1; after the last one, pairs of them. */
static void put_letters(GString *s, char *const *letters, int count, int n)
{
	if (n > count)
		put_letters(s, letters, count, (n - 1) / count);
	g_string_append(s, letters[(n - 1) % count]);
}

static bool put_letter(GString *s, int n, const char *lang)
{
	const char *alphabet = alphabet_of(lang);
	char **letters;

	if (n < 1)
		return false;
	if (!strcmp(lang_script(lang), "Hebr")) {
		put_hebrew(s, n);
		return true;
	}
	if (!alphabet)
		return false;
	letters = g_strsplit(alphabet, " ", -1);
	put_letters(s, letters, (int)g_strv_length(letters), n);
	g_strfreev(letters);
	return true;
}

char *numeral_write(enum numeral kind, int n, const char *lang)
{
	GString *s = g_string_new(NULL);

	if (kind == NUMERAL_LATIN || n > NUMERAL_MOST)
		put_digits(s, n, '0');
	else if (kind == NUMERAL_NATIVE && !put_native(s, n, lang))
		put_digits(s, n, native_zero(lang));
	else if (kind == NUMERAL_CUSTOM || (kind == NUMERAL_LETTER && !put_letter(s, n, lang)))
		put_digits(s, n, usual_zero(lang));
	return g_string_free(s, FALSE);
}
