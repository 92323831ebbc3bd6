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
struct memo;
struct diag;
struct icc;
struct store;

/* dir NULL: the default folder. Never NULL; a folder that cannot be written
 * makes a private temporary folder, removed by store_free(). */
struct store *store_new(const char *dir);
void store_free(struct store *s);
struct memo *store_memo(struct store *s);	/* of files' bytes; as long */
struct cache *store_cache(struct store *s);	/* for other results; lives as long as the store */

/* JPEG-like; lossless or with alpha; pure black and white; SVG; a page of a PDF */
enum picture_kind { PICTURE_PHOTO, PICTURE_GRAPHIC, PICTURE_LINE, PICTURE_VECTOR, PICTURE_PAGE };

/* A drawing's font that is not there, and the one instead. */
struct font_missing { const char *asked, *used; };

/* What there is to say of a picture although it can be shown: arena texts, NULL where nothing is. */
struct picture_notes {
	bool srgb;			/* no profile, and the file says nothing else: taken as sRGB */
	bool kept;			/* its inks stayed as they were */
	const char *damaged;		/* shown as far as it could be read: the decoder's words */
	const char *pages;		/* a number: the first of so many pages is shown */
	const char **links;		/* a drawing's references to other files, which are left out; ends with NULL */
	struct font_missing *fonts;	/* a drawing's fonts that are not there; ends with asked NULL */
};

/* What a picture is, upright (after EXIF rotation). */
struct picture_info {
	enum picture_kind kind;
	int width, height;		/* px; for vectors, of their nominal size */
	Pt nominal_w, nominal_h;	/* vectors: size in their own file, pages: of their trim; else 0 */
	Pt over[4];			/* pages: bleed beyond the trim: left, top, right, bottom */
	bool alpha, grey, inks;		/* inks: CMYK */
	struct picture_notes notes;
};

struct probe {
	const char *path;		/* in: absolute */
	int page;			/* in: of a PDF, from 1; 0: the first */
	struct picture_info info;	/* out */
	char *error;			/* out: NULL, or why it cannot be used (arena) */
};
/* Look at n pictures, unknown ones by one run of zivos-picture. Per-picture
 * faults in .error; false if the program itself could not run (reported). */
bool store_probe(struct store *s, struct arena *a, struct probe *p, size_t n, struct diag *d);

/* How far a shape reaches in each row of a picture, from its top: parts of the width; left > right: nothing is there. */
struct outline { size_t n; const double *left, *right; };

struct outlining {
	const char *path;		/* in: absolute */
	int page;			/* in: of a PDF; 0: the first */
	const char *shape;		/* in: SVG path in the picture's pixels; NULL: what is not transparent */
	struct outline *outline;	/* out: arena; NULL: there is none */
	char *error;			/* out: NULL, or why (arena) */
};
/* As store_probe(). */
bool store_outline(struct store *s, struct arena *a, struct outlining *o, size_t n, struct diag *d);

/* As ICC profiles number them. */
enum intent { RENDER_PERCEPTUAL, RENDER_RELATIVE, RENDER_SATURATION, RENDER_ABSOLUTE };

/* How the colours of a picture go to a press, as layout or author say. */
struct picture_colour {
	enum intent intent;		/* all but absolute with black point compensation */
	bool keep;			/* inks with another profile stay as they are */
	bool flatten;			/* transparency onto the paper */
};

struct separation {
	struct icc *output;		/* the press (base/icc.h); NULL: to sRGB, and nothing else here counts */
	struct picture_colour colour;
	int quality;			/* of JPEG, up to 100 */
	double sharpen, sharpen_radius;	/* unsharp mask on photographs: percent (0: none), px of the result */
};

/* A picture as it will be placed: crop in the upright picture (0..1 of its
 * width and height), then resampled to at most width x height px (never up).
 * A drawing: a page of PDF in RGB, place_w x place_h. */
struct conversion {
	const char *path;		/* in: absolute */
	enum picture_kind kind;		/* in: as probed */
	double crop_x, crop_y, crop_w, crop_h;
	int width, height;
	struct separation press;
	double place_w, place_h;	/* in: VECTOR: size of its page; what is painted as pixels gets one for each unit */
	const char *fonts, *fonts_digest;	/* in: VECTOR: of its text (base/drawfont.h), or NULL */
	int page;			/* in: PAGE: from 1. With press.output it is taken out as a PDF of its own, whole
					 * (picture/pdf.h); else Ghostscript draws it as `shown` prints it, and its crop
					 * may reach beyond 0..1, into the bleed */
	struct icc *shown;		/* in: without press.output: the press whose inks are shown, of a PAGE and of
					 * pictures in inks without a profile; NULL: vips' own idea of CMYK */
	char *out;			/* out: path of a JPEG (photo) or PNG (graphic) in sRGB, of a JPEG in CMYK or grey,
					 * of a file .ink (base/job.h), of a PDF (vector, page for print); arena */
	int out_width, out_height;	/* out: px */
	struct picture_notes notes;	/* out */
	char *error;			/* out: NULL, or why it failed (arena) */
};
/* Convert n pictures, those not in the cache by two workers at once. false:
 * the program could not run or the cache cannot be written (reported). */
bool store_convert(struct store *s, struct arena *a, struct conversion *c, size_t n, struct diag *d);

#endif
