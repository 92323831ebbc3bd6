/*
 * src/paint/place.c - pictures into a PDF.
 *
 * For print a picture, drawing or placed page is an asset (page/inks.h): one
 * pixel of its number's colour, which src/prepress puts the asset in place of.
 */
#include <cairo.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "page/inks.h"
#include "paint/drawn.h"
#include "paint/jpeg.h"
#include "paint/print.h"
#include "pdf/doc.h"
#include "pdf/image.h"
#include "pdf/page.h"

/* ---- print ---- */

/* The drawing's part that is placed, as a PDF of the place's size. false: refused. */
static bool drawing_asset(struct album *a, struct print *pr, const struct item *it, struct asset *asset)
{
	GError *e = NULL;
	char *bytes;

	if (!g_file_get_contents(pr->conversion->out, &bytes, &asset->n, &e)) {
		album_refuse(a, pr, it, e->message);
		g_error_free(e);
		return false;
	}
	/* The inks free() it. */
	asset->bytes = malloc(asset->n + 1);
	if (!asset->bytes)
		abort();
	memcpy(asset->bytes, bytes, asset->n);
	g_free(bytes);
	asset->unit = 1 / album_drawing_unit(a, it);
	return true;
}

static const char *write_asset(struct album *a, struct pdf_file *f, struct print *pr, const struct item *it)
{
	const struct picture_item *p = &it->picture;
	struct asset asset = { .kind = p->page ? ASSET_PAGE : p->vector ? ASSET_DRAWING : ASSET_PICTURE, .at = it->at };
	uint32_t pixel;

	if (p->page)
		asset.part = (struct rect){ p->crop_x * p->nominal_w, (1 - p->crop_y - p->crop_h) * p->nominal_h,
					    p->crop_w * p->nominal_w, p->crop_h * p->nominal_h };
	if (asset.kind != ASSET_DRAWING)
		asset.path = pr->conversion->out;
	else if (!drawing_asset(a, pr, it, &asset))
		return pr->fault;
	pixel = inks_asset(album_options(a)->inks, asset);
	pr->object = pdf_image_pixels(f, 1, 1, (uint8_t[]){ (uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel }, NULL);
	return NULL;
}

/* ---- screen ---- */

/* A picture that does not go in as it is: cairo's pixels, colours multiplied by the opacity, taken apart. */
static int write_surface(struct pdf_file *f, cairo_surface_t *s)
{
	int w = cairo_image_surface_get_width(s), h = cairo_image_surface_get_height(s), stride = cairo_image_surface_get_stride(s);
	bool opaque = cairo_image_surface_get_format(s) == CAIRO_FORMAT_RGB24;
	size_t n = (size_t)w * (size_t)h, at = 0;
	uint8_t *rgb = g_malloc(n * 3), *alpha = opaque ? NULL : g_malloc(n);
	int object;

	for (int y = 0; y < h; y++) {
		const unsigned char *row = cairo_image_surface_get_data(s) + (size_t)y * (size_t)stride;

		for (int x = 0; x < w; x++, at++) {
			uint32_t pixel, k;

			memcpy(&pixel, row + 4 * (size_t)x, sizeof pixel);
			k = opaque ? 255 : pixel >> 24;
			for (int i = 0; i < 3; i++) {
				uint32_t v = pixel >> (16 - 8 * i) & 255;

				rgb[3 * at + (size_t)i] = (uint8_t)(k == 255 || !k ? v : MIN((v * 255 + k / 2) / k, 255));
			}
			if (alpha)
				alpha[at] = (uint8_t)k;
		}
	}
	object = pdf_image_pixels(f, w, h, rgb, alpha);
	g_free(alpha);
	g_free(rgb);
	return object;
}

static int write_decoded(struct pdf_file *f, const char *path, const char **error)
{
	cairo_surface_t *s = cairo_image_surface_create_from_png(path);
	cairo_format_t format = cairo_image_surface_get_format(s);
	int object = 0;

	*error = NULL;
	if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS)
		*error = cairo_status_to_string(cairo_surface_status(s));
	else if (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32)
		*error = cairo_status_to_string(CAIRO_STATUS_INVALID_FORMAT);
	else
		object = write_surface(f, s);
	cairo_surface_destroy(s);
	return object;
}

static const char *write_picture(struct album *a, struct pdf_file *f, struct print *pr, const struct item *it)
{
	const char *path = pr->conversion->out, *error;
	GError *e = NULL;
	char *bytes;
	gsize n;

	if (!g_file_get_contents(path, &bytes, &n, &e)) {
		album_refuse(a, pr, it, e->message);
		g_error_free(e);
		return pr->fault;
	}
	pr->object = jpeg_is((unsigned char *)bytes, n) ? pdf_image_jpeg(f, (unsigned char *)bytes, n) : pdf_image_png(f, (unsigned char *)bytes, n);
	g_free(bytes);
	if (pr->object)
		return NULL;
	pr->object = write_decoded(f, path, &error);
	return pr->object ? NULL : album_refuse(a, pr, it, error);
}

const char *album_place(struct album *a, struct pdf_page *pg, struct drawn *drawn, const struct item *it)
{
	struct pdf_file *f = pdf_page_file(pg);
	const char *fault;
	struct print *pr = album_print(a, it, &fault);

	if (!pr)
		return fault;
	if (album_options(a)->target != TARGET_PRINT && album_is_drawing(&it->picture)) {
		fault = album_draw(a, drawn_begin(drawn, it->box), pr, it);
		pdf_page_form(pg, drawn_piece(drawn), it->box);
		return fault;
	}
	if (!pr->object)
		fault = album_options(a)->target == TARGET_PRINT ? write_asset(a, f, pr, it) : write_picture(a, f, pr, it);
	if (!fault)
		pdf_page_image(pg, pr->object, it->box);
	return fault;
}
