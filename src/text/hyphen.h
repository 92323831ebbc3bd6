/*
 * src/text/hyphen.h - where a word may be divided, and how well it reads there.
 *
 * In      a word (UTF-8), what its language knows (text/dictionaries.h)
 * Out     for each byte of the word the quality of a hyphen before it
 * Source  the patterns' languages: text/patterns.h; compounds: the joints come
 *         from the first level of a two-level dictionary
 * Threads a struct hyphen is immutable once made
 */
#ifndef ZIVOS_TEXT_HYPHEN_H
#define ZIVOS_TEXT_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct patterns;			/* text/patterns.h */
struct wordlist;				/* doc/wordlist.h */

/* In the order a reader minds them. */
enum hyphen_quality {
	HYPHEN_NONE_HERE,
	HYPHEN_JOINT,			/* the joint of a compound, or where the author put it */
	HYPHEN_GOOD,			/* between other syllables */
	HYPHEN_POOR			/* leaves but two letters of the word before it, or three after */
};

/* What a language knows about its words. */
struct hyphen {
	struct patterns *patterns;	/* NULL: by rule (text/syllable.h) */
	struct patterns *joints;	/* its first level shows the joints of compounds; NULL: that of patterns does, if any */
	const struct wordlist *exceptions;	/* of the program's own; or NULL */
	const char *lang;
	const char *vowels;		/* a part needs one of them; NULL: not checked */
	const char *digraphs;		/* by rule: letters that are one sound, blank between them; or NULL */
	const char *short_parts;	/* parts of compounds with fewer than four letters, blank between them; NULL: any */
	int left, right;		/* least letters before and after */
};

/* word: letters only, at most 255 bytes counted (longer words get no points), any case.
 * before, after: least letters that the style wants; the language's own count where they are more.
 * points[i] (len entries): enum hyphen_quality of a hyphen before byte i. Returns the number of points. */
size_t hyphen_word(const struct hyphen *h, const char *word, size_t len, int before, int after, uint8_t *points);

/* The points of a marked word (doc/wordlist.h), which has the letters of word. */
size_t hyphen_marked(const char *marked, const char *word, size_t len, uint8_t *points);

#endif
