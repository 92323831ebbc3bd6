/* tests/unit/test_syllable.c - Turkish by its rule. */
#include <assert.h>
#include <string.h>
#include "text/hyphen.h"

static void check(const struct hyphen *h, const char *word, const char *want)
{
	uint8_t points[64];
	char got[128];
	size_t n = 0;

	hyphen_word(h, word, strlen(word), points);
	for (size_t i = 0; i < strlen(word); i++) {
		if (points[i])
			got[n++] = '-';
		got[n++] = word[i];
	}
	got[n] = 0;
	assert(!strcmp(got, want));
}

int main(void)
{
	struct hyphens *all = hyphens_new();
	enum hyphen_state state;
	const char *package;
	const struct hyphen *h = hyphen_find(all, "tr", &state, &package);

	assert(h && state == HYPHEN_OK);
	check(h, "kapının", "ka-pı-nın");
	check(h, "Türkçe", "Türk-çe");
	check(h, "eczacı", "ec-za-cı");
	check(h, "saat", "sa-at");
	check(h, "İstanbul", "İs-tan-bul");
	check(h, "üstündeki", "üs-tün-de-ki");
	check(h, "evi", "evi");			/* two letters on either side */
	check(h, "çay", "çay");
	check(h, "ILIK", "ILIK");
	check(h, "ILIKLIK", "ILIK-LIK");
	hyphens_free(all);
	return 0;
}
