/*
 * src/text/tools.h - what setting text needs beside the text.
 *
 * Fonts and dictionaries are shared between threads; breaker, chains and lexicon
 * are the thread's own.
 */
#ifndef ZIVOS_TEXT_TOOLS_H
#define ZIVOS_TEXT_TOOLS_H

struct fonts;				/* text/font.h */
struct hyphens;				/* text/hyphen.h */
struct breaker;				/* text/breaks.h */
struct chains;				/* text/chain.h */
struct lexicon;				/* text/lexicon.h */
struct diag;
struct layout;

struct text_tools {
	struct fonts *fonts;
	struct hyphens *hyphens;
	struct breaker *breaker;
	struct chains *chains;
	struct lexicon *lexicon;
	struct _GHashTable *told;	/* languages whose missing dictionary was reported */
};

/* fonts and hyphens are borrowed; the rest is made. */
void text_tools_init(struct text_tools *t, struct fonts *f, struct hyphens *h);
void text_tools_clear(struct text_tools *t);

/* Reports every font family of the layout that is not installed (D_FONT_MISSING). */
void text_tools_check(struct text_tools *t, const struct layout *l, struct diag *d);

#endif
