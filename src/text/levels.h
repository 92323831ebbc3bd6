/*
 * src/text/levels.h - embedding levels: which way each character runs.
 *
 * In      a paragraph and its direction, which comes from its language and never from its first letter
 * Out     a level per character; odd: from right to left
 * Source  UAX 9, by FriBidi through Pango
 */
#ifndef ZIVOS_TEXT_LEVELS_H
#define ZIVOS_TEXT_LEVELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* g_free() it. */
uint8_t *levels_of(const char *text, size_t len, bool rtl);

#endif
