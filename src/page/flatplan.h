/*
 * src/page/flatplan.h - the flat plan: all pages of an issue small, side by
 * side as the reader will open them, with what stands on them and what room is left.
 *
 * In      finished pages with their plans (page/plan.h)
 * Out     sheets to hang on a wall, as pages of their own: A3 across
 * Errors  none but those of setting its few words
 *
 * In the issue's language, its own words in German or English, so that it does not depend on the machine.
 */
#ifndef ZIVOS_PAGE_FLATPLAN_H
#define ZIVOS_PAGE_FLATPLAN_H

#include <stdbool.h>
#include "page/model.h"

struct arena;
struct diag;
struct issue;
struct layout;
struct text_tools;

/* single: all on one sheet, as high as it takes (for a picture); else as many A3 sheets as it takes. */
struct pages *flatplan(struct arena *a, const struct pages *p, const struct issue *is, const struct layout *l,
		       struct text_tools *t, bool single, struct diag *d);

#endif
