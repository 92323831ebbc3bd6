/* tests/unit/test_font.c - a family is found under its own name or not at all. */
#include <assert.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include "base/data.h"
#include "text/font.h"

static void test_families(struct fonts *f)
{
	const struct font *serif = fonts_find(f, "Noto Serif", 400, 100, false);

	assert(serif && !strcmp(serif->family, "Noto Serif") && serif->weight == 400 && serif->width == 100 && !serif->italic);
	assert(g_path_is_absolute(serif->file) && g_file_test(serif->file, G_FILE_TEST_EXISTS));
	assert(fonts_find(f, "noto serif", 400, 100, false) == serif);		/* case does not count */
	/* No other family ever: neither by a part of the name, nor by an alias, nor what the system has. */
	assert(!fonts_find(f, "Noto", 400, 100, false));
	assert(!fonts_find(f, "Noto Seri", 400, 100, false));
	assert(!fonts_find(f, "serif", 400, 100, false));
	assert(!fonts_find(f, "DejaVu Sans", 400, 100, false));
	assert(!fonts_find(f, "", 400, 100, false));
}

static void test_cuts(struct fonts *f)
{
	const struct font *bold = fonts_find(f, "Noto Serif", 700, 100, false);
	const struct font *italic = fonts_find(f, "Noto Serif", 400, 100, true);
	const struct font *narrow = fonts_find(f, "Noto Sans", 500, 75, false);

	assert(bold->weight == 700 && italic->italic && italic->weight == 400);
	assert(narrow->width == 75 && narrow->weight == 500);
	/* The nearest weight; the same font for all weights that come nearest to it. */
	assert(fonts_find(f, "Noto Serif", 690, 100, false) == bold);
	assert(fonts_find(f, "Noto Serif", 9999, 100, false)->weight == 900);
	/* A family without italics stays upright, one without other widths normal. */
	assert(!fonts_find(f, "Noto Naskh Arabic", 400, 100, true)->italic);
	assert(fonts_find(f, "Noto Naskh Arabic", 900, 100, false)->weight == 700);
	assert(fonts_find(f, "Noto Naskh Arabic", 400, 75, false)->width == 100);
}

/* Noto Nastaliq Urdu Bold and Noto Serif Myanmar Bold say 400 in OS/2: their names tell. */
static void test_misstated_weights(struct fonts *f)
{
	assert(strstr(fonts_find(f, "Noto Nastaliq Urdu", 400, 100, false)->file, "-Regular"));
	assert(strstr(fonts_find(f, "Noto Nastaliq Urdu", 700, 100, false)->file, "-Bold"));
	assert(strstr(fonts_find(f, "Noto Serif Myanmar", 400, 100, false)->file, "-Regular"));
	assert(fonts_find(f, "Noto Serif Myanmar", 800, 100, false)->weight == 800);
}

static void test_metrics(const struct font *serif)
{
	assert(serif->upem == 1000);
	assert(serif->cap_height > 0.65 && serif->cap_height < 0.76);
	assert(serif->x_height > 0.45 && serif->x_height < 0.58 && serif->ascent > serif->cap_height && serif->descent > 0.1);
	assert(font_covers(serif, 'a') && font_covers(serif, 0xdf) && !font_covers(serif, 0x627) && !font_covers(serif, 0x10ffff));
}

static void test_rights(const struct font *serif)
{
	assert(strstr(font_licence(serif), "Open Font License"));
	assert(!strcmp(font_embedding(serif), "installable"));
}

/* Each face once, numbered as it was loaded. */
static void test_order(struct fonts *f)
{
	size_t n = fonts_count(f);

	for (size_t i = 0; i < n; i++)
		assert(fonts_get(f, i)->id == (int)i);
	assert(!fonts_get(f, n));
	fonts_find(f, "Noto Serif", 400, 100, false);
	assert(fonts_count(f) == n);
}

int main(void)
{
	char *conf = data_path("fonts/fonts.conf");
	struct diag *d = diag_new();
	struct fonts *f = fonts_new(conf, d);
	const struct font *serif;

	assert(f && diag_count(d, SEV_NOTE) == 0);
	assert(fonts_count(f) == 0);		/* nothing is loaded before it is asked for */
	serif = fonts_find(f, "Noto Serif", 400, 100, false);
	test_families(f);
	test_cuts(f);
	test_misstated_weights(f);
	test_metrics(serif);
	test_rights(serif);
	test_order(f);
	fonts_free(f);
	assert(freopen("/dev/null", "w", stderr));	/* fontconfig says so itself */
	assert(!fonts_new("/nowhere/fonts.conf", d) && diag_machine_failed(d));
	diag_free(d);
	g_free(conf);
	fonts_free(NULL);
	return 0;
}
