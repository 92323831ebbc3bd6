/*
 * src/text/numeral.h - how languages count: digits, numerals and letters.
 *
 * In      a number, a language; numbers that lists and texts do not have, above
 *         NUMERAL_MOST, are written in 0 to 9
 * Out     UTF-8 without any sign after it
 * Source  digits: CLDR 41 (defaultNumberingSystem, native); numerals and letters:
 *         W3C, Ready-made Counter Styles; Hebrew: as written, 15 and 16 as tet-vav
 *         and tet-zayin; Persian and Dari: the alphabet, since abjad is rare there
 */
#ifndef ZIVOS_TEXT_NUMERAL_H
#define ZIVOS_TEXT_NUMERAL_H

enum numeral {
	NUMERAL_LATIN,			/* 0 to 9 */
	NUMERAL_CUSTOM,			/* the digits usual in the language: ٣ in Arabic, 3 in Hindi */
	NUMERAL_NATIVE,			/* its script's own: ३ ๓ ፫ 三 ג; where it has none, 0 to 9 */
	NUMERAL_LETTER			/* a α а أ א क; after the last one aa, ab; where it has none, as custom */
};

#define NUMERAL_MOST 9999

/* g_free() it. */
char *numeral_write(enum numeral kind, int n, const char *lang);

#endif
