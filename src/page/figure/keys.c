/* src/page/figure/keys.c - captions and credits of several pictures as one text. */
#include "page/figure/keys.h"
#include <string.h>

enum { ISOLATES = 1000, ROWS_NAMED = 3, PLACES_NAMED = 3 };

/* ---- one text of several ----------------------------------------------------------------- */

struct gathering {
	struct composer *c;
	GString *text;
	GArray *runs, *places;
	const char *lang;
	bool rtl;
	uint32_t at;			/* in the source, for what the program adds */
	int parts;
};

static void add_plain(struct gathering *j, const char *s, unsigned flags)
{
	struct inline_run r = { .start = j->text->len, .end = j->text->len + strlen(s), .flags = flags, .lang = j->lang };

	if (!*s)
		return;
	g_string_append(j->text, s);
	spans_add_still(j->places, r.start, j->at);
	g_array_append_val(j->runs, r);
}

/* Words that run the other way are a passage of their own. */
static void add_copy(struct gathering *j, const struct copy *k)
{
	size_t start = j->text->len;

	j->parts++;
	g_string_append_len(j->text, k->text, (gssize)k->len);
	if (k->places.n)
		spans_add_text(j->places, start, &k->places, k->len);
	else
		spans_add_still(j->places, start, j->at);
	for (size_t i = 0; i < k->nruns; i++) {
		struct inline_run r = k->runs[i];

		r.start += start;
		r.end += start;
		if (r.isolate)
			r.isolate += ISOLATES * j->parts;
		else if (k->rtl != j->rtl)
			r.isolate = ISOLATES * j->parts + ISOLATES - 1;
		g_array_append_val(j->runs, r);
	}
}

/* The joined copy. One of the same words, made before for the same thing, is given again: its text is shaped already. */
static struct copy *gathering_end(struct gathering *j, const struct copy *like, struct copy *before)
{
	struct composer *c = j->c;
	struct copy *k = before;		/* or NULL */

	if (!k || strcmp(k->text, j->text->str)) {
		k = arena_make(c->arena, struct copy);
		*k = *like;
		k->text = arena_strdup(c->arena, j->text->str);
		k->len = j->text->len;
		k->places = spans_end(c->arena, g_array_ref(j->places));
		k->runs = arena_copy(c->arena, j->runs->data, j->runs->len * sizeof(struct inline_run));
		k->nruns = j->runs->len;
		k->lang = j->lang;
		k->rtl = j->rtl;
	}
	g_string_free(j->text, TRUE);
	g_array_unref(j->runs);
	g_array_unref(j->places);
	return k;
}

static struct gathering gathering_begin(struct composer *c, const struct copy *first, const char *lang)
{
	return (struct gathering){ c, g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(struct inline_run)),
			       g_array_new(FALSE, FALSE, sizeof(struct place_span)), lang, lang_is_rtl(lang), spans_at(&first->places, 0), 0 };
}

/* ---- captions ---------------------------------------------------------------------------- */

/* Whether words can say which picture is meant, in the language. */
static bool can_be_named(const struct layout *l, const struct mosaic_cell *cells, size_t n, const char *lang)
{
	static const char *const places[] = { "top", "middle", "bottom", "left", "center", "right" };

	for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
		if (!layout_has_label(l, places[i], lang))
			return false;
	for (size_t i = 0; i < n; i++)
		if (cells[i].row >= ROWS_NAMED || cells[i].of > PLACES_NAMED)
			return false;
	return true;
}

/* "Top left:" */
static const char *place_name(struct composer *c, const struct mosaic_cell *cells, size_t n, size_t i, const char *lang, bool rtl)
{
	size_t rows = cells[n - 1].row + 1, of = cells[i].of, from_left = rtl ? of - 1 - cells[i].nth : cells[i].nth;
	const char *row = rows == 1 ? NULL : cells[i].row == 0 ? "top" : cells[i].row + 1 == rows ? "bottom" : "middle";
	const char *column = of == 1 ? NULL : from_left == 0 ? "left" : from_left + 1 == of ? "right" : "center";
	char *name = g_strdup_printf("%s%s%s", row ? layout_label(c->layout, row, lang) : "", row && column ? " " : "",
				     column ? layout_label(c->layout, column, lang) : "");
	char first[8] = "";
	const char *out;

	g_unichar_to_utf8(g_unichar_totitle(g_utf8_get_char(name)), first);
	out = arena_printf(c->arena, "%s%s: ", first, g_utf8_next_char(name));
	g_free(name);
	return out;
}

static size_t count_captions(const struct floating *f, const struct copy **first)
{
	size_t n = 0;

	for (size_t i = f->npictures; i-- > 0; )
		if (f->pictures[i]->caption) {
			n++;
			*first = f->pictures[i]->caption;
		}
	return n;
}

const struct copy *caption_copy(struct composer *c, const struct floating *f, const struct mosaic_cell *cells, const struct style *style, bool *numbered)
{
	const struct copy *common = f->caption, *first = NULL;
	const char *lang = f->article->lang;
	struct gathering j;
	struct copy *made;

	*numbered = false;
	if (count_captions(f, &first) == 0 || !cells)
		return !cells && first && !common ? first : common;
	*numbered = c->layout->rules.numbers || !can_be_named(c->layout, cells, f->npictures, lang);
	j = gathering_begin(c, first, lang);
	if (common)
		add_copy(&j, common);
	for (size_t i = 0; i < f->npictures; i++) {
		const struct copy *k = f->pictures[i]->caption;

		if (!k)
			continue;
		if (j.text->len)
			add_plain(&j, "  ", 0);
		if (k->places.n)
			j.at = spans_at(&k->places, 0);
		add_plain(&j, *numbered ? arena_printf(c->arena, "%s ", digits_for(c, (int)i + 1, lang, style)) :
			  place_name(c, cells, f->npictures, i, lang, j.rtl), INLINE_STRONG);
		add_copy(&j, k);
	}
	made = gathering_end(&j, first, made_caption(&c->caches->made, f->pictures[0]));
	made_caption_keep(&c->caches->made, f->pictures[0], made);
	return made;
}

const struct copy *credit_copy(struct composer *c, const struct floating *f)
{
	const struct copy *first = NULL;
	struct gathering j;
	struct copy *made;
	bool several = false;

	for (size_t i = 0; i < f->npictures; i++) {
		const struct copy *k = f->pictures[i]->credit;

		first = first ? first : k;
		several |= k && strcmp(k->text, first->text);
	}
	if (!several)
		return first;
	j = gathering_begin(c, first, first->lang);
	for (size_t i = 0; i < f->npictures; i++) {
		const struct copy *k = f->pictures[i]->credit;
		bool said = !k;

		for (size_t b = 0; b < i && !said; b++)
			said = f->pictures[b]->credit && !strcmp(f->pictures[b]->credit->text, k->text);
		if (said)
			continue;
		if (j.text->len)
			add_plain(&j, ", ", 0);
		add_copy(&j, k);
	}
	made = gathering_end(&j, first, made_credit(&c->caches->made, f->pictures[0]));
	made_credit_keep(&c->caches->made, f->pictures[0], made);
	return made;
}

/* ---- numbers on the pictures ------------------------------------------------------------- */

void key_put(struct composer *c, struct sheet *s, int n, struct rect box, const struct style *style, const char *lang)
{
	struct style *bold = arena_make(c->arena, struct style);
	const char *digits = digits_for(c, n, lang, style);
	Pt side = 1.6 * style->size, x = lang_is_rtl(lang) ? rect_right(box) - side : box.x;
	struct rect ground = { x - 1, rect_bottom(box) - side, side + 2, side + 1 };
	struct text_set t;

	*bold = *style;
	bold->weight = 700;
	bold->align = ALIGN_CENTER;
	sheet_rect(c, s, ground, (struct colour){ "white", 1, 0, 0, 0, 0 }, c->layout->at);
	t = set_copy(c, plain_copy(c, digits, lang, c->layout->at), bold, side);
	if (t.n)
		sheet_line(c, s, t.lines[0], x, rect_bottom(box) - 0.42 * style->size, ink_colour(c, style->ink, NULL, true), NULL);
}
