/*
 * src/preflight/font.c - from a code to its glyph.
 *
 * A simple font's code goes through Encoding to a glyph's name or character,
 * a composite font's through its CMap to a CID and on to a glyph number. What
 * was found out about a code is kept (struct code), so a long text costs one
 * look-up a character.
 */
#include "preflight/font.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H
#include "base/arena.h"
#include "preflight/pdf.h"
#include "preflight/token.h"

enum { MOST_PROGRAM = 64 << 20, MOST_CMAP = 8 << 20, MOST_RANGES = 200000, MOST_CODES = 70000 };

struct fontbook {
	struct arena *arena;
	struct pdf *pdf;
	FT_Library ft;
	GHashTable *fonts;		/* struct obj * -> struct font * */
	GPtrArray *all;
};

struct range { unsigned low, high, to; };	/* to: the first's CID, or 1 for "has Unicode" */

struct code { double advance; bool visible; unsigned faults; const struct obj *proc; };

enum meaning { MEANS_UNKNOWN = -1 };

struct font_inside {
	struct fontbook *book;
	FT_Face face;
	unsigned char *program;
	GHashTable *codes;		/* code -> struct code */
	/* composite */
	bool cmap_known;		/* code -> CID can be followed */
	GArray *cids;			/* struct range; NULL: the code is the CID */
	GHashTable *gid_of_cid;		/* of a CID-keyed CFF program; NULL: CID is the glyph */
	unsigned char *cid_to_gid;
	size_t ncid_to_gid;
	bool cid_to_gid_known;
	GHashTable *widths;		/* CID -> int 1/1000 em * 16 */
	double default_width;
	/* simple */
	const char *names[256];		/* of Differences */
	gunichar chars[256];		/* of the base encoding; 0: none */
	bool base_encoding, symbolic, truetype;
	/* both */
	GArray *unicode;		/* struct range; NULL: no ToUnicode */
	GHashTable *blank_ok;		/* codes whose character has no ink: space and its like */
};

/* ---- encodings ---- */

/* StandardEncoding where it differs from Latin 1, as pairs of code and character. */
static const struct { unsigned char code; gunichar c; } standard[] = {
	{ 39, 0x2019 }, { 96, 0x2018 }, { 161, 0xA1 }, { 162, 0xA2 }, { 163, 0xA3 }, { 164, 0x2044 }, { 165, 0xA5 },
	{ 166, 0x192 }, { 167, 0xA7 }, { 168, 0xA4 }, { 169, 0x27 }, { 170, 0x201C }, { 171, 0xAB }, { 172, 0x2039 },
	{ 173, 0x203A }, { 174, 0xFB01 }, { 175, 0xFB02 }, { 177, 0x2013 }, { 178, 0x2020 }, { 179, 0x2021 },
	{ 180, 0xB7 }, { 182, 0xB6 }, { 183, 0x2022 }, { 184, 0x201A }, { 185, 0x201E }, { 186, 0x201D }, { 187, 0xBB },
	{ 188, 0x2026 }, { 189, 0x2030 }, { 191, 0xBF }, { 193, 0x60 }, { 194, 0xB4 }, { 195, 0x2C6 }, { 196, 0x2DC },
	{ 197, 0xAF }, { 198, 0x2D8 }, { 199, 0x2D9 }, { 200, 0xA8 }, { 202, 0x2DA }, { 203, 0xB8 }, { 205, 0x2DD },
	{ 206, 0x2DB }, { 207, 0x2C7 }, { 208, 0x2014 }, { 225, 0xC6 }, { 227, 0xAA }, { 232, 0x141 }, { 233, 0xD8 },
	{ 234, 0x152 }, { 235, 0xBA }, { 241, 0xE6 }, { 245, 0x131 }, { 248, 0x142 }, { 249, 0xF8 }, { 250, 0x153 },
	{ 251, 0xDF },
};

static void base_encoding(gunichar *chars, const char *name)
{
	const char *set = strcmp(name, "WinAnsiEncoding") == 0 ? "CP1252" :
			  strcmp(name, "MacRomanEncoding") == 0 ? "MACINTOSH" : NULL;

	memset(chars, 0, 256 * sizeof *chars);
	for (unsigned i = 32; i < 127; i++)
		chars[i] = i;
	if (!set) {
		for (size_t i = 0; i < G_N_ELEMENTS(standard); i++)
			chars[standard[i].code] = standard[i].c;
		return;
	}
	for (unsigned i = 128; i < 256; i++) {
		char byte = (char)i, *utf8 = g_convert(&byte, 1, "UTF-8", set, NULL, NULL, NULL);

		chars[i] = utf8 ? g_utf8_get_char(utf8) : 0;
		g_free(utf8);
	}
	if (strcmp(set, "CP1252") == 0)
		chars[127] = chars[129] = chars[141] = chars[143] = chars[144] = chars[157] = 0x2022;
}

static void read_encoding(struct font_inside *in, const struct obj *dict)
{
	struct pdf *p = in->book->pdf;
	const struct obj *e = pdf_get(p, dict, "Encoding"), *base = e, *diff;
	size_t code = 0;

	if (obj_is_dict(e))
		base = pdf_get(p, e, "BaseEncoding");
	in->base_encoding = base->kind == OBJ_NAME && strcmp(base->bytes, "MacExpertEncoding") != 0;
	if (in->base_encoding || !in->face)
		base_encoding(in->chars, base->kind == OBJ_NAME ? base->bytes : "");
	diff = pdf_get(p, e, "Differences");
	for (size_t i = 0; diff->kind == OBJ_ARRAY && i < diff->n; i++) {
		const struct obj *o = pdf_at(p, diff, i);

		if (o->kind == OBJ_NUMBER && o->number >= 0)
			code = (size_t)o->number;
		else if (o->kind == OBJ_NAME && code < 256)
			in->names[code++] = o->bytes;
	}
}

/* ---- CMaps and ToUnicode ---- */

static unsigned big_endian(const struct obj *s)
{
	unsigned v = 0;

	for (size_t i = 0; s->kind == OBJ_STRING && i < s->n && i < 4; i++)
		v = v << 8 | (unsigned char)s->bytes[i];
	return v;
}

static gunichar first_char(const struct obj *s)
{
	unsigned v;

	if (s->kind != OBJ_STRING || s->n < 2)
		return s->kind == OBJ_STRING && s->n == 1 ? (unsigned char)s->bytes[0] : 0;
	v = (unsigned)(unsigned char)s->bytes[0] << 8 | (unsigned char)s->bytes[1];
	return v >= 0xD800 && v < 0xE000 ? 0x10000 : v;	/* beyond the first plane: some letter */
}

static bool inkless(gunichar c)
{
	GUnicodeType t = g_unichar_type(c);

	return c == 0 || c == 0xFFFD || g_unichar_isspace(c) || g_unichar_iscntrl(c) || t == G_UNICODE_FORMAT ||
	       t == G_UNICODE_SPACE_SEPARATOR || t == G_UNICODE_NON_SPACING_MARK || t == G_UNICODE_ENCLOSING_MARK ||
	       t == G_UNICODE_PRIVATE_USE || t == G_UNICODE_UNASSIGNED || c == 0x115F || c == 0x1160 || c == 0x3164 ||
	       c == 0x2800 || (c >= 0xFE00 && c <= 0xFE0F);
}

static void add_range(GArray *r, unsigned low, unsigned high, unsigned to)
{
	struct range x = { low, high, to };

	if (r->len < MOST_RANGES && high >= low)
		g_array_append_val(r, x);
}

static void note_blank(struct font_inside *in, unsigned code, gunichar c)
{
	if (inkless(c))
		g_hash_table_add(in->blank_ok, GUINT_TO_POINTER(code));
}

/* bfchar, bfrange, cidchar, cidrange of a CMap; to: in->unicode or in->cids. */
static void read_cmap(struct font_inside *in, const struct obj *stream, GArray *to)
{
	size_t n;
	unsigned char *data = pdf_data(in->book->pdf, stream, MOST_CMAP, &n);
	struct tokens *t;
	struct operation op;

	if (!data)
		return;
	t = tokens_new(data, n);
	while (token_next(t, &op)) {
		bool unicode = to == in->unicode;

		for (size_t i = 0; strcmp(op.name, unicode ? "endbfchar" : "endcidchar") == 0 && i + 1 < op.n; i += 2) {
			unsigned code = big_endian(&op.operands[i]);

			add_range(to, code, code, unicode ? 1 : (unsigned)MAX(op.operands[i + 1].number, 0));
			if (unicode)
				note_blank(in, code, first_char(&op.operands[i + 1]));
		}
		for (size_t i = 0; strcmp(op.name, unicode ? "endbfrange" : "endcidrange") == 0 && i + 2 < op.n; i += 3) {
			unsigned low = big_endian(&op.operands[i]), high = big_endian(&op.operands[i + 1]);
			const struct obj *o = &op.operands[i + 2];

			add_range(to, low, high, unicode ? 1 : (unsigned)MAX(o->number, 0));
			for (unsigned c = low; unicode && c <= high && c - low < 65536; c++) {
				if (o->kind == OBJ_ARRAY && c - low < o->n)
					note_blank(in, c, first_char(&o->items[c - low]));
				else if (o->kind == OBJ_STRING)
					note_blank(in, c, first_char(o) + (c - low));
			}
		}
	}
	tokens_free(t);
	free(data);
}

static bool find_range(const GArray *ranges, unsigned code, unsigned *to)
{
	for (guint i = 0; i < ranges->len; i++) {
		const struct range *r = &g_array_index(ranges, struct range, i);

		if (code >= r->low && code <= r->high) {
			*to = r->to + (code - r->low);
			return true;
		}
	}
	return false;
}

/* ---- widths ---- */

static void set_width(struct font_inside *in, double cid, double w)
{
	if (cid >= 0 && cid < 0x1000000 && g_hash_table_size(in->widths) < MOST_CODES)
		g_hash_table_insert(in->widths, GUINT_TO_POINTER((unsigned)cid + 1), GINT_TO_POINTER((int)(CLAMP(w, -1e6, 1e6) * 16)));
}

static void cid_widths(struct font_inside *in, const struct obj *w)
{
	struct pdf *p = in->book->pdf;

	for (size_t i = 0; w->kind == OBJ_ARRAY && i + 1 < w->n; ) {
		const struct obj *first = pdf_at(p, w, i), *next = pdf_at(p, w, i + 1), *value;

		if (next->kind == OBJ_ARRAY) {
			for (size_t k = 0; k < next->n; k++)
				set_width(in, first->number + (double)k, pdf_at(p, next, k)->number);
			i += 2;
		} else {
			value = pdf_at(p, w, i + 2);
			for (double c = first->number; c <= next->number && c - first->number < MOST_CODES; c++)
				set_width(in, c, value->number);
			i += 3;
		}
	}
}

static void simple_widths(struct font_inside *in, const struct obj *dict)
{
	struct pdf *p = in->book->pdf;
	const struct obj *w = pdf_get(p, dict, "Widths");
	double first = pdf_number(p, dict, "FirstChar", 0);

	for (size_t i = 0; w->kind == OBJ_ARRAY && i < w->n && i < 256; i++)
		set_width(in, first + (double)i, pdf_at(p, w, i)->number);
}

static bool width_of(struct font_inside *in, unsigned cid, double *w)
{
	gpointer v;
	bool found = g_hash_table_lookup_extended(in->widths, GUINT_TO_POINTER(cid + 1), NULL, &v);

	*w = found ? GPOINTER_TO_INT(v) / 16.0 : in->default_width;
	return found;
}

/* ---- opening ---- */

static void open_program(struct font *f, const struct obj *descriptor)
{
	static const char *const keys[] = { "FontFile", "FontFile2", "FontFile3" };
	struct font_inside *in = f->inside;
	struct pdf *p = in->book->pdf;
	size_t n = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const struct obj *file = pdf_get(p, descriptor, keys[i]);

		if (file->kind != OBJ_STREAM)
			continue;
		f->embedded = true;
		in->truetype = i == 1;
		in->program = pdf_data(p, file, MOST_PROGRAM, &n);
		break;
	}
	if (in->program && FT_New_Memory_Face(in->book->ft, in->program, (FT_Long)n, 0, &in->face) == 0)
		f->readable = true;
	else
		in->face = NULL;
}

static void read_descendant(struct font *f, const struct obj *dict)
{
	struct font_inside *in = f->inside;
	struct pdf *p = in->book->pdf;
	const struct obj *d = pdf_at(p, pdf_get(p, dict, "DescendantFonts"), 0), *e = pdf_get(p, dict, "Encoding"),
			 *map = pdf_get(p, d, "CIDToGIDMap");

	open_program(f, pdf_get(p, d, "FontDescriptor"));
	in->default_width = pdf_number(p, d, "DW", 1000);
	cid_widths(in, pdf_get(p, d, "W"));
	if (e->kind == OBJ_STREAM) {
		in->cids = g_array_new(FALSE, FALSE, sizeof(struct range));
		read_cmap(in, e, in->cids);
		in->cmap_known = !obj_has(e, "UseCMap");
		f->vertical = pdf_number(p, e, "WMode", 0) == 1;
	} else if (e->kind == OBJ_NAME) {
		in->cmap_known = strcmp(e->bytes, "Identity-H") == 0 || strcmp(e->bytes, "Identity-V") == 0;
		f->vertical = e->n > 2 && strcmp(e->bytes + e->n - 2, "-V") == 0;
	}
	in->cid_to_gid_known = true;
	if (map->kind == OBJ_STREAM) {
		in->cid_to_gid = pdf_data(p, map, MOST_CMAP, &in->ncid_to_gid);
		in->cid_to_gid_known = in->cid_to_gid != NULL;
	} else if (in->face && FT_IS_CID_KEYED(in->face)) {
		in->gid_of_cid = g_hash_table_new(NULL, NULL);
		for (FT_Long g = 0; g < in->face->num_glyphs && g < MOST_CODES; g++) {
			FT_UInt cid;

			if (FT_Get_CID_From_Glyph_Index(in->face, (FT_UInt)g, &cid) == 0)
				g_hash_table_insert(in->gid_of_cid, GUINT_TO_POINTER(cid + 1), GUINT_TO_POINTER((guint)g));
		}
	}
}

static const char *plain_name(struct fontbook *b, const struct obj *dict)
{
	const struct obj *o = pdf_get(b->pdf, dict, "BaseFont");
	const char *name;

	if (o->kind != OBJ_NAME)
		o = pdf_get(b->pdf, dict, "Name");
	if (o->kind != OBJ_NAME)
		return "?";
	name = o->n > 7 && o->bytes[6] == '+' ? o->bytes + 7 : o->bytes;
	return pdf_text(b->pdf, &(struct obj){ .kind = OBJ_NAME, .bytes = name, .n = strlen(name) });
}

static struct font *font_read(struct fontbook *b, const struct obj *dict)
{
	struct font *f = arena_make(b->arena, struct font);
	struct font_inside *in = arena_make(b->arena, struct font_inside);
	struct pdf *p = b->pdf;
	const struct obj *descriptor = pdf_get(p, dict, "FontDescriptor"), *unicode = pdf_get(p, dict, "ToUnicode");

	*in = (struct font_inside){ .book = b, .codes = g_hash_table_new(NULL, NULL), .widths = g_hash_table_new(NULL, NULL),
				    .blank_ok = g_hash_table_new(NULL, NULL) };
	*f = (struct font){ .dict = dict, .name = plain_name(b, dict), .inside = in,
			    .matrix = { 0.001, 0, 0, 0.001, 0, 0 }, .ascent = 750, .descent = -220 };
	f->type3 = obj_is_name(pdf_get(p, dict, "Subtype"), "Type3");
	f->composite = obj_is_name(pdf_get(p, dict, "Subtype"), "Type0");
	if (unicode->kind == OBJ_STREAM) {
		in->unicode = g_array_new(FALSE, FALSE, sizeof(struct range));
		read_cmap(in, unicode, in->unicode);
	}
	if (f->composite) {
		read_descendant(f, dict);
	} else {
		in->default_width = pdf_number(p, descriptor, "MissingWidth", 0);
		in->symbolic = (int)CLAMP(pdf_number(p, descriptor, "Flags", 0), 0, 1e9) & 4;
		simple_widths(in, dict);
		if (!f->type3)
			open_program(f, descriptor);
		read_encoding(in, dict);
	}
	if (f->type3) {
		f->embedded = f->readable = true;
		pdf_numbers(p, pdf_get(p, dict, "FontMatrix"), f->matrix, 6);
	}
	return f;
}

/* ---- book ---- */

struct fontbook *fontbook_new(struct arena *a, struct pdf *p)
{
	struct fontbook *b = arena_make(a, struct fontbook);

	*b = (struct fontbook){ .arena = a, .pdf = p, .fonts = g_hash_table_new(NULL, NULL), .all = g_ptr_array_new() };
	if (FT_Init_FreeType(&b->ft) != 0)
		abort();		/* out of memory */
	return b;
}

void fontbook_free(struct fontbook *b)
{
	if (!b)
		return;
	for (guint i = 0; i < b->all->len; i++) {
		struct font_inside *in = ((struct font *)b->all->pdata[i])->inside;

		if (in->face)
			FT_Done_Face(in->face);
		free(in->program);
		free(in->cid_to_gid);
		g_hash_table_destroy(in->codes);
		g_hash_table_destroy(in->widths);
		g_hash_table_destroy(in->blank_ok);
		g_clear_pointer(&in->gid_of_cid, g_hash_table_destroy);
		if (in->cids)
			g_array_free(in->cids, TRUE);
		if (in->unicode)
			g_array_free(in->unicode, TRUE);
	}
	FT_Done_FreeType(b->ft);
	g_hash_table_destroy(b->fonts);
	g_ptr_array_free(b->all, TRUE);
}

struct font *fontbook_get(struct fontbook *b, const struct obj *dict)
{
	/* Resolved objects lie at one address each, so that is their identity. */
	struct font *f = g_hash_table_lookup(b->fonts, dict);

	if (f)
		return f;
	f = font_read(b, dict);
	g_hash_table_insert(b->fonts, (gpointer)dict, f);
	g_ptr_array_add(b->all, f);
	return f;
}

/* ---- glyphs ---- */

/* Glyph number of a CID; MEANS_UNKNOWN where it cannot be followed. */
static long gid_of_cid(struct font_inside *in, unsigned cid)
{
	gpointer v;

	if (!in->cid_to_gid_known)
		return MEANS_UNKNOWN;
	if (in->cid_to_gid)
		return (size_t)cid * 2 + 1 < in->ncid_to_gid ?
			in->cid_to_gid[cid * 2] << 8 | in->cid_to_gid[cid * 2 + 1] : 0;
	if (!in->gid_of_cid)
		return (long)cid;
	return g_hash_table_lookup_extended(in->gid_of_cid, GUINT_TO_POINTER(cid + 1), NULL, &v) ? GPOINTER_TO_INT(v) : 0x7FFFFFFF;
}

static FT_UInt by_charmap(FT_Face face, FT_Encoding encoding, FT_ULong c)
{
	return FT_Select_Charmap(face, encoding) == 0 ? FT_Get_Char_Index(face, c) : 0;
}

/* "uni00E4", "u1F600": what the name says by itself. */
static gunichar char_of_name(const char *name)
{
	char *end;
	unsigned long c = strncmp(name, "uni", 3) == 0 ? strtoul(name + 3, &end, 16) :
			  name[0] == 'u' ? strtoul(name + 1, &end, 16) : 0;

	return c && *end == 0 && c < 0x110000 ? (gunichar)c : 0;
}

static long simple_gid(struct font_inside *in, unsigned code)
{
	const char *name = in->names[code];
	FT_UInt g = 0;

	if (name && strcmp(name, ".notdef") == 0)
		return 0;
	if (name) {
		g = FT_HAS_GLYPH_NAMES(in->face) ? FT_Get_Name_Index(in->face, (FT_String *)name) : 0;
		if (!g && char_of_name(name))
			g = by_charmap(in->face, FT_ENCODING_UNICODE, char_of_name(name));
		/* A TrueType subset has often lost its glyphs' names. */
		return g ? (long)g : in->truetype ? MEANS_UNKNOWN : 0x7FFFFFFF;
	}
	if (in->truetype) {
		if (in->chars[code] && !in->symbolic)
			g = by_charmap(in->face, FT_ENCODING_UNICODE, in->chars[code]);
		for (unsigned high = 0xF000; !g && high <= 0xF200; high += 0x100)
			g = by_charmap(in->face, FT_ENCODING_MS_SYMBOL, high + code);
		if (!g)
			g = by_charmap(in->face, FT_ENCODING_MS_SYMBOL, code);
		if (!g)
			g = by_charmap(in->face, FT_ENCODING_APPLE_ROMAN, code);
		if (!g && in->face->num_charmaps > 0 && FT_Set_Charmap(in->face, in->face->charmaps[0]) == 0)
			g = FT_Get_Char_Index(in->face, code);
		return g ? (long)g : MEANS_UNKNOWN;
	}
	if (in->base_encoding) {
		g = in->chars[code] ? by_charmap(in->face, FT_ENCODING_UNICODE, in->chars[code]) : 0;
		return g ? (long)g : in->chars[code] ? MEANS_UNKNOWN : 0x7FFFFFFF;
	}
	g = by_charmap(in->face, FT_ENCODING_ADOBE_CUSTOM, code);
	if (!g)
		g = by_charmap(in->face, FT_ENCODING_ADOBE_STANDARD, code);
	return g ? (long)g : MEANS_UNKNOWN;
}

static bool has_unicode(struct font *f, unsigned code)
{
	struct font_inside *in = f->inside;
	unsigned to;

	if (in->unicode)
		return find_range(in->unicode, code, &to);
	if (f->composite)
		return false;
	/* Standard names and encodings say it themselves; a program's own encoding does not. */
	return in->names[code & 255] ? in->names[code & 255][0] != 'g' || !g_ascii_isdigit(in->names[code & 255][1]) :
		in->base_encoding || !in->symbolic;
}

static void look_at_glyph(struct font *f, unsigned code, unsigned cid, long gid, struct code *c)
{
	struct font_inside *in = f->inside;
	FT_GlyphSlot slot;
	double w;
	bool stated;

	if (gid == 0) {
		c->faults |= GLYPH_NOTDEF;
		return;
	}
	/* In a CID-keyed CFF program by itself FreeType finds glyphs by their CID. */
	if (gid >= in->face->num_glyphs ||
	    FT_Load_Glyph(in->face, in->gid_of_cid && !FT_IS_SFNT(in->face) ? cid : (FT_UInt)gid, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_IGNORE_TRANSFORM) != 0) {
		c->faults |= GLYPH_MISSING;
		return;
	}
	slot = in->face->glyph;
	c->visible = slot->format != FT_GLYPH_FORMAT_OUTLINE || slot->outline.n_points > 0;
	if (!c->visible && in->unicode && has_unicode(f, code) && !g_hash_table_contains(in->blank_ok, GUINT_TO_POINTER(code)))
		c->faults |= GLYPH_BLANK;
	stated = width_of(in, cid, &w) || f->composite;
	if (stated && !f->vertical && in->face->units_per_EM > 0) {
		double off = fabs(w - slot->advance.x * 1000.0 / in->face->units_per_EM);

		c->faults |= off > 20 ? GLYPH_WIDTH_FAR : off > 1.001 ? GLYPH_WIDTH : 0;
	}
}

static struct code *look_up(struct font *f, unsigned code)
{
	struct font_inside *in = f->inside;
	struct code *c = g_hash_table_lookup(in->codes, GUINT_TO_POINTER(code + 1));
	unsigned cid = code;
	long gid = MEANS_UNKNOWN;

	if (c)
		return c;
	c = arena_make(in->book->arena, struct code);
	c->visible = true;
	if (f->composite && in->cids && !find_range(in->cids, code, &cid))
		cid = 0;
	width_of(in, cid, &c->advance);
	if (f->type3) {
		struct pdf *p = in->book->pdf;

		c->proc = in->names[code & 255] ? pdf_get(p, pdf_get(p, f->dict, "CharProcs"), in->names[code & 255]) : NULL;
		if (!c->proc || c->proc->kind != OBJ_STREAM) {
			c->proc = NULL;
			c->faults |= GLYPH_MISSING;
		}
	} else if (in->face && (!f->composite || in->cmap_known)) {
		gid = f->composite ? gid_of_cid(in, cid) : simple_gid(in, code & 255);
		if (gid != MEANS_UNKNOWN)
			look_at_glyph(f, code, cid, gid, c);
	} else if (f->composite && in->cmap_known && cid == 0) {
		c->faults |= GLYPH_NOTDEF;
	}
	if (!f->type3 && !(c->faults & (GLYPH_NOTDEF | GLYPH_MISSING)) && !has_unicode(f, code))
		c->faults |= GLYPH_NO_UNICODE;
	g_hash_table_insert(in->codes, GUINT_TO_POINTER(code + 1), c);
	return c;
}

bool font_next(struct font *f, const unsigned char **s, const unsigned char *end, struct glyph *g)
{
	struct code *c;
	unsigned code;

	if (*s >= end)
		return false;
	code = *(*s)++;
	/* Two bytes: all encodings we follow, and most of the others. */
	if (f->composite && *s < end)
		code = code << 8 | *(*s)++;
	c = look_up(f, code);
	*g = (struct glyph){ code, c->advance, !f->composite && code == 32, c->visible, c->faults, c->proc };
	c->faults = 0;
	return true;
}
