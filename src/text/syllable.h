/*
 * src/text/syllable.h - hyphenation by rule, for languages that are written as
 * they are spoken and have no pattern file.
 *
 * Turkish: a syllable has one vowel and starts with the consonant before it, if
 * there is one (ka-pı-nın, Türk-çe, sa-at, elekt-rik).
 * Source  Türk Dil Kurumu, Yazım Kılavuzu: Hece Yapısı ve Satır Sonunda Kelimelerin Bölünmesi
 */
#ifndef ZIVOS_TEXT_SYLLABLE_H
#define ZIVOS_TEXT_SYLLABLE_H

#include <stddef.h>
#include <stdint.h>

/* vowels: lower case, UTF-8. points as in text/hyphen.h; returns their number. */
size_t syllable_word(const char *vowels, const char *word, size_t len, int left, int right, uint8_t *points);

#endif
