/*
 * src/text/patterns.h - hyphenation patterns of one file.
 *
 * In      a dictionary of libhyphen (hyph_LL.dic), or patterns and exceptions
 *         of TeX (hyph-LL.pat.txt, hyph-LL.hyp.txt)
 * Out     for a word in lower case with a full stop at both ends, the gaps
 *         where the patterns want a hyphen
 * Format  libhyphen's README.hyphen: character set in the first line (converted
 *         here), LEFTHYPHENMIN, RIGHTHYPHENMIN, COMPOUNDLEFTHYPHENMIN,
 *         COMPOUNDRIGHTHYPHENMIN, NOHYPHEN, NEXTLEVEL. Patterns with a
 *         replacement (/) are left out: they change the spelling. TeX's: UTF-8,
 *         patterns between white space.
 * Speed   a file that was read before is mapped out of the cache as it was made of it
 *         then (text/patterns_image.h)
 * Errors  NULL where the file cannot be read; lines that make no sense are left out
 * Threads immutable once loaded
 * Source  F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983
 */
#ifndef ZIVOS_TEXT_PATTERNS_H
#define ZIVOS_TEXT_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <glib.h>

enum {
	PATTERN_WORD_MAX = 255,		/* bytes of a word */
	/* Lower case may be longer; full stops at both ends. */
	PATTERN_TEXT_MAX = 2 * PATTERN_WORD_MAX + 10
};

/* Which of the patterns that occur in a word count (text/patterns.c). */
enum pattern_reading { READ_SAFELY, READ_AS_LIANG, READ_AS_LIBHYPHEN };

struct cache;
struct pattern_head;
struct pattern_node;
struct patterns {
	GBytes *image;
	const struct pattern_head *head;
	const struct pattern_node *node;
	const uint8_t *values;
	bool two_levels, apostrophes;	/* apostrophes: some pattern has one */
	enum pattern_reading reading;
	int left, right, part_left, part_right;	/* letters; 0: the file has none */
	GPtrArray *never;		/* NOHYPHEN: no hyphen beside these strings */
	GHashTable *exceptions;		/* TeX's: word -> word with hyphens; NULL: none */
};

/* c: where what is made of the files is kept; NULL: nowhere. */
struct patterns *patterns_load(const char *path, struct cache *c);			/* .dic */
struct patterns *patterns_load_tex(const char *patterns, const char *exceptions, struct cache *c);	/* exceptions may not be there */
void patterns_free(struct patterns *p);		/* NULL is allowed */

/* The apostrophe is typed in three ways; patterns and words use one here. */
gunichar patterns_fold_apostrophe(gunichar c);

/* odd[i] for the gaps 0..n of s, which begins and ends in a full stop; level 0 or 1. n at most PATTERN_TEXT_MAX. */
void patterns_match(const struct patterns *p, int level, const char *s, size_t n, uint8_t *odd);

#endif
