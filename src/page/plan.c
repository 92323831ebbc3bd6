/* src/page/plan.c - which article is where, and what room is left. */
#include "page/plan.h"
#include <math.h>
#include <string.h>
#include "page/work.h"

/* Lower stretches than this are the white that any column may end with. */
#define LEAST_LINES 1.0

/* One element more at the end of an arena array of n; full arrays are copied to twice their size. */
#define APPEND(c, array, n, ...) \
	do { \
		if (((n) & ((n) - 1)) == 0) { \
			void *more_ = arena_alloc((c)->arena, MAX(2 * (n), 1) * sizeof *(array)); \
			if (n) \
				memcpy(more_, (array), (n) * sizeof *(array)); \
			(array) = more_; \
		} \
		(array)[(n)++] = __VA_ARGS__; \
	} while (0)

void plan_article(struct composer *c, struct sheet *s, const struct article *a, size_t lines)
{
	struct page_plan *p = &s->plan;

	for (size_t i = 0; i < p->narticles; i++)
		if (p->articles[i].article == a) {
			p->articles[i].lines += lines;
			return;
		}
	APPEND(c, p->articles, p->narticles, (struct plan_article){ a, lines });
}

void plan_ad(struct composer *c, struct sheet *s, const struct ad *ad, struct rect box)
{
	APPEND(c, s->plan.ads, s->plan.nads, (struct plan_ad){ ad, box });
}

static void note_stands(struct work *w, const struct thread_work *t)
{
	for (size_t i = 0; i < t->result.n; i++) {
		const struct stand *st = &t->result.stands[i];
		const struct column *col = thread_column(t, st->frame);
		const struct unit *u = thread_unit(t, st->unit);
		size_t lines = stand_lines(u, st);

		plan_article(w->c, col->canvas->sheet, unit_article(u), lines);
	}
}

/* Lines of a column that stay empty: of its frame, and under it those that balanced columns leave white. */
static double lines_left(const struct thread_work *t, size_t i, double *under)
{
	const struct column *col = thread_column(t, i);
	int used = t->result.n == 0 || i > t->result.last_frame ? 0 : i == t->result.last_frame ? t->result.last_tick : col->frame.ticks;

	*under = col->cut / (double)TICKS;
	return (col->frame.ticks - used) / (double)TICKS + *under;
}

static void note_room(struct work *w, const struct thread_work *t)
{
	const struct layout *l = w->c->layout;

	for (size_t i = 0; i < t->columns->len; i++) {
		const struct column *col = thread_column(t, i);
		struct page_plan *p = &col->canvas->sheet->plan;
		double end = col->line + col->frame.ticks / (double)TICKS, lines, under;

		if (col->frame.overset)
			continue;
		lines = lines_left(t, i, &under);
		if (lines < LEAST_LINES)
			continue;
		end += under;
		APPEND(w->c, p->room, p->nroom, (struct rect){ col->x, grid_top(l, end - lines), col->frame.width, lines * l->leading });
		p->room_lines += lines;
		p->room_chars += work_chars(w, lines * col->frame.width);
	}
}

void plan_part(struct work *w)
{
	for (size_t k = 0; k < w->nthreads; k++) {
		note_stands(w, &w->threads[k]);
		note_room(w, &w->threads[k]);
	}
	/* A single article is on all pages of its part, be it with pictures only. */
	for (guint i = 0; w->part->narticles == 1 && i < w->canvases->len; i++)
		plan_article(w->c, work_canvas(w, i)->sheet, w->part->articles[0], 0);
}
