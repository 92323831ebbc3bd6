/*
 * src/text/ligature.h - where German forbids a ligature: at the joint of a compound.
 *
 * Auf|lage and Schiff|fahrt are written without one, fliegen, Schiff and treffen with it:
 * a ligature over a joint hides where the second word begins.
 *
 * In      text of one run, its language
 * Out     HarfBuzz features that switch liga and clig off at one letter each
 * Source  Duden, "Satz und Korrektur"; the lists of words are our own
 */
#ifndef ZIVOS_TEXT_LIGATURE_H
#define ZIVOS_TEXT_LIGATURE_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>

/* Whether there is anything to be forbidden in this language. */
bool ligatures_matter(const char *lang);
/* Whether the two letters before and after text[i] belong to two words of a compound. */
bool ligature_parted(const char *text, size_t len, size_t i);
/* Appends hb_feature_t for text[from, to), whose clusters are the bytes' own. */
void ligatures_part(const char *text, size_t len, size_t from, size_t to, GArray *features);

#endif
