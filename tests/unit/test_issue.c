/* tests/unit/test_issue.c */
#include <assert.h>
#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "doc/issue.h"
#include "doc/list.h"
#include "doc/verse.h"
#include "doc/layout.h"
#include "doc/node.h"
#include "folder.h"

#define OPEN "<issue xmlns=\"urn:zivos:issue\" number=\"1\" date=\"2026-02-01\" xml:lang=\"de\">"

static struct rubric rubrics[] = { { .id = "markt", .name = "Markt" }, { .id = "fest", .name = "Fest" } };
static struct template templates[] = { { .name = "kurz", .start = START_LEFT }, { .name = "story" } };
static const struct layout layout = {
	.rubrics = rubrics, .nrubrics = 2, .templates = templates, .ntemplates = 2,
};

struct fixture {
	struct folder in;
	struct issue *issue;
};

static struct fixture build(const char *text)
{
	struct fixture f = { .in = folder_new("issue.xml", text) };

	f.issue = issue_build(f.in.a, node_read(f.in.a, f.in.a, &issue_vocabulary, f.in.path, NULL, f.in.d), &layout, f.in.d);
	return f;
}

/* An issue of one article with the given blocks. */
static struct fixture build_blocks(const char *lang, const char *blocks)
{
	char *text = g_strdup_printf(OPEN "<article id=\"a\" rubric=\"markt\" template=\"story\" xml:lang=\"%s\">"
				     "<headline>Kopf</headline><body>%s</body></article></issue>", lang, blocks);
	struct fixture f = build(text);

	g_free(text);
	return f;
}

/* The paragraph's text once its spaces are what lang wants. */
static void expect_copy(const char *lang, const char *p, const char *wanted)
{
	char *blocks = g_strdup_printf("<p>%s</p>", p);
	struct fixture f = build_blocks(lang, blocks);

	assert(strcmp(f.issue->articles[0]->blocks[0]->copy->text, wanted) == 0);
	g_free(blocks);
	folder_free(&f.in);
}

#define N "\xC2\xA0"			/* no-break space */
#define T "\xE2\x80\xAF"		/* narrow no-break space */
#define L "\xE2\x80\xA8"		/* line separator */

static void test_white_space(void)
{
	expect_copy("de", "\n  Eins\t zwei\r\n drei  ", "Eins zwei drei");
	expect_copy("de", "Eins <em> zwei </em> drei", "Eins zwei drei");
	expect_copy("de", "Eins <br/> zwei<br/>", "Eins" L "zwei");
	expect_copy("de", "Eins&#160; zwei", "Eins" N " zwei");
}

static void test_no_breaks(void)
{
	static const struct { const char *lang, *text, *wanted; } cases[] = {
		{ "de", "Obst, z. B. Äpfel", "Obst, z." N "B. Äpfel" },
		{ "de", "i. d. R. um 10 Uhr", "i." N "d." N "R. um 10" N "Uhr" },
		{ "de", "nach § 5 und S. 12", "nach §" N "5 und S." N "12" },
		{ "de", "mit 5 % und 3 kg", "mit 5" N "% und 3" N "kg" },
		{ "de", "Dr. Ott am 3. Oktober", "Dr." N "Ott am 3." N "Oktober" },
		{ "de", "Nr. 5, d. h. fünf", "Nr." N "5, d." N "h. fünf" },
		{ "de", "u. a. <em>5</em> km", "u." N "a. 5" N "km" },
		{ "de", "1853. Oktober", "1853. Oktober" },
		{ "de", "3 Mandeln, 5 mal", "3 Mandeln, 5 mal" },
		{ "de", "ganz. B. kam", "ganz. B. kam" },
		{ "de", "Was : nichts !", "Was : nichts !" },
		{ "en", "on 3 October, 5 p.m.", "on 3" N "October, 5" N "p.m." },
		{ "en", "z. B. no", "z. B. no" },
		{ "fr", "« Quoi ? » Oui !", "«" T "Quoi" T "?" T "» Oui" T "!" },
		{ "fr", "Quoi" N "? Oui: non", "Quoi" N "? Oui: non" },
		{ "fr-CH", "Quoi ; oui", "Quoi" T "; oui" },
		{ "uk", "3 жовтня, № 5", "3" N "жовтня, №" N "5" },
		{ "de", "am 3. 5. 2026, im Jahr 3. 5 kam", "am 3." N "5." N "2026, im Jahr 3. 5 kam" },
		{ "de", "von J. S. Bach, u. v. m.", "von J." N "S." N "Bach, u." N "v." N "m." },
		{ "de", "Haus A. Der Rest, Seite 7, ca. 8 Mio. Euro", "Haus A." N "Der Rest, Seite" N "7, ca." N "8" N "Mio. Euro" },
		{ "pl", "i tak w domu z psem, ul. Długa 5 zł", "i" N "tak w" N "domu z" N "psem, ul. Długa 5" N "zł" },
		{ "pl", "Mówi i idzie. A ona", "Mówi i" N "idzie. A" N "ona" },
		{ "cs", "v Praze s ním 3. května", "v" N "Praze s" N "ním 3." N "května" },
		{ "sk", "Dr. Novák a syn k nám", "Dr." N "Novák a" N "syn k" N "nám" },
		{ "ru", "в доме не был бы, и т. д. 5 лет", "в" N "доме не" N "был" N "бы, и" N "т." N "д. 5" N "лет" },
		{ "ru", "Дом — это он же", "Дом — это он" N "же" },
		{ "uk", "у школі й на дворі, 10 грн", "у" N "школі й" N "на" N "дворі, 10" N "грн" },
		{ "fr", "Mme Petit, 30 ans, chap. 5", "Mme" N "Petit, 30" N "ans, chap." N "5" },
		{ "es", "Sr. López, 5 euros", "Sr." N "López, 5" N "euros" },
		{ "tr", "Dr. Aydın, s. 5", "Dr." N "Aydın, s." N "5" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect_copy(cases[i].lang, cases[i].text, cases[i].wanted);
}

static void test_runs(void)
{
	struct fixture f = build_blocks("de",
		"<p>Ein <em>z. B. <strong>b</strong></em><foreign xml:lang=\"ar\">س <foreign xml:lang=\"en\">x</foreign></foreign>"
		"<foreign xml:lang=\"ar\">ع</foreign> <link href=\"tel:1\">y</link><ref to=\"a\"/><ref to=\"a\"/></p>");
	const struct copy *c = f.issue->articles[0]->blocks[0]->copy;
	static const struct { const char *text; unsigned flags; const char *lang; int isolate; } wanted[] = {
		{ "Ein ", 0, "de", 0 }, { "z." N "B. ", INLINE_EM, "de", 0 }, { "b", INLINE_EM | INLINE_STRONG, "de", 0 },
		{ "س ", INLINE_FOREIGN, "ar", 1 }, { "x", INLINE_FOREIGN, "en", 2 }, { "ع", INLINE_FOREIGN, "ar", 3 },
		{ " ", 0, "de", 0 }, { "y", 0, "de", 0 }, { "\xEF\xBF\xBC", 0, "de", 0 }, { "\xEF\xBF\xBC", 0, "de", 0 },
	};

	assert(c->nruns == sizeof wanted / sizeof wanted[0] && !c->rtl);
	for (size_t i = 0, at = 0; i < c->nruns; at = c->runs[i++].end) {
		const struct inline_run *r = &c->runs[i];

		assert(r->start == at && r->end - r->start == strlen(wanted[i].text));
		assert(memcmp(c->text + at, wanted[i].text, strlen(wanted[i].text)) == 0);
		assert(r->flags == wanted[i].flags && strcmp(r->lang, wanted[i].lang) == 0 && r->isolate == wanted[i].isolate);
		assert(!r->href == (i != 7) && !r->ref == (i < 8));
	}
	assert(c->runs[c->nruns - 1].end == c->len && c->runs[8].ref == f.issue->articles[0]);
	for (size_t i = 0; i < c->len; i++)
		assert(spans_at(&c->places, i) < c->source->n && (i == 0 || spans_at(&c->places, i) >= spans_at(&c->places, i - 1)));
	assert(copy_at(c, 4).col == c->at.col + 3 + 4 + 4);	/* the z, after "<p>", "Ein " and "<em>" */
	folder_free(&f.in);
}

/* Every letter of a text stands where its author wrote it: over white space brought together, characters by number,
 * letters of several bytes and no-break spaces put in. */
static void test_places(void)
{
	struct fixture f = build_blocks("de", "<p>Zwei   Äpfel &amp; z. B.\n      &#x442;&#x430; <em>drei</em> Öfen</p>");
	const struct copy *c = f.issue->articles[0]->blocks[0]->copy;
	const char *words[] = { "Zwei", "pfel", "z.", "B.", "drei", "fen" };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		const char *at = strstr(c->text, words[i]);

		assert(at && !strncmp((const char *)c->source->bytes + spans_at(&c->places, (size_t)(at - c->text)), words[i], strlen(words[i])));
	}
	assert(c->places.n < c->len / 2);
	assert(copy_at(c, c->len + 5).line == copy_at(c, c->len - 1).line);
	folder_free(&f.in);
}

static void test_inheritance_of_language(void)
{
	struct fixture f = build_blocks("ar", "<p>x</p><box xml:lang=\"uk\" title=\"T\"><p>x</p><p xml:lang=\"tlh\">x</p></box>");
	const struct article *art = f.issue->articles[0];

	assert(art->rtl && art->blocks[0]->copy->rtl && strcmp(art->blocks[0]->copy->lang, "ar") == 0);
	assert(strcmp(art->blocks[1]->copy->lang, "uk") == 0 && strcmp(art->blocks[1]->copy->text, "T") == 0);
	assert(strcmp(art->blocks[1]->blocks[1]->copy->lang, "uk") == 0);
	assert(diag_count(f.in.d, SEV_NOTE) == 1 && diag_get(f.in.d, 0)->id == D_LANGUAGE);
	folder_free(&f.in);
}

static void test_blocks(void)
{
	struct fixture f = build_blocks("de",
		"<verse by=\"A\"><line>1</line><stanza><line>2</line></stanza><stanza><line>3</line></stanza></verse>"
		"<list kind=\"number\"><item>a</item><item> </item></list><p/><pullquote by=\"B\">q</pullquote>");
	const struct article *art = f.issue->articles[0];
	const struct block *verse = art->blocks[0];

	assert(art->nblocks == 3 && verse->kind == BLOCK_VERSE && verse->verse->n == 3);
	assert(!verse->verse->lines[0].gap && verse->verse->lines[1].gap && verse->verse->lines[2].gap);
	assert(verse->verse->lines[2].number == 3 && strcmp(verse->verse->lines[2].copy->text, "3") == 0);
	assert(strcmp(verse->by->text, "A") == 0);
	assert(art->blocks[1]->list->n == 1 && art->blocks[1]->list->items[0].kind == LIST_NUMBER);
	assert(strcmp(art->blocks[2]->by->text, "B") == 0);
	folder_free(&f.in);
}

static void test_parts_and_fallbacks(void)
{
	struct fixture f = build(OPEN
		"<section template=\"kurz\" rubric=\"fest\" title=\"T\" xml:lang=\"en\">"
		"<imprint><p>i</p></imprint><article><headline>1</headline><body><p>x</p></body></article>"
		"<article rubric=\"markt\"><headline/><body><p>x</p></body></article></section>"
		"<article rubric=\"nix\"><headline>3</headline><body/></article></issue>");
	const struct part *section = f.issue->parts[0], *single = f.issue->parts[1];

	assert(f.issue->nparts == 2 && f.issue->narticles == 4 && section->narticles == 3);
	assert(section->start == START_LEFT && section->template == &templates[0] && strcmp(section->title->lang, "en") == 0);
	assert(section->articles[2]->imprint && section->articles[2]->headline->len == 0);
	assert(section->articles[0]->rubric == &rubrics[1] && !section->articles[0]->template);
	assert(section->articles[1]->rubric == &rubrics[0] && section->articles[1]->headline->len > 0);
	assert(single->template == &templates[1] && single->rubric == &rubrics[0]);
	/* the empty headline, the rubric nix, the template, the empty article */
	assert(diag_count(f.in.d, SEV_NOTE) == 4 && diag_count(f.in.d, SEV_ERROR) == 3);
	folder_free(&f.in);
}

static void test_languages(void)
{
	static const struct { const char *lang, *script; bool rtl, known; } cases[] = {
		{ "de", "Latn", false, true }, { "de-AT", "Latn", false, true }, { "ar", "Arab", true, true },
		{ "ku", "Latn", false, true }, { "ku-Arab", "Arab", true, true }, { "ckb", "Arab", true, true },
		{ "sr", "Cyrl", false, true }, { "sr-Latn-RS", "Latn", false, true }, { "zh", "Hans", false, true },
		{ "zh-TW", "Hant", false, true }, { "zh-Hant-HK", "Hant", false, true }, { "ja", "Jpan", false, true },
		{ "yi", "Hebr", true, true }, { "rhg", "Rohg", true, true }, { "rhg-Latn", "Latn", false, true },
		{ "mnk-Latn", "Latn", false, true }, { "mnk", "Latn", false, false }, { "de-Mand", "Latn", false, false },
		{ "FA", "Arab", true, true }, { "deu", "Latn", false, false }, { "de-1996", "Latn", false, true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert(strcmp(lang_script(cases[i].lang), cases[i].script) == 0);
		assert(lang_is_rtl(cases[i].lang) == cases[i].rtl && lang_is_known(cases[i].lang) == cases[i].known);
	}
	assert(strcmp(lang_name("tr"), "Türkçe") == 0 && strcmp(lang_name("xyz"), "xyz") == 0);
}

int main(void)
{
	test_white_space();
	test_no_breaks();
	test_runs();
	test_places();
	test_inheritance_of_language();
	test_blocks();
	test_parts_and_fallbacks();
	test_languages();
	return 0;
}
