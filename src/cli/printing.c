/* src/cli/printing.c - painted in keys, then turned into inks. */
#include "cli/printing.h"
#include <math.h>
#include <stdlib.h>
#include "base/i18n.h"
#include "base/icc.h"
#include "base/store.h"
#include "cli/load.h"
#include "doc/layout.h"
#include "doc/print.h"
#include "page/inks.h"
#include "page/furniture/slug.h"
#include "paint/paint.h"
#include "paint/pdf.h"
#include "prepress/pdfx.h"
#include "text/font.h"

/* In their places, as this press shows them: from then on they are pictures. false: reported. */
static bool pages_to_pixels(struct work *w, const int *chosen, size_t n)
{
	GPtrArray *items = g_ptr_array_new();
	GArray *wanted = g_array_new(FALSE, TRUE, sizeof(struct conversion));
	double ppi = w->print->ppi / 72;
	bool ok = true;

	for (size_t i = 0; i < n; i++) {
		const struct page *pg = &w->pages->pages[chosen[i]];

		for (size_t k = 0; k < pg->nitems; k++) {
			struct item *it = &pg->items[k];
			const struct picture_item *q = &it->picture;
			struct conversion c = { .kind = PICTURE_PAGE, .shown = w->print->output };

			if (it->kind != ITEM_PICTURE || !q->page || !q->path || q->fault)
				continue;
			c.path = q->path;
			c.page = q->page;
			c.crop_x = q->crop_x;
			c.crop_y = q->crop_y;
			c.crop_w = q->crop_w;
			c.crop_h = q->crop_h;
			c.width = (int)ceil(it->box.w * ppi);
			c.height = (int)ceil(it->box.h * ppi);
			g_ptr_array_add(items, it);
			g_array_append_val(wanted, c);
		}
	}
	if (items->len)
		ok = store_convert(w->store, w->arena, &g_array_index(wanted, struct conversion, 0), items->len, w->d);
	for (guint i = 0; ok && i < items->len; i++) {
		struct item *it = items->pdata[i];
		const struct conversion *c = &g_array_index(wanted, struct conversion, i);

		if (c->error) {
			diag_add(w->d, D_PICTURE_BAD, it->at, _("%s; the picture is left out"), c->error);
			continue;
		}
		it->picture = (struct picture_item){ .path = c->out, .crop_w = 1, .crop_h = 1, .alt = it->picture.alt, .colour = it->picture.colour };
	}
	g_array_unref(wanted);
	g_ptr_array_unref(items);
	return ok;
}

bool print_paint(struct work *w, const int *chosen, size_t n, const char *folder, bool strict, struct outfile *out)
{
	const struct print_profile *p = w->print;
	struct inks *inks = inks_new(w->layout);
	struct paint_options o = {
		.ppi = p->ppi, .press = p->output, .inks = inks, .ink_limit = p->ink_limit, .jpeg_quality = p->jpeg_quality,
		.flatten = p->standard != PDFX_4,
		.ppi_line = p->ppi_line_art,
		.pool = w->g->pool,
		.sharpen = w->layout->sharpen, .sharpen_radius = w->layout->sharpen_radius,
	};
	size_t size = 0;
	void *pdf;
	bool ok = false;

	if (p->pages_as_pixels && !pages_to_pixels(w, chosen, n)) {
		inks_free(inks);
		return false;
	}
	slug_set(w->pages, w->arena, &w->tools, w->layout, &p->marks, icc_description(p->output), w->d);
	pdf = pdf_paint_print(w->pages, chosen, n, o, fonts_config(w->fonts), w->store, &size,
			      progress_on_terminal(), _("page"), w->d);
	work_end(w, N_("painting the pages"));
	if (pdf && !work_faulty(w, strict)) {
		ink_check(w->pages, chosen, n, p, inks, w->d);
		ok = pdfx_write(pdf, size, w->pages, chosen, n, folder, p, inks, out, w->d);
	}
	work_end(w, N_("inks for the press"));
	free(pdf);
	inks_free(inks);
	return ok;
}
