/*
 * src/doc/schema.c - looking things up in a vocabulary, and writing it as RELAX NG.
 */
#include "doc/schema.h"

#include <string.h>
#include "doc/value.h"

const char *attribute_default(const struct attribute *at)
{
	return at->deflt && at->deflt[0] != '(' ? at->deflt : NULL;
}

const struct element *vocabulary_find(const struct vocabulary *v, const char *name)
{
	for (const struct element *e = v->elements; e->name; e++)
		if (strcmp(e->name, name) == 0)
			return e;
	return NULL;
}

static const char *const *group_members(const struct vocabulary *v, const char *name)
{
	static const char *const none[] = { NULL };

	for (const struct group *g = v->groups; g->name; g++)
		if (strcmp(g->name, name) == 0)
			return g->members;
	return none;
}

static bool row_covers(const struct vocabulary *v, const struct child *row, const char *name)
{
	if (row->name[0] != '%')
		return strcmp(row->name, name) == 0;
	for (const char *const *m = group_members(v, row->name); *m; m++)
		if (strcmp(*m, name) == 0)
			return true;
	return false;
}

int element_row(const struct vocabulary *v, const struct element *parent, const char *child)
{
	if (!parent->children)
		return -1;
	for (int i = 0; parent->children[i].name; i++)
		if (row_covers(v, &parent->children[i], child))
			return i;
	return -1;
}

bool element_allows(const struct vocabulary *v, const struct element *parent, const char *child, char *occurs)
{
	int row = element_row(v, parent, child);

	if (row >= 0 && occurs)
		*occurs = parent->children[row].occurs;
	return row >= 0;
}

size_t element_names(const struct vocabulary *v, const struct element *parent, const char **names, size_t max)
{
	size_t n = 0;

	for (const struct child *c = parent->children; c && c->name; c++) {
		const char *const single[] = { c->name, NULL };
		const char *const *m = c->name[0] == '%' ? group_members(v, c->name) : single;

		for (; *m && n + 1 < max; m++)
			names[n++] = *m;
	}
	names[n] = NULL;
	return n;
}

/* ---- RELAX NG ---- */

static void indent(FILE *out, int depth)
{
	for (int i = 0; i < depth; i++)
		fputs("  ", out);
}

/* Patterns and doc sentences hold & and < at most. */
static void escaped(const char *s, FILE *out)
{
	for (; *s; s++) {
		if (*s == '&')
			fputs("&amp;", out);
		else if (*s == '<')
			fputs("&lt;", out);
		else
			fputc(*s, out);
	}
}

static void write_doc(const char *doc, int depth, FILE *out)
{
	if (!doc)
		return;
	indent(out, depth);
	fputs("<a:documentation>", out);
	escaped(doc, out);
	fputs("</a:documentation>\n", out);
}

static void write_choice(const char *values, int depth, FILE *out)
{
	indent(out, depth);
	fputs("<choice>", out);
	for (const char *p = values; ; p++) {
		size_t n = strcspn(p, "|");

		fprintf(out, "<value>%.*s</value>", (int)n, p);
		p += n;
		if (!*p)
			break;
	}
	fputs("</choice>\n", out);
}

static void write_data(const struct value_form *f, int depth, FILE *out)
{
	indent(out, depth);
	fprintf(out, "<data type=\"%s\">", f->rng_type);
	if (f->min_length)
		fprintf(out, "<param name=\"minLength\">%s</param>", f->min_length);
	if (f->pattern) {
		fputs("<param name=\"pattern\">", out);
		escaped(f->pattern, out);
		fputs("</param>", out);
	}
	fputs("</data>\n", out);
}

static void write_value(const struct attribute *at, int depth, FILE *out)
{
	const struct value_form *f = value_form(at->type);

	if (f->list) {
		indent(out, depth++);
		fputs("<list><oneOrMore>\n", out);
	}
	if (at->values)
		write_choice(at->values, depth, out);
	else
		write_data(f, depth, out);
	if (f->list) {
		indent(out, --depth);
		fputs("</oneOrMore></list>\n", out);
	}
}

static void write_attribute(const struct attribute *at, int depth, FILE *out)
{
	if (!at->required) {
		indent(out, depth++);
		fputs("<optional>\n", out);
	}
	indent(out, depth);
	fprintf(out, "<attribute name=\"%s\">\n", at->name);
	write_doc(at->doc, depth + 1, out);
	write_value(at, depth + 1, out);
	indent(out, depth);
	fputs("</attribute>\n", out);
	if (!at->required) {
		indent(out, --depth);
		fputs("</optional>\n", out);
	}
}

/* An element that has a file of its own may be included instead. */
static bool is_included(const struct vocabulary *v, const char *name)
{
	for (const char *const *r = v->roots + 1; v->xinclude && *r; r++)
		if (strcmp(*r, name) == 0)
			return true;
	return false;
}

static void write_names(const struct vocabulary *v, const char *const *names, int depth, FILE *out)
{
	bool include = false;

	for (const char *const *m = names; *m; m++) {
		indent(out, depth);
		fprintf(out, "<ref name=\"%s\"/>\n", *m);
		include = include || is_included(v, *m);
	}
	if (include) {
		indent(out, depth);
		fputs("<ref name=\"xi.include\"/>\n", out);
	}
}

static const char *occurrence(char occurs)
{
	switch (occurs) {
	case '?': return "optional";
	case '*': return "zeroOrMore";
	case '+': return "oneOrMore";
	default:  return "group";
	}
}

static void write_child(const struct vocabulary *v, const struct child *c, int depth, FILE *out)
{
	const char *const single[] = { c->name, NULL };
	const char *const *names = c->name[0] == '%' ? group_members(v, c->name) : single;
	const char *wrap = occurrence(c->occurs);
	bool choice = c->name[0] == '%' || is_included(v, c->name);

	indent(out, depth);
	fprintf(out, "<%s>%s\n", wrap, choice ? "<choice>" : "");
	write_names(v, names, depth + 1, out);
	indent(out, depth);
	fprintf(out, "%s</%s>\n", choice ? "</choice>" : "", wrap);
}

static void write_content(const struct vocabulary *v, const struct element *e, FILE *out)
{
	static const char *const wrap[] = {
		[CONTENT_CHILDREN] = "interleave", [CONTENT_INLINE] = "mixed",
	};

	switch (e->content) {
	case CONTENT_EMPTY:
		fputs("      <empty/>\n", out);
		return;
	case CONTENT_PLAIN:
		fputs("      <text/>\n", out);
		return;
	case CONTENT_CHILDREN:
	case CONTENT_INLINE:
		break;
	}
	fprintf(out, "      <%s>\n", wrap[e->content]);
	for (const struct child *c = e->children; c && c->name; c++)
		write_child(v, c, 4, out);
	fprintf(out, "      </%s>\n", wrap[e->content]);
}

static void write_element(const struct vocabulary *v, const struct element *e, FILE *out)
{
	fprintf(out, "  <define name=\"%s\">\n    <element name=\"%s\">\n", e->name, e->name);
	write_doc(e->doc, 3, out);
	for (const struct attribute *at = e->attrs; at && at->name; at++)
		write_attribute(at, 3, out);
	write_content(v, e, out);
	fputs("    </element>\n  </define>\n", out);
}

void schema_write_rng(const struct vocabulary *v, FILE *out)
{
	fprintf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<!-- Made from the tables in src/doc by \"zivos schema %s\"; do not edit. -->\n"
		"<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
		"         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
		"         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\"\n"
		"         ns=\"%s\">\n  <start>\n    <choice>\n", v->roots[0], v->ns);
	for (const char *const *r = v->roots; *r; r++)
		fprintf(out, "      <ref name=\"%s\"/>\n", *r);
	fputs("    </choice>\n  </start>\n", out);
	for (const struct element *e = v->elements; e->name; e++)
		write_element(v, e, out);
	if (v->xinclude)
		fputs("  <define name=\"xi.include\">\n"
		      "    <element name=\"include\" ns=\"http://www.w3.org/2001/XInclude\">\n"
		      "      <attribute name=\"href\" ns=\"\"><data type=\"token\"><param name=\"minLength\">1</param></data></attribute>\n"
		      "      <empty/>\n    </element>\n  </define>\n", out);
	fputs("</grammar>\n", out);
}
