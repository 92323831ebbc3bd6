/*
 * src/text/lexicon.h - what was made of a word before: most words of a text come again.
 *
 * In      a word's bytes, and the conditions that decide what is made of it
 *         besides (font, size, features, language: a struct compared byte by byte)
 * Out     what was made of it
 * Bound   when there are MOST words, further ones are not kept
 * Threads a struct lexicon is one thread's; those that were made from one share
 *         their words. Looking up takes no lock
 *
 * Three words of four in a magazine have stood in it before: shaping and
 * hyphenating them again would be a third of the time that setting takes.
 */
#ifndef ZIVOS_TEXT_LEXICON_H
#define ZIVOS_TEXT_LEXICON_H

#include <stddef.h>

struct arena;
struct lexicon;

/* with: whose words it shares; NULL: nobody's yet. */
struct lexicon *lexicon_new(struct lexicon *with);
void lexicon_free(struct lexicon *w);	/* no other that shares its words is used after that, until lexicon_clear(). NULL is allowed */
/* Forgets all words, when something goes that conditions point to. No other thread is at them. */
void lexicon_clear(struct lexicon *w);

/* What was made of the word; NULL: nothing yet. */
const void *lexicon_find(struct lexicon *w, const void *conditions, size_t n, const char *word, size_t len);
/* Where to make it, for the word that was asked for last. */
struct arena *lexicon_arena(struct lexicon *w);
/* Keeps what was made of it there. Returns what counts: another thread may have been quicker. Good until the next word is asked for. */
const void *lexicon_keep(struct lexicon *w, const void *value);

#endif
