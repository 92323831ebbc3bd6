/*
 * tests/bench/hyphen_compare.c - our hyphenation against libhyphen's.
 *
 *     hyphen_compare [-v] DICTIONARY TEXT [WORDS]
 *
 * Takes the first WORDS (10,000) distinct words of the text and compares the
 * set of points per word. libhyphen is loaded at run time: where it, the
 * dictionary or the text is absent, the program says so and returns 77
 * (skipped). -v prints the words that differ.
 */
#include <dlfcn.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "text/hyphen.h"

enum { SKIPPED = 77 };

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

/* libhyphen's points as byte offsets in the UTF-8 word. */
static void lib_points(struct libhyphen *l, const char *word, uint8_t *points)
{
	char *low = g_utf8_strdown(word, -1), hyphens[600] = { 0 };
	gsize n = 0;
	char *in = g_convert(low, -1, l->cset, "UTF-8", NULL, &n, NULL);
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

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
	g_free(in);
	g_free(low);
}

static void show(const char *word, const uint8_t *points)
{
	for (size_t i = 0; word[i]; i++)
		printf("%s%c", points[i] ? "-" : "", word[i]);
}

static GPtrArray *words_of(const char *text, size_t most)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

	for (const char *p = text; *p && words->len < most; ) {
		const char *start = p;
		char *w;

		while (*p && (g_unichar_isalpha(g_utf8_get_char(p)) || g_unichar_ismark(g_utf8_get_char(p)) ||
			      (p > start && *p == '\'')))
			p = g_utf8_next_char(p);
		if (p - start < 3 || p - start > 250) {
			p = p == start ? g_utf8_next_char(p) : p;
			continue;
		}
		w = g_strndup(start, (gsize)(p - start));
		if (g_hash_table_add(seen, w))
			g_ptr_array_add(words, w);
		else
			g_free(w);
	}
	g_hash_table_destroy(seen);
	return words;
}

int main(int argc, char **argv)
{
	bool verbose = argc > 1 && !strcmp(argv[1], "-v");
	char **arg = argv + verbose, *text = NULL;
	size_t most = argc - verbose > 3 ? strtoul(arg[3], NULL, 10) : 10000, same = 0, n = 0;
	struct libhyphen lib = { 0 };
	struct hyphen *h;
	GPtrArray *words;
	uint8_t ours[600], theirs[600];
	gint64 start, loaded, done;

	if (argc - verbose < 3 || !g_file_get_contents(arg[2], &text, NULL, NULL) ||
	    !lib_open(&lib, arg[1])) {
		puts("skipped: needs libhyphen0, a dictionary and a text");
		return SKIPPED;
	}
	start = g_get_monotonic_time();
	h = hyphen_load(arg[1]);
	loaded = g_get_monotonic_time();
	words = words_of(text, most);
	for (size_t i = 0; i < words->len; i++) {
		const char *w = words->pdata[i];
		size_t len = strlen(w);
		bool equal;

		hyphen_word(h, w, len, ours);
		lib_points(&lib, w, theirs);
		for (size_t k = 0; k < len; k++)
			ours[k] = ours[k] != 0;
		equal = !memcmp(ours, theirs, len);
		same += equal;
		if (!equal && verbose) {
			show(w, ours);
			printf("  (libhyphen ");
			show(w, theirs);
			puts(")");
		}
	}
	done = g_get_monotonic_time();
	for (size_t i = 0; i < words->len; i++)
		n += hyphen_word(h, words->pdata[i], strlen(words->pdata[i]), ours);
	printf("%u words, %.2f %% the same; load %.1f ms, %.2f us a word, %zu points\n", words->len,
	       words->len ? 100.0 * (double)same / words->len : 100.0, (double)(loaded - start) / 1000,
	       (double)(g_get_monotonic_time() - done) / words->len, n);
	g_ptr_array_free(words, TRUE);
	hyphen_free(h);
	lib.free(lib.dict);
	g_free(text);
	return 0;
}
