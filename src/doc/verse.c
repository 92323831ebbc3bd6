/* src/doc/verse.c - <verse>, <stanza>, <line>, <couplet>, <half>. */
#include "doc/verse.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "doc/blocks.h"
#include "doc/node.h"

enum { INDENT_MAX = 12, EVERY_MAX = 100, NUMBER_MAX = 99999 };

struct poem { struct builder *b; GArray *lines; bool gap; int number; };

static void add_line(struct poem *p, struct verse_line line)
{
	if (!line.copy)
		return;
	line.gap = p->gap && p->lines->len > 0;
	line.number = p->number++;
	p->gap = false;
	g_array_append_val(p->lines, line);
}

static void add_couplet(struct poem *p, const struct node *n, const char *lang)
{
	struct verse_line line = { .copy = NULL };
	int halves = 0;

	for (const struct node *c = n->first; c; c = c->next) {
		if (!node_is(c, "half"))
			continue;
		if (++halves > 2) {
			diag_add(p->b->d, D_TOO_MANY, c->at, _("a third <half> in a <couplet>; only two are used. Begin another <couplet>"));
			break;
		}
		*(line.copy ? &line.half : &line.copy) = copy_of_node(&p->b->copies, c, lang);
	}
	if (halves == 1 && !n->cut)
		diag_add(p->b->d, D_MISSING, n->at, _("a <couplet> with one <half>; write both, or a <line>"));
	add_line(p, line);
}

/* Lines of the poem or of a stanza, which stands apart from what is before and after it. */
static void add_lines(struct poem *p, const struct node *n, const char *lang)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (node_is(c, "line")) {
			add_line(p, (struct verse_line){
				.copy = copy_of_node(&p->b->copies, c, lang),
				.indent = blocks_count(p->b, c, "indent", 0, INDENT_MAX, 0),
			});
		} else if (node_is(c, "couplet")) {
			add_couplet(p, c, names_lang(p->b, c, lang));
		} else if (node_is(c, "stanza")) {
			p->gap = true;
			add_lines(p, c, names_lang(p->b, c, lang));
			p->gap = true;
		}
	}
}

/* All lines and halves, one after the other. */
static void list_lines(struct builder *b, const struct verse *v, struct block *k)
{
	GPtrArray *items = g_ptr_array_new();

	for (size_t i = 0; i < v->n; i++) {
		if (v->lines[i].gap)
			g_ptr_array_add(items, NULL);
		g_ptr_array_add(items, v->lines[i].copy);
		if (v->lines[i].half)
			g_ptr_array_add(items, v->lines[i].half);
	}
	k->items = blocks_settle(b, items, &k->nitems);
}

void verse_read(struct builder *b, const struct node *n, struct block *k)
{
	struct verse *v = arena_make(b->a, struct verse);
	struct poem p = { b, g_array_new(FALSE, FALSE, sizeof(struct verse_line)), false, 1 };

	v->every = blocks_count(b, n, "numbers", 0, EVERY_MAX, -1);
	p.number = blocks_count(b, n, "start", 1, NUMBER_MAX, 1);
	add_lines(&p, n, k->lang);
	v->n = p.lines->len;
	v->lines = arena_copy(b->a, p.lines->data, p.lines->len * sizeof(struct verse_line));
	g_array_free(p.lines, TRUE);
	k->verse = v;
	list_lines(b, v, k);
	k->by = copy_of_attribute(&b->copies, n, "by", k->lang);
}
