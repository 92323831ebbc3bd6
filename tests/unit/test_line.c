/*
 * tests/unit/test_line.c - lines as they are set: every justified one fills its
 * measure, in every script, and no space is narrower than the style allows.
 */
#include <math.h>
#include "para/hlist.h"
#include "para/line.h"
#include "para/linebreak.h"
#include "setting.h"

#define NEAR 0.01			/* Pt: positions are kept as float */

static const char german[] =
	"Am Morgen öffnet Samira die Läden, stellt Kisten mit Tomaten vor die Tür und grüßt alle, die zur Arbeit gehen. „Später“, "
	"sagt sie, „kommt Herr Brinkmann.“ Er kauft nie mehr als drei Äpfel, aber er bleibt eine halbe Stunde und erzählt vom "
	"Schifffahrtsmuseum, von Kränen und von Schiffen, deren Namen er noch alle weiß – Auflage für Auflage, Donaudampfer um Donaudampfer.";
static const char arabic[] =
	"في الصباح تفتح سميرة دكانها الصغير (عام 2019) وتضع صناديق الطماطم أمام الباب وتحيي كل من يمر في طريقه إلى العمل. ثم يأتي "
	"الجيران واحدا بعد الآخر، يشترون القليل ويتحدثون كثيرا عن البحر والسفن والمدينة التي صارت بيتا لهم جميعا.";
static const char chinese[] =
	"早上，萨米拉打开店门，把一箱箱西红柿摆在门口，向每一个去上班的人问好。“早安！”她说。过了一会儿，邻居们一个接一个地来了，买 3 个苹果。";
static const char hindi[] =
	"सुबह समीरा अपनी दुकान खोलती है और टमाटर की पेटियाँ दरवाज़े के सामने रखती है। जो भी काम पर जाता है, उसे वह नमस्ते कहती है। फिर पड़ोसी आते हैं।";
static const char thai[] =
	"ตอนเช้าซามีราเปิดร้านแล้ววางลังมะเขือเทศไว้หน้าประตู และทักทายทุกคนที่เดินไปทำงาน จากนั้นเพื่อนบ้านก็ทยอยกันมาทีละคน";
static const char tigrinya[] =
	"ንግሆ ሰሚራ ድኳና ትኸፍት፣ ሳጹናት ኮሚደረ ኣብ ቅድሚ ማዕጾ ተቐምጥ፣ ንኩሎም ናብ ስራሕ ዝኸዱ ድማ ሰላምታ ትህብ። ድሕሪኡ ጎረባብታ ብሓደ ብሓደ ይመጹ።";

static struct measure same(const void *ctx, size_t n)
{
	(void)n;
	return (struct measure){ 0, *(const double *)ctx };
}

struct paragraph { struct hlist *h; struct breaks b; double width; };

static struct paragraph break_parts(struct setting *s, const char *lang, const struct part_of *parts, double width)
{
	struct hlist *h = hlist_make(s->a, shape_parts(s, lang, parts));

	return (struct paragraph){ h, linebreak(s->a, h, same, &width, true).natural, width };
}

static struct paragraph break_text(struct setting *s, const char *lang, const char *text, double width)
{
	return break_parts(s, lang, (struct part_of[]){ { text, NULL, 0, 0 }, { NULL, NULL, 0, 0 } }, width);
}

static struct set_line *line_of(struct setting *s, const struct paragraph *p, size_t i)
{
	return line_set(s->a, p->h, i ? p->b.at[i - 1] : SIZE_MAX, p->b.at[i], (struct measure){ 0, p->width });
}

/* Where the line's ink begins and ends, added up from its pieces. */
static void extent(const struct set_line *l, double *left, double *right)
{
	*left = INFINITY;
	*right = -INFINITY;
	for (size_t i = 0; i < l->npieces; i++) {
		*left = fmin(*left, l->pieces[i].x);
		*right = fmax(*right, l->pieces[i].x + l->pieces[i].width);
	}
}

/* No piece lies over another: what is between them is nothing. */
static void check_pieces(const struct set_line *l)
{
	double sum = 0, left, right;

	extent(l, &left, &right);
	for (size_t i = 0; i < l->npieces; i++)
		sum += l->pieces[i].width;
	if (l->npieces)
		assert(fabs(sum - (right - left)) < NEAR);
}

/* Spaces of the line as set: from the glyphs' places; from the right, a space is a piece by itself. */
static void check_spaces(const struct setting *s, const struct set_line *l)
{
	for (size_t i = 0; i < l->npieces; i++) {
		const struct piece *p = &l->pieces[i];
		size_t byte = 0, glyph = 0;
		hb_codepoint_t id = 0;
		double natural;

		if (!hb_font_get_nominal_glyph(p->run->font->hb, ' ', &id))
			continue;
		natural = hb_font_get_glyph_h_advance(p->run->font->hb, id) * p->run->size / p->run->font->upem;
		assert(!p->backward || strcmp(p->text, " ") || p->width > natural * (1 - s->style.space_shrink) - NEAR);
		for (size_t k = 0; k < p->nclusters && !p->backward; k++) {
			if (p->text[byte] == ' ' && glyph + 1 < p->nglyphs)
				assert(p->glyphs[glyph + 1].x - p->glyphs[glyph].x > natural * (1 - s->style.space_shrink) - NEAR);
			byte += p->clusters[k].nbytes;
			glyph += p->clusters[k].nglyphs;
		}
		assert(p->backward || (byte == p->nbytes && glyph == p->nglyphs));
	}
}

/* How far what stands at the line's edges hangs out. */
static double hang_of(const struct paragraph *p, size_t i)
{
	return p->h->items[p->b.at[i]].hang_end + (i ? p->h->items[p->b.at[i - 1]].hang_start : p->h->hang_start);
}

/* Thai without a phrase's space, a word by itself: nothing in the line can give way. */
static bool rigid(const struct paragraph *p, size_t i)
{
	struct fit f = line_fit(p->h, i ? p->b.at[i - 1] : SIZE_MAX, p->b.at[i], p->width);
	return f.need > 0 && f.stretch < 0.01;
}

/* The last line, and lines that a forced break ends, are not justified. Returns the justified ones. */
static size_t check_paragraph(struct setting *s, const struct paragraph *p)
{
	size_t justified = 0;

	for (size_t i = 0; i < p->b.n; i++) {
		struct set_line *l = line_of(s, p, i);
		const struct hitem *end = &p->h->items[p->b.at[i]];
		double left, right, hyphen = 0;

		extent(l, &left, &right);
		check_pieces(l);
		check_spaces(s, l);
		if (!l->justified || rigid(p, i))
			continue;
		justified++;
		/* A hyphen is no part of its piece's width, but of the line's. */
		if (end->hyphen)
			run_hyphen(l->pieces[l->npieces - 1].run, &hyphen);
		assert(fabs(right + hyphen - left - p->width - hang_of(p, i)) < NEAR);
		assert(fabs(l->width - (right + hyphen - left)) < NEAR && fabs(left - l->x) < NEAR);
		assert(fabs(l->x + (l->text->rtl ? end->hang_end : hang_of(p, i) - end->hang_end)) < NEAR);
	}
	assert(!line_of(s, p, p->b.n - 1)->justified);
	return justified;
}

static void test_measures(struct setting *s)
{
	static const struct { const char *lang, *text; size_t least; } texts[] = {
		{ "de", german, 8 }, { "ar", arabic, 4 }, { "zh", chinese, 4 }, { "hi", hindi, 3 }, { "th", thai, 0 }, { "ti", tigrinya, 2 },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		for (double w = 120; w < 260; w += 13.7) {
			struct paragraph p = break_text(s, texts[i].lang, texts[i].text, w);
			size_t n = check_paragraph(s, &p);
			assert(w > 130 || n >= texts[i].least);
		}
}

/* Words of other scripts inside, on either side of the direction. */
static void test_mixed(struct setting *s)
{
	const struct part_of in_german[] = { { german, NULL, 0, 0 }, { " ", NULL, 0, 0 }, { arabic, "ar", 0, 1 }, { " und ", NULL, 0, 0 },
		{ chinese, "zh", 0, 2 }, { german, NULL, INLINE_EM, 0 }, { NULL, NULL, 0, 0 } };
	const struct part_of in_arabic[] = { { arabic, NULL, 0, 0 }, { " ", NULL, 0, 0 }, { german, "de", 0, 1 }, { " ", NULL, 0, 0 },
		{ arabic, NULL, 0, 0 }, { " ", NULL, 0, 0 }, { tigrinya, "ti", 0, 2 }, { NULL, NULL, 0, 0 } };

	for (double w = 140; w < 260; w += 17.3) {
		struct paragraph p = break_parts(s, "de", in_german, w), q = break_parts(s, "ar", in_arabic, w);
		check_paragraph(s, &p);
		check_paragraph(s, &q);
	}
}

/* Each line's text is the paragraph's, without gap or repetition. */
static void test_nothing_lost(struct setting *s)
{
	struct paragraph p = break_text(s, "de", german, 110);
	GString *all = g_string_new(NULL);

	for (size_t i = 0; i < p.b.n; i++) {
		struct set_line *l = line_of(s, &p, i);

		for (size_t k = 0; k < l->npieces; k++)
			g_string_append_len(all, l->pieces[k].text, (gssize)l->pieces[k].nbytes);
		if (l->hyphen) {
			assert(all->str[all->len - 1] == '-');
			g_string_truncate(all, all->len - 1);
		} else if (i + 1 < p.b.n && all->str[all->len - 1] != ' ' && german[l->end] == ' ') {
			g_string_append_c(all, ' ');
		}
	}
	assert(!strcmp(all->str, german));
	g_string_free(all, TRUE);
}

static void test_hyphen(struct setting *s)
{
	struct paragraph p = break_text(s, "de", "Donaudampfschifffahrtsgesellschaftskapitänsmützenanstecknadel", 100);
	struct set_line *l = line_of(s, &p, 0);
	const struct piece *last = &l->pieces[l->npieces - 1];
	Pt w;

	assert(p.b.n > 2 && p.b.overfull == 0 && l->hyphen);
	assert(last->glyphs[last->nglyphs - 1].id == run_hyphen(last->run, &w) && w > 0);
	assert(g_str_has_suffix(last->text, "-"));
	/* Half of it hangs out of the measure. */
	assert(fabs(p.h->items[p.b.at[0]].hang_end - w / 2) < NEAR);
	/* Arabic is not hyphenated, and a hyphen has no place inside a German passage there. */
	p = break_parts(s, "ar", (struct part_of[]){ { arabic, NULL, 0, 0 }, { " Schifffahrtsgesellschaft ", "de", 0, 1 }, { arabic, NULL, 0, 0 }, { NULL, NULL, 0, 0 } }, 200);
	for (size_t i = 0; i < p.b.n; i++)
		assert(!line_of(s, &p, i)->hyphen);
}

/* In right-to-left text the first word stands at the right, what runs left to right inside keeps its order. */
static void test_order(struct setting *s)
{
	struct paragraph p = break_text(s, "ar", "بيت Haus am See كبير", 400);
	struct set_line *l = line_of(s, &p, 0);
	const struct piece *first = NULL, *haus = NULL, *last = NULL;

	for (size_t i = 0; i < l->npieces; i++) {
		if (g_str_has_prefix(l->pieces[i].text, "بيت"))
			first = &l->pieces[i];
		if (g_str_has_prefix(l->pieces[i].text, "Haus"))
			haus = &l->pieces[i];
		if (g_str_has_prefix(l->pieces[i].text, "كبير"))
			last = &l->pieces[i];
	}
	assert(first && haus && last && first->x > haus->x && haus->x > last->x && first->backward && !haus->backward);
	assert(g_str_has_prefix(haus->text, "Haus am See") && haus->glyphs[1].x > haus->glyphs[0].x);
	assert(fabs(first->x + first->width - 400) < NEAR);		/* flush right */
	/* Within a word, too, glyphs go from right to left, as a reader meets them on the page. */
	assert(first->glyphs[0].x < first->glyphs[first->nglyphs - 1].x && !strcmp(first->text, "بيت"));
}

static void test_alignment(struct setting *s)
{
	double left, right;
	struct paragraph p;

	for (int a = ALIGN_JUSTIFY; a <= ALIGN_CENTER; a++) {
		s->style.align = (enum align)a;
		p = break_text(s, "de", "Haus am", 200);
		extent(line_of(s, &p, 0), &left, &right);
		assert(fabs(a == ALIGN_END ? right - 200 : a == ALIGN_CENTER ? left + right - 200 : left) < NEAR);
		p = break_text(s, "ar", "بيت كبير", 200);
		extent(line_of(s, &p, 0), &left, &right);
		assert(fabs(a == ALIGN_END ? left : a == ALIGN_CENTER ? left + right - 200 : right - 200) < NEAR);
	}
	s->style.align = ALIGN_JUSTIFY;
}

static void test_protrusion(struct setting *s)
{
	struct paragraph p = break_text(s, "de", "„Haus.“", 200), q;
	double with, without;

	with = line_of(s, &p, 0)->x;
	s->style.protrusion = 0;
	q = break_text(s, "de", "„Haus.“", 200);
	without = line_of(s, &q, 0)->x;
	assert(with < -1 && without == 0);
	s->style.protrusion = 1;
	assert(protrude(&s->style, NULL, '.').end > 0.5 && protrude(&s->style, NULL, 'm').end == 0);
	assert(protrude(&s->style, NULL, 0x201e).start > 0.3 && protrude(&s->style, NULL, '.').start == 0);
}

/* A layout says what characters of a font hang out by; what it leaves out stays as usual. */
static void test_own_protrusion(struct setting *s)
{
	struct hang hangs[] = { { '.', "Noto Serif", 0, 0.25 }, { '.', NULL, 0, 1 }, { 'H', NULL, 0.5, 0 } };
	struct family *f = (struct family *)s->style.family, own = *f;
	const struct font *serif = break_text(s, "de", "Haus.", 200).h->text->runs[0].font;

	own.hangs = hangs;
	own.nhangs = G_N_ELEMENTS(hangs);
	s->style.family = &own;
	assert(!strcmp(serif->family, "Noto Serif"));
	assert(protrude(&s->style, serif, '.').end == 0.25 && protrude(&s->style, NULL, '.').end == 1);
	assert(protrude(&s->style, serif, 'H').start == 0.5 && protrude(&s->style, serif, 'A').start == 0.05);
	assert(break_text(s, "de", "Haus.", 200).h->hang_start > 0.1);
	s->style.family = f;
	assert(break_text(s, "de", "Haus.", 200).h->hang_start == 0);
}

/* Letters hang by little, however wide they are; what is straight at its side does not. */
static void test_letters_hang(struct setting *s)
{
	struct paragraph p = break_text(s, "de", "Vogel Wolkenkuckucksheim im Oktober", 400);
	double hang = p.h->hang_start;

	assert(hang > 0.1 && hang <= 0.025 * s->style.size + NEAR);
	p = break_text(s, "de", "Hafen", 400);
	assert(p.h->hang_start == 0);
	s->style.protrusion = 0;
	p = break_text(s, "de", "Vogel", 400);
	assert(p.h->hang_start == 0);
	s->style.protrusion = 1;
}

/* Large letters begin and end at the edge as those of the size named do; what is no larger keeps its own white. */
static void test_edge(struct setting *s)
{
	double size = s->style.size, stem, round, at_end;
	struct paragraph p;

	s->style.size = 50;
	s->style.protrusion = 0;
	p = break_text(s, "de", "Hafen", 400);
	assert(p.h->hang_start == 0);
	s->style.edge_size = 10;
	p = break_text(s, "de", "Hafen", 400);
	stem = p.h->hang_start;
	at_end = p.h->items[p.h->n - 1].hang_end;
	p = break_text(s, "de", "Ohm", 400);
	round = p.h->hang_start;
	assert(stem > 0.5 && round > 0.5 && fabs(stem - round) > 0.05 && at_end > 0);
	assert(fabs(line_of(s, &p, 0)->x + round) < NEAR);
	/* Four fifths of the white go: the letter stands where it would in ten points. */
	s->style.edge_size = 25;
	assert(fabs(break_text(s, "de", "Hafen", 400).h->hang_start - stem * 0.5 / 0.8) < NEAR);
	/* From the right, the first letter's right side counts. */
	s->style.edge_size = 10;
	p = break_text(s, "ar", "باب", 400);
	assert(p.h->hang_start != 0 && fabs(p.h->hang_start) < 10);
	s->style.size = 10;
	assert(break_text(s, "de", "Hafen", 400).h->hang_start == 0);
	s->style.edge_size = 0;
	s->style.protrusion = 1;
	s->style.size = size;
}

/* How the paragraph's first line ends. */
static bool ends_after(const struct paragraph *p, const char *word)
{
	char *line = g_strndup(p->h->text->text, p->h->items[p->b.at[0]].start);
	bool so = p->b.n > 1 && g_str_has_suffix(line, word);

	g_free(line);
	return so;
}

/* Heads: not after an article, a preposition, nor inside a name, where another line is to be had. */
static void test_cling(struct setting *s)
{
	static const struct { const char *lang, *text, *loose, *bound; double width; } cases[] = {
		{ "de", "Neun Monate in der Werkstatt", "Neun Monate in", "Neun Monate", 100 },
		{ "en", "Nine months in the workshop", "Nine months in", "Nine months", 100 },
		{ "de", "Warum Jelena Petrova singt und tanzt", "Warum Jelena", "Warum", 90 },
	};
	struct style plain = s->style;

	s->style.align = ALIGN_START;
	s->style.balance = true;
	s->style.hyphenate = false;
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct paragraph p;

		s->style.cling = false;
		p = break_text(s, cases[i].lang, cases[i].text, cases[i].width);
		assert(ends_after(&p, cases[i].loose));
		s->style.cling = true;
		p = break_text(s, cases[i].lang, cases[i].text, cases[i].width);
		assert(ends_after(&p, cases[i].bound));
		/* Where nothing else fits, it ends there all the same. */
		p = break_text(s, cases[i].lang, cases[i].text, 60);
		assert(p.b.n > 2 && p.b.overfull == 0);
	}
	s->style = plain;
}

/* Too long a word sticks out by itself; spaces beside it keep their least width. */
static void test_overfull(struct setting *s)
{
	struct paragraph p = break_text(s, "de", "Kurz Hxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx und kurz", 100);
	struct set_line *l = line_of(s, &p, 1);

	assert(p.b.n == 3 && p.b.overfull > 20);
	assert(l->width > 120 && fabs(l->x) < NEAR);
	check_paragraph(s, &(struct paragraph){ p.h, { .n = 1, .at = p.b.at + 2 }, 400 });
	p = break_text(s, "de", "Kurz\u00a0Hxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 100);	/* no break may part them */
	l = line_of(s, &p, 0);
	assert(p.b.n == 1 && l->width > 120);
	check_spaces(s, l);
}

/* Where the space of the line's first piece starts and ends; advance: of the letter before it. */
static double first_space(const struct set_line *l, double *advance)
{
	const struct piece *p = &l->pieces[0];
	size_t k = (size_t)(strchr(p->text, ' ') - p->text);

	*advance = p->glyphs[k].x - p->glyphs[k - 1].x;
	return p->glyphs[k + 1].x - p->glyphs[k].x;
}

/* The style says how wide a space is meant to be; letter-spacing does not add to it. */
static void test_spaces(struct setting *s)
{
	static const char text[] = "Haus am See am Hafen am Tor";
	struct paragraph p = break_text(s, "de", text, 400);
	double letter, wide, natural = first_space(line_of(s, &p, 0), &letter), spaced;
	struct fit f;

	s->style.space = 1.5;
	p = break_text(s, "de", text, 400);
	assert(fabs(first_space(line_of(s, &p, 0), &wide) - 1.5 * natural) < NEAR && fabs(wide - letter) < NEAR);
	s->style.space = 1;
	p = break_text(s, "de", text, 85);
	f = line_fit(p.h, SIZE_MAX, p.b.at[0], 85);
	spaced = first_space(line_of(s, &p, 0), &wide);
	assert(line_of(s, &p, 0)->justified && f.need > 0 && f.letters > 0.1);
	assert(fabs(wide - letter) < NEAR && fabs(spaced - natural * (1 + f.rest / f.stretch * s->style.space_stretch)) < NEAR);
	assert(line_of(s, &p, 0)->pieces[0].glyphs[1].x > 0);
}

/* A word's own hyphen at a line's end counts as one. */
static void test_dash(struct setting *s)
{
	struct paragraph p = break_text(s, "de", "Nord-Ost- und Süd/West-Bahn", 60);
	size_t dashes = 0;

	for (size_t i = 0; i < p.h->n; i++) {
		const struct hitem *it = &p.h->items[i];
		dashes += it->dash;
		assert(!it->dash || (!it->hyphen && p.h->text->text[it->start - 1] == '-'));
	}
	assert(dashes == 3);
}

/* Evener neighbours where they are asked for: the sum of squared changes over many measures. */
static void test_contrast(struct setting *s)
{
	double change[2] = { 0, 0 };

	for (int k = 0; k < 2; k++)
		for (double w = 150; w < 300; w += 7.3) {
			struct paragraph p;

			s->style.contrast = k ? 50 : 0;
			p = break_text(s, "de", german, w);
			for (size_t i = 0; i + 2 < p.b.n; i++) {
				struct fit f = line_fit(p.h, i ? p.b.at[i - 1] : SIZE_MAX, p.b.at[i], w);
				struct fit g = line_fit(p.h, p.b.at[i], p.b.at[i + 1], w);
				double step = f.rest / f.stretch - g.rest / g.stretch;
				change[k] += step * step;
			}
		}
	assert(change[1] < 0.9 * change[0]);
	s->style.contrast = 1;
}

/* A long text, from whatever there is: every line of every paragraph. */
static void test_long(struct setting *s)
{
	char *text = NULL, **lines;
	size_t n = 0;

	if (!g_file_get_contents("../shared/bench/de.txt", &text, NULL, NULL))
		return;
	lines = g_strsplit(text, "\n", -1);
	for (size_t i = 0; lines[i] && n < 4000; i++) {
		struct paragraph p;

		if (strlen(g_strstrip(lines[i])) < 40 || !g_utf8_validate(lines[i], -1, NULL))
			continue;
		p = break_text(s, "de", lines[i], 130);
		assert(p.b.overfull == 0);
		n += check_paragraph(s, &p);
	}
	assert(n > 100);
	g_strfreev(lines);
	g_free(text);
}

int main(void)
{
	struct setting *s = setting_new();

	test_measures(s);
	test_mixed(s);
	test_nothing_lost(s);
	test_hyphen(s);
	test_order(s);
	test_alignment(s);
	test_protrusion(s);
	test_own_protrusion(s);
	test_letters_hang(s);
	test_edge(s);
	test_cling(s);
	test_overfull(s);
	test_spaces(s);
	test_dash(s);
	test_contrast(s);
	test_long(s);
	setting_free(s);
	return 0;
}
