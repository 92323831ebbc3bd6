/* tests/unit/test_pdf.c - what is written into a PDF, read back by other programs (qpdf, poppler, MuPDF). */
#include <glib.h>
#include <glib/gstdio.h>
#include <hb.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include "base/data.h"
#include "base/diag.h"
#include "page/model.h"
#include "pdf/cff.h"
#include "pdf/doc.h"
#include "pdf/file.h"
#include "pdf/image.h"
#include "pdf/page.h"
#include "text/font.h"

enum { MOST = 256 };

struct paper {
	struct diag *d;
	struct fonts *fonts;
	GByteArray *bytes;
	struct pdf_doc *doc;
	char *path;			/* once it is written */
	struct glyph_at glyph[MOST];
	struct cluster clusters[MOST];
};

static bool take(void *to, const void *bytes, size_t n)
{
	g_byte_array_append(to, bytes, (guint)n);
	return true;
}

static void set_up(struct paper *p, const void *unused)
{
	char *conf = data_path("fonts/fonts.conf");

	(void)unused;
	memset(p, 0, sizeof *p);
	p->d = diag_new();
	p->fonts = fonts_new(conf, p->d);
	g_assert_nonnull(p->fonts);
	g_free(conf);
	p->bytes = g_byte_array_new();
	p->doc = pdf_doc_new(take, p->bytes, 2, 400, 300, NULL);
}

static void tear_down(struct paper *p, const void *unused)
{
	(void)unused;
	if (p->path)
		remove(p->path);
	g_free(p->path);
	pdf_doc_free(p->doc);
	g_byte_array_free(p->bytes, TRUE);
	fonts_free(p->fonts);
	diag_free(p->d);
}

/* The second page stays empty if nobody wrote it. */
static void finish(struct paper *p, int from)
{
	const char *font = NULL;
	int fd;

	for (int i = from; i < 2; i++)
		pdf_page_end(pdf_page_begin(p->doc, i, 0));
	g_assert_cmpint(pdf_doc_end(p->doc, &(struct pdf_info){ .title = "T (1) „ü“", .creator = "test", .date = "D:20260101000000Z", .lang = "de" }, &font), ==, PDF_DONE);
	fd = g_file_open_tmp("zivos-test-XXXXXX.pdf", &p->path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_assert_true(g_close(fd, NULL));
	g_assert_true(g_file_set_contents(p->path, (char *)p->bytes->data, p->bytes->len, NULL));
}

static char *output_of(const char *const *argv)
{
	char *out = NULL;
	int status = 0;
	GError *e = NULL;

	g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, &status, &e);
	g_assert_no_error(e);
	g_assert_cmpint(status, ==, 0);
	return out;
}

static char *text_of(const struct paper *p)
{
	return g_strstrip(output_of((const char *const[]){ "pdftotext", p->path, "-", NULL }));
}

/* ---- values ---- */

static void numbers(void)
{
	static const struct { double x; int places; const char *as; } cases[] = {
		{ 0, 3, "0" }, { -0.0004, 3, "0" }, { 0.0005, 3, ".001" }, { -0.5, 3, "-.5" }, { 1.5, 3, "1.5" }, { 12, 3, "12" },
		{ 12345.678, 2, "12345.68" }, { 100, 0, "100" }, { -7.6, 0, "-8" }, { 16 / 255.0, 6, ".062745" }, { 1e300, 2, "1000000000" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		GString *s = g_string_new(NULL);

		pdf_append_number(s, cases[i].x, cases[i].places);
		g_assert_cmpstr(s->str, ==, cases[i].as);
		g_string_free(s, TRUE);
	}
}

static void strings(void)
{
	static const struct { const char *text, *as; } cases[] = {
		{ "", "()" }, { "a(b)\\", "(a\\(b\\)\\\\)" }, { "ü", "<feff00fc>" }, { "a\n", "<feff0061000a>" }, { "𞤀", "<feffd83add00>" }, { "a\xff", "<feff0061fffd>" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		GString *s = g_string_new(NULL);

		pdf_append_text(s, cases[i].text);
		g_assert_cmpstr(s->str, ==, cases[i].as);
		g_string_free(s, TRUE);
	}
}

/* ---- text ---- */

static const struct font *face(struct paper *p, const char *family)
{
	const struct font *f = fonts_find(p->fonts, family, 400, 100, false);

	g_assert_nonnull(f);
	return f;
}

/* A glyph and a cluster for each letter, spaced by track (em). */
static struct glyphs spell(struct paper *p, const struct font *f, const char *text, Pt size, double hscale, double track)
{
	struct glyphs g = { .font = f, .size = size, .hscale = hscale, .x = 20, .y = 60, .glyph = p->glyph,
			    .text = text, .nbytes = strlen(text), .clusters = p->clusters, .dest_page = -1 };
	Pt x = 0;

	for (const char *c = text; *c; c = g_utf8_next_char(c)) {
		hb_codepoint_t id;

		g_assert_true(hb_font_get_nominal_glyph(f->hb, g_utf8_get_char(c), &id));
		g.glyph[g.nglyphs++] = (struct glyph_at){ id, (float)x, 0 };
		g.clusters[g.nclusters++] = (struct cluster){ (uint32_t)(g_utf8_next_char(c) - c), 1 };
		x += hb_font_get_glyph_h_advance(f->hb, id) * size / f->upem * hscale + track * size;
	}
	return g;
}

/* What MuPDF says of each letter's place, in the order of the page. */
static void compare_places(const struct paper *p, const struct glyphs *g)
{
	char *out = output_of((const char *const[]){ "mutool", "draw", "-q", "-F", "stext", p->path, "1", NULL });
	const char *at = out;
	size_t n = 0;

	while ((at = strstr(at, "<char ")) != NULL) {
		const char *x = strstr(at, " x=\""), *y = strstr(at, " y=\"");
		double dx = fabs(g_ascii_strtod(x + 4, NULL) - g->x - g->glyph[n].x), dy = fabs(g_ascii_strtod(y + 4, NULL) - g->y - g->glyph[n].y);

		/* 1/1000 em, and what MuPDF rounds in printing. */
		g_assert_cmpfloat(dx, <, g->size / 1000 + 0.002);
		g_assert_cmpfloat(dy, <, 0.002);
		n++;
		at++;
	}
	g_assert_cmpuint(n, ==, g->nglyphs);
	g_free(out);
}

static const char line[] = "Ankommen heißt in Osnabrück manchmal, dass jemand Tee kocht und man schweigt.";

/* Odd size, scale and spacing, spaces stretched by an odd measure, some kerns: nothing adds up. Of the two fonts one
 * has an em of 1000 units, the other of 2048. */
static void letters_stand_where_the_model_has_them(struct paper *p, const void *family)
{
	struct glyphs g = spell(p, face(p, family), line, 8.37, 1.0137, -0.00437);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	Pt more = 0;

	for (size_t i = 0; i < g.nglyphs; i++) {
		g.glyph[i].x += (float)more;
		if (i % 7 == 3)
			more += 0.2718;
		if (i % 11 == 5)
			more -= 0.00437;	/* half of 1/1000 em */
	}
	pdf_page_colour(pg, 0, 0, 0);
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	finish(p, 1);
	compare_places(p, &g);
}

/* Read from the foot upwards; and the next run stands as always. */
static void upright_text_too(struct paper *p, const void *unused)
{
	struct glyphs g = spell(p, face(p, "Noto Serif"), "Foto: Ada", 6.5, 1, 0.01);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 5);
	char *out;
	const char *at;

	(void)unused;
	g.up = true;
	g.glyph[4].y = 1;
	g_assert_true(pdf_page_text(pg, &g));
	g.up = false;
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	finish(p, 1);
	out = output_of((const char *const[]){ "mutool", "draw", "-q", "-F", "stext", p->path, "1", NULL });
	at = out;
	for (size_t n = 0; n < 2 * g.nglyphs; n++) {
		const struct glyph_at *want = &g.glyph[n % g.nglyphs];
		Pt x = 25 + (n < g.nglyphs ? want->y : want->x), y = 65 + (n < g.nglyphs ? -want->x : want->y);

		at = strstr(at, "<char ");
		g_assert_nonnull(at);
		g_assert_cmpfloat(fabs(g_ascii_strtod(strstr(at, " x=\"") + 4, NULL) - x), <, 0.01);
		g_assert_cmpfloat(fabs(g_ascii_strtod(strstr(at, " y=\"") + 4, NULL) - y), <, 0.01);
		at++;
	}
	g_free(out);
}

static void raised_letters_too(struct paper *p, const void *unused)
{
	struct glyphs g = spell(p, face(p, "Noto Serif"), "Hochgestellt", 10, 1, 0.02);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);

	(void)unused;
	for (size_t i = 4; i < 8; i++)
		g.glyph[i].y = -2.5f * (float)(i - 3);
	g_assert_true(pdf_page_text(pg, &g));
	/* What stands between two runs takes nothing away from the second. */
	pdf_page_clip(pg, (struct rect){ 0, 100, 100, 100 });
	pdf_page_rect(pg, (struct rect){ 10, 110, 10, 10 });
	pdf_page_unclip(pg);
	pdf_page_end(pg);
	finish(p, 1);
	compare_places(p, &g);
}

/* The first page's, with 0 for each byte that is none of text. g_free() it. */
static char *content_of(const struct paper *p)
{
	char *to = g_strconcat(p->path, ".content", NULL), *bytes;
	gsize n;

	g_free(output_of((const char *const[]){ "mutool", "show", "-b", "-o", to, p->path, "pages/1/Contents", NULL }));
	g_assert_true(g_file_get_contents(to, &bytes, &n, NULL));
	for (gsize i = 0; i < n; i++)
		if (!bytes[i])
			bytes[i] = '0';
	remove(to);
	g_free(to);
	return bytes;
}

static void even_spacing_is_said_once(struct paper *p, const void *unused)
{
	struct glyphs g = spell(p, face(p, "Noto Serif"), line, 9.5, 1.01, 0.0073);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	char *plain, *content, *end;
	int adjusts = 0;

	(void)unused;
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	finish(p, 1);
	plain = content_of(p);
	content = strchr(plain, '[');
	g_assert_nonnull(content);
	end = strstr(content, "]TJ");
	g_assert_nonnull(end);
	for (char *c = content; c < end; c++)
		adjusts += *c == ')' && c[-1] != '\\';
	g_assert_cmpint(adjusts, ==, 1);
	g_assert_nonnull(strstr(plain, " Tc"));
	g_assert_nonnull(strstr(plain, "101 Tz"));
	g_free(plain);
}

/* One glyph, two texts: a code each, where the font's outlines are TrueType. */
static void a_glyph_may_mean_two_things(struct paper *p, const void *unused)
{
	struct glyphs g = spell(p, face(p, "Noto Serif"), "aab", 12, 1, 0);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	char *text;

	(void)unused;
	g.text = "axb";
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	finish(p, 1);
	text = text_of(p);
	g_assert_cmpstr(text, ==, "axb");
	g_free(text);
}

/* CFF outlines: the second text stands in the page. Also: of 65,000 glyphs a few are embedded. */
static void so_it_may_in_cff(struct paper *p, const void *unused)
{
	struct glyphs g = spell(p, face(p, "Noto Serif CJK SC"), "中中国", 12, 1, 0);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	char *text;

	(void)unused;
	g.text = "中文国";
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	finish(p, 1);
	g_assert_cmpuint(p->bytes->len, <, 20000);
	text = text_of(p);
	g_assert_cmpstr(text, ==, "中文国");
	g_free(text);
	text = output_of((const char *const[]){ "pdffonts", p->path, NULL });
	g_assert_nonnull(strstr(text, "CID Type 0C"));
	g_free(text);
}

/* Two glyphs are one letter; and a word from right to left, whose clusters are in logical order. */
static void clusters(struct paper *p, const void *unused)
{
	struct glyphs g = spell(p, face(p, "Noto Serif"), "ofin", 12, 1, 0), r;
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	char *text;

	(void)unused;
	g.text = "oßn";
	g.nbytes = strlen(g.text);
	g.nclusters = 3;
	g.clusters[1] = (struct cluster){ 2, 2 };
	g.clusters[2] = (struct cluster){ 1, 1 };
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	pg = pdf_page_begin(p->doc, 1, 0);
	r = spell(p, face(p, "Noto Serif Hebrew"), "םולש", 12, 1, 0);	/* as it lies: from the left */
	r.text = "שלום";
	r.backward = r.rtl = true;
	g_assert_true(pdf_page_text(pg, &r));
	pdf_page_end(pg);
	finish(p, 2);
	text = text_of(p);
	g_assert_true(g_str_has_prefix(text, "oßn\n"));
	g_assert_nonnull(strstr(text, "שלום"));	/* poppler puts marks of direction round it */
	g_free(text);
}

static void every_byte_of_a_code(struct paper *p, const void *unused)
{
	GString *all = g_string_new(NULL);
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	struct glyphs g;
	char *out;

	/* Enough glyphs for codes with every low byte: brackets, backslash and line ends among them. */
	(void)unused;
	for (gunichar c = 0x100; c < 0x100 + 10 * 26; c++) {
		hb_codepoint_t id;

		if (hb_font_get_nominal_glyph(face(p, "Noto Serif")->hb, c, &id) && g_utf8_strlen(all->str, -1) < MOST)
			g_string_append_unichar(all, c);
	}
	g = spell(p, face(p, "Noto Serif"), all->str, 1, 1, 0);
	g_assert_cmpuint(g.nglyphs, >=, 200);
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	finish(p, 1);
	out = text_of(p);
	g_assert_cmpstr(out, ==, all->str);
	g_free(out);
	g_free(output_of((const char *const[]){ "qpdf", "--check", p->path, NULL }));
	g_string_free(all, TRUE);
}

/* ---- the document ---- */

static void bookmarks_and_labels(struct paper *p, const void *unused)
{
	char *out;
	int a = pdf_doc_bookmark(p->doc, -1, "Eins", 0, true), b;

	(void)unused;
	b = pdf_doc_bookmark(p->doc, a, "Eins (a)", 0, false);
	pdf_doc_bookmark(p->doc, b, "tief", 1, false);
	pdf_doc_bookmark(p->doc, -1, "Zwei", 1, true);
	pdf_doc_label(p->doc, 0, "7");
	pdf_doc_label(p->doc, 1, "+7");
	finish(p, 0);
	g_free(output_of((const char *const[]){ "qpdf", "--check", p->path, NULL }));
	out = output_of((const char *const[]){ "mutool", "show", p->path, "outline", NULL });
	g_assert_nonnull(strstr(out, "\"Eins\"\t#page=1"));
	g_assert_nonnull(strstr(out, "\t\"Eins (a)\"\t#page=1"));
	g_assert_nonnull(strstr(out, "\t\t\"tief\"\t#page=2"));
	g_assert_nonnull(strstr(out, "\"Zwei\"\t#page=2"));
	g_free(out);
	out = output_of((const char *const[]){ "qpdf", "--json", "--json-key=pagelabels", p->path, NULL });
	g_assert_nonnull(strstr(out, "\"/St\": 7"));
	g_assert_nonnull(strstr(out, "+7"));
	g_free(out);
	out = output_of((const char *const[]){ "pdfinfo", p->path, NULL });
	g_assert_nonnull(strstr(out, "T (1) „ü“"));
	g_free(out);
}

static bool no_room(void *left, const void *bytes, size_t n)
{
	size_t *room = left;

	(void)bytes;
	if (n > *room)
		return false;
	*room -= n;
	return true;
}

/* How the smallest document ends, and what room is left then. */
static enum pdf_end write_smallest(size_t *room)
{
	struct pdf_doc *d = pdf_doc_new(no_room, room, 1, 100, 100, NULL);
	const char *font;
	enum pdf_end end;

	pdf_page_end(pdf_page_begin(d, 0, 0));
	end = pdf_doc_end(d, &(struct pdf_info){ .title = "T" }, &font);
	pdf_doc_free(d);
	return end;
}

static void a_full_disk_is_told(void)
{
	size_t left = 10000, size;

	g_assert_cmpint(write_smallest(&left), ==, PDF_DONE);
	size = 10000 - left;
	for (size_t room = 0; room < size; room++) {
		left = room;
		g_assert_cmpint(write_smallest(&left), ==, PDF_NOT_WRITTEN);
	}
}

/* ---- pictures ---- */

static void append_chunk(GByteArray *b, const char *name, const void *body, size_t n)
{
	guint32 be = GUINT32_TO_BE((guint32)n);

	g_byte_array_append(b, (guint8 *)&be, 4);
	g_byte_array_append(b, (const guint8 *)name, 4);
	g_byte_array_append(b, body, (guint)n);
	g_byte_array_append(b, (const guint8 *)"\0\0\0\0", 4);	/* the checksum, which nobody looks at here */
}

/* 2 x 2 px: red, green, blue, white; kind as in PNG's header. */
static GByteArray *png(int kind, bool interlaced)
{
	static const guint8 head[] = "\x89PNG\r\n\x1a\n", palette[] = { 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255 };
	static const guint8 rgb[] = { 0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255 }, by_palette[] = { 0, 0, 1, 0, 2, 3 };
	GByteArray *b = g_byte_array_new();
	guint8 ihdr[13] = { 0, 0, 0, 2, 0, 0, 0, 2, 8, (guint8)kind, 0, 0, interlaced }, packed[100];
	uLongf n = sizeof packed;

	g_byte_array_append(b, head, 8);
	append_chunk(b, "IHDR", ihdr, sizeof ihdr);
	if (kind == 3)
		append_chunk(b, "PLTE", palette, sizeof palette);
	g_assert_cmpint(compress(packed, &n, kind == 3 ? by_palette : rgb, kind == 3 ? sizeof by_palette : sizeof rgb), ==, Z_OK);
	append_chunk(b, "IDAT", packed, n / 2);
	append_chunk(b, "IDAT", packed + n / 2, n - n / 2);
	append_chunk(b, "IEND", "", 0);
	return b;
}

static void pixels_are(struct paper *p, const char *page)
{
	static const guint8 want[4][3] = { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 } };
	char *ppm = g_strconcat(p->path, ".ppm", NULL), *bytes;
	gsize n;

	/* A pixel of the picture is 100 px. */
	g_free(output_of((const char *const[]){ "mutool", "draw", "-q", "-r", "72", "-F", "ppm", "-o", ppm, p->path, page, NULL }));
	g_assert_true(g_file_get_contents(ppm, &bytes, &n, NULL));
	for (int i = 0; i < 4; i++) {
		const guint8 *at = (guint8 *)bytes + n - 300 * 400 * 3 + ((50 + i / 2 * 200) * 400 + 50 + i % 2 * 200) * 3;

		for (int k = 0; k < 3; k++)
			g_assert_cmpint(abs(at[k] - want[i][k]), <=, 2);
	}
	g_free(bytes);
	remove(ppm);
	g_free(ppm);
}

static void pngs_go_in_as_they_are(struct paper *p, const void *unused)
{
	static const int kinds[] = { 2, 3 };

	(void)unused;
	for (int i = 0; i < 2; i++) {
		struct pdf_page *pg = pdf_page_begin(p->doc, i, 0);
		GByteArray *b = png(kinds[i], false);
		int object = pdf_image_png(pdf_doc_file(p->doc), b->data, b->len);

		g_assert_cmpint(object, >, 0);
		pdf_page_image(pg, object, (struct rect){ 0, 0, 300, 300 });
		pdf_page_end(pg);
		g_byte_array_free(b, TRUE);
	}
	finish(p, 2);
	pixels_are(p, "1");
	pixels_are(p, "2");
}

static void others_do_not(struct paper *p, const void *unused)
{
	struct pdf_file *f = pdf_doc_file(p->doc);
	GByteArray *b = png(2, true);

	(void)unused;
	g_assert_cmpint(pdf_image_png(f, b->data, b->len), ==, 0);
	g_assert_cmpint(pdf_image_jpeg(f, b->data, b->len), ==, 0);
	g_byte_array_free(b, TRUE);
	b = png(6, false);
	g_assert_cmpint(pdf_image_png(f, b->data, b->len), ==, 0);
	g_byte_array_free(b, TRUE);
	/* Cut anywhere: what is not whole is refused, or goes in as far as it goes. */
	b = png(3, false);
	for (guint n = 0; n < b->len; n++) {
		guint8 *cut = g_memdup2(b->data, n);

		if (n < 60)
			g_assert_cmpint(pdf_image_png(f, cut, n), ==, 0);
		else
			pdf_image_png(f, cut, n);
		g_assert_cmpint(pdf_image_jpeg(f, cut, n), ==, 0);
		g_free(cut);
	}
	g_byte_array_free(b, TRUE);
	g_assert_cmpint(pdf_image_jpeg(f, (const guint8 *)"\xff\xd8\xff\xc0\0\x0b\x08\0\x10\0\x10\x03\xff", 13), >, 0);
	g_assert_cmpint(pdf_image_jpeg(f, (const guint8 *)"\xff\xd8\xff\xc0\0\x0b\x08\0\x10\0\x10\x04\xff", 13), ==, 0);
	finish(p, 0);
}

/* ---- fonts that are damaged ---- */

static void add_table(hb_face_t *to, hb_face_t *from, const char *tag)
{
	hb_blob_t *b = hb_face_reference_table(from, hb_tag_from_string(tag, 4));

	g_assert_true(hb_face_builder_add_table(to, hb_tag_from_string(tag, 4), b));
	hb_blob_destroy(b);
}

/* The tables of a good font round outlines that are none. */
static void a_damaged_font_is_named(struct paper *p, const void *unused)
{
	const struct font *good = face(p, "Noto Serif CJK SC");
	hb_face_t *builder = hb_face_builder_create();
	hb_blob_t *rubbish = hb_blob_create("\1\0\4\1 rubbish rubbish rubbish", 28, HB_MEMORY_MODE_READONLY, NULL, NULL), *file;
	struct font bad = *good;
	struct pdf_page *pg = pdf_page_begin(p->doc, 0, 0);
	struct glyphs g;
	const char *named = NULL;

	(void)unused;
	add_table(builder, good->face, "head");
	add_table(builder, good->face, "hhea");
	add_table(builder, good->face, "hmtx");
	add_table(builder, good->face, "maxp");
	add_table(builder, good->face, "cmap");
	g_assert_true(hb_face_builder_add_table(builder, HB_TAG('C', 'F', 'F', ' '), rubbish));
	file = hb_face_reference_blob(builder);
	bad.face = hb_face_create(file, 0);
	bad.hb = hb_font_create(bad.face);
	bad.family = "Broken";
	g = spell(p, &bad, "中国", 12, 1, 0);
	g_assert_true(pdf_page_text(pg, &g));
	pdf_page_end(pg);
	g_assert_cmpint(pdf_doc_end(p->doc, &(struct pdf_info){ .title = "T" }, &named), ==, PDF_FONT);
	g_assert_cmpstr(named, ==, "Broken");
	hb_font_destroy(bad.hb);
	hb_face_destroy(bad.face);
	hb_face_destroy(builder);
	hb_blob_destroy(file);
	hb_blob_destroy(rubbish);
}

/* ---- CFF ---- */

static void cff_lists(struct paper *p, const void *unused)
{
	const struct font *f = face(p, "Noto Serif CJK SC");
	hb_blob_t *b = hb_face_reference_table(f->face, HB_TAG('C', 'F', 'F', ' '));
	unsigned n, nglyphs = hb_face_get_glyph_count(f->face);
	const uint8_t *s = (const uint8_t *)hb_blob_get_data(b, &n);
	uint16_t *cids = cff_cids(s, n, nglyphs);

	(void)unused;
	g_assert_nonnull(cids);
	for (unsigned g = 0; g < nglyphs; g++)
		g_assert_cmpuint(cids[g], ==, g);
	g_free(cids);
	/* Damaged in any way it is NULL or a list, but nothing is read beyond its end. */
	for (unsigned cut = 0; cut < 400; cut++) {
		uint8_t *part = g_memdup2(s, cut);

		g_assert_null(cff_cids(part, cut, nglyphs));
		g_free(part);
	}
	for (unsigned at = 0; at < 200; at++)
		for (int bit = 0; bit < 8; bit++) {
			uint8_t *part = g_memdup2(s, 4000);

			part[at] ^= (uint8_t)(1 << bit);
			g_free(cff_cids(part, 4000, nglyphs));
			g_free(part);
		}
	hb_blob_destroy(b);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/numbers", numbers);
	g_test_add_func("/pdf/strings", strings);
	g_test_add_func("/pdf/full-disk", a_full_disk_is_told);
#define ADD(name, run) g_test_add("/pdf/" name, struct paper, NULL, set_up, run, tear_down)
	g_test_add("/pdf/letters-stand-where-the-model-has-them", struct paper, "Noto Serif", set_up, letters_stand_where_the_model_has_them, tear_down);
	g_test_add("/pdf/and-in-any-em", struct paper, "Padauk", set_up, letters_stand_where_the_model_has_them, tear_down);
	ADD("raised-letters-too", raised_letters_too);
	ADD("upright-text-too", upright_text_too);
	ADD("even-spacing-is-said-once", even_spacing_is_said_once);
	ADD("a-glyph-may-mean-two-things", a_glyph_may_mean_two_things);
	ADD("so-it-may-in-cff", so_it_may_in_cff);
	ADD("clusters", clusters);
	ADD("every-byte-of-a-code", every_byte_of_a_code);
	ADD("bookmarks-and-labels", bookmarks_and_labels);
	ADD("pngs-go-in-as-they-are", pngs_go_in_as_they_are);
	ADD("others-do-not", others_do_not);
	ADD("a-damaged-font-is-named", a_damaged_font_is_named);
	ADD("cff-lists", cff_lists);
	return g_test_run();
}
