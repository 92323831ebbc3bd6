/* src/page/set.c - a copy set in one measure: headlines, captions, furniture. */
#include "page/compose.h"
#include <string.h>
#include "base/i18n.h"
#include "page/flow.h"
#include "para/hlist.h"
#include "para/lists.h"

Pt style_leading(const struct style *s, const char *lang)
{
	return s->leading * family_face(s->family, lang_script(lang), lang)->leading;
}

/* Lists of ten pages of text, so that most issues never make one twice. */
#define LISTS_ROOM (4u << 20)

struct shape_key { const struct copy *copy; const struct style *style; };
struct shape_entry {
	struct shape_key key;
	struct caches *caches;
	bool keep;			/* over the passes */
	struct arena *arena;		/* of what is kept; NULL: the text lives as long as the pages */
	const struct shaped *shaped;	/* NULL: not asked for yet, or given up */
	bool said;			/* what shaping found */
	struct hlist *hlist;
	unsigned held;
};

static guint key_hash(gconstpointer p)
{
	const struct shape_key *k = p;
	return g_direct_hash(k->copy) * 31u ^ g_direct_hash(k->style);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
	const struct shape_key *x = a, *y = b;
	return x->copy == y->copy && x->style == y->style;
}

static void entry_drop(gpointer entry)
{
	struct shape_entry *e = entry;

	arena_free(e->arena);
}

struct caches *caches_new(void)
{
	struct caches *k = g_new0(struct caches, 1);

	k->shaped = g_hash_table_new_full(key_hash, key_equal, NULL, entry_drop);
	k->settings = settings_new();
	k->lists = lists_new(LISTS_ROOM);
	k->made = g_hash_table_new(NULL, NULL);
	k->diag = diag_new();
	return k;
}

void caches_free(struct caches *k)
{
	lists_free(k->lists);
	g_hash_table_unref(k->shaped);
	g_hash_table_unref(k->settings);
	g_hash_table_unref(k->made);
	diag_free(k->diag);
	g_free(k);
}

/* Text of the author's without page numbers: it stays the same from pass to pass. */
static bool keeps(const struct copy *copy)
{
	for (size_t i = 0; i < copy->nruns; i++)
		if (copy->runs[i].ref)
			return false;
	return copy->source != NULL;
}

/* What shaping finds is said the first time. */
static void shape_entry(struct composer *c, struct shape_entry *e)
{
	struct diag *again = e->said ? diag_new() : NULL, *d = again ? again : e->keep ? c->caches->diag : c->diag;

	if (e->keep)
		e->arena = arena_new();
	e->shaped = shape(e->keep ? e->arena : c->arena, e->key.copy, e->key.style, c->tools, page_label, c, d);
	e->said = true;
	diag_free(again);
}

static const struct shaped *entry_text(void *entry)
{
	struct shape_entry *e = entry;

	if (!e->shaped)
		shape_entry(e->caches->composer, e);
	return e->shaped;
}

static struct shape_entry *find_entry(const struct composer *c, const struct copy *copy, const struct style *s)
{
	return g_hash_table_lookup(c->caches->shaped, &(struct shape_key){ copy, s });
}

static struct shape_entry *entry_for(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = find_entry(c, copy, s);

	c->caches->composer = c;
	if (e)
		return e;
	e = arena_make(c->arena, struct shape_entry);
	*e = (struct shape_entry){ .key = { copy, s }, .caches = c->caches, .keep = keeps(copy) };
	if (e->keep)
		g_hash_table_insert(c->caches->shaped, &e->key, e);
	return e;
}

void shape_hold(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = find_entry(c, copy, s);

	if (e)
		e->held++;
}

void shape_release(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = find_entry(c, copy, s);

	if (!e || --e->held || !c->once)
		return;
	if (e->hlist)
		hlist_forget(e->hlist);
	arena_free(e->arena);
	e->arena = NULL;
	e->shaped = NULL;
}

const struct shaped *shape_copy(struct composer *c, const struct copy *copy, const struct style *s)
{
	return entry_text(entry_for(c, copy, s));
}

struct hlist *hlist_copy(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct shape_entry *e = entry_for(c, copy, s);

	if (!e->hlist)
		e->hlist = lists_add(c->caches->lists, c->arena, entry_text, e);
	return e->hlist;
}

void report_overfull(struct composer *c, const struct copy *copy, const struct breaks *b, Pt width)
{
	if (b->overfull > 0.5)
		diag_add(c->diag, D_LINE_OVERFULL, copy->at,
			 _("a word is %.1f mm too long for its column of %.1f mm and sticks out; add a soft hyphen (U+00AD) or shorten it"),
			 mm_from_pt(b->overfull).mm, mm_from_pt(width).mm);
}

static struct measure same_measure(const void *ctx, size_t n)
{
	(void)n;
	return (struct measure){ 0, *(const Pt *)ctx };
}

struct text_set set_copy(struct composer *c, const struct copy *copy, const struct style *s, Pt width)
{
	struct hlist *h = hlist_copy(c, copy, s);
	struct choice ch;
	struct text_set t;

	hlist_open(h);
	ch = linebreak(c->arena, h, same_measure, &width, true);
	t = (struct text_set){
		.lang = copy->lang, .n = ch.natural.n, .measure = width, .leading = style_leading(s, copy->lang), .style = s, .rtl = copy->rtl,
		.lines = arena_make_array(c->arena, ch.natural.n, struct set_line *),
	};

	report_overfull(c, copy, &ch.natural, width);
	for (size_t i = 0; i < t.n; i++)
		t.lines[i] = line_set(c->arena, h, i ? ch.natural.at[i - 1] : SIZE_MAX, ch.natural.at[i],
				      (struct measure){ 0, width });
	hlist_close(h);
	t.height = (double)t.n * t.leading;
	return t;
}

struct copy *plain_copy(struct composer *c, const char *text, const char *lang, struct src at)
{
	struct copy *p = arena_make(c->arena, struct copy);

	p->text = arena_strdup(c->arena, text);
	p->len = strlen(text);
	p->runs = arena_make(c->arena, struct inline_run);
	p->runs[0] = (struct inline_run){ .end = p->len, .lang = lang };
	p->nruns = p->len ? 1 : 0;
	p->lang = lang;
	p->rtl = lang_is_rtl(lang);
	p->at = at;
	return p;
}

void put_set(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y,
	     struct colour colour, const struct tag *tag)
{
	Pt below = (1 - BASE_SHARE) * c->layout->leading;

	for (size_t i = 0; i < t->n; i++)
		sheet_line(c, s, t->lines[i], x, y + (double)(i + 1) * t->leading - below, colour, tag);
	if (t->further)
		put_set(c, s, t->further, x + t->further_x, y + t->further_y, colour, tag_make(c, tag->role, tag->parent, t->further->lang, tag->at));
}

void put_set_up(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y,
		struct colour colour, const struct tag *tag)
{
	for (size_t i = 0; i < t->n; i++)
		sheet_line_up(c, s, t->lines[i], x + (double)i * t->leading, t->rtl ? y + t->measure - t->lines[i]->width : y, colour, tag);
}

struct copy *copy_join(struct composer *c, const struct copy *a, const struct copy *b, unsigned flags)
{
	struct copy *j = g_hash_table_lookup(c->caches->made, b);
	uint32_t *offset = arena_make_array(c->arena, a->len + b->len + 3, uint32_t);

	if (j)
		return j;
	j = arena_make(c->arena, struct copy);
	g_hash_table_insert(c->caches->made, (gpointer)b, j);
	*j = *a;
	j->text = arena_printf(c->arena, "%s  %s", a->text, b->text);
	j->len = a->len + 2 + b->len;
	if (a->offset)
		memcpy(offset, a->offset, a->len * sizeof *offset);
	offset[a->len] = offset[a->len + 1] = a->len && a->offset ? a->offset[a->len - 1] : 0;
	if (b->offset)
		memcpy(offset + a->len + 2, b->offset, b->len * sizeof *offset);
	j->offset = a->offset && b->offset ? offset : NULL;
	j->nruns = a->nruns + b->nruns;
	j->runs = arena_make_array(c->arena, j->nruns, struct inline_run);
	memcpy(j->runs, a->runs, a->nruns * sizeof *a->runs);
	if (a->nruns)
		j->runs[a->nruns - 1].end += 2;
	for (size_t i = 0; i < b->nruns; i++) {
		struct inline_run *r = &j->runs[a->nruns + i];
		*r = b->runs[i];
		r->start += a->len + 2;
		r->end += a->len + 2;
		r->flags |= flags;
		r->isolate = r->isolate ? r->isolate + 1000 : 0;
	}
	return j;
}

const char *copy_one_line(struct arena *a, const struct copy *copy)
{
	char *text = arena_strdup(a, copy->text), *to = text;

	for (const char *p = copy->text; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);
		if (ch != 0xfffc)
			to += g_unichar_to_utf8(ch == 0x2028 ? ' ' : ch, to);
	}
	*to = 0;
	return text;
}
