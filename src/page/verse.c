/* src/page/verse.c - poems. */
#include "page/units_build.h"

void units_add_verse(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_VERSE];
	bool gap = false;

	for (size_t i = 0; i < b->nitems; i++) {
		struct unit *unit;

		if (!b->items[i]) {
			gap = true;
			continue;
		}
		unit = units_add_text(u, a, b->items[i], s, ROLE_P, tag);
		unit->before = i == 0 || gap ? line_ticks(MAX(s->before, 1)) : 0;
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		unit->hang = s->hang;
		unit->keep_next = i + 1 < b->nitems && b->items[i + 1];
		gap = false;
	}
	if (b->by)
		units_add_text(u, a, b->by, u->t->by, ROLE_P, tag);
}
