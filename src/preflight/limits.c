/* src/preflight/limits.c - the print profiles that are built in, until data files replace them. */
#include "preflight/limits.h"
#include <string.h>

/* Resolution: the project's figures (225/150, line art 800/550). Text, lines: GWG 2015 and 2022.
 * Bleed, safety distance, spots: what German print shops write. See notes/prepress.md. */
#define OFFSET \
	.bleed_mm = 3, .safe_mm = 3, .page_multiple = 4, \
	.ppi_warning = 225, .ppi_error = 150, .ppi_most = 600, \
	.lineart_warning = 800, .lineart_error = 550, .lineart_most = 2400, \
	.text_least_pt = 5, .text_small_pt = 8, .text_black_pt = 12, \
	.line_warning_pt = 0.25, .line_error_pt = 0.125, .line_multi_pt = 0.5, .line_black_pt = 2, \
	.black_area_mm = 40, .ink_percent = 300

/* What the two paper kinds are called, oldest names last. */
#define COATED   "FOGRA39 FOGRA51 ISOcoated ISO_Coated PSOcoated PSO_Coated"
#define UNCOATED "FOGRA29 FOGRA47 FOGRA52 ISOuncoated ISO_Uncoated PSOuncoated PSO_Uncoated"

const struct limits limits_builtin[] = {
	{ .name = "coated",   .standard = STANDARD_X4,  .conditions = COATED,   OFFSET },
	{ .name = "coated-spots", .standard = STANDARD_X4, .conditions = COATED, OFFSET, .most_spots = 2 },
	{ .name = "uncoated", .standard = STANDARD_X4,  .conditions = UNCOATED, OFFSET },
	{ .name = "digital",  .standard = STANDARD_X4,  .conditions = NULL,     OFFSET },
	{ .name = "x3",       .standard = STANDARD_X3,  .conditions = NULL,     OFFSET },
	{ .name = "x1a",      .standard = STANDARD_X1A, .conditions = NULL,     OFFSET },
};
const size_t nlimits_builtin = sizeof limits_builtin / sizeof limits_builtin[0];

const struct limits *limits_find(const char *name)
{
	for (size_t i = 0; i < nlimits_builtin; i++)
		if (strcmp(limits_builtin[i].name, name) == 0)
			return &limits_builtin[i];
	return NULL;
}
