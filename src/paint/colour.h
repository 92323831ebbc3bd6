/*
 * src/paint/colour.h - how a CMYK colour looks on screen.
 */
#ifndef ZIVOS_PAINT_COLOUR_H
#define ZIVOS_PAINT_COLOUR_H

struct rgb { double r, g, b; };		/* sRGB, 0..1 */

/* Neugebauer's model with the sixteen solid overprints of coated offset
 * (FOGRA39) and dot gain by Yule-Nielsen's n; exact at the solids. */
struct rgb colour_to_rgb(double c, double m, double y, double k);

#endif
