/*
 * src/text/letters.h - a copy as an array of characters, with the language of each:
 * what the language check (text/langcheck.h) looks at.
 */
#ifndef ZIVOS_TEXT_LETTERS_H
#define ZIVOS_TEXT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct copy;
struct inline_run;

struct letter {
	uint32_t c;
	uint32_t byte;			/* of the copy's text */
	const struct inline_run *run;
	bool passed_over;		/* in an address, or a reference */
};

/* n letters and one of c 0 after them. */
struct letter *letters_of(struct arena *a, const struct copy *c, size_t *n);

#endif
