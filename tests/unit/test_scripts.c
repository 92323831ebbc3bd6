/* tests/unit/test_scripts.c - which script signs are set in, and what keeps its order from left to right. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "text/scripts.h"
#include "text/sequence.h"

/* "Latn:abc Arab:..." of a text in a language. */
static void expect(const char *lang, const char *text, const char *ranges)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct script_range));
	GString *s = g_string_new(NULL);
	guint end = 0;

	scripts_find(text, 0, (guint)strlen(text), script_of_language(lang), found);
	for (guint i = 0; i < found->len; i++) {
		const struct script_range *r = &g_array_index(found, struct script_range, i);
		guint32 iso = g_unicode_script_to_iso15924(r->script);

		assert(r->start == end && r->end > r->start);
		end = r->end;
		g_string_append_printf(s, "[%c%c%c%c:%.*s]", iso >> 24, iso >> 16 & 255, iso >> 8 & 255, iso & 255,
				       (int)(r->end - r->start), text + r->start);
	}
	assert(end == strlen(text));
	if (strcmp(s->str, ranges) != 0) {
		fprintf(stderr, "stands: %s\nwanted: %s\n", s->str, ranges);
		assert(!"ranges");
	}
	g_string_free(s, TRUE);
	g_array_unref(found);
}

static void test_scripts(void)
{
	expect("de", "Kiew 2026 (Ukraine)!", "[Latn:Kiew 2026 (Ukraine)!]");
	/* What stands between two scripts is of the language's; within one it is of that. */
	expect("hi", "Lange Straße 12, Osnabrück। फ़ोन: 0541", "[Latn:Lange Straße 12, Osnabrück][Deva:। फ़ोन: 0541]");
	expect("de", "Київ, Львів: gut", "[Cyrl:Київ, Львів][Latn:: gut]");
	expect("de", "(Київ) ist", "[Latn:(][Cyrl:Київ][Latn:) ist]");
	/* A closing bracket goes with its opening one, wherever it stands. */
	expect("de", "Київ (або Kiew) dort", "[Cyrl:Київ (або][Latn: Kiew][Cyrl:)][Latn: dort]");
	expect("ar", "في (Osnabrück)، هنا", "[Arab:في (][Latn:Osnabrück][Arab:)، هنا]");
	/* Marks stay with their letters, figures alone are of the language. */
	expect("yo", "ọ̀rọ̀", "[Latn:ọ̀rọ̀]");
	expect("ar", "2026", "[Arab:2026]");
	expect("ja", "二人の、ZIVOSです。", "[Hani:二人][Hira:の][Hani:、][Latn:ZIVOS][Hira:です][Hani:。]");
	expect("ko", "창가(窓)에", "[Hang:창가(][Hani:窓][Hang:)에]");
}

static void sequence(const char *text, const char *found)
{
	size_t n = 0, at = 0, len = strlen(text);

	while (at < len && !(n = sequence_length(text, at, len)))
		at++;
	if (n != strlen(found) || strncmp(text + at, found, n) != 0) {
		fprintf(stderr, "%s: found \"%.*s\" instead of \"%s\"\n", text, (int)n, text + at, found);
		assert(!"sequence");
	}
}

static void test_sequences(void)
{
	sequence("Tel. 0541 123 45-67, heute", "0541 123 45-67");
	sequence("+49 541 12345.", "+49 541 12345");
	sequence("(0541) 12 34 56", "(0541) 12 34 56");
	sequence("1 250 000 Euro", "1 250 000");
	sequence("\xdb\xb0\xdb\xb5\xdb\xb4 \xdb\xb1\xdb\xb2\xdb\xb3", "\xdb\xb0\xdb\xb5\xdb\xb4 \xdb\xb1\xdb\xb2\xdb\xb3");
	sequence("an tisch@example.org.", "tisch@example.org");
	sequence("https://example.org/ar/2026/", "https://example.org/ar/2026/");
	sequence("www.example.org!", "www.example.org");
	/* Ranges, dates and years follow the text, a single number needs nothing. */
	sequence("17:00-19:30", "");
	sequence("2024-2025", "");
	sequence("(2019)", "");
	sequence("(2019) 35", "");
	sequence("2019 35", "");
	sequence("5-3", "");
	sequence("a@b", "");
	sequence("", "");
}

int main(void)
{
	test_scripts();
	test_sequences();
	return 0;
}
