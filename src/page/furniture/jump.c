/*
 * src/page/furniture/jump.c - an article that goes on elsewhere: its pages there, and the
 * two lines that lead the reader over and back.
 *
 * The text is one flow over all pages of the article. Those after the jump are
 * made with the article, as sheets apart, for the page number that the pass before
 * gave them; they join the others where the issue says <rest>. As with all page
 * numbers, the passes go on until none moves.
 */
#include <string.h>
#include "page/furniture/furniture.h"
#include "page/work.h"

/* Under the last column before the jump: a line of white, and "Continued on page 12". */
#define ON_LINES 2
/* Over the first columns after it: the headline, "Continued from page 5", a line of white. */
#define FROM_LINES 3

#define ARROW 0.9			/* em: its width; and the white between it and the number */
#define ARROW_GAP 0.35

/* "Continued on page #" with the number in its place, in the digits of the language; without a word for it, the number. */
static const char *words_for(struct composer *c, const char *key, const char *lang, int number, const struct style *s)
{
	const char *label = layout_has_label(c->layout, key, lang) ? layout_label(c->layout, key, lang) : "#", *at = strchr(label, '#');
	const char *digits = digits_for(c, number, lang, s);

	return at ? arena_printf(c->arena, "%.*s%s%s", (int)(at - label), label, digits, at + 1) : arena_printf(c->arena, "%s %s", label, digits);
}

/* An arrow, as high as small letters: for readers of a language that has no words here. It is drawn, since few fonts have one. */
static void put_arrow(const struct work *w, struct sheet *s, const struct style *style, Pt x, Pt y, bool right, struct colour colour)
{
	Pt wide = ARROW * style->size, half = 0.2 * style->size, mid = y - 0.27 * style->size, tip = right ? x + wide : x;
	Pt back = right ? tip - 1.4 * half : tip + 1.4 * half, thick = style->size / 12;
	struct point head[] = { { back, mid - half }, { tip, mid }, { back, mid + half } };
	struct point shaft[] = { { right ? x : x + wide, mid }, { tip, mid } };

	sheet_path(w->c, s, shaft, G_N_ELEMENTS(shaft), false, thick, colour, w->part->at);
	sheet_path(w->c, s, head, G_N_ELEMENTS(head), false, thick, colour, w->part->at);
}

/* The line, from the column's left or right edge; on the screen it leads to the page. */
static void put_words(struct work *w, struct sheet *s, const char *key, int number, Pt x, Pt y, bool to_left)
{
	struct composer *c = w->c;
	const struct article *a = w->part->articles[0];
	const struct style *style = layout_style(c->layout, "jump") ? layout_style(c->layout, "jump") : w->t->caption;
	struct colour colour = ink_colour(c, style->ink, w->rubric, true);
	guint from = s->items->len;

	if (!layout_has_label(c->layout, key, a->lang)) {
		Pt wide = ARROW * style->size;
		bool on = strcmp(key, "continued-on") == 0;

		put_arrow(w, s, style, to_left ? x - wide : x, y, on != a->rtl, colour);
		x += (to_left ? -1 : 1) * (wide + ARROW_GAP * style->size);
	}
	put_text(c, s, words_for(c, key, a->lang, number, style), a->lang, style, x, y, to_left, colour);
	for (guint i = from; i < s->items->len; i++) {
		struct item *it = &g_array_index(s->items, struct item, i);

		it->at = w->part->at;
		it->tag = w->tag;
		if (it->kind == ITEM_GLYPHS)
			it->glyphs.dest_page = number - 1;
	}
}

bool jump_after(const struct work *w, size_t pages)
{
	return w->part->rest && pages >= (size_t)w->part->jump;
}

/* The number of the first page after the jump, by the pass before; else what it would be without a jump. */
static int rest_number(const struct work *w)
{
	struct composer *c = w->c;
	int known = page_known(c, w->part->rest);

	c->refs_used = true;
	return known ? known : work_canvas(w, w->part->jump - 1)->sheet->number + 1;
}

struct sheet *jump_sheet(struct work *w)
{
	size_t n = w->canvases->len;

	if (n == (size_t)w->part->jump)
		return sheet_apart(w->c, rest_number(w));
	return sheet_apart(w->c, work_canvas(w, n - 1)->sheet->number + 1);
}

void jump_head(struct work *w, struct canvas *v)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	const struct article *a = w->part->articles[0];
	const struct style *style = layout_style(l, "jump-head") ? layout_style(l, "jump-head") : w->t->styles[BLOCK_SUBHEAD];
	const struct area area = { .col = 1, .span = l->columns };
	struct rect r = grid_area(l, &area, 1, 1, v->sheet->right, false);
	int before = work_canvas(w, w->part->jump - 1)->sheet->number;
	struct text_set head = set_one_line(c, a->shorthead ? a->shorthead : a->headline, style, r.w);

	if (head.n)
		sheet_line(c, v->sheet, head.lines[0], r.x, grid_baseline(l, 1), ink_colour(c, style->ink, w->rubric, true),
			   tag_make(c, ROLE_P, w->tag, a->lang, a->at));
	put_words(w, v->sheet, "continued-from", before, w->rtl ? rect_right(r) : r.x, grid_baseline(l, 2), w->rtl);
	obstruct(v, r.x, r.w, 1, FROM_LINES, false);
}

void jump_reserve(struct work *w, struct canvas *v)
{
	const struct thread_work *t = &w->threads[0];

	for (guint i = t->columns->len; i-- > 0; ) {
		struct column *col = thread_column(t, i);

		if (col->canvas != v || col->frame.ticks < (MIN_FRAME + ON_LINES) * TICKS)
			continue;
		col->frame.ticks -= ON_LINES * TICKS;
		w->jump_column = col;
		return;
	}
}

/* Whether text goes on after the jump. */
static bool goes_on(const struct work *w)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		for (size_t i = 0; i < t->result.n; i++) {
			const struct column *col = thread_column(t, t->result.stands[i].frame);

			for (guint p = (guint)w->part->jump; p < w->canvases->len; p++)
				if (work_canvas(w, p) == col->canvas)
					return true;
		}
	}
	return false;
}

void jump_finish(struct work *w)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	const struct column *col = w->jump_column;
	GPtrArray *sheets;

	if (!w->part->rest)
		return;
	if (col && goes_on(w)) {
		double line = col->line + col->frame.ticks / (double)TICKS + ON_LINES - 1;

		put_words(w, col->canvas->sheet, "continued-on", work_canvas(w, w->part->jump)->sheet->number,
			  w->rtl ? col->x : col->x + col->frame.width, grid_baseline(l, line), !w->rtl);
	}
	sheets = g_ptr_array_new();
	for (guint i = (guint)w->part->jump; i < w->canvases->len; i++)
		g_ptr_array_add(sheets, work_canvas(w, i)->sheet);
	g_hash_table_insert(c->apart, (gpointer)w->part->rest, sheets);
}

void rest_compose(struct composer *c, const struct part *p)
{
	GPtrArray *sheets = g_hash_table_lookup(c->apart, p);

	for (guint i = 0; sheets && i < sheets->len; i++) {
		struct sheet *s = sheet_join(c, g_ptr_array_index(sheets, i));

		if (i == 0)
			g_hash_table_insert(c->start_of, (gpointer)p, GINT_TO_POINTER(s->number));
	}
}
