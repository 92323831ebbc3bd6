/* src/doc/reference.c - a vocabulary as HTML. English, as its sentences are. */
#include "doc/reference.h"
#include <stdbool.h>
#include <string.h>
#include "doc/value.h"

static const char head[] =
	"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
	"<title>zivos: the vocabulary of %s</title>\n<style>\n"
	"body{font:16px/1.45 'Noto Sans',sans-serif;max-width:64rem;margin:2rem auto;padding:0 1.5rem;color:#222}a{color:#0a58a6}\n"
	"h1{font-size:2.2rem;line-height:1.1}h2{font-size:1.6rem;margin:4rem 0 0;border-top:4px solid #222;padding-top:.5rem}\n"
	"h3{font-size:1.2rem;margin:2.5rem 0 .3rem;border-top:1px solid #222;padding-top:.5rem}\n"
	"table{border-collapse:collapse;width:100%%;margin:.8rem 0}td,th{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-top:1px solid #ccc}\n"
	"th{font-size:.8rem;font-weight:600;color:#666}td:first-child{white-space:nowrap}code,pre{font:.9em/1.4 'Noto Sans Mono',monospace}\n"
	"h3 code{font-weight:700}pre.long{max-height:32rem}pre{background:#f5f3ee;padding:.8rem 1rem;margin:0;overflow:auto}.rows{color:#555;margin:.3rem 0}nav p{margin:.2rem 0}nav b{display:inline-block;min-width:19rem}\n"
	".example{display:flex;flex-wrap:wrap;gap:1.2rem;align-items:flex-start;margin:.8rem 0}.example pre{flex:1 1 24rem;min-width:0;box-sizing:border-box}\n"
	"figure.show{display:flex;flex-wrap:wrap;gap:1.2rem;margin:0}figure.show p{margin:.2rem 0 0}.example .show{flex:0 1 auto}\n"
	"img{border:1px solid #ccc;max-width:100%%;height:auto}tr.shown td{border-top:0;padding:.2rem 0 1rem;white-space:normal}.nothing{color:#666;margin:0}\n"
	"</style></head><body>\n";

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

static void write_attributes(const struct element *e, FILE *out)
{
	if (!e->attrs || !e->attrs->name)
		return;
	fputs("<table><tr><th>attribute</th><th>meaning</th><th>value</th><th>unit</th><th>default</th></tr>\n", out);
	for (const struct attribute *at = e->attrs; at->name; at++) {
		const char *unit = value_form(at->type)->unit;

		fprintf(out, "<tr id=\"%s.%s\"><td><code>%s</code></td><td>", e->name, at->name, at->name);
		escaped(at->doc, out);
		fputs("</td><td>", out);
		write_form(at, out);
		fprintf(out, "</td><td>%s</td><td>", unit ? unit : "");
		write_default(at, out);
		fprintf(out, "</td></tr>\n<!--show %s.%s-->\n", e->name, at->name);
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
	fprintf(out, "<h3 id=\"%s\"><code>&lt;%s&gt;</code></h3>\n<p>", e->name, e->name);
	escaped(e->doc, out);
	fprintf(out, "</p>\n<!--show %s-->\n", e->name);
	write_parents(v, e, out);
	write_children(v, e, out);
	write_attributes(e, out);
}

/* The chapter that begins with the element; NULL: none does. */
static const struct chapter *chapter_at(const struct vocabulary *v, const struct element *e)
{
	for (const struct chapter *c = v->chapters; c && c->first; c++)
		if (strcmp(c->first, e->name) == 0)
			return c;
	return NULL;
}

static void write_contents(const struct vocabulary *v, FILE *out)
{
	fputs("<nav>\n<p>", out);
	for (const struct element *e = v->elements; e->name; e++) {
		const struct chapter *c = chapter_at(v, e);

		if (c)
			fprintf(out, "%s<b><a href=\"#in-%s\">%s</a></b> ", e == v->elements ? "" : "</p>\n<p>", c->first, c->title);
		write_link(e->name, out);
		fputc(' ', out);
	}
	fputs("</p>\n</nav>\n", out);
}

void reference_write(const struct vocabulary *v, FILE *out)
{
	fprintf(out, head, v->roots[0]);
	fprintf(out, "<h1>The vocabulary of %s %s</h1>\n<p>Made from the table that zivos reads with; its namespace is <code>%s</code>.</p>\n<!--introduction-->\n",
		strchr("aeiou", v->roots[0][0]) ? "an" : "a", v->roots[0], v->ns);
	write_contents(v, out);
	for (const struct element *e = v->elements; e->name; e++) {
		const struct chapter *c = chapter_at(v, e);

		if (c)
			fprintf(out, "<h2 id=\"in-%s\">%s</h2>\n", c->first, c->title);
		write_element(v, e, out);
	}
	fputs("</body></html>\n", out);
}
