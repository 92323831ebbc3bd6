/*
 * tests/fuzz/fuzz_hyphen.c - any bytes as a dictionary, its last line as a word.
 *
 *     clang -g -fsanitize=fuzzer,address,undefined -Isrc ... fuzz_hyphen.c src/text/hyphen.c src/text/patterns.c ...
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "text/hyphen.h"
#include "text/patterns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *path = g_strdup_printf("%s/zivos-fuzz-%d.dic", g_get_tmp_dir(), (int)getpid());
	uint8_t points[400];
	const char *word = (const char *)data;
	size_t n = size, marked = 0, got;
	struct hyphen h = { .lang = "de", .left = 2, .right = 2 };

	for (size_t i = 0; i < size; i++)
		if (data[i] == '\n') {
			word = (const char *)data + i + 1;
			n = size - i - 1;
		}
	if (n <= sizeof points && g_file_set_contents_full(path, (const char *)data, (gssize)size,
							     G_FILE_SET_CONTENTS_NONE, 0600, NULL))
		h.patterns = patterns_load(path, NULL);
	if (h.patterns) {
		got = hyphen_word(&h, word, n, 0, 0, points);
		for (size_t i = 0; i < n; i++)
			marked += points[i] != 0;
		assert(got == marked);
		/* never inside a character */
		for (size_t i = 0; got && i < n; i++)
			assert(!points[i] || (word[i] & 0xc0) != 0x80);
	}
	patterns_free(h.patterns);
	g_unlink(path);
	g_free(path);
	return 0;
}
