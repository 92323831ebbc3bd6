/*
 * src/page/block/narrow.h - how narrow a text may be set for one line, two lines, three ... down to its longest word.
 *
 * In      a copy and its style; hyphens: whether words may be divided
 * Out     the least widths and the numbers of lines they take, as page/block/columns.h asks for them
 * Units   Pt, to a tenth and rounded up
 * Bounds  CELL_STEPS_MAX widths
 */
#ifndef ZIVOS_PAGE_BLOCK_NARROW_H
#define ZIVOS_PAGE_BLOCK_NARROW_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

struct composer;
struct copy;
struct style;

/* Into step[] and lines[] of CELL_STEPS_MAX; how many there are, at least 1. */
size_t narrow_steps(struct composer *c, const struct copy *copy, const struct style *s, bool hyphens, Pt *step, size_t *lines);

#endif
