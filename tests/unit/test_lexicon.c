/* tests/unit/test_lexicon.c - words kept by their bytes and conditions; text shaped by words is text shaped whole. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/pool.h"
#include "setting.h"
#include "text/lexicon.h"

static void test_words(void)
{
	struct lexicon *l = lexicon_new(NULL), *other = lexicon_new(l);
	const int one = 1, two = 2;
	char word[16];

	assert(!lexicon_find(l, &one, sizeof one, "Haus", 4));
	assert(lexicon_keep(l, "a") == (const void *)"a");
	assert(!lexicon_find(l, &two, sizeof two, "Haus", 4));		/* other conditions */
	assert(!lexicon_find(l, &one, sizeof one, "Hau", 3));
	assert(lexicon_find(l, &one, sizeof one, "Haustür", 4) == (const void *)"a");
	/* Another thread's knows it, too, and who is slower takes what is there. */
	assert(lexicon_find(other, &one, sizeof one, "Haus", 4) == (const void *)"a");
	assert(!lexicon_find(l, &one, sizeof one, "Hof", 3) && !lexicon_find(other, &one, sizeof one, "Hof", 3));
	assert(lexicon_keep(other, "b") == (const void *)"b" && lexicon_keep(l, "c") == (const void *)"b");
	for (int i = 0; i < 5000; i++) {
		snprintf(word, sizeof word, "w%d", i);
		assert(!lexicon_find(l, &two, sizeof two, word, strlen(word)));
		lexicon_keep(l, lexicon_arena(l));
	}
	assert(lexicon_find(other, &two, sizeof two, "w17", 3) == lexicon_arena(l));
	assert(lexicon_find(l, &one, sizeof one, "Haus", 4) == (const void *)"a");
	lexicon_free(other);
	lexicon_clear(l);
	assert(!lexicon_find(l, &one, sizeof one, "Haus", 4));
	lexicon_free(l);
}

enum { THREADS = 4, WORDS = 20000 };

/* The same words from several threads, in other orders: each is kept once. */
struct reader { struct lexicon *l; unsigned number; const void *value[WORDS]; };

static void read_words(void *reader, unsigned worker)
{
	struct reader *r = reader;
	const int one = 1;

	(void)worker;
	for (unsigned i = 0; i < WORDS; i++) {
		unsigned k = (i * 7919 + r->number * 1001) % WORDS;
		char word[16];
		int n = snprintf(word, sizeof word, "w%u", k);

		r->value[k] = lexicon_find(r->l, &one, sizeof one, word, (size_t)n);
		if (!r->value[k])
			r->value[k] = lexicon_keep(r->l, arena_strdup(lexicon_arena(r->l), word));
	}
}

static void test_threads(void)
{
	static struct reader r[THREADS];
	struct task tasks[THREADS];
	struct pool *p = pool_new(THREADS);
	struct lexicon *first = lexicon_new(NULL);

	for (unsigned i = 0; i < THREADS; i++) {
		r[i].l = lexicon_new(first);
		r[i].number = i;
		tasks[i] = (struct task){ .run = read_words, .ctx = &r[i] };
		pool_offer(p, &tasks[i]);
	}
	for (unsigned i = 0; i < THREADS; i++)
		pool_finish(p, &tasks[i]);
	for (unsigned k = 0; k < WORDS; k++)
		for (unsigned i = 0; i < THREADS; i++) {
			assert(r[i].value[k] == r[0].value[k]);
			assert((unsigned)atoi((const char *)r[i].value[k] + 1) == k);
		}
	lexicon_clear(first);
	for (unsigned i = 0; i < THREADS; i++)
		lexicon_free(r[i].l);
	lexicon_free(first);
	pool_free(p);
}

/* Glyph by glyph what HarfBuzz makes of the whole, twice: the second time out of the lexicon. */
static void test_whole(struct setting *s, const char *lang, const char *text)
{
	for (int k = 0; k < 2; k++) {
		const struct shaped *t = shape_text(s, lang, text);
		hb_buffer_t *buf = hb_buffer_create();
		const hb_glyph_info_t *info;
		const hb_glyph_position_t *pos;
		unsigned n;

		assert(t->nruns == 1);
		hb_buffer_add_utf8(buf, text, -1, 0, -1);
		hb_buffer_set_language(buf, hb_language_from_string(lang, -1));
		hb_buffer_guess_segment_properties(buf);
		hb_shape(t->runs[0].font->hb, buf, NULL, 0);
		info = hb_buffer_get_glyph_infos(buf, &n);
		pos = hb_buffer_get_glyph_positions(buf, NULL);
		assert(n == t->nglyphs);
		for (unsigned i = 0; i < n; i++) {
			assert(info[i].codepoint == t->glyphs[i].id && info[i].cluster == t->glyphs[i].cluster);
			assert(fabs(pos[i].x_advance * s->style.size / t->runs[0].font->upem - t->glyphs[i].adv) < 1e-4);
		}
		hb_buffer_destroy(buf);
	}
}

int main(void)
{
	struct setting *s = setting_new();

	test_words();
	test_threads();
	/* In English: German parts some ligatures, word by word. */
	test_whole(s, "en", "Flowers, office and flowers: To Ta AV “Flowers” fell off – into it.  Two spaces, flowers.");
	test_whole(s, "ru", "Приехал, увидел и остался: приехал, увидел.");
	test_whole(s, "vi", "Đến nơi, đến nơi rồi; Ngày mới.");
	setting_free(s);
	return 0;
}
