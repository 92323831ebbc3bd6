/* src/page/block/words.c - single lines, set outside of any issue. */
#include "page/block/words.h"
#include "page/compose.h"

struct words {
	struct composer c;		/* of a document without pages */
	struct sheet sheet;
	const struct family *family;
};

static const char *const noto_sans[] = { "Noto Sans", NULL };
static struct face plain_faces[] = {
	{ .script = "Latn", .fonts = (const char **)noto_sans, .size = 1, .leading = 1, .min_weight = 100, .max_weight = 900 },
	{ .script = "Cyrl", .fonts = (const char **)noto_sans, .size = 1, .leading = 1, .min_weight = 100, .max_weight = 900 },
	{ .script = "Grek", .fonts = (const char **)noto_sans, .size = 1, .leading = 1, .min_weight = 100, .max_weight = 900 },
};
static const struct family plain = { .name = "plain", .faces = plain_faces, .nfaces = sizeof plain_faces / sizeof plain_faces[0] };

static void drop(void *words)
{
	struct words *w = words;

	caches_free(w->c.caches);
	g_array_unref(w->sheet.items);
	g_array_unref(w->sheet.lines);
}

struct words *words_new(struct arena *a, struct text_tools *t, const struct layout *l, struct diag *d)
{
	struct words *w = arena_make(a, struct words);
	const struct style *s = l ? layout_style(l, "caption") : NULL;

	if (l && !s && l->nstyles)
		s = &l->styles[0];
	w->family = s ? s->family : &plain;
	w->c = (struct composer){ .arena = a, .layout = l, .tools = t, .diag = d, .caches = caches_new() };
	w->sheet.items = g_array_new(FALSE, TRUE, sizeof(struct item));
	w->sheet.lines = g_array_new(FALSE, TRUE, sizeof(struct line_note));
	arena_defer(a, drop, w);
	return w;
}

static struct text_set set(struct words *w, const char *text, const char *lang, Pt size, int weight, enum align align, Pt width)
{
	struct style *s = arena_make(w->c.arena, struct style);

	*s = style_natural();
	s->name = "words";
	s->family = w->family;
	s->weight = weight;
	s->size = size;
	s->leading = 1.25 * size;
	s->align = align;
	s->ink = (struct ink){ NULL, false, 1 };
	s->numerals = "lnum";
	return set_copy(&w->c, plain_copy(&w->c, text, lang, (struct src){ NULL, 0, 0 }), s, width);
}

/* A single line starts at its left edge in every script. */
static struct text_set set_line(struct words *w, const char *text, const char *lang, Pt size, int weight)
{
	return set(w, text, lang, size, weight, ALIGN_JUSTIFY, 10000);
}

Pt words_width(struct words *w, const char *text, const char *lang, Pt size, int weight)
{
	struct text_set t = set_line(w, text, lang, size, weight);

	return t.n ? t.lines[0]->width : 0;
}

const char *words_cut(struct words *w, const char *text, const char *lang, Pt size, int weight, Pt room)
{
	glong least = 0, most = g_utf8_strlen(text, -1);
	const char *cut = "";

	if (words_width(w, text, lang, size, weight) <= room)
		return text;
	/* The longest beginning that goes in with the sign. */
	while (least < most) {
		glong n = (least + most) / 2;
		const char *end = g_utf8_offset_to_pointer(text, n), *tried;

		while (n > 0 && g_unichar_ismark(g_utf8_get_char(end)))		/* with its accents */
			end = g_utf8_offset_to_pointer(text, --n);
		tried = arena_printf(w->c.arena, "%.*s…", (int)(end - text), text);
		if (words_width(w, tried, lang, size, weight) > room) {
			most = n;
		} else {
			cut = tried;
			least = (least + most) / 2 + 1;
		}
	}
	return cut;
}

Pt words_put(struct words *w, const char *text, const char *lang, Pt size, int weight, Pt x, Pt y,
	     enum words_align align, struct colour c)
{
	static const double share[] = { [WORDS_LEFT] = 0, [WORDS_RIGHT] = 1, [WORDS_CENTRED] = 0.5 };
	struct text_set t = set_line(w, text, lang, size, weight);

	if (!t.n)
		return 0;
	sheet_line(&w->c, &w->sheet, t.lines[0], x - share[align] * t.lines[0]->width - t.lines[0]->x, y, c, NULL);
	return t.lines[0]->width;
}

size_t words_block(struct words *w, const char *text, const char *lang, Pt size, int weight, Pt x, Pt y, Pt leading, Pt width,
		   size_t most, struct colour c)
{
	struct text_set t = set(w, text, lang, size, weight, ALIGN_START, width);
	size_t n = MIN(t.n, most);

	for (size_t i = 0; i < n; i++) {
		const struct set_line *l = t.lines[i];

		/* What is left over is cut in the last line, at the side the text ends on. */
		if (i + 1 == n && t.n > n) {
			const char *cut = words_cut(w, l->text->text + l->start, lang, size, weight, width);

			words_put(w, cut, lang, size, weight, t.rtl ? x + width : x, y + (double)i * leading, t.rtl ? WORDS_RIGHT : WORDS_LEFT, c);
		} else {
			sheet_line(&w->c, &w->sheet, l, x, y + (double)i * leading, c, NULL);
		}
	}
	return n;
}

struct item *words_items(const struct words *w, size_t *n)
{
	*n = w->sheet.items->len;
	return arena_copy(w->c.arena, w->sheet.items->data, *n * sizeof(struct item));
}
