/* src/prepress/token.c - content streams, operation by operation (ISO 32000-1, 7.2, 7.8 and annex A). */
#include "prepress/token.h"
#include <stdio.h>
#include <string.h>
#include <glib.h>

enum { NESTED_MAX = 64 };

static const struct { const char *name; int noperands; } table[] = {
#define X(id, name, n) [OP_##id] = { name, n },
	CONTENT_OPERATORS(X)
#undef X
};

void content_init(struct content *c, const char *s, size_t n)
{
	*c = (struct content){ .s = s, .n = n };
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
	return c && strchr("()<>[]{}/%", c);
}

static bool is_regular(char c)
{
	return !is_space(c) && !is_delimiter(c);
}

static bool fail(struct content *c, const char *what)
{
	g_snprintf(c->error, sizeof c->error, "%s at byte %zu", what, c->at);
	return false;
}

static void skip_space(struct content *c)
{
	while (c->at < c->n) {
		if (is_space(c->s[c->at]))
			c->at++;
		else if (c->s[c->at] == '%')
			while (c->at < c->n && c->s[c->at] != '\n' && c->s[c->at] != '\r')
				c->at++;
		else
			return;
	}
}

static void skip_regular(struct content *c)
{
	while (c->at < c->n && is_regular(c->s[c->at]))
		c->at++;
}

static bool skip_literal(struct content *c)
{
	int depth = 0;

	while (c->at < c->n) {
		char x = c->s[c->at++];

		if (x == '\\')
			c->at++;
		else if (x == '(')
			depth++;
		else if (x == ')' && --depth == 0)
			return true;
	}
	c->at = c->n;
	return fail(c, "a string without its end");
}

static bool skip_hex(struct content *c)
{
	for (c->at++; c->at < c->n; c->at++)
		if (c->s[c->at] == '>') {
			c->at++;
			return true;
		} else if (!is_space(c->s[c->at]) && !g_ascii_isxdigit(c->s[c->at])) {
			return fail(c, "a hexadecimal string with other signs");
		}
	return fail(c, "a string without its end");
}

static bool skip_object(struct content *c, int depth)
{
	char x = c->s[c->at], y = c->at + 1 < c->n ? c->s[c->at + 1] : 0;
	bool dict = x == '<' && y == '<';

	if (depth > NESTED_MAX)
		return fail(c, "arrays too deep in each other");
	if (x == '(')
		return skip_literal(c);
	if (x == '<' && !dict)
		return skip_hex(c);
	if (x == '/') {
		c->at++;
		skip_regular(c);
		return true;
	}
	if (x != '[' && !dict) {
		if (!is_regular(x))
			return fail(c, "a stray bracket");
		skip_regular(c);
		return true;
	}
	c->at += dict ? 2 : 1;
	for (;;) {
		skip_space(c);
		if (c->at >= c->n)
			return fail(c, "an array or dictionary without its end");
		if (!dict && c->s[c->at] == ']') {
			c->at++;
			return true;
		}
		if (dict && c->s[c->at] == '>' && c->at + 1 < c->n && c->s[c->at + 1] == '>') {
			c->at += 2;
			return true;
		}
		if (!skip_object(c, depth + 1))
			return false;
	}
}

bool content_object(struct content *c, struct slice *p)
{
	size_t from;

	skip_space(c);
	from = c->at;
	if (from < c->n && !skip_object(c, 0))
		return false;
	*p = (struct slice){ c->s + from, c->at - from };
	return true;
}

bool slice_number(struct slice p, double *x)
{
	char buf[48], *end;

	if (p.n == 0 || p.n >= sizeof buf || !strchr("+-.0123456789", p.s[0]))
		return false;
	memcpy(buf, p.s, p.n);
	buf[p.n] = 0;
	*x = g_ascii_strtod(buf, &end);
	return *end == 0 && strspn(buf, "+-.0123456789") == p.n;
}

bool slice_name(struct slice p, char *buf, size_t size)
{
	size_t k = 0;

	if (p.n < 1 || p.s[0] != '/')
		return false;
	for (size_t i = 1; i < p.n; i++) {
		char x = p.s[i];

		if (x == '#' && i + 2 < p.n && g_ascii_isxdigit(p.s[i + 1]) && g_ascii_isxdigit(p.s[i + 2])) {
			x = (char)(g_ascii_xdigit_value(p.s[i + 1]) << 4 | g_ascii_xdigit_value(p.s[i + 2]));
			i += 2;
		}
		if (k + 1 >= size || !x)
			return false;
		buf[k++] = x;
	}
	buf[k] = 0;
	return true;
}

static bool is_operand(struct slice p)
{
	double x;

	return strchr("/([<", p.s[0]) || slice_number(p, &x) ||
	       (p.n == 4 && !memcmp(p.s, "true", 4)) || (p.n == 5 && !memcmp(p.s, "false", 5)) ||
	       (p.n == 4 && !memcmp(p.s, "null", 4));
}

/* From after BI to after EI. The data's end is an EI between white spaces, after which the stream goes on. */
static bool take_image(struct content *c, struct operation *o)
{
	size_t from = c->at;
	struct slice p;

	do
		if (!content_object(c, &p) || !p.n)
			return c->error[0] ? false : fail(c, "an image without its end");
	while (p.n != 2 || memcmp(p.s, "ID", 2) != 0);
	o->image = (struct slice){ c->s + from, (size_t)(p.s - c->s) - from };
	for (size_t i = c->at + 1; i + 2 < c->n; i++)
		if (is_space(c->s[i]) && c->s[i + 1] == 'E' && c->s[i + 2] == 'I' &&
		    (i + 3 == c->n || is_space(c->s[i + 3]))) {
			c->at = i + 3;
			return true;
		}
	return fail(c, "an image without its end");
}

static bool take_operator(struct content *c, struct operation *o, struct slice p)
{
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		if (strlen(table[i].name) != p.n || memcmp(table[i].name, p.s, p.n) != 0)
			continue;
		o->op = (enum content_operator)i;
		if (table[i].noperands >= 0 && o->noperands != (size_t)table[i].noperands) {
			g_snprintf(c->error, sizeof c->error, "operator %s with %zu operands at byte %zu",
				   table[i].name, o->noperands, c->at);
			return false;
		}
		return o->op != OP_BI || take_image(c, o);
	}
	g_snprintf(c->error, sizeof c->error, "unknown operator %.*s at byte %zu", (int)MIN(p.n, 40), p.s, c->at - p.n);
	return false;
}

bool content_next(struct content *c, struct operation *o)
{
	size_t from = c->at;
	struct slice p;

	o->noperands = 0;
	o->op = OP_NONE;
	o->image = (struct slice){ NULL, 0 };
	for (;;) {
		if (!content_object(c, &p))
			return false;
		if (!p.n) {
			o->whole = (struct slice){ c->s + from, c->at - from };
			return o->noperands ? fail(c, "operands without an operator") : true;
		}
		if (!is_operand(p))
			break;
		if (o->noperands == OPERANDS_MAX)
			return fail(c, "too many operands");
		o->operands[o->noperands++] = p;
	}
	if (!take_operator(c, o, p))
		return false;
	o->whole = (struct slice){ c->s + from, c->at - from };
	return true;
}
