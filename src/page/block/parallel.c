/* src/page/block/parallel.c - where the languages of a text stand, and its paragraphs broken there. */
#include "page/block/parallel.h"
#include <string.h>
#include "base/i18n.h"
#include "page/fit/fit.h"
#include "page/block/units_build.h"
#include "para/hlist.h"
#include "para/lists.h"

/* ---- where languages stand --------------------------------------------------------- */

enum parallel_manner parallel_manner(const struct layout *l, const struct template *t, const struct parallel *p)
{
	if (t->parallel_manner == PARALLEL_FACING)
		return PARALLEL_FACING;
	if (p->manner == PARALLEL_COLUMNS || p->manner == PARALLEL_INTERLEAVED)
		return p->manner;
	if (t->parallel_manner != PARALLEL_UNSAID)
		return t->parallel_manner;
	return l->parallel.manner == PARALLEL_INTERLEAVED ? PARALLEL_INTERLEAVED : PARALLEL_COLUMNS;
}

void parallel_reading_order(const struct parallel *p, const char *own, size_t *order)
{
	size_t n = 0;

	for (size_t i = 0; i < p->ntexts; i++)
		if (strcmp(p->texts[i].lang, own) == 0)
			order[n++] = i;
	for (size_t i = 0; i < p->ntexts; i++)
		if (strcmp(p->texts[i].lang, own) != 0)
			order[n++] = i;
}

/* The texts in the order in which they stand, from left to right. */
static void standing_order(const struct parallel *p, const char *own, size_t *order)
{
	size_t read[PARALLEL_MAX], left = 0, right = p->ntexts;

	parallel_reading_order(p, own, read);
	for (size_t i = 0; i < p->ntexts; i++)
		order[p->texts[read[i]].rtl ? --right : left++] = read[i];
}

/* Of n languages those that stand on the left one of two facing pages. */
static size_t left_half(size_t n)
{
	return (n + 1) / 2;
}

size_t parallel_page(const struct article *a, bool facing, const struct parallel_text **texts)
{
	for (size_t i = 0; i < a->nblocks; i++) {
		const struct parallel *p = a->blocks[i]->parallel;
		size_t order[PARALLEL_MAX], half, n = 0;

		if (!p)
			continue;
		standing_order(p, a->lang, order);
		half = left_half(p->ntexts);
		for (size_t k = facing ? half : 0; k < (facing ? p->ntexts : half); k++)
			texts[n++] = &p->texts[order[k]];
		return n;
	}
	return 0;
}

void parallel_report(const struct parallel_plan *p, struct src at)
{
	enum parallel_manner wish = p->p->manner;

	if (p->manner == PARALLEL_FACING && p->narrow > 0)
		diag_add(p->c->diag, D_PARALLEL_ARRANGED, at, _("%zu languages on two pages have columns of %.1f mm, which is narrow; take a template with fewer columns"),
			 p->p->ntexts, mm_from_pt(p->narrow).mm);
	if (wish == PARALLEL_UNSAID || wish == p->manner)
		return;
	if (wish == PARALLEL_FACING)
		diag_add(p->c->diag, D_PARALLEL_ARRANGED, at, _("template %s has no facing pages; the languages stand in one column"), p->t->name);
	else if (p->manner == PARALLEL_FACING)
		diag_add(p->c->diag, D_PARALLEL_ARRANGED, at, _("template %s is for facing pages; the languages stand on them"), p->t->name);
	else
		diag_add(p->c->diag, D_PARALLEL_ARRANGED, at,
			 _("columns of %.1f mm would be too narrow here; the languages stand one under the other"), mm_from_pt(p->narrow).mm);
}

/* One under the other, in the order in which they are read. */
static void interleave(struct parallel_plan *p, const char *own)
{
	size_t order[PARALLEL_MAX];

	parallel_reading_order(p->p, own, order);
	p->manner = PARALLEL_INTERLEAVED;
	for (size_t i = 0; i < p->p->ntexts; i++)
		p->places.place[i] = (struct parallel_place){ .text = order[i], .width = p->width };
}

static void place_languages(struct parallel_plan *p, const struct article *a)
{
	size_t n = p->p->ntexts, half = left_half(n), order[PARALLEL_MAX];

	standing_order(p->p, a->lang, order);
	p->places.n = n;
	for (size_t i = 0; i < n; i++)
		p->places.place[i] = (struct parallel_place){ .text = order[i], .facing = p->manner == PARALLEL_FACING && i >= half };
	if (p->manner == PARALLEL_FACING) {
		if (!parallel_widths(p, half, n - half, p->width))
			p->narrow = p->places.place[half].width;
		if (!parallel_widths(p, 0, half, p->width))
			p->narrow = p->places.place[0].width;
	} else if (p->manner != PARALLEL_COLUMNS) {
		interleave(p, a->lang);
	} else if (!parallel_widths(p, 0, n, p->width)) {
		p->narrow = p->places.place[0].width;
		interleave(p, a->lang);
	}
}

/* ---- cells ------------------------------------------------------------------------- */

/* A style in lines too short to be justified. */
static const struct style *narrow_style(struct composer *c, const struct style *s, Pt width)
{
	return s->align != ALIGN_JUSTIFY || width >= c->layout->parallel.ragged * s->size ? s : style_flush(c, s);
}

static const struct style *cell_style(const struct parallel_plan *p, const struct parallel_row *r, size_t text)
{
	bool own = text == p->places.place[0].text;

	if (r->by)
		return p->t->by;
	if (r->kind != BLOCK_P)
		return p->t->styles[r->kind];
	return p->manner == PARALLEL_INTERLEAVED && !own ? p->t->translation : p->t->parallel;
}

/* Paragraphs with white between them are not indented. */
static Pt first_indent(const struct parallel_plan *p, const struct style *s, size_t row, size_t text)
{
	bool follows = row > 0 && p->p->rows[row - 1].kind == BLOCK_P && p->p->rows[row - 1].cells[text].copy;

	return p->c->layout->parallel.gap > 0 || !follows ? 0 : s->indent;
}

static void set_list_place(struct composer *c, const struct parallel_cell *from, struct parallel_cell_set *cell)
{
	struct list_place place = list_place(c, from->block, from->item, cell->style);

	cell->indent = cell->hang = place.hang;
	cell->marker = place.marker;
	cell->marker_x = place.marker_x;
}

struct parallel_cell_set parallel_cell_open(const struct parallel_plan *p, size_t row, size_t text, Pt width)
{
	const struct parallel_row *r = &p->p->rows[row];
	const struct parallel_cell *from = &r->cells[text];
	struct parallel_cell_set cell = { .copy = from->copy, .width = width };

	if (!from->copy)
		return cell;
	cell.copy = fit_copy(p->c, from->copy);
	cell.style = narrow_style(p->c, cell_style(p, r, text), width);
	cell.hlist = hlist_copy(p->c, cell.copy, cell.style);
	if (r->kind == BLOCK_P)
		cell.indent = first_indent(p, cell.style, row, text);
	else if (r->kind == BLOCK_LIST)
		set_list_place(p->c, from, &cell);
	else if (r->kind == BLOCK_VERSE && !r->by)
		cell.hang = cell.style->hang;
	return cell;
}

struct measure parallel_cell_measure(const struct parallel_cell_set *cell, size_t line)
{
	Pt left = line == 0 ? cell->indent : cell->hang;

	return (struct measure){ cell->copy->rtl ? 0 : left, MAX(cell->width - left, 10) };
}

static struct measure cell_line(const void *ctx, size_t n)
{
	return parallel_cell_measure(ctx, n);
}

struct breaks parallel_cell_break(struct arena *a, const struct parallel_cell_set *cell)
{
	struct breaks b;

	hlist_open(cell->hlist);
	b = linebreak(a, cell->hlist, cell_line, cell, cell->indent == cell->hang).natural;
	hlist_close(cell->hlist);
	return b;
}

/* ---- the plan ---------------------------------------------------------------------- */

/* The leading that suits every language. */
static int shared_lead(const struct parallel_plan *p)
{
	int lead = 1;

	for (size_t i = 0; i < p->p->ntexts; i++)
		lead = MAX(lead, ticks_of(style_leading(p->t->parallel, p->p->texts[i].lang), p->c->layout->leading));
	return lead;
}

static void set_cells(struct parallel_plan *p)
{
	Pt width[PARALLEL_MAX];

	for (size_t i = 0; i < p->places.n; i++)
		width[p->places.place[i].text] = p->places.place[i].width;
	p->cells = arena_make_array(p->c->arena, p->p->nrows * p->p->ntexts, struct parallel_cell_set);
	for (size_t r = 0; r < p->p->nrows; r++)
		for (size_t k = 0; k < p->p->ntexts; k++) {
			struct parallel_cell_set *cell = &p->cells[r * p->p->ntexts + k];

			*cell = parallel_cell_open(p, r, k, width[k]);
			if (!cell->copy)
				continue;
			cell->breaks = parallel_cell_break(p->c->arena, cell);
		}
}

/* Numbers of pages stand in it, which may change from pass to pass. */
static bool has_refs(const struct parallel *p)
{
	for (size_t r = 0; r < p->nrows; r++)
		for (size_t k = 0; k < p->ntexts; k++) {
			const struct copy *c = p->rows[r].cells[k].copy;

			for (size_t i = 0; c && i < c->nruns; i++)
				if (c->runs[i].ref)
					return true;
		}
	return false;
}

const struct parallel_plan *parallel_plan(struct composer *c, const struct template *t, const struct article *a, const struct block *b,
					  Pt width)
{
	struct parallel_plan *first = made_parallel(&c->caches->made, b->parallel), *p;
	bool tried = fit_changes_texts(c);

	for (p = first; p && !tried; p = p->next)
		if (p->t == t && p->width == width) {
			p->c = c;		/* the one that made it may be of an earlier pass */
			return p;
		}
	p = arena_make(c->arena, struct parallel_plan);
	*p = (struct parallel_plan){ .c = c, .t = t, .p = b->parallel, .width = width, .next = first };
	p->manner = parallel_manner(c->layout, t, p->p);
	p->lead = shared_lead(p);
	place_languages(p, a);
	if (!has_refs(p->p) && !tried)
		made_parallel_keep(&c->caches->made, b->parallel, p);
	set_cells(p);
	return p;
}
