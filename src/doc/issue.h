/*
 * src/doc/issue.h - one issue of the magazine: what its author wrote, checked
 * and with all references resolved. No layout in it but hints.
 *
 * In      issue.xml (doc/node.h), the layout it names (doc/layout.h)
 * Out     struct issue: arena data, const once built, in page order
 * Errors  reported; a faulty part is left out or gets a stated fallback, so
 *         that drafts can show the rest. NULL only where no <issue> could be read.
 */
#ifndef ZIVOS_DOC_ISSUE_H
#define ZIVOS_DOC_ISSUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/diag.h"
#include "base/store.h"
#include "doc/spans.h"

struct arena;
struct layout;
struct rubric;
struct template;
struct source;
struct article;
struct wordlist;
struct parallel;
struct table;
struct chart;
struct recipe;
struct list;
struct note;
struct verse;

/*
 * Copy: a piece of running text with its inline markup. White space is
 * normalised: runs of it are one space, none at the ends; <br/> is U+2028.
 * Where the text's language asks for them, no-break spaces already stand in
 * "z. B.", "5 %", "§ 5" (doc/copy.c).
 * A <ref> stands as one U+FFFC, replaced by the page's number when it is set; so does a
 * <note>, replaced by its own.
 */
enum inline_flag { INLINE_EM = 1, INLINE_STRONG = 2, INLINE_SUP = 4, INLINE_SUB = 8, INLINE_FOREIGN = 16,
	INLINE_LIGHT = 32 /* a credit after its caption; made by the page stage */ };

struct inline_run {			/* the runs of a copy cover it without gaps, in order */
	size_t start, end;		/* bytes of text */
	unsigned flags;			/* enum inline_flag */
	const char *lang;		/* BCP 47; never NULL */
	const char *href;		/* link target, or NULL */
	const struct article *ref;	/* page reference, or NULL: the run is the one U+FFFC */
	const struct note *note;	/* likewise, of a note (doc/note.h) */
	int isolate;			/* 0, or number of the innermost <foreign> (from 1): own bidi isolate */
};

struct copy {
	const char *text;		/* UTF-8, NUL-terminated */
	size_t len;
	struct spans places;		/* in source->bytes */
	const struct source *source;
	struct inline_run *runs;
	size_t nruns;
	const char *lang;		/* of the paragraph */
	const struct wordlist *words;	/* hyphens that the author has written down (doc/wordlist.h); or NULL */
	bool rtl;			/* base direction, from lang */
	struct src at;			/* of the element */
};
/* Place of a byte of the copy in the author's file. */
struct src copy_at(const struct copy *c, size_t byte);

/* Whether a language is written from the right (by its script, or its tag's). */
bool lang_is_rtl(const char *lang);
/* Whether zivos knows the language or its script subtag well enough to set it. */
bool lang_is_known(const char *lang);
/* ISO 15924 code of the script the language is usually written in ("Latn"), or its tag's. */
const char *lang_script(const char *lang);
/* The language's own name ("Deutsch", "العربية"), for the contents page; the tag itself if unknown. */
const char *lang_name(const char *lang);

enum picture_size { SIZE_COLUMN, SIZE_WIDE, SIZE_FULL, SIZE_OPENER, SIZE_INSET, SIZE_PAGE, SIZE_SPREAD };
/* Of an inset: which side of its column it stands at; BETWEEN: between two. */
enum picture_side { SIDE_START, SIDE_END, SIDE_LEFT, SIDE_RIGHT, SIDE_INSIDE, SIDE_OUTSIDE, SIDE_BETWEEN };
struct outline;				/* base/store.h */

struct picture {
	const char *path;		/* absolute; NULL: missing (reported) */
	const char *src_attr;		/* as written */
	const char *alt;
	enum picture_size size;
	int page;			/* of a PDF, from 1; 0: not said, the first */
	double focus_x, focus_y;	/* 0..1; default 0.5 0.5 */
	bool focused;			/* the author named that point */
	double crop;			/* the most of it that may be cut off, 0..1 */
	Pt adjust;			/* higher than its place or proportions make it, or, negative, lower */
	enum picture_side side;		/* INSET */
	double width;			/* INSET: of its column's, 0..1; 0: as the layout says */
	const char *shape;		/* INSET: "alpha", an SVG path in the picture's pixels, or NULL: its rectangle */
	Pt distance;			/* INSET: from the text beside it; less than 0: as the layout says */
	struct picture_colour colour;	/* its own, else the layout's */
	struct copy *caption, *credit;	/* or NULL */
	struct copy **captions;		/* in further languages */
	size_t ncaptions;
	struct src at;
	/* set by picture probing (page/picture.h) before layout; 0 if unusable */
	int px_w, px_h;
	double nominal_w, nominal_h;	/* Pt, vectors only */
	bool vector;
	bool line;			/* pure black and white */
	bool pdf;			/* a PDF's page: vector too; its size is that of its trim */
	double over[4];			/* its bleed beyond the trim, Pt: left, top, right, bottom */
	const struct outline *outline;	/* of its shape, or NULL: the rectangle */
	const char *fault;		/* why it cannot be shown, or NULL */
};

enum block_kind {
	BLOCK_P, BLOCK_SUBHEAD, BLOCK_PULLQUOTE, BLOCK_LIST, BLOCK_PICTURE,
	BLOCK_GALLERY, BLOCK_BOX, BLOCK_VERSE, BLOCK_FACTS, BLOCK_PARALLEL,
	BLOCK_TABLE, BLOCK_CHART, BLOCK_RECIPE, BLOCK_QUESTION, BLOCK_ANSWER, BLOCK_KINDS
};

/* columns 0: as the template says, or as many as it is wide. */
enum box_at { BOX_APART, BOX_FLOAT, BOX_TEXT };
struct box { int columns; enum box_at at; };

struct block {
	enum block_kind kind;
	struct src at;
	struct copy *copy;		/* P, SUBHEAD, PULLQUOTE, QUESTION, ANSWER; BOX: its title or NULL; GALLERY: its caption or NULL */
	struct copy *by;		/* PULLQUOTE, VERSE: source, or NULL */
	int step;			/* PULLQUOTE: sizes larger (1), or smaller (-1) ... */
	bool sized;			/* ... as its author says; BOX: likewise its `size` */
	bool in_text;			/* PULLQUOTE, BOX: stands just where it is written */
	bool goes_on;			/* ANSWER: of one who is speaking already */
	const struct list *list;	/* LIST (doc/list.h) */
	const struct verse *verse;	/* VERSE (doc/verse.h) */
	const struct box *box;		/* BOX */
	struct copy **items;		/* FACTS: what is right of the labels; LIST, VERSE: all texts in order, NULL between stanzas */
	struct copy **labels;		/* FACTS: one an item */
	size_t nitems;
	struct picture **pictures;	/* PICTURE: 1; GALLERY: n */
	size_t npictures;
	enum picture_size size;		/* GALLERY, TABLE, CHART, BOX */
	struct block **blocks;		/* BOX: content */
	size_t nblocks;
	struct parallel *parallel;	/* PARALLEL: doc/parallel.h */
	const char *lang;		/* of the element */
	const struct table *table;	/* TABLE: doc/table.h */
	const struct chart *chart;	/* CHART: doc/chart.h */
	const struct recipe *recipe;	/* RECIPE: doc/recipe.h */
};

enum start_side { START_ANY, START_LEFT, START_RIGHT };

enum ad_size { AD_FULL, AD_HALF, AD_QUARTER, AD_EIGHTH, AD_SIZES };
extern const char *const ad_size_names[];	/* as authors write them; ends with NULL */

/* Where on the page, or (full) on which page of the spread. */
enum ad_side { AD_ANY, AD_LEFT, AD_RIGHT, AD_INNER, AD_OUTER };

struct ad {
	enum ad_size size;
	enum ad_side side;
	int on;				/* page it was booked for, 0: none */
	struct picture *picture;
	const char *advertiser;		/* or NULL */
	struct src at, on_at;
};

/* What stands over an article in a further language. */
struct headwords {
	const char *lang;
	struct copy *kicker, *headline, *standfirst;	/* or NULL */
	struct copy **authors, **translators, **photographers;
	size_t nauthors, ntranslators, nphotographers;
};

struct article {
	const char *id;
	const struct rubric *rubric;	/* never NULL: falls back to the layout's first */
	const struct template *template;	/* NULL inside a section */
	const struct wordlist *words;	/* its own <hyphenation>, then the issue's */
	const char *lang;
	bool rtl;
	int pages;			/* 0: as many as needed */
	enum start_side start;
	struct copy *kicker, *headline, *shorthead, *standfirst;	/* headline never NULL */
	struct copy **authors, **translators, **photographers;
	size_t nauthors, ntranslators, nphotographers;
	struct headwords *heads;	/* in further languages */
	size_t nheads;
	struct block **blocks;
	size_t nblocks;
	struct note **notes;		/* set at its end; notes[0] is note 1 */
	size_t nnotes;
	struct ad **ads;
	size_t nads;
	struct src at;
	bool imprint;			/* an imprint, not an article: not in the contents */
};

struct coverline { struct copy *copy; const struct article *ref; };

enum part_kind { PART_COVER, PART_CONTENTS, PART_ARTICLES, PART_REST, PART_AD /* pages of advertisements */ };

/* What takes pages of its own, in page order. */
struct part {
	enum part_kind kind;
	struct src at;
	/* COVER */
	struct picture *picture;
	struct coverline *lines;
	size_t nlines;
	struct copy **words;
	size_t nwords;
	/* ARTICLES: a single article, or a section of several */
	const struct template *template;
	const struct rubric *rubric;
	struct copy *title;		/* section's, or NULL; CONTENTS: its title or NULL */
	int pages;
	enum start_side start;
	int jump;			/* pages before the jump, with `rest` */
	struct part *rest;		/* PART_REST: where the other pages of a single article stand; or NULL */
	struct article **articles;	/* imprints last, marked */
	size_t narticles;
	struct ad **ads;		/* section's and its articles' */
	size_t nads;
};

struct issue {
	const char *path;		/* as named */
	const char *folder;		/* absolute */
	const char *title, *number, *theme;	/* theme may be NULL */
	const char *date;		/* YYYY-MM-DD */
	const char *lang;
	const char *layout_name;
	enum { BLANKS_NO, BLANKS_END, BLANKS_INSIDE } blanks;	/* where pages are added that a stapled magazine lacks; inside: before the last part */
	struct src at;
	struct part **parts;
	size_t nparts;
	struct article **articles;	/* all of them, in document order */
	size_t narticles;
	struct picture **fillers;
	size_t nfillers;
	struct picture **pictures;	/* every picture of the issue, fillers and ads included */
	size_t npictures;
};

/* Only the layout's name, so that it can be loaded first: NULL if the file cannot be read (reported). */
struct node;
const char *issue_layout_name(const struct node *root);
struct issue *issue_build(struct arena *a, const struct node *root, const struct layout *l, struct diag *d);

/* The article with this id, or NULL. */
const struct article *article_find(struct article *const *articles, size_t n, const char *id);

/* Text dump of the model for golden tests: one line a node, indented, with file:line:col. */
#include <stdio.h>
void issue_dump(const struct issue *i, FILE *out);

#endif
