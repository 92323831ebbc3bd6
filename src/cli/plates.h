/*
 * src/cli/plates.h - an issue's pages as printing plates: what each ink prints, and how much of all.
 *
 * In      an issue set without faults (cli/load.h), which pages, pixels an inch, a folder
 * Out     page-04-cyan.png ..., page-04-NAME.png for each spot, page-04-ink.png, the heat map
 * Errors  reported in the work's diag
 *
 * The print PDF is made for it in a temporary folder and separated by Ghostscript.
 */
#ifndef ZIVOS_CLI_PLATES_H
#define ZIVOS_CLI_PLATES_H

#include <stdbool.h>
#include <stddef.h>

struct work;

bool plates_write(struct work *w, const int *chosen, size_t n, double dpi, const char *folder);

#endif
