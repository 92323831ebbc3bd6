/* src/page/arrange_page.c - places for figures on a page, the likeliest first. */
#include "page/arrange_page.h"
#include <math.h>
#include <string.h>
#include "page/inset.h"

#define OPTIONS_TRIED 6000
#define INSET_STEP 4			/* lines from one place of an inset to the next ... */
#define INSET_STEP_NEXT 10		/* ... where it is not the first figure of its page */
#define MOST_INSETS 2			/* of a page */
#define MORE_INSETS 3			/* times as many options are kept of a page with insets */
#define COST_CROP 300.0			/* a line higher or lower than its own proportions, squared */
#define COST_FOOT 100.0			/* at the head pictures are seen first */
#define COST_LOW 600.0			/* a column that is left with few lines ... */
#define LOW_LINES 10			/* ... fewer than so many */
#define COST_ORDER 3000.0		/* a figure that is seen before the one that comes before it */
#define COST_NARROW 2e6		/* a column less than it asks for */

/* Heights that are tried of the figures of a page, against their own: of all of them their own first, then others of the first two. */
#define END 99
static const int own_height[] = { 0, END };
static const int heights[][8] = { { 0, -1, 1, -2, 2, -3, 3, END }, { 0, -1, 1, END } };
/* Options with so many figures that are kept. */
static const size_t most[MOST_SLOTS + 1] = { 1, 42, 30, 14, 8 };

struct height { double lines; int ticks; };

struct search {
	struct page_figures *f;
	struct page_options *o;
	GArray *found;			/* struct option */
	size_t ncolumns;
	Pt gutter;
	bool insets;			/* one of them is an inset */
	bool crops;			/* heights other than their own are tried */
	bool narrow;			/* figures may be narrower than they ask for: there is no further page for them */
};

/* ---- places ------------------------------------------------------------------ */

static bool side_by_side(const struct column *a, const struct column *b, Pt gutter)
{
	return fabs(fabs(a->x - b->x) - a->frame.width - gutter) < 1;
}

/* Columns side by side, equally high at that end, with enough left of them. */
static bool fits(const struct search *s, const struct column *columns, const struct slot *slot)
{
	const struct column *first = &columns[slot->column];

	if (slot->inset)
		return first->frame.nnotches == 0 && slot->notch->from + slot->notch->n <= first->frame.ticks;

	for (size_t i = slot->column; i < slot->column + (size_t)slot->span; i++) {
		const struct column *c = &columns[i];
		int rest = c->frame.ticks - slot->ticks;

		if (c->frame.nnotches > 0)
			return false;
		if (slot->foot ? c->foot_taken : c->head_taken)
			return false;
		if (i > slot->column && !side_by_side(&columns[i - 1], c, s->gutter))
			return false;
		if (fabs(slot->foot ? foot_line(c) - foot_line(first) : c->line - first->line) > 0.01)
			return false;
		if (rest < 0 || (rest > 0 && rest < MIN_FRAME * TICKS))
			return false;
	}
	return true;
}

/* What stands alike is kept in no order of its places: all over the page, where there are more than can be kept. */
static double scatter(const struct option *o, size_t column, int offset)
{
	unsigned h = (unsigned)(column * 64 + (size_t)offset) * 2654435761u;

	for (size_t i = 0; i < o->n; i++)
		h = (h ^ (unsigned)(o->slot[i].column * 64 + (size_t)o->slot[i].offset)) * 2654435761u;
	return (double)(h >> 16) / 65536;
}

static double slot_cost(const struct option *o, const struct column *columns, const struct slot *s, int crop, int missing)
{
	const struct slot *before = o->n ? &o->slot[o->n - 1] : NULL;
	double cost = COST_CROP * crop * crop + COST_NARROW * missing + (s->foot ? COST_FOOT : 0) + (s->inset ? scatter(o, s->column, s->offset) : 0);

	for (size_t i = s->column; i < s->column + (size_t)s->span && !s->inset; i++) {
		int rest = columns[i].frame.ticks - s->ticks;
		if (rest > 0 && rest < LOW_LINES * TICKS)
			cost += COST_LOW;
	}
	if (before && s->column * 2 + s->foot < before->column * 2 + before->foot)
		cost += COST_ORDER;
	return cost;
}

int slot_wanted(const struct page_figures *f, size_t figure, size_t n)
{
	enum picture_size size = floating_size(&f->figures[figure]);

	if (size == SIZE_COLUMN || size == SIZE_INSET)
		return 1;
	return size == SIZE_WIDE ? MIN(2, (int)n) : (int)n;
}

/* The figure's height `more` lines over its own, as far as it may be cropped; NULL: it may not. */
static const struct height *height_of(struct search *s, size_t figure, int span, Pt width, int more)
{
	struct composer *c = s->f->w->c;
	gpointer key = GSIZE_TO_POINTER(1 + (figure * 32 + (size_t)span) * 16 + (size_t)(more + 8));
	struct height *h = g_hash_table_lookup(s->f->heights, key);
	const struct floating *f = &s->f->figures[figure];
	struct figure_wish wish = figure_wish(c, width, c->layout->lines - 14);
	const struct figure *figured;
	double least, room;

	if (h)
		return h->ticks ? h : NULL;
	h = arena_make(c->arena, struct height);
	g_hash_table_insert(s->f->heights, key, h);
	figured = figure_new(c, s->f->w->t, f, &wish);
	if (more) {
		figure_room(c, f, figured->picture_w, &least, &room);
		wish.lines = figured->lines + more;
		wish.settled = true;
		if (f->npictures != 1 || f->pictures[0]->vector || wish.lines < least || wish.lines > room)
			return NULL;
		figured = figure_new(c, s->f->w->t, f, &wish);
	}
	*h = (struct height){ figured->lines, (int)lround((figure_lines(figured) + 1) * TICKS) };
	return h;
}

static void extend(struct search *s, const struct option *o, const struct column *columns);

static int count_insets(const struct option *o)
{
	int n = 0;

	for (size_t i = 0; i < o->n; i++)
		n += o->slot[i].inset != NULL;
	return n;
}

static void try_slot(struct search *s, const struct option *o, const struct column *columns, const struct slot *slot, int crop, int missing)
{
	struct column left[PAGE_COLUMNS];
	struct option more = *o;

	if (!fits(s, columns, slot))
		return;
	if (s->found->len >= OPTIONS_TRIED) {
		s->o->bounded = true;
		return;
	}
	more.cost += slot_cost(o, columns, slot, crop, missing);
	more.slot[more.n] = *slot;
	memcpy(left, columns, s->ncolumns * sizeof *columns);
	take_room(left, &more.slot[more.n++]);
	more.own &= crop == 0;
	if (!s->crops || !more.own)
		g_array_append_val(s->found, more);
	/* Insets have many places: with one of them a figure less stands on the page. */
	if (more.n < MOST_SLOTS - (count_insets(&more) > 0))
		extend(s, &more, left);
}

static const struct notch *notch_at(struct search *s, const struct figure *f, const struct column *c, int offset, bool at_left)
{
	struct notch *n = arena_make(s->f->w->c->arena, struct notch);

	*n = inset_notch(s->f->w->c, f, c->frame.width, at_left);
	n->from = offset * TICKS;
	return n;
}

/* Where the inset before it stands it has been read. */
static bool in_order(const struct option *o, size_t column, int offset)
{
	const struct slot *before = o->n ? &o->slot[o->n - 1] : NULL;

	return !before || !before->inset || column > before->column || (column == before->column && offset > before->offset);
}

/* Places for an inset: every few lines of every column. */
static void extend_inset(struct search *s, const struct option *o, const struct column *columns, size_t figure, Pt width)
{
	struct composer *c = s->f->w->c;
	const struct floating *f = &s->f->figures[figure];
	struct figure_wish wish = figure_wish(c, width, c->layout->lines - 14);
	const struct figure *set;
	int step = o->n ? INSET_STEP_NEXT : INSET_STEP;

	if (count_insets(o) == MOST_INSETS)
		return;
	wish.at = wish.at == CAPTION_BESIDE ? CAPTION_BELOW : wish.at;
	set = figure_new(c, s->f->w->t, f, &wish);
	for (size_t column = 0; column < s->ncolumns; column++) {
		const struct column *k = &columns[column];
		bool at_left = inset_at_left(f, f->article->rtl, k->canvas->sheet->right);

		for (int offset = 0; offset + figure_lines(set) <= k->frame.ticks / TICKS; offset += step)
			if (in_order(o, column, offset))
				try_slot(s, o, columns, &(struct slot){ .figure = figure, .column = column, .span = 1, .inset = set, .offset = offset,
					 .notch = notch_at(s, set, k, offset, at_left), .lines = set->lines, .width = width }, 0, 0);
	}
	s->insets = true;
}

/* All places for the next figure. */
static void extend(struct search *s, const struct option *o, const struct column *columns)
{
	size_t figure = s->o->before + o->n;
	int wanted;

	if (figure >= s->f->n || (s->crops && o->n >= G_N_ELEMENTS(heights)))
		return;
	if (floating_size(&s->f->figures[figure]) == SIZE_INSET) {
		Pt width = inset_width(s->f->w->c, &s->f->figures[figure], columns[0].frame.width);

		if (width > 0) {
			if (!s->crops)
				extend_inset(s, o, columns, figure, width);
			return;
		}
	}
	wanted = slot_wanted(s->f, figure, s->ncolumns);
	for (int span = wanted; span >= (s->narrow ? 1 : wanted); span--) {
		Pt width = span * columns[0].frame.width + (span - 1) * s->gutter;

		for (const int *more = s->crops ? heights[o->n] : own_height; *more != END; more++) {
			const struct height *h = height_of(s, figure, span, width, *more);

			for (size_t column = 0; h && column + (size_t)span <= s->ncolumns; column++)
				for (int foot = 0; foot <= 1; foot++)
					try_slot(s, o, columns, &(struct slot){ .figure = figure, .column = column, .span = span, .foot = foot,
						 .lines = h->lines, .ticks = h->ticks, .width = width }, *more, wanted - span);
		}
	}
}

/* Fewest figures first, then the cheapest; what is alike stays in the order it was found in. */
static gint likelier(gconstpointer a, gconstpointer b, gpointer all)
{
	const struct option *x = &((const struct option *)all)[*(const guint *)a], *y = &((const struct option *)all)[*(const guint *)b];

	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	return *(const guint *)a < *(const guint *)b ? -1 : *(const guint *)a > *(const guint *)b;
}

static void keep_likeliest(struct search *s)
{
	guint n = s->found->len, *order = g_new(guint, n);
	size_t kept[MOST_SLOTS + 1] = { 0 }, room_for[MOST_SLOTS + 1], room = 0;

	for (guint i = 0; i < n; i++)
		order[i] = i;
	g_qsort_with_data(order, (gint)n, sizeof *order, likelier, s->found->data);
	for (size_t i = 0; i <= MOST_SLOTS; i++)
		room += room_for[i] = most[i] * (i && s->insets ? MORE_INSETS : 1);
	s->o->option = arena_make_array(s->f->w->c->arena, MIN(room, n), struct option);
	for (guint i = 0; i < n; i++) {
		const struct option *o = &g_array_index(s->found, struct option, order[i]);

		if (kept[o->n]++ < room_for[o->n])
			s->o->option[s->o->n++] = *o;
	}
	g_free(order);
}

void page_options_find(struct page_options *o, struct page_figures *f, size_t ncolumns)
{
	struct search s = { f, o, g_array_new(FALSE, FALSE, sizeof(struct option)), MIN(ncolumns, PAGE_COLUMNS), f->w->c->layout->gutter,
			    .narrow = !may_grow(f->w) };
	struct option plain = { .own = true };
	struct column columns[PAGE_COLUMNS];

	option_lines(&plain, o->columns, ncolumns, 0, columns);
	g_array_append_val(s.found, plain);
	for (int crops = 0; crops <= 1 && s.ncolumns && !columns[0].frame.overset; crops++) {
		s.crops = crops;
		extend(&s, &plain, columns);
	}
	keep_likeliest(&s);
	g_array_unref(s.found);
}
