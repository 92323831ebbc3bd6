/*
 * tests/unit/test_hyphen.c - the format with dictionaries written here, then
 * words in the installed ones. A case writes the points as 1, 2, 3.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "text/hyphen.h"

static void check(const struct hyphen *h, const char *marked)
{
	char word[300] = "", found[600] = "";
	uint8_t points[300];
	size_t n = 0, m = 0, want = 0, got;

	for (const char *s = marked; *s; s++) {
		if (g_ascii_isdigit(*s))
			want++;
		else
			word[n++] = *s;
	}
	got = hyphen_word(h, word, n, points);
	for (size_t i = 0; i < n; i++) {
		if (points[i])
			found[m++] = (char)('0' + points[i]);
		found[m++] = word[i];
	}
	if (strcmp(found, marked) || got != want) {
		fprintf(stderr, "want %s\nhave %s\n", marked, found);
		abort();
	}
}

static struct hyphen *made(const char *text)
{
	char *path = g_build_filename(g_get_tmp_dir(), "zivos-hyphen-XXXXXX", NULL);
	int fd = g_mkstemp(path);
	struct hyphen *h;

	assert(fd >= 0 && g_close(fd, NULL) && g_file_set_contents(path, text, -1, NULL));
	h = hyphen_load(path);
	g_unlink(path);
	g_free(path);
	return h;
}

static void test_format(void)
{
	struct hyphen *h = made("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n"
				"% a remark\n# x1y\na1b\n.a2b\n");

	check(h, "xa2b");
	check(h, "abxa2b");		/* not at the start of a word */
	check(h, "xy");
	hyphen_free(h);

	h = made("UTF-8\n1b\n.a2bc\nä1ö\nc1d/x=y,1,1\ne1r\r\n");
	check(h, "aa2ba");
	check(h, "abcdef");		/* inhibited; the replacement is left out */
	check(h, "xä2öx");		/* offsets are bytes */
	check(h, "XÄ2ÖX");
	check(h, "xa\xcc\x88" "2o\xcc\x88x");	/* decomposed */
	check(h, "xe2rx");
	check(h, "ab");			/* minima 2 and 2 */
	check(h, "aa3ba-aa3ba");	/* a hyphen parts words */
	check(h, "");
	hyphen_free(h);

	/* one byte a letter; compounds in two levels */
	h = made("ISO8859-1\nCOMPOUNDLEFTHYPHENMIN 2\nNOHYPHEN x\nhaus1t\xfcr\nNEXTLEVEL\na1u\na1x\nt1\xfcr\n");
	check(h, "ha3us1tür");
	check(h, "HA3US1TÜR");
	check(h, "ha2us");
	check(h, "haxa2us");		/* none beside x */
	hyphen_free(h);
}

static void test_bad(void)
{
	char longest[3000];
	uint8_t points[3000];
	struct hyphen *h;

	assert(!hyphen_load("/nonexistent"));
	assert(!made("NO-SUCH-CHARSET\na1b\n"));
	h = made("");
	assert(!h);
	h = made("UTF-8");
	check(h, "abc");
	hyphen_free(h);
	/* lines that are too long, not UTF-8, only digits */
	memset(longest, 'a', sizeof longest);
	memcpy(longest, "UTF-8\n", 6);
	memcpy(longest + 2000, "\n\xff\xfe\n123\n\n1b\n", 13);
	h = made(longest);
	check(h, "aa2ba");
	memset(longest, 'b', sizeof longest);
	assert(hyphen_word(h, longest, 255, points) == 252);
	assert(hyphen_word(h, longest, 256, points) == 0 && points[100] == 0);
	assert(hyphen_word(h, "aab\xff" "a", 5, points) == 0);
	assert(hyphen_word(h, "aab\xe2\x80", 5, points) == 0);
	hyphen_free(h);
	hyphen_free(NULL);
	hyphens_free(NULL);
}

static void test_installed(void)
{
	static const struct { const char *lang, *words[8]; } cases[] = {
		{ "de", { "Bun3des1kanz3ler1amt", "Schwarz1wald", "Grö3ßen3ver1hält3nisse", "Straße", "SCHWARZ",
			  "Karp2fen", "drü2ber" } },
		{ "de-AT", { "Schwarz1wald" } },
		{ "en", { "hy2phen2a2tion" } },
		{ "en-US", { "hy2phen2ation" } },
		{ "fr", { "dé2ve2lop2pe2ment", "l'in2tel2li2gence", "l’in2tel2li2gence" } },
		{ "pl", { "książ2ka" } },
		{ "ru-RU", { "Объ2еди2нен2ных", "граж2дан2ства" } },
		{ "uk", { "Об'єд2на2них", "Об’єд2на2них", "за2галь2ній" } },
	};
	static const char *const never[] = { "ar", "fa-AF", "ckb", "he", "vi", "so", "th", "km", "zh-Hans", "ja", "ko",
					     "am", "ti", "pa-Arab", "", "x", "dex" };
	struct hyphens *hs = hyphens_new();
	enum hyphen_state state;
	const char *package;

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const struct hyphen *h = hyphen_find(hs, cases[i].lang, &state, &package);

		assert(package && g_str_has_prefix(package, "hyphen-") && (h != NULL) == (state == HYPHEN_OK));
		assert(h || state == HYPHEN_NOT_INSTALLED);
		assert(h == hyphen_find(hs, cases[i].lang, &state, &package));
		for (size_t k = 0; h && cases[i].words[k]; k++)
			check(h, cases[i].words[k]);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(never); i++)
		assert(!hyphen_find(hs, never[i], &state, &package) && state == HYPHEN_NONE);
	hyphens_free(hs);
}

int main(void)
{
	test_format();
	test_bad();
	test_installed();
	return 0;
}
