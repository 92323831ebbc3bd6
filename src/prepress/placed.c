/*
 * src/prepress/placed.c - a page of an advertiser's PDF in the print PDF, as it is.
 *
 * zivos-picture has taken the page out of its file as a form (picture/pdf.h);
 * only that is opened here. Nothing of it is recoloured and no stream encoded
 * anew: inks, overprint, fonts and pictures are the advertiser's, and the
 * preflight has judged them (cli/placed.h). The form's /Matrix and /BBox are
 * set so that the part which is shown fills the asset's square.
 *
 * A form inherits the graphics state in which it is drawn, a page begins with
 * a fresh one: so round the form stands another that sets everything back, and
 * lays white paper under it, as the advertiser saw it.
 */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "prepress/rewrite.h"

static bool take_numbers(qpdf_data q, qpdf_oh a, double *v, int n)
{
	if (!qpdf_oh_is_array(q, a) || qpdf_oh_get_array_n_items(q, a) != n)
		return false;
	for (int i = 0; i < n; i++)
		v[i] = qpdf_oh_get_numeric_value(q, qpdf_oh_get_array_item(q, a, i));
	return true;
}

static void put_numbers(qpdf_data q, qpdf_oh dict, const char *key, const double *v, int n)
{
	qpdf_oh a = qpdf_oh_new_array(q);

	for (int i = 0; i < n; i++)
		qpdf_oh_append_item(q, a, qpdf_oh_new_real_from_double(q, v[i], 10));
	qpdf_oh_replace_key(q, dict, key, a);
}

/* The part (upright, from the trim's lower left) in the form's own space. */
static void part_in_form(const double m[6], struct rect part, double box[4])
{
	double det = m[0] * m[3] - m[1] * m[2];

	for (int i = 0; i < 2; i++) {
		double x = part.x + i * part.w - m[4], y = part.y + i * part.h - m[5];

		box[2 * i] = (m[3] * x - m[2] * y) / det;
		box[2 * i + 1] = (m[0] * y - m[1] * x) / det;
	}
}

/* false: it is not what zivos-picture writes. */
static bool fit(qpdf_data q, qpdf_oh dict, struct rect part)
{
	double m[6], bleed[4], see[4], box[4];

	if (!take_numbers(q, qpdf_oh_get_key(q, dict, "/Matrix"), m, 6) || !take_numbers(q, qpdf_oh_get_key(q, dict, "/BBox"), bleed, 4) ||
	    m[0] * m[3] - m[1] * m[2] == 0 || !(part.w > 0) || !(part.h > 0))
		return false;
	part_in_form(m, part, see);
	box[0] = fmax(bleed[0], fmin(see[0], see[2]));
	box[1] = fmax(bleed[1], fmin(see[1], see[3]));
	box[2] = fmin(bleed[2], fmax(see[0], see[2]));
	box[3] = fmin(bleed[3], fmax(see[1], see[3]));
	put_numbers(q, dict, "/BBox", box, 4);
	put_numbers(q, dict, "/Matrix", (double[6]){
		m[0] / part.w, m[1] / part.h, m[2] / part.w, m[3] / part.h,
		(m[4] - part.x) / part.w, (m[5] - part.y) / part.h }, 6);
	return true;
}

/* A fresh graphics state (ISO 32000-1, tables 52 and 53), white paper, the page. */
static qpdf_oh wrapped(struct rewrite *w, qpdf_oh form)
{
	static const char content[] =
		"q /Fresh gs 1 w 0 J 0 j 10 M [] 0 d /RelativeColorimetric ri "
		"0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts 0 0 0 0 k 0 0 1 1 re f 0 G 0 g /P Do Q";
	qpdf_data q = w->q;
	qpdf_oh outer = qpdf_oh_new_stream(q), d = qpdf_oh_get_dict(q, outer), resources, objects;

	qpdf_oh_replace_stream_data(q, outer, (const unsigned char *)content, strlen(content), qpdf_oh_new_null(q), qpdf_oh_new_null(q));
	resources = qpdf_oh_parse(q, w->standard == PDFX_4 ?
		"<< /ExtGState << /Fresh << /Type /ExtGState /OP false /op false /OPM 0 /SA false /SMask /None /CA 1 /ca 1 /BM /Normal /AIS false /TK true >> >> >>" :
		"<< /ExtGState << /Fresh << /Type /ExtGState /OP false /op false /OPM 0 /SA false >> >> >>");
	objects = qpdf_oh_new_dictionary(q);
	qpdf_oh_replace_key(q, objects, "/P", form);
	qpdf_oh_replace_key(q, resources, "/XObject", objects);
	qpdf_oh_replace_key(q, d, "/Type", qpdf_oh_new_name(q, "/XObject"));
	qpdf_oh_replace_key(q, d, "/Subtype", qpdf_oh_new_name(q, "/Form"));
	qpdf_oh_replace_key(q, d, "/BBox", qpdf_oh_parse(q, "[0 0 1 1]"));
	qpdf_oh_replace_key(q, d, "/Resources", resources);
	return outer;
}

qpdf_oh placed_object(struct rewrite *w, const struct asset *a)
{
	qpdf_data q = qpdf_init();
	qpdf_oh form, d;

	/* Kept until the PDF is written: the streams are read only then. */
	g_ptr_array_add(w->sources, q);
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read(q, a->path, NULL) & QPDF_ERRORS || qpdf_get_num_pages(q) != 1)
		goto damaged;
	form = qpdf_oh_get_key(q, qpdf_oh_get_key(q, qpdf_oh_get_key(q, qpdf_get_page_n(q, 0), "/Resources"), "/XObject"), "/P");
	if (!qpdf_oh_is_stream(q, form))
		goto damaged;
	d = qpdf_oh_get_dict(q, form);
	if (!fit(q, d, a->part))
		goto damaged;
	if (w->standard != PDFX_4)
		qpdf_oh_remove_key(q, d, "/Group");
	else if (qpdf_oh_has_key(q, d, "/Group"))
		w->transparent = true;
	return wrapped(w, qpdf_oh_copy_foreign_object(w->q, q, form));
damaged:
	rewrite_fail(w, D_PREPRESS, _("the converted picture is damaged; delete the cache folder and try again"));
	return 0;
}
