/*
 * src/doc/verse.h - a poem: lines, or couplets of two half-verses (bayt and
 * misra), in stanzas.
 */
#ifndef ZIVOS_DOC_VERSE_H
#define ZIVOS_DOC_VERSE_H

#include <stdbool.h>
#include <stddef.h>

struct copy;

struct verse_line {
	struct copy *copy;		/* the line, or the first half of a couplet */
	struct copy *half;		/* the second half; NULL: a line */
	int indent;			/* steps to the right, or where the poem reads from there to the left */
	bool gap;			/* white before it: a stanza begins */
	int number;			/* in the poem; a couplet counts once */
};

struct verse {
	struct verse_line *lines;
	size_t n;
	int every;			/* every so many lines a number; 0: none; -1: as the layout says */
};

#endif
