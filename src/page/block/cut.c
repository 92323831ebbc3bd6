/* src/page/block/cut.c - rows that are divided between their lines where no column is high enough for them. */
#include "page/block/cut.h"
#include <math.h>
#include "page/block/data.h"

#define WHOLE (4 * TICKS)		/* what goes into any column: lower rows stay whole */

static size_t pieces_of(const struct row *r, int lead)
{
	return lead > 0 && r->ticks > MAX(WHOLE, 2 * lead) ? (size_t)(r->ticks / lead) : 1;
}

struct cut_rows rows_cut(struct arena *a, const struct row *row, const int *lead, size_t n, int head)
{
	struct cut_rows k = { .whole = row };
	size_t all = 0, at = 0;
	struct row *out;

	for (size_t i = 0; i < n; i++)
		all += pieces_of(&row[i], lead[i]);
	out = arena_make_array(a, all, struct row);
	k.cut = arena_make_array(a, all, struct cut);
	for (size_t i = 0; i < n; i++) {
		size_t pieces = pieces_of(&row[i], lead[i]);

		for (size_t p = 0; p < pieces; p++, at++) {
			int from = (int)p * lead[i];

			k.cut[at] = (struct cut){ i, from };
			out[at] = p + 1 < pieces ? (struct row){ .ticks = lead[i], .split = HUGE_VAL, .head = row[i].head } : row[i];
			if (p + 1 == pieces) {
				out[at].ticks -= from;
				out[at].white = MIN(out[at].white, out[at].ticks);
			}
		}
	}
	k.rows = (struct rows){ out, all, head };
	return k;
}

struct cut_part cut_part(const struct cut_rows *k, size_t *i, size_t end, Pt y, Pt tick)
{
	const struct cut *first = &k->cut[*i];
	struct cut_part p = { first->row, y - first->from * tick, k->whole[first->row].ticks * tick, y, y };

	for (; *i < end && k->cut[*i].row == p.row; ++*i)
		p.to += k->rows.row[*i].ticks * tick;
	return p;
}

bool cut_shows(const struct cut_part *p, Pt base)
{
	return !p || (base > p->from && base <= p->to);
}

void cut_put_set(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y, struct colour colour, const struct tag *tag,
		 const struct cut_part *p)
{
	for (size_t i = 0; i < t->n; i++)
		if (cut_shows(p, line_base(c, t, y, i)))
			sheet_line(c, s, t->lines[i], x, line_base(c, t, y, i), colour, tag);
	if (t->further)
		cut_put_set(c, s, t->further, x + t->further_x, y + t->further_y, colour, tag_make(c, tag->role, tag->parent, t->further->lang, tag->at), p);
}
