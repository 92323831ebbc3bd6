/* tests/unit/test_kashida.c - words of Arabic script are lengthened where a calligrapher would, and nowhere else. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "text/kashida.h"

/* marked: the word with a bar where it is to be lengthened, or without one. */
static void place(const char *marked, int rank)
{
	const char *bar = strchr(marked, '|');
	char word[128];
	uint32_t found;
	int r;

	snprintf(word, sizeof word, "%.*s%s", bar ? (int)(bar - marked) : (int)strlen(marked), marked, bar ? bar + 1 : "");
	found = kashida_place(word, 0, (uint32_t)strlen(word), &r);
	if (found != (bar ? (uint32_t)(bar - marked) : 0) || r != rank) {
		fprintf(stderr, "%s: %.*s|%s, rank %d instead of %d\n", marked, (int)found, word, word + found, r, rank);
		assert(!"kashida");
	}
}

int main(void)
{
	/* After seen and sad, also before a letter that would be a place itself. */
	place("أس|تمع", 1);
	place("المس|اء", 1);
	place("ص|حراء", 1);
	/* Before final teh marbuta, heh, dal; a mark stays on its letter. */
	place("المدين|ة", 2);
	place("بع|د", 2);
	place("أُمَّ|ةٌ", 2);
	/* Before final alef and its like. */
	place("كت|اب", 3);
	place("الكام|ل", 3);
	/* Before a medial beh, noon, yeh that reh or yeh follows. */
	place("خ|بر", 4);
	/* Before final waw, ain, qaf, feh. */
	place("طري|ق", 5);
	place("«طري|ق».", 5);
	/* The best place counts; of equal ones the last. */
	place("جن|ة", 2);
	place("شاش|ات", 1);
	/* Never in short words, inside lam-alef, where letters do not join, beside a tatweel, in other scripts. */
	place("في", 0);
	place("ولا", 0);
	place("دار", 0);
	place("سـنة", 0);
	place("שלום", 0);
	place("Wort", 0);
	place("", 0);
	return 0;
}
