/*
 * src/text/patterns.c - Liang's patterns, matched.
 *
 * Where a pattern occurs in the word, its values stand at the gaps; the largest
 * value at a gap wins, and an odd one is a place for a hyphen.
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
 *
 * An image out of the cache has a checksum, but is not trusted with memory:
 * whatever it says, nothing beyond it or beyond the word is touched.
 */
#include "text/patterns.h"
#include <string.h>
#include <sys/stat.h>
#include "base/cache.h"
#include "text/patterns_image.h"

enum { TEXT_MAX = PATTERN_TEXT_MAX };

gunichar patterns_fold_apostrophe(gunichar c)
{
	return c == 0x2019 || c == 0x02bc ? '\'' : c;
}

/* ---- images ---- */

/* NULL: it is none. */
static struct patterns *patterns_new(GBytes *image)
{
	gsize n = 0;
	const char *p = image ? g_bytes_get_data(image, &n) : NULL;
	const struct pattern_head *head = (const void *)p;
	struct patterns *h;
	uint64_t body;

	if (n < sizeof *head || memcmp(head->magic, PATTERN_MAGIC, sizeof head->magic) != 0 || head->nnodes > PATTERN_NODES_MOST)
		return NULL;
	body = (uint64_t)head->nnodes * sizeof(struct pattern_node) + head->nvalues + head->nnever;
	if (body != n - sizeof *head || (head->nnever && p[n - 1]))
		return NULL;
	h = g_new0(struct patterns, 1);
	h->image = g_bytes_ref(image);
	h->head = head;
	h->node = (const void *)(p + sizeof *head);
	h->values = (const uint8_t *)(h->node + head->nnodes);
	h->two_levels = head->two_levels;
	h->apostrophes = head->apostrophes;
	h->left = head->left;
	h->right = head->right;
	h->part_left = head->part_left;
	h->part_right = head->part_right;
	h->never = g_ptr_array_new();
	for (const char *s = p + n - head->nnever; s < p + n; s += strlen(s) + 1)
		g_ptr_array_add(h->never, (gpointer)s);
	return h;
}

/* All that the image of a file depends on, but for its bytes: packages change their files with their times. NULL: no such file. */
static char *image_key(const char *path)
{
	struct stat st;
	char *facts, *key;

	if (stat(path, &st) || !S_ISREG(st.st_mode))
		return NULL;
	facts = g_strdup_printf("%lld %lld.%09ld %lld.%09ld", (long long)st.st_size, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
				(long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
	key = cache_key((const char *[]){ "patterns", PATTERN_MAGIC, G_STRINGIFY(G_BYTE_ORDER), path, facts }, 5);
	g_free(facts);
	return key;
}

static GBytes *image_kept(struct cache *c, const char *key)
{
	struct entry e;
	GMappedFile *file;
	GBytes *image = NULL;

	if (!cache_get(c, key, &e))
		return NULL;
	file = e.file ? g_mapped_file_new(e.file, FALSE, NULL) : NULL;
	if (file) {
		image = g_mapped_file_get_bytes(file);
		g_mapped_file_unref(file);
	}
	entry_clear(&e);
	return image;
}

/* What cannot be kept is read again the next time. */
static void image_keep(struct cache *c, const char *key, GBytes *image)
{
	struct draft *d = cache_draft(c);
	gsize n;
	const char *p = g_bytes_get_data(image, &n);

	if (d && g_file_set_contents_full(draft_path(d), p, (gssize)n, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
		cache_put_file(c, key, "", 0, d, "pat");
	else
		draft_drop(d);
}

static struct patterns *load(const char *path, GBytes *(*read)(const char *path), struct cache *c)
{
	char *key = c ? image_key(path) : NULL;
	GBytes *image = key ? image_kept(c, key) : NULL;
	struct patterns *p = patterns_new(image);

	if (!p) {
		if (image)
			g_bytes_unref(image);
		image = read(path);
		if (image && key)
			image_keep(c, key, image);
		p = patterns_new(image);
	}
	if (image)
		g_bytes_unref(image);
	g_free(key);
	return p;
}

struct patterns *patterns_load(const char *path, struct cache *c)
{
	return load(path, patterns_image, c);
}

/* ---- TeX's exceptions ---- */

static void exceptions_read(struct patterns *h, const char *path)
{
	char *text = NULL, **word;

	if (!g_file_get_contents(path, &text, NULL, NULL) || !*text || !g_utf8_validate(text, -1, NULL)) {
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

struct patterns *patterns_load_tex(const char *patterns, const char *exceptions, struct cache *c)
{
	struct patterns *h = load(patterns, patterns_image_tex, c);

	if (!h)
		return NULL;
	h->reading = READ_AS_LIANG;
	exceptions_read(h, exceptions);
	return h;
}

void patterns_free(struct patterns *h)
{
	if (!h)
		return;
	g_bytes_unref(h->image);
	g_ptr_array_free(h->never, TRUE);
	if (h->exceptions)
		g_hash_table_unref(h->exceptions);
	g_free(h);
}

/* ---- matching ---- */

/* The child of a node by its byte, among n; 0: it has none. */
static uint32_t child_of(const struct pattern_node *node, uint32_t n, uint32_t parent, uint8_t byte)
{
	uint32_t c = node[parent].link >> 9;

	for (; c && c < n; c++) {
		uint32_t link = node[c].link;

		if ((uint8_t)link >= byte)
			return (uint8_t)link == byte ? c : 0;
		if (link & PATTERN_LAST)
			break;
	}
	return 0;
}

/* gaps: how many there are from here on. */
static void values_raise(const uint8_t *v, uint8_t *gap, size_t gaps)
{
	size_t end = MIN((size_t)v[0] + v[1], gaps);

	for (size_t k = v[0]; k < end; k++)
		gap[k] = MAX(gap[k], v[2 + k - v[0]]);
}

static const uint8_t *values_at(const struct patterns *h, uint32_t at)
{
	uint64_t n = h->head->nvalues;

	return at + (uint64_t)2 <= n && at + (uint64_t)2 + h->values[at + 1] <= n ? h->values + at : NULL;
}

void patterns_match(const struct patterns *h, int level, const char *s, size_t n, uint8_t *odd)
{
	const struct pattern_node *node = h->node;
	uint32_t nnodes = h->head->nnodes;
	/* reached[i]: some prefix ends after i bytes; as starts ascend, the first is the longest. */
	uint8_t longest[TEXT_MAX + 9], reached[TEXT_MAX + 9];
	bool longest_counts = h->reading != READ_AS_LIANG;

	memset(odd, 0, n + 1);
	memset(longest, 0, n + 1);
	memset(reached, 0, n + 1);
	for (size_t start = 0; start < n; start++) {
		uint32_t at = h->head->root[level][(uint8_t)s[start]];

		for (size_t i = start + 1; at && at < nnodes; i++) {
			const uint8_t *v = node[at].values ? values_at(h, node[at].values) : NULL;

			if (v)
				values_raise(v, odd + start, n + 1 - start);
			if (v && longest_counts && !reached[i])
				values_raise(v, longest + start, n + 1 - start);
			reached[i] = 1;
			if (i == n)
				break;
			at = child_of(node, nnodes, at, (uint8_t)s[i]);
		}
	}
	for (size_t i = 0; i <= n; i++)
		odd[i] = 1 & (h->reading == READ_AS_LIANG ? odd[i] :
			      h->reading == READ_AS_LIBHYPHEN ? longest[i] : odd[i] & longest[i]);
}
