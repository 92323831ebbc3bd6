/*
 * src/text/patterns_read.c - files of patterns become an image (text/patterns_image.h).
 *
 * A pattern "a1bc3d" is the bytes "abcd" with a value at each gap. The file is
 * turned into UTF-8 while it is read, so a gap's offset is a byte offset in the
 * word and nothing is converted later.
 *
 * First a tree of sibling lists in one array. The files are nearly sorted, so
 * inserting mostly continues where the last pattern left off and touches new
 * memory only: that is the whole difference from libhyphen, which looks each of
 * 279,000 states up in a hash of fixed size. Then the tree is packed, level by
 * level, so that siblings lie beside each other.
 */
#include "text/patterns_image.h"
#include <stdlib.h>
#include <string.h>
#include "text/patterns.h"

enum {
	PATTERN_MAX = 200,		/* bytes; libhyphen reads lines of 100 */
	FILE_LIMIT = 8 << 20		/* at most a node a byte: fewer than PATTERN_NODES_MOST */
};

struct tree_node {
	uint32_t child, next;		/* next: sibling with a larger byte; 0 none */
	uint32_t values;		/* offset in values, 0 none */
	uint32_t packed;		/* its number in the image */
	uint8_t byte;
};

/* A file while it is read. */
struct tree {
	struct tree_node *node;		/* 0 is none */
	size_t nnodes, room;
	uint32_t root[2][256];		/* first nodes, per level */
	GByteArray *values;
	GString *never;			/* strings, each with a 0 */
	struct pattern_head head;
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

static uint32_t node_new(struct tree *h, uint8_t byte, uint32_t next)
{
	if (h->nnodes == h->room) {
		h->room = h->room ? 2 * h->room : 8192;
		h->node = g_renew(struct tree_node, h->node, h->room);
	}
	h->node[h->nnodes] = (struct tree_node){ 0, next, 0, 0, byte };
	return (uint32_t)h->nnodes++;
}

/* The child of a node (0: of the root), made if it is not there. */
static uint32_t child_make(struct tree *h, int level, uint32_t parent, uint8_t byte)
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

static void pattern_add(struct tree *h, struct insertion *last, int level,
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

static void pattern_read(struct tree *h, struct insertion *last, int level, const char *s, size_t n)
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
		h->head.apostrophes |= s[i] == '\'';
		byte[nbytes++] = (uint8_t)s[i];
	}
	if (nbytes)
		pattern_add(h, last, level, byte, value, nbytes);
}

static void never_read(struct tree *h, const char *list)
{
	char **word = g_strsplit(list, ",", 32);

	for (size_t i = 0; word[i]; i++)
		if (*g_strstrip(word[i]))
			g_string_append_len(h->never, word[i], (gssize)strlen(word[i]) + 1);
	g_strfreev(word);
}

/* A line that is a command; false: it is a pattern. */
static bool command_read(struct tree *h, const char *s)
{
	const struct { const char *name; int32_t *value; } minimum[] = {
		{ "LEFTHYPHENMIN",          &h->head.left },
		{ "RIGHTHYPHENMIN",         &h->head.right },
		{ "COMPOUNDLEFTHYPHENMIN",  &h->head.part_left },
		{ "COMPOUNDRIGHTHYPHENMIN", &h->head.part_right },
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
static void lines_read(struct tree *h, const struct charset *c, const char *s, const char *end)
{
	struct insertion *last = g_new0(struct insertion, 1);
	int level = h->head.two_levels ? 0 : 1;
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

/* ---- the image ---- */

static void tree_open(struct tree *h)
{
	*h = (struct tree){ .values = g_byte_array_new(), .never = g_string_new(NULL) };
	g_byte_array_append(h->values, (const guint8 *)"", 1);	/* offset 0: no values */
	node_new(h, 0, 0);
}

/* Numbers nodes so that siblings follow each other; order[]: which node a number is. */
static uint32_t number_nodes(struct tree *h, uint32_t *order)
{
	uint32_t n = 1;

	for (int level = 0; level < 2; level++)
		for (int byte = 0; byte < 256; byte++)
			if (h->root[level][byte]) {
				h->node[h->root[level][byte]].packed = n;
				order[n++] = h->root[level][byte];
			}
	for (uint32_t i = 1; i < n; i++)
		for (uint32_t c = h->node[order[i]].child; c; c = h->node[c].next) {
			h->node[c].packed = n;
			order[n++] = c;
		}
	return n;
}

static void pack_nodes(struct tree *h, const uint32_t *order, struct pattern_node *out)
{
	out[0] = (struct pattern_node){ 0, 0 };
	for (uint32_t i = 1; i < h->head.nnodes; i++) {
		const struct tree_node *t = &h->node[order[i]];

		out[i].values = t->values;
		out[i].link = (t->child ? h->node[t->child].packed << 9 : 0) | (t->next ? 0 : PATTERN_LAST) | t->byte;
	}
	for (int level = 0; level < 2; level++)
		for (int byte = 0; byte < 256; byte++)
			h->head.root[level][byte] = h->root[level][byte] ? h->node[h->root[level][byte]].packed : 0;
}

/* Closes the tree. */
static GBytes *image_of(struct tree *h)
{
	uint32_t *order = g_new(uint32_t, h->nnodes);
	size_t n;
	char *image;

	memcpy(h->head.magic, PATTERN_MAGIC, sizeof h->head.magic);
	h->head.nnodes = number_nodes(h, order);
	h->head.nvalues = h->values->len;
	h->head.nnever = (uint32_t)h->never->len;
	n = sizeof h->head + h->head.nnodes * sizeof(struct pattern_node) + h->values->len + h->never->len;
	image = g_malloc(n);
	pack_nodes(h, order, (struct pattern_node *)(image + sizeof h->head));
	memcpy(image, &h->head, sizeof h->head);
	memcpy(image + n - h->never->len - h->values->len, h->values->data, h->values->len);
	memcpy(image + n - h->never->len, h->never->str, h->never->len);
	g_free(order);
	g_free(h->node);
	g_byte_array_free(h->values, TRUE);
	g_string_free(h->never, TRUE);
	return g_bytes_new_take(image, n);
}

GBytes *patterns_image(const char *path)
{
	struct tree h;
	GBytes *image = NULL;
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

	tree_open(&h);
	h.head.two_levels = strstr(text + first, "\nNEXTLEVEL") != NULL;
	lines_read(&h, c, text + first, text + n);
	if (!h.head.two_levels)
		never_read(&h, "-,\xe2\x80\x93,'");
	image = image_of(&h);
out:
	g_free(c);
	g_free(name);
	g_free(text);
	return image;
}

GBytes *patterns_image_tex(const char *path)
{
	struct tree h;
	char *text = NULL;
	gsize n = 0;

	if (!g_file_get_contents(path, &text, &n, NULL) || n > FILE_LIMIT) {
		g_free(text);
		return NULL;
	}
	tree_open(&h);
	lines_read(&h, NULL, text, text + n);
	never_read(&h, "-,\xe2\x80\x93,'");
	g_free(text);
	return image_of(&h);
}
