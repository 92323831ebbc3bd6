/*
 * src/doc/include.c - included files.
 *
 * They are read by a parser of their own from inside the callback, into the same
 * tree: that keeps their places, and needs no second pass.
 */
#include "doc/reader.h"

#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/check.h"
#include "doc/path.h"
#include "doc/source.h"
#include "doc/value.h"

static bool is_open(const struct reader *r, const char *real)
{
	for (; r; r = r->outer)
		if (strcmp(r->real, real) == 0)
			return true;
	return false;
}

/* The name by which an included file is shown: beside the including file's. */
static char *shown_path(const struct source *from, const char *href, const char *real)
{
	const char *slash = strrchr(from->path, '/');
	const char *name = path_inside(real, from->folder) ? real + strlen(from->folder) + 1 : href;

	return slash ? g_strdup_printf("%.*s/%s", (int)(slash - from->path), from->path, name) : g_strdup(name);
}

static const char *include_href(struct reader *r, const struct raw_attribute *raw, int nraw, size_t lt)
{
	const char *href = NULL;

	for (int i = 0; i < nraw; i++) {
		char *name = attribute_name(&raw[i]);

		if (strcmp(name, "href") == 0)
			href = attribute_ampersands(arena_strndup(r->load->a, raw[i].value, (size_t)(raw[i].end - raw[i].value)));
		else
			diag_add(r->load->d, D_UNKNOWN_ATTRIBUTE, reader_attribute_at(r, lt, name),
				 _("unknown attribute %s of <%s>; allowed here: %s"), name, "xi:include", "href");
		g_free(name);
	}
	if (!href)
		diag_add(r->load->d, D_MISSING, source_at(r->src, lt), _("<%s> lacks the attribute %s; expected %s"),
			 "xi:include", "href", _(value_form(ATTR_FILE)->expected));
	else if (href[strspn(href, " \t\r\n")] == '\0')
		diag_add(r->load->d, D_BAD_VALUE, reader_attribute_at(r, lt, "href"), _("%s=\"%s\" of <%s>: expected %s"),
			 "href", href, "xi:include", _(value_form(ATTR_FILE)->expected));
	else
		return href;
	return NULL;
}

/* Whether a file may be included in the open element; counts as what it would hold. */
static bool include_allowed(struct reader *r, struct src at)
{
	const struct vocabulary *v = r->load->v;
	struct frame *f = reader_top(r);
	bool allowed = false;

	for (const char *const *root = v->roots + 1; *root; root++)
		allowed = allowed || element_row(v, f->node->el, *root) >= 0;
	if (!allowed)
		diag_add(r->load->d, D_INCLUDE, at, _("no file can be included in <%s>; only where an <%s> may stand"),
			 f->node->el->name, v->roots[1]);
	return allowed;
}

static void count_included(struct reader *r)
{
	const struct vocabulary *v = r->load->v;
	struct frame *f = reader_top(r);

	for (const char *const *root = v->roots + 1; *root; root++) {
		int row = element_row(v, f->node->el, *root);

		if (row >= 0)
			f->counts[row]++;
	}
}

void include_read(struct reader *r, const struct raw_attribute *raw, int nraw, size_t lt)
{
	struct load *l = r->load;
	const char *href;
	struct src at = source_at(r->src, lt);
	struct reader inner = { .load = l, .outer = r };
	char *shown;

	if (!include_allowed(r, at))
		return;
	href = include_href(r, raw, nraw, lt);
	/* Whatever happens to it, the author meant one to stand here. */
	count_included(r);
	if (!href)
		return;
	inner.real = path_resolve(l->a, r->src->folder, href, l->inside, D_INCLUDE, reader_attribute_at(r, lt, "href"), l->d);
	if (!inner.real)
		return;
	if (is_open(r, inner.real)) {
		diag_add(l->d, D_INCLUDE, at, _("%s includes itself; left out"), href);
		return;
	}
	if (l->includes_left-- <= 0) {
		diag_add(l->d, D_INCLUDE, at, _("more than %d files are included; left out"), INCLUDES_MAX);
		return;
	}
	shown = shown_path(r->src, href, inner.real);
	inner.src = source_read(l->a, shown, inner.real, &l->bytes_left, l->d);
	g_free(shown);
	if (inner.src)
		reader_parse(&inner);
}
