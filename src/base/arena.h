/*
 * src/base/arena.h - memory that lives as long as its owner: a build, an
 * article's set, a document.
 *
 * Everything the pipeline keeps (document, shaped text, pages) is arena
 * data: plain structs, const once built, without destructors.
 */
#ifndef ZIVOS_BASE_ARENA_H
#define ZIVOS_BASE_ARENA_H

#include <stddef.h>

struct arena;				/* opaque: defined in arena.c only */

struct arena *arena_new(void);
void arena_free(struct arena *a);	/* NULL is allowed */

/* Zeroed, aligned for any type. Never NULL: out of memory ends the program. */
void *arena_alloc(struct arena *a, size_t size);
/* Same for n elements; a product that overflows ends the program. */
void *arena_array(struct arena *a, size_t n, size_t size);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* A copy of size bytes, aligned for any type; size 0 gives a valid pointer. */
void *arena_copy(struct arena *a, const void *p, size_t size);

/* Call drop(obj) from arena_free(), newest first: how the model may hold an
 * hb_font without anybody walking the tree to free it. */
void arena_defer(struct arena *a, void (*drop)(void *), void *obj);

#define arena_make(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_make_array(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

#endif
