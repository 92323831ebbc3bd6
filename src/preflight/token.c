/*
 * src/preflight/token.c - the tokenizer.
 *
 * Operands live in a pool that is emptied before each operator; objects of an
 * array are gathered on a stack and moved to the pool when it closes, so that
 * they lie side by side.
 */
#include "preflight/token.h"
#include <stdlib.h>
#include <string.h>
#include <glib.h>

enum { MOST_NESTED = 32, MOST_OBJECTS = 200000, BLOCK = 16384 };

struct block { struct block *before; size_t used, size; max_align_t bytes[]; };

struct tokens {
	const unsigned char *at, *end;
	struct block *pool;
	GArray *stack;			/* struct obj: operands and what open arrays hold so far */
	size_t faults, nobjects;
	const unsigned char *image;
	size_t nimage;
};

/* ---- pool ---- */

static struct block *block_new(struct block *before, size_t size)
{
	struct block *b = g_malloc(sizeof *b + size);

	*b = (struct block){ before, 0, size };
	return b;
}

static void *take(struct tokens *t, size_t n)
{
	unsigned char *p;

	n = (n + 15) & ~(size_t)15;
	if (t->pool->size - t->pool->used < n)
		t->pool = block_new(t->pool, MAX(n, BLOCK));
	p = (unsigned char *)t->pool->bytes + t->pool->used;
	t->pool->used += n;
	return p;
}

static void empty_pool(struct tokens *t)
{
	while (t->pool->before) {
		struct block *b = t->pool;

		t->pool = b->before;
		g_free(b);
	}
	t->pool->used = 0;
	t->nobjects = 0;
}

struct tokens *tokens_new(const void *bytes, size_t n)
{
	struct tokens *t = g_new0(struct tokens, 1);

	t->at = bytes ? bytes : (const void *)"";
	t->end = t->at + n;
	t->pool = block_new(NULL, BLOCK);
	t->stack = g_array_new(FALSE, FALSE, sizeof(struct obj));
	return t;
}

void tokens_free(struct tokens *t)
{
	if (!t)
		return;
	empty_pool(t);
	g_free(t->pool);
	g_array_free(t->stack, TRUE);
	g_free(t);
}

size_t token_faults(const struct tokens *t) { return t->faults; }

const unsigned char *token_image(const struct tokens *t, size_t *n)
{
	*n = t->nimage;
	return t->image;
}

/* ---- characters ---- */

static bool is_blank(int c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static bool is_delimiter(int c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' ||
	       c == '/' || c == '%';
}

static bool is_regular(int c) { return !is_blank(c) && !is_delimiter(c); }

static int peek(const struct tokens *t, size_t i)
{
	return (size_t)(t->end - t->at) > i ? t->at[i] : -1;
}

static void skip_blanks(struct tokens *t)
{
	while (t->at < t->end) {
		if (*t->at == '%')
			while (t->at < t->end && *t->at != '\n' && *t->at != '\r')
				t->at++;
		else if (is_blank(*t->at))
			t->at++;
		else
			break;
	}
}

/* ---- objects ---- */

static struct obj literal_string(struct tokens *t)
{
	const unsigned char *s = ++t->at;
	char *out;
	size_t n = 0;
	int open = 1;

	/* Never longer than it is written. */
	for (; s < t->end && open > 0; s++) {
		if (*s == '\\' && s + 1 < t->end)
			s++;
		else
			open += (*s == '(') - (*s == ')');
	}
	t->faults += open > 0;
	out = take(t, (size_t)(s - t->at) + 1);
	s -= open == 0;
	for (; t->at < s; t->at++) {
		static const char letters[] = "nrtbf", escapes[] = "\n\r\t\b\f";
		const char *e;
		int c = *t->at;

		if (c == '\r') {
			c = '\n';
			t->at += peek(t, 1) == '\n';
		}
		if (c != '\\') {
			out[n++] = (char)c;
			continue;
		}
		c = ++t->at < s ? *t->at : -1;
		if (c >= '0' && c <= '7') {
			int v = 0;

			for (int i = 0; i < 3 && t->at < s && *t->at >= '0' && *t->at <= '7'; i++)
				v = v * 8 + (*t->at++ - '0');
			t->at--;
			out[n++] = (char)v;
		} else if (c == '\r' || c == '\n') {
			t->at += c == '\r' && peek(t, 1) == '\n';
		} else if (c >= 0) {
			e = c ? strchr(letters, c) : NULL;
			out[n++] = e ? escapes[e - letters] : (char)c;
		}
	}
	t->at = s + (open == 0);
	out[n] = 0;
	return (struct obj){ .kind = OBJ_STRING, .bytes = out, .n = n };
}

static struct obj hex_string(struct tokens *t)
{
	const unsigned char *close = memchr(t->at, '>', (size_t)(t->end - t->at));
	char *out;
	size_t n = 0;
	int high = -1;

	if (!close) {
		t->faults++;
		close = t->end;
	}
	out = take(t, (size_t)(close - t->at) / 2 + 2);
	for (t->at++; t->at < close; t->at++) {
		int v = g_ascii_xdigit_value((gchar)*t->at);

		if (v < 0) {
			t->faults += !is_blank(*t->at);
			continue;
		}
		if (high >= 0)
			out[n++] = (char)(high * 16 + v);
		high = high >= 0 ? -1 : v;
	}
	if (high >= 0)
		out[n++] = (char)(high * 16);
	t->at = close < t->end ? close + 1 : close;
	out[n] = 0;
	return (struct obj){ .kind = OBJ_STRING, .bytes = out, .n = n };
}

static struct obj name(struct tokens *t)
{
	const unsigned char *s = ++t->at;
	char *out;
	size_t n = 0;

	while (t->at < t->end && is_regular(*t->at))
		t->at++;
	out = take(t, (size_t)(t->at - s) + 1);
	for (; s < t->at; s++) {
		int high = *s == '#' && t->at - s > 2 ? g_ascii_xdigit_value((gchar)s[1]) : -1;
		int low = high >= 0 ? g_ascii_xdigit_value((gchar)s[2]) : -1;

		out[n++] = low >= 0 ? (char)(high * 16 + low) : (char)*s;
		s += low >= 0 ? 2 : 0;
	}
	out[n] = 0;
	return (struct obj){ .kind = OBJ_NAME, .bytes = out, .n = n };
}

/* A number as viewers read it: "-.5", "4.", "--3", "1.2-3". false: it is none. */
static bool number(const unsigned char *s, size_t n, struct obj *o)
{
	double v = 0, unit = 1;
	bool minus = false, point = false, digits = false;
	size_t i = 0;

	for (; i < n && (s[i] == '+' || s[i] == '-'); i++)
		minus = minus || s[i] == '-';
	for (; i < n; i++) {
		if (s[i] >= '0' && s[i] <= '9') {
			digits = true;
			if (point)
				v += (s[i] - '0') * (unit /= 10);
			else if (v < 1e12)
				v = v * 10 + (s[i] - '0');
		} else if (s[i] == '.' && !point) {
			point = true;
		} else if (s[i] == '-' && digits) {
			break;
		} else {
			return false;
		}
	}
	if (!digits && !point)
		return false;
	v = MIN(v, 1e9);
	*o = (struct obj){ .kind = OBJ_NUMBER, .flag = !point, .number = minus ? -v : v };
	return true;
}

static bool object(struct tokens *t, int depth, struct obj *o);

/* What stands on the stack above `from`, as an array in the pool. */
static const struct obj *pop(struct tokens *t, size_t from, size_t *n)
{
	struct obj *items;

	*n = t->stack->len - from;
	items = take(t, (*n + 1) * sizeof *items);
	if (*n)
		memcpy(items, t->stack->data + from * sizeof *items, *n * sizeof *items);
	g_array_set_size(t->stack, (guint)from);
	return items;
}

/* Objects up to "]" or ">>", or up to the end of the stream. */
static void objects_until(struct tokens *t, int close, int depth)
{
	for (;;) {
		struct obj o;

		skip_blanks(t);
		if (t->at >= t->end || (close == '>' && peek(t, 0) == '>' && peek(t, 1) == '>') ||
		    (close == ']' && peek(t, 0) == ']'))
			break;
		if (object(t, depth, &o)) {
			if (++t->nobjects < MOST_OBJECTS)
				g_array_append_val(t->stack, o);
			else
				t->faults++;
		} else if (t->at < t->end && is_regular(*t->at)) {
			t->faults++;		/* an operator inside */
			while (t->at < t->end && is_regular(*t->at))
				t->at++;
		}
	}
	t->faults += t->at >= t->end;
	t->at = MIN(t->at + (close == '>' ? 2 : 1), t->end);
}

static struct obj dict_of(struct tokens *t, size_t from)
{
	size_t n, kept = 0;
	const struct obj *pairs = pop(t, from, &n);
	struct obj *items = take(t, (n / 2 + 1) * sizeof *items);
	const char **keys = take(t, (n / 2 + 1) * sizeof *keys);

	t->faults += n % 2;
	for (size_t i = 0; i + 1 < n; i += 2) {
		if (pairs[i].kind != OBJ_NAME) {
			t->faults++;
			continue;
		}
		keys[kept] = pairs[i].bytes;
		items[kept++] = pairs[i + 1];
	}
	return (struct obj){ .kind = OBJ_DICT, .n = kept, .items = items, .keys = keys };
}

/* One object; false if there is none: an operator (left where it is) or rubbish (passed over). */
static bool object(struct tokens *t, int depth, struct obj *o)
{
	const unsigned char *s = t->at;
	size_t from = t->stack->len, n;

	switch (*s) {
	case '(':
		*o = literal_string(t);
		return true;
	case '/':
		*o = name(t);
		return true;
	case '<':
		if (peek(t, 1) != '<') {
			*o = hex_string(t);
			return true;
		}
		if (depth >= MOST_NESTED)
			break;
		t->at += 2;
		objects_until(t, '>', depth + 1);
		*o = dict_of(t, from);
		return true;
	case '[':
		if (depth >= MOST_NESTED)
			break;
		t->at++;
		objects_until(t, ']', depth + 1);
		*o = (struct obj){ .kind = OBJ_ARRAY };
		o->items = pop(t, from, &o->n);
		return true;
	case ')': case '>': case ']': case '{': case '}':
		break;
	default:
		while (s < t->end && is_regular(*s))
			s++;
		n = (size_t)(s - t->at);
		if (strchr("+-.0123456789", *t->at) && number(t->at, n, o)) {
			t->at = s;
			return true;
		}
		if ((n == 4 && memcmp(t->at, "true", 4) == 0) || (n == 5 && memcmp(t->at, "false", 5) == 0)) {
			*o = (struct obj){ .kind = OBJ_BOOL, .flag = n == 4 };
			t->at = s;
			return true;
		}
		if (n == 4 && memcmp(t->at, "null", 4) == 0) {
			*o = (struct obj){ .kind = OBJ_NULL };
			t->at = s;
			return true;
		}
		return false;
	}
	t->faults++;
	t->at++;
	return false;
}

/* ---- inline images ---- */

static const struct obj *entry(const struct obj *d, const char *key, const char *abbreviation)
{
	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->keys[i], key) == 0 || strcmp(d->keys[i], abbreviation) == 0)
			return &d->items[i];
	return NULL;
}

/* Bytes of an image without a filter, from its dictionary; 0: not known. */
static size_t plain_size(const struct obj *d)
{
	const struct obj *w = entry(d, "Width", "W"), *h = entry(d, "Height", "H"), *bits = entry(d, "BitsPerComponent", "BPC"),
			 *cs = entry(d, "ColorSpace", "CS"), *mask = entry(d, "ImageMask", "IM");
	double per_row, comps = 1;

	if (!w || !h || entry(d, "Filter", "F") || w->number < 1 || h->number < 1 || w->number > 1e6 || h->number > 1e6)
		return 0;
	if (cs && cs->kind == OBJ_NAME)
		comps = strcmp(cs->bytes, "RGB") == 0 || strcmp(cs->bytes, "DeviceRGB") == 0 ? 3 :
			strcmp(cs->bytes, "CMYK") == 0 || strcmp(cs->bytes, "DeviceCMYK") == 0 ? 4 :
			strcmp(cs->bytes, "G") == 0 || strcmp(cs->bytes, "DeviceGray") == 0 ? 1 : 0;
	else if (cs && cs->kind == OBJ_ARRAY)
		comps = 1;			/* only Indexed may be written here */
	per_row = w->number * comps * (mask && mask->flag ? 1 : bits ? bits->number : 8);
	per_row = (double)((size_t)(per_row + 7) / 8);
	return per_row * h->number < 1e9 ? (size_t)(per_row * h->number) : 0;
}

/* Whether "EI" at s ends the image: blanks around it, and readable operators after it. */
static bool ends_image(const struct tokens *t, const unsigned char *s)
{
	if (t->end - s < 2 || s[0] != 'E' || s[1] != 'I' || (t->end - s > 2 && is_regular(s[2])))
		return false;
	for (int i = 2; i < 16 && s + i < t->end; i++)
		if (s[i] > 126 || (s[i] < 32 && !is_blank(s[i])))
			return false;
	return true;
}

static void inline_image(struct tokens *t, struct operation *op)
{
	struct obj *dict = take(t, sizeof *dict);
	const unsigned char *s;
	size_t size, from = t->stack->len;

	/* Pairs up to ID. */
	for (;;) {
		struct obj o;

		skip_blanks(t);
		if (t->at >= t->end)
			break;
		if (object(t, 1, &o)) {
			if (++t->nobjects < MOST_OBJECTS)
				g_array_append_val(t->stack, o);
		} else if (t->at < t->end && is_regular(*t->at)) {
			if (*t->at == 'I' && peek(t, 1) == 'D')
				break;
			t->faults++;
			while (t->at < t->end && is_regular(*t->at))
				t->at++;
		}
	}
	*dict = dict_of(t, from);
	t->at = MIN(t->at + 3, t->end);
	size = plain_size(dict);
	t->image = s = t->at;
	if (size > 0 && size <= (size_t)(t->end - s))
		s += size;
	while (s < t->end && !((s == t->image || is_blank(s[-1]) || is_blank(*s) || size > 0) &&
			       ends_image(t, s + (is_blank(*s) ? 1 : 0))))
		s++;
	if (s >= t->end)
		t->faults++;
	t->nimage = (size_t)(s - t->image);
	t->at = MIN(s + 2 + (s < t->end && is_blank(*s)), t->end);
	op->operands = dict;
	op->n = 1;
}

/* ---- operators ---- */

bool token_next(struct tokens *t, struct operation *op)
{
	size_t n;
	const unsigned char *s;

	empty_pool(t);
	g_array_set_size(t->stack, 0);
	t->image = NULL;
	t->nimage = 0;
	for (;;) {
		struct obj o;

		skip_blanks(t);
		if (t->at >= t->end) {
			t->faults += t->stack->len > 0;
			return false;
		}
		if (!object(t, 0, &o)) {
			if (t->at < t->end && is_regular(*t->at))
				break;
		} else if (++t->nobjects < MOST_OBJECTS) {
			g_array_append_val(t->stack, o);
		} else {
			t->faults++;
			g_array_set_size(t->stack, 0);
			t->nobjects = 0;
		}
	}
	s = t->at;
	while (t->at < t->end && is_regular(*t->at))
		t->at++;
	n = MIN((size_t)(t->at - s), sizeof op->name - 1);
	memcpy(op->name, s, n);
	op->name[n] = 0;
	op->operands = pop(t, 0, &op->n);
	if (strcmp(op->name, "BI") == 0)
		inline_image(t, op);
	return true;
}
