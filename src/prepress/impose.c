/*
 * src/prepress/impose.c - pages become forms, forms stand on sheets.
 *
 * The document is changed in its place: nothing is copied from one to another,
 * so all that forms refer to stays as it is.
 */
#include "prepress/impose.h"
#include <stdarg.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "page/inks.h"
#include "prepress/impose_work.h"
#include "prepress/pdfout.h"

bool imposition_fail(struct imposition *im, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = g_strdup_vprintf(fmt, ap);
	va_end(ap);
	diag_add(im->d, D_PDF, (struct src){ im->path, 0, 0 }, "%s", text);
	g_free(text);
	return false;
}

bool imposition_failed(struct imposition *im)
{
	qpdf_error e;

	if (!qpdf_has_error(im->q))
		return false;
	e = qpdf_get_error(im->q);
	switch (qpdf_get_error_code(im->q, e)) {
	case qpdf_e_password:
		imposition_fail(im, _("the file is locked with a password; ask whoever made it for one without"));
		break;
	case qpdf_e_system:
		diag_add(im->d, D_MACHINE, (struct src){ im->path, 0, 0 }, "%s", qpdf_get_error_message_detail(im->q, e));
		break;
	default:
		diag_add(im->d, D_PDF, (struct src){ im->path, 0, 0 },
			 _("this is no PDF, or it is damaged beyond repair (the reader says: %s); get it again from whoever made it"), qpdf_get_error_message_detail(im->q, e));
		break;
	}
	return true;
}

/* ---- the file ---- */

static bool open_file(struct imposition *im)
{
	int n;

	qpdf_silence_errors(im->q);
	qpdf_set_suppress_warnings(im->q, QPDF_TRUE);
	qpdf_read(im->q, im->path, "");
	if (imposition_failed(im))
		return false;
	if (qpdf_is_encrypted(im->q) && !qpdf_allow_modify_other(im->q) && !qpdf_allow_modify_assembly(im->q))
		return imposition_fail(im, _("the file may not be changed, as whoever made it decided; ask for one without a lock"));
	n = qpdf_get_num_pages(im->q);
	if (imposition_failed(im))
		return false;
	if (n < 1)
		return imposition_fail(im, _("the file has no pages"));
	if (n > IMPOSE_MOST_PAGES)
		return imposition_fail(im, _("the file has %d pages; up to %d can be put on sheets"), n, IMPOSE_MOST_PAGES);
	im->n = (size_t)n;
	qpdf_push_inherited_attributes_to_page(im->q);
	return !imposition_failed(im);
}

static bool read_leaves(struct imposition *im)
{
	struct extent *sizes = g_new(struct extent, im->n);
	bool ok = true;

	im->leaves = g_new0(struct leaf, im->n);
	for (size_t i = 0; i < im->n && ok; i++) {
		ok = leaf_read(im, i);
		sizes[i] = leaf_size(&im->leaves[i]);
	}
	ok = ok && !imposition_failed(im);
	if (ok)
		im->plan = plan_make(&im->o, sizes, im->n);
	g_free(sizes);
	return ok;
}

struct imposition *imposition_open(const char *path, const struct impose_options *o, struct diag *d)
{
	struct imposition *im = g_new0(struct imposition, 1);

	im->q = qpdf_init();
	im->path = path;
	im->d = d;
	im->o = *o;
	im->used = g_hash_table_new(NULL, NULL);
	if (open_file(im) && read_leaves(im))
		return im;
	imposition_free(im);
	return NULL;
}

void imposition_free(struct imposition *im)
{
	if (!im)
		return;
	if (im->over) {
		rewrite_clear(im->over);
		g_ptr_array_free(im->over->palette.spots, TRUE);
		g_free(im->over);
	}
	if (im->over_q)
		qpdf_cleanup(&im->over_q);
	plan_clear(&im->plan);
	g_hash_table_destroy(im->used);
	g_free(im->leaves);
	qpdf_cleanup(&im->q);
	g_free(im);
}

const struct plan *imposition_plan(const struct imposition *im)
{
	return &im->plan;
}

size_t imposition_pages(const struct imposition *im)
{
	return im->n;
}

/* ---- numbers over the sheets ---- */

bool imposition_overlay(struct imposition *im, const void *bytes, size_t n, const struct inks *inks)
{
	struct palette p = { .meaning = RGB_KEYS, .inks = inks, .spots = g_ptr_array_new() };

	im->over_q = qpdf_init();
	im->over = g_new0(struct rewrite, 1);
	qpdf_silence_errors(im->over_q);
	qpdf_set_suppress_warnings(im->over_q, QPDF_TRUE);
	rewrite_init(im->over, im->over_q, p, PDFX_4, im->d);
	if (!(qpdf_read_memory(im->over_q, "numbers", bytes, n, NULL) & QPDF_ERRORS) &&
	    qpdf_get_num_pages(im->over_q) == (int)im->plan.nsides)
		return true;
	diag_add(im->d, D_PREPRESS, (struct src){ im->path, 0, 0 }, "%s", _("the numbers of the pages could not be laid over the sheets"));
	return false;
}

/* ---- the document ---- */

static void strip_root(struct imposition *im)
{
	static const char *const kept[] = {
		"/Type", "/Pages", "/OutputIntents", "/Metadata", "/OCProperties", "/Lang", "/Version", "/Extensions", NULL
	};
	qpdf_data q = im->q;
	qpdf_oh root = qpdf_get_root(q), view = qpdf_oh_new_dictionary(q);
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

	qpdf_oh_begin_dict_key_iter(q, root);
	while (qpdf_oh_dict_more_keys(q))
		g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(q)));
	for (guint i = 0; i < keys->len; i++)
		if (!g_strv_contains(kept, keys->pdata[i]))
			qpdf_oh_remove_key(q, root, keys->pdata[i]);
	g_ptr_array_free(keys, TRUE);
	if (im->o.scheme != IMPOSE_BOOKLET)
		return;
	/* A printer's dialogue then offers what a booklet needs. */
	qpdf_oh_replace_key(q, view, "/PrintScaling", new_name(im, "/None"));
	qpdf_oh_replace_key(q, view, "/Duplex", new_name(im, im->plan.duplex_long ? "/DuplexFlipLongEdge" : "/DuplexFlipShortEdge"));
	qpdf_oh_replace_key(q, root, "/ViewerPreferences", view);
}

/* Sheets in the pages' place; from the end, since libqpdf moves all that follow. */
static void replace_pages(struct imposition *im)
{
	for (size_t i = im->n; i-- > 0;)
		qpdf_remove_page(im->q, im->leaves[i].page);
	for (size_t i = 0; i < im->plan.nsides && !qpdf_has_error(im->q); i++)
		qpdf_add_page(im->q, im->q, sheet_make(im, i), QPDF_FALSE);
}

static void report_what_went(struct imposition *im)
{
	struct src at = { im->path, 0, 0 };

	if (im->dropped)
		diag_add(im->d, D_PDF_DROPPED, at, ngettext("%zu link, comment or form field was left out: sheets hold none",
			 "%zu links, comments or form fields were left out: sheets hold none", im->dropped), im->dropped);
	if (im->o.marks && !im->plan.marks && im->o.scheme == IMPOSE_BOOKLET)
		diag_add(im->d, D_PDF_DROPPED, at, _("the sheet has no room for marks; they need 7.5 mm on every side"));
	if (im->o.scheme == IMPOSE_BOOKLET && im->plan.scale != 1)
		diag_add(im->d, D_PDF_DROPPED, at, _("the pages are set at %.0f %% of their size, to go on the sheet"), im->plan.scale * 100);
}

bool imposition_write(struct imposition *im, struct outfile *out)
{
	enum pdfout how;

	for (size_t i = 0; i < im->n; i++)
		if (!leaf_make_form(im, i))
			return false;
	replace_pages(im);
	if (imposition_failed(im) || (im->over && im->over->failed))
		return false;
	strip_root(im);
	how = pdfout_write(im->q, (struct pdfout_options){ .object_streams = true }, out, im->d);
	if (how == PDFOUT_DOCUMENT)
		imposition_failed(im);
	if (how == PDFOUT_DONE)
		report_what_went(im);
	return how == PDFOUT_DONE;
}
