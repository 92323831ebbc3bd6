/*
 * src/paint/pdf.c - pages as one PDF.
 *
 * What differs between the profiles stands in one table. Pages that are not
 * chosen are left out: page numbers printed on them stay, links and bookmarks
 * to them go.
 */
#include "paint/pdf.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "paint/paint.h"
#include "paint/pdfpage.h"
#include "pdf/doc.h"
#include "pdf/page.h"

static const struct { bool draft; double ppi; } profiles[] = {
	[PROFILE_SCREEN] = { false, 150 },
	[PROFILE_DRAFT]  = { true,  100 },
};

/* SOURCE_DATE_EPOCH, else the date, as PDF writes it; never the clock. g_free() it. */
static char *date_of(const struct pages *p)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL, *text = NULL;
	gint64 seconds = epoch ? g_ascii_strtoll(epoch, &end, 10) : 0;
	GDateTime *t = epoch && end != epoch && !*end ? g_date_time_new_from_unix_utc(seconds) : NULL;
	int year, month, day;

	if (!t && p->date && sscanf(p->date, "%d-%d-%d", &year, &month, &day) == 3)
		t = g_date_time_new_utc(year, month, day, 0, 0, 0);
	if (!t)
		t = g_date_time_new_utc(1970, 1, 1, 0, 0, 0);
	text = g_date_time_format(t, "D:%Y%m%d%H%M%SZ");
	g_date_time_unref(t);
	return text;
}

/* Bookmarks of the chosen pages; a parent that was left out hands its children to its own parent. */
static void set_outline(struct pdf_doc *doc, const struct pages *all, const struct pages *chosen)
{
	enum { DEEPEST = 8 };
	int parent[DEEPEST + 1];	/* number by level + 1 */

	for (int l = 0; l <= DEEPEST; l++)
		parent[l] = -1;
	for (size_t i = 0; i < all->nbookmarks; i++) {
		const struct bookmark *b = &all->bookmarks[i];
		int level = CLAMP(b->level, 0, DEEPEST - 1), number = parent[level];

		for (size_t k = 0; k < chosen->npages; k++)
			if (chosen->pages[k].index == b->page) {
				number = pdf_doc_bookmark(doc, parent[level], b->title, (int)k, level == 0);
				break;
			}
		for (int l = level + 1; l <= DEEPEST; l++)
			parent[l] = number;
	}
}

/* From the trim to the sheet's edge in print. */
static Pt print_margin(const struct pages *p)
{
	return MAX(p->margin, p->bleed);
}

/* Round a page with marks nothing of it goes beyond its bleed; then what stands there. */
static void paint_sheet(struct pdf_painter *painter, struct pdf_page *to, const struct pages *p, const struct page *pg)
{
	struct page slug = { .index = pg->index, .items = pg->slug, .nitems = pg->nslug };

	if (p->margin <= p->bleed) {
		pdf_painter_page(painter, to, pg);
		return;
	}
	pdf_page_clip(to, (struct rect){ -p->bleed, -p->bleed, p->width + 2 * p->bleed, p->height + 2 * p->bleed });
	pdf_painter_page(painter, to, pg);
	pdf_page_unclip(to);
	pdf_painter_page(painter, to, &slug);
}

/* The document's end. Write errors are told by who owns the sink and knows the reason, outfile_commit() or pdf_paint_print(). */
static bool end(struct pdf_doc *doc, struct pdf_painter *painter, const struct pages *p, struct diag *d)
{
	char *date = date_of(p);
	struct pdf_info info = { .title = p->title, .subject = p->subject, .creator = "zivos " ZIVOS_VERSION, .lang = p->lang, .date = date };
	const char *font = NULL, *fault = pdf_painter_end(painter);
	bool ok = fault == NULL;

	if (fault)
		diag_add(d, D_MACHINE, (struct src){ NULL, 0, 0 }, _("the PDF cannot be made: %s. Is there memory left? Else --pages tells which page it is about"), fault);
	else if (pdf_doc_end(doc, &info, &font) == PDF_FONT)
		ok = false;
	if (font)
		diag_add(d, D_MACHINE, (struct src){ NULL, 0, 0 }, _("the font %s is damaged and cannot be embedded; install it anew, or name another in the layout"), font);
	g_free(date);
	return ok;
}

/* The pages through `write`. */
static bool paint_pages(pdf_sink write, void *out, const struct pages *p, const int *chosen, size_t nchosen,
			struct paint_options o, void *fonts_config, struct store *s,
			void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	Pt margin = o.target == TARGET_PRINT ? print_margin(p) : 0;
	struct pages some = *p;
	struct pdf_doc *doc = NULL;
	struct pdf_painter *painter;
	bool ok = false;

	some.pages = g_new(struct page, nchosen + 1);
	some.npages = nchosen;
	for (size_t i = 0; i < nchosen; i++)
		some.pages[i] = p->pages[chosen[i]];
	doc = pdf_doc_new(write, out, (int)nchosen, p->width + 2 * margin, p->height + 2 * margin, o.pool);
	painter = pdf_painter_new(&some, doc, fonts_config, s, o, d);
	if (!painter)
		goto out;
	for (size_t i = 0; i < nchosen; i++) {
		struct pdf_page *to = pdf_page_begin(doc, (int)i, margin);

		if (some.pages[i].label)
			pdf_doc_label(doc, (int)i, some.pages[i].label);
		paint_sheet(painter, to, p, &some.pages[i]);
		pdf_page_end(to);
		if (progress)
			progress(ctx, i + 1, nchosen);
	}
	if (o.target == TARGET_PDF)
		set_outline(doc, p, &some);
	ok = end(doc, painter, p, d);
out:
	pdf_painter_free(painter);
	pdf_doc_free(doc);
	g_free(some.pages);
	return ok;
}

static bool write_file(void *out, const void *bytes, size_t n)
{
	return outfile_write(out, bytes, n);
}

bool pdf_write(const struct pages *p, const int *chosen, size_t nchosen, enum profile profile, struct icc *press,
	       void *fonts_config, struct store *s, struct pool *pool, struct outfile *out,
	       void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	struct pages screen = *p;
	struct paint_options o = {
		.target = TARGET_PDF, .draft = profiles[profile].draft, .ppi = profiles[profile].ppi, .press = press, .pool = pool,
	};

	screen.margin = screen.bleed = 0;
	return paint_pages(write_file, out, &screen, chosen, nchosen, o, fonts_config, s, progress, ctx, d);
}

static bool write_memory(void *out, const void *bytes, size_t n)
{
	return fwrite(bytes, 1, n, out) == n;
}

void *pdf_paint_print(const struct pages *p, const int *chosen, size_t nchosen, struct paint_options o,
		      void *fonts_config, struct store *s, size_t *n,
		      void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	char *bytes = NULL;
	FILE *f = open_memstream(&bytes, n);
	bool ok, whole;

	if (!f)
		abort();
	o.target = TARGET_PRINT;
	o.draft = false;
	ok = paint_pages(write_memory, f, p, chosen, nchosen, o, fonts_config, s, progress, ctx, d);
	whole = !ferror(f);
	whole = fclose(f) == 0 && whole;
	if (ok && whole)
		return bytes;
	if (ok)
		diag_add(d, D_MACHINE, (struct src){ NULL, 0, 0 }, _("there is not enough memory for the print PDF; end other programs, or print fewer pages at a time with --pages"));
	free(bytes);
	return NULL;
}
