/*
 * src/doc/layout.h - how a magazine looks: paper, grid, colours, fonts,
 * styles, templates, furniture. Read from layout.xml in the layout's folder.
 *
 * In      layouts/NAME/layout.xml (vocabulary layout_vocabulary)
 * Out     struct layout: arena data, const once built; all names resolved,
 *         styles with their parents' properties, lengths in Pt
 * Units   Pt; vertical counts in grid lines where the name says `lines` (may
 *         be fractions); columns of the grid count from 1
 * Errors  reported; NULL where no usable layout is left
 *
 * The grid. The live area is `columns` units wide with gutters between them,
 * `lines` baselines high. Grid line n (from 1) has its baseline at
 * first_baseline + (n - 1) * leading; the strip of line n reaches from
 * BASE_SHARE of the leading above that baseline to the rest below it.
 */
#ifndef ZIVOS_DOC_LAYOUT_H
#define ZIVOS_DOC_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"
#include "base/store.h"
#include "base/unit.h"
#include "doc/issue.h"			/* enum block_kind */
#include "doc/parallel.h"		/* enum parallel_manner */
#include "doc/look.h"			/* struct ink */

struct arena;

/* 0..1. spot: an ink of its own, then c, m, y, k stand in for it where it is missing; or NULL. */
struct swatch { const char *name; double c, m, y, k; const char *spot; struct src at; };

/*
 * Fonts. A family ("text", "display") has for each script a face: the chain of
 * font families tried for a character in this order; the family's Latin chain
 * is tried last by itself. A face may name languages it is for (ur: Nastaliq);
 * the more special one wins.
 */
struct face {
	const char *script;		/* ISO 15924 "Arab"; one struct per script of the attribute's list */
	const char *lang;		/* BCP 47 prefix or NULL */
	const char **fonts;		/* fontconfig family names; NULL-terminated */
	double size;			/* factor on the style's size; 1 for Latin */
	double leading;			/* factor on the style's leading for an article in this script */
	int min_weight, max_weight;	/* clamp of the style's weight to what the script's fonts have */
	enum { EMPHASIS_ITALIC, EMPHASIS_BOLD, EMPHASIS_SPACED, EMPHASIS_NONE } emphasis;
	double baseline;		/* shift up, em of the scaled size */
	/* How lines of the script are justified, beside the word space; em of the scaled size. */
	double ragged;			/* in measures narrower than this, justified text is set ragged */
	double kashida;			/* what one word's joint may grow by; 0: no kashida */
	double clusters;		/* what the gap between two letter clusters may grow by */
	double latin_gap;		/* between the script's characters and Latin letters or figures */
};

/* What a character of one of the family's fonts hangs into the margin at a line's start and end, in place of what
 * characters usually do (para/protrude.c). */
struct hang { uint32_t c; const char *font; double start, end; };	/* font NULL: all; parts of its advance, 0..1 */

struct family { const char *name; struct face *faces; size_t nfaces; struct hang *hangs; size_t nhangs; };	/* hangs: by character */

enum align { ALIGN_JUSTIFY, ALIGN_START, ALIGN_END, ALIGN_CENTER };

/* Every length in Pt, `em` values as parts of the size. */
struct style {
	const char *name;
	const struct family *family;
	int weight;			/* 100..900 */
	int width;			/* 62, 75, 87, 100: fontconfig's width of the cut */
	bool italic;
	Pt size, leading;
	enum align align;
	Pt indent;			/* first line of a paragraph after another of the same style */
	Pt hang;			/* all lines but the first are indented by it (lists) */
	struct ink ink;
	bool hyphenate;
	bool upper;			/* set in capitals, by language */
	bool sharp_s;			/* ß in capitals is ẞ, not SS */
	bool small_caps;		/* the font's own; never letters made smaller */
	bool tabular;			/* figures of one width */
	bool balance;			/* ragged lines of even length (headlines) */
	bool cling;			/* no line ends after a preposition or inside a name, where avoidable: para/cling.h */
	double tracking;		/* em, fixed */
	double track_limit;		/* em, justification may add or take as much */
	double expand_limit;		/* part of their width that justification may widen or narrow letters by */
	double space;			/* word space aimed at, of the font's own */
	double space_shrink, space_stretch;	/* of the space aimed at */
	double protrusion;		/* 0 off, 1 full */
	Pt edge_size;			/* letters larger than this stand at the edge as letters of this size do: para/edge.h; 0: with their own white */
	double hyphen_penalty;		/* 50 as in TeX; more: fewer hyphens */
	int ladder;			/* most lines in a row that end in a hyphen; 0 any number */
	double contrast;		/* how much neighbouring lines of unequal spaces are minded; 0 not */
	double runt;			/* em; a last line shorter than this is avoided; 0 not */
	int looseness;			/* lines more (or less) than best */
	int hyphen_before, hyphen_after;	/* least letters of a word before and after a hyphen; the language's own where those are more */
	double before, after;		/* grid lines of white before and after the block */
	Pt rule;			/* over the block, as wide as its column; 0 none */
	int dropcap;			/* lines of the initial of an article's first paragraph; 0 none */
	int line_numbers;		/* of poems: every so many lines a number; 0 none */
	bool hang_quotes;		/* quotation marks at lines' edges stand outside the measure whole, not by their part */
	const char *numerals;		/* OpenType feature: "lnum", "onum", NULL */
	enum { DIGITS_CUSTOM, DIGITS_NATIVE, DIGITS_LATIN } digits;	/* of numbers that the program makes: as the language's custom is,
									 * its script's own, 0 to 9; authors' digits stay as they are */
};

struct rubric { const char *id, *name; const struct swatch *swatch; struct ink tint; bool dark; /* white type reads on it */ int index; };

/* Where a thing lies: on the grid, or against the paper's edges. */
struct area {
	int col, span;			/* grid columns, from 1 */
	double line, lines;		/* grid lines, from 1; line 0: under what stands above; lines 0: its own height, or to the last line */
	bool bleed_top, bleed_bottom, bleed_inner, bleed_outer;	/* runs to the paper's edge and into the bleed there */
};

enum head_part { HEAD_KICKER, HEAD_HEADLINE, HEAD_STANDFIRST, HEAD_BYLINE, HEAD_LANGUAGE, HEAD_TITLE, HEAD_PARTS };
/* One part of a headline block; parts stand in the given order, one under the other. */
struct head_item { enum head_part part; const struct style *style, *further; int span; };	/* further: of further languages under it, or of more than two beside each other; span 0: the head's */
struct head {
	const char *name;
	struct head_item *items;
	size_t nitems;
	double before;			/* grid lines over it, in the column */
	bool beside;			/* further languages stand beside the article's own, over their columns; else under it, part by part */
};

/* How pictures are set. */
enum caption_at { CAPTION_BELOW, CAPTION_BESIDE, CAPTION_OVER };
enum credit_at { CREDIT_AFTER, CREDIT_LINE, CREDIT_EDGE };
struct picture_rules {
	enum caption_at caption;
	enum credit_at credit;
	bool at_caps;			/* begin at the height of capitals, not of small letters */
	bool numbers;			/* captions of a gallery name pictures by numbers, not by places */
	double max_lines;		/* of a photograph in the text, grid lines; 0: any */
	double inset;			/* width of an inset, of its column's */
	Pt inset_text;			/* least width of a line beside it */
	Pt wrap;			/* white between the two */
	Pt gutter_loss;			/* what vanishes in the fold, on each page ... */
	bool flat_middle;		/* ... but not in the middle of the issue */
};

enum { COLUMN_LINES_LEAST = 4 };		/* grid lines of a column of text: lower stretches stay white */

/* What floats beside pictures, where its author does not fix it: bits of these. */
enum float_place { FLOAT_HEAD = 1, FLOAT_FOOT = 2, FLOAT_INSIDE = 4, FLOAT_STRADDLE = 8, FLOAT_ALONE = 16 };
enum float_width { WIDTH_COLUMN = 1, WIDTH_WIDE = 2, WIDTH_FULL = 4 };
struct quote_rules {
	unsigned places, widths;
	bool sizes[3];			/* of type: a step down, its own, a step up */
	double away;			/* lines wished for between it and the sentence it repeats; 0: a third of the column */
};
struct sidebar_rules { unsigned places, widths; };

enum place_kind { PLACE_PICTURE, PLACE_HEAD, PLACE_COLUMNS, PLACE_TITLE, PLACE_FILL, PLACE_BOX };
/*
 * One thing on a template's page, in the order they are laid out:
 *   PICTURE  takes the article's next picture of `size` (opener, or "gallery":
 *            a picture of the gallery; spread: stands on the next page too);
 *            empty slots vanish
 *   HEAD     the head block of article number `article`
 *   TITLE    the section's title, in `style`
 *   COLUMNS  `count` text columns for thread `thread`; columns of the same
 *            thread follow each other over places and pages
 *   FILL     a rectangle in `ink` behind the rest (area only)
 *   BOX      the article's boxes go here instead of into the text, with `count` columns
 */
struct place {
	enum place_kind kind;
	struct src at;
	struct area area;
	int article;			/* from 1 */
	int thread;			/* from 1 */
	int count;			/* columns */
	const char *size;		/* PICTURE: "opener", "gallery", "full", "spread" */
	enum caption_at caption_at;	/* PICTURE */
	double min_lines;		/* PICTURE: may shrink to so many, that the text fits; 0: does not give way */
	bool balance;			/* COLUMNS: end at one height on the last page */
	bool of_issue;			/* TITLE: the magazine's, not the section's */
	const struct head *head;
	const struct style *style;
	struct ink ink;
};

/* A page of a template: `at` 1, 2, ...; 0 = every further one. */
enum furniture { FURNITURE_ALL, FURNITURE_FOOT, FURNITURE_NONE };
struct pattern { int at; enum furniture furniture; struct place *places; size_t nplaces; struct src src; };

struct thread { int first, last; const struct head *head; bool imprint; };	/* articles it takes, from 1; last 0: all further. head: set in the column before each article, or NULL */

struct template {
	const char *name;
	struct src at;
	enum start_side start;
	bool mirror;			/* drawn for a left page: mirrored on a right one */
	int max_pages;			/* 0: any */
	struct pattern *patterns;
	size_t npatterns;
	struct thread *threads;		/* threads[0] is thread 1 */
	size_t nthreads;
	const struct style *styles[BLOCK_KINDS];	/* never NULL */
	const struct style *caption, *credit, *box_title, *box_text, *by, *imprint, *note;
	const struct style *table_head, *data_title, *source, *axis;	/* of tables and charts; styles[BLOCK_TABLE]: cells, [BLOCK_CHART]: labels */
	const struct style *portions, *step, *step_number, *tip;	/* of recipes; styles[BLOCK_RECIPE]: ingredients */
	const struct template *boxed;	/* the same styles for what stands in a box; its own boxed is NULL */
	bool fillers;			/* room at the end may take a filler */
	enum parallel_manner parallel_manner;	/* of parallel texts; FACING: its pages come in pairs */
	const struct style *parallel, *translation;	/* their paragraphs; interleaved, those in further languages */
};

enum put_what { PUT_FOLIO, PUT_ISSUE, PUT_RUBRIC, PUT_SQUARE, PUT_TAB, PUT_TITLE, PUT_THEME, PUT_NUMBER, PUT_LINES, PUT_WORDS, PUT_ENTRIES, PUT_PICTURES, PUT_TEXT };
/*
 * A piece of furniture, or of the cover or the contents page.
 *   x       from `edge`: outer and inner edges of the live area (Pt, inwards), so it mirrors
 *   y       baseline, from the head of the trimmed page (Pt)
 *   w, h    size, where it has one
 */
struct put {
	enum put_what what;
	struct src at;
	bool from_inner;
	Pt x, y, w, h, step;
	const struct style *style, *style2, *style3, *style4;
	struct ink ink;
	enum align align;
	const char *text;
	double fit;			/* PUT_TITLE: scale the text to the width w if 1 */
};

/* A size that advertisers book, trimmed. Full pages need none: they are as large as the page. */
struct ad_format { enum ad_size size; Pt w, h; };

/* Parallel texts, where the template says nothing else. */
struct parallel_rules {
	enum parallel_manner manner;
	enum { WIDTHS_GRID, WIDTHS_FREE, WIDTHS_EQUAL } widths;	/* of columns: whole grid columns, any, all the same */
	double min_width;		/* em: no column is narrower */
	double ragged;			/* em: in narrower ones justified text is set ragged */
	double gap;			/* lines of white between paragraphs; 0: they are indented */
	int divide;			/* lines a paragraph must have to be divided between columns or pages */
};

struct label { const char *key, *lang, *text; };

#define BASE_SHARE 0.78			/* of a line's leading: from its strip's top to the baseline */

struct layout {
	const char *name, *folder;
	struct src at;
	bool stands_in;			/* another than the issue names: what it lacks is noted, and something near taken */
	const char *print, *output_profile;	/* print profile's name; ICC file (absolute) in place of its own, or NULL */
	struct src print_at, output_profile_at;
	Pt width, height, bleed;	/* trimmed page */
	int columns;
	Pt gutter, inner, outer, first_baseline, leading;
	int lines;
	struct swatch *swatches; size_t nswatches;
	struct family *families; size_t nfamilies;
	struct style *styles; size_t nstyles;
	struct rubric *rubrics; size_t nrubrics;
	struct template *templates; size_t ntemplates;
	struct put *furniture; size_t nfurniture;
	struct put *cover; size_t ncover;
	struct put *contents; size_t ncontents;
	struct label *labels; size_t nlabels;
	double min_ppi, min_ppi_line;	/* under it a picture is reported; one in pure black and white */
	struct picture_colour pictures;	/* unless a picture says otherwise */
	double sharpen, sharpen_radius;	/* photographs in print: percent, px */
	struct picture_rules rules;
	struct quote_rules quotes;
	struct sidebar_rules sidebars;
	struct ad_format *ads; size_t nads;
	struct parallel_rules parallel;
	struct looks looks;
};

struct layout *layout_read(struct arena *a, const char *path, struct diag *d);

const struct style *layout_style(const struct layout *l, const char *name);	/* or NULL */
/* What a style is by nature, where a layout says nothing: whoever makes one of his own begins with it. Its family, size, leading and ink are missing. */
struct style style_natural(void);
const struct template *layout_template(const struct layout *l, const char *name);
const struct rubric *layout_rubric(const struct layout *l, const char *id);
const struct swatch *layout_swatch(const struct layout *l, const char *name);
const struct face *family_face(const struct family *f, const char *script, const char *lang);	/* never NULL: the Latin one at least */
/* The label in the language, as its script is written, or in its base language, else English, else the key (doc/labels.c): the layout's
 * own, else one built in. # stands for a number. Whether the language has it at all, layout_has_label() says. */
const char *layout_label(const struct layout *l, const char *key, const char *lang);
/* Whether there is one in the language or its base language. */
bool layout_has_label(const struct layout *l, const char *key, const char *lang);

/* Left edge of grid column col (from 1) on a page, from the trimmed page's left edge. */
Pt layout_column_x(const struct layout *l, int col, bool right_page);
Pt layout_span_width(const struct layout *l, int span);

#endif
