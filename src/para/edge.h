/*
 * src/para/edge.h - the white at the side of a large letter, as far as it would move the edge of a column.
 *
 * In      shaped text, the byte that a line starts or ends at
 * Out     what the line's first or last letter hangs out by, so that its ink begins where that of the same letter
 *         in the style's edge_size would; 0 in smaller sizes, or where a run is read against its paragraph
 * Units   Pt
 *
 * A letter has white at both sides, in proportion to its size: half a millimetre in a headline, nothing to be seen in
 * text. A headline over text would stand to the right of it, by another width for H than for T.
 */
#ifndef ZIVOS_PARA_EDGE_H
#define ZIVOS_PARA_EDGE_H

#include <stdint.h>
#include "base/unit.h"

struct shaped;

Pt edge_at_start(const struct shaped *s, uint32_t start);
Pt edge_at_end(const struct shaped *s, uint32_t end);

#endif
