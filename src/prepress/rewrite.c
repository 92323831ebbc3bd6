/*
 * src/prepress/rewrite.c - all that a page can reach, from RGB to inks.
 *
 * The walk follows resources, not the content: what stands in a resource
 * dictionary could be used. Each indirect object is done once. Direct ones can
 * only nest as deep as qpdf parses them.
 */
#include "prepress/rewrite.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"

static bool walk_resources(struct rewrite *w, qpdf_oh resources);
static bool walk_form(struct rewrite *w, qpdf_oh form);

void rewrite_init(struct rewrite *w, qpdf_data q, struct palette p, enum print_standard s, struct diag *d)
{
	*w = (struct rewrite){ .q = q, .palette = p, .standard = s, .d = d };
	w->done = g_hash_table_new(NULL, NULL);
	w->assets = g_hash_table_new(NULL, NULL);
	w->sources = g_ptr_array_new();
}

void rewrite_clear(struct rewrite *w)
{
	for (guint i = 0; i < w->sources->len; i++) {
		qpdf_data source = w->sources->pdata[i];

		qpdf_cleanup(&source);
	}
	g_ptr_array_free(w->sources, TRUE);
	g_hash_table_destroy(w->assets);
	g_hash_table_destroy(w->done);
}

bool rewrite_fail(struct rewrite *w, enum diag_id id, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = g_strdup_vprintf(fmt, args);
	va_end(args);
	diag_add_page(w->d, id, w->at, w->page, "%s", text);
	g_free(text);
	w->failed = true;
	return false;
}

static bool refuse(struct rewrite *w, const char *what)
{
	return rewrite_fail(w, D_PREPRESS, _("the page holds something that cannot be turned into inks: %s"), what);
}

/* ---- little helpers over qpdf ---- */

static bool is(struct rewrite *w, qpdf_oh o, const char *key, const char *name)
{
	return qpdf_oh_is_name_and_equals(w->q, qpdf_oh_get_key(w->q, o, key), name);
}

static void set_name(struct rewrite *w, qpdf_oh o, const char *key, const char *name)
{
	qpdf_oh_replace_key(w->q, o, key, qpdf_oh_new_name(w->q, name));
}

/* Whether an indirect object is met for the first time. */
static bool first_time(struct rewrite *w, qpdf_oh o)
{
	int id = qpdf_oh_get_object_id(w->q, o);

	return id == 0 || g_hash_table_add(w->done, GINT_TO_POINTER(id));
}

/* The keys of a dictionary; g_strfreev() them. qpdf iterates over one dictionary at a time only. */
static char **keys_of(struct rewrite *w, qpdf_oh dict)
{
	GPtrArray *keys = g_ptr_array_new();

	if (qpdf_oh_is_dictionary(w->q, dict)) {
		qpdf_oh_begin_dict_key_iter(w->q, dict);
		while (qpdf_oh_dict_more_keys(w->q))
			g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(w->q)));
	}
	g_ptr_array_add(keys, NULL);
	return (char **)g_ptr_array_free(keys, FALSE);
}

/* For each value of resources' dictionary `name`. */
static bool each(struct rewrite *w, qpdf_oh resources, const char *name,
		 bool (*walk)(struct rewrite *w, qpdf_oh dict, const char *key, qpdf_oh value))
{
	qpdf_oh dict = qpdf_oh_get_key(w->q, resources, name);
	char **keys = keys_of(w, dict);
	bool ok = true;

	for (char **k = keys; *k; k++)
		ok = walk(w, dict, *k, qpdf_oh_get_key(w->q, dict, *k)) && ok;
	g_strfreev(keys);
	return ok;
}

/* ---- content ---- */

static qpdf_oh over_state(struct rewrite *w, unsigned n)
{
	char *text;

	if (!w->over[n]) {
		text = g_strdup_printf("<< /Type /ExtGState /op %s /OP %s /OPM 1 >>",
				       n & OVER_FILL ? "true" : "false", n & OVER_STROKE ? "true" : "false");
		w->over[n] = qpdf_make_indirect_object(w->q, qpdf_oh_parse(w->q, text));
		g_free(text);
	}
	return w->over[n];
}

qpdf_oh rewrite_spot(struct rewrite *w, unsigned n)
{
	const struct ink_key *k = w->palette.spots->pdata[n];
	GString *name = g_string_new("/"), *f = g_string_new("<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [");
	qpdf_oh a;

	if (!w->spot[n]) {
		/* qpdf takes #XX in a name for an escape. */
		for (const char *c = k->spot; *c; c++)
			g_string_append(name, *c == '#' ? "#23" : (char[]){ *c, 0 });
		for (int i = 0; i < 4; i++) {
			append_number(f, k->solid[i]);
			g_string_append_c(f, ' ');
		}
		g_string_append(f, "] >>");
		a = qpdf_oh_new_array(w->q);
		qpdf_oh_append_item(w->q, a, qpdf_oh_new_name(w->q, "/Separation"));
		qpdf_oh_append_item(w->q, a, qpdf_oh_new_name(w->q, name->str));
		qpdf_oh_append_item(w->q, a, qpdf_oh_new_name(w->q, "/DeviceCMYK"));
		qpdf_oh_append_item(w->q, a, qpdf_oh_parse(w->q, f->str));
		w->spot[n] = qpdf_make_indirect_object(w->q, a);
	}
	g_string_free(name, TRUE);
	g_string_free(f, TRUE);
	return w->spot[n];
}

static void add_resource(struct rewrite *w, qpdf_oh resources, const char *kind, const char *name, qpdf_oh value)
{
	qpdf_oh dict = qpdf_oh_get_key(w->q, resources, kind);

	if (!qpdf_oh_is_dictionary(w->q, dict)) {
		dict = qpdf_oh_new_dictionary(w->q);
		qpdf_oh_replace_key(w->q, resources, kind, dict);
	}
	qpdf_oh_replace_key(w->q, dict, name, value);
}

/* bytes: freed. The stream gets the recoloured content, its resources what that needs. */
static bool put_content(struct rewrite *w, qpdf_oh stream, qpdf_oh resources, unsigned char *bytes, size_t n)
{
	struct recoloured r = { .text = g_string_sized_new(n + n / 8) };
	bool ok = recolour(&w->palette, (const char *)bytes, n, &r);
	char name[16];

	free(bytes);
	if (!ok) {
		refuse(w, r.error);
		goto out;
	}
	qpdf_oh_replace_stream_data(w->q, stream, (const unsigned char *)r.text->str, r.text->len,
				    qpdf_oh_new_null(w->q), qpdf_oh_new_null(w->q));
	for (unsigned i = 0; i < OVER_STATES; i++)
		if (r.over >> i & 1) {
			g_snprintf(name, sizeof name, "/ZO%u", i);
			add_resource(w, resources, "/ExtGState", name, over_state(w, i));
		}
	for (unsigned i = 0; i < SPOTS_MAX; i++)
		if (r.spots >> i & 1) {
			g_snprintf(name, sizeof name, "/ZS%u", i);
			add_resource(w, resources, "/ColorSpace", name, rewrite_spot(w, i));
		}
out:
	g_string_free(r.text, TRUE);
	return ok;
}

static bool walk_stream(struct rewrite *w, qpdf_oh stream, qpdf_oh resources)
{
	unsigned char *bytes = NULL;
	size_t n = 0;
	QPDF_BOOL filtered = QPDF_FALSE;

	if (qpdf_oh_get_stream_data(w->q, stream, qpdf_dl_all, &filtered, &bytes, &n) & QPDF_ERRORS || !filtered) {
		free(bytes);
		return refuse(w, "a stream that cannot be read");
	}
	return put_content(w, stream, resources, bytes, n);
}

/* ---- groups and masks ---- */

static bool transparency(struct rewrite *w)
{
	w->transparent = true;
	if (w->standard == PDFX_4)
		return true;
	return rewrite_fail(w, D_TRANSPARENCY, _("transparency, which this PDF standard does not allow; PDF/X-4 does"));
}

/* A group blends in the inks of the press; the older standards know no groups. */
static void set_group(struct rewrite *w, qpdf_oh dict)
{
	qpdf_oh group = qpdf_oh_get_key(w->q, dict, "/Group");

	if (!qpdf_oh_is_dictionary(w->q, group))
		return;
	if (w->standard != PDFX_4)
		qpdf_oh_remove_key(w->q, dict, "/Group");
	else
		set_name(w, group, "/CS", w->palette.meaning == RGB_LIGHT ? "/DeviceGray" : "/DeviceCMYK");
}

static bool walk_mask(struct rewrite *w, qpdf_oh mask)
{
	enum rgb_meaning meaning = w->palette.meaning;
	qpdf_oh form = qpdf_oh_get_key(w->q, mask, "/G");
	bool ok;

	if (!qpdf_oh_is_stream(w->q, form))
		return refuse(w, "a soft mask without a form");
	qpdf_oh_remove_key(w->q, mask, "/BC");
	if (is(w, mask, "/S", "/Luminosity"))
		w->palette.meaning = RGB_LIGHT;
	ok = walk_form(w, form);
	w->palette.meaning = meaning;
	return ok;
}

static bool walk_state(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh state)
{
	static const char *const known[] = {
		"/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/CA", "/ca", "/SMask", "/BM", "/AIS", "/OP", "/op", "/OPM", "/SA", NULL
	};
	qpdf_oh mask, mode, alpha;
	char **keys;
	bool ok = true;

	(void)dict, (void)name;
	if (!first_time(w, state))
		return true;
	keys = keys_of(w, state);
	for (char **k = keys; *k && ok; k++)
		if (!g_strv_contains(known, *k))
			ok = refuse(w, *k);
	g_strfreev(keys);
	mode = qpdf_oh_get_key(w->q, state, "/BM");
	if (ok && qpdf_oh_is_name(w->q, mode) && strcmp(qpdf_oh_get_name(w->q, mode), "/Normal") != 0)
		ok = transparency(w);
	for (int i = 0; i < 2 && ok; i++) {
		alpha = qpdf_oh_get_key(w->q, state, i ? "/CA" : "/ca");
		if (qpdf_oh_is_number(w->q, alpha) && qpdf_oh_get_numeric_value(w->q, alpha) < 1)
			ok = transparency(w);
	}
	mask = qpdf_oh_get_key(w->q, state, "/SMask");
	if (ok && qpdf_oh_is_dictionary(w->q, mask))
		ok = transparency(w) && walk_mask(w, mask);
	return ok;
}

/* ---- shadings ---- */

static bool walk_colour(struct rewrite *w, qpdf_oh function, const char *key, const double otherwise[3])
{
	qpdf_oh a = qpdf_oh_get_key(w->q, function, key);
	double rgb[3], out[4];
	int n;

	for (int i = 0; i < 3; i++)
		rgb[i] = qpdf_oh_is_array(w->q, a) && qpdf_oh_get_array_n_items(w->q, a) == 3 ?
			qpdf_oh_get_numeric_value(w->q, qpdf_oh_get_array_item(w->q, a, i)) : otherwise[i];
	if (!palette_colour(&w->palette, rgb, out, &n))
		return refuse(w, "a gradient's colour that is no ink of the layout");
	a = qpdf_oh_new_array(w->q);
	for (int i = 0; i < n; i++)
		qpdf_oh_append_item(w->q, a, qpdf_oh_new_real_from_double(w->q, out[i], 4));
	qpdf_oh_replace_key(w->q, function, key, a);
	return true;
}

static bool walk_function(struct rewrite *w, qpdf_oh f, int depth)
{
	static const double black[3] = { 0, 0, 0 }, white[3] = { 1, 1, 1 };
	qpdf_oh parts;
	bool ok = true;

	if (!qpdf_oh_is_dictionary(w->q, f) || depth > 4)
		return refuse(w, "a gradient by a function that is not known");
	if (!first_time(w, f))
		return true;
	switch (qpdf_oh_get_int_value_as_int(w->q, qpdf_oh_get_key(w->q, f, "/FunctionType"))) {
	case 2:
		qpdf_oh_remove_key(w->q, f, "/Range");
		return walk_colour(w, f, "/C0", black) && walk_colour(w, f, "/C1", white);
	case 3:
		qpdf_oh_remove_key(w->q, f, "/Range");
		parts = qpdf_oh_get_key(w->q, f, "/Functions");
		for (int i = 0; i < qpdf_oh_get_array_n_items(w->q, parts) && ok; i++)
			ok = walk_function(w, qpdf_oh_get_array_item(w->q, parts, i), depth + 1);
		return ok;
	default:
		return refuse(w, "a gradient by a function that is not known");
	}
}

static bool walk_shading(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh shading)
{
	qpdf_oh space;
	int type;

	(void)dict, (void)name;
	if (!first_time(w, shading))
		return true;
	if (!qpdf_oh_is_dictionary(w->q, shading))
		return refuse(w, "a mesh gradient");
	type = qpdf_oh_get_int_value_as_int(w->q, qpdf_oh_get_key(w->q, shading, "/ShadingType"));
	space = qpdf_oh_get_key(w->q, shading, "/ColorSpace");
	if (type != 2 && type != 3)
		return refuse(w, "a gradient of a kind that is not known");
	/* cairo's alpha gradients are grey already. */
	if (qpdf_oh_is_name_and_equals(w->q, space, "/DeviceGray"))
		return true;
	if (!qpdf_oh_is_name_and_equals(w->q, space, "/DeviceRGB"))
		return refuse(w, "a gradient in a colour space that is not known");
	set_name(w, shading, "/ColorSpace", w->palette.meaning == RGB_LIGHT ? "/DeviceGray" : "/DeviceCMYK");
	qpdf_oh_remove_key(w->q, shading, "/Background");
	return walk_function(w, qpdf_oh_get_key(w->q, shading, "/Function"), 0);
}

static bool walk_pattern(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh pattern)
{
	qpdf_oh d, resources, state;
	bool ok = true;

	if (qpdf_oh_is_dictionary(w->q, pattern)) {
		if (!first_time(w, pattern))
			return true;
		state = qpdf_oh_get_key(w->q, pattern, "/ExtGState");
		if (qpdf_oh_is_dictionary(w->q, state))
			ok = walk_state(w, dict, name, state);
		return ok && walk_shading(w, dict, name, qpdf_oh_get_key(w->q, pattern, "/Shading"));
	}
	if (!qpdf_oh_is_stream(w->q, pattern))
		return refuse(w, "a pattern of a kind that is not known");
	if (!first_time(w, pattern))
		return true;
	d = qpdf_oh_get_dict(w->q, pattern);
	resources = qpdf_oh_get_key(w->q, d, "/Resources");
	return walk_resources(w, resources) && walk_stream(w, pattern, resources);
}

/* ---- forms, images, fonts ---- */

static bool walk_form(struct rewrite *w, qpdf_oh form)
{
	qpdf_oh d = qpdf_oh_get_dict(w->q, form), resources = qpdf_oh_get_key(w->q, d, "/Resources");

	if (!first_time(w, form))
		return true;
	if (!qpdf_oh_is_dictionary(w->q, resources)) {
		resources = qpdf_oh_new_dictionary(w->q);
		qpdf_oh_replace_key(w->q, d, "/Resources", resources);
	}
	if (qpdf_oh_has_key(w->q, d, "/Ref") || qpdf_oh_has_key(w->q, d, "/OC"))
		return refuse(w, "a form with a reference or a layer");
	set_group(w, d);
	return walk_resources(w, resources) && walk_stream(w, form, resources);
}

/* The asset that the image stands for, or NULL. */
static const struct asset *asset_of(struct rewrite *w, qpdf_oh image, uint32_t *pixel)
{
	qpdf_oh d = qpdf_oh_get_dict(w->q, image);
	unsigned char *bytes = NULL;
	size_t n = 0;
	QPDF_BOOL filtered = QPDF_FALSE;
	const struct asset *a = NULL;

	if (!w->palette.inks || qpdf_oh_get_int_value_as_int(w->q, qpdf_oh_get_key(w->q, d, "/Width")) != 1 ||
	    qpdf_oh_get_int_value_as_int(w->q, qpdf_oh_get_key(w->q, d, "/Height")) != 1 || !is(w, d, "/ColorSpace", "/DeviceRGB"))
		return NULL;
	if (!(qpdf_oh_get_stream_data(w->q, image, qpdf_dl_all, &filtered, &bytes, &n) & QPDF_ERRORS) && filtered && n == 3) {
		*pixel = (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
		a = inks_asset_find(w->palette.inks, *pixel);
	}
	free(bytes);
	return a;
}

static bool walk_image(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh image)
{
	uint32_t pixel = 0;
	const struct asset *a;
	gpointer known;

	if (w->palette.meaning != RGB_KEYS)
		return !first_time(w, image) || rewrite_picture(w, image);
	a = asset_of(w, image, &pixel);
	if (!a)
		return rewrite_fail(w, D_PREPRESS,
			_("a picture on the page that the layout did not place: something would be printed as pixels (a colour font's glyph, perhaps)"));
	known = g_hash_table_lookup(w->assets, GUINT_TO_POINTER(pixel));
	if (!known) {
		known = GUINT_TO_POINTER(asset_object(w, a));
		if (!known)
			return false;
		g_hash_table_insert(w->assets, GUINT_TO_POINTER(pixel), known);
	}
	qpdf_oh_replace_key(w->q, dict, name, (qpdf_oh)GPOINTER_TO_UINT(known));
	return true;
}

static bool walk_xobject(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh o)
{
	qpdf_oh d;

	if (!qpdf_oh_is_stream(w->q, o))
		return refuse(w, "an XObject that is none");
	d = qpdf_oh_get_dict(w->q, o);
	if (is(w, d, "/Subtype", "/Image"))
		return walk_image(w, dict, name, o);
	if (is(w, d, "/Subtype", "/Form"))
		return walk_form(w, o);
	return refuse(w, "an XObject of a kind that is not known");
}

/* Only Type 3 fonts draw by content. */
static bool walk_font(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh font)
{
	qpdf_oh glyphs, resources;
	char **keys;
	bool ok = true;

	(void)dict, (void)name;
	if (!is(w, font, "/Subtype", "/Type3") || !first_time(w, font))
		return true;
	/* What a page's text is set in has outlines (paint/pdfpage.c). */
	if (w->palette.meaning == RGB_KEYS)
		return refuse(w, "a Type 3 font");
	glyphs = qpdf_oh_get_key(w->q, font, "/CharProcs");
	resources = qpdf_oh_get_key(w->q, font, "/Resources");
	if (!qpdf_oh_is_dictionary(w->q, resources)) {
		resources = qpdf_oh_new_dictionary(w->q);
		qpdf_oh_replace_key(w->q, font, "/Resources", resources);
	}
	ok = walk_resources(w, resources);
	keys = keys_of(w, glyphs);
	for (char **k = keys; *k && ok; k++)
		ok = walk_stream(w, qpdf_oh_get_key(w->q, glyphs, *k), resources);
	g_strfreev(keys);
	return ok;
}

static bool walk_space(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh space)
{
	(void)dict, (void)space;
	return refuse(w, name);
}

static bool walk_properties(struct rewrite *w, qpdf_oh dict, const char *name, qpdf_oh space)
{
	(void)dict, (void)space;
	return refuse(w, name);
}

static const struct {
	const char *name;
	bool (*walk)(struct rewrite *w, qpdf_oh dict, const char *key, qpdf_oh value);
} resource_kinds[] = {
	{ "/ColorSpace", walk_space },
	{ "/Properties", walk_properties },
	{ "/ExtGState",  walk_state },
	{ "/Pattern",    walk_pattern },
	{ "/Shading",    walk_shading },
	{ "/XObject",    walk_xobject },
	{ "/Font",       walk_font },
};

static bool walk_resources(struct rewrite *w, qpdf_oh resources)
{
	bool ok = true;

	if (!first_time(w, resources))
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(resource_kinds); i++)
		ok = each(w, resources, resource_kinds[i].name, resource_kinds[i].walk) && ok;
	return ok;
}

/* ---- pages ---- */

bool rewrite_page(struct rewrite *w, qpdf_oh page)
{
	qpdf_oh resources = qpdf_oh_get_key(w->q, page, "/Resources"), stream;
	unsigned char *bytes = NULL;
	size_t n = 0;

	if (!qpdf_oh_is_dictionary(w->q, resources)) {
		resources = qpdf_oh_new_dictionary(w->q);
		qpdf_oh_replace_key(w->q, page, "/Resources", resources);
	}
	set_group(w, page);
	if (!walk_resources(w, resources))
		return false;
	if (qpdf_oh_get_page_content_data(w->q, page, &bytes, &n) & QPDF_ERRORS) {
		free(bytes);
		return refuse(w, "content that cannot be read");
	}
	stream = qpdf_oh_new_stream(w->q);
	if (!put_content(w, stream, resources, bytes, n))
		return false;
	qpdf_oh_replace_key(w->q, page, "/Contents", stream);
	return true;
}
