/*
 * src/paint/pdf.c - pages as one PDF.
 *
 * What differs between the profiles stands in one table. Pages that are not
 * chosen are left out: page numbers printed on them stay, links and bookmarks
 * to them go.
 */
#include "paint/pdf.h"
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "paint/paint.h"

static const struct { bool draft; double ppi; } profiles[] = {
	[PROFILE_SCREEN] = { false, 150 },
	[PROFILE_DRAFT]  = { true,  100 },
};

static cairo_status_t write_bytes(void *out, const unsigned char *bytes, unsigned int n)
{
	return outfile_write(out, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* SOURCE_DATE_EPOCH, else the date, as ISO 8601; never the clock. g_free() it. */
static char *date_of(const struct pages *p)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL, *text = NULL;
	gint64 seconds = epoch ? g_ascii_strtoll(epoch, &end, 10) : 0;
	GDateTime *t = epoch && end != epoch && !*end ? g_date_time_new_from_unix_utc(seconds) : NULL;

	if (t) {
		text = g_date_time_format(t, "%Y-%m-%dT%H:%M:%SZ");
		g_date_time_unref(t);
	} else if (p->date) {
		text = g_strdup_printf("%sT00:00:00Z", p->date);
	}
	/* Without any, cairo would ask the clock. */
	return text ? text : g_strdup("1970-01-01T00:00:00Z");
}

static void set_metadata(cairo_surface_t *s, const struct pages *p)
{
	char *date = date_of(p);

	if (p->title)
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, p->title);
	if (p->subject)
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_SUBJECT, p->subject);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "zivos " ZIVOS_VERSION);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, date);
	g_free(date);
}

/* Bookmarks of the chosen pages; a parent that was left out hands its children to its own parent. */
static void set_outline(cairo_surface_t *s, const struct pages *all, const struct pages *chosen)
{
	enum { DEEPEST = 8 };
	int parent[DEEPEST + 1] = { CAIRO_PDF_OUTLINE_ROOT };	/* id by level + 1 */

	for (size_t i = 0; i < all->nbookmarks; i++) {
		const struct bookmark *b = &all->bookmarks[i];
		int level = CLAMP(b->level, 0, DEEPEST - 1), id = parent[level];
		char attributes[64];

		for (size_t k = 0; k < chosen->npages; k++)
			if (chosen->pages[k].index == b->page) {
				snprintf(attributes, sizeof attributes, "page=%zu pos=[0 0]", k + 1);
				id = cairo_pdf_surface_add_outline(s, parent[level], b->title, attributes,
								   level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
				break;
			}
		for (int l = level + 1; l <= DEEPEST; l++)
			parent[l] = id;
	}
}

/* From the trim to the sheet's edge in print. */
static Pt print_margin(const struct pages *p)
{
	return MAX(p->margin, p->bleed);
}

/* Round a page with marks nothing of it goes beyond its bleed; then what stands there. */
static bool paint_sheet(struct painter *painter, cairo_t *cr, const struct pages *p, const struct page *pg)
{
	struct page slug = { .index = pg->index, .items = pg->slug, .nitems = pg->nslug };
	bool ok;

	if (p->margin <= p->bleed)
		return paint_page(painter, cr, pg);
	cairo_save(cr);
	cairo_rectangle(cr, -p->bleed, -p->bleed, p->width + 2 * p->bleed, p->height + 2 * p->bleed);
	cairo_clip(cr);
	ok = paint_page(painter, cr, pg);
	cairo_restore(cr);
	return ok && paint_page(painter, cr, &slug);
}

/* The pages onto the surface, which is finished then. Write errors are the caller's. */
static bool paint_pages(cairo_surface_t *surface, const struct pages *p, const int *chosen, size_t nchosen,
			struct paint_options o, void *fonts_config, struct store *s,
			void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	Pt margin = o.target == TARGET_PRINT ? print_margin(p) : 0;
	struct pages some = *p;
	struct painter *painter = NULL;
	cairo_t *cr = cairo_create(surface);
	cairo_status_t st;
	bool ok = false;

	some.pages = g_new(struct page, nchosen + 1);
	some.npages = nchosen;
	for (size_t i = 0; i < nchosen; i++)
		some.pages[i] = p->pages[chosen[i]];
	painter = painter_new(&some, fonts_config, s, o, d);
	if (!painter)
		goto out;
	set_metadata(surface, p);
	ok = true;
	for (size_t i = 0; i < nchosen && ok; i++) {
		const struct page *pg = &some.pages[i];

		if (pg->label)
			cairo_pdf_surface_set_page_label(surface, pg->label);
		cairo_identity_matrix(cr);
		cairo_translate(cr, margin, margin);
		ok = o.target == TARGET_PRINT ? paint_sheet(painter, cr, p, pg) : paint_page(painter, cr, pg);
		cairo_show_page(cr);
		if (progress)
			progress(ctx, i + 1, nchosen);
	}
	if (o.target == TARGET_PDF)
		set_outline(surface, p, &some);
	cairo_surface_finish(surface);
	st = cairo_surface_status(surface);
	/* Told by outfile_commit(), which knows the reason: to the caller all went well so far. */
	if (st == CAIRO_STATUS_WRITE_ERROR) {
		ok = true;
	} else if (ok && st != CAIRO_STATUS_SUCCESS) {
		diag_add(d, D_MACHINE, (struct src){ NULL, 0, 0 }, _("the PDF cannot be made: %s. Is there memory left? Else --pages tells which page it is about"),
			 cairo_status_to_string(st));
		ok = false;
	}
out:
	cairo_destroy(cr);
	painter_free(painter);
	g_free(some.pages);
	return ok;
}

bool pdf_write(const struct pages *p, const int *chosen, size_t nchosen, enum profile profile, struct icc *press,
	       void *fonts_config, struct store *s, struct outfile *out,
	       void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, out, p->width, p->height);
	struct paint_options o = {
		.target = TARGET_PDF, .draft = profiles[profile].draft, .ppi = profiles[profile].ppi, .press = press,
	};
	bool ok = paint_pages(surface, p, chosen, nchosen, o, fonts_config, s, progress, ctx, d);

	cairo_surface_destroy(surface);
	return ok;
}

static cairo_status_t write_memory(void *out, const unsigned char *bytes, unsigned int n)
{
	return fwrite(bytes, 1, n, out) == n ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_NO_MEMORY;
}

void *pdf_paint_print(const struct pages *p, const int *chosen, size_t nchosen, struct paint_options o,
		      void *fonts_config, struct store *s, size_t *n,
		      void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	char *bytes = NULL;
	FILE *f = open_memstream(&bytes, n);
	cairo_surface_t *surface;
	bool ok;

	if (!f)
		abort();
	surface = cairo_pdf_surface_create_for_stream(write_memory, f, p->width + 2 * print_margin(p), p->height + 2 * print_margin(p));
	o.target = TARGET_PRINT;
	o.draft = false;
	ok = paint_pages(surface, p, chosen, nchosen, o, fonts_config, s, progress, ctx, d);
	cairo_surface_destroy(surface);
	fclose(f);
	if (ok)
		return bytes;
	free(bytes);
	return NULL;
}
