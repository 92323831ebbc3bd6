/* src/para/cling.c - the words by language, and capitals that follow each other. */
#include "para/cling.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define AFTER_WORD 200.0
#define INSIDE_NAME 170.0

static const struct { const char *lang, *words; } clinging[] = {
	{ "de", "aller als am an auf aus bei beim bis das dein deine dem den der des die durch ein eine einem einen einer eines für gegen "
		"hinter ihr ihre im in ins kein keine mein meine mit nach neben oder ohne seine seit seiner über um und uns unser unsere "
		"unter vom von vor wegen wie zu zum zur zwischen" },
	{ "en", "a an and as at but by for from her his in into its my no of off on or our over the their to under with without your" },
	{ "fr", "à au aux avec ce ces cette chez dans de des du en et la le les leur ma mes mon notre ou par pour sa sans ses son sous sur "
		"ta un une vers vos votre" },
	{ "es", "a al con de del desde el en entre la las los mi o para por sin sobre su un una y" },
	{ "pt", "a ao aos as com da das de do dos e em entre meu minha na nas no nos o os ou para pela pelo por sem seu sob sobre sua um uma" },
	{ "it", "a ai al alla con da dal dalla dei del della delle di e fra gli i il in la le lo nel nella o per senza su sul tra un una uno" },
	{ "nl", "aan achter bij de door een en het in met mijn na naar of om onder ons onze op over te tot tussen uit van voor zijn zonder" },
	{ "pl", "a bez dla do i lub na nad o od po pod przed przez przy u w we z za ze" },
	{ "tr", "bir bu her o şu ve" },
	{ "ru", "а без в во для до за и из или к ко на над не о об от по под при с со у" },
	{ "uk", "а без в від для до з за зі і із й на над не о об по під при про та у" },
};

static const char *words_of(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(clinging); i++) {
		size_t n = strlen(clinging[i].lang);
		if (!strncmp(lang, clinging[i].lang, n) && (!lang[n] || lang[n] == '-'))
			return clinging[i].words;
	}
	return "";
}

/* Whether the word, in any case, stands in the list. */
static bool in_list(const char *list, const char *word, size_t n)
{
	char *low = g_utf8_strdown(word, (gssize)n);
	size_t len = strlen(low);
	bool found = false;

	for (const char *p = list; *p && !found; ) {
		size_t k = strcspn(p, " ");
		found = k == len && !memcmp(p, low, k);
		p += k + (p[k] == ' ');
	}
	g_free(low);
	return found;
}

static bool is_letter(const char *p)
{
	return g_unichar_isalpha(g_utf8_get_char(p));
}

double cling_penalty(const char *text, size_t len, size_t space, size_t after, const char *lang)
{
	const char *end = text + space, *word = end, *before;

	while (word > text && is_letter(g_utf8_prev_char(word)))
		word = g_utf8_prev_char(word);
	if (word == end || after >= len)
		return 0;
	if (in_list(words_of(lang), word, (size_t)(end - word)))
		return AFTER_WORD;
	/* The first word of a sentence has its capital for another reason. */
	before = word > text ? g_utf8_prev_char(word) : NULL;
	if (!before || *before != ' ' || before == text || strchr(".!?:", before[-1]))
		return 0;
	return g_unichar_isupper(g_utf8_get_char(word)) && g_unichar_isupper(g_utf8_get_char(text + after)) ? INSIDE_NAME : 0;
}
