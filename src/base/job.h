/*
 * src/base/job.h - the language spoken between zivos and zivos-picture.
 *
 * One job a line on the program's standard input, one answer a line on its
 * standard output, in the same order. A line is fields between tabs; in a
 * field, control characters, blanks and % are written %XX.
 *
 *     probe    PATH
 *     convert  PATH  X Y W H  WIDTH HEIGHT  OUT
 *                                      crop 0..1 of the upright picture; OUT: file to write
 *     separate PATH  X Y W H  WIDTH HEIGHT  QUALITY FLATTEN HASH PROFILE  OUT
 *                                      the same to inks; QUALITY: of JPEG; FLATTEN 1: transparency onto
 *                                      white; PROFILE: ICC file of the press, HASH: its SHA-256
 *
 *     photo|graphic|vector  WIDTH HEIGHT  NOMINAL_W NOMINAL_H  ALPHA GREY
 *     jpg|png|ink|svg  WIDTH HEIGHT  BYTES
 *     fault  KEY  DETAIL               KEY: job_fault_keys; DETAIL: technical, English
 *
 * ink: a line "zivos-ink WIDTH HEIGHT COMPONENTS BYTES ALPHABYTES", then BYTES
 * of rows with a PNG predictor byte each, deflated (zlib), in CMYK, 255 all ink,
 * or in grey, 0 all black ink; then ALPHABYTES of the same with the opacity.
 *
 * Numbers are written as in C. The program answers every line; one that ends
 * before its answer came had a picture that broke it.
 */
#ifndef ZIVOS_BASE_JOB_H
#define ZIVOS_BASE_JOB_H

#include <stddef.h>

/* Changes when a picture is converted differently: stands in the cache's keys. */
#define JOB_VERSION "1"

enum job_limit {
	JOB_SIDE = 60000,		/* px */
	JOB_MEGAPIXELS = 250,
	JOB_SECONDS = 60		/* for one picture */
};

#define JOB_FAULTS(X) \
	X(UNREADABLE, "unreadable", N_("the file cannot be read: %s")) \
	X(UNKNOWN,    "unknown",    N_("the file is no picture that zivos can read (JPEG, PNG, TIFF, WebP, HEIC, SVG)")) \
	X(LARGE,      "huge",       N_("the picture is too large (%s px); zivos reads up to 250 megapixels and 60,000 px a side")) \
	X(DAMAGED,    "damaged",    N_("the picture is damaged or incomplete: %s")) \
	X(SIZE,       "size",       N_("the drawing states no size (width and height, or viewBox)")) \
	X(WRITE,      "write",      N_("the converted picture cannot be written to the cache: %s")) \
	X(TIME,       "time",       N_("reading the picture took too long; it was given up")) \
	X(CRASHED,    "crashed",    N_("the program that reads pictures crashed on it (damaged, or needs too much memory)")) \
	X(PROTOCOL,   "protocol",   N_("the program that reads pictures gave an answer that zivos does not understand"))

#define X(id, key, text) JOB_##id,
enum job_fault { JOB_FAULTS(X) JOB_NFAULTS };
#undef X

extern const char *const job_fault_keys[JOB_NFAULTS];

/* A line (with its newline) of n fields; g_free() it. */
char *job_line(const char *const *field, size_t n);
/* The fields of a line, unescaped; NULL after the last. g_strfreev() it. */
char **job_fields(const char *line);

#endif
