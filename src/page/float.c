/*
 * src/page/float.c - pictures that stand in the text, and fillers.
 *
 * A picture is put against the head or foot of a column near the place where
 * it is mentioned. The flow has been run without it, which tells where
 * that is; the column gets shorter, and the flow runs again (page/template.c).
 * Each picture costs one run more, so the number of runs is bounded.
 */
#include <math.h>
#include "base/i18n.h"
#include "page/figure.h"
#include "page/plate.h"
#include "page/work.h"

bool float_open(struct work *w, struct floating *f)
{
	const struct picture **left = arena_make_array(w->c->arena, f->npictures, const struct picture *);
	size_t n = 0;

	if (plate_taken(w->c, f))
		return false;
	for (size_t i = 0; i < f->npictures; i++)
		if (g_hash_table_add(w->placed, (gpointer)f->pictures[i]))
			left[n++] = f->pictures[i];
	f->pictures = left;
	f->npictures = n;
	return n > 0;
}

/* Frame and tick where the text before unit `after` ends. */
static void anchor_of(const struct thread_work *t, size_t after, size_t *frame, int *tick)
{
	const struct flow_result *r = &t->result;

	*frame = 0;
	*tick = 0;
	for (size_t i = 0; i < r->n && r->stands[i].unit < after; i++) {
		const struct unit *u = &g_array_index(t->units.units, struct unit, r->stands[i].unit);

		*frame = r->stands[i].frame;
		*tick = r->stands[i].tick + stand_ticks(u, &r->stands[i]);
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

static void put_float(struct work *w, struct thread_work *t, const struct figure *f, struct spot s)
{
	struct column *first = g_ptr_array_index(t->columns, s.frame), *last = g_ptr_array_index(t->columns, s.frame + (size_t)s.span - 1);
	int ticks = (int)lround((figure_lines(f) + 1) * TICKS);
	double line = s.foot ? first->line + (first->frame.ticks - ticks) / (double)TICKS + 1 : first->line;

	figure_put(w->c, first->canvas->sheet, f, MIN(first->x, last->x), line, w->tag);
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

void place_float(struct work *w, size_t thread, const struct floating *f)
{
	struct thread_work *t = &w->threads[thread];
	const struct layout *l = w->c->layout;
	const struct column *col;
	struct spot s;
	size_t frame;
	enum picture_size size = floating_size(f);
	int tick, span = 1, wanted, least;
	bool grown = false;

	anchor_of(t, f->after, &frame, &tick);
again:
	span = 1;
	if (frame >= t->columns->len)
		frame = t->columns->len ? t->columns->len - 1 : 0;
	if (t->columns->len == 0)
		goto unplaced;
	col = g_ptr_array_index(t->columns, frame);
	if (size == SIZE_WIDE)
		span = MIN(2, columns_on_page(t, frame));
	else if (size != SIZE_COLUMN && size != SIZE_INSET)
		span = columns_on_page(t, frame);
	wanted = span;
	/* One over all columns rather goes to a further page; others rather are narrower than nowhere. */
	least = size == SIZE_FULL && may_grow(w) && !grown ? wanted : 1;
	for (; span >= least; span--) {
		Pt width = span * col->frame.width + (span - 1) * l->gutter;
		struct figure_wish wish = figure_wish(w->c, width, l->lines - 14);
		const struct figure *figure = figure_new(w->c, w->t, f, &wish);

		if (!find_spot(t, frame, tick, span, (int)lround((figure_lines(figure) + 1) * TICKS), &s))
			continue;
		put_float(w, t, figure, s);
		w->unplaced += span < wanted;
		if (span < wanted)
			diag_add(w->c->diag, D_PICTURE_NARROW, floating_at(f),
				 ngettext("no room for this picture over %d column; it is set over %d. Shorten the text, add a page, or move the picture",
					  "no room for this picture over %d columns; it is set over %d. Shorten the text, add a page, or move the picture",
					  (unsigned long)wanted), wanted, span);
		return;
	}
unplaced:
	if (may_grow(w) && !grown) {
		grown = true;
		canvas_grow(w);
		goto again;
	}
	if (f->npictures == 1 && f->pictures[0]->fault)	/* reported already */
		return;
	w->unplaced++;
	diag_add(w->c->diag, D_PICTURE_UNPLACED, floating_at(f),
		 _("no room for this picture on the article's pages; give it a smaller size, shorten the text or add a page"));
}


static double filler_lines(const struct work *w, const struct column *col)
{
	const struct picture *p = w->c->issue->fillers[w->c->filler];

	return picture_lines(w->c, p, col->frame.width, w->c->layout->lines);
}

bool filler_room(const struct work *w, const struct thread_work *t)
{
	const struct column *col;
	guint last = t->columns->len;

	if (!w->t->fillers || w->c->filler >= w->c->issue->nfillers || last == 0 || t->result.last_frame >= last)
		return false;
	col = g_ptr_array_index(t->columns, last - 1);
	return !col->frame.overset && !col->foot_taken &&
	       col->frame.ticks - (t->result.last_frame == last - 1 ? t->result.last_tick : 0) >= (filler_lines(w, col) + 3) * TICKS;
}

bool put_filler(struct work *w, struct thread_work *t)
{
	struct composer *c = w->c;
	const struct column *last;
	struct floating f;
	struct figure_wish wish;

	if (!filler_room(w, t))
		return false;
	last = g_ptr_array_index(t->columns, t->columns->len - 1);
	f = (struct floating){ .pictures = (const struct picture *const *)&c->issue->fillers[c->filler], .npictures = 1, .article = w->part->articles[0] };
	wish = figure_wish(c, last->frame.width, c->layout->lines);
	put_float(w, t, figure_new(c, w->t, &f, &wish), (struct spot){ t->columns->len - 1, true, 1 });
	c->filler++;
	return true;
}

/* A filler under balanced columns, at the foot of the outer one. */
bool fill_under(struct work *w, struct thread_work *t)
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
	picture_put(c, col->canvas->sheet, p, (struct rect){ col->x, grid_top(l, line), col->frame.width, lines * l->leading - (1 - BASE_SHARE) * l->leading },
		    w->tag, c->issue->lang);
	return true;
}
