/*
 * src/text/sequence.h - what reads from the left in text that reads from the
 * right: telephone and account numbers, grouped figures, mail and web addresses.
 *
 * The bidi algorithm (UAX 9) keeps the digits of one group together but lets
 * groups follow the paragraph: "0541 123 45-67" after an Arabic letter comes out as
 * "67-45 123 0541". Such sequences are set as isolates of their own. Ranges
 * (17:00-19:30, 2024-2025) are not among them: they follow the text.
 */
#ifndef ZIVOS_TEXT_SEQUENCE_H
#define ZIVOS_TEXT_SEQUENCE_H

#include <stddef.h>

/* Bytes of the sequence that begins at text + at and ends before len; 0: none does. */
size_t sequence_length(const char *text, size_t at, size_t len);

#endif
