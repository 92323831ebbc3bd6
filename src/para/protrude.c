/*
 * src/para/protrude.c - what may hang into the margin, so that the edge looks straight.
 *
 * Parts of the character's advance in its font. Small marks hang far, letters
 * that are open or round at that side a little (hlist.c limits it, as a part of the
 * size), stems not at all: the eye takes the edge from them. After Hermann Zapf's practice, and
 * H. T. Thành, "Micro-typographic extensions to the TeX typesetting system" (2000).
 * A layout may say otherwise for a font (struct hang).
 */
#include "para/hlist.h"
#include <string.h>
#include "doc/layout.h"
#include "text/font.h"

struct usual { uint32_t c; double start, end; };

static const struct usual usual[] = {	/* by code point; of a letter also in other alphabets where it looks the same */
	{ '!',    0.00, 0.15 }, { '\'',   0.60, 0.60 }, { '(',    0.10, 0.00 }, { ')',    0.00, 0.10 },
	{ ',',    0.00, 0.70 }, { '-',    0.00, 0.50 }, { '.',    0.00, 0.70 }, { ':',    0.00, 0.40 },
	{ ';',    0.00, 0.40 }, { '?',    0.00, 0.10 }, { 'A',    0.05, 0.05 }, { 'C',    0.02, 0.00 },
	{ 'F',    0.00, 0.05 }, { 'J',    0.05, 0.00 }, { 'K',    0.00, 0.05 }, { 'L',    0.00, 0.05 },
	{ 'O',    0.02, 0.02 }, { 'P',    0.00, 0.03 }, { 'Q',    0.02, 0.02 }, { 'R',    0.00, 0.03 },
	{ 'T',    0.06, 0.06 }, { 'V',    0.06, 0.06 }, { 'W',    0.05, 0.05 }, { 'X',    0.04, 0.04 },
	{ 'Y',    0.06, 0.06 }, { 'c',    0.02, 0.00 }, { 'e',    0.02, 0.02 }, { 'f',    0.00, 0.05 },
	{ 'k',    0.00, 0.05 }, { 'o',    0.02, 0.02 }, { 'r',    0.00, 0.06 }, { 't',    0.02, 0.06 },
	{ 'v',    0.05, 0.05 }, { 'w',    0.05, 0.05 }, { 'x',    0.05, 0.05 }, { 'y',    0.05, 0.06 },
	{ 0x00ab, 0.35, 0.35 }, { 0x00bb, 0.35, 0.35 }, { 0x00c0, 0.05, 0.05 }, { 0x00c1, 0.05, 0.05 },
	{ 0x00c2, 0.05, 0.05 }, { 0x00c3, 0.05, 0.05 }, { 0x00c4, 0.05, 0.05 }, { 0x00c5, 0.05, 0.05 },
	{ 0x00c7, 0.02, 0.00 }, { 0x00d2, 0.02, 0.02 }, { 0x00d3, 0.02, 0.02 }, { 0x00d4, 0.02, 0.02 },
	{ 0x00d5, 0.02, 0.02 }, { 0x00d6, 0.02, 0.02 }, { 0x00d8, 0.02, 0.02 }, { 0x00dd, 0.06, 0.06 },
	{ 0x00e7, 0.02, 0.00 }, { 0x00e8, 0.02, 0.02 }, { 0x00e9, 0.02, 0.02 }, { 0x00ea, 0.02, 0.02 },
	{ 0x00eb, 0.02, 0.02 }, { 0x00f2, 0.02, 0.02 }, { 0x00f3, 0.02, 0.02 }, { 0x00f4, 0.02, 0.02 },
	{ 0x00f5, 0.02, 0.02 }, { 0x00f6, 0.02, 0.02 }, { 0x00f8, 0.02, 0.02 }, { 0x0106, 0.02, 0.00 },
	{ 0x0107, 0.02, 0.00 }, { 0x010c, 0.02, 0.00 }, { 0x010d, 0.02, 0.00 }, { 0x0119, 0.02, 0.02 },
	{ 0x011b, 0.02, 0.02 }, { 0x0155, 0.00, 0.06 }, { 0x0159, 0.00, 0.06 }, { 0x0162, 0.06, 0.06 },
	{ 0x0164, 0.06, 0.06 }, { 0x0391, 0.05, 0.05 }, { 0x039f, 0.02, 0.02 }, { 0x03a4, 0.06, 0.06 },
	{ 0x03a5, 0.06, 0.06 }, { 0x03a7, 0.04, 0.04 }, { 0x03bd, 0.05, 0.05 }, { 0x03bf, 0.02, 0.02 },
	{ 0x0410, 0.05, 0.05 }, { 0x041e, 0.02, 0.02 }, { 0x0421, 0.02, 0.00 }, { 0x0422, 0.06, 0.06 },
	{ 0x0425, 0.04, 0.04 }, { 0x0433, 0.00, 0.06 }, { 0x0435, 0.02, 0.02 }, { 0x043e, 0.02, 0.02 },
	{ 0x0441, 0.02, 0.00 }, { 0x0443, 0.05, 0.05 }, { 0x0445, 0.05, 0.05 }, { 0x045e, 0.05, 0.05 },
	{ 0x060c, 0.00, 0.60 }, { 0x061b, 0.00, 0.40 }, { 0x06d4, 0.00, 0.60 }, { 0x2010, 0.00, 0.50 },
	{ 0x2013, 0.20, 0.30 }, { 0x2014, 0.15, 0.20 }, { 0x2018, 0.60, 0.60 }, { 0x2019, 0.60, 0.60 },
	{ 0x201a, 0.60, 0.60 }, { 0x201c, 0.50, 0.50 }, { 0x201d, 0.50, 0.50 }, { 0x201e, 0.50, 0.50 },
	{ 0x2026, 0.00, 0.15 }, { 0x2039, 0.40, 0.40 }, { 0x203a, 0.40, 0.40 },
};

static const struct usual *find(uint32_t c)
{
	size_t lo = 0, hi = sizeof usual / sizeof usual[0];

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (usual[mid].c == c)
			return &usual[mid];
		if (usual[mid].c < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* The layout's own measure; one for this font before one for all. */
static const struct hang *find_own(const struct family *f, const struct font *font, uint32_t c)
{
	const struct hang *best = NULL;

	for (size_t i = 0; i < f->nhangs && f->hangs[i].c <= c; i++) {
		const struct hang *h = &f->hangs[i];

		if (h->c == c && (h->font ? font && !strcmp(h->font, font->family) : !best))
			best = h;
	}
	return best;
}

struct protrusion protrude(const struct style *s, const struct font *font, uint32_t c)
{
	const struct hang *own = s->family && s->family->nhangs ? find_own(s->family, font, c) : NULL;
	const struct usual *u = own ? NULL : find(c);

	if (own)
		return (struct protrusion){ own->start, own->end };
	return u ? (struct protrusion){ u->start, u->end } : (struct protrusion){ 0, 0 };
}
