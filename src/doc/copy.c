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
	const struct note *note;
	int isolate;
	int depth;
	int serial;			/* of references and notes: each is a run of its own */
};

struct character { uint32_t c, offset; guint mark; };

struct gather {
	const struct copy_context *context;
	GArray *marks;			/* struct mark */
	struct character *text;
	size_t n, room;
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
	return g->n ? g->text[g->n - 1].c : LINE_SEPARATOR;
}

static void append(struct gather *g, struct character c)
{
	if (g->n == g->room) {
		g->room = g->room * 2 + 256;
		g->text = g_renew(struct character, g->text, g->room);
	}
	g->text[g->n++] = c;
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
	/* None at the start of a line, none at its end. */
	if (g->pending && last_character(g) != LINE_SEPARATOR && c != LINE_SEPARATOR)
		append(g, g->space);
	g->pending = false;
	append(g, (struct character){ c, offset, mark });
}

static void gather_text(struct gather *g, const struct node *n, guint mark)
{
	for (const char *p = n->text; *p; p = g_utf8_next_char(p)) {
		uint32_t offset = n->offset[p - n->text];

		if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
			put_space(g, offset, mark);
		else
			put(g, (unsigned char)*p < 0x80 ? (uint32_t)*p : g_utf8_get_char(p), offset, mark);
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
	if (node_is(n, "note")) {
		m.note = g->context->note(g->context->self, n, mark_of(g, mark)->lang);
		m.flags |= INLINE_SUP;
		m.serial = ++g->serials;
		if (!m.note)
			return;
		g->pending = false;	/* its number stands close */
	}
	g_array_append_val(g->marks, m);
	if (m.ref || m.note)
		put(g, OBJECT, node_offset(n), g->marks->len - 1);
	else
		gather_children(g, n, g->marks->len - 1);
}

static void gather_children(struct gather *g, const struct node *n, guint mark)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (node_is(c, "list"))	/* follows the text of its item (doc/list.c) */
			continue;
		if (c->el)
			gather_element(g, c, mark);
		else
			gather_text(g, c, mark);
	}
}

static void set_nobreaks(struct gather *g)
{
	uint32_t *plain = g_new(uint32_t, g->n + 1);
	struct nobreaks customs = { .lang = NULL };

	for (size_t i = 0; i < g->n; i++)
		plain[i] = g->text[i].c;
	for (size_t i = 0; i < g->n; i++) {
		const char *lang;

		if (plain[i] != ' ')
			continue;
		lang = mark_of(g, g->text[i].mark)->lang;
		if (lang != customs.lang)
			customs = nobreaks_of(lang);
		g->text[i].c = nobreak_at(&customs, plain, g->n, i);
	}
	g_free(plain);
}

static bool same_mark(const struct mark *a, const struct mark *b)
{
	return a->flags == b->flags && a->href == b->href && a->isolate == b->isolate && a->serial == b->serial &&
	       strcmp(a->lang, b->lang) == 0;
}

static size_t bytes_of(const struct gather *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++)
		n += g->text[i].c < 0x80 ? 1 : (size_t)g_unichar_to_utf8(g->text[i].c, NULL);
	return n;
}

/* A run where the markup changes. */
static void write_runs(struct arena *a, const struct gather *g, const uint32_t *start, struct copy *out)
{
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct inline_run));

	for (size_t i = 0; i < g->n; i++) {
		guint mark = g->text[i].mark, before = i ? g->text[i - 1].mark : 0;
		const struct mark *m = mark_of(g, mark);

		if (i == 0 || (mark != before && !same_mark(m, mark_of(g, before)))) {
			struct inline_run run = { start[i], start[i], m->flags, m->lang, m->href, m->ref, m->note, m->isolate };

			g_array_append_val(runs, run);
		}
		g_array_index(runs, struct inline_run, runs->len - 1).end = start[i + 1];
	}
	out->nruns = runs->len;
	out->runs = arena_copy(a, runs->data, runs->len * sizeof(struct inline_run));
	g_array_free(runs, TRUE);
}

/* Text, places and runs into the arena. */
static void write_copy(struct arena *a, const struct gather *g, struct copy *out)
{
	size_t len = bytes_of(g), at = 0;
	char *text = arena_alloc(a, len + 1);
	uint32_t *start = g_new(uint32_t, g->n + 1);
	GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place_span));

	for (size_t i = 0; i < g->n; i++) {
		const struct character *c = &g->text[i];

		start[i] = (uint32_t)at;
		if (c->c < 0x80)
			text[at++] = (char)c->c;
		else
			at += (size_t)g_unichar_to_utf8(c->c, text + at);
		spans_add(places, start[i], c->offset);
	}
	start[g->n] = (uint32_t)at;
	write_runs(a, g, start, out);
	out->len = len;
	out->text = text;
	out->places = spans_end(a, places);
	g_free(start);
}

static void gather_start(struct gather *g, const struct copy_context *c, const char *lang)
{
	struct mark m = { .lang = lang };

	*g = (struct gather){ .context = c };
	g->marks = g_array_new(FALSE, FALSE, sizeof(struct mark));
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
	while (g->n && last_character(g) == LINE_SEPARATOR)
		g->n--;
	if (g->n == 0)
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
	g_free(g->text);
	return out;
}

struct copy *copy_of_node(const struct copy_context *c, const struct node *n, const char *lang)
{
	struct gather g;

	gather_start(&g, c, c->lang(c->self, n, lang));
	gather_children(&g, n, 0);
	return gather_end(&g, n, n->at);
}

struct copy *copy_of_text(const struct copy_context *c, const struct node *n, const char *value, struct src at, const char *lang)
{
	struct gather g;
	struct node text = { .text = value, .source = n->source, .at = at };
	uint32_t *offsets;
	size_t len = strlen(value);

	offsets = g_new(uint32_t, len + 1);
	for (size_t i = 0; i < len; i++)
		offsets[i] = i ? offsets[0] : node_offset(&text);
	text.offset = offsets;
	gather_start(&g, c, lang);
	gather_text(&g, &text, 0);
	g_free(offsets);
	return gather_end(&g, n, text.at);
}

struct copy *copy_of_attribute(const struct copy_context *c, const struct node *n, const char *attr, const char *lang)
{
	const char *value = node_get(n, attr);

	return value ? copy_of_text(c, n, value, node_attr_at(n, attr), lang) : NULL;
}

/* French puts a no-break space before the colon; Chinese and Japanese have one of their own. */
static const char *colon_of(const char *lang)
{
	const char *script = lang_script(lang);

	if (strncmp(lang, "fr", 2) == 0)
		return "\xc2\xa0: ";
	return strncmp(script, "Han", 3) == 0 || strcmp(script, "Jpan") == 0 ? "：" : ": ";
}

struct copy *copy_labelled(const struct copy_context *c, const struct copy *label, const struct copy *copy)
{
	const char *colon = colon_of(copy->lang);
	size_t ncolon = strlen(colon), n = label->len + ncolon;
	struct copy *out = arena_copy(c->a, copy, sizeof *copy);
	GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place_span));
	bool foreign = strcmp(label->lang, copy->lang) != 0;

	out->text = arena_printf(c->a, "%s%s%s", label->text, colon, copy->text);
	out->len = n + copy->len;
	spans_add_still(places, 0, spans_at(&copy->places, 0));	/* it is read with the text it stands before */
	spans_add_text(places, n, &copy->places, copy->len);
	out->places = spans_end(c->a, places);
	out->runs = arena_make_array(c->a, copy->nruns + 2, struct inline_run);
	out->runs[0] = (struct inline_run){ .end = label->len, .flags = INLINE_STRONG | (foreign ? INLINE_FOREIGN : 0), .lang = label->lang, .isolate = foreign };
	out->runs[1] = (struct inline_run){ .start = label->len, .end = n, .flags = INLINE_STRONG, .lang = copy->lang };
	out->nruns = 2 + copy->nruns;
	for (size_t i = 0; i < copy->nruns; i++) {
		struct inline_run *r = &out->runs[2 + i];

		*r = copy->runs[i];
		r->start += n;
		r->end += n;
		r->isolate += r->isolate ? foreign : 0;
	}
	return out;
}

struct src copy_at(const struct copy *c, size_t byte)
{
	/* Copies that the program makes itself (labels, numbers) stand where their element does. */
	if (!c->source || !c->places.n || c->len == 0)
		return c->at;
	byte = MIN(byte, c->len - 1);
	while (byte > 0 && ((unsigned char)c->text[byte] & 0xc0) == 0x80)
		byte--;
	return source_at(c->source, spans_at(&c->places, byte));
}
