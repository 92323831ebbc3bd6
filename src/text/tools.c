/* src/text/tools.c - the tools of one thread, and a look whether the layout's fonts are there. */
#include "text/tools.h"
#include <glib.h>
#include "base/i18n.h"
#include "doc/layout.h"
#include "text/breaks.h"
#include "text/chain.h"
#include "text/font.h"
#include "text/lexicon.h"

void text_tools_init(struct text_tools *t, struct fonts *f, struct hyphens *h)
{
	*t = (struct text_tools){ f, h, breaker_new(), chains_new(f), lexicon_new(NULL), NULL };
}

void text_tools_share(struct text_tools *t, const struct text_tools *with)
{
	*t = (struct text_tools){ with->fonts, with->hyphens, breaker_new(), chains_new(with->fonts), lexicon_new(with->lexicon), NULL };
}

void text_tools_clear(struct text_tools *t)
{
	breaker_free(t->breaker);
	chains_free(t->chains);
	lexicon_free(t->lexicon);
	*t = (struct text_tools){ 0 };
}

void text_tools_check(struct text_tools *t, const struct layout *l, struct diag *d)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < l->nfamilies; i++)
		for (size_t j = 0; j < l->families[i].nfaces; j++)
			for (const char **n = l->families[i].faces[j].fonts; *n; n++) {
				if (!g_hash_table_add(seen, (gpointer)*n) || fonts_find(t->fonts, *n, 400, 100, false))
					continue;
				diag_add(d, D_FONT_MISSING, l->at,
					 _("font family \"%s\" of the layout is not installed; put its files into fonts/ or install its package"), *n);
			}
	g_hash_table_unref(seen);
}
