/* tests/unit/test_diag.c */
#include <assert.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"

/* What diag_print or diag_print_json writes; g_free() it. */
static char *printed(const struct diag *d, bool json)
{
	char *text = NULL, *copy;
	size_t n;
	FILE *out = open_memstream(&text, &n);

	if (json)
		diag_print_json(d, out);
	else
		diag_print(d, out, false);
	fclose(out);
	copy = g_strdup(text);
	free(text);
	return copy;
}

static void expect(const struct diag *d, bool json, const char *wanted)
{
	char *got = printed(d, json);

	assert(strcmp(got, wanted) == 0);
	g_free(got);
}

static void test_order_and_repeats(void)
{
	struct diag *d = diag_new();

	diag_add(d, D_BAD_VALUE, (struct src){ "b.xml", 9, 1 }, "later %d", 1);
	diag_add(d, D_OVERSET, (struct src){ "a.xml", 1, 1 }, "other file");
	diag_add(d, D_WIDOW, (struct src){ "b.xml", 2, 5 }, "first");
	diag_add(d, D_WIDOW, (struct src){ "b.xml", 2, 5 }, "first");
	diag_add(d, D_LAYOUT, (struct src){ "b.xml", 2, 3 }, "before it");
	diag_add(d, D_FILE_READ, (struct src){ "b.xml", 0, 0 }, "whole file");
	diag_add(d, D_MACHINE, (struct src){ NULL, 0, 0 }, "nowhere");
	expect(d, false,
	       "zivos: error: machine: nowhere\n"
	       "b.xml: error: file-read: whole file\n"
	       "b.xml:2:3: error: layout: before it\n"
	       "b.xml:2:5: warning: widow: first\n"
	       "b.xml:9:1: error: bad-value: later 1\n"
	       "a.xml:1:1: error: overset: other file\n");
	assert(diag_count(d, SEV_NOTE) == 7 && diag_count(d, SEV_ERROR) == 5);
	assert(diag_machine_failed(d));
	assert(strcmp(diag_get(d, 0)->text, "later 1") == 0 && !diag_get(d, 7));
	diag_free(d);
	diag_free(NULL);
}

static void test_merge(void)
{
	struct diag *d = diag_new(), *from = diag_new();
	char name[] = "c.xml";

	diag_add(d, D_WIDOW, (struct src){ "c.xml", 2, 1 }, "two");
	diag_add_page(from, D_OVERSET, (struct src){ name, 1, 1 }, 7, "one");
	name[0] = 'x';			/* the diag keeps its own name */
	diag_merge(d, from);
	assert(diag_count(from, SEV_NOTE) == 0);
	diag_free(from);
	expect(d, false, "c.xml:1:1: error: overset: one (page 7)\nc.xml:2:1: warning: widow: two\n");
	assert(!diag_machine_failed(d));
	diag_free(d);
}

/* What was found once is said wherever it holds. */
static void test_repeat(void)
{
	struct diag *d = diag_new(), *thrown = diag_new(), *from = diag_new();

	diag_add(from, D_TABLE, (struct src){ "c.xml", 2, 1 }, "wide");
	diag_add_once(from, "key", D_HYPHEN_DICT, (struct src){ "c.xml", 3, 1 }, "a package");
	diag_repeat(thrown, from);
	diag_free(thrown);
	diag_add_once(d, "key", D_HYPHEN_DICT, (struct src){ "c.xml", 1, 1 }, "a package");
	diag_repeat(d, from);
	diag_repeat(d, from);
	assert(diag_count(from, SEV_NOTE) == 2);
	diag_free(from);
	expect(d, false, "c.xml:1:1: note: hyphen-dictionary: a package\nc.xml:2:1: error: table: wide\n");
	diag_free(d);
}

static void test_json(void)
{
	struct diag *d = diag_new();

	expect(d, true, "[]");
	diag_add_page(d, D_GLYPH_MISSING, (struct src){ "a \"b\"\\.xml", 3, 4 }, 2, "ከ \"q\"");
	diag_add(d, D_MACHINE, (struct src){ NULL, 0, 0 }, "no place");
	expect(d, true, "[\n"
	       "{\"code\":\"machine\",\"severity\":\"error\",\"file\":null,\"line\":0,\"column\":0,\"page\":0,\"text\":\"no place\"},\n"
	       "{\"code\":\"glyph-missing\",\"severity\":\"error\",\"file\":\"a \\\"b\\\"\\\\.xml\",\"line\":3,\"column\":4,"
	       "\"page\":2,\"text\":\"ከ \\\"q\\\"\"}\n]");
	diag_free(d);
}

static void test_no_control_characters(void)
{
	struct diag *d = diag_new();

	diag_add(d, D_BAD_VALUE, (struct src){ "a\033[2J.xml", 0, 0 }, "x\033[31m\ny\xFFz");
	expect(d, false, "a [2J.xml: error: bad-value: x [31m y\xEF\xBF\xBDz\n");
	diag_free(d);
}

/* The two lines under a message at line, col of a file that holds text. */
static void expect_excerpt(const char *text, int line, int col, const char *wanted)
{
	char *dir = g_dir_make_tmp(NULL, NULL), *path = g_build_filename(dir, "a.xml", NULL), *got;
	struct diag *d = diag_new();

	assert(g_file_set_contents(path, text, -1, NULL));
	diag_add(d, D_WIDOW, (struct src){ path, line, col }, "x");
	got = printed(d, false);
	assert(strcmp(strchr(got, '\n') + 1, wanted) == 0);
	g_free(got);
	diag_free(d);
	g_remove(path);
	g_rmdir(dir);
	g_free(path);
	g_free(dir);
}

static void test_excerpts(void)
{
	GString *line = g_string_new(NULL), *wanted = g_string_new("    …");

	expect_excerpt("eins\nzwei drei\r\nvier", 2, 6, "    zwei drei\n         ^\n");
	expect_excerpt("\tab", 1, 3, "    \tab\n    \t ^\n");
	expect_excerpt("日本x", 1, 3, "    日本x\n        ^\n");		/* wide */
	expect_excerpt("e\xCC\x81x", 1, 3, "    e\xCC\x81x\n     ^\n");	/* combining */
	expect_excerpt("\xEF\xBB\xBFx", 1, 1, "    x\n    ^\n");		/* byte order mark */
	expect_excerpt("ab", 1, 99, "    ab\n      ^\n");
	expect_excerpt("ab", 7, 1, "");
	expect_excerpt("a\xFF", 1, 1, "");
	expect_excerpt("a\033b", 1, 3, "    a b\n      ^\n");
	for (int i = 0; i < 300; i++)
		g_string_append_c(line, (char)('a' + i % 26));
	g_string_append_len(wanted, line->str + 150 - 33, 100);
	g_string_append(wanted, "…\n");
	g_string_append_printf(wanted, "%*s^\n", 4 + 1 + 33, "");
	expect_excerpt(line->str, 1, 151, wanted->str);
	g_string_free(line, TRUE);
	g_string_free(wanted, TRUE);
}

int main(void)
{
	test_order_and_repeats();
	test_merge();
	test_repeat();
	test_json();
	test_no_control_characters();
	test_excerpts();
	return 0;
}
