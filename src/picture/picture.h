/*
 * src/picture/picture.h - what zivos-picture does with a picture.
 *
 * In      a path; for a conversion also a crop, a size and the colours wanted
 * Out     what the picture is; or a file: upright, cropped, resampled
 * Errors  false, and the reply says which fault and the library's own words
 *
 * Pictures are not trusted: only five decoders are let in, and size and memory
 * are looked at before the first pixel. PDFs: picture/pdf.h.
 */
#ifndef ZIVOS_PICTURE_PICTURE_H
#define ZIVOS_PICTURE_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <glib.h>
#include "base/job.h"

struct _VipsImage;
struct _RsvgHandle;

enum { DETAIL_MOST = 200, NOTES_MOST = 8 };

struct reply {
	enum job_fault fault;
	char detail[DETAIL_MOST];

	const char *kind;		/* photo, graphic, line, vector, page; jpg, png, ink, pdf */
	int width, height;		/* px, upright */
	double nominal_w, nominal_h;	/* Pt, vectors and pages only */
	double over[4];			/* pages: bleed beyond the trim: left, top, right, bottom */
	bool alpha, grey, inks;
	long long bytes;
	int noted[JOB_NNOTES];		/* how many there are of each */
	char note[JOB_NNOTES][NOTES_MOST][DETAIL_MOST];
};

/* Fills in the fault and returns false. detail may be NULL. */
bool fault(struct reply *r, enum job_fault f, const char *detail);
/* The same with vips' last words. */
bool fault_vips(struct reply *r, enum job_fault f);
/* Of missing fonts and links each is kept once, up to NOTES_MOST; of other kinds the first. */
void note(struct reply *r, enum job_note n, const char *detail);

/* base/job.h says what each is. */
struct wish {
	double crop[4], place[2];
	int width, height, intent, quality, page;
	bool line, keep, flatten;
	double sharpen[2];
	const char *press, *profile, *inks, *fonts, *out;
	const char *sheet, *painted;	/* files for what lies between a PDF and its pixels */
	const char *path;		/* outline: of this SVG path, in the picture's pixels; NULL: of its alpha */
};

/* Blocks every decoder but those of the formats we read. Once, after vips started. */
void probe_init(void);

/* page: of a PDF, from 1; 0: the first. */
bool picture_probe(const char *path, int page, struct reply *r);
bool picture_convert(const char *path, const struct wish *w, struct reply *r);
/* A drawing (SVG) as one page of PDF. */
bool picture_draw(const char *path, const struct wish *w, struct reply *r);

/* How far the shape reaches in each row, as base/job.h says; rows is appended to, r->height says how many there are. */
bool picture_outline(const char *path, const struct wish *w, struct reply *r, GString *rows);

/* ---- between the files of this folder ---- */

/* What probing found, for the conversion. */
struct source {
	char loader[32];		/* nickname of the vips operation; empty: vector */
	bool lossless;			/* graphics: kept without loss */
	int width, height;		/* px as stored */
	int orientation;		/* EXIF, 1..8 */
	struct reply reply;
};
bool source_open(const char *path, struct source *s, struct reply *r);

/* Bytes that the decoder must hold for the whole picture, with what kind of
 * file that is ("progressive JPEG"); 0: it runs from top to bottom. */
double source_held(const char *path, const struct source *s, const struct _VipsImage *im, const char **kind);
/* Pages of a TIFF, without thumbnails; 1 for all else. */
int source_pages(const char *path, const struct source *s);
/* A JPEG of inks without Adobe's marker: its numbers count ink. */
bool source_is_plain_cmyk(const char *path, const struct source *s);
/* Does the file itself say that its colours are sRGB's, without a profile? */
bool source_says_srgb(const char *path, const struct _VipsImage *im);
/* Pure black and white, each pixel. */
bool source_is_line(const char *path, const struct source *s);

/* A picture on its way. Each step takes the last one's place. */
struct work {
	struct _VipsImage *im;
	const struct source *source;
	struct reply *reply;
	bool srgb;			/* says so itself */
};
bool work_step(struct work *w, int failed, struct _VipsImage **next);

/* Pixels in memory to what is saved: 8 bits of sRGB or grey; of inks, or of black ink alone. */
bool colour_to_srgb(struct work *w, const struct wish *wish);
bool colour_to_ink(struct work *w, const struct wish *wish);

/* Into the file, which exists. false: the reply has the fault. */
bool file_fill(const char *path, struct reply *r, const void *const *part, const size_t *n, size_t nparts);
/* Pixels of inks (4 bands, or 1 of grey; one more of alpha), lossless. line: one bit a pixel. */
bool ink_save(struct _VipsImage *im, bool line, const char *path, struct reply *r);

/* An SVG by its first bytes, and its size. */
bool svg_probe(const char *path, struct reply *r, bool *is_svg);
/* The drawing, looked through; NULL: the reply has the fault. g_object_unref() it. */
struct _RsvgHandle *svg_open(const char *path, const char *fonts, struct reply *r);
/* What a drawing refers to and holds: links, sizes of pictures; fonts that are
 * not in the current configuration, if asked for. */
bool svg_scan(const char *text, size_t n, bool fonts, struct reply *r);

#endif
