/*
 * src/preflight/interpret_path.c - operators that build paths, clip to them and paint them.
 */
#include "preflight/interpreter.h"
#include <math.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/token.h"

static void to_page(const struct interpreter *it, double *x, double *y)
{
	const struct matrix *m = &it->g.ctm;
	double px = m->a * *x + m->c * *y + m->e, py = m->b * *x + m->d * *y + m->f;

	*x = px;
	*y = py;
}

static struct subpath *current(struct interpreter *it)
{
	return it->path->len ? &g_array_index(it->path, struct subpath, it->path->len - 1) : NULL;
}

static void add_point(struct interpreter *it, double x, double y)
{
	struct subpath *s = current(it);

	to_page(it, &x, &y);
	if (!s)
		return;
	if (s->npoints < 5) {
		s->x[s->npoints] = x;
		s->y[s->npoints] = y;
	}
	s->npoints += s->npoints < 1000;
	box_add(&s->box, x, y);
}

static void begin_subpath(struct interpreter *it, double x, double y)
{
	struct subpath s = { .box = box_nowhere };

	if (it->path->len >= MOST_SUBPATHS) {
		it->stopped = true;
		return;
	}
	g_array_append_val(it->path, s);
	add_point(it, x, y);
}

void op_m(struct interpreter *it, const struct operation *op)
{
	begin_subpath(it, operand_number(op, 0), operand_number(op, 1));
}

static void need_point(struct interpreter *it, const struct operation *op)
{
	if (!it->path->len)
		interpret_fault(it, N_("the operator \"%s\" has no path to go on with"), op->name);
}

void op_l(struct interpreter *it, const struct operation *op)
{
	need_point(it, op);
	add_point(it, operand_number(op, 0), operand_number(op, 1));
}

void op_curve(struct interpreter *it, const struct operation *op)
{
	struct subpath *s = current(it);

	need_point(it, op);
	for (size_t i = 0; i + 1 < op->n && i < 6; i += 2)
		add_point(it, operand_number(op, i), operand_number(op, i + 1));
	if (s)
		s->curved = true;
}

void op_h(struct interpreter *it, const struct operation *op)
{
	struct subpath *s = current(it);

	(void)op;
	if (s)
		s->closed = true;
}

void op_re(struct interpreter *it, const struct operation *op)
{
	double x = operand_number(op, 0), y = operand_number(op, 1), w = operand_number(op, 2), h = operand_number(op, 3);

	begin_subpath(it, x, y);
	add_point(it, x + w, y);
	add_point(it, x + w, y + h);
	add_point(it, x, y + h);
	op_h(it, op);
}

static bool is_rect(const struct subpath *s)
{
	const double eps = 0.01;
	int n = s->npoints;

	if (s->curved || n < 4 || n > 5)
		return false;
	if (n == 5 && (fabs(s->x[4] - s->x[0]) > eps || fabs(s->y[4] - s->y[0]) > eps))
		return false;
	for (int i = 0; i < 4; i++) {
		int k = (i + 1) % 4;

		if ((fabs(s->x[i] - s->box.x0) > eps && fabs(s->x[i] - s->box.x1) > eps) ||
		    (fabs(s->y[i] - s->box.y0) > eps && fabs(s->y[i] - s->box.y1) > eps))
			return false;
		if (fabs(s->x[i] - s->x[k]) > eps && fabs(s->y[i] - s->y[k]) > eps)
			return false;
	}
	return true;
}

static struct box path_box(const struct interpreter *it)
{
	struct box b = box_nowhere;

	for (guint i = 0; i < it->path->len; i++)
		b = box_or(b, g_array_index(it->path, struct subpath, i).box);
	return b;
}

static void fill_path(struct interpreter *it)
{
	struct event e = interpret_event(it, EV_FILL, path_box(it));

	g_array_set_size(it->rects, 0);
	for (guint i = 0; i < it->path->len; i++) {
		const struct subpath *s = &g_array_index(it->path, struct subpath, i);
		struct box seen = box_and(s->box, it->g.clip);

		if (is_rect(s) && !box_empty(seen))
			g_array_append_val(it->rects, seen);
	}
	e.rects = (const struct box *)(void *)it->rects->data;
	e.nrects = it->rects->len;
	e.single = it->path->len == 1;
	e.overprint = it->g.overprint_fill;
	interpret_paint(it, &it->g.fill, &e);
}

static void stroke_path(struct interpreter *it)
{
	double w = it->g.line_width * matrix_scale(it->g.ctm);
	struct box b = path_box(it);
	struct event e;

	if (!box_empty(b))
		b = (struct box){ b.x0 - w / 2, b.y0 - w / 2, b.x1 + w / 2, b.y1 + w / 2 };
	e = interpret_event(it, EV_STROKE, b);
	e.size = w;
	e.overprint = it->g.overprint_stroke;
	interpret_paint(it, &it->g.stroke, &e);
}

void op_paint(struct interpreter *it, const struct operation *op)
{
	const char *n = op->name;
	bool fills = *n == 'f' || *n == 'F' || *n == 'b' || *n == 'B', strokes = *n == 's' || *n == 'S' || *n == 'b' || *n == 'B';

	if (!it->path->len && *n != 'n')
		interpret_fault(it, N_("the operator \"%s\" has no path to go on with"), n);
	if (it->path->len && fills)
		fill_path(it);
	if (it->path->len && strokes)
		stroke_path(it);
	if (it->clip_pending)
		interpret_clip(it, path_box(it));
	it->clip_pending = false;
	g_array_set_size(it->path, 0);
}

void op_clip(struct interpreter *it, const struct operation *op)
{
	(void)op;
	it->clip_pending = true;
}
