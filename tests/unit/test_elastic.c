/* tests/unit/test_elastic.c - lines of Arabic and Chinese are as wide as their measure, by the means of their script. */
#include <math.h>
#include "para/elastic.h"
#include "para/hlist.h"
#include "para/line.h"
#include "setting.h"
#include "text/fullwidth.h"

static struct measure column(const void *ctx, size_t n)
{
	(void)n;
	return (struct measure){ 0, *(const Pt *)ctx };
}

static struct face *face_of(struct setting *s, const char *script)
{
	for (size_t i = 0; i < s->family.nfaces; i++)
		if (!strcmp(s->family.faces[i].script, script))
			return &s->family.faces[i];
	return NULL;
}

/* Kashidas of lines: their text is a joiner. *beside: two words beside each other have some. */
static size_t kashidas(struct setting *s, const struct shaped *t, Pt measure, bool *beside)
{
	struct hlist *h = hlist_make(s->a, t);
	struct choice c = linebreak(s->a, h, column, &measure, true);
	size_t found = 0;

	*beside = false;
	for (size_t i = 0; i < c.natural.n; i++) {
		struct set_line *l = line_set(s->a, h, i ? c.natural.at[i - 1] : SIZE_MAX, c.natural.at[i], column(&measure, i));
		size_t before = 0;

		if (l->justified)	/* hanging marks stand outside */
			assert(l->width > measure - 0.01 && l->width < measure + 4);
		for (size_t k = 0; k < l->npieces; k++) {
			const struct piece *p = &l->pieces[k];
			size_t here = 0, at = 0;

			if (p->nbytes == 1 && *p->text == ' ')
				continue;
			for (size_t j = 0; j < p->nclusters; at += p->clusters[j++].nbytes)
				here += g_utf8_get_char(p->text + at) == 0x200d;
			*beside |= here && before;
			before = here;
			found += here;
		}
	}
	return found;
}

static void test_kashida(struct setting *s)
{
	static const char text[] = "كل يوم خميس في الساعة الخامسة يمتلئ الدكان القديم في الشارع بالأصوات. هناك شاي، "
		"وهناك خبز، وهناك طاولة طويلة بجانب النافذة. ومن يدخل أول مرة يُعطى كرسيا وكأسا، أما الأسئلة فتأتي بعد ذلك.";
	struct face *arab = face_of(s, "Arab");
	bool beside;

	assert(kashidas(s, shape_text(s, "ar", text), 110, &beside) == 0);
	arab->kashida = 0.45;
	assert(kashidas(s, shape_text(s, "ar", text), 110, &beside) > 3 && !beside);
	arab->kashida = 0;
}

/* A joiner stands in the text of a line, with a glyph, and draws nothing. */
static void test_joiner(struct setting *s)
{
	struct shaped *t = shape_text(s, "fa", "می\u200cروم");
	struct hlist *h = hlist_make(s->a, t);
	Pt wide = 500;
	struct choice c = linebreak(s->a, h, column, &wide, true);
	struct set_line *l = line_set(s->a, h, SIZE_MAX, c.natural.at[0], column(&wide, 0));
	const struct piece *p = &l->pieces[0];
	size_t joiners = 0;

	assert(l->npieces == 1 && p->backward);
	for (size_t i = 0, at = 0, glyph = p->nglyphs; i < p->nclusters; at += p->clusters[i++].nbytes) {
		hb_glyph_extents_t e;

		glyph -= p->clusters[i].nglyphs;
		if (g_utf8_get_char(p->text + at) != 0x200c)
			continue;
		assert(p->clusters[i].nglyphs == 1 && hb_font_get_glyph_extents(p->run->font->hb, p->glyphs[glyph].id, &e));
		assert(!e.width && !e.height);
		joiners++;
	}
	assert(joiners == 1);
}

static Pt width_of(struct setting *s, const char *lang, const char *text)
{
	struct shaped *t = shape_text(s, lang, text);
	return t->x[t->len];
}

static void near(Pt a, Pt b)
{
	if (fabs(a - b) > 0.01) {
		fprintf(stderr, "%.3f instead of %.3f\n", a, b);
		assert(!"near");
	}
}

static void test_marks(struct setting *s)
{
	struct shaped *t = shape_text(s, "zh-Hans", "（好）。");
	struct run *r = &t->runs[0];
	Pt sum = 0;

	/* Ten points a square; of two marks the blank between is set once. */
	near(width_of(s, "zh-Hans", "好，好"), 30);
	near(width_of(s, "zh-Hans", "好）。"), 25);
	near(width_of(s, "zh-Hans", "好。（"), 25);
	near(width_of(s, "zh-Hans", "（（好"), 25);
	near(width_of(s, "zh-Hans", "好……好"), 40);
	/* At a line's edges the blank hangs outside. */
	near(fullwidth_hang_start(t, 0), 5);
	near(fullwidth_hang_end(t, t->len), 5);
	near(fullwidth_hang_start(t, 3), 0);
	for (size_t i = 0; i < t->nglyphs; i++) {
		struct blank b = fullwidth_blank(t, r, &t->glyphs[i]);
		sum += b.left + b.right;
	}
	near(sum, 10);		/* the brackets' halves but the one already taken, the full stop's */
}

static void test_latin_gap(struct setting *s)
{
	struct face *hani = face_of(s, "Hani");
	Pt bare = width_of(s, "zh-Hans", "在ABC上"), spaced;

	hani->latin_gap = 0.25;
	spaced = width_of(s, "zh-Hans", "在ABC上");
	near(spaced - bare, 5);
	near(width_of(s, "zh-Hans", "在2015年"), width_of(s, "zh-Hans", "在 2015 年") + 5 - 2 * width_of(s, "zh-Hans", " "));
	/* Not where a mark or a space stands between, not at the ends, and not at a line's edge. */
	near(width_of(s, "zh-Hans", "在，ABC"), width_of(s, "de", "ABC") + 20);
	near(fullwidth_hang_end(shape_text(s, "zh-Hans", "在ABC上"), 3), 2.5);
	hani->latin_gap = 0;
}

static void test_ragged(struct setting *s)
{
	struct face *thai = face_of(s, "Thai");
	struct shaped *t;

	thai->ragged = 20;
	t = shape_text(s, "th", "สวัสดี");
	assert(shaped_align(t, 199) == ALIGN_START && shaped_align(t, 201) == ALIGN_JUSTIFY);
	thai->ragged = 0;
	assert(shaped_align(shape_text(s, "de", "Tag"), 10) == ALIGN_JUSTIFY);
}

int main(void)
{
	struct setting *s = setting_new();

	test_kashida(s);
	test_joiner(s);
	test_marks(s);
	test_latin_gap(s);
	test_ragged(s);
	setting_free(s);
	return 0;
}
