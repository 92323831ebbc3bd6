/*
 * src/base/job.h - the language spoken between zivos and zivos-picture.
 *
 * One job a line on the program's standard input, one answer a line on its
 * standard output, in the same order. A line is fields between tabs; in a
 * field, control characters, blanks and % are written %XX.
 *
 *     probe   PATH [page=N]
 *     convert PATH NAME=VALUE... @out=FILE
 *     draw    PATH NAME=VALUE... @out=FILE
 *     page    PATH page=N @out=FILE    a PDF's page by itself, as a form (picture/pdf.h)
 *     render  PATH NAME=VALUE... @out=FILE    a PDF's page as the press prints it, in sRGB
 *     outline PATH [page=N] [path=SVGPATH]    how far a path, in the picture's pixels, or what is
 *                                      not transparent of the picture, reaches in each row
 *
 *     photo|graphic|line|vector  WIDTH HEIGHT  NOMINAL_W NOMINAL_H  ALPHA GREY INKS  NOTE...
 *     page  WIDTH HEIGHT  NOMINAL_W NOMINAL_H  ALPHA GREY INKS  LEFT TOP RIGHT BOTTOM
 *                                      of a PDF: its trim, and its bleed beyond that, in Pt
 *     jpg|png|ink|pdf  WIDTH HEIGHT  BYTES  NOTE...
 *     outline  ROWS  HEX               LLLRRR for each row from the top: left and right, of 4095; empty: fff000
 *     fault  KEY  DETAIL               KEY: job_fault_keys; DETAIL: technical, English
 *
 * A conversion's names; what begins with @ is a file, and says nothing about
 * the result that another name does not say too:
 *
 *     crop=X Y W H         0..1 of the upright picture; render: of the trim, and it may reach beyond, into the bleed
 *     size=W H             px at most
 *     place=W H            draw: size of the page that is made; filters get a pixel for each of its units
 *     page=N               of a PDF, from 1; probe: without, the first
 *     line=1               pure black and white, one bit a pixel
 *     press=HASH           to inks, by the profile of this SHA-256; without: to sRGB
 *     inks=HASH            to sRGB: what inks without a profile of their own are meant for, by its SHA-256
 *     @inks=FILE           that profile
 *     @profile=FILE        that profile
 *     intent=0..3          perceptual, relative, saturation, absolute: as in ICC profiles
 *     keep=1               inks with another profile stay as they are
 *     flatten=1            transparency onto white paper
 *     quality=N            of JPEG
 *     sharpen=AMOUNT RADIUS    percent, px of the result
 *     texts=HASH           draw: the fonts that are there
 *     @fonts=FILE          their fontconfig file
 *     @out=FILE            exists, and is filled
 *     @sheet=FILE @painted=FILE    render: exist too, for what lies between: the page by itself, its pixels of ink
 *
 * NOTE: KEY=DETAIL, of job_note_keys; links and fonts up to eight of each.
 *
 * ink: a line "zivos-ink WIDTH HEIGHT COMPONENTS BITS BYTES ALPHABYTES", then
 * BYTES of rows with a PNG predictor byte each, deflated (zlib), in CMYK, all
 * bits set: all ink, or in grey, 0: all black ink; BITS a component, 8 or 1;
 * then ALPHABYTES of the same with the opacity.
 *
 * Numbers are written as in C. The program answers every line; one that ends
 * before its answer came had a picture that broke it.
 */
#ifndef ZIVOS_BASE_JOB_H
#define ZIVOS_BASE_JOB_H

#include <stddef.h>

/* Changes when a picture is converted differently: stands in the cache's keys. */
#define JOB_VERSION "4"

enum job_limit {
	JOB_SIDE = 60000,		/* px */
	JOB_MEGAPIXELS = 250,
	JOB_SECONDS = 60		/* for one picture */
};

#define JOB_FAULTS(X) \
	X(UNREADABLE, "unreadable", N_("the file cannot be read: %s")) \
	X(UNKNOWN,    "unknown",    N_("the file is no picture that zivos can read (JPEG, PNG, TIFF, WebP, HEIC, SVG, PDF)")) \
	X(LARGE,      "huge",       N_("the picture is too large (%s px); zivos reads up to 250 megapixels and 60,000 px a side")) \
	X(WHOLE,      "whole",      N_("the picture is too large for its kind of file (%s), which must be read into memory as a whole; save it as an ordinary JPEG or PNG (not progressive, not interlaced), or smaller")) \
	X(RASTER,     "raster",     N_("the drawing holds a picture that is too large (%s px); make it smaller, or place it beside the drawing")) \
	X(DAMAGED,    "damaged",    N_("the picture is damaged or incomplete: %s")) \
	X(SIZE,       "size",       N_("the drawing states no size (width and height, or viewBox)")) \
	X(PDF,        "pdf",        N_("the PDF is damaged or incomplete: %s")) \
	X(LOCKED,     "locked",     N_("the PDF is locked with a password; ask for a file without one")) \
	X(PAGE,       "page",       N_("the PDF has no such page; its last one is page %s")) \
	X(PAGE_SIZE,  "page-size",  N_("the page of the PDF has an impossible size (%s pt)")) \
	X(GHOSTSCRIPT, "ghostscript", N_("Ghostscript (gs), which shows placed PDFs on the screen, is not installed; install the package ghostscript")) \
	X(DRAW,       "draw",       N_("Ghostscript cannot draw the page of the PDF (%s)")) \
	X(SHAPE,      "shape",      N_("the shape encloses nothing of the picture")) \
	X(OPAQUE,     "opaque",     N_("the picture has no transparent parts whose edge lines could follow")) \
	X(WRITE,      "write",      N_("the converted picture cannot be written to the cache (%s)")) \
	X(TIME,       "time",       N_("reading the picture took too long; it was given up")) \
	X(CRASHED,    "crashed",    N_("the program that reads pictures crashed on it (damaged, or needs too much memory)")) \
	X(PROTOCOL,   "protocol",   N_("the program that reads pictures gave an answer that zivos does not understand"))

#define X(id, key, text) JOB_##id,
enum job_fault { JOB_FAULTS(X) JOB_NFAULTS };
#undef X

extern const char *const job_fault_keys[JOB_NFAULTS];

/* What is not as the author may think, though there is a picture. */
#define JOB_NOTES(X) \
	X(SRGB,    "srgb")		/* no profile: taken as sRGB */ \
	X(KEPT,    "kept")		/* inks stayed as they were */ \
	X(DAMAGED, "damaged")		/* DETAIL: the decoder's words; shown as far as it could be read */ \
	X(PAGES,   "pages")		/* DETAIL: how many; the first is shown */ \
	X(LINK,    "link")		/* DETAIL: a drawing's reference to another file, which is left out */ \
	X(FONT,    "font")		/* DETAIL: family asked for, a tab, the family used */

#define X(id, key) JOB_NOTE_##id,
enum job_note { JOB_NOTES(X) JOB_NNOTES };
#undef X

extern const char *const job_note_keys[JOB_NNOTES];

/* A line (with its newline) of n fields; g_free() it. */
char *job_line(const char *const *field, size_t n);
/* The fields of a line, unescaped; NULL after the last. g_strfreev() it. */
char **job_fields(const char *line);

#endif
