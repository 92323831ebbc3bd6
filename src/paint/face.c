/*
 * src/paint/face.c - fonts by file and index, for cairo.
 */
#include "paint/face.h"
#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include "page/model.h"

struct faces {
	GHashTable *of;			/* font's id -> cairo_font_face_t * */
	cairo_font_options_t *options;
};

struct faces *faces_new(void)
{
	struct faces *f = g_new0(struct faces, 1);

	f->of = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)cairo_font_face_destroy);
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

static cairo_font_face_t *face_of(struct faces *f, const struct font *font)
{
	cairo_font_face_t *face = g_hash_table_lookup(f->of, GINT_TO_POINTER(font->id));
	FcPattern *p;

	if (face)
		return face;
	/* With file and index given, cairo asks no font configuration. */
	p = FcPatternCreate();
	FcPatternAddString(p, FC_FILE, (const FcChar8 *)font->file);
	FcPatternAddInteger(p, FC_INDEX, font->index);
	FcPatternAddBool(p, FC_HINTING, FcFalse);
	FcPatternAddBool(p, FC_AUTOHINT, FcFalse);
	face = cairo_ft_font_face_create_for_pattern(p);
	FcPatternDestroy(p);
	g_hash_table_insert(f->of, GINT_TO_POINTER(font->id), face);
	return face;
}

void faces_set(struct faces *f, cairo_t *cr, const struct glyphs *g)
{
	cairo_matrix_t m;

	cairo_matrix_init_scale(&m, g->size * (g->hscale > 0 ? g->hscale : 1), g->size);
	cairo_set_font_face(cr, face_of(f, g->font));
	cairo_set_font_matrix(cr, &m);
	cairo_set_font_options(cr, f->options);
}
