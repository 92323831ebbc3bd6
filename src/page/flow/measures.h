/*
 * src/page/flow/measures.h - where the lines of a paragraph stand, and the best
 * breaks for them.
 *
 * In      a paragraph (page/flow/flow.h), a column's width, or a measure for every
 *         line: beside a picture, or in columns of different width
 * Out     breaks in the natural number of lines, one more and one less
 *         (para/linebreak.h); the same question gets the same answer, at once
 * Units   Pt
 */
#ifndef ZIVOS_PAGE_FLOW_MEASURES_H
#define ZIVOS_PAGE_FLOW_MEASURES_H

#include <glib.h>
#include <stddef.h>
#include "para/linebreak.h"

struct arena;
struct hlist;
struct unit;

/* One for each line; the last one holds for all further lines. */
struct measures { size_t n; const struct measure *line; };

static inline struct measure measures_line(const struct measures *m, size_t i)
{
	return m->line[i < m->n ? i : m->n - 1];
}

struct setting { struct measures measures; struct choice choice; };

/* What was found before; the lists (para/hlist.h) and the arena must outlive it. */
GHashTable *settings_new(void);
const struct setting *setting_in_column(GHashTable *settings, struct arena *a, const struct unit *u, Pt width);
/* line: n measures, those of the paragraph's own indents included; copied. */
const struct setting *setting_by_line(GHashTable *settings, struct arena *a, const struct unit *u, const struct measure *line, size_t n);

/* What setting_in_column() will find, found before on any thread: `list` is the paragraph's, the choice lies in a. Entered, it is
 * copied to where the settings are kept. */
struct choice setting_prepare(struct arena *a, const struct unit *u, const struct hlist *list, Pt width);
void setting_enter(GHashTable *settings, struct arena *a, const struct unit *u, Pt width, const struct choice *c);

/* Measure of line n of a unit's paragraph in a column of `width`, beside nothing. */
struct measure unit_measure(const struct unit *u, Pt width, size_t n);

#endif
