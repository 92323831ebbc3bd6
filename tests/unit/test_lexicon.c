/* tests/unit/test_lexicon.c - words kept by their bytes and conditions; text shaped by words is text shaped whole. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include "setting.h"
#include "text/lexicon.h"

static void test_places(void)
{
	struct lexicon *l = lexicon_new();
	const int one = 1, two = 2;
	char word[16];

	*lexicon_find(l, &one, sizeof one, "Haus", 4) = (void *)"a";
	assert(!*lexicon_find(l, &two, sizeof two, "Haus", 4));		/* other conditions */
	assert(!*lexicon_find(l, &one, sizeof one, "Hau", 3));
	assert(*lexicon_find(l, &one, sizeof one, "Haustür", 4) == (void *)"a");
	for (int i = 0; i < 5000; i++) {
		snprintf(word, sizeof word, "w%d", i);
		*lexicon_find(l, &two, sizeof two, word, strlen(word)) = lexicon_arena(l);
	}
	assert(*lexicon_find(l, &two, sizeof two, "w17", 3) == lexicon_arena(l));
	assert(*lexicon_find(l, &one, sizeof one, "Haus", 4) == (void *)"a");
	lexicon_clear(l);
	assert(!*lexicon_find(l, &one, sizeof one, "Haus", 4));
	lexicon_free(l);
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

	test_places();
	/* In English: German parts some ligatures, word by word. */
	test_whole(s, "en", "Flowers, office and flowers: To Ta AV “Flowers” fell off – into it.  Two spaces, flowers.");
	test_whole(s, "ru", "Приехал, увидел и остался: приехал, увидел.");
	test_whole(s, "vi", "Đến nơi, đến nơi rồi; Ngày mới.");
	setting_free(s);
	return 0;
}
