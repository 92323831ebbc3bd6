/* tests/unit/test_preflight_filter.c - filters, and their bounds. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include "preflight/filter.h"

static const struct filter_parms plain = { 1, 1, 8, 1, 1 };

static void gives(const char *name, const struct filter_parms *p, const void *in, size_t n, const char *want)
{
	size_t got;
	unsigned char *out = filter_decode(name, p, in, n, 10000, &got);

	assert(out && got == strlen(want) && memcmp(out, want, got) == 0);
	free(out);
}

static void test_each(void)
{
	static const unsigned char lzw[] = { 0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01 };	/* ISO 32000-1, 7.4.4.2 */

	gives("ASCIIHexDecode", &plain, "48 61 6C 6c 6F>xx", 17, "Hallo");
	gives("ASCII85Decode", &plain, "87cURD]i,\"Ebo80~>", 17, "Hello World!");
	gives("RunLengthDecode", &plain, "\x02" "abc\xFE" "x\x80" "no", 9, "abcxxx");
	gives("LZWDecode", &plain, lzw, sizeof lzw, "-----A---B");
}

static void test_flate(void)
{
	unsigned char rows[] = { 1, 'a', 1, 1, 2, 0, 0, 0, 0, 'x', 'y', 'z' }, packed[100], *bomb, *big;
	unsigned long n = sizeof packed, nbomb = 200000;
	const struct filter_parms png = { 15, 1, 8, 3, 1 };
	size_t got;

	assert(compress(packed, &n, rows, sizeof rows) == Z_OK);
	gives("FlateDecode", &png, packed, n, "abcabcxyz");
	assert(filter_length("FlateDecode", &png, packed, n, 100) == 9 && filter_length("FlateDecode", &png, packed, n, 7) == 7);
	assert(filter_length("FlateDecode", &plain, packed, n, 100) == 12);
	/* Cut off: what there is. */
	assert((big = filter_decode("FlateDecode", &plain, packed, n - 4, 1000, &got)) && got > 0);
	free(big);
	assert(!filter_decode("FlateDecode", &plain, (const unsigned char *)"rubbish", 7, 1000, &got));
	big = calloc(1, 10000000);
	bomb = malloc(nbomb);
	assert(big && bomb && compress(bomb, &nbomb, big, 10000000) == Z_OK);
	assert(!filter_decode("FlateDecode", &plain, bomb, nbomb, 1000000, &got));
	assert(filter_length("FlateDecode", &plain, bomb, nbomb, 1000000) == 1000000);
	assert(filter_length("FlateDecode", &plain, bomb, nbomb, 20000000) == 10000000);
	free(big);
	free(bomb);
}

int main(void)
{
	size_t got;

	test_each();
	test_flate();
	assert(!filter_decode("DCTDecode", &plain, (const unsigned char *)"x", 1, 100, &got));
	return 0;
}
