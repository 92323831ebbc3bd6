/* src/page/figure/arrange_page.c - places for figures on a page, the likeliest first. */
#include "page/figure/arrange_page.h"
#include <math.h>
#include <string.h>
#include "page/figure/arrange_near.h"
#include "page/figure/arrange_search.h"
#include "page/figure/inset.h"

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
/* The same where quotes and boxes are among them: their places are chosen by the text. */
static const size_t most_free[MOST_SLOTS + 1] = { 1, 14, 14, 12, 8 };
#define TOO_DEAR 40000.0		/* over the likeliest with as many figures, or of a figure's places */
/* Places that are followed of the first figure of an option, of its second ... */
static const size_t followed[MOST_SLOTS] = { 10, 5, 3, 2 };

struct height { double lines; int ticks; };

/* ---- places ------------------------------------------------------------------ */

static bool side_by_side(const struct column *a, const struct column *b, Pt gutter)
{
	return fabs(fabs(a->x - b->x) - a->frame.width - gutter) < 1;
}

static bool end_fits(const struct column *c, const struct slot *slot)
{
	int rest = c->frame.ticks - slot->ticks;

	if (slot->at == AT_FOOT ? c->foot_taken : c->head_taken)
		return false;
	if (c->gap > 0) {
		double over = c->gap_line - c->line, under = foot_line(c) - c->gap_line - c->gap / (double)TICKS, taken = slot->ticks / (double)TICKS;
		return (slot->at == AT_FOOT ? under : over) - taken >= INSIDE_TEXT;
	}
	return rest == 0 || rest >= MIN_FRAME * TICKS;
}

static bool inside_fits(const struct column *c, const struct slot *slot)
{
	return c->gap == 0 && slot->from >= c->line + INSIDE_TEXT && slot->from + slot->ticks / (double)TICKS + INSIDE_TEXT <= foot_line(c);
}

bool slot_fits(const struct search *s, const struct column *columns, const struct slot *slot)
{
	const struct column *first = &columns[slot->column];

	for (size_t i = 0; i < (size_t)slot->span; i++) {
		const struct column *c = &first[i];
		bool level = slot->at == AT_INSIDE || fabs(slot->at == AT_FOOT ? foot_line(c) - foot_line(first) : c->line - first->line) < 0.01;

		if (c->frame.nnotches > 0 || !level || (i > 0 && !side_by_side(c - 1, c, s->gutter)))
			return false;
		if (slot->at == AT_BESIDE ? c->gap > 0 || slot->notch[i]->from + slot->notch[i]->n > c->frame.ticks :
		    slot->at == AT_INSIDE ? !inside_fits(c, slot) : !end_fits(c, slot))
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

/* Where a figure is seen: columns from the first one, their feet after their heads. */
static size_t seen_at(const struct slot *s)
{
	return s->column * 2 + (s->at == AT_FOOT);
}

static double slot_cost(const struct search *s, const struct option *o, const struct column *columns, const struct slot *slot)
{
	const struct slot *before = o->n ? &o->slot[o->n - 1] : NULL;
	const struct floating *f = s->f->figures;
	double cost = (slot->at == AT_FOOT ? COST_FOOT : 0) + (slot->at == AT_BESIDE ? scatter(o, slot->column, slot->offset) : 0);

	for (size_t i = slot->column; i < slot->column + (size_t)slot->span && slot->at != AT_BESIDE; i++) {
		int rest = columns[i].frame.ticks - slot->ticks;
		if (rest > 0 && rest < LOW_LINES * TICKS)
			cost += COST_LOW;
	}
	if (before && !floating_is_free(&f[slot->figure]) && !floating_is_free(&f[before->figure]) && seen_at(slot) < seen_at(before))
		cost += COST_ORDER;
	return cost;
}

/* What it costs that it stands near others; HUGE_VAL: it may not. */
static double company_cost(const struct search *s, const struct option *o, const struct slot *slot)
{
	const struct floating *f = s->f->figures;
	double cost = 0;

	for (size_t i = 0; i < o->n; i++)
		if (floating_is_free(&f[slot->figure]) || floating_is_free(&f[o->slot[i].figure]))
			cost += near_each_other(&f[slot->figure], slot, &f[o->slot[i].figure], &o->slot[i]);
	return cost;
}

int slot_wanted(const struct page_figures *f, size_t figure, size_t n)
{
	enum picture_size size = floating_size(&f->figures[figure]);

	if (floating_is_free(&f->figures[figure]))
		return 1;
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
		n += o->slot[i].at == AT_BESIDE;
	return n;
}

/* The option with the candidate more. */
static void add_option(struct search *s, const struct option *o, const struct column *columns, const struct candidate *c)
{
	struct column left[PAGE_COLUMNS];
	struct option more = *o;

	if (s->found->len >= OPTIONS_TRIED) {
		s->o->bounded = true;
		return;
	}
	memcpy(left, columns, s->ncolumns * sizeof *columns);
	more.slot[more.n] = c->slot;
	take_room(left, &more.slot[more.n++]);
	more.cost += c->cost;
	more.guess += c->guess;
	more.own &= c->own;
	if (!s->crops || !more.own)
		g_array_append_val(s->found, more);
	/* Insets have many places: with one of them a figure less stands on the page. */
	if (more.n < MOST_SLOTS - (count_insets(&more) > 0))
		extend(s, &more, left);
}

void propose(struct search *s, struct proposals *p, const struct slot *slot, double cost, bool own)
{
	struct candidate c = { *slot, cost, 0, own, p->found->len };
	double company;

	if (!slot_fits(s, p->columns, slot))
		return;
	c.slot.line = slot_line(p->columns, slot);
	company = company_cost(s, p->o, &c.slot);
	if (company == HUGE_VAL)
		return;
	c.cost += company + slot_cost(s, p->o, p->columns, &c.slot);
	c.guess = slot_guess(s, p, &c.slot);
	g_array_append_val(p->found, c);
}

/* What a column of a width gives way to for a figure at x: the same wherever it stands. */
struct known_notch { const struct figure *figure; Pt column, x; struct notch notch; };

static guint notch_hash(gconstpointer p)
{
	const struct known_notch *k = p;
	return g_direct_hash(k->figure) ^ g_double_hash(&k->column) ^ g_double_hash(&k->x) * 31u;
}

static gboolean notch_equal(gconstpointer a, gconstpointer b)
{
	const struct known_notch *x = a, *y = b;
	return x->figure == y->figure && x->column == y->column && x->x == y->x;
}

GHashTable *notches_table_new(void)
{
	return g_hash_table_new(notch_hash, notch_equal);
}

static const struct notch *notch_at(struct search *s, const struct figure *f, const struct column *c, int offset, Pt x)
{
	struct arena *a = s->f->w->c->arena;
	struct known_notch key = { f, c->frame.width, x, { 0 } }, *known = g_hash_table_lookup(s->f->notches, &key);
	struct notch *n;

	if (!known) {
		known = arena_copy(a, &key, sizeof key);
		known->notch = inset_notch(s->f->w->c, f, c->frame.width, x);
		g_hash_table_add(s->f->notches, known);
	}
	n = arena_copy(a, &known->notch, sizeof *n);
	n->from = offset * TICKS;
	return n;
}

/* Where the inset before it stands it has been read. */
static bool in_order(const struct option *o, size_t column, int offset)
{
	const struct slot *before = o->n ? &o->slot[o->n - 1] : NULL;

	return !before || before->at != AT_BESIDE || column > before->column || (column == before->column && offset > before->offset);
}

/* In one column, or over the white between it and the next one. */
struct slot beside_slot(struct search *s, const struct option *o, const struct column *k, size_t column, const struct figure *set, bool straddles, int offset)
{
	struct slot slot = { .figure = s->o->before + o->n, .column = column, .span = straddles ? 2 : 1, .at = AT_BESIDE, .figured = set, .offset = offset,
			     .lines = set->lines, .width = set->width };
	const struct column *left = straddles && k[1].x < k[0].x ? &k[1] : k;

	for (int i = 0; i < slot.span && column + (size_t)i < s->ncolumns; i++) {
		Pt x = straddles ? straddle_x(s->f->w->c, set, left->x, left->frame.width) - k[i].x :
		       inset_x(set, 0, k->frame.width, inset_at_left(set->of, set->of->article->rtl, k->canvas->sheet->right));

		slot.notch[i] = notch_at(s, set, &k[i], offset, x);
	}
	return slot;
}

/* Every few lines of every column, or of every two. */
static void propose_beside(struct search *s, struct proposals *p, const struct figure *set, bool straddles, int step)
{
	for (size_t column = 0; column + straddles < s->ncolumns; column++) {
		const struct column *k = &p->columns[column];

		if (straddles && !side_by_side(k, k + 1, s->gutter))
			continue;
		for (int offset = 0; offset + figure_lines(set) <= k->frame.ticks / TICKS; offset += step) {
			struct slot slot;

			if (!in_order(p->o, column, offset))
				continue;
			slot = beside_slot(s, p->o, k, column, set, straddles, offset);
			propose(s, p, &slot, 0, true);
		}
	}
}

/* Places for an inset. false: it has none beside text. */
static bool propose_inset(struct search *s, struct proposals *p, const struct floating *f)
{
	struct composer *c = s->f->w->c;
	Pt column = p->columns[0].frame.width;
	bool straddles = inset_straddles(f) && s->ncolumns > 1 && straddle_width(c, f, column) > 0;
	Pt width = straddles ? straddle_width(c, f, column) : inset_width(c, f, column);
	struct figure_wish wish = figure_wish(c, width, c->layout->lines - 14);
	gpointer key = GSIZE_TO_POINTER(1 + (p->figure * 32 + 30 + straddles) * 16);
	const struct figure *set = g_hash_table_lookup(s->f->heights, key);

	if (width <= 0)
		return false;
	if (s->crops || count_insets(p->o) == MOST_INSETS)
		return true;
	wish.at = wish.at == CAPTION_BESIDE ? CAPTION_BELOW : wish.at;
	if (!set) {
		set = figure_new(c, s->f->w->t, f, &wish);
		g_hash_table_insert(s->f->heights, key, (gpointer)set);
	}
	propose_beside(s, p, set, straddles, p->o->n ? INSET_STEP_NEXT : INSET_STEP);
	s->insets = true;
	return true;
}

/* Heads and feet of as many columns as it asks for. */
static void propose_ends(struct search *s, struct proposals *p)
{
	int wanted = slot_wanted(s->f, p->figure, s->ncolumns);

	for (int span = wanted; span >= (s->narrow ? 1 : wanted); span--) {
		Pt width = span * p->columns[0].frame.width + (span - 1) * s->gutter;

		for (const int *more = s->crops ? heights[p->o->n] : own_height; *more != END; more++) {
			const struct height *h = height_of(s, p->figure, span, width, *more);

			for (size_t column = 0; h && column + (size_t)span <= s->ncolumns; column++)
				for (int foot = 0; foot <= 1; foot++)
					propose(s, p, &(struct slot){ .figure = p->figure, .column = column, .span = span, .at = foot ? AT_FOOT : AT_HEAD,
						.lines = h->lines, .ticks = h->ticks, .width = width },
						COST_CROP * *more * *more + COST_NARROW * (wanted - span), *more == 0);
		}
	}
}

static gint likelier_place(gconstpointer a, gconstpointer b)
{
	const struct candidate *x = a, *y = b;
	double d = x->cost + x->guess - y->cost - y->guess;

	return d < 0 ? -1 : d > 0 ? 1 : x->nth < y->nth ? -1 : x->nth > y->nth;
}

/* Where it is known about how the text stands, only the likeliest places are followed. */
static guint keep_places(const struct search *s, const struct option *o, GArray *found)
{
	guint n = 0;

	if (!s->o->around || found->len == 0)
		return found->len;
	g_array_sort(found, likelier_place);
	while (n < found->len && n < followed[s->crops ? MOST_SLOTS - 1 : o->n]) {
		const struct candidate *first = &g_array_index(found, struct candidate, 0), *c = &g_array_index(found, struct candidate, n);

		if (c->cost + c->guess > first->cost + first->guess + TOO_DEAR)
			break;
		n++;
	}
	return n;
}

/* All places for the next figure. */
static void extend(struct search *s, const struct option *o, const struct column *columns)
{
	size_t figure = s->o->before + o->n;
	const struct floating *f = &s->f->figures[figure];
	struct proposals p = { .o = o, .columns = columns, .figure = figure, .end = HUGE_VAL };

	if (figure >= s->f->n || (s->crops && o->n >= G_N_ELEMENTS(heights)))
		return;
	guess_spots(s, &p);
	p.found = g_array_new(FALSE, FALSE, sizeof(struct candidate));
	if (floating_is_free(f))
		propose_free(s, &p);
	else if (floating_size(f) != SIZE_INSET || !propose_inset(s, &p, f))
		propose_ends(s, &p);
	for (guint i = 0, n = keep_places(s, o, p.found); i < n; i++)
		add_option(s, o, columns, &g_array_index(p.found, struct candidate, i));
	g_array_unref(p.found);
}

/* Fewest figures first, then the cheapest; what is alike stays in the order it was found in. */
static gint likelier(gconstpointer a, gconstpointer b, gpointer all)
{
	const struct option *x = &((const struct option *)all)[*(const guint *)a], *y = &((const struct option *)all)[*(const guint *)b];

	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	if (x->cost + x->guess != y->cost + y->guess)
		return x->cost + x->guess < y->cost + y->guess ? -1 : 1;
	return *(const guint *)a < *(const guint *)b ? -1 : *(const guint *)a > *(const guint *)b;
}

static void keep_likeliest(struct search *s)
{
	guint n = s->found->len, *order = g_new(guint, n);
	size_t kept[MOST_SLOTS + 1] = { 0 }, room_for[MOST_SLOTS + 1], room = 0;
	double least[MOST_SLOTS + 1] = { 0 };

	for (guint i = 0; i < n; i++)
		order[i] = i;
	g_qsort_with_data(order, (gint)n, sizeof *order, likelier, s->found->data);
	for (size_t i = 0; i <= MOST_SLOTS; i++)
		room += room_for[i] = s->o->around ? most_free[i] : most[i] * (i && s->insets ? MORE_INSETS : 1);
	s->o->option = arena_make_array(s->f->w->c->arena, MIN(room, n), const struct option *);
	for (guint i = 0; i < n; i++) {
		const struct option *o = &g_array_index(s->found, struct option, order[i]);

		if (kept[o->n] == 0)
			least[o->n] = o->cost + o->guess;
		if (s->o->around && o->cost + o->guess > least[o->n] + TOO_DEAR)
			continue;
		if (kept[o->n]++ < room_for[o->n])
			s->o->option[s->o->n++] = arena_copy(s->f->w->c->arena, o, sizeof *o);
	}
	g_free(order);
}

void page_options_find(struct page_options *o, struct page_figures *f, size_t ncolumns)
{
	struct search s = { f, o, g_array_new(FALSE, FALSE, sizeof(struct option)), MIN(ncolumns, PAGE_COLUMNS), f->w->c->layout->gutter,
			    .narrow = !may_grow(f->w) };
	struct option plain = { .page = o->page, .before = o->before, .own = true };
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
