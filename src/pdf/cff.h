/*
 * src/pdf/cff.h - the little of a CFF table that embedding it asks for.
 *
 * A PDF names a glyph of a CID-keyed font by its CID, which the font's own
 * list (charset) gives; glyphs of any other go by their number.
 * Source: Adobe Technical Note 5176.
 */
#ifndef ZIVOS_PDF_CFF_H
#define ZIVOS_PDF_CFF_H

#include <stddef.h>
#include <stdint.h>

/* CID by glyph, n of them: g_free() it. NULL: the font is not CID-keyed, or damaged. */
uint16_t *cff_cids(const uint8_t *cff, size_t size, unsigned n);

#endif
