/* src/page/block/data.c - what tables, charts and recipes share. */
#include "page/block/data.h"
#include "doc/chart.h"
#include "doc/copies.h"
#include "page/fit/fit.h"
#include "para/hlist.h"
#include "para/lists.h"

/* Longer lines than any page is wide. */
#define ENDLESS 20000.0

void put_line(const struct block_stretch *st, const struct set_line *l, Pt x, Pt width, double share, Pt y, struct colour colour,
	      const struct tag *tag)
{
	sheet_line(st->c, st->sheet, l, x + share * (width - l->width) - l->x, y, colour, tag);
}

Pt line_base(const struct composer *c, const struct text_set *t, Pt top, size_t i)
{
	return top + (double)(i + 1) * t->leading - (1 - BASE_SHARE) * c->layout->leading;
}

struct text_set set_line_of(struct composer *c, const struct copy *copy, const struct style *s)
{
	return set_copy(c, copy, s, ENDLESS);
}

struct hanging { Pt width, hang; bool rtl; };

static struct measure hanging_measure(const void *ctx, size_t n)
{
	const struct hanging *h = ctx;
	Pt left = n ? h->hang : 0;

	return (struct measure){ h->rtl ? 0 : left, h->width - left };
}

struct text_set set_hanging(struct composer *c, const struct copy *copy, const struct style *s, Pt width, Pt hang)
{
	struct hlist *h = hlist_copy(c, copy, s);
	struct hanging m = { width, hang, copy->rtl };
	struct text_set t = { .lang = copy->lang, .measure = width, .leading = style_leading(s, copy->lang), .style = s, .rtl = copy->rtl };
	struct breaks b;

	hlist_open(h);
	b = linebreak(c->arena, h, hanging_measure, &m, false).natural;
	report_lines(c, copy, &b, width);
	t.n = b.n;
	t.lines = arena_make_array(c->arena, b.n, struct set_line *);
	for (size_t i = 0; i < b.n; i++)
		t.lines[i] = line_set(c->arena, h, i ? b.at[i - 1] : SIZE_MAX, b.at[i], hanging_measure(&m, i));
	hlist_close(h);
	t.height = (double)t.n * t.leading;
	return t;
}

Pt text_width(const struct text_set *t)
{
	Pt widest = 0;

	for (size_t i = 0; i < t->n; i++)
		widest = MAX(widest, t->lines[i]->width);
	return widest;
}

int text_ticks(const struct composer *c, const struct text_set *t)
{
	return half_ticks(ticks_of(t->height, c->layout->leading));
}

size_t copy_chars(const struct copy *c)
{
	return c ? (size_t)g_utf8_strlen(c->text, (gssize)c->len) : 0;
}

/* ---- blocks that are set once ---- */

struct block_key { const struct block *block; const struct template *t; Pt width; };
struct block_entry { struct block_key key; struct set_block *set; };

static guint key_hash(gconstpointer p)
{
	const struct block_key *k = p;
	return g_direct_hash(k->block) * 31u ^ g_direct_hash(k->t) ^ g_double_hash(&k->width);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
	const struct block_key *x = a, *y = b;
	return x->block == y->block && x->t == y->t && x->width == y->width;
}

static struct set_block *make(struct composer *c, const struct template *t, const struct block *b, Pt width)
{
	switch (b->kind) {
	case BLOCK_CHART:
		if (b->chart->kind == CHART_TIMELINE)
			return (b->chart->across ? timeline_across_block : timeline_block)(c, t, b->chart, width);
		return chart_block(c, t, b->chart, width);
	case BLOCK_RECIPE:
		return recipe_block(c, t, b->recipe, width);
	case BLOCK_VERSE:
		return couplet_block(c, t, b, width);
	default:
		return table_block(c, t, b->table, width);
	}
}

static void free_found(void *found)
{
	diag_free(found);
}

/* It may be set in an attempt or a pass that is thrown away, and put in the last: its messages stay with it. */
static struct set_block *make_with_messages(struct composer *c, const struct template *t, const struct block *b, Pt width)
{
	struct diag *real = c->diag, *found = diag_new();
	struct set_block *set;

	arena_defer(c->arena, free_found, found);
	c->diag = found;
	set = make(c, t, b, width);
	c->diag = real;
	set->found = found;
	return set;
}

static void look_for_ref(void *found, const struct copy *copy, const struct article *a, bool part)
{
	(void)a;
	(void)part;
	for (size_t i = 0; i < copy->nruns; i++)
		*(bool *)found |= copy->runs[i].ref != NULL;
}

static bool names_pages(const struct block *b)
{
	bool found = false;

	copies_visit_block(b, &(struct copies_visitor){ look_for_ref, &found });
	return found;
}

struct set_block *data_block(struct composer *c, const struct template *t, const struct block *b, Pt width)
{
	struct block_key key = { b, t, width };
	GHashTable **cache = &c->caches->blocks;
	struct block_entry *e;

	if (!*cache)
		*cache = g_hash_table_new(key_hash, key_equal);
	e = g_hash_table_lookup(*cache, &key);
	if (e && !fit_changes_texts(c))
		return e->set;
	e = arena_make(c->arena, struct block_entry);
	*e = (struct block_entry){ key, make_with_messages(c, t, b, width) };
	if (!names_pages(b) && !fit_changes_texts(c))		/* they may change from pass to pass */
		g_hash_table_add(*cache, e);
	return e->set;
}

const struct tag *data_tag(struct composer *c, const struct block *b, const struct tag *parent)
{
	bool text = b->kind == BLOCK_CHART && b->chart->kind == CHART_TIMELINE;
	enum role role = b->kind == BLOCK_TABLE ? ROLE_TABLE : b->kind == BLOCK_RECIPE ? ROLE_BOX : text ? ROLE_LIST : ROLE_FIGURE;
	struct tag *tag = tag_make(c, role, parent, b->lang, b->at);

	if (role == ROLE_FIGURE)
		tag->alt = chart_words(c, b->chart);
	return tag;
}
