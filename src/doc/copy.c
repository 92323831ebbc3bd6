/*
 * src/doc/copy.c - running text with its markup: white space made one, runs
 * cut where the markup changes.
 *
 * The text is gathered as characters, each with its place and the markup it
 * stands in (a mark), and written as UTF-8 at the end: a no-break space is
 * longer than the space it replaces. A run of white space is one space and
 * belongs to the outermost markup that a part of it stands in, so that
 * "a <foreign>b </foreign> c" does not end its isolate with a space.
 */
#include "doc/copy.h"

#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "doc/node.h"

enum { LINE_SEPARATOR = 0x2028, OBJECT = 0xFFFC };

/* The markup that characters stand in. */
struct mark {
	unsigned flags;
	const char *lang, *href;
	const struct article *ref;
	int isolate;
	int depth;
	int serial;			/* of references: each is a run of its own */
};

struct character { uint32_t c, offset; guint mark; };

struct gather {
	const struct copy_context *context;
	GArray *marks;			/* struct mark */
	GArray *text;			/* struct character */
	struct character space;		/* white space that has not been written yet */
	bool pending;
	int isolates, serials;
};

static const struct { const char *name; unsigned flag; } flags[] = {
	{ "em", INLINE_EM }, { "strong", INLINE_STRONG }, { "sup", INLINE_SUP }, { "sub", INLINE_SUB },
	{ "foreign", INLINE_FOREIGN },
};

static const struct mark *mark_of(const struct gather *g, guint i)
{
	return &g_array_index(g->marks, struct mark, i);
}

static guint last_character(const struct gather *g)
{
	return g->text->len ? g_array_index(g->text, struct character, g->text->len - 1).c : LINE_SEPARATOR;
}

static void put_space(struct gather *g, uint32_t offset, guint mark)
{
	if (g->pending && mark_of(g, g->space.mark)->depth <= mark_of(g, mark)->depth)
		return;
	g->space = (struct character){ ' ', offset, mark };
	g->pending = true;
}

static void put(struct gather *g, uint32_t c, uint32_t offset, guint mark)
{
	struct character ch = { c, offset, mark };

	/* None at the start of a line, none at its end. */
	if (g->pending && last_character(g) != LINE_SEPARATOR && c != LINE_SEPARATOR)
		g_array_append_val(g->text, g->space);
	g->pending = false;
	g_array_append_val(g->text, ch);
}

static void gather_text(struct gather *g, const struct node *n, guint mark)
{
	for (const char *p = n->text; *p; p = g_utf8_next_char(p)) {
		uint32_t offset = n->offset[p - n->text];

		if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
			put_space(g, offset, mark);
		else
			put(g, g_utf8_get_char(p), offset, mark);
	}
}

static uint32_t node_offset(const struct node *n)
{
	return (uint32_t)source_offset(n->source, n->at);
}

static void gather_children(struct gather *g, const struct node *n, guint mark);

static void gather_element(struct gather *g, const struct node *n, guint mark)
{
	struct mark m = *mark_of(g, mark);

	if (node_is(n, "br")) {
		put(g, LINE_SEPARATOR, node_offset(n), mark);
		return;
	}
	m.lang = g->context->lang(g->context->self, n, m.lang);
	m.depth++;
	for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
		if (node_is(n, flags[i].name))
			m.flags |= flags[i].flag;
	if (node_is(n, "foreign"))
		m.isolate = ++g->isolates;
	if (node_is(n, "link") && node_get(n, "href"))
		m.href = node_get(n, "href");
	if (node_is(n, "ref")) {
		m.ref = g->context->ref(g->context->self, n);
		m.serial = ++g->serials;
		if (!m.ref)
			return;
	}
	g_array_append_val(g->marks, m);
	if (m.ref)
		put(g, OBJECT, node_offset(n), g->marks->len - 1);
	else
		gather_children(g, n, g->marks->len - 1);
}

static void gather_children(struct gather *g, const struct node *n, guint mark)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->el)
			gather_element(g, c, mark);
		else
			gather_text(g, c, mark);
	}
}

static void set_nobreaks(struct gather *g)
{
	guint n = g->text->len;
	struct character *ch = (struct character *)g->text->data;
	uint32_t *plain = g_new(uint32_t, n + 1);

	for (guint i = 0; i < n; i++)
		plain[i] = ch[i].c;
	for (guint i = 0; i < n; i++)
		if (ch[i].c == ' ')
			ch[i].c = nobreak_at(plain, n, i, mark_of(g, ch[i].mark)->lang);
	g_free(plain);
}

static bool same_mark(const struct mark *a, const struct mark *b)
{
	return a->flags == b->flags && a->href == b->href && a->isolate == b->isolate && a->serial == b->serial &&
	       strcmp(a->lang, b->lang) == 0;
}

/* Text, places and runs into the arena. */
static void write_copy(struct arena *a, const struct gather *g, struct copy *out)
{
	const struct character *ch = (const struct character *)g->text->data;
	GString *text = g_string_new(NULL);
	GArray *offsets = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct inline_run));

	for (guint i = 0; i < g->text->len; i++) {
		const struct mark *m = mark_of(g, ch[i].mark);

		if (i == 0 || !same_mark(m, mark_of(g, ch[i - 1].mark))) {
			struct inline_run run = { text->len, text->len, m->flags, m->lang, m->href, m->ref, m->isolate };

			g_array_append_val(runs, run);
		}
		g_string_append_unichar(text, ch[i].c);
		while (offsets->len < text->len)
			g_array_append_val(offsets, ch[i].offset);
		g_array_index(runs, struct inline_run, runs->len - 1).end = text->len;
	}
	out->len = text->len;
	out->text = arena_strndup(a, text->str, text->len);
	out->offset = arena_copy(a, offsets->data, offsets->len * sizeof(uint32_t));
	out->nruns = runs->len;
	out->runs = arena_copy(a, runs->data, runs->len * sizeof(struct inline_run));
	g_string_free(text, TRUE);
	g_array_free(offsets, TRUE);
	g_array_free(runs, TRUE);
}

static void gather_start(struct gather *g, const struct copy_context *c, const char *lang)
{
	struct mark m = { .lang = lang };

	*g = (struct gather){ .context = c };
	g->marks = g_array_new(FALSE, FALSE, sizeof(struct mark));
	g->text = g_array_new(FALSE, FALSE, sizeof(struct character));
	g_array_append_val(g->marks, m);
}

/* A paragraph that is one foreign passage from end to end is a paragraph in that language: a caption in
 * Arabic under an article in German reads from the right. */
static void take_language(struct copy *c)
{
	const struct inline_run *first = c->runs;

	for (size_t i = 0; i < c->nruns; i++)
		if (!c->runs[i].isolate || strcmp(c->runs[i].lang, first->lang) != 0)
			return;
	for (size_t i = 0; i < c->nruns; i++)
		c->runs[i].isolate = 0;
	c->lang = first->lang;
	c->rtl = lang_is_rtl(c->lang);
}

static struct copy *gather_end(struct gather *g, const struct node *n, struct src at)
{
	struct copy *out = NULL;
	const char *lang = mark_of(g, 0)->lang;

	/* A line break at the very end breaks nothing. */
	while (g->text->len && last_character(g) == LINE_SEPARATOR)
		g_array_set_size(g->text, g->text->len - 1);
	if (g->text->len == 0)
		goto done;
	set_nobreaks(g);
	out = arena_make(g->context->a, struct copy);
	write_copy(g->context->a, g, out);
	out->source = n->source;
	out->lang = lang;
	out->words = g->context->words;
	out->rtl = lang_is_rtl(lang);
	out->at = at;
	take_language(out);
done:
	g_array_free(g->marks, TRUE);
	g_array_free(g->text, TRUE);
	return out;
}

struct copy *copy_of_node(const struct copy_context *c, const struct node *n, const char *lang)
{
	struct gather g;

	gather_start(&g, c, c->lang(c->self, n, lang));
	gather_children(&g, n, 0);
	return gather_end(&g, n, n->at);
}

struct copy *copy_of_attribute(const struct copy_context *c, const struct node *n, const char *attr, const char *lang)
{
	const char *value = node_get(n, attr);
	struct gather g;
	struct node text = { .text = value, .source = n->source, .at = node_attr_at(n, attr) };
	uint32_t *offsets;
	size_t len;

	if (!value)
		return NULL;
	len = strlen(value);
	offsets = g_new(uint32_t, len + 1);
	for (size_t i = 0; i < len; i++)
		offsets[i] = i ? offsets[0] : node_offset(&text);
	text.offset = offsets;
	gather_start(&g, c, lang);
	gather_text(&g, &text, 0);
	g_free(offsets);
	return gather_end(&g, n, text.at);
}

struct src copy_at(const struct copy *c, size_t byte)
{
	/* Copies that the program makes itself (labels, numbers) stand where their element does. */
	if (!c->source || !c->offset)
		return c->at;
	if (c->len == 0)
		return c->at;
	return source_at(c->source, c->offset[byte < c->len ? byte : c->len - 1]);
}
