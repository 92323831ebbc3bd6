/*
 * src/page/block/units.c - blocks become units, units become ink.
 *
 * Running text is broken by the flow, since its columns are not known here;
 * all else sets itself in the width of the thread's columns (page/block/blocks.h).
 */
#include "page/fit/fit.h"
#include "page/costs.h"
#include "page/block/units_build.h"
#include <math.h>
#include <string.h>
#include "page/block/parallel.h"
#include "page/texts.h"
#include "page/block/data.h"
#include "para/hlist.h"
#include "para/lists.h"

#define CHARACTER 0.5			/* width of one, of the type's size, about */
#define QUOTES_APART 30			/* lines of text from one pull quote to the next that may float: those closer stand where they are written */
#define WIDE_SPARE 6			/* lines of a page that a wide table leaves for what stands over it */

void units_init(struct units *u, struct composer *c, const struct template *t, Pt width, GHashTable *apart, GHashTable *in_text)
{
	*u = (struct units){ c, t, width, g_array_new(FALSE, TRUE, sizeof(struct unit)),
			     g_array_new(FALSE, TRUE, sizeof(struct floating)), apart, false, in_text, QUOTES_APART };
}

void units_clear(struct units *u)
{
	g_array_unref(u->units);
	g_array_unref(u->floats);
}

struct rows rows_solid(struct arena *a, int ticks)
{
	struct row *row = arena_make(a, struct row);

	row->ticks = ticks;
	return (struct rows){ row, 1, 0 };
}

struct unit *unit_add(struct units *u, const struct article *a, const struct style *s, const struct tag *tag)
{
	struct unit_info *info = arena_make(u->c->arena, struct unit_info);
	struct unit unit = { .before = line_ticks(s->before), .after = line_ticks(s->after), .user = info, .rtl = a->rtl, .on_grid = true };

	*info = (struct unit_info){ .article = a, .style = s, .tag = tag };
	g_array_append_val(u->units, unit);
	return &g_array_index(u->units, struct unit, u->units->len - 1);
}

struct unit *units_add_set(struct units *u, const struct article *a, const struct set_block *b, const struct style *s,
			   const struct tag *tag)
{
	struct unit *unit = unit_add(u, a, s, tag);
	struct unit_info *info = unit->user;

	info->block = b;
	unit->rows = &b->rows;
	return unit;
}

/* A subhead whose script wants more leading than the text under it stands on the grid with that text, its baseline where any other's
 * would be: the white over it is deep enough. */
static void ground_head(struct units *u, bool on_grid)
{
	struct unit *head = u->units->len ? &g_array_index(u->units, struct unit, u->units->len - 1) : NULL;

	if (!head || !on_grid || head->on_grid || !head->hlist || !head->keep_next || head->lead < TICKS)
		return;
	head->lead -= head->lead % TICKS;
	head->on_grid = true;
}

struct unit *units_add_text(struct units *u, const struct article *a, const struct copy *copy,
			    const struct style *s, enum role role, const struct tag *tag)
{
	struct composer *c = u->c;
	int lead = ticks_of(style_leading(s, copy->lang), c->layout->leading);
	struct unit_info *info;
	struct unit *unit;

	ground_head(u, lead % TICKS == 0);
	unit = unit_add(u, a, s, tag_make(c, role, tag, copy->lang, copy->at));
	info = unit->user;
	info->copy = copy;
	u->lines += copy->len * CHARACTER * s->size / u->width;
	unit->hlist = hlist_copy(c, copy, s);
	unit->rtl = copy->rtl;
	unit->lead = lead;
	unit->on_grid = lead % TICKS == 0;
	return unit;
}

/* ---- blocks --------------------------------------------------------------------- */

static Pt paragraph_indent(const struct copy *copy, const struct style *s)
{
	const char *script = lang_script(copy->lang);

	if (!strncmp(script, "Han", 3))		/* clreq: two characters */
		return s->indent > 0 ? 2 * s->size : 0;
	return s->indent;
}

static void add_paragraph(struct units *u, const struct article *a, const struct block *b, const struct tag *tag,
			  bool first, bool indent)
{
	const struct style *s = a->imprint ? u->t->imprint : u->t->styles[BLOCK_P];
	const struct copy *copy = fit_copy(u->c, b->copy);
	const struct initial *initial = first && s->dropcap > 1 ? initial_find(u, copy, s) : NULL;
	struct unit *unit = units_add_text(u, a, initial ? initial->rest : copy, s, ROLE_P, tag);

	unit->indent = indent && !initial ? paragraph_indent(copy, s) : 0;
	if (initial) {
		unit->dropcap = s->dropcap + (initial->tail > 0);
		unit->dropcap_width = initial->width;
		unit->dropcap_closer = initial->closer;
		unit->dropcap_tail = initial->tail;
		((struct unit_info *)unit->user)->initial = initial;
	}
}

/* What is asked, and what is answered: a question stands with the beginning of its answer. */
static void add_speech(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[b->kind];
	struct unit *unit = units_add_text(u, a, fit_copy(u->c, b->copy), s, ROLE_P, tag);

	unit->keep_next = b->kind == BLOCK_QUESTION;
	unit->indent = b->goes_on || b->kind == BLOCK_QUESTION ? paragraph_indent(b->copy, s) : 0;
	unit->before = b->goes_on ? 0 : unit->before;
}

static bool stands_apart(const struct units *u, const struct block *b)
{
	return b->kind == BLOCK_BOX && u->apart && g_hash_table_contains(u->apart, b);
}

static void add_box(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct tag *own = tag_make(u->c, ROLE_BOX, tag, b->lang, b->at);
	struct unit *unit = units_add_set(u, a, box_block(u->c, u->t, a, b, u->width, own), u->t->box_text, own);

	unit->before = unit->after = 0;		/* its tint has white round it */
}

/* Pull quotes and boxes, where articles have their pages for themselves. */
static bool floats_free(const struct units *u, const struct block *b)
{
	if (!u->in_text || b->in_text || g_hash_table_contains(u->in_text, b))
		return false;
	return b->kind == BLOCK_BOX ? !stands_apart(u, b) : b->kind == BLOCK_PULLQUOTE && u->lines >= QUOTES_APART;
}

/* Whether it stands beside the text, which goes on as if it were not there. */
static bool floats(const struct units *u, const struct block *b)
{
	bool data = b->kind == BLOCK_TABLE || b->kind == BLOCK_CHART;

	return b->kind == BLOCK_PICTURE || b->kind == BLOCK_GALLERY || (data && (b->size == SIZE_WIDE || b->size == SIZE_FULL)) || floats_free(u, b);
}

static void add_free(struct units *u, const struct article *a, const struct block *b)
{
	struct floating f = { .block = b, .article = a, .after = u->units->len };

	if (b->kind == BLOCK_PULLQUOTE)
		u->lines = 0;
	g_array_append_val(u->floats, f);
}

/* A table that is too high for a page floats in parts, each with as many of its rows as a page holds. */
static void add_wide(struct units *u, const struct article *a, const struct block *b)
{
	const struct layout *l = u->c->layout;
	Pt width = b->size == SIZE_WIDE ? MIN(2 * u->width + l->gutter, layout_span_width(l, l->columns)) : layout_span_width(l, l->columns);
	const struct rows *r = &data_block(u->c, u->t, b, width)->rows;
	int most = (l->lines - WIDE_SPARE) * TICKS;
	size_t first = 0;

	while (first < r->n) {
		size_t n = 0, last;
		int ticks = first ? r->head : 0;
		struct floating f = { .block = b, .article = a, .after = u->units->len };

		while (first + n < r->n && (n == 0 || ticks + r->row[first + n].ticks <= most))
			ticks += r->row[first + n++].ticks;
		/* Back to where it may be divided, if that leaves any. */
		for (last = n; first + n < r->n && last > 1 && r->row[first + last - 1].split == HUGE_VAL; )
			last--;
		if (first + n < r->n && last > 1)
			n = last;
		f.first = first;
		f.n = n;
		g_array_append_val(u->floats, f);
		first += n;
	}
}

/* A line of white before and after it at least; what is wider than a column floats. */
static void add_data(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[b->kind];
	struct unit *unit;

	if (floats(u, b) && !u->boxed) {
		add_wide(u, a, b);
		return;
	}
	unit = units_add_set(u, a, data_block(u->c, u->t, b, u->width), s, data_tag(u->c, b, tag));
	unit->before = line_ticks(MAX(s->before, 1));
	unit->after = line_ticks(MAX(s->after, 1));
}

/* Whether a gallery's pictures stand apart from each other: its caption is text then. */
static bool has_gallery_place(const struct template *t)
{
	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++)
			if (t->patterns[i].places[k].size && !strcmp(t->patterns[i].places[k].size, "gallery"))
				return true;
	return false;
}

/* A mosaic takes nine pictures: more of them are several, as even as it goes. */
static void add_floats(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	bool apart = b->kind == BLOCK_GALLERY && !u->boxed && has_gallery_place(u->t);
	size_t parts = (b->npictures + MOSAIC_MOST - 1) / MOSAIC_MOST;

	for (size_t i = 0; i < parts; i++) {
		size_t from = b->npictures * i / parts, to = b->npictures * (i + 1) / parts;
		struct floating f = {
			.pictures = (const struct picture *const *)b->pictures + from, .npictures = to - from,
			.block = b->kind == BLOCK_GALLERY ? b : NULL, .article = a, .after = u->units->len,
			.caption = i + 1 == parts && !apart ? b->copy : NULL,
		};
		if (u->boxed)
			units_add_set(u, a, figure_block(u->c, u->t, &f, u->width), u->t->caption, tag);
		else
			g_array_append_val(u->floats, f);
	}
	if (apart && b->copy)
		units_add_text(u, a, b->copy, u->t->caption, ROLE_CAPTION, tag);
}

static void add_block(struct units *u, const struct article *a, const struct block *b, const struct tag *tag,
		      bool first, bool indent)
{
	struct unit *unit;

	if (floats_free(u, b)) {
		add_free(u, a, b);
		return;
	}
	switch (b->kind) {
	case BLOCK_P:
		add_paragraph(u, a, b, tag, first, indent);
		break;
	case BLOCK_SUBHEAD:
		unit = units_add_text(u, a, b->copy, u->t->styles[BLOCK_SUBHEAD], ROLE_H2, tag);
		unit->keep_next = true;
		((struct unit_info *)unit->user)->heading = true;
		break;
	case BLOCK_PULLQUOTE:
		units_add_set(u, a, quote_block(u->c, u->t, b, u->width, fit_step(u->c, b, b->step)), u->t->styles[BLOCK_PULLQUOTE],
			      tag_make(u->c, ROLE_QUOTE, tag, b->lang, b->at));
		break;
	case BLOCK_LIST:
		units_add_list(u, a, b, tag);
		break;
	case BLOCK_VERSE:
		units_add_verse(u, a, b, tag);
		break;
	case BLOCK_FACTS:
		units_add_facts(u, a, b, tag);
		break;
	case BLOCK_PICTURE:
	case BLOCK_GALLERY:
		add_floats(u, a, b, tag);
		break;
	case BLOCK_BOX:
		if (!stands_apart(u, b))
			add_box(u, a, b, tag);
		break;
	case BLOCK_PARALLEL:
		unit = units_add_set(u, a, parallel_block(u->c, u->t, a, b, u->width), u->t->parallel, tag);
		unit->before = unit->after = line_ticks(u->c->layout->parallel.gap);
		break;
	case BLOCK_TABLE:
	case BLOCK_CHART:
	case BLOCK_RECIPE:
		add_data(u, a, b, tag);
		break;
	case BLOCK_QUESTION:
	case BLOCK_ANSWER:
		add_speech(u, a, b, tag);
		break;
	default:
		break;
	}
}

void units_add_blocks(struct units *u, const struct article *a, struct block *const *blocks, size_t n, const struct tag *tag)
{
	bool first = true, indent = false;

	for (size_t i = 0; i < n; i++) {
		const struct block *b = blocks[i];

		if (fit_omits(u->c, b))
			continue;
		if (floats(u, b) || stands_apart(u, b)) {
			add_block(u, a, b, tag, false, false);
			continue;
		}
		add_block(u, a, b, tag, first && b->kind == BLOCK_P, indent);
		indent = b->kind == BLOCK_P;
		first = false;
	}
}

void units_add_article(struct units *u, const struct article *a, const struct head *head, const struct tag *tag)
{
	guint from;

	if (head) {
		bool not_first = u->units->len > 0;
		struct unit *unit = units_add_set(u, a, head_block(u->c, head, a, u->width), u->t->styles[BLOCK_SUBHEAD], tag);

		unit->before = not_first ? line_ticks(head->before) : 0;
		unit->after = 0;
		unit->keep_next = true;
		((struct unit_info *)unit->user)->heading = true;
	}
	from = u->units->len;
	units_add_blocks(u, a, a->blocks, a->nblocks, tag);
	units_add_notes(u, a, tag);
	/* Pieces that share a page would rather not be divided; one that reads against the page's order
	 * of columns would be read in the wrong order. */
	for (guint i = from; head && i < u->units->len; i++)
		g_array_index(u->units, struct unit, i).split = a->rtl ? SPLIT_RTL : SPLIT_PIECE;
}

/* ---- ink -------------------------------------------------------------------------- */

static void put_marker(struct composer *c, struct sheet *s, const struct unit *u, Pt x, Pt base, Pt width)
{
	const struct unit_info *info = u->user;
	const struct text_set *m = info->marker;
	struct colour ink = ink_colour(c, m->style->ink, info->article->rubric, true);
	guint from = s->items->len;

	for (size_t i = 0; i < m->n; i++)
		sheet_line(c, s, m->lines[i], u->rtl ? x + width - info->marker_x - m->measure : x + info->marker_x,
			   base + info->marker_y + (double)i * m->leading, ink, info->tag);
	for (guint i = from; info->note && i < s->items->len; i++) {
		struct glyphs *g = &g_array_index(s->items, struct item, i).glyphs;

		g->note = info->note;
		g->note_end = true;
	}
}

static void put_text(struct composer *c, struct sheet *s, const struct unit *u, const struct stand *st, Pt x, Pt y, Pt width)
{
	const struct unit_info *info = u->user;
	struct colour ink = ink_colour(c, info->style->ink, info->article->rubric, true);
	Pt tick = c->layout->leading / TICKS, base = y + st->tick * tick - (1 - BASE_SHARE) * c->layout->leading;
	struct arena *scratch = arena_new();

	if (st->first == 0 && info->style->rule > 0)
		sheet_rect(c, s, (struct rect){ x, y + st->tick * tick, width, info->style->rule }, ink, info->tag->at);
	if (st->first == 0 && (info->marker || info->initial)) {
		/* Beside a picture the first line gives way, and what stands before it with it. */
		struct measure own = unit_measure(u, width, 0), m = measures_line(st->measures, 0);
		Pt left = m.left - own.left, room = width - left - (own.width - m.width - left), first = base + u->lead * tick;

		if (info->initial)
			initial_put(c, s, info->initial, u->rtl, x + left, first, room, info->article->rubric, info->tag);
		else
			put_marker(c, s, u, x + left, first, room);
	}
	if (st->first == 0)
		report_lines(c, info->copy, st->breaks, width);
	hlist_open(u->hlist);
	for (size_t i = st->first; i < st->first + st->n; i++) {
		struct set_line *l = line_set(scratch, u->hlist, i ? st->breaks->at[i - 1] : SIZE_MAX,
					      st->breaks->at[i], measures_line(st->measures, i));
		sheet_line(c, s, l, x, base + (double)(i - st->first + 1) * u->lead * tick, ink, info->tag);
	}
	hlist_close(u->hlist);
	arena_free(scratch);
}

void unit_put(struct composer *c, struct sheet *s, const struct unit *u, const struct stand *st, Pt x, Pt y, Pt width,
	      struct opposite facing)
{
	const struct unit_info *info = u->user;
	struct block_stretch stretch = { c, s, info->article, info->tag, x, y + st->tick * c->layout->leading / TICKS, width, st->first, st->n,
					  facing.sheet, facing.x };

	if (info->block)
		block_put(info->block, &stretch);
	else
		put_text(c, s, u, st, x, y, width);
}

void unit_hold(struct composer *c, const struct unit *u)
{
	const struct unit_info *info = u->user;

	if (info->copy)
		shape_hold(c, info->copy, info->style);
}

void unit_release(struct composer *c, const struct unit *u)
{
	const struct unit_info *info = u->user;

	if (info->copy)
		shape_release(c, info->copy, info->style);
}

struct shape_entry *unit_text(const struct composer *c, const struct unit *u)
{
	const struct unit_info *info = u->user;

	return info->copy ? texts_find(c, info->copy, info->style) : NULL;
}

const struct article *unit_article(const struct unit *u)
{
	return ((const struct unit_info *)u->user)->article;
}

const struct copy *unit_copy(const struct unit *u)
{
	return ((const struct unit_info *)u->user)->copy;
}

bool unit_is_heading(const struct unit *u)
{
	const struct unit_info *info = u->user;
	return info->heading;
}

struct src unit_at(const struct unit *u)
{
	const struct unit_info *info = u->user;
	return info->copy ? info->copy->at : info->tag->at.file ? info->tag->at : info->article->at;
}

size_t stand_chars(const struct unit *u, const struct stand *st)
{
	const struct unit_info *info = u->user;
	uint32_t from, to;
	size_t n;

	if (info->block)
		return info->block->chars ? info->block->chars(info->block, st->first, st->n) : 0;
	hlist_open(u->hlist);
	from = st->first ? u->hlist->items[st->breaks->at[st->first - 1]].end : 0;
	to = u->hlist->items[st->breaks->at[st->first + st->n - 1]].start;
	n = (size_t)g_utf8_strlen(u->hlist->text->text + from, (gssize)(to - from));
	hlist_close(u->hlist);
	return n;
}
