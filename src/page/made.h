/*
 * src/page/made.h - what is made once from a part of an issue or a layout, and serves for every attempt and pass.
 *
 * In      what it was made from, by its address: data of the document, which stays where it is
 * Out     what was kept; NULL: nothing yet
 * Memory  borrowed: whatever is kept lives as long as the caches (page/compose.h)
 *
 * Each kind has a table of its own and two functions with its types: made_title(k, copy) gives it, made_title_keep(k, copy, title)
 * keeps it, in place of one that was kept before.
 */
#ifndef ZIVOS_PAGE_MADE_H
#define ZIVOS_PAGE_MADE_H

#include <glib.h>

struct copy;
struct echoed;
struct initial;
struct inline_run;
struct list_hangs;
struct block;
struct parallel;
struct parallel_plan;
struct picture;
struct style;

#define MADE_TABLE(X) \
	/* what      made from                    what it is */ \
	X(joined,    const struct copy,           struct copy)		/* the second of two copies: both in one (page/set.c) */ \
	X(caption,   const struct picture,        struct copy)		/* a figure's first picture: the captions of all (page/figure/keys.c) */ \
	X(credit,    const struct picture,        struct copy)		/* ... the credits of all */ \
	X(initial,   const struct inline_run,     struct initial)	/* a paragraph's runs (page/block/initial.c) */ \
	X(flush,     const struct style,          struct style)		/* the same, not justified or centred */ \
	X(smaller,   const struct style,          struct style)		/* a pull quote's, a step down ... */ \
	X(larger,    const struct style,          struct style)		/* ... and up (page/block/quote.c) */ \
	X(title,     const struct copy,           struct copy)		/* a box's title in the language of its text (page/block/box.c) */ \
	X(hangs,     const struct block,          struct list_hangs)	/* a list: where its texts begin (page/block/list.c) */ \
	X(echo,      const struct copy,           struct echoed)	/* a pull quote's: what it repeats (page/figure/float.c) */ \
	X(parallel,  const struct parallel,       struct parallel_plan)	/* its plans, by template and width (page/block/parallel.c) */

#define X(name, of, type) MADE_##name,
enum made_kind { MADE_TABLE(X) MADE_KINDS };
#undef X

struct made { GHashTable *of[MADE_KINDS]; };

static inline void made_init(struct made *m)
{
	for (int i = 0; i < MADE_KINDS; i++)
		m->of[i] = g_hash_table_new(NULL, NULL);
}

static inline void made_clear(struct made *m)
{
	for (int i = 0; i < MADE_KINDS; i++)
		g_hash_table_unref(m->of[i]);
}

#define X(name, from, type) \
	static inline type *made_##name(const struct made *m, from *key) \
	{ \
		return g_hash_table_lookup(m->of[MADE_##name], key); \
	} \
	static inline void made_##name##_keep(struct made *m, from *key, type *it) \
	{ \
		g_hash_table_insert(m->of[MADE_##name], (gpointer)key, it); \
	}
MADE_TABLE(X)
#undef X

#endif
