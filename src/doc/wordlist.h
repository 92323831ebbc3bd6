/*
 * src/doc/wordlist.h - words whose hyphens somebody has written down: the author's
 * (<hyphenation>) and the program's own exceptions.
 *
 * In      marked words: "Silben-tren-nung"; "Ur=instinkt", = being the joint of a
 *         compound, where a hyphen reads best; "Ankommen" is never divided;
 *         a * at the end means every longer word that begins like this, too
 * Out     for a word of the text, its marked form
 * Errors  wordlist_add() says false to what is no word
 */
#ifndef ZIVOS_DOC_WORDLIST_H
#define ZIVOS_DOC_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct wordlist;

/* outer: asked where this list does not know a word; or NULL. */
struct wordlist *wordlist_new(struct arena *a, const struct wordlist *outer);
/* lang: BCP 47; its first part counts. Given twice, the later one holds. */
bool wordlist_add(struct wordlist *w, const char *lang, const char *marked);
/* The marked form, in lower case and without *; NULL: the list (or w itself) knows nothing of it. word: any case, UTF-8. */
const char *wordlist_find(const struct wordlist *w, const char *lang, const char *word, size_t len);

#endif
