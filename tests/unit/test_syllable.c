/* tests/unit/test_syllable.c - Turkish and Albanian by their rule. */
#include <assert.h>
#include <string.h>
#include "text/dictionaries.h"
#include "text/hyphen.h"

static void check(const struct hyphen *h, const char *word, const char *want)
{
	uint8_t points[64];
	char got[128];
	size_t n = 0;

	hyphen_word(h, word, strlen(word), 0, 0, points);
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
	struct hyphens *all = hyphens_new(NULL);
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
	h = hyphen_find(all, "sq", &state, &package);
	assert(h && state == HYPHEN_OK);
	check(h, "vëllai", "vë-llai");
	check(h, "shkolla", "shko-lla");
	check(h, "bashkiake", "bash-ki-a-ke");
	check(h, "gjithashtu", "gji-thash-tu");
	check(h, "RRETHANA", "RRE-THA-NA");
	check(h, "përshëndetje", "për-shën-det-je");
	hyphens_free(all);
	return 0;
}
