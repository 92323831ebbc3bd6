/*
 * src/text/kashida.h - where a word in Arabic script may be lengthened.
 *
 * In      a word of at least three letters
 * Out     the one place of it that a calligrapher would take first
 * Source  the order of places of Arabic typesetting practice (W3C, alreq, 5.4;
 *         Microsoft's justification of Arabic, 1999): after seen and sad; before final teh
 *         marbuta, heh and dal; before final alef, tah, lam, kaf and gaf; before a medial
 *         beh that reh or yeh follows; before final waw, ain, qaf and feh.
 *         Nowhere else, never inside lam-alef, and not beside a tatweel of the author's.
 */
#ifndef ZIVOS_TEXT_KASHIDA_H
#define ZIVOS_TEXT_KASHIDA_H

#include <stdint.h>

enum { KASHIDA_RANKS = 5 };

/* The byte of text, after from and before to, at which the word [from, to) may be lengthened; 0: nowhere.
 * *rank: 1 (best) to KASHIDA_RANKS. Signs round the word and marks on its letters do no harm. */
uint32_t kashida_place(const char *text, uint32_t from, uint32_t to, int *rank);

#endif
