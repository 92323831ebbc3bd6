/*
 * tests/bench/floor.c - the least that setting a text can cost: what zivos is measured against.
 *
 *     floor REGULAR.ttf BOLD.ttf TEXT OUT.pdf [TIMES]
 *
 * The text of the benchmark (issue.py says how it is written), each block
 * shaped once by HarfBuzz, lines broken first fit at spaces and filled out,
 * glyphs shown by cairo in columns on an A4 PDF. No hyphens, no document.
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ft.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM (72 / 25.4)
enum { COLUMNS = 3, LINES = 58 };

struct typeface { FT_Face ft; hb_font_t *hb; cairo_font_face_t *cairo; };

struct floor {
	cairo_t *cr;
	hb_buffer_t *buf;
	cairo_glyph_t *glyphs;
	size_t room;
	int column, line;
};

static struct typeface typeface_open(FT_Library lib, const char *path)
{
	struct typeface t = { 0 };
	hb_blob_t *blob = hb_blob_create_from_file(path);
	hb_face_t *face = hb_face_create(blob, 0);

	if (FT_New_Face(lib, path, 0, &t.ft)) {
		fprintf(stderr, "floor: %s cannot be read\n", path);
		exit(2);
	}
	t.hb = hb_font_create(face);
	t.cairo = cairo_ft_font_face_create_for_ft_face(t.ft, FT_LOAD_NO_HINTING);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return t;
}

static void next_line(struct floor *f, int lines)
{
	f->line += lines;
	if (f->line < LINES)
		return;
	f->line = 0;
	if (++f->column < COLUMNS)
		return;
	f->column = 0;
	cairo_show_page(f->cr);
}

/* Glyphs [from, to) as one line; x: where the first stands in the block set as one; add: to each of its spaces. */
static void show(struct floor *f, unsigned from, unsigned to, double x, double add, unsigned long space, int lines)
{
	double left = (15 + f->column * 61.5) * MM - x, y = 66.75 + 12.5 * f->line;

	for (unsigned i = from; i < to; i++) {
		f->glyphs[i].x += left;
		f->glyphs[i].y += y;
		if (f->glyphs[i].index == space)
			left += add;
	}
	cairo_show_glyphs(f->cr, f->glyphs + from, (int)(to - from));
	next_line(f, lines);
}

static void block(struct floor *f, const struct typeface *t, double size, const char *text, size_t len, double indent, int lines)
{
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *pos;
	double unit = size / hb_face_get_upem(hb_font_get_face(t->hb)), x = 0, start = -indent, width = 57 * MM;
	unsigned n, from = 0, space = 0, spaces = 0;
	double before = 0, after = 0;

	hb_buffer_clear_contents(f->buf);
	hb_buffer_add_utf8(f->buf, text, (int)len, 0, (int)len);
	hb_buffer_set_direction(f->buf, HB_DIRECTION_LTR);
	hb_buffer_set_script(f->buf, HB_SCRIPT_LATIN);
	hb_buffer_set_language(f->buf, hb_language_from_string("de", -1));
	hb_shape(t->hb, f->buf, NULL, 0);
	info = hb_buffer_get_glyph_infos(f->buf, &n);
	pos = hb_buffer_get_glyph_positions(f->buf, NULL);
	if (n > f->room)
		f->glyphs = realloc(f->glyphs, (f->room = n) * sizeof *f->glyphs);
	cairo_set_font_face(f->cr, t->cairo);
	cairo_set_font_size(f->cr, size);
	for (unsigned i = 0; i < n; i++) {
		f->glyphs[i] = (cairo_glyph_t){ info[i].codepoint, x + pos[i].x_offset * unit, -pos[i].y_offset * unit };
		x += pos[i].x_advance * unit;
		if (text[info[i].cluster] == ' ') {
			space = i + 1;
			spaces++;
			before = x - pos[i].x_advance * unit;
			after = x;
		} else if (x - start > width && space > from) {
			show(f, from, space - 1, start, spaces > 1 ? (start + width - before) / (spaces - 1) : 0, f->glyphs[space - 1].index, lines);
			from = space;
			start = after;
			spaces = 0;
		}
	}
	show(f, from, n, start, 0, 0, lines);
}

static void line_set(struct floor *f, const struct typeface *regular, const struct typeface *bold, const char *line, size_t len)
{
	const char *tab = memchr(line, '\t', len);
	size_t kind = tab ? (size_t)(tab - line) : 0, skip = tab ? kind + 1 : 0;

	if (len == 0)
		return;
	if (kind == 2 && line[0] == 'h') {
		next_line(f, 1);
		block(f, bold, line[1] == '1' ? 17 : 9.5, line + skip, len - skip, 0, line[1] == '1' ? 2 : 1);
	} else {
		block(f, regular, 9.5, line + skip, len - skip, kind == 2 ? 0 : 9.5, 1);
	}
}

static char *read_whole(const char *path, size_t *len)
{
	FILE *in = fopen(path, "rb");
	char *text;

	if (!in) {
		fprintf(stderr, "floor: %s cannot be read\n", path);
		exit(2);
	}
	fseek(in, 0, SEEK_END);
	*len = (size_t)ftell(in);
	rewind(in);
	text = malloc(*len + 1);
	*len = fread(text, 1, *len, in);
	text[*len] = 0;
	fclose(in);
	return text;
}

int main(int argc, char **argv)
{
	struct floor f = { 0 };
	struct typeface regular, bold;
	cairo_surface_t *surface;
	cairo_status_t status;
	FT_Library lib;
	char *text;
	size_t len, end;

	if (argc < 5 || FT_Init_FreeType(&lib)) {
		fputs("usage: floor REGULAR.ttf BOLD.ttf TEXT OUT.pdf [TIMES]\n", stderr);
		return 2;
	}
	regular = typeface_open(lib, argv[1]);
	bold = typeface_open(lib, argv[2]);
	text = read_whole(argv[3], &len);
	end = argc > 5 && atof(argv[5]) < 1 ? (size_t)(atof(argv[5]) * (double)len) : len;
	surface = cairo_pdf_surface_create(argv[4], 210 * MM, 297 * MM);
	f.cr = cairo_create(surface);
	f.buf = hb_buffer_create();
	for (int times = argc > 5 && atof(argv[5]) > 1 ? atoi(argv[5]) : 1; times > 0; times--)
		for (const char *p = text; p < text + end; ) {
			size_t n = strcspn(p, "\n");
			line_set(&f, &regular, &bold, p, n);
			p += n + 1;
		}
	cairo_destroy(f.cr);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	hb_buffer_destroy(f.buf);
	cairo_font_face_destroy(regular.cairo);
	cairo_font_face_destroy(bold.cairo);
	hb_font_destroy(regular.hb);
	hb_font_destroy(bold.hb);
	free(f.glyphs);
	free(text);
	return status != CAIRO_STATUS_SUCCESS;
}
