/* tests/unit/test_echo.c - where a pull quote was taken from. */
#include <assert.h>
#include <string.h>
#include "doc/issue.h"
#include "page/figure/echo.h"

static struct copy copy_of(const char *text)
{
	return (struct copy){ .text = text, .len = strlen(text) };
}

/* The text's number that the quote repeats, -1: none; *at: how far in it. */
static int found(const char *quote, const char *const *texts, size_t n, double *at)
{
	struct copy q = copy_of(quote), copies[8];
	const struct copy *of[8];
	struct echo_texts *words;
	struct echo e;
	bool found;

	for (size_t i = 0; i < n; i++) {
		copies[i] = texts[i] ? copy_of(texts[i]) : copy_of("");
		of[i] = texts[i] ? &copies[i] : NULL;
	}
	words = echo_texts_new(of, n);
	found = echo_find(words, &q, &e);
	echo_texts_free(words);
	if (!found)
		return -1;
	*at = e.at;
	return (int)e.which;
}

int main(void)
{
	static const char *const de[] = {
		"Am Morgen öffnet Samira die Läden.",
		NULL,
		"„Er stand genau unter mir“, sagt Tesfay, „sechs Meter vielleicht. Ich hätte ihm auf die Mütze spucken können.“",
		"Niemand hat es eilig, denn der Bus fährt ohnehin erst um elf, und wer wartet, der redet.",
	};
	static const char *const zh[] = { "早上，萨米拉打开店门。", "没有人着急，公交车反正十一点才来，等待的人会聊天。" };
	static const char *const ar[] = { "في الصباح تفتح سميرة الأبواب.", "تقول سميرة: من ينتظر يتكلم، ومن يتكلم يعود دائما إلى هنا." };
	double at = 0;

	/* Words between, other capitals, other punctuation. */
	assert(found("Er stand genau unter mir, sechs Meter vielleicht.", de, 4, &at) == 2 && at < 0.5);
	assert(found("WER WARTET, DER REDET", de, 4, &at) == 3 && at > 0.8);
	/* A clause left out. */
	assert(found("Niemand hat es eilig, und wer wartet, der redet.", de, 4, &at) == 3);
	/* Words that it shares with all texts are not a sentence of theirs; nor are two words. */
	assert(found("Was die Läden im Winter und im Sommer kosten, weiß niemand", de, 4, &at) == -1);
	assert(found("der redet", de, 4, &at) == -1);
	assert(found("", de, 4, &at) == -1);
	/* Without spaces; vowel signs that one of the two lacks. */
	assert(found("等待的人会聊天", zh, 2, &at) == 1 && at > 0.6);
	assert(found("مَن ينتظر يتكلّم، ومَن يتكلّم يعود", ar, 2, &at) == 1);
	return 0;
}
