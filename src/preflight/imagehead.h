/*
 * src/preflight/imagehead.h - what a JPEG or JPEG 2000 says of itself.
 *
 * In      the picture's bytes, from a stream whose filter is DCTDecode or JPXDecode
 * Out     its size, channels and colours as its own header has them
 * Errors  false: no such picture, or its header is damaged
 * Source  ITU-T T.81, B; ISO 15444-1, annexes A and I
 */
#ifndef ZIVOS_PREFLIGHT_IMAGEHEAD_H
#define ZIVOS_PREFLIGHT_IMAGEHEAD_H

#include <stdbool.h>
#include <stddef.h>

enum image_colours { COLOURS_UNSAID, COLOURS_GRAY, COLOURS_RGB, COLOURS_CMYK };

struct imagehead {
	double w, h;			/* px; h 0: the JPEG says it after its first scan */
	int channels;			/* of a JPEG 2000 with its opacity */
	enum image_colours colours;	/* JPEG 2000 only; a JPEG's are the PDF's to say */
	bool ends;			/* its end marker is there: it is not cut off */
};

bool imagehead_jpeg(const unsigned char *bytes, size_t n, struct imagehead *h);
bool imagehead_jpx(const unsigned char *bytes, size_t n, struct imagehead *h);

#endif
