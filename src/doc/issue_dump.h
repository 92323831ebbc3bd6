/*
 * src/doc/issue_dump.h - what the modules that write the model as text share.
 *
 *   issue_dump.c       issue, articles, blocks of text
 *   issue_dump_data.c  tables, charts, recipes
 */
#ifndef ZIVOS_DOC_ISSUE_DUMP_H
#define ZIVOS_DOC_ISSUE_DUMP_H

#include <stdio.h>
#include "doc/issue.h"

struct dump { FILE *out; int depth; };

/* The start of a thing's line: indented, its name and place. */
void dump_start(const struct dump *d, const char *what, struct src at);
/* A line of its own; NULL: none. */
void dump_copy(const struct dump *d, const char *what, const struct copy *c);

void dump_table(const struct dump *d, const struct table *t);
void dump_chart(const struct dump *d, const struct chart *c);
void dump_recipe(const struct dump *d, const struct recipe *r);

#endif
