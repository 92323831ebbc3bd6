/*
 * src/preflight/digest.c - objects hashed from the leaves up.
 *
 * An object's hash is made of its kind, its value and the hashes of what it
 * holds or refers to. An indirect object's is remembered; while it is being
 * made it is marked as open, so a circle is seen.
 */
#include "preflight/digest.h"
#include <string.h>
#include <glib.h>
#include "preflight/pdf.h"

enum { DEEP = 100, SIZE = 32 };

struct hash { unsigned char bytes[SIZE]; enum { OPEN, MADE, NONE } state; };

struct digests {
	struct pdf *p;
	GHashTable *known;		/* object number -> struct hash * */
};

/* Of a page: what counts, its own or from the tree above it. */
static const char *const page_keys[] = {
	"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit", "Group", "Resources", "Contents", "Annots",
};
/*
 * Of a stream's dictionary: what changes nothing on paper. Only there, and only with a value of its kind: in resources
 * these are names that anybody may give to what is drawn.
 */
static const struct { const char *key; enum obj_kind kind; const char *subtype; } idle_keys[] = {
	{ "Length",        OBJ_NUMBER, NULL },
	{ "StructParent",  OBJ_NUMBER, NULL },
	{ "StructParents", OBJ_NUMBER, NULL },
	{ "LastModified",  OBJ_STRING, NULL },
	{ "PieceInfo",     OBJ_DICT,   NULL },
	{ "Metadata",      OBJ_STREAM, "XML" },
};

struct digests *digests_new(struct pdf *p)
{
	struct digests *d = g_new(struct digests, 1);

	d->p = p;
	d->known = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	return d;
}

void digests_free(struct digests *d)
{
	if (!d)
		return;
	g_hash_table_destroy(d->known);
	g_free(d);
}

/* A text with its length before it, so that neighbours cannot be mistaken for one another. */
static void put_bytes(GChecksum *sum, char kind, const void *bytes, size_t n)
{
	char head[32];
	int size = g_snprintf(head, sizeof head, "%c%zu ", kind, n);

	g_checksum_update(sum, (const guchar *)head, size);
	g_checksum_update(sum, bytes, (gssize)n);
}

static bool add(struct digests *d, GChecksum *sum, const struct obj *o, int depth);

static bool is_idle(struct digests *d, const struct obj *stream, size_t i)
{
	const struct obj *value = pdf_resolve(d->p, &stream->items[i]), *subtype;

	for (size_t k = 0; k < G_N_ELEMENTS(idle_keys); k++) {
		if (strcmp(stream->keys[i], idle_keys[k].key) != 0 || value->kind != idle_keys[k].kind)
			continue;
		subtype = obj_is_dict(value) ? pdf_get(d->p, value, "Subtype") : NULL;
		return !subtype || (idle_keys[k].subtype ? obj_is_name(subtype, idle_keys[k].subtype) : subtype->kind == OBJ_NULL);
	}
	return false;
}

static bool add_dict(struct digests *d, GChecksum *sum, const struct obj *o, int depth)
{
	put_bytes(sum, 'd', "", 0);
	for (size_t i = 0; i < o->n; i++) {
		if (o->kind == OBJ_STREAM && is_idle(d, o, i))
			continue;
		put_bytes(sum, 'k', o->keys[i], strlen(o->keys[i]));
		if (!add(d, sum, &o->items[i], depth))
			return false;
	}
	put_bytes(sum, 'e', "", 0);
	return true;
}

static bool add_stream(struct digests *d, GChecksum *sum, const struct obj *o, int depth)
{
	size_t n;
	unsigned char *data = pdf_raw(d->p, o, &n);

	if (!data)
		return false;
	put_bytes(sum, 's', data, n);
	free(data);
	return add_dict(d, sum, o, depth);
}

static bool add_value(struct digests *d, GChecksum *sum, const struct obj *o, int depth)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	switch (o->kind) {
	case OBJ_NULL:
		put_bytes(sum, 'n', "", 0);
		break;
	case OBJ_BOOL:
		put_bytes(sum, o->flag ? 't' : 'f', "", 0);
		break;
	case OBJ_NUMBER:
		g_ascii_dtostr(number, sizeof number, o->number);
		put_bytes(sum, '#', number, strlen(number));
		break;
	case OBJ_STRING:
	case OBJ_NAME:
		put_bytes(sum, o->kind == OBJ_NAME ? '/' : '(', o->bytes, o->n);
		break;
	case OBJ_ARRAY:
		put_bytes(sum, '[', &o->n, 0);
		for (size_t i = 0; i < o->n; i++)
			if (!add(d, sum, &o->items[i], depth))
				return false;
		put_bytes(sum, ']', "", 0);
		break;
	case OBJ_DICT:
		return add_dict(d, sum, o, depth);
	case OBJ_STREAM:
		return add_stream(d, sum, o, depth);
	case OBJ_REF:
		return false;
	}
	return true;
}

/* The hash of an indirect object. */
static const struct hash *hash_of(struct digests *d, const struct obj *ref, int depth)
{
	struct hash *h = g_hash_table_lookup(d->known, GINT_TO_POINTER(ref->id));
	GChecksum *sum;
	gsize size = SIZE;

	if (h)
		return h;
	h = g_new0(struct hash, 1);
	h->state = OPEN;
	g_hash_table_insert(d->known, GINT_TO_POINTER(ref->id), h);
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	if (add_value(d, sum, pdf_resolve(d->p, ref), depth)) {
		g_checksum_get_digest(sum, h->bytes, &size);
		h->state = MADE;
	} else {
		h->state = NONE;
	}
	g_checksum_free(sum);
	return h;
}

static bool add(struct digests *d, GChecksum *sum, const struct obj *o, int depth)
{
	const struct hash *h;

	if (depth >= DEEP)
		return false;
	if (o->kind != OBJ_REF)
		return add_value(d, sum, o, depth + 1);
	h = hash_of(d, o, depth + 1);
	if (h->state != MADE)
		return false;
	put_bytes(sum, 'r', h->bytes, SIZE);
	return true;
}

bool digest_page(struct digests *d, size_t page, char hex[DIGEST_HEX])
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	const struct obj *o = pdf_page(d->p, page), *root = pdf_root(d->p);
	bool ok = true;

	for (size_t i = 0; ok && i < G_N_ELEMENTS(page_keys); i++)
		ok = add(d, sum, pdf_page_get(d->p, o, page_keys[i]), 0);
	ok = ok && add(d, sum, pdf_get(d->p, root, "OCProperties"), 0);
	if (ok)
		g_strlcpy(hex, g_checksum_get_string(sum), DIGEST_HEX);
	g_checksum_free(sum);
	return ok;
}
