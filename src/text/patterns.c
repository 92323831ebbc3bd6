/*
 * src/text/patterns.c - Liang's patterns in a trie over UTF-8 bytes.
 *
 * A pattern "a1bc3d" is the bytes "abcd" with a value at each gap; where it
 * occurs in the word, the largest value at a gap wins, and an odd one is a
 * place for a hyphen. The file is turned into UTF-8 while it is read, so a
 * gap's offset is a byte offset in the word and nothing is converted later.
 *
 * The trie keeps children as sorted sibling lists in one array. The files are
 * nearly sorted, so inserting mostly continues where the last pattern left
 * off and touches new memory only: that is the whole difference from
 * libhyphen, which looks each of 279,000 states up in a hash of fixed size.
 *
 * Liang counts every pattern that occurs. libhyphen counts at each letter only
 * the longest pattern prefix that ends there, and wants files in which
 * substrings.pl has merged the shorter patterns into the longer ones. On such
 * files both are the same. The German, Ukrainian, Norwegian and Lithuanian ones
 * are not, at least in part: read as Liang does, German divides "Schwa-rz";
 * read as libhyphen does, "dr-un-ter". A point is taken where both readings
 * have it (READ_SAFELY): a hyphen missed costs less than a wrong one. The Russian file is
 * TeX's own, so Liang's reading is right for it, and libhyphen's
 * leaves hardly a point in Ukrainian.
 */
#include "text/patterns.h"
#include <stdlib.h>
#include <string.h>

enum {
	TEXT_MAX = PATTERN_TEXT_MAX,
	PATTERN_MAX = 200,		/* bytes; libhyphen reads lines of 100 */
	FILE_LIMIT = 16 << 20
};

struct pattern_node {
	uint32_t child, next;		/* next: sibling with a larger byte; 0 none */
	uint32_t values;		/* offset in values, 0 none */
	uint8_t byte;
};

/* ---- reading a dictionary ---- */

/* What a byte of the file is in UTF-8, for the one-byte character sets. */
struct charset { char utf8[256][5]; };

static bool charset_init(struct charset *c, const char *name)
{
	char *known = g_str_has_prefix(name, "microsoft-cp") ? g_strconcat("CP", name + 12, NULL) :
		g_strdup(name);
	GIConv cd = g_iconv_open("UTF-8", known);
	bool ok = *name && cd != (GIConv)-1;	/* "" would be the locale's */

	memset(c, 0, sizeof *c);
	for (int i = 1; ok && i < 256; i++) {
		char byte = (char)i, *in = &byte, *out = c->utf8[i];
		gsize nin = 1, nout = 4;

		/* A byte that is no character of its own stays empty. */
		if (g_iconv(cd, &in, &nin, &out, &nout) == (gsize)-1)
			memset(c->utf8[i], 0, sizeof c->utf8[i]);
		g_iconv(cd, NULL, NULL, NULL, NULL);
	}
	/* Patterns, commands and digits are ASCII in every set that is meant. */
	ok = ok && !strcmp(c->utf8['a'], "a") && !strcmp(c->utf8['1'], "1");
	if (cd != (GIConv)-1)
		g_iconv_close(cd);
	g_free(known);
	return ok;
}

gunichar patterns_fold_apostrophe(gunichar c)
{
	return c == 0x2019 || c == 0x02bc ? '\'' : c;
}

/* A line in UTF-8, up to the first blank if it is a pattern. Returns its
 * length, 0 if it is empty, too long or not of its character set. */
static size_t line_read(const struct charset *c, const char *s, size_t n, bool words, char *out)
{
	size_t len = 0;

	for (size_t i = 0; i < n && (words || (uint8_t)s[i] > ' '); i++) {
		const char *p = &s[i];
		size_t plen = 1;

		if ((uint8_t)s[i] < 0x80) {
			/* ASCII is ASCII in every set that is meant: charset_init() */
		} else if (c) {
			p = c->utf8[(uint8_t)s[i]];
			plen = strlen(p);
		} else if (n - i >= 3 && !memcmp(p, "\xe2\x80\x99", 3)) {
			p = "'";
			i += 2;
		} else if (n - i >= 2 && !memcmp(p, "\xca\xbc", 2)) {
			p = "'";
			i += 1;
		}
		if (len + plen > PATTERN_MAX)
			return 0;
		while (plen--)
			out[len++] = *p++;
	}
	out[len] = 0;
	return !c && !g_utf8_validate(out, (gssize)len, NULL) ? 0 : len;
}

static uint32_t node_new(struct patterns *h, uint8_t byte, uint32_t next)
{
	if (h->nnodes == h->room) {
		h->room = h->room ? 2 * h->room : 8192;
		h->node = g_renew(struct pattern_node, h->node, h->room);
	}
	h->node[h->nnodes] = (struct pattern_node){ 0, next, 0, byte };
	return (uint32_t)h->nnodes++;
}

/* The child of a node (0: of the root), made if it is not there. */
static uint32_t child_make(struct patterns *h, int level, uint32_t parent, uint8_t byte)
{
	uint32_t prev = 0, at, made;

	if (!parent) {
		if (!h->root[level][byte])
			h->root[level][byte] = node_new(h, byte, 0);
		return h->root[level][byte];
	}
	for (at = h->node[parent].child; at && h->node[at].byte < byte; at = h->node[at].next)
		prev = at;
	if (at && h->node[at].byte == byte)
		return at;
	made = node_new(h, byte, at);
	if (prev)
		h->node[prev].next = made;
	else
		h->node[parent].child = made;
	return made;
}

/* The pattern inserted last: the next one shares most of its way. */
struct insertion {
	int level;
	size_t n;
	uint8_t byte[PATTERN_MAX];
	uint32_t node[PATTERN_MAX];
};

static void pattern_add(struct patterns *h, struct insertion *last, int level,
			const uint8_t *byte, const uint8_t *value, size_t n)
{
	size_t same = 0, first = 0, end = n + 1;
	uint8_t head[2];

	if (last->level != level)
		*last = (struct insertion){ .level = level };
	while (same < n && same < last->n && last->byte[same] == byte[same])
		same++;
	for (; same < n; same++) {
		last->byte[same] = byte[same];
		last->node[same] = child_make(h, level, same ? last->node[same - 1] : 0, byte[same]);
	}
	last->n = n;

	while (first < n && !value[first])
		first++;
	while (end > first && !value[end - 1])
		end--;
	head[0] = (uint8_t)first;
	head[1] = (uint8_t)(end - first);
	/* Given twice, the later one holds. */
	h->node[last->node[n - 1]].values = h->values->len;
	g_byte_array_append(h->values, head, 2);
	g_byte_array_append(h->values, value + first, (guint)(end - first));
}

static void pattern_read(struct patterns *h, struct insertion *last, int level, const char *s, size_t n)
{
	uint8_t byte[PATTERN_MAX], value[PATTERN_MAX + 1] = { 0 };
	size_t nbytes = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '/')
			return;
		if (s[i] >= '0' && s[i] <= '9') {
			value[nbytes] = (uint8_t)(s[i] - '0');
			continue;
		}
		h->apostrophes |= s[i] == '\'';
		byte[nbytes++] = (uint8_t)s[i];
	}
	if (nbytes)
		pattern_add(h, last, level, byte, value, nbytes);
}

static void never_read(struct patterns *h, const char *list)
{
	char **word = g_strsplit(list, ",", 32);

	for (size_t i = 0; word[i]; i++)
		if (*g_strstrip(word[i]))
			g_ptr_array_add(h->never, g_strdup(word[i]));
	g_strfreev(word);
}

/* A line that is a command; false: it is a pattern. */
static bool command_read(struct patterns *h, const char *s)
{
	const struct { const char *name; int *value; } minimum[] = {
		{ "LEFTHYPHENMIN",          &h->left },
		{ "RIGHTHYPHENMIN",         &h->right },
		{ "COMPOUNDLEFTHYPHENMIN",  &h->part_left },
		{ "COMPOUNDRIGHTHYPHENMIN", &h->part_right },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(minimum); i++) {
		if (!g_str_has_prefix(s, minimum[i].name))
			continue;
		*minimum[i].value = CLAMP(atoi(s + strlen(minimum[i].name)), 0, PATTERN_WORD_MAX);
		return true;
	}
	if (!g_str_has_prefix(s, "NOHYPHEN"))
		return false;
	never_read(h, s + strlen("NOHYPHEN"));
	return true;
}

/* Patterns before NEXTLEVEL are the first level's; a file without it has
 * second-level patterns only. */
static void lines_read(struct patterns *h, const struct charset *c, const char *s, const char *end)
{
	struct insertion *last = g_new0(struct insertion, 1);
	int level = h->two_levels ? 0 : 1;
	char line[PATTERN_MAX + 1];

	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((nl ? nl : end) - s);
		bool words = g_ascii_isupper(*s) && n > 7;	/* may be a command */
		size_t len = n && *s != '%' && *s != '#' ? line_read(c, s, n, words, line) : 0;

		s += n + 1;
		if (!len)
			continue;
		if (words && g_str_has_prefix(line, "NEXTLEVEL"))
			level = 1;
		else if (!words || !command_read(h, line))
			pattern_read(h, last, level, line, strcspn(line, " \t\r"));
	}
	g_free(last);
}

static struct patterns *patterns_new(void)
{
	struct patterns *h = g_new0(struct patterns, 1);

	h->values = g_byte_array_new();
	g_byte_array_append(h->values, (const guint8 *)"", 1);	/* offset 0: no values */
	h->never = g_ptr_array_new_with_free_func(g_free);
	node_new(h, 0, 0);
	return h;
}

/* All is read: what was made room for and not needed goes back. */
static void patterns_close(struct patterns *h)
{
	h->node = g_renew(struct pattern_node, h->node, h->nnodes);
	h->room = h->nnodes;
}

struct patterns *patterns_load(const char *path)
{
	struct patterns *h = NULL;
	struct charset *c = NULL;
	char *text = NULL, *name = NULL;
	gsize n = 0, first;
	bool utf8;

	if (!g_file_get_contents(path, &text, &n, NULL) || n > FILE_LIMIT)
		goto out;
	first = strcspn(text, "\r\n");
	name = g_strstrip(g_strndup(text, first));
	utf8 = !g_ascii_strcasecmp(name, "UTF-8");
	c = utf8 ? NULL : g_new(struct charset, 1);
	if (!utf8 && !charset_init(c, name))
		goto out;

	h = patterns_new();
	h->two_levels = strstr(text + first, "\nNEXTLEVEL") != NULL;
	lines_read(h, c, text + first, text + n);
	patterns_close(h);
	if (!h->two_levels)
		never_read(h, "-,\xe2\x80\x93,'");
out:
	g_free(c);
	g_free(name);
	g_free(text);
	return h;
}

/* ---- TeX's files ---- */

static void exceptions_read(struct patterns *h, const char *path)
{
	char *text = NULL, **word;

	if (!g_file_get_contents(path, &text, NULL, NULL) || !g_utf8_validate(text, -1, NULL)) {
		g_free(text);
		return;
	}
	h->exceptions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	word = g_strsplit_set(text, " \t\r\n", -1);
	for (size_t i = 0; word[i]; i++) {
		char **part = g_strsplit(word[i], "-", -1);

		if (*word[i])
			g_hash_table_insert(h->exceptions, g_strjoinv("", part), g_strdup(word[i]));
		g_strfreev(part);
	}
	g_strfreev(word);
	g_free(text);
}

struct patterns *patterns_load_tex(const char *patterns, const char *exceptions)
{
	struct patterns *h = NULL;
	char *text = NULL;
	gsize n = 0;

	if (!g_file_get_contents(patterns, &text, &n, NULL) || n > FILE_LIMIT) {
		g_free(text);
		return NULL;
	}
	h = patterns_new();
	h->reading = READ_AS_LIANG;
	lines_read(h, NULL, text, text + n);
	patterns_close(h);
	never_read(h, "-,\xe2\x80\x93,'");
	exceptions_read(h, exceptions);
	g_free(text);
	return h;
}

void patterns_free(struct patterns *h)
{
	if (!h)
		return;
	g_free(h->node);
	g_byte_array_free(h->values, TRUE);
	g_ptr_array_free(h->never, TRUE);
	if (h->exceptions)
		g_hash_table_unref(h->exceptions);
	g_free(h);
}

/* ---- matching ---- */

static void values_raise(const uint8_t *v, uint8_t *gap)
{
	for (size_t k = 0; k < v[1]; k++)
		gap[v[0] + k] = MAX(gap[v[0] + k], v[2 + k]);
}

void patterns_match(const struct patterns *h, int level, const char *s, size_t n, uint8_t *odd)
{
	const struct pattern_node *node = h->node;
	/* reached[i]: some prefix ends after i bytes; as starts ascend, the first is the longest. */
	uint8_t longest[TEXT_MAX + 9] = { 0 }, reached[TEXT_MAX + 9] = { 0 };

	memset(odd, 0, n + 1);
	for (size_t start = 0; start < n; start++) {
		uint32_t at = h->root[level][(uint8_t)s[start]];

		for (size_t i = start + 1; at; i++) {
			const uint8_t *v = h->values->data + node[at].values;

			if (node[at].values)
				values_raise(v, odd + start);
			if (node[at].values && !reached[i])
				values_raise(v, longest + start);
			reached[i] = 1;
			if (i == n)
				break;
			at = node[at].child;
			while (at && node[at].byte < (uint8_t)s[i])
				at = node[at].next;
			if (at && node[at].byte != (uint8_t)s[i])
				at = 0;
		}
	}
	for (size_t i = 0; i <= n; i++)
		odd[i] = 1 & (h->reading == READ_AS_LIANG ? odd[i] :
			      h->reading == READ_AS_LIBHYPHEN ? longest[i] : odd[i] & longest[i]);
}
