/* tests/unit/test_token.c - operations one by one; what is unknown is refused. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "prepress/token.h"

/* The operators of s, each with its number of operands: "q0 rg3". NULL: refused. */
static const char *ops(const char *s, size_t n, char *error)
{
	static char out[400];
	static const char *const names[] = {
#define X(id, name, count) [OP_##id] = name,
		CONTENT_OPERATORS(X)
#undef X
	};
	struct content c;
	struct operation o;
	size_t at = 0, covered = 0;

	content_init(&c, s, n);
	out[0] = 0;
	for (;;) {
		if (!content_next(&c, &o)) {
			strcpy(error, c.error);
			return NULL;
		}
		covered += o.whole.n;
		if (o.op == OP_NONE)
			break;
		at += (size_t)sprintf(out + at, "%s%s%zu", at ? " " : "", names[o.op], o.noperands);
	}
	/* What is copied piece by piece is the whole. */
	assert(covered == n);
	return out;
}

static void reads(const char *s, const char *want)
{
	char error[200] = "";
	const char *got = ops(s, strlen(s), error);

	assert(got && strcmp(got, want) == 0);
}

static void refuses(const char *s, const char *why)
{
	char error[200] = "";

	assert(!ops(s, strlen(s), error) && strstr(error, why));
}

/* Bytes at random, from signs that mean something: no crash, and an end. */
static void test_rubbish(void)
{
	static const char signs[] = "q Q/()<>[]{}%\\ 12.-\nBIDEMTJrgkcsn*'\"#";
	unsigned seed = 1;
	char s[64], error[200];

	for (int k = 0; k < 200000; k++) {
		char *copy;
		size_t n = 0;

		while (n < sizeof s && (seed = seed * 1664525u + 1013904223u) >> 16 & 63)
			s[n++] = signs[(seed >> 8) % (sizeof signs - 1)];
		/* of its exact size, for the sanitizer */
		copy = malloc(n ? n : 1);
		memcpy(copy, s, n);
		ops(copy, n, error);
		free(copy);
	}
}

int main(void)
{
	char buf[32];
	double x;

	test_rubbish();
	reads("", "");
	reads(" % only a remark", "");
	reads("q 1 0 0 1 5 -.5 cm /x5 Do Q", "q0 cm6 Do1 Q0");
	reads(".1 .2 .3 rg\n0 0 10 10 re f*", "rg3 re4 f*0");
	reads("BT/f-0-0 1 Tf[(a\\)(b))20<0A>-3]TJ ET", "BT0 Tf2 TJ1 ET0");
	reads("/Span <</ActualText<feff>/A[1 2]/B(\\\\)>> BDC(x)Tj EMC", "BDC2 Tj1 EMC0");
	reads("(a % no remark) Tj % a remark\nT*", "Tj1 T*0");
	reads("1 2(x)\"", "\"3");
	reads("/P cs /p1 scn .1 .2 /p scn", "cs1 scn1 scn3");
	reads("BI /W 1/H 1/IM true ID \x01 EI Q", "BI0 Q0");
	reads("[] 0 d [3 2] 1 d", "d2 d2");

	refuses("1 2 3 xyz", "unknown operator xyz");
	refuses("BX 1 rgb EX", "unknown operator BX");
	refuses("1 2 rg", "operator rg with 2 operands");
	refuses("true null 0 0 m", "operator m with 4 operands");
	refuses("1 2", "without an operator");
	refuses("(no end Tj", "without its end");
	refuses("(no end \\", "without its end");
	refuses("<0g> Tj", "hexadecimal");
	refuses("<00", "without its end");
	refuses("[1 2 TJ", "without its end");
	refuses("<< /A", "without its end");
	refuses(">> Q", "stray");
	refuses("BI /W 1 ID abc", "without its end");
	refuses("BI /W 1", "without its end");
	refuses("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "too deep");
	refuses("1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 scn", "too many");

	assert(slice_number((struct slice){ "-.5", 3 }, &x) && x == -0.5);
	assert(slice_number((struct slice){ "12.", 3 }, &x) && x == 12);
	assert(!slice_number((struct slice){ "1e3", 3 }, &x) && !slice_number((struct slice){ "nan", 3 }, &x) &&
	       !slice_number((struct slice){ "-", 1 }, &x));
	assert(slice_name((struct slice){ "/a#20b", 6 }, buf, sizeof buf) && strcmp(buf, "a b") == 0);
	assert(!slice_name((struct slice){ "a", 1 }, buf, sizeof buf) && !slice_name((struct slice){ "/abcdef", 7 }, buf, 4));
	return 0;
}
