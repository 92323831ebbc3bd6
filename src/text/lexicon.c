/* src/text/lexicon.c - an open-addressed table of words; conditions are few and kept apart. */
#include "text/lexicon.h"
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "base/arena.h"

#define MOST (1u << 18)

struct condition { const void *bytes; size_t n; };
struct entry { const char *word; uint32_t len, hash, condition; void *value; };

struct lexicon {
	struct arena *arena;
	GArray *conditions;		/* struct condition */
	uint32_t last;			/* the condition asked for before */
	struct entry *entries;
	uint32_t size, n;		/* size: a power of two */
};

void lexicon_clear(struct lexicon *w)
{
	arena_free(w->arena);
	g_free(w->entries);
	g_array_set_size(w->conditions, 0);
	w->arena = arena_new();
	w->size = 1024;
	w->entries = g_new0(struct entry, w->size);
	w->n = w->last = 0;
}

struct lexicon *lexicon_new(void)
{
	struct lexicon *w = g_new0(struct lexicon, 1);

	w->conditions = g_array_new(FALSE, FALSE, sizeof(struct condition));
	lexicon_clear(w);
	return w;
}

void lexicon_free(struct lexicon *w)
{
	if (!w)
		return;
	arena_free(w->arena);
	g_array_unref(w->conditions);
	g_free(w->entries);
	g_free(w);
}

struct arena *lexicon_arena(struct lexicon *w)
{
	return w->arena;
}

static bool is_condition(const struct lexicon *w, uint32_t i, const void *bytes, size_t n)
{
	const struct condition *c = &g_array_index(w->conditions, struct condition, i);

	return i < w->conditions->len && c->n == n && memcmp(c->bytes, bytes, n) == 0;
}

static uint32_t condition_of(struct lexicon *w, const void *bytes, size_t n)
{
	struct condition c = { bytes, n };

	if (is_condition(w, w->last, bytes, n))
		return w->last;
	for (w->last = 0; w->last < w->conditions->len; w->last++)
		if (is_condition(w, w->last, bytes, n))
			return w->last;
	c.bytes = arena_copy(w->arena, bytes, n);
	g_array_append_val(w->conditions, c);
	return w->last;
}

/* FNV-1a. */
static uint32_t hash_of(const char *word, size_t len, uint32_t condition)
{
	uint32_t h = 2166136261u ^ condition * 0x9e3779b1u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)word[i]) * 16777619u;
	return h;
}

static struct entry *slot_of(const struct lexicon *w, const struct entry *key)
{
	uint32_t k = key->hash;

	for (;; k++) {
		struct entry *e = &w->entries[k & (w->size - 1)];
		if (!e->word || (e->hash == key->hash && e->condition == key->condition && e->len == key->len &&
				 memcmp(e->word, key->word, key->len) == 0))
			return e;
	}
}

static void grow(struct lexicon *w)
{
	struct entry *old = w->entries;
	uint32_t n = w->size;

	w->size *= 2;
	w->entries = g_new0(struct entry, w->size);
	for (uint32_t i = 0; i < n; i++)
		if (old[i].word)
			*slot_of(w, &old[i]) = old[i];
	g_free(old);
}

void **lexicon_find(struct lexicon *w, const void *conditions, size_t n, const char *word, size_t len)
{
	struct entry key = { .word = word, .len = (uint32_t)len }, *e;

	if (w->n >= MOST)
		lexicon_clear(w);
	key.condition = condition_of(w, conditions, n);
	key.hash = hash_of(word, len, key.condition);
	e = slot_of(w, &key);
	if (!e->word) {
		if (w->n >= w->size / 2) {
			grow(w);
			e = slot_of(w, &key);
		}
		*e = key;
		e->word = arena_copy(w->arena, word, len);
		w->n++;
	}
	return &e->value;
}
