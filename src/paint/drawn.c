/* src/paint/drawn.c - a document of cairo's with a page for each piece. */
#include "paint/drawn.h"
#include <cairo-pdf.h>
#include <glib.h>
#include <math.h>
#include "pdf/file.h"
#include "pdf/form.h"

struct drawn {
	struct pdf_file *file;
	cairo_surface_t *surface;	/* NULL: nothing was drawn */
	cairo_t *cr;
	GByteArray *pdf;
	GArray *forms;			/* struct pdf_form, the last one's object still to come */
};

struct drawn *drawn_new(struct pdf_file *f)
{
	struct drawn *d = g_new0(struct drawn, 1);

	d->file = f;
	d->pdf = g_byte_array_new();
	d->forms = g_array_new(FALSE, TRUE, sizeof(struct pdf_form));
	return d;
}

void drawn_free(struct drawn *d)
{
	if (!d)
		return;
	if (d->cr)
		cairo_destroy(d->cr);
	cairo_surface_destroy(d->surface);
	g_byte_array_free(d->pdf, TRUE);
	g_array_free(d->forms, TRUE);
	g_free(d);
}

static cairo_status_t take(void *pdf, const unsigned char *bytes, unsigned n)
{
	g_byte_array_append(pdf, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

cairo_t *drawn_begin(struct drawn *d, struct rect r)
{
	struct pdf_form form = { .width = r.w, .height = r.h };
	/* cairo cuts its pages to whole points. */
	Pt width = ceil(r.w) + 1, height = ceil(r.h) + 1;

	if (!d->surface) {
		d->surface = cairo_pdf_surface_create_for_stream(take, d->pdf, width, height);
		/* Else cairo would ask the clock. */
		cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
	}
	g_array_append_val(d->forms, form);
	cairo_pdf_surface_set_size(d->surface, width, height);
	d->cr = cairo_create(d->surface);
	cairo_translate(d->cr, -r.x, -r.y);
	return d->cr;
}

int drawn_piece(struct drawn *d)
{
	struct pdf_form *form = &g_array_index(d->forms, struct pdf_form, d->forms->len - 1);

	form->object = pdf_reserve(d->file);
	cairo_show_page(d->cr);
	cairo_destroy(d->cr);
	d->cr = NULL;
	return form->object;
}

const char *drawn_end(struct drawn *d)
{
	cairo_status_t st;

	if (!d->surface)
		return NULL;
	cairo_surface_finish(d->surface);
	st = cairo_surface_status(d->surface);
	if (st != CAIRO_STATUS_SUCCESS)
		return cairo_status_to_string(st);
	if (!pdf_forms_write(d->file, d->pdf->data, d->pdf->len, &g_array_index(d->forms, struct pdf_form, 0), d->forms->len))
		return cairo_status_to_string(CAIRO_STATUS_READ_ERROR);
	return NULL;
}
