/*
 * src/preflight/interpreter.h - the inside of the interpreter, shared by the
 * files interpret*.c only; what it does for others stands in interpret.h.
 *
 * The operators lie by what they work on: interpret_state.c, interpret_path.c,
 * interpret_text.c, interpret_object.c. interpret.c has their table, runs
 * streams, and gives the operators the helpers below.
 */
#ifndef ZIVOS_PREFLIGHT_INTERPRETER_H
#define ZIVOS_PREFLIGHT_INTERPRETER_H

#include <glib.h>
#include "preflight/interpret.h"

struct operation;

enum { MOST_Q = 512, ALLOWED_Q = 28, MOST_SUBPATHS = 100000 };

struct subpath {
	struct box box;
	double x[5], y[5];		/* the first points */
	int npoints;
	bool curved, closed;
};

/* One content stream being read. */
struct frame {
	struct frame *outer;
	const struct obj *resources, *stream;
	unsigned inside;
	bool uncoloured;		/* its colours count for nothing: d1 glyphs, uncoloured patterns */
	bool in_text;
	int q, marked;
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
	bool clip_pending;
	struct matrix tm, tlm, base;
	struct frame *frame;
	int depth;
	GHashTable *done;		/* cells, glyphs, masks of this page */
	GHashTable *faults;		/* sentences already reported on this page */
	GHashTable *spaces;		/* struct obj * -> struct space * */
	GArray *rects;
};

/* ---- interpret.c ---- */

/* Report a fault of the content, each once on a page. words: a format with one %s, for `what`. */
void interpret_fault(struct interpreter *it, const char *words, const char *what);
void interpret_clip(struct interpreter *it, struct box box);
/* An event at box, as far as the clip shows it. */
struct event interpret_event(struct interpreter *it, enum event_kind kind, struct box box);
/* The resource of that kind and name; a name that is none is reported. Never NULL. */
const struct obj *interpret_resource(struct interpreter *it, const char *kind, const struct obj *name);
/* Whether this cell, glyph or mask was already followed on this page. */
bool interpret_again(struct interpreter *it, const struct obj *o);
const struct space *interpret_space(struct interpreter *it, const struct obj *o);
void interpret_stream(struct interpreter *it, const struct obj *stream, const struct obj *resources,
		      unsigned inside, bool uncoloured);
/* Operand i as a number, 0 where it is none; the first six as a matrix. */
double operand_number(const struct operation *op, size_t i);
struct matrix operand_matrix(const struct operation *op);

/* ---- interpret_state.c ---- */

/* What a page, a pattern's cell and a mask begin with. */
void gstate_reset(struct gstate *g);

/* ---- interpret_object.c ---- */

void interpret_group(struct interpreter *it, const struct obj *holder, unsigned inside);
void interpret_form(struct interpreter *it, const struct obj *form, unsigned inside);
void interpret_shading(struct interpreter *it, const struct obj *shading, struct box box);
/* Report e as painted in c, and follow the pattern that c may be. */
void interpret_paint(struct interpreter *it, const struct colour *c, struct event *e);

/* ---- the operators, by file ---- */

typedef void operator_fn(struct interpreter *it, const struct operation *op);
operator_fn op_gs, op_q, op_Q, op_cm, op_w, op_ri, op_device, op_cs, op_sc;
operator_fn op_m, op_l, op_curve, op_h, op_re, op_paint, op_clip;
operator_fn op_BT, op_ET, op_state, op_Tf, op_Td, op_Tm, op_Tstar, op_show, op_d1;
operator_fn op_Do, op_BI, op_sh;

#endif
