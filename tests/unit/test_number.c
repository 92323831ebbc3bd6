/* tests/unit/test_number.c - numbers as people of many languages write them. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "doc/number.h"

static const struct { const char *text, *lang; double value; size_t start, mark, end; int decimals; } found[] = {
	{ "231", "de", 231, 0, 3, 3, 0 },
	{ "2,5 %", "de", 2.5, 0, 1, 3, 1 },
	{ "2.5 %", "en", 2.5, 0, 1, 3, 1 },
	{ "12.000", "de", 12000, 0, 6, 6, 0 },
	{ "12.000", "en", 12, 0, 2, 6, 3 },
	{ "12,000", "en", 12000, 0, 6, 6, 0 },
	{ "1.234,56", "de", 1234.56, 0, 5, 8, 2 },
	{ "1'200.50", "de", 1200.5, 0, 5, 8, 2 },
	{ "1 234 567", "fr", 1234567, 0, 9, 9, 0 },
	{ "12 3", "de", 12, 0, 2, 2, 0 },
	{ "etwa 12 Jahre", "de", 12, 5, 7, 7, 0 },
	{ "-3", "de", -3, 0, 2, 2, 0 },
	{ "\xe2\x88\x92" "3,25", "de", -3.25, 0, 4, 7, 2 },
	{ "2019-2020", "de", 2019, 0, 4, 4, 0 },
	{ "U-20", "de", 20, 2, 4, 4, 0 },
	{ "٣٫٥", "ar", 3.5, 0, 2, 6, 1 },
	{ "۱۲٬۳۴۵", "fa", 12345, 0, 12, 12, 0 },
	{ "४२", "hi", 42, 0, 6, 6, 0 },
	{ "3.", "en", 3, 0, 1, 1, 0 },
	{ "1,2,3", "en", 1.2, 0, 1, 3, 1 },
};

static const struct { double value; int decimals; const char *lang; uint32_t zero; const char *text; } written[] = {
	{ 0, 0, "de", '0', "0" },
	{ 2500, 0, "de", '0', "2500" },
	{ 25000, 0, "de", '0', "25.000" },
	{ 25000, 0, "en", '0', "25,000" },
	{ 1234567, 0, "uk", '0', "1\xe2\x80\xaf" "234\xe2\x80\xaf" "567" },
	{ 0.5, 1, "de", '0', "0,5" },
	{ -7.5, 1, "en", '0', "\xe2\x80\x93" "7.5" },
	{ -0.04, 1, "de", '0', "0,0" },
	{ 12.5, 1, "ar", 0x660, "١٢٫٥" },
	{ 12.5, 1, "ar", '0', "12.5" },
	{ 30000, 0, "fa", 0x6f0, "۳۰٬۰۰۰" },
};

int main(void)
{
	struct arena *a = arena_new();
	struct number n;

	for (size_t i = 0; i < sizeof found / sizeof found[0]; i++) {
		bool ok = number_find(found[i].text, strlen(found[i].text), found[i].lang, &n) &&
			  fabs(n.value - found[i].value) < 1e-9 && n.start == found[i].start && n.mark == found[i].mark &&
			  n.end == found[i].end && n.decimals == found[i].decimals;

		if (!ok)
			printf("# %s (%s): %g from %zu, mark %zu, to %zu, %d decimals\n", found[i].text, found[i].lang, n.value,
			       n.start, n.mark, n.end, n.decimals);
		assert(ok);
	}
	assert(!number_find("", 0, "de", &n));
	assert(!number_find("keine Angabe", 12, "de", &n));
	/* Numbers of any length end; those no double holds are none. */
	assert(number_find("1000000000000000", 16, "de", &n) && n.value == NUMBER_MOST);
	assert(number_find("0.99999999999999999999999999999999999999999999999999", 52, "en", &n) && fabs(n.value - 1) < 1e-9);
	assert(!number_find("-1000000000000001", 17, "de", &n));
	assert(!number_find("99999999999999999999999999999999999999999999999999", 50, "de", &n));
	for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
		const char *text = number_write(a, written[i].value, written[i].decimals, written[i].lang, written[i].zero);

		if (strcmp(text, written[i].text) != 0)
			printf("# %g (%s): %s\n", written[i].value, written[i].lang, text);
		assert(strcmp(text, written[i].text) == 0);
	}
	arena_free(a);
	return 0;
}
