/*
 * src/preflight/interpret.c - follow the content streams of a page.
 *
 * A `frame` is one content stream being read: a page, a form, a pattern's
 * cell, a glyph of a Type 3 font. Frames nest by recursion (interpret_stream), with
 * what is being drawn on a stack, so that a form that draws itself is found.
 * Faults of the content are reported once each on a page.
 */
#include "preflight/interpreter.h"
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/pdf.h"
#include "preflight/token.h"

enum { MOST_STREAM = 256 << 20, MOST_FORMS = 20 };

/* ---- what every operator needs ---- */

void interpret_fault(struct interpreter *it, const char *words, const char *what)
{
	char *key = g_strconcat(words, "|", what, NULL);
	char *valid = g_utf8_make_valid(what, -1);
	struct event e = { .kind = EV_FAULT, .page = it->page, .g = &it->g, .words = words, .what = valid, .box = box_nowhere };

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

void interpret_clip(struct interpreter *it, struct box box)
{
	if (!in_cell(it))
		it->g.clip = box_and(it->g.clip, box);
}

struct event interpret_event(struct interpreter *it, enum event_kind kind, struct box box)
{
	return (struct event){ .kind = kind, .page = it->page, .inside = it->frame ? it->frame->inside : 0,
			       .box = in_cell(it) ? it->g.clip : box_and(box, it->g.clip), .g = &it->g };
}

const struct obj *interpret_resource(struct interpreter *it, const char *kind, const struct obj *name)
{
	const struct obj *o = name->kind == OBJ_NAME ?
		pdf_get(it->pdf, pdf_get(it->pdf, it->frame->resources, kind), name->bytes) : name;

	if (o->kind == OBJ_NULL || o == name)
		interpret_fault(it, N_("the page uses \"%s\", which its resources do not have"), name->kind == OBJ_NAME ? name->bytes : "?");
	return o;
}

bool interpret_again(struct interpreter *it, const struct obj *o)
{
	return !g_hash_table_add(it->done, (gpointer)o);
}

const struct space *interpret_space(struct interpreter *it, const struct obj *o)
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

double operand_number(const struct operation *op, size_t i)
{
	return i < op->n && op->operands[i].kind == OBJ_NUMBER ? op->operands[i].number : 0;
}

struct matrix operand_matrix(const struct operation *op)
{
	return (struct matrix){ operand_number(op, 0), operand_number(op, 1), operand_number(op, 2),
				operand_number(op, 3), operand_number(op, 4), operand_number(op, 5) };
}

/* ---- operators that paint nothing ---- */

static void op_nothing(struct interpreter *it, const struct operation *op)
{
	(void)it, (void)op;
}

static void op_BMC(struct interpreter *it, const struct operation *op)
{
	(void)op;
	it->frame->marked++;
}

static void op_EMC(struct interpreter *it, const struct operation *op)
{
	if (it->frame->marked-- <= 0)
		interpret_fault(it, N_("%s without the operator that opens it"), op->name);
}

/* ---- the table of operators ---- */

/* In the order of strcmp(). n: operands it needs. */
static const struct { const char *name; size_t n; operator_fn *run; } operators[] = {
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
				interpret_fault(it, N_("the operator \"%s\" has too few operands"), op->name);
			else
				operators[mid].run(it, op);
			return;
		}
		if (d < 0)
			high = mid;
		else
			low = mid + 1;
	}
	interpret_fault(it, N_("the operator \"%s\" is unknown"), op->name);
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
			interpret_fault(it, N_("%s is not closed"), "q");
		if (f->in_text)
			interpret_fault(it, N_("%s is not closed"), "BT");
		if (f->marked > 0)
			interpret_fault(it, N_("%s is not closed"), "BMC");
		if (token_faults(t) > 0)
			interpret_fault(it, N_("parts of the page's drawing cannot be read%s"), "");
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

void interpret_stream(struct interpreter *it, const struct obj *stream, const struct obj *resources,
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
			interpret_fault(it, N_("a form draws itself, without end%s"), "");
			return;
		}
	if (it->depth >= MOST_FORMS) {
		interpret_fault(it, N_("forms are drawn in one another more than 20 deep%s"), "");
		return;
	}
	data = pdf_data(it->pdf, stream, MOST_STREAM, &n);
	if (!data) {
		interpret_fault(it, N_("a part of the page's drawing is damaged or too large%s"), "");
		return;
	}
	it->depth++;
	if (inside & IN_FORM)
		interpret_group(it, stream, inside);
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
			interpret_fault(it, N_("a part of the page's drawing is damaged or too large%s"), "");
			continue;
		}
		g_byte_array_append(all, data, (guint)got);
		g_byte_array_append(all, (const guint8 *)"\n", 1);
		free(data);
	}
	*n = all->len;
	return g_byte_array_free(all, FALSE);
}

void interpret_page(struct interpreter *it, size_t index, struct matrix start, struct box crop)
{
	const struct obj *page = pdf_page(it->pdf, index);
	struct frame f = { .resources = pdf_page_get(it->pdf, page, "Resources"), .stream = page };
	unsigned char *data;
	size_t n;

	if (it->stopped)
		return;
	it->page = (int)index + 1;
	it->g = (struct gstate){ .ctm = start, .clip = crop };
	it->base = it->g.ctm;
	gstate_reset(&it->g);
	g_array_set_size(it->saved, 0);
	g_hash_table_remove_all(it->done);
	g_hash_table_remove_all(it->faults);
	it->depth = 0;
	it->frame = &f;		/* for the colour space's resources */
	interpret_group(it, page, 0);
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
