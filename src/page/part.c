/*
 * src/page/part.c - a part of the issue, an article or several that share pages:
 * the search for its best attempt, advice where that misses its pages, and the
 * pages themselves.
 */
#include "base/i18n.h"
#include "page/attempt.h"
#include "page/fit/fit.h"
#include "page/outcome.h"
#include "page/figure/plate.h"
#include "page/work.h"

/* ---- copyfitting ----------------------------------------------------------------------- */

/* Whether lines have no page, or so many stay empty that outcome_report_hole() says so. */
static bool misses_pages(const struct part *p, const struct outcome *out)
{
	if (out->over > 0 || (out->unplaced > 0 && (p->pages > 0 || p->template->max_pages > 0)))
		return true;
	return p->pages > 0 && !out->filler && out->left >= outcome_hole(p, out->shared);
}

/* What would help a part that misses its pages; only when page numbers are known, since it takes its time. */
static bool fit_wanted(struct composer *c, const struct part *p, const struct outcome *out)
{
	bool wanted = c->fit->article ? article_find(p->articles, p->narticles, c->fit->article) != NULL : misses_pages(p, out);

	c->put_off = wanted && !c->once && !c->known;
	return wanted && !c->put_off;
}

static void advise(struct composer *c, const struct part *p, const struct attempt *a)
{
	struct copyfit *f = fit_part(c, p, a, false), **end = &c->fit->found;

	while (*end)
		end = &(*end)->next;
	*end = f;
	if (c->fit->notes)
		fit_report(c, f);
}

/* ---- the whole -------------------------------------------------------------------------- */

/* The page an article's text starts on; a single article starts where its part does, with its head. */
static int first_page(const struct work *w, const struct article *a)
{
	const struct canvas *first = work_canvas(w, 0);

	for (size_t k = 0; w->part->narticles > 1 && k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		for (size_t i = 0; i < t->result.n; i++) {
			const struct stand *st = &t->result.stands[i];
			const struct column *col = thread_column(t, st->frame);
			if (unit_article(thread_unit(t, st->unit)) == a)
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

static void finish(struct work *w)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		outcome_report_overset(w, k);
		outcome_report_hole(w, k);
		work_put(w, k);
	}
	jump_finish(w);
	outcome_report(w);
	untaken_report(w);
	note_starts(w);
	plan_part(w);
}

/* Nobody can change the issue for another layout than its own: pictures and pull quotes give way by themselves there, as copyfitting would
 * advise, where that is enough. */
static bool adapts(struct composer *c, const struct part *p)
{
	struct outcome out = { .pages = 0 };
	struct attempt a;
	struct copyfit *f;

	if (!c->layout->stands_in || !p->pages)
		return false;
	a = attempt_best(c, p, true, &out);
	f = misses_pages(p, &out) ? fit_part(c, p, &a, true) : NULL;
	if (!f || !f->solved)
		return false;
	attempts_close(c);
	attempts_open(c);
	fit_adopt(c, f);
	diag_add(c->diag, D_STAND_IN, p->at, _("pictures or pull quotes are set higher or lower here than in the issue's own layout, so that the text fills its pages"));
	return true;
}

/* Pages were counted for the layout that the issue names: in another one a text that does not fit takes as many as it needs. */
static const struct part *loosened(struct composer *c, const struct part *p)
{
	struct part *loose;
	struct outcome out;

	if (!c->layout->stands_in || !p->pages || p->rest)
		return p;
	out = attempt_shrunk(c, p, 0);
	if (!out.overset && !out.unplaced)
		return p;
	loose = arena_copy(c->arena, p, sizeof *p);
	loose->pages = 0;
	return loose;
}

void compose_part(struct composer *c, const struct part *p)
{
	struct outcome out = { .pages = 0 };
	struct attempt a;
	bool adapted;

	plates_find(c, p);
	attempts_open(c);
	adapted = adapts(c, p);
	p = adapted ? p : loosened(c, p);
	a = attempt_best(c, p, c->fit->article, &out);
	if (!adapted && fit_wanted(c, p, &out))
		advise(c, p, &a);
	finish(attempt_make(c, p, a));
	attempts_close(c);
	fit_give_up(c);
}
