/*
 * src/preflight/limits.h - what a print shop asks of a file: the figures the
 * rules compare with.
 *
 * The rows of limits.c are sheet-fed offset on coated and uncoated paper and
 * digital print; a print profile's data file fills the same struct.
 */
#ifndef ZIVOS_PREFLIGHT_LIMITS_H
#define ZIVOS_PREFLIGHT_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

enum standard { STANDARD_X4 = 1, STANDARD_X3 = 2, STANDARD_X1A = 4 };

struct limits {
	const char *name;
	enum standard standard;
	double bleed_mm, safe_mm;		/* outside and inside the trim */
	double trim_w_mm, trim_h_mm;		/* 0: any, but all pages alike */
	int page_multiple;
	int most_spots;
	bool managed;				/* ICC and Lab colours are taken */
	const char *conditions;			/* "FOGRA39 FOGRA51": one of them is named; NULL: any */
	double ppi_warning, ppi_error, ppi_most;	/* 0: no upper bound */
	double lineart_warning, lineart_error, lineart_most;
	double text_least_pt;
	double text_small_pt;			/* below it: one ink, not white */
	double text_black_pt;			/* below it: black overprints, not DeviceGray */
	double text_display_pt;			/* from it on rich black is only warned of; 0: never */
	double line_warning_pt, line_error_pt;
	double line_multi_pt;			/* below it: one ink, not white */
	double line_black_pt;			/* below it: black overprints */
	double black_area_mm;			/* both sides longer: black wants an undercolour */
	double ink_percent;			/* total area coverage */
};

extern const struct limits limits_builtin[];
extern const size_t nlimits_builtin;

const struct limits *limits_find(const char *name);	/* NULL: there is none of this name */

#endif
