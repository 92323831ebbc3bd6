/*
 * src/base/late_tiff.h - libtiff, loaded when it is first needed (base/late.h).
 *
 * In place of its own header: functions are called by their own names. One that is not in the
 * lists yet does not link; it goes into both.
 */
#ifndef ZIVOS_BASE_LATE_TIFF_H
#define ZIVOS_BASE_LATE_TIFF_H

#include <tiffio.h>
#include "base/late.h"

#define LATE_TIFF_FUNCTIONS(X) \
	X(TIFFClose) X(TIFFGetField) X(TIFFGetFieldDefaulted) X(TIFFOpen) X(TIFFReadScanline) \
	X(TIFFScanlineSize) X(TIFFSetErrorHandler) X(TIFFSetWarningHandler)

struct late_tiff {
#define X(f) __typeof__(f) *f##_;
	LATE_TIFF_FUNCTIONS(X)
#undef X
};
/* Filled by what all use of the library begins with. */
const struct late_tiff *late_tiff(void);

#define TIFFClose late_tiff()->TIFFClose_
#define TIFFGetField late_tiff()->TIFFGetField_
#define TIFFGetFieldDefaulted late_tiff()->TIFFGetFieldDefaulted_
#define TIFFOpen late_tiff()->TIFFOpen_
#define TIFFReadScanline late_tiff()->TIFFReadScanline_
#define TIFFScanlineSize late_tiff()->TIFFScanlineSize_
#define TIFFSetErrorHandler late_tiff()->TIFFSetErrorHandler_
#define TIFFSetWarningHandler late_tiff()->TIFFSetWarningHandler_

#endif
