/*
 * src/page/figure/figure.h - what stands beside the text: a picture, or several as a mosaic, with caption
 * and credit; a wide table or chart; a pull quote; a box. Made ready for a width, then put on a sheet.
 *
 * In      pictures and the words to them, or a block; the template's styles, the layout's
 *         rules for pictures (doc/layout.h)
 * Out     its height in grid lines; ink: tops at the x-height (or the height of
 *         capitals) of the first line, bottoms on a baseline
 * Errors  reported: more had to be cut off a picture than its author allows
 *
 * Whoever finds a place for it needs the height alone: figure_lines().
 */
#ifndef ZIVOS_PAGE_FIGURE_FIGURE_H
#define ZIVOS_PAGE_FIGURE_FIGURE_H

#include "page/block/blocks.h"
#include "page/figure/mosaic.h"

enum floating_kind { FLOATING_PICTURES, FLOATING_DATA, FLOATING_QUOTE, FLOATING_BOX };
struct floating {
	const struct picture *const *pictures;
	size_t npictures;
	const struct block *block;	/* the gallery, table, pull quote or box it is; NULL: a picture */
	const struct copy *caption;	/* of a gallery's pictures together, or NULL */
	const struct article *article;
	size_t after;			/* number of units before it */
	size_t first, n;		/* rows of a table that is divided; 0, 0: all */
	bool echoes;			/* a quote whose sentence was found: in this unit, so far in it (0..1) */
	size_t echo;
	double echo_at;
};
enum floating_kind floating_kind(const struct floating *f);
/* Whether it may stand before the place where it is written. */
bool floating_is_free(const struct floating *f);
enum picture_size floating_size(const struct floating *f);
struct src floating_at(const struct floating *f);
/* Whether it takes pages of its own (page/figure/plate.h). */
bool floating_is_plate(const struct floating *f);

struct figure {
	const struct floating *of;
	const struct set_block *set;	/* a table or chart, or a pull quote; or */
	const struct box_set *box;	/* a box; both NULL: pictures, with */
	const struct template *t;
	enum caption_at at;
	struct mosaic_cell *cells;	/* NULL: one picture */
	bool numbered;			/* pictures bear the numbers that the caption names */
	struct text_set *caption, *credit;	/* or NULL; credit: a line of its own, or upright */
	bool upright;
	Pt width;			/* of all */
	Pt x, picture_w;		/* of the pictures in it */
	double lines;			/* of the pictures, or of all of it */
	double below;			/* under them */
};

/* How a place wants it. */
struct figure_wish {
	Pt width;
	double lines, most;		/* height of the pictures; 0: their own, at most so many */
	enum caption_at at;
	bool settled;			/* lines is the height that was chosen (copyfitting has no say any more) */
	int step;			/* a pull quote's size: steps down or up */
	int columns;			/* a box's, unless its author says; 0: one */
	const struct tag *tag;		/* what a box stands in */
	bool bleeds;			/* runs to an edge of the paper: no caption beside it, no credit at its edge */
};

/* What the layout wishes for, in a width. */
struct figure_wish figure_wish(const struct composer *c, Pt width, double most);
struct figure *figure_new(struct composer *c, const struct template *t, const struct floating *f, const struct figure_wish *w);
/* Height in grid lines, white after it not counted. */
double figure_lines(const struct figure *f);
/* The heights in grid lines that the pictures may have in a width without more being cut off than their authors allow. */
void figure_room(const struct composer *c, const struct floating *f, Pt width, double *least, double *most);

/* With the pictures' top at grid line `line`, all of it from x on. */
void figure_put(struct composer *c, struct sheet *s, const struct figure *f, Pt x, double line, const struct tag *parent);
/* The same with the pictures in a box, which may bleed; words from x on. */
void figure_put_in(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, Pt x, const struct tag *parent);

/* The words alone, to pictures that stand in the box. */
void figure_put_words(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, Pt x, const struct tag *figure);

/* A picture alone, without words. Drawings are shown whole, unless they bleed. */
const struct tag *picture_put(struct composer *c, struct sheet *s, const struct picture *p, struct rect box, const struct tag *parent, const char *lang);
/* The part of a box that a picture takes: less where more would be cut off it than may be. */
struct rect figure_shown(const struct picture *p, struct rect box);
/* Height a picture of its own proportions has at a width, in whole grid lines; limited to max lines. */
double picture_lines(const struct composer *c, const struct picture *p, Pt width, double max);
/* Width over height; 0: not known. */
double picture_ratio(const struct picture *p);

#endif
