/* src/page/block/narrow.c - least widths, by filling lines one after the other and halving what is too wide. */
#include "page/block/narrow.h"
#include "page/block/columns.h"
#include "page/compose.h"
#include "para/hlist.h"
#include "para/lists.h"

#define EXACT 0.1			/* Pt: how exactly widths are found, and so much wider they are */

struct pieces { const struct hlist *h; GArray *ends; };	/* items that a line may end at */

/* Lines that the text takes in a width, filled one after the other. */
static size_t lines_in(const struct pieces *p, Pt width)
{
	size_t from = SIZE_MAX, last = SIZE_MAX, n = 1;

	for (guint i = 0; i < p->ends->len; i++) {
		size_t to = g_array_index(p->ends, guint, i);
		bool forced = last != SIZE_MAX && p->h->items[last].penalty <= PENALTY_FORCED;

		if (forced || (last != SIZE_MAX && line_fit(p->h, from, to, width).natural > width)) {
			from = last;
			n++;
		}
		last = to;
	}
	return n;
}

static Pt widest_piece(const struct pieces *p)
{
	Pt widest = 0;

	for (guint i = 0; i < p->ends->len; i++) {
		size_t from = i ? g_array_index(p->ends, guint, i - 1) : SIZE_MAX;

		widest = MAX(widest, line_fit(p->h, from, g_array_index(p->ends, guint, i), 0).natural);
	}
	return widest;
}

static Pt widest_line(const struct pieces *p)
{
	size_t from = SIZE_MAX;
	Pt widest = 0;

	for (guint i = 0; i < p->ends->len; i++) {
		size_t to = g_array_index(p->ends, guint, i);

		if (i + 1 < p->ends->len && p->h->items[to].penalty > PENALTY_FORCED)
			continue;
		widest = MAX(widest, line_fit(p->h, from, to, 0).natural);
		from = to;
	}
	return widest;
}

static void find_ends(struct pieces *p, bool hyphens)
{
	for (guint i = 0; i < p->h->n; i++) {
		const struct hitem *it = &p->h->items[i];

		if (it->kind != H_BOX && it->penalty < PENALTY_NEVER && (hyphens || !it->hyphen || it->dash))
			g_array_append_val(p->ends, i);
	}
}

/* The least width for so many lines. */
static Pt least_for(const struct pieces *p, size_t lines, Pt least, Pt most)
{
	while (most - least > EXACT) {
		Pt mid = (least + most) / 2;

		if (lines_in(p, mid) <= lines)
			most = mid;
		else
			least = mid;
	}
	return most;
}

/* Numbers of lines that are asked for: all of the small ones, of the large ones some, at last what the longest word alone makes. */
static size_t next_lines(size_t lines, size_t most)
{
	return MIN(lines < CELL_LINES_MAX ? lines + 1 : lines + lines / 3, most);
}

size_t narrow_steps(struct composer *c, const struct copy *copy, const struct style *s, bool hyphens, Pt *step, size_t *lines)
{
	struct hlist *h = hlist_copy(c, copy, s);
	struct pieces p = { h, g_array_new(FALSE, FALSE, sizeof(guint)) };
	size_t n = 1, forced = 1, all;
	Pt least, most;

	hlist_open(h);
	find_ends(&p, hyphens);
	least = widest_piece(&p);
	most = widest_line(&p);
	step[0] = most + EXACT;
	for (guint i = 0; i + 1 < p.ends->len; i++)
		forced += h->items[g_array_index(p.ends, guint, i)].penalty <= PENALTY_FORCED;
	all = lines_in(&p, least);
	lines[0] = 1;
	while (n < CELL_STEPS_MAX && lines[n - 1] < all && step[n - 1] > least + 2 * EXACT) {
		lines[n] = n + 1 < CELL_STEPS_MAX ? next_lines(lines[n - 1], all) : all;
		step[n] = (lines[n] == all ? least : lines[n] <= forced ? most : least_for(&p, lines[n], least, most)) + EXACT;
		n++;
	}
	hlist_close(h);
	g_array_free(p.ends, TRUE);
	return n;
}
