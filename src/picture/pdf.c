/* src/picture/pdf.c - a page of a PDF as a form XObject, by libqpdf. */
#include "picture/pdf.h"
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <glib.h>

enum { HEAD = 1024, PARENTS_MOST = 64, STACK_MB = 4, SIDE_MOST = 14400 /* Pt */ };

bool pdf_is(const char *path)
{
	char head[HEAD + 1];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n = fd >= 0 ? read(fd, head, HEAD) : 0;

	if (fd >= 0)
		close(fd);
	return n > 4 && g_strstr_len(head, n, "%PDF-");
}

static bool fault_qpdf(struct pdf_page *p, struct reply *r)
{
	qpdf_error e = qpdf_get_error(p->q);
	bool locked = e && qpdf_get_error_code(p->q, e) == qpdf_e_password;

	return fault(r, locked ? JOB_LOCKED : JOB_PDF, e ? qpdf_get_error_message_detail(p->q, e) : "");
}

/* ---- boxes ---- */

/* An attribute of the page, its own or from the tree above it. */
static qpdf_oh page_get(struct pdf_page *p, const char *key)
{
	qpdf_oh o = p->page, value;

	for (int i = 0; i < PARENTS_MOST && qpdf_oh_is_dictionary(p->q, o); i++) {
		value = qpdf_oh_get_key(p->q, o, key);
		if (!qpdf_oh_is_null(p->q, value))
			return value;
		o = qpdf_oh_get_key(p->q, o, "/Parent");
	}
	return qpdf_oh_new_null(p->q);
}

static bool box_get(struct pdf_page *p, const char *key, double b[4])
{
	qpdf_oh a = page_get(p, key);
	double v[4];

	if (!qpdf_oh_is_array(p->q, a) || qpdf_oh_get_array_n_items(p->q, a) < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		qpdf_oh n = qpdf_oh_get_array_item(p->q, a, i);

		if (!qpdf_oh_is_number(p->q, n))
			return false;
		v[i] = qpdf_oh_get_numeric_value(p->q, n);
		if (!(fabs(v[i]) < 1e6))
			return false;
	}
	b[0] = fmin(v[0], v[2]);
	b[1] = fmin(v[1], v[3]);
	b[2] = fmax(v[0], v[2]);
	b[3] = fmax(v[1], v[3]);
	return b[2] - b[0] >= 1e-3 && b[3] - b[1] >= 1e-3;
}

static void boxes_take(struct pdf_page *p)
{
	static const double a4[4] = { 0, 0, 595.276, 841.89 };
	double media[4], crop[4];

	if (!box_get(p, "/MediaBox", media))
		memcpy(media, a4, sizeof media);
	if (!box_get(p, "/CropBox", crop))
		memcpy(crop, media, sizeof crop);
	if (!box_get(p, "/TrimBox", p->trim) && !box_get(p, "/ArtBox", p->trim))
		memcpy(p->trim, crop, sizeof p->trim);
	/* Beyond a trim without a bleed box may stand marks. */
	if (!box_get(p, "/BleedBox", p->bleed))
		memcpy(p->bleed, p->trim, sizeof p->bleed);
	/* Nothing is painted outside of the sheet; the trim belongs to the bleed. */
	for (int i = 0; i < 4; i++) {
		double (*inner)(double, double) = i < 2 ? fmax : fmin, (*outer)(double, double) = i < 2 ? fmin : fmax;

		p->bleed[i] = outer(inner(p->bleed[i], media[i]), p->trim[i]);
	}
}

static void point_turn(const double m[6], double x, double y, double *out)
{
	out[0] = m[0] * x + m[2] * y + m[4];
	out[1] = m[1] * x + m[3] * y + m[5];
}

/* Clockwise by Rotate, to scale, the trim's lower left corner at 0 0. */
static void matrix_take(struct pdf_page *p)
{
	static const double turns[4][4] = { { 1, 0, 0, 1 }, { 0, -1, 1, 0 }, { -1, 0, 0, -1 }, { 0, 1, -1, 0 } };
	qpdf_oh rotate = page_get(p, "/Rotate"), unit = qpdf_oh_get_key(p->q, p->page, "/UserUnit");
	double degrees = qpdf_oh_is_number(p->q, rotate) ? qpdf_oh_get_numeric_value(p->q, rotate) : 0;
	double scale = qpdf_oh_is_number(p->q, unit) ? qpdf_oh_get_numeric_value(p->q, unit) : 1;
	double a[2], b[2], *m = p->matrix;
	int turn = fabs(degrees) < 1e6 ? (((int)lround(degrees / 90) % 4) + 4) % 4 : 0;

	if (!(scale > 0 && scale < 1000))
		scale = 1;
	for (int i = 0; i < 4; i++)
		m[i] = turns[turn][i] * scale;
	m[4] = m[5] = 0;
	point_turn(m, p->trim[0], p->trim[1], a);
	point_turn(m, p->trim[2], p->trim[3], b);
	m[4] = -fmin(a[0], b[0]);
	m[5] = -fmin(a[1], b[1]);
	p->width = fabs(b[0] - a[0]);
	p->height = fabs(b[1] - a[1]);
	point_turn(m, p->bleed[0], p->bleed[1], a);
	point_turn(m, p->bleed[2], p->bleed[3], b);
	p->over[0] = fmax(0, -fmin(a[0], b[0]));
	p->over[3] = fmax(0, -fmin(a[1], b[1]));
	p->over[2] = fmax(0, fmax(a[0], b[0]) - p->width);
	p->over[1] = fmax(0, fmax(a[1], b[1]) - p->height);
}

/* ---- opening ---- */

/*
 * What is copied here is copied once more by zivos, which takes no more stack
 * for it: with half of its stack here, nothing that nests too deep gets there.
 */
static void stack_limit(void)
{
	struct rlimit l;

	if (getrlimit(RLIMIT_STACK, &l))
		return;
	if (l.rlim_cur == RLIM_INFINITY || l.rlim_cur > (rlim_t)STACK_MB << 20)
		l.rlim_cur = (rlim_t)STACK_MB << 20;
	setrlimit(RLIMIT_STACK, &l);
}

bool pdf_page_open(struct pdf_page *p, const char *path, int page, struct reply *r)
{
	char number[16];
	int n;

	*p = (struct pdf_page){ .q = qpdf_init() };
	stack_limit();
	qpdf_silence_errors(p->q);
	qpdf_set_suppress_warnings(p->q, QPDF_TRUE);
	if (qpdf_read(p->q, path, NULL) & QPDF_ERRORS || qpdf_has_error(p->q)) {
		fault_qpdf(p, r);
		goto fail;
	}
	n = qpdf_get_num_pages(p->q);
	if (n < 1) {
		fault(r, JOB_PDF, "no pages");
		goto fail;
	}
	if (page < 1)
		page = 1;
	if (page > n) {
		g_snprintf(number, sizeof number, "%d", n);
		fault(r, JOB_PAGE, number);
		goto fail;
	}
	p->page = qpdf_get_page_n(p->q, (size_t)page - 1);
	boxes_take(p);
	matrix_take(p);
	if (p->width < 1 || p->height < 1 || p->width > SIDE_MOST || p->height > SIDE_MOST) {
		g_snprintf(r->detail, sizeof r->detail, "%.0f x %.0f", p->width, p->height);
		fault(r, JOB_PAGE_SIZE, r->detail);
		goto fail;
	}
	return true;
fail:
	pdf_page_close(p);
	return false;
}

void pdf_page_close(struct pdf_page *p)
{
	if (p->q)
		qpdf_cleanup(&p->q);
	p->q = NULL;
}

void pdf_probe_take(const struct pdf_page *p, struct reply *r)
{
	r->kind = "page";
	r->width = MAX(1, (int)lround(p->width));
	r->height = MAX(1, (int)lround(p->height));
	r->nominal_w = p->width;
	r->nominal_h = p->height;
	r->alpha = true;
	memcpy(r->over, p->over, sizeof r->over);
}

/* ---- the form ---- */

static qpdf_oh numbers(qpdf_data q, const double *v, int n)
{
	qpdf_oh a = qpdf_oh_new_array(q);

	for (int i = 0; i < n; i++)
		qpdf_oh_append_item(q, a, qpdf_oh_new_real_from_double(q, v[i], 6));
	return a;
}

/* The stream that alone is the page's content; else 0. */
static qpdf_oh content_alone(struct pdf_page *p)
{
	qpdf_oh c = qpdf_oh_get_key(p->q, p->page, "/Contents");

	if (qpdf_oh_is_array(p->q, c) && qpdf_oh_get_array_n_items(p->q, c) == 1)
		c = qpdf_oh_get_array_item(p->q, c, 0);
	return qpdf_oh_is_stream(p->q, c) ? c : 0;
}

/* The content's bytes into the form: as they lie in the file, or several streams put together. */
static bool content_copy(struct pdf_page *p, qpdf_oh form, struct reply *r)
{
	qpdf_data q = p->q;
	qpdf_oh alone = content_alone(p), filter = qpdf_oh_new_null(q), parms = filter, dict;
	unsigned char *bytes = NULL;
	size_t n = 0;
	QPDF_ERROR_CODE code;

	if (alone) {
		dict = qpdf_oh_get_dict(q, alone);
		if (qpdf_oh_has_key(q, dict, "/F"))
			return fault(r, JOB_PDF, "the content lies in another file");
		filter = qpdf_oh_get_key(q, dict, "/Filter");
		parms = qpdf_oh_get_key(q, dict, "/DecodeParms");
		code = qpdf_oh_get_stream_data(q, alone, qpdf_dl_none, NULL, &bytes, &n);
	} else {
		code = qpdf_oh_get_page_content_data(q, p->page, &bytes, &n);
	}
	if (code & QPDF_ERRORS) {
		free(bytes);
		return fault_qpdf(p, r);
	}
	qpdf_oh_replace_stream_data(q, form, bytes ? bytes : (const unsigned char *)"", n, filter, parms);
	free(bytes);
	return true;
}

/* The page's own transparency group; the press blends in its inks. */
static void group_copy(struct pdf_page *p, qpdf_oh dict)
{
	qpdf_data q = p->q;
	qpdf_oh group = qpdf_oh_get_key(q, p->page, "/Group");

	if (!qpdf_oh_is_dictionary(q, group) || !qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, group, "/S"), "/Transparency"))
		return;
	qpdf_oh_replace_key(q, dict, "/Group", qpdf_oh_parse(q,
		qpdf_oh_get_bool_value(q, qpdf_oh_get_key(q, group, "/K")) ?
		"<< /Type /Group /S /Transparency /CS /DeviceCMYK /I true /K true >>" :
		"<< /Type /Group /S /Transparency /CS /DeviceCMYK /I true >>"));
}

static qpdf_oh form_make(struct pdf_page *p, struct reply *r)
{
	qpdf_data q = p->q;
	qpdf_oh form = qpdf_oh_new_stream(q), d = qpdf_oh_get_dict(q, form), resources = page_get(p, "/Resources");

	if (!content_copy(p, form, r))
		return 0;
	qpdf_oh_replace_key(q, d, "/Type", qpdf_oh_new_name(q, "/XObject"));
	qpdf_oh_replace_key(q, d, "/Subtype", qpdf_oh_new_name(q, "/Form"));
	qpdf_oh_replace_key(q, d, "/BBox", numbers(q, p->bleed, 4));
	qpdf_oh_replace_key(q, d, "/Matrix", numbers(q, p->matrix, 6));
	qpdf_oh_replace_key(q, d, "/Resources",
			    qpdf_oh_is_dictionary(q, resources) ? resources : qpdf_oh_new_dictionary(q));
	group_copy(p, d);
	return form;
}

/* ---- the small PDF ---- */

static void page_add(struct pdf_page *p, qpdf_data out, qpdf_oh form, const struct wish *w)
{
	double media[4] = { -p->over[0], -p->over[3], p->width + p->over[2], p->height + p->over[1] };
	qpdf_oh page = qpdf_oh_new_dictionary(out), content = qpdf_oh_new_stream(out), resources, objects;
	GString *text = g_string_new(NULL);

	if (w) {
		/* The crop counts from the upper left, PDF from the lower one. */
		double sx = w->width / (w->crop[2] * p->width), sy = w->height / (w->crop[3] * p->height);
		double m[6] = { sx, 0, 0, sy, -w->crop[0] * p->width * sx, -(1 - w->crop[1] - w->crop[3]) * p->height * sy };
		char number[G_ASCII_DTOSTR_BUF_SIZE];

		memcpy(media, (double[4]){ 0, 0, w->width, w->height }, sizeof media);
		for (int i = 0; i < 6; i++)
			g_string_append_printf(text, "%s ", g_ascii_formatd(number, sizeof number, "%.8f", m[i]));
		g_string_append(text, "cm ");
	}
	g_string_append(text, "/P Do");
	qpdf_oh_replace_stream_data(out, content, (const unsigned char *)text->str, text->len, qpdf_oh_new_null(out), qpdf_oh_new_null(out));
	g_string_free(text, TRUE);
	objects = qpdf_oh_new_dictionary(out);
	qpdf_oh_replace_key(out, objects, "/P", form);
	resources = qpdf_oh_new_dictionary(out);
	qpdf_oh_replace_key(out, resources, "/XObject", objects);
	qpdf_oh_replace_key(out, page, "/Type", qpdf_oh_new_name(out, "/Page"));
	qpdf_oh_replace_key(out, page, "/MediaBox", numbers(out, media, 4));
	qpdf_oh_replace_key(out, page, "/Resources", resources);
	qpdf_oh_replace_key(out, page, "/Contents", content);
	qpdf_add_page(out, out, qpdf_make_indirect_object(out, page), QPDF_FALSE);
}

bool pdf_page_write(struct pdf_page *p, const struct wish *w, const char *path, struct reply *r)
{
	qpdf_data out = qpdf_init();
	qpdf_oh form = form_make(p, r);
	const void *bytes;
	size_t n;
	bool ok = false;

	qpdf_silence_errors(out);
	qpdf_set_suppress_warnings(out, QPDF_TRUE);
	if (!form)
		goto out;
	qpdf_empty_pdf(out);
	page_add(p, out, qpdf_oh_copy_foreign_object(out, p->q, form), w);
	/* A stream that turns out broken only now is the file's fault. */
	if (qpdf_has_error(p->q)) {
		fault_qpdf(p, r);
		goto out;
	}
	qpdf_init_write_memory(out);
	qpdf_set_deterministic_ID(out, QPDF_TRUE);
	qpdf_set_object_stream_mode(out, qpdf_o_disable);
	qpdf_set_compress_streams(out, QPDF_FALSE);
	qpdf_set_decode_level(out, qpdf_dl_none);
	qpdf_write(out);
	if (qpdf_has_error(out)) {
		fault(r, JOB_PDF, qpdf_get_error_message_detail(out, qpdf_get_error(out)));
		goto out;
	}
	bytes = qpdf_get_buffer(out);
	n = qpdf_get_buffer_length(out);
	ok = file_fill(path, r, &bytes, &n, 1);
	if (ok)
		*r = (struct reply){ .kind = "pdf", .width = MAX(1, (int)lround(p->width)),
				     .height = MAX(1, (int)lround(p->height)), .bytes = (long long)n };
out:
	qpdf_cleanup(&out);
	return ok;
}

bool pdf_take_out(const char *path, const struct wish *w, struct reply *r)
{
	struct pdf_page p;
	bool ok = pdf_page_open(&p, path, w->page, r) && pdf_page_write(&p, NULL, w->out, r);

	pdf_page_close(&p);
	return ok;
}
