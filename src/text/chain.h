/*
 * src/text/chain.h - which fonts are tried for a character, in which order.
 *
 * In      a style, a script, a language, inline emphasis
 * Out     the fonts of the family's face for that script, then those of its
 *         Latin face: never a font that the layout does not name
 */
#ifndef ZIVOS_TEXT_CHAIN_H
#define ZIVOS_TEXT_CHAIN_H

#include <stddef.h>
#include "base/unit.h"
#include "doc/layout.h"

struct font;
struct fonts;
struct chains;

struct link { const struct font *font; double size, baseline; };	/* size: factor; baseline: em of the scaled size, up */
struct chain {
	const struct face *face;	/* of the script */
	struct link *links;
	size_t nlinks;			/* 0: none of the families is installed */
};

struct chains *chains_new(struct fonts *f);
void chains_free(struct chains *c);

/* flags: enum inline_flag (emphasis, strong). Lives as long as c. script: ISO 15924. */
const struct chain *chain_find(struct chains *c, const struct style *s, const char *script,
			       const char *lang, unsigned flags);

/* "Noto Naskh Arabic, Noto Serif", for messages; g_free() it. */
char *chain_names(const struct chain *c);

#endif
