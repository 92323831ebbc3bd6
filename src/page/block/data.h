/*
 * src/page/block/data.h - what tables, charts and recipes share: lines of text put where they are wanted, blocks that
 * are set once for all attempts.
 */
#ifndef ZIVOS_PAGE_BLOCK_DATA_H
#define ZIVOS_PAGE_BLOCK_DATA_H

#include "page/block/blocks.h"

/* A line with its ink in [x, x + width): share 0 at the left, 0.5 in the middle, 1 at the right; y: its baseline. */
void put_line(const struct block_stretch *st, const struct set_line *l, Pt x, Pt width, double share, Pt y, struct colour colour,
	      const struct tag *tag);
/* Baseline of line i of a text whose first strip starts at `top`. */
Pt line_base(const struct composer *c, const struct text_set *t, Pt top, size_t i);
/* A text in one line, however long. */
struct text_set set_line_of(struct composer *c, const struct copy *copy, const struct style *s);
/* The same text as set_copy() sets, all lines but the first further in by `hang`. */
struct text_set set_hanging(struct composer *c, const struct copy *copy, const struct style *s, Pt width, Pt hang);
/* The widest line of a text. */
Pt text_width(const struct text_set *t);
/* The height of a text, up to the next half grid line. */
int text_ticks(const struct composer *c, const struct text_set *t);

/* Characters of a copy, for messages. */
size_t copy_chars(const struct copy *c);

/* The tables, charts and recipes of an article (page/block/table.c, chart.c, timeline.c, recipe.c). The same block in the
 * same width and template is set once. */
struct set_block *data_block(struct composer *c, const struct template *t, const struct block *b, Pt width);

struct set_block *table_block(struct composer *c, const struct template *t, const struct table *table, Pt width);
struct set_block *chart_block(struct composer *c, const struct template *t, const struct chart *chart, Pt width);
struct set_block *timeline_block(struct composer *c, const struct template *t, const struct chart *chart, Pt width);
struct set_block *timeline_across_block(struct composer *c, const struct template *t, const struct chart *chart, Pt width);
struct set_block *recipe_block(struct composer *c, const struct template *t, const struct recipe *recipe, Pt width);
/* The tag of the whole, with what it shows where it is a picture. */
const struct tag *data_tag(struct composer *c, const struct block *b, const struct tag *parent);
/* What a chart shows, in words. */
const char *chart_words(struct composer *c, const struct chart *chart);

#endif
