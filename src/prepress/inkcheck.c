/* src/prepress/inkcheck.c - what of the pages a press cannot hold. */
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "doc/print.h"
#include "prepress/pdfx.h"

static int inks_of(const struct ink_key *k)
{
	const struct colour *c = &k->colour;

	return k->spot ? 1 : (c->c > 1e-6) + (c->m > 1e-6) + (c->y > 1e-6) + (c->k > 1e-6);
}

static void check_text(const struct item *it, const struct page *pg, const struct print_profile *p, struct inks *inks, struct diag *d)
{
	const struct ink_key *k = inks_key(inks, it->colour, INK_TEXT, it->glyphs.size);
	int n = inks_of(k);

	if (it->glyphs.size >= p->min_reversed_text - 1e-6 || !it->glyphs.nglyphs || n == 1)
		return;
	if (n == 0)
		diag_add_page(d, D_SMALL_TEXT, it->at, pg->index + 1,
			      _("white text of %.1f pt; under %.1f pt the ink around it runs into the letters"),
			      it->glyphs.size, p->min_reversed_text);
	else
		diag_add_page(d, D_SMALL_TEXT, it->at, pg->index + 1,
			      _("text of %.1f pt in %d inks; under %.1f pt they do not meet exactly, and one ink reads better"),
			      it->glyphs.size, n, p->min_reversed_text);
}

void ink_check(const struct pages *p, const int *chosen, size_t nchosen, const struct print_profile *profile,
	       struct inks *inks, struct diag *d)
{
	for (size_t i = 0; i < nchosen; i++) {
		const struct page *pg = &p->pages[chosen[i]];

		for (size_t k = 0; k < pg->nitems; k++)
			if (pg->items[k].kind == ITEM_GLYPHS)
				check_text(&pg->items[k], pg, profile, inks, d);
	}
}
