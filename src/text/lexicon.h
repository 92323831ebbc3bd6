/*
 * src/text/lexicon.h - what was made of a word before: most words of a text come again.
 *
 * In      a word's bytes, and the conditions that decide what is made of it
 *         besides (font, size, features, language: a struct compared byte by byte)
 * Out     a place for what the caller makes of it
 * Bound   when there are MOST words all are forgotten
 * Threads one for each (struct text_tools)
 *
 * Three words of four in a magazine have stood in it before: shaping and
 * hyphenating them again would be a third of the time that setting takes.
 */
#ifndef ZIVOS_TEXT_LEXICON_H
#define ZIVOS_TEXT_LEXICON_H

#include <stddef.h>

struct arena;
struct lexicon;

struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *w);
void lexicon_clear(struct lexicon *w);	/* when something goes that conditions point to */

/* Where the word's value stands; what it points to is the caller's, in lexicon_arena(). *place is NULL where the word is new.
 * Place and value are good until the next call. */
void **lexicon_find(struct lexicon *w, const void *conditions, size_t n, const char *word, size_t len);
struct arena *lexicon_arena(struct lexicon *w);

#endif
