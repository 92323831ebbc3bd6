/*
 * src/text/lexicon.c - an open-addressed table of words; conditions are few and kept apart.
 *
 * Words are never changed once they are in the table, and never taken out one
 * by one. So a reader needs no lock: it sees a slot empty or a whole word. Who
 * puts a word in holds the lock. A table that has become too small is replaced
 * by a larger one with the same words, and kept for those who still read it:
 * what they miss there they find when they want to put it in.
 */
#include "text/lexicon.h"
#include <glib.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "base/arena.h"

#define MOST (1u << 18)
#define CONDITIONS_MOST 4096u
#define FIRST_SIZE 1024u

struct word { const void *value; uint32_t hash, condition, len; char text[]; };
struct table { struct table *smaller; uint32_t size; _Atomic(struct word *) slot[]; };	/* size: a power of two */
struct condition { const void *bytes; size_t n; };

struct words {				/* what several share */
	pthread_mutex_t lock;		/* of all but reading */
	unsigned users;
	struct arena *arena;		/* conditions */
	_Atomic(struct table *) table;
	_Atomic uint32_t n;
	struct condition *conditions;
	_Atomic uint32_t nconditions;
};

struct lexicon {
	struct words *words;
	struct arena *arena;		/* of its words, and what was made of them */
	struct arena *scratch;		/* of a word that is not kept, or NULL */
	uint32_t last;			/* the condition asked for before */
	bool keeps;			/* the word asked for last, if it is new */
	struct { const char *text; uint32_t len, hash, condition; } asked;
};

static struct table *table_new(uint32_t size, struct table *smaller)
{
	struct table *t = g_malloc0(sizeof *t + size * sizeof t->slot[0]);

	t->smaller = smaller;
	t->size = size;
	return t;
}

static void tables_free(struct table *t)
{
	for (struct table *smaller; t; t = smaller) {
		smaller = t->smaller;
		g_free(t);
	}
}

static struct words *words_new(void)
{
	struct words *s = g_new0(struct words, 1);

	pthread_mutex_init(&s->lock, NULL);
	s->arena = arena_new();
	s->conditions = g_new0(struct condition, CONDITIONS_MOST);
	atomic_store(&s->table, table_new(FIRST_SIZE, NULL));
	return s;
}

static void words_free(struct words *s)
{
	pthread_mutex_destroy(&s->lock);
	arena_free(s->arena);
	g_free(s->conditions);
	tables_free(atomic_load(&s->table));
	g_free(s);
}

struct lexicon *lexicon_new(struct lexicon *with)
{
	struct lexicon *w = g_new0(struct lexicon, 1);

	w->words = with ? with->words : words_new();
	pthread_mutex_lock(&w->words->lock);
	w->words->users++;
	pthread_mutex_unlock(&w->words->lock);
	w->arena = arena_new();
	return w;
}

void lexicon_free(struct lexicon *w)
{
	bool last;

	if (!w)
		return;
	pthread_mutex_lock(&w->words->lock);
	last = --w->words->users == 0;
	pthread_mutex_unlock(&w->words->lock);
	if (last)
		words_free(w->words);
	arena_free(w->arena);
	arena_free(w->scratch);
	g_free(w);
}

void lexicon_clear(struct lexicon *w)
{
	struct words *s = w->words;

	tables_free(atomic_load(&s->table));
	atomic_store(&s->table, table_new(FIRST_SIZE, NULL));
	atomic_store(&s->nconditions, 0);
	atomic_store(&s->n, 0);
	arena_free(s->arena);
	s->arena = arena_new();
	arena_free(w->arena);
	w->arena = arena_new();
}

/* ---- conditions ---- */

static bool is_condition(const struct words *s, uint32_t i, const void *bytes, size_t n)
{
	return s->conditions[i].n == n && memcmp(s->conditions[i].bytes, bytes, n) == 0;
}

/* From number `from` on; n: there is none. */
static uint32_t look_for(const struct words *s, uint32_t from, uint32_t many, const void *bytes, size_t n)
{
	while (from < many && !is_condition(s, from, bytes, n))
		from++;
	return from;
}

/* Its number; CONDITIONS_MOST: there are too many. */
static uint32_t condition_of(struct lexicon *w, const void *bytes, size_t n)
{
	struct words *s = w->words;
	uint32_t many = atomic_load_explicit(&s->nconditions, memory_order_acquire), i;

	if (w->last < many && is_condition(s, w->last, bytes, n))
		return w->last;
	i = look_for(s, 0, many, bytes, n);
	if (i == many) {
		pthread_mutex_lock(&s->lock);
		many = atomic_load(&s->nconditions);
		i = look_for(s, i, many, bytes, n);
		if (i == many && many < CONDITIONS_MOST) {
			s->conditions[i] = (struct condition){ arena_copy(s->arena, bytes, n), n };
			atomic_store_explicit(&s->nconditions, many + 1, memory_order_release);
		}
		pthread_mutex_unlock(&s->lock);
	}
	return w->last = i;
}

/* ---- words ---- */

/* FNV-1a. */
static uint32_t hash_of(const char *word, size_t len, uint32_t condition)
{
	uint32_t h = 2166136261u ^ condition * 0x9e3779b1u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)word[i]) * 16777619u;
	return h;
}

/* The word that is asked for, or NULL, and then *slot is where it belongs. */
static const struct word *look_up(const struct lexicon *w, const struct table *t, uint32_t *slot)
{
	for (uint32_t k = w->asked.hash; ; k++) {
		const struct word *o = atomic_load_explicit(&t->slot[k & (t->size - 1)], memory_order_acquire);

		*slot = k & (t->size - 1);
		if (!o || (o->hash == w->asked.hash && o->condition == w->asked.condition && o->len == w->asked.len &&
			   memcmp(o->text, w->asked.text, o->len) == 0))
			return o;
	}
}

/* The lock is held. */
static void grow(struct words *s)
{
	struct table *old = atomic_load(&s->table), *t = table_new(old->size * 2, old);

	for (uint32_t i = 0; i < old->size; i++) {
		struct word *o = atomic_load_explicit(&old->slot[i], memory_order_relaxed);
		uint32_t k;

		if (!o)
			continue;
		for (k = o->hash; atomic_load_explicit(&t->slot[k & (t->size - 1)], memory_order_relaxed); )
			k++;
		atomic_store_explicit(&t->slot[k & (t->size - 1)], o, memory_order_relaxed);
	}
	atomic_store_explicit(&s->table, t, memory_order_release);
}

const void *lexicon_find(struct lexicon *w, const void *conditions, size_t n, const char *word, size_t len)
{
	const struct table *t = atomic_load_explicit(&w->words->table, memory_order_acquire);
	const struct word *o;
	uint32_t slot;

	w->asked.text = word;
	w->asked.len = (uint32_t)len;
	w->asked.condition = condition_of(w, conditions, n);
	w->asked.hash = hash_of(word, len, w->asked.condition);
	o = look_up(w, t, &slot);
	w->keeps = !o && w->asked.condition < CONDITIONS_MOST && atomic_load(&w->words->n) < MOST;
	return o ? o->value : NULL;
}

struct arena *lexicon_arena(struct lexicon *w)
{
	if (w->keeps)
		return w->arena;
	arena_free(w->scratch);
	return w->scratch = arena_new();
}

const void *lexicon_keep(struct lexicon *w, const void *value)
{
	struct words *s = w->words;
	const struct word *there;
	struct word *o;
	uint32_t slot;

	if (!w->keeps)
		return value;
	o = arena_alloc(w->arena, sizeof *o + w->asked.len);
	*o = (struct word){ value, w->asked.hash, w->asked.condition, w->asked.len };
	memcpy(o->text, w->asked.text, w->asked.len);
	pthread_mutex_lock(&s->lock);
	if (atomic_load(&s->n) >= atomic_load(&s->table)->size / 4 * 3)
		grow(s);
	there = look_up(w, atomic_load(&s->table), &slot);
	if (!there) {
		atomic_store_explicit(&atomic_load(&s->table)->slot[slot], o, memory_order_release);
		atomic_fetch_add(&s->n, 1);
	}
	pthread_mutex_unlock(&s->lock);
	return there ? there->value : value;
}
