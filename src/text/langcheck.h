/*
 * src/text/langcheck.h - what somebody who cannot read a text cannot see in it:
 * the language check of `zivos check --language`.
 *
 * In      an issue, and which languages can be hyphenated
 * Out     notes (LANG_...), each with its place and the remedy; what is the same
 *         within an article is one note with a count. Nothing is changed.
 * Source  text/customs.h for each language's own; ICU for what holds for all:
 *         scripts (UAX 24), normal forms (UAX 15), general categories, words
 *         that mix scripts (UTS 39, restriction levels)
 * Limits  addresses are passed over. A script that does not contradict a
 *         language is taken to be that language: nobody tells German from Dutch here
 */
#ifndef ZIVOS_TEXT_LANGCHECK_H
#define ZIVOS_TEXT_LANGCHECK_H

#include <stddef.h>

struct diag;
struct hyphens;
struct issue;

struct langcheck_sum { size_t notes, languages; };

struct langcheck_sum langcheck(const struct issue *issue, struct hyphens *hyphens, struct diag *d);

#endif
