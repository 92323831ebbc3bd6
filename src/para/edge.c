/* src/para/edge.c - a letter's own white at the edges of lines in display sizes. */
#include "para/edge.h"
#include <glib.h>
#include "text/font.h"
#include "text/shape.h"

/* Of the glyphs of the character at a byte, the letter itself: marks have no width. */
static const struct glyph *letter_at(const struct shaped *s, uint32_t byte)
{
	uint32_t next = (uint32_t)(g_utf8_next_char(s->text + byte) - s->text);
	const struct glyph *best = NULL;

	for (uint32_t i = s->first[byte]; i < s->first[next]; i++)
		if (!best || s->glyphs[i].adv > best->adv)
			best = &s->glyphs[i];
	return best;
}

/* right: the white at its right side. */
static Pt white_of(const struct shaped *s, uint32_t byte, bool right)
{
	const struct run *r = shaped_run(s, byte);
	const struct glyph *g = letter_at(s, byte);
	hb_glyph_extents_t e;
	double units;

	if (!r || !g || (r->level & 1) != s->rtl || !hb_font_get_glyph_extents(r->font->hb, g->id, &e) || !e.width)
		return 0;
	units = right ? hb_font_get_glyph_h_advance(r->font->hb, g->id) - e.x_bearing - e.width : e.x_bearing;
	return units / r->font->upem * r->size * (1 - s->style->edge_size / s->style->size);
}

static bool applies(const struct shaped *s)
{
	return s->style->edge_size > 0 && s->style->size > s->style->edge_size;
}

Pt edge_at_start(const struct shaped *s, uint32_t start)
{
	return applies(s) && start < s->len ? white_of(s, start, s->rtl) : 0;
}

Pt edge_at_end(const struct shaped *s, uint32_t end)
{
	return applies(s) && end > 0 ? white_of(s, (uint32_t)(g_utf8_prev_char(s->text + end) - s->text), !s->rtl) : 0;
}
