/*
 * src/preflight/imagedata.c - is what a picture's dictionary says of it true of its data?
 *
 * A reader that finds too little data, a filter or a colour space it does not
 * know, shows nothing, a grey area or noise, each as it likes. Pictures are
 * gathered while the pages are followed and looked at once each at the end,
 * with a time of their own: unpacking must not use up that of the pages.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/imagehead.h"
#include "preflight/pdf.h"

enum { MOST_SIDE = 200000, MOST_FILE = 512 << 20 };
static const double MOST_DATA = 4e9;
static const gint64 MOST_MICROSECONDS = 40000000;

struct image { const struct obj *obj; const struct space *space; struct box box; int page; bool stencil; };
struct images { GArray *all; GHashTable *known; };

static void damaged(struct context *c, const struct image *m, const char *text)
{
	report(c, R_IMG_DATA, SEV_ERROR, m->page, &m->box, "%s", text);
}

/* ---- what the dictionary says ---- */

static const struct obj *get(struct context *c, const struct image *m, const char *key, const char *shorter)
{
	const struct obj *o = pdf_get(c->pdf, m->obj, key);

	return o->kind == OBJ_NULL && m->obj->kind == OBJ_DICT ? pdf_get(c->pdf, m->obj, shorter) : o;
}

static double side(struct context *c, const struct image *m, const char *key, const char *shorter)
{
	const struct obj *o = get(c, m, key, shorter);

	return o->kind == OBJ_NUMBER && o->number >= 1 && o->number <= MOST_SIDE && o->number == floor(o->number) ? o->number : 0;
}

static const char *last_filter(struct context *c, const struct image *m)
{
	size_t n = pdf_nfilters(c->pdf, m->obj);

	return n ? pdf_filter(c->pdf, m->obj, n - 1) : "";
}

static bool filters_known(struct context *c, const struct image *m)
{
	static const char *const plain[] = { "FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "Crypt", NULL };
	static const char *const last[] = { "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", NULL };
	size_t n = pdf_nfilters(c->pdf, m->obj);
	char *name;

	for (size_t i = 0; i < n; i++) {
		const char *f = pdf_filter(c->pdf, m->obj, i);

		if (g_strv_contains(plain, f) || (i + 1 == n && g_strv_contains(last, f)))
			continue;
		name = g_utf8_make_valid(f, -1);
		report(c, R_IMG_DATA, SEV_ERROR, m->page, &m->box, _("a picture is packed in an unknown way (%s)"), name);
		g_free(name);
		return false;
	}
	return true;
}

/* A picture's colours; of Indexed the table's. */
static bool space_usable(const struct space *s)
{
	if (s->kind == SPACE_INDEXED)
		return s->base && s->base->kind != SPACE_INDEXED && space_usable(s->base);
	if (s->kind == SPACE_SEPARATION || s->kind == SPACE_DEVICEN)
		return s->n > 0 && s->base && s->base->kind != SPACE_UNKNOWN;
	return s->kind != SPACE_UNKNOWN && s->kind != SPACE_PATTERN;
}

static bool space_stated(struct context *c, const struct image *m, bool says_itself)
{
	if (m->stencil || (says_itself && m->space && m->space->kind != SPACE_UNKNOWN))
		return true;
	if (!m->space || says_itself)
		damaged(c, m, _("a picture does not say its colours"));
	else if (!space_usable(m->space))
		damaged(c, m, _("a picture's colour space is damaged"));
	else
		return true;
	return false;
}

/* 0: reported. */
static int bits_of(struct context *c, const struct image *m)
{
	const struct obj *o = get(c, m, "BitsPerComponent", "BPC");
	double bits = m->stencil ? 1 : o->number;

	if (bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16)
		return (int)bits;
	report(c, R_IMG_DATA, SEV_ERROR, m->page, &m->box, _("a picture has %.0f bits a channel; there are 1, 2, 4, 8 and 16"), bits);
	return 0;
}

/* ---- what the data are ---- */

static void check_header(struct context *c, const struct image *m, double w, double h, bool jpeg)
{
	size_t n, nfilters = pdf_nfilters(c->pdf, m->obj);
	unsigned char *data = pdf_undone(c->pdf, m->obj, nfilters - 1, MOST_FILE, &n);
	struct imagehead head;
	bool read = data && (jpeg ? imagehead_jpeg(data, n, &head) : imagehead_jpx(data, n, &head));
	int want = m->stencil || !m->space ? 1 : m->space->n;

	if (!read)
		damaged(c, m, jpeg ? _("a picture's data are damaged: this is no JPEG") : _("a picture's data are damaged: this is no JPEG 2000"));
	else if (head.w != w || (head.h != h && !(jpeg && head.h == 0)))
		report(c, R_IMG_DATA, SEV_ERROR, m->page, &m->box, _("a picture's data have %.0f × %.0f pixels, the PDF says %.0f × %.0f"),
		       head.w, head.h, w, h);
	else if (jpeg ? head.channels != want : head.channels < want)
		report(c, R_IMG_DATA, SEV_ERROR, m->page, &m->box, _("a picture's data have %d channels, its colour space %d"), head.channels, want);
	else if (!head.ends)
		damaged(c, m, _("a picture's data break off before their end"));
	free(data);
}

static void check_length(struct context *c, const struct image *m, double w, double h, int bits)
{
	double row = ceil(w * (m->stencil ? 1 : m->space->n) * bits / 8), want = row * h, got;

	if (want > MOST_DATA) {
		report(c, R_IMG_DATA, SEV_ERROR, m->page, &m->box, _("a picture is too large: %.0f × %.0f pixels"), w, h);
		return;
	}
	got = (double)pdf_length(c->pdf, m->obj, (size_t)want);
	/* A part of the last row that is missing hardly shows. */
	if (got < want)
		report(c, R_IMG_DATA, got > want - row ? SEV_WARNING : SEV_ERROR, m->page, &m->box,
		       _("a picture's data are damaged: %.0f of %.0f bytes can be read"), got, want);
}

static void check_any(struct context *c, const struct image *m)
{
	size_t n;
	unsigned char *data = pdf_undone(c->pdf, m->obj, pdf_nfilters(c->pdf, m->obj) - 1, MOST_FILE, &n);

	if (!data || n == 0)
		damaged(c, m, _("a picture's data are missing"));
	free(data);
}

static void check_image(struct context *c, const struct image *m)
{
	double w = side(c, m, "Width", "W"), h = side(c, m, "Height", "H");
	const char *filter;
	bool jpeg, jpx, known;
	int bits = 8;

	if (w == 0 || h == 0) {
		damaged(c, m, _("a picture has no possible size: width and height are whole numbers from 1 on"));
		return;
	}
	known = filters_known(c, m);
	filter = last_filter(c, m);
	jpeg = strcmp(filter, "DCTDecode") == 0;
	jpx = strcmp(filter, "JPXDecode") == 0;
	if (!space_stated(c, m, jpx && pdf_get(c->pdf, m->obj, "ColorSpace")->kind == OBJ_NULL) || !known)
		return;
	if (!jpeg && !jpx && !(bits = bits_of(c, m)))
		return;
	/* The data of an inline image are part of the page's drawing, which is read to their end. */
	if (m->obj->kind != OBJ_STREAM || obj_has(m->obj, "F"))
		return;
	if (jpeg || jpx)
		check_header(c, m, w, h, jpeg);
	else if (strcmp(filter, "CCITTFaxDecode") == 0 || strcmp(filter, "JBIG2Decode") == 0)
		check_any(c, m);
	else
		check_length(c, m, w, h, bits);
}

/* ---- the group of checks ---- */

static void document(struct context *c)
{
	c->images = arena_make(c->arena, struct images);
	c->images->all = g_array_new(FALSE, FALSE, sizeof(struct image));
	c->images->known = g_hash_table_new(NULL, NULL);
}

static void gather(struct context *c, struct image m)
{
	if (g_hash_table_add(c->images->known, (gpointer)m.obj))
		g_array_append_val(c->images->all, m);
}

static void on_event(struct context *c, const struct event *e)
{
	struct image m = { e->obj, e->space, e->box, e->page, e->stencil };
	const struct obj *mask;

	if (e->kind != EV_IMAGE || box_empty(e->box))
		return;
	/* Inline images are copied for each time they are drawn. */
	if (e->obj->kind != OBJ_STREAM) {
		check_image(c, &m);
		return;
	}
	gather(c, m);
	mask = pdf_get(c->pdf, e->obj, "SMask");
	if (mask->kind == OBJ_STREAM)
		gather(c, (struct image){ mask, &space_gray, e->box, e->page, false });
	mask = pdf_get(c->pdf, e->obj, "Mask");
	if (mask->kind == OBJ_STREAM)
		gather(c, (struct image){ mask, NULL, e->box, e->page, true });
}

static void end(struct context *c)
{
	gint64 deadline = g_get_monotonic_time() + MOST_MICROSECONDS;
	guint i;

	for (i = 0; i < c->images->all->len && g_get_monotonic_time() < deadline; i++)
		check_image(c, &g_array_index(c->images->all, struct image, i));
	if (i < c->images->all->len) {
		const struct image *m = &g_array_index(c->images->all, struct image, i);

		report(c, R_CHECK_COMPLETE, SEV_ERROR, m->page, &m->box, _("looking at the pictures was broken off here: they are too large"));
	}
	g_array_free(c->images->all, TRUE);
	g_hash_table_destroy(c->images->known);
}

const struct check imagedata_checks = { .document = document, .event = on_event, .end = end };
