/*
 * src/base/arena.c - memory that lives as long as its owner.
 *
 * Blocks of growing size, taken from the front; a large object gets a block of
 * its own behind the current one, so that it does not waste the rest of it.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct block {
	struct block *next;
	size_t used, size;		/* of bytes[] */
	alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
	struct deferred *next;
	void (*drop)(void *);
	void *obj;
};

struct arena {
	struct block *blocks;		/* the first one is the one with room */
	struct deferred *deferred;	/* newest first */
	size_t next_size;
};

/* There is no sensible answer to this one: the report itself needs memory. */
static _Noreturn void out_of_memory(void)
{
	fputs("zivos: out of memory\n", stderr);
	exit(3);
}

/* clean: zeroed, which costs nothing where the system gives fresh pages. */
static struct block *block_new(size_t size, bool clean)
{
	struct block *b;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	b = clean ? calloc(1, sizeof *b + size) : malloc(sizeof *b + size);
	if (!b)
		out_of_memory();
	*b = (struct block){ .size = size };
	return b;
}

struct arena *arena_new(void)
{
	struct arena *a = calloc(1, sizeof *a);

	if (!a)
		out_of_memory();
	a->next_size = FIRST_BLOCK;
	return a;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct deferred *d = a->deferred; d; d = d->next)
		d->drop(d->obj);
	for (struct block *b = a->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/* Zeroes no more than is asked for: much of a block is copied into, and its end mostly stays unused. */
static void *take(struct arena *a, size_t size, bool clean)
{
	const size_t unit = alignof(max_align_t);
	struct block *b = a->blocks;
	bool is_clean = false;
	void *p;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = size ? (size + unit - 1) / unit * unit : unit;
	if (b && b->size - b->used >= size)
		goto out;
	if (b && size > a->next_size / 4) {
		struct block *own = block_new(size, clean);

		is_clean = clean;
		own->next = b->next;
		b->next = own;
		b = own;
		goto out;
	}
	b = block_new(size > a->next_size ? size : a->next_size, false);
	b->next = a->blocks;
	a->blocks = b;
	if (a->next_size < LARGEST_BLOCK)
		a->next_size *= 2;
out:
	p = b->bytes + b->used;
	b->used += size;
	if (clean && !is_clean)
		memset(p, 0, size);
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return take(a, size, true);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size)
		out_of_memory();
	return arena_alloc(a, n * size);
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);

	if (n)
		memcpy(copy, s, n);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

void *arena_copy(struct arena *a, const void *p, size_t size)
{
	void *copy = take(a, size, false);

	if (size)
		memcpy(copy, p, size);
	return copy;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args, again;
	char *s;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		n = 0;
	s = arena_alloc(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

void arena_defer(struct arena *a, void (*drop)(void *), void *obj)
{
	struct deferred *d = arena_make(a, struct deferred);

	*d = (struct deferred){ a->deferred, drop, obj };
	a->deferred = d;
}
