/*
 * src/doc/spans.h - where the bytes of a text stand in the author's file.
 *
 * A text follows its file but for white space that was brought together, what
 * was written as a character reference, and words that the program adds. So
 * places are kept by spans, in which text and file go on together, or which
 * stand at one place as a whole.
 */
#ifndef ZIVOS_DOC_SPANS_H
#define ZIVOS_DOC_SPANS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct place_span {
	uint32_t byte;			/* of the text: its first */
	uint32_t offset;		/* of the file */
	bool still;			/* all of it stands there */
};

/* None: the program made the text. */
struct spans {
	const struct place_span *spans;	/* by byte; in the arena */
	uint32_t n;
	uint32_t skip;			/* bytes of the text that the spans are of, before the first one of this */
};

/* The place of a byte, which must be the first of its character. */
uint32_t spans_at(const struct spans *p, size_t byte);

/* Spans being gathered, in a GArray of struct place_span: a character; a whole that stands at one place; bytes of another text, n of them. */
void spans_add(GArray *spans, size_t byte, uint32_t offset);
void spans_add_still(GArray *spans, size_t byte, uint32_t offset);
void spans_add_text(GArray *spans, size_t byte, const struct spans *of, size_t n);
/* Frees the array. */
struct spans spans_end(struct arena *a, GArray *spans);

#endif
