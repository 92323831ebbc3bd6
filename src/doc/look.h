/*
 * src/doc/look.h - what a layout says of tables, charts and recipes beside their styles: rules, tints, measures.
 *
 * In      <tables>, <charts>, <recipes> of a layout
 * Out     struct looks: complete, with what holds where the layout says nothing
 * Units   Pt; grid lines where the name says `lines`
 */
#ifndef ZIVOS_DOC_LOOK_H
#define ZIVOS_DOC_LOOK_H

#include <stdbool.h>
#include "base/unit.h"

struct swatch;

/* A colour as it is used: swatch NULL means "the rubric's colour". */
struct ink { const struct swatch *swatch; bool rubric; double tint; };	/* tint 0..1, 1 = solid */

struct table_look {
	Pt rule, head_rule;		/* between rows; under the header and at the foot. 0: none */
	struct ink ink;			/* of the rules */
	double stripe;			/* tint of the rubric's colour behind every other row; 0: none */
	Pt gap;				/* white between columns */
};

struct chart_look {
	struct ink ink;			/* of bars and lines: of the first series; further ones are lighter */
	Pt line, rule;			/* thickness of lines; of the axis' rules */
	double bar;			/* part of its row that a bar fills */
	double lines;			/* height of a line chart's field */
};

struct recipe_look {
	Pt panel;			/* width of the ingredients' column */
	double tint;			/* behind it; less than 0: the rubric's own */
};

struct looks { struct table_look table; struct chart_look chart; struct recipe_look recipe; };

#endif
