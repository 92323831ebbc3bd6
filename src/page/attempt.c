/*
 * src/page/attempt.c - attempts made and looked at until the best is known.
 *
 * First as drawn; if the text does not fit, or a head would stand without a line
 * of it, with pictures lower than drawn, by as few lines as do (a search by
 * halves); then by a few more, as long as that costs the flow less. Where a
 * filler of the stock would stand free, columns are not balanced. Shaped text
 * and breaks are kept over attempts (struct caches), so they cost little; the
 * best attempt itself is kept, and not composed again.
 */
#include "page/attempt.h"
#include "page/fit/fit.h"
#include "page/figure/spread.h"
#include "page/work.h"

/* Composed apart: with sheets, spreads and messages of its own. */
struct tried {
	const struct part *part;
	struct attempt attempt;
	struct work w;
	struct outcome out;
	GPtrArray *sheets;
	GArray *spreads;
	struct diag *diag;
	bool made;			/* for good */
};

static struct tried *tried_new(struct composer *c, const struct part *p, struct attempt a)
{
	struct tried *t = g_new0(struct tried, 1);
	struct composer real = *c;

	c->before = sheets_last(c);
	c->sheets = t->sheets = g_ptr_array_new();
	c->spreads = t->spreads = spreads_new();
	c->diag = t->diag = diag_new();
	t->part = p;
	t->attempt = a;
	work_open(&t->w, c, p, a, false);
	t->out = outcome_of(&t->w);
	c->before = real.before;
	c->sheets = real.sheets;
	c->spreads = real.spreads;
	c->diag = real.diag;
	return t;
}

static void tried_free(void *tried)
{
	struct tried *t = tried;

	work_close(&t->w, !t->made);
	if (t->sheets)
		g_ptr_array_unref(t->sheets);
	if (t->spreads)
		g_array_unref(t->spreads);
	diag_free(t->diag);
	g_free(t);
}

void attempts_open(struct composer *c)
{
	c->tried = g_ptr_array_new_with_free_func(tried_free);
}

void attempts_close(struct composer *c)
{
	g_clear_pointer(&c->tried, g_ptr_array_unref);
}

static struct tried *find_tried(const struct composer *c, const struct part *p, struct attempt a)
{
	for (guint i = 0; i < c->tried->len; i++) {
		struct tried *t = g_ptr_array_index(c->tried, i);

		if (t->part == p && t->attempt.shrink == a.shrink && t->attempt.unbalanced == a.unbalanced && t->attempt.ad_page == a.ad_page)
			return t;
	}
	return NULL;
}

struct outcome attempt_try(struct composer *c, const struct part *p, struct attempt a)
{
	struct tried *t = c->fitting ? NULL : find_tried(c, p, a);
	struct outcome out;

	if (t)
		return t->out;
	t = tried_new(c, p, a);
	out = t->out;
	if (c->fitting)
		tried_free(t);
	else
		g_ptr_array_add(c->tried, t);
	return out;
}

struct work *attempt_make(struct composer *c, const struct part *p, struct attempt a)
{
	struct tried *t = find_tried(c, p, a);

	if (t) {
		work_keep(&t->w);
		g_ptr_array_extend(c->sheets, t->sheets, NULL, NULL);
		g_array_append_vals(c->spreads, t->spreads->data, t->spreads->len);
		diag_merge(c->diag, t->diag);
	} else {
		t = g_new0(struct tried, 1);
		work_open(&t->w, c, p, a, true);
		g_ptr_array_add(c->tried, t);
	}
	t->made = true;
	return &t->w;
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
	struct outcome t;

	while (lo < hi) {
		int mid = (lo + hi) / 2;

		a.shrink = mid;
		t = attempt_try(c, p, a);
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

/* Whether it leaves room at the end that shows, where less was left. */
static bool opens_hole(const struct part *p, const struct outcome *t, const struct outcome *u)
{
	return p->pages > 0 && u->left > t->left && u->left >= outcome_hole(p, u->shared);
}

static struct outcome shrink_for_fit(struct composer *c, const struct part *p, struct attempt *a, int room, struct outcome t)
{
	struct attempt more = *a;

	for (int i = 1; i <= FIT_STEPS && t.cost >= FIT_COST && more.shrink < room; i++) {
		struct outcome u;

		more.shrink++;
		u = attempt_try(c, p, more);
		u.cost += shrink_cost(i);
		if (!u.overset && u.cost < t.cost && !opens_hole(p, &t, &u)) {
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
	struct outcome t;

	if (p->pages || !has_half_ad(p))
		return 0;
	for (int tries = 0; tries < AD_TRIES; tries++) {
		a.shrink = 0;
		t = attempt_try(c, p, a);
		if (t.overset && room > 0) {
			a.shrink = room;
			t = attempt_try(c, p, a);
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
	return p->template->fillers && fit_has_filler(c);
}

/* With pictures as high as the text lets them; columns balanced unless what stays empty takes a filler. */
static struct outcome shrunk(struct composer *c, const struct part *p, struct attempt *a)
{
	struct outcome t;
	int room = shrink_room(p->template);

	a->unbalanced = has_filler(c, p);
	t = attempt_try(c, p, *a);
	if (a->unbalanced && !t.filler) {
		a->unbalanced = false;
		t = attempt_try(c, p, *a);
	}
	if ((t.overset || t.bare) && room > 0) {
		a->shrink = find_shrink(c, p, *a, room);
		t = attempt_try(c, p, *a);
	}
	if (t.bare && !t.overset && a->shrink) {	/* nothing helps: the picture stays as it was drawn */
		a->shrink = 0;
		t = attempt_try(c, p, *a);
	}
	return t;
}

struct outcome attempt_shrunk(struct composer *c, const struct part *p, int ad_page)
{
	return shrunk(c, p, &(struct attempt){ .ad_page = ad_page });
}

struct attempt attempt_best(struct composer *c, const struct part *p, bool look, struct outcome *out)
{
	int room = shrink_room(p->template);
	struct attempt a = { .ad_page = find_ad_page(c, p, room) };

	if (room > 0 || has_filler(c, p)) {
		*out = shrunk(c, p, &a);
		if (!out->overset)
			*out = shrink_for_fit(c, p, &a, room, *out);
	} else if (look || p->pages || p->template->max_pages) {
		*out = attempt_try(c, p, a);
	}
	return a;
}
