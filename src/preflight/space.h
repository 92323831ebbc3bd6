/*
 * src/preflight/space.h - colour spaces, and which inks a colour puts on paper.
 *
 * In      a colour space as PDF writes it; the resources, for names in them
 * Out     struct space in the arena; struct inks of a colour in it
 * Bounds  8 spaces in one another, 32 colorants
 */
#ifndef ZIVOS_PREFLIGHT_SPACE_H
#define ZIVOS_PREFLIGHT_SPACE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct obj;
struct pdf;

enum { MOST_COLORANTS = 32 };

enum space_kind {
	SPACE_GRAY, SPACE_RGB, SPACE_CMYK,		/* of the device */
	SPACE_CALGRAY, SPACE_CALRGB, SPACE_LAB, SPACE_ICC,
	SPACE_INDEXED, SPACE_SEPARATION, SPACE_DEVICEN, SPACE_PATTERN, SPACE_UNKNOWN
};

struct space {
	enum space_kind kind;
	int n;				/* components of a colour */
	const struct space *base;	/* Indexed: of its table; Separation, DeviceN: the alternate; Pattern: or NULL */
	const char *names[MOST_COLORANTS];	/* Separation, DeviceN */
	const struct obj *tint;		/* Separation, DeviceN: the function into base */
	const unsigned char *table;	/* Indexed; may be NULL */
	size_t ntable;
};

struct inks {
	bool known;			/* false: RGB, Lab, a pattern: not to be said without conversion */
	double c, m, y, k;		/* 0..1 */
	int nspots;			/* spot inks with tint > 0 */
	bool registration;		/* Separation All */
	bool gray;			/* said in DeviceGray */
};

extern const struct space space_gray, space_rgb, space_cmyk, space_unknown, space_pattern;

/* o: name or array; resources: dictionary with ColorSpace in it, or null. Never NULL. */
const struct space *space_read(struct arena *a, struct pdf *p, const struct obj *o, const struct obj *resources);
struct inks inks_of(const struct space *s, const double *v);

/* How many inks are on the paper; 0 is white. */
int inks_count(const struct inks *i);
/* Black alone, full. */
bool inks_black(const struct inks *i);
/* "DeviceRGB", "Separation"; of an unknown space "?". */
const char *space_name(const struct space *s);

#endif
