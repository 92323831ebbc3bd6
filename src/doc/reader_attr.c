/* src/doc/reader_attr.c - the attributes of a start tag against the rows of its element. */
#include "doc/reader.h"

#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/check.h"
#include "doc/value.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char *attribute_name(const struct raw_attribute *at)
{
	return at->prefix ? g_strdup_printf("%s:%s", at->prefix, at->local) : g_strdup(at->local);
}

/* Runs of white space to one space, none at the ends. */
static char *collapsed(struct arena *a, const char *s, size_t n)
{
	char *out = arena_strndup(a, s, n), *w = out;

	for (size_t i = 0; i < n; i++) {
		bool space = is_space(s[i]);

		if (!space)
			*w++ = s[i];
		else if (w > out && w[-1] != ' ')
			*w++ = ' ';
	}
	if (w > out && w[-1] == ' ')
		w--;
	*w = '\0';
	return out;
}

char *attribute_ampersands(char *s)
{
	char *w = s;

	for (const char *c = s; *c; c++) {
		*w++ = *c;
		if (g_str_has_prefix(c, "&#38;"))
			c += strlen("&#38;") - 1;
	}
	*w = '\0';
	return s;
}

/* One mistake, one message: what was meant does not lack. */
static void mark_meant(const struct node *n, struct src *value_at, const char *meant, struct src at)
{
	for (size_t i = 0; meant && n->el->attrs[i].name; i++)
		if (strcmp(n->el->attrs[i].name, meant) == 0)
			value_at[i] = at;
}

static void take_attribute(struct reader *r, struct node *n, struct src *value_at,
			   const struct raw_attribute *raw, size_t lt)
{
	struct load *l = r->load;
	char *name = attribute_name(raw);
	struct src at = reader_attribute_at(r, lt, name);
	const struct attribute *attr = n->el->attrs;
	size_t i = 0;
	char *value;

	while (attr && attr[i].name && strcmp(attr[i].name, name) != 0)
		i++;
	if (!attr || !attr[i].name) {
		mark_meant(n, value_at, check_unknown_attribute(n->el, name, at, l->d), at);
		goto out;
	}
	value_at[i] = at;
	if (value_form(attr[i].type)->verbatim)
		value = arena_strndup(l->a, raw->value, (size_t)(raw->end - raw->value));
	else
		value = collapsed(l->a, raw->value, (size_t)(raw->end - raw->value));
	attribute_ampersands(value);
	if (value_fits(&attr[i], value))
		n->values[i] = value;
	else
		check_bad_value(n->el, &attr[i], value, at, l->d);
out:
	g_free(name);
}

void attributes_take(struct reader *r, struct node *n, const struct raw_attribute *raw, int nraw, size_t lt)
{
	size_t nattrs = 0;
	struct src *at;

	while (n->el->attrs && n->el->attrs[nattrs].name)
		nattrs++;
	n->values = arena_make_array(r->load->a, nattrs, const char *);
	n->value_at = at = arena_make_array(r->load->a, nattrs, struct src);
	for (int i = 0; i < nraw; i++)
		take_attribute(r, n, at, &raw[i], lt);
	/* A bad value or a misspelt name has been reported: it has a place, so it is not missing. */
	for (size_t i = 0; i < nattrs; i++)
		if (n->el->attrs[i].required && !n->values[i] && !at[i].file)
			check_missing_attribute(n->el, &n->el->attrs[i], n->at, r->load->d);
}
