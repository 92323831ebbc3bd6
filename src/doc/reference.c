/* src/doc/reference.c - a vocabulary as HTML. English, as its sentences are. */
#include "doc/reference.h"
#include <stdbool.h>
#include <string.h>
#include "doc/value.h"

static const char head[] =
	"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>zivos: the vocabulary of %s</title>\n<style>\n"
	"body{font:16px/1.45 'Noto Sans',sans-serif;max-width:62rem;margin:2rem auto;padding:0 1.5rem;color:#222}\n"
	"h1{font-size:2.2rem;line-height:1.1}h2{margin:3rem 0 .3rem;border-top:3px solid #222;padding-top:.5rem}\n"
	"table{border-collapse:collapse;width:100%%;margin:.8rem 0}td,th{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-top:1px solid #ccc}\n"
	"th{font-size:.8rem;font-weight:600;color:#666}code{font:.95em 'Noto Sans Mono',monospace}img{max-width:20rem;max-height:16rem;border:1px solid #ccc;margin:.6rem 0}\n"
	"td img{max-width:13rem;max-height:7rem;margin:.2rem 0}.rows{color:#555}nav{columns:5;font-size:.9rem}\n</style></head><body>\n";

static void escaped(const char *s, FILE *out)
{
	for (; *s; s++)
		switch (*s) {
		case '&': fputs("&amp;", out); break;
		case '<': fputs("&lt;", out); break;
		case '>': fputs("&gt;", out); break;
		default:  fputc(*s, out);
		}
}

/* A profile for printing describes no page: nothing of it can be shown. */
static bool shows_elements(const struct vocabulary *v)
{
	return strcmp(v->roots[0], "print") != 0;
}

/* Elements whose attributes have a picture each: what one changes is the whole of what it does. */
static bool shows_attributes(const struct vocabulary *v, const struct element *e)
{
	return strcmp(v->roots[0], "layout") == 0 && strcmp(e->name, "style") == 0;
}

static void write_link(const char *name, FILE *out)
{
	fprintf(out, "<a href=\"#%s\"><code>%s</code></a>", name, name);
}

static void write_form(const struct attribute *at, FILE *out)
{
	const struct value_form *f = value_form(at->type);

	if (at->values) {
		for (const char *p = at->values; *p; p += strcspn(p, "|"), p += *p == '|') {
			fputs(p == at->values ? "<code>" : ", <code>", out);
			fwrite(p, 1, strcspn(p, "|"), out);
			fputs("</code>", out);
		}
		fputs(f->list ? ", several with spaces between" : "", out);
	} else {
		escaped(f->expected, out);
	}
}

static void write_default(const struct attribute *at, FILE *out)
{
	size_t n = at->deflt ? strlen(at->deflt) : 0;

	if (at->required) {
		fputs("<b>needed</b>", out);
	} else if (attribute_default(at)) {
		fputs("<code>", out);
		escaped(at->deflt, out);
		fputs("</code>", out);
	} else if (n > 2) {		/* words in brackets */
		char words[256];

		snprintf(words, sizeof words, "%.*s", (int)(n - 2), at->deflt + 1);
		escaped(words, out);
	}
}

static void write_attributes(const struct vocabulary *v, const struct element *e, FILE *out)
{
	if (!e->attrs || !e->attrs->name)
		return;
	fputs("<table><tr><th>attribute</th><th>meaning</th><th>value</th><th>unit</th><th>default</th></tr>\n", out);
	for (const struct attribute *at = e->attrs; at->name; at++) {
		const char *unit = value_form(at->type)->unit;

		fprintf(out, "<tr id=\"%s.%s\"><td><code>%s</code></td><td>", e->name, at->name, at->name);
		escaped(at->doc, out);
		if (shows_attributes(v, e))
			fprintf(out, "<br><img loading=\"lazy\" alt=\"\" src=\"%s-%s-%s.png\">", v->roots[0], e->name, at->name);
		fputs("</td><td>", out);
		write_form(at, out);
		fprintf(out, "</td><td>%s</td><td>", unit ? unit : "");
		write_default(at, out);
		fputs("</td></tr>\n", out);
	}
	fputs("</table>\n", out);
}

static const char *how_often(char occurs)
{
	switch (occurs) {
	case '1': return " (once)";
	case '?': return " (at most once)";
	case '+': return " (at least once)";
	default:  return "";
	}
}

static void write_children(const struct vocabulary *v, const struct element *e, FILE *out)
{
	const char *names[64];
	size_t n = e->children ? element_names(v, e, names, sizeof names / sizeof names[0]) : 0;

	fputs("<p class=\"rows\">Holds: ", out);
	if (e->content == CONTENT_EMPTY || (n == 0 && e->content == CONTENT_CHILDREN))
		fputs("nothing", out);
	if (e->content == CONTENT_INLINE || e->content == CONTENT_PLAIN)
		fputs(n ? "text, " : "text", out);
	for (size_t i = 0; i < n; i++) {
		char occurs = '*';

		element_allows(v, e, names[i], &occurs);
		fputs(i ? ", " : "", out);
		write_link(names[i], out);
		fputs(how_often(occurs), out);
	}
	fputs(".</p>\n", out);
}

static void write_parents(const struct vocabulary *v, const struct element *e, FILE *out)
{
	size_t n = 0;

	fputs("<p class=\"rows\">Stands in: ", out);
	for (const struct element *p = v->elements; p->name; p++) {
		if (!element_allows(v, p, e->name, NULL))
			continue;
		fputs(n++ ? ", " : "", out);
		write_link(p->name, out);
	}
	fputs(n ? ".</p>\n" : "a file of its own.</p>\n", out);
}

static void write_element(const struct vocabulary *v, const struct element *e, FILE *out)
{
	fprintf(out, "<h2 id=\"%s\"><code>&lt;%s&gt;</code></h2>\n<p>", e->name, e->name);
	escaped(e->doc, out);
	fputs("</p>\n", out);
	if (shows_elements(v))
		fprintf(out, "<img loading=\"lazy\" alt=\"\" src=\"%s-%s.png\">\n", v->roots[0], e->name);
	write_parents(v, e, out);
	write_children(v, e, out);
	write_attributes(v, e, out);
}

void reference_write(const struct vocabulary *v, FILE *out)
{
	fprintf(out, head, v->roots[0]);
	fprintf(out, "<h1>The vocabulary of %s %s</h1>\n<p>Namespace <code>%s</code>. Made from the tables in src/doc that zivos reads with%s.</p>\n<nav>",
		strchr("aeiou", v->roots[0][0]) ? "an" : "a", v->roots[0], v->ns, shows_elements(v) ? "; the pictures are set by zivos" : "");
	for (const struct element *e = v->elements; e->name; e++) {
		write_link(e->name, out);
		fputs("<br>", out);
	}
	fputs("</nav>\n", out);
	for (const struct element *e = v->elements; e->name; e++)
		write_element(v, e, out);
	fputs("</body></html>\n", out);
}
