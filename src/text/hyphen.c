/*
 * src/text/hyphen.c - Liang's patterns in a trie over UTF-8 bytes.
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
 * Two levels: the first finds the joints of a compound, the second hyphenates
 * each part as if it were a word. A file without NEXTLEVEL gets libhyphen's
 * first level: a hyphen or a dash splits, and so does an apostrophe unless
 * the patterns know apostrophes themselves (Ukrainian, French do).
 *
 * Liang counts every pattern that occurs. libhyphen counts at each letter only
 * the longest pattern prefix that ends there, and wants files in which
 * substrings.pl has merged the shorter patterns into the longer ones. On such
 * files both are the same. The German, Ukrainian, Norwegian and Lithuanian ones
 * are not, at least in part: read as Liang does, German divides "Schwa-rz";
 * read as libhyphen does, "dr-un-ter". A point is taken where both readings
 * have it: a hyphen missed costs less than a wrong one. The Russian file is
 * TeX's own, so Liang's reading is right for it, and libhyphen's leaves hardly
 * a point in Ukrainian. In German, Russian and Ukrainian, whatever the patterns
 * say, a part without a vowel is no syllable and stays with the one before it.
 */
#include "text/hyphen.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "text/syllable.h"

enum {
	WORD_MAX = 255,			/* bytes of a word */
	TEXT_MAX = 2 * WORD_MAX + 2,	/* lower case may be longer; stops at both ends */
	PATTERN_MAX = 200,		/* bytes; libhyphen reads lines of 100 */
	FILE_LIMIT = 16 << 20,
	INSIDE = 0xffff			/* no character starts at this byte */
};

struct node {
	uint32_t child, next;		/* next: sibling with a larger byte; 0 none */
	uint32_t values;		/* offset in values, 0 none */
	uint8_t byte;
};

struct hyphen {
	struct node *node;		/* node[0] is not used */
	size_t nnodes, room;
	GByteArray *values;		/* per pattern: gaps to skip, number of gaps, their values */
	uint32_t root[2][256];		/* first nodes, per level */
	bool two_levels, apostrophes;	/* apostrophes: some pattern has one */
	bool all_patterns;		/* Liang's reading alone, not libhyphen's too */
	const char *vowels;		/* a part needs one of them; NULL: not checked */
	bool by_rule;			/* text/syllable.h; no patterns */
	int left, right, part_left, part_right;
	GPtrArray *never;		/* NOHYPHEN: no hyphen beside these strings */
};

/*
 * The table: languages that have a dictionary in Debian 12. The first file
 * that exists is taken; the names changed between releases. Indic languages
 * have patterns, but no hyphen is the norm there (W3C, iip). A tag is looked
 * up in full, then without its last subtag, and so on.
 */
#define FOLDER "/usr/share/hyphen/hyph_"
static const struct language {
	const char *tag;
	const char *package;		/* NULL: never hyphenated; "": by rule, no dictionary needed */
	const char *file[3];
	int left, right;		/* where the file has none */
	bool all_patterns;		/* see the top */
	const char *vowels;
} languages[] = {
	{ "af",      "hyphen-af",    { "af_ZA", "af" }, 2, 2, false, NULL },
	{ "as",      NULL, { NULL }, 0, 0, false, NULL },
	{ "be",      "hyphen-be",    { "be_BY", "be" }, 2, 2, false, NULL },
	{ "bg",      "hyphen-bg",    { "bg_BG", "bg" }, 2, 2, false, NULL },
	{ "bn",      NULL, { NULL }, 0, 0, false, NULL },
	{ "ca",      "hyphen-ca",    { "ca_ES", "ca" }, 2, 2, false, NULL },
	{ "cs",      "hyphen-cs",    { "cs_CZ", "cs" }, 2, 2, false, NULL },
	{ "da",      "hyphen-da",    { "da_DK", "da" }, 2, 2, false, NULL },
	{ "de",      "hyphen-de",    { "de_DE", "de" }, 2, 3, false, "aeiouy" },
	{ "de-AT",   "hyphen-de",    { "de_AT", "de_DE", "de" }, 2, 3, false, "aeiouy" },
	{ "de-CH",   "hyphen-de",    { "de_CH", "de_DE", "de" }, 2, 3, false, "aeiouy" },
	{ "el",      "hyphen-el",    { "el_GR", "el" }, 2, 2, false, NULL },
	{ "en",      "hyphen-en-gb", { "en_GB" }, 2, 3, false, NULL },
	{ "en-US",   "hyphen-en-us", { "en_US" }, 2, 3, false, NULL },
	{ "es",      "hyphen-es",    { "es_ES", "es", "es_ANY" }, 2, 2, false, NULL },
	{ "et",      "myspell-et",   { "et_EE", "et" }, 2, 2, false, NULL },
	{ "fr",      "hyphen-fr",    { "fr", "fr_FR" }, 2, 2, false, NULL },
	{ "gl",      "hyphen-gl",    { "gl_ES", "gl" }, 2, 2, false, NULL },
	{ "gu",      NULL, { NULL }, 0, 0, false, NULL },
	{ "hi",      NULL, { NULL }, 0, 0, false, NULL },
	{ "hr",      "hyphen-hr",    { "hr_HR", "hr" }, 2, 2, false, NULL },
	{ "hu",      "hyphen-hu",    { "hu_HU", "hu" }, 2, 2, false, NULL },
	{ "id",      "hyphen-id",    { "id_ID", "id" }, 2, 2, false, NULL },
	{ "is",      "hyphen-is",    { "is_IS", "is" }, 2, 2, false, NULL },
	{ "it",      "hyphen-it",    { "it_IT", "it" }, 2, 2, false, NULL },
	{ "kn",      NULL, { NULL }, 0, 0, false, NULL },
	{ "lt",      "hyphen-lt",    { "lt_LT", "lt" }, 2, 2, false, NULL },
	{ "lv",      "hyphen-lv",    { "lv_LV", "lv" }, 2, 2, false, NULL },
	{ "ml",      NULL, { NULL }, 0, 0, false, NULL },
	{ "mn",      "hyphen-mn",    { "mn_MN", "mn" }, 2, 2, false, NULL },
	{ "mr",      NULL, { NULL }, 0, 0, false, NULL },
	{ "nb",      "hyphen-no",    { "nb_NO", "nb", "no_NO" }, 2, 2, false, NULL },
	{ "nl",      "hyphen-nl",    { "nl_NL", "nl" }, 2, 2, false, NULL },
	{ "nn",      "hyphen-no",    { "nn_NO", "nn", "no_NO" }, 2, 2, false, NULL },
	{ "no",      "hyphen-no",    { "nb_NO", "no_NO", "no" }, 2, 2, false, NULL },
	{ "or",      NULL, { NULL }, 0, 0, false, NULL },
	{ "pa",      NULL, { NULL }, 0, 0, false, NULL },
	{ "pl",      "hyphen-pl",    { "pl_PL", "pl" }, 2, 2, false, NULL },
	{ "pt",      "hyphen-pt-pt", { "pt_PT", "pt" }, 2, 2, false, NULL },
	{ "pt-BR",   "hyphen-pt-br", { "pt_BR" }, 2, 2, false, NULL },
	{ "ro",      "hyphen-ro",    { "ro_RO", "ro" }, 2, 2, false, NULL },
	{ "ru",      "hyphen-ru",    { "ru_RU", "ru" }, 2, 2, true, "аеёиоуыэюяіѣ" },
	{ "sk",      "hyphen-sk",    { "sk_SK", "sk" }, 2, 2, false, NULL },
	{ "sl",      "hyphen-sl",    { "sl_SI", "sl" }, 2, 2, false, NULL },
	{ "sr",      "hyphen-sr",    { "sr_RS", "sr" }, 2, 2, false, NULL },
	{ "sr-Latn", "hyphen-sr",    { "sr-Latn_RS", "sr_Latn", "sh" }, 2, 2, false, NULL },
	{ "sv",      "hyphen-sv",    { "sv_SE", "sv" }, 2, 2, false, NULL },
	{ "ta",      NULL, { NULL }, 0, 0, false, NULL },
	{ "te",      NULL, { NULL }, 0, 0, false, NULL },
	{ "tr",      "",             { NULL }, 2, 2, false, "aeıioöuüâîû" },
	{ "uk",      "hyphen-uk",    { "uk_UA", "uk" }, 2, 2, true, "аеиіоуюяєїыэё" },
	{ "zu",      "hyphen-zu",    { "zu_ZA", "zu" }, 2, 2, false, NULL },
	/* Foreign scripts of languages above: their patterns are for another one. */
	{ "pa-Arab", NULL, { NULL }, 0, 0, false, NULL },
	{ "mn-Mong", NULL, { NULL }, 0, 0, false, NULL },
	/* Everything else, so ar fa ps ur ckb he vi so th lo km my zh ja ko am ti, has
	 * no row: not hyphenated by custom, or without patterns in Debian. */
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

/* The apostrophe is typed in three ways; patterns and words use one here. */
static gunichar fold_apostrophe(gunichar c)
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

static uint32_t node_new(struct hyphen *h, uint8_t byte, uint32_t next)
{
	if (h->nnodes == h->room) {
		h->room = h->room ? 2 * h->room : 8192;
		h->node = g_renew(struct node, h->node, h->room);
	}
	h->node[h->nnodes] = (struct node){ 0, next, 0, byte };
	return (uint32_t)h->nnodes++;
}

/* The child of a node (0: of the root), made if it is not there. */
static uint32_t child_make(struct hyphen *h, int level, uint32_t parent, uint8_t byte)
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

static void pattern_add(struct hyphen *h, struct insertion *last, int level,
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

static void pattern_read(struct hyphen *h, struct insertion *last, int level, const char *s, size_t n)
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

static void never_read(struct hyphen *h, const char *list)
{
	char **word = g_strsplit(list, ",", 32);

	for (size_t i = 0; word[i]; i++)
		if (*g_strstrip(word[i]))
			g_ptr_array_add(h->never, g_strdup(word[i]));
	g_strfreev(word);
}

/* A line that is a command; false: it is a pattern. */
static bool command_read(struct hyphen *h, const char *s)
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
		*minimum[i].value = CLAMP(atoi(s + strlen(minimum[i].name)), 0, WORD_MAX);
		return true;
	}
	if (!g_str_has_prefix(s, "NOHYPHEN"))
		return false;
	never_read(h, s + strlen("NOHYPHEN"));
	return true;
}

/* Patterns before NEXTLEVEL are the first level's; a file without it has
 * second-level patterns only. */
static void lines_read(struct hyphen *h, const struct charset *c, const char *s, const char *end)
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

struct hyphen *hyphen_load(const char *path)
{
	struct hyphen *h = NULL;
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

	h = g_new0(struct hyphen, 1);
	h->values = g_byte_array_new();
	g_byte_array_append(h->values, (const guint8 *)"", 1);	/* offset 0: no values */
	h->never = g_ptr_array_new_with_free_func(g_free);
	node_new(h, 0, 0);
	h->two_levels = strstr(text + first, "\nNEXTLEVEL") != NULL;
	lines_read(h, c, text + first, text + n);
	if (!h->two_levels)
		never_read(h, "-,\xe2\x80\x93,'");
out:
	g_free(c);
	g_free(name);
	g_free(text);
	return h;
}

void hyphen_free(struct hyphen *h)
{
	if (!h)
		return;
	g_free(h->node);
	g_byte_array_free(h->values, TRUE);
	g_ptr_array_free(h->never, TRUE);
	g_free(h);
}

/* ---- a word ---- */

/* The word in lower case, composed, with a full stop at both ends, as the
 * patterns want it. */
struct text {
	size_t n;
	char byte[TEXT_MAX + 8];
	uint16_t from[TEXT_MAX + 8];	/* offset in the word of the character starting here, or INSIDE */
	bool mark[TEXT_MAX + 8];	/* a combining mark or joiner starts here */
};

static bool is_mark(gunichar c)
{
	return g_unichar_ismark(c) || c == 0x200c || c == 0x200d || c == 0x00ad || c == 0x2060;
}

static gunichar lower(gunichar c)
{
	/* libhyphen's way with digits: they end a word. */
	return g_unichar_isdigit(c) ? '.' : fold_apostrophe(g_unichar_tolower(c));
}

static void text_put(struct text *t, size_t at, gunichar c, size_t from)
{
	t->n = at + (size_t)g_unichar_to_utf8(c, t->byte + at);
	for (size_t i = at; i < t->n; i++) {
		t->from[i] = INSIDE;
		t->mark[i] = false;
	}
	t->from[at] = (uint16_t)from;
	t->mark[at] = is_mark(c);
}

static bool text_prepare(const char *word, size_t len, struct text *t)
{
	gunichar prev = 0, both;
	size_t prev_at = 0, prev_from = 0;

	t->n = 0;
	text_put(t, 0, '.', INSIDE);
	for (size_t i = 0; i < len; ) {
		gunichar c = g_utf8_get_char_validated(word + i, (gssize)(len - i));

		if (c == 0 || c >= (gunichar)-2)
			return false;
		c = lower(c);
		if (prev && g_unichar_ismark(c) && g_unichar_compose(prev, c, &both)) {
			/* a + diaeresis is the letter that the patterns know */
			text_put(t, prev_at, both, prev_from);
			prev = both;
		} else {
			prev = c;
			prev_at = t->n;
			prev_from = i;
			text_put(t, t->n, c, i);
		}
		i += (size_t)(g_utf8_next_char(word + i) - (word + i));
	}
	text_put(t, t->n, '.', len);
	return true;
}

static void values_raise(const uint8_t *v, uint8_t *gap)
{
	for (size_t k = 0; k < v[1]; k++)
		gap[v[0] + k] = MAX(gap[v[0] + k], v[2 + k]);
}

/* odd[i] for the gaps of s (with its stops): the patterns want a hyphen there. */
static void match(const struct hyphen *h, int level, const char *s, size_t n, uint8_t *odd)
{
	const struct node *node = h->node;
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
		odd[i] &= 1 & (h->all_patterns ? 1 : longest[i]);
}

/* How many letters of the text stand in from..to; marks are none. */
static int letters(const struct text *t, size_t from, size_t to)
{
	int n = 0;

	for (size_t i = from; i < to; i++)
		n += t->from[i] != INSIDE && !t->mark[i];
	return n;
}

/* First-level joints of a file that has no first level. */
static void split_plain(const struct hyphen *h, const struct text *t, uint8_t *value)
{
	memset(value, 0, t->n + 1);
	for (size_t i = 1; i + 1 < t->n; i++) {
		size_t n = t->byte[i] == '-' || (t->byte[i] == '\'' && !h->apostrophes) ? 1 :
			!strncmp(t->byte + i, "\xe2\x80\x93", 3) ? 3 : 0;

		if (n)
			value[i] = value[i + n] = 1;
	}
}

/* One part of the word as a word of its own; its points go to mark. */
static void part_points(const struct hyphen *h, const struct text *t, size_t from, size_t to,
			uint8_t kind, uint8_t *mark)
{
	char s[TEXT_MAX + 8];
	uint8_t value[TEXT_MAX + 9];
	size_t n = to - from;
	bool first = from == 1, last = to + 1 == t->n;

	s[0] = '.';
	memcpy(s + 1, t->byte + from, n);
	s[n + 1] = '.';
	match(h, 1, s, n + 2, value);
	for (size_t i = 1; i < n; i++) {
		if (!(value[i + 1] & 1) || t->from[from + i] == INSIDE)
			continue;
		if (!first && letters(t, from, from + i) < h->part_left)
			continue;
		if (!last && letters(t, from + i, to) < h->part_right)
			continue;
		mark[from + i] = kind;
	}
}

static bool has_vowel(const struct hyphen *h, const struct text *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		gunichar c, base;

		if (t->from[i] == INSIDE)
			continue;
		c = g_utf8_get_char(t->byte + i);
		/* An accent makes another letter in Cyrillic (й), not in Latin. */
		if (c < 0x250)
			g_unichar_fully_decompose(c, FALSE, &base, 1);
		else
			base = c;
		if (g_utf8_strchr(h->vowels, -1, base))
			return true;
	}
	return false;
}

static void join_vowelless(const struct hyphen *h, const struct text *t, uint8_t *mark)
{
	size_t begin = 1;

	for (size_t i = 2; i < t->n; i++) {
		if (!mark[i] && i + 1 < t->n)
			continue;
		if (has_vowel(h, t, begin, i)) {
			begin = i;
		} else if (begin > 1) {
			mark[begin] = 0;
			begin = i;
		} else {
			mark[i] = 0;
		}
	}
}

static void clear_beside(const struct text *t, const char *never, uint8_t *mark)
{
	size_t n = strlen(never);

	for (size_t i = 1; i + n < t->n; i++)
		if (!memcmp(t->byte + i, never, n))
			mark[i] = mark[i + n] = 0;
}

size_t hyphen_word(const struct hyphen *h, const char *word, size_t len, uint8_t *points)
{
	struct text t;
	uint8_t joint[TEXT_MAX + 9], mark[TEXT_MAX + 9] = { 0 };
	int left = h->left ? h->left : 2, right = h->right ? h->right : 2, before = 0, all;
	size_t begin = 1, n = 0;

	if (!len)
		return 0;
	memset(points, 0, len);
	if (h->by_rule)
		return len > WORD_MAX ? 0 : syllable_word(h->vowels, word, len, left, right, points);
	if (len > WORD_MAX || !text_prepare(word, len, &t))
		return 0;
	if (h->two_levels)
		match(h, 0, t.byte, t.n, joint);
	else
		split_plain(h, &t, joint);
	for (size_t i = 2; i < t.n; i++) {
		bool end = i + 1 == t.n;

		if (!end && (!(joint[i] & 1) || t.from[i] == INSIDE))
			continue;
		part_points(h, &t, begin, i, begin == 1 && end ? 2 : 3, mark);
		if (!end)
			mark[i] = 1;
		begin = i;
	}
	for (size_t i = 0; i < h->never->len; i++)
		clear_beside(&t, h->never->pdata[i], mark);
	if (h->vowels)
		join_vowelless(h, &t, mark);

	all = letters(&t, 1, t.n - 1);
	for (size_t i = 1; i + 1 < t.n; i++) {
		if (t.from[i] == INSIDE)
			continue;
		if (mark[i] && !t.mark[i] && before >= left && all - before >= right) {
			points[t.from[i]] = mark[i];
			n++;
		}
		before += !t.mark[i];
	}
	return n;
}

/* ---- all dictionaries ---- */

struct entry { const struct language *language; struct hyphen *h; };

struct hyphens {
	GMutex lock;
	struct entry loaded[G_N_ELEMENTS(languages)];
};

struct hyphens *hyphens_new(void)
{
	struct hyphens *hs = g_new0(struct hyphens, 1);

	g_mutex_init(&hs->lock);
	return hs;
}

void hyphens_free(struct hyphens *hs)
{
	if (!hs)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(hs->loaded); i++)
		hyphen_free(hs->loaded[i].h);
	g_mutex_clear(&hs->lock);
	g_free(hs);
}

static const struct language *language_find(const char *tag)
{
	const struct language *found = NULL;
	char *t = g_strdelimit(g_strdup(tag), "_", '-');

	while (!found && *t) {
		char *cut = strrchr(t, '-');

		for (size_t i = 0; i < G_N_ELEMENTS(languages) && !found; i++)
			if (!g_ascii_strcasecmp(languages[i].tag, t))
				found = &languages[i];
		*(cut ? cut : t) = 0;
	}
	g_free(t);
	return found;
}

static struct hyphen *language_load(const struct language *l)
{
	struct hyphen *h = NULL;

	if (!*l->package) {
		h = g_new0(struct hyphen, 1);
		h->by_rule = true;
		h->never = g_ptr_array_new();
		h->values = g_byte_array_new();
	}
	for (size_t i = 0; i < G_N_ELEMENTS(l->file) && l->file[i] && !h; i++) {
		char *path = g_strconcat(FOLDER, l->file[i], ".dic", NULL);

		h = hyphen_load(path);
		g_free(path);
	}
	if (!h)
		return NULL;
	h->left = h->left ? h->left : l->left;
	h->right = h->right ? h->right : l->right;
	h->all_patterns = l->all_patterns;
	h->vowels = l->vowels;
	return h;
}

const struct hyphen *hyphen_find(struct hyphens *hs, const char *lang, enum hyphen_state *state, const char **package)
{
	const struct language *l = language_find(lang);
	struct entry *e = l ? &hs->loaded[l - languages] : NULL;

	*package = l ? l->package : NULL;
	*state = HYPHEN_NONE;
	if (!l || !l->package)
		return NULL;
	g_mutex_lock(&hs->lock);
	if (!e->language) {
		e->language = l;
		e->h = language_load(l);
	}
	g_mutex_unlock(&hs->lock);
	*state = e->h ? HYPHEN_OK : HYPHEN_NOT_INSTALLED;
	return e->h;
}
