/*
 * src/page/figure/arrange_room.h - a page's columns with figures in them.
 *
 * In      the page's columns as the template leaves them; an option: which figures stand where
 * Out     where the figures' tops are; the columns that are left for the text
 * Units   grid lines; ticks (page/flow/flow.h)
 */
#ifndef ZIVOS_PAGE_FIGURE_ARRANGE_ROOM_H
#define ZIVOS_PAGE_FIGURE_ARRANGE_ROOM_H

#include "page/figure/figure.h"
#include "page/work.h"

#define PAGE_COLUMNS 48			/* of one thread on one page: twelve columns cut into four by what stands in them */
#define MOST_SLOTS 4			/* figures in a page's columns */
#define PAGE_FRAMES (PAGE_COLUMNS + 2 * MOST_SLOTS)	/* a column that a figure divides is two frames */
#define INSIDE_TEXT 6			/* lines that stand over and under a figure inside a column, at least */

struct page_columns { size_t first, n; };	/* of a thread's, by number */

/*
 * Where a figure stands in columns [column, column + span): at their head or foot;
 * INSIDE, with text over and under it; BESIDE, with text beside it: an inset in one
 * column, or between two.
 */
enum slot_at { AT_HEAD, AT_FOOT, AT_INSIDE, AT_BESIDE };
struct slot {
	size_t figure, column;
	int span;
	enum slot_at at;
	const struct figure *figured;	/* as it will be put; NULL: a picture, in `lines` and `width` */
	const struct notch *notch[2];	/* BESIDE: what each of its columns gives way to, from */
	int offset;			/* so many lines under its head */
	double from;			/* INSIDE: grid line where its room begins */
	double lines;			/* of its pictures */
	int ticks;			/* that it takes, with the white between it and the text */
	double line;			/* grid line of its top, known with the columns (option_lines()) */
	Pt width;
};

/* own: all in heights of their own. guess: what it may cost beside, by the text as it was thought to stand: which options are kept. */
struct option { size_t page, before, n; struct slot slot[MOST_SLOTS]; double cost, guess; bool own; };

/* The columns with the option's figures taken out, `limit` column lines left white under balanced ones; up to PAGE_FRAMES. 0: some
 * would be too low. */
size_t option_columns(const struct option *o, struct column *const *columns, size_t n, int limit, struct column *out);
/* Height of all of them together, in ticks; what would be too low counts as nothing. */
int option_room(const struct option *o, struct column *const *columns, size_t n, int limit);
/* Ticks of whole lines that text has in a column, insets and what divides it taken off. */
int column_room(const struct column *c);
/* Says where the figures stand; out: all n columns, at most PAGE_COLUMNS, whatever is left of them. */
void option_lines(struct option *o, struct column *const *columns, size_t n, int limit, struct column *out);

/* ---- while an option is made ---- */

/* The grid line under a column's last one. */
double foot_line(const struct column *c);
/* Of the slot's figure, in these columns. */
double slot_line(const struct column *columns, const struct slot *s);
/* The slot's room is taken off its columns; its top is noted in it. */
void take_room(struct column *columns, struct slot *s);

#endif
