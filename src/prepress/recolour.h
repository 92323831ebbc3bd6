/*
 * src/prepress/recolour.h - one content stream in RGB becomes one in inks.
 *
 * In      bytes of the stream; what its RGB means: keys of the page model
 *         (page/inks.h), sRGB (drawings), or light (soft masks)
 * Out     the same operations with DeviceCMYK, Separation or DeviceGray, and
 *         graphics states /ZO0 to /ZO3 round what overprints
 * Errors  false and a text: an operator, colour space or colour that is not known
 *
 * What overprints: black text up to a size (but where the ink would be too much: page/inks.h), black rules, and in drawings black
 * text and thin black strokes. Everything else knocks out, white above all.
 * Black text overprints whatever lies under it, photographs too: ISO 15930 and
 * the GWG ask it of small black text on any ground, so that no white shows at
 * its edges, and the ink under it is looked at in the same pass (ink_check).
 * Operations that are neither colour nor about overprint are copied as they are.
 */
#ifndef ZIVOS_PREPRESS_RECOLOUR_H
#define ZIVOS_PREPRESS_RECOLOUR_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "page/inks.h"

struct icc;

enum rgb_meaning { RGB_KEYS, RGB_SRGB, RGB_LIGHT };

struct palette {
	enum rgb_meaning meaning;
	const struct inks *inks;	/* KEYS */
	struct icc *output;		/* SRGB */
	Pt overprint_max;		/* black text up to it overprints */
	double unit;			/* SRGB: what a unit measures on the page, in Pt; 0: one */
	GPtrArray *spots;		/* const struct ink_key, one per Separation met so far: /ZS0, /ZS1 ... */
};

enum { OVER_FILL = 1, OVER_STROKE = 2, OVER_STATES = 4, SPOTS_MAX = 32 };	/* /ZO<n>: n is a sum of these */

struct recoloured {
	GString *text;
	unsigned over;			/* bit n: /ZO<n> is used */
	uint32_t spots;			/* bit n: /ZS<n> is used */
	char error[160];		/* English */
};

/* r->text must be there; it is added to. */
bool recolour(const struct palette *p, const char *s, size_t n, struct recoloured *r);

/* One colour; the number of components in out: 4, or 1 for LIGHT. false: no known key. */
bool palette_colour(const struct palette *p, const double rgb[3], double out[4], int *n);

/* A number as PDF writes it, with at most four places. */
void append_number(GString *out, double x);

#endif
