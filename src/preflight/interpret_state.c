/*
 * src/preflight/interpret_state.c - operators of the graphics state and of colour.
 */
#include "preflight/interpreter.h"
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/font.h"
#include "preflight/pdf.h"
#include "preflight/token.h"

void gstate_reset(struct gstate *g)
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

static void soft_mask(struct interpreter *it, const struct obj *mask)
{
	const struct obj *form = pdf_get(it->pdf, mask, "G"), *cs = pdf_get(it->pdf, pdf_get(it->pdf, form, "Group"), "CS");
	struct event e = interpret_event(it, EV_MASK, it->g.clip);
	struct gstate kept = it->g;

	e.obj = mask;
	e.space = cs->kind == OBJ_NULL ? NULL : interpret_space(it, cs);
	it->event(it->ctx, &e);
	if (form->kind != OBJ_STREAM || interpret_again(it, form))
		return;
	gstate_reset(&it->g);
	interpret_form(it, form, IN_MASK);
	it->g = kept;
}

void op_gs(struct interpreter *it, const struct operation *op)
{
	struct pdf *p = it->pdf;
	const struct obj *d = interpret_resource(it, "ExtGState", &op->operands[0]), *o;
	struct gstate *g = &it->g;
	struct event e = interpret_event(it, EV_GSTATE, it->g.clip);

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

void op_q(struct interpreter *it, const struct operation *op)
{
	struct event e = interpret_event(it, EV_DEEP, it->g.clip);

	(void)op;
	if (it->saved->len >= MOST_Q) {
		interpret_fault(it, N_("more than 512 states are saved at once (%s)"), "q");
		it->frame->q++;
		it->stopped = true;
		return;
	}
	g_array_append_val(it->saved, it->g);
	if (++it->frame->q == ALLOWED_Q + 1)
		it->event(it->ctx, &e);
}

void op_Q(struct interpreter *it, const struct operation *op)
{
	if (it->frame->q <= 0) {
		interpret_fault(it, N_("%s without the operator that opens it"), op->name);
		return;
	}
	it->frame->q--;
	it->g = g_array_index(it->saved, struct gstate, it->saved->len - 1);
	g_array_set_size(it->saved, it->saved->len - 1);
}

void op_cm(struct interpreter *it, const struct operation *op)
{
	it->g.ctm = matrix_times(operand_matrix(op), it->g.ctm);
}

void op_w(struct interpreter *it, const struct operation *op)
{
	it->g.line_width = operand_number(op, 0);
}

void op_ri(struct interpreter *it, const struct operation *op)
{
	struct event e = interpret_event(it, EV_INTENT, it->g.clip);

	e.words = op->operands[0].kind == OBJ_NAME ? op->operands[0].bytes : "?";
	it->event(it->ctx, &e);
}

static void set_colour(struct interpreter *it, bool stroke, struct colour c)
{
	if (!it->frame->uncoloured)
		*(stroke ? &it->g.stroke : &it->g.fill) = c;
}

void op_device(struct interpreter *it, const struct operation *op)
{
	static const char *const names[] = { ['g'] = "DeviceGray", ['r'] = "DeviceRGB", ['k'] = "DeviceCMYK" };
	int low = g_ascii_tolower(op->name[0]);
	struct obj name = { .kind = OBJ_NAME, .bytes = names[low] };
	struct colour c = { .space = interpret_space(it, &name) };

	for (size_t i = 0; i < 4; i++)
		c.v[i] = CLAMP(operand_number(op, i), 0, 1);
	set_colour(it, low != op->name[0], c);
}

void op_cs(struct interpreter *it, const struct operation *op)
{
	struct colour c = { .space = &space_unknown };
	const struct obj *name = &op->operands[0], *o;

	if (name->kind == OBJ_NAME) {
		o = pdf_get(it->pdf, pdf_get(it->pdf, it->frame->resources, "ColorSpace"), name->bytes);
		c.space = interpret_space(it, o->kind == OBJ_ARRAY ? o : name);
	}
	if (c.space->kind == SPACE_UNKNOWN)
		interpret_fault(it, N_("the page uses \"%s\", which its resources do not have"), name->kind == OBJ_NAME ? name->bytes : "?");
	if (c.space->kind == SPACE_CMYK)
		c.v[3] = 1;
	else if (c.space->kind == SPACE_SEPARATION || c.space->kind == SPACE_DEVICEN)
		for (int i = 0; i < c.space->n; i++)
			c.v[i] = 1;
	set_colour(it, op->name[0] == 'C', c);
}

void op_sc(struct interpreter *it, const struct operation *op)
{
	bool stroke = op->name[0] == 'S';
	struct colour c = stroke ? it->g.stroke : it->g.fill;
	size_t n = op->n;

	c.pattern = NULL;
	if (n > 0 && op->operands[n - 1].kind == OBJ_NAME) {
		const struct obj *o = interpret_resource(it, "Pattern", &op->operands[n - 1]);

		c.pattern = obj_is_dict(o) ? o : NULL;
		n--;
	}
	for (size_t i = 0; i < n && i < MOST_COLORANTS; i++)
		c.v[i] = CLAMP(operand_number(op, i), -128, 255);
	set_colour(it, stroke, c);
}
