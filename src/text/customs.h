/*
 * src/text/customs.h - how each language is typed: quotation marks, digits,
 * dashes, letters that are not its own. A table; text/langcheck.h applies it.
 *
 * Source  quotation marks and digits: CLDR 41 (delimiters, defaultNumberingSystem),
 *         with what print in that language also uses; letters: each row says
 */
#ifndef ZIVOS_TEXT_CUSTOMS_H
#define ZIVOS_TEXT_CUSTOMS_H

#include <stdbool.h>
#include <stddef.h>

struct customs {
	const char *lang;
	const char *quotes;		/* four marks: first pair, then the pair inside it, as shown in messages */
	const char *open, *close;	/* all marks that may open and close a quotation */
	const char *zeros;		/* zeros of the digits in use; the first is meant where others are typed */
	const char *dash;		/* what a dash between words is typed as, with its spaces */
};

/* By the longest prefix of lang; never NULL (the last row is for every other language). */
const struct customs *customs_of(const char *lang);
enum slip_kind { SLIP_LETTER, SLIP_TYPING };
/* What is typed wrongly in a language, and what is meant. */
struct slip {
	enum slip_kind kind;
	char wrong[16];			/* one character or more */
	char right[16];			/* "": there is no telling */
};

/* The slip that stands at s (NUL-terminated) in lang; false: none. before: the character before s, 0 at the start. */
bool customs_slip(const char *lang, unsigned before, const char *s, struct slip *out);

#endif
