/*
 * src/page/template.c - an article, or several that share pages, on a template.
 *
 * Each page of a template is a list of places, laid out in order. What is put
 * (head, picture, box, ad) becomes an obstacle; columns take the stretches of
 * their width that no obstacle claims. So a template need not know how high a
 * headline is, and an opener that is missing leaves its room to the text.
 *
 * Columns of one thread follow each other over places and pages and are one
 * chain of frames for page/flow.h. Pictures in the text are put against the head or foot
 * of a column near the place where they are mentioned: the flow is run
 * without them, which tells where that is, then again with the column
 * shortened. Each picture costs one run more, so the number of runs is bounded.
 */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/flow.h"
#include "page/units.h"

#define MAX_PAGES 2000			/* of one part: an article of a million words */
#define MIN_FRAME 4			/* lines: lower stretches stay white */
#define MIN_HOLE 6			/* lines left empty before it is worth a message */

struct obstacle { Pt x0, x1; double line, end; bool foot; };	/* grid lines [line, end); foot: put up from the page's foot */

struct canvas {				/* a page being filled */
	struct sheet *sheet;
	const struct pattern *pattern;
	GArray *obstacles;		/* struct obstacle */
	bool mirror;
	bool last;			/* of the part's pages, as far as they are known */
};

struct column {
	struct frame frame;
	struct canvas *canvas;
	Pt x;
	double line;			/* grid line of tick 0 */
	bool head_taken, foot_taken;	/* by a floating picture */
};

struct thread_work {
	GPtrArray *columns;		/* struct column, in filling order; pointers stay valid as it grows */
	struct units units;
	struct flow_result result;
};

/* What a composition gives up so that the text comes out right. */
struct attempt {
	int shrink;			/* lines that pictures with min_lines are lower than drawn */
	int limit;			/* lines left white at the foot of balanced columns of the last page */
};

struct work {
	struct attempt attempt;
	struct composer *c;
	const struct part *part;
	const struct template *t;
	const struct rubric *rubric;
	const struct tag *tag;
	GPtrArray *canvases;		/* struct canvas */
	struct thread_work *threads;
	size_t nthreads;
	GHashTable *placed;		/* pictures that a place took */
	bool rtl;
	int last_page;			/* from the first composition; 0: not known */
	int unplaced;			/* pictures without a place */
};

struct thread_ctx { struct work *w; size_t thread; };

/* ---- pages and obstacles ----------------------------------------------------- */

static const struct pattern *pattern_for(const struct template *t, int page)
{
	const struct pattern *rest = NULL;

	for (size_t i = 0; i < t->npatterns; i++) {
		if (t->patterns[i].at == page)
			return &t->patterns[i];
		if (t->patterns[i].at == 0)
			rest = &t->patterns[i];
	}
	return rest ? rest : &t->patterns[t->npatterns - 1];
}

static void obstruct(struct canvas *v, Pt x, Pt w, double line, double lines, bool foot)
{
	struct obstacle o = { x, x + w, line, line + lines, foot };
	g_array_append_val(v->obstacles, o);
}

static bool over(const struct obstacle *o, Pt x, Pt w)
{
	return o->x0 + 0.5 < x + w && x + 0.5 < o->x1;
}

/* First line under everything that stands in this width, down from the head. */
static double line_under(const struct canvas *v, Pt x, Pt w)
{
	double line = 1;

	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (!o->foot && over(o, x, w) && o->end > line)
			line = o->end;
	}
	return ceil(line - 0.01);
}

/* Whether lines [line, line + lines) are free in this width. */
static bool is_free(const struct canvas *v, Pt x, Pt w, double line, double lines)
{
	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (over(o, x, w) && o->line < line + lines - 0.01 && line < o->end - 0.01)
			return false;
	}
	return true;
}

/* ---- places --------------------------------------------------------------------- */

static const struct picture *take_picture(struct work *w, const char *size)
{
	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		for (size_t k = 0; k < a->nblocks; k++) {
			const struct block *b = a->blocks[k];
			bool gallery = b->kind == BLOCK_GALLERY && !strcmp(size, "gallery");

			for (size_t p = 0; p < b->npictures; p++) {
				const struct picture *q = b->pictures[p];
				bool fits = gallery || (b->kind == BLOCK_PICTURE &&
					((q->size == SIZE_OPENER && !strcmp(size, "opener")) || (q->size == SIZE_FULL && !strcmp(size, "full"))));
				if (fits && g_hash_table_add(w->placed, (gpointer)q))
					return q;
			}
		}
	}
	return NULL;
}

/* A caption cut into the picture's inner foot, on the paper's white. */
static void caption_over(struct work *w, struct canvas *v, const struct text_set *cap, struct rect box, Pt x, Pt width, Pt *cx, Pt *cy)
{
	const struct layout *l = w->c->layout;
	Pt pad = 0.5 * l->leading, h = cap->height + 1.6 * pad, foot = MIN(rect_bottom(box), grid_baseline(l, l->lines));
	struct swatch white = { "white", 0, 0, 0, 0 };
	struct rect ground = { x, foot - h, width, rect_bottom(box) - foot + h };

	sheet_rect(w->c, v->sheet, ground, (struct colour){ white.name, 1, 0, 0, 0, 0 }, w->part->at);
	*cx = x + pad;
	*cy = foot - cap->height - 0.4 * pad;
}

static void place_picture(struct work *w, struct canvas *v, const struct place *p)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	const struct picture *pic = take_picture(w, p->size ? p->size : "opener");
	bool right = v->sheet->right, overlay = p->caption_at == CAPTION_OVER;
	struct rect col = grid_area(l, &p->area, 1, 1, right, v->mirror), box;
	double line = p->area.line > 0 ? p->area.line : line_under(v, col.x, col.w), lines = p->area.lines, used;
	struct text_set *cap;
	Pt x = col.x, y;

	if (!pic)
		return;
	if (lines <= 0)
		lines = picture_lines(l, pic, col.w, l->lines - line - 2);
	if (p->min_lines > 0)
		lines = MAX(lines - w->attempt.shrink, MIN(lines, p->min_lines));
	box = grid_picture(l, &p->area, line, lines, right, v->mirror, w->t->mirror);
	cap = caption_set(c, pic, w->t, overlay ? col.w - l->leading : MIN(col.w, layout_span_width(l, 8)), w->part->articles[0]->lang);
	used = line + lines - 1;		/* the last line the picture reaches */
	if (cap && overlay) {
		sheet_picture(c, v->sheet, pic, box, w->tag);
		caption_over(w, v, cap, box, col.x, col.w, &x, &y);
		put_set(c, v->sheet, cap, x, y, ink_colour(c, w->t->caption->ink, w->rubric, true), w->tag);
	} else {
		y = rect_bottom(box) + 0.3 * l->leading;
		if (cap && cap->rtl)
			x = col.x + col.w - MIN(col.w, layout_span_width(l, 8));
		figure_put(c, v->sheet, pic, box, cap, x, y, ink_colour(c, w->t->caption->ink, w->rubric, true), w->tag, w->part->articles[0]->lang);
		if (cap)
			used = line + lines - 1 + ceil((cap->height + 0.5 * l->leading) / l->leading);
	}
	obstruct(v, col.x, col.w, line, used + 1 - line + 1, false);
}

static void place_head(struct work *w, struct canvas *v, const struct place *p)
{
	struct composer *c = w->c;
	struct rect r = grid_area(c->layout, &p->area, 1, 1, v->sheet->right, v->mirror);
	double line = p->area.line > 0 ? p->area.line : line_under(v, r.x, r.w);
	const struct article *a;
	struct head_set *h;

	if (p->article < 1 || (size_t)p->article > w->part->narticles)
		return;
	if (p->area.line > 0 && !is_free(v, r.x, r.w, line, 1))
		line = line_under(v, r.x, r.w);
	a = w->part->articles[p->article - 1];
	h = head_set(c, p->head, a, r.w, p->area.span);
	head_put(c, v->sheet, h, r.x, grid_top(c->layout, line), a->rubric, tag_make(c, ROLE_ARTICLE, NULL, a->lang, a->at));
	obstruct(v, r.x, r.w, line, head_lines(h) + 1, false);
}

static void place_title(struct work *w, struct canvas *v, const struct place *p)
{
	struct composer *c = w->c;
	struct rect r = grid_area(c->layout, &p->area, 1, 1, v->sheet->right, v->mirror);
	double line = p->area.line > 0 ? p->area.line : line_under(v, r.x, r.w);
	struct text_set t;

	if (!w->part->title)
		return;
	t = set_copy(c, w->part->title, p->style, r.w);
	put_set(c, v->sheet, &t, r.x, grid_top(c->layout, line), ink_colour(c, p->style->ink, w->rubric, true),
		tag_make(c, ROLE_H1, NULL, w->part->title->lang, w->part->title->at));
	obstruct(v, r.x, r.w, line, ceil(t.height / c->layout->leading - 0.01) + 2, false);
}

static void place_fill(struct work *w, struct canvas *v, const struct place *p)
{
	struct rect r = grid_area(w->c->layout, &p->area, p->area.line, p->area.lines, v->sheet->right, v->mirror);

	sheet_rect(w->c, v->sheet, r, ink_colour(w->c, p->ink, w->rubric, false), p->at);
}

static void place_box(struct work *w, struct canvas *v, const struct place *p)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	struct rect r = grid_area(l, &p->area, 1, 1, v->sheet->right, v->mirror);
	struct box_set *b = box_set(c, w->t, w->part->articles[0], r.w, p->count);
	double lines, line;

	if (!b)
		return;
	lines = ceil(box_lines(b));
	line = l->lines - lines + 1;
	box_put(c, v->sheet, b, r.x, grid_top(l, line), w->rubric, tag_make(c, ROLE_BOX, w->tag, w->part->articles[0]->lang, w->part->articles[0]->at));
	obstruct(v, r.x, r.w, line, lines, true);
}

static void place_ad(struct work *w, struct canvas *v, const struct ad *ad)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	struct area area = { .col = 1, .span = l->columns };
	struct rect r = grid_area(l, &area, 1, 1, v->sheet->right, false);
	double lines = picture_lines(l, ad->picture, r.w, l->lines - 10), line = l->lines - lines + 1;

	r = grid_picture(l, &area, line, lines, v->sheet->right, false, false);
	figure_put(c, v->sheet, ad->picture, r, NULL, 0, 0, (struct colour){ 0 }, NULL, c->issue->lang);
	obstruct(v, r.x, r.w, line - 1, lines + 1, true);
}

static void add_column(struct work *w, size_t thread, struct canvas *v, Pt x, Pt width, double line, double end)
{
	struct column *col;

	if (end - line < MIN_FRAME)
		return;
	col = arena_make(w->c->arena, struct column);
	*col = (struct column){
		.frame = { width, (int)lround((end - line) * TICKS), v->sheet->overset },
		.canvas = v, .x = x, .line = line,
	};
	g_ptr_array_add(w->threads[thread].columns, col);
}

static int by_line(gconstpointer a, gconstpointer b)
{
	const struct obstacle *x = a, *y = b;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* What obstacles leave of one column between two lines. */
static void cut_column(struct work *w, size_t thread, struct canvas *v, Pt x, Pt width, double from, double to)
{
	GArray *in = g_array_new(FALSE, FALSE, sizeof(struct obstacle));

	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (over(o, x, width))
			g_array_append_vals(in, o, 1);
	}
	g_array_sort(in, by_line);
	for (guint i = 0; i < in->len; i++) {
		const struct obstacle *o = &g_array_index(in, struct obstacle, i);
		if (o->line > from)
			add_column(w, thread, v, x, width, from, MIN(o->line, to));
		from = MAX(from, ceil(o->end - 0.01));
	}
	add_column(w, thread, v, x, width, from, to);
	g_array_unref(in);
}

static void place_columns(struct work *w, struct canvas *v, const struct place *p)
{
	const struct layout *l = w->c->layout;
	struct rect r = grid_area(l, &p->area, 1, 1, v->sheet->right, v->mirror);
	size_t thread = (size_t)p->thread - 1;
	Pt width = (r.w - (p->count - 1) * l->gutter) / p->count;
	double from = p->area.line > 0 ? p->area.line : 1;
	double to = p->area.lines > 0 ? from + p->area.lines : l->lines + 1;

	if (p->balance && v->last)
		to -= w->attempt.limit;
	if (thread >= w->nthreads)
		return;
	for (int i = 0; i < p->count; i++) {
		int nth = w->rtl ? p->count - 1 - i : i;
		cut_column(w, thread, v, r.x + nth * (width + l->gutter), width, from, to);
	}
}

static const struct place *box_place(const struct template *t)
{
	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++)
			if (t->patterns[i].places[k].kind == PLACE_BOX)
				return &t->patterns[i].places[k];
	return NULL;
}

static void lay_out(struct work *w, struct canvas *v, int page)
{
	const struct place *box = box_place(w->t);
	bool last = w->part->pages ? page == w->part->pages : page == 1;

	v->last = w->last_page ? page == w->last_page : last;
	/* What stands at the foot comes first, so that columns see it. */
	if (last && !v->sheet->overset)
		for (size_t i = 0; i < w->part->nads; i++)
			if (!w->part->ads[i]->full)
				place_ad(w, v, w->part->ads[i]);
	if (last && box && !v->sheet->overset)
		place_box(w, v, box);
	for (size_t i = 0; i < v->pattern->nplaces; i++) {
		const struct place *p = &v->pattern->places[i];

		switch (p->kind) {
		case PLACE_PICTURE: place_picture(w, v, p); break;
		case PLACE_HEAD:    place_head(w, v, p); break;
		case PLACE_TITLE:   place_title(w, v, p); break;
		case PLACE_FILL:    place_fill(w, v, p); break;
		case PLACE_COLUMNS: place_columns(w, v, p); break;
		case PLACE_BOX:     break;
		}
	}
}

static struct canvas *canvas_add(struct work *w, bool overset)
{
	struct composer *c = w->c;
	struct canvas *v = arena_make(c->arena, struct canvas);
	int page = (int)w->canvases->len + 1;

	v->sheet = sheet_add(c);
	v->sheet->rubric = w->rubric;
	v->sheet->running = w->part->narticles > 1 && w->part->title ? w->part->title->text : NULL;
	v->pattern = pattern_for(w->t, overset ? MAX_PAGES + 1 : page);
	v->sheet->furniture = v->pattern->furniture;
	if (overset) {
		v->sheet->overset = true;
		v->sheet->number--;
		v->sheet->right = v->sheet->number & 1;
	}
	v->mirror = w->rtl != (w->t->mirror && v->sheet->right);
	v->obstacles = g_array_new(FALSE, FALSE, sizeof(struct obstacle));
	g_ptr_array_add(w->canvases, v);
	return v;
}

/* Overset text stands in plain columns over the whole live area, whatever the template. */
static void overset_page(struct work *w, size_t thread)
{
	struct canvas *v = canvas_add(w, true);
	const struct layout *l = w->c->layout;
	struct place p = { .kind = PLACE_COLUMNS, .thread = (int)thread + 1, .count = 3, .area = { .col = 1, .span = l->columns, .line = 1 } };
	char *text = g_strdup_printf(_("overset: this text does not fit the article's pages"));

	sheet_mark(w->c, v->sheet, (struct rect){ l->outer, 20, 200, 14 }, w->part->at, text);
	g_free(text);
	/* Keep the thread's measure, so that lines counted over are lines of its columns. */
	if (w->threads[thread].columns->len) {
		const struct column *first = g_ptr_array_index(w->threads[thread].columns, 0);
		p.count = MAX(1, (int)((layout_span_width(l, l->columns) + l->gutter) / (first->frame.width + l->gutter) + 0.01));
	}
	place_columns(w, v, &p);
}

/* Whether the part may take one page more. */
static bool may_grow(const struct work *w)
{
	return w->part->pages == 0 && w->canvases->len < MAX_PAGES &&
	       (w->t->max_pages == 0 || w->canvases->len < (size_t)w->t->max_pages);
}

static const struct frame *column_frame(void *ctx, size_t i)
{
	struct thread_ctx *x = ctx;
	struct work *w = x->w;
	GPtrArray *cols = w->threads[x->thread].columns;
	struct column *col;

	while (i >= cols->len) {
		if (w->canvases->len >= MAX_PAGES)
			return NULL;
		if (!may_grow(w))
			overset_page(w, x->thread);
		else
			lay_out(w, canvas_add(w, false), (int)w->canvases->len);
	}
	col = g_ptr_array_index(cols, i);
	return &col->frame;
}

/* ---- pictures in the text ---------------------------------------------------------- */

/* Frame and line where the text before unit `after` ends. */
static void anchor_of(const struct flow_result *r, size_t after, size_t *frame, int *tick)
{
	*frame = 0;
	*tick = 0;
	for (size_t i = 0; i < r->n && r->stands[i].unit < after; i++) {
		*frame = r->stands[i].frame;
		*tick = r->stands[i].tick + (int)r->stands[i].n;
	}
}

struct spot { size_t frame; bool foot; int span; };

/* Columns frame .. frame + span - 1 of one page, side by side, equally high at that end. */
static bool spot_fits(const struct thread_work *t, struct spot s, int ticks)
{
	const struct column *first;

	if (s.frame + (size_t)s.span > t->columns->len)
		return false;
	first = g_ptr_array_index(t->columns, s.frame);
	for (int i = 0; i < s.span; i++) {
		const struct column *col = g_ptr_array_index(t->columns, s.frame + (size_t)i);
		int rest = col->frame.ticks - ticks;

		if (col->canvas != first->canvas || col->canvas->sheet->overset || (s.foot ? col->foot_taken : col->head_taken))
			return false;
		if (s.foot ? fabs(col->line + col->frame.ticks / (double)TICKS - first->line - first->frame.ticks / (double)TICKS) > 0.01 :
			     fabs(col->line - first->line) > 0.01)
			return false;
		if (rest < 0 || (rest > 0 && rest < MIN_FRAME * TICKS))
			return false;
	}
	return true;
}

static int columns_on_page(const struct thread_work *t, size_t frame)
{
	const struct column *at = g_ptr_array_index(t->columns, frame);
	int n = 0;

	for (guint i = 0; i < t->columns->len; i++) {
		const struct column *col = g_ptr_array_index(t->columns, i);
		n += col->canvas == at->canvas;
	}
	return n;
}

static void put_float(struct work *w, struct thread_work *t, const struct floating *f, struct spot s,
		      double lines, double cap_lines, const struct text_set *cap)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	struct column *first = g_ptr_array_index(t->columns, s.frame), *last = g_ptr_array_index(t->columns, s.frame + (size_t)s.span - 1);
	int ticks = (int)lround((lines + cap_lines + 1) * TICKS);
	Pt x = MIN(first->x, last->x), w_all = MAX(first->x, last->x) + first->frame.width - x;
	double line = s.foot ? first->line + (first->frame.ticks - ticks) / (double)TICKS + 1 : first->line;
	Pt top = grid_baseline(l, line) - 0.4 * l->leading, bottom = grid_baseline(l, line + lines - 1);
	struct rect box = { x, top, w_all, bottom - top };

	figure_put(c, first->canvas->sheet, f->picture, box, cap, x, bottom + 0.3 * l->leading,
		   ink_colour(c, w->t->caption->ink, f->article->rubric, true), w->tag, f->article->lang);
	for (int i = 0; i < s.span; i++) {
		struct column *col = g_ptr_array_index(t->columns, s.frame + (size_t)i);
		col->frame.ticks -= ticks;
		if (s.foot) {
			col->foot_taken = true;
		} else {
			col->head_taken = true;
			col->line += ticks / (double)TICKS;
		}
	}
}

/* Try spots from the anchor on: the foot of its column, then heads and feet of the columns after it. */
static bool find_spot(const struct thread_work *t, size_t frame, int tick, int span, int ticks, struct spot *out)
{
	for (size_t i = frame; i < t->columns->len && i < frame + 24; i++) {
		const struct column *col = g_ptr_array_index(t->columns, i);
		struct spot head = { i, false, span }, foot = { i, true, span };

		if (i > frame && spot_fits(t, head, ticks)) {
			*out = head;
			return true;
		}
		if ((i > frame || tick <= col->frame.ticks - ticks + 2 * TICKS) && spot_fits(t, foot, ticks)) {
			*out = foot;
			return true;
		}
	}
	/* Rather before the text that mentions it than nowhere. */
	for (size_t i = MIN(frame + 1, t->columns->len); i-- > 0; )
		for (int end = 0; end < 2; end++) {
			struct spot s = { i, end == 0, span };
			if (spot_fits(t, s, ticks)) {
				*out = s;
				return true;
			}
		}
	return false;
}

static void place_float(struct work *w, size_t thread, const struct floating *f)
{
	struct thread_work *t = &w->threads[thread];
	const struct layout *l = w->c->layout;
	const struct column *col;
	struct spot s;
	size_t frame;
	int tick, span = 1;
	bool grown = false;

	anchor_of(&t->result, f->after, &frame, &tick);
again:
	if (frame >= t->columns->len)
		frame = t->columns->len ? t->columns->len - 1 : 0;
	if (t->columns->len == 0)
		goto unplaced;
	col = g_ptr_array_index(t->columns, frame);
	if (f->picture->size == SIZE_WIDE)
		span = MIN(2, columns_on_page(t, frame));
	else if (f->picture->size != SIZE_COLUMN)
		span = columns_on_page(t, frame);
	for (; span > 0; span--) {		/* rather narrower than nowhere */
		Pt width = span * col->frame.width + (span - 1) * l->gutter;
		struct text_set *cap = caption_set(w->c, f->picture, w->t, MIN(width, layout_span_width(l, 8)), f->article->lang);
		double cap_lines = cap ? ceil((cap->height + 0.5 * l->leading) / l->leading) : 0;
		double lines = picture_lines(l, f->picture, width, l->lines - 14);

		if (!find_spot(t, frame, tick, span, (int)lround((lines + cap_lines + 1) * TICKS), &s))
			continue;
		put_float(w, t, f, s, lines, cap_lines, cap);
		return;
	}
unplaced:
	if (may_grow(w) && !grown) {
		grown = true;
		lay_out(w, canvas_add(w, false), (int)w->canvases->len);
		goto again;
	}
	if (f->picture->fault)			/* reported already */
		return;
	w->unplaced++;
	diag_add(w->c->diag, D_PICTURE_UNPLACED, f->picture->at,
		 _("no room for this picture on the article's pages; give it a smaller size, shorten the text or add a page"));
}

/* ---- the whole ------------------------------------------------------------------------ */

static void run_flow(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	struct thread_ctx ctx = { w, thread };

	t->result = flow(w->c->arena, (struct unit *)t->units.units->data, t->units.units->len, column_frame, &ctx, w->c->caches->choices);
}

static void gather(struct work *w, size_t thread)
{
	const struct thread *th = &w->t->threads[thread];
	struct thread_work *t = &w->threads[thread];
	const struct column *first = t->columns->len ? g_ptr_array_index(t->columns, 0) : NULL;
	int n = 0;

	units_init(&t->units, w->c, w->t, first ? first->frame.width : layout_span_width(w->c->layout, 4), box_place(w->t) != NULL);
	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		const struct head *head = th->head;

		if (a->imprint != th->imprint)
			continue;
		n++;
		if (!a->imprint && (n < th->first || (th->last && n > th->last)))
			continue;
		if (a->imprint && a->headline && a->headline->len && !head && w->t->threads[0].head)
			head = w->t->threads[0].head;
		units_add_article(&t->units, a, head, tag_make(w->c, ROLE_ARTICLE, NULL, a->lang, a->at));
	}
}

static void put_stands(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct column *col = g_ptr_array_index(t->columns, st->frame);
		const struct unit *u = &g_array_index(t->units.units, struct unit, st->unit);

		unit_put(w->c, col->canvas->sheet, u, st, col->x, grid_top(w->c->layout, col->line), col->frame.width);
	}
}

static void report_overset(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	size_t lines = 0, chars = 0;
	struct src at = w->part->at;
	int page = 0;

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct column *col = g_ptr_array_index(t->columns, st->frame);
		const struct unit *u = &g_array_index(t->units.units, struct unit, st->unit);

		if (!col->frame.overset) {
			page = col->canvas->sheet->number;
			continue;
		}
		lines += u->hlist ? st->n : (size_t)u->ticks / TICKS;
		chars += stand_chars(u, st);
	}
	if (w->part->narticles)
		at = w->part->articles[0]->at;
	if (lines)
		diag_add_page(w->c->diag, D_OVERSET, at, page,
			      _("the text is %zu lines (about %zu characters) too long for its %zu pages; shorten it, or give it more pages"),
			      lines, chars, (size_t)MAX(w->part->pages, 1));
}

static int ticks_left(const struct thread_work *t)
{
	int left = 0;

	for (size_t i = t->result.last_frame; i < t->columns->len; i++) {
		const struct column *col = g_ptr_array_index(t->columns, i);
		if (!col->frame.overset)
			left += col->frame.ticks - (i == t->result.last_frame ? t->result.last_tick : 0);
	}
	return left;
}

static double filler_lines(const struct work *w, const struct column *col)
{
	const struct picture *p = w->c->issue->fillers[w->c->filler];

	return picture_lines(w->c->layout, p, col->frame.width, w->c->layout->lines);
}

/* Whether the next filler of the stock would stand free at the foot of the last column. */
static bool filler_room(const struct work *w, const struct thread_work *t)
{
	const struct column *col;
	guint last = t->columns->len;

	if (!w->t->fillers || w->c->filler >= w->c->issue->nfillers || last == 0 || t->result.last_frame >= last)
		return false;
	col = g_ptr_array_index(t->columns, last - 1);
	return !col->frame.overset && !col->foot_taken &&
	       col->frame.ticks - (t->result.last_frame == last - 1 ? t->result.last_tick : 0) >= (filler_lines(w, col) + 3) * TICKS;
}

static bool put_filler(struct work *w, struct thread_work *t)
{
	struct composer *c = w->c;
	struct floating f;

	if (!filler_room(w, t))
		return false;
	f = (struct floating){ c->issue->fillers[c->filler], w->part->articles[0], 0 };
	put_float(w, t, &f, (struct spot){ t->columns->len - 1, true, 1 },
		  filler_lines(w, g_ptr_array_index(t->columns, t->columns->len - 1)), 0, NULL);
	c->filler++;
	return true;
}

/* A filler under balanced columns, at the foot of the outer one. */
static bool fill_under(struct work *w, struct thread_work *t)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	const struct column *col;
	const struct picture *p;
	double lines, line;

	if (!w->t->fillers || c->filler >= c->issue->nfillers || t->columns->len == 0)
		return false;
	col = g_ptr_array_index(t->columns, t->columns->len - 1);
	lines = filler_lines(w, col);
	line = l->lines - lines + 1;
	if (w->attempt.limit < lines + 2 || !is_free(col->canvas, col->x, col->frame.width, line, lines))
		return false;
	p = c->issue->fillers[c->filler++];
	figure_put(c, col->canvas->sheet, p, (struct rect){ col->x, grid_top(l, line), col->frame.width, lines * l->leading - (1 - BASE_SHARE) * l->leading },
		   NULL, 0, 0, (struct colour){ 0 }, w->tag, c->issue->lang);
	return true;
}

static void report_hole(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	int left = ticks_left(t) / TICKS;
	const struct column *col;
	double chars;

	if (t->columns->len == 0 || w->part->pages == 0 || (t->units.units->len == 0 && !w->t->threads[thread].imprint))
		return;
	if (left >= MIN_HOLE && put_filler(w, t))
		left = ticks_left(t) / TICKS;
	if (w->attempt.limit >= MIN_HOLE && !fill_under(w, t))	/* shared out to all columns of the last page */
		left += w->attempt.limit * columns_on_page(t, t->columns->len - 1);
	if (left < MIN_HOLE)
		return;
	col = g_ptr_array_index(t->columns, t->columns->len - 1);
	chars = left * col->frame.width / (w->t->styles[BLOCK_P]->size * 0.5);
	diag_add_page(w->c->diag, D_UNDERSET, w->part->articles[0]->at, col->canvas->sheet->number,
		      _("%d lines stay empty at the end (room for about %.0f characters)"), left, chars);
}

static void note_starts(struct work *w)
{
	struct composer *c = w->c;
	const struct canvas *first = g_ptr_array_index(w->canvases, 0);

	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		int page = first->sheet->number;

		for (size_t k = 0; k < w->nthreads; k++) {
			const struct thread_work *t = &w->threads[k];
			for (size_t s = 0; s < t->result.n; s++) {
				const struct column *col = g_ptr_array_index(t->columns, t->result.stands[s].frame);
				if (w->part->narticles > 1 && unit_article(&g_array_index(t->units.units, struct unit, t->result.stands[s].unit)) == a) {
					page = col->canvas->sheet->number;
					k = w->nthreads - 1;
					break;
				}
			}
		}
		g_hash_table_insert(c->start_of, (gpointer)a, GINT_TO_POINTER(page));
		if (!a->imprint && a->headline) {
			struct bookmark b = { a->headline->text, page, 1 };
			g_array_append_val(c->bookmarks, b);
		}
	}
}

static void check_start(struct work *w)
{
	const struct canvas *first = g_ptr_array_index(w->canvases, 0);
	enum start_side side = w->part->start != START_ANY ? w->part->start : w->t->start;

	if (side == START_ANY || (side == START_RIGHT) == first->sheet->right)
		return;
	diag_add_page(w->c->diag, D_PAGE_COUNT, w->part->at, first->sheet->number,
		      side == START_LEFT ? _("starts on a right page, but should start on a left one; move it by a page") :
					   _("starts on a left page, but should start on a right one; move it by a page"));
}

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
		for (guint i = 0; i < t->columns->len; i++) {
			const struct column *col = g_ptr_array_index(t->columns, i);
			bool used = (i <= t->result.last_frame && t->result.n > 0) || col->head_taken || col->foot_taken;
			for (guint p = 0; used && p < w->canvases->len; p++)
				if (g_ptr_array_index(w->canvases, p) == col->canvas && p + 1 > keep)
					keep = p + 1;
		}
	}
	keep = MAX(keep, (size_t)w->part->pages);
	for (size_t p = w->canvases->len; p-- > keep; ) {
		struct canvas *v = g_ptr_array_index(w->canvases, p);

		for (size_t k = 0; k < w->nthreads; k++)
			drop_columns(w->threads[k].columns, v);
		sheet_drop(c, v->sheet);
		g_array_unref(v->obstacles);
		g_ptr_array_remove_index(w->canvases, (guint)p);
	}
}

static void thread_compose(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];

	gather(w, thread);
	run_flow(w, thread);
	for (guint i = 0; i < t->units.floats->len; i++) {
		const struct floating *f = &g_array_index(t->units.floats, struct floating, i);
		if (!g_hash_table_add(w->placed, (gpointer)f->picture))
			continue;
		place_float(w, thread, f);
		run_flow(w, thread);
	}
}

static void work_open(struct work *w, struct composer *c, const struct part *p, struct attempt attempt, int last_page)
{
	*w = (struct work){
		.c = c, .part = p, .t = p->template, .canvases = g_ptr_array_new(), .attempt = attempt,
		.placed = g_hash_table_new(NULL, NULL), .nthreads = p->template->nthreads, .last_page = last_page,
	};
	w->rubric = p->rubric ? p->rubric : p->articles[0]->rubric;
	w->rtl = p->narticles == 1 && p->articles[0]->rtl;
	w->tag = tag_make(c, ROLE_ARTICLE, NULL, p->articles[0]->lang, p->at);
	w->threads = g_new0(struct thread_work, w->nthreads);
	for (size_t k = 0; k < w->nthreads; k++)
		w->threads[k].columns = g_ptr_array_new();
	for (int page = 1; page <= MAX(p->pages, 1); page++)
		lay_out(w, canvas_add(w, false), page);
	for (size_t k = 0; k < w->nthreads; k++)
		thread_compose(w, k);
	drop_empty(w);
}

static void work_finish(struct work *w)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		report_overset(w, k);
		report_hole(w, k);
		put_stands(w, k);
	}
	note_starts(w);
	check_start(w);
}

static void work_close(struct work *w, bool drop_sheets)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		units_clear(&w->threads[k].units);
		g_ptr_array_unref(w->threads[k].columns);
	}
	for (guint i = 0; i < w->canvases->len; i++) {
		struct canvas *v = g_ptr_array_index(w->canvases, i);
		if (drop_sheets)
			sheet_drop(w->c, v->sheet);
		g_array_unref(v->obstacles);
	}
	g_free(w->threads);
	g_hash_table_unref(w->placed);
	g_ptr_array_unref(w->canvases);
}

static bool oversets(const struct work *w)
{
	for (guint i = 0; i < w->canvases->len; i++)
		if (((struct canvas *)g_ptr_array_index(w->canvases, i))->sheet->overset)
			return true;
	return false;
}

/* ---- attempts ------------------------------------------------------------------------- */

struct trial { bool overset; int pages, unplaced; bool filler; };

/* Compose, look, and undo. */
static struct trial try_out(struct composer *c, const struct part *p, struct attempt a, int last_page)
{
	struct diag *real = c->diag;
	struct work w;
	struct trial t;

	c->diag = diag_new();
	work_open(&w, c, p, a, last_page);
	t = (struct trial){ oversets(&w), (int)w.canvases->len, w.unplaced, false };
	for (size_t k = 0; k < w.nthreads; k++)
		t.filler |= filler_room(&w, &w.threads[k]);
	work_close(&w, true);
	diag_free(c->diag);
	c->diag = real;
	return t;
}

/* The most a place of the template may shrink. */
static int shrink_room(const struct template *t)
{
	double room = 0;

	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++) {
			const struct place *p = &t->patterns[i].places[k];
			if (p->kind == PLACE_PICTURE && p->min_lines > 0)
				room = MAX(room, p->area.lines - p->min_lines);
		}
	return (int)room;
}

static bool balances(const struct template *t)
{
	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++)
			if (t->patterns[i].places[k].balance)
				return true;
	return false;
}

/* The least lines that pictures must give so that nothing is overset; all they have if that is not enough. */
static int find_shrink(struct composer *c, const struct part *p, int room)
{
	int lo = 0, hi = room;		/* lo is too little, unless 0 was not tried */

	while (lo < hi) {
		int mid = (lo + hi) / 2;
		struct attempt a = { mid, 0 };
		if (try_out(c, p, a, 0).overset)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The most lines that balanced columns can leave at the foot without taking another page. */
static int find_limit(struct composer *c, const struct part *p, int shrink, struct trial whole)
{
	int lo = 0, hi = c->layout->lines - MIN_FRAME;

	while (lo < hi) {
		int mid = (lo + hi + 1) / 2;
		struct attempt a = { shrink, mid };
		struct trial t = try_out(c, p, a, whole.pages);
		if (t.overset || t.pages > whole.pages || t.unplaced > whole.unplaced)
			hi = mid - 1;
		else
			lo = mid;
	}
	return lo;
}

static struct attempt best_attempt(struct composer *c, const struct part *p, int *pages)
{
	struct attempt a = { 0, 0 };
	struct trial t = try_out(c, p, a, 0);
	int room = shrink_room(p->template);

	if (t.overset && room > 0) {
		a.shrink = find_shrink(c, p, room);
		t = try_out(c, p, a, 0);
	}
	*pages = t.pages;
	if (!t.overset && !t.filler && balances(p->template))
		a.limit = find_limit(c, p, a.shrink, t);
	return a;
}

void compose_part(struct composer *c, const struct part *p)
{
	int pages = 0;
	struct attempt a = best_attempt(c, p, &pages);
	struct work w;

	work_open(&w, c, p, a, a.limit ? pages : 0);
	work_finish(&w);
	work_close(&w, false);
}
