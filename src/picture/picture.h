/*
 * src/picture/picture.h - the two things zivos-picture does with a picture.
 *
 * In      a path; for a conversion also a crop and a size
 * Out     what the picture is; or an sRGB file, upright, cropped, resampled
 * Errors  false, and the reply says which fault and the library's own words
 *
 * Pictures are not trusted: only five decoders are let in, and the size is
 * looked at before the first pixel.
 */
#ifndef ZIVOS_PICTURE_PICTURE_H
#define ZIVOS_PICTURE_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/job.h"

struct _VipsImage;

struct reply {
	enum job_fault fault;
	char detail[200];

	const char *kind;		/* photo, graphic, vector; jpg, png, svg */
	int width, height;		/* px, upright */
	double nominal_w, nominal_h;	/* Pt, vectors only */
	bool alpha, grey;
	long long bytes;
};

struct wish {
	double x, y, w, h;		/* crop, 0..1 */
	int width, height;		/* px at most */
	const char *out;
	const char *profile;		/* to inks by this ICC file; NULL: to sRGB */
	int quality;			/* of JPEG */
	bool flatten;
};

/* Blocks every decoder but those of the formats we read. Once, after vips started. */
void probe_init(void);

bool picture_probe(const char *path, struct reply *r);
bool picture_convert(const char *path, const struct wish *w, struct reply *r);

/* What probing found, for the conversion. */
struct source {
	char loader[32];		/* nickname of the vips operation; empty: vector */
	bool png;
	int width, height;		/* px as stored */
	int orientation;		/* EXIF, 1..8 */
	struct reply reply;
};
/* Pixels of inks (4 bands, or 1 of grey; one more of alpha) to a lossless file. */
bool ink_save(struct _VipsImage *im, bool alpha, const char *path);

bool source_open(const char *path, struct source *s, struct reply *r);

/* Fills in the fault and returns false. detail may be NULL. */
bool fault(struct reply *r, enum job_fault f, const char *detail);
/* The same with vips' last words. */
bool fault_vips(struct reply *r, enum job_fault f);

/* An SVG by its first bytes, and its size. */
bool svg_probe(const char *path, struct reply *r, bool *is_svg);

#endif
