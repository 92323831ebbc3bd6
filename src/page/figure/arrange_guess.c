/* src/page/figure/arrange_guess.c - what a place of a figure costs, by the text as it is thought to stand. */
#include "page/figure/arrange_near.h"
#include <math.h>
#include "page/figure/arrange_search.h"

#define COST_NEXT_PAGE 6000.0		/* a quote or box that belongs to the next page's text */

/* The place of what comes so many lines of text after the page's beginning; false: on another page. */
static bool spot_of(const struct search *s, const struct column *columns, double lines, struct spot *at)
{
	for (size_t i = 0; i < s->ncolumns && lines >= 0; i++) {
		double room = column_room(&columns[i]) / (double)TICKS;

		if (lines <= room) {
			*at = (struct spot){ i, columns[i].line + lines };
			if (columns[i].gap && at->line > columns[i].gap_line)
				at->line += columns[i].gap / (double)TICKS;
			return true;
		}
		lines -= room;
	}
	return false;
}

/* Lines from the page's beginning down to a part of a unit. */
static double lines_to(const struct search *s, size_t unit, double part)
{
	const int *ticks = s->f->ticks;

	return (ticks[unit] + (part > 0 ? part * (ticks[unit + 1] - ticks[unit]) : 0) - ticks[s->o->units]) / TICKS;
}

/* Where balanced columns end, if all the text that is left stands on the page. */
static double balanced_end(const struct search *s, const struct column *columns)
{
	int text = s->f->ticks[s->f->nunits] - s->f->ticks[s->o->units], room = 0, taken = 0;

	for (size_t i = 0; i < s->ncolumns; i++) {
		room += column_room(&columns[i]);
		taken += s->o->columns[i]->frame.ticks - column_room(&columns[i]);
	}
	if (!s->o->columns[0]->balance || text >= room)
		return HUGE_VAL;
	return s->o->columns[0]->line + (text + taken) / (double)TICKS / (double)s->ncolumns;
}

/* Where the section of the figure begins and ends, as far as that is on the page. */
static void guess_section(const struct search *s, struct proposals *p, size_t after)
{
	const size_t *sections = s->f->sections;
	size_t from = after, to = after;

	while (from > s->o->units && sections[from - 1] == sections[after])
		from--;
	while (to < s->f->nunits && sections[to + 1] == sections[after])
		to++;
	p->begins_on_page = from > 0 && sections[from - 1] < sections[after] && spot_of(s, p->columns, lines_to(s, from - 1, 0), &p->begins);
	p->ends_on_page = to < s->f->nunits && spot_of(s, p->columns, lines_to(s, to, 0), &p->ends);
}

static double strange_guess(const struct proposals *p, const struct slot *slot)
{
	return (p->begins_on_page && near_is_before(slot, p->begins)) || (p->ends_on_page && !near_is_before(slot, p->ends)) ? NEAR_STRANGE : 0;
}

void guess_spots(const struct search *s, struct proposals *p)
{
	const struct floating *f = &s->f->figures[p->figure];

	if (!s->o->around)
		return;
	p->end = balanced_end(s, p->columns);
	p->on_page = spot_of(s, p->columns, lines_to(s, f->after, 0), &p->mention);
	if (floating_kind(f) == FLOATING_QUOTE)
		guess_section(s, p, f->after);
	p->echo_on_page = f->echoes && spot_of(s, p->columns, lines_to(s, f->echo, f->echo_at), &p->echo);
}

double slot_guess(const struct search *s, const struct proposals *p, const struct slot *slot)
{
	const struct floating *f = &s->f->figures[p->figure];

	if (!s->o->around)
		return 0;
	if (floating_is_free(f))
		return (p->on_page ? near_mention(f, slot, p->mention) : COST_NEXT_PAGE) +
		       (p->echo_on_page ? near_echo(s->f->w->c->layout, slot, p->echo, p->columns[0].frame.width) : 0) +
		       strange_guess(p, slot);
	if (p->on_page)
		return near_after(slot, p->mention);
	if (f->after > s->o->units)
		return NEAR_PAGE_EARLY;
	return slot->at == AT_BESIDE ? near_after(slot, (struct spot){ 0, p->columns[0].line }) : near_waiting(slot);
}
