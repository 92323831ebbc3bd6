/*
 * src/page/figure/echo.h - the sentence of an article that a pull quote repeats.
 *
 * In      the quote's copy, and those of the article's text in their order
 * Out     which of them it was taken from, and how far in it, 0..1
 * Bounds  the first QUOTE_MOST words of a quote; a text is read once for each quote
 *
 * Quotes are rarely word for word: "he said" stands between, a clause is left
 * out. So words are aligned (Smith and Waterman, "Identification of Common
 * Molecular Subsequences", 1981): words that both have, in the same order, with few others between.
 * Where a script has no spaces, each character is a word.
 */
#ifndef ZIVOS_PAGE_FIGURE_ECHO_H
#define ZIVOS_PAGE_FIGURE_ECHO_H

#include <stdbool.h>
#include <stddef.h>

struct copy;
struct echo { size_t which; double at; };

/* texts: NULL where there is none. false: it repeats nothing of them. */
bool echo_find(const struct copy *quote, const struct copy *const *texts, size_t n, struct echo *out);

#endif
