/* src/page/outcome.c - a composed part measured, and what went wrong with it told. */
#include "page/outcome.h"
#include <math.h>
#include "base/i18n.h"
#include "page/work.h"

/* ---- measures -------------------------------------------------------------------------- */

/* Lines that stand in no page of the part. */
static int lines_over(const struct thread_work *t)
{
	size_t lines = 0;

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct unit *u = thread_unit(t, st->unit);

		if (thread_column(t, st->frame)->frame.overset)
			lines += stand_lines(u, st);
	}
	return (int)lines;
}

/* Ticks that text takes over its columns, or, negative, leaves empty in them. */
static int ticks_needed(const struct thread_work *t)
{
	int *used = g_new0(int, t->columns->len + 1), need = 0;

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		int end = st->tick + stand_ticks(thread_unit(t, st->unit), st);

		used[st->frame] = MAX(used[st->frame], end);
	}
	for (guint i = 0; i < t->columns->len; i++) {
		const struct column *col = thread_column(t, i);

		need += used[i] - (col->frame.overset ? 0 : col->frame.ticks + col->cut);
	}
	g_free(used);
	return need;
}

static int ticks_left(const struct thread_work *t)
{
	int left = 0;

	for (size_t i = t->result.last_frame; i < t->columns->len; i++) {
		const struct column *col = thread_column(t, i);
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
		left += thread_column(t, i)->cut;
	return left;
}

static bool oversets(const struct work *w)
{
	for (guint i = 0; i < w->canvases->len; i++)
		if (work_canvas(w, i)->sheet->overset)
			return true;
	return false;
}

/* A head with no line of its text under it has too high a picture over it. */
static bool text_on_first(const struct work *w)
{
	const struct canvas *first = work_canvas(w, 0);

	for (size_t k = 0; k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		if (t->units.units->len == 0)
			return true;
		if (t->result.n && thread_column(t, t->result.stands[0].frame)->canvas == first)
			return true;
	}
	return false;
}

struct outcome outcome_of(const struct work *w)
{
	struct outcome o = {
		.bare = !text_on_first(w),
		.overset = oversets(w) || (w->attempt.ad_page && w->text_pages > w->attempt.ad_page), .pages = w->text_pages, .unplaced = w->unplaced,
	};

	for (size_t k = 0; k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		o.filler |= filler_room(w, t);
		o.over += lines_over(t);
		o.left += ticks_empty(t) / TICKS;
		o.shared |= t->limit > 0;
		o.need += ticks_needed(t);
		o.widows += t->result.widows;
		o.cost += t->result.cost;
	}
	o.need = (int)floor((double)o.need / TICKS);
	return o;
}

/* ---- messages -------------------------------------------------------------------------- */

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
	const struct unit *u = thread_unit(t, st->unit);

	if (unit_is_heading(u) && i + 1 < t->result.n && st[1].unit == st->unit + 1 && st[1].frame != st->frame)
		diag_add_page(w->c->diag, D_WIDOW, unit_at(u), page,
			      _("this heading stands at the foot of a column, parted from its text; change the text by a line"));
}

/* Part of a block that no frame was high enough for. */
static void report_high(struct work *w, const struct unit *u, const struct stand *st, const struct column *col)
{
	int white = u->hlist ? 0 : u->rows->row[st->first + st->n - 1].white, over = st->tick + stand_ticks(u, st) - white - col->frame.ticks;

	if (u->hlist || over <= 0)
		return;
	col->canvas->sheet->high_told = true;
	diag_add_page(w->c->diag, D_OVERSET, unit_at(u), col->canvas->sheet->number,
		      ngettext("a part of this that cannot be divided is %d line higher than the column; shorten it, or set it wider",
			       "a part of this that cannot be divided is %d lines higher than the column; shorten it, or set it wider",
			       (unsigned long)tick_lines(over)), tick_lines(over));
}

void outcome_report_stand(struct work *w, size_t thread, size_t i)
{
	const struct thread_work *t = &w->threads[thread];
	const struct stand *st = &t->result.stands[i];
	const struct column *col = thread_column(t, st->frame);
	const struct unit *u = thread_unit(t, st->unit);

	if (col->frame.overset)
		return;
	report_widow(w, u, st, col->canvas->sheet->number);
	report_parted(w, t, i, col->canvas->sheet->number);
	report_high(w, u, st, col);
}

void outcome_report_overset(struct work *w, size_t thread)
{
	struct thread_work *t = &w->threads[thread];
	size_t lines = 0, chars = 0;
	struct src at = w->part->at;
	size_t first = 0;		/* unit that has no page */
	int page = 0;

	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct column *col = thread_column(t, st->frame);
		const struct unit *u = thread_unit(t, st->unit);

		if (!col->frame.overset) {
			page = col->canvas->sheet->number;
			continue;
		}
		first = lines || chars ? first : st->unit;
		lines += stand_lines(u, st);
		chars += stand_chars(u, st);
	}
	/* The text that is too long, of several that share pages. */
	if (t->units.units->len)
		at = unit_article(thread_unit(t, first))->at;
	if (t->result.nset < t->units.units->len)
		diag_add_page(w->c->diag, D_OVERSET, at, page, _("the text needs more than %d pages; the rest is left out"), MAX_PAGES);
	if (lines)
		diag_add_page(w->c->diag, D_OVERSET, at, page,
			      ngettext("the text is %zu lines (about %zu characters) too long for its page; shorten it, or give it more pages",
				       "the text is %zu lines (about %zu characters) too long for its pages; shorten it, or give it more pages",
				       (unsigned long)MAX(w->part->pages, 1)), lines, chars);
}

static double room_for(const struct work *w, const struct thread_work *t, int lines)
{
	const struct column *col = thread_column(t, t->columns->len - 1);

	return work_chars(w, lines * col->frame.width);
}

/* The text ends on one page, and the half advertisement found no room there. */
static void report_lonely_ad(struct work *w)
{
	const struct thread_work *t = &w->threads[0];

	if (w->attempt.ad_page > w->text_pages && t->columns->len)
		diag_add_page(w->c->diag, D_UNDERSET, w->part->ads[0]->at, work_canvas(w, (size_t)w->attempt.ad_page - 1)->sheet->number,
			      _("this advertisement finds no room on the last page of the text and stands on a page by itself; shorten the text, lengthen it by about %.0f characters, or book a full page"),
			      room_for(w, t, ticks_empty(t) / TICKS));
}

int outcome_hole(const struct part *p, bool shared)
{
	return shared || p->template->nthreads > 1 ? 2 * MIN_HOLE : MIN_HOLE;
}

void outcome_report_hole(struct work *w, size_t thread)
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
	if (left < outcome_hole(w->part, t->limit > 0))
		return;
	col = thread_column(t, t->columns->len - 1);
	diag_add_page(w->c->diag, D_UNDERSET, w->part->articles[0]->at, col->canvas->sheet->number,
		      _("%d lines stay empty at the end (room for about %.0f characters)"), left, room_for(w, t, left));
}

static void check_start(struct work *w)
{
	const struct canvas *first = work_canvas(w, 0);
	enum start_side side = w->part->start != START_ANY ? w->part->start : w->t->start;

	if (side == START_ANY || (side == START_RIGHT) == first->sheet->right)
		return;
	diag_add_page(w->c->diag, D_PAGE_COUNT, w->part->at, first->sheet->number,
		      side == START_LEFT ? _("starts on a right page, but should start on a left one; move it by a page") :
					   _("starts on a left page, but should start on a right one; move it by a page"));
}

void outcome_report(struct work *w)
{
	report_lonely_ad(w);
	check_start(w);
}
