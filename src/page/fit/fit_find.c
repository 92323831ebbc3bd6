/*
 * src/page/fit/fit_find.c - remedies that might help, each tried alone.
 *
 * What costs the reader least is tried first, so that the bound on compositions
 * takes away what would be advised last: the ends of paragraphs, pictures, pull quotes, longer
 * passages, what can be left out, another number of pages.
 */
#include <math.h>
#include <stdlib.h>
#include "page/fit/fit_work.h"

#define PARAGRAPHS 16			/* whose last lines are tried to be lost, or filled over */
#define LAST_LINE 45			/* characters of a last line that are worth cutting */
#define MORE 7				/* characters, where the line did not go, or come, yet */
#define STEPS 3				/* attempts a paragraph */
#define PASSAGES 4			/* texts of which several lines are cut, or to which they are added */
#define KEPT 2				/* lines that stay of a text that is cut */
#define CROP_MOST 0.4			/* of a picture's height */
#define GROW_MOST 0.5
#define OMIT_FROM 3			/* lines too many that something is left out for */
#define FILLER_LEAST 5			/* lines of a drawing */
#define PAGES_MORE 3			/* numbers of pages that are tried */

/* What fills too much wins nothing. A line cut that wins nothing alone, since a widow holds it up, may do so with others. */
static void keep(struct search *s, const struct remedy *r)
{
	if ((r->gain > 0 && (s->before > 0 || r->gain <= -s->before)) || (r->gain == 0 && r->kind == REMEDY_CUT))
		g_array_append_vals(s->remedies, r, 1);
}

static struct remedy about(const struct fit_text *t, enum remedy_kind kind, int amount)
{
	return (struct remedy){ .kind = kind, .object = t->object, .target = t->copy, .article = t->article, .at = t->copy->at, .number = t->number,
				.box = t->box, .lang = t->lang, .amount = amount };
}

/* ---- texts --------------------------------------------------------------------------------- */

/* Characters to a line less: what the last one holds; to a line more: what it still has room for. */
static int to_less(const struct fit_text *t)
{
	return t->lines > 1 ? t->last + 1 : G_MAXINT;
}

static int to_more(const struct fit_text *t)
{
	return t->lines > 1 ? MAX((int)ceil(t->full - t->last), 1) + MORE : G_MAXINT;
}

static gint by_less(gconstpointer a, gconstpointer b)
{
	int x = to_less(a), y = to_less(b);
	return x < y ? -1 : x > y;
}

static gint by_more(gconstpointer a, gconstpointer b)
{
	int x = to_more(a), y = to_more(b);
	return x < y ? -1 : x > y;
}

static gint by_length(gconstpointer a, gconstpointer b)
{
	return ((const struct fit_text *)b)->chars - ((const struct fit_text *)a)->chars;
}

static void try_last_lines(struct search *s)
{
	bool less = s->before > 0;

	g_array_sort(s->texts, less ? by_less : by_more);
	for (guint i = 0; i < MIN(s->texts->len, PARAGRAPHS); i++) {
		const struct fit_text *t = &g_array_index(s->texts, struct fit_text, i);
		int n = less ? to_less(t) : to_more(t);
		struct remedy r = about(t, less ? REMEDY_CUT : REMEDY_ADD, n);

		if (n > (less ? LAST_LINE : 2 * LAST_LINE))
			break;
		for (int k = 0; k < STEPS && fit_try(s, &r) < 1; k++)
			r.amount += MORE;
		keep(s, &r);
	}
}

/* Several lines of the longest texts; of those that are in several languages all would have to change. */
static void try_passages(struct search *s)
{
	int want = abs(s->before), tried = 0;

	/* That a text too short wants more text is said in passing already. */
	if (want < 2 || (s->before < 0 && s->c->fit->notes))
		return;
	g_array_sort(s->texts, by_length);
	for (guint i = 0; i < s->texts->len && tried < PASSAGES; i++) {
		const struct fit_text *t = &g_array_index(s->texts, struct fit_text, i);
		int lines = s->before > 0 ? MIN(want, t->lines - KEPT) : want, n = (int)lround((lines - 1) * t->full);
		struct remedy r;

		if (lines < 2 || t->object == FIT_PARALLEL)
			continue;
		tried++;
		r = about(t, s->before > 0 ? REMEDY_CUT : REMEDY_ADD, s->before > 0 ? MIN(n + t->last + 1, t->chars / 2 + t->last) : MAX(n, MORE));
		for (int k = 0; k < STEPS && fit_try(s, &r) < MIN(lines, want) && s->before > 0; k++)
			r.amount += MORE;
		keep(s, &r);
	}
}

/* ---- pictures, pull quotes ------------------------------------------------------------------ */

/* One line of picture first; then as many as are needed, if it has them. */
static void try_picture(struct search *s, struct remedy r, double lines)
{
	const struct picture *p = r.target;
	int most = (int)(lines * MIN(r.kind == REMEDY_CROP ? CROP_MOST : GROW_MOST, p->crop)), need = abs(s->before), gain;

	if (most < 1)
		return;
	r.amount = 1;
	gain = MAX(fit_try(s, &r), 1);
	if (gain < need && most > 1) {
		struct remedy more = r;

		more.amount = MIN(MAX((need + gain - 1) / gain, 2), most);
		fit_try(s, &more);
		if (more.gain > r.gain && (s->before > 0 || more.gain <= need))
			r = more;
	}
	r.mm = r.amount * mm_from_pt(s->c->layout->leading).mm;
	keep(s, &r);
}

static const struct fit_seen *seen_as(const struct search *s, const struct picture *p)
{
	for (guint i = 0; i < s->seen->len; i++)
		if (g_array_index(s->seen, struct fit_seen, i).picture == p)
			return &g_array_index(s->seen, struct fit_seen, i);
	return NULL;
}

static struct remedy about_block(const struct article *a, const struct block *b, enum remedy_kind kind, enum fit_object object, int number)
{
	return (struct remedy){ .kind = kind, .object = object, .target = b, .article = a, .at = b->at, .number = number, .amount = 1 };
}

static void try_pictures(struct search *s, const struct article *a)
{
	int number = 0;

	for (size_t i = 0; i < a->nblocks; i++)
		for (size_t k = 0; k < a->blocks[i]->npictures; k++) {
			const struct picture *p = a->blocks[i]->pictures[k];
			const struct fit_seen *at = seen_as(s, p);
			struct remedy r = about_block(a, a->blocks[i], s->before > 0 ? REMEDY_CROP : REMEDY_ENLARGE, FIT_PICTURE, ++number);

			r.target = p;
			r.at = p->at;
			/* What is drawn over two pages is not cut without its editor. */
			if (at && !(s->looks && p->size == SIZE_SPREAD))
				try_picture(s, r, at->lines);
		}
}

static void try_quotes(struct search *s, const struct article *a)
{
	int number = 0;

	for (size_t i = 0; i < a->nblocks; i++) {
		const struct block *b = a->blocks[i];
		struct remedy r = about_block(a, b, s->before > 0 ? REMEDY_SMALLER : REMEDY_LARGER, FIT_QUOTE, number + 1);

		if (b->kind != BLOCK_PULLQUOTE)
			continue;
		number++;
		if (b->step == (s->before > 0 ? -1 : 1))
			continue;
		fit_try(s, &r);
		keep(s, &r);
	}
}

/* ---- what can be left out, or put in -------------------------------------------------------- */

static void try_omitting(struct search *s, const struct article *a)
{
	static const struct { enum block_kind kind; enum fit_object object; } what[] = {
		{ BLOCK_PULLQUOTE, FIT_QUOTE }, { BLOCK_BOX, FIT_BOX }, { BLOCK_PICTURE, FIT_PICTURE },
	};

	if (s->before < OMIT_FROM)
		return;
	for (size_t w = 0; w < G_N_ELEMENTS(what); w++)
		for (size_t i = 0, number = 0, pictures = 0; i < a->nblocks; i++) {
			const struct block *b = a->blocks[i];
			struct remedy r;

			pictures += b->npictures;
			if (b->kind != what[w].kind)
				continue;
			number++;
			r = about_block(a, b, REMEDY_OMIT, what[w].object, (int)(what[w].kind == BLOCK_PICTURE ? pictures : number));
			/* The picture at the beginning is what the article is seen by. */
			if (what[w].kind == BLOCK_PICTURE && (b->pictures[0]->size == SIZE_OPENER || !seen_as(s, b->pictures[0])))
				continue;
			fit_try(s, &r);
			keep(s, &r);
		}
}

/* A drawing of the room's own size, where the template takes one and the stock has none. */
static void try_filler(struct search *s)
{
	struct remedy r = { .kind = REMEDY_FILLER, .object = FIT_STOCK, .article = s->p->articles[0], .at = s->p->articles[0]->at, .amount = FILLER_LEAST };

	if (s->before > -FILLER_LEAST || !s->p->template->fillers)
		return;
	fit_try(s, &r);
	if (r.enough)
		keep(s, &r);
}

/* Pages that the lines too many fill, at least. */
static int pages_over(const struct search *s)
{
	int lines = 0;

	for (size_t i = 0; i < s->fit->ncolumns; i++)
		lines += s->fit->columns[i].overset ? 0 : s->fit->columns[i].lines;
	return lines ? (int)((double)s->fit->over * s->fit->pages / lines) : 0;
}

static void try_pages(struct search *s)
{
	int step = s->before > 0 ? 1 : -1, first = s->p->pages + (s->before > 0 ? MAX(pages_over(s), 1) : -1);

	if (!s->p->pages || s->p->rest)
		return;
	for (int n = first; n > 0 && n < first + PAGES_MORE; n += step) {
		struct remedy r = { .kind = REMEDY_PAGES, .object = FIT_PART, .target = s->p, .article = s->p->articles[0], .at = s->p->at, .amount = n };

		fit_try(s, &r);
		if (r.enough) {
			keep(s, &r);
			return;
		}
		if (step < 0)
			return;
	}
}

void fit_find(struct search *s)
{
	if (s->before < 0 && !s->looks)
		try_filler(s);
	if (!s->looks)
		try_last_lines(s);
	for (size_t i = 0; i < s->p->narticles; i++) {
		try_pictures(s, s->p->articles[i]);
		try_quotes(s, s->p->articles[i]);
	}
	if (s->looks)
		return;
	try_passages(s);
	for (size_t i = 0; i < s->p->narticles; i++)
		try_omitting(s, s->p->articles[i]);
	try_pages(s);
}
