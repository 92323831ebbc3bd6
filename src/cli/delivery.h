/*
 * src/cli/delivery.h - the sheet that goes to the print shop with a print PDF.
 *
 * In      an issue whose print PDF passed the preflight (cli/load.h: work.gate); that PDF, finished
 * Out     NAME-begleitblatt.pdf beside NAME.pdf: one page in German, with what a
 *         print shop asks for and the PDF's checksum
 * Errors  a warning delivery-sheet where it cannot be set, write-failed or machine where it
 *         cannot be written; false. The print PDF stays, and stays good
 *
 * The facts become a small issue in XML (cli/delivery_facts.c), which goes
 * through the same pipeline as any issue, with the layout layouts/begleitblatt.
 * It is one page, whatever the issue brings: long names are cut with an ellipsis,
 * and where that is not enough, everything is said in fewer words.
 * Same PDF, same sheet: its date is the issue's, its language always German.
 */
#ifndef ZIVOS_CLI_DELIVERY_H
#define ZIVOS_CLI_DELIVERY_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct work;

/* "heft.pdf" has "heft-begleitblatt.pdf". g_free() it. */
char *delivery_path(const char *pdf);
/* chosen: indexes of the pages in the PDF. */
bool delivery_write(struct work *w, const char *pdf, const int *chosen, size_t n);
/* Take away the sheet of an earlier PDF of this name: its checksum is not this one's. Its path, to g_free(); NULL: there was none. */
char *delivery_remove(const char *pdf);

/* How much is said: from all to what goes onto the page in any case. */
enum { SHEET_WORDIEST = 0, SHEET_TERSEST = 2 };

/* The issue in XML, for the layout. terse: SHEET_WORDIEST to SHEET_TERSEST. bytes, sha256: of the PDF, whose name is `name`. */
GString *delivery_xml(const struct work *w, const char *name, size_t bytes, const char *sha256, const int *chosen, size_t n, int terse);

#endif
