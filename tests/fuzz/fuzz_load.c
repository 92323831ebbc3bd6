/*
 * tests/fuzz/fuzz_load.c - libFuzzer: any bytes as an issue, or as a layout.
 *
 *     clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_load.c \
 *           src/base/arena.c src/base/diag.c src/doc/[a-z]*.c
 *
 * Run in the repository: it takes the magazine's own layout for the issues.
 */
#include <assert.h>
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/diag.h"
#include "doc/issue.h"
#include "doc/layout.h"
#include "doc/node.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *folder, *path;
static struct arena *kept;		/* to the end */
static const struct layout *layout;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char article[] = "<article xmlns='urn:zivos:issue' id='x' rubric='rat' template='story'>"
		"<headline>x</headline><body><p>x</p></body></article>";
	struct diag *d = diag_new();
	char *included;

	(void)argc, (void)argv;
	folder = g_strdup_printf("/dev/shm/zivos-fuzz-%ld", (long)getpid());
	g_mkdir_with_parents(folder, 0700);
	path = g_build_filename(folder, "issue.xml", NULL);
	included = g_build_filename(folder, "a.xml", NULL);
	g_file_set_contents(included, article, -1, NULL);
	g_free(included);
	kept = arena_new();
	layout = layout_read(kept, "layouts/zivos/layout.xml", d);
	assert(layout);
	diag_free(d);
	return 0;
}

/* Not g_file_set_contents(): its sync and rename for each input are slow. */
static void write_input(const uint8_t *data, size_t size)
{
	FILE *f = fopen(path, "wb");

	assert(f);
	if (size)
		fwrite(data, 1, size, f);
	fclose(f);
}

/* What every copy promises. */
static void check_copy(const struct copy *c)
{
	size_t at = 0;

	assert(c->len == strlen(c->text) && g_utf8_validate(c->text, -1, NULL));
	for (size_t i = 0; i < c->nruns; i++) {
		assert(c->runs[i].start == at && c->runs[i].end > at && c->runs[i].lang);
		at = c->runs[i].end;
	}
	assert(at == c->len);
	for (size_t i = 0; i < c->len; i++)
		assert(c->offset[i] < c->source->n);
}

static void check_blocks(struct block *const *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (blocks[i]->copy)
			check_copy(blocks[i]->copy);
		for (size_t k = 0; k < blocks[i]->nitems; k++)
			if (blocks[i]->items[k])
				check_copy(blocks[i]->items[k]);
		check_blocks(blocks[i]->blocks, blocks[i]->nblocks);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	FILE *out = fopen("/dev/null", "w");
	struct node *root;

	write_input(data, size);
	if (g_strstr_len((const char *)data, (gssize)size, "<layout")) {
		layout_read(a, path, d);
	} else if ((root = node_read(a, a, &issue_vocabulary, path, NULL, d))) {
		const struct issue *i = issue_build(a, root, layout, d);

		issue_dump(i, out);
		for (size_t k = 0; k < i->narticles; k++)
			check_blocks(i->articles[k]->blocks, i->articles[k]->nblocks);
	}
	diag_print(d, out, true);
	diag_print_json(d, out);
	fclose(out);
	diag_free(d);
	arena_free(a);
	return 0;
}
