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
#include "base/i18n.h"
#include "page/inks.h"
#include "paint/jpeg.h"
#include "paint/print.h"
#include "paint/surface.h"
#include "pdf/file.h"
#include "pdf/form.h"
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

/* A picture that does not go in as it is. */
static int write_decoded(struct pdf_file *f, const char *path, const char **error)
{
	cairo_surface_t *s = cairo_image_surface_create_from_png(path);
	int object = 0;

	*error = NULL;
	if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS)
		*error = cairo_status_to_string(cairo_surface_status(s));
	else if (!(object = surface_write(f, s)))
		*error = cairo_status_to_string(CAIRO_STATUS_INVALID_FORMAT);
	cairo_surface_destroy(s);
	return object;
}

/* The PDF that was made of it. */
static int write_drawing(struct pdf_file *f, const char *pdf, size_t n)
{
	struct pdf_form form = { .object = pdf_reserve(f), .square = true };

	return pdf_forms_write(f, pdf, n, &form, 1) ? form.object : 0;
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
	if (album_is_drawing(&it->picture))
		pr->object = write_drawing(f, bytes, n);
	else if (jpeg_is((unsigned char *)bytes, n))
		pr->object = pdf_image_jpeg(f, (unsigned char *)bytes, n);
	else
		pr->object = pdf_image_png(f, (unsigned char *)bytes, n);
	g_free(bytes);
	if (pr->object)
		return NULL;
	if (album_is_drawing(&it->picture))
		return album_refuse(a, pr, it, _("the drawing's PDF cannot be read"));
	pr->object = write_decoded(f, path, &error);
	return pr->object ? NULL : album_refuse(a, pr, it, error);
}

const char *album_place(struct album *a, struct pdf_page *pg, const struct item *it)
{
	struct pdf_file *f = pdf_page_file(pg);
	const char *fault;
	struct print *pr = album_print(a, it, &fault);

	if (!pr)
		return fault;
	if (!pr->object)
		fault = album_options(a)->target == TARGET_PRINT ? write_asset(a, f, pr, it) : write_picture(a, f, pr, it);
	if (!fault)
		pdf_page_image(pg, pr->object, it->box);
	return fault;
}
