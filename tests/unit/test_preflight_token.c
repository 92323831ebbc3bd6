/* tests/unit/test_preflight_token.c - content streams into operators. */
#include <assert.h>
#include <math.h>
#include <string.h>
#include "preflight/token.h"

static struct tokens *over(const char *s)
{
	return tokens_new(s, strlen(s));
}

static void test_operands(void)
{
	struct tokens *t = over("1 -.5 +4. --3 1.2-3 /A#20B (a\\(b\\051\\n(c)) <4 1 4> true [1[2]/x] <</K 7>> foo%x\nQ");
	struct operation op;

	assert(token_next(t, &op) && strcmp(op.name, "foo") == 0 && op.n == 11);
	assert(op.operands[0].number == 1 && op.operands[0].flag && op.operands[1].number == -0.5 && op.operands[2].number == 4);
	assert(op.operands[3].number == -3 && fabs(op.operands[4].number - 1.2) < 1e-9);
	assert(strcmp(op.operands[5].bytes, "A B") == 0 && strcmp(op.operands[6].bytes, "a(b)\n(c)") == 0);
	assert(op.operands[7].n == 2 && memcmp(op.operands[7].bytes, "A@", 2) == 0 && op.operands[8].flag);
	assert(op.operands[9].n == 3 && op.operands[9].items[1].items[0].number == 2);
	assert(strcmp(op.operands[10].keys[0], "K") == 0 && op.operands[10].items[0].number == 7);
	assert(token_next(t, &op) && strcmp(op.name, "Q") == 0 && op.n == 0);
	assert(!token_next(t, &op) && token_faults(t) == 0);
	tokens_free(t);
}

static void test_inline_image(void)
{
	/* Four bytes that look like its end. */
	struct tokens *t = over("q BI /W 2 /H 2 /BPC 8 /CS /G ID  EI EI Q");
	struct operation op;
	size_t n;

	assert(token_next(t, &op) && token_next(t, &op) && strcmp(op.name, "BI") == 0 && op.n == 1);
	assert(op.operands[0].n == 4 && memcmp(token_image(t, &n), " EI ", 4) == 0 && n == 4);
	assert(token_next(t, &op) && strcmp(op.name, "Q") == 0 && !token_next(t, &op) && token_faults(t) == 0);
	tokens_free(t);
	t = over("BI /W 9 /H 9 /F /DCT ID xEIx\nyEI z\nEI Q");
	assert(token_next(t, &op) && token_image(t, &n) && n == 10);
	assert(token_next(t, &op) && strcmp(op.name, "Q") == 0);
	tokens_free(t);
}

static void test_broken(void)
{
	static const char *const broken[] = { "(abc", "<41", "[1 2", "<</A", "1 2 3", ")", "BI", "BI /W 1 ID", "/A#4", "[ q ] x" };
	struct operation op;

	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		struct tokens *t = over(broken[i]);

		while (token_next(t, &op))
			;
		assert(token_faults(t) > 0 || i == 8);
		tokens_free(t);
	}
}

static void test_bounds(void)
{
	char deep[5001];
	struct operation op;
	struct tokens *t;

	memset(deep, '[', 5000);
	deep[5000] = 0;
	t = over(deep);
	while (token_next(t, &op))
		;
	assert(token_faults(t) > 0);
	tokens_free(t);
	t = tokens_new(NULL, 0);
	assert(!token_next(t, &op));
	tokens_free(t);
}

int main(void)
{
	test_operands();
	test_inline_image();
	test_broken();
	test_bounds();
	return 0;
}
