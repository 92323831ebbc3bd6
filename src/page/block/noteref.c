/* src/page/block/noteref.c - numbers of notes find each other, over the pages of an issue. */
#include "page/block/noteref.h"
#include <glib.h>
#include "page/model.h"

#define ABOVE 12		/* Pt that are to be seen over the line a number leads to */

struct place { int page; Pt y; };
/* By note: where the text says its number first, and where the note stands. */
struct ends { struct place call, note; };

static void take_end(GHashTable *ends, const struct page *pg, const struct item *it)
{
	struct ends *e = g_hash_table_lookup(ends, it->glyphs.note);
	struct place *p;

	if (!e) {
		e = g_new(struct ends, 1);
		*e = (struct ends){ { -1, 0 }, { -1, 0 } };
		g_hash_table_insert(ends, (gpointer)it->glyphs.note, e);
	}
	p = it->glyphs.note_end ? &e->note : &e->call;
	if (p->page < 0)
		*p = (struct place){ pg->index, MAX(it->box.y - ABOVE, 0) };
}

static void link_end(GHashTable *ends, struct item *it)
{
	const struct ends *e = g_hash_table_lookup(ends, it->glyphs.note);
	struct place to = it->glyphs.note_end ? e->call : e->note;

	it->glyphs.dest_page = to.page;
	it->glyphs.dest_y = to.y;
}

void noterefs_link(struct pages *p)
{
	GHashTable *ends = g_hash_table_new_full(NULL, NULL, NULL, g_free);

	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++)
			if (p->pages[i].items[k].kind == ITEM_GLYPHS && p->pages[i].items[k].glyphs.note)
				take_end(ends, &p->pages[i], &p->pages[i].items[k]);
	for (size_t i = 0; i < p->npages && g_hash_table_size(ends); i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++)
			if (p->pages[i].items[k].kind == ITEM_GLYPHS && p->pages[i].items[k].glyphs.note)
				link_end(ends, &p->pages[i].items[k]);
	g_hash_table_unref(ends);
}
