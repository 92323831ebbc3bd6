/*
 * src/cli/output.h - where a command writes to, by its --output.
 *
 * In      --output as given, or NULL; the name an output has by itself
 * Out     a path; nothing is opened or made
 */
#ifndef ZIVOS_CLI_OUTPUT_H
#define ZIVOS_CLI_OUTPUT_H

#include <stdbool.h>

/* output: a file, or a folder (there, or named with a slash at its end) that gets `file`; NULL: the
 * current folder. g_free() it. */
char *output_in(const char *output, const char *file);
/* Whether both are there and are one file. */
bool same_file(const char *a, const char *b);

#endif
