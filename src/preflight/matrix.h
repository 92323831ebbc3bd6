/*
 * src/preflight/matrix.h - transformations and upright boxes on a page.
 *
 * Units   Pt in a user space as PDF has it: y grows upwards
 * Source  ISO 32000-1, 8.3.4: a point is a row, so m is applied before n in matrix_times(m, n)
 */
#ifndef ZIVOS_PREFLIGHT_MATRIX_H
#define ZIVOS_PREFLIGHT_MATRIX_H

#include <stdbool.h>

struct obj;
struct pdf;

struct matrix { double a, b, c, d, e, f; };
struct box { double x0, y0, x1, y1; };		/* empty where x0 > x1 */

extern const struct box box_nowhere;

struct matrix matrix_times(struct matrix m, struct matrix n);
/* o: an array of six numbers; otherwise false, and *m changes nothing. */
bool matrix_read(struct pdf *p, const struct obj *o, struct matrix *m);
/* By how much lengths grow, in the mean of both directions. */
double matrix_scale(struct matrix m);

static inline bool box_empty(struct box b) { return b.x0 > b.x1 || b.y0 > b.y1; }
struct box box_and(struct box a, struct box b);
struct box box_or(struct box a, struct box b);
void box_add(struct box *b, double x, double y);
/* The upright box round r transformed. */
struct box box_through(struct box r, struct matrix m);

#endif
