/*
 * src/page/units.c - blocks become units, units become ink.
 *
 * Running text is broken by the flow, since its columns are not known here.
 * Blocks that are never divided (pull quotes, boxes, heads in the column) are
 * set at once in the width of the thread's columns.
 */
#include "page/units.h"
#include <math.h>
#include <string.h>
#include "para/hlist.h"
#include "para/lists.h"
#include "text/breaks.h"
#include "text/font.h"

#define SPLIT_PIECE 1500.0		/* as page/flow.c counts */
#define SPLIT_RTL 60000.0
#define FACTS_TOGETHER 6
#define BY_GAP 0.35			/* of the leading, from a quotation to its speaker */

enum unit_kind { UNIT_TEXT, UNIT_QUOTE, UNIT_BOX, UNIT_HEAD };

struct unit_info {
	enum unit_kind kind;
	const struct article *article;
	const struct style *style;
	const struct tag *tag;
	struct shaped *shaped;		/* TEXT */
	struct text_set *marker;	/* TEXT: of a list's item, or a drop cap */
	Pt marker_y;			/* its baseline under the unit's first */
	struct text_set quote, by;	/* QUOTE */
	struct box_set *box;
	struct head_set *head;
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

static int ticks_of(Pt leading, Pt grid)
{
	return (int)ceil(leading / grid * TICKS - 0.01);
}

static int line_ticks(double lines)
{
	return (int)lround(lines * TICKS);
}

static struct unit *unit_add(struct units *u, enum unit_kind kind, const struct article *a, const struct style *s, const struct tag *tag)
{
	struct unit_info *info = arena_make(u->c->arena, struct unit_info);
	struct unit unit = { .before = line_ticks(s->before), .after = line_ticks(s->after), .user = info, .rtl = a->rtl, .on_grid = true };

	*info = (struct unit_info){ .kind = kind, .article = a, .style = s, .tag = tag };
	g_array_append_val(u->units, unit);
	return &g_array_index(u->units, struct unit, u->units->len - 1);
}

static struct unit *text_unit(struct units *u, const struct article *a, const struct copy *copy,
			      const struct style *s, enum role role, const struct tag *tag)
{
	struct composer *c = u->c;
	struct unit *unit = unit_add(u, UNIT_TEXT, a, s, tag_make(c, role, tag, copy->lang, copy->at));
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

static void add_quote(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	const struct style *s = u->t->styles[BLOCK_PULLQUOTE];
	struct unit *unit = unit_add(u, UNIT_QUOTE, a, s, tag_make(u->c, ROLE_QUOTE, tag, b->lang, b->at));
	struct unit_info *info = unit->user;
	Pt height;

	info->quote = set_copy(u->c, b->copy, s, u->width);
	height = info->quote.height;
	if (b->by) {
		info->by = set_copy(u->c, b->by, u->t->by, u->width);
		height += info->by.height + BY_GAP * u->c->layout->leading;
	}
	unit->ticks = ticks_of(height, u->c->layout->leading);
	unit->ticks += (TICKS - unit->ticks % TICKS) % TICKS;
}

static void add_box(struct units *u, const struct article *a, const struct block *b, const struct tag *tag);

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
		break;
	case BLOCK_PULLQUOTE:
		add_quote(u, a, b, tag);
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
		struct unit *unit;
		struct unit_info *info;
		bool not_first = u->units->len > 0;

		unit = unit_add(u, UNIT_HEAD, a, u->t->styles[BLOCK_SUBHEAD], tag);
		info = unit->user;
		info->head = head_set(u->c, head, a, u->width, 0);
		unit->ticks = (int)head_lines(info->head) * TICKS;
		unit->before = not_first ? line_ticks(head->before) : 0;
		unit->after = 0;
		unit->keep_next = true;
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

/* ---- boxes ----------------------------------------------------------------------- */

struct box_set {
	struct text_set *texts;
	bool *gap;			/* a line of white before it */
	size_t n;
	int columns;
	Pt width, column, gutter, pad, leading;
	int ticks;			/* height of each column, TICKS to a grid line */
};

static void box_text(struct composer *c, struct box_set *b, const struct copy *copy, const struct style *s)
{
	b->texts[b->n++] = set_copy(c, copy, s, b->column);
}

static void box_block(struct composer *c, const struct template *t, struct box_set *b, const struct block *k)
{
	bool gap = false;

	if (k->copy)
		box_text(c, b, k->copy, k->kind == BLOCK_SUBHEAD ? t->box_title : t->box_text);
	for (size_t i = 0; i < k->nitems; i++) {
		const struct copy *item = k->items[i];

		if (!item) {			/* between stanzas */
			gap = true;
			continue;
		}
		if (k->kind == BLOCK_LIST)
			item = copy_join(c, plain_copy(c, k->numbered ? digits_for(c, (int)i + 1, item->lang, t->box_text) : "•", item->lang, item->at), item, 0);
		b->gap[b->n] = gap;
		gap = false;
		box_text(c, b, item, t->box_text);
	}
	if (k->by)
		box_text(c, b, k->by, t->by);
}

static size_t box_count(const struct block *b)
{
	size_t n = 1;

	for (size_t i = 0; i < b->nblocks; i++)
		n += 2 + b->blocks[i]->nitems;
	return n;
}

static struct box_set *box_new(struct composer *c, Pt width, int columns, size_t room)
{
	struct box_set *b = arena_make(c->arena, struct box_set);

	b->texts = arena_make_array(c->arena, room, struct text_set);
	b->gap = arena_make_array(c->arena, room, bool);
	b->columns = columns;
	b->width = width;
	b->gutter = c->layout->gutter;
	b->pad = 0.7 * c->layout->leading;
	b->leading = c->layout->leading;
	b->column = (width - 2 * b->pad - (columns - 1) * b->gutter) / columns;
	return b;
}

/* A box's title is in the language of its text: a German summary under an Arabic article. */
static const struct copy *title_copy(struct composer *c, const struct block *k)
{
	const struct copy *first = k->nblocks ? k->blocks[0]->copy : NULL;
	struct copy *title;

	if (!first || !strcmp(first->lang, k->copy->lang))
		return k->copy;
	title = g_hash_table_lookup(c->caches->made, k->copy);
	if (title)
		return title;
	title = arena_make(c->arena, struct copy);
	g_hash_table_insert(c->caches->made, k->copy, title);
	*title = *k->copy;
	title->lang = first->lang;
	title->rtl = first->rtl;
	title->runs = arena_copy(c->arena, k->copy->runs, k->copy->nruns * sizeof *k->copy->runs);
	for (size_t i = 0; i < title->nruns; i++)
		title->runs[i].lang = first->lang;
	return title;
}

static void box_fill(struct composer *c, const struct template *t, struct box_set *b, const struct block *k)
{
	if (k->copy)
		box_text(c, b, title_copy(c, k), t->box_title);
	for (size_t i = 0; i < k->nblocks; i++)
		box_block(c, t, b, k->blocks[i]);
}

static int text_ticks(const struct box_set *b, const struct text_set *t)
{
	return ticks_of(t->leading, b->leading);
}

/* Where lines of a box stand: one walk for measuring and for putting, so that they agree. */
struct box_walk { int col, tick; };

/* The next place for a line that is `step` high; its foot is at w->tick. */
static void box_step(const struct box_set *b, struct box_walk *w, int step, bool gap)
{
	if (gap && w->tick > 0)
		w->tick += TICKS;
	if (w->tick + step > b->ticks && w->col + 1 < b->columns) {
		w->tick = 0;
		w->col++;
	}
	w->tick += step;
}

/* Whether everything stands in columns of b->lines. */
static bool box_holds(const struct box_set *b)
{
	struct box_walk w = { 0, 0 };

	for (size_t i = 0; i < b->n; i++)
		for (size_t k = 0; k < b->texts[i].n; k++)
			box_step(b, &w, text_ticks(b, &b->texts[i]), b->gap[i] && k == 0);
	return w.tick <= b->ticks;
}

static void box_measure(struct box_set *b)
{
	int all = 0;

	for (size_t i = 0; i < b->n; i++)
		all += (int)b->texts[i].n * text_ticks(b, &b->texts[i]) + b->gap[i] * TICKS;
	for (b->ticks = MAX((all + b->columns - 1) / b->columns, TICKS); !box_holds(b); )
		b->ticks++;
}

/* The text of other scripts has a leading of its own; the box ends on the grid. */
static int box_grid_lines(const struct box_set *b)
{
	return (b->ticks + TICKS - 1) / TICKS;
}

struct box_set *box_set(struct composer *c, const struct template *t, const struct article *a, Pt width, int columns)
{
	size_t room = 0;
	struct box_set *b;

	for (size_t i = 0; i < a->nblocks; i++)
		if (a->blocks[i]->kind == BLOCK_BOX)
			room += box_count(a->blocks[i]);
	if (room == 0)
		return NULL;
	b = box_new(c, width, MAX(columns, 1), room);
	for (size_t i = 0; i < a->nblocks; i++)
		if (a->blocks[i]->kind == BLOCK_BOX)
			box_fill(c, t, b, a->blocks[i]);
	box_measure(b);
	return b;
}

/* Text lines, a line of white and padding over them, half a line under them. */
double box_lines(const struct box_set *b)
{
	return box_grid_lines(b) + 1.5;
}

void box_put(struct composer *c, struct sheet *s, const struct box_set *b, Pt x, Pt y, const struct rubric *r, const struct tag *tag)
{
	struct colour tint = ink_colour(c, r->tint, r, false);
	struct box_walk w = { 0, 0 };

	/* The text keeps the grid, so the fill is what gives way: from under the line above to under the last. */
	sheet_rect(c, s, (struct rect){ x, y + 0.35 * b->leading, b->width, (box_grid_lines(b) + 1.1) * b->leading }, tint, tag->at);
	for (size_t i = 0; i < b->n; i++) {
		const struct text_set *t = &b->texts[i];
		struct colour ink = ink_colour(c, t->style->ink, r, true);

		for (size_t k = 0; k < t->n; k++) {
			Pt left;

			box_step(b, &w, text_ticks(b, t), b->gap[i] && k == 0);
			left = x + b->pad + (b->texts[0].rtl ? b->columns - 1 - w.col : w.col) * (b->column + b->gutter);
			sheet_line(c, s, t->lines[k], left, y + ((double)w.tick / TICKS + BASE_SHARE) * b->leading, ink, tag);
		}
	}
}

static void add_box(struct units *u, const struct article *a, const struct block *b, const struct tag *tag)
{
	struct composer *c = u->c;
	struct unit *unit = unit_add(u, UNIT_BOX, a, u->t->box_text, tag_make(c, ROLE_BOX, tag, b->lang, b->at));
	struct unit_info *info = unit->user;

	info->box = box_new(c, u->width, 1, box_count(b));
	box_fill(c, u->t, info->box, b);
	box_measure(info->box);
	unit->ticks = (int)ceil(box_lines(info->box)) * TICKS;
	unit->before = TICKS;
	unit->after = 0;
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

static void put_quote(struct composer *c, struct sheet *s, const struct unit_info *info, Pt x, Pt y)
{
	struct colour ink = ink_colour(c, info->style->ink, info->article->rubric, true);

	put_set(c, s, &info->quote, x, y, ink, info->tag);
	if (info->by.n)
		put_set(c, s, &info->by, x, y + info->quote.height + BY_GAP * c->layout->leading, ink_colour(c, info->by.style->ink, NULL, true), info->tag);
}

void unit_put(struct composer *c, struct sheet *s, const struct unit *u, const struct stand *st, Pt x, Pt y, Pt width)
{
	const struct unit_info *info = u->user;
	Pt top = y + st->tick * c->layout->leading / TICKS;

	switch (info->kind) {
	case UNIT_TEXT:
		put_text(c, s, u, st, x, y, width);
		break;
	case UNIT_QUOTE:
		put_quote(c, s, info, x, top);
		break;
	case UNIT_BOX:
		box_put(c, s, info->box, x, top, info->article->rubric, info->tag);
		break;
	case UNIT_HEAD:
		head_put(c, s, info->head, x, top, info->article->rubric, info->tag);
		break;
	}
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
	return u->keep_next && (info->kind == UNIT_HEAD || (info->kind == UNIT_TEXT && info->tag->role == ROLE_H2));
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

	if (info->kind != UNIT_TEXT)
		return 0;
	hlist_open(u->hlist);
	from = st->first ? u->hlist->items[st->breaks->at[st->first - 1]].end : 0;
	to = u->hlist->items[st->breaks->at[st->first + st->n - 1]].start;
	hlist_close(u->hlist);
	return (size_t)g_utf8_strlen(info->shaped->text + from, (gssize)(to - from));
}
