/* tests/unit/test_inks.c - keys are unlike each other, never black or white, and found again. */
#include <assert.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "page/inks.h"

static const struct colour black = { "black", 1, 0, 0, 0, 1 }, white = { "white", 1, 0, 0, 0, 0 },
	rich = { "rich-black", 1, 0.6, 0.4, 0.4, 1 }, gold = { "gold", 0.5, 0, 0.1, 0.3, 0 };

static void test_keys(void)
{
	struct swatch swatches[] = { { .name = "rich-black", .c = 0.6, .m = 0.4, .y = 0.4, .k = 1 },
				     { .name = "gold", .m = 0.2, .y = 0.6, .spot = "Gold" } };
	struct layout l = { .swatches = swatches, .nswatches = 2 };
	struct inks *i = inks_new(&l);
	const struct ink_key *text = inks_key(i, black, INK_TEXT, 9.5), *k;

	assert(text == inks_key(i, black, INK_TEXT, 9.5) && text != inks_key(i, black, INK_TEXT, 12) &&
	       text != inks_key(i, black, INK_FILL, 0));
	assert(inks_find(i, text->r, text->g, text->b) == text && !inks_find(i, 0, 0, 0) && !inks_find(i, 255, 255, 255));
	assert(inks_key(i, white, INK_TEXT, 9)->role == INK_WHITE);
	/* text is never in rich black, a large area always */
	k = inks_key(i, rich, INK_TEXT, 9.5);
	assert(k->colour.k == 1 && k->colour.c == 0);
	assert(inks_key_rect(i, black, 300, 300)->colour.c == 0.6 && inks_key_rect(i, black, 300, 50)->colour.c == 0);
	assert(inks_key_rect(i, black, 300, 1)->role == INK_RULE && inks_key_rect(i, black, 300, 50)->role == INK_FILL);
	k = inks_key(i, gold, INK_FILL, 0);
	assert(strcmp(k->spot, "Gold") == 0 && k->solid[2] == 0.6 && k->colour.tint == 0.5);
	for (int n = 0; n < 60000; n++) {
		struct colour c = { "c", 1, n / 60000.0, 0, 0, 0.5 };

		k = inks_key(i, c, INK_FILL, 0);
		assert(inks_find(i, k->r, k->g, k->b) == k);
	}
	inks_free(i);
}

/* Black letters on much ink knock out, as far as that ink is seen. */
static void test_ground(void)
{
	const struct colour dark = { "dark", 1, 1, 1, 0.6, 0.4 };
	struct item items[] = {
		{ .kind = ITEM_RECT, .colour = dark, .box = { 0, 0, 100, 100 } },
		{ .kind = ITEM_GLYPHS, .colour = black, .box = { 10, 10, 50, 10 }, .glyphs = { .size = 9 } },
		{ .kind = ITEM_RECT, .colour = gold, .box = { 0, 50, 100, 50 } },
		{ .kind = ITEM_GLYPHS, .colour = black, .box = { 10, 60, 50, 10 }, .glyphs = { .size = 9 } },
		{ .kind = ITEM_GLYPHS, .colour = black, .box = { 10, 45, 50, 10 }, .glyphs = { .size = 9 } },
		{ .kind = ITEM_GLYPHS, .colour = gold, .box = { 10, 10, 50, 10 }, .glyphs = { .size = 9 } },
		{ .kind = ITEM_PICTURE, .box = { 0, 0, 100, 40 } },
		{ .kind = ITEM_GLYPHS, .colour = black, .box = { 10, 10, 50, 10 }, .glyphs = { .size = 9 } },
	};
	const struct page pg = { .items = items, .nitems = G_N_ELEMENTS(items) };
	struct inks *i = inks_new(NULL);

	assert(inks_key_text(i, &pg, 1, 3)->role == INK_KNOCKED && inks_key_text(i, &pg, 1, 4)->role == INK_TEXT);
	assert(inks_key_text(i, &pg, 3, 3)->role == INK_TEXT);		/* the gold area hides the dark one */
	assert(inks_key_text(i, &pg, 4, 3)->role == INK_KNOCKED);	/* half on either */
	assert(inks_key_text(i, &pg, 5, 3)->role == INK_TEXT && inks_key_text(i, &pg, 7, 3)->role == INK_TEXT);
	inks_free(i);
}

static void test_assets(void)
{
	struct inks *i = inks_new(NULL);
	uint32_t last = 0;

	for (int n = 0; n < 40000; n++) {
		uint32_t pixel = inks_asset(i, (struct asset){ .kind = ASSET_PICTURE, .path = "a", .n = (size_t)n });

		/* cairo writes a grey pixel as one channel */
		assert(pixel != last && (pixel >> 16) < 128 && (pixel & 0xff) >= 128);
		assert(inks_asset_find(i, pixel)->n == (size_t)n);
		last = pixel;
	}
	assert(!inks_asset_find(i, 0) && !inks_asset_find(i, 0xffffff) && !inks_asset_find(i, 0x7fffff));
	inks_asset(i, (struct asset){ .kind = ASSET_DRAWING, .bytes = malloc(10), .n = 10 });
	inks_free(i);
}

int main(void)
{
	test_keys();
	test_ground();
	test_assets();
	return 0;
}
