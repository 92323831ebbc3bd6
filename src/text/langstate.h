/*
 * src/text/langstate.h - what the rules of the language check (text/langcheck.h)
 * share: the copy at hand, and how a finding is told.
 *
 * A rule says what it found by FOUND(): the key names what makes findings
 * the same, so that three hundred straight quotation marks are one note.
 */
#ifndef ZIVOS_TEXT_LANGSTATE_H
#define ZIVOS_TEXT_LANGSTATE_H

#include <glib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include "base/diag.h"
#include "doc/issue.h"
#include "text/customs.h"
#include "text/letters.h"
#include "text/tally.h"

struct arena;
struct hyphens;

struct check {
	struct tally *tally;
	struct arena *scratch;		/* of the copy at hand */
	USpoofChecker *spoof;
	const UNormalizer2 *nfc;
	struct hyphens *hyphens;
	GHashTable *amount;		/* language -> letters seen in it, and where first */
	const struct copy *copy;
	const struct article *article;
	const struct letter *l;		/* of the copy; l[n].c is 0 */
	size_t n;
	size_t faults;			/* quotation marks of the copy that were not good */
	bool single_open;		/* a typewriter's ' has begun a quotation */
};

/* A finding at letter i. */
#define FOUND(k, i, id, key, ...) \
	tally_add((k)->tally, (id), (k)->article, (key), copy_at((k)->copy, (k)->l[i].byte), __VA_ARGS__)

#define KEY 160				/* bytes of a key */

/* The character before letter i; 0: there is none. */
static inline uint32_t letter_before(const struct check *k, size_t i)
{
	return i ? k->l[i - 1].c : 0;
}

static inline bool letter_is(uint32_t c)
{
	return u_isalpha((UChar32)c) || (c && (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK));
}

/* Whether c stands in a set of characters. */
static inline bool letter_in(const char *set, uint32_t c)
{
	return c && g_utf8_strchr(set, -1, c) != NULL;
}

/* A character as it is shown in a message. */
static inline const char *letter_shown(uint32_t c, char buf[8])
{
	buf[g_unichar_to_utf8(c, buf)] = 0;
	return buf;
}

/* Quotation marks: the one at letter i; the pairs of the whole copy (text/langquotes.c). */
void check_mark(struct check *k, size_t i, const char *lang);
void check_pairs(struct check *k);
/* Commas, stops and dashes, and the spaces beside them (text/langpunct.c). */
void check_dash(struct check *k, size_t i, const char *lang);
void check_stop(struct check *k, size_t i, const char *lang);

#endif
