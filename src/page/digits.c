/*
 * src/page/digits.c - numbers that the program itself puts on the page, in the digits of their readers.
 *
 * Which digits are usual is CLDR's default of the language; a style may ask
 * for the script's own or for 0 to 9. Ethiopic, Tamil and Chinese figures are no
 * decimal digits of running text and never chosen.
 */
#include <stdio.h>
#include <string.h>
#include "page/compose.h"

/* The digit nought of a script or language; usual: used where the style says nothing. */
static const struct { const char *lang; uint32_t zero; bool usual; } digits[] = {
	{ "ar", 0x660, true }, { "ckb", 0x660, true }, { "fa", 0x6f0, true }, { "prs", 0x6f0, true }, { "ps", 0x6f0, true },
	{ "ur", 0x6f0, true }, { "ne", 0x966, true }, { "mr", 0x966, true }, { "hi", 0x966, false }, { "bn", 0x9e6, true },
	{ "pa", 0xa66, false }, { "my", 0x1040, true }, { "km", 0x17e0, false }, { "th", 0xe50, false }, { "lo", 0xed0, false },
	{ "rhg", 0x10d30, true },
};

static uint32_t zero_of(const struct style *s, const char *lang)
{
	size_t len = strcspn(lang, "-");

	for (size_t i = 0; i < G_N_ELEMENTS(digits) && s->digits != DIGITS_LATIN; i++)
		if (strlen(digits[i].lang) == len && !strncmp(digits[i].lang, lang, len))
			return digits[i].usual || s->digits == DIGITS_NATIVE ? digits[i].zero : '0';
	return '0';
}

const char *digits_for(struct composer *c, int n, const char *lang, const struct style *s)
{
	char latin[16], native[64], *p = native;
	uint32_t zero = zero_of(s, lang);

	snprintf(latin, sizeof latin, "%d", n);
	for (const char *d = latin; *d; d++)
		p += g_unichar_to_utf8(*d == '-' ? '-' : zero + (uint32_t)(*d - '0'), p);
	*p = 0;
	return arena_strdup(c->arena, native);
}

const char *page_label(void *ctx, const struct article *to, const char *lang, const struct style *s)
{
	struct composer *c = ctx;
	int n = c->known ? GPOINTER_TO_INT(g_hash_table_lookup(c->known, to)) : 0;

	c->refs_used = true;
	return digits_for(c, n, lang, s);
}
