/* src/doc/layout_look.c - rules, tints and measures of tables, charts and recipes; where pull quotes and boxes may stand. */
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/layout_build.h"

static void in_range(struct layout_builder *b, const struct node *n, const char *attr, double *value, double least, double most, double otherwise)
{
	if (*value >= least && *value <= most)
		return;
	diag_add(b->d, D_LAYOUT, node_attr_at(n, attr), _("%s=\"%s\" is out of range: %g to %g%s; left out"), attr, node_get(n, attr), least, most, "");
	*value = otherwise;
}

/* The element, or what its attributes say where it is not written. */
static const struct node *element_of(struct layout_builder *b, const char *name)
{
	static const struct node none;
	const struct node *n = node_child(b->root, name);
	struct node *made;

	if (n)
		return n;
	made = arena_copy(b->a, &none, sizeof none);
	made->el = vocabulary_find(&layout_vocabulary, name);
	made->at = b->root->at;
	made->source = b->root->source;
	made->values = arena_make_array(b->a, 32, const char *);
	made->value_at = arena_make_array(b->a, 32, struct src);
	return made;
}

static void read_floats(struct layout_builder *b)
{
	static const char *const places[] = { "head", "foot", "inside", "straddle", "alone", NULL }, *const widths[] = { "column", "wide", "full", NULL },
		*const sizes[] = { "small", "normal", "large", NULL };
	const struct node *n = element_of(b, "pullquotes");

	b->l->quotes = (struct quote_rules){
		.places = words_of(n, "places", places), .widths = words_of(n, "widths", widths),
		.away = number_of(n, "away", 0),
	};
	for (int i = 0; i < 3; i++)
		b->l->quotes.sizes[i] = words_of(n, "sizes", sizes) >> i & 1;
	in_range(b, n, "away", &b->l->quotes.away, 0, b->l->lines, 0);
	n = element_of(b, "sidebars");
	b->l->sidebars = (struct sidebar_rules){ words_of(n, "places", places), words_of(n, "widths", widths) };
}

void layout_read_looks(struct layout_builder *b)
{
	const struct ink black = { layout_swatch(b->l, "black"), false, 1 }, rubric = { NULL, true, 1 };
	struct looks *k = &b->l->looks;
	const struct node *n = element_of(b, "tables");
	Pt width = layout_span_width(b->l, b->l->columns);

	k->table.rule = length_of(b, n, "rule", false);
	k->table.head_rule = length_of(b, n, "head-rule", false);
	k->table.ink = ink_of(b, n, black);
	k->table.stripe = percent_of(n, "stripe", 0);
	k->table.gap = length_of(b, n, "gap", false);
	in_range(b, n, "rule", &k->table.rule, 0, 10, 0.25);
	in_range(b, n, "head-rule", &k->table.head_rule, 0, 10, 0.75);
	in_range(b, n, "gap", &k->table.gap, 0, width / 4, 8);

	n = element_of(b, "charts");
	k->chart.ink = ink_of(b, n, rubric);
	k->chart.line = length_of(b, n, "line", false);
	k->chart.rule = length_of(b, n, "rule", false);
	k->chart.bar = number_of(n, "bar", 0.64);
	k->chart.lines = number_of(n, "lines", 12);
	in_range(b, n, "line", &k->chart.line, 0.25, 10, 1.75);
	in_range(b, n, "rule", &k->chart.rule, 0, 10, 0.25);
	in_range(b, n, "bar", &k->chart.bar, 0.1, 1, 0.64);
	in_range(b, n, "lines", &k->chart.lines, 4, b->l->lines, 12);

	n = element_of(b, "recipes");
	k->recipe.panel = length_of(b, n, "panel", false);
	k->recipe.tint = percent_of(n, "tint", -1);
	in_range(b, n, "panel", &k->recipe.panel, 20, width, 88);
	read_floats(b);
}
