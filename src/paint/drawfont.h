/*
 * src/paint/drawfont.h - the fonts that text in drawings (SVG) and draft notes may use.
 *
 * In      the magazine's font configuration (FcConfig)
 * Out     a configuration with the same folders, without cuts that a drawing
 *         hardly asks for: condensed widths, and weights between the usual ones
 *
 * librsvg and Pango have fontconfig sort all fonts for each family and size of
 * a drawing: 16 ms with Noto's 2,500 faces, over half a second for an issue
 * with eight drawings. With the cuts that are left it takes a sixth.
 */
#ifndef ZIVOS_PAINT_DRAWFONT_H
#define ZIVOS_PAINT_DRAWFONT_H

/* FcConfig; FcConfigDestroy() it. Never NULL: the magazine's own where no smaller one can be made. */
void *drawfont_config(void *fonts_config);

#endif
