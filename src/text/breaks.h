/*
 * src/text/breaks.h - where a line may end.
 *
 * ICU's line break iterator (UAX 14, dictionaries for Thai, Lao, Khmer,
 * Burmese) with the tailorings that readers of a language expect and ICU does
 * not know:
 *   - no break before danda, double danda (Indic), Thai mai yamok and paiyannoi, even after a space
 *   - French: none before ; : ! ? » or after « even across a space
 *   - Ethiopic: none before ፡ ። ፣ ፤ ፥ ፦ ፧; two ፡፡ stay together
 *   - ja is broken strictly (ja@lb=strict); Korean only at spaces
 *   - never at ZWNJ, nor at a no-break space of any kind; none before U+2026 or a dash that follows a
 *     no-break space; a dash in running text stays with the word before it (also German " – ")
 *   - none inside URLs and mail addresses but after / . - @ (so that they can be broken at all)
 *   - none inside a number: 1 000, 10.30, 3,5, 0541 123 45-67
 */
#ifndef ZIVOS_TEXT_BREAKS_H
#define ZIVOS_TEXT_BREAKS_H

#include <stddef.h>
#include <stdint.h>

enum break_kind { BREAK_NO, BREAK_ALLOWED, BREAK_MANDATORY };	/* mandatory: after U+2028 */

struct breaker;				/* ICU iterators, kept per language; one per thread */
struct breaker *breaker_new(void);
void breaker_free(struct breaker *b);

/* kind[i] for i in 0..len: may a line end before byte i (so after what stands before it; spaces before i
 * belong to the ended line). kind[0] and inside characters: BREAK_NO; kind[len]: BREAK_MANDATORY.
 * text: UTF-8; lang: BCP 47 of the paragraph. */
void breaks_find(struct breaker *b, const char *text, size_t len, const char *lang, uint8_t *kind);

/* Starts of grapheme clusters: at[i] is 1 where one starts (also at[len]). */
void graphemes_find(struct breaker *b, const char *text, size_t len, uint8_t *at);

#endif
