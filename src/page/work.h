/*
 * src/page/work.h - one part of the issue while it is composed: its pages, what
 * stands on them, its columns. Shared by the modules that compose it:
 *
 *   place.c      the places of a template's page, in order; what is left is columns
 *   aside.c      boxes in a place of their own
 *   adspace.c    small advertisements; jump.c: pages of the part that stand elsewhere
 *   float.c      pictures that stand in the text, and fillers
 *   work.c       texts gathered, poured through the columns, put
 *   outcome.c    how that came out; attempt.c: the search for the best way
 *   part.c       the whole
 *   untaken.c    what the template has no place for
 *   fit*.c       what would bring a text that misses its pages onto them
 *
 * What is put on a page becomes an obstacle; columns take the stretches of
 * their width that no obstacle claims. So a template need not know how high a
 * headline is, and an opener that is missing leaves its room to the text.
 */
#ifndef ZIVOS_PAGE_WORK_H
#define ZIVOS_PAGE_WORK_H

#include "page/attempt.h"
#include "page/compose.h"
#include "page/flow/flow.h"
#include "page/block/units.h"

#define MAX_PAGES 2000			/* of one part: an article of a million words */
#define MIN_FRAME COLUMN_LINES_LEAST

struct obstacle { Pt x0, x1; double line, end; bool foot; };	/* grid lines [line, end); foot: put up from the page's foot */

struct canvas {				/* a page being filled */
	struct sheet *sheet;
	const struct pattern *pattern;
	GArray *obstacles;		/* struct obstacle */
	bool mirror;
	bool facing;			/* the second of a pair: the languages opposite stand on it */
};

struct column {
	struct frame frame;
	struct canvas *canvas;
	Pt x;
	double line;			/* grid line of tick 0 */
	bool balance;			/* ends as high as others on the last page */
	int cut;			/* ticks that it ends early for that */
	double gap_line;		/* grid line where it is divided by a figure inside it, ... */
	int gap;			/* ... of so many ticks; 0: it is not */
	size_t nth;			/* of the page's, from 0 */
	bool head_taken, foot_taken;	/* by a figure */
	struct column *facing;		/* its counterpart on the page opposite, which shares its lines; or NULL */
};

struct thread_work {
	GPtrArray *columns;		/* struct column, in filling order; pointers stay valid as it grows */
	GPtrArray *facing;		/* those on second pages, until they are joined with their counterparts */
	struct units units;
	GArray *figures;		/* struct floating: those that stand in the text */
	struct flow_result result;
	bool hands_out;			/* what is decided is put while the flow goes on */
	size_t put;			/* stands that were put */
	struct arranger *arranger;	/* page/figure/arrange.h, while the flow runs; NULL: pages have but one way */
	int limit;			/* column lines that balanced columns of the last page leave white */
	size_t figure_pages;		/* pages up to the last one with a figure */
};

struct work {
	struct attempt attempt;
	bool final;			/* not an attempt: it is kept */
	struct composer *c;
	const struct part *part;
	const struct template *t;
	const struct rubric *rubric;
	const struct tag *tag;
	GPtrArray *canvases;		/* struct canvas */
	struct thread_work *threads;
	size_t nthreads;
	GHashTable *placed;		/* pictures, heads and titles that a place took */
	GHashTable *in_text;		/* struct block: pull quotes and boxes that find no place beside the text */
	GPtrArray *late;		/* struct place: heads for which a picture left no room; they stand on the next page */
	int head_page;			/* the last page that a head stands on, from 1 */
	bool laid_out;			/* there is a page with the template's places, not a picture's alone */
	bool rtl;
	int text_pages;			/* up to the last one with text; only advertisements stand after it */
	const struct tag *half_tag;	/* of the spread begun last */
	const struct place *half;	/* place whose picture goes on on the next page ... */
	double half_line, half_lines;	/* ... where */
	struct rect half_box;		/* the left page's */
	const struct figure *half_words;	/* what the right page says of it, or NULL */
	int half_page;			/* the last page that a half stands on */
	struct column *jump_column;	/* the last one before the jump, or NULL */
	int unplaced;			/* pictures without a place, or with a narrower one than asked for */
};

/* Page i of the part, from 0; column i of a thread; its unit i. */
static inline struct canvas *work_canvas(const struct work *w, size_t i)
{
	return g_ptr_array_index(w->canvases, i);
}

static inline struct column *thread_column(const struct thread_work *t, size_t i)
{
	return g_ptr_array_index(t->columns, i);
}

static inline const struct unit *thread_unit(const struct thread_work *t, size_t i)
{
	return &g_array_index(t->units.units, struct unit, i);
}

/* Characters of running text that a width holds: a letter is half its size wide, on the average. */
static inline double work_chars(const struct work *w, Pt width)
{
	return width / (w->t->styles[BLOCK_P]->size * 0.5);
}

/* Lines of a stretch, of a block those it is as high as. */
static inline size_t stand_lines(const struct unit *u, const struct stand *st)
{
	return u->hlist ? st->n : (size_t)stand_ticks(u, st) / TICKS;
}

/* ---- page/work.c ---- */

/* Compose the part: its text is poured through its columns, figures and heads are on its pages. final: it is kept, so what of the text is decided
 * is put at once. */
void work_open(struct work *w, struct composer *c, const struct part *p, struct attempt attempt, bool final);
/* What was composed to be looked at is kept after all. */
void work_keep(struct work *w);
/* Put the text of a thread that is not on its pages yet; what went wrong with it is reported. */
void work_put(struct work *w, size_t thread);
void work_close(struct work *w, bool drop_sheets);

/* ---- page/untaken.c ---- */

/* Whether a thread takes article n of the part (from 1, imprints not counted). */
bool thread_takes(const struct thread *th, const struct article *a, int n);
/* Articles that no thread takes, and parts of heads that the template does not show. */
void untaken_report(struct work *w);

/* ---- page/place.c ---- */

/* Whether lines [line, line + lines) are free in this width. */
bool is_free(const struct canvas *v, Pt x, Pt w, double line, double lines);
/* Lines down to the first thing that stands at the foot of this width. */
double last_free_line(const struct canvas *v, const struct layout *l, Pt x, Pt w);
/* First line under everything that stands in this width, down from the head. */
double line_under(const struct canvas *v, Pt x, Pt w);
/* Lines [line, line + lines) of this width are taken; foot: by what is put up from the page's foot. */
void obstruct(struct canvas *v, Pt x, Pt w, double line, double lines, bool foot);
/* A new page of the part; overset: one for text that fits nowhere. */
struct canvas *canvas_add(struct work *w, bool overset);
/* The part's next page, with its template's places on it. */
void canvas_grow(struct work *w);
/* A page of plain columns for what a thread has too much of. */
void overset_page(struct work *w, size_t thread);
/* The template's place for boxes, or NULL: they stand in the text. */
const struct place *box_place(const struct template *t);
/* Whether the part may take one page more. */
bool may_grow(const struct work *w);
/* The same, and one of the pages that are still to come has columns for the thread. */
bool may_grow_for(const struct work *w, size_t thread);

/* ---- page/furniture/adspace.c ---- */

/* Advertisements of less than a page, at the foot of this one, side by side where they go; the wider and higher ones below. What has
 * no room is reported. */
void place_ads(struct composer *c, struct canvas *v, struct ad *const *ads, size_t n);
/* Pages of advertisements alone, as many as they take; full ones are left out. */
void ads_compose(struct composer *c, struct ad *const *ads, size_t n);
/* Whether one stands where it was booked; else reported. */
void ad_check_place(struct composer *c, const struct sheet *s, const struct ad *ad);

/* ---- page/furniture/aside.c ---- */

/* The article's boxes where the template has a place for them; those that find no room there stay in the text. */
void boxes_place(struct work *w, struct canvas *v, const struct place *p);

/* ---- page/furniture/jump.c ---- */

/* Whether the page after so many lies after the jump; its sheet, which joins the others later. */
bool jump_after(const struct work *w, size_t pages);
struct sheet *jump_sheet(struct work *w);
/* On the first page after it: what goes on here, and where it began. On the last one before it, when its columns are laid out: room for
 * the line that leads there. */
void jump_head(struct work *w, struct canvas *v);
void jump_reserve(struct work *w, struct canvas *v);
/* That line; the sheets are kept for rest_compose(). */
void jump_finish(struct work *w);

/* ---- page/figure/float.c ---- */

/* The figures that no place of the template took: they are taken from then on. Of quotes it is known what they repeat. */
GArray *floats_open(struct work *w, const struct units *u);
/* They are free again. */
void floats_close(struct work *w, GArray *floats);
/* Whether a filler of the stock would stand free at the foot of the last column. */
bool filler_room(const struct work *w, const struct thread_work *t);
/* Put it there, or under balanced columns. false: there is no room for it. */
bool put_filler(struct work *w, struct thread_work *t);
bool fill_under(struct work *w, struct thread_work *t);

#endif
