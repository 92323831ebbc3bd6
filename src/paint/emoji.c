/* src/paint/emoji.c - pictures out of fonts. */
#include "paint/emoji.h"
#include <hb.h>
#include <hb-ot.h>
#include <string.h>
#include "page/model.h"

struct bytes { const char *s; unsigned n; };

static cairo_status_t give(void *from, unsigned char *to, unsigned n)
{
	struct bytes *b = from;

	if (n > b->n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, b->s, n);
	b->s += n;
	b->n -= n;
	return CAIRO_STATUS_SUCCESS;
}

bool emoji_in(const struct font *f)
{
	return hb_ot_color_has_png(f->face);
}

cairo_surface_t *emoji_picture(const struct font *f, uint32_t glyph, struct rect *em)
{
	hb_blob_t *png = hb_ot_color_glyph_reference_png(f->hb, glyph);
	hb_glyph_extents_t e;
	struct bytes b;
	cairo_surface_t *s = NULL;

	b.s = hb_blob_get_data(png, &b.n);
	if (b.n && hb_font_get_glyph_extents(f->hb, glyph, &e) && e.width > 0 && e.height < 0) {
		*em = (struct rect){ e.x_bearing / f->upem, -e.y_bearing / f->upem, e.width / f->upem, -e.height / f->upem };
		s = cairo_image_surface_create_from_png_stream(give, &b);
		if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS) {
			cairo_surface_destroy(s);
			s = NULL;
		}
	}
	hb_blob_destroy(png);
	return s;
}

struct rect emoji_place(const struct glyphs *g, size_t glyph, struct rect em)
{
	double scale = g->hscale > 0 ? g->hscale : 1;

	return (struct rect){ g->glyph[glyph].x + em.x * g->size * scale, g->glyph[glyph].y + em.y * g->size,
			      em.w * g->size * scale, em.h * g->size };
}
