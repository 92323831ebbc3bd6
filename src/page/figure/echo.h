/*
 * src/page/figure/echo.h - the sentence of an article that a pull quote repeats.
 *
 * In      the quote's copy, and those of the article's text in their order
 * Out     which of them it was taken from, and how far in it, 0..1
 * Bounds  the first QUOTE_MOST words of a quote; a text is read once for all quotes
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
struct echo_texts;
struct echo { size_t which; double at; };

/* The words of an article's texts; texts: NULL where there is none. The caller's, until echo_texts_free(). */
struct echo_texts *echo_texts_new(const struct copy *const *texts, size_t n);
void echo_texts_free(struct echo_texts *t);
/* false: it repeats nothing of them. */
bool echo_find(const struct echo_texts *t, const struct copy *quote, struct echo *out);

#endif
