/* src/doc/layout_attr.c - what attributes of a layout say: lengths, numbers, names of inks. */
#include "doc/layout_build.h"

#include <assert.h>
#include <glib.h>
#include <string.h>
#include "base/i18n.h"

const char *const align_names[] = { "justify", "start", "end", "center", NULL };
const char *const caption_names[] = { "below", "beside", "over", NULL };

size_t count_children(const struct node *n, const char *name)
{
	size_t count = 0;

	for (const struct node *c = n ? n->first : NULL; c; c = c->next)
		count += node_is(c, name);
	return count;
}

Pt length_of(struct layout_builder *b, const struct node *n, const char *attr, bool vertical)
{
	const char *s = node_get(n, attr);
	struct length len;

	if (!s || !parse_length(s, &len))
		return 0;
	switch (len.unit) {
	case UNIT_PT: return len.n;
	case UNIT_MM: return pt_from_mm((Mm){ len.n });
	case UNIT_GR: break;
	}
	assert(vertical);		/* the attribute's row says ATTR_HEIGHT; elsewhere the reader takes no gr */
	return len.n * b->l->leading;
}

double number_of(const struct node *n, const char *attr, double otherwise)
{
	const char *s = node_get(n, attr);
	double x;

	return s && parse_number(s, &x) ? x : otherwise;
}

int int_of(const struct node *n, const char *attr, int otherwise)
{
	return (int)number_of(n, attr, otherwise);
}

double percent_of(const struct node *n, const char *attr, double otherwise)
{
	const char *s = node_get(n, attr);
	double x;

	return s && parse_percent(s, &x) ? x : otherwise;
}

bool yes_of(const struct node *n, const char *attr, bool otherwise)
{
	const char *s = node_get(n, attr);

	return s ? strcmp(s, "yes") == 0 : otherwise;
}

int choice_of(const struct node *n, const char *attr, const char *const *values, int otherwise)
{
	const char *s = node_get(n, attr);

	for (int i = 0; s && values[i]; i++)
		if (strcmp(values[i], s) == 0)
			return i;
	return otherwise;
}

unsigned words_of(const struct node *n, const char *attr, const char *const *names)
{
	unsigned bits = 0;

	for (const char *p = node_get(n, attr); p && *p; p += *p == ' ') {
		size_t len = strcspn(p, " ");

		for (int i = 0; names[i]; i++)
			if (strlen(names[i]) == len && memcmp(names[i], p, len) == 0)
				bits |= 1u << i;
		p += len;
	}
	return bits;
}

void report_unknown_name(struct layout_builder *b, const struct node *n, const char *attr, const char *what,
			 const char **names)
{
	const char *near = nearest_name(node_get(n, attr), names);

	if (near)
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s; did you mean %s?"),
			 attr, node_get(n, attr), what, near);
	else
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s"),
			 attr, node_get(n, attr), what);
	g_free(names);
}

struct ink ink_of(struct layout_builder *b, const struct node *n, struct ink otherwise)
{
	const char *name = node_get(n, "ink");
	struct ink ink = otherwise;
	const char **names;

	if (!name) {
		ink.tint = percent_of(n, "tint", otherwise.tint);
		return ink;
	}
	ink = (struct ink){ layout_swatch(b->l, name), strcmp(name, "rubric") == 0, percent_of(n, "tint", 1) };
	if (ink.rubric)
		ink.swatch = NULL;
	if (ink.swatch || ink.rubric)
		return ink;
	names = g_new0(const char *, b->l->nswatches + 2);
	for (size_t i = 0; i < b->l->nswatches; i++)
		names[i] = b->l->swatches[i].name;
	names[b->l->nswatches] = "rubric";
	report_unknown_name(b, n, "ink", _("swatch"), names);
	return otherwise;
}

void check_unique(struct layout_builder *b, const struct node *parent, const char *name, const char *attr)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (const struct node *c = parent->first; c; c = c->next) {
		const char *value = node_is(c, name) ? node_get(c, attr) : NULL;

		if (value && !g_hash_table_add(seen, (gpointer)value))
			diag_add(b->d, D_DUPLICATE, node_attr_at(c, attr), _("a second <%s> with %s=\"%s\"; the first one counts"),
				 name, attr, value);
	}
	g_hash_table_destroy(seen);
}
