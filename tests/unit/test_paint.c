/* tests/unit/test_paint.c - a page made by hand, painted as PDF and PNG. */
#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>
#include "base/data.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/pool.h"
#include "base/store.h"
#include "page/model.h"
#include "page/inks.h"
#include "paint/paint.h"
#include "paint/pdf.h"
#include "paint/png.h"
#include "text/font.h"

enum { MOST_GLYPHS = 64, NPAGES = 2 };

/* Two pages: a red square that bleeds, a line of text with a link, a picture that is missing, a note, an SVG. */
struct sheet {
	struct diag *d;
	struct fonts *fonts;
	struct store *store;
	struct pool *pool;		/* NULL but where threads are tested */
	char *folder;
	struct glyph_at glyph[MOST_GLYPHS];
	struct cluster clusters[MOST_GLYPHS];
	struct item items[NPAGES][5];
	struct page page[NPAGES];
	struct bookmark bookmarks[2];
	struct pages pages;
	char *svg;
};

static const char text[] = "Ankommen in Osnabrück";

/* One glyph a letter: the text has no ligatures. */
static struct glyphs shape(struct sheet *s, const struct font *f)
{
	struct glyphs g = { .font = f, .size = 12, .hscale = 1, .x = 20, .y = 60, .glyph = s->glyph,
			    .text = text, .nbytes = strlen(text), .clusters = s->clusters, .dest_page = -1 };
	Pt x = 0;

	for (const char *c = text; *c; c = g_utf8_next_char(c)) {
		hb_codepoint_t id;

		g_assert_true(hb_font_get_nominal_glyph(f->hb, g_utf8_get_char(c), &id));
		g.glyph[g.nglyphs++] = (struct glyph_at){ id, (float)x, 0 };
		g.clusters[g.nclusters++] = (struct cluster){ (uint16_t)(g_utf8_next_char(c) - c), 1 };
		x += hb_font_get_glyph_h_advance(f->hb, id) * g.size / f->upem;
	}
	return g;
}

static void set_up(struct sheet *s, const void *unused)
{
	char *conf = data_path("fonts/fonts.conf");
	const struct font *f;
	struct colour red = { "red", 1, 0, 1, 1, 0 }, black = { "black", 1, 0, 0, 0, 1 };

	(void)unused;
	memset(s, 0, sizeof *s);
	s->d = diag_new();
	s->folder = g_dir_make_tmp("zivos-test-XXXXXX", NULL);
	s->svg = g_build_filename(s->folder, "green.svg", NULL);
	g_file_set_contents(s->svg, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>"
			    "<rect width='10' height='10' fill='#0000ff'/><rect x='10' width='10' height='10' fill='#00ff00'/></svg>", -1, NULL);
	s->fonts = fonts_new(conf, s->d);
	s->store = store_new(s->folder);
	g_free(conf);
	f = fonts_find(s->fonts, "Noto Serif", 400, 100, false);
	g_assert_nonnull(f);
	s->items[0][0] = (struct item){ .kind = ITEM_RECT, .colour = red, .box = { -9, -9, 59, 39 } };
	s->items[0][1] = (struct item){ .kind = ITEM_GLYPHS, .colour = black, .box = { 20, 50, 120, 12 }, .glyphs = shape(s, f) };
	s->items[0][1].glyphs.href = "https://zivos.example/a(b)'c";
	s->items[0][2] = (struct item){ .kind = ITEM_PICTURE, .box = { 20, 100, 60, 60 },
					.picture = { .alt = "", .fault = "bild.jpg is not there", .crop_w = 1, .crop_h = 1 } };
	s->items[0][3] = (struct item){ .kind = ITEM_MARK, .box = { 100, 100, 80, 40 }, .mark = "overset: 12 lines" };
	/* Only the right half of the drawing: green; no whole number of points. */
	s->items[0][4] = (struct item){ .kind = ITEM_PICTURE, .box = { 20, 180, 30.6, 30.6 },
					.picture = { .path = s->svg, .vector = true, .alt = "", .crop_x = 0.5, .crop_w = 0.5, .crop_h = 1 } };
	s->items[1][0] = s->items[0][1];
	s->items[1][0].glyphs.href = NULL;
	s->items[1][0].glyphs.dest_page = 0;
	s->page[0] = (struct page){ .index = 0, .label = "1", .right = true, .items = s->items[0], .nitems = 5 };
	s->page[1] = (struct page){ .index = 1, .label = "2", .items = s->items[1], .nitems = 1 };
	s->bookmarks[0] = (struct bookmark){ "Ankommen – الوصول", 0, 0 };
	s->bookmarks[1] = (struct bookmark){ "Zweite Seite", 1, 1 };
	s->pages = (struct pages){ .width = 200, .height = 300, .bleed = 9, .pages = s->page, .npages = NPAGES,
				   .bookmarks = s->bookmarks, .nbookmarks = 2, .title = "ZIVOS 4/2026",
				   .subject = "Ankommen", .lang = "de", .date = "2026-10-01" };
}

static void tear_down(struct sheet *s, const void *unused)
{
	char *command = g_strdup_printf("rm -rf '%s'", s->folder);

	(void)unused;
	store_free(s->store);
	fonts_free(s->fonts);
	diag_free(s->d);
	g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL);
	g_free(command);
	g_free(s->folder);
	g_free(s->svg);
}

/* The PDF that src/prepress gets: colours are keys, pictures single pixels. */
static void write_keys(struct sheet *s, const int *chosen, size_t n, struct outfile *o)
{
	struct inks *inks = inks_new(NULL);
	size_t size = 0;
	void *pdf = pdf_paint_print(&s->pages, chosen, n, (struct paint_options){ .ppi = 300, .inks = inks, .pool = s->pool },
				    fonts_config(s->fonts), s->store, &size, NULL, NULL, s->d);

	g_assert_nonnull(pdf);
	outfile_write(o, pdf, size);
	free(pdf);
	inks_free(inks);
}

static char *write_pdf(struct sheet *s, const char *name, enum profile profile, const int *chosen, size_t n)
{
	char *path = g_build_filename(s->folder, name, NULL);
	struct outfile *o = outfile_new(path, s->d);

	if (profile == PROFILE_PRINT)
		write_keys(s, chosen, n, o);
	else
		g_assert_true(pdf_write(&s->pages, chosen, n, profile, NULL, fonts_config(s->fonts), s->store, s->pool, o, NULL, NULL, s->d));
	g_assert_true(outfile_commit(o, s->d));
	g_assert_cmpuint(diag_count(s->d, SEV_NOTE), ==, 0);
	return path;
}

static char *output_of(const char *const *argv)
{
	char *out = NULL;
	int status = 0;
	GError *e = NULL;

	g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &e);
	g_assert_no_error(e);
	g_assert_cmpint(status, ==, 0);
	return out;
}

static const int all[] = { 0, 1 };

/* Two files of the same bytes; their names are freed. */
static void assert_same(char *a, char *b)
{
	char *bytes_a, *bytes_b;
	gsize na, nb;

	g_assert_true(g_file_get_contents(a, &bytes_a, &na, NULL));
	g_assert_true(g_file_get_contents(b, &bytes_b, &nb, NULL));
	g_assert_cmpmem(bytes_a, na, bytes_b, nb);
	g_free(bytes_a);
	g_free(bytes_b);
	g_free(a);
	g_free(b);
}

static void same_bytes(struct sheet *s, const void *unused)
{
	(void)unused;
	for (int profile = PROFILE_PRINT; profile <= PROFILE_DRAFT; profile++) {
		char *a = write_pdf(s, "a.pdf", (enum profile)profile, all, NPAGES), *b = write_pdf(s, "b.pdf", (enum profile)profile, all, NPAGES);

		assert_same(a, b);
	}
}

/* Nor does the number of threads change a byte: of more pages than may wait for one. */
static void same_bytes_by_threads(struct sheet *s, const void *unused)
{
	enum { MANY = 40 };
	int many[MANY];
	char *a, *b;

	(void)unused;
	for (int i = 0; i < MANY; i++)
		many[i] = i % NPAGES;
	a = write_pdf(s, "a.pdf", PROFILE_SCREEN, many, MANY);
	s->pool = pool_new(3);
	b = write_pdf(s, "b.pdf", PROFILE_SCREEN, many, MANY);
	pool_free(s->pool);
	assert_same(a, b);
}

static void text_is_found(struct sheet *s, const void *unused)
{
	char *path = write_pdf(s, "a.pdf", PROFILE_DRAFT, all, 1);
	char *found = output_of((const char *const[]){ "pdftotext", path, "-", NULL });

	(void)unused;
	/* Notes and watermark of the draft are no text. */
	g_assert_cmpstr(g_strstrip(found), ==, text);
	g_free(found);
	g_free(path);
}

static void sizes_and_metadata(struct sheet *s, const void *unused)
{
	char *screen = write_pdf(s, "s.pdf", PROFILE_SCREEN, all, NPAGES), *print = write_pdf(s, "p.pdf", PROFILE_PRINT, all, NPAGES);
	char *info = output_of((const char *const[]){ "pdfinfo", "-isodates", screen, NULL });

	(void)unused;
	g_assert_nonnull(strstr(info, "ZIVOS 4/2026"));
	g_assert_nonnull(strstr(info, "2026-10-01"));
	g_assert_nonnull(strstr(info, "200 x 300 pts"));
	g_assert_nonnull(strstr(info, "Pages:           2"));
	g_free(info);
	info = output_of((const char *const[]){ "pdfinfo", print, NULL });
	g_assert_nonnull(strstr(info, "218 x 318 pts"));
	g_free(info);
	g_free(screen);
	g_free(print);
}

static void links_and_bookmarks(struct sheet *s, const void *unused)
{
	char *path = write_pdf(s, "s.pdf", PROFILE_SCREEN, all, NPAGES), *plain = g_build_filename(s->folder, "q.pdf", NULL), *bytes;
	gsize n;

	(void)unused;
	g_free(output_of((const char *const[]){ "qpdf", "--qdf", "--object-streams=disable", path, plain, NULL }));
	g_assert_true(g_file_get_contents(plain, &bytes, &n, NULL));
	g_assert_nonnull(g_strstr_len(bytes, (gssize)n, "(https://zivos.example/a%28b%29%27c)"));
	g_assert_nonnull(g_strstr_len(bytes, (gssize)n, "(Zweite Seite)"));
	g_assert_nonnull(g_strstr_len(bytes, (gssize)n, "/PageLabels"));
	g_free(bytes);
	g_free(plain);
	g_free(path);
	/* A link to a page that is not written goes. */
	path = write_pdf(s, "one.pdf", PROFILE_SCREEN, all + 1, 1);
	g_free(output_of((const char *const[]){ "qpdf", "--check", path, NULL }));
	g_free(path);
}

static guint32 pixel(cairo_surface_t *s, int x, int y)
{
	const unsigned char *row = cairo_image_surface_get_data(s) + y * cairo_image_surface_get_stride(s);

	return ((const guint32 *)(const void *)row)[x] & 0xffffff;
}

static void pixels(struct sheet *s, const void *unused)
{
	char *path = g_build_filename(s->folder, "pages/page-01.png", NULL), *folder = g_path_get_dirname(path);
	cairo_surface_t *png;
	guint32 red;

	(void)unused;
	g_assert_true(png_write_pages(&s->pages, all, NPAGES, 144, true, NULL, fonts_config(s->fonts), s->store, folder, NULL, NULL, s->d));
	png = cairo_image_surface_create_from_png(path);
	g_assert_cmpint(cairo_image_surface_get_width(png), ==, 400);
	g_assert_cmpint(cairo_image_surface_get_height(png), ==, 600);
	red = pixel(png, 50, 30);
	g_assert_cmpuint(red >> 16, >, 0xb0);
	g_assert_cmpuint(red & 0xff, <, 0x60);
	g_assert_cmphex(pixel(png, 390, 10), ==, 0xffffff);
	g_assert_cmphex(pixel(png, 42, 362), ==, 0x00ff00);
	g_assert_cmphex(pixel(png, 98, 418), ==, 0x00ff00);
	g_assert_cmphex(pixel(png, 102, 418), ==, 0xffffff);
	/* The missing picture's grey box. */
	g_assert_cmpuint(pixel(png, 80, 310) & 0xff, >, 0xe8);
	g_assert_cmpuint(pixel(png, 80, 310) & 0xff, <, 0xf2);
	cairo_surface_destroy(png);
	g_free(folder);
	g_free(path);
}

/* The same page out of the PDFs: notes, and a drawing to its very edge. */
static void pixels_of_pdf(struct sheet *s, const void *unused)
{
	char *path = write_pdf(s, "d.pdf", PROFILE_SCREEN, all, NPAGES), *png = g_build_filename(s->folder, "d.png", NULL);
	cairo_surface_t *shown;

	(void)unused;
	g_free(output_of((const char *const[]){ "mutool", "draw", "-q", "-r", "144", "-o", png, path, "1", NULL }));
	shown = cairo_image_surface_create_from_png(png);
	g_assert_cmpuint(pixel(shown, 50, 30) >> 16, >, 0xb0);
	g_assert_cmpuint(pixel(shown, 50, 30) & 0xff, <, 0x60);
	g_assert_cmphex(pixel(shown, 42, 362), ==, 0x00ff00);
	g_assert_cmphex(pixel(shown, 100, 420), ==, 0x00ff00);
	g_assert_cmphex(pixel(shown, 103, 418), ==, 0xffffff);
	cairo_surface_destroy(shown);
	g_free(path);
	path = write_pdf(s, "d.pdf", PROFILE_DRAFT, all, NPAGES);
	g_free(output_of((const char *const[]){ "mutool", "draw", "-q", "-r", "144", "-o", png, path, "1", NULL }));
	shown = cairo_image_surface_create_from_png(png);
	/* The missing picture's box is grey, the note's ground red. */
	g_assert_cmpuint(pixel(shown, 80, 310) & 0xff, <, 0xf2);
	g_assert_cmpuint(pixel(shown, 203, 203) >> 16, >, 0xa0);
	g_assert_cmpuint(pixel(shown, 203, 203) & 0xff, <, 0x40);
	cairo_surface_destroy(shown);
	g_free(png);
	g_free(path);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, run) g_test_add("/paint/" name, struct sheet, NULL, set_up, run, tear_down)
	ADD("same-bytes", same_bytes);
	ADD("same-bytes-by-threads", same_bytes_by_threads);
	ADD("text-is-found", text_is_found);
	ADD("sizes-and-metadata", sizes_and_metadata);
	ADD("links-and-bookmarks", links_and_bookmarks);
	ADD("pixels", pixels);
	ADD("pixels-of-pdf", pixels_of_pdf);
	return g_test_run();
}
