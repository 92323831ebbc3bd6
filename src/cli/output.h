/*
 * src/cli/output.h - where a command writes to, by its --output.
 *
 * In      --output as given, or NULL; the name an output has by itself
 * Out     a path; only report_write() makes anything
 */
#ifndef ZIVOS_CLI_OUTPUT_H
#define ZIVOS_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

struct diag;

/* output: a file, or a folder (there, or named with a slash at its end) that gets `file`; NULL: the
 * current folder. g_free() it. */
char *output_in(const char *output, const char *file);
/* "heft.pdf", "heft.PDF" and "-begleitblatt.pdf" are "heft-begleitblatt.pdf": what goes with a PDF. g_free() it. */
char *output_beside(const char *pdf, const char *ending);
/* Whether both are there and are one file. */
bool same_file(const char *a, const char *b);
/* Whether writing to both would make one file, whatever links and detours lead to it, and whether or not
 * anything is there yet: one folder, one name in it. */
bool same_output(const char *a, const char *b);
/* Whether path is an ordinary file with something in it that does not begin with `magic`: a picture, an
 * article, a layout that an output would replace by a slip. path may be NULL. */
bool replaces_other(const char *path, const char *magic);

/* The file of --report, whole or not at all: what print() puts out. false: reported. */
bool report_write(const char *path, void (*print)(const void *ctx, FILE *out), const void *ctx, struct diag *d);

#endif
