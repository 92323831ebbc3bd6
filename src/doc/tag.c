/*
 * src/doc/tag.c - find one's way in a start tag of the source.
 */
#include "doc/tag.h"

#include <stdbool.h>
#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct tag_walk { const char *bytes; size_t i, n; };

/* The next attribute of a start tag: its name's place and length. false: the tag's end, w->i behind it. */
static bool next_attribute(struct tag_walk *w, size_t *name, size_t *len)
{
	while (w->i < w->n && (is_space(w->bytes[w->i]) || w->bytes[w->i] == '/'))
		w->i++;
	if (w->i >= w->n || w->bytes[w->i] == '>') {
		w->i += w->i < w->n;
		return false;
	}
	*name = w->i;
	while (w->i < w->n && !is_space(w->bytes[w->i]) && w->bytes[w->i] != '=')
		w->i++;
	*len = w->i - *name;
	while (w->i < w->n && w->bytes[w->i] != '"' && w->bytes[w->i] != '\'')
		w->i++;
	if (w->i < w->n) {
		const char *close = memchr(w->bytes + w->i + 1, w->bytes[w->i], w->n - w->i - 1);

		w->i = close ? (size_t)(close - w->bytes) + 1 : w->n;
	}
	return true;
}

static struct tag_walk walk_tag(const struct source *s, size_t lt)
{
	struct tag_walk w = { s->bytes, lt + 1, s->n };

	while (w.i < w.n && !is_space(w.bytes[w.i]) && w.bytes[w.i] != '>' && w.bytes[w.i] != '/')
		w.i++;
	return w;
}

size_t tag_end(const struct source *s, size_t lt)
{
	struct tag_walk w = walk_tag(s, lt);
	size_t name, len;

	while (next_attribute(&w, &name, &len))
		;
	return w.i;
}

size_t tag_attribute(const struct source *s, size_t lt, const char *name)
{
	struct tag_walk w = walk_tag(s, lt);
	size_t at, len;

	while (next_attribute(&w, &at, &len))
		if (strlen(name) == len && memcmp(w.bytes + at, name, len) == 0)
			return at;
	return lt;
}
