/*
 * src/preflight/limits.h - what a print shop asks of a file: the figures the
 * rules compare with. They come from a print profile (cli/gate.c).
 */
#ifndef ZIVOS_PREFLIGHT_LIMITS_H
#define ZIVOS_PREFLIGHT_LIMITS_H

#include <stdbool.h>

enum standard { STANDARD_X4 = 1, STANDARD_X3 = 2, STANDARD_X1A = 4 };

/*
 * A page that is to be placed on another one, such as an advertisement: only
 * it is looked at, turned upright and in the size it gets, and only what goes
 * into the other file counts (placed.c).
 */
enum { PLACED_LEFT = 1, PLACED_TOP = 2, PLACED_RIGHT = 4, PLACED_FOOT = 8 };
struct placing {
	int page;				/* from 1; 0: the file is judged as a whole */
	double scale;
	unsigned edges;				/* sides that lie on the other page's edge and want bleed */
};

struct limits {
	enum standard standard;
	double bleed_mm, safe_mm;		/* outside and inside the trim */
	double trim_w_mm, trim_h_mm;		/* 0: any, but all pages alike */
	int page_multiple;
	int most_spots;
	bool managed;				/* ICC and Lab colours are taken */
	const char *condition;			/* "FOGRA39": the profile's own; a part of the name that the file gives */
	const char *accepts;			/* "FOGRA51 ISOcoated": others that are taken; or NULL */
	double ppi_warning, ppi_error, ppi_most;	/* most 0: no upper bound */
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
	struct placing placing;
};

#endif
