/* src/text/fullwidth.c - half squares of punctuation, gaps beside Latin. */
#include "text/fullwidth.h"
#include <glib.h>
#include <stdbool.h>
#include "doc/layout.h"
#include "text/font.h"
#include "text/scripts.h"
#include "text/shape.h"

static bool is_mark(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_OPEN_PUNCTUATION: case G_UNICODE_CLOSE_PUNCTUATION: case G_UNICODE_INITIAL_PUNCTUATION:
	case G_UNICODE_FINAL_PUNCTUATION: case G_UNICODE_OTHER_PUNCTUATION:
		return c != 0x2026 && c != 0x22ef;	/* dots fill their square */
	default:
		return false;
	}
}

struct blank fullwidth_blank(const struct shaped *s, const struct run *r, const struct glyph *g)
{
	double unit = r->size / r->font->upem, half = r->size / 2;
	hb_glyph_extents_t e;
	Pt left, right;

	if (!r->ideographic || !is_mark(g_utf8_get_char(s->text + g->cluster)) ||
	    hb_font_get_glyph_h_advance(r->font->hb, g->id) * unit < 0.95 * r->size ||
	    !hb_font_get_glyph_extents(r->font->hb, g->id, &e))
		return (struct blank){ 0, 0 };
	left = e.x_bearing * unit + g->dx;
	right = g->adv - (e.x_bearing + e.width) * unit - g->dx;
	if (right >= half)
		return (struct blank){ 0, half };
	if (left >= half)
		return (struct blank){ half, 0 };
	if (left >= half / 2 && right >= half / 2)
		return (struct blank){ half / 2, half / 2 };
	return (struct blank){ 0, 0 };
}

/* ---- neighbours ---------------------------------------------------------- */

static bool is_ideograph(gunichar c)
{
	return script_ideographic(g_unichar_get_script(c));
}

static bool is_latin(gunichar c)
{
	return g_unichar_isdigit(c) || (script_spaced(g_unichar_get_script(c)) && g_unichar_isalpha(c));
}

static bool is_control(gunichar c)
{
	return (c >= 0x2066 && c <= 0x2069) || c == 0x200b || c == 0x2060;
}

/* The next character that shows after the one at the byte; 0 at the end. */
static gunichar next_char(const struct shaped *s, uint32_t byte)
{
	const char *end = s->text + s->len;

	for (const char *p = g_utf8_next_char(s->text + byte); p < end; p = g_utf8_next_char(p))
		if (!is_control(g_utf8_get_char(p)))
			return g_utf8_get_char(p);
	return 0;
}

static bool has_gap(const struct shaped *s, uint32_t byte)
{
	gunichar c = g_utf8_get_char(s->text + byte), d = next_char(s, byte);

	return s->latin_gap > 0 && ((is_ideograph(c) && is_latin(d)) || (is_latin(c) && is_ideograph(d)));
}

static bool is_open(gunichar c)
{
	GUnicodeType t = g_unichar_type(c);
	return t == G_UNICODE_OPEN_PUNCTUATION || t == G_UNICODE_INITIAL_PUNCTUATION;
}

void fullwidth_space(const struct shaped *s, const struct run *r, struct glyph *g, size_t n)
{
	bool after_open = false;

	if (!s->ideographs)
		return;
	for (size_t i = 0; i < n; i++) {
		gunichar c = g_utf8_get_char(s->text + g[i].cluster), next;
		struct blank b = fullwidth_blank(s, r, &g[i]);

		if (i + 1 < n && g[i + 1].cluster == g[i].cluster)
			continue;
		next = next_char(s, g[i].cluster);
		/* The second of two opening marks loses its blank, the first of any other two. */
		if (b.left > 0 && after_open) {
			g[i].adv -= (float)b.left;
			g[i].dx -= (float)b.left;
		} else if (b.right > 0 && is_mark(next) && (next > 0x2e7f || r->ideographic)) {
			g[i].adv -= (float)b.right;
		}
		after_open = b.left > 0 && is_open(c);
		if (has_gap(s, g[i].cluster))
			g[i].adv += (float)s->latin_gap;
	}
}

/* ---- edges ---------------------------------------------------------------- */

static struct blank blank_at(const struct shaped *s, uint32_t byte)
{
	const struct run *r = shaped_run(s, byte);

	if (!r || s->first[byte] >= s->nglyphs || s->glyphs[s->first[byte]].cluster != byte)
		return (struct blank){ 0, 0 };
	return fullwidth_blank(s, r, &s->glyphs[s->first[byte]]);
}

Pt fullwidth_hang_end(const struct shaped *s, uint32_t byte)
{
	uint32_t last;

	if (!s->ideographs || byte == 0)
		return 0;
	last = (uint32_t)(g_utf8_prev_char(s->text + byte) - s->text);
	while (last > 0 && is_control(g_utf8_get_char(s->text + last)))
		last = (uint32_t)(g_utf8_prev_char(s->text + last) - s->text);
	return has_gap(s, last) ? s->latin_gap : blank_at(s, last).right;
}

Pt fullwidth_hang_start(const struct shaped *s, uint32_t byte)
{
	if (!s->ideographs)
		return 0;
	while (byte < s->len && is_control(g_utf8_get_char(s->text + byte)))
		byte = (uint32_t)(g_utf8_next_char(s->text + byte) - s->text);
	return byte < s->len ? blank_at(s, byte).left : 0;
}
