/* src/preflight/pdf.c - objects out of libqpdf, one at a time. */
#include "preflight/pdf.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <glib.h>
#include "base/arena.h"
#include "base/late_qpdf.h"
#include "preflight/filter.h"

enum { MOST_DEEP = 100, MOST_OBJECTS = 3000000, MOST_WARNINGS = 50, MOST_PARENTS = 64, MOST_FILTERS = 8, MOST_PACKED = 512 << 20 };

struct pdf {
	struct arena *arena;
	qpdf_data q;
	GHashTable *objects;		/* id -> struct obj */
	size_t nobjects;
	bool incomplete, encrypted;
	const char *version;
	const struct obj *trailer, *root;
	size_t npages;
	int *pages;			/* object numbers; qpdf makes every page indirect */
	GPtrArray *warnings;
};

static const struct obj nothing = { .kind = OBJ_NULL };

/* ---- libqpdf's warnings ---- */

static void collect_warnings(struct pdf *p)
{
	while (qpdf_more_warnings(p->q)) {
		qpdf_error e = qpdf_next_warning(p->q);
		const char *words = qpdf_get_error_message_detail(p->q, e);

		if (p->warnings->len < MOST_WARNINGS)
			g_ptr_array_add(p->warnings, arena_strdup(p->arena, words ? words : ""));
	}
	if (qpdf_has_error(p->q)) {
		qpdf_error e = qpdf_get_error(p->q);
		const char *words = qpdf_get_error_message_detail(p->q, e);

		if (p->warnings->len < MOST_WARNINGS)
			g_ptr_array_add(p->warnings, arena_strdup(p->arena, words ? words : ""));
	}
}

const char *pdf_warning(struct pdf *p, size_t i)
{
	collect_warnings(p);
	return i < p->warnings->len ? p->warnings->pdata[i] : NULL;
}

/* ---- copying ---- */

static double bounded(double v)
{
	return v > 1e9 ? 1e9 : v < -1e9 ? -1e9 : v == v ? v : 0;
}

static struct obj copy(struct pdf *p, qpdf_oh oh, int depth);

/* Direct objects are copied, references kept. Releases the handle. */
static struct obj copy_child(struct pdf *p, qpdf_oh oh, int depth)
{
	struct obj o = nothing;

	if (qpdf_oh_is_indirect(p->q, oh)) {
		o.kind = OBJ_REF;
		o.id = qpdf_oh_get_object_id(p->q, oh);
		o.gen = qpdf_oh_get_generation(p->q, oh);
	} else {
		o = copy(p, oh, depth);
	}
	qpdf_oh_release(p->q, oh);
	return o;
}

static void copy_dict(struct pdf *p, qpdf_oh oh, int depth, struct obj *o)
{
	GPtrArray *keys = g_ptr_array_new();
	struct obj *items;

	/* libqpdf goes through one dictionary at a time, so take all keys first. */
	qpdf_oh_begin_dict_key_iter(p->q, oh);
	while (qpdf_oh_dict_more_keys(p->q) && p->nobjects < MOST_OBJECTS) {
		g_ptr_array_add(keys, arena_strdup(p->arena, qpdf_oh_dict_next_key(p->q)));
		p->nobjects++;
	}
	items = arena_make_array(p->arena, keys->len, struct obj);
	for (guint i = 0; i < keys->len; i++) {
		const char *key = keys->pdata[i];

		items[i] = copy_child(p, qpdf_oh_get_key(p->q, oh, key), depth);
		keys->pdata[i] = (gpointer)(key + (*key == '/'));
	}
	o->n = keys->len;
	o->items = items;
	o->keys = arena_copy(p->arena, keys->pdata, keys->len * sizeof *keys->pdata);
	g_ptr_array_free(keys, TRUE);
}

static void copy_array(struct pdf *p, qpdf_oh oh, int depth, struct obj *o)
{
	int n = qpdf_oh_get_array_n_items(p->q, oh);
	struct obj *items;

	if (n < 0 || p->nobjects + (size_t)n > MOST_OBJECTS) {
		p->incomplete = true;
		n = 0;
	}
	items = arena_make_array(p->arena, (size_t)n, struct obj);
	for (int i = 0; i < n; i++)
		items[i] = copy_child(p, qpdf_oh_get_array_item(p->q, oh, i), depth);
	o->n = (size_t)n;
	o->items = items;
}

static struct obj copy(struct pdf *p, qpdf_oh oh, int depth)
{
	struct obj o = nothing;
	const char *s;
	size_t n = 0;
	qpdf_oh dict;

	if (depth >= MOST_DEEP || p->nobjects++ >= MOST_OBJECTS) {
		p->incomplete = true;
		return o;
	}
	switch (qpdf_oh_get_type_code(p->q, oh)) {
	case ot_boolean:
		o.kind = OBJ_BOOL;
		o.flag = qpdf_oh_get_bool_value(p->q, oh);
		break;
	case ot_integer:
		o.kind = OBJ_NUMBER;
		o.flag = true;
		o.number = bounded((double)qpdf_oh_get_int_value(p->q, oh));
		break;
	case ot_real:
		o.kind = OBJ_NUMBER;
		o.number = bounded(g_ascii_strtod(qpdf_oh_get_real_value(p->q, oh), NULL));
		break;
	case ot_string:
		o.kind = OBJ_STRING;
		s = qpdf_oh_get_binary_string_value(p->q, oh, &n);
		o.bytes = arena_strndup(p->arena, "", 0);
		if (s && n) {
			char *bytes = arena_alloc(p->arena, n + 1);

			memcpy(bytes, s, n);
			o.bytes = bytes;
			o.n = n;
		}
		break;
	case ot_name:
		o.kind = OBJ_NAME;
		s = qpdf_oh_get_name(p->q, oh);
		o.bytes = arena_strdup(p->arena, s + (*s == '/'));
		o.n = strlen(o.bytes);
		break;
	case ot_array:
		o.kind = OBJ_ARRAY;
		copy_array(p, oh, depth + 1, &o);
		break;
	case ot_dictionary:
		o.kind = OBJ_DICT;
		copy_dict(p, oh, depth + 1, &o);
		break;
	case ot_stream:
		o.kind = OBJ_STREAM;
		dict = qpdf_oh_get_dict(p->q, oh);
		copy_dict(p, dict, depth + 1, &o);
		qpdf_oh_release(p->q, dict);
		break;
	default:
		break;
	}
	return o;
}

const struct obj *pdf_object(struct pdf *p, int id, int gen)
{
	struct obj *o = g_hash_table_lookup(p->objects, GINT_TO_POINTER(id));
	qpdf_oh oh;

	if (o)
		return o;
	o = arena_make(p->arena, struct obj);
	oh = qpdf_get_object_by_id(p->q, id, gen);
	*o = copy(p, oh, 0);
	o->id = id;
	o->gen = gen;
	qpdf_oh_release(p->q, oh);
	g_hash_table_insert(p->objects, GINT_TO_POINTER(id), o);
	return o;
}

const struct obj *pdf_resolve(struct pdf *p, const struct obj *o)
{
	/* An indirect object that is itself only a reference: allowed nowhere, met all the same. */
	for (int i = 0; i < 8 && o->kind == OBJ_REF; i++)
		o = pdf_object(p, o->id, o->gen);
	return o->kind == OBJ_REF ? &nothing : o;
}

/* ---- looking up ---- */

static const struct obj *raw_get(const struct obj *dict, const char *key)
{
	if (!obj_is_dict(dict))
		return NULL;
	for (size_t i = 0; i < dict->n; i++)
		if (strcmp(dict->keys[i], key) == 0)
			return &dict->items[i];
	return NULL;
}

const struct obj *pdf_get(struct pdf *p, const struct obj *dict, const char *key)
{
	const struct obj *o = raw_get(dict, key);

	return o ? pdf_resolve(p, o) : &nothing;
}

const struct obj *pdf_at(struct pdf *p, const struct obj *array, size_t i)
{
	return array->kind == OBJ_ARRAY && i < array->n ? pdf_resolve(p, &array->items[i]) : &nothing;
}

bool obj_has(const struct obj *dict, const char *key)
{
	const struct obj *o = raw_get(dict, key);

	return o && o->kind != OBJ_NULL;
}

bool obj_is_name(const struct obj *o, const char *name)
{
	return o->kind == OBJ_NAME && strcmp(o->bytes, name) == 0;
}

bool pdf_numbers(struct pdf *p, const struct obj *array, double *v, size_t n)
{
	if (array->kind != OBJ_ARRAY || array->n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct obj *o = pdf_at(p, array, i);

		if (o->kind != OBJ_NUMBER)
			return false;
		v[i] = o->number;
	}
	return true;
}

double pdf_number(struct pdf *p, const struct obj *dict, const char *key, double otherwise)
{
	const struct obj *o = pdf_get(p, dict, key);

	return o->kind == OBJ_NUMBER ? o->number : otherwise;
}

const char *pdf_text(struct pdf *p, const struct obj *o)
{
	const unsigned char *b = (const unsigned char *)o->bytes;
	char *utf8 = NULL, *kept;

	if (o->kind != OBJ_STRING && o->kind != OBJ_NAME)
		return "";
	if (o->n >= 2 && b[0] == 0xFE && b[1] == 0xFF)
		utf8 = g_convert(o->bytes + 2, (gssize)o->n - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
	else if (o->n >= 2 && b[0] == 0xFF && b[1] == 0xFE)
		utf8 = g_convert(o->bytes + 2, (gssize)o->n - 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
	else if (o->n >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0)
		utf8 = g_utf8_make_valid(o->bytes + 3, (gssize)o->n - 3);
	else		/* PDFDocEncoding is Latin 1 but for a few quotation marks */
		utf8 = g_convert(o->bytes, (gssize)o->n, "UTF-8", "CP1252", NULL, NULL, NULL);
	if (!utf8)
		utf8 = g_utf8_make_valid(o->bytes, (gssize)o->n);
	kept = arena_strdup(p->arena, utf8);
	g_free(utf8);
	return kept;
}

/* ---- streams ---- */

size_t pdf_nfilters(struct pdf *p, const struct obj *stream)
{
	const struct obj *f = pdf_get(p, stream, "Filter");

	if (f->kind == OBJ_NULL)
		f = pdf_get(p, stream, "F");	/* in an inline image */
	return f->kind == OBJ_NAME ? 1 : f->kind == OBJ_ARRAY ? f->n : 0;
}

const char *pdf_filter(struct pdf *p, const struct obj *stream, size_t i)
{
	static const char *const shorts[][2] = {
		{ "AHx", "ASCIIHexDecode" }, { "A85", "ASCII85Decode" }, { "LZW", "LZWDecode" }, { "Fl", "FlateDecode" },
		{ "RL", "RunLengthDecode" }, { "CCF", "CCITTFaxDecode" }, { "DCT", "DCTDecode" },
	};
	const struct obj *f = pdf_get(p, stream, "Filter");

	if (f->kind == OBJ_NULL)
		f = pdf_get(p, stream, "F");
	if (f->kind == OBJ_ARRAY)
		f = pdf_at(p, f, i);
	else if (i > 0)
		return "";
	if (f->kind != OBJ_NAME)
		return "";
	for (size_t k = 0; k < G_N_ELEMENTS(shorts); k++)
		if (strcmp(f->bytes, shorts[k][0]) == 0)
			return shorts[k][1];
	return f->bytes;
}

unsigned char *pdf_raw(struct pdf *p, const struct obj *stream, size_t *n)
{
	unsigned char *data = NULL;
	qpdf_oh oh;

	*n = 0;
	if (stream->kind != OBJ_STREAM || stream->id == 0 || obj_has(stream, "F"))
		return NULL;
	oh = qpdf_get_object_by_id(p->q, stream->id, stream->gen);
	if (qpdf_oh_get_stream_data(p->q, oh, qpdf_dl_none, NULL, &data, n) & QPDF_ERRORS)
		g_clear_pointer(&data, free);
	else if (!data)
		data = calloc(1, 1);		/* an empty stream */
	qpdf_oh_release(p->q, oh);
	collect_warnings(p);
	return data;
}

static struct filter_parms parms_of(struct pdf *p, const struct obj *stream, size_t i)
{
	const struct obj *parms = pdf_get(p, stream, "DecodeParms");

	if (parms->kind == OBJ_ARRAY)
		parms = pdf_at(p, parms, i);
	return (struct filter_parms){
		(int)pdf_number(p, parms, "Predictor", 1), (int)pdf_number(p, parms, "Colors", 1),
		(int)pdf_number(p, parms, "BitsPerComponent", 8), (int)pdf_number(p, parms, "Columns", 1),
		(int)pdf_number(p, parms, "EarlyChange", 1),
	};
}

unsigned char *pdf_undone(struct pdf *p, const struct obj *stream, size_t nfilters, size_t most, size_t *n)
{
	unsigned char *data, *next;
	size_t got = 0;

	*n = 0;
	if (nfilters > MOST_FILTERS)
		return NULL;
	data = pdf_raw(p, stream, &got);
	/* Our own filters, since libqpdf's unpack a bomb as large as it likes. */
	for (size_t i = 0; data && i < nfilters; i++) {
		struct filter_parms fp = parms_of(p, stream, i);

		next = filter_decode(pdf_filter(p, stream, i), &fp, data, got, most, &got);
		free(data);
		data = next;
	}
	if (data && got > most)
		g_clear_pointer(&data, free);
	*n = data ? got : 0;
	return data;
}

unsigned char *pdf_data(struct pdf *p, const struct obj *stream, size_t most, size_t *n)
{
	return pdf_undone(p, stream, pdf_nfilters(p, stream), most, n);
}

size_t pdf_length(struct pdf *p, const struct obj *stream, size_t most)
{
	size_t nfilters = pdf_nfilters(p, stream), n;
	struct filter_parms fp = parms_of(p, stream, nfilters ? nfilters - 1 : 0);
	unsigned char *data = pdf_undone(p, stream, nfilters ? nfilters - 1 : 0, MOST_PACKED, &n);

	if (data && nfilters)
		n = filter_length(pdf_filter(p, stream, nfilters - 1), &fp, data, n, most);
	free(data);
	return MIN(n, most);
}

/* ---- opening ---- */

static void find_pages(struct pdf *p)
{
	int n = qpdf_get_num_pages(p->q);

	if (n < 0)
		n = 0;
	p->npages = (size_t)n;
	p->pages = arena_make_array(p->arena, p->npages, int);
	for (size_t i = 0; i < p->npages; i++) {
		qpdf_oh oh = qpdf_get_page_n(p->q, i);

		p->pages[i] = qpdf_oh_get_object_id(p->q, oh);
		qpdf_oh_release(p->q, oh);
	}
	collect_warnings(p);
}

static struct pdf *opened(struct pdf *p, QPDF_ERROR_CODE code, enum pdf_trouble *trouble, const char **words)
{
	struct obj *t = arena_make(p->arena, struct obj);
	qpdf_oh oh;

	if (code & QPDF_ERRORS || qpdf_has_error(p->q)) {
		qpdf_error e = qpdf_get_error(p->q);

		*trouble = e && qpdf_get_error_code(p->q, e) == qpdf_e_password ? PDF_ENCRYPTED : PDF_DAMAGED;
		*words = arena_strdup(p->arena, e ? qpdf_get_error_message_detail(p->q, e) : "");
		pdf_close(p);
		return NULL;
	}
	p->version = arena_strdup(p->arena, qpdf_get_pdf_version(p->q));
	p->encrypted = qpdf_is_encrypted(p->q);
	oh = qpdf_get_trailer(p->q);
	*t = copy(p, oh, 0);
	p->trailer = t;
	qpdf_oh_release(p->q, oh);
	find_pages(p);
	p->root = pdf_get(p, p->trailer, "Root");
	if (p->npages == 0) {
		*trouble = PDF_DAMAGED;
		*words = p->warnings->len ? p->warnings->pdata[p->warnings->len - 1] : "";
		pdf_close(p);
		return NULL;
	}
	*trouble = PDF_FINE;
	return p;
}

static struct pdf *pdf_new(struct arena *a)
{
	struct pdf *p = arena_make(a, struct pdf);

	p->arena = a;
	p->q = qpdf_init();
	p->objects = g_hash_table_new(NULL, NULL);
	p->warnings = g_ptr_array_new();
	qpdf_silence_errors(p->q);
	qpdf_set_suppress_warnings(p->q, QPDF_TRUE);
	return p;
}

struct pdf *pdf_open(struct arena *a, const char *path, enum pdf_trouble *trouble, const char **words)
{
	struct pdf *p;
	struct stat st;

	*words = "";
	/* A pipe must not hang us, nor a folder reach libqpdf. */
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode)) {
		*trouble = PDF_UNREADABLE;
		return NULL;
	}
	p = pdf_new(a);
	return opened(p, qpdf_read(p->q, path, NULL), trouble, words);
}

struct pdf *pdf_open_memory(struct arena *a, const void *bytes, size_t n,
			    enum pdf_trouble *trouble, const char **words)
{
	struct pdf *p = pdf_new(a);

	*words = "";
	return opened(p, qpdf_read_memory(p->q, "memory", bytes, n, NULL), trouble, words);
}

void pdf_close(struct pdf *p)
{
	if (!p)
		return;
	qpdf_cleanup(&p->q);
	g_hash_table_destroy(p->objects);
	g_ptr_array_free(p->warnings, TRUE);
}

/* ---- the file ---- */

const char *pdf_header_version(const struct pdf *p) { return p->version; }
bool pdf_encrypted(const struct pdf *p) { return p->encrypted; }
bool pdf_incomplete(const struct pdf *p) { return p->incomplete; }
const struct obj *pdf_trailer(struct pdf *p) { return p->trailer; }
const struct obj *pdf_root(struct pdf *p) { return p->root; }
size_t pdf_npages(const struct pdf *p) { return p->npages; }

const struct obj *pdf_page(struct pdf *p, size_t i)
{
	return i < p->npages ? pdf_object(p, p->pages[i], 0) : &nothing;
}

const struct obj *pdf_page_get(struct pdf *p, const struct obj *page, const char *key)
{
	for (int i = 0; i < MOST_PARENTS && obj_is_dict(page); i++) {
		const struct obj *o = pdf_get(p, page, key);

		if (o->kind != OBJ_NULL)
			return o;
		page = pdf_get(p, page, "Parent");
	}
	return &nothing;
}
