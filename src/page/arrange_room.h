/*
 * src/page/arrange_room.h - a page's columns with figures in them.
 *
 * In      the page's columns as the template leaves them; an option: which figures stand where
 * Out     where the figures' tops are; the columns that are left for the text
 * Units   grid lines; ticks (page/flow.h)
 */
#ifndef ZIVOS_PAGE_ARRANGE_ROOM_H
#define ZIVOS_PAGE_ARRANGE_ROOM_H

#include "page/figure.h"
#include "page/work.h"

#define PAGE_COLUMNS 48			/* of one thread on one page: twelve columns cut into four by what stands in them */
#define MOST_SLOTS 4			/* figures in a page's columns */

struct page_columns { size_t first, n; };	/* of a thread's, by number */

/* A figure at the head or foot of columns [column, column + span), or an inset in a column. */
struct slot {
	size_t figure, column;
	int span;
	bool foot;
	const struct figure *inset;	/* or NULL; with */
	const struct notch *notch;	/* what the column gives way to, from */
	int offset;			/* so many lines under its head */
	double lines;			/* of its pictures */
	int ticks;			/* that it takes, with the white between it and the text */
	double line;			/* grid line of its top, known with the columns (option_lines()) */
	Pt width;
};

struct option { size_t n; struct slot slot[MOST_SLOTS]; double cost; bool own; };	/* own: all in heights of their own */

/* The columns with the option's figures taken out, `limit` column lines left white under balanced ones; at most PAGE_COLUMNS. 0: some
 * would be too low. */
size_t option_columns(const struct option *o, struct column *const *columns, size_t n, int limit, struct column *out);
/* Height of all of them together, in ticks; what would be too low counts as nothing. */
int option_room(const struct option *o, struct column *const *columns, size_t n, int limit);
/* Ticks of whole lines that text has in a column, insets taken off. */
int column_room(const struct column *c);
/* Says where the figures stand; out: all n columns, whatever is left of them. */
void option_lines(struct option *o, struct column *const *columns, size_t n, int limit, struct column *out);

/* ---- while an option is made ---- */

/* The grid line under a column's last one. */
double foot_line(const struct column *c);
/* The slot's room is taken off its columns; its top is noted in it. */
void take_room(struct column *columns, struct slot *s);

#endif
