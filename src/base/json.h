/*
 * src/base/json.h - text inside the JSON that reports are written in.
 */
#ifndef ZIVOS_BASE_JSON_H
#define ZIVOS_BASE_JSON_H

#include <stdio.h>

/* s between quotation marks; what is not UTF-8 becomes U+FFFD. */
void json_print_string(const char *s, FILE *out);

#endif
