/* tests/unit/test_heat.c - the map of inks: its colours tell over the limit from under it; the peak is found. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cairo.h>
#include <glib.h>
#include "base/arena.h"
#include "base/data.h"
#include "base/diag.h"
#include "base/store.h"
#include "page/model.h"
#include "page/block/words.h"
#include "paint/heat.h"
#include "paint/paint.h"
#include "preflight/plates.h"
#include "text/dictionaries.h"
#include "text/font.h"
#include "text/tools.h"

enum { W = 400, H = 300 };

static void fill(uint8_t *ink, int x0, int y0, int side, int percent)
{
	for (int y = y0; y < y0 + side; y++)
		for (int x = x0; x < x0 + side; x++)
			ink[y * W + x] = (uint8_t)(percent * 255 / 100);
}

static uint32_t pixel(cairo_surface_t *s, int x, int y)
{
	return ((uint32_t *)(void *)(cairo_image_surface_get_data(s) + y * cairo_image_surface_get_stride(s)))[x] & 0xffffff;
}

int main(void)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	char *conf = data_path("fonts/fonts.conf"), dir[] = "/tmp/heat-XXXXXX", path[64];
	struct fonts *fonts = fonts_new(conf, d);
	struct hyphens *hyphens = hyphens_new(NULL);
	struct store *store;
	struct text_tools tools;
	struct plate_set set = { 1, W, H, 5, { { 0 } } };
	struct ink_peak peak;
	struct pages empty = { .width = 288, .height = 216 };
	struct painter *painter;
	uint16_t *sum;
	cairo_surface_t *s;

	/* Four squares of 30 px at 100 dpi: 200, 290, 310 and 330 %, the last outside of the bleed. */
	for (int i = 0; i < 5; i++)
		set.plates[i] = (struct plate){ "x", arena_alloc(a, W * H) };
	for (int i = 0; i < 3; i++) {
		fill(set.plates[i].ink, 20, 40, 30, i < 2 ? 100 : 0);
		fill(set.plates[i].ink, 80, 40, 30, i < 2 ? 100 : 90);
		fill(set.plates[i].ink, 140, 40, 30, 100);
		fill(set.plates[i].ink, 340, 40, 30, 100);
	}
	fill(set.plates[4].ink, 140, 40, 30, 10);		/* a spot counts too */
	fill(set.plates[3].ink, 340, 40, 30, 30);
	sum = plates_sum(&set, 100, (struct px_rect){ 10, 10, 330, 290 }, &peak);
	assert(sum[41 * W + 21] == 200 && abs(sum[41 * W + 81] - 290) <= 1 && abs(sum[41 * W + 141] - 310) <= 1);
	assert(peak.percent > 308 && peak.percent < 311 && peak.x >= 140 && peak.x + peak.side <= 170 && peak.y >= 40 && peak.y + peak.side <= 70);
	assert(peak.side == 15);				/* 15 mm2 */

	assert(fonts && mkdtemp(dir));
	text_tools_init(&tools, fonts, hyphens);
	store = store_new(dir);
	painter = painter_new(&empty, fonts_config(fonts), store, (struct paint_options){ .target = TARGET_IMAGE, .ppi = 72 }, d);
	snprintf(path, sizeof path, "%s/heat.png", dir);
	assert(heat_write(&(struct heat){ sum, W, H, 100, 300, 0, 0, 0, 0, "Title" }, painter, words_new(a, &tools, NULL, d), path, d));
	s = cairo_image_surface_create_from_png(path);
	assert(cairo_image_surface_get_width(s) == W && cairo_image_surface_get_height(s) > H);
	assert(pixel(s, 5, 5) == 0xffffff);
	assert((pixel(s, 30, 50) & 0xff) > (pixel(s, 30, 50) >> 16));		/* 200 %: blue */
	assert(pixel(s, 90, 50) == 0xf5e033);					/* 290 %: near the limit */
	assert(pixel(s, 150, 50) == 0xd65e00);					/* 310 %: over it */
	assert(pixel(s, 350, 50) == 0x590047);					/* 330 %: far over */
	cairo_surface_destroy(s);

	snprintf(path, sizeof path, "%s/plate.png", dir);
	assert(plate_write(set.plates[2].ink, W, H, path, d));
	s = cairo_image_surface_create_from_png(path);
	assert(cairo_image_surface_get_width(s) == W && cairo_image_surface_get_height(s) == H);
	cairo_surface_destroy(s);
	g_free(sum);
	painter_free(painter);
	store_free(store);
	text_tools_clear(&tools);
	hyphens_free(hyphens);
	arena_free(a);
	fonts_free(fonts);
	diag_free(d);
	g_free(conf);
	g_spawn_sync(NULL, (char *[]){ "rm", "-r", dir, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
	return 0;
}
