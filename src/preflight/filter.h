/*
 * src/preflight/filter.h - undo a stream's filter, never making more than a
 * stated number of bytes of it.
 *
 * In      ASCIIHex, ASCII85, RunLength, LZW, Flate, the last two with PNG and
 *         TIFF predictors; pictures' filters (DCT, JPX, CCITT, JBIG2) are not undone
 * Out     bytes from malloc()
 * Errors  NULL: broken from the start, too large, or a filter that is not undone. A
 *         stream that breaks off gives what there was, as every viewer shows it
 * Source  ISO 32000-1, 7.4
 */
#ifndef ZIVOS_PREFLIGHT_FILTER_H
#define ZIVOS_PREFLIGHT_FILTER_H

#include <stddef.h>

struct filter_parms { int predictor, colours, bits, columns, early; };

unsigned char *filter_decode(const char *name, const struct filter_parms *p,
			     const unsigned char *in, size_t n, size_t most, size_t *out);

/* How many bytes it would give, counted no further than `most`; 0: broken from the start, or not undone here. */
size_t filter_length(const char *name, const struct filter_parms *p, const unsigned char *in, size_t n, size_t most);

#endif
