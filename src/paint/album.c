/* src/paint/album.c - pictures, converted, and painted onto cairo. */
#include "paint/album.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/drawfont.h"
#include "base/i18n.h"
#include "base/icc.h"
#include "base/store.h"
#include "paint/jpeg.h"
#include "paint/print.h"

/* More pixels for placed PDFs on the screen. */
static const double PAGE_FINER = 1.5;

struct album {
	struct paint_options o;
	struct arena *arena;
	struct diag *d;
	GHashTable *prints;			/* key -> struct print */
	GArray *wanted;				/* struct conversion, as asked of the store */
	char *fonts, *fonts_digest;		/* for text in drawings (base/drawfont.h) */
};

bool album_is_drawing(const struct picture_item *p)
{
	return p->vector && !p->page;
}

static int pixels(Pt length, double ppi)
{
	int n = (int)ceil(length / 72 * ppi - 1e-6);

	return n > 1 ? n : 1;
}

static double ppi_of(const struct album *a, const struct picture_item *p)
{
	/* Letters in advertisements are small: they get more pixels than photographs. */
	if (p->page && a->o.target == TARGET_PDF)
		return a->o.ppi * PAGE_FINER;
	return p->line && a->o.target == TARGET_PRINT ? a->o.ppi_line : a->o.ppi;
}

static const char *key_of(struct album *a, const struct item *it)
{
	const struct picture_item *p = &it->picture;
	double ppi = ppi_of(a, p);

	/* In a PDF a drawing is one of its own, as large as its place. */
	if (album_is_drawing(p) && a->o.target == TARGET_IMAGE)
		return p->path;
	return arena_printf(a->arena, "%s\n%d %a %a %a %a %d %d %d %d %d", p->path, p->page, p->crop_x, p->crop_y, p->crop_w, p->crop_h,
			    pixels(it->box.w, ppi), pixels(it->box.h, ppi), p->colour.intent, p->colour.keep, p->colour.flatten);
}

double album_drawing_unit(const struct album *a, const struct item *it)
{
	return fmin(a->o.ppi / 72, 14400 / fmax(it->box.w, it->box.h));
}

/* A drawing for the screen is drawn there too, where time and memory are limited, before it is drawn here. */
static struct conversion conversion_of(struct album *a, const struct item *it)
{
	const struct picture_item *p = &it->picture;
	double ppi = ppi_of(a, p);
	struct conversion c = {
		.path = p->path, .kind = p->page ? PICTURE_PAGE : p->vector ? PICTURE_VECTOR : p->line ? PICTURE_LINE : PICTURE_PHOTO,
		.crop_x = p->crop_x, .crop_y = p->crop_y, .crop_w = p->crop_w, .crop_h = p->crop_h,
		.width = pixels(it->box.w, ppi), .height = pixels(it->box.h, ppi), .page = p->page, .shown = a->o.press,
	};

	if (album_is_drawing(p)) {
		c.place_w = it->box.w * album_drawing_unit(a, it);
		c.place_h = it->box.h * album_drawing_unit(a, it);
		c.fonts = a->fonts;
		c.fonts_digest = a->fonts_digest;
	} else if (a->o.target == TARGET_PRINT) {
		c.press = (struct separation){ a->o.press, p->colour, a->o.jpeg_quality, a->o.sharpen, a->o.sharpen_radius };
		c.press.colour.flatten = c.press.colour.flatten || a->o.flatten;
	}
	return c;
}

const char *album_refuse(struct album *a, struct print *pr, const struct item *it, const char *why)
{
	pr->fault = arena_strdup(a->arena, why);
	diag_add(a->d, D_PICTURE_BAD, it->at, _("%s; the picture is left out"), pr->fault);
	return pr->fault;
}

static void want(struct album *a, const struct item *it, size_t *next)
{
	const struct picture_item *p = &it->picture;
	const char *key;
	struct print *pr;

	(void)next;
	if (it->kind != ITEM_PICTURE || !p->path || p->fault)
		return;
	key = key_of(a, it);
	if (g_hash_table_contains(a->prints, key))
		return;
	pr = arena_make(a->arena, struct print);
	g_hash_table_insert(a->prints, (gpointer)key, pr);
	if (p->page && !a->o.press) {
		album_refuse(a, pr, it, _("without a print profile a PDF cannot be shown"));
		return;
	}
	g_array_append_vals(a->wanted, (struct conversion[]){ conversion_of(a, it) }, 1);
}

static void say_notes(struct album *a, const struct item *it, const struct picture_notes *n)
{
	char *name = g_path_get_basename(it->picture.path);

	if (n->damaged)
		diag_add(a->d, D_PICTURE_DAMAGED, it->at,
			 _("%s is damaged (%s) and placed as far as it could be read; look at it, and get the file again"),
			 name, n->damaged);
	for (size_t i = 0; n->fonts && n->fonts[i].asked; i++)
		diag_add(a->d, D_DRAWING_FONT, it->at,
			 _("the drawing %s asks for the font %s, which is not there; %s is used. Turn its text into paths, or put the font into fonts/"),
			 name, n->fonts[i].asked, n->fonts[i].used);
	g_free(name);
}

/* Where the pages show pictures, hand their conversions out to the prints. */
static void hand_out(struct album *a, const struct item *it, size_t *next)
{
	struct print *pr;

	if (it->kind != ITEM_PICTURE || !it->picture.path || it->picture.fault)
		return;
	pr = g_hash_table_lookup(a->prints, key_of(a, it));
	if (pr->conversion || pr->fault)
		return;
	pr->conversion = &g_array_index(a->wanted, struct conversion, (*next)++);
	if (!pr->conversion->error) {
		say_notes(a, it, &pr->conversion->notes);
		return;
	}
	pr->fault = pr->conversion->error;
	diag_add(a->d, D_PICTURE_BAD, it->at, _("%s; the picture is left out"), pr->fault);
}

static void on_each(const struct pages *p, struct album *a, size_t *next, void (*look)(struct album *, const struct item *, size_t *))
{
	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++)
			look(a, &p->pages[i].items[k], next);
}

/* One note for all pictures of a kind: the files, each once, in the order of the pages. */
static void say_together(struct album *a, const struct pages *p, bool kept, const char *text)
{
	enum { NAMED = 12 };
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	struct src at = { NULL, 0, 0 };
	char *list;

	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++) {
			const struct item *it = &p->pages[i].items[k];
			struct print *pr = it->kind == ITEM_PICTURE && it->picture.path && !it->picture.fault ?
				g_hash_table_lookup(a->prints, key_of(a, it)) : NULL;
			const struct picture_notes *n = pr && pr->conversion ? &pr->conversion->notes : NULL;

			if (!n || !(kept ? n->kept : n->srgb) || !g_hash_table_add(seen, (gpointer)it->picture.path))
				continue;
			at = names->len ? at : it->at;
			g_ptr_array_add(names, g_path_get_basename(it->picture.path));
		}
	if (names->len > NAMED) {
		unsigned more = names->len - NAMED;

		g_ptr_array_set_size(names, NAMED);
		g_ptr_array_add(names, g_strdup_printf(ngettext("%u more", "%u more", more), more));
	}
	if (names->len) {
		g_ptr_array_add(names, NULL);
		list = g_strjoinv(", ", (char **)names->pdata);
		diag_add(a->d, D_PICTURE_COLOUR, at, "%s: %s", text, list);
		g_free(list);
	}
	g_hash_table_destroy(seen);
	g_ptr_array_free(names, TRUE);
}

static bool shows_drawing(const struct pages *p)
{
	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++)
			if (p->pages[i].items[k].kind == ITEM_PICTURE && album_is_drawing(&p->pages[i].items[k].picture))
				return true;
	return false;
}

/* librsvg takes its fonts from the current configuration, through Pango's default font map. */
static void set_drawing_fonts(void *fonts_config)
{
	FcConfig *drawing = drawfont_config(fonts_config);

	FcConfigSetCurrent(drawing);
	pango_cairo_font_map_set_default(NULL);
	FcConfigDestroy(drawing);
}

struct album *album_new(const struct pages *p, void *fonts_config, struct store *s, struct paint_options o, struct diag *d)
{
	struct album *a = g_new0(struct album, 1);
	size_t next = 0;

	a->o = o;
	a->d = d;
	a->arena = arena_new();
	a->prints = g_hash_table_new(g_str_hash, g_str_equal);
	a->wanted = g_array_new(FALSE, TRUE, sizeof(struct conversion));
	if (o.target == TARGET_IMAGE && shows_drawing(p))
		set_drawing_fonts(fonts_config);
	a->fonts = drawfont_file(fonts_config);
	a->fonts_digest = drawfont_digest(fonts_config);
	on_each(p, a, &next, want);
	if (a->wanted->len &&
	    !store_convert(s, a->arena, &g_array_index(a->wanted, struct conversion, 0), a->wanted->len, d)) {
		album_free(a);
		return NULL;
	}
	/* The same walk meets the prints in the order in which they were wanted. */
	on_each(p, a, &next, hand_out);
	say_together(a, p, false, _("no colour profile, taken as sRGB"));
	say_together(a, p, true, _("in CMYK without a profile, or kept by the author's wish: the inks are printed as they are"));
	return a;
}

void album_free(struct album *a)
{
	GHashTableIter it;
	gpointer value;

	if (!a)
		return;
	g_hash_table_iter_init(&it, a->prints);
	while (g_hash_table_iter_next(&it, NULL, &value)) {
		struct print *pr = value;

		g_clear_object(&pr->svg);
	}
	g_hash_table_destroy(a->prints);
	g_array_free(a->wanted, TRUE);
	g_free(a->fonts);
	g_free(a->fonts_digest);
	arena_free(a->arena);
	g_free(a);
}

/* The converted picture as a surface; NULL and *error (g_free() it). */
static cairo_surface_t *load(const char *path, char **error)
{
	cairo_surface_t *s = NULL;
	GError *e = NULL;
	char *bytes;
	gsize n;

	if (!g_file_get_contents(path, &bytes, &n, &e)) {
		*error = g_strdup(e->message);
		g_error_free(e);
		return NULL;
	}
	if (!jpeg_is((unsigned char *)bytes, n)) {
		g_free(bytes);
		s = cairo_image_surface_create_from_png(path);
		if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS)
			return s;
		*error = g_strdup(cairo_status_to_string(cairo_surface_status(s)));
		cairo_surface_destroy(s);
		return NULL;
	}
	s = jpeg_decode((unsigned char *)bytes, n, error);
	g_free(bytes);
	return s;
}

static const char *paint_pixels(struct album *a, cairo_t *cr, struct print *pr, const struct item *it)
{
	char *error = NULL;
	struct rect b = it->box;
	cairo_surface_t *s = load(pr->conversion->out, &error);

	if (!s) {
		album_refuse(a, pr, it, error);
		g_free(error);
		return pr->fault;
	}
	cairo_save(cr);
	cairo_rectangle(cr, b.x, b.y, b.w, b.h);
	cairo_clip(cr);
	cairo_translate(cr, b.x, b.y);
	cairo_scale(cr, b.w / cairo_image_surface_get_width(s), b.h / cairo_image_surface_get_height(s));
	cairo_set_source_surface(cr, s, 0, 0);
	/* Pixels at the edge must not fade into what is under the picture. */
	cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
	cairo_paint(cr);
	cairo_restore(cr);
	cairo_surface_destroy(s);
	return NULL;
}

static RsvgHandle *load_svg(const char *path, GError **e)
{
	RsvgHandle *h = NULL;
	char *bytes = NULL;
	gsize n;

	if (g_file_get_contents(path, &bytes, &n, e))
		h = rsvg_handle_new_from_data((guint8 *)bytes, n, e);
	g_free(bytes);
	if (h)
		rsvg_handle_set_dpi(h, 96);		/* CSS: what an inch is to a drawing program */
	return h;
}

static const char *paint_svg(struct album *a, cairo_t *cr, struct print *pr, const struct item *it)
{
	const struct picture_item *p = &it->picture;
	double w = it->box.w / p->crop_w, h = it->box.h / p->crop_h;
	RsvgRectangle whole = { it->box.x - p->crop_x * w, it->box.y - p->crop_y * h, w, h };
	GError *e = NULL;

	if (!pr->svg)
		pr->svg = load_svg(p->path, &e);
	cairo_save(cr);
	cairo_rectangle(cr, it->box.x, it->box.y, it->box.w, it->box.h);
	cairo_clip(cr);
	if (pr->svg)
		rsvg_handle_render_document(pr->svg, cr, &whole, &e);
	cairo_restore(cr);
	if (e) {
		album_refuse(a, pr, it, e->message);
		g_error_free(e);
	}
	return pr->fault;
}

const struct paint_options *album_options(const struct album *a)
{
	return &a->o;
}

struct print *album_print(struct album *a, const struct item *it, const char **fault)
{
	const struct picture_item *p = &it->picture;
	struct print *pr = p->fault || !p->path ? NULL : g_hash_table_lookup(a->prints, key_of(a, it));

	*fault = p->fault ? p->fault : pr ? pr->fault : NULL;
	return *fault ? NULL : pr;
}

const char *album_paint(struct album *a, cairo_t *cr, const struct item *it)
{
	const char *fault;
	struct print *pr = album_print(a, it, &fault);

	if (!pr)
		return fault;
	return album_is_drawing(&it->picture) ? paint_svg(a, cr, pr, it) : paint_pixels(a, cr, pr, it);
}
