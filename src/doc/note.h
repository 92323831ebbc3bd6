/*
 * src/doc/note.h - a note: its number stands in the text, its text at the
 * article's end.
 */
#ifndef ZIVOS_DOC_NOTE_H
#define ZIVOS_DOC_NOTE_H

#include "base/diag.h"

struct copy;

struct note {
	int number;			/* from 1, in the article */
	struct copy *copy;
	struct src at;
};

#endif
