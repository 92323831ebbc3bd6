/* tests/unit/test_shape.c - from copy to glyphs: fonts, levels, capitals, isolates, hyphens. */
#include <math.h>
#include "setting.h"
#include "text/breaks.h"

#define END { NULL, NULL, 0, 0 }
#define family_of(s, text) (run_at(s, text)->font->family)

/* Each script has its own face; what that lacks comes from the Latin one, nothing from elsewhere. */
static void test_fonts(struct setting *s)
{
	struct shaped *t = shape_text(s, "ar", "سنة 2019 (تقريبا) Haus");

	assert(!strcmp(family_of(t, "سنة"), "Noto Naskh Arabic") && fabs(run_at(t, "سنة")->size - 12) < 1e-6);
	assert(!strcmp(family_of(t, "2019"), "Noto Naskh Arabic"));	/* it has digits: they stay with their text */
	assert(!strcmp(family_of(t, "Haus"), "Noto Serif") && run_at(t, "Haus")->size == 10);
	assert(font_covers(run_at(t, "سنة")->font, '(') || !strcmp(family_of(t, "("), "Noto Serif"));
	assert(run_at(t, "(")->script == HB_SCRIPT_ARABIC);		/* a bracket belongs to what it encloses */
	t = shape_text(s, "de", "Grüße aus Київ (3 km)");
	assert(!strcmp(family_of(t, "Київ"), "Noto Serif") && run_at(t, "Київ")->script == HB_SCRIPT_CYRILLIC);
	t = shape_text(s, "zh", "早上好。“早安！”");
	assert(t->nruns == 1 && !strcmp(family_of(t, "“"), "Noto Serif CJK SC") && t->runs[0].ideographic);
	t = shape_text(s, "th", "สวัสดี");
	assert(fabs(t->runs[0].rise - 1) < 1e-6 && t->runs[0].clustered);	/* the face's baseline, in em */
	assert(diag_count(s->d, SEV_NOTE) == 0);
}

static void test_emphasis(struct setting *s)
{
	struct shaped *t = shape_parts(s, "de", (struct part_of[]){
		{ "a ", NULL, 0, 0 }, { "b ", NULL, INLINE_EM, 0 }, { "c ", NULL, INLINE_STRONG, 0 },
		{ "جيد ", "ar", INLINE_EM, 1 }, { "d", NULL, INLINE_SUP, 0 }, { "e", NULL, INLINE_SUB, 0 }, END });

	assert(!run_at(t, "a")->font->italic && run_at(t, "b")->font->italic);
	assert(run_at(t, "c")->font->weight == 700 && run_at(t, "جيد")->font->weight == 700);
	assert(run_at(t, "d")->rise > 0 && run_at(t, "e")->rise < 0 && run_at(t, "d")->size < 10);
}

/* A character that no font has is an error that names it, its place and the fonts tried. */
static void test_missing(struct setting *s)
{
	struct diag *old = s->d;
	struct shaped *t;
	const struct message *m;

	s->d = diag_new();
	t = shape_text(s, "de", "Haus 𓀀 am See");
	assert(diag_count(s->d, SEV_ERROR) == 1);
	m = diag_get(s->d, 0);
	assert(m->id == D_GLYPH_MISSING && strstr(m->text, "U+13000") && strstr(m->text, "Noto Serif"));
	assert(!strcmp(m->at.file, "test.xml"));
	assert(strchr(t->text, '?') && t->len == strlen("Haus 𓀀 am See"));	/* a question mark shows where */
	for (size_t i = 0; i < t->nglyphs; i++)
		assert(t->glyphs[i].id != 0);
	diag_free(s->d);
	s->d = old;
}

static void test_levels(struct setting *s)
{
	struct shaped *t = shape_text(s, "de", "Haus am See");

	assert(!t->rtl && !t->bidi && t->nruns == 1 && t->runs[0].level == 0);
	t = shape_text(s, "ar", "بيت 12 كبير");
	assert(t->rtl && t->bidi && run_at(t, "بيت")->level == 1 && run_at(t, "12")->level == 2 && run_at(t, "كبير")->level == 1);
	/* Glyphs stand in logical order, whatever their direction. */
	for (size_t i = 1; i < t->nglyphs; i++)
		assert(t->glyphs[i].cluster >= t->glyphs[i - 1].cluster);
	t = shape_text(s, "ar", "German مرحبا");		/* the language decides, not the first letter */
	assert(t->rtl && run_at(t, "German")->level == 2);
}

/* Foreign words are isolated: what stands beside them keeps its own direction. */
static void test_isolates(struct setting *s)
{
	struct shaped *t = shape_parts(s, "de", (struct part_of[]){
		{ "Das ", NULL, 0, 0 }, { "مرحبا", "ar", 0, 1 }, { " 12 ", NULL, 0, 0 }, { "سلام", "ar", 0, 2 }, { "!", NULL, 0, 0 }, END });
	uint32_t n;

	assert(run_at(t, "12")->level == 0 && run_at(t, "!")->level == 0 && run_at(t, "سلام")->level == 1);
	n = (uint32_t)(strstr(t->text, "!") - t->text);
	assert(t->map[n] == strlen("Das مرحبا 12 سلام") && t->map[t->len] == t->copy->len);
	assert(strstr(t->text, "\xe2\x81\xa7مرحبا\xe2\x81\xa9"));		/* RLI ... PDI */
	/* Nested as the markup is nested. */
	t = shape_parts(s, "ar", (struct part_of[]){
		{ "قال ", NULL, 0, 0 }, { "ein ", "de", 0, 1 }, { "سلام", "ar", 0, 2 }, { " Wort", "de", 0, 1 }, { " ثم", NULL, 0, 0 }, END });
	assert(run_at(t, "ein")->level == 2 && run_at(t, "سلام")->level == 3 && run_at(t, "Wort")->level == 2 && run_at(t, "ثم")->level == 1);
	assert(g_str_has_suffix(t->text, "\xe2\x81\xa9 ثم"));
	/* Where nothing runs from the right, no control is put in. */
	t = shape_parts(s, "de", (struct part_of[]){ { "Das ", NULL, 0, 0 }, { "wort", "en", 0, 1 }, END });
	assert(!strcmp(t->text, "Das wort"));
}

static void test_capitals(struct setting *s)
{
	s->style.upper = true;
	assert(!strcmp(shape_text(s, "tr", "istanbul ılık")->text, "İSTANBUL ILIK"));
	assert(!strcmp(shape_text(s, "de", "istanbul straße")->text, "ISTANBUL STRASSE"));
	assert(!strcmp(shape_text(s, "uk", "їжак")->text, "ЇЖАК"));
	assert(!strcmp(shape_text(s, "de", "ﬁ")->text, "FI"));
	s->style.sharp_s = true;
	assert(!strcmp(shape_text(s, "de", "Straße")->text, "STRAẞE"));
	s->style.sharp_s = s->style.upper = false;
}

static void test_hyphens(struct setting *s)
{
	struct shaped *t = shape_text(s, "de", "Silbentrennung Amt");
	size_t n = 0;

	for (uint32_t i = 0; i <= t->len; i++)
		n += t->hyphen[i] > 0;
	assert(t->hyphen[3] && n >= 3);			/* Sil-ben-tren-nung */
	assert(!t->hyphen[2] && !t->hyphen[t->len - 1]);
	t = shape_text(s, "de", "Do\u00adnaudampf");	/* after the author's soft hyphen */
	assert(t->hyphen[4] == 1);
	t = shape_text(s, "de", "https://beispiel.example/trennung");
	for (uint32_t i = 0; i < t->len; i++)
		assert(!t->hyphen[i]);
	t = shape_text(s, "ar", "السلام");
	for (uint32_t i = 0; i < t->len; i++)
		assert(!t->hyphen[i]);
	s->style.hyphenate = false;
	t = shape_text(s, "de", "Silbentrennung");
	for (uint32_t i = 0; i < t->len; i++)
		assert(!t->hyphen[i]);
	s->style.hyphenate = true;
}

static void test_advances(struct setting *s)
{
	struct shaped *t = shape_text(s, "de", "Haus am See");
	Pt sum = 0;

	for (size_t i = 0; i < t->nglyphs; i++)
		sum += t->glyphs[i].adv;
	assert(fabs(sum - t->x[t->len]) < 1e-3);
	assert(t->x[0] == 0 && fabs(t->x[4] - shape_width(t, 0, 4)) < 0.01);
	assert(t->first[0] == 0 && t->first[t->len] == t->nglyphs);
	/* Tracking is added to each cluster. */
	s->style.tracking = 0.1;
	assert(fabs(shape_text(s, "de", "Haus am See")->x[11] - sum - 11) < 0.01);
	s->style.tracking = 0;
	/* Arabic letters change where they are cut apart, so the slice is not the difference. */
	t = shape_text(s, "ar", "مستشفى");
	assert(shape_width(t, 0, 4) > 0 && t->glyphs[t->first[4]].flags & GLYPH_UNSAFE);
}

/* The narrow space of Nastaliq is wide enough beside a Latin word, and as it is elsewhere. */
static void test_narrow_space(struct setting *s)
{
	struct shaped *t = shape_parts(s, "ur", (struct part_of[]){ { "کی میز ", NULL, 0, 0 }, { "Haus", "de", 0, 1 }, { " ہے", NULL, 0, 0 }, END });
	const char *first = strchr(t->text, ' '), *before = strstr(t->text, "Haus"), *after = strrchr(t->text, ' ');
	uint32_t a = (uint32_t)(first - t->text), b, c = (uint32_t)(after - t->text);

	while (*before != ' ')
		before--;
	b = (uint32_t)(before - t->text);
	assert(t->x[a + 1] - t->x[a] < 2);
	assert(t->x[b + 1] - t->x[b] > 2.3 && t->x[c + 1] - t->x[c] > 2.3);
}

/* A telephone number stays on its line, in any digits; an address has its own places. */
static void test_numbers(struct setting *s)
{
	struct shaped *t = shape_text(s, "de", "Ruf 0541 123 45-67 an");
	size_t breaks = 0;

	for (uint32_t i = 1; i < t->len; i++)
		breaks += t->breaks[i] == BREAK_ALLOWED;
	assert(breaks == 2 && t->breaks[4] == BREAK_ALLOWED && t->breaks[19] == BREAK_ALLOWED);
	t = shape_text(s, "de", "an x@example.org");
	assert(t->breaks[5] == BREAK_ALLOWED);
}

static const char *page_seven(void *ctx, const struct inline_run *r, const struct style *st)
{
	(void)ctx, (void)r, (void)st;
	return "17";
}

static void test_references(struct setting *s)
{
	struct copy *c = copy_of(s, "de", (struct part_of[]){ { "Seite ", NULL, 0, 0 }, { "\uFFFC", NULL, 0, 0 }, { ".", NULL, 0, 0 }, END });
	int any;
	struct shaped *t;

	c->runs[1].ref = (const struct article *)(void *)&any;
	t = shape(s->a, c, &s->style, &s->tools, page_seven, NULL, s->d);
	assert(!strcmp(t->text, "Seite 17.") && t->map[6] == 6 && t->map[7] == 6 && t->map[8] == 9);
}

/* Text of almost nothing. */
static void test_small(struct setting *s)
{
	static const char *const texts[] = { " ", ".", "\u00ad", "\u200b", "\u2028", "\u200f", "\u0301", "a\u2028", "\u2028a", "\ufeff", "\u200d" };
	struct diag *old = s->d;

	s->d = diag_new();
	assert(shape_text(s, "de", "")->nglyphs == 0 && shape_text(s, "ar", "")->rtl);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		for (int rtl = 0; rtl < 2; rtl++) {
			struct shaped *t = shape_text(s, rtl ? "ar" : "de", texts[i]);
			assert(t->len == strlen(texts[i]) && t->first[t->len] == t->nglyphs && t->breaks[t->len] == BREAK_MANDATORY);
		}
	diag_free(s->d);
	s->d = old;
}

/* The font's own small capitals: other glyphs, none of another size; a font without them is named once. */
static void test_small_caps(struct setting *s)
{
	struct shaped *plain = shape_text(s, "de", "Haus 12"), *small;
	struct diag *old = s->d;

	s->d = diag_new();
	s->style.small_caps = s->style.tabular = true;
	small = shape_text(s, "de", "Haus 12");
	assert(small->nglyphs == plain->nglyphs && small->glyphs[0].id == plain->glyphs[0].id);
	assert(small->glyphs[1].id != plain->glyphs[1].id && small->runs[0].size == plain->runs[0].size);
	assert(small->glyphs[5].adv == small->glyphs[6].adv && diag_count(s->d, SEV_NOTE) == 0);
	s->style.small_caps = s->style.tabular = false;
	diag_free(s->d);
	s->d = old;
}

int main(void)
{
	struct setting *s = setting_new();

	test_fonts(s);
	test_emphasis(s);
	test_missing(s);
	test_levels(s);
	test_isolates(s);
	test_capitals(s);
	test_small_caps(s);
	test_hyphens(s);
	test_advances(s);
	test_references(s);
	test_numbers(s);
	test_narrow_space(s);
	test_small(s);
	setting_free(s);
	return 0;
}
