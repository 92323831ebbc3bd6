/*
 * src/text/itemise.c - runs of one font, script, language and direction.
 *
 * Four questions are asked of every character, each over the stretch of text
 * in which its answer is one: its markup (inline run), its embedding level
 * (whole paragraph), its script (text/scripts.h, within one bidi isolate: a bracket after an
 * Arabic name belongs to the German around it), its font (grapheme by
 * grapheme, so that a mark comes from its base's face). A run ends where any
 * answer changes.
 */
#include "text/itemise.h"
#include <glib.h>
#include <pango/pango.h>
#include <string.h>
#include <unicode/ustring.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "text/chain.h"
#include "text/font.h"
#include "text/levels.h"
#include "text/scripts.h"
#include "text/sequence.h"
#include "text/tools.h"

#define EMPHASIS_TRACKING 0.12		/* em between letters of words that are stressed by spacing */

#define LRI "\xe2\x81\xa6"
#define RLI "\xe2\x81\xa7"
#define PDI "\xe2\x81\xa9"

/* Text of one owner; NULL: controls of ours. */
struct span { size_t end; const struct inline_run *owner; };

struct builder {
	struct arena *arena;
	struct shaped *s;
	struct text_tools *tools;
	struct diag *diag;
	GString *text;
	GArray *map;			/* uint32_t, per byte: byte of the copy; NULL: each is its own place */
	GArray *spans;			/* struct span, one after the other */
	GArray *runs;			/* struct run */
	bool isolates;			/* direction plays a part in this text */
	const uint8_t *levels;		/* per character; NULL: all 0 */
};

/* ---- the text as it is set ------------------------------------------- */

static bool may_be_rtl(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i], e;

		if (c < 0xd6)
			continue;
		e = i + 1 < n ? (unsigned char)s[i + 1] : 0;
		if (c <= 0xdf || (c == 0xe0 && e < 0xa4) || (c == 0xef && e >= 0xac && e <= 0xbb) ||
		    (c == 0xf0 && (e == 0x90 || e == 0x9e)))
			return true;
	}
	return false;
}

static uint32_t place_of(const struct builder *b, size_t byte)
{
	return b->map ? g_array_index(b->map, uint32_t, byte) : (uint32_t)byte;
}

/* From here on bytes are not their own places. */
static void begin_map(struct builder *b)
{
	if (b->map)
		return;
	b->map = g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), (guint)b->s->copy->len + 16);
	for (uint32_t i = 0; i < b->text->len; i++)
		g_array_append_val(b->map, i);
}

/* What was put belongs to the owner. */
static void own(struct builder *b, const struct inline_run *owner)
{
	struct span *last = b->spans->len ? &g_array_index(b->spans, struct span, b->spans->len - 1) : NULL;
	struct span more = { b->text->len, owner };

	if (last && last->owner == owner)
		last->end = b->text->len;
	else if (b->text->len > (last ? last->end : 0))
		g_array_append_val(b->spans, more);
}

static void put(struct builder *b, const char *s, size_t n, uint32_t from, const struct inline_run *owner)
{
	begin_map(b);
	g_string_append_len(b->text, s, (gssize)n);
	for (size_t i = 0; i < n; i++)
		g_array_append_val(b->map, from);
	own(b, owner);
}

/* Bytes of the copy as they are: each is its own place. */
static void put_copy(struct builder *b, const struct inline_run *r)
{
	if (b->text->len != r->start)
		begin_map(b);
	g_string_append_len(b->text, b->s->copy->text + r->start, (gssize)(r->end - r->start));
	for (uint32_t i = (uint32_t)r->start; b->map && i < r->end; i++)
		g_array_append_val(b->map, i);
	own(b, r);
}

/* Capitals by the rules of the language: i becomes İ in Turkish, ß becomes SS, or ẞ where the style has it so. */
static void put_upper(struct builder *b, const struct inline_run *r)
{
	const char *t = b->s->copy->text;

	for (size_t i = r->start; i < r->end; ) {
		size_t n = (size_t)(g_utf8_next_char(t + i) - (t + i));
		UChar in[4], out[16];
		char utf8[64];
		int32_t nin = 0, nout, nbytes = 0;
		UErrorCode e = U_ZERO_ERROR;

		if (b->s->style->sharp_s && g_utf8_get_char(t + i) == 0xdf) {
			put(b, "\xe1\xba\x9e", 3, (uint32_t)i, r);
			i += n;
			continue;
		}
		u_strFromUTF8(in, 4, &nin, t + i, (int32_t)n, &e);
		nout = u_strToUpper(out, 16, in, nin, r->lang, &e);
		u_strToUTF8(utf8, sizeof utf8, &nbytes, out, nout, &e);
		if (U_SUCCESS(e))
			put(b, utf8, (size_t)nbytes, (uint32_t)i, r);
		else
			put(b, t + i, n, (uint32_t)i, r);
		i += n;
	}
}

/* Numbers, addresses and the like keep their order among right-to-left words. */
static void put_sequences(struct builder *b, const struct inline_run *r)
{
	const char *t = b->s->copy->text;

	for (size_t i = r->start; i < r->end; ) {
		size_t n = sequence_length(t, i, r->end);

		if (n)
			put(b, LRI, 3, (uint32_t)i, NULL);
		for (size_t end = i + (n ? n : 1); i < end; i++)
			put(b, t + i, 1, (uint32_t)i, r);
		if (n)
			put(b, PDI, 3, (uint32_t)i, NULL);
		while (i < r->end && ((unsigned char)t[i] & 0xc0) == 0x80) {
			put(b, t + i, 1, (uint32_t)i, r);
			i++;
		}
	}
}

static void put_run(struct builder *b, const struct inline_run *r, number_of number, void *ctx)
{
	if (r->ref || r->note) {
		const char *label = number ? number(ctx, r, b->s->style) : "0";
		put(b, label, strlen(label), (uint32_t)r->start, r);
	} else if (b->s->style->upper) {
		put_upper(b, r);
	} else if (b->isolates) {
		put_sequences(b, r);
	} else {
		put_copy(b, r);
	}
}

/* Foreign runs become isolates, nested as the markup nests, where direction plays a part at all. */
static void build_text(struct builder *b, number_of number, void *ctx)
{
	const struct copy *c = b->s->copy;
	bool isolates = b->isolates = c->rtl || may_be_rtl(c->text, c->len);
	int stack[16], depth = 0;

	stack[0] = 0;
	for (size_t i = 0; i < c->nruns; i++) {
		const struct inline_run *r = &c->runs[i];
		int known = depth;

		while (isolates && known > 0 && stack[known] != r->isolate)
			known--;
		if (isolates && r->isolate && stack[known] != r->isolate) {
			/* A new one; it may nest in the present one, and numbers only grow inside. */
			known = depth;
			while (known > 0 && stack[known] > r->isolate)
				known--;
			for (; depth > known || (depth > 0 && !(c->runs[i - 1].flags & INLINE_FOREIGN)); depth--)
				put(b, PDI, 3, (uint32_t)r->start, NULL);
			if (depth < 15) {
				put(b, lang_is_rtl(r->lang) ? RLI : LRI, 3, (uint32_t)r->start, NULL);
				stack[++depth] = r->isolate;
			}
		} else {
			for (; isolates && depth > known; depth--)
				put(b, PDI, 3, (uint32_t)r->start, NULL);
		}
		put_run(b, r, number, ctx);
	}
	for (; depth > 0; depth--)
		put(b, PDI, 3, (uint32_t)c->len, NULL);
}

/* ---- fonts ------------------------------------------------------------ */

static bool ignorable(gunichar c)
{
	return c == 0x200c || c == 0x200d || c == 0x2060 || c == 0x00ad || c == 0x200b || c == 0x2028 ||
	       (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x200e && c <= 0x200f) || (c >= 0x2066 && c <= 0x2069) ||
	       (c >= 0x202a && c <= 0x202e) || c == 0x061c || c == 0x034f || c == 0xfeff;
}

static bool is_control(gunichar c)
{
	return c == 0x2028 || (c >= 0x2066 && c <= 0x2069) || (c >= 0x202a && c <= 0x202e) || c == 0x200e ||
	       c == 0x200f || c == 0x061c || c == 0xfeff || c == 0x200b || c == 0x00ad;
}

/* A grapheme for the choice of a font: a base and the marks on it. */
static const char *cluster_end(const char *p, const char *end)
{
	for (p = g_utf8_next_char(p); p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (!g_unichar_ismark(c) && c != 0x200d && !(c >= 0xfe00 && c <= 0xfe0f))
			break;
	}
	return p;
}

static bool link_covers(const struct link *l, const char *p, const char *end)
{
	char *nfc;
	bool all = true;

	for (const char *q = p; all && q < end; q = g_utf8_next_char(q)) {
		gunichar c = g_utf8_get_char(q);
		all = ignorable(c) || font_covers(l->font, c);
	}
	if (all || g_utf8_next_char(p) >= end)
		return all;
	/* A face without the mark may still have the composed letter. */
	nfc = g_utf8_normalize(p, end - p, G_NORMALIZE_NFC);
	all = nfc != NULL;
	for (const char *q = nfc; q && *q && all; q = g_utf8_next_char(q))
		all = font_covers(l->font, g_utf8_get_char(q));
	g_free(nfc);
	return all;
}

static void report_missing(struct builder *b, const struct chain *c, size_t at, const char *p, const char *end)
{
	GString *points = g_string_new(NULL);
	char *names = chain_names(c);

	for (; p < end; p = g_utf8_next_char(p))
		g_string_append_printf(points, "%sU+%04X", points->len ? " " : "", g_utf8_get_char(p));
	diag_add(b->diag, D_GLYPH_MISSING, copy_at(b->s->copy, place_of(b, at)),
		 _("no font has the character %s; tried: %s"), points->str, *names ? names : _("none"));
	g_free(names);
	g_string_free(points, TRUE);
}

/* ---- runs ------------------------------------------------------------- */

static bool same_run(const struct run *a, const struct run *b)
{
	return a->end == b->start && a->font == b->font && a->size == b->size && a->script == b->script &&
	       a->level == b->level && a->markup == b->markup;
}

struct stretch { GUnicodeScript script; const char *iso; const struct inline_run *markup; const struct chain *chain; };

static void add_cluster(struct builder *b, const struct stretch *st, const struct link *l,
			size_t start, size_t end, uint8_t level)
{
	const struct style *s = b->s->style;
	Pt size = s->size * l->size, rise = l->baseline * size;
	struct run r = {
		.start = (uint32_t)start, .end = (uint32_t)end, .font = l->font, .face = st->chain->face, .lang = st->markup->lang,
		.script = hb_script_from_iso15924_tag((hb_tag_t)g_unicode_script_to_iso15924(st->script)),
		.level = level, .spaced = script_spaced(st->script), .clustered = script_clustered(st->script),
		.ideographic = script_ideographic(st->script),
		.markup = st->markup,
	};

	/* Noto has no superior figures worth the name for all scripts: scaled as DIN 1422 shows them. */
	if (st->markup->flags & (INLINE_SUP | INLINE_SUB)) {
		rise += st->markup->flags & INLINE_SUP ? 0.34 * size : -0.14 * size;
		size *= 0.64;
	}
	r.size = size;
	r.rise = rise;
	r.tracking = r.spaced ? s->tracking * size : 0;
	if ((st->markup->flags & INLINE_EM) && st->chain->face->emphasis == EMPHASIS_SPACED)
		r.tracking += EMPHASIS_TRACKING * size;
	if (b->runs->len && same_run(&g_array_index(b->runs, struct run, b->runs->len - 1), &r))
		g_array_index(b->runs, struct run, b->runs->len - 1).end = r.end;
	else
		g_array_append_val(b->runs, r);
}

/* How many plain characters from p on simply lengthen the run before them: no mark may follow, no other font or level. */
static size_t goes_on(const struct builder *b, const struct font *font, const char *p, const char *end, const uint8_t *level)
{
	const struct run *r = b->runs->len ? &g_array_index(b->runs, struct run, b->runs->len - 1) : NULL;
	size_t n = 0;

	if (!r || r->end != (uint32_t)(p - b->text->str) || r->font != font)
		return 0;
	while (p + n < end && (unsigned char)p[n] < 0x80 && (p + n + 1 >= end || (unsigned char)p[n + 1] < 0x80) &&
	       font_covers(font, (unsigned char)p[n]) && (level ? level[n] : 0) == r->level)
		n++;
	return n;
}

/* Bytes [start, end) of one script, isolate and markup; nchar: characters of the text before start. */
static void add_stretch(struct builder *b, struct stretch st, size_t start, size_t end, size_t *nchar)
{
	char *t = b->text->str;
	const struct link *last = NULL, *first;

	st.chain = chain_find(b->tools->chains, b->s->style, st.iso, st.markup->lang, st.markup->flags);
	first = st.chain->nlinks ? &st.chain->links[0] : NULL;
	for (const char *p = t + start; p < t + end; ) {
		const char *q;
		uint8_t level = b->levels ? b->levels[*nchar] : 0;
		const struct link *l = NULL;
		size_t plain = last && last == first ? goes_on(b, last->font, p, t + end, b->levels ? b->levels + *nchar : NULL) : 0;

		if (plain) {
			g_array_index(b->runs, struct run, b->runs->len - 1).end += (uint32_t)plain;
			*nchar += plain;
			p += plain;
			continue;
		}
		q = cluster_end(p, t + end);
		*nchar += (size_t)g_utf8_strlen(p, q - p);
		if (is_control(g_utf8_get_char(p))) {
			p = q;
			continue;
		}
		for (size_t i = 0; i < st.chain->nlinks && !l; i++)
			if (link_covers(&st.chain->links[i], p, q))
				l = &st.chain->links[i];
		/* A space takes the face of the word before it, so that runs do not fall apart. */
		if (l && last && *p == ' ' && font_covers(last->font, ' '))
			l = last;
		if (!l) {
			report_missing(b, st.chain, (size_t)(p - t), p, q);
			memset(t + (p - t), '?', (size_t)(q - p));
			for (size_t i = 0; i < st.chain->nlinks && !l; i++)
				if (font_covers(st.chain->links[i].font, '?'))
					l = &st.chain->links[i];
		}
		if (l)
			add_cluster(b, &st, l, (size_t)(p - t), (size_t)(q - t), level);
		last = l;
		p = q;
	}
}

static const char *iso_of(GUnicodeScript s, char buf[5])
{
	guint32 v = g_unicode_script_to_iso15924(s);
	buf[0] = (char)(v >> 24);
	buf[1] = (char)(v >> 16);
	buf[2] = (char)(v >> 8);
	buf[3] = (char)v;
	buf[4] = 0;
	return buf;
}

/* One script's range, cut where the markup changes; *span: the one that holds its start, then the one that holds its end. */
static void add_range(struct builder *b, GUnicodeScript script, size_t start, size_t end, guint *span, size_t *nchar)
{
	while (start < end) {
		const struct span *s = &g_array_index(b->spans, struct span, *span);
		size_t stop = MIN(end, s->end);
		char buf[5];
		struct stretch st = { script, iso_of(script, buf), s->owner, NULL };

		if (start >= s->end) {
			++*span;
			continue;
		}
		if (s->owner)
			add_stretch(b, st, start, stop, nchar);
		else			/* a control of ours */
			*nchar += (size_t)g_utf8_strlen(b->text->str + start, (gssize)(stop - start));
		start = stop;
	}
}

static int isolate_of(const struct builder *b, guint span)
{
	const struct inline_run *m = g_array_index(b->spans, struct span, span).owner;
	return m ? m->isolate : -1;
}

static void add_all(struct builder *b)
{
	size_t start = 0, nchar = 0;
	GArray *ranges = g_array_new(FALSE, FALSE, sizeof(struct script_range));

	for (guint span = 0, next, at = 0; span < b->spans->len; span = next) {
		const struct inline_run *m = g_array_index(b->spans, struct span, span).owner;
		size_t stop;

		for (next = span + 1; next < b->spans->len && isolate_of(b, next) == isolate_of(b, span); )
			next++;
		stop = g_array_index(b->spans, struct span, next - 1).end;
		g_array_set_size(ranges, 0);
		scripts_find(b->text->str, (guint)start, (guint)stop, script_of_language(m ? m->lang : b->s->copy->lang), ranges);
		for (guint i = 0; i < ranges->len; i++) {
			const struct script_range *r = &g_array_index(ranges, struct script_range, i);
			add_range(b, r->script, r->start, r->end, &at, &nchar);
		}
		start = stop;
	}
	g_array_unref(ranges);
}

void itemise(struct arena *a, struct shaped *s, struct text_tools *t, number_of number, void *ctx, struct diag *d)
{
	struct builder b = {
		.arena = a, .s = s, .tools = t, .diag = d,
		.text = g_string_sized_new(s->copy->len + 16),
		.spans = g_array_new(FALSE, FALSE, sizeof(struct span)),
		.runs = g_array_new(FALSE, FALSE, sizeof(struct run)),
	};
	uint8_t *levels = NULL;
	uint32_t end = (uint32_t)s->copy->len;

	build_text(&b, number, ctx);
	if (b.text->len != end)
		begin_map(&b);
	if (b.map)
		g_array_append_val(b.map, end);
	s->rtl = s->copy->rtl;
	if (s->rtl || b.isolates || (b.map && may_be_rtl(b.text->str, b.text->len)))
		levels = levels_of(b.text->str, b.text->len, s->rtl);
	b.levels = levels;
	add_all(&b);
	s->text = arena_strndup(a, b.text->str, b.text->len);
	s->len = (uint32_t)b.text->len;
	s->map = b.map ? arena_copy(a, b.map->data, b.map->len * sizeof(uint32_t)) : NULL;
	s->nruns = b.runs->len;
	s->runs = arena_copy(a, b.runs->data, b.runs->len * sizeof(struct run));
	for (size_t i = 0; i < s->nruns; i++)
		s->bidi |= (s->runs[i].level != 0) != s->rtl || s->runs[i].level > 1;
	g_free(levels);
	g_string_free(b.text, TRUE);
	if (b.map)
		g_array_unref(b.map);
	g_array_unref(b.spans);
	g_array_unref(b.runs);
}
