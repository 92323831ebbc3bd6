/*
 * src/para/linebreak.h - choose line breaks for a whole paragraph at once.
 *
 * In      hlist of boxes, glue and penalties (para/hlist.h); not modified
 * Out     one break per line: the set with the least total demerits in its
 *         natural number of lines, and the best with one line less and more
 * Units   Pt
 * Errors  none are returned: what cannot be broken is set overfull, and
 *         breaks.overfull says by how much, for the caller to report
 * Source  Knuth & Plass, "Breaking Paragraphs into Lines", SP&E 11 (1981)
 *
 * Beyond the paper: letters (their spacing and scale) give before spaces do;
 * demerits measure how uneven spaces are, so that the least sum is the evenest
 * paragraph; the contrast with the line before is a cost that grows smoothly
 * instead of in classes; more than style.ladder hyphens in a row are not
 * taken; a very short last line costs; ragged lines are judged by their
 * squared slack. All of it are properties of the style (doc/layout.h).
 */
#ifndef ZIVOS_PARA_LINEBREAK_H
#define ZIVOS_PARA_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/unit.h"

struct arena;
struct hlist;

/* Where line n (from 0) of this paragraph may stand; varies where columns differ or text runs round a picture. */
struct measure { Pt left, width; };
typedef struct measure (*line_measure)(const void *ctx, size_t n);

/* at[]: items of the hlist, ascending; hyphen[]: whether the line ends in one; last: width of the last line; nloose: justified lines whose
 * spaces are further than any line's should be, since nothing else ends there; loosest: which of them most, from 0; n 0: none */
struct breaks { size_t n; uint32_t *at; bool *hyphen; double demerits; Pt overfull, last; size_t nloose, loosest; };
/* The other two have no more such lines than the natural one. */
struct choice { struct breaks natural, shorter, longer; };

/* uniform: the measure is the same for every line. */
struct choice linebreak(struct arena *a, const struct hlist *h, line_measure measure, const void *ctx, bool uniform);

/* How a line from after item `from` (SIZE_MAX: the start) to item `to` fits a width. */
struct fit {
	Pt natural;			/* width without justification, hanging parts taken off */
	Pt need;			/* width - natural */
	double letters;			/* how much of what letters give is used, -1..1: they are asked first */
	Pt rest;			/* what is left to the spaces */
	double ratio;			/* the rest over what spaces give; -1..1 within the limits */
	Pt stretch, shrink, track, expand;	/* what they give */
};
struct fit line_fit(const struct hlist *h, size_t from, size_t to, Pt width);

#endif
