/*
 * src/doc/parallel.h - one text in two to four languages, matched paragraph by paragraph.
 *
 * In      <parallel> with a <text xml:lang="..."> for each language, each an
 *         ordinary run of paragraphs, subheads, lists, verse, tables and charts
 * Out     rows: what stands side by side, in reading order. A row is a
 *         paragraph, a subhead, one item of a list or one line of a poem. A table or chart takes
 *         the whole width: those of all languages stand under each other as blocks of their own,
 *         and part the text into what comes before and after
 * Errors  what has no counterpart is reported at its place, with the place in
 *         the other text where it is missing, and stands alone in its row
 * Source  Gale & Church, "A Program for Aligning Sentences in Bilingual
 *         Corpora", Computational Linguistics 19 (1993)
 *
 * Blocks are matched in order, kind with kind. Where all texts have the same
 * kinds in the same order, that is all: the author's order is never doubted.
 * Where one has more than another, the lengths say which one is missing: a
 * paragraph and its translation are about as long in all languages. An empty
 * <p/> is a counterpart with nothing in it.
 */
#ifndef ZIVOS_DOC_PARALLEL_H
#define ZIVOS_DOC_PARALLEL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "doc/issue.h"

struct builder;
struct node;

#define PARALLEL_MAX 4			/* languages */

/* How the languages stand to each other; the template says it where the author does not. */
enum parallel_manner { PARALLEL_UNSAID, PARALLEL_COLUMNS, PARALLEL_FACING, PARALLEL_INTERLEAVED };

struct parallel_text { const char *lang; bool rtl; struct src at; struct block **blocks; size_t nblocks; };

struct parallel_cell {
	const struct copy *copy;	/* NULL: nothing in this language */
	const struct block *block;	/* that it is part of; NULL with the copy */
	size_t item;			/* LIST, VERSE: its number in block->items */
};

struct parallel_row {
	enum block_kind kind;		/* P, SUBHEAD, LIST, VERSE */
	bool first;			/* of its block, or of a stanza: white comes before it */
	bool last;			/* of its block */
	bool by;			/* VERSE: who wrote it */
	struct parallel_cell cells[PARALLEL_MAX];	/* in the order of texts */
};

struct parallel {
	enum parallel_manner manner;
	struct parallel_text *texts;	/* as the author wrote them */
	size_t ntexts;
	struct parallel_row *rows;
	size_t nrows;
};

/* The blocks in an element (doc/issue.c); empty paragraphs stay. */
typedef struct block **(*blocks_reader)(struct builder *b, const struct node *n, const char *lang, size_t *count);

/* Appends what <parallel> says: one block, or where its texts have tables and charts, several with those between them. lang: its own. */
void parallel_append(struct builder *b, const struct node *n, const char *lang, blocks_reader read_blocks, GPtrArray *blocks);

#endif
