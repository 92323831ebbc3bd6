/* tests/unit/test_numeral.c - numbers as languages write them. */
#include "text/numeral.h"
#include <glib.h>
#include <stdio.h>
#include <string.h>

static int failures, cases;

static void is(enum numeral kind, int n, const char *lang, const char *want)
{
	char *got = numeral_write(kind, n, lang);

	printf("%s %d - %d in %s is %s\n", strcmp(got, want) ? "not ok" : "ok", ++cases, n, lang, want);
	if (strcmp(got, want)) {
		printf("# got %s\n", got);
		failures = 1;
	}
	g_free(got);
}

int main(void)
{
	is(NUMERAL_LATIN, 47, "fa", "47");
	is(NUMERAL_CUSTOM, 47, "de", "47");
	is(NUMERAL_CUSTOM, 47, "ar", "٤٧");
	is(NUMERAL_CUSTOM, 47, "fa", "۴۷");
	is(NUMERAL_CUSTOM, 47, "hi", "47");
	is(NUMERAL_CUSTOM, 47, "ne", "४७");
	is(NUMERAL_CUSTOM, 0, "ckb", "٠");
	is(NUMERAL_NATIVE, 47, "hi", "४७");
	is(NUMERAL_NATIVE, 47, "bn", "৪৭");
	is(NUMERAL_NATIVE, 47, "th", "๔๗");
	is(NUMERAL_NATIVE, 47, "de", "47");
	is(NUMERAL_NATIVE, 47, "ku-Arab", "٤٧");
	is(NUMERAL_NATIVE, 1, "ti", "፩");
	is(NUMERAL_NATIVE, 47, "am", "፵፯");
	is(NUMERAL_NATIVE, 100, "am", "፻");
	is(NUMERAL_NATIVE, 2026, "am", "፳፻፳፮");
	is(NUMERAL_NATIVE, 1, "zh", "一");
	is(NUMERAL_NATIVE, 10, "zh", "十");
	is(NUMERAL_NATIVE, 12, "zh", "十二");
	is(NUMERAL_NATIVE, 20, "zh-Hant", "二十");
	is(NUMERAL_NATIVE, 205, "zh", "二百零五");
	is(NUMERAL_NATIVE, 110, "ja", "一百一十");
	is(NUMERAL_NATIVE, 1001, "zh", "一千零一");
	is(NUMERAL_NATIVE, 0, "zh", "0");
	is(NUMERAL_LETTER, 1, "de", "a");
	is(NUMERAL_LETTER, 26, "de", "z");
	is(NUMERAL_LETTER, 27, "de", "aa");
	is(NUMERAL_LETTER, 703, "de", "aaa");
	is(NUMERAL_LETTER, 3, "ar", "ج");
	is(NUMERAL_LETTER, 3, "fa", "پ");
	is(NUMERAL_LETTER, 15, "he", "טו");
	is(NUMERAL_LETTER, 16, "he", "טז");
	is(NUMERAL_LETTER, 118, "he", "קיח");
	is(NUMERAL_LETTER, 4, "uk", "г");
	is(NUMERAL_LETTER, 2, "sr-Latn", "b");
	is(NUMERAL_LETTER, 10, "ti", "ቐ");
	is(NUMERAL_LETTER, 0, "de", "0");
	is(NUMERAL_NATIVE, 9999, "he", "ט׳תתקצט");
	is(NUMERAL_NATIVE, 10000, "he", "10000");
	is(NUMERAL_LETTER, 99999, "he", "99999");
	is(NUMERAL_NATIVE, 9999, "zh", "九千九百九十九");
	is(NUMERAL_NATIVE, 12345, "zh", "12345");
	is(NUMERAL_NATIVE, 47000, "bn", "47000");
	is(NUMERAL_LETTER, 2, "zgh", "2");
	printf("1..%d\n", cases);
	return failures;
}
