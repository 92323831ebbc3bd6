/* src/doc/node.c - a file read into a tree, and the tree asked. */
#include "doc/node.h"

#include <string.h>
#include "base/arena.h"
#include "doc/path.h"
#include "doc/reader.h"
#include "doc/source.h"
#include "doc/value.h"

struct node *node_read(struct arena *a, struct arena *texts, const struct vocabulary *v, const char *path,
		       const char *inside, struct diag *d)
{
	struct load l = { .a = a, .texts = texts, .v = v, .d = d, .bytes_left = SOURCE_TOTAL_MAX, .includes_left = INCLUDES_MAX };
	struct reader r = { .load = &l };

	r.real = path_real(a, path);
	r.src = source_read(a, path, r.real ? r.real : path, &l.bytes_left, d);
	if (!r.src || !r.real)
		return NULL;
	l.inside = inside ? inside : r.src->folder;
	l.frames = g_array_new(FALSE, FALSE, sizeof(struct frame));
	xmlInitParser();
	reader_parse(&r);
	g_array_free(l.frames, TRUE);
	return l.root;
}

/* ---- reading the tree ---- */

bool node_is(const struct node *n, const char *name)
{
	return n->el && strcmp(n->el->name, name) == 0;
}

static int attribute_index(const struct node *n, const char *attr)
{
	for (int i = 0; n->el && n->el->attrs && n->el->attrs[i].name; i++)
		if (strcmp(n->el->attrs[i].name, attr) == 0)
			return i;
	return -1;
}

const char *node_get(const struct node *n, const char *attr)
{
	int i = attribute_index(n, attr);

	if (i < 0)
		return NULL;
	return n->values[i] ? n->values[i] : attribute_default(&n->el->attrs[i]);
}

struct src node_attr_at(const struct node *n, const char *attr)
{
	int i = attribute_index(n, attr);

	return i >= 0 && n->value_at[i].file ? n->value_at[i] : n->at;
}

const struct node *node_child(const struct node *n, const char *name)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, name))
			return c;
	return NULL;
}
