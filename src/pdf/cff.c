/* src/pdf/cff.c - which glyph of a CFF font has which CID. */
#include "pdf/cff.h"
#include <glib.h>
#include <stdbool.h>

struct reader { const uint8_t *s; size_t n, at; bool bad; };

static unsigned take(struct reader *r, int bytes)
{
	unsigned x = 0;

	if (r->at > r->n || r->n - r->at < (size_t)bytes) {
		r->bad = true;
		return 0;
	}
	while (bytes--)
		x = x << 8 | r->s[r->at++];
	return x;
}

/* Over an INDEX; first: where its first item lies, end: after that. */
static void take_index(struct reader *r, size_t *first, size_t *end)
{
	unsigned count = take(r, 2), size, from, to, last;
	size_t offsets, data;

	*first = *end = 0;
	if (!count || r->bad)
		return;
	size = take(r, 1);
	if (size < 1 || size > 4) {
		r->bad = true;
		return;
	}
	offsets = r->at;
	from = take(r, (int)size);
	to = take(r, (int)size);
	r->at = offsets + (size_t)count * size;
	last = take(r, (int)size);
	data = r->at - 1;			/* offsets count from the byte before the data */
	*first = data + from;
	*end = data + to;
	r->at = data + last;
	r->bad = r->bad || *end > r->n || *first > *end;
}

/* An operand of a DICT, whole numbers alone; real ones are passed over. */
static int take_operand(struct reader *r, unsigned b)
{
	if (b == 28)
		return (int16_t)take(r, 2);
	if (b == 29)
		return (int32_t)take(r, 4);
	if (b == 30) {
		while (!r->bad && (take(r, 1) & 15) != 15)
			;
		return 0;
	}
	if (b <= 246)
		return (int)b - 139;
	return b <= 250 ? ((int)b - 247) * 256 + (int)take(r, 1) + 108 : -((int)b - 251) * 256 - (int)take(r, 1) - 108;
}

enum { OP_CHARSET = 15, OP_ESCAPE = 12, OP_ROS = 30, FIRST_OPERAND = 28 };

/* Of the top DICT: whether it is CID-keyed, and where its charset lies. */
static bool read_top(struct reader *r, size_t end, size_t *charset)
{
	bool keyed = false;
	int last = 0;

	while (r->at < end && !r->bad) {
		unsigned b = take(r, 1);

		if (b >= FIRST_OPERAND)
			last = take_operand(r, b);
		else if (b == OP_ESCAPE)
			keyed |= take(r, 1) == OP_ROS;
		else if (b == OP_CHARSET)
			*charset = last > 0 ? (size_t)last : 0;
	}
	return keyed && !r->bad;
}

uint16_t *cff_cids(const uint8_t *cff, size_t size, unsigned n)
{
	struct reader r = { cff, size, 0, false };
	size_t first, end, charset = 0;
	uint16_t *cids;
	unsigned format;

	r.at = 2;
	r.at = take(&r, 1);			/* the header's own size */
	take_index(&r, &first, &end);		/* names */
	take_index(&r, &first, &end);
	r.at = first;
	/* 0 to 2 are lists of names, which no CID-keyed font has. */
	if (r.bad || !read_top(&r, end, &charset) || charset <= 2)
		return NULL;
	cids = g_new0(uint16_t, n + 1);
	r.at = charset;
	format = take(&r, 1);
	for (unsigned g = 1; g < n && !r.bad;) {
		unsigned cid = take(&r, 2), more = format == 0 ? 0 : take(&r, format == 1 ? 1 : 2);

		for (unsigned k = 0; k <= more && g < n; k++)
			cids[g++] = (uint16_t)(cid + k);
	}
	if (r.bad || format > 2)
		g_clear_pointer(&cids, g_free);
	return cids;
}
