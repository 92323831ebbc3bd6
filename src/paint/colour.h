/*
 * src/paint/colour.h - how a CMYK colour looks on screen: as it will be printed.
 */
#ifndef ZIVOS_PAINT_COLOUR_H
#define ZIVOS_PAINT_COLOUR_H

#include <stddef.h>

struct colour;
struct icc;
struct rgb { double r, g, b; };		/* sRGB, 0..1 */

/* Through the press's profile (base/icc.h), relative colorimetric: no ink is
 * white. press NULL: inks as ideal filters, for drafts without a profile. */
struct rgb colour_to_rgb(struct icc *press, double c, double m, double y, double k);

/* The same for a magazine, which has few colours, while the profile takes long over each: those met last are kept. */
enum { TONES = 16 };
struct tones {
	struct icc *press;
	struct { double c, m, y, k; struct rgb rgb; } ring[TONES];
	size_t n;
};
struct rgb tones_rgb(struct tones *t, const struct colour *c);

#endif
