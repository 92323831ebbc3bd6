/*
 * tests/unit/test_ligature.c - the joints of tests/unit/ligatures.txt, word by word;
 * then what HarfBuzz makes of them.
 */
#include <stdio.h>
#include "setting.h"
#include "text/ligature.h"

/* The word without |; where those stand. */
static size_t parse(const char *marked, char *word, bool *joint)
{
	size_t n = 0;

	memset(joint, 0, 128);
	for (; *marked; marked++) {
		if (*marked == '|')
			joint[n] = true;
		else
			word[n++] = *marked;
	}
	word[n] = 0;
	return n;
}

static bool concerned(const char *word, size_t i)
{
	return word[i - 1] == 'f' && strchr("filt", word[i]) != NULL;
}

static size_t check_words(void)
{
	char *text = NULL, **marked;
	size_t n = 0, wrong = 0;

	assert(g_file_get_contents("tests/unit/ligatures.txt", &text, NULL, NULL));
	/* Remarks are lines of their own. */
	for (char *p = text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL)
		if (*p == '#')
			memset(p, ' ', strcspn(p, "\n"));
	marked = g_strsplit_set(text, " \n", -1);
	for (size_t k = 0; marked[k]; k++) {
		char word[128];
		bool joint[128];
		size_t len;

		if (!*marked[k])
			continue;
		len = parse(marked[k], word, joint);
		n++;
		for (size_t i = 1; i < len; i++)
			if (concerned(word, i) && ligature_parted(word, len, i) != joint[i] && ++wrong)
				fprintf(stderr, "%s: %s at %zu\n", marked[k], joint[i] ? "not parted" : "parted", i);
	}
	g_strfreev(marked);
	g_free(text);
	assert(!wrong);
	return n;
}

static size_t glyphs_of(struct setting *s, const char *lang, const char *word)
{
	return shape_text(s, lang, word)->nglyphs;
}

int main(void)
{
	struct setting *s = setting_new();

	assert(check_words() >= 200);
	assert(ligatures_matter("de") && ligatures_matter("de-AT") && !ligatures_matter("en") && !ligatures_matter("den"));
	assert(!ligature_parted("f", 1, 0) && !ligature_parted("f", 1, 1) && !ligature_parted("Kafka", 5, 3));
	assert(ligature_parted("die Auflage.", 12, 7));
	assert(glyphs_of(s, "de", "fliegen") == 6 && glyphs_of(s, "de", "Auflage") == 7);
	assert(glyphs_of(s, "en", "Auflage") == 6);
	/* one side keeps its own */
	assert(glyphs_of(s, "de", "Kampfflieger") == 11 && glyphs_of(s, "de", "Schifffahrt") == 10);
	setting_free(s);
	return 0;
}
