/*
 * src/base/drawfont.h - the fonts that text in drawings (SVG) and draft notes may use.
 *
 * In      the magazine's font configuration (FcConfig)
 * Out     a configuration with the same folders, without cuts that a drawing
 *         hardly asks for: condensed widths, and weights between the usual ones
 *
 * librsvg and Pango have fontconfig sort all fonts for each family and size of
 * a drawing: 16 ms with Noto's 2,500 faces, over half a second for an issue
 * with eight drawings. With the cuts that are left it takes a sixth.
 */
#ifndef ZIVOS_BASE_DRAWFONT_H
#define ZIVOS_BASE_DRAWFONT_H

/* FcConfig; FcConfigDestroy() it. Never NULL: the magazine's own where no smaller one can be made. */
void *drawfont_config(void *fonts_config);

/* For another program that is to draw with the same fonts: the file that
 * describes them, and 64 hex digits that change when fonts come, go or are
 * replaced. g_free() both. */
char *drawfont_file(void *fonts_config);
char *drawfont_digest(void *fonts_config);
/* The same configuration out of that file. NULL: it cannot be read. */
void *drawfont_open(const char *file);
/* The first family of a CSS list that is there, or NULL; a generic one
 * (serif) counts. g_free() it. */
char *drawfont_family(void *config, const char *list);
/* What is used in place of the list's. g_free() it. */
char *drawfont_instead(void *config, const char *list);

#endif
