/* src/text/scripts.c - scripts of characters, and what they mean for setting. */
#include "text/scripts.h"
#include <string.h>
#include "doc/issue.h"

GUnicodeScript script_of_language(const char *lang)
{
	const char *iso = lang_script(lang);

	/* ISO 15924 has codes for ways of writing that Unicode's property does not know. */
	if (!strcmp(iso, "Hans") || !strcmp(iso, "Hant") || !strcmp(iso, "Jpan"))
		return G_UNICODE_SCRIPT_HAN;
	if (!strcmp(iso, "Kore"))
		return G_UNICODE_SCRIPT_HANGUL;
	return g_unicode_script_from_iso15924((guint32)iso[0] << 24 | (guint32)iso[1] << 16 |
					      (guint32)iso[2] << 8 | (guint32)iso[3]);
}

static bool is_shared(GUnicodeScript s)
{
	return s == G_UNICODE_SCRIPT_COMMON || s == G_UNICODE_SCRIPT_INHERITED || s == G_UNICODE_SCRIPT_UNKNOWN;
}

static gunichar closing_of(gunichar c)
{
	gunichar mirrored;

	return g_unichar_type(c) == G_UNICODE_OPEN_PUNCTUATION && g_unichar_get_mirror_char(c, &mirrored) ? mirrored : 0;
}

static void append(GArray *out, guint start, guint end, GUnicodeScript script)
{
	struct script_range r = { start, end, script };
	struct script_range *last = out->len ? &g_array_index(out, struct script_range, out->len - 1) : NULL;

	if (start == end)
		return;
	if (last && last->end == start && last->script == script)
		last->end = end;
	else
		g_array_append_val(out, r);
}

enum { DEPTH = 16 };
struct brackets { gunichar closing[DEPTH]; GUnicodeScript script[DEPTH]; int n; };

/* A bracket's script: the opening one's own, and the closing one takes it over. */
static GUnicodeScript bracket(struct brackets *b, gunichar c, GUnicodeScript own)
{
	gunichar closing = closing_of(c);

	if (closing) {
		if (b->n < DEPTH) {
			b->closing[b->n] = closing;
			b->script[b->n++] = own;
		}
		return own;
	}
	for (int i = b->n; i-- > 0; )
		if (b->closing[i] == c) {
			b->n = i;
			return b->script[i];
		}
	return own;
}

/* The shared characters [start, end) between letters of two scripts: all of one, but for brackets. */
static void append_shared(GArray *out, const char *text, guint start, guint end, GUnicodeScript own, struct brackets *b)
{
	guint from = start;

	for (const char *p = text + start; p < text + end; p = g_utf8_next_char(p)) {
		guint at = (guint)(p - text), next = (guint)(g_utf8_next_char(p) - text);

		if ((unsigned char)*p < 0x80 && !strchr("()[]{}", *p))
			continue;
		append(out, from, at, own);
		append(out, at, next, bracket(b, g_utf8_get_char(p), own));
		from = next;
	}
	append(out, from, end, own);
}

static GUnicodeScript script_of(gunichar c)
{
	if (c < 0x80)
		return g_ascii_isalpha((char)c) ? G_UNICODE_SCRIPT_LATIN : G_UNICODE_SCRIPT_COMMON;
	return g_unichar_get_script(c);
}

void scripts_find(const char *text, guint start, guint end, GUnicodeScript language, GArray *out)
{
	GUnicodeScript before = language;	/* of the last letter */
	struct brackets b = { .n = 0 };
	guint shared = start;			/* where the present row of shared characters began */
	bool any = false;

	for (const char *p = text + start; p < text + end; p = g_utf8_next_char(p)) {
		guint at = (guint)(p - text), next = (guint)(g_utf8_next_char(p) - text);
		GUnicodeScript s = script_of((unsigned char)*p < 0x80 ? (gunichar)*p : g_utf8_get_char(p));

		/* A mark belongs to the letter that it stands on. */
		if (s == G_UNICODE_SCRIPT_INHERITED && any && shared == at)
			s = before;
		if (is_shared(s))
			continue;
		if (shared < at)
			append_shared(out, text, shared, at, any && s == before ? s : language, &b);
		append(out, at, next, s);
		before = s;
		any = true;
		shared = next;
	}
	append_shared(out, text, shared, end, language, &b);
}

bool script_spaced(GUnicodeScript s)
{
	return s == G_UNICODE_SCRIPT_LATIN || s == G_UNICODE_SCRIPT_CYRILLIC || s == G_UNICODE_SCRIPT_GREEK;
}

bool script_ideographic(GUnicodeScript s)
{
	return s == G_UNICODE_SCRIPT_HAN || s == G_UNICODE_SCRIPT_HIRAGANA || s == G_UNICODE_SCRIPT_KATAKANA ||
	       s == G_UNICODE_SCRIPT_BOPOMOFO;
}

bool script_clustered(GUnicodeScript s)
{
	switch (s) {
	case G_UNICODE_SCRIPT_DEVANAGARI: case G_UNICODE_SCRIPT_BENGALI: case G_UNICODE_SCRIPT_GURMUKHI:
	case G_UNICODE_SCRIPT_TAMIL: case G_UNICODE_SCRIPT_SINHALA: case G_UNICODE_SCRIPT_THAI:
	case G_UNICODE_SCRIPT_LAO: case G_UNICODE_SCRIPT_KHMER: case G_UNICODE_SCRIPT_MYANMAR:
	case G_UNICODE_SCRIPT_GUJARATI: case G_UNICODE_SCRIPT_TELUGU: case G_UNICODE_SCRIPT_KANNADA:
	case G_UNICODE_SCRIPT_MALAYALAM: case G_UNICODE_SCRIPT_TIBETAN:
		return true;
	default:
		return false;
	}
}
