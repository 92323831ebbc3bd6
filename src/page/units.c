/*
 * src/page/units.c - blocks become units, units become ink.
 *
 * Running text is broken by the flow, since its columns are not known here;
 * all else sets itself in the width of the thread's columns (page/blocks.h).
 */
#include "page/units.h"
#include <math.h>
#include <string.h>
#include "page/blocks.h"
#include "para/hlist.h"
#include "para/lists.h"
#include "text/breaks.h"
#include "text/font.h"

#define SPLIT_PIECE 1500.0		/* as page/flow.c counts */
#define SPLIT_RTL 60000.0
#define FACTS_TOGETHER 6

struct unit_info {
	const struct article *article;
	const struct style *style;
	const struct tag *tag;
	const struct set_block *block;	/* or NULL: running text, with */
	struct shaped *shaped;
	struct text_set *marker;	/* of a list's item, or a drop cap */
	Pt marker_y;			/* its baseline under the unit's first */
	bool heading;
};

void units_init(struct units *u, struct composer *c, const struct template *t, Pt width, bool boxes_apart)
{
	*u = (struct units){ c, t, width, g_array_new(FALSE, TRUE, sizeof(struct unit)),
			     g_array_new(FALSE, TRUE, sizeof(struct floating)), boxes_apart };
}

void units_clear(struct units *u)
{
	g_array_unref(u->units);
	g_array_unref(u->floats);
}

int ticks_of(Pt length, Pt grid)
{
	return (int)ceil(length / grid * TICKS - 0.01);
}

int line_ticks(double lines)
{
	return (int)lround(lines * TICKS);
}

struct rows rows_solid(struct arena *a, int ticks)
{
	struct row *row = arena_make(a, struct row);

	row->ticks = ticks;
	return (struct rows){ row, 1, 0 };
}

static struct unit *unit_add(struct units *u, const struct article *a, const struct style *s, const struct tag *tag)
{
	struct unit_info *info = arena_make(u->c->arena, struct unit_info);
	struct unit unit = { .before = line_ticks(s->before), .after = line_ticks(s->after), .user = info, .rtl = a->rtl, .on_grid = true };

	*info = (struct unit_info){ .article = a, .style = s, .tag = tag };
	g_array_append_val(u->units, unit);
	return &g_array_index(u->units, struct unit, u->units->len - 1);
}

/* A block that sets itself, with the white of a style round it. */
static struct unit *units_add_set(struct units *u, const struct article *a, const struct set_block *b, const struct style *s,
				  const struct tag *tag)
{
	struct unit *unit = unit_add(u, a, s, tag);
	struct unit_info *info = unit->user;

	info->block = b;
	unit->rows = &b->rows;
	return unit;
}

static struct unit *text_unit(struct units *u, const struct article *a, const struct copy *copy,
			      const struct style *s, enum role role, const struct tag *tag)
{
	struct composer *c = u->c;
	struct unit *unit = unit_add(u, a, s, tag_make(c, role, tag, copy->lang, copy->at));
	struct unit_info *info = unit->user;

	info->shaped = shape_copy(c, copy, s);
	unit->hlist = hlist_copy(c, copy, s);
	unit->rtl = copy->rtl;
	unit->lead = ticks_of(style_leading(s, copy->lang), c->layout->leading);
	unit->on_grid = unit->lead % TICKS == 0;
	return unit;
}

/* ---- initials ------------------------------------------------------------------ */

static bool takes_initial(const struct copy *c)
{
	const char *s = lang_script(c->lang);
	gunichar first = c->len ? g_utf8_get_char(c->text) : 0;

	return (!strcmp(s, "Latn") || !strcmp(s, "Cyrl") || !strcmp(s, "Grek")) && g_unichar_isalpha(first) &&
	       c->len > 200;
}

/* The copy without its first n bytes. */
static const struct copy *copy_from(struct composer *c, const struct copy *whole, size_t n)
{
	struct copy *k = g_hash_table_lookup(c->caches->made, whole);

	if (k)
		return k;
	k = arena_make(c->arena, struct copy);
	g_hash_table_insert(c->caches->made, (gpointer)whole, k);
	*k = *whole;
	k->text += n;
	k->len -= n;
	if (k->offset)
		k->offset += n;
	k->runs = arena_copy(c->arena, whole->runs, whole->nruns * sizeof *whole->runs);
	for (size_t i = 0; i < k->nruns; i++) {
		k->runs[i].start = k->runs[i].start > n ? k->runs[i].start - n : 0;
		k->runs[i].end = k->runs[i].end > n ? k->runs[i].end - n : 0;
	}
	return k;
}

static size_t first_grapheme(struct composer *c, const struct copy *copy)
{
	size_t len = MIN(copy->len, 64), n = 1;
	uint8_t at[65];

	graphemes_find(c->tools->breaker, copy->text, len, at);
	while (n < len && !at[n])
		n++;
	return n;
}

/* The initial stands on the baseline of line n, its capital as high as the first line's x-height above that line. */
static const struct copy *add_initial(struct units *u, const struct copy *copy, const struct style *s,
				      struct text_set **set, Pt *width)
{
	struct composer *c = u->c;
	const struct style *base = layout_style(c->layout, "initial");
	struct style *probe = arena_make(c->arena, struct style), *big = arena_make(c->arena, struct style);
	const struct font *f;
	size_t n = first_grapheme(c, copy);
	struct copy *letter;
	struct shaped *set_letter;

	*probe = base ? *base : *s;
	probe->leading = c->layout->leading;
	probe->protrusion = 0;
	letter = g_hash_table_lookup(c->caches->made, copy->runs);
	if (!letter) {
		letter = plain_copy(c, arena_strndup(c->arena, copy->text, n), copy->lang, copy->at);
		letter->source = copy->source;
		letter->offset = copy->offset;
		g_hash_table_insert(c->caches->made, copy->runs, letter);
	}
	set_letter = shape_copy(c, letter, probe);
	if (set_letter->nruns == 0)	/* no font at all: reported */
		return copy;
	f = set_letter->runs[0].font;
	*big = *probe;
	big->size = ((s->dropcap - 1) * c->layout->leading + 0.68 * s->size) / f->cap_height;
	*set = arena_make(c->arena, struct text_set);
	**set = set_copy(c, letter, big, 400);
	*width = (*set)->lines[0]->width + 0.35 * s->size;
	return copy_from(c, copy, n);
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
	const struct copy *copy = b->copy;
	struct text_set *initial = NULL;
	struct unit *unit;
	Pt width = 0;

	if (first && s->dropcap > 1 && takes_initial(copy))
		copy = add_initial(u, copy, s, &initial, &width);
	unit = text_unit(u, a, copy, s, ROLE_P, tag);
	unit->indent = indent && !initial ? paragraph_indent(copy, s) : 0;
	if (initial) {
		struct unit_info *info = unit->user;
		unit->dropcap = s->dropcap;
		unit->dropcap_width = width;
		info->marker = initial;
		info->marker_y = (s->dropcap - 1) * u->c->layout->leading;
	}
}

/* Where the items' text starts: clear of the widest number. */
static Pt list_hang(const struct units *u, const struct block *b, const struct style *s, const struct style *mark)
{
	struct text_set last;

	if (!b->numbered || b->nitems < 10)
		return s->hang;
	last = set_copy(u->c, plain_copy(u->c, digits_for(u->c, (int)b->nitems, b->lang, mark), b->lang, b->at), mark, 400);
	return MAX(s->hang, last.lines[0]->width + 0.4 * s->size);
}

static void add_list(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_LIST], *mark = layout_style(u->c->layout, b->numbered ? "list-number" : "list-marker");
	const struct tag *list = tag_make(u->c, ROLE_LIST, tag, b->lang, b->at);
	Pt hang = list_hang(u, b, s, mark ? mark : s);

	for (size_t i = 0; i < b->nitems; i++) {
		struct unit *unit = text_unit(u, a, b->items[i], s, ROLE_ITEM, list);
		struct unit_info *info = unit->user;
		const char *text = b->numbered ? digits_for(u->c, (int)i + 1, b->lang, mark ? mark : s) : "•";

		unit->indent = unit->hang = hang;
		unit->before = i ? 0 : line_ticks(s->before);
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		info->marker = arena_make(u->c->arena, struct text_set);
		*info->marker = set_copy(u->c, plain_copy(u->c, text, b->lang, b->items[i]->at), mark ? mark : s, MAX(hang, 8));
	}
}

/* Where the facts stand: clear of the widest label, which may take half of the column. */
static Pt facts_hang(const struct units *u, const struct block *b, const struct style *s, const struct style *label)
{
	Pt widest = 0;

	for (size_t i = 0; i < b->nitems; i++) {
		struct text_set t = set_copy(u->c, b->labels[i], label, 5000);

		widest = MAX(widest, t.n ? t.lines[0]->width : 0);
	}
	return MAX(s->hang, MIN(widest + s->size, u->width / 2));
}

/* Lines that a label has more than what stands beside it. */
static int label_excess(const struct units *u, const struct text_set *label, const struct copy *fact, const struct style *s, Pt hang)
{
	size_t n = label->n > 1 ? set_copy(u->c, fact, s, u->width - hang).n : 1;

	return label->n > n ? (int)(label->n - n) : 0;
}

static void add_facts(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_FACTS], *label = layout_style(u->c->layout, "facts-label");
	const struct tag *list = tag_make(u->c, ROLE_LIST, tag, b->lang, b->at);
	Pt hang = facts_hang(u, b, s, label ? label : s);

	for (size_t i = 0; i < b->nitems; i++) {
		struct unit *unit = text_unit(u, a, b->items[i], s, ROLE_ITEM, list);
		struct unit_info *info = unit->user;

		unit->indent = unit->hang = hang;
		unit->before = i ? 0 : line_ticks(s->before);
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		/* A small table is not divided. */
		unit->keep_next = i + 1 < b->nitems && (i == 0 || b->nitems <= FACTS_TOGETHER);
		info->marker = arena_make(u->c->arena, struct text_set);
		*info->marker = set_copy(u->c, b->labels[i], label ? label : s, MAX(hang - s->size, 8));
		unit->after += label_excess(u, info->marker, b->items[i], s, hang) * unit->lead;
	}
}

static void add_verse(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_VERSE];
	bool gap = false;

	for (size_t i = 0; i < b->nitems; i++) {
		struct unit *unit;

		if (!b->items[i]) {
			gap = true;
			continue;
		}
		unit = text_unit(u, a, b->items[i], s, ROLE_P, tag);
		unit->before = i == 0 || gap ? line_ticks(MAX(s->before, 1)) : 0;
		unit->after = i + 1 == b->nitems ? line_ticks(s->after) : 0;
		unit->hang = s->hang;
		unit->keep_next = i + 1 < b->nitems && b->items[i + 1];
		gap = false;
	}
	if (b->by)
		text_unit(u, a, b->by, u->t->by, ROLE_P, tag);
}

static void add_box(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	struct unit *unit = units_add_set(u, a, box_block(u->c, u->t, b, u->width), u->t->box_text,
					  tag_make(u->c, ROLE_BOX, tag, b->lang, b->at));

	unit->before = TICKS;
	unit->after = 0;
}

static void add_float(struct units *u, const struct article *a, const struct picture *p)
{
	struct floating f = { p, a, u->units->len };
	g_array_append_val(u->floats, f);
}

static void add_block(struct units *u, const struct article *a, const struct block *b, const struct tag *tag,
		      bool first, bool indent)
{
	struct unit *unit;

	switch (b->kind) {
	case BLOCK_P:
		add_paragraph(u, a, b, tag, first, indent);
		break;
	case BLOCK_SUBHEAD:
		unit = text_unit(u, a, b->copy, u->t->styles[BLOCK_SUBHEAD], ROLE_H2, tag);
		unit->keep_next = true;
		((struct unit_info *)unit->user)->heading = true;
		break;
	case BLOCK_PULLQUOTE:
		units_add_set(u, a, quote_block(u->c, u->t, b, u->width), u->t->styles[BLOCK_PULLQUOTE],
			      tag_make(u->c, ROLE_QUOTE, tag, b->lang, b->at));
		break;
	case BLOCK_LIST:
		add_list(u, a, b, tag);
		break;
	case BLOCK_VERSE:
		add_verse(u, a, b, tag);
		break;
	case BLOCK_FACTS:
		add_facts(u, a, b, tag);
		break;
	case BLOCK_PICTURE:
	case BLOCK_GALLERY:
		for (size_t i = 0; i < b->npictures; i++)
			add_float(u, a, b->pictures[i]);
		if (b->copy)			/* the gallery's own caption */
			text_unit(u, a, b->copy, u->t->caption, ROLE_CAPTION, tag);
		break;
	case BLOCK_BOX:
		if (!u->boxes_apart)
			add_box(u, a, b, tag);
		break;
	default:
		break;
	}
}

void units_add_article(struct units *u, const struct article *a, const struct head *head, const struct tag *tag)
{
	bool first = true, indent = false;
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
	for (size_t i = 0; i < a->nblocks; i++) {
		const struct block *b = a->blocks[i];

		if (b->kind == BLOCK_PICTURE || b->kind == BLOCK_GALLERY || (b->kind == BLOCK_BOX && u->boxes_apart)) {
			add_block(u, a, b, tag, false, false);
			continue;
		}
		add_block(u, a, b, tag, first && b->kind == BLOCK_P, indent);
		indent = b->kind == BLOCK_P;
		first = false;
	}
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

	for (size_t i = 0; i < m->n; i++)
		sheet_line(c, s, m->lines[i], u->rtl ? x + width - MAX(u->hang, m->lines[i]->width) : x,
			   base + info->marker_y + (double)i * m->leading, ink, info->tag);
}

static void put_text(struct composer *c, struct sheet *s, const struct unit *u, const struct stand *st, Pt x, Pt y, Pt width)
{
	const struct unit_info *info = u->user;
	struct colour ink = ink_colour(c, info->style->ink, info->article->rubric, true);
	Pt tick = c->layout->leading / TICKS, base = y + st->tick * tick - (1 - BASE_SHARE) * c->layout->leading;
	struct arena *scratch = arena_new();

	if (st->first == 0 && info->style->rule > 0)
		sheet_rect(c, s, (struct rect){ x, y + st->tick * tick, width, info->style->rule }, ink, info->tag->at);
	if (st->first == 0 && info->marker)
		put_marker(c, s, u, x, base + u->lead * tick, width);
	if (st->first == 0)
		report_overfull(c, info->shaped, st->breaks, width);
	hlist_open(u->hlist);
	for (size_t i = st->first; i < st->first + st->n; i++) {
		struct set_line *l = line_set(scratch, u->hlist, i ? st->breaks->at[i - 1] : SIZE_MAX,
					      st->breaks->at[i], unit_measure(u, width, i));
		sheet_line(c, s, l, x, base + (double)(i - st->first + 1) * u->lead * tick, ink, info->tag);
	}
	hlist_close(u->hlist);
	arena_free(scratch);
}

void unit_put(struct composer *c, struct sheet *s, const struct unit *u, const struct stand *st, Pt x, Pt y, Pt width)
{
	const struct unit_info *info = u->user;
	struct block_stretch stretch = { c, s, info->article, info->tag, x, y + st->tick * c->layout->leading / TICKS, width, st->first, st->n };

	if (info->block)
		info->block->put(info->block, &stretch);
	else
		put_text(c, s, u, st, x, y, width);
}

void unit_hold(struct composer *c, const struct unit *u)
{
	const struct unit_info *info = u->user;

	if (info->shaped)
		shape_hold(c, info->shaped);
}

void unit_release(struct composer *c, const struct unit *u)
{
	const struct unit_info *info = u->user;

	if (info->shaped)
		shape_release(c, info->shaped);
}

const struct article *unit_article(const struct unit *u)
{
	return ((const struct unit_info *)u->user)->article;
}

bool unit_is_heading(const struct unit *u)
{
	const struct unit_info *info = u->user;
	return info->heading;
}

struct src unit_at(const struct unit *u)
{
	const struct unit_info *info = u->user;
	return info->shaped ? info->shaped->copy->at : info->article->at;
}

size_t stand_chars(const struct unit *u, const struct stand *st)
{
	const struct unit_info *info = u->user;
	uint32_t from, to;

	if (info->block)
		return info->block->chars ? info->block->chars(info->block, st->first, st->n) : 0;
	hlist_open(u->hlist);
	from = st->first ? u->hlist->items[st->breaks->at[st->first - 1]].end : 0;
	to = u->hlist->items[st->breaks->at[st->first + st->n - 1]].start;
	hlist_close(u->hlist);
	return (size_t)g_utf8_strlen(info->shaped->text + from, (gssize)(to - from));
}
