/*
 * src/text/font.c - fonts by exact family from a private fontconfig set.
 *
 * fontconfig is asked once, for the list of all faces; the choice among a
 * family's faces is made here, because FcFontMatch() would rather change the
 * family than the weight, and because a search through 2,500 faces for each of
 * thirty fonts would cost more than the list.
 */
#include "text/font.h"
#include <assert.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pthread.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"

struct candidate {			/* a face that is there, not loaded yet */
	const char *family, *style, *file;
	int index, weight, width;
	bool italic;
	struct font *font;		/* once loaded */
};

struct fonts {
	FcConfig *config;
	GHashTable *families;		/* lower-case name -> GPtrArray of candidate, ordered by file and index */
	GPtrArray *candidates, *loaded;
	pthread_mutex_t lock;
};

static int pattern_int(FcPattern *p, const char *key, int fallback)
{
	int n;
	return FcPatternGetInteger(p, key, 0, &n) == FcResultMatch ? n : fallback;
}

/*
 * Some fonts say "regular" in OS/2 whatever their weight or width is (Noto Nastaliq
 * Urdu Bold, Noto Serif Myanmar Condensed); the name of the style then tells.
 */
struct style_word { const char *word; int value; };

static const struct style_word weight_words[] = {
	{ "Thin", 100 }, { "ExtraLight", 200 }, { "Light", 300 }, { "Medium", 500 }, { "SemiBold", 600 },
	{ "ExtraBold", 800 }, { "Bold", 700 }, { "Black", 900 }, { NULL, 400 },
};
static const struct style_word width_words[] = {
	{ "ExtraCondensed", 62 }, { "SemiCondensed", 87 }, { "Condensed", 75 }, { NULL, 100 },
};

/* The value the style's name has a word for, else the regular one, at the table's end. */
static int by_style(const char *style, const struct style_word *w)
{
	while (w->word && !strstr(style, w->word))
		w++;
	return w->value;
}

static struct candidate *candidate_new(FcPattern *p)
{
	FcChar8 *file = NULL, *style = NULL;
	FcBool scalable = FcTrue, variable = FcFalse;
	double weight = FC_WEIGHT_REGULAR, width = 100;
	struct candidate *c;

	FcPatternGetBool(p, FC_SCALABLE, 0, &scalable);
	FcPatternGetBool(p, FC_VARIABLE, 0, &variable);
	/* Of a variable font only the default instance could be embedded. */
	if (!scalable || variable || FcPatternGetString(p, FC_FILE, 0, &file) != FcResultMatch)
		return NULL;
	FcPatternGetDouble(p, FC_WEIGHT, 0, &weight);
	FcPatternGetDouble(p, FC_WIDTH, 0, &width);
	FcPatternGetString(p, FC_STYLE, 0, &style);
	c = g_new0(struct candidate, 1);
	c->file = (const char *)file;
	c->style = style ? (const char *)style : "";
	c->index = pattern_int(p, FC_INDEX, 0);
	c->weight = (int)(FcWeightToOpenTypeDouble(weight) + 0.5);
	c->width = (int)width;
	if (c->weight == 400)
		c->weight = by_style(c->style, weight_words);
	if (c->width == 100)
		c->width = by_style(c->style, width_words);
	c->italic = pattern_int(p, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
	return c;
}

static void index_face(struct fonts *f, FcPattern *p)
{
	struct candidate *c = candidate_new(p);
	FcChar8 *family;

	if (!c)
		return;
	g_ptr_array_add(f->candidates, c);
	for (int i = 0; FcPatternGetString(p, FC_FAMILY, i, &family) == FcResultMatch; i++) {
		char *key = g_ascii_strdown((const char *)family, -1);
		GPtrArray *list = g_hash_table_lookup(f->families, key);

		if (!c->family)
			c->family = (const char *)family;
		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(f->families, g_strdup(key), list);
		}
		g_ptr_array_add(list, c);
		g_free(key);
	}
}

/* The order of a directory's files is the file system's: sort, so that ties fall the same way everywhere. */
static int by_file(gconstpointer a, gconstpointer b)
{
	const struct candidate *x = *(struct candidate *const *)a, *y = *(struct candidate *const *)b;
	int d = strcmp(x->file, y->file);
	return d ? d : x->index - y->index;
}

struct fonts *fonts_new(const char *conf, struct diag *d)
{
	struct fonts *f = g_new0(struct fonts, 1);
	FcFontSet *set;
	GHashTableIter it;
	gpointer list;

	pthread_mutex_init(&f->lock, NULL);
	f->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	f->candidates = g_ptr_array_new_with_free_func(g_free);
	f->loaded = g_ptr_array_new();
	f->config = FcConfigCreate();
	if (!FcConfigParseAndLoad(f->config, (const FcChar8 *)conf, FcTrue) ||
	    !FcConfigBuildFonts(f->config)) {
		diag_add(d, D_MACHINE, (struct src){ conf, 0, 0 }, _("the font configuration cannot be read"));
		fonts_free(f);
		return NULL;
	}
	set = FcConfigGetFonts(f->config, FcSetSystem);
	for (int i = 0; set && i < set->nfont; i++)
		index_face(f, set->fonts[i]);
	g_hash_table_iter_init(&it, f->families);
	while (g_hash_table_iter_next(&it, NULL, &list))
		g_ptr_array_sort(list, by_file);
	return f;
}

void fonts_free(struct fonts *f)
{
	if (!f)
		return;
	for (guint i = 0; i < f->loaded->len; i++) {
		struct font *font = g_ptr_array_index(f->loaded, i);
		hb_font_destroy(font->hb);
		hb_face_destroy(font->face);
		g_free(font);
	}
	g_ptr_array_unref(f->loaded);
	g_hash_table_unref(f->families);
	g_ptr_array_unref(f->candidates);
	FcConfigDestroy(f->config);
	pthread_mutex_destroy(&f->lock);
	g_free(f);
}

static double metric(hb_font_t *hb, hb_ot_metrics_tag_t tag, double upem, double fallback)
{
	hb_position_t v;
	return hb_ot_metrics_get_position(hb, tag, &v) && v > 0 ? v / upem : fallback;
}

static struct font *font_load(const struct candidate *c)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(c->file);
	struct font *f;
	hb_font_extents_t e;

	if (!blob)
		return NULL;
	f = g_new0(struct font, 1);
	f->family = c->family;
	f->style = c->style;
	f->file = c->file;
	f->index = c->index;
	f->weight = c->weight;
	f->width = c->width;
	f->italic = c->italic;
	f->face = hb_face_create(blob, (unsigned)c->index);
	hb_blob_destroy(blob);
	f->upem = hb_face_get_upem(f->face);
	f->hb = hb_font_create(f->face);
	hb_font_set_scale(f->hb, (int)f->upem, (int)f->upem);
	hb_font_get_h_extents(f->hb, &e);
	f->ascent = e.ascender / f->upem;
	f->descent = -e.descender / f->upem;
	for (hb_codepoint_t ch = 0, g; ch < 128; ch++)
		if (hb_font_get_nominal_glyph(f->hb, ch, &g))
			f->ascii[ch / 64] |= (uint64_t)1 << ch % 64;
	f->cap_height = metric(f->hb, HB_OT_METRICS_TAG_CAP_HEIGHT, f->upem, 0.71);
	f->x_height = metric(f->hb, HB_OT_METRICS_TAG_X_HEIGHT, f->upem, 0.53);
	hb_face_make_immutable(f->face);
	hb_font_make_immutable(f->hb);
	return f;
}

/* Smaller is nearer. The slant counts most, then the width, then the weight; a
 * tie between two weights goes to the one on the wanted side of regular. */
static int distance(const struct candidate *c, int weight, int width, bool italic)
{
	int dw = c->weight - weight;

	return (c->italic != italic) * 100000 + abs(c->width - width) * 40 + abs(dw) * 2 +
	       ((weight >= 500) == (dw < 0) && dw != 0);
}

const struct font *fonts_find(struct fonts *f, const char *family, int weight, int width, bool italic)
{
	char *key = g_ascii_strdown(family, -1);
	GPtrArray *list = g_hash_table_lookup(f->families, key);
	struct candidate *best = NULL;

	g_free(key);
	for (guint i = 0; list && i < list->len; i++) {
		struct candidate *c = g_ptr_array_index(list, i);
		if (!best || distance(c, weight, width, italic) < distance(best, weight, width, italic))
			best = c;
	}
	if (!best)
		return NULL;
	pthread_mutex_lock(&f->lock);
	if (!best->font && (best->font = font_load(best))) {
		best->font->id = (int)f->loaded->len;
		g_ptr_array_add(f->loaded, best->font);
	}
	pthread_mutex_unlock(&f->lock);
	return best->font;
}

size_t fonts_count(const struct fonts *f)
{
	return f->loaded->len;
}

const struct font *fonts_get(const struct fonts *f, size_t i)
{
	return i < f->loaded->len ? g_ptr_array_index(f->loaded, i) : NULL;
}

FcConfig *fonts_config(struct fonts *f)
{
	return f->config;
}

/* Whether a lookup of the table takes the glyph, looks at it, or puts it in. */
static bool lookups_see(hb_face_t *face, hb_tag_t table, hb_codepoint_t glyph)
{
	hb_set_t *lookups = hb_set_create(), *glyphs = hb_set_create();
	hb_codepoint_t i = HB_SET_VALUE_INVALID;

	hb_ot_layout_collect_lookups(face, table, NULL, NULL, NULL, lookups);
	while (!hb_set_has(glyphs, glyph) && hb_set_next(lookups, &i))
		hb_ot_layout_lookup_collect_glyphs(face, table, i, glyphs, glyphs, glyphs, glyphs);
	hb_set_destroy(lookups);
	i = hb_set_has(glyphs, glyph);
	hb_set_destroy(glyphs);
	return i;
}

bool font_parts_at_spaces(const struct font *f)
{
	hb_codepoint_t space;

	/* Without GPOS the table "kern" may pair anything with a space. */
	return hb_font_get_nominal_glyph(f->hb, ' ', &space) && hb_ot_layout_has_positioning(f->face) &&
	       !lookups_see(f->face, HB_OT_TAG_GSUB, space) && !lookups_see(f->face, HB_OT_TAG_GPOS, space);
}

bool font_covers(const struct font *f, uint32_t codepoint)
{
	hb_codepoint_t g;

	if (codepoint < 128)
		return f->ascii[codepoint / 64] >> codepoint % 64 & 1;
	return hb_font_get_nominal_glyph(f->hb, codepoint, &g);
}

static const char *name_entry(const struct font *f, hb_ot_name_id_t id)
{
	char buf[2048];
	unsigned n = sizeof buf;

	if (!hb_ot_name_get_utf8(f->face, id, hb_language_from_string("en", -1), &n, buf) || n == 0)
		return NULL;
	return g_intern_string(buf);	/* few, and wanted until the program ends */
}

const char *font_licence(const struct font *f)
{
	const char *s = name_entry(f, HB_OT_NAME_ID_LICENSE);
	if (!s)
		s = name_entry(f, HB_OT_NAME_ID_LICENSE_URL);
	return s ? s : "";
}

const char *font_embedding(const struct font *f)
{
	hb_blob_t *os2 = hb_face_reference_table(f->face, HB_TAG('O', 'S', '/', '2'));
	unsigned n;
	const char *p = hb_blob_get_data(os2, &n);
	unsigned bits = n >= 10 ? (unsigned)((unsigned char)p[8] << 8 | (unsigned char)p[9]) : 0;

	hb_blob_destroy(os2);
	/* OpenType specification, OS/2, fsType: usage permissions in bits 0 to 3. */
	if (bits & 0x2)
		return "restricted";
	if (bits & 0x4)
		return "preview and print";
	if (bits & 0x8)
		return "editable";
	return "installable";
}
