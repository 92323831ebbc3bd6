/*
 * src/prepress/asset.c - pictures and drawings as XObjects of the print PDF.
 *
 * Pictures come as zivos-picture wrote them and go in without another encoding:
 * a JPEG as it is, a lossless one as the deflated rows that the file holds.
 *
 * CMYK JPEGs of libjpeg are Adobe's kind: the numbers count light, not ink. PDF
 * readers do not look at the marker, so /Decode says it.
 */
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "base/icc.h"
#include "prepress/rewrite.h"

struct frame { int width, height, components; bool inverted; };

/* The frame header of a JPEG, and whether Adobe's marker is there. */
static bool jpeg_frame(const unsigned char *s, size_t n, struct frame *f)
{
	*f = (struct frame){ 0 };
	if (n < 4 || s[0] != 0xff || s[1] != 0xd8)
		return false;
	for (size_t at = 2; at + 9 < n && s[at] == 0xff;) {
		int marker = s[at + 1];
		size_t length = (size_t)s[at + 2] << 8 | s[at + 3];

		if (marker == 0xee && length >= 14 && at + 9 < n && !memcmp(s + at + 4, "Adobe", 5))
			f->inverted = true;
		/* Baseline, extended and progressive; 8 bits. */
		if (marker >= 0xc0 && marker <= 0xc2) {
			f->height = s[at + 5] << 8 | s[at + 6];
			f->width = s[at + 7] << 8 | s[at + 8];
			f->components = at + 9 < n ? s[at + 9] : 0;
		}
		if (marker == 0xda)
			break;
		at += 2 + length;
	}
	f->inverted = f->inverted && f->components == 4;
	return f->width > 0 && f->height > 0 && (f->components == 1 || f->components == 4);
}

static qpdf_oh image_new(struct rewrite *w, int width, int height, int components, const unsigned char *bytes, size_t n,
			 const char *filter, const char *parms)
{
	qpdf_data q = w->q;
	qpdf_oh image = qpdf_oh_new_stream(q), d = qpdf_oh_get_dict(q, image);

	qpdf_oh_replace_key(q, d, "/Type", qpdf_oh_new_name(q, "/XObject"));
	qpdf_oh_replace_key(q, d, "/Subtype", qpdf_oh_new_name(q, "/Image"));
	qpdf_oh_replace_key(q, d, "/Width", qpdf_oh_new_integer(q, width));
	qpdf_oh_replace_key(q, d, "/Height", qpdf_oh_new_integer(q, height));
	qpdf_oh_replace_key(q, d, "/BitsPerComponent", qpdf_oh_new_integer(q, 8));
	qpdf_oh_replace_key(q, d, "/ColorSpace", qpdf_oh_new_name(q, components == 4 ? "/DeviceCMYK" : "/DeviceGray"));
	qpdf_oh_replace_stream_data(q, image, bytes, n, filter ? qpdf_oh_new_name(q, filter) : qpdf_oh_new_null(q),
				    parms ? qpdf_oh_parse(q, parms) : qpdf_oh_new_null(q));
	return image;
}

static qpdf_oh jpeg_object(struct rewrite *w, const unsigned char *s, size_t n, const struct frame *f)
{
	qpdf_oh image = image_new(w, f->width, f->height, f->components, s, n, "/DCTDecode", NULL);

	if (f->inverted)
		qpdf_oh_replace_key(w->q, qpdf_oh_get_dict(w->q, image), "/Decode", qpdf_oh_parse(w->q, "[1 0 1 0 1 0 1 0]"));
	return image;
}

/*
 * zivos-picture's lossless form: a line "zivos-ink WIDTH HEIGHT COMPONENTS BITS
 * BYTES ALPHABYTES", then the rows, deflated with PNG's predictors, then those of the
 * soft mask.
 */
static qpdf_oh flate_object(struct rewrite *w, const char *s, size_t n)
{
	const char *end = memchr(s, '\n', MIN(n, 200));
	int width, height, components, bits;
	unsigned long colour, alpha;
	char head[200], *parms;
	qpdf_oh image = 0, mask;
	size_t at = end ? (size_t)(end - s) + 1 : 0;

	if (!end)
		return 0;
	memcpy(head, s, at);
	head[at - 1] = 0;
	if (sscanf(head, "zivos-ink %d %d %d %d %lu %lu", &width, &height, &components, &bits, &colour, &alpha) != 6 ||
	    width < 1 || height < 1 || (components != 1 && components != 4) || (bits != 8 && (bits != 1 || components != 1 || alpha)) ||
	    colour > n || alpha > n || at + colour + alpha != n)
		return 0;
	parms = g_strdup_printf("<< /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d >>", components, bits, width);
	image = image_new(w, width, height, components, (const unsigned char *)s + at, colour, "/FlateDecode", parms);
	g_free(parms);
	qpdf_oh_replace_key(w->q, qpdf_oh_get_dict(w->q, image), "/BitsPerComponent", qpdf_oh_new_integer(w->q, bits));
	if (alpha) {
		parms = g_strdup_printf("<< /Predictor 15 /Colors 1 /BitsPerComponent 8 /Columns %d >>", width);
		mask = image_new(w, width, height, 1, (const unsigned char *)s + at + colour, alpha, "/FlateDecode", parms);
		g_free(parms);
		qpdf_oh_replace_key(w->q, qpdf_oh_get_dict(w->q, image), "/SMask", mask);
	}
	return image;
}

static qpdf_oh picture_object(struct rewrite *w, const struct asset *a)
{
	char *bytes;
	gsize n;
	GError *e = NULL;
	struct frame f;
	qpdf_oh o;

	if (!g_file_get_contents(a->path, &bytes, &n, &e)) {
		rewrite_fail(w, D_PREPRESS, "%s", e->message);
		g_error_free(e);
		return 0;
	}
	o = jpeg_frame((unsigned char *)bytes, n, &f) ? jpeg_object(w, (unsigned char *)bytes, n, &f) : flate_object(w, bytes, n);
	if (!o)
		rewrite_fail(w, D_PREPRESS, _("the converted picture is damaged; delete the cache folder and try again"));
	g_free(bytes);
	return o;
}

/* ---- drawings ---- */

/* The page as a form whose square of 1 x 1 is the page: it stands where the pixel was. */
static qpdf_oh page_form(struct rewrite *in, qpdf_oh page)
{
	qpdf_data q = in->q;
	qpdf_oh form, d, box = qpdf_oh_get_key(q, page, "/MediaBox"), matrix;
	double b[4];
	unsigned char *bytes = NULL;
	size_t n = 0;

	for (int i = 0; i < 4; i++)
		b[i] = qpdf_oh_get_numeric_value(q, qpdf_oh_get_array_item(q, box, i));
	if (!(b[2] > b[0]) || !(b[3] > b[1]) || qpdf_oh_get_page_content_data(q, page, &bytes, &n) & QPDF_ERRORS) {
		free(bytes);
		return 0;
	}
	form = qpdf_oh_new_stream(q);
	d = qpdf_oh_get_dict(q, form);
	qpdf_oh_replace_stream_data(q, form, bytes, n, qpdf_oh_new_null(q), qpdf_oh_new_null(q));
	free(bytes);
	matrix = qpdf_oh_new_array(q);
	double m[6] = { 1 / (b[2] - b[0]), 0, 0, 1 / (b[3] - b[1]), -b[0] / (b[2] - b[0]), -b[1] / (b[3] - b[1]) };
	for (int i = 0; i < 6; i++)
		qpdf_oh_append_item(q, matrix, qpdf_oh_new_real_from_double(q, m[i], 10));
	qpdf_oh_replace_key(q, d, "/Type", qpdf_oh_new_name(q, "/XObject"));
	qpdf_oh_replace_key(q, d, "/Subtype", qpdf_oh_new_name(q, "/Form"));
	qpdf_oh_replace_key(q, d, "/BBox", box);
	qpdf_oh_replace_key(q, d, "/Matrix", matrix);
	qpdf_oh_replace_key(q, d, "/Resources", qpdf_oh_get_key(q, page, "/Resources"));
	/* Without transparency no group is needed, and black text overprints what lies under the drawing. */
	if (in->transparent)
		qpdf_oh_replace_key(q, d, "/Group", qpdf_oh_get_key(q, page, "/Group"));
	return qpdf_make_indirect_object(q, form);
}

static qpdf_oh drawing_object(struct rewrite *w, const struct asset *a)
{
	qpdf_data q = qpdf_init();
	struct palette p = w->palette;
	struct rewrite in;
	qpdf_oh page, form = 0;

	g_ptr_array_add(w->sources, q);
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	p.meaning = RGB_SRGB;
	p.inks = NULL;
	p.unit = a->unit;
	rewrite_init(&in, q, p, w->standard, w->d);
	in.page = w->page;
	in.at = a->at;
	if (qpdf_read_memory(q, "drawing", (char *)a->bytes, a->n, NULL) & QPDF_ERRORS ||
	    qpdf_get_num_pages(q) != 1) {
		rewrite_fail(w, D_PREPRESS, _("the drawing's PDF cannot be read"));
		goto out;
	}
	page = qpdf_get_page_n(q, 0);
	if (rewrite_page(&in, page))
		form = page_form(&in, page);
	if (form)
		form = qpdf_oh_copy_foreign_object(w->q, q, form);
	else if (!in.failed)		/* else it is said already */
		rewrite_fail(w, D_PREPRESS, _("the drawing's PDF cannot be read"));
out:
	w->failed = w->failed || in.failed;
	w->transparent = w->transparent || in.transparent;
	rewrite_clear(&in);
	return form;
}

qpdf_oh asset_object(struct rewrite *w, const struct asset *a)
{
	static qpdf_oh (*const objects[])(struct rewrite *, const struct asset *) = {
		[ASSET_PICTURE] = picture_object, [ASSET_DRAWING] = drawing_object, [ASSET_PAGE] = placed_object,
	};
	struct src at = w->at;
	qpdf_oh o;

	w->at = a->at;
	o = objects[a->kind](w, a);
	if (o && !qpdf_oh_is_indirect(w->q, o))
		o = qpdf_make_indirect_object(w->q, o);
	w->at = at;
	return o;
}

/* ---- pictures inside drawings ---- */

bool rewrite_picture(struct rewrite *w, qpdf_oh image)
{
	qpdf_data q = w->q;
	qpdf_oh d = qpdf_oh_get_dict(q, image), space = qpdf_oh_get_key(q, d, "/ColorSpace"), mask = qpdf_oh_get_key(q, d, "/SMask");
	unsigned char *rgb = NULL, *ink;
	size_t n = 0, want;
	QPDF_BOOL filtered = QPDF_FALSE;
	bool stencil = qpdf_oh_get_bool_value(q, qpdf_oh_get_key(q, d, "/ImageMask"));

	if (qpdf_oh_is_stream(q, mask)) {
		w->transparent = true;
		if (w->standard != PDFX_4)
			return rewrite_fail(w, D_TRANSPARENCY, _("transparency, which this PDF standard does not allow; PDF/X-4 does"));
	}
	if (stencil || qpdf_oh_is_name_and_equals(q, space, "/DeviceGray"))
		return true;
	if (!qpdf_oh_is_name_and_equals(q, space, "/DeviceRGB") ||
	    qpdf_oh_get_int_value_as_int(q, qpdf_oh_get_key(q, d, "/BitsPerComponent")) != 8)
		return rewrite_fail(w, D_PREPRESS, _("the drawing holds a picture in a colour space that is not known"));
	want = (size_t)qpdf_oh_get_int_value_as_int(q, qpdf_oh_get_key(q, d, "/Width")) *
	       (size_t)qpdf_oh_get_int_value_as_int(q, qpdf_oh_get_key(q, d, "/Height"));
	if (qpdf_oh_get_stream_data(q, image, qpdf_dl_all, &filtered, &rgb, &n) & QPDF_ERRORS || !filtered || n < want * 3) {
		free(rgb);
		return rewrite_fail(w, D_PREPRESS, _("the drawing holds a picture that cannot be read"));
	}
	ink = g_malloc(want * 4);
	icc_pixels_from_srgb(w->palette.output, rgb, ink, want);
	qpdf_oh_replace_stream_data(q, image, ink, want * 4, qpdf_oh_new_null(q), qpdf_oh_new_null(q));
	qpdf_oh_replace_key(q, d, "/ColorSpace", qpdf_oh_new_name(q, "/DeviceCMYK"));
	g_free(ink);
	free(rgb);
	return true;
}
