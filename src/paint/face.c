/*
 * src/paint/face.c - fonts by file and index, for cairo.
 */
#include "paint/face.h"
#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <string.h>
#include "page/model.h"

struct faces {
	GHashTable *of;			/* font's id and language -> cairo_font_face_t * */
	cairo_font_options_t *options;
};

struct faces *faces_new(void)
{
	struct faces *f = g_new0(struct faces, 1);

	f->of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)cairo_font_face_destroy);
	f->options = cairo_font_options_create();
	cairo_font_options_set_hint_style(f->options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(f->options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(f->options, CAIRO_ANTIALIAS_GRAY);
	return f;
}

void faces_free(struct faces *f)
{
	if (!f)
		return;
	g_hash_table_destroy(f->of);
	cairo_font_options_destroy(f->options);
	g_free(f);
}

/*
 * Languages in Arabic script share glyphs between letters: the final form of
 * Kurdish ae is that of Arabic heh. A PDF font gives each glyph one
 * character, so each of these languages gets a font of its own. To cairo faces of
 * one file are one face unless an option differs; a variation that a static font
 * does not have is such an option.
 */
static char *own_language(const struct glyphs *g)
{
	return g->rtl && g->lang ? g_strndup(g->lang, strcspn(g->lang, "-")) : g_strdup("");
}

static cairo_font_face_t *face_of(struct faces *f, const struct glyphs *g)
{
	const struct font *font = g->font;
	char *lang = own_language(g), *key = g_strdup_printf("%d %s", font->id, lang);
	cairo_font_face_t *face = g_hash_table_lookup(f->of, key);
	FcPattern *p;

	if (face) {
		g_free(key);
		g_free(lang);
		return face;
	}
	/* With file and index given, cairo asks no font configuration. */
	p = FcPatternCreate();
	FcPatternAddString(p, FC_FILE, (const FcChar8 *)font->file);
	FcPatternAddInteger(p, FC_INDEX, font->index);
	FcPatternAddBool(p, FC_HINTING, FcFalse);
	FcPatternAddBool(p, FC_AUTOHINT, FcFalse);
	if (*lang)
		FcPatternAddString(p, FC_FONT_VARIATIONS, (const FcChar8 *)lang);
	face = cairo_ft_font_face_create_for_pattern(p);
	FcPatternDestroy(p);
	g_hash_table_insert(f->of, key, face);
	g_free(lang);
	return face;
}

void faces_set(struct faces *f, cairo_t *cr, const struct glyphs *g)
{
	cairo_matrix_t m;

	cairo_matrix_init_scale(&m, g->size * (g->hscale > 0 ? g->hscale : 1), g->size);
	cairo_set_font_face(cr, face_of(f, g));
	cairo_set_font_matrix(cr, &m);
	cairo_set_font_options(cr, f->options);
}
