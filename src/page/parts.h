/*
 * src/page/parts.h - the parts of an issue, each composed by itself.
 *
 * In      an issue; of each part, what its pages depend on besides issue and
 *         layout: the number of its first page, the page numbers that its text
 *         names, the fillers that are left
 * Out     its sheets, where its articles begin, its messages, joined with those of
 *         the issue in the order of the parts
 * Threads parts are composed side by side on the pool's threads, as far as the
 *         numbers of their first pages can be counted beforehand. The number of
 *         threads changes nothing but the time
 * Memory  what was composed holds until parts_close(), which leaves what is on the
 *         pages to the issue's arena
 *
 * A part has a composer, an arena and caches of its own. What was composed in one
 * pass is taken over in the next one, unless something that it depends on
 * has changed; so is what was composed ahead for numbers that came true.
 */
#ifndef ZIVOS_PAGE_PARTS_H
#define ZIVOS_PAGE_PARTS_H

#include <glib.h>
#include <stddef.h>

struct arena;
struct composer;
struct diag;
struct issue;
struct parts;
struct text_tools;

/* tools: of each thread of their pool, the caller's first. */
struct parts *parts_new(const struct issue *is, struct text_tools *tools);
/* Messages that hold for all passes go to d. */
void parts_close(struct parts *p, struct arena *a, struct diag *d);

/* Puts the pages of part i (of articles) behind those that c has. Parts are asked for in their order, once in each pass. */
void parts_join(struct parts *p, struct composer *c, size_t i);

/* Where articles and rests will begin, as far as the author's numbers of pages tell, for the first pass: struct composer's `known`.
 * NULL: they do not tell. */
GHashTable *parts_guess(const struct issue *is, int multiple);

#endif
