/*
 * src/base/icc.h - an output profile: what inks do on the paper.
 *
 * In      an ICC file of class output, CMYK: an ordinary file of at most 16 MiB
 * Out     colours converted by lcms2; each transform is made when first asked for
 * Units   inks and sRGB 0..1
 * Errors  NULL and a text: no profile, damaged, of another kind
 *
 * Relative colorimetric both ways: the paper is white on the screen. From sRGB
 * to inks with black point compensation, so that shadows keep their drawing;
 * the other way without, since black ink is not black light.
 *
 * Used by zivos and by zivos-picture. icc_to_srgb() may be called by several
 * threads at once, the rest by one.
 */
#ifndef ZIVOS_BASE_ICC_H
#define ZIVOS_BASE_ICC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct icc;

/* *error is g_free()d by the caller. */
struct icc *icc_open(const char *path, char **error);
void icc_free(struct icc *p);			/* NULL is allowed */

const void *icc_bytes(const struct icc *p, size_t *n);	/* the file */
const char *icc_path(const struct icc *p);
const char *icc_hash(struct icc *p);		/* SHA-256 of it, 64 hex digits */
const char *icc_description(const struct icc *p);	/* its own name */
/* The registered name of the printing condition it is for ("FOGRA39"), by its name or its measured data; NULL: it does not say. */
const char *icc_condition(const struct icc *p);
int icc_version(const struct icc *p);			/* 2, 4: of the ICC specification */

void icc_to_srgb(struct icc *p, const double cmyk[4], double rgb[3]);
/* Greys and what is nearly black go to black ink alone, black to 100 % of it, white to none. */
void icc_from_srgb(struct icc *p, const double rgb[3], double cmyk[4]);
/* n pixels of 8 bits; greys as any colour: a picture's greys keep all inks. */
void icc_pixels_from_srgb(struct icc *p, const uint8_t *rgb, uint8_t *cmyk, size_t n);
/* Whether it goes from colours to black ink alone: a press without the others. */
bool icc_black_only(struct icc *p);
/* Black ink, 0..255, that looks like each sRGB grey. */
const uint8_t *icc_greys(struct icc *p);

#endif
