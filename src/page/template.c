/*
 * src/page/template.c - an article, or several that share pages, composed.
 *
 * Columns of one thread follow each other over places and pages and are one
 * chain of frames for page/flow.h. The part is composed in attempts: first as
 * drawn; if its text does not fit, with pictures lower than drawn, by as few
 * lines as do; then, where columns are balanced, with as much white at
 * the foot as the text leaves. Attempts are undone but for the last; shaped text
 * and breaks are kept over them (struct caches), so they cost little.
 */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/arrange.h"
#include "page/fit.h"
#include "page/ahead.h"
#include "page/plate.h"
#include "page/work.h"

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

/* ---- the whole ------------------------------------------------------------------------ */

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

static void run_flow(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	struct thread_ctx ctx = { w, thread };
	struct flow_sink sink = { put_decided, &ctx };
	struct flow_source source = { .ctx = &ctx, .frame = column_frame };

	t->arranger = arranger_new(w, thread);
	if (t->arranger)
		source = arranger_source(t->arranger);
	t->result = flow(w->c->arena, (struct unit *)t->units.units->data, t->units.units->len, &source, w->c->caches->settings,
			 t->hands_out ? &sink : NULL);
	if (t->arranger)
		arranger_take(t->arranger, &t->result);
	if (t->result.bounded && t->result.flawed)
		diag_add(w->c->diag, D_PAGES_BOUNDED, w->part->at,
			 _("there are more ways to arrange these pages than zivos follows; the best of those it looked at was taken"));
	arranger_free(t->arranger);
	t->arranger = NULL;
}

static void gather(struct work *w, size_t thread)
{
	const struct thread *th = &w->t->threads[thread];
	struct thread_work *t = &w->threads[thread];
	const struct column *first = t->columns->len ? g_ptr_array_index(t->columns, 0) : NULL;
	int n = 0;

	units_init(&t->units, w->c, w->t, first ? first->frame.width : layout_span_width(w->c->layout, 4), w->placed);
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

/* A paragraph's first or last line alone in a column, where no other way was found. */
static void report_widow(struct work *w, const struct unit *u, const struct stand *st, int page)
{
	bool alone = u->hlist && st->n == 1 && st->breaks->n > 1;

	if (alone && st->first == 0)
		diag_add_page(w->c->diag, D_WIDOW, unit_at(u), page,
			      _("the first line of this paragraph stands alone at the foot of a column; change the text by a line"));
	else if (alone && st->first + 1 == st->breaks->n)
		diag_add_page(w->c->diag, D_WIDOW, unit_at(u), page,
			      _("the last line of this paragraph stands alone at the head of a column; change the text by a line"));
}

/* A head that ends its column while its text starts in the next. */
static void report_parted(struct work *w, const struct thread_work *t, size_t i, int page)
{
	const struct stand *st = &t->result.stands[i];
	const struct unit *u = &g_array_index(t->units.units, struct unit, st->unit);

	if (unit_is_heading(u) && i + 1 < t->result.n && st[1].unit == st->unit + 1 && st[1].frame != st->frame)
		diag_add_page(w->c->diag, D_WIDOW, unit_at(u), page,
			      _("this heading stands at the foot of a column, parted from its text; change the text by a line"));
}

/* Part of a block that no frame was high enough for. */
static void report_high(struct work *w, const struct unit *u, const struct stand *st, const struct column *col)
{
	int white = u->hlist ? 0 : u->rows->row[st->first + st->n - 1].white, over = st->tick + stand_ticks(u, st) - white - col->frame.ticks;

	if (!u->hlist && over > 0)
		diag_add_page(w->c->diag, D_OVERSET, unit_at(u), col->canvas->sheet->number,
			      ngettext("a part of this that cannot be divided is %d line higher than the column; shorten it, or set it wider",
				       "a part of this that cannot be divided is %d lines higher than the column; shorten it, or set it wider",
				       (unsigned long)((over + TICKS - 1) / TICKS)), (over + TICKS - 1) / TICKS);
}

/* What went wrong with the stands, and all that were not put as they were decided. */
static void put_stands(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct column *col = g_ptr_array_index(t->columns, st->frame);

		if (!col->frame.overset) {
			report_widow(w, &g_array_index(t->units.units, struct unit, st->unit), st, col->canvas->sheet->number);
			report_parted(w, t, i, col->canvas->sheet->number);
			report_high(w, &g_array_index(t->units.units, struct unit, st->unit), st, col);
		}
		if (i >= t->put)
			put_stand(w, t, st);
	}
}

/* Lines that stand in no page of the part. */
static int lines_over(const struct thread_work *t)
{
	size_t lines = 0;

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct unit *u = &g_array_index(t->units.units, struct unit, st->unit);

		if (((struct column *)g_ptr_array_index(t->columns, st->frame))->frame.overset)
			lines += u->hlist ? st->n : (size_t)stand_ticks(u, st) / TICKS;
	}
	return (int)lines;
}

/* Ticks that text takes over its columns, or, negative, leaves empty in them. */
static int ticks_needed(const struct thread_work *t)
{
	int *used = g_new0(int, t->columns->len + 1), need = 0;

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		int end = st->tick + stand_ticks(&g_array_index(t->units.units, struct unit, st->unit), st);

		used[st->frame] = MAX(used[st->frame], end);
	}
	for (guint i = 0; i < t->columns->len; i++) {
		const struct column *col = g_ptr_array_index(t->columns, i);

		need += used[i] - (col->frame.overset ? 0 : col->frame.ticks + col->cut);
	}
	g_free(used);
	return need;
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
		lines += u->hlist ? st->n : (size_t)stand_ticks(u, st) / TICKS;
		chars += stand_chars(u, st);
	}
	if (w->part->narticles)
		at = w->part->articles[0]->at;
	if (t->result.nset < t->units.units->len)
		diag_add_page(w->c->diag, D_OVERSET, at, page, _("the text needs more than %d pages; the rest is left out"), MAX_PAGES);
	if (lines)
		diag_add_page(w->c->diag, D_OVERSET, at, page,
			      ngettext("the text is %zu lines (about %zu characters) too long for its page; shorten it, or give it more pages",
				       "the text is %zu lines (about %zu characters) too long for its pages; shorten it, or give it more pages",
				       (unsigned long)MAX(w->part->pages, 1)), lines, chars);
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

/* The same with what balanced columns leave white under them. */
static int ticks_empty(const struct thread_work *t)
{
	int left = ticks_left(t);

	for (guint i = 0; i < t->columns->len; i++)
		left += ((struct column *)g_ptr_array_index(t->columns, i))->cut;
	return left;
}

static double room_for(const struct work *w, const struct thread_work *t, int lines)
{
	const struct column *col = g_ptr_array_index(t->columns, t->columns->len - 1);

	return lines * col->frame.width / (w->t->styles[BLOCK_P]->size * 0.5);
}

/* The text ends on one page, and the half advertisement found no room there. */
static void report_lonely_ad(struct work *w)
{
	const struct thread_work *t = &w->threads[0];

	if (w->attempt.ad_page > w->text_pages && t->columns->len)
		diag_add_page(w->c->diag, D_UNDERSET, w->part->ads[0]->at, ((struct canvas *)w->canvases->pdata[w->attempt.ad_page - 1])->sheet->number,
			      _("this advertisement finds no room on the last page of the text and stands on a page by itself; shorten the text, lengthen it by about %.0f characters, or book a full page"),
			      room_for(w, t, ticks_empty(t) / TICKS));
}

static void report_hole(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	int left = ticks_left(t) / TICKS;
	const struct column *col;

	if (t->columns->len == 0 || w->part->pages == 0 || (t->units.units->len == 0 && !w->t->threads[thread].imprint))
		return;
	if (left >= MIN_HOLE && put_filler(w, t))
		left = ticks_left(t) / TICKS;
	if (t->limit > 0)		/* shared out to all columns of the last page */
		left = fill_under(w, t) ? 0 : ticks_empty(t) / TICKS;
	if (left < (t->limit > 0 ? 2 * MIN_HOLE : MIN_HOLE))	/* shared out, it shows less */
		return;
	col = g_ptr_array_index(t->columns, t->columns->len - 1);
	diag_add_page(w->c->diag, D_UNDERSET, w->part->articles[0]->at, col->canvas->sheet->number,
		      _("%d lines stay empty at the end (room for about %.0f characters)"), left, room_for(w, t, left));
}

/* The page an article's text starts on; a single article starts where its part does, with its head. */
static int first_page(const struct work *w, const struct article *a)
{
	const struct canvas *first = g_ptr_array_index(w->canvases, 0);

	for (size_t k = 0; w->part->narticles > 1 && k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		for (size_t i = 0; i < t->result.n; i++) {
			const struct stand *st = &t->result.stands[i];
			const struct column *col = g_ptr_array_index(t->columns, st->frame);
			if (unit_article(&g_array_index(t->units.units, struct unit, st->unit)) == a)
				return col->canvas->sheet->number;
		}
	}
	return first->sheet->number;
}

static void note_starts(struct work *w)
{
	struct composer *c = w->c;

	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		int page = first_page(w, a);

		g_hash_table_insert(c->start_of, (gpointer)a, GINT_TO_POINTER(page));
		if (!a->imprint && a->headline) {
			struct bookmark b = { copy_one_line(c->arena, a->headline), page, 1 };
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

static void hold_units(struct work *w, size_t thread)
{
	const struct thread_work *t = &w->threads[thread];

	for (guint i = 0; i < t->units.units->len; i++)
		unit_hold(w->c, &g_array_index(t->units.units, struct unit, i));
}

static void thread_compose(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	struct ahead *ahead;

	gather(w, thread);
	t->figures = floats_open(w, t->units.floats);
	/* Figures come before their page's text in its reading order. */
	t->hands_out = w->final && t->figures->len == 0;
	if (w->final)
		hold_units(w, thread);
	ahead = ahead_new(w->c, (struct unit *)t->units.units->data, t->units.units->len, t->units.width);
	run_flow(w, thread);
	ahead_free(ahead);
}

void work_open(struct work *w, struct composer *c, const struct part *p, struct attempt attempt, bool final)
{
	*w = (struct work){
		.c = c, .part = p, .t = p->template, .canvases = g_ptr_array_new(), .attempt = attempt,
		.placed = g_hash_table_new(NULL, NULL), .late = g_ptr_array_new(),
		.nthreads = p->template->nthreads,		.final = final,
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

static void work_finish(struct work *w)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		report_overset(w, k);
		report_hole(w, k);
		put_stands(w, k);
	}
	jump_finish(w);
	report_lonely_ad(w);
	untaken_report(w);
	note_starts(w);
	plan_part(w);
	check_start(w);
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
	g_ptr_array_unref(w->late);
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

/* A head with no line of its text under it has too high a picture over it. */
static bool text_on_first(const struct work *w)
{
	const struct canvas *first = g_ptr_array_index(w->canvases, 0);

	for (size_t k = 0; k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		if (t->units.units->len == 0)
			return true;
		if (t->result.n && ((struct column *)g_ptr_array_index(t->columns, t->result.stands[0].frame))->canvas == first)
			return true;
	}
	return false;
}

/* Compose, look, and undo. */
static struct trial try_out(struct composer *c, const struct part *p, struct attempt a)
{
	struct diag *real = c->diag;
	struct work w;
	struct trial t;

	c->diag = diag_new();
	work_open(&w, c, p, a, false);
	t = (struct trial){
		.bare = !text_on_first(&w),
		.overset = oversets(&w) || (a.ad_page && w.text_pages > a.ad_page), .pages = w.text_pages, .unplaced = w.unplaced,
	};
	for (size_t k = 0; k < w.nthreads; k++) {
		t.filler |= filler_room(&w, &w.threads[k]);
		t.over += lines_over(&w.threads[k]);
		t.left += ticks_empty(&w.threads[k]) / TICKS;
		t.shared |= w.threads[k].limit > 0;
		t.need += ticks_needed(&w.threads[k]);
		t.widows += w.threads[k].result.widows;
		t.cost += w.threads[k].result.cost;
	}
	t.need = (int)floor((double)t.need / TICKS);
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

/* The least lines that pictures must give so that nothing is overset; all they have if that is not enough. */
static int find_shrink(struct composer *c, const struct part *p, struct attempt a, int room)
{
	int lo = 0, hi = room;		/* lo is too little, unless 0 was not tried */
	struct trial t;

	while (lo < hi) {
		int mid = (lo + hi) / 2;

		a.shrink = mid;
		t = try_out(c, p, a);
		if (t.overset || t.bare)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* A few lines less may set a widow free that the best fit left, or fill a column. */
#define FIT_STEPS 3
#define FIT_COST 30000.0		/* of the flow: as long as nothing but lines looser or tighter was to be paid */
#define SHRINK_COST 1500.0		/* a line that a picture is lower, squared */

static double shrink_cost(int more)
{
	return SHRINK_COST * more * more;
}

static struct trial shrink_for_fit(struct composer *c, const struct part *p, struct attempt *a, int room, struct trial t)
{
	struct attempt more = *a;

	for (int i = 1; i <= FIT_STEPS && t.cost >= FIT_COST && more.shrink < room; i++) {
		struct trial u;

		more.shrink++;
		u = try_out(c, p, more);
		u.cost += shrink_cost(i);
		if (!u.overset && u.cost < t.cost) {
			t = u;
			*a = more;
		}
	}
	return t;
}

static bool has_half_ad(const struct part *p)
{
	for (size_t i = 0; i < p->nads; i++)
		if (p->ads[i]->size != AD_FULL)
			return true;
	return false;
}

/* An advertisement moves the text by a page at most: it settles at once, or it never does. */
#define AD_TRIES 5

/*
 * Half advertisements share the last page, which is only known when they are
 * set: the first page after which no text comes, be it with pictures as low as
 * they go. 0: there are none, or the author says how many pages there are.
 */
static int find_ad_page(struct composer *c, const struct part *p, int room)
{
	struct attempt a = { .ad_page = 1 };
	int most = p->template->max_pages ? p->template->max_pages : MAX_PAGES;
	struct trial t;

	if (p->pages || !has_half_ad(p))
		return 0;
	for (int tries = 0; tries < AD_TRIES; tries++) {
		a.shrink = 0;
		t = try_out(c, p, a);
		if (t.overset && room > 0) {
			a.shrink = room;
			t = try_out(c, p, a);
		}
		if (!t.overset || a.ad_page >= most)
			break;
		a.ad_page = MIN(MAX(a.ad_page + 1, t.pages - 1), most);
	}
	return a.ad_page;
}

static bool has_filler(const struct composer *c, const struct part *p)
{
	for (size_t i = 0; p->template->fillers && i < c->issue->nfillers; i++)
		if (!c->filler_used[i])
			return true;
	return false;
}

/* With pictures as high as the text lets them; columns balanced unless what stays empty takes a filler. */
static struct trial shrunk(struct composer *c, const struct part *p, struct attempt *a)
{
	struct trial t;
	int room = shrink_room(p->template);

	a->unbalanced = has_filler(c, p);
	t = try_out(c, p, *a);
	if (a->unbalanced && !t.filler) {
		a->unbalanced = false;
		t = try_out(c, p, *a);
	}
	if ((t.overset || t.bare) && room > 0) {
		a->shrink = find_shrink(c, p, *a, room);
		t = try_out(c, p, *a);
	}
	if (t.bare && !t.overset && a->shrink) {	/* nothing helps: the picture stays as it was drawn */
		a->shrink = 0;
		t = try_out(c, p, *a);
	}
	return t;
}

struct trial part_trial(struct composer *c, const struct part *p, int ad_page)
{
	return shrunk(c, p, &(struct attempt){ .ad_page = ad_page });
}

/* out: how it comes out. */
static struct attempt best_attempt(struct composer *c, const struct part *p, int ad_page, struct trial *out)
{
	struct attempt a = { .ad_page = ad_page };

	*out = shrunk(c, p, &a);
	if (!out->overset)
		*out = shrink_for_fit(c, p, &a, shrink_room(p->template), *out);
	return a;
}

/* ---- copyfitting ----------------------------------------------------------------------- */

static bool has_article(const struct part *p, const char *id)
{
	for (size_t i = 0; id && i < p->narticles; i++)
		if (p->articles[i]->id && !strcmp(p->articles[i]->id, id))
			return true;
	return false;
}

/* Whether lines have no page, or so many stay empty that report_hole() says so. */
static bool misses_pages(const struct part *p, const struct trial *t)
{
	return t->over > 0 || (p->pages > 0 && !t->filler && t->left >= (t->shared ? 2 : 1) * MIN_HOLE);
}

/* What would help a part that misses its pages; only when page numbers are known, since it takes its time. */
static bool fit_wanted(const struct composer *c, const struct part *p, const struct trial *t)
{
	if (!c->once && !c->known)
		return false;
	return c->fit->article ? has_article(p, c->fit->article) : misses_pages(p, t);
}

static void fit_look(struct composer *c, const struct part *p, const struct attempt *a)
{
	struct copyfit *f = fit_part(c, p, a), **end = &c->fit->found;

	while (*end)
		end = &(*end)->next;
	*end = f;
	if (c->fit->notes)
		fit_report(c, f);
}

/* Pages were counted for the layout that the issue names: in another one a text that does not fit takes as many as it needs. */
static const struct part *loosened(struct composer *c, const struct part *p)
{
	struct part *loose;
	struct trial t;

	if (!c->layout->stands_in || !p->pages || p->rest)
		return p;
	t = part_trial(c, p, 0);
	if (!t.overset && !t.unplaced)
		return p;
	loose = arena_copy(c->arena, p, sizeof *p);
	loose->pages = 0;
	return loose;
}

void compose_part(struct composer *c, const struct part *p)
{
	struct attempt a = { .ad_page = 0 };
	struct trial t = { .pages = 0 };
	struct work w;

	plates_find(c, p);
	p = loosened(c, p);
	a.ad_page = find_ad_page(c, p, shrink_room(p->template));

	/* Where nothing of the template gives way and its text may run on, the first composition is the last. */
	if (shrink_room(p->template) > 0 || has_filler(c, p))
		a = best_attempt(c, p, a.ad_page, &t);
	else if (p->pages || p->template->max_pages || c->fit->article)
		t = try_out(c, p, a);
	if (fit_wanted(c, p, &t))
		fit_look(c, p, &a);
	work_open(&w, c, p, a, true);
	work_finish(&w);
	work_close(&w, false);
}
