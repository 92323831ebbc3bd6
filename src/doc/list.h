/*
 * src/doc/list.h - a list as it is set: all items in reading order, inner ones
 * with the level they stand on.
 */
#ifndef ZIVOS_DOC_LIST_H
#define ZIVOS_DOC_LIST_H

#include <stddef.h>

struct copy;

/* How items are marked: with a point; numbered by the language's custom, in its script's own numerals, by letters. */
enum list_kind { LIST_BULLET, LIST_NUMBER, LIST_NATIVE, LIST_LETTER };

enum { LIST_LEVELS = 3 };		/* lists that stand inside one another; deeper ones are set like the last */

struct list_item {
	struct copy *copy;
	int level;			/* from 0 */
	enum list_kind kind;
	int number;			/* in its own list */
};

struct list { struct list_item *items; size_t n; };

#endif
