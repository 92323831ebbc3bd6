/*
 * src/preflight/digest.h - a page's content as one number: all that it can
 * reach, so that what was measured on it holds as long as the number does.
 *
 * In      the file; pages from 0
 * Out     SHA-256 over the page's boxes, contents and resources with
 *         everything they refer to, streams as they lie in the file, and over
 *         the document's layers. Numbers of objects, their order, and what
 *         programs keep for themselves (PieceInfo of a stream) do not count
 * Bounds  each object is hashed once, whatever the pages share; nesting 100
 * Errors  false: objects that refer to one another in a circle, a broken
 *         stream, or nesting too deep: such a page has no number
 */
#ifndef ZIVOS_PREFLIGHT_DIGEST_H
#define ZIVOS_PREFLIGHT_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_HEX = 65 };

struct digests;
struct pdf;

struct digests *digests_new(struct pdf *p);
void digests_free(struct digests *d);		/* NULL is allowed */
bool digest_page(struct digests *d, size_t page, char hex[DIGEST_HEX]);

#endif
