/* src/preflight/filter.c - five filters and two predictors. */
#include "preflight/filter.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct sink { unsigned char *bytes; size_t n, room, most; bool full, counts; };

static void put(struct sink *s, const unsigned char *from, size_t n)
{
	if (s->full || n > s->most - s->n) {
		s->full = true;
		return;
	}
	if (s->counts) {		/* nothing is kept */
		s->n += n;
		return;
	}
	if (s->n + n > s->room) {
		size_t room = s->room * 2 > s->n + n ? s->room * 2 : s->n + n + 4096;
		unsigned char *more = realloc(s->bytes, room);

		if (!more) {
			s->full = true;
			return;
		}
		s->bytes = more;
		s->room = room;
	}
	memcpy(s->bytes + s->n, from, n);
	s->n += n;
}

static void put_byte(struct sink *s, unsigned c)
{
	unsigned char b = (unsigned char)c;

	put(s, &b, 1);
}

static bool is_blank(unsigned char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static void ascii_hex(struct sink *s, const unsigned char *in, size_t n)
{
	int high = -1;

	for (size_t i = 0; i < n && in[i] != '>'; i++) {
		int v = in[i] >= '0' && in[i] <= '9' ? in[i] - '0' : (in[i] | 32) >= 'a' && (in[i] | 32) <= 'f' ?
			(in[i] | 32) - 'a' + 10 : -1;

		if (v < 0)
			continue;
		if (high >= 0)
			put_byte(s, (unsigned)(high * 16 + v));
		high = high >= 0 ? -1 : v;
	}
	if (high >= 0)
		put_byte(s, (unsigned)high * 16);
}

static void ascii_85(struct sink *s, const unsigned char *in, size_t n)
{
	unsigned long word = 0;
	int got = 0;

	for (size_t i = 0; i < n && in[i] != '~'; i++) {
		if (is_blank(in[i]))
			continue;
		if (in[i] == 'z' && got == 0) {
			put(s, (const unsigned char *)"\0\0\0", 4);
			continue;
		}
		if (in[i] < '!' || in[i] > 'u')
			return;
		word = word * 85 + (in[i] - '!');
		if (++got < 5)
			continue;
		for (int k = 24; k >= 0; k -= 8)
			put_byte(s, (unsigned)(word >> k & 255));
		word = 0;
		got = 0;
	}
	if (got < 2)
		return;
	for (int i = got; i < 5; i++)
		word = word * 85 + 84;
	for (int k = 0; k < got - 1; k++)
		put_byte(s, (unsigned)(word >> (24 - 8 * k) & 255));
}

static void run_length(struct sink *s, const unsigned char *in, size_t n)
{
	for (size_t i = 0; i < n && in[i] != 128 && !s->full; ) {
		size_t count;

		if (in[i] < 128) {
			count = (size_t)in[i] + 1 < n - i - 1 ? (size_t)in[i] + 1 : n - i - 1;
			put(s, in + i + 1, count);
			i += count + 1;
		} else {
			for (count = 257 - in[i]; count > 0 && i + 1 < n; count--)
				put_byte(s, in[i + 1]);
			i += 2;
		}
	}
}

static void lzw(struct sink *s, const unsigned char *in, size_t n, int early)
{
	enum { CLEAR = 256, END = 257, SIZE = 4096 };
	static const int none = -1;
	struct entry { int prefix; unsigned char last, first; unsigned short length; } *table;
	unsigned char word[SIZE];
	int next = 258, bits = 9, old = none;
	unsigned long held = 0;
	int nheld = 0;

	table = calloc(SIZE, sizeof *table);
	for (int i = 0; table && i < 256; i++)
		table[i] = (struct entry){ none, (unsigned char)i, (unsigned char)i, 1 };
	for (size_t i = 0; table && !s->full; ) {
		int code;

		for (; nheld < bits && i < n; nheld += 8)
			held = (held << 8 | in[i++]) & 0xFFFFFFUL;
		if (nheld < bits)
			break;
		code = (int)(held >> (nheld - bits) & ((1UL << bits) - 1));
		nheld -= bits;
		if (code == END)
			break;
		if (code == CLEAR) {
			next = 258;
			bits = 9;
			old = none;
			continue;
		}
		if (code > next || (code == next && old == none) || (code >= 256 && code < 258))
			break;
		if (old != none && next < SIZE) {
			table[next] = (struct entry){ old, code == next ? table[old].first : table[code].first,
						      table[old].first, (unsigned short)(table[old].length + 1) };
			next++;
		} else if (code >= next) {
			break;
		}
		for (int k = table[code].length, c = code; k > 0 && c >= 0; c = table[c].prefix)
			word[--k] = table[c].last;
		put(s, word, table[code].length);
		old = code;
		if (next + early >= 1 << bits && bits < 12)
			bits++;
	}
	free(table);
}

static bool inflate_all(struct sink *s, const unsigned char *in, size_t n)
{
	unsigned char chunk[16384];
	z_stream z = { .zalloc = Z_NULL };
	int st = Z_OK;

	if (n > 0x7FFFFFFF || inflateInit(&z) != Z_OK)
		return false;
	z.next_in = (unsigned char *)in;
	z.avail_in = (uInt)n;
	while (st == Z_OK && !s->full) {
		z.next_out = chunk;
		z.avail_out = sizeof chunk;
		st = inflate(&z, Z_NO_FLUSH);
		put(s, chunk, sizeof chunk - z.avail_out);
		if (z.avail_in == 0 && z.avail_out == sizeof chunk)
			break;
	}
	inflateEnd(&z);
	return st == Z_STREAM_END || s->n > 0 || n == 0;
}

static unsigned char paeth(int a, int b, int c)
{
	int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);

	return (unsigned char)(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
}

/* In place; the result is never longer. */
static bool unpredict(struct sink *s, const struct filter_parms *p)
{
	size_t step, row, rows;
	unsigned char *d = s->bytes;

	if (p->predictor < 2)
		return true;
	if (p->colours < 1 || p->colours > 64 || p->bits < 1 || p->bits > 16 || p->columns < 1 || p->columns > 10000000)
		return false;
	step = (size_t)(p->colours * p->bits + 7) / 8;
	row = ((size_t)p->colours * (size_t)p->bits * (size_t)p->columns + 7) / 8;
	if (p->predictor == 2) {
		for (size_t i = 0; p->bits == 8 && i < s->n; i++)
			d[i] = (unsigned char)(d[i] + (i % row >= step ? d[i - step] : 0));
		return true;
	}
	rows = s->n / (row + 1);
	for (size_t r = 0; r < rows; r++) {
		unsigned char *to = d + r * row, *from = d + r * (row + 1), how = *from++;
		const unsigned char *up = r ? to - row : NULL;

		for (size_t i = 0; i < row; i++) {
			int a = i >= step ? to[i - step] : 0, b = up ? up[i] : 0, c = up && i >= step ? up[i - step] : 0;

			to[i] = (unsigned char)(from[i] + (how == 1 ? a : how == 2 ? b : how == 3 ? (a + b) / 2 :
							   how == 4 ? paeth(a, b, c) : 0));
		}
	}
	s->n = rows * row;
	return true;
}

/* false: broken from the start, or no filter of ours. */
static bool run(struct sink *s, const char *name, const struct filter_parms *p, const unsigned char *in, size_t n)
{
	if (strcmp(name, "FlateDecode") == 0)
		return inflate_all(s, in, n);
	if (strcmp(name, "LZWDecode") == 0)
		lzw(s, in, n, p->early != 0);
	else if (strcmp(name, "ASCIIHexDecode") == 0)
		ascii_hex(s, in, n);
	else if (strcmp(name, "ASCII85Decode") == 0)
		ascii_85(s, in, n);
	else if (strcmp(name, "RunLengthDecode") == 0)
		run_length(s, in, n);
	else if (strcmp(name, "Crypt") == 0)
		put(s, in, n);
	else
		return false;
	return true;
}

static bool predicts(const char *name)
{
	return strcmp(name, "FlateDecode") == 0 || strcmp(name, "LZWDecode") == 0;
}

unsigned char *filter_decode(const char *name, const struct filter_parms *p,
			     const unsigned char *in, size_t n, size_t most, size_t *out)
{
	struct sink s = { .bytes = malloc(1), .room = 1, .most = most };
	bool good = s.bytes && run(&s, name, p, in, n) && (!predicts(name) || unpredict(&s, p));

	*out = 0;
	if (!good || s.full) {
		free(s.bytes);
		return NULL;
	}
	*out = s.n;
	return s.bytes;
}

size_t filter_length(const char *name, const struct filter_parms *p, const unsigned char *in, size_t n, size_t most)
{
	enum { CHUNK = 16384 };		/* what a filter may put at once beyond the end */
	bool rows = predicts(name) && p->predictor >= 10;
	size_t row = ((size_t)p->colours * (size_t)p->bits * (size_t)p->columns + 7) / 8;
	struct sink s = { .most = most, .counts = true };

	if (rows && (p->colours < 1 || p->colours > 64 || p->bits < 1 || p->bits > 16 || p->columns < 1 || p->columns > 10000000))
		return 0;
	/* Each row has a byte before it that says how it was predicted. */
	if (rows)
		s.most += most / row + 1;
	s.most += CHUNK;
	if (!run(&s, name, p, in, n))
		return 0;
	if (s.full)
		return most;
	if (rows)
		s.n = s.n / (row + 1) * row + (s.n % (row + 1) > 0 ? s.n % (row + 1) - 1 : 0);
	return s.n < most ? s.n : most;
}
