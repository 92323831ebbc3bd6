/*
 * src/paint/png.c - pages as PNG files, by two threads.
 *
 * One page is painted at a time, while the other thread packs the one before:
 * packing takes the longer. Painting at once is not safe, since cairo opens faces
 * in one FreeType library for all threads without a lock. Each thread borrows a
 * painter and a diag of its own; pictures were converted before.
 */
#include "paint/png.h"
#include <stdio.h>
#include <string.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "paint/paint.h"

enum { NTHREADS = 2 };

struct helper { struct painter *painter; struct diag *d; };

struct job {
	const struct pages *pages;		/* the chosen ones */
	const char *folder;
	double dpi;
	int digits;
	struct helper helpers[NTHREADS];
	GMutex painting;
	GAsyncQueue *idle;			/* struct helper */
	GAsyncQueue *done;			/* one per page: PAGE_GOOD or PAGE_BAD */
};

enum { PAGE_GOOD = 1, PAGE_BAD };

static cairo_status_t write_bytes(void *out, const unsigned char *bytes, unsigned int n)
{
	return outfile_write(out, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* painting: held while cairo paints; NULL: nobody else does. */
static bool write_page(const struct pages *p, const struct page *pg, double dpi, const char *path, GMutex *painting, struct helper *h)
{
	double scale = dpi / 72;
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(p->width * scale + 0.5), (int)(p->height * scale + 0.5));
	cairo_t *cr = cairo_create(s);
	struct outfile *out = NULL;
	cairo_status_t st;
	bool ok;

	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_scale(cr, scale, scale);
	if (painting)
		g_mutex_lock(painting);
	ok = paint_page(h->painter, cr, pg);
	if (painting)
		g_mutex_unlock(painting);
	if (!ok)
		goto out;
	ok = false;
	out = outfile_new(path, h->d);
	if (!out)
		goto out;
	st = cairo_surface_write_to_png_stream(s, write_bytes, out);
	/* A write error is told, with its reason, by the commit. */
	if (st != CAIRO_STATUS_SUCCESS && st != CAIRO_STATUS_WRITE_ERROR) {
		diag_add(h->d, D_MACHINE, (struct src){ path, 0, 0 }, _("the page cannot be written: %s"),
			 cairo_status_to_string(st));
		goto out;
	}
	ok = outfile_commit(out, h->d);
	out = NULL;
out:
	outfile_abort(out);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
	return ok;
}

bool png_write_page(const struct pages *p, size_t index, double dpi, struct icc *press, void *fonts_config, struct store *s, const char *path,
		    struct diag *d)
{
	struct pages one = *p;
	struct helper h = { .d = d };
	bool ok;

	one.pages = &p->pages[index];
	one.npages = 1;
	h.painter = painter_new(&one, fonts_config, s, (struct paint_options){ .target = TARGET_IMAGE, .ppi = dpi, .press = press }, d);
	ok = h.painter && write_page(p, &p->pages[index], dpi, path, NULL, &h);
	painter_free(h.painter);
	return ok;
}

static bool write_numbered(struct job *j, const struct page *pg, struct helper *h)
{
	char *name = g_strdup_printf("page-%0*d.png", j->digits, pg->index + 1);
	char *path = g_build_filename(j->folder, name, NULL);
	bool ok = write_page(j->pages, pg, j->dpi, path, &j->painting, h);

	g_free(path);
	g_free(name);
	return ok;
}

static void paint_one(void *page, void *job)
{
	struct job *j = job;
	struct helper *h = g_async_queue_pop(j->idle);
	bool ok = write_numbered(j, page, h);

	g_async_queue_push(j->idle, h);
	g_async_queue_push(j->done, GINT_TO_POINTER(ok ? PAGE_GOOD : PAGE_BAD));
}

/* All pages by the helpers that are there; false if one could not be written. */
static bool run(struct job *j, size_t nhelpers, void (*progress)(void *, size_t, size_t), void *ctx)
{
	GThreadPool *pool = g_thread_pool_new(paint_one, j, (int)nhelpers, FALSE, NULL);
	bool ok = true;

	for (size_t i = 0; i < j->pages->npages; i++)
		g_thread_pool_push(pool, &j->pages->pages[i], NULL);
	for (size_t i = 0; i < j->pages->npages; i++) {
		ok = GPOINTER_TO_INT(g_async_queue_pop(j->done)) == PAGE_GOOD && ok;
		if (progress)
			progress(ctx, i + 1, j->pages->npages);
	}
	g_thread_pool_free(pool, FALSE, TRUE);
	return ok;
}

bool png_write_pages(const struct pages *p, const int *chosen, size_t nchosen, double dpi, bool draft, struct icc *press,
		     void *fonts_config, struct store *s, const char *folder,
		     void (*progress)(void *ctx, size_t done, size_t all), void *ctx, struct diag *d)
{
	struct pages some = *p;
	struct job j = { .pages = &some, .folder = folder, .dpi = dpi, .digits = 2 };
	size_t nhelpers = 0;
	bool ok = true;

	some.pages = g_new(struct page, nchosen + 1);
	some.npages = nchosen;
	for (size_t i = 0; i < nchosen; i++)
		some.pages[i] = p->pages[chosen[i]];
	for (size_t n = p->npages; n >= 100; n /= 10)
		j.digits++;
	g_mutex_init(&j.painting);
	j.idle = g_async_queue_new();
	j.done = g_async_queue_new();
	while (nhelpers < NTHREADS && nhelpers < nchosen && ok) {
		struct helper *h = &j.helpers[nhelpers++];

		h->d = diag_new();
		h->painter = painter_new(&some, fonts_config, s, (struct paint_options){
			.target = TARGET_IMAGE, .draft = draft, .ppi = dpi, .press = press }, h->d);
		ok = h->painter != NULL;
		g_async_queue_push(j.idle, h);
	}
	if (ok && nchosen)
		ok = run(&j, nhelpers, progress, ctx);
	for (size_t i = 0; i < nhelpers; i++) {
		painter_free(j.helpers[i].painter);
		diag_merge(d, j.helpers[i].d);
		diag_free(j.helpers[i].d);
	}
	g_mutex_clear(&j.painting);
	g_async_queue_unref(j.idle);
	g_async_queue_unref(j.done);
	g_free(some.pages);
	return ok;
}
