/*
 * src/doc/check.c - messages about what the vocabulary does not allow.
 */
#include "doc/check.h"

#include <glib.h>
#include <string.h>
#include "base/i18n.h"
#include "doc/node.h"
#include "doc/value.h"

enum { NAMES_MAX = 64, QUOTE_MAX = 30 };

/* Names that people bring along from HTML and from other magazines. */
static const struct { const char *habit, *name; } habits[] = {
	{ "a", "link" }, { "abstract", "standfirst" }, { "antwort", "answer" }, { "aside", "box" }, { "b", "strong" }, { "bayt", "couplet" }, { "beyt", "couplet" }, { "bild", "picture" },
	{ "blockquote", "pullquote" }, { "fn", "note" }, { "footnote", "note" }, { "frage", "question" }, { "h1", "headline" }, { "h2", "subhead" }, { "h3", "subhead" },
	{ "head", "headline" }, { "heading", "subhead" }, { "i", "em" }, { "image", "picture" },
	{ "img", "picture" }, { "intro", "standfirst" }, { "lead", "standfirst" }, { "li", "item" },
	{ "linebreak", "br" }, { "misra", "half" }, { "ol", "list" }, { "para", "p" }, { "paragraph", "p" }, { "photo", "picture" },
	{ "poem", "verse" }, { "q", "pullquote" }, { "quote", "pullquote" }, { "sidebar", "box" }, { "span", "foreign" }, { "strophe", "stanza" },
	{ "td", "cell" }, { "teaser", "standfirst" }, { "text", "p" }, { "th", "cell" }, { "tr", "row" }, { "title", "headline" }, { "ul", "list" },
};

static const char *habit_of(const char *name)
{
	for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++)
		if (g_ascii_strcasecmp(habits[i].habit, name) == 0)
			return habits[i].name;
	return NULL;
}

static bool has_name(const char *const *names, const char *name)
{
	for (; *names; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

/* "<a>, <b>, <c>"; g_string_free() it. */
static GString *angled_list(const char *const *names)
{
	GString *s = g_string_new(NULL);

	for (size_t i = 0; names[i]; i++)
		g_string_append_printf(s, "%s<%s>", i ? ", " : "", names[i]);
	return s;
}

/* The elements that allow name, at most a few. */
static GString *homes_of(const struct vocabulary *v, const char *name)
{
	const char *homes[7];
	size_t n = 0;

	for (const struct element *e = v->elements; e->name && n < 6; e++)
		if (element_allows(v, e, name, NULL))
			homes[n++] = e->name;
	homes[n] = NULL;
	return angled_list(homes);
}

static int row_of(const struct element *e, const char *name)
{
	for (int i = 0; e->children && e->children[i].name; i++)
		if (strcmp(e->children[i].name, name) == 0)
			return i;
	return -1;
}

/* Where an element has its place beside the one it stands in, wherever that is: 1 after it, -1 before it, 0: not there. */
static int beside(const struct vocabulary *v, const struct element *parent, const char *name)
{
	int side = 0;

	for (const struct element *e = v->elements; e->name; e++) {
		int mine = row_of(e, name), its = row_of(e, parent->name), here = mine > its ? 1 : -1;

		if (!element_allows(v, e, parent->name, NULL))
			continue;
		if (mine < 0 || its < 0 || (side && side != here))
			return 0;
		side = here;
	}
	return side;
}

/* A known element in a place that is not its own. */
static void misplaced(const struct vocabulary *v, const struct element *parent, const char *name,
		      struct src at, struct diag *d)
{
	GString *homes = homes_of(v, name);
	int side = beside(v, parent, name);

	if (parent->content == CONTENT_PLAIN)
		diag_add(d, D_UNKNOWN_ELEMENT, at, _("<%s> may not stand in <%s>, which holds text only; left out"),
			 name, parent->name);
	else if (strcmp(name, parent->name) == 0)
		diag_add(d, D_UNKNOWN_ELEMENT, at, _("<%s> may not stand in <%s>; is </%s> missing before it? Left out"),
			 name, name, name);
	else if (strcmp(parent->name, "text") == 0 && element_allows(v, vocabulary_find(v, "body"), name, NULL))
		diag_add(d, D_UNKNOWN_ELEMENT, at, _("<%s> may not stand in <text>; end the <parallel> before it and begin another one after it; left out"),
			 name);
	else if (side)
		diag_add(d, D_UNKNOWN_ELEMENT, at, side > 0 ? _("<%s> may not stand in <%s>; put it after </%s>; left out") :
			 _("<%s> may not stand in <%s>; put it before <%s>; left out"), name, parent->name, parent->name);
	else if (homes->len)
		diag_add(d, D_UNKNOWN_ELEMENT, at, _("<%s> may not stand in <%s>; it belongs in %s; left out"),
			 name, parent->name, homes->str);
	else
		diag_add(d, D_UNKNOWN_ELEMENT, at, _("<%s> may not stand in <%s>; left out"), name, parent->name);
	g_string_free(homes, TRUE);
}

const char *check_unknown_element(const struct vocabulary *v, const struct element *parent, const char *name,
				  struct src at, struct diag *d)
{
	const char *allowed[NAMES_MAX], *meant = habit_of(name);
	GString *list;

	element_names(v, parent, allowed, NAMES_MAX);
	if (!meant || !has_name(allowed, meant))
		meant = nearest_name(name, allowed);
	if (vocabulary_find(v, name)) {
		misplaced(v, parent, name, at, d);
		return NULL;
	}
	if (meant) {
		diag_add(d, D_UNKNOWN_ELEMENT, at, _("unknown element <%s> in <%s>; did you mean <%s>?"),
			 name, parent->name, meant);
		return meant;
	}
	if (!allowed[0]) {
		diag_add(d, D_UNKNOWN_ELEMENT, at, parent->content == CONTENT_EMPTY ?
			 _("unknown element <%s> in <%s>, which must be empty; left out") :
			 _("unknown element <%s> in <%s>, which holds text only; left out"), name, parent->name);
		return NULL;
	}
	list = angled_list(allowed);
	diag_add(d, D_UNKNOWN_ELEMENT, at, _("unknown element <%s> in <%s>; left out; allowed here: %s"),
		 name, parent->name, list->str);
	g_string_free(list, TRUE);
	return NULL;
}

const char *check_unknown_attribute(const struct element *el, const char *name, struct src at, struct diag *d)
{
	const char *names[NAMES_MAX], *meant;
	size_t n = 0;
	char *list;

	for (const struct attribute *a = el->attrs; a && a->name && n + 1 < NAMES_MAX; a++)
		names[n++] = a->name;
	names[n] = NULL;
	meant = strcmp(name, "lang") == 0 && has_name(names, "xml:lang") ? "xml:lang" : nearest_name(name, names);
	if (meant) {
		diag_add(d, D_UNKNOWN_ATTRIBUTE, at, _("unknown attribute %s of <%s>; did you mean %s?"),
			 name, el->name, meant);
		return meant;
	}
	if (n == 0) {
		diag_add(d, D_UNKNOWN_ATTRIBUTE, at, _("unknown attribute %s: <%s> has no attributes"), name, el->name);
		return NULL;
	}
	list = g_strjoinv(", ", (char **)names);
	diag_add(d, D_UNKNOWN_ATTRIBUTE, at, _("unknown attribute %s of <%s>; allowed here: %s"), name, el->name, list);
	g_free(list);
	return NULL;
}

static bool number_with_percent(const struct attribute *attr, const char *value)
{
	size_t digits = strspn(value, "0123456789");

	return attr->type >= ATTR_INT && attr->type <= ATTR_PIXELS && digits && strcmp(value + digits, "%") == 0;
}

void check_bad_value(const struct element *el, const struct attribute *attr, const char *value,
		     struct src at, struct diag *d)
{
	char **words, *list;
	const char *meant;

	if (number_with_percent(attr, value)) {
		diag_add(d, D_BAD_VALUE, at, _("%s=\"%s\" of <%s>: write %s=\"%.*s\", without the sign %%"), attr->name, value, el->name,
			 attr->name, (int)strlen(value) - 1, value);
		return;
	}
	if (!attr->values) {
		diag_add(d, D_BAD_VALUE, at, _("%s=\"%s\" of <%s>: expected %s"), attr->name, value, el->name,
			 _(value_form(attr->type)->expected));
		return;
	}
	words = g_strsplit(attr->values, "|", -1);
	list = g_strjoinv(", ", words);
	meant = nearest_name(value, (const char *const *)words);
	if (meant)
		diag_add(d, D_BAD_VALUE, at, _("%s=\"%s\" of <%s>: did you mean %s? Allowed are: %s"),
			 attr->name, value, el->name, meant, list);
	else
		diag_add(d, D_BAD_VALUE, at, _("%s=\"%s\" of <%s>: allowed are: %s"), attr->name, value, el->name, list);
	g_free(list);
	g_strfreev(words);
}

void check_missing_attribute(const struct element *el, const struct attribute *attr, struct src at, struct diag *d)
{
	const char *expected = value_form(attr->type)->expected;
	char **words, *list;

	if (!attr->values) {
		diag_add(d, D_MISSING, at, _("<%s> lacks the attribute %s; expected %s"), el->name, attr->name, _(expected));
		return;
	}
	words = g_strsplit(attr->values, "|", -1);
	list = g_strjoinv(", ", words);
	diag_add(d, D_MISSING, at, _("<%s> lacks the attribute %s; allowed are: %s"), el->name, attr->name, list);
	g_free(list);
	g_strfreev(words);
}

void check_missing_child(const struct vocabulary *v, const struct element *el, const struct child *row,
			 struct src at, struct diag *d)
{
	const char *names[NAMES_MAX];
	const struct child only[] = { *row, { NULL, 0 } };
	const struct element one = { .children = only };
	GString *list;

	element_names(v, &one, names, NAMES_MAX);
	list = angled_list(names);
	if (row->name[0] == '%')
		diag_add(d, D_MISSING, at, _("<%s> is empty; it needs one of %s"), el->name, list->str);
	else
		diag_add(d, D_MISSING, at, _("<%s> lacks %s"), el->name, list->str);
	g_string_free(list, TRUE);
}

void check_stray_text(const struct vocabulary *v, const struct element *el, const char *text,
		      struct src at, struct diag *d)
{
	char *whole = g_strchomp(g_strdup(text));
	glong len = g_utf8_strlen(whole, -1);
	char *quote = g_utf8_substring(whole, 0, len < QUOTE_MAX ? len : QUOTE_MAX);
	const char *more = len > QUOTE_MAX ? "…" : "";

	if (element_allows(v, el, "p", NULL))
		diag_add(d, D_STRAY_TEXT, at, _("text may not stand in <%s> by itself: \"%s%s\"; put it into <p>; left out"),
			 el->name, quote, more);
	else
		diag_add(d, D_STRAY_TEXT, at, _("text may not stand in <%s>: \"%s%s\"; left out"), el->name, quote, more);
	g_free(quote);
	g_free(whole);
}
