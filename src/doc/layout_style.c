/*
 * src/doc/layout_style.c - the styles of a layout, with their parents' properties.
 *
 * A style may stand before its parent, so each is read when it is first asked
 * for; one that is asked for while it is being read is its own ancestor.
 */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/layout_build.h"

enum state { UNREAD, READING, READ };

struct style_reader {
	struct layout_builder *b;
	const struct node **nodes;	/* of styles[i] */
	enum state *states;
};

/* The properties that are one number, with what they may be. */
enum property_kind { PROPERTY_ACROSS, PROPERTY_DOWN, PROPERTY_NUMBER };

static const struct property {
	const char *attr;
	enum property_kind kind;
	size_t offset;
	double least, most;
} properties[] = {
	{ "size",           PROPERTY_ACROSS, offsetof(struct style, size), 1, 500 },
	{ "leading",        PROPERTY_DOWN,   offsetof(struct style, leading), 1, 1000 },
	{ "indent",         PROPERTY_ACROSS, offsetof(struct style, indent), -200, 200 },
	{ "hang",           PROPERTY_ACROSS, offsetof(struct style, hang), 0, 200 },
	{ "rule",           PROPERTY_ACROSS, offsetof(struct style, rule), 0, 20 },
	{ "edge-size",      PROPERTY_ACROSS, offsetof(struct style, edge_size), 0, 500 },
	{ "tracking",       PROPERTY_NUMBER, offsetof(struct style, tracking), -0.5, 2 },
	{ "track-limit",    PROPERTY_NUMBER, offsetof(struct style, track_limit), 0, 0.2 },
	{ "expand-limit",   PROPERTY_NUMBER, offsetof(struct style, expand_limit), 0, 0.1 },
	{ "space",          PROPERTY_NUMBER, offsetof(struct style, space), 0.3, 3 },
	{ "space-shrink",   PROPERTY_NUMBER, offsetof(struct style, space_shrink), 0, 0.9 },
	{ "space-stretch",  PROPERTY_NUMBER, offsetof(struct style, space_stretch), 0, 10 },
	{ "protrusion",     PROPERTY_NUMBER, offsetof(struct style, protrusion), 0, 1 },
	{ "hyphen-penalty", PROPERTY_NUMBER, offsetof(struct style, hyphen_penalty), -10000, 10000 },
	{ "contrast",       PROPERTY_NUMBER, offsetof(struct style, contrast), 0, 100 },
	{ "runt",           PROPERTY_NUMBER, offsetof(struct style, runt), 0, 20 },
	{ "before",         PROPERTY_NUMBER, offsetof(struct style, before), 0, 100 },
	{ "after",          PROPERTY_NUMBER, offsetof(struct style, after), 0, 100 },
};

static const struct { const char *attr; size_t offset; } switches[] = {
	{ "italic",    offsetof(struct style, italic) },
	{ "hyphenate", offsetof(struct style, hyphenate) },
	{ "upper",     offsetof(struct style, upper) },
	{ "capital-sharp-s", offsetof(struct style, sharp_s) },
	{ "small-caps", offsetof(struct style, small_caps) },
	{ "tabular",   offsetof(struct style, tabular) },
	{ "balance",   offsetof(struct style, balance) },
	{ "cling",     offsetof(struct style, cling) },
	{ "hang-quotes", offsetof(struct style, hang_quotes) },
};

static const struct { const char *attr; size_t offset; int least, most; } counts[] = {
	{ "weight",    offsetof(struct style, weight), 100, 900 },
	{ "width",     offsetof(struct style, width), 62, 100 },
	{ "dropcap",   offsetof(struct style, dropcap), 0, 12 },
	{ "line-numbers", offsetof(struct style, line_numbers), 0, 100 },
	{ "ladder",    offsetof(struct style, ladder), 0, 4 },
	{ "looseness", offsetof(struct style, looseness), -1, 1 },
	{ "hyphen-before", offsetof(struct style, hyphen_before), 0, 20 },
	{ "hyphen-after", offsetof(struct style, hyphen_after), 0, 20 },
};

static void read_property(struct layout_builder *b, const struct node *n, const struct property *p, struct style *s)
{
	double *field = (double *)((char *)s + p->offset), value, most = p->most;

	if (p->kind == PROPERTY_DOWN)		/* a line higher than the grid has no place in any column */
		most = MIN(most, b->l->lines * b->l->leading);
	if (!node_get(n, p->attr))
		return;
	value = p->kind == PROPERTY_NUMBER ? number_of(n, p->attr, 0) : length_of(b, n, p->attr, p->kind == PROPERTY_DOWN);
	if (value >= p->least && value <= most)
		*field = value;
	else
		diag_add(b->d, D_LAYOUT, node_attr_at(n, p->attr), _("%s=\"%s\" is out of range: %g to %g%s; left out"), p->attr,
			 node_get(n, p->attr), p->least, most, p->kind == PROPERTY_NUMBER ? "" : "pt");
}

static void read_counts(struct layout_builder *b, const struct node *n, struct style *s)
{
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		int *field = (int *)((char *)s + counts[i].offset);
		int value = int_of(n, counts[i].attr, *field);

		if (value >= counts[i].least && value <= counts[i].most)
			*field = value;
		else
			diag_add(b->d, D_LAYOUT, node_attr_at(n, counts[i].attr), _("%s=\"%s\" is out of range: %g to %g%s; left out"),
				 counts[i].attr, node_get(n, counts[i].attr), (double)counts[i].least, (double)counts[i].most, "");
	}
}

static void read_family_name(struct layout_builder *b, const struct node *n, struct style *s)
{
	const char *name = node_get(n, "family");
	const char **names;

	if (!name)
		return;
	for (size_t i = 0; i < b->l->nfamilies; i++)
		if (strcmp(b->l->families[i].name, name) == 0) {
			s->family = &b->l->families[i];
			return;
		}
	names = g_new0(const char *, b->l->nfamilies + 1);
	for (size_t i = 0; i < b->l->nfamilies; i++)
		names[i] = b->l->families[i].name;
	report_unknown_name(b, n, "family", _("family"), names);
}

static const char **style_names(const struct layout *l)
{
	const char **names = g_new0(const char *, l->nstyles + 1);

	for (size_t i = 0; i < l->nstyles; i++)
		names[i] = l->styles[i].name;
	return names;
}

static void read_style(struct style_reader *r, size_t i);

struct style style_natural(void)
{
	return (struct style){
		.weight = 400, .width = 100, .align = ALIGN_START,
		.space = 1, .space_shrink = 0.4, .space_stretch = 0.5,
		.track_limit = 0.01, .expand_limit = 0.02, .hyphen_penalty = 50, .ladder = 2, .contrast = 1, .runt = 2.5,
	};
}

/* The parent's properties, or the ones a style has by nature. */
static struct style inherited(struct style_reader *r, size_t i)
{
	struct layout *l = r->b->l;
	const struct node *n = r->nodes[i];
	const char *parent = node_get(n, "parent");
	struct style plain = style_natural();

	plain.family = &l->families[0];
	plain.leading = l->leading;
	plain.ink = (struct ink){ layout_swatch(l, "black"), false, 1 };
	if (!parent)
		return plain;
	for (size_t k = 0; k < l->nstyles; k++) {
		if (strcmp(l->styles[k].name, parent) != 0)
			continue;
		if (r->states[k] == READING) {
			diag_add(r->b->d, D_LAYOUT, node_attr_at(n, "parent"),
				 _("style %s is its own ancestor through parent=\"%s\""), l->styles[i].name, parent);
			return plain;
		}
		read_style(r, k);
		return l->styles[k];
	}
	report_unknown_name(r->b, n, "parent", _("style"), style_names(l));
	return plain;
}

/* "onum native": one word for the figures' form, one for the digits; what is not given is inherited. */
static void read_numerals(const struct node *n, struct style *s)
{
	const char *words = node_get(n, "numerals");

	if (!words)
		return;
	if (strstr(words, "lnum"))
		s->numerals = "lnum";
	else if (strstr(words, "onum"))
		s->numerals = "onum";
	if (strstr(words, "native"))
		s->digits = DIGITS_NATIVE;
	else if (strstr(words, "latin"))
		s->digits = DIGITS_LATIN;
}

static void read_style(struct style_reader *r, size_t i)
{
	struct layout_builder *b = r->b;
	const struct node *n = r->nodes[i];
	struct style s;

	if (r->states[i] == READ)
		return;
	r->states[i] = READING;
	s = inherited(r, i);
	s.name = b->l->styles[i].name;
	read_family_name(b, n, &s);
	s.ink = ink_of(b, n, s.ink);
	s.align = (enum align)choice_of(n, "align", align_names, (int)s.align);
	read_numerals(n, &s);
	for (size_t k = 0; k < sizeof properties / sizeof properties[0]; k++)
		read_property(b, n, &properties[k], &s);
	for (size_t k = 0; k < sizeof switches / sizeof switches[0]; k++) {
		bool *field = (bool *)((char *)&s + switches[k].offset);

		*field = yes_of(n, switches[k].attr, *field);
	}
	read_counts(b, n, &s);
	if (s.size <= 0) {
		diag_add(b->d, D_LAYOUT, n->at, _("style %s has no size, nor has a parent of it; set in 9pt"), s.name);
		s.size = 9;
	}
	b->l->styles[i] = s;
	r->states[i] = READ;
}

void layout_read_styles(struct layout_builder *b)
{
	struct layout *l = b->l;
	size_t n = count_children(b->root, "style");
	struct style_reader r = { .b = b };

	r.nodes = g_new0(const struct node *, n + 1);
	r.states = g_new0(enum state, n + 1);
	l->styles = arena_make_array(b->a, n, struct style);
	check_unique(b, b->root, "style", "name");
	for (const struct node *c = b->root->first; c; c = c->next)
		if (node_is(c, "style") && node_get(c, "name")) {
			r.nodes[l->nstyles] = c;
			l->styles[l->nstyles++].name = node_get(c, "name");
		}
	for (size_t i = 0; i < l->nstyles; i++)
		read_style(&r, i);
	g_free(r.nodes);
	g_free(r.states);
}

const struct style *style_of(struct layout_builder *b, const struct node *n, const char *attr)
{
	const char *name = node_get(n, attr);
	const struct style *s = name ? layout_style(b->l, name) : NULL;

	if (!name || s)
		return s;
	report_unknown_name(b, n, attr, _("style"), style_names(b->l));
	return layout_style(b->l, "text");
}
