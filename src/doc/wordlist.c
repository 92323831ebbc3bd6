/* src/doc/wordlist.c - marked words by language, in lower case and composed. */
#include "doc/wordlist.h"
#include <glib.h>
#include <string.h>
#include "base/arena.h"

enum { WORD_MAX = 255, KEY_MAX = 3 * WORD_MAX };

struct prefix { const char *lang, *key, *marked; };

struct wordlist {
	struct arena *arena;
	const struct wordlist *outer;
	GHashTable *whole;		/* "de:urinstinkt" -> "ur=instinkt" */
	GArray *prefixes;		/* struct prefix */
};

static void drop_whole(void *p)
{
	g_hash_table_unref(p);
}

static void drop_prefixes(void *p)
{
	g_array_unref(p);
}

struct wordlist *wordlist_new(struct arena *a, const struct wordlist *outer)
{
	struct wordlist *w = arena_make(a, struct wordlist);

	w->arena = a;
	w->outer = outer;
	w->whole = g_hash_table_new(g_str_hash, g_str_equal);
	w->prefixes = g_array_new(FALSE, FALSE, sizeof(struct prefix));
	arena_defer(a, drop_whole, w->whole);
	arena_defer(a, drop_prefixes, w->prefixes);
	return w;
}

/* Lower case, composed, one kind of apostrophe. g_free() it; NULL: not UTF-8. */
static char *fold(const char *s, size_t len)
{
	char *nfc = g_utf8_normalize(s, (gssize)len, G_NORMALIZE_NFC), *low;
	GString *out;

	if (!nfc)
		return NULL;
	low = g_utf8_strdown(nfc, -1);
	out = g_string_new(low);
	g_string_replace(out, "\xe2\x80\x99", "'", 0);
	g_string_replace(out, "\xca\xbc", "'", 0);
	g_free(nfc);
	g_free(low);
	return g_string_free(out, FALSE);
}

static size_t primary(const char *lang)
{
	return strcspn(lang, "-_");
}

/* Letters with - and = between them, at most one * at the end. */
static bool well_formed(const char *s)
{
	bool letter = false;

	for (; *s && strcmp(s, "*") != 0; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (c == '-' || c == '=') {
			if (!letter)
				return false;
			letter = false;
		} else if (g_unichar_isalpha(c) || g_unichar_ismark(c) || c == '\'') {
			letter = true;
		} else {
			return false;
		}
	}
	return letter;
}

bool wordlist_add(struct wordlist *w, const char *lang, const char *marked)
{
	char *low = strlen(marked) <= WORD_MAX ? fold(marked, strlen(marked)) : NULL, **parts, *key;
	bool ok = low && well_formed(low);
	size_t len;

	if (!ok) {
		g_free(low);
		return false;
	}
	len = strlen(low);
	parts = g_strsplit_set(low, "-=*", -1);
	key = g_strjoinv("", parts);
	if (low[len - 1] == '*') {
		struct prefix p = { arena_strndup(w->arena, lang, primary(lang)), arena_strdup(w->arena, key),
				    arena_strndup(w->arena, low, len - 1) };

		g_array_append_val(w->prefixes, p);
	} else {
		g_hash_table_replace(w->whole, arena_printf(w->arena, "%.*s:%s", (int)primary(lang), lang, key),
				     arena_strdup(w->arena, low));
	}
	g_strfreev(parts);
	g_free(key);
	g_free(low);
	return true;
}

static const char *find_here(const struct wordlist *w, const char *lang, const char *key)
{
	char *with_lang = g_strdup_printf("%.*s:%s", (int)primary(lang), lang, key);
	const char *found = g_hash_table_lookup(w->whole, with_lang);

	for (guint i = w->prefixes->len; i-- > 0 && !found; ) {
		const struct prefix *p = &g_array_index(w->prefixes, struct prefix, i);

		if (*p->key == *key && strlen(p->lang) == primary(lang) && !g_ascii_strncasecmp(p->lang, lang, primary(lang)) &&
		    g_str_has_prefix(key, p->key))
			found = p->marked;
	}
	g_free(with_lang);
	return found;
}

const char *wordlist_find(const struct wordlist *w, const char *lang, const char *word, size_t len)
{
	const char *found = NULL;
	char *key;

	if (!w || len > WORD_MAX)
		return NULL;
	key = fold(word, len);
	for (; w && key && !found; w = w->outer)
		if (g_hash_table_size(w->whole) || w->prefixes->len)
			found = find_here(w, lang, key);
	g_free(key);
	return found;
}
