/*
 * src/cli/printing.h - the pages of an issue as a print PDF.
 *
 * In      an issue that was set, with its print profile (cli/load.h); which pages
 * Out     the PDF in `out`, which is not committed
 * Errors  reported in the work's diag, and false
 */
#ifndef ZIVOS_CLI_PRINTING_H
#define ZIVOS_CLI_PRINTING_H

#include <stdbool.h>
#include <stddef.h>

struct outfile;
struct work;

/* folder: of the issue, by which the PDF names its files; strict: warnings count as errors. */
bool print_paint(struct work *w, const int *chosen, size_t n, const char *folder, bool strict, struct outfile *out);

#endif
