/*
 * tests/unit/test_hyphen.c - the format with dictionaries written here, then
 * words in the installed ones. A case writes a point as its quality 1, 2, 3,
 * or as | where any will do.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "base/arena.h"
#include "doc/wordlist.h"
#include "text/dictionaries.h"
#include "text/hyphen.h"
#include "text/patterns.h"

static void check(const struct hyphen *h, const char *marked)
{
	char word[300] = "", found[600] = "";
	uint8_t points[300];
	size_t n = 0, m = 0, want = 0, got;

	for (const char *s = marked; *s; s++) {
		if (g_ascii_isdigit(*s) || *s == '|')
			want++;
		else
			word[n++] = *s;
	}
	got = hyphen_word(h, word, n, 0, 0, points);
	for (size_t i = 0; i < n; i++) {
		if (points[i])
			found[m++] = strchr(marked, '|') ? '|' : (char)('0' + points[i]);
		found[m++] = word[i];
	}
	if (strcmp(found, marked) || got != want) {
		fprintf(stderr, "want %s\nhave %s\n", marked, found);
		abort();
	}
}

static char *file_with(const char *text)
{
	char *path = g_build_filename(g_get_tmp_dir(), "zivos-hyphen-XXXXXX", NULL);
	int fd = g_mkstemp(path);

	assert(fd >= 0 && g_close(fd, NULL) && g_file_set_contents(path, text, -1, NULL));
	return path;
}

static void drop(char *path)
{
	g_unlink(path);
	g_free(path);
}

/* A language that knows these patterns and nothing else. */
static struct hyphen *with(struct patterns *p)
{
	struct hyphen *h = g_new0(struct hyphen, 1);

	h->patterns = p;
	h->lang = "de";
	h->left = p && p->left ? p->left : 2;
	h->right = p && p->right ? p->right : 2;
	return h;
}

static struct patterns *patterns_of(const char *text)
{
	char *path = file_with(text);
	struct patterns *p = patterns_load(path, NULL);

	drop(path);
	return p;
}

static struct hyphen *made(const char *text)
{
	struct patterns *p = patterns_of(text);

	return p ? with(p) : NULL;
}

static void hyphen_free(struct hyphen *h)
{
	patterns_free(h->patterns);
	patterns_free(h->joints);
	g_free(h);
}

static void test_format(void)
{
	struct hyphen *h = made("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n"
				"% a remark\n# x1y\na1b\n.a2b\n");

	check(h, "xa|b");
	check(h, "abxa|b");		/* not at the start of a word */
	check(h, "xy");
	hyphen_free(h);

	h = made("UTF-8\n1b\n.a2bc\nä1ö\nc1d/x=y,1,1\ne1r\r\n");
	check(h, "aa|ba");
	check(h, "abcdef");		/* inhibited; the replacement is left out */
	check(h, "xä|öx");		/* offsets are bytes */
	check(h, "XÄ|ÖX");
	check(h, "xa\xcc\x88" "|o\xcc\x88x");	/* decomposed */
	check(h, "xe|rx");
	check(h, "ab");			/* minima 2 and 2 */
	check(h, "aa|ba-aa|ba");	/* a hyphen parts words */
	check(h, "");
	hyphen_free(h);

	/* one byte a letter; compounds in two levels */
	h = made("ISO8859-1\nCOMPOUNDLEFTHYPHENMIN 2\nNOHYPHEN x\nhaus1t\xfcr\nNEXTLEVEL\na1u\na1x\nt1\xfcr\n");
	check(h, "ha|us|tür");
	check(h, "HA|US|TÜR");
	check(h, "ha|us");
	check(h, "haxa|us");		/* none beside x */
	hyphen_free(h);
}

/* Patterns and exceptions as TeX has them. */
static void test_tex(void)
{
	char *patterns = file_with("1ba\n.x2b\n\xd5\xa1" "1\xd5\xa2\n"), *words = file_with("ba-nana\nxyz\n");
	struct hyphen *h = with(patterns_load_tex(patterns, words, NULL));

	check(h, "aaaa|baaa");
	check(h, "xbaaa|baa");
	check(h, "Ba|nana");
	check(h, "XYZ");
	hyphen_free(h);
	h = with(patterns_load_tex(patterns, "/nonexistent", NULL));
	check(h, "banana");
	hyphen_free(h);
	drop(patterns);
	drop(words);
}

/* A joint reads better than a syllable, and a syllable better than two letters or three. */
static void test_quality(void)
{
	struct hyphen *h = made("UTF-8\nhaus1tür\ngra1fik\nNEXTLEVEL\n1t\n1ba\n1fi\n");
	uint8_t points[40];

	check(h, "ba3ba2ba2ba3bab");
	check(h, "haus1tür");
	check(h, "ba3bagra1fik");
	h->short_parts = "tür hof";		/* "gra" is no part of a compound */
	check(h, "ba3bagra3fik");
	check(h, "haus1tür");
	/* the style may want more than the language */
	assert(hyphen_word(h, "bababababa", 10, 4, 4, points) == 2 && points[4] && points[6]);
	assert(hyphen_word(h, "bababababa", 10, 1, 1, points) == 4 && points[2] && points[8]);
	hyphen_free(h);

	/* one dictionary for the points, another one for the joints */
	h = made("UTF-8\n1tür\n1schlü\n1sel\n");
	h->joints = patterns_of("UTF-8\nhaus1tür1\nhau1stü\nNEXTLEVEL\n");
	check(h, "haus1tür1schlüs3sel");
	hyphen_free(h);
}

static void test_marked(void)
{
	struct arena *a = arena_new();
	struct wordlist *outer = wordlist_new(a, NULL), *w = wordlist_new(a, outer);
	uint8_t p[40];
	const char *m;

	assert(wordlist_add(outer, "de", "Silben-tren-nung"));
	assert(wordlist_add(outer, "de", "Ankommen"));
	assert(wordlist_add(w, "de-DE", "Ur=instinkt*"));
	assert(wordlist_add(w, "de", "Über-see"));
	assert(wordlist_add(w, "tr", "İs-tan-bul"));
	assert(!wordlist_add(w, "de", "zwei Wörter") && !wordlist_add(w, "de", "-an") && !wordlist_add(w, "de", "an-") &&
	       !wordlist_add(w, "de", "") && !wordlist_add(w, "de", "*") && !wordlist_add(w, "de", "a--b") && !wordlist_add(w, "de", "U2"));
	m = wordlist_find(w, "de", "SILBENTRENNUNG", 14);
	assert(m && hyphen_marked(m, "SILBENTRENNUNG", 14, p) == 2 && p[6] == HYPHEN_GOOD && p[10] == HYPHEN_GOOD);
	m = wordlist_find(w, "de-AT", "Ankommen", 8);
	assert(m && hyphen_marked(m, "Ankommen", 8, p) == 0);
	m = wordlist_find(w, "de", "Urinstinkten", 12);
	assert(m && hyphen_marked(m, "Urinstinkten", 12, p) == 1 && p[2] == HYPHEN_JOINT);
	/* typed as two characters each */
	m = wordlist_find(w, "de", "U\xcc\x88" "bersee", 9);
	assert(m && hyphen_marked(m, "U\xcc\x88" "bersee", 9, p) == 1 && p[6] == HYPHEN_GOOD);
	assert(!wordlist_find(w, "de", "Urin", 4) && !wordlist_find(w, "en", "Ankommen", 8) && !wordlist_find(NULL, "de", "an", 2));
	assert(!wordlist_find(w, "de", "\xff", 1));
	arena_free(a);
}

static void test_bad(void)
{
	char longest[3000];
	uint8_t points[3000];
	struct hyphen *h;

	assert(!patterns_load("/nonexistent", NULL) && !patterns_load_tex("/nonexistent", "/nonexistent", NULL));
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
	check(h, "aa|ba");
	memset(longest, 'b', sizeof longest);
	assert(hyphen_word(h, longest, 255, 0, 0, points) == 252);
	assert(hyphen_word(h, longest, 256, 0, 0, points) == 0 && points[100] == 0);
	assert(hyphen_word(h, "aab\xff" "a", 5, 0, 0, points) == 0);
	assert(hyphen_word(h, "aab\xe2\x80", 5, 0, 0, points) == 0);
	hyphen_free(h);
	patterns_free(NULL);
	hyphens_free(NULL);
}

static void test_installed(void)
{
	static const struct { const char *lang, *words[12]; } cases[] = {
		/* joints first; what is ambiguous is not divided; ours before theirs */
		{ "de", { "Ge3burts1tags1feier", "Men2schen1rechte", "Schwarz1wald", "Le2bens1mit2tel1aus2gabe", "Straße", "Staubecken",
			  "Schiff1fahrt", "Zu2cker2fest", "Ur1instinkte", "Wachstube", "Hase1ufer" } },
		{ "de", { "Stief1en2kel", "Blu2men1topf1erde", "Beauty", "Team", "Visa1an2trag", "Fair1trade" } },
		{ "de-AT", { "Schwarz1wald" } },
		{ "en", { "hy3phen2a2tion" } },
		{ "en-US", { "hy3phen2ation" } },
		{ "fr", { "dé3ve2lop2pe2ment", "l'in2tel2li2gence", "l’in2tel2li2gence" } },
		{ "pl", { "książ3ka" } },
		{ "ru-RU", { "Объ2еди2нен3ных", "граж2дан2ства" } },
		{ "uk", { "Об'єд2на3них", "Об’єд2на3них", "за3галь3ній" } },
		{ "kmr", { "ci3ha3nî", "ma3fên", "kur2dis3tan" } },
		{ "ka", { "ადა2მი3ა3ნი", "თა3ვი2სუ2ფა3ლი" } },
		{ "hy", { "բո3լոր", "ազա2տություն" } },
		{ "sr", { "сло2бо3да" } },
		{ "sr-Latn", { "slo2bo3da" } },
	};
	static const char *const never[] = { "ar", "fa-AF", "ckb", "he", "vi", "th", "km", "zh-Hans", "ja", "ko",
					     "am", "ti", "pa-Arab", "ku-Arab", "my", "lo", "zgh", "rhg", "aii", "si", "ta" };
	static const char *const unknown[] = { "so", "yo", "kab", "", "x", "dex" };
	struct hyphens *hs = hyphens_new(NULL);
	enum hyphen_state state;
	const char *package;

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const struct hyphen *h = hyphen_find(hs, cases[i].lang, &state, &package);

		assert(package && strstr(package, "hyphen") && (h != NULL) == (state == HYPHEN_OK));
		assert(h || state == HYPHEN_NOT_INSTALLED);
		assert(h == hyphen_find(hs, cases[i].lang, &state, &package));
		for (size_t k = 0; h && cases[i].words[k]; k++)
			check(h, cases[i].words[k]);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(never); i++)
		assert(!hyphen_find(hs, never[i], &state, &package) && state == HYPHEN_NONE);
	for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++)
		assert(!hyphen_find(hs, unknown[i], &state, &package) && state == HYPHEN_UNKNOWN);
	hyphens_free(hs);
}

int main(void)
{
	test_format();
	test_tex();
	test_quality();
	test_marked();
	test_bad();
	test_installed();
	return 0;
}
