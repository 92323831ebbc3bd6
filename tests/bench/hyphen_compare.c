/*
 * tests/bench/hyphen_compare.c - our reading of a dictionary against libhyphen's.
 *
 *     hyphen_compare [-v] [-l] DICTIONARY [TEXT]
 *
 * Takes 10,000 distinct words of the text, or of the dictionary itself if it
 * lists whole words (the German one's first level does), hyphenates each
 * with the patterns alone and compares the points. With -l the patterns are read
 * as libhyphen does, which shows whether the format was understood; without it as
 * zivos reads them (text/patterns.c). Then it says what differs and
 * why, how long the dictionary takes to load (processor time, best of five) and
 * how long a word. libhyphen is loaded at run time: where it, the dictionary or the
 * text is absent, the program says so and returns 77 (skipped); 1 where fewer than
 * 99.5 % of the words are the same. -v prints the words that differ.
 */
#include <dlfcn.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "text/hyphen.h"
#include "text/patterns.h"

enum { SKIPPED = 77, WORDS = 10000 };

struct libhyphen {
	void *so, *dict;
	void *(*load)(const char *path);
	int (*hyphenate)(void *dict, const char *word, int n, char *hyphens, char *out,
			 char ***rep, int **pos, int **cut);
	void (*free)(void *dict);
	char cset[20];
};

static bool lib_open(struct libhyphen *l, const char *dictionary)
{
	FILE *f = fopen(dictionary, "r");

	l->so = dlopen("libhyphen.so.0", RTLD_NOW);
	if (!l->so || !f || fscanf(f, "%19s", l->cset) != 1)
		return false;
	fclose(f);
	*(void **)&l->load = dlsym(l->so, "hnj_hyphen_load");
	*(void **)&l->hyphenate = dlsym(l->so, "hnj_hyphen_hyphenate2");
	*(void **)&l->free = dlsym(l->so, "hnj_hyphen_free");
	l->dict = l->load(dictionary);
	return l->dict != NULL;
}

/* libhyphen's points as byte offsets in the UTF-8 word; false: not of its character set. */
static bool lib_points(struct libhyphen *l, const char *word, uint8_t *points)
{
	char *low = g_utf8_strdown(word, -1), hyphens[600] = { 0 };
	gsize n = 0;
	char *in = g_convert(low, -1, l->cset, "UTF-8", NULL, &n, NULL);
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	bool known;

	memset(points, 0, strlen(word));
	if (in && !l->hyphenate(l->dict, in, (int)n, hyphens, NULL, &rep, &pos, &cut)) {
		/* One entry a character: after it stands a hyphen. */
		const char *p = word;

		for (size_t i = 0; *p; i++) {
			p = g_utf8_next_char(p);
			if (*p && (hyphens[i] & 1) && !(rep && rep[i]))
				points[p - word] = 1;
		}
	}
	if (rep)
		for (size_t i = 0; i < n; i++)
			free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	g_free(low);
	known = in != NULL;
	g_free(in);
	return known;
}

static void show(const char *word, const uint8_t *points)
{
	for (size_t i = 0; word[i]; i++)
		printf("%s%c", points[i] ? "-" : "", word[i]);
}

static bool is_letter(const char *p)
{
	return g_unichar_isalpha(g_utf8_get_char(p)) || g_unichar_ismark(g_utf8_get_char(p));
}

static GPtrArray *words_of(const char *text)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

	for (const char *p = text; *p; ) {
		const char *start = p;
		char *w;

		while (*p && (is_letter(p) || (p > start && *p == '\'')))
			p = g_utf8_next_char(p);
		if (p - start < 3 || p - start > 250) {
			p = p == start ? g_utf8_next_char(p) : p;
			continue;
		}
		w = g_strndup(start, (gsize)(p - start));
		if (g_hash_table_contains(seen, w)) {
			g_free(w);
			continue;
		}
		g_hash_table_add(seen, w);
		g_ptr_array_add(words, w);
	}
	g_hash_table_destroy(seen);
	return words;
}

/* The dictionary's patterns without their digits, those of the first level. */
static char *own_words(const char *dictionary, const char *cset)
{
	char *bytes = NULL, *text, *level;
	GString *out = g_string_new(NULL);
	gsize n;

	if (!g_file_get_contents(dictionary, &bytes, &n, NULL))
		return NULL;
	text = g_convert(bytes, (gssize)n, "UTF-8", cset, NULL, NULL, NULL);
	g_free(bytes);
	level = text ? strstr(text, "\nNEXTLEVEL") : NULL;
	for (const char *p = text; level && p < level; p += strcspn(p, "\n") + 1)
		if (*p != '#' && *p != '%' && *p != '\n' && !g_ascii_isupper(*p)) {
			for (const char *q = p; *q && *q != '\n'; q++)
				if (!g_ascii_isdigit(*q) && *q != '.')
					g_string_append_c(out, *q);
			g_string_append_c(out, '\n');
		}
	g_free(text);
	return g_string_free(out, FALSE);
}

/* ---- what differs, and why ---- */

enum reason { THEIRS_ALONE, OURS_ALONE, BOTH_WAYS, REASONS };

static const char *const reasons[REASONS] = {
	"libhyphen alone has a point: it passes over the shorter patterns that forbid it (dr-un-ter)",
	"we alone have a point: libhyphen puts a replacement there, or meets its limits",
	"both at once",
};

static enum reason reason_of(const uint8_t *ours, const uint8_t *theirs, size_t len)
{
	bool more = false, fewer = false;

	for (size_t k = 0; k < len; k++) {
		more |= ours[k] && !theirs[k];
		fewer |= theirs[k] && !ours[k];
	}
	return more && fewer ? BOTH_WAYS : more ? OURS_ALONE : THEIRS_ALONE;
}

static double processor_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double load_ms(const char *dictionary)
{
	double best = 1e9;

	for (int i = 0; i < 5; i++) {
		double start = processor_ms();
		struct patterns *p = patterns_load(dictionary, NULL);

		best = MIN(best, processor_ms() - start);
		patterns_free(p);
	}
	return best;
}

int main(int argc, char **argv)
{
	bool verbose = argc > 1 && !strcmp(argv[1], "-v"), like = argc > 1 + verbose && !strcmp(argv[1 + verbose], "-l");
	int options = verbose + like;
	char **arg = argv + options, *text = NULL;
	size_t same = 0, n = 0, step, differ[REASONS] = { 0 };
	struct libhyphen lib = { 0 };
	struct hyphen h = { .lang = "" };
	GPtrArray *words;
	double start, each;

	if (argc - options < 2 || !lib_open(&lib, arg[1]) ||
	    !(text = argc - options > 2 ? (g_file_get_contents(arg[2], &text, NULL, NULL) ? text : NULL) : own_words(arg[1], lib.cset))) {
		puts("skipped: needs libhyphen0, a dictionary and a text");
		return SKIPPED;
	}
	h.patterns = patterns_load(arg[1], NULL);
	if (like)
		h.patterns->reading = READ_AS_LIBHYPHEN;
	h.left = h.patterns->left ? h.patterns->left : 2;
	h.right = h.patterns->right ? h.patterns->right : 2;
	words = words_of(text);
	step = MAX(words->len / WORDS, 1);
	for (size_t i = 0; i < words->len && n < WORDS; i += step) {
		const char *w = words->pdata[i];
		size_t len = strlen(w);
		uint8_t ours[600], theirs[600];

		hyphen_word(&h, w, len, 0, 0, ours);
		if (!lib_points(&lib, w, theirs))
			continue;
		n++;
		for (size_t k = 0; k < len; k++)
			ours[k] = ours[k] != 0;
		if (!memcmp(ours, theirs, len)) {
			same++;
			continue;
		}
		differ[reason_of(ours, theirs, len)]++;
		if (verbose) {
			show(w, ours);
			printf("  (libhyphen ");
			show(w, theirs);
			puts(")");
		}
	}
	start = processor_ms();
	for (size_t i = 0; i < words->len && i < WORDS * step; i += step) {
		uint8_t points[600];

		hyphen_word(&h, words->pdata[i], strlen(words->pdata[i]), 0, 0, points);
	}
	each = (processor_ms() - start) * 1000 / (double)MAX(MIN(words->len / step, WORDS), 1);
	printf("%s: %zu words, %.2f %% the same; loads in %.1f ms; %.2f us a word\n", arg[1], n, n ? 100.0 * (double)same / (double)n : 100.0,
	       load_ms(arg[1]), each);
	for (size_t i = 0; i < REASONS; i++)
		if (differ[i])
			printf("%7zu  %s\n", differ[i], reasons[i]);
	g_ptr_array_free(words, TRUE);
	patterns_free(h.patterns);
	lib.free(lib.dict);
	g_free(text);
	return (double)same < 0.995 * (double)n;
}
