/*
 * src/page/work.c - a part composed once: its threads' texts gathered, poured
 * through their columns, put on their pages.
 *
 * Columns of one thread follow each other over places and pages and are one
 * chain of frames for page/flow/flow.h. Pages are made as the flow asks for them;
 * those that it only tried are dropped.
 */
#include "page/work.h"
#include "base/i18n.h"
#include "page/ahead.h"
#include "page/figure/arrange.h"
#include "page/outcome.h"
#include "page/figure/plate.h"

/* ---- the text through its columns ------------------------------------------------------ */

#define FLOAT_TRIES 3			/* flows of a thread until what still has no place stands in the text, all of it */

struct thread_ctx { struct work *w; size_t thread; };

static const struct frame *column_frame(void *ctx, size_t i)
{
	struct thread_ctx *x = ctx;
	struct work *w = x->w;
	GPtrArray *cols = w->threads[x->thread].columns;
	struct column *col;

	while (i >= cols->len) {
		if (w->canvases->len >= MAX_PAGES)
			return NULL;
		if (!may_grow_for(w, x->thread))
			overset_page(w, x->thread);
		else
			canvas_grow(w);
	}
	col = g_ptr_array_index(cols, i);
	return &col->frame;
}

static void put_stand(struct work *w, struct thread_work *t, const struct stand *st)
{
	const struct column *col = t->arranger ? arranger_column(t->arranger, st->frame) : g_ptr_array_index(t->columns, st->frame);
	const struct unit *u = &g_array_index(t->units.units, struct unit, st->unit);

	unit_put(w->c, col->canvas->sheet, u, st, col->x, grid_top(w->c->layout, col->line), col->frame.width,
		 col->facing ? (struct opposite){ col->facing->canvas->sheet, col->facing->x } : (struct opposite){ NULL, 0 });
	if (!st->breaks || st->first + st->n == st->breaks->n)
		unit_release(w->c, u);
	t->put++;
}

static void put_decided(void *ctx, const struct stand *stands, size_t n)
{
	struct thread_ctx *x = ctx;

	for (size_t i = 0; i < n; i++)
		put_stand(x->w, &x->w->threads[x->thread], &stands[i]);
}

/* false: pull quotes and boxes found no place beside the text, and are to stand in it. */
static bool run_flow(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	struct thread_ctx ctx = { w, thread };
	struct flow_sink sink = { put_decided, &ctx };
	struct flow_source source = { .ctx = &ctx, .frame = column_frame };
	bool all;

	t->arranger = arranger_new(w, thread);
	if (t->arranger)
		source = arranger_source(t->arranger);
	t->result = flow(w->c->arena, (struct unit *)t->units.units->data, t->units.units->len, &source, w->c->caches->settings,
			 t->hands_out ? &sink : NULL);
	all = !t->arranger || !arranger_left_over(t->arranger, &t->result, w->in_text);
	if (t->arranger && all)
		arranger_take(t->arranger, &t->result);
	if (all && t->result.bounded && t->result.flawed)
		diag_add(w->c->diag, D_PAGES_BOUNDED, w->part->at,
			 _("there are more ways to arrange these pages than zivos follows; the best of those it looked at was taken"));
	arranger_free(t->arranger);
	t->arranger = NULL;
	return all;
}

static void gather(struct work *w, size_t thread)
{
	const struct thread *th = &w->t->threads[thread];
	struct thread_work *t = &w->threads[thread];
	const struct column *first = t->columns->len ? g_ptr_array_index(t->columns, 0) : NULL;
	int n = 0;

	units_init(&t->units, w->c, w->t, first ? first->frame.width : layout_span_width(w->c->layout, 4), w->placed,
		   w->part->narticles == 1 && w->t->parallel_manner == PARALLEL_UNSAID ? w->in_text : NULL);
	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		const struct head *head = th->head;

		n += !a->imprint;
		if (!thread_takes(th, a, n))
			continue;
		if (a->imprint && a->headline && a->headline->len && !head && w->t->threads[0].head)
			head = w->t->threads[0].head;
		units_add_article(&t->units, a, head, tag_make(w->c, ROLE_ARTICLE, NULL, a->lang, a->at));
	}
}

static void hold_units(struct work *w, size_t thread)
{
	const struct thread_work *t = &w->threads[thread];

	for (guint i = 0; i < t->units.units->len; i++)
		unit_hold(w->c, &g_array_index(t->units.units, struct unit, i));
}

static void let_units(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];

	for (guint i = 0; w->final && i < t->units.units->len; i++)
		unit_release(w->c, &g_array_index(t->units.units, struct unit, i));
	floats_close(w, t->figures);
	units_clear(&t->units);
}

static bool thread_flow(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	struct ahead *ahead;
	bool all;

	gather(w, thread);
	t->figures = floats_open(w, &t->units);
	/* Figures come before their page's text in its reading order. */
	t->hands_out = w->final && t->figures->len == 0;
	if (w->final)
		hold_units(w, thread);
	ahead = ahead_new(w->c, (struct unit *)t->units.units->data, t->units.units->len, t->units.width);
	all = run_flow(w, thread);
	ahead_free(ahead);
	return all;
}

/* Pull quotes and boxes that find no place beside the text stand in it; if more of them are found again and again, all do. */
static void thread_compose(struct work *w, size_t thread)
{
	for (int tries = 1; !thread_flow(w, thread); tries++) {
		for (guint i = 0; tries >= FLOAT_TRIES && i < w->threads[thread].figures->len; i++) {
			const struct floating *f = &g_array_index(w->threads[thread].figures, struct floating, i);
			if (floating_is_free(f))
				g_hash_table_add(w->in_text, (gpointer)f->block);
		}
		let_units(w, thread);
	}
}

/* ---- the whole ------------------------------------------------------------------------ */

static void drop_columns(GPtrArray *columns, const struct canvas *v)
{
	for (guint i = columns->len; i-- > 0; )
		if (((struct column *)g_ptr_array_index(columns, i))->canvas == v)
			g_ptr_array_remove_index(columns, i);
}

/* Pages made while the flow was trying things out, and not needed after all. */
static void drop_empty(struct work *w)
{
	struct composer *c = w->c;
	size_t keep = 1;

	for (size_t k = 0; k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		keep = MAX(keep, t->figure_pages);
		for (guint i = 0; i < t->columns->len; i++) {
			const struct column *col = g_ptr_array_index(t->columns, i);
			bool used = i <= t->result.last_frame && t->result.n > 0;
			for (guint p = 0; used && p < w->canvases->len; p++)
				if (g_ptr_array_index(w->canvases, p) == col->canvas && p + 1 > keep)
					keep = p + 1;
		}
	}
	if (w->t->parallel_manner == PARALLEL_FACING)
		keep += keep & 1;
	w->text_pages = (int)keep;
	keep = MAX(keep, (size_t)MAX(MAX(plates_end(c), w->half_page), w->head_page));
	keep = MAX(keep, (size_t)MAX(w->part->pages, w->attempt.ad_page));
	for (size_t p = w->canvases->len; p-- > keep; ) {
		struct canvas *v = g_ptr_array_index(w->canvases, p);

		for (size_t k = 0; k < w->nthreads; k++)
			drop_columns(w->threads[k].columns, v);
		sheet_drop(c, v->sheet);
		g_array_unref(v->obstacles);
		g_ptr_array_remove_index(w->canvases, (guint)p);
	}
}

void work_open(struct work *w, struct composer *c, const struct part *p, struct attempt attempt, bool final)
{
	*w = (struct work){
		.c = c, .part = p, .t = p->template, .canvases = g_ptr_array_new(), .attempt = attempt,
		.placed = g_hash_table_new(NULL, NULL), .in_text = g_hash_table_new(NULL, NULL), .late = g_ptr_array_new(),
		.nthreads = p->template->nthreads, .final = final,
	};
	w->rubric = p->rubric ? p->rubric : p->articles[0]->rubric;
	w->rtl = p->narticles == 1 && p->articles[0]->rtl;
	w->tag = tag_make(c, ROLE_ARTICLE, NULL, p->articles[0]->lang, p->at);
	w->threads = g_new0(struct thread_work, w->nthreads);
	for (size_t k = 0; k < w->nthreads; k++) {
		w->threads[k].columns = g_ptr_array_new();
		w->threads[k].facing = g_ptr_array_new();
	}
	while ((int)w->canvases->len < MAX(MAX(p->pages, 1), attempt.ad_page))
		canvas_grow(w);
	for (size_t k = 0; k < w->nthreads; k++)
		thread_compose(w, k);
	/* Where pictures take all pages, heads have one of their own. */
	while ((w->half || (int)w->canvases->len < plates_end(c) || !w->laid_out || w->late->len) && w->canvases->len < MAX_PAGES)
		canvas_grow(w);
	drop_empty(w);
}

void work_keep(struct work *w)
{
	w->final = true;
	for (size_t k = 0; k < w->nthreads; k++)
		hold_units(w, k);
}

void work_put(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];

	for (size_t i = 0; i < t->result.n; i++) {
		outcome_report_stand(w, thread, i);
		if (i >= t->put)
			put_stand(w, t, &t->result.stands[i]);
	}
}

void work_close(struct work *w, bool drop_sheets)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		units_clear(&w->threads[k].units);
		g_array_unref(w->threads[k].figures);
		g_ptr_array_unref(w->threads[k].columns);
		g_ptr_array_unref(w->threads[k].facing);
	}
	for (guint i = 0; i < w->canvases->len; i++) {
		struct canvas *v = g_ptr_array_index(w->canvases, i);
		if (drop_sheets)
			sheet_drop(w->c, v->sheet);
		g_array_unref(v->obstacles);
	}
	g_free(w->threads);
	g_hash_table_unref(w->placed);
	g_hash_table_unref(w->in_text);
	g_ptr_array_unref(w->late);
	g_ptr_array_unref(w->canvases);
}
