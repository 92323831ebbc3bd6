/*
 * src/paint/pdfpage.c - the items of a page, one after the other, into a PDF.
 *
 * Links. Runs of the same link on one baseline go into one, so a reader sees
 * one link a line.
 */
#include "paint/pdfpage.h"
#include <string.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "page/inks.h"
#include "paint/album.h"
#include "paint/colour.h"
#include "paint/drawn.h"
#include "paint/emoji.h"
#include "paint/note.h"
#include "paint/surface.h"
#include "pdf/doc.h"
#include "pdf/page.h"

struct pdf_painter {
	const struct pages *pages;
	struct paint_options o;
	struct diag *d;
	struct album *album;
	struct drawn *drawn;
	GHashTable *emoji;		/* font's id and glyph -> struct emoji */
	GHashTable *told;		/* font's id and page: what cannot be printed was said */
	struct notes *notes;		/* NULL unless draft */
	int watermark;			/* its object; 0: not drawn yet */
	struct tones tones;
};

struct pdf_painter *pdf_painter_new(const struct pages *p, struct pdf_doc *doc, void *fonts_config, struct store *s,
				    struct paint_options o, struct diag *d)
{
	struct pdf_painter *pt = g_new0(struct pdf_painter, 1);

	pt->pages = p;
	pt->o = o;
	pt->d = d;
	pt->tones.press = o.press;
	pt->emoji = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
	pt->told = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	pt->drawn = drawn_new(pdf_doc_file(doc));
	pt->notes = o.draft ? notes_new(fonts_config) : NULL;
	pt->album = album_new(p, fonts_config, s, o, d);
	if (pt->album)
		return pt;
	pdf_painter_free(pt);
	return NULL;
}

void pdf_painter_free(struct pdf_painter *p)
{
	if (!p)
		return;
	album_free(p->album);
	notes_free(p->notes);
	g_hash_table_destroy(p->emoji);
	g_hash_table_destroy(p->told);
	drawn_free(p->drawn);
	g_free(p);
}

/* ---- colours ---- */

static void set_colour(struct pdf_painter *p, struct pdf_page *to, const struct page *pg, const struct item *it)
{
	const struct ink_key *k;
	struct rgb rgb;

	if (p->o.target == TARGET_PRINT) {
		k = it->kind == ITEM_RECT ? inks_key_rect(p->o.inks, it->colour, it->box.w, it->box.h) :
			it->kind == ITEM_PATH ? inks_key_path(p->o.inks, it->colour, &it->path, it->box) :
			inks_key_text(p->o.inks, pg, (size_t)(it - pg->items), p->o.ink_limit);
		pdf_page_colour(to, k->r / 255.0, k->g / 255.0, k->b / 255.0);
		return;
	}
	rgb = tones_rgb(&p->tones, &it->colour);
	pdf_page_colour(to, rgb.r, rgb.g, rgb.b);
}

static struct rect whole_page(const struct pdf_painter *p)
{
	return (struct rect){ 0, 0, p->pages->width, p->pages->height };
}

/* ---- glyphs that are pictures in their font ---- */

/* object 0: the glyph is none. */
struct emoji { gint64 key; int object; struct rect em; };

static const struct emoji *emoji_of(struct pdf_painter *p, struct pdf_page *to, const struct font *f, uint32_t glyph)
{
	gint64 key = (gint64)f->id << 32 | glyph;
	struct emoji *e = g_hash_table_lookup(p->emoji, &key);
	cairo_surface_t *s;

	if (e)
		return e;
	e = g_new0(struct emoji, 1);
	e->key = key;
	s = emoji_picture(f, glyph, &e->em);
	e->object = s ? surface_write(pdf_page_file(to), s) : 0;
	cairo_surface_destroy(s);
	g_hash_table_insert(p->emoji, &e->key, e);
	return e;
}

/* A run that is read upwards is turned, its pictures stand upright. */
static void place_emoji(struct pdf_page *to, const struct glyphs *g, size_t i, const struct emoji *e)
{
	struct rect r = emoji_place(g, i, e->em);
	double x = r.x + r.w / 2, y = r.y + r.h / 2;

	if (g->up) {
		r.x = y - r.w / 2;
		r.y = -x - r.h / 2;
	}
	r.x += g->x;
	r.y += g->y;
	pdf_page_image(to, e->object, r);
}

/* Once for a font and page, at the first text of it. */
static void report_unprintable(struct pdf_painter *p, const struct page *pg, const struct item *it)
{
	gint64 *key = g_new(gint64, 1);

	*key = (gint64)it->glyphs.font->id << 32 | pg->index;
	if (g_hash_table_add(p->told, key))
		diag_add_page(p->d, D_PREPRESS, it->at, pg->index + 1,
			_("the font of a letter on the page holds pictures instead of outlines (a colour or bitmap font), which cannot be printed; name another font in the layout"));
}

/* The run's pictures, and the other glyphs as text. In print nothing can show them. */
static void place_pictures(struct pdf_painter *p, struct pdf_page *to, const struct page *pg, const struct item *it)
{
	struct glyphs rest = it->glyphs;
	const struct glyphs *g = &it->glyphs;

	if (p->o.target == TARGET_PRINT) {
		report_unprintable(p, pg, it);
		return;
	}
	rest.glyph = g_new(struct glyph_at, g->nglyphs);
	rest.clusters = g_new(struct cluster, g->nclusters);
	rest.nglyphs = 0;
	/* From the left; the clusters of a backward run come from the right. */
	for (size_t k = 0, i = 0; k < g->nclusters; k++) {
		size_t c = g->backward ? g->nclusters - 1 - k : k, kept = rest.nglyphs;

		for (size_t end = i + g->clusters[c].nglyphs; i < end; i++) {
			const struct emoji *e = emoji_of(p, to, g->font, g->glyph[i].id);

			if (e->object)
				place_emoji(to, g, i, e);
			else
				rest.glyph[rest.nglyphs++] = g->glyph[i];
		}
		rest.clusters[c] = (struct cluster){ g->clusters[c].nbytes, (uint32_t)(rest.nglyphs - kept) };
	}
	if (rest.nglyphs)
		pdf_page_text(to, &rest);
	g_free(rest.clusters);
	g_free(rest.glyph);
}

/* ---- text ---- */

static void place_glyphs(struct pdf_painter *p, struct pdf_page *to, const struct page *pg, const struct item *it)
{
	if (!it->glyphs.nglyphs)
		return;
	set_colour(p, to, pg, it);
	if (!pdf_page_text(to, &it->glyphs))
		place_pictures(p, to, pg, it);
}

/* ---- notes of drafts ---- */

static void place_note(struct pdf_painter *p, struct pdf_page *to, const struct item *it, const char *text,
		       void (*draw)(struct notes *n, cairo_t *cr, struct rect box, const char *text))
{
	draw(p->notes, drawn_begin(p->drawn, whole_page(p)), it->box, text);
	pdf_page_form(to, drawn_piece(p->drawn), whole_page(p));
}

static void place_watermark(struct pdf_painter *p, struct pdf_page *to)
{
	if (!p->watermark) {
		note_watermark(p->notes, drawn_begin(p->drawn, whole_page(p)), p->pages->width, p->pages->height);
		p->watermark = drawn_piece(p->drawn);
	}
	pdf_page_form(to, p->watermark, whole_page(p));
}

/* ---- links ---- */

/* Only what may stand in an address; all else percent-encoded. g_free() it. */
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

/* Place of page `index` among the pages that are written; -1: it is not. */
static int written_place(const struct pages *p, int index)
{
	for (size_t i = 0; i < p->npages; i++)
		if (p->pages[i].index == index)
			return (int)i;
	return -1;
}

/* A link under work: where it goes, what it covers. */
struct link { const char *href; int page; Pt y, baseline; struct rect box; bool open; };

/* The number of a note alone is too small for a finger: its link reaches beyond it. */
#define LINK_LEAST 9

static struct rect reachable(struct rect r)
{
	Pt w = MAX(LINK_LEAST - r.w, 0), h = MAX(LINK_LEAST - r.h, 0);

	return (struct rect){ r.x - w / 2, r.y - h / 2, r.w + w, r.h + h };
}

static void end_link(struct pdf_page *to, struct link *l)
{
	char *uri = l->open && l->href ? safe_uri(l->href) : NULL;

	if (l->open)
		pdf_page_link(to, reachable(l->box), uri, l->page, l->y);
	l->open = false;
	g_free(uri);
}

static struct rect joined(struct rect a, struct rect b)
{
	Pt x = MIN(a.x, b.x), y = MIN(a.y, b.y);

	return (struct rect){ x, y, MAX(rect_right(a), rect_right(b)) - x, MAX(rect_bottom(a), rect_bottom(b)) - y };
}

/* Every item comes by here: one without a link, or with another, ends the one before. */
static void take_link(struct pdf_painter *p, struct pdf_page *to, const struct item *it, struct link *l)
{
	struct link here = { .page = -1 };

	if (it->kind == ITEM_GLYPHS && it->glyphs.nglyphs) {
		here.href = it->glyphs.href;
		here.page = here.href || it->glyphs.dest_page < 0 ? -1 : written_place(p->pages, it->glyphs.dest_page);
		here.y = here.page >= 0 ? it->glyphs.dest_y : 0;
		here.baseline = it->glyphs.y;
		here.box = it->box;
		here.open = here.href || here.page >= 0;
	}
	if (l->open && here.open && l->baseline == here.baseline && l->page == here.page && l->y == here.y && !g_strcmp0(l->href, here.href)) {
		l->box = joined(l->box, here.box);
		return;
	}
	end_link(to, l);
	*l = here;
}

/* ---- pages ---- */

static void place_item(struct pdf_painter *p, struct pdf_page *to, const struct page *pg, const struct item *it)
{
	const char *fault;

	switch (it->kind) {
	case ITEM_GLYPHS:
		place_glyphs(p, to, pg, it);
		break;
	case ITEM_RECT:
		set_colour(p, to, pg, it);
		pdf_page_rect(to, it->box);
		break;
	case ITEM_PATH:
		set_colour(p, to, pg, it);
		pdf_page_path(to, it->path.at, it->path.n, it->path.closed, it->path.stroke);
		break;
	case ITEM_PICTURE:
		fault = album_place(p->album, to, it);
		if (fault && p->notes)
			place_note(p, to, it, fault, note_fault);
		else if (it->picture.refused && p->notes)
			place_note(p, to, it, it->picture.refused, note_mark);
		break;
	case ITEM_MARK:
		if (p->notes)
			place_note(p, to, it, it->mark, note_mark);
		break;
	}
}

void pdf_painter_page(struct pdf_painter *p, struct pdf_page *to, const struct page *pg)
{
	struct link link = { .open = false };

	for (size_t i = 0; i < pg->nitems; i++) {
		if (p->o.target == TARGET_PDF)
			take_link(p, to, &pg->items[i], &link);
		place_item(p, to, pg, &pg->items[i]);
	}
	end_link(to, &link);
	if (p->notes)
		place_watermark(p, to);
}

const char *pdf_painter_end(struct pdf_painter *p)
{
	return drawn_end(p->drawn);
}
