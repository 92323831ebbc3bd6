/*
 * src/para/lists.h - the hlists of many paragraphs in bounded memory.
 *
 * In      where they come from when they are opened
 * Out     their hlists; items of lists that were not open for long are given up, and
 *         made again when the list is opened: they take many times their text's memory,
 *         and making them costs little
 * Memory  at most `room` bytes, beside the lists that are open and the LISTS_LAST that
 *         were closed last: long texts in several languages are opened again and again together
 */
#ifndef ZIVOS_PARA_LISTS_H
#define ZIVOS_PARA_LISTS_H

#include <stddef.h>

struct arena;
struct hlist;
struct lists;

#define LISTS_LAST 4

struct lists *lists_new(size_t room);
void lists_free(struct lists *l);		/* its lists have no items from then on; NULL is allowed */

/* Makes the list's text, or finds it, and its items; they lie in the arena that is returned, whose owner is the store from then on. The
 * text holds until hlist_forget(). */
typedef struct arena *(*list_maker)(void *ctx, struct hlist *out);
/* A list of the store, without text and items until it is opened; the list itself lies in the arena. */
struct hlist *lists_add(struct lists *l, struct arena *a, list_maker make, void *ctx);

/* Gives up the items of all lists that are not open: they are made again when they are asked for. */
void lists_give_up(struct lists *l);
/* Gives up text and items of a closed list: the text goes. */
void hlist_forget(struct hlist *h);

/* Between these the list has its text and items. Calls may be nested; lists of no store have them always. */
void hlist_open(struct hlist *h);
void hlist_close(struct hlist *h);

#endif
