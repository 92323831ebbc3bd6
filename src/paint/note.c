/*
 * src/paint/note.c - notes of drafts.
 */
#include "paint/note.h"
#include <math.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include "base/drawfont.h"
#include "base/i18n.h"

struct notes { PangoFontMap *map; PangoContext *context; };

struct notes *notes_new(void *fonts_config)
{
	struct notes *n = g_new0(struct notes, 1);
	cairo_font_options_t *o = cairo_font_options_create();
	FcConfig *fonts = drawfont_config(fonts_config);

	n->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(n->map), fonts);
	FcConfigDestroy(fonts);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(n->map), 72);
	n->context = pango_font_map_create_context(n->map);
	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(n->context, o);
	pango_context_set_round_glyph_positions(n->context, FALSE);
	pango_context_set_language(n->context, pango_language_from_string("en"));
	cairo_font_options_destroy(o);
	return n;
}

void notes_free(struct notes *n)
{
	if (!n)
		return;
	g_object_unref(n->context);
	g_object_unref(n->map);
	g_free(n);
}

/* width 0: one line. g_object_unref() it. */
static PangoLayout *set_text(struct notes *n, const char *text, Pt size, Pt width)
{
	PangoLayout *l = pango_layout_new(n->context);
	PangoFontDescription *f = pango_font_description_new();

	pango_font_description_set_family_static(f, "Noto Sans");
	pango_font_description_set_weight(f, PANGO_WEIGHT_BOLD);
	pango_font_description_set_absolute_size(f, size * PANGO_SCALE);
	pango_layout_set_font_description(l, f);
	pango_layout_set_text(l, text, -1);
	if (width > 0) {
		pango_layout_set_width(l, (int)(width * PANGO_SCALE));
		pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	}
	pango_font_description_free(f);
	return l;
}

static struct point extent(PangoLayout *l)
{
	int w, h;

	pango_layout_get_size(l, &w, &h);
	return (struct point){ (double)w / PANGO_SCALE, (double)h / PANGO_SCALE };
}

static void draw(cairo_t *cr, PangoLayout *l, Pt x, Pt y)
{
	cairo_move_to(cr, x, y);
	pango_cairo_layout_path(cr, l);
	cairo_fill(cr);
}

void note_watermark(struct notes *n, cairo_t *cr, Pt width, Pt height)
{
	PangoLayout *l = set_text(n, _("DRAFT"), 100, 0);
	struct point size = extent(l);
	double scale = 0.8 * hypot(width, height) / fmax(size.x, 1);

	cairo_save(cr);
	cairo_translate(cr, width / 2, height / 2);
	cairo_rotate(cr, -atan2(height, width));
	cairo_scale(cr, fmin(scale, 2.4), fmin(scale, 2.4));
	/* Faint enough to read the text under it, light or dark. */
	cairo_set_source_rgba(cr, 0.5, 0.5, 0.5, 0.13);
	draw(cr, l, -size.x / 2, -size.y / 2);
	cairo_restore(cr);
	g_object_unref(l);
}

enum { PAD = 2 };

void note_mark(struct notes *n, cairo_t *cr, struct rect box, const char *text)
{
	PangoLayout *l = set_text(n, text, 7, fmax(box.w - 2 * PAD, 60));
	struct point size = extent(l);

	cairo_save(cr);
	cairo_set_source_rgb(cr, 0.8, 0, 0);
	if (box.w > 0 && box.h > 0) {
		cairo_set_line_width(cr, 0.8);
		cairo_rectangle(cr, box.x, box.y, box.w, box.h);
		cairo_stroke(cr);
	}
	cairo_rectangle(cr, box.x, box.y, size.x + 2 * PAD, size.y + 2 * PAD);
	cairo_fill(cr);
	cairo_set_source_rgb(cr, 1, 1, 1);
	draw(cr, l, box.x + PAD, box.y + PAD);
	cairo_restore(cr);
	g_object_unref(l);
}

void note_fault(struct notes *n, cairo_t *cr, struct rect box, const char *text)
{
	cairo_save(cr);
	cairo_rectangle(cr, box.x, box.y, box.w, box.h);
	cairo_clip_preserve(cr);
	cairo_set_source_rgb(cr, 0.93, 0.93, 0.93);
	cairo_fill(cr);
	cairo_set_source_rgb(cr, 0.8, 0.8, 0.8);
	cairo_set_line_width(cr, 1);
	cairo_move_to(cr, box.x, box.y);
	cairo_line_to(cr, rect_right(box), rect_bottom(box));
	cairo_move_to(cr, rect_right(box), box.y);
	cairo_line_to(cr, box.x, rect_bottom(box));
	cairo_stroke(cr);
	note_mark(n, cr, box, text);
	cairo_restore(cr);
}
