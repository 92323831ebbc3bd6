/*
 * src/page/fit.c - remedies found, tried, and put in order.
 *
 * A composition's excess is the lines it has too many, or, negative, those it
 * leaves empty. Every remedy is tried alone; then, where none is enough by
 * itself, they are taken together in their order until the text fits.
 */
#include "page/fit.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "page/work.h"

#define TRIES 60			/* compositions of a part */
#define PARAGRAPHS 16			/* whose last lines are tried to be lost */
#define LAST_LINE 45			/* characters of a last line that are worth cutting */
#define CUT_MORE 7			/* characters, where the line did not go yet */
#define CUTS 3				/* attempts a paragraph */
#define CROP_MOST 0.4			/* of a picture's height */
#define GROW_MOST 0.5
#define SIZE_STEP 0.82			/* from one size of a pull quote to the next */
#define NOTES 4				/* remedies told where none are enough */

/* A picture that stood, and how high: met while the part was composed. */
struct seen { const struct picture *picture; double lines; };

struct fitting {
	struct remedy **remedies;	/* tried now */
	size_t n;
	GArray *seen;			/* struct seen; NULL: not asked for */
};

struct search {
	struct composer *c;
	const struct part *p;
	const struct attempt *a;
	struct copyfit *fit;
	GArray *remedies;		/* struct remedy, candidates */
	int before, need;		/* excess and need without any */
	int tries;
};

/* ---- what is set in the place of the author's --------------------------------------- */

static struct remedy *remedy_for(const struct composer *c, const void *target)
{
	for (size_t i = 0; c->fitting && i < c->fitting->n; i++)
		if (c->fitting->remedies[i]->target == target)
			return c->fitting->remedies[i];
	return NULL;
}

/* The copy without its last n characters. */
static const struct copy *copy_cut(struct composer *c, const struct copy *copy, int n)
{
	struct copy *k = arena_make(c->arena, struct copy);
	const char *end = copy->text + copy->len;

	for (int i = 0; i < n && end > copy->text; i++)
		end = g_utf8_prev_char(end);
	*k = *copy;
	k->len = (size_t)(end - copy->text);
	k->text = arena_strndup(c->arena, copy->text, k->len);
	k->runs = arena_copy(c->arena, copy->runs, copy->nruns * sizeof *copy->runs);
	while (k->nruns > 1 && k->runs[k->nruns - 1].start >= k->len)
		k->nruns--;
	k->runs[k->nruns - 1].end = k->len;
	return k;
}

const struct copy *fit_copy(struct composer *c, const struct copy *copy)
{
	struct remedy *r = remedy_for(c, copy);

	if (!r)
		return copy;
	if (!r->made)
		r->made = copy_cut(c, copy, r->amount);
	return r->made;
}

/* A size smaller or larger, on the nearest half grid line that holds it. */
static const struct style *style_step(struct composer *c, const struct style *s, bool smaller)
{
	struct style *k = arena_copy(c->arena, s, sizeof *s);
	Pt half = c->layout->leading / 2;

	k->size *= smaller ? SIZE_STEP : 1 / SIZE_STEP;
	k->leading = ceil(s->leading / s->size * k->size / half - 0.25) * half;
	return k;
}

const struct style *fit_style(struct composer *c, const struct block *b, const struct style *s)
{
	struct remedy *r = remedy_for(c, b);

	if (!r)
		return s;
	if (!r->made)
		r->made = style_step(c, s, r->kind == REMEDY_SMALLER);
	return r->made;
}

double fit_lines(struct composer *c, const struct picture *p, double lines)
{
	struct remedy *r = remedy_for(c, p);

	if (c->fitting && c->fitting->seen) {
		struct seen s = { p, lines };
		g_array_append_val(c->fitting->seen, s);
	}
	if (!r)
		return lines;
	return r->kind == REMEDY_CROP ? MAX(lines - r->amount, 1) : lines + r->amount;
}

/* ---- trying -------------------------------------------------------------------------- */

/* The excess with these remedies; need: struct outcome's. Once the tries are used up: as if they won nothing. */
static int excess_with(struct search *s, struct remedy **r, size_t n, int *need)
{
	struct fitting f = { r, n, NULL };
	struct outcome t;

	*need = s->need;
	if (s->tries >= TRIES)
		return s->before;
	s->tries++;
	s->c->fitting = &f;
	t = attempt_shrunk(s->c, s->p, s->a->ad_page);
	s->c->fitting = NULL;
	*need = t.need;
	return t.over ? t.over : -t.left;
}

/* Whether an excess is what is wanted: the text fits, and leaves no hole that shows. */
static bool is_good(const struct search *s, int excess)
{
	return s->before > 0 ? excess <= 0 : excess <= 0 && excess > -MIN_HOLE;
}

/* Tries the remedy; it stays among the candidates if it wins something. */
static int try_remedy(struct search *s, struct remedy *r)
{
	int need, after;

	r->made = NULL;
	after = excess_with(s, &r, 1, &need);
	r->gain = s->before > 0 ? s->need - need : need - s->need;
	r->enough = is_good(s, after);
	return r->gain;
}

/* What fills too much wins nothing. A line cut that wins nothing alone, since a widow holds it up, may do so with others. */
static void keep_remedy(struct search *s, const struct remedy *r)
{
	if ((r->gain > 0 && (s->before > 0 || r->gain <= -s->before)) || (r->gain == 0 && r->kind == REMEDY_CUT))
		g_array_append_vals(s->remedies, r, 1);
}

/* Those that win nothing alone, and are not among the chosen. */
static void drop_idle(GArray *remedies)
{
	for (guint i = remedies->len; i-- > 0; ) {
		struct remedy *r = &g_array_index(remedies, struct remedy, i);

		if (r->gain == 0 && !r->chosen)
			g_array_remove_index(remedies, i);
		else
			r->gain = MAX(r->gain, 1);
	}
}

/* ---- candidates ---------------------------------------------------------------------- */

struct last_line { const struct copy *copy; const struct article *article; int number, chars; };

static gint by_chars(gconstpointer a, gconstpointer b)
{
	return ((const struct last_line *)a)->chars - ((const struct last_line *)b)->chars;
}

/* Characters of the last line of the paragraph that stands at `at`; 0: it has one line only, or does not stand. */
static int last_line_chars(const struct work *w, struct src at)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		const struct flow_result *r = &w->threads[k].result;

		for (size_t i = 0; i < r->n; i++) {
			const struct unit *u = &g_array_index(w->threads[k].units.units, struct unit, r->stands[i].unit);
			struct src of = u->hlist ? unit_at(u) : (struct src){ 0 };
			struct stand last = r->stands[i];

			if (!u->hlist || of.line != at.line || of.col != at.col || of.file != at.file)
				continue;
			if (last.first + last.n < last.breaks->n || last.breaks->n < 2)
				continue;
			last.first = last.breaks->n - 1;
			last.n = 1;
			return (int)stand_chars(u, &last);
		}
	}
	return 0;
}

static void find_paragraphs(const struct work *w, const struct article *a, GArray *out)
{
	int number = 0;

	for (size_t i = 0; i < a->nblocks; i++) {
		const struct block *b = a->blocks[i];
		struct last_line l = { b->copy, a, 0, 0 };

		if (b->kind != BLOCK_P)
			continue;
		l.number = ++number;
		l.chars = last_line_chars(w, b->copy->at);
		if (l.chars > 0 && l.chars <= LAST_LINE)
			g_array_append_val(out, l);
	}
}

static void try_paragraphs(struct search *s, GArray *lines)
{
	g_array_sort(lines, by_chars);
	for (guint i = 0; i < MIN(lines->len, PARAGRAPHS); i++) {
		const struct last_line *l = &g_array_index(lines, struct last_line, i);
		struct remedy r = { .kind = REMEDY_CUT, .target = l->copy, .article = l->article, .at = l->copy->at, .number = l->number,
				    .amount = l->chars + 1 };

		for (int k = 0; k < CUTS && try_remedy(s, &r) < 1; k++)
			r.amount += CUT_MORE;
		keep_remedy(s, &r);
	}
}

/* One line of picture first; then as many as are needed, if it has them. */
static void try_picture(struct search *s, struct remedy r, double lines)
{
	const struct picture *p = r.target;
	int most = (int)(lines * MIN(r.kind == REMEDY_CROP ? CROP_MOST : GROW_MOST, p->crop)), need = abs(s->before), gain;

	if (most < 1)
		return;
	r.amount = 1;
	gain = MAX(try_remedy(s, &r), 1);
	if (gain < need && most > 1) {
		struct remedy more = r;

		more.amount = MIN(MAX((need + gain - 1) / gain, 2), most);
		try_remedy(s, &more);
		if (more.gain > r.gain && (s->before > 0 || more.gain <= need))
			r = more;
	}
	r.mm = r.amount * mm_from_pt(s->c->layout->leading).mm;
	keep_remedy(s, &r);
}

static void try_pictures(struct search *s, const GArray *seen)
{
	for (size_t n = 0; n < s->p->narticles; n++) {
		const struct article *a = s->p->articles[n];
		int number = 0;

		for (size_t i = 0; i < a->nblocks; i++)
			for (size_t k = 0; k < a->blocks[i]->npictures; k++) {
				const struct picture *p = a->blocks[i]->pictures[k];
				const struct seen *at = NULL;

				number++;
				for (guint m = 0; m < seen->len && !at; m++)
					if (g_array_index(seen, struct seen, m).picture == p)
						at = &g_array_index(seen, struct seen, m);
				if (at)
					try_picture(s, (struct remedy){ .kind = s->before > 0 ? REMEDY_CROP : REMEDY_ENLARGE, .target = p,
									.article = a, .at = p->at, .number = number }, at->lines);
			}
	}
}

static void try_quotes(struct search *s)
{
	for (size_t n = 0; n < s->p->narticles; n++) {
		const struct article *a = s->p->articles[n];
		int number = 0;

		for (size_t i = 0; i < a->nblocks; i++) {
			const struct block *b = a->blocks[i];
			struct remedy r = { .kind = s->before > 0 ? REMEDY_SMALLER : REMEDY_LARGER, .target = b, .article = a, .at = b->at, .amount = 1 };

			if (b->kind != BLOCK_PULLQUOTE)
				continue;
			r.number = ++number;
			try_remedy(s, &r);
			keep_remedy(s, &r);
		}
	}
}

/* ---- order --------------------------------------------------------------------------- */

/* What a remedy does to the issue, in characters cut: a line of picture counts as much as half a line of text. */
static double harm(const struct remedy *r)
{
	double cost = r->kind == REMEDY_CUT ? r->amount : r->kind == REMEDY_SMALLER || r->kind == REMEDY_LARGER ? 20 : 18 * r->amount;

	return cost / MAX(r->gain, 0.5);
}

static gint by_harm(gconstpointer a, gconstpointer b)
{
	const struct remedy *x = a, *y = b;
	double h = harm(x) - harm(y);

	if (x->enough != y->enough)
		return y->enough - x->enough;
	if (h != 0)
		return h < 0 ? -1 : 1;
	return x->at.line != y->at.line ? x->at.line - y->at.line : x->at.col - y->at.col;
}

/* Takes remedies in their order until the text fits; true if it does. */
static bool choose(struct search *s)
{
	struct remedy **r = g_new(struct remedy *, s->remedies->len + 1);
	size_t n = 0;
	int hoped = 0, need;
	bool good = false;

	for (guint i = 0; i < s->remedies->len && !good; i++) {
		r[n] = &g_array_index(s->remedies, struct remedy, i);
		hoped += MAX(r[n]->gain, 1);
		n++;
		if (s->before < 0 && hoped > -s->before) {
			n--;	/* not within MAX(), which would do it twice */
			hoped -= MAX(r[n]->gain, 1);
			continue;
		}
		if (n == 1)
			good = r[0]->enough;
		else if (hoped >= abs(s->before) || (s->before < 0 && hoped > -s->before - MIN_HOLE))
			good = is_good(s, excess_with(s, r, n, &need));
	}
	for (size_t i = 0; good && i < n; i++)
		r[i]->chosen = true;
	g_free(r);
	return good;
}

/* ---- the part as it is --------------------------------------------------------------- */

/* Pages with text that the part has by right. */
static int pages_of(const struct work *w)
{
	int n = 0;

	for (guint i = 0; i < w->canvases->len && (int)i < w->text_pages; i++)
		n += !((struct canvas *)g_ptr_array_index(w->canvases, i))->sheet->overset;
	return MAX(n, 1);
}

static void add_columns(GArray *out, const struct work *w, const struct thread_work *t)
{
	int page = 0, column = 0;

	for (guint i = 0; i < t->columns->len; i++) {
		const struct column *col = g_ptr_array_index(t->columns, i);
		struct fit_column f = { col->canvas->sheet->number, 0, col->frame.ticks / TICKS, 0, col->frame.overset };
		int used = 0;

		for (size_t k = 0; k < t->result.n; k++) {
			const struct stand *st = &t->result.stands[k];
			if (st->frame == i)
				used = MAX(used, st->tick + stand_ticks(&g_array_index(t->units.units, struct unit, st->unit), st));
		}
		column = f.page == page ? column + 1 : 1;
		page = f.page;
		f.column = column;
		f.used = tick_lines(used);
		if (f.overset ? used > 0 : col->canvas == g_ptr_array_index(w->canvases, (guint)pages_of(w) - 1))
			g_array_append_val(out, f);
	}
}

static double chars_a_line(const struct work *w)
{
	const struct thread_work *t = &w->threads[0];

	if (t->columns->len == 0)
		return 0;
	return ((struct column *)g_ptr_array_index(t->columns, t->columns->len - 1))->frame.width / (w->t->styles[BLOCK_P]->size * 0.5);
}

/* Composes the part once, and looks at it. */
static void look(struct search *s, GArray *lines, GArray *seen)
{
	struct composer *c = s->c;
	struct fitting f = { NULL, 0, seen };
	GArray *columns = g_array_new(FALSE, FALSE, sizeof(struct fit_column));
	struct diag *real = c->diag;
	struct work w;

	c->diag = diag_new();
	c->fitting = &f;
	work_open(&w, c, s->p, (struct attempt){ .shrink = s->a->shrink, .ad_page = s->a->ad_page }, false);
	c->fitting = NULL;
	s->fit->pages = pages_of(&w);
	for (size_t i = 0; i < s->p->narticles; i++)
		find_paragraphs(&w, s->p->articles[i], lines);
	for (size_t k = 0; k < w.nthreads; k++)
		add_columns(columns, &w, &w.threads[k]);
	s->fit->chars = (size_t)lround(abs(s->before) * chars_a_line(&w));
	work_close(&w, true);
	diag_free(c->diag);
	c->diag = real;
	s->fit->ncolumns = columns->len;
	s->fit->columns = arena_copy(c->arena, columns->data, columns->len * sizeof(struct fit_column));
	g_array_unref(columns);
}

struct copyfit *fit_part(struct composer *c, const struct part *p, const struct attempt *a)
{
	struct copyfit *fit = arena_make(c->arena, struct copyfit);
	struct search s = { c, p, a, fit, g_array_new(FALSE, FALSE, sizeof(struct remedy)), 0, 0, 0 };
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct last_line)), *seen = g_array_new(FALSE, FALSE, sizeof(struct seen));

	fit->part = p;
	fit->article = p->articles[0];
	s.before = excess_with(&s, NULL, 0, &s.need);
	fit->over = MAX(s.before, 0);
	fit->left = MAX(-s.before, 0);
	look(&s, lines, seen);
	if (!is_good(&s, s.before)) {
		if (s.before > 0)
			try_paragraphs(&s, lines);
		try_pictures(&s, seen);
		try_quotes(&s);
		g_array_sort(s.remedies, by_harm);
		fit->solved = choose(&s);
		drop_idle(s.remedies);
	}
	for (guint i = 0; i < s.remedies->len; i++)
		fit->wins += g_array_index(s.remedies, struct remedy, i).gain;
	fit->nremedies = s.remedies->len;
	fit->remedies = arena_copy(c->arena, s.remedies->data, s.remedies->len * sizeof(struct remedy));
	g_array_unref(s.remedies);
	g_array_unref(lines);
	g_array_unref(seen);
	return fit;
}

/* ---- in words ------------------------------------------------------------------------ */

char *remedy_text(const struct remedy *r)
{
	switch (r->kind) {
	case REMEDY_CUT:
		return g_strdup_printf(ngettext("cut about %d character from paragraph %d to lose its last line",
						"cut about %d characters from paragraph %d to lose its last line", (unsigned long)r->amount), r->amount, r->number);
	case REMEDY_CROP:
		return g_strdup_printf(_("crop picture %d by %.0f mm"), r->number, r->mm);
	case REMEDY_ENLARGE:
		return g_strdup_printf(_("make picture %d higher by %.0f mm"), r->number, r->mm);
	case REMEDY_SMALLER:
		return g_strdup_printf(_("set pull quote %d one size down"), r->number);
	default:
		return g_strdup_printf(_("set pull quote %d one size up"), r->number);
	}
}

void fit_report(struct composer *c, const struct copyfit *f)
{
	size_t told = 0;

	for (size_t i = 0; i < f->nremedies; i++) {
		const struct remedy *r = &f->remedies[i];
		char *text;

		if (f->solved ? !r->chosen : f->left || told >= NOTES)
			continue;
		told++;
		text = remedy_text(r);
		diag_add(c->diag, D_COPYFIT, r->at, r->kind == REMEDY_ENLARGE || r->kind == REMEDY_LARGER ?
			 ngettext("%s: that fills %d line", "%s: that fills %d lines", (unsigned long)r->gain) :
			 ngettext("%s: that wins %d line", "%s: that wins %d lines", (unsigned long)r->gain), text, r->gain);
		g_free(text);
	}
}
