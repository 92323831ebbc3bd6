/*
 * src/preflight/matrix.c - see preflight/matrix.h.
 */
#include "preflight/matrix.h"
#include <math.h>
#include <glib.h>
#include "preflight/pdf.h"

const struct box box_nowhere = { 1, 1, 0, 0 };

struct matrix matrix_times(struct matrix m, struct matrix n)
{
	return (struct matrix){ m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c, m.c * n.b + m.d * n.d,
				m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f };
}

struct box box_and(struct box a, struct box b)
{
	return (struct box){ MAX(a.x0, b.x0), MAX(a.y0, b.y0), MIN(a.x1, b.x1), MIN(a.y1, b.y1) };
}

struct box box_or(struct box a, struct box b)
{
	if (box_empty(a))
		return b;
	return box_empty(b) ? a : (struct box){ MIN(a.x0, b.x0), MIN(a.y0, b.y0), MAX(a.x1, b.x1), MAX(a.y1, b.y1) };
}

void box_add(struct box *b, double x, double y)
{
	*b = box_or(*b, (struct box){ x, y, x, y });
}

struct box box_through(struct box r, struct matrix m)
{
	const double xs[4] = { r.x0, r.x1, r.x0, r.x1 }, ys[4] = { r.y0, r.y0, r.y1, r.y1 };
	struct box b = box_nowhere;

	for (int i = 0; i < 4; i++)
		box_add(&b, m.a * xs[i] + m.c * ys[i] + m.e, m.b * xs[i] + m.d * ys[i] + m.f);
	return b;
}

bool matrix_read(struct pdf *p, const struct obj *o, struct matrix *m)
{
	double v[6];

	*m = (struct matrix){ 1, 0, 0, 1, 0, 0 };
	if (!pdf_numbers(p, o, v, 6))
		return false;
	*m = (struct matrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
	return true;
}

double matrix_scale(struct matrix m)
{
	return sqrt(fabs(m.a * m.d - m.b * m.c));
}
