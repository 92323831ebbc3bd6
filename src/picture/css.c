/* src/picture/css.c - rules that name a font, in the order in which they count. */
#include "picture/css.h"
#include <stdbool.h>
#include <string.h>
#include <glib.h>

enum { RULES_MOST = 200, COMPOUNDS_MOST = 16, LINK_MOST = 1000 };

struct rule {
	char **compound;		/* "tspan", ".label", "text.a#b"; the last is the element's own */
	int weight;			/* ids, classes, names: the heavier counts */
	char *family;
};

struct css { GArray *rules; };

static void rule_clear(void *rule)
{
	struct rule *r = rule;

	g_strfreev(r->compound);
	g_free(r->family);
}

struct css *css_new(void)
{
	struct css *c = g_new(struct css, 1);

	c->rules = g_array_new(FALSE, FALSE, sizeof(struct rule));
	g_array_set_clear_func(c->rules, rule_clear);
	return c;
}

void css_free(struct css *c)
{
	if (!c)
		return;
	g_array_free(c->rules, TRUE);
	g_free(c);
}

/* ---- text ---- */

/* g_free() it. */
static char *without_comments(const char *text)
{
	GString *s = g_string_new(NULL);

	for (const char *open; (open = strstr(text, "/*")) != NULL; ) {
		const char *close = strstr(open + 2, "*/");

		g_string_append_len(s, text, open - text);
		text = close ? close + 2 : open + strlen(open);
	}
	g_string_append(s, text);
	return g_string_free(s, FALSE);
}

/* Past a string or brackets, where one of the stops is; else the end. */
static const char *upto(const char *s, const char *stops)
{
	char quote = 0;
	int deep = 0;

	for (; *s; s++) {
		if (quote) {
			quote = *s == quote ? 0 : quote;
			continue;
		}
		if (deep <= 0 && strchr(stops, *s))
			break;
		if (*s == '"' || *s == '\'')
			quote = *s;
		deep += (*s == '(') - (*s == ')');
	}
	return s;
}

/* ---- declarations ---- */

/* "italic 700 12px/1.2 Gentium, serif": what follows the size. */
static const char *family_in_font(const char *value)
{
	for (const char *s = value; *s; s += strspn(s, " \t\r\n")) {
		size_t n = strcspn(s, " \t\r\n"), digits = strspn(s, "0123456789.");

		s += n;
		if (digits && digits < n)
			return *s ? s + 1 : NULL;
	}
	return NULL;
}

char *css_family_declared(const char *declarations)
{
	char *found = NULL;

	for (const char *s = declarations, *end; *s; s = *end ? end + 1 : end) {
		char *line, *value, *mark;
		const char *family;

		end = upto(s, ";");
		line = g_strndup(s, (gsize)(end - s));
		value = strchr(line, ':');
		if (value) {
			*value++ = 0;
			mark = strrchr(value, '!');
			if (mark)
				*mark = 0;
			g_strstrip(line);
			family = !g_ascii_strcasecmp(line, "font-family") ? value : !g_ascii_strcasecmp(line, "font") ? family_in_font(value) : NULL;
			if (family) {
				g_free(found);
				found = g_strstrip(g_strdup(family));
			}
		}
		g_free(line);
	}
	return found;
}

/* ---- rules ---- */

static int weight_of(const char *compound)
{
	int weight = *compound != '.' && *compound != '#' && *compound != '*';

	for (const char *s = compound; *s; s++)
		weight += *s == '#' ? 10000 : *s == '.' ? 100 : 0;
	return weight;
}

static void selector_add(struct css *c, char *selector, const char *family)
{
	struct rule r = { NULL, 0, NULL };
	char **part;
	GPtrArray *compound;

	if (strpbrk(selector, "+~[:\\") || c->rules->len == RULES_MOST)
		return;
	compound = g_ptr_array_new();
	part = g_strsplit_set(selector, " \t\r\n>", -1);
	for (char **p = part; *p; p++)
		if (**p && compound->len < COMPOUNDS_MOST) {
			r.weight += weight_of(*p);
			g_ptr_array_add(compound, g_strdup(*p));
		}
	g_ptr_array_add(compound, NULL);
	r.compound = (char **)g_ptr_array_free(compound, FALSE);
	r.family = g_strdup(family);
	g_strfreev(part);
	g_array_append_val(c->rules, r);
}

void css_read(struct css *c, const char *sheet)
{
	char *text = without_comments(sheet);

	for (const char *s = text, *end; *s; s = *end ? end + 1 : end) {
		char *prelude, *body, *family, **selector;

		end = upto(s, "{};");
		if (*end != '{')
			continue;
		prelude = g_strstrip(g_strndup(s, (gsize)(end - s)));
		if (*prelude == '@' && !g_str_has_prefix(prelude, "@font-face")) {	/* @media: rules are in it */
			g_free(prelude);
			continue;
		}
		s = end + 1;
		end = upto(s, "}");
		body = g_strndup(s, (gsize)(end - s));
		family = *prelude == '@' ? NULL : css_family_declared(body);
		selector = g_strsplit(prelude, ",", -1);
		for (char **p = selector; family && *p; p++)
			selector_add(c, *p, family);
		g_strfreev(selector);
		g_free(family);
		g_free(body);
		g_free(prelude);
	}
	g_free(text);
}

/* ---- elements ---- */

static bool has_word(const char *words, const char *word, size_t n)
{
	for (const char *s = words ? words : ""; *s; ) {
		size_t length;

		s += strspn(s, " \t\r\n");
		length = strcspn(s, " \t\r\n");
		if (length && length == n && !memcmp(s, word, n))
			return true;
		s += length;
	}
	return false;
}

static bool is_word(const char *word, const char *s, size_t n)
{
	return word && strlen(word) == n && !memcmp(word, s, n);
}

static bool fits(const char *compound, const struct css_element *e)
{
	size_t n = strcspn(compound, ".#");

	if (n && *compound != '*' && !is_word(e->name, compound, n))
		return false;
	for (const char *s = compound + n; *s; s += n) {
		char kind = *s++;

		n = strcspn(s, ".#");
		if (kind == '.' ? !has_word(e->classes, s, n) : !is_word(e->id, s, n))
			return false;
	}
	return true;
}

static bool rule_fits(const struct rule *r, const struct css_element *path, size_t n)
{
	size_t k = g_strv_length(r->compound);

	if (!k || !n || !fits(r->compound[--k], &path[--n]))
		return false;
	while (k > 0 && n > 0)
		k -= fits(r->compound[k - 1], &path[--n]);
	return k == 0;
}

const char *css_family(const struct css *c, const struct css_element *path, size_t n)
{
	const struct rule *best = NULL;

	for (guint i = 0; i < c->rules->len; i++) {
		const struct rule *r = &g_array_index(c->rules, struct rule, i);

		if ((!best || r->weight >= best->weight) && rule_fits(r, path, n))
			best = r;
	}
	return best ? best->family : NULL;
}

/* ---- links ---- */

static void link_take(const char *s, size_t n, void (*take)(void *ctx, const char *link), void *ctx)
{
	char *link = g_strstrip(g_strndup(s, MIN(n, LINK_MOST)));
	size_t length = strlen(link);

	if (length > 1 && (*link == '"' || *link == '\'') && link[length - 1] == *link) {
		link[length - 1] = 0;
		memmove(link, link + 1, length - 1);
	}
	if (*link && *link != '#' && g_ascii_strncasecmp(link, "data:", 5) != 0)
		take(ctx, link);
	g_free(link);
}

void css_links(const char *text, void (*take)(void *ctx, const char *link), void *ctx)
{
	char *plain = without_comments(text);

	for (const char *s = plain; *s; s++) {
		const char *end;

		if (!g_ascii_strncasecmp(s, "url(", 4)) {
			s += 4;
			end = upto(s, ")");
			link_take(s, (size_t)(end - s), take, ctx);
		} else if (!g_ascii_strncasecmp(s, "@import", 7)) {
			s += 7;
			s += strspn(s, " \t\r\n");
			if (*s != '"' && *s != '\'') {		/* url() comes by itself */
				s--;
				continue;
			}
			end = strchr(s + 1, *s);
			end = end ? end + 1 : s + strlen(s);
			link_take(s, (size_t)(end - s), take, ctx);
		} else {
			continue;
		}
		s = *end ? end : end - 1;
	}
	g_free(plain);
}
