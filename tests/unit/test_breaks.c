/*
 * tests/unit/test_breaks.c - each tailoring with words that need it.
 *
 * A case writes its text with | where a line may end and ¦ where it must;
 * everywhere else it may not.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "text/breaks.h"

static void check(struct breaker *b, const char *lang, const char *marked)
{
	char text[500] = "", found[1000] = "";
	uint8_t kind[501];
	size_t n = 0, m = 0;

	for (const char *s = marked; *s; s++) {
		if (*s == '|')
			continue;
		if (!strncmp(s, "¦", 2)) {
			s++;
			continue;
		}
		text[n++] = *s;
	}
	breaks_find(b, text, n, lang, kind);
	assert(kind[n] == BREAK_MANDATORY);
	for (size_t i = 0; i < n; i++) {
		const char *mark = kind[i] == BREAK_NO ? "" : kind[i] == BREAK_ALLOWED ? "|" : "¦";

		m += (size_t)sprintf(found + m, "%s%c", mark, text[i]);
	}
	if (strcmp(found, marked)) {
		fprintf(stderr, "%s: want %s\n%s: have %s\n", lang, marked, lang, found);
		abort();
	}
}

#define NBSP "\xc2\xa0"
#define NNBSP "\xe2\x80\xaf"
#define ZWNJ "\xe2\x80\x8c"
#define LS "\xe2\x80\xa8"
#define SHY "\xc2\xad"

int main(void)
{
	static const struct { const char *lang, *marked; } cases[] = {
		{ "de", "Wir |alle |sind |Osnabrück." },
		{ "de", "Deutsch-|Arabisch, |nicht  |mehr" },
		{ "de", "ein" LS "¦Vers" },
		{ "de", "eine\n|Zeile" },
		/* dashes */
		{ "de", "Haus – |so |hieß |es – |war |leer" },
		{ "de", "Haus - |so |hieß" },
		{ "de", "1990–|2015" },
		{ "de", "minus |–5 |Grad" },
		{ "es", "Vamos |—dijo |él—, |ya" },
		{ "en", "word—|word" },
		{ "de", "Wort" NBSP "– |aber" },
		{ "de", "Wort" NBSP "… |aber" },
		{ "zh", "他|说|——|好" },
		/* spaces that do not break */
		{ "de", "z." NBSP "B. |heute" },
		{ "de", "20" NNBSP "% |der" },
		{ "de", "a -" NBSP "b" },
		{ "de", "Wort " NBSP "Wort" },
		/* numbers */
		{ "de", "1 000 |Stück" },
		{ "de", "1 000 000 |Euro" },
		{ "de", "Telefon |0541 123 45-67, |täglich" },
		{ "de", "unter |+49 541 12345 |oder |(0541) 12 34" },
		{ "ar", "الهاتف: |0541 123 45-67، |هنا" },
		{ "fa", "تلفن: |۰۵۴۱ ۱۲۳ ۴۵-۶۷ |است" },
		{ "de", "im |Jahr |2015 |300 |Gäste" },
		{ "de", "am |5. |12. |um |10.30 |Uhr, |3,5 |km" },
		{ "fr", "12 500 |euros" },
		/* French */
		{ "fr", "Quoi ! |Non ; |si : |« oui » |dit-|il ?" },
		{ "de", "»Wie |bitte?«, |sagt |er" },
		/* Indic, Thai, Ethiopic */
		{ "hi", "यह |घर |है । |वह |आया ॥" },
		{ "th", "ต่างๆ |กัน" },
		{ "th", "ต่าง ๆ |กัน" },	/* after a space, too */
		/* dictionaries; what an author puts in counts */
		{ "th", "ภาษา|ไทย" },
		{ "lo", "ພາສາ|ລາວ" },
		{ "lo", "ຊ້າ ໆ" },
		{ "km", "ខ្ញុំ|ស្រឡាញ់|ភាសា។" },
		{ "km", "ភាសា" "\xe2\x80\x8b" "|ខ្មែរ ។" },
		{ "my", "လူ|တိုင်း|သည်|တူညီ|လွတ်လပ်|သော" },
		{ "th", "ภาษา" "\xe2\x81\xa0" "ไทย" },
		/* kinsoku: none before a closing mark, none after an opening one */
		{ "zh-Hans", "他|说：|“好。”|（是|的）！" },
		{ "zh-Hant", "「好」，|他|說……|是" },
		{ "ja", "（東|京）、|「大|阪」。" },
		{ "ja", "コー|ヒー" },
		{ "am", "ሰላም፡|ለዓለም፡፡ |ቃል ።" },
		{ "ti", "ሓደ ፣ |ክልተ" },
		/* Persian */
		{ "fa", "می" ZWNJ "روم |خانه" },
		/* Japanese, Korean */
		{ "ja", "がっ|こ|う" },
		{ "ko", "대한민국은 |민주공화국이다. |(서울)은" },
		{ "ko", "인천-|서울" },
		/* addresses */
		{ "de", "Mehr: |https://|www.|zivos.|de/|aktuell/|heft-|12?a=b&c |hier" },
		{ "de", "(www.|zivos.|de/|x)." },
		{ "de", "an |redaktion.|os@|zivos-|heft.|de, |bitte" },
		{ "zh", "看|https://|a.|cn/|b。|好" },
		{ "de", "und/|oder" },
		/* soft hyphens are ICU's */
		{ "de", "Kanz" SHY "|ler" },
	};
	struct breaker *b = breaker_new();
	uint8_t at[40];
	const char *family = "a\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" "e\xcc\x81";

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check(b, cases[i].lang, cases[i].marked);
	check(b, "lo", "");

	graphemes_find(b, family, strlen(family), at);
	for (size_t i = 0; i <= strlen(family); i++)
		assert(at[i] == (i == 0 || i == 1 || i == 12 || i == 15));
	breaker_free(b);
	breaker_free(NULL);
	return 0;
}
