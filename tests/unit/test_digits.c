/* tests/unit/test_digits.c - numbers that the program makes follow language and style. */
#include <assert.h>
#include <string.h>
#include "page/compose.h"

static void is(struct composer *c, const char *lang, const struct style *s, int n, const char *wanted)
{
	const char *made = digits_for(c, n, lang, s);

	if (strcmp(made, wanted) != 0)
		g_error("%d in %s: %s instead of %s", n, lang, made, wanted);
}

int main(void)
{
	struct composer c = { .arena = arena_new() };
	const struct style custom = { .digits = DIGITS_CUSTOM }, native = { .digits = DIGITS_NATIVE }, latin = { .digits = DIGITS_LATIN };

	is(&c, "de", &custom, 2026, "2026");
	is(&c, "ar", &custom, 340, "٣٤٠");
	is(&c, "fa-AF", &custom, 45, "۴۵");
	is(&c, "ckb", &custom, 7, "٧");
	is(&c, "my", &custom, 10, "၁၀");
	/* Hindi and Thai have digits of their own, but people mostly use the others. */
	is(&c, "hi", &custom, 12, "12");
	is(&c, "hi", &native, 12, "१२");
	is(&c, "th", &native, 90, "๙๐");
	is(&c, "de", &native, 12, "12");
	is(&c, "ar", &latin, 340, "340");
	/* A tag that only begins alike is another language. */
	is(&c, "arc", &custom, 1, "1");
	arena_free(c.arena);
	return 0;
}
