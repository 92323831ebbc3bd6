/*
 * src/text/exceptions.h - words that the dictionaries divide so that they are
 * misread, or not at all: the program's own list.
 */
#ifndef ZIVOS_TEXT_EXCEPTIONS_H
#define ZIVOS_TEXT_EXCEPTIONS_H

struct arena;
struct wordlist;				/* doc/wordlist.h */

struct wordlist *exceptions_new(struct arena *a);

#endif
