/*
 * src/preflight/interpret_object.c - what content refers to: images, forms, groups, shadings, patterns.
 */
#include "preflight/interpreter.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/imagehead.h"
#include "preflight/pdf.h"
#include "preflight/token.h"

enum { MOST_JPX = 512 << 20 };

void interpret_group(struct interpreter *it, const struct obj *holder, unsigned inside)
{
	const struct obj *group = pdf_get(it->pdf, holder, "Group"), *cs;
	struct event e = interpret_event(it, EV_GROUP, it->g.clip);

	if (!obj_is_name(pdf_get(it->pdf, group, "S"), "Transparency"))
		return;
	cs = pdf_get(it->pdf, group, "CS");
	e.obj = group;
	e.inside |= inside;
	e.space = cs->kind == OBJ_NULL ? NULL : interpret_space(it, cs);
	it->event(it->ctx, &e);
}

void interpret_shading(struct interpreter *it, const struct obj *shading, struct box box)
{
	struct event e = interpret_event(it, EV_SHADE, box);

	e.obj = shading;
	e.space = interpret_space(it, pdf_get(it->pdf, shading, "ColorSpace"));
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
		interpret_shading(it, pdf_get(it->pdf, pattern, "Shading"), box);
		return;
	}
	if (pattern->kind != OBJ_STREAM || interpret_again(it, pattern))
		return;
	matrix_read(it->pdf, pdf_get(it->pdf, pattern, "Matrix"), &m);
	resources = pdf_get(it->pdf, pattern, "Resources");
	it->g.ctm = matrix_times(m, it->base);
	it->g.clip = box_and(it->g.clip, box);
	gstate_reset(&it->g);
	if (pdf_number(it->pdf, pattern, "PaintType", 1) == 2 && colour.space->base) {
		colour.space = colour.space->base;
		colour.pattern = NULL;
		it->g.fill = it->g.stroke = colour;
	}
	interpret_stream(it, pattern, resources, IN_PATTERN, pdf_number(it->pdf, pattern, "PaintType", 1) == 2);
	it->g = kept;
}

void interpret_paint(struct interpreter *it, const struct colour *c, struct event *e)
{
	e->paint = c;
	e->space = c->space;
	it->event(it->ctx, e);
	if (c->pattern && !box_empty(e->box))
		follow_pattern(it, c, e->box);
}

static const struct obj *image_get(struct interpreter *it, const struct obj *d, const char *key, const char *shorter)
{
	const struct obj *o = pdf_get(it->pdf, d, key);

	return o->kind == OBJ_NULL && d->kind == OBJ_DICT ? pdf_get(it->pdf, d, shorter) : o;
}

/* JPEG 2000 may say its colours itself, and then the PDF need not; NULL: another picture. */
static const struct space *space_within(struct interpreter *it, const struct obj *d)
{
	static const struct space *const spaces[] = {
		[COLOURS_UNSAID] = &space_unknown, [COLOURS_GRAY] = &space_gray, [COLOURS_RGB] = &space_rgb, [COLOURS_CMYK] = &space_cmyk,
	};
	size_t n = 0, nfilters = pdf_nfilters(it->pdf, d);
	const struct space *s = g_hash_table_lookup(it->spaces, d);
	struct imagehead head;
	unsigned char *data;

	if (s || nfilters == 0 || d->kind != OBJ_STREAM || strcmp(pdf_filter(it->pdf, d, nfilters - 1), "JPXDecode") != 0)
		return s;
	data = pdf_undone(it->pdf, d, nfilters - 1, MOST_JPX, &n);
	s = data && imagehead_jpx(data, n, &head) ? spaces[head.colours] : &space_unknown;
	g_hash_table_insert(it->spaces, (gpointer)d, (gpointer)s);
	free(data);
	return s;
}

static void draw_image(struct interpreter *it, const struct obj *d)
{
	const struct matrix m = it->g.ctm;
	struct event e = interpret_event(it, EV_IMAGE, box_through((struct box){ 0, 0, 1, 1 }, m));
	const struct obj *cs = image_get(it, d, "ColorSpace", "CS");
	double w = hypot(m.a, m.b) / 72, h = hypot(m.c, m.d) / 72;

	e.obj = d;
	e.stencil = image_get(it, d, "ImageMask", "IM")->flag;
	e.pixels_w = image_get(it, d, "Width", "W")->number;
	e.pixels_h = image_get(it, d, "Height", "H")->number;
	e.bits = e.stencil ? 1 : (int)CLAMP(image_get(it, d, "BitsPerComponent", "BPC")->number, 0, 64);
	if (!e.stencil && cs->kind != OBJ_NULL)
		e.space = d->kind == OBJ_STREAM ? interpret_space(it, cs) :
			space_read(it->arena, it->pdf, cs, it->frame->resources);
	else if (!e.stencil)
		e.space = space_within(it, d);
	e.overprint = it->g.overprint_fill;
	e.ppi = w > 0 && h > 0 ? fmin(e.pixels_w / w, e.pixels_h / h) : 0;
	if (e.stencil)
		interpret_paint(it, &it->g.fill, &e);
	else
		it->event(it->ctx, &e);
}

void interpret_form(struct interpreter *it, const struct obj *form, unsigned inside)
{
	const struct obj *resources = pdf_get(it->pdf, form, "Resources");
	struct gstate kept = it->g;
	struct matrix m, base = it->base;
	double v[4];

	matrix_read(it->pdf, pdf_get(it->pdf, form, "Matrix"), &m);
	it->g.ctm = matrix_times(m, it->g.ctm);
	it->base = it->g.ctm;
	if (pdf_numbers(it->pdf, pdf_get(it->pdf, form, "BBox"), v, 4))
		interpret_clip(it, box_through((struct box){ v[0], v[1], v[2], v[3] }, it->g.ctm));
	else
		interpret_fault(it, N_("the form \"%s\" has no box"), "BBox");
	interpret_stream(it, form, resources->kind == OBJ_NULL && it->frame ? it->frame->resources : resources, inside | IN_FORM, false);
	it->g = kept;
	it->base = base;
}

void op_Do(struct interpreter *it, const struct operation *op)
{
	const struct obj *o = interpret_resource(it, "XObject", &op->operands[0]), *subtype = pdf_get(it->pdf, o, "Subtype");
	struct event e = interpret_event(it, EV_XOBJECT, it->g.clip);

	if (o->kind != OBJ_STREAM)
		return;
	e.obj = o;
	it->event(it->ctx, &e);
	if (obj_is_name(subtype, "Image"))
		draw_image(it, o);
	else if (obj_is_name(subtype, "Form"))
		interpret_form(it, o, 0);
}

void op_BI(struct interpreter *it, const struct operation *op)
{
	struct event e = interpret_event(it, EV_XOBJECT, it->g.clip);

	e.obj = &op->operands[0];
	it->event(it->ctx, &e);
	draw_image(it, &op->operands[0]);
}

void op_sh(struct interpreter *it, const struct operation *op)
{
	const struct obj *o = interpret_resource(it, "Shading", &op->operands[0]);

	if (obj_is_dict(o))
		interpret_shading(it, o, it->g.clip);
}
