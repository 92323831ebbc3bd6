/*
 * src/text/hyphen.h - hyphenation by Liang patterns, from the distribution's
 * dictionaries (Debian hyphen-*, /usr/share/hyphen/hyph_LL.dic).
 *
 * In      a word (UTF-8), a language (BCP 47)
 * Out     for each byte of the word whether a hyphen may stand before it
 * Speed   the German dictionary (78,000 patterns) loads in under 30 ms;
 *         libhyphen's own loader needs over 3 s
 * Format  libhyphen's README.hyphen: character set in the first line (converted
 *         here), LEFTHYPHENMIN, RIGHTHYPHENMIN, COMPOUNDLEFTHYPHENMIN,
 *         COMPOUNDRIGHTHYPHENMIN, NOHYPHEN, NEXTLEVEL. Patterns with a
 *         replacement (/) are left out: they change the spelling.
 * Source  F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983
 * Threads hyphen_find() may be called from several threads; a dictionary is
 *         immutable once loaded.
 */
#ifndef ZIVOS_TEXT_HYPHEN_H
#define ZIVOS_TEXT_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hyphen;				/* one language's dictionary */
struct hyphens;				/* all that were asked for */

struct hyphens *hyphens_new(void);
void hyphens_free(struct hyphens *h);

enum hyphen_state { HYPHEN_OK, HYPHEN_NONE, HYPHEN_NOT_INSTALLED };
/* The dictionary for a language: de-AT falls back to de, en to en-GB. NULL with HYPHEN_NONE: the
 * language is not hyphenated (Arabic, Vietnamese, ...) or has no dictionary at all; with
 * HYPHEN_NOT_INSTALLED: *package names the Debian package. */
const struct hyphen *hyphen_find(struct hyphens *h, const char *lang, enum hyphen_state *state, const char **package);

/* From a file of our own; NULL if it cannot be read. For tests. */
struct hyphen *hyphen_load(const char *path);
void hyphen_free(struct hyphen *h);

/* word: letters only, at most 255 bytes counted (longer words get no points), any case.
 * points[i] (len entries): quality of a hyphen before byte i: 0 none, else 1 (good: at the joint of
 * a compound or of the first level of a two-level dictionary) to 3 (within a part).
 * Minima: the file's, else the language's (de 2/3, en 2/3, ru uk 2/2, else 2/2). Returns the number of points. */
size_t hyphen_word(const struct hyphen *h, const char *word, size_t len, uint8_t *points);

#endif
