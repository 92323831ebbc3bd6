/*
 * src/preflight/interpret.c - the operators of content streams.
 *
 * A `frame` is one content stream being read: a page, a form, a pattern's
 * cell, a glyph of a Type 3 font. Frames nest by recursion (run_stream), with
 * what is being drawn on a stack, so that a form that draws itself is found.
 * Faults of the content are reported once each on a page.
 */
#include "preflight/interpret.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/font.h"
#include "preflight/pdf.h"
#include "preflight/token.h"

enum { MOST_STREAM = 256 << 20, MOST_FORMS = 20, MOST_Q = 512, ALLOWED_Q = 28, MOST_SUBPATHS = 100000 };

struct subpath {
	struct box box;
	double x[5], y[5];		/* the first points */
	int npoints;
	bool curved, closed;
};

struct frame {
	struct frame *outer;
	const struct obj *resources, *stream;
	unsigned inside;
	bool uncoloured;		/* its colours count for nothing: d1 glyphs, uncoloured patterns */
	bool in_text;
	int q, marked, compatible;
};

struct interpreter {
	struct arena *arena;
	struct pdf *pdf;
	struct fontbook *fonts;
	event_fn event;
	void *ctx;
	gint64 deadline;
	size_t operations;
	bool stopped;
	int page;
	struct gstate g;
	GArray *saved;			/* struct gstate */
	GArray *path;			/* struct subpath */
	double x, y;			/* current point on the page */
	bool have_point, clip_pending;
	struct matrix tm, tlm, base;
	struct frame *frame;
	int depth;
	GHashTable *done;		/* cells, glyphs, masks of this page */
	GHashTable *faults;		/* sentences already reported on this page */
	GHashTable *spaces;		/* struct obj * -> struct space * */
	GArray *rects;
};

static const struct box nowhere = { 1, 1, 0, 0 };

/* ---- geometry ---- */

static struct matrix times(struct matrix m, struct matrix n)
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

static void box_add(struct box *b, double x, double y)
{
	*b = box_or(*b, (struct box){ x, y, x, y });
}

static struct box box_through(struct box r, struct matrix m)
{
	const double xs[4] = { r.x0, r.x1, r.x0, r.x1 }, ys[4] = { r.y0, r.y0, r.y1, r.y1 };
	struct box b = nowhere;

	for (int i = 0; i < 4; i++)
		box_add(&b, m.a * xs[i] + m.c * ys[i] + m.e, m.b * xs[i] + m.d * ys[i] + m.f);
	return b;
}

static bool read_matrix(struct pdf *p, const struct obj *o, struct matrix *m)
{
	double v[6];

	*m = (struct matrix){ 1, 0, 0, 1, 0, 0 };
	if (!pdf_numbers(p, o, v, 6))
		return false;
	*m = (struct matrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
	return true;
}

static double scale_of(struct matrix m)
{
	return sqrt(fabs(m.a * m.d - m.b * m.c));
}

/* ---- events ---- */

static void fault(struct interpreter *it, const char *words, const char *what)
{
	char *key = g_strconcat(words, "|", what, NULL);
	char *valid = g_utf8_make_valid(what, -1);
	struct event e = { .kind = EV_FAULT, .page = it->page, .g = &it->g, .words = words, .what = valid, .box = nowhere };

	if (g_hash_table_size(it->faults) < 50 && g_hash_table_add(it->faults, key))
		it->event(it->ctx, &e);
	else if (g_hash_table_size(it->faults) >= 50)
		g_free(key);
	g_free(valid);
}

/* A pattern's cell is seen once, but repeats all over the area it fills: that is its place. */
static bool in_cell(const struct interpreter *it)
{
	return it->frame && it->frame->inside & IN_PATTERN;
}

static void clip_to(struct interpreter *it, struct box box)
{
	if (!in_cell(it))
		it->g.clip = box_and(it->g.clip, box);
}

static struct event event_of(struct interpreter *it, enum event_kind kind, struct box box)
{
	return (struct event){ .kind = kind, .page = it->page, .inside = it->frame ? it->frame->inside : 0,
			       .box = in_cell(it) ? it->g.clip : box_and(box, it->g.clip), .g = &it->g };
}

static const struct obj *resource(struct interpreter *it, const char *kind, const struct obj *name)
{
	const struct obj *o = name->kind == OBJ_NAME ?
		pdf_get(it->pdf, pdf_get(it->pdf, it->frame->resources, kind), name->bytes) : name;

	if (o->kind == OBJ_NULL || o == name)
		fault(it, N_("the page uses \"%s\", which its resources do not have"), name->kind == OBJ_NAME ? name->bytes : "?");
	return o;
}

static void run_stream(struct interpreter *it, const struct obj *stream, const struct obj *resources,
		       unsigned inside, bool uncoloured);

/* Whether this cell, glyph or mask was already followed on this page. */
static bool done_before(struct interpreter *it, const struct obj *o)
{
	return !g_hash_table_add(it->done, (gpointer)o);
}

static const struct space *space_of(struct interpreter *it, const struct obj *o)
{
	const struct space *s;

	/* Names depend on the resources; an array of the file lies at one address for ever. */
	if (o->kind != OBJ_ARRAY)
		return space_read(it->arena, it->pdf, o, it->frame ? it->frame->resources : o);
	s = g_hash_table_lookup(it->spaces, o);
	if (!s) {
		s = space_read(it->arena, it->pdf, o, it->frame ? it->frame->resources : o);
		g_hash_table_insert(it->spaces, (gpointer)o, (gpointer)s);
	}
	return s;
}

/* ---- groups, masks, graphics state ---- */

static void note_group(struct interpreter *it, const struct obj *holder, unsigned inside)
{
	const struct obj *group = pdf_get(it->pdf, holder, "Group"), *cs;
	struct event e = event_of(it, EV_GROUP, it->g.clip);

	if (!obj_is_name(pdf_get(it->pdf, group, "S"), "Transparency"))
		return;
	cs = pdf_get(it->pdf, group, "CS");
	e.obj = group;
	e.inside |= inside;
	e.space = cs->kind == OBJ_NULL ? NULL : space_of(it, cs);
	it->event(it->ctx, &e);
}

static void reset_paint(struct gstate *g)
{
	g->fill = g->stroke = (struct colour){ .space = &space_gray };
	g->overprint_fill = g->overprint_stroke = g->soft_mask = false;
	g->overprint_mode = 0;
	g->alpha_fill = g->alpha_stroke = 1;
	g->blend = "Normal";
	g->line_width = 1;
	g->font = NULL;
	g->font_size = g->char_space = g->word_space = g->leading = g->rise = 0;
	g->scale = 1;
	g->render = 0;
}

static void draw_form(struct interpreter *it, const struct obj *form, unsigned inside);

static void soft_mask(struct interpreter *it, const struct obj *mask)
{
	const struct obj *form = pdf_get(it->pdf, mask, "G"), *cs = pdf_get(it->pdf, pdf_get(it->pdf, form, "Group"), "CS");
	struct event e = event_of(it, EV_MASK, it->g.clip);
	struct gstate kept = it->g;

	e.obj = mask;
	e.space = cs->kind == OBJ_NULL ? NULL : space_of(it, cs);
	it->event(it->ctx, &e);
	if (form->kind != OBJ_STREAM || done_before(it, form))
		return;
	reset_paint(&it->g);
	draw_form(it, form, IN_MASK);
	it->g = kept;
}

static void op_gs(struct interpreter *it, const struct operation *op)
{
	struct pdf *p = it->pdf;
	const struct obj *d = resource(it, "ExtGState", &op->operands[0]), *o;
	struct gstate *g = &it->g;
	struct event e = event_of(it, EV_GSTATE, it->g.clip);

	if (!obj_is_dict(d))
		return;
	for (size_t i = 0; i < d->n; i++) {
		const char *key = d->keys[i];

		o = pdf_resolve(p, &d->items[i]);
		if (strcmp(key, "LW") == 0 && o->kind == OBJ_NUMBER)
			g->line_width = o->number;
		else if (strcmp(key, "OP") == 0) {
			g->overprint_stroke = o->flag;
			if (!obj_has(d, "op"))
				g->overprint_fill = o->flag;
		} else if (strcmp(key, "op") == 0)
			g->overprint_fill = o->flag;
		else if (strcmp(key, "OPM") == 0)
			g->overprint_mode = (int)CLAMP(o->number, 0, 1);
		else if (strcmp(key, "ca") == 0 && o->kind == OBJ_NUMBER)
			g->alpha_fill = o->number;
		else if (strcmp(key, "CA") == 0 && o->kind == OBJ_NUMBER)
			g->alpha_stroke = o->number;
		else if (strcmp(key, "BM") == 0) {
			if (o->kind == OBJ_ARRAY)
				o = pdf_at(p, o, 0);
			g->blend = o->kind == OBJ_NAME ? o->bytes : "?";
		} else if (strcmp(key, "Font") == 0 && o->kind == OBJ_ARRAY && obj_is_dict(pdf_at(p, o, 0))) {
			g->font = fontbook_get(it->fonts, pdf_at(p, o, 0));
			g->font_size = pdf_at(p, o, 1)->number;
		} else if (strcmp(key, "SMask") == 0) {
			g->soft_mask = o->kind == OBJ_DICT;
		}
	}
	e.obj = d;
	it->event(it->ctx, &e);
	if (g->soft_mask && pdf_get(p, d, "SMask")->kind == OBJ_DICT)
		soft_mask(it, pdf_get(p, d, "SMask"));
}

static void op_q(struct interpreter *it, const struct operation *op)
{
	struct event e = event_of(it, EV_DEEP, it->g.clip);

	(void)op;
	if (it->saved->len >= MOST_Q) {
		fault(it, N_("more than 512 states are saved at once (%s)"), "q");
		it->frame->q++;
		it->stopped = true;
		return;
	}
	g_array_append_val(it->saved, it->g);
	if (++it->frame->q == ALLOWED_Q + 1)
		it->event(it->ctx, &e);
}

static void op_Q(struct interpreter *it, const struct operation *op)
{
	if (it->frame->q <= 0) {
		fault(it, N_("%s without the operator that opens it"), op->name);
		return;
	}
	it->frame->q--;
	it->g = g_array_index(it->saved, struct gstate, it->saved->len - 1);
	g_array_set_size(it->saved, it->saved->len - 1);
}

static double num(const struct operation *op, size_t i)
{
	return i < op->n && op->operands[i].kind == OBJ_NUMBER ? op->operands[i].number : 0;
}

static struct matrix matrix_of(const struct operation *op)
{
	return (struct matrix){ num(op, 0), num(op, 1), num(op, 2), num(op, 3), num(op, 4), num(op, 5) };
}

static void op_cm(struct interpreter *it, const struct operation *op)
{
	it->g.ctm = times(matrix_of(op), it->g.ctm);
}

static void op_w(struct interpreter *it, const struct operation *op)
{
	it->g.line_width = num(op, 0);
}

static void op_ri(struct interpreter *it, const struct operation *op)
{
	struct event e = event_of(it, EV_INTENT, it->g.clip);

	e.words = op->operands[0].kind == OBJ_NAME ? op->operands[0].bytes : "?";
	it->event(it->ctx, &e);
}

static void op_nothing(struct interpreter *it, const struct operation *op)
{
	(void)it, (void)op;
}

/* ---- paths ---- */

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
	struct subpath s = { .box = nowhere };

	if (it->path->len >= MOST_SUBPATHS) {
		it->stopped = true;
		return;
	}
	g_array_append_val(it->path, s);
	add_point(it, x, y);
}

static void op_m(struct interpreter *it, const struct operation *op)
{
	begin_subpath(it, num(op, 0), num(op, 1));
}

static void need_point(struct interpreter *it, const struct operation *op)
{
	if (!it->path->len)
		fault(it, N_("the operator \"%s\" has no path to go on with"), op->name);
}

static void op_l(struct interpreter *it, const struct operation *op)
{
	need_point(it, op);
	add_point(it, num(op, 0), num(op, 1));
}

static void op_curve(struct interpreter *it, const struct operation *op)
{
	struct subpath *s = current(it);

	need_point(it, op);
	for (size_t i = 0; i + 1 < op->n && i < 6; i += 2)
		add_point(it, num(op, i), num(op, i + 1));
	if (s)
		s->curved = true;
}

static void op_h(struct interpreter *it, const struct operation *op)
{
	struct subpath *s = current(it);

	(void)op;
	if (s)
		s->closed = true;
}

static void op_re(struct interpreter *it, const struct operation *op)
{
	double x = num(op, 0), y = num(op, 1), w = num(op, 2), h = num(op, 3);

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
	struct box b = nowhere;

	for (guint i = 0; i < it->path->len; i++)
		b = box_or(b, g_array_index(it->path, struct subpath, i).box);
	return b;
}

static const struct obj *shading_of(struct interpreter *it, const struct obj *pattern)
{
	return pdf_get(it->pdf, pattern, "Shading");
}

static void note_shading(struct interpreter *it, const struct obj *shading, struct box box)
{
	struct event e = event_of(it, EV_SHADE, box);

	e.obj = shading;
	e.space = space_of(it, pdf_get(it->pdf, shading, "ColorSpace"));
	e.overprint = it->g.overprint_fill;
	it->event(it->ctx, &e);
}

/* What a pattern paints, once on a page. */
static void follow_pattern(struct interpreter *it, const struct colour *c, struct box box)
{
	const struct obj *pattern = c->pattern, *resources;
	struct gstate kept = it->g;
	struct colour colour = *c;
	struct matrix m;

	if (pdf_number(it->pdf, pattern, "PatternType", 1) == 2) {
		note_shading(it, shading_of(it, pattern), box);
		return;
	}
	if (pattern->kind != OBJ_STREAM || done_before(it, pattern))
		return;
	read_matrix(it->pdf, pdf_get(it->pdf, pattern, "Matrix"), &m);
	resources = pdf_get(it->pdf, pattern, "Resources");
	it->g.ctm = times(m, it->base);
	it->g.clip = box_and(it->g.clip, box);
	reset_paint(&it->g);
	if (pdf_number(it->pdf, pattern, "PaintType", 1) == 2 && colour.space->base) {
		colour.space = colour.space->base;
		colour.pattern = NULL;
		it->g.fill = it->g.stroke = colour;
	}
	run_stream(it, pattern, resources, IN_PATTERN, pdf_number(it->pdf, pattern, "PaintType", 1) == 2);
	it->g = kept;
}

static void paint(struct interpreter *it, const struct colour *c, struct event *e)
{
	e->paint = c;
	e->space = c->space;
	it->event(it->ctx, e);
	if (c->pattern && !box_empty(e->box))
		follow_pattern(it, c, e->box);
}

static void fill_path(struct interpreter *it)
{
	struct event e = event_of(it, EV_FILL, path_box(it));

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
	paint(it, &it->g.fill, &e);
}

static void stroke_path(struct interpreter *it)
{
	double w = it->g.line_width * scale_of(it->g.ctm);
	struct box b = path_box(it);
	struct event e;

	if (!box_empty(b))
		b = (struct box){ b.x0 - w / 2, b.y0 - w / 2, b.x1 + w / 2, b.y1 + w / 2 };
	e = event_of(it, EV_STROKE, b);
	e.size = w;
	e.overprint = it->g.overprint_stroke;
	paint(it, &it->g.stroke, &e);
}

static void op_paint(struct interpreter *it, const struct operation *op)
{
	const char *n = op->name;
	bool fills = *n == 'f' || *n == 'F' || *n == 'b' || *n == 'B', strokes = *n == 's' || *n == 'S' || *n == 'b' || *n == 'B';

	if (!it->path->len && *n != 'n')
		fault(it, N_("the operator \"%s\" has no path to go on with"), n);
	if (it->path->len && fills)
		fill_path(it);
	if (it->path->len && strokes)
		stroke_path(it);
	if (it->clip_pending)
		clip_to(it, path_box(it));
	it->clip_pending = false;
	g_array_set_size(it->path, 0);
}

static void op_clip(struct interpreter *it, const struct operation *op)
{
	(void)op;
	it->clip_pending = true;
}

/* ---- colour ---- */

static void set_colour(struct interpreter *it, bool stroke, struct colour c)
{
	if (!it->frame->uncoloured)
		*(stroke ? &it->g.stroke : &it->g.fill) = c;
}

static void op_device(struct interpreter *it, const struct operation *op)
{
	static const char *const names[] = { ['g'] = "DeviceGray", ['r'] = "DeviceRGB", ['k'] = "DeviceCMYK" };
	int low = g_ascii_tolower(op->name[0]);
	struct obj name = { .kind = OBJ_NAME, .bytes = names[low] };
	struct colour c = { .space = space_of(it, &name) };

	for (size_t i = 0; i < 4; i++)
		c.v[i] = CLAMP(num(op, i), 0, 1);
	set_colour(it, low != op->name[0], c);
}

static void op_cs(struct interpreter *it, const struct operation *op)
{
	struct colour c = { .space = &space_unknown };
	const struct obj *name = &op->operands[0], *o;

	if (name->kind == OBJ_NAME) {
		o = pdf_get(it->pdf, pdf_get(it->pdf, it->frame->resources, "ColorSpace"), name->bytes);
		c.space = space_of(it, o->kind == OBJ_ARRAY ? o : name);
	}
	if (c.space->kind == SPACE_UNKNOWN)
		fault(it, N_("the page uses \"%s\", which its resources do not have"), name->kind == OBJ_NAME ? name->bytes : "?");
	if (c.space->kind == SPACE_CMYK)
		c.v[3] = 1;
	else if (c.space->kind == SPACE_SEPARATION || c.space->kind == SPACE_DEVICEN)
		for (int i = 0; i < c.space->n; i++)
			c.v[i] = 1;
	set_colour(it, op->name[0] == 'C', c);
}

static void op_sc(struct interpreter *it, const struct operation *op)
{
	bool stroke = op->name[0] == 'S';
	struct colour c = stroke ? it->g.stroke : it->g.fill;
	size_t n = op->n;

	c.pattern = NULL;
	if (n > 0 && op->operands[n - 1].kind == OBJ_NAME) {
		const struct obj *o = resource(it, "Pattern", &op->operands[n - 1]);

		c.pattern = obj_is_dict(o) ? o : NULL;
		n--;
	}
	for (size_t i = 0; i < n && i < MOST_COLORANTS; i++)
		c.v[i] = CLAMP(num(op, i), -128, 255);
	set_colour(it, stroke, c);
}

/* ---- text ---- */

static void op_BT(struct interpreter *it, const struct operation *op)
{
	if (it->frame->in_text)
		fault(it, N_("%s inside a text that is not closed"), op->name);
	it->frame->in_text = true;
	it->tm = it->tlm = (struct matrix){ 1, 0, 0, 1, 0, 0 };
}

static void op_ET(struct interpreter *it, const struct operation *op)
{
	if (!it->frame->in_text)
		fault(it, N_("%s without the operator that opens it"), op->name);
	it->frame->in_text = false;
}

static void op_state(struct interpreter *it, const struct operation *op)
{
	double v = num(op, 0);

	switch (op->name[1]) {
	case 'c': it->g.char_space = v; break;
	case 'w': it->g.word_space = v; break;
	case 'z': it->g.scale = v / 100; break;
	case 'L': it->g.leading = v; break;
	case 'r': it->g.render = (int)CLAMP(v, 0, 7); break;
	case 's': it->g.rise = v; break;
	}
}

static void op_Tf(struct interpreter *it, const struct operation *op)
{
	const struct obj *o = resource(it, "Font", &op->operands[0]);

	it->g.font = obj_is_dict(o) ? fontbook_get(it->fonts, o) : NULL;
	it->g.font_size = num(op, 1);
}

static void next_line(struct interpreter *it, double x, double y)
{
	it->tm = it->tlm = times((struct matrix){ 1, 0, 0, 1, x, y }, it->tlm);
}

static void op_Td(struct interpreter *it, const struct operation *op)
{
	if (op->name[1] == 'D')
		it->g.leading = -num(op, 1);
	next_line(it, num(op, 0), num(op, 1));
}

static void op_Tm(struct interpreter *it, const struct operation *op)
{
	it->tm = it->tlm = matrix_of(op);
}

static void op_Tstar(struct interpreter *it, const struct operation *op)
{
	(void)op;
	next_line(it, 0, -it->g.leading);
}

struct run { struct box box; unsigned faults, code; bool any; };

static void show_type3(struct interpreter *it, const struct glyph *g, struct matrix to)
{
	const struct font *f = it->g.font;
	const struct obj *resources = pdf_get(it->pdf, f->dict, "Resources");
	struct gstate kept = it->g;
	struct matrix tm = it->tm, tlm = it->tlm,
		      m = { f->matrix[0], f->matrix[1], f->matrix[2], f->matrix[3], f->matrix[4], f->matrix[5] };

	if (!g->proc || done_before(it, g->proc))
		return;
	it->g.ctm = times(m, to);
	run_stream(it, g->proc, resources->kind == OBJ_NULL ? it->frame->resources : resources, IN_TYPE3, false);
	it->g = kept;
	it->tm = tm;
	it->tlm = tlm;
}

static void show(struct interpreter *it, const struct obj *s, struct run *r)
{
	struct gstate *g = &it->g;
	const unsigned char *at = (const unsigned char *)s->bytes, *end = at + s->n;
	struct glyph glyph;

	while (font_next(g->font, &at, end, &glyph)) {
		struct matrix to = times(times((struct matrix){ g->font_size * g->scale, 0, 0, g->font_size, 0, g->rise }, it->tm), g->ctm);
		double w = g->font->type3 ? glyph.advance * g->font->matrix[0] : glyph.advance / 1000, tx = 0, ty = 0;

		if (glyph.faults) {
			r->faults |= glyph.faults;
			r->code = glyph.code;
		}
		if (glyph.visible) {
			struct box em = { 0, g->font->descent / 1000, w, g->font->ascent / 1000 };

			if (g->font->vertical)
				em = (struct box){ -w / 2, -0.9, w / 2, 0 };
			r->box = box_or(r->box, box_through(em, to));
			r->any = true;
		}
		if (g->font->type3)
			show_type3(it, &glyph, to);
		if (g->font->vertical)
			ty = -g->font_size + g->char_space + (glyph.space ? g->word_space : 0);
		else
			tx = (w * g->font_size + g->char_space + (glyph.space ? g->word_space : 0)) * g->scale;
		it->tm = times((struct matrix){ 1, 0, 0, 1, tx, ty }, it->tm);
	}
}

static void op_show(struct interpreter *it, const struct operation *op)
{
	struct gstate *g = &it->g;
	const struct obj *o;
	struct run r = { .box = nowhere };
	struct event e;
	struct matrix to;

	if (op->name[0] == '\'' || op->name[0] == '"')
		op_Tstar(it, op);
	if (op->name[0] == '"') {
		g->word_space = num(op, 0);
		g->char_space = num(op, 1);
	}
	o = &op->operands[op->n - 1];
	if (!it->frame->in_text)
		fault(it, N_("the operator \"%s\" shows text outside of a text object"), op->name);
	if (!g->font) {
		fault(it, N_("the operator \"%s\" shows text, but no font is set"), op->name);
		return;
	}
	to = times(it->tm, g->ctm);
	if (o->kind == OBJ_STRING)
		show(it, o, &r);
	for (size_t i = 0; o->kind == OBJ_ARRAY && i < o->n; i++) {
		double back = o->items[i].kind == OBJ_NUMBER ? -o->items[i].number / 1000 * g->font_size : 0;

		if (o->items[i].kind == OBJ_STRING)
			show(it, &o->items[i], &r);
		else
			it->tm = times(g->font->vertical ? (struct matrix){ 1, 0, 0, 1, 0, back } :
				       (struct matrix){ 1, 0, 0, 1, back * g->scale, 0 }, it->tm);
	}
	if (!r.any && !r.faults)
		return;
	e = event_of(it, EV_TEXT, r.box);
	e.font = g->font;
	e.size = fabs(g->font_size) * hypot(to.c, to.d) * (g->font->type3 ? fabs(g->font->matrix[3]) * 1000 : 1);
	/* A Type 3 font's own unit may be anything; without its em the size says nothing. */
	if (g->font->type3)
		e.size = hypot(r.box.x1 - r.box.x0, 0) > 0 ? r.box.y1 - r.box.y0 : 0;
	e.faults = r.faults;
	e.code = r.code;
	e.overprint = g->render == 1 || g->render == 5 ? g->overprint_stroke : g->overprint_fill;
	paint(it, g->render == 1 || g->render == 5 ? &g->stroke : &g->fill, &e);
	if (g->render >= 4)
		clip_to(it, r.box);
}

static void op_d1(struct interpreter *it, const struct operation *op)
{
	(void)op;
	it->frame->uncoloured = true;
}

/* ---- images, forms, shadings ---- */

static const struct obj *image_get(struct interpreter *it, const struct obj *d, const char *key, const char *shorter)
{
	const struct obj *o = pdf_get(it->pdf, d, key);

	return o->kind == OBJ_NULL && d->kind == OBJ_DICT ? pdf_get(it->pdf, d, shorter) : o;
}

static void draw_image(struct interpreter *it, const struct obj *d)
{
	const struct matrix m = it->g.ctm;
	struct event e = event_of(it, EV_IMAGE, box_through((struct box){ 0, 0, 1, 1 }, m));
	const struct obj *cs = image_get(it, d, "ColorSpace", "CS");
	double w = hypot(m.a, m.b) / 72, h = hypot(m.c, m.d) / 72;

	e.obj = d;
	e.stencil = image_get(it, d, "ImageMask", "IM")->flag;
	e.pixels_w = image_get(it, d, "Width", "W")->number;
	e.pixels_h = image_get(it, d, "Height", "H")->number;
	e.bits = e.stencil ? 1 : (int)CLAMP(image_get(it, d, "BitsPerComponent", "BPC")->number, 0, 64);
	/* JPEG 2000 says both itself. */
	if (!e.stencil && cs->kind != OBJ_NULL)
		e.space = d->kind == OBJ_STREAM ? space_of(it, cs) :
			space_read(it->arena, it->pdf, cs, it->frame->resources);
	e.overprint = it->g.overprint_fill;
	e.ppi = w > 0 && h > 0 ? fmin(e.pixels_w / w, e.pixels_h / h) : 0;
	if (e.stencil)
		paint(it, &it->g.fill, &e);
	else
		it->event(it->ctx, &e);
}

static void draw_form(struct interpreter *it, const struct obj *form, unsigned inside)
{
	const struct obj *resources = pdf_get(it->pdf, form, "Resources");
	struct gstate kept = it->g;
	struct matrix m, base = it->base;
	double v[4];

	read_matrix(it->pdf, pdf_get(it->pdf, form, "Matrix"), &m);
	it->g.ctm = times(m, it->g.ctm);
	it->base = it->g.ctm;
	if (pdf_numbers(it->pdf, pdf_get(it->pdf, form, "BBox"), v, 4))
		clip_to(it, box_through((struct box){ v[0], v[1], v[2], v[3] }, it->g.ctm));
	else
		fault(it, N_("the form \"%s\" has no box"), "BBox");
	run_stream(it, form, resources->kind == OBJ_NULL && it->frame ? it->frame->resources : resources, inside | IN_FORM, false);
	it->g = kept;
	it->base = base;
}

static void op_Do(struct interpreter *it, const struct operation *op)
{
	const struct obj *o = resource(it, "XObject", &op->operands[0]), *subtype = pdf_get(it->pdf, o, "Subtype");
	struct event e = event_of(it, EV_XOBJECT, it->g.clip);

	if (o->kind != OBJ_STREAM)
		return;
	e.obj = o;
	it->event(it->ctx, &e);
	if (obj_is_name(subtype, "Image"))
		draw_image(it, o);
	else if (obj_is_name(subtype, "Form"))
		draw_form(it, o, 0);
}

static void op_BI(struct interpreter *it, const struct operation *op)
{
	struct event e = event_of(it, EV_XOBJECT, it->g.clip);

	e.obj = &op->operands[0];
	it->event(it->ctx, &e);
	draw_image(it, &op->operands[0]);
}

static void op_sh(struct interpreter *it, const struct operation *op)
{
	const struct obj *o = resource(it, "Shading", &op->operands[0]);

	if (obj_is_dict(o))
		note_shading(it, o, it->g.clip);
}

static void op_BMC(struct interpreter *it, const struct operation *op)
{
	(void)op;
	it->frame->marked++;
}

static void op_EMC(struct interpreter *it, const struct operation *op)
{
	if (it->frame->marked-- <= 0)
		fault(it, N_("%s without the operator that opens it"), op->name);
}

/* ---- the table of operators ---- */

/* In the order of strcmp(). n: operands it needs. */
static const struct { const char *name; size_t n; void (*run)(struct interpreter *it, const struct operation *op); } operators[] = {
	{ "\"", 3, op_show }, { "'", 1, op_show }, { "B", 0, op_paint }, { "B*", 0, op_paint }, { "BDC", 2, op_BMC },
	{ "BI", 1, op_BI }, { "BMC", 1, op_BMC }, { "BT", 0, op_BT }, { "BX", 0, op_nothing }, { "CS", 1, op_cs },
	{ "DP", 2, op_nothing }, { "Do", 1, op_Do }, { "EMC", 0, op_EMC }, { "ET", 0, op_ET }, { "EX", 0, op_nothing },
	{ "F", 0, op_paint }, { "G", 1, op_device }, { "J", 1, op_nothing }, { "K", 4, op_device }, { "M", 1, op_nothing },
	{ "MP", 1, op_nothing }, { "Q", 0, op_Q }, { "RG", 3, op_device }, { "S", 0, op_paint }, { "SC", 1, op_sc },
	{ "SCN", 1, op_sc }, { "T*", 0, op_Tstar }, { "TD", 2, op_Td }, { "TJ", 1, op_show }, { "TL", 1, op_state },
	{ "Tc", 1, op_state }, { "Td", 2, op_Td }, { "Tf", 2, op_Tf }, { "Tj", 1, op_show }, { "Tm", 6, op_Tm },
	{ "Tr", 1, op_state }, { "Ts", 1, op_state }, { "Tw", 1, op_state }, { "Tz", 1, op_state }, { "W", 0, op_clip },
	{ "W*", 0, op_clip }, { "b", 0, op_paint }, { "b*", 0, op_paint }, { "c", 6, op_curve }, { "cm", 6, op_cm },
	{ "cs", 1, op_cs }, { "d", 2, op_nothing }, { "d0", 2, op_nothing }, { "d1", 6, op_d1 }, { "f", 0, op_paint },
	{ "f*", 0, op_paint }, { "g", 1, op_device }, { "gs", 1, op_gs }, { "h", 0, op_h }, { "i", 1, op_nothing },
	{ "j", 1, op_nothing }, { "k", 4, op_device }, { "l", 2, op_l }, { "m", 2, op_m }, { "n", 0, op_paint },
	{ "q", 0, op_q }, { "re", 4, op_re }, { "rg", 3, op_device }, { "ri", 1, op_ri }, { "s", 0, op_paint },
	{ "sc", 1, op_sc }, { "scn", 1, op_sc }, { "sh", 1, op_sh }, { "v", 4, op_curve }, { "w", 1, op_w }, { "y", 4, op_curve },
};

static void run_operator(struct interpreter *it, const struct operation *op)
{
	size_t low = 0, high = G_N_ELEMENTS(operators);

	while (low < high) {
		size_t mid = (low + high) / 2;
		int d = strcmp(op->name, operators[mid].name);

		if (d == 0) {
			if (op->n < operators[mid].n)
				fault(it, N_("the operator \"%s\" has too few operands"), op->name);
			else
				operators[mid].run(it, op);
			return;
		}
		if (d < 0)
			high = mid;
		else
			low = mid + 1;
	}
	fault(it, N_("the operator \"%s\" is unknown"), op->name);
}

/* ---- streams ---- */

static bool within_bounds(struct interpreter *it)
{
	if (it->operations == 0 || (it->operations % 1024 == 0 && g_get_monotonic_time() > it->deadline))
		it->stopped = true;
	else
		it->operations--;
	return !it->stopped;
}

static void run_bytes(struct interpreter *it, const unsigned char *data, size_t n, struct frame *f)
{
	struct tokens *t = tokens_new(data, n);
	GArray *path = it->path;
	struct operation op;
	guint saved = it->saved->len;

	it->path = g_array_new(FALSE, FALSE, sizeof(struct subpath));
	f->outer = it->frame;
	it->frame = f;
	while (within_bounds(it) && token_next(t, &op))
		run_operator(it, &op);
	if (!it->stopped) {
		if (f->q > 0)
			fault(it, N_("%s is not closed"), "q");
		if (f->in_text)
			fault(it, N_("%s is not closed"), "BT");
		if (f->marked > 0)
			fault(it, N_("%s is not closed"), "BMC");
		if (token_faults(t) > 0)
			fault(it, N_("parts of the page's drawing cannot be read%s"), "");
	}
	if (it->saved->len > saved) {
		it->g = g_array_index(it->saved, struct gstate, saved);
		g_array_set_size(it->saved, saved);
	}
	it->frame = f->outer;
	it->clip_pending = false;
	g_array_free(it->path, TRUE);
	it->path = path;
	tokens_free(t);
}

static void run_stream(struct interpreter *it, const struct obj *stream, const struct obj *resources,
		       unsigned inside, bool uncoloured)
{
	struct frame f = { .resources = resources, .stream = stream, .uncoloured = uncoloured,
			   .inside = inside | (it->frame ? it->frame->inside : 0) };
	unsigned char *data;
	size_t n;

	if (it->stopped)
		return;
	for (const struct frame *o = it->frame; o; o = o->outer)
		if (o->stream == stream) {
			fault(it, N_("a form draws itself, without end%s"), "");
			return;
		}
	if (it->depth >= MOST_FORMS) {
		fault(it, N_("forms are drawn in one another more than 20 deep%s"), "");
		return;
	}
	data = pdf_data(it->pdf, stream, MOST_STREAM, &n);
	if (!data) {
		fault(it, N_("a part of the page's drawing is damaged or too large%s"), "");
		return;
	}
	it->depth++;
	if (inside & IN_FORM)
		note_group(it, stream, inside);
	run_bytes(it, data, n, &f);
	it->depth--;
	free(data);
}

/* All content streams of a page in one piece; free() it. */
static unsigned char *page_content(struct interpreter *it, const struct obj *page, size_t *n)
{
	const struct obj *c = pdf_get(it->pdf, page, "Contents");
	GByteArray *all = g_byte_array_new();

	for (size_t i = 0; i < (c->kind == OBJ_ARRAY ? c->n : 1); i++) {
		const struct obj *s = c->kind == OBJ_ARRAY ? pdf_at(it->pdf, c, i) : c;
		size_t got;
		unsigned char *data;

		if (s->kind == OBJ_NULL)
			continue;
		data = all->len < MOST_STREAM ? pdf_data(it->pdf, s, MOST_STREAM - all->len, &got) : NULL;
		if (!data) {
			fault(it, N_("a part of the page's drawing is damaged or too large%s"), "");
			continue;
		}
		g_byte_array_append(all, data, (guint)got);
		g_byte_array_append(all, (const guint8 *)"\n", 1);
		free(data);
	}
	*n = all->len;
	return g_byte_array_free(all, FALSE);
}

void interpret_page(struct interpreter *it, size_t index, struct box crop)
{
	const struct obj *page = pdf_page(it->pdf, index);
	struct frame f = { .resources = pdf_page_get(it->pdf, page, "Resources"), .stream = page };
	unsigned char *data;
	size_t n;

	if (it->stopped)
		return;
	it->page = (int)index + 1;
	it->g = (struct gstate){ .ctm = { 1, 0, 0, 1, 0, 0 }, .clip = crop };
	it->base = it->g.ctm;
	reset_paint(&it->g);
	g_array_set_size(it->saved, 0);
	g_hash_table_remove_all(it->done);
	g_hash_table_remove_all(it->faults);
	it->depth = 0;
	it->frame = &f;		/* for the colour space's resources */
	note_group(it, page, 0);
	it->frame = NULL;
	data = page_content(it, page, &n);
	run_bytes(it, data, n, &f);
	g_free(data);
}

bool interpret_stopped(const struct interpreter *it)
{
	return it->stopped;
}

struct interpreter *interpreter_new(struct arena *a, struct pdf *p, struct fontbook *fonts,
				    event_fn event, void *ctx, double seconds, size_t operations)
{
	struct interpreter *it = g_new0(struct interpreter, 1);

	it->arena = a;
	it->pdf = p;
	it->fonts = fonts;
	it->event = event;
	it->ctx = ctx;
	it->deadline = g_get_monotonic_time() + (gint64)(seconds * 1e6);
	it->operations = operations;
	it->saved = g_array_new(FALSE, FALSE, sizeof(struct gstate));
	it->rects = g_array_new(FALSE, FALSE, sizeof(struct box));
	it->done = g_hash_table_new(NULL, NULL);
	it->spaces = g_hash_table_new(NULL, NULL);
	it->faults = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return it;
}

void interpreter_free(struct interpreter *it)
{
	if (!it)
		return;
	g_array_free(it->saved, TRUE);
	g_array_free(it->rects, TRUE);
	g_hash_table_destroy(it->done);
	g_hash_table_destroy(it->spaces);
	g_hash_table_destroy(it->faults);
	g_free(it);
}
