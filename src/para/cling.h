/*
 * src/para/cling.h - words that cling to the next: what a headline is not divided after.
 *
 * In      text, the bytes of a space in it, the language
 * Out     what a line's end at this space costs: 0 nothing, else a penalty as
 *         para/hlist.h has them; where no other line is to be had it ends there all the same
 *
 * An article, a preposition or a conjunction at a line's end makes a reader wait
 * for what it belongs to; a name in two lines is read as two. Two capitals
 * in a row inside a sentence are taken for a name: in German, too, where nouns
 * have capitals, hardly anything else stands like that.
 */
#ifndef ZIVOS_PARA_CLING_H
#define ZIVOS_PARA_CLING_H

#include <stddef.h>

double cling_penalty(const char *text, size_t len, size_t space, size_t after, const char *lang);

#endif
