/* src/doc/wordlist.c - marked words by language, in lower case and composed. */
#include "doc/wordlist.h"
#include <glib.h>
#include <stdint.h>
#include <string.h>
#include "base/arena.h"

enum { WORD_MAX = 255, KEY_MAX = 3 * WORD_MAX, DOTTED_I = 0x130, FIRST_ODD = 0x2b0 };

struct wordlist {
	struct arena *arena;
	const struct wordlist *outer;
	GHashTable *whole;		/* "de:urinstinkt" -> "ur=instinkt" */
	GHashTable *prefixes;		/* likewise: words that begin so */
	bool begins[256];		/* first bytes of words of any language, as begin_of() has them: most words are known to be none at once */
};

static uint8_t begin_of(const char *word)
{
	return (uint8_t)((uint8_t)word[0] * 31 + (word[0] ? (uint8_t)word[1] : 0));
}

static void drop_table(void *p)
{
	g_hash_table_unref(p);
}

struct wordlist *wordlist_new(struct arena *a, const struct wordlist *outer)
{
	struct wordlist *w = arena_make(a, struct wordlist);

	w->arena = a;
	w->outer = outer;
	w->whole = g_hash_table_new(g_str_hash, g_str_equal);
	w->prefixes = g_hash_table_new(g_str_hash, g_str_equal);
	arena_defer(a, drop_table, w->whole);
	arena_defer(a, drop_table, w->prefixes);
	return w;
}

/* What fold() makes of Latin letters that are composed: no modifiers, no marks. false: not such a word. */
static bool fold_plain(const char *s, size_t len, char *out)
{
	for (const char *end = s + len; s < end; s = g_utf8_next_char(s)) {
		gunichar c = (uint8_t)*s;

		if (c >= 0x80) {
			c = g_utf8_get_char_validated(s, end - s);
			if (c >= FIRST_ODD || c == DOTTED_I)
				return false;
			c = g_unichar_tolower(c);
		} else if (g_ascii_isupper((char)c)) {
			c += 'a' - 'A';
		}
		if (c < 0x80)
			*out++ = (char)c;
		else
			out += g_unichar_to_utf8(c, out);
	}
	*out = 0;
	return true;
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
	g_hash_table_replace(low[len - 1] == '*' ? w->prefixes : w->whole,
			     arena_printf(w->arena, "%.*s:%s", (int)primary(lang), lang, key),
			     arena_strndup(w->arena, low, len - (low[len - 1] == '*')));
	w->begins[begin_of(key)] = true;
	g_strfreev(parts);
	g_free(key);
	g_free(low);
	return true;
}

static const char *find_here(const struct wordlist *w, const char *lang, const char *key)
{
	char *with_lang = g_strdup_printf("%.*s:%s", (int)primary(lang), lang, key);
	char *start = with_lang + primary(lang) + 1, *end = start + strlen(start);
	const char *found = g_hash_table_lookup(w->whole, with_lang);

	/* The longest beginning counts. */
	for (; !found && end > start && g_hash_table_size(w->prefixes); end = g_utf8_prev_char(end)) {
		*end = 0;
		found = g_hash_table_lookup(w->prefixes, with_lang);
	}
	g_free(with_lang);
	return found;
}

const char *wordlist_find(const struct wordlist *w, const char *lang, const char *word, size_t len)
{
	const char *found = NULL;
	char plain[KEY_MAX + 1], *folded = NULL, *key = plain;

	if (!w || len > WORD_MAX)
		return NULL;
	if (!fold_plain(word, len, plain))
		key = folded = fold(word, len);
	for (; w && key && !found; w = w->outer)
		if (w->begins[begin_of(key)])
			found = find_here(w, lang, key);
	g_free(folded);
	return found;
}
