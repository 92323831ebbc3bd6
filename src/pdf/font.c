/*
 * src/pdf/font.c - codes of glyphs, and fonts with the glyphs that were used.
 *
 * TrueType: codes are numbers in the order in which pairs of glyph and text
 * are met, /CIDToGIDMap leads from them to the subset's glyphs. CFF: the code is
 * the CID, which stays the glyph's in the subset too; a font that is not
 * CID-keyed keeps its glyphs' numbers, of which the unused ones are empty.
 */
#include "pdf/font.h"
#include <glib.h>
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/pool.h"
#include "pdf/cff.h"
#include "pdf/file.h"
#include "pdf/pack.h"
#include "text/font.h"

enum { MOST_CODES = 0xffff, LONGEST_TEXT = 250, LEVEL = 6 };

enum outlines { TRUETYPE, CFF_NAMED, CFF_KEYED };

struct entry {
	uint32_t glyph;
	uint16_t code;
	uint16_t ntext;
	uint32_t next;			/* of the same glyph; 0: none */
	const char *text;		/* in the font's chunk */
	double width;
};

struct pdf_font {
	const struct font *face;
	int object;
	enum outlines outlines;
	bool pictures;
	unsigned nglyphs, nused;
	uint32_t *first;		/* by glyph: number of its first entry; 0: not used yet */
	uint16_t *cids;			/* CFF_KEYED: by glyph */
	GArray *entries;		/* struct entry; number 0 is nobody's */
	GStringChunk *texts;
	struct made *made;		/* at the end */
};

/* What of an embedded font takes time: streams, deflated. */
struct made {
	bool ok;			/* false: HarfBuzz cannot make the subset */
	unsigned length;		/* of the program */
	GByteArray *program, *map, *texts;
};

struct pdf_fonts { GPtrArray *all, *by_face; };	/* struct pdf_font, in order of use; by the face's number, or NULL */

static void made_free(struct made *m);

static void font_free(void *p)
{
	struct pdf_font *f = p;

	made_free(f->made);
	g_free(f->first);
	g_free(f->cids);
	g_array_free(f->entries, TRUE);
	g_string_chunk_free(f->texts);
	g_free(f);
}

struct pdf_fonts *pdf_fonts_new(void)
{
	struct pdf_fonts *f = g_new0(struct pdf_fonts, 1);

	f->all = g_ptr_array_new_with_free_func(font_free);
	f->by_face = g_ptr_array_new();
	return f;
}

void pdf_fonts_free(struct pdf_fonts *f)
{
	if (!f)
		return;
	g_ptr_array_free(f->by_face, TRUE);
	g_ptr_array_free(f->all, TRUE);
	g_free(f);
}

/* ---- while pages are painted ---- */

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *b = hb_face_reference_table(face, tag);
	bool there = hb_blob_get_length(b) > 0;

	hb_blob_destroy(b);
	return there;
}

/* false: no outlines that a PDF takes. */
static bool find_outlines(struct pdf_font *f)
{
	hb_face_t *face = f->face->face;
	hb_blob_t *cff;

	if (has_table(face, HB_TAG('g', 'l', 'y', 'f')))
		return true;
	cff = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
	f->cids = cff_cids((const uint8_t *)hb_blob_get_data(cff, NULL), hb_blob_get_length(cff), f->nglyphs);
	f->outlines = f->cids ? CFF_KEYED : CFF_NAMED;
	hb_blob_destroy(cff);
	return has_table(face, HB_TAG('C', 'F', 'F', ' '));
}

static struct pdf_font *font_new(struct pdf_file *out, const struct font *face)
{
	struct pdf_font *f = g_new0(struct pdf_font, 1);

	f->face = face;
	f->nglyphs = MIN(hb_face_get_glyph_count(face->face), MOST_CODES);
	f->entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
	g_array_set_size(f->entries, 1);
	f->texts = g_string_chunk_new(1024);
	if (!find_outlines(f)) {
		font_free(f);
		return NULL;
	}
	f->first = g_new0(uint32_t, f->nglyphs);
	f->pictures = hb_ot_color_has_png(face->face);
	f->object = pdf_reserve(out);
	return f;
}

struct pdf_font *pdf_font_get(struct pdf_fonts *f, struct pdf_file *out, const struct font *face)
{
	struct pdf_font *font;

	if ((guint)face->id >= f->by_face->len)
		g_ptr_array_set_size(f->by_face, face->id + 1);
	font = f->by_face->pdata[face->id];
	if (font)
		return font;
	font = font_new(out, face);
	if (font) {
		f->by_face->pdata[face->id] = font;
		g_ptr_array_add(f->all, font);
	}
	return font;
}

int pdf_font_object(const struct pdf_font *f)
{
	return f->object;
}

bool pdf_font_has_pictures(const struct pdf_font *f)
{
	return f->pictures;
}

bool pdf_font_glyph_is_picture(const struct pdf_font *f, uint32_t glyph)
{
	hb_blob_t *b;
	bool there;

	b = hb_ot_color_glyph_reference_png(f->face->hb, glyph);
	there = hb_blob_get_length(b) > 0;
	hb_blob_destroy(b);
	return there;
}

/* Another text for a glyph that has a code: TrueType only, and as long as every glyph can still get a code. */
static bool may_add(const struct pdf_font *f)
{
	return f->outlines == TRUETYPE && f->entries->len + (f->nglyphs - f->nused) < MOST_CODES;
}

static void set_text(struct pdf_font *f, struct entry *e, const char *text, size_t n)
{
	e->text = n ? g_string_chunk_insert_len(f->texts, text, (gssize)n) : NULL;
	e->ntext = (uint16_t)n;
}

static struct entry *entry_new(struct pdf_font *f, uint32_t glyph, const char *text, size_t n)
{
	struct entry e = { .glyph = glyph, .next = f->first[glyph] };

	e.code = (uint16_t)(f->outlines == TRUETYPE ? f->entries->len : f->cids ? f->cids[glyph] : glyph);
	/* As the file will say it, so that what is reckoned here is what a reader reckons. Whole numbers: MuPDF takes no others. */
	e.width = round(hb_font_get_glyph_h_advance(f->face->hb, glyph) * 1000.0 / f->face->upem);
	set_text(f, &e, text, n);
	f->nused += !e.next;
	f->first[glyph] = f->entries->len;
	g_array_append_val(f->entries, e);
	return &g_array_index(f->entries, struct entry, f->entries->len - 1);
}

static struct pdf_code code_of(const struct entry *e, bool told)
{
	return (struct pdf_code){ e->code, told, e->width };
}

struct pdf_code pdf_font_code(struct pdf_font *f, uint32_t glyph, const char *text, size_t n)
{
	struct entry *e = NULL;

	if (glyph >= f->nglyphs)
		glyph = 0;
	if (n > LONGEST_TEXT)
		n = 0;
	for (uint32_t i = f->first[glyph]; i; i = e->next) {
		e = &g_array_index(f->entries, struct entry, i);
		if (!n || (e->ntext == n && !memcmp(e->text, text, n)))
			return code_of(e, n > 0);
		if (!e->ntext) {
			set_text(f, e, text, n);
			return code_of(e, true);
		}
	}
	if (!e || may_add(f))
		return code_of(entry_new(f, glyph, text, n), n > 0);
	return code_of(&g_array_index(f->entries, struct entry, f->first[glyph]), false);
}

/* ---- embedding ---- */

static int by_code(gconstpointer a, gconstpointer b)
{
	return ((const struct entry *)a)->code - ((const struct entry *)b)->code;
}

static const struct entry *entry_at(const struct pdf_font *f, guint i)
{
	return &g_array_index(f->entries, struct entry, i);
}

/* Only what draws glyphs: HarfBuzz would else keep what shapes text, and all glyphs that this could lead to. */
static void drop_tables(hb_face_t *face, hb_set_t *drop)
{
	static const char keep[][5] = { "glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF " };
	hb_tag_t tags[64];
	unsigned start = 0, n;

	do {
		n = G_N_ELEMENTS(tags);
		hb_face_get_table_tags(face, start, &n, tags);
		for (unsigned i = 0; i < n; i++) {
			bool kept = false;

			for (size_t k = 0; k < G_N_ELEMENTS(keep); k++)
				kept = kept || tags[i] == hb_tag_from_string(keep[k], 4);
			if (!kept)
				hb_set_add(drop, tags[i]);
		}
		start += n;
	} while (n == G_N_ELEMENTS(tags));
}

/* hb_subset_plan_destroy() it; NULL: HarfBuzz cannot. */
static hb_subset_plan_t *plan_subset(const struct pdf_font *f)
{
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;

	if (!in)
		return NULL;
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING | (f->outlines == CFF_NAMED ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0u));
	for (guint i = 1; i < f->entries->len; i++)
		hb_set_add(hb_subset_input_glyph_set(in), entry_at(f, i)->glyph);
	drop_tables(f->face->face, hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG));
	plan = hb_subset_plan_create_or_fail(f->face->face, in);
	hb_subset_input_destroy(in);
	return plan;
}

/* "ABCDEF+NotoSerif": the letters change with the glyphs. g_free() it. */
static char *subset_name(const struct pdf_font *f)
{
	char name[128], tag[7] = "";
	unsigned n = sizeof name, k = 0;
	guint32 hash = 2166136261u;

	hb_ot_name_get_utf8(f->face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n, name);
	for (unsigned i = 0; name[i]; i++)
		if (g_ascii_isalnum(name[i]) || strchr("-_", name[i]))
			name[k++] = name[i];
	name[k] = 0;
	for (guint i = 1; i < f->entries->len; i++)
		hash = (hash ^ (entry_at(f, i)->glyph + ((guint32)entry_at(f, i)->code << 16))) * 16777619u;
	for (int i = 0; i < 6; i++, hash /= 26)
		tag[i] = (char)('A' + hash % 26);
	return g_strdup_printf("%s+%s", tag, k ? name : "Font");
}

static void make_program(const struct pdf_font *f, hb_face_t *subset, struct packer *p)
{
	hb_blob_t *b = f->outlines == TRUETYPE ? hb_face_reference_blob(subset) : hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
	const char *bytes = hb_blob_get_data(b, &f->made->length);

	packer_pack(p, bytes, f->made->length, LEVEL, f->made->program);
	hb_blob_destroy(b);
}

static int number_at(hb_face_t *face, const char *table, unsigned at)
{
	hb_blob_t *b = hb_face_reference_table(face, hb_tag_from_string(table, 4));
	unsigned n;
	const uint8_t *s = (const uint8_t *)hb_blob_get_data(b, &n);
	int x = at + 2 <= n ? (int16_t)(s[at] << 8 | s[at + 1]) : 0;

	hb_blob_destroy(b);
	return x;
}

static void write_descriptor(const struct pdf_font *f, const char *name, struct pdf_file *out, int id, int program)
{
	enum { SYMBOLIC = 4, ITALIC = 64 };
	hb_face_t *face = f->face->face;
	const double thousand = 1000 / f->face->upem;
	/* What a reader without the font would draw stems with; ours is always there. */
	double box[4], stem = 50 + pow(f->face->weight / 65.0, 2);
	GString *s = g_string_new(NULL);

	for (unsigned i = 0; i < 4; i++)
		box[i] = number_at(face, "head", 36 + 2 * i) * thousand;
	g_string_printf(s, "<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [", name, SYMBOLIC | (f->face->italic ? ITALIC : 0));
	pdf_append_numbers(s, box, 4, 0);
	g_string_append(s, "] /ItalicAngle ");
	pdf_append_number(s, number_at(face, "post", 4) + (number_at(face, "post", 6) & 0xffff) / 65536.0, 2);
	g_string_append(s, " /Ascent ");
	pdf_append_number(s, f->face->ascent * 1000, 0);
	g_string_append(s, " /Descent ");
	pdf_append_number(s, -f->face->descent * 1000, 0);
	g_string_append(s, " /CapHeight ");
	pdf_append_number(s, f->face->cap_height * 1000, 0);
	g_string_append(s, " /StemV ");
	pdf_append_number(s, stem, 0);
	g_string_append_printf(s, " /FontFile%d %d 0 R >>", f->outlines == TRUETYPE ? 2 : 3, program);
	pdf_put_object(out, id, s->str);
	g_string_free(s, TRUE);
}

/* Entries are in the order of their codes. */
static void append_widths(const struct pdf_font *f, GString *s)
{
	g_string_append(s, "/W [");
	for (guint i = 1; i < f->entries->len; i++) {
		const struct entry *e = entry_at(f, i);

		if (i == 1 || e->code != e[-1].code + 1)
			g_string_append_printf(s, "%s%d [", i == 1 ? "" : "] ", e->code);
		pdf_append_number(s, e->width, 0);
		g_string_append_c(s, ' ');
	}
	g_string_append(s, "]]");
}

static void make_map(const struct pdf_font *f, const hb_subset_plan_t *plan, struct packer *p)
{
	const hb_map_t *to = hb_subset_plan_old_to_new_glyph_mapping(plan);
	GByteArray *map = g_byte_array_new();

	g_byte_array_append(map, (const guint8[]){ 0, 0 }, 2);
	for (guint i = 1; i < f->entries->len; i++) {
		hb_codepoint_t glyph = hb_map_get(to, entry_at(f, i)->glyph);

		if (glyph == HB_MAP_VALUE_INVALID)
			glyph = 0;
		g_byte_array_append(map, (const guint8[]){ (guint8)(glyph >> 8), (guint8)glyph }, 2);
	}
	packer_pack(p, map->data, map->len, LEVEL, f->made->map);
	g_byte_array_free(map, TRUE);
}

/* Glyph -> the least character that the font itself shows with it. g_hash_table_destroy() it. */
static GHashTable *own_characters(const struct pdf_font *f)
{
	GHashTable *of = g_hash_table_new(NULL, NULL);
	hb_set_t *all = hb_set_create();
	hb_codepoint_t c = HB_SET_VALUE_INVALID, glyph;

	hb_face_collect_unicodes(f->face->face, all);
	while (hb_set_next(all, &c))
		if (hb_font_get_nominal_glyph(f->face->hb, c, &glyph) && !g_hash_table_contains(of, GUINT_TO_POINTER(glyph)))
			g_hash_table_insert(of, GUINT_TO_POINTER(glyph), GUINT_TO_POINTER(c));
	hb_set_destroy(all);
	return of;
}

/* Glyphs that tell only together with others (/ActualText) get the character that the font shows with them, for
 * readers that know no better, or that for unknown ones. */
static void fill_texts(struct pdf_font *f)
{
	enum { UNKNOWN = 0xfffd };
	GHashTable *own = NULL;

	for (guint i = 1; i < f->entries->len; i++) {
		struct entry *e = &g_array_index(f->entries, struct entry, i);
		gunichar c;
		char text[6];

		if (e->ntext)
			continue;
		if (!own)
			own = own_characters(f);
		c = GPOINTER_TO_UINT(g_hash_table_lookup(own, GUINT_TO_POINTER(e->glyph)));
		set_text(f, e, text, (size_t)g_unichar_to_utf8(c ? c : UNKNOWN, text));
	}
	if (own)
		g_hash_table_destroy(own);
}

static void make_texts(const struct pdf_font *f, struct packer *p)
{
	enum { A_BLOCK = 100 };		/* allowed by the format */
	GString *s = g_string_new(
		"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
		"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n");
	GString *block = g_string_new(NULL);
	unsigned n = 0;

	for (guint i = 1; i < f->entries->len; i++) {
		const struct entry *e = entry_at(f, i);

		g_string_append_printf(block, "<%04x> <", e->code);
		pdf_append_utf16(block, e->text, e->ntext);
		g_string_append(block, ">\n");
		if (++n == A_BLOCK || i + 1 == f->entries->len) {
			g_string_append_printf(s, "%u beginbfchar\n%sendbfchar\n", n, block->str);
			g_string_truncate(block, 0);
			n = 0;
		}
	}
	g_string_append(s, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
	packer_pack(p, s->str, s->len, LEVEL, f->made->texts);
	g_string_free(block, TRUE);
	g_string_free(s, TRUE);
}

static struct made *made_new(void)
{
	struct made *m = g_new0(struct made, 1);

	m->program = g_byte_array_new();
	m->map = g_byte_array_new();
	m->texts = g_byte_array_new();
	return m;
}

static void made_free(struct made *m)
{
	if (!m)
		return;
	g_byte_array_free(m->program, TRUE);
	g_byte_array_free(m->map, TRUE);
	g_byte_array_free(m->texts, TRUE);
	g_free(m);
}

/* By any thread: nothing but the font itself is touched. */
static void make_font(void *ctx, size_t i, unsigned worker)
{
	struct pdf_font *f = ((struct pdf_fonts *)ctx)->all->pdata[i];
	hb_subset_plan_t *plan = f->entries->len > 1 ? plan_subset(f) : NULL;
	hb_face_t *subset = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	struct packer *p = packer_new();

	(void)worker;
	f->made = made_new();
	/* HarfBuzz leaves out a table that it cannot read. */
	f->made->ok = subset && has_table(subset, f->outlines == TRUETYPE ? HB_TAG('l', 'o', 'c', 'a') : HB_TAG('C', 'F', 'F', ' '));
	if (f->made->ok) {
		/* CFF's codes come in no order. */
		qsort(&g_array_index(f->entries, struct entry, 1), f->entries->len - 1, sizeof(struct entry), by_code);
		fill_texts(f);
		make_texts(f, p);
		make_map(f, plan, p);
		make_program(f, subset, p);
	}
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	packer_free(p);
}

static void write_font(const struct pdf_font *f, struct pdf_file *out)
{
	bool truetype = f->outlines == TRUETYPE;
	int descendant = pdf_reserve(out), descriptor = pdf_reserve(out), program = pdf_reserve(out), texts = pdf_reserve(out);
	int map = truetype ? pdf_reserve(out) : 0;
	char *name = subset_name(f), entries[48];
	GString *s = g_string_new(NULL);

	g_string_printf(s, "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
			name, descendant, texts);
	pdf_put_object(out, f->object, s->str);
	g_string_printf(s, "<< /Type /Font /Subtype /%s /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R ",
			truetype ? "CIDFontType2" : "CIDFontType0", name, descriptor);
	if (truetype)
		g_string_append_printf(s, "/CIDToGIDMap %d 0 R ", map);
	append_widths(f, s);
	g_string_append(s, " >>");
	pdf_put_object(out, descendant, s->str);
	write_descriptor(f, name, out, descriptor, program);
	pdf_put_deflated(out, texts, "", f->made->texts);
	if (truetype)
		pdf_put_deflated(out, map, "", f->made->map);
	g_snprintf(entries, sizeof entries, truetype ? "/Length1 %u" : "/Subtype /CIDFontType0C", f->made->length);
	pdf_put_deflated(out, program, entries, f->made->program);
	g_string_free(s, TRUE);
	g_free(name);
}

const char *pdf_fonts_write(struct pdf_fonts *f, struct pdf_file *out, struct pool *pool)
{
	pool_each(pool, f->all->len, make_font, f);
	for (guint i = 0; i < f->all->len; i++) {
		struct pdf_font *font = f->all->pdata[i];

		if (font->entries->len < 2)
			continue;
		if (!font->made->ok)
			return font->face->family;
		write_font(font, out);
		g_clear_pointer(&font->made, made_free);
	}
	return NULL;
}
