/* tests/unit/test_arena.c */
#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>
#include "base/arena.h"

static int dropped[3], ndropped;

static void drop(void *obj)
{
	dropped[ndropped++] = *(int *)obj;
}

static void test_alignment_and_zeroes(void)
{
	struct arena *a = arena_new();

	for (size_t size = 0; size < 20000; size = size * 2 + 1) {
		unsigned char *p = arena_alloc(a, size);

		assert((uintptr_t)p % alignof(max_align_t) == 0);
		for (size_t i = 0; i < size; i++)
			assert(p[i] == 0);
		memset(p, 0xFF, size);
	}
	arena_free(a);
}

static void test_objects_do_not_overlap(void)
{
	struct arena *a = arena_new();
	int *p[1000];

	for (int i = 0; i < 1000; i++) {
		p[i] = arena_make_array(a, (size_t)(i % 7 == 0 ? 3000 : 3), int);
		p[i][0] = p[i][2] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert(p[i][0] == i && p[i][2] == i);
	arena_free(a);
}

static void test_text(void)
{
	struct arena *a = arena_new();

	assert(strcmp(arena_strdup(a, "Straße"), "Straße") == 0);
	assert(strcmp(arena_strndup(a, "Straße", 3), "Str") == 0);
	assert(strcmp(arena_strndup(a, "", 0), "") == 0);
	assert(strcmp(arena_printf(a, "%s-%d", "seite", 7), "seite-7") == 0);
	assert(memcmp(arena_copy(a, "abc", 3), "abc", 3) == 0);
	assert(arena_copy(a, NULL, 0) != NULL);
	arena_free(a);
}

static void test_drops_newest_first(void)
{
	struct arena *a = arena_new();
	int *one = arena_make(a, int), *two = arena_make(a, int);

	*one = 1;
	*two = 2;
	arena_defer(a, drop, one);
	arena_defer(a, drop, two);
	assert(ndropped == 0);
	arena_free(a);
	assert(ndropped == 2 && dropped[0] == 2 && dropped[1] == 1);
	arena_free(NULL);
}

int main(void)
{
	test_alignment_and_zeroes();
	test_objects_do_not_overlap();
	test_text();
	test_drops_newest_first();
	return 0;
}
