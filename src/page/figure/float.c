/* src/page/figure/float.c - which figures stand beside the text (page/figure/arrange.h says where), and fillers. */
#include <math.h>
#include "base/i18n.h"
#include "page/figure/echo.h"
#include "page/figure/figure.h"
#include "page/figure/plate.h"
#include "page/work.h"

/* What no place of the template took. false: nothing. */
static bool float_open(struct work *w, struct floating *f)
{
	const struct picture **left = arena_make_array(w->c->arena, f->npictures, const struct picture *);
	size_t n = 0;

	if (f->npictures == 0)		/* a table, part of one, a chart, a pull quote, a box: no place of a template takes it */
		return true;
	if (plate_taken(w->c, f))
		return false;
	for (size_t i = 0; i < f->npictures; i++)
		if (g_hash_table_add(w->placed, (gpointer)f->pictures[i]))
			left[n++] = f->pictures[i];
	f->pictures = left;
	f->npictures = n;
	return n > 0;
}

/* What a quote repeats: where in which text; text NULL: nothing. The same in all attempts. */
struct echoed { const struct copy *text; double at; };

/* The texts of units in which sentences are looked for, and their words once one is. */
struct echo_search { const struct copy **copies; size_t n; struct echo_texts *words; };

static struct echo_search search_open(const struct units *u)
{
	struct echo_search s = { g_new(const struct copy *, u->units->len), u->units->len, NULL };

	for (size_t i = 0; i < s.n; i++) {
		const struct unit *unit = &g_array_index(u->units, struct unit, i);
		s.copies[i] = unit_is_heading(unit) ? NULL : unit_copy(unit);
	}
	return s;
}

static void search_close(struct echo_search *s)
{
	echo_texts_free(s->words);
	g_free(s->copies);
}

static const struct echoed *echoed_by(struct composer *c, struct echo_search *s, const struct copy *quote)
{
	struct echoed *e = made_echo(&c->caches->made, quote);
	struct echo found;

	if (e)
		return e;
	if (!s->words)
		s->words = echo_texts_new(s->copies, s->n);
	e = arena_make(c->arena, struct echoed);
	*e = echo_find(s->words, quote, &found) ? (struct echoed){ s->copies[found.which], found.at } : (struct echoed){ NULL, 0 };
	made_echo_keep(&c->caches->made, quote, e);
	return e;
}

/* Where the sentence stands that a quote repeats. */
static void find_echo(struct composer *c, struct floating *f, struct echo_search *s)
{
	const struct echoed *e = echoed_by(c, s, f->block->copy);

	f->echoes = false;
	for (size_t i = 0; i < s->n && e->text && !f->echoes; i++)
		if (s->copies[i] == e->text) {
			f->echoes = true;
			f->echo = i;
			f->echo_at = e->at;
		}
}

GArray *floats_open(struct work *w, const struct units *u)
{
	GArray *open = g_array_new(FALSE, FALSE, sizeof(struct floating));
	struct echo_search search = search_open(u);

	for (guint i = 0; i < u->floats->len; i++) {
		struct floating f = g_array_index(u->floats, struct floating, i);

		if (!float_open(w, &f))
			continue;
		if (floating_kind(&f) == FLOATING_QUOTE)
			find_echo(w->c, &f, &search);
		g_array_append_val(open, f);
	}
	search_close(&search);
	return open;
}

void floats_close(struct work *w, GArray *floats)
{
	for (guint i = 0; i < floats->len; i++) {
		const struct floating *f = &g_array_index(floats, struct floating, i);

		for (size_t k = 0; k < f->npictures; k++)
			g_hash_table_remove(w->placed, f->pictures[k]);
	}
	g_array_unref(floats);
}

/* At the foot of a column, which gets shorter. */
static void put_at_foot(struct work *w, struct column *col, const struct figure *f)
{
	int ticks = (int)lround((figure_lines(f) + 1) * TICKS);

	figure_put(w->c, col->canvas->sheet, f, col->x, col->line + (col->frame.ticks - ticks) / (double)TICKS + 1, w->tag);
	col->frame.ticks -= ticks;
	col->foot_taken = true;
}

/* The filler that would stand free in what the last column has left; NULL: none. */
static const struct picture *filler_for(const struct work *w, const struct thread_work *t)
{
	const struct column *col;
	guint last = t->columns->len;
	int left;

	if (!w->t->fillers || last == 0 || t->result.last_frame >= last)
		return NULL;
	col = g_ptr_array_index(t->columns, last - 1);
	left = col->frame.ticks - (t->result.last_frame == last - 1 ? t->result.last_tick : 0);
	return col->frame.overset || col->foot_taken ? NULL : filler_fit(w->c, col->frame.width, left / (double)TICKS - 3);
}

bool filler_room(const struct work *w, const struct thread_work *t)
{
	return filler_for(w, t) != NULL;
}

bool put_filler(struct work *w, struct thread_work *t)
{
	struct composer *c = w->c;
	const struct picture *p = filler_for(w, t);
	struct column *last;
	struct floating f;
	struct figure_wish wish;

	if (!p)
		return false;
	last = g_ptr_array_index(t->columns, t->columns->len - 1);
	f = (struct floating){ .pictures = arena_copy(c->arena, &p, sizeof p), .npictures = 1, .article = w->part->articles[0] };
	wish = figure_wish(c, last->frame.width, c->layout->lines);
	put_at_foot(w, last, figure_new(c, w->t, &f, &wish));
	filler_take(c, p);
	return true;
}

/* A filler under balanced columns, at the foot of the outer one. */
bool fill_under(struct work *w, struct thread_work *t)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	const struct column *col;
	const struct picture *p;
	double lines, line;

	if (!w->t->fillers || t->columns->len == 0)
		return false;
	col = g_ptr_array_index(t->columns, t->columns->len - 1);
	p = filler_fit(c, col->frame.width, col->cut / (double)TICKS - 2);
	if (!p)
		return false;
	lines = picture_lines(c, p, col->frame.width, l->lines);
	line = l->lines - lines + 1;
	if (!is_free(col->canvas, col->x, col->frame.width, line, lines))
		return false;
	filler_take(c, p);
	picture_put(c, col->canvas->sheet, p, (struct rect){ col->x, grid_top(l, line), col->frame.width, lines * l->leading - (1 - BASE_SHARE) * l->leading },
		    w->tag, c->issue->lang);
	return true;
}
