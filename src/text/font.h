/*
 * src/text/font.h - the fonts of a layout, and nothing else of the system.
 *
 * In      fonts/fonts.conf: a fontconfig configuration of our own (the folder
 *         fonts/ for a magazine's own fonts, the installed Noto and SIL files)
 * Out     struct font: one face at no particular size. HarfBuzz positions come
 *         in font units: Pt = units * size / upem. Immutable once loaded, so
 *         threads that set articles may share it.
 * Errors  a family that is not there: D_FONT_MISSING, at the layout (text/tools.h)
 *
 * Fonts are asked for by exact family, weight, width and slant. The nearest
 * weight of the family is taken where it lacks the one asked for; another
 * family never.
 */
#ifndef ZIVOS_TEXT_FONT_H
#define ZIVOS_TEXT_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <hb.h>
#include "base/diag.h"
#include "base/unit.h"

struct fonts;

struct font {
	const char *family, *style;	/* "Noto Serif", "SemiCondensed Bold Italic" */
	const char *file;		/* absolute */
	int index;			/* face in the file */
	int weight, width;		/* OpenType: 100..900; 62.5..100 rounded down */
	bool italic;
	hb_face_t *face;
	hb_font_t *hb;			/* scale: upem */
	double upem;
	double ascent, descent, cap_height, x_height;	/* em, of the face; descent positive */
	uint64_t ascii[2];		/* what of it the font has, a bit a character */
	int id;				/* order of loading, from 0: dense, for arrays */
};

/* conf: absolute path of fonts.conf. NULL: reported (D_MACHINE). */
struct fonts *fonts_new(const char *conf, struct diag *d);
void fonts_free(struct fonts *f);

/* The nearest face of the family, or NULL if the family is not there. Loaded
 * once. Safe to call from several threads. */
const struct font *fonts_find(struct fonts *f, const char *family, int weight, int width, bool italic);
size_t fonts_count(const struct fonts *f);
const struct font *fonts_get(const struct fonts *f, size_t i);	/* in order of loading */

/* The configuration, for libraries that look fonts up themselves (librsvg through Pango). */
typedef struct _FcConfig FcConfig;
FcConfig *fonts_config(struct fonts *f);

/* Whether no rule of the font looks at spaces, so that words shaped one by one are the text shaped whole. Not cached. */
bool font_parts_at_spaces(const struct font *f);

bool font_covers(const struct font *f, uint32_t codepoint);
/* From the font's own tables: licence text (name 13, else 14), and the fsType bits of OS/2 in words:
 * "installable", "editable", "preview and print", "restricted". Both live as long as the font. */
const char *font_licence(const struct font *f);
const char *font_embedding(const struct font *f);

#endif
