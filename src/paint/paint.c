/* src/paint/paint.c - the items of a page, one after the other, onto cairo. */
#include "paint/paint.h"
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/icc.h"
#include "paint/album.h"
#include "paint/colour.h"
#include "paint/emoji.h"
#include "paint/face.h"
#include "paint/note.h"

struct painter {
	const struct pages *pages;
	struct paint_options o;
	struct diag *d;
	struct album *album;
	struct faces *faces;
	struct notes *notes;		/* NULL unless draft */
	cairo_glyph_t *glyphs;		/* scratch, grown as needed */
	size_t room;
	struct tones tones;
};

struct painter *painter_new(const struct pages *p, void *fonts_config, struct store *s,
			    struct paint_options o, struct diag *d)
{
	struct painter *pt = g_new0(struct painter, 1);
	pt->pages = p;
	pt->o = o;
	pt->d = d;
	pt->faces = faces_new();
	pt->tones.press = o.press;
	pt->notes = o.draft ? notes_new(fonts_config) : NULL;
	pt->album = album_new(p, fonts_config, s, o, d);
	if (!pt->album) {
		painter_free(pt);
		return NULL;
	}
	return pt;
}

void painter_free(struct painter *p)
{
	if (!p)
		return;
	album_free(p->album);
	notes_free(p->notes);
	faces_free(p->faces);
	g_free(p->glyphs);
	g_free(p);
}

static void set_colour(struct painter *p, cairo_t *cr, const struct item *it)
{
	struct rgb rgb = tones_rgb(&p->tones, &it->colour);

	cairo_set_source_rgb(cr, rgb.r, rgb.g, rgb.b);
}

/* false: the glyph is no picture. */
static bool paint_emoji(cairo_t *cr, const struct glyphs *g, size_t i)
{
	struct rect em, r;
	cairo_surface_t *s = emoji_picture(g->font, g->glyph[i].id, &em);

	if (!s)
		return false;
	r = emoji_place(g, i, em);
	cairo_save(cr);
	cairo_translate(cr, r.x, r.y);
	cairo_scale(cr, r.w / cairo_image_surface_get_width(s), r.h / cairo_image_surface_get_height(s));
	cairo_set_source_surface(cr, s, 0, 0);
	cairo_paint(cr);
	cairo_restore(cr);
	cairo_surface_destroy(s);
	return true;
}

/* As outlines: cairo 1.16 rounds the places of image text to whole pixels. */
static void paint_glyphs(struct painter *p, cairo_t *cr, const struct item *it)
{
	const struct glyphs *g = &it->glyphs;
	size_t n = 0;

	if (!g->nglyphs)
		return;
	if (g->nglyphs > p->room) {
		p->room = g->nglyphs * 2;
		p->glyphs = g_renew(cairo_glyph_t, p->glyphs, p->room);
	}
	cairo_save(cr);
	cairo_translate(cr, g->x, g->y);
	if (g->up)
		cairo_rotate(cr, -G_PI / 2);
	for (size_t i = 0; i < g->nglyphs; i++)
		if (!emoji_in(g->font) || !paint_emoji(cr, g, i))
			p->glyphs[n++] = (cairo_glyph_t){ g->glyph[i].id, g->glyph[i].x, g->glyph[i].y };
	faces_set(p->faces, cr, g);
	set_colour(p, cr, it);
	cairo_new_path(cr);
	cairo_glyph_path(cr, p->glyphs, (int)n);
	cairo_fill(cr);
	cairo_restore(cr);
}

static void paint_path(cairo_t *cr, const struct path *path)
{
	cairo_new_path(cr);
	for (size_t i = 0; i < path->n; i++)
		cairo_line_to(cr, path->at[i].x, path->at[i].y);
	if (path->closed)
		cairo_close_path(cr);
	if (path->stroke <= 0) {
		cairo_fill(cr);
		return;
	}
	cairo_set_line_width(cr, path->stroke);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
	cairo_stroke(cr);
}

static void paint_item(struct painter *p, cairo_t *cr, const struct item *it)
{
	const char *fault;

	switch (it->kind) {
	case ITEM_GLYPHS:
		paint_glyphs(p, cr, it);
		break;
	case ITEM_RECT:
		set_colour(p, cr, it);
		cairo_rectangle(cr, it->box.x, it->box.y, it->box.w, it->box.h);
		cairo_fill(cr);
		break;
	case ITEM_PATH:
		set_colour(p, cr, it);
		paint_path(cr, &it->path);
		break;
	case ITEM_PICTURE:
		fault = album_paint(p->album, cr, it);
		if (fault && p->notes)
			note_fault(p->notes, cr, it->box, fault);
		else if (it->picture.refused && p->notes)
			note_mark(p->notes, cr, it->box, it->picture.refused);
		break;
	case ITEM_MARK:
		if (p->notes)
			note_mark(p->notes, cr, it->box, it->mark);
		break;
	}
}

bool paint_page(struct painter *p, cairo_t *cr, const struct page *pg)
{
	cairo_status_t st;

	cairo_save(cr);
	/* No watermark: pages as pixels are looked at closely, on the screen. */
	for (size_t i = 0; i < pg->nitems; i++)
		paint_item(p, cr, &pg->items[i]);
	/* A press without colours: their lightness stays. */
	if (p->o.press && p->o.target == TARGET_IMAGE && icc_black_only(p->o.press)) {
		cairo_set_operator(cr, CAIRO_OPERATOR_HSL_COLOR);
		cairo_set_source_rgb(cr, 0.5, 0.5, 0.5);
		cairo_paint(cr);
	}
	cairo_restore(cr);
	st = cairo_status(cr);
	if (st != CAIRO_STATUS_SUCCESS)
		diag_add_page(p->d, D_MACHINE, (struct src){ NULL, 0, 0 }, pg->index + 1,
			      _("the page cannot be painted: %s"), cairo_status_to_string(st));
	return st == CAIRO_STATUS_SUCCESS;
}
