/*
 * src/text/syllable.h - hyphenation by rule, for languages that are written as
 * they are spoken and have no pattern file.
 *
 * A syllable has one vowel and starts with the consonant before it, if there is
 * one: Turkish ka-pı-nın, Türk-çe, sa-at, elekt-rik. Two letters that are one
 * sound are not parted: Albanian ve-llai, bash-ki.
 * Source  Türk Dil Kurumu, Yazım Kılavuzu: Hece Yapısı ve Satır Sonunda Kelimelerin Bölünmesi;
 *         Drejtshkrimi i gjuhës shqipe (Tirana 1973): at least one consonant goes to the next line
 */
#ifndef ZIVOS_TEXT_SYLLABLE_H
#define ZIVOS_TEXT_SYLLABLE_H

#include <stddef.h>
#include <stdint.h>

/* vowels: lower case, UTF-8; digraphs: blank between them, or NULL. points as in text/hyphen.h; returns their number. */
size_t syllable_word(const char *vowels, const char *digraphs, const char *word, size_t len, int left, int right,
		     uint8_t *points);

#endif
