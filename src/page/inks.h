/*
 * src/page/inks.h - colours and pictures as keys, for a print PDF.
 *
 * Pages are painted in DeviceRGB. For print each pair of colour and role is
 * painted as a reserved RGB value of its own, and src/prepress writes the inks
 * meant into the content streams. A role belongs to the key because black
 * text overprints and a black area does not, and because a colour operator is
 * left out where the value repeats. A key is never black or white.
 *
 * Pictures, drawings and placed pages are assets: what is painted is an image of
 * one pixel whose colour is the asset's number, src/prepress puts the asset in its
 * place. That pixel is never grey, so it is one of three channels to every writer.
 */
#ifndef ZIVOS_PAGE_INKS_H
#define ZIVOS_PAGE_INKS_H

#include <stddef.h>
#include <stdint.h>
#include "page/model.h"

struct layout;

/* The swatch of printer's marks: on every plate. A layout may define one of this name itself. */
#define INK_REGISTRATION "registration"

/* knocked: text that may not overprint; white: paper, knocks out. */
enum ink_role { INK_TEXT, INK_KNOCKED, INK_RULE, INK_FILL, INK_WHITE };

struct ink_key {
	uint8_t r, g, b;		/* what is painted, of 255 */
	enum ink_role role;
	struct colour colour;		/* CMYK with tint applied; swatch name */
	const char *spot;		/* Separation name, or NULL */
	double solid[4];		/* spot: CMYK of the full tint */
	Pt size;			/* TEXT, KNOCKED: its size, to 1/100 pt (for the limit of black overprint); else 0 */
};

struct inks;
/* The layout knows spot colours and the rich black of large areas; NULL: there are none. */
struct inks *inks_new(const struct layout *l);
void inks_free(struct inks *i);			/* NULL is allowed */

/* The key for a colour in a role; the same question gets the same key. Text is
 * never in rich black: it gets black alone. No ink at all is INK_WHITE. */
const struct ink_key *inks_key(struct inks *i, struct colour c, enum ink_role role, Pt size);
/* The key for a rectangle: a rule if it is thin, in rich black if it is large and black. */
const struct ink_key *inks_key_rect(struct inks *i, struct colour c, Pt w, Pt h);
/* The key for a path in its box: a line of its thickness, or an area. */
const struct ink_key *inks_key_path(struct inks *i, struct colour c, const struct path *p, struct rect box);
/* The key for the page's run of glyphs number `item`: it knocks out where black and the areas under it make more ink than the limit. */
const struct ink_key *inks_key_text(struct inks *i, const struct page *pg, size_t item, double limit);
const struct ink_key *inks_find(const struct inks *i, uint8_t r, uint8_t g, uint8_t b);	/* or NULL */

/* Add the swatches of spot colours that the page's items use and that are not in the array yet, in the layout's
 * order; registration is none of them. */
typedef struct _GPtrArray GPtrArray;
void inks_spots(const struct page *pg, const struct layout *l, GPtrArray *spots);

/* A converted picture; a drawing in sRGB; a PDF's page, in inks already. */
enum asset_kind { ASSET_PICTURE, ASSET_DRAWING, ASSET_PAGE };
struct asset {
	enum asset_kind kind;
	struct src at;
	const char *path;		/* PICTURE: the converted file; PAGE: the PDF it was taken out into; copied */
	unsigned char *bytes;		/* DRAWING: a PDF of one page, from malloc(), owned by the inks from then on */
	size_t n;
	double unit;			/* DRAWING: what a unit of its page measures where it is placed, in Pt; 0: one */
	struct rect part;		/* PAGE: what fills the asset's square: Pt from the trim's lower left corner, y upwards */
};
/* Its pixel, 0xRRGGBB. */
uint32_t inks_asset(struct inks *i, struct asset a);
const struct asset *inks_asset_find(const struct inks *i, uint32_t pixel);		/* or NULL */

#endif
