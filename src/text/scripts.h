/*
 * src/text/scripts.h - which script each character of a text is set in.
 *
 * In      text of one language, undivided by bidi isolates
 * Out     ranges of one script, without gaps
 * Source  UAX 24 (script property, by GLib). What stands in many scripts
 *         (digits, signs, spaces) is resolved otherwise than there:
 *         between two letters of one script it is of that script; anywhere
 *         else it is of the language's, so that a full stop after a Latin name
 *         in Hindi is a danda's neighbour in the danda's face. A closing bracket is of
 *         the script of its opening one.
 */
#ifndef ZIVOS_TEXT_SCRIPTS_H
#define ZIVOS_TEXT_SCRIPTS_H

#include <glib.h>
#include <stdbool.h>

struct script_range { guint start, end; GUnicodeScript script; };	/* bytes of the text */

/* The script a language's own signs belong to: Han for Chinese and Japanese, Hangul for Korean. */
GUnicodeScript script_of_language(const char *lang);

/* Appends the ranges of text[start, end) to `out` (struct script_range). */
void scripts_find(const char *text, guint start, guint end, GUnicodeScript language, GArray *out);

/* What the script's letters are to the setting of lines. */
bool script_spaced(GUnicodeScript s);		/* letter-spacing and scaling are allowed */
bool script_ideographic(GUnicodeScript s);	/* Chinese, Japanese: set solid, justified between characters */
bool script_clustered(GUnicodeScript s);	/* text comes out of a PDF whole only word by word */

#endif
