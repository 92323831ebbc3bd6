/*
 * src/doc/print.h - how a print shop wants its file: a print profile.
 *
 * In      layouts/print/NAME.xml (vocabulary print_vocabulary), or a file the user names
 * Out     struct print_profile: arena data, const once built
 * Units   Pt; ink in parts of one (3.0 = 300 %)
 * Errors  reported; NULL where the file cannot be used
 */
#ifndef ZIVOS_DOC_PRINT_H
#define ZIVOS_DOC_PRINT_H

#include <stdbool.h>
#include "base/diag.h"
#include "base/unit.h"

struct arena;
struct icc;
struct layout;

enum print_standard { PDFX_4, PDFX_3_2003, PDFX_1A_2003 };

/* Printer's marks round the page, outside the bleed. */
struct print_marks {
	bool crop, registration, colour, slug;
	Pt offset;			/* least distance from the trim */
};
/* How far a mark reaches outwards, and the air beyond it. */
#define PRINT_MARKS_LENGTH pt_from_mm((Mm){ 5 })
#define PRINT_MARKS_AIR pt_from_mm((Mm){ 2 })

struct print_profile {
	const char *name, *title;	/* "gestrichen", "Bogenoffset, gestrichenes Papier" */
	struct src at;
	enum print_standard standard;
	const char *icc;		/* absolute path of the output profile */
	struct icc *output;		/* the same, opened; belongs to the arena */
	const char *condition;		/* OutputConditionIdentifier, e.g. "FOGRA39" */
	const char *condition_info;	/* OutputCondition / Info */
	const char *registry;		/* "http://www.color.org" */
	const char *accepts;		/* more conditions that a finished file may name: "FOGRA51 ISOcoated", or NULL */
	bool managed_colour;		/* a finished file may hold ICC and Lab colours */

	double ink_limit;		/* total area coverage, 3.0 */
	int max_spots;
	Pt black_overprint_max;		/* black text up to this size is made to overprint; 0: never */
	Pt black_area;			/* black areas larger both ways want a second ink */

	Pt width, height;		/* of the cut page; 0: any */
	Pt bleed, safe;			/* outside and inside its edge */
	int page_multiple;

	Pt min_line, min_line_error;	/* thinner lines are reported; refused */
	Pt min_reversed_line;		/* reversed: in white or in several inks */
	Pt black_line, black_text;	/* in a finished file, thinner black lines and smaller black text overprint */
	Pt min_text, min_reversed_text;
	Pt display_text;		/* from it on text in rich black is only reported; 0: refused always */

	double ppi, ppi_warning, ppi_error, ppi_most;	/* resampling target; thresholds; most 0: none */
	double ppi_line_art, ppi_line_art_warning, ppi_line_art_error, ppi_line_art_most;
	bool pages_as_pixels;		/* placed PDFs are shown as the press prints them */
	int jpeg_quality;
	struct print_marks marks;
};

/* "crop,slug", "all", "none" into m, whose offset stays. false: it is no such list. */
bool print_marks_read(const char *list, struct print_marks *m);
/* Where marks begin, from the trim: never in the bleed. */
Pt print_marks_from(const struct print_marks *m, Pt bleed);
/* From the trim to the sheet's edge; 0: there are no marks. */
Pt print_marks_margin(const struct print_marks *m, Pt bleed);
/* "PDF/X-4" */
const char *print_standard_name(enum print_standard s);

/* icc_override: a file named on the command line or in the layout, or NULL; override_at: where it was named. */
struct print_profile *print_profile_read(struct arena *a, const char *path, const char *icc_override,
					 struct src override_at, struct diag *d);

/* Report what of the layout cannot be printed so: swatches with too much ink, too many spots, too little bleed. */
void print_check_layout(const struct print_profile *p, const struct layout *l, struct diag *d);

#endif
