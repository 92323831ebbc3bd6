/* src/cli/printing.c - painted in keys, then turned into inks. */
#include "cli/printing.h"
#include <stdlib.h>
#include "base/i18n.h"
#include "base/icc.h"
#include "cli/load.h"
#include "doc/layout.h"
#include "doc/print.h"
#include "page/inks.h"
#include "page/slug.h"
#include "paint/paint.h"
#include "paint/pdf.h"
#include "prepress/pdfx.h"
#include "text/font.h"

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
