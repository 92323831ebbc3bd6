/*
 * src/text/tally.h - notes of one kind told once: where it stands first, and how often.
 *
 * In      findings, each with a key: those of one key and one place (an article)
 *         are one note
 * Out     one message each in the diag, at the place of the first, with the
 *         number of all and the lines of the next few
 */
#ifndef ZIVOS_TEXT_TALLY_H
#define ZIVOS_TEXT_TALLY_H

#include "base/diag.h"

struct tally;

struct tally *tally_new(void);
/* part: whatever notes are counted within (an article); key: what makes two findings the same. The text of the
 * first one is kept. */
void tally_add(struct tally *t, enum diag_id id, const void *part, const char *key, struct src at, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
/* Into d, in the order of first findings, and frees t. */
void tally_report(struct tally *t, struct diag *d);

#endif
