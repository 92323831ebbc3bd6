/*
 * src/para/protrude.c - what may hang into the margin, so that the edge looks straight.
 *
 * Parts of the character's advance. Small marks hang far, letters not at all:
 * the eye takes the edge from stems. After Hermann Zapf's practice, and
 * H. T. Thành, "Micro-typographic extensions to the TeX typesetting system" (2000).
 */
#include "para/hlist.h"

struct hang { uint32_t c; double start, end; };

static const struct hang hangs[] = {	/* by code point */
	{ '\'',   0.60, 0.60 }, { '(',    0.10, 0.00 }, { ')',    0.00, 0.10 }, { ',',    0.00, 0.70 },
	{ '-',    0.00, 0.50 }, { '.',    0.00, 0.70 }, { ':',    0.00, 0.40 }, { ';',    0.00, 0.40 },
	{ '!',    0.00, 0.15 }, { '?',    0.00, 0.10 }, { 0x00ab, 0.35, 0.35 }, { 0x00bb, 0.35, 0.35 },
	{ 0x060c, 0.00, 0.60 }, { 0x061b, 0.00, 0.40 }, { 0x06d4, 0.00, 0.60 }, { 0x2010, 0.00, 0.50 },
	{ 0x2013, 0.20, 0.30 }, { 0x2014, 0.15, 0.20 }, { 0x2018, 0.60, 0.60 }, { 0x2019, 0.60, 0.60 },
	{ 0x201a, 0.60, 0.60 }, { 0x201c, 0.50, 0.50 }, { 0x201d, 0.50, 0.50 }, { 0x201e, 0.50, 0.50 },
	{ 0x2026, 0.00, 0.15 }, { 0x2039, 0.40, 0.40 }, { 0x203a, 0.40, 0.40 },
};

static const struct hang *find(uint32_t c)
{
	size_t lo = 0, hi = sizeof hangs / sizeof hangs[0];

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (hangs[mid].c == c)
			return &hangs[mid];
		if (hangs[mid].c < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

double protrude_end(uint32_t c)
{
	const struct hang *h = find(c);
	return h ? h->end : 0;
}

double protrude_start(uint32_t c)
{
	const struct hang *h = find(c);
	return h ? h->start : 0;
}
