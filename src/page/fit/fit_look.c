/*
 * src/page/fit/fit_look.c - a part as it stands: its texts with their last lines, and its columns.
 *
 * Texts are found by walking the articles' blocks; how they stand is read off
 * the page: a line belongs to the text that begins last before it in the author's file.
 */
#include <math.h>
#include <string.h>
#include "doc/parallel.h"
#include "doc/recipe.h"
#include "page/fit/fit_work.h"

/* ---- texts ----------------------------------------------------------------------------- */

struct walk { GArray *texts; const struct article *article; int number[FIT_PART + 1]; };

static bool has_objects(const struct copy *copy)
{
	for (size_t i = 0; i < copy->nruns; i++)
		if (copy->runs[i].ref || copy->runs[i].note)
			return true;
	return false;
}

static void add_text(struct walk *w, const struct copy *copy, enum fit_object object, int box, const char *lang)
{
	struct fit_text t = { .copy = copy, .article = w->article, .object = object, .number = ++w->number[object], .box = box, .lang = lang };

	if (!copy || copy->len == 0)
		return;
	t.chars = (int)g_utf8_strlen(copy->text, (gssize)copy->len);
	g_array_append_val(w->texts, t);
}

static void add_list(struct walk *w, const struct block *b, enum fit_object object, int box)
{
	for (size_t i = 0; i < b->list->n; i++)
		add_text(w, b->list->items[i].copy, object, box, NULL);
}

static void add_box(struct walk *w, const struct block *box)
{
	int number = ++w->number[FIT_BOX];

	w->number[FIT_BOXED] = 0;
	for (size_t i = 0; i < box->nblocks; i++) {
		const struct block *b = box->blocks[i];

		if (b->kind == BLOCK_P)
			add_text(w, b->copy, FIT_BOXED, number, NULL);
		else if (b->kind == BLOCK_LIST)
			add_list(w, b, FIT_ITEM, number);
	}
}

static void add_parallel(struct walk *w, const struct parallel *p)
{
	for (size_t i = 0; p && i < p->ntexts; i++) {
		w->number[FIT_PARALLEL] = 0;
		for (size_t k = 0; k < p->texts[i].nblocks; k++)
			if (p->texts[i].blocks[k]->kind == BLOCK_P)
				add_text(w, p->texts[i].blocks[k]->copy, FIT_PARALLEL, 0, p->texts[i].lang);
	}
}

static void find_texts(GArray *texts, const struct article *a)
{
	struct walk w = { .texts = texts, .article = a };

	for (size_t i = 0; i < a->nblocks; i++) {
		const struct block *b = a->blocks[i];

		switch (b->kind) {
		case BLOCK_P:
			add_text(&w, b->copy, FIT_PARAGRAPH, 0, NULL);
			break;
		case BLOCK_ANSWER:
			add_text(&w, b->copy, FIT_ANSWER, 0, NULL);
			break;
		case BLOCK_LIST:
			add_list(&w, b, FIT_ITEM, 0);
			break;
		case BLOCK_RECIPE:
			for (size_t k = 0; k < b->recipe->nsteps; k++)
				add_text(&w, b->recipe->steps[k], FIT_STEP, 0, NULL);
			break;
		case BLOCK_BOX:
			add_box(&w, b);
			break;
		case BLOCK_PARALLEL:
			add_parallel(&w, b->parallel);
			break;
		default:
			break;
		}
	}
}

/* ---- their lines ------------------------------------------------------------------------- */

static int by_place(struct src a, struct src b)
{
	int files = a.file == b.file ? 0 : strcmp(a.file ? a.file : "", b.file ? b.file : "");

	return files ? files : a.line != b.line ? a.line - b.line : a.col - b.col;
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	return by_place((*(struct fit_text *const *)a)->copy->at, (*(struct fit_text *const *)b)->copy->at);
}

/* The text a line is of: the last that begins before it, if it does not end there. */
static struct fit_text *text_at(GPtrArray *sorted, struct src at)
{
	guint lo = 0, hi = sorted->len;
	struct fit_text *t;

	while (lo < hi) {
		guint mid = (lo + hi) / 2;

		if (by_place(((struct fit_text *)g_ptr_array_index(sorted, mid))->copy->at, at) <= 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	t = lo ? g_ptr_array_index(sorted, lo - 1) : NULL;
	return t && t->copy->at.file == at.file && by_place(copy_at(t->copy, t->copy->len - 1), at) >= 0 ? t : NULL;
}

/* full is the sum of all lines' characters until the end of count_lines(). */
static void count_line(GPtrArray *sorted, const struct line_note *l)
{
	struct fit_text *t = text_at(sorted, l->at);
	int n = (int)g_utf8_strlen(l->text, (gssize)l->nbytes);

	/* Not a number or a point before the text. */
	if (!t || by_place(l->at, t->copy->at) == 0)
		return;
	t->lines++;
	t->last = n;
	t->full += n;
}

static void count_lines(const struct work *w, GArray *texts)
{
	GPtrArray *sorted = g_ptr_array_new();

	for (guint i = 0; i < texts->len; i++)
		g_ptr_array_add(sorted, &g_array_index(texts, struct fit_text, i));
	g_ptr_array_sort(sorted, by_start);
	for (guint i = 0; i < w->canvases->len; i++) {
		const struct sheet *s = ((struct canvas *)g_ptr_array_index(w->canvases, i))->sheet;

		for (guint k = 0; k < s->lines->len; k++)
			count_line(sorted, &g_array_index(s->lines, struct line_note, k));
	}
	for (guint i = 0; i < texts->len; i++) {
		struct fit_text *t = &g_array_index(texts, struct fit_text, i);

		t->full = t->lines > 1 ? (t->full - t->last) / (t->lines - 1) : t->full;
	}
	g_ptr_array_unref(sorted);
}

/* Those that do not stand, or whose words are not the author's alone, are left as they are. */
static void drop_others(GArray *texts)
{
	for (guint i = texts->len; i-- > 0; ) {
		const struct fit_text *t = &g_array_index(texts, struct fit_text, i);

		if (t->lines == 0 || has_objects(t->copy))
			g_array_remove_index(texts, i);
	}
}

/* ---- columns ----------------------------------------------------------------------------- */

/* Pages with text that the part has by right. */
static int pages_of(const struct work *w)
{
	int n = 0;

	for (guint i = 0; i < w->canvases->len && (int)i < w->text_pages; i++)
		n += !((struct canvas *)g_ptr_array_index(w->canvases, i))->sheet->overset;
	return MAX(n, 1);
}

/* Characters that a line of this column holds: as in the texts, or as the style lets expect. */
static double chars_a_line(const struct search *s, const struct work *w, const struct column *col)
{
	double sum = 0, lines = 0;

	for (guint i = 0; i < s->texts->len; i++) {
		const struct fit_text *t = &g_array_index(s->texts, struct fit_text, i);

		if (t->object != FIT_PARAGRAPH && t->object != FIT_ANSWER)
			continue;
		sum += t->full * (t->lines - 1);
		lines += t->lines - 1;
	}
	return lines >= 3 ? sum / lines : work_chars(w, col->frame.width);
}

/* A column that a pull quote divides is two frames. */
static bool goes_on(const struct column *col, const struct column *before)
{
	return before && before->canvas == col->canvas && before->x == col->x && before->foot_taken && col->head_taken && before->line < col->line;
}

static void join_column(struct fit_column *c, const struct fit_column *more)
{
	c->lines += more->lines;
	c->used += more->used;
	c->chars += more->chars;
	c->room += more->room;
}

static void add_columns(struct search *s, GArray *out, const struct work *w, const struct thread_work *t)
{
	int page = 0, column = 0;

	for (guint i = 0; i < t->columns->len; i++) {
		const struct column *col = g_ptr_array_index(t->columns, i);
		struct fit_column f = { .page = col->canvas->sheet->number, .lines = (col->frame.ticks + col->cut) / TICKS, .overset = col->frame.overset };
		bool on = goes_on(col, i ? g_ptr_array_index(t->columns, i - 1) : NULL);
		int used = 0;

		for (size_t k = 0; k < t->result.n; k++) {
			const struct stand *st = &t->result.stands[k];
			const struct unit *u = &g_array_index(t->units.units, struct unit, st->unit);

			if (st->frame != i)
				continue;
			used = MAX(used, st->tick + stand_ticks(u, st));
			f.chars += stand_chars(u, st);
		}
		column = f.page != page ? 1 : on ? column : column + 1;
		page = f.page;
		f.column = column;
		f.used = tick_lines(used);
		f.used = f.overset ? f.used : MIN(f.used, f.lines);
		f.room = f.overset ? 0 : (size_t)lround(MAX(f.lines - f.used, 0) * chars_a_line(s, w, col));
		if (on && out->len)
			join_column(&g_array_index(out, struct fit_column, out->len - 1), &f);
		else if (!f.overset || used > 0)
			g_array_append_val(out, f);
	}
}

/* What has no page, or would go into what is empty at the end. */
static void sum_chars(struct search *s, const struct work *w)
{
	struct copyfit *fit = s->fit;
	const GPtrArray *columns = w->threads[0].columns;

	for (size_t i = 0; i < fit->ncolumns; i++)
		fit->chars += fit->columns[i].overset ? fit->columns[i].chars : 0;
	if (fit->left && columns->len)
		fit->chars = (size_t)lround(fit->left * chars_a_line(s, w, g_ptr_array_index(columns, columns->len - 1)));
}

/* ---- the whole --------------------------------------------------------------------------- */

/* All that flows is put, so that its lines are known; what stands apart is on the page already. */
static void put_all(struct work *w)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		const struct thread_work *t = &w->threads[k];

		for (size_t i = 0; i < t->result.n; i++) {
			const struct stand *st = &t->result.stands[i];
			const struct column *col = g_ptr_array_index(t->columns, st->frame);

			unit_put(w->c, col->canvas->sheet, &g_array_index(t->units.units, struct unit, st->unit), st, col->x,
				 grid_top(w->c->layout, col->line), col->frame.width,
				 col->facing ? (struct opposite){ col->facing->canvas->sheet, col->facing->x } : (struct opposite){ NULL, 0 });
		}
	}
}

void fit_look(struct search *s)
{
	struct composer *c = s->c;
	struct fitting f = { .seen = s->seen };
	GArray *columns = g_array_new(FALSE, FALSE, sizeof(struct fit_column));
	struct diag *real = c->diag;
	struct work w;

	c->diag = diag_new();
	c->fitting = &f;
	work_open(&w, c, s->p, (struct attempt){ .shrink = s->a->shrink, .unbalanced = s->a->unbalanced, .ad_page = s->a->ad_page }, false);
	c->fitting = NULL;
	s->fit->pages = pages_of(&w);
	put_all(&w);
	for (size_t i = 0; i < s->p->narticles; i++)
		find_texts(s->texts, s->p->articles[i]);
	count_lines(&w, s->texts);
	drop_others(s->texts);
	for (size_t k = 0; k < w.nthreads; k++)
		add_columns(s, columns, &w, &w.threads[k]);
	s->fit->ncolumns = columns->len;
	s->fit->columns = arena_copy(c->arena, columns->data, columns->len * sizeof(struct fit_column));
	sum_chars(s, &w);
	work_close(&w, true);
	diag_free(c->diag);
	c->diag = real;
	g_array_unref(columns);
}
