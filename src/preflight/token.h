/*
 * src/preflight/token.h - a content stream as operators with their operands;
 * CMaps, written in the same syntax, too.
 *
 * In      bytes of a content stream; they must stay while it is read
 * Out     one operator at a time with its operands as struct obj (pdf.h), valid
 *         until the next call. An inline image comes as the operator "BI", its
 *         dictionary the only operand, its data in token_image()
 * Bounds  nesting 32, 200,000 objects in an operator
 * Errors  what is no PDF syntax is passed over and counted in token_faults()
 */
#ifndef ZIVOS_PREFLIGHT_TOKEN_H
#define ZIVOS_PREFLIGHT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include "preflight/pdf.h"

struct tokens;

struct operation {
	char name[64];			/* the operator; an overlong one is cut */
	const struct obj *operands;
	size_t n;
};

struct tokens *tokens_new(const void *bytes, size_t n);
void tokens_free(struct tokens *t);	/* NULL is allowed */
/* The next operator; false at the end. Operands without an operator are a fault. */
bool token_next(struct tokens *t, struct operation *op);
const unsigned char *token_image(const struct tokens *t, size_t *n);
size_t token_faults(const struct tokens *t);

#endif
