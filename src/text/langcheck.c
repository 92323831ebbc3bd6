/*
 * src/text/langcheck.c - the rules, character by character, word by word, and
 * for a text as a whole.
 *
 * A rule says what it found by tally_add(): the key names what makes findings
 * the same, so that three hundred straight quotation marks are one note.
 */
#include "text/langcheck.h"
#include <glib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "doc/copies.h"
#include "doc/issue.h"
#include "text/customs.h"
#include "text/dictionaries.h"
#include "text/letters.h"
#include "text/tally.h"

struct check {
	struct tally *tally;
	struct arena *scratch;		/* of the copy at hand */
	USpoofChecker *spoof;
	const UNormalizer2 *nfc;
	struct hyphens *hyphens;
	GHashTable *amount;		/* language -> struct amount */
	const struct copy *copy;
	const struct article *article;
	const struct letter *l;		/* of the copy; l[n].c is 0 */
	size_t n;
	size_t faults;			/* quotation marks of the copy that were not good */
	bool single_open;		/* a typewriter's ' has begun a quotation */
};

struct amount { size_t letters; struct src at; };

/* A finding at letter i. */
#define FOUND(k, i, id, key, ...) \
	tally_add((k)->tally, (id), (k)->article, (key), copy_at((k)->copy, (k)->l[i].byte), __VA_ARGS__)

enum { KEY = 160, SCRIPT_LETTERS = 2, LATIN_WORDS = 3, HYPHEN_LETTERS = 200, WORD_LETTERS = 100 };

static uint32_t before(const struct check *k, size_t i)
{
	return i ? k->l[i - 1].c : 0;
}

static bool is_letter(uint32_t c)
{
	return u_isalpha((UChar32)c) || (c && (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK));
}

/* A character as it is shown in a message. */
static const char *shown(uint32_t c, char buf[8])
{
	buf[g_unichar_to_utf8(c, buf)] = 0;
	return buf;
}

/* ---- quotation marks ---- */

static bool is_mark(uint32_t c)
{
	static const uint32_t marks[] = {
		0xab, 0xbb, 0x2018, 0x2019, 0x201a, 0x201b, 0x201c, 0x201d, 0x201e, 0x201f, 0x2039, 0x203a,
		0x300c, 0x300d, 0x300e, 0x300f, 0x301d, 0x301e, 0x301f,
	};

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (marks[i] == c)
			return true;
	return false;
}

static bool has(const char *set, uint32_t c)
{
	return c && g_utf8_strchr(set, -1, c) != NULL;
}

/* Whether a quotation can begin after c; the text's start counts. */
static bool begins_after(uint32_t c)
{
	return c == 0 || g_unichar_isspace(c) || c == 0x202f || (U_GET_GC_MASK((UChar32)c) & (U_GC_PS_MASK | U_GC_PI_MASK | U_GC_PD_MASK));
}

/* The language's marks as a message shows them: „…“, and inside it ‚…‘. */
static char *usual_marks(const struct customs *c)
{
	char mark[4][8] = { "" };
	const char *p = c->quotes;

	for (size_t i = 0; i < 4 && *p; i++, p = g_utf8_next_char(p))
		shown(g_utf8_get_char(p), mark[i]);
	return g_strdup_printf("%s…%s, %s…%s", mark[0], mark[1], mark[2], mark[3]);
}

static void straight_mark(struct check *k, size_t i, const struct customs *c, const char *lang)
{
	uint32_t mark = k->l[i].c;
	bool inside = is_letter(before(k, i)) && is_letter(k->l[i + 1].c);
	bool hebrew = !strncmp(lang, "he", 2) || !strncmp(lang, "yi", 2);
	bool opens = begins_after(before(k, i)), apostrophe = mark == '\'' && (inside || (!opens && !k->single_open));
	char key[KEY], *usual;

	/* Feet and inches, minutes and seconds. */
	if (u_isdigit((UChar32)before(k, i)))
		return;
	if (mark == '\'' && !inside)
		k->single_open = opens;
	k->faults++;
	g_snprintf(key, sizeof key, "straight %s %c%d", lang, (char)mark, apostrophe);
	if (inside && hebrew) {
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has %c inside a word; type %s"), lang, (char)mark, mark == '"' ? "״" : "׳");
	} else if (apostrophe) {
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has a typewriter's apostrophe; type ’ (U+2019)"), lang);
	} else {
		usual = usual_marks(c);
		FOUND(k, i, D_LANG_QUOTES, key, _("text in \"%s\" has a typewriter's quotation mark %c; its own are %s"), lang, (char)mark, usual);
		g_free(usual);
	}
}

static void check_mark(struct check *k, size_t i, const char *lang)
{
	uint32_t mark = k->l[i].c, next = k->l[i + 1].c;
	bool straight = mark == '"' || mark == '\'';
	const struct customs *c = straight || is_mark(mark) ? customs_of(lang) : NULL;
	bool cjk = c && has(c->zeros, 0xff10);	/* marks there have no spaces round them */
	bool content = is_letter(next) || u_isdigit((UChar32)next) || is_mark(next) || has("¿¡([", next);
	bool opens = begins_after(before(k, i)) && next && content, closes = !begins_after(before(k, i)) && !is_letter(next);
	char key[KEY], buf[8], *usual;
	bool good;

	if (!c)
		return;
	if (straight) {
		straight_mark(k, i, c, lang);
		return;
	}
	if (mark == 0x2019 && is_letter(before(k, i)))
		return;				/* ’ after a letter is an apostrophe as well */
	if (cjk || opens == closes)
		good = has(c->open, mark) || has(c->close, mark);
	else
		good = has(opens ? c->open : c->close, mark);
	/* ’n, ’tschuldigung: letters left out at the beginning. */
	if (good || (mark == 0x2019 && opens && is_letter(next)))
		return;
	k->faults++;
	if (!(opens && has(c->close, mark)) && !(closes && has(c->open, mark)))
		opens = closes = false;
	g_snprintf(key, sizeof key, "mark %s %x %d", lang, mark, opens);
	usual = usual_marks(c);
	if (opens)
		FOUND(k, i, D_LANG_QUOTES, key, _("%s (U+%04X) begins a quotation in \"%s\", where it ends one; usual are %s"), shown(mark, buf), mark, lang, usual);
	else if (closes)
		FOUND(k, i, D_LANG_QUOTES, key, _("%s (U+%04X) ends a quotation in \"%s\", where it begins one; usual are %s"), shown(mark, buf), mark, lang, usual);
	else
		FOUND(k, i, D_LANG_QUOTES, key, _("%s (U+%04X) is no quotation mark of \"%s\"; usual are %s"), shown(mark, buf), mark, lang, usual);
	g_free(usual);
}

/* The language's first pair, counted over a text; a quotation may go on in the next paragraph. */
static void check_pairs(struct check *k)
{
	const struct customs *c = customs_of(k->copy->lang);
	uint32_t open = g_utf8_get_char(c->quotes), close = g_utf8_get_char(g_utf8_next_char(c->quotes));
	size_t nopen = 0, nclose = 0, last = 0;
	char key[KEY], buf[8];

	for (size_t i = 0; i < k->n; i++) {
		if (strcmp(k->l[i].run->lang, k->copy->lang) != 0 || (k->l[i].c != open && k->l[i].c != close))
			continue;
		nopen += k->l[i].c == open;
		nclose += k->l[i].c == close;
		last = i;
	}
	/* ’ and ‘ have other uses, and a mark typed wrongly is reported as such. */
	if (k->faults || open == close || open == 0x2018 || nopen == nclose || (nopen > nclose ? nopen - nclose : nclose - nopen) > 1 || nopen + nclose == 0)
		return;
	g_snprintf(key, sizeof key, "pair %s %d %d", k->copy->lang, nopen > nclose, k->copy->at.line);
	if (nopen > nclose)
		FOUND(k, last, D_LANG_QUOTES, key, _("a quotation that begins with %s does not end in this paragraph"), shown(open, buf));
	else
		FOUND(k, last, D_LANG_QUOTES, key, _("a quotation that ends with %s does not begin in this paragraph"), shown(close, buf));
}

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

	if (!customs_slip(lang, before(k, i), at, &slip))
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

/* A hyphen between spaces, or between two years, is meant to be a dash. */
static void check_dash(struct check *k, size_t i, const char *lang)
{
	const struct letter *l = k->l;
	bool spaced = i > 0 && l[i - 1].c == ' ' && l[i + 1].c == ' ' && i > 1;
	bool years = i >= 4 && i + 4 < k->n;
	char key[KEY];

	if (l[i].c != '-')
		return;
	for (size_t m = 1; years && m <= 4; m++)
		years = l[i - m].c >= '0' && l[i - m].c <= '9' && l[i + m].c >= '0' && l[i + m].c <= '9';
	years = years && !(i > 4 && (u_isdigit((UChar32)l[i - 5].c) || l[i - 5].c == '-')) && !u_isdigit((UChar32)l[i + 5].c) &&
		l[i + 5].c != '-' && (l[i - 4].c == '1' || l[i - 4].c == '2') && (l[i + 1].c == '1' || l[i + 1].c == '2');
	g_snprintf(key, sizeof key, "dash %s %d", lang, years);
	if (spaced)
		FOUND(k, i, D_LANG_TYPING, key, _("text in \"%s\" has a hyphen for a dash; type \"%s\""), lang, customs_of(lang)->dash);
	else if (years)
		FOUND(k, i, D_LANG_TYPING, key, _("a hyphen stands between two years; type – (U+2013), without spaces"));
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

	for (; is_digit(k->l[end].c) || (has(".,/:٫٬-", k->l[end].c) && k->l[end].c && is_digit(k->l[end + 1].c)); end++)
		mixed |= is_digit(k->l[end].c) && zero_of(k->l[end].c) != zero;
	if (mixed) {
		char *number = g_strndup(k->copy->text + k->l[i].byte, k->l[end].byte - k->l[i].byte);

		g_snprintf(key, sizeof key, "mixed digits %s", lang);
		FOUND(k, i, D_LANG_DIGITS, key, _("the number %s has digits of two kinds; type them all as %s to %s"), number,
		      shown(has(c->zeros, zero) ? zero : meant, first), shown((has(c->zeros, zero) ? zero : meant) + 9, usual));
		g_free(number);
	} else if (!has(c->zeros, zero)) {
		g_snprintf(key, sizeof key, "digits %s %x", lang, zero);
		FOUND(k, i, D_LANG_DIGITS, key, _("digits such as %s (U+%04X) are not those of \"%s\", which are %s to %s"), shown(k->l[i].c, found),
		      k->l[i].c, lang, shown(meant, first), shown(meant + 9, usual));
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
	return is_letter(l->c) || l->c == 0x200c || l->c == 0x200d;
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
	    customs_slip(lang, before(k, odd), k->copy->text + k->l[odd].byte, &slip))
		return;				/* the last: told already */
	word = g_strndup(text, (gsize)len);
	g_snprintf(key, sizeof key, "confusable %s %x", lang, k->l[odd].c);
	FOUND(k, odd, D_LANG_LETTERS, key, _("%s in \"%s\" is a letter of another script (U+%04X, %s); type the one that looks like it"),
	      shown(k->l[odd].c, buf), word, k->l[odd].c, uscript_getName(script));
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
	}
	check_words(k);
	if (!part && k->n)
		check_pairs(k);
	arena_free(k->scratch);
}

void langcheck(const struct issue *issue, struct hyphens *hyphens, struct diag *d)
{
	UErrorCode st = U_ZERO_ERROR;
	struct check k = { .tally = tally_new(), .hyphens = hyphens };
	struct copies_visitor v = { check_copy, &k };

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
	g_hash_table_unref(k.amount);
}
