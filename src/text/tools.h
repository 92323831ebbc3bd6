/*
 * src/text/tools.h - what setting text needs beside the text.
 *
 * Fonts, dictionaries and the words of the lexicon are shared between threads;
 * all else is the thread's own.
 */
#ifndef ZIVOS_TEXT_TOOLS_H
#define ZIVOS_TEXT_TOOLS_H

struct fonts;				/* text/font.h */
struct hyphens;				/* text/hyphen.h */
struct breaker;				/* text/breaks.h */
struct chains;				/* text/chain.h */
struct lexicon;				/* text/lexicon.h */
struct pool;
struct diag;
struct layout;

struct text_tools {
	struct fonts *fonts;
	struct hyphens *hyphens;
	struct breaker *breaker;
	struct chains *chains;
	struct lexicon *lexicon;
	struct pool *pool;		/* base/pool.h: who helps to set; NULL: nobody */
};

/* fonts and hyphens are borrowed; the rest is made. */
void text_tools_init(struct text_tools *t, struct fonts *f, struct hyphens *h);
/* Those of another thread: with the same fonts, dictionaries and words. */
void text_tools_share(struct text_tools *t, const struct text_tools *with);
void text_tools_clear(struct text_tools *t);

/* Reports every font family of the layout that is not installed (D_FONT_MISSING). */
void text_tools_check(struct text_tools *t, const struct layout *l, struct diag *d);

#endif
