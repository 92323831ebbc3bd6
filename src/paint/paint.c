/*
 * src/paint/paint.c - the items of a page, one after the other, onto cairo.
 *
 * Only the operator OVER and opaque colours are used but for the watermark's
 * even transparency, which PDF knows by itself: cairo then never falls back to
 * painting a region as pixels.
 *
 * Links. cairo makes a link of what is painted between two calls. Runs of the
 * same link on one baseline go into one, so a reader sees one link a line. The
 * tag must stand right round the runs: text in a tag that holds another tag
 * would be lost to the document's structure. Round the link stands a Span: in a
 * document without any tag but links cairo 1.16 refers to a structure tree that
 * it then does not write, which qpdf rightly calls damaged.
 */
#include "paint/paint.h"
#include <stdlib.h>
#include <string.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "page/inks.h"
#include "paint/album.h"
#include "paint/colour.h"
#include "base/drawfont.h"
#include "paint/face.h"
#include "paint/note.h"

/* A magazine has few colours, and the profile takes long over each. */
enum { TONES = 16 };
struct tone { double c, m, y, k; struct rgb rgb; };

struct painter {
	const struct pages *pages;
	struct paint_options o;
	struct diag *d;
	struct album *album;
	struct faces *faces;
	struct notes *notes;		/* NULL unless draft */
	cairo_glyph_t *glyphs;		/* scratch, grown as needed */
	cairo_text_cluster_t *clusters;
	size_t room_glyphs, room_clusters;
	struct tone tones[TONES];	/* colours met last, a ring */
	size_t ntones;
};

static bool shows_drawing(const struct pages *p)
{
	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++) {
			const struct item *it = &p->pages[i].items[k];

			if (it->kind == ITEM_PICTURE && it->picture.vector && !it->picture.page)
				return true;
		}
	return false;
}

/* librsvg takes its fonts from the current configuration, through Pango's default font map. */
static void set_drawing_fonts(struct painter *p, void *fonts_config)
{
	FcConfig *drawing = drawfont_config(fonts_config);

	FcConfigSetCurrent(drawing);
	pango_cairo_font_map_set_default(NULL);
	p->notes = p->o.draft ? notes_new(drawing) : NULL;
	FcConfigDestroy(drawing);
}

struct painter *painter_new(const struct pages *p, void *fonts_config, struct store *s,
			    struct paint_options o, struct diag *d)
{
	struct painter *pt = g_new0(struct painter, 1);
	pt->pages = p;
	pt->o = o;
	pt->d = d;
	pt->faces = faces_new();
	if (o.draft || shows_drawing(p))
		set_drawing_fonts(pt, fonts_config);
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
	g_free(p->clusters);
	g_free(p);
}

static struct rgb rgb_of(struct painter *p, const struct colour *c)
{
	struct tone *t;

	for (size_t i = 0; i < MIN(p->ntones, TONES); i++) {
		t = &p->tones[i];
		if (t->c == c->c && t->m == c->m && t->y == c->y && t->k == c->k)
			return t->rgb;
	}
	t = &p->tones[p->ntones++ % TONES];
	*t = (struct tone){ c->c, c->m, c->y, c->k, colour_to_rgb(p->o.press, c->c, c->m, c->y, c->k) };
	return t->rgb;
}

static void set_colour(struct painter *p, cairo_t *cr, const struct page *pg, const struct item *it)
{
	const struct colour *c = &it->colour;
	const struct ink_key *k;
	struct rgb rgb;

	if (p->o.target == TARGET_PRINT) {
		k = it->kind == ITEM_RECT ? inks_key_rect(p->o.inks, *c, it->box.w, it->box.h) :
			inks_key_text(p->o.inks, pg, (size_t)(it - pg->items), p->o.ink_limit);
		cairo_set_source_rgb(cr, k->r / 255.0, k->g / 255.0, k->b / 255.0);
		return;
	}
	rgb = rgb_of(p, c);
	cairo_set_source_rgb(cr, rgb.r, rgb.g, rgb.b);
}

/* ---- glyphs ---- */

static void make_room(struct painter *p, const struct glyphs *g)
{
	if (g->nglyphs > p->room_glyphs) {
		p->room_glyphs = g->nglyphs * 2;
		p->glyphs = g_renew(cairo_glyph_t, p->glyphs, p->room_glyphs);
	}
	if (g->nclusters > p->room_clusters) {
		p->room_clusters = g->nclusters * 2;
		p->clusters = g_renew(cairo_text_cluster_t, p->clusters, p->room_clusters);
	}
}

static void paint_glyphs(struct painter *p, cairo_t *cr, const struct page *pg, const struct item *it)
{
	const struct glyphs *g = &it->glyphs;

	if (!g->nglyphs)
		return;
	make_room(p, g);
	if (g->up) {
		cairo_save(cr);
		cairo_translate(cr, g->x, g->y);
		cairo_rotate(cr, -G_PI / 2);
		cairo_translate(cr, -g->x, -g->y);
	}
	for (size_t i = 0; i < g->nglyphs; i++)
		p->glyphs[i] = (cairo_glyph_t){ g->glyph[i].id, g->x + g->glyph[i].x, g->y + g->glyph[i].y };
	for (size_t i = 0; i < g->nclusters; i++)
		p->clusters[i] = (cairo_text_cluster_t){ g->clusters[i].nbytes, g->clusters[i].nglyphs };
	faces_set(p->faces, cr, g);
	set_colour(p, cr, pg, it);
	if (p->o.target != TARGET_IMAGE) {
		cairo_show_text_glyphs(cr, g->text, (int)g->nbytes, p->glyphs, (int)g->nglyphs,
				       p->clusters, (int)g->nclusters,
				       g->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	} else {
		cairo_new_path(cr);
		cairo_glyph_path(cr, p->glyphs, (int)g->nglyphs);
		cairo_fill(cr);
	}
	if (g->up)
		cairo_restore(cr);
}

/* ---- links ---- */

/* What may stand in cairo's attribute string and, as cairo 1.16 escapes nothing, in a PDF string. */
static char *safe_uri(const char *href)
{
	GString *s = g_string_new(NULL);

	for (const unsigned char *c = (const unsigned char *)href; *c; c++)
		if (*c <= ' ' || *c >= 0x7f || strchr("'\"\\()<>", *c))
			g_string_append_printf(s, "%%%02X", *c);
		else
			g_string_append_c(s, (char)*c);
	return g_string_free(s, FALSE);
}

/* Place of page `index` among the pages that are written, from 1; 0: it is not. */
static size_t written_place(const struct pages *p, int index)
{
	for (size_t i = 0; i < p->npages; i++)
		if (p->pages[i].index == index)
			return i + 1;
	return 0;
}

/* cairo's attributes for the item's link, or NULL. g_free() it. */
static char *link_of(const struct painter *p, const struct item *it)
{
	char *uri, *attributes = NULL;
	size_t place;

	if (p->o.target != TARGET_PDF || it->kind != ITEM_GLYPHS || !it->glyphs.nglyphs)
		return NULL;
	if (it->glyphs.href) {
		uri = safe_uri(it->glyphs.href);
		attributes = g_strdup_printf("uri='%s'", uri);
		g_free(uri);
	} else if (it->glyphs.dest_page >= 0 && (place = written_place(p->pages, it->glyphs.dest_page)) > 0) {
		attributes = g_strdup_printf("page=%zu pos=[0 0]", place);
	}
	return attributes;
}

static void link_begin(cairo_t *cr, const char *attributes)
{
	cairo_tag_begin(cr, "Span", NULL);
	cairo_tag_begin(cr, CAIRO_TAG_LINK, attributes);
}

static void link_end(cairo_t *cr)
{
	cairo_tag_end(cr, CAIRO_TAG_LINK);
	cairo_tag_end(cr, "Span");
}

/* Whether two runs with links belong to one: same target, same line, nothing between them. */
static bool same_link(const char *a, const struct item *from, const char *b, const struct item *to)
{
	return a && b && strcmp(a, b) == 0 && from->glyphs.y == to->glyphs.y;
}

/* ---- pages ---- */

static void paint_item(struct painter *p, cairo_t *cr, const struct page *pg, const struct item *it)
{
	const char *fault;

	switch (it->kind) {
	case ITEM_GLYPHS:
		paint_glyphs(p, cr, pg, it);
		break;
	case ITEM_RECT:
		set_colour(p, cr, pg, it);
		cairo_rectangle(cr, it->box.x, it->box.y, it->box.w, it->box.h);
		cairo_fill(cr);
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
	char *open = NULL;		/* attributes of the link being painted */
	cairo_status_t st;

	cairo_save(cr);
	for (size_t i = 0; i < pg->nitems; i++) {
		const struct item *it = &pg->items[i];
		char *link = link_of(p, it);

		if (open && !same_link(open, it - 1, link, it)) {
			link_end(cr);
			g_clear_pointer(&open, g_free);
		}
		if (link && !open)
			link_begin(cr, link);
		g_free(open);
		open = link;
		paint_item(p, cr, pg, it);
	}
	if (open)
		link_end(cr);
	g_free(open);
	/* Pages as pictures are looked at closely, on the screen: nothing lies over them there. */
	if (p->notes && p->o.target == TARGET_PDF)
		note_watermark(p->notes, cr, p->pages->width, p->pages->height);
	cairo_restore(cr);
	st = cairo_status(cr);
	/* A write error is told, with its reason, by outfile_commit(). */
	if (st != CAIRO_STATUS_SUCCESS && st != CAIRO_STATUS_WRITE_ERROR)
		diag_add_page(p->d, D_MACHINE, (struct src){ NULL, 0, 0 }, pg->index + 1,
			      _("the page cannot be painted: %s"), cairo_status_to_string(st));
	return st == CAIRO_STATUS_SUCCESS;
}
