/*
 * src/text/langcheck.c - the rules for characters, numbers, words and scripts,
 * and all rules over all text.
 */
#include "text/langcheck.h"
#include <glib.h>
#include <string.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/copies.h"
#include "text/dictionaries.h"
#include "text/langstate.h"

enum { SCRIPT_LETTERS = 2, LATIN_WORDS = 3, HYPHEN_LETTERS = 200, WORD_LETTERS = 100 };

struct amount { size_t letters; struct src at; };

/* ---- characters ---- */

enum { BIDI_MARK = 1, BIDI_EMBED, ZERO_WIDTH };

static int control_kind(uint32_t c)
{
	if (c == 0x200e || c == 0x200f || c == 0x061c)
		return BIDI_MARK;
	if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return BIDI_EMBED;
	return c == 0x200b || c == 0xfeff || c == 0x180e ? ZERO_WIDTH : 0;
}

static void check_control(struct check *k, size_t i, const char *lang)
{
	uint32_t c = k->l[i].c;
	int kind = control_kind(c);
	/* ZWSP parts words where no spaces do. */
	bool spaceless = !strncmp(lang, "km", 2) || !strncmp(lang, "th", 2) || !strncmp(lang, "lo", 2) || !strncmp(lang, "my", 2) ||
			 !strncmp(lang, "zh", 2) || !strncmp(lang, "ja", 2);
	char key[KEY];

	if (!kind || (kind == BIDI_MARK && k->copy->rtl) || (c == 0x200b && spaceless))
		return;
	g_snprintf(key, sizeof key, "control %x", c);
	if (kind == ZERO_WIDTH)
		FOUND(k, i, D_LANG_CONTROLS, key, _("the invisible character U+%04X stands here; delete it: words are not found when searched for"), c);
	else
		FOUND(k, i, D_LANG_CONTROLS, key,
		      _("the invisible control U+%04X turns the direction of text; delete it and mark the words with <foreign xml:lang=\"…\">, which gives their direction"), c);
}

static void check_category(struct check *k, size_t i)
{
	uint32_t c = k->l[i].c;
	int8_t category = u_charType((UChar32)c);
	char key[KEY];

	if (c == 0x2028 || c == 0x2029)
		return;
	g_snprintf(key, sizeof key, "category %x", c);
	if (category == U_UNASSIGNED)
		FOUND(k, i, D_LANG_UNASSIGNED, key, _("U+%04X is no character (of Unicode %s); type what was meant"), c, U_UNICODE_VERSION);
	else if (category == U_PRIVATE_USE_CHAR)
		FOUND(k, i, D_LANG_UNASSIGNED, key, _("U+%04X means something in one font only (private use); type what was meant"), c);
	else if (category == U_CONTROL_CHAR || c == 0xfffc)
		FOUND(k, i, D_LANG_CONTROLS, key, _("U+%04X is a control character, left by another program; delete it"), c);
	else if (c == 0xfffd)
		FOUND(k, i, D_LANG_UNASSIGNED, key, _("a character was lost when the text was copied (U+FFFD); type what was meant"));
}

static void check_slip(struct check *k, size_t i, const char *lang)
{
	const char *at = k->copy->text + k->l[i].byte;
	struct slip slip;
	char key[KEY];

	if (!customs_slip(lang, letter_before(k, i), at, &slip))
		return;
	g_snprintf(key, sizeof key, "slip %s %s", lang, slip.wrong);
	if (slip.kind == SLIP_TYPING)
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has %s typed for %s; type that"), lang, slip.wrong, slip.right);
	else if (*slip.right)
		FOUND(k, i, D_LANG_LETTERS, key, _("%s (U+%04X) is no letter of \"%s\"; type %s (U+%04X)"), slip.wrong,
		      g_utf8_get_char(slip.wrong), lang, slip.right, g_utf8_get_char(slip.right));
	else
		FOUND(k, i, D_LANG_LETTERS, key, _("%s (U+%04X) is no letter of \"%s\"; if the words are of another language, mark them with <foreign xml:lang=\"…\">"),
		      slip.wrong, g_utf8_get_char(slip.wrong), lang);
}

/* ---- numbers ---- */

static uint32_t zero_of(uint32_t c)
{
	return c - (uint32_t)u_charDigitValue((UChar32)c);
}

static bool is_digit(uint32_t c)
{
	return u_charType((UChar32)c) == U_DECIMAL_DIGIT_NUMBER;
}

/* The number that begins at i; returns its end. */
static size_t check_number(struct check *k, size_t i, const char *lang)
{
	const struct customs *c = customs_of(lang);
	uint32_t zero = zero_of(k->l[i].c), meant = g_utf8_get_char(c->zeros);
	size_t end = i;
	bool mixed = false;
	char key[KEY], found[8], first[8], usual[8];

	for (; is_digit(k->l[end].c) || (letter_in(".,/:٫٬-", k->l[end].c) && k->l[end].c && is_digit(k->l[end + 1].c)); end++)
		mixed |= is_digit(k->l[end].c) && zero_of(k->l[end].c) != zero;
	if (mixed) {
		char *number = g_strndup(k->copy->text + k->l[i].byte, k->l[end].byte - k->l[i].byte);

		g_snprintf(key, sizeof key, "mixed digits %s", lang);
		FOUND(k, i, D_LANG_DIGITS, key, _("the number %s has digits of two kinds; type them all as %s to %s"), number,
		      letter_shown(letter_in(c->zeros, zero) ? zero : meant, first), letter_shown((letter_in(c->zeros, zero) ? zero : meant) + 9, usual));
		g_free(number);
	} else if (!letter_in(c->zeros, zero)) {
		g_snprintf(key, sizeof key, "digits %s %x", lang, zero);
		FOUND(k, i, D_LANG_DIGITS, key, _("digits such as %s (U+%04X) are not those of \"%s\", which are %s to %s"), letter_shown(k->l[i].c, found),
		      k->l[i].c, lang, letter_shown(meant, first), letter_shown(meant + 9, usual));
	}
	return end;
}

/* ---- words ---- */

struct word { size_t from, to; UScriptCode script; bool mixed; };

static UScriptCode script_of(uint32_t c)
{
	UErrorCode st = U_ZERO_ERROR;
	UScriptCode s = uscript_getScript((UChar32)c, &st);

	return U_FAILURE(st) || s == USCRIPT_INHERITED ? USCRIPT_COMMON : s;
}

static bool in_word(const struct letter *l)
{
	return letter_is(l->c) || l->c == 0x200c || l->c == 0x200d;
}

/* Scripts whose letters are taken for each other's. */
static bool looks_alike(UScriptCode s)
{
	return s == USCRIPT_LATIN || s == USCRIPT_CYRILLIC || s == USCRIPT_GREEK || s == USCRIPT_ARMENIAN;
}

/* The letter of the word whose script the fewest have. */
static size_t odd_letter(const struct check *k, struct word w)
{
	size_t odd = w.from, fewest = SIZE_MAX;

	for (size_t i = w.from; i < w.to; i++) {
		UScriptCode s = script_of(k->l[i].c);
		size_t same = 0;

		for (size_t m = w.from; m < w.to; m++)
			same += script_of(k->l[m].c) == s;
		if (s != USCRIPT_COMMON && same < fewest) {
			fewest = same;
			odd = i;
		}
	}
	return odd;
}

static void check_confusable(struct check *k, struct word w, const char *lang)
{
	const char *text = k->copy->text + k->l[w.from].byte;
	int32_t len = (int32_t)(k->l[w.to].byte - k->l[w.from].byte);
	UErrorCode st = U_ZERO_ERROR;
	struct slip slip;
	size_t odd;
	UScriptCode script;
	char key[KEY], buf[8], *word;

	if (!w.mixed || w.to - w.from > WORD_LETTERS || !(uspoof_checkUTF8(k->spoof, text, len, NULL, &st) & USPOOF_RESTRICTION_LEVEL) || U_FAILURE(st))
		return;
	odd = odd_letter(k, w);
	script = script_of(k->l[odd].c);
	if (!looks_alike(script) || !looks_alike(w.script) ||
	    customs_slip(lang, letter_before(k, odd), k->copy->text + k->l[odd].byte, &slip))
		return;				/* the last: told already */
	word = g_strndup(text, (gsize)len);
	g_snprintf(key, sizeof key, "confusable %s %x", lang, k->l[odd].c);
	FOUND(k, odd, D_LANG_LETTERS, key, _("%s in \"%s\" is a letter of another script (U+%04X, %s); type the one that looks like it"),
	      letter_shown(k->l[odd].c, buf), word, k->l[odd].c, uscript_getName(script));
	g_free(word);
}

static void check_normal(struct check *k, struct word w, const char *lang)
{
	UChar s[256];
	int32_t n = 0;
	UErrorCode st = U_ZERO_ERROR;
	char key[KEY];

	u_strFromUTF8(s, G_N_ELEMENTS(s), &n, k->copy->text + k->l[w.from].byte, (int32_t)(k->l[w.to].byte - k->l[w.from].byte), &st);
	if (U_FAILURE(st) || unorm2_isNormalized(k->nfc, s, n, &st) || U_FAILURE(st))
		return;
	g_snprintf(key, sizeof key, "normal %s", lang);
	FOUND(k, w.from, D_LANG_NORMAL, key,
	      _("text in \"%s\" has letters and their accents typed apart, or old forms of letters (not in Unicode's normal form C); save it in that form, so that it is found when searched for"), lang);
}

static struct word word_at(const struct check *k, size_t i)
{
	struct word w = { i, i, USCRIPT_COMMON, false };
	size_t count[2] = { 0, 0 };

	for (; w.to < k->n && in_word(&k->l[w.to]) && k->l[w.to].run == k->l[i].run; w.to++) {
		UScriptCode s = script_of(k->l[w.to].c);

		if (s == USCRIPT_COMMON)
			continue;
		if (w.script == USCRIPT_COMMON)
			w.script = s;
		w.mixed |= s != w.script;
		count[s != w.script]++;
	}
	/* The script of most letters. */
	for (size_t m = i; w.mixed && count[1] > count[0] && m < w.to; m++)
		if (script_of(k->l[m].c) != w.script && script_of(k->l[m].c) != USCRIPT_COMMON) {
			w.script = script_of(k->l[m].c);
			break;
		}
	return w;
}

/* ---- scripts ---- */

/* Words of one script in a row that is not their language's. */
struct stretch { size_t from, words, letters; UScriptCode script; const char *lang; };

static bool script_fits(UScriptCode s, const char *iso)
{
	UErrorCode st = U_ZERO_ERROR;
	UScriptCode want[4];
	int32_t n = uscript_getCode(iso, want, 4, &st);

	if (!strcmp(iso, "Jpan"))
		return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA;
	if (!strcmp(iso, "Kore"))
		return s == USCRIPT_HANGUL || s == USCRIPT_HAN;
	if (!strcmp(iso, "Hans") || !strcmp(iso, "Hant"))
		return s == USCRIPT_HAN || s == USCRIPT_BOPOMOFO;
	for (int32_t i = 0; U_SUCCESS(st) && i < n; i++)
		if (want[i] == s)
			return true;
	return false;
}

/* Latin names and abbreviations are at home in every script's text, a sentence is not. */
static void end_stretch(struct check *k, struct stretch *s)
{
	bool latin = s->script == USCRIPT_LATIN;
	char key[KEY];

	if (s->words && (latin ? s->words >= LATIN_WORDS : s->letters >= SCRIPT_LETTERS)) {
		g_snprintf(key, sizeof key, "script %s %d", s->lang, s->script);
		FOUND(k, s->from, D_LANG_SCRIPT, key, _("words in %s script stand in text marked as \"%s\"; give them their own xml:lang, in a sentence by <foreign>"),
		      uscript_getName(s->script), s->lang);
	}
	s->words = s->letters = 0;
}

static void check_script(struct check *k, struct word w, const char *lang, struct stretch *s)
{
	bool fits = w.script == USCRIPT_COMMON || script_fits(w.script, lang_script(lang));

	if (fits || s->script != w.script || (s->words && strcmp(s->lang, lang) != 0))
		end_stretch(k, s);
	if (fits)
		return;
	if (!s->words)
		*s = (struct stretch){ w.from, 0, 0, w.script, lang };
	s->words++;
	s->letters += w.to - w.from;
}

/* ---- hyphenation ---- */

static void count_letters(struct check *k, struct word w, const char *lang)
{
	struct amount *a = g_hash_table_lookup(k->amount, lang);

	if (!a) {
		a = g_new0(struct amount, 1);
		a->at = copy_at(k->copy, k->l[w.from].byte);
		g_hash_table_insert(k->amount, g_strdup(lang), a);
	}
	a->letters += w.to - w.from;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void report_hyphens(struct check *k, struct diag *d)
{
	guint n;
	const char **langs = (const char **)g_hash_table_get_keys_as_array(k->amount, &n);

	qsort(langs, n, sizeof *langs, by_name);
	for (guint i = 0; i < n; i++) {
		const struct amount *a = g_hash_table_lookup(k->amount, langs[i]);
		enum hyphen_state state;
		const char *package;

		hyphen_find(k->hyphens, langs[i], &state, &package);
		if (state == HYPHEN_UNKNOWN && a->letters >= HYPHEN_LETTERS)
			diag_add(d, D_LANG_HYPHENS, a->at,
				 _("no hyphenation is known for \"%s\": its lines come out uneven; a template with ragged lines suits it, or write long words into <hyphenation>"),
				 langs[i]);
	}
	g_free(langs);
}

/* ---- a text ---- */

static void check_words(struct check *k)
{
	struct stretch s = { .script = USCRIPT_COMMON };

	for (size_t i = 0; i < k->n; ) {
		const char *lang = k->l[i].run->lang;
		struct word w;

		if (k->l[i].passed_over || !in_word(&k->l[i])) {
			if (is_digit(k->l[i].c) && !k->l[i].passed_over)
				i = check_number(k, i, lang);
			else
				i++;
			continue;
		}
		w = word_at(k, i);
		check_confusable(k, w, lang);
		check_normal(k, w, lang);
		check_script(k, w, lang, &s);
		count_letters(k, w, lang);
		i = w.to;
	}
	end_stretch(k, &s);
}

static void check_copy(void *self, const struct copy *c, const struct article *a, bool part)
{
	struct check *k = self;

	k->scratch = arena_new();
	k->copy = c;
	k->article = a;
	k->faults = 0;
	k->single_open = false;
	k->l = letters_of(k->scratch, c, &k->n);
	for (size_t i = 0; i < k->n; i++) {
		const char *lang = k->l[i].run->lang;

		if (k->l[i].passed_over)
			continue;
		check_mark(k, i, lang);
		check_control(k, i, lang);
		check_category(k, i);
		check_slip(k, i, lang);
		check_dash(k, i, lang);
		check_stop(k, i, lang);
	}
	check_words(k);
	if (!part && k->n)
		check_pairs(k);
	arena_free(k->scratch);
}

struct langcheck_sum langcheck(const struct issue *issue, struct hyphens *hyphens, struct diag *d)
{
	UErrorCode st = U_ZERO_ERROR;
	struct check k = { .tally = tally_new(), .hyphens = hyphens };
	struct copies_visitor v = { check_copy, &k };
	size_t before = diag_count(d, SEV_NOTE);
	struct langcheck_sum sum;

	k.amount = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	k.nfc = unorm2_getNFCInstance(&st);
	k.spoof = uspoof_open(&st);
	uspoof_setRestrictionLevel(k.spoof, USPOOF_HIGHLY_RESTRICTIVE);
	uspoof_setChecks(k.spoof, USPOOF_RESTRICTION_LEVEL, &st);
	if (U_SUCCESS(st)) {
		copies_visit(issue, &v);
		report_hyphens(&k, d);
	} else {
		diag_add(d, D_MACHINE, issue->at, _("ICU's data is not installed completely (%s); the language was not checked"), u_errorName(st));
	}
	tally_report(k.tally, d);
	uspoof_close(k.spoof);
	sum = (struct langcheck_sum){ diag_count(d, SEV_NOTE) - before, g_hash_table_size(k.amount) };
	g_hash_table_unref(k.amount);
	return sum;
}
