/*
 * tests/unit/setting.h - fonts, a style and copies for tests of shaping and lines.
 *
 * The style is 10 pt justified Noto Serif; tests change it as they need.
 */
#ifndef ZIVOS_TESTS_SETTING_H
#define ZIVOS_TESTS_SETTING_H

#include <assert.h>
#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "base/data.h"
#include "doc/layout.h"
#include "text/font.h"
#include "text/dictionaries.h"
#include "text/shape.h"
#include "text/tools.h"

struct setting {
	struct arena *a;
	struct diag *d;
	struct fonts *fonts;
	struct hyphens *hyphens;
	struct text_tools tools;
	struct family family;
	struct style style;
};

static inline struct setting *setting_new(void)
{
	static const char *latin[] = { "Noto Serif", NULL }, *hebrew[] = { "Noto Serif Hebrew", NULL }, *naskh[] = { "Noto Naskh Arabic", NULL },
		*ethiopic[] = { "Noto Serif Ethiopic", NULL }, *deva[] = { "Noto Serif Devanagari", NULL },
		*thai[] = { "Noto Serif Thai", NULL }, *nastaliq[] = { "Noto Nastaliq Urdu", NULL },
		*chinese[] = { "Noto Serif CJK SC", NULL };
#define FACE(code, family, factor, lightest, boldest, stress, up) { .script = code, .fonts = family, .size = factor, .leading = 1, \
		.min_weight = lightest, .max_weight = boldest, .emphasis = EMPHASIS_##stress, .baseline = up }
	static struct face faces[] = {
		FACE("Latn", latin, 1, 100, 900, ITALIC, 0), FACE("Cyrl", latin, 1, 100, 900, ITALIC, 0),
		FACE("Arab", naskh, 1.2, 400, 700, BOLD, 0), FACE("Hebr", hebrew, 1, 100, 900, BOLD, 0),
		FACE("Ethi", ethiopic, 1, 100, 900, BOLD, 0), FACE("Deva", deva, 1, 100, 900, BOLD, 0),
		FACE("Thai", thai, 1, 100, 900, BOLD, 0.1), FACE("Hani", chinese, 1, 100, 900, BOLD, 0),
		FACE("Hans", chinese, 1, 100, 900, BOLD, 0),
		{ .script = "Arab", .lang = "ur", .fonts = nastaliq, .size = 1, .leading = 2, .min_weight = 400, .max_weight = 700, .emphasis = EMPHASIS_BOLD },
	};
#undef FACE
	struct setting *s = g_new0(struct setting, 1);
	char *conf = data_path("fonts/fonts.conf");

	s->a = arena_new();
	s->d = diag_new();
	s->fonts = fonts_new(conf, s->d);
	assert(s->fonts);
	s->hyphens = hyphens_new(NULL);
	text_tools_init(&s->tools, s->fonts, s->hyphens);
	s->family = (struct family){ .name = "text", .faces = faces, .nfaces = G_N_ELEMENTS(faces) };
	s->style = (struct style){
		.name = "text", .family = &s->family, .weight = 400, .width = 100, .size = 10, .leading = 12,
		.align = ALIGN_JUSTIFY, .hyphenate = true, .track_limit = 0.01, .space = 1, .space_shrink = 0.3, .space_stretch = 0.5,
		.protrusion = 1, .hyphen_penalty = 50, .ladder = 2, .contrast = 1, .runt = 2.5,
	};
	g_free(conf);
	return s;
}

static inline void setting_free(struct setting *s)
{
	text_tools_clear(&s->tools);
	hyphens_free(s->hyphens);
	diag_free(s->d);
	arena_free(s->a);
	fonts_free(s->fonts);
	g_free(s);
}

/* A copy of parts, each with its own markup; the last has no text. lang NULL: the copy's. */
struct part_of { const char *text, *lang; unsigned flags; int isolate; };

static inline struct copy *copy_of(struct setting *s, const char *lang, const struct part_of *parts)
{
	struct copy *c = arena_make(s->a, struct copy);
	GString *text = g_string_new(NULL);
	size_t n = 0;

	while (parts[n].text)
		n++;
	c->runs = arena_make_array(s->a, n, struct inline_run);
	for (size_t i = 0; i < n; i++) {
		struct inline_run *r = &c->runs[i];

		r->start = text->len;
		g_string_append(text, parts[i].text);
		r->end = text->len;
		r->lang = parts[i].lang ? parts[i].lang : lang;
		r->flags = parts[i].flags | (parts[i].isolate ? INLINE_FOREIGN : 0);
		r->isolate = parts[i].isolate;
	}
	c->nruns = n;
	c->len = text->len;
	c->text = arena_strndup(s->a, text->str, text->len);
	c->lang = lang;
	c->rtl = lang_is_rtl(lang);
	c->at = (struct src){ "test.xml", 1, 1 };
	g_string_free(text, TRUE);
	return c;
}

static inline struct shaped *shape_parts(struct setting *s, const char *lang, const struct part_of *parts)
{
	return shape(s->a, copy_of(s, lang, parts), &s->style, &s->tools, NULL, NULL, s->d);
}

static inline struct shaped *shape_text(struct setting *s, const char *lang, const char *text)
{
	return shape_parts(s, lang, (struct part_of[]){ { text, NULL, 0, 0 }, { NULL, NULL, 0, 0 } });
}

/* The run that holds the first occurrence of some text. */
static inline const struct run *run_at(const struct shaped *s, const char *text)
{
	const char *p = strstr(s->text, text);

	assert(p);
	return shaped_run(s, (uint32_t)(p - s->text));
}

#endif
