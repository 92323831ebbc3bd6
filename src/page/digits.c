/*
 * src/page/digits.c - numbers that the program itself puts on the page, as their readers write them.
 *
 * Which digits are usual is the language's custom; a style may ask for the
 * script's own or for 0 to 9 (text/numeral.h).
 */
#include "page/compose.h"
#include "doc/note.h"
#include "text/numeral.h"

static const char *write(struct arena *a, enum numeral kind, int n, const char *lang)
{
	char *text = numeral_write(kind, n, lang);
	const char *kept = arena_strdup(a, text);

	g_free(text);
	return kept;
}

static const char *digits(struct arena *a, int n, const char *lang, const struct style *s)
{
	static const enum numeral of[] = { [DIGITS_CUSTOM] = NUMERAL_CUSTOM, [DIGITS_NATIVE] = NUMERAL_NATIVE, [DIGITS_LATIN] = NUMERAL_LATIN };

	return write(a, of[s->digits], n, lang);
}

/* Digits follow each other in every script that has a nought. */
uint32_t digits_zero(struct composer *c, const char *lang, const struct style *s)
{
	gunichar one = g_utf8_get_char(digits(c->arena, 1, lang, s));

	return g_unichar_isdigit(one) && g_unichar_digit_value(one) == 1 ? one - 1 : '0';
}

const char *digits_for(struct composer *c, int n, const char *lang, const struct style *s)
{
	return digits(c->arena, n, lang, s);
}

const char *counter_for(struct composer *c, enum list_kind kind, int n, const char *lang, const struct style *s)
{
	switch (kind) {
	case LIST_BULLET: return "•";
	case LIST_NATIVE: return write(c->arena, NUMERAL_NATIVE, n, lang);
	case LIST_LETTER: return arena_printf(c->arena, "%s)", write(c->arena, NUMERAL_LETTER, n, lang));
	default:          return digits_for(c, n, lang, s);
	}
}

int page_known(struct composer *c, const void *of)
{
	gpointer page = c->known ? g_hash_table_lookup(c->known, of) : NULL;

	if (c->asked)
		g_hash_table_insert(c->asked, (gpointer)of, page);
	return GPOINTER_TO_INT(page);
}

const char *page_label(struct composer *c, const struct article *to, const char *lang, const struct style *s)
{
	c->refs_used = true;
	return digits_for(c, page_known(c, to), lang, s);
}

const char *note_label(void *arena, const struct inline_run *r, const struct style *s)
{
	return r->note ? digits(arena, r->note->number, r->lang, s) : "0";
}

const char *run_label(void *composer, const struct inline_run *r, const struct style *s)
{
	struct composer *c = composer;

	return r->note ? note_label(c->arena, r, s) : page_label(c, r->ref, r->lang, s);
}
