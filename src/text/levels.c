/* src/text/levels.c - Pango's door to FriBidi. */
#include "text/levels.h"
#include <pango/pango.h>

uint8_t *levels_of(const char *text, size_t len, bool rtl)
{
	/* Strong, not weak: the first letter shall not decide. */
	PangoDirection base = rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;

	return pango_log2vis_get_embedding_levels(text, (int)len, &base);
}
