/*
 * src/base/diag.h - what went wrong in the issue, and where.
 *
 * A diag collects messages while the pipeline runs; one run reports them all.
 * Every message names a place in the author's file, says what was found and
 * then what zivos did or what to do. The table below is the one list of all
 * messages: its keys stand in the text output, in the JSON report and in the
 * README, and never change their meaning.
 *
 * Texts are translated where they are added: diag_add(d, D_X, at, _("..."), ...).
 *
 * Threads: a diag belongs to one thread. Articles set in parallel have one
 * each, and diag_merge() puts them together in document order.
 */
#ifndef ZIVOS_BASE_DIAG_H
#define ZIVOS_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;
struct diag;

/* From 1; col counts characters. line 0: the whole file; file NULL: no place. */
struct src { const char *file; int line, col; };

enum severity { SEV_NOTE, SEV_WARNING, SEV_ERROR };

#define DIAG_TABLE(X) \
	/* reading */ \
	X(FILE_READ,         SEV_ERROR,   "file-read")		/* missing, unreadable, too large, not UTF-8 */ \
	X(XML_SYNTAX,        SEV_ERROR,   "xml-syntax")		/* not well-formed */ \
	X(XML_FORBIDDEN,     SEV_ERROR,   "xml-forbidden")	/* DOCTYPE, entities */ \
	X(UNKNOWN_ELEMENT,   SEV_ERROR,   "unknown-element") \
	X(UNKNOWN_ATTRIBUTE, SEV_ERROR,   "unknown-attribute") \
	X(BAD_VALUE,         SEV_ERROR,   "bad-value")		/* an attribute's value is not of its type */ \
	X(MISSING,           SEV_ERROR,   "missing")		/* a required attribute or child */ \
	X(TOO_MANY,          SEV_ERROR,   "too-many")		/* a child that may stand once only */ \
	X(STRAY_TEXT,        SEV_ERROR,   "stray-text")		/* text where only elements may stand */ \
	X(INCLUDE,           SEV_ERROR,   "include")		/* loop, outside the folder, too deep */ \
	X(UNRESOLVED,        SEV_ERROR,   "unresolved")		/* reference to something that is not there */ \
	X(DUPLICATE,         SEV_ERROR,   "duplicate")		/* an id given twice */ \
	X(EMPTY_ARTICLE,     SEV_WARNING, "empty-article") \
	X(PARALLEL_UNMATCHED, SEV_WARNING, "parallel-unmatched")	/* a paragraph that another language lacks */ \
	X(LANGUAGE,          SEV_ERROR,   "language")		/* xml:lang is no language zivos can set */ \
	X(LAYOUT,            SEV_ERROR,   "layout")		/* frames off the page, impossible sizes */ \
	/* text */ \
	X(FONT_MISSING,      SEV_ERROR,   "font-missing")	/* a family the layout names is not installed */ \
	X(GLYPH_MISSING,     SEV_ERROR,   "glyph-missing")	/* no font of the chain has the character */ \
	X(HYPHEN_DICT,       SEV_NOTE,    "hyphen-dictionary")	/* no dictionary installed for a language that has one */ \
	/* language: zivos check --language */ \
	X(LANG_QUOTES,       SEV_NOTE,    "language-quotes")	/* marks that the language does not use, or not there */ \
	X(LANG_DIGITS,       SEV_NOTE,    "language-digits")	/* of another script, or of two in one number */ \
	X(LANG_LETTERS,      SEV_NOTE,    "language-letters")	/* not of this language, or of a script that looks alike */ \
	X(LANG_TYPING,       SEV_NOTE,    "language-typing")	/* a hyphen for a dash, three dots for an ellipsis */ \
	X(LANG_CONTROLS,     SEV_NOTE,    "language-controls")	/* invisible characters that do harm */ \
	X(LANG_UNASSIGNED,   SEV_NOTE,    "language-unassigned")	/* no characters, or nobody knows which */ \
	X(LANG_NORMAL,       SEV_NOTE,    "language-normal")	/* not in normal form C */ \
	X(LANG_SCRIPT,       SEV_NOTE,    "language-script")	/* the text is not written as xml:lang says */ \
	X(LANG_HYPHENS,      SEV_NOTE,    "language-hyphens")	/* no hyphenation for the language */ \
	X(SMALL_CAPS,        SEV_NOTE,    "small-caps")	/* a font has none */ \
	X(LINE_OVERFULL,     SEV_WARNING, "line-overfull") \
	X(LINE_LOOSE,        SEV_NOTE,    "line-loose") \
	/* pages */ \
	X(TABLE,             SEV_ERROR,   "table")		/* cells that do not make a table; one too wide for its place */ \
	X(CHART,             SEV_ERROR,   "chart")		/* numbers that cannot be drawn */ \
	X(PICTURE_MISSING,   SEV_ERROR,   "picture-missing") \
	X(PICTURE_BAD,       SEV_ERROR,   "picture-bad")		/* unreadable, damaged, enormous */ \
	X(PICTURE_LOWRES,    SEV_WARNING, "picture-lowres") \
	X(PICTURE_DAMAGED,   SEV_WARNING, "picture-damaged")	/* shown as far as it could be read */ \
	X(PICTURE_PAGES,     SEV_NOTE,    "picture-pages")	/* the first of several */ \
	X(PICTURE_TWICE,     SEV_NOTE,    "picture-twice")	/* of the same issue */ \
	X(PICTURE_COLOUR,    SEV_NOTE,    "picture-colour")	/* without a profile: taken for something */ \
	X(DRAWING_LINK,      SEV_WARNING, "drawing-link")	/* a drawing's reference to another file */ \
	X(DRAWING_FONT,      SEV_WARNING, "drawing-font")	/* a drawing's font that is not there */ \
	X(PICTURE_UNPLACED,  SEV_ERROR,   "picture-unplaced")	/* no room on the article's pages */ \
	X(STAND_IN,          SEV_NOTE,    "stand-in")		/* what another layout than the issue's lacks, and what it takes instead */ \
	X(PICTURE_SHAPE,     SEV_WARNING, "picture-shape")	/* text does not follow it */ \
	X(PICTURE_SPREAD,    SEV_WARNING, "picture-spread")	/* over two pages, and not as it should be */ \
	X(PICTURE_CROP,      SEV_WARNING, "picture-crop")	/* more cut off it than may be */ \
	X(HEAD_PART,         SEV_NOTE,    "head-part")		/* of an article's head, which its template does not show */ \
	X(PICTURE_NARROW,    SEV_NOTE,    "picture-narrow")	/* set narrower than asked for */ \
	X(PAGES_BOUNDED,     SEV_NOTE,    "pages-bounded")	/* not all ways to arrange pages were looked at */ \
	X(AD_BOOKING,        SEV_ERROR,   "ad-booking")	/* an advertisement that is not as it was booked: size, page, side */ \
	X(OVERSET,           SEV_ERROR,   "overset")		/* text that does not fit its pages */ \
	X(PARALLEL_ARRANGED, SEV_NOTE,    "parallel-arranged")	/* not as the author wished */ \
	X(UNDERSET,          SEV_WARNING, "underset")		/* a hole at the article's end */ \
	X(COPYFIT,           SEV_NOTE,    "copyfit")		/* what would bring a text onto its pages */ \
	X(PAGE_COUNT,        SEV_WARNING, "page-count")		/* not a multiple of four, or a start on the wrong side */ \
	X(WIDOW,             SEV_WARNING, "widow")		/* a line or a heading alone, that could not be avoided */ \
	/* print */ \
	X(PRINT_PROFILE,     SEV_ERROR,   "print-profile")	/* a print profile or its ICC file that cannot be used */ \
	X(INK_LIMIT,         SEV_ERROR,   "ink-limit")		/* a colour of more ink than the paper takes */ \
	X(SPOTS,             SEV_ERROR,   "spot-colours")	/* more of them than the print profile allows */ \
	X(BLEED,             SEV_WARNING, "bleed")		/* less than the print profile asks for */ \
	X(SMALL_TEXT,        SEV_WARNING, "small-text")		/* white or in several inks, too small for the press */ \
	X(PICTURE_COARSE,    SEV_ERROR,   "picture-coarse")	/* too few pixels to be printed at all */ \
	X(PDF_UNPRINTABLE,   SEV_ERROR,   "pdf-unprintable")	/* a placed PDF for which the print shop would refuse the file */ \
	X(DELIVERY_SHEET,    SEV_WARNING, "delivery-sheet")	/* the sheet for the print shop could not be set; its PDF is there */ \
	X(PDF_DOUBTFUL,      SEV_WARNING, "pdf-doubtful")	/* one that should be better; or the same where nothing is printed */ \
	X(TRANSPARENCY,      SEV_ERROR,   "transparency")	/* where the standard forbids it */ \
	X(PREPRESS,          SEV_ERROR,   "prepress")		/* what cannot be turned into inks */ \
	X(PDF,               SEV_ERROR,   "pdf")		/* a finished PDF that cannot be put on sheets: locked, damaged, too long */ \
	X(PDF_DROPPED,       SEV_NOTE,    "pdf-dropped")	/* what sheets do not have of the PDF: links, size, marks */ \
	/* output */ \
	X(WRITE_FAILED,      SEV_ERROR,   "write-failed")	/* disk full, folder not writable */ \
	X(MACHINE,           SEV_ERROR,   "machine")		/* a library or a helper program failed */

#define X(id, sev, key) D_##id,
enum diag_id { DIAG_TABLE(X) D_COUNT };
#undef X

struct message {
	enum diag_id id;
	enum severity severity;
	struct src at;
	int page;			/* 1-based page of the issue, 0: none */
	char *text;
	char *once;			/* what it was said under, or NULL */
};

struct diag *diag_new(void);
void diag_free(struct diag *d);		/* NULL is allowed */

/* Record one message; it is copied. Say what was found, then what zivos did. */
void diag_add(struct diag *d, enum diag_id id, struct src at, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* The same, with the page of the issue it shows on. */
void diag_add_page(struct diag *d, enum diag_id id, struct src at, int page, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* The same for what is said once of many things (a package that is missing): nothing where something was said under this key,
 * also in a diag that was merged. */
void diag_add_once(struct diag *d, const char *key, enum diag_id id, struct src at, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* Appends all of from's messages to d and empties from. */
void diag_merge(struct diag *d, struct diag *from);
/* The same with copies: from keeps its own, to be said again. */
void diag_repeat(struct diag *d, const struct diag *from);

size_t diag_count(const struct diag *d, enum severity at_least);
/* Messages of the machine (WRITE_FAILED, MACHINE): exit status 3 instead of 1. */
bool diag_machine_failed(const struct diag *d);
const struct message *diag_get(const struct diag *d, size_t i);	/* NULL past the end; in order of adding */
const char *diag_key(enum diag_id id);
const char *severity_name(enum severity s);	/* translated */

/* All messages as text, one line each, sorted by file, line and column in the
 * order the files were first named, identical ones once:
 *     file:line:col: error: key: text
 * then the source line and a caret under the column, where the file can be
 * read. colour: ANSI colours. */
void diag_print(const struct diag *d, FILE *out, bool colour);
/* A JSON array of {"code","severity","file","line","column","page","text"}, in the same order; UTF-8. */
void diag_print_json(const struct diag *d, FILE *out);

#endif
