/*
 * src/doc/note.c - <note>: numbered in the order an article's text is read.
 */
#include "doc/note.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "doc/blocks.h"
#include "doc/node.h"

enum { NOTES_MAX = 999 };		/* of one article: what has more is a book */

const struct note *note_read(void *self, const struct node *n, const char *lang)
{
	struct builder *b = self;
	GPtrArray *notes = b->notes;
	struct note *note;

	if (!notes) {
		diag_add(b->d, D_UNKNOWN_ELEMENT, n->at, _("a <note> has no place here: write it into the text of an article's <body>; left out"));
		return NULL;
	}
	if (notes->len == NOTES_MAX) {
		diag_add(b->d, D_TOO_MANY, n->at, _("more than %d notes in one article; left out"), NOTES_MAX);
		return NULL;
	}
	note = arena_make(b->a, struct note);
	b->notes = NULL;			/* none inside a note */
	note->copy = copy_of_node(&b->copies, n, lang);
	b->notes = notes;
	if (!note->copy) {
		diag_add(b->d, D_MISSING, n->at, _("the <note> is empty; left out"));
		return NULL;
	}
	note->at = n->at;
	g_ptr_array_add(notes, note);
	note->number = (int)notes->len;
	return note;
}
