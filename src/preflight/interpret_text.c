/*
 * src/preflight/interpret_text.c - operators of text, and the glyphs of Type 3 fonts.
 */
#include "preflight/interpreter.h"
#include <math.h>
#include "base/i18n.h"
#include "preflight/font.h"
#include "preflight/pdf.h"
#include "preflight/token.h"

void op_BT(struct interpreter *it, const struct operation *op)
{
	if (it->frame->in_text)
		interpret_fault(it, N_("%s inside a text that is not closed"), op->name);
	it->frame->in_text = true;
	it->tm = it->tlm = (struct matrix){ 1, 0, 0, 1, 0, 0 };
}

void op_ET(struct interpreter *it, const struct operation *op)
{
	if (!it->frame->in_text)
		interpret_fault(it, N_("%s without the operator that opens it"), op->name);
	it->frame->in_text = false;
}

void op_state(struct interpreter *it, const struct operation *op)
{
	double v = operand_number(op, 0);

	switch (op->name[1]) {
	case 'c': it->g.char_space = v; break;
	case 'w': it->g.word_space = v; break;
	case 'z': it->g.scale = v / 100; break;
	case 'L': it->g.leading = v; break;
	case 'r': it->g.render = (int)CLAMP(v, 0, 7); break;
	case 's': it->g.rise = v; break;
	}
}

void op_Tf(struct interpreter *it, const struct operation *op)
{
	const struct obj *o = interpret_resource(it, "Font", &op->operands[0]);

	it->g.font = obj_is_dict(o) ? fontbook_get(it->fonts, o) : NULL;
	it->g.font_size = operand_number(op, 1);
}

static void next_line(struct interpreter *it, double x, double y)
{
	it->tm = it->tlm = matrix_times((struct matrix){ 1, 0, 0, 1, x, y }, it->tlm);
}

void op_Td(struct interpreter *it, const struct operation *op)
{
	if (op->name[1] == 'D')
		it->g.leading = -operand_number(op, 1);
	next_line(it, operand_number(op, 0), operand_number(op, 1));
}

void op_Tm(struct interpreter *it, const struct operation *op)
{
	it->tm = it->tlm = operand_matrix(op);
}

void op_Tstar(struct interpreter *it, const struct operation *op)
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

	/* Each glyph is followed once, and one that draws itself would be taken for one that was. */
	for (const struct frame *o = it->frame; g->proc && o; o = o->outer)
		if (o->stream == g->proc)
			interpret_fault(it, N_("a letter of a Type 3 font draws itself, without end%s"), "");
	if (!g->proc || interpret_again(it, g->proc))
		return;
	it->g.ctm = matrix_times(m, to);
	interpret_stream(it, g->proc, resources->kind == OBJ_NULL ? it->frame->resources : resources, IN_TYPE3, false);
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
		struct matrix to = matrix_times(matrix_times((struct matrix){ g->font_size * g->scale, 0, 0, g->font_size, 0, g->rise }, it->tm), g->ctm);
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
		it->tm = matrix_times((struct matrix){ 1, 0, 0, 1, tx, ty }, it->tm);
	}
}

void op_show(struct interpreter *it, const struct operation *op)
{
	struct gstate *g = &it->g;
	const struct obj *o;
	struct run r = { .box = box_nowhere };
	struct event e;
	struct matrix to;

	if (op->name[0] == '\'' || op->name[0] == '"')
		op_Tstar(it, op);
	if (op->name[0] == '"') {
		g->word_space = operand_number(op, 0);
		g->char_space = operand_number(op, 1);
	}
	o = &op->operands[op->n - 1];
	if (!it->frame->in_text)
		interpret_fault(it, N_("the operator \"%s\" shows text outside of a text object"), op->name);
	if (!g->font) {
		interpret_fault(it, N_("the operator \"%s\" shows text, but no font is set"), op->name);
		return;
	}
	to = matrix_times(it->tm, g->ctm);
	if (o->kind == OBJ_STRING)
		show(it, o, &r);
	for (size_t i = 0; o->kind == OBJ_ARRAY && i < o->n; i++) {
		double back = o->items[i].kind == OBJ_NUMBER ? -o->items[i].number / 1000 * g->font_size : 0;

		if (o->items[i].kind == OBJ_STRING)
			show(it, &o->items[i], &r);
		else
			it->tm = matrix_times(g->font->vertical ? (struct matrix){ 1, 0, 0, 1, 0, back } :
				       (struct matrix){ 1, 0, 0, 1, back * g->scale, 0 }, it->tm);
	}
	if (!r.any && !r.faults)
		return;
	e = interpret_event(it, EV_TEXT, r.box);
	e.font = g->font;
	e.size = fabs(g->font_size) * hypot(to.c, to.d) * (g->font->type3 ? fabs(g->font->matrix[3]) * 1000 : 1);
	/* A Type 3 font's own unit may be anything; without its em the size says nothing. */
	if (g->font->type3)
		e.size = hypot(r.box.x1 - r.box.x0, 0) > 0 ? r.box.y1 - r.box.y0 : 0;
	e.faults = r.faults;
	e.code = r.code;
	e.overprint = g->render == 1 || g->render == 5 ? g->overprint_stroke : g->overprint_fill;
	interpret_paint(it, g->render == 1 || g->render == 5 ? &g->stroke : &g->fill, &e);
	if (g->render >= 4)
		interpret_clip(it, r.box);
}

void op_d1(struct interpreter *it, const struct operation *op)
{
	(void)op;
	it->frame->uncoloured = true;
}
