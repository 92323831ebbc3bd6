/*
 * src/text/dictionaries.h - the hyphenation of each language: patterns from the
 * distribution's packages, a rule of syllables, or none.
 *
 * In      a language (BCP 47)
 * Out     its struct hyphen (text/hyphen.h), loaded when it is first asked for
 * Files   /usr/share/hyphen/hyph_LL.dic (Debian hyphen-*), and TeX's patterns
 *         hyph-LL.pat.txt out of librust-hyphenation-dev, the smallest package
 *         that carries them
 * Speed   German: both dictionaries together under 30 ms the first time, 2 ms after that;
 *         libhyphen's own loader needs over 3 s for one (make bench-hyphen)
 * Threads dictionaries_find() may be called from several threads
 */
#ifndef ZIVOS_TEXT_DICTIONARIES_H
#define ZIVOS_TEXT_DICTIONARIES_H

struct hyphen;
struct hyphens;				/* all languages that were asked for */

/* c: where patterns are kept in a form that loads at once; it outlives them and is theirs alone. NULL: nowhere. */
struct cache;
struct hyphens *hyphens_new(struct cache *c);
void hyphens_free(struct hyphens *h);

enum hyphen_state {
	HYPHEN_OK,
	HYPHEN_NONE,			/* not hyphenated by its readers, or only without a hyphen */
	HYPHEN_UNKNOWN,			/* would be hyphenated, but no patterns are to be had */
	HYPHEN_NOT_INSTALLED		/* *package names the Debian package */
};
/* de-AT falls back to de, en to en-GB. NULL unless HYPHEN_OK. */
const struct hyphen *hyphen_find(struct hyphens *h, const char *lang, enum hyphen_state *state, const char **package);

#endif
