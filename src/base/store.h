/*
 * src/base/store.h - pictures asked of zivos-picture, and what it answered,
 * kept by content.
 *
 * libvips costs 30 to 50 ms of start-up that a change of text should not pay,
 * and untrusted pictures deserve a process with limits of its own. So all
 * picture work is done by the program zivos-picture (src/picture), started
 * only for what is not in the cache folder yet: $XDG_CACHE_HOME/zivos, or the
 * folder that --cache names (base/cache.h).
 *
 * Key: SHA-256 of the picture's bytes (base/memo.h) and of the parameters.
 */
#ifndef ZIVOS_BASE_STORE_H
#define ZIVOS_BASE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/unit.h"

struct arena;
struct cache;
struct diag;
struct icc;
struct store;

/* dir NULL: the default folder. Never NULL; a folder that cannot be written
 * makes a private temporary folder, removed by store_free(). */
struct store *store_new(const char *dir);
void store_free(struct store *s);
struct cache *store_cache(struct store *s);	/* for other results; lives as long as the store */

enum picture_kind { PICTURE_PHOTO, PICTURE_GRAPHIC, PICTURE_VECTOR };	/* JPEG-like; lossless or with alpha; SVG */

/* What a picture is, upright (after EXIF rotation). */
struct picture_info {
	enum picture_kind kind;
	int width, height;		/* px; for vectors, of their nominal size */
	Pt nominal_w, nominal_h;	/* vectors: size in their own file; else 0 */
	bool alpha, grey;
};

struct probe {
	const char *path;		/* in: absolute */
	struct picture_info info;	/* out */
	char *error;			/* out: NULL, or why it cannot be used (arena) */
};
/* Look at n pictures, unknown ones by one run of zivos-picture. Per-picture
 * faults in .error; false if the program itself could not run (reported). */
bool store_probe(struct store *s, struct arena *a, struct probe *p, size_t n, struct diag *d);

/* A picture as it will be placed: crop in the upright picture (0..1 of its
 * width and height), then resampled to at most width x height px (never up). */
struct conversion {
	const char *path;		/* in: absolute */
	double crop_x, crop_y, crop_w, crop_h;
	int width, height;
	struct icc *output;		/* in: to the inks of this press (base/icc.h); NULL: to sRGB */
	int quality;			/* in, with output: of JPEG, up to 100 */
	bool flatten;			/* in, with output: transparency onto the paper */
	char *out;			/* out: path of a JPEG (photo) or PNG (graphic) in sRGB, or of the SVG itself; arena.
					 * With output: of a JPEG in CMYK or grey, or of a file .ink (base/job.h) */
	int out_width, out_height;	/* out: px */
	char *error;			/* out: NULL, or why it failed (arena) */
};
/* Convert n pictures, those not in the cache by two workers at once. */
bool store_convert(struct store *s, struct arena *a, struct conversion *c, size_t n, struct diag *d);

#endif
