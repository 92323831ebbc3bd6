/*
 * src/text/shape.c - glyphs, advances, breaks and hyphens of a paragraph.
 *
 * Each run is shaped once, whole, with the paragraph as context; where neither
 * script nor font looks over a space, word by word, so that a word that has
 * been there before need not be shaped again (text/lexicon.h). The glyphs
 * are kept in logical order (HarfBuzz gives right-to-left runs visually), so
 * that the stretch between two breaks is a slice of one array in any
 * direction. A slice whose edge is unsafe to break is shaped again.
 */
#include "text/shape.h"
#include <glib.h>
#include <hb-ot.h>
#include <string.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "doc/layout.h"
#include "doc/wordlist.h"
#include "text/breaks.h"
#include "text/dictionaries.h"
#include "text/font.h"
#include "text/fullwidth.h"
#include "text/hyphen.h"
#include "text/itemise.h"
#include "text/ligature.h"
#include "text/tools.h"
#include "text/lexicon.h"

/* What the gap after an ideograph may give, em: clreq, 3.2.4, even spacing between characters as the last means. */
#define IDEOGRAPH_STRETCH 0.08

static void set_up_buffer(hb_buffer_t *buf, const struct run *r)
{
	hb_buffer_set_direction(buf, r->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buf, r->script);
	hb_buffer_set_language(buf, hb_language_from_string(r->lang, -1));
	/* Characters let Arabic marks be placed one by one; graphemes keep everything else together. */
	hb_buffer_set_cluster_level(buf, r->level & 1 ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS :
				    HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
}

enum { FEATURES = 5 };

static unsigned features_of(const struct run *r, const struct style *s, hb_feature_t *f)
{
	unsigned n = 0;

	if (s->numerals && hb_feature_from_string(s->numerals, -1, &f[n]))
		n++;
	if (s->tabular)
		hb_feature_from_string("tnum", -1, &f[n++]);
	if (s->small_caps)
		hb_feature_from_string("smcp", -1, &f[n++]);
	/* A ligature between spaced letters would stand out as a tight pair. */
	if (r->tracking > 0) {
		hb_feature_from_string("-liga", -1, &f[n++]);
		hb_feature_from_string("-clig", -1, &f[n++]);
	}
	return n;
}

/* The buffer holds text[from, to), where a byte's cluster is its offset less `base`. */
static void run_shape(hb_buffer_t *buf, const struct run *r, const struct style *s, const char *text, size_t len,
		      size_t from, size_t to, size_t base)
{
	hb_feature_t f[FEATURES];
	unsigned n = features_of(r, s, f);
	GArray *parted;

	/* Letters that are spaced have no ligatures anyway. */
	if (r->tracking > 0 || !ligatures_matter(r->lang) || !memchr(text + from, 'f', to - from)) {
		hb_shape(r->font->hb, buf, f, n);
		return;
	}
	parted = g_array_new(FALSE, FALSE, sizeof(hb_feature_t));
	g_array_append_vals(parted, f, n);
	ligatures_part(text, len, from, to, parted);
	for (guint i = n; i < parted->len; i++) {
		hb_feature_t *p = &g_array_index(parted, hb_feature_t, i);
		p->start -= (unsigned)base;
		p->end -= (unsigned)base;
	}
	hb_shape(r->font->hb, buf, (const hb_feature_t *)parted->data, parted->len);
	g_array_unref(parted);
}

static void glyph_from_hb(struct glyph *g, const hb_glyph_info_t *i, const hb_glyph_position_t *p, double unit)
{
	g->id = i->codepoint;
	g->cluster = i->cluster;
	g->adv = (float)(p->x_advance * unit);
	g->dx = (float)(p->x_offset * unit);
	g->dy = (float)(-p->y_offset * unit);
	g->flags = hb_glyph_info_get_glyph_flags(i) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK ? GLYPH_UNSAFE : 0;
}

/* Tracking goes to the last glyph of each cluster. */
static void add_tracking(struct glyph *g, size_t n, double tracking)
{
	for (size_t i = 0; tracking != 0 && i < n; i++)
		if (i + 1 == n || g[i + 1].cluster != g[i].cluster)
			g[i].adv += (float)tracking;
}

/* Unsafe marks of HarfBuzz mean "before this cluster" in logical order for both directions. */
static void take_glyphs(hb_buffer_t *buf, const struct run *r, struct glyph *out, unsigned n)
{
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buf, NULL);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(buf, NULL);
	double unit = r->size / r->font->upem;

	for (unsigned i = 0; i < n; i++) {
		unsigned from = r->level & 1 ? n - 1 - i : i;
		glyph_from_hb(&out[i], &info[from], &pos[from], unit);
	}
	add_tracking(out, n, r->tracking);
}

/* The letter beyond a run's edge, over bidi controls; 0: none. */
static gunichar beyond(const struct shaped *s, const struct run *r, bool after)
{
	const char *p = s->text + (after ? r->end : r->start), *end = s->text + s->len;

	while (after ? p < end : p > s->text) {
		gunichar c = g_utf8_get_char(after ? p : (p = g_utf8_prev_char(p)));

		if (c < 0x2066 || c > 0x2069)
			return c;
		if (after)
			p = g_utf8_next_char(p);
	}
	return 0;
}

/* Nastaliq hardly parts its words by spaces, since their slope does; beside a Latin word a space must be one. */
static void widen_spaces(const struct shaped *s, const struct run *r, struct glyph *g, size_t n)
{
	float narrow = (float)(0.18 * r->size), wide = (float)(0.24 * r->size);

	if (!(r->level & 1) || !n)
		return;
	for (int after = 0; after < 2; after++) {
		struct glyph *edge = after ? &g[n - 1] : g;

		if (s->text[edge->cluster] == ' ' && edge->adv < narrow &&
		    g_unichar_get_script(beyond(s, r, after)) == G_UNICODE_SCRIPT_LATIN)
			edge->adv = wide;
	}
}

struct shaper { struct shaped *s; struct lexicon *lexicon; hb_buffer_t *buf; GArray *glyphs; };

static struct glyph *more_glyphs(struct shaper *h, unsigned n)
{
	g_array_set_size(h->glyphs, h->glyphs->len + n);
	return &g_array_index(h->glyphs, struct glyph, h->glyphs->len - n);
}

/* The run as a whole, with what stands round it. */
static void shape_whole(struct shaper *h, const struct run *r)
{
	unsigned n;

	hb_buffer_clear_contents(h->buf);
	hb_buffer_add_utf8(h->buf, h->s->text, (int)h->s->len, r->start, (int)(r->end - r->start));
	set_up_buffer(h->buf, r);
	run_shape(h->buf, r, h->s->style, h->s->text, h->s->len, r->start, r->end, 0);
	n = hb_buffer_get_length(h->buf);
	take_glyphs(h->buf, r, more_glyphs(h, n), n);
}

/* ---- words ---- */

/* All that run_shape() and take_glyphs() look at beside the word; zeroed whole, since it is compared byte by byte. */
struct shaping {
	const struct font *font;
	hb_language_t lang;
	double size, tracking;
	hb_script_t script;
	hb_feature_t features[FEATURES];
};
struct shaped_word { uint32_t n; struct glyph glyphs[]; };

static const struct shaped_word *shape_word(struct shaper *h, const struct run *r, const char *word, size_t len)
{
	struct shaped_word *w;
	unsigned n;

	hb_buffer_clear_contents(h->buf);
	hb_buffer_add_utf8(h->buf, word, (int)len, 0, (int)len);
	set_up_buffer(h->buf, r);
	run_shape(h->buf, r, h->s->style, word, len, 0, len, 0);
	n = hb_buffer_get_length(h->buf);
	w = arena_alloc(lexicon_arena(h->lexicon), sizeof *w + n * sizeof w->glyphs[0]);
	w->n = n;
	take_glyphs(h->buf, r, w->glyphs, n);
	return w;
}

/* A mark belongs to what stands before it, a space too. */
static bool parts_from_space(const char *word)
{
	gunichar c = g_utf8_get_char(word);
	return !g_unichar_ismark(c) && g_unichar_type(c) != G_UNICODE_FORMAT;
}

/* Spaces are words by themselves. false: the text cannot be parted there after all. */
static bool shape_words(struct shaper *h, const struct run *r)
{
	const char *text = h->s->text;
	guint before = h->glyphs->len;
	struct shaping by;

	memset(&by, 0, sizeof by);
	by.font = r->font;
	by.lang = hb_language_from_string(r->lang, -1);
	by.size = r->size;
	by.tracking = r->tracking;
	by.script = r->script;
	features_of(r, h->s->style, by.features);

	for (uint32_t i = r->start, end; i < r->end; i = end) {
		const struct shaped_word *w;
		struct glyph *g;

		for (end = i + 1; end < r->end && text[i] != ' ' && text[end] != ' '; )
			end++;
		if (text[i] != ' ' && !parts_from_space(text + i)) {
			g_array_set_size(h->glyphs, before);
			return false;
		}
		w = lexicon_find(h->lexicon, &by, sizeof by, text + i, end - i);
		if (!w)
			w = lexicon_keep(h->lexicon, shape_word(h, r, text + i, end - i));
		g = more_glyphs(h, w->n);
		for (uint32_t k = 0; k < w->n; k++) {
			g[k] = w->glyphs[k];
			g[k].cluster += i;
		}
	}
	return true;
}

/* Left-to-right scripts that part their words by spaces, in a font that does not look over them. */
static bool by_words(struct lexicon *lexicon, const struct run *r)
{
	static const char parted[] = "parted", whole[] = "whole";
	const char *known;

	if ((r->level & 1) || r->end - r->start < 2 ||
	    (r->script != HB_SCRIPT_LATIN && r->script != HB_SCRIPT_CYRILLIC && r->script != HB_SCRIPT_GREEK))
		return false;
	known = lexicon_find(lexicon, &r->font, sizeof r->font, parted, sizeof parted);
	if (!known)
		known = lexicon_keep(lexicon, font_parts_at_spaces(r->font) ? parted : whole);
	return known == parted;
}

static void shape_runs(struct arena *a, struct shaped *s, struct lexicon *lexicon)
{
	struct shaper h = { s, lexicon, hb_buffer_create(), g_array_sized_new(FALSE, FALSE, sizeof(struct glyph), s->len + 8) };

	for (size_t i = 0; i < s->nruns; i++) {
		guint from = h.glyphs->len;

		if (!by_words(lexicon, &s->runs[i]) || !shape_words(&h, &s->runs[i]))
			shape_whole(&h, &s->runs[i]);
		fullwidth_space(s, &s->runs[i], &g_array_index(h.glyphs, struct glyph, from), h.glyphs->len - from);
		widen_spaces(s, &s->runs[i], &g_array_index(h.glyphs, struct glyph, from), h.glyphs->len - from);
	}
	hb_buffer_destroy(h.buf);
	s->nglyphs = h.glyphs->len;
	s->glyphs = arena_copy(a, h.glyphs->data, h.glyphs->len * sizeof(struct glyph));
	g_array_unref(h.glyphs);
}

static void index_bytes(struct arena *a, struct shaped *s)
{
	size_t g = 0;
	Pt x = 0;

	s->first = arena_make_array(a, s->len + 1, uint32_t);
	s->x = arena_make_array(a, s->len + 1, Pt);
	for (uint32_t i = 0; i <= s->len; i++) {
		s->first[i] = (uint32_t)g;
		s->x[i] = x;
		for (; g < s->nglyphs && s->glyphs[g].cluster <= i; g++)
			x += s->glyphs[g].adv;
	}
	/* A byte inside a cluster counts as its end: s->first and s->x have moved on already. */
}

/* ---- hyphenation ------------------------------------------------------- */

static bool joins_word(gunichar c)
{
	if (c < 0x80)
		return g_ascii_isalpha((char)c);
	return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* Addresses are broken at their signs, not by syllables. */
static bool in_address(const char *text, const char *p, const char *q)
{
	return (p > text && strchr("/.@_#", p[-1])) ||
	       (*q && strchr("@/_", *q)) || (*q == '.' && g_ascii_isalpha(q[1]));
}

/* The dictionary of a language; one that could be installed is asked for once. */
static const struct hyphen *dictionary(const struct shaped *s, struct text_tools *t, const char *lang, struct diag *d)
{
	enum hyphen_state state;
	const char *package;
	const struct hyphen *h = hyphen_find(t->hyphens, lang, &state, &package);

	if (state == HYPHEN_NOT_INSTALLED)
		diag_add_once(d, package, D_HYPHEN_DICT, s->copy->at,
			      _("text in \"%s\" is set without hyphens: its dictionary is not installed (package %s)"), lang, package);
	return h;
}

/* All that decides where a word is divided, beside the word; without padding. */
struct hyphenation { const struct hyphen *hyphen; const struct wordlist *words; const char *lang; int64_t before, after; };

static uint8_t *word_points(const struct hyphenation *by, struct arena *a, const char *word, size_t len)
{
	const char *marked = wordlist_find(by->words, by->lang, word, len);
	uint8_t *points = arena_alloc(a, len);

	if (marked)
		hyphen_marked(marked, word, len, points);
	else if (by->hyphen && len >= 5)
		hyphen_word(by->hyphen, word, len, (int)by->before, (int)by->after, points);
	return points;
}

/* The points of one word: the author's own come before the language's. */
static void hyphenate_word(struct shaped *s, struct lexicon *lexicon, const struct hyphen *h, const char *lang, const char *word, size_t len)
{
	const struct hyphenation by = { h, s->copy->words, lang, s->style->hyphen_before, s->style->hyphen_after };
	const uint8_t *points = lexicon_find(lexicon, &by, sizeof by, word, len);

	if (!points)
		points = lexicon_keep(lexicon, word_points(&by, lexicon_arena(lexicon), word, len));
	memcpy(s->hyphen + (word - s->text), points, len);
}

/* A soft hyphen is the author's own word on it. */
static void take_soft_hyphens(struct shaped *s)
{
	for (uint32_t i = 2; i < s->len; i++)
		if ((unsigned char)s->text[i - 2] == 0xc2 && (unsigned char)s->text[i - 1] == 0xad)
			s->hyphen[i] = HYPHEN_JOINT;
}

static void hyphenate(struct arena *a, struct shaped *s, struct text_tools *t, struct diag *d)
{
	const char *end = s->text + s->len;
	const char *lang = NULL;
	const struct hyphen *h = NULL;

	s->hyphen = arena_alloc(a, s->len + 1);
	if (!s->style->hyphenate)
		return;
	for (const char *p = s->text; p < end; ) {
		const char *q = p;
		const struct run *r;

		while (q < end && joins_word(g_utf8_get_char(q)))
			q = g_utf8_next_char(q);
		if (q == p) {
			p = g_utf8_next_char(p);
			continue;
		}
		if (q - p >= 4 && (r = shaped_run(s, (uint32_t)(p - s->text))) && !in_address(s->text, p, q)) {
			if (!lang || strcmp(lang, r->lang)) {
				lang = r->lang;
				h = dictionary(s, t, lang, d);
			}
			hyphenate_word(s, t->lexicon, h, lang, p, (size_t)(q - p));
		}
		p = q;
	}
	take_soft_hyphens(s);
}

/* What the layout's faces say of lines in these scripts. */
static void ask_faces(struct shaped *s)
{
	const struct face *f = family_face(s->style->family, lang_script(s->copy->lang), s->copy->lang);

	s->ragged = f->ragged * s->style->size;
	for (size_t i = 0; i < s->nruns; i++) {
		struct run *r = &s->runs[i];

		s->ideographs |= r->ideographic;
		if (r->ideographic)
			s->latin_gap = MAX(s->latin_gap, r->face->latin_gap * s->style->size);
		r->loosen = r->ideographic ? IDEOGRAPH_STRETCH : r->clustered ? r->face->clusters : 0;
	}
}

enum align shaped_align(const struct shaped *s, Pt measure)
{
	return s->style->align == ALIGN_JUSTIFY && measure < s->ragged ? ALIGN_START : s->style->align;
}

static bool has_small_caps(hb_face_t *face)
{
	hb_tag_t tags[64];
	unsigned n, from = 0;

	do {
		n = G_N_ELEMENTS(tags);
		hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, from, &n, tags);
		for (unsigned i = 0; i < n; i++)
			if (tags[i] == HB_TAG('s', 'm', 'c', 'p'))
				return true;
		from += n;
	} while (n == G_N_ELEMENTS(tags));
	return false;
}

/* Letters made smaller would be too light; each font without small capitals is named once. */
static void check_small_caps(struct shaped *s, struct diag *d)
{
	for (size_t i = 0; s->style->small_caps && i < s->nruns; i++) {
		const struct run *r = &s->runs[i];
		char *key = g_strconcat("smcp ", r->font->family, NULL);

		if (r->spaced && !has_small_caps(hb_font_get_face(r->font->hb)))
			diag_add_once(d, key, D_SMALL_CAPS, shaped_at(s, r->start),
				      _("%s has no small capitals: style %s is set in its ordinary letters; take another font, or small-caps=\"no\""),
				      r->font->family, s->style->name);
		g_free(key);
	}
}

struct shaped *shape(struct arena *a, const struct copy *c, const struct style *st,
		     struct text_tools *t, number_of number, void *ctx, struct diag *d)
{
	struct shaped *s = arena_make(a, struct shaped);

	s->copy = c;
	s->style = st;
	itemise(a, s, t, number, ctx, d);
	check_small_caps(s, d);
	ask_faces(s);
	shape_runs(a, s, t->lexicon);
	index_bytes(a, s);
	s->breaks = arena_alloc(a, s->len + 1);
	breaks_find(t->breaker, s->text, s->len, c->lang, s->breaks);
	hyphenate(a, s, t, d);
	return s;
}

/* ---- slices ------------------------------------------------------------ */

struct glyph *shape_slice(struct arena *a, const struct shaped *s, const struct run *r,
			  uint32_t start, uint32_t end, size_t *nglyphs)
{
	hb_buffer_t *buf = hb_buffer_create();
	struct glyph *g;
	unsigned n;

	hb_buffer_add_utf8(buf, s->text + start, (int)(end - start), 0, (int)(end - start));
	set_up_buffer(buf, r);
	run_shape(buf, r, s->style, s->text, s->len, start, end, start);
	n = hb_buffer_get_length(buf);
	g = arena_make_array(a, n, struct glyph);
	take_glyphs(buf, r, g, n);
	for (unsigned i = 0; i < n; i++)
		g[i].cluster += start;
	fullwidth_space(s, r, g, n);
	hb_buffer_destroy(buf);
	*nglyphs = n;
	return g;
}

#define TATWEEL 0x640

Pt run_kashida(const struct run *r)
{
	hb_codepoint_t g;

	if (r->face->kashida <= 0 || r->script != HB_SCRIPT_ARABIC || !hb_font_get_nominal_glyph(r->font->hb, TATWEEL, &g))
		return 0;
	return hb_font_get_glyph_h_advance(r->font->hb, g) * r->size / r->font->upem;
}

struct glyph *shape_lengthened(struct arena *a, const struct shaped *s, const struct run *r, uint32_t start, uint32_t end,
			       const struct joint *joints, size_t njoints, size_t *nglyphs)
{
	hb_buffer_t *buf = hb_buffer_create();
	hb_codepoint_t tatweel = 0;
	struct glyph *g;
	uint32_t before = start;
	size_t k = 0;
	unsigned n;

	for (uint32_t i = start; i < end; before = i, i = (uint32_t)(g_utf8_next_char(s->text + i) - s->text)) {
		for (; k < njoints && joints[k].at <= i; k++)
			for (unsigned c = 0; joints[k].at == i && c < joints[k].count; c++)
				hb_buffer_add(buf, TATWEEL, before);
		hb_buffer_add(buf, g_utf8_get_char(s->text + i), i);
	}
	hb_buffer_set_content_type(buf, HB_BUFFER_CONTENT_TYPE_UNICODE);
	set_up_buffer(buf, r);
	run_shape(buf, r, s->style, s->text, s->len, start, end, 0);
	n = hb_buffer_get_length(buf);
	g = arena_make_array(a, n, struct glyph);
	take_glyphs(buf, r, g, n);
	hb_font_get_nominal_glyph(r->font->hb, TATWEEL, &tatweel);
	for (unsigned i = 0; i < n; i++)
		if (g[i].id == tatweel && g_utf8_get_char(s->text + g[i].cluster) != TATWEEL)
			g[i].flags |= GLYPH_KASHIDA;
	hb_buffer_destroy(buf);
	*nglyphs = n;
	return g;
}

Pt shape_width(const struct shaped *s, uint32_t start, uint32_t end)
{
	struct arena *scratch = arena_new();
	Pt w = 0;

	for (size_t i = 0; i < s->nruns; i++) {
		const struct run *r = &s->runs[i];
		uint32_t from = MAX(start, r->start), to = MIN(end, r->end);
		struct glyph *g;
		size_t n;

		if (from >= to)
			continue;
		g = shape_slice(scratch, s, r, from, to, &n);
		for (size_t k = 0; k < n; k++)
			w += g[k].adv;
	}
	arena_free(scratch);
	return w;
}

bool shaped_unsafe_at(const struct shaped *s, uint32_t byte)
{
	uint32_t g = s->first[byte];

	if (byte >= s->len)
		return false;
	return g >= s->nglyphs || s->glyphs[g].cluster != byte || (s->glyphs[g].flags & GLYPH_UNSAFE);
}

const struct run *shaped_run(const struct shaped *s, uint32_t byte)
{
	size_t lo = 0, hi = s->nruns;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (s->runs[mid].end <= byte)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < s->nruns && s->runs[lo].start <= byte ? &s->runs[lo] : NULL;
}

uint32_t shaped_place(const struct shaped *s, uint32_t byte)
{
	byte = MIN(byte, s->len);
	return s->map ? s->map[byte] : byte;
}

struct src shaped_at(const struct shaped *s, uint32_t byte)
{
	return copy_at(s->copy, shaped_place(s, byte));
}

uint32_t run_hyphen(const struct run *r, Pt *width)
{
	/* Armenian has a hyphen of its own. */
	const hb_codepoint_t signs[] = { r->script == HB_SCRIPT_ARMENIAN ? 0x58a : 0x2010, 0x2010, '-' };
	hb_codepoint_t g = 0;

	*width = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(signs) && !g; i++)
		if (!hb_font_get_nominal_glyph(r->font->hb, signs[i], &g))
			g = 0;
	if (g)
		*width = hb_font_get_glyph_h_advance(r->font->hb, g) * r->size / r->font->upem;
	return g;
}

void shaped_dump(const struct shaped *s, FILE *out)
{
	for (size_t i = 0; i < s->nruns; i++) {
		const struct run *r = &s->runs[i];
		char tag[5] = { 0 };
		size_t n = s->first[r->end] - s->first[r->start];

		hb_tag_to_string(hb_script_to_iso15924_tag(r->script), tag);
		fprintf(out, "  run %u-%u %s %s level %u \"%s %s\" %.2f glyphs %zu width %.2f: %.*s\n",
			r->start, r->end, tag, r->lang, r->level, r->font->family, r->font->style, r->size, n,
			s->x[r->end] - s->x[r->start], (int)(r->end - r->start), s->text + r->start);
	}
}
