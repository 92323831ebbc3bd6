/* src/preflight/document.c - forms, annotations, layers, attachments, presentations. */
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

enum { MOST_ANNOTATIONS = 100000 };

static void check_form(struct context *c)
{
	const struct obj *form = pdf_get(c->pdf, pdf_root(c->pdf), "AcroForm"), *fields = pdf_get(c->pdf, form, "Fields");

	if (fields->kind == OBJ_ARRAY && fields->n > 0)
		report(c, R_ACT_FORM, SEV_ERROR, 0, NULL, ngettext("the file has %zu form field", "the file has %zu form fields", fields->n), fields->n);
	if (obj_has(form, "XFA"))
		report(c, R_ACT_FORM, SEV_ERROR, 0, NULL, _("the file has a form in XML (XFA)"));
}

static void check_layers(struct context *c)
{
	const struct obj *oc = pdf_get(c->pdf, pdf_root(c->pdf), "OCProperties"), *groups = pdf_get(c->pdf, oc, "OCGs"),
			 *configs = pdf_get(c->pdf, oc, "Configs");

	if (!obj_is_dict(oc))
		return;
	if (configs->kind == OBJ_ARRAY && configs->n > 0)
		report(c, R_OC_LAYERS, SEV_ERROR, 0, NULL, _("the layers have several arrangements (Configs)"));
	else if (groups->kind == OBJ_ARRAY && groups->n > 0)
		report(c, R_OC_LAYERS, c->limits->standard == STANDARD_X4 ? SEV_WARNING : SEV_ERROR, 0, NULL,
		       ngettext("the file has %zu layer", "the file has %zu layers", groups->n), groups->n);
}

static void check_names(struct context *c)
{
	const struct obj *root = pdf_root(c->pdf), *names = pdf_get(c->pdf, root, "Names"), *files = pdf_get(c->pdf, names, "EmbeddedFiles");

	if (obj_is_dict(files) && (obj_has(files, "Names") || obj_has(files, "Kids")))
		report(c, R_FILE_EMBEDDED, c->limits->standard == STANDARD_X4 ? SEV_WARNING : SEV_ERROR, 0, NULL, _("other files are attached"));
	if (obj_has(names, "AlternatePresentations") || obj_has(root, "Collection"))
		report(c, R_DOC_PRESENTATION, SEV_ERROR, 0, NULL, _("the file is a presentation or a portfolio"));
}

static void check_annotation(struct context *c, const struct obj *a, int page)
{
	static const char *const media[] = { "RichMedia", "Screen", "Movie", "Sound", "3D", NULL };
	const struct obj *type = pdf_get(c->pdf, a, "Subtype");
	const struct sheet *s = sheet_of(c, page);
	double v[4];
	struct box b;
	bool mark = obj_is_name(type, "PrinterMark");

	if (!obj_is_dict(a) || obj_is_name(type, "TrapNet"))
		return;
	if (type->kind == OBJ_NAME && g_strv_contains(media, type->bytes))
		report(c, R_DOC_PRESENTATION, SEV_ERROR, page, NULL, _("the page has sound, film or another medium (%s)"), type->bytes);
	if (obj_is_name(type, "FileAttachment"))
		report(c, R_FILE_EMBEDDED, c->limits->standard == STANDARD_X4 ? SEV_WARNING : SEV_ERROR, page, NULL, _("other files are attached"));
	if (!pdf_numbers(c->pdf, pdf_get(c->pdf, a, "Rect"), v, 4))
		return;
	b = (struct box){ MIN(v[0], v[2]), MIN(v[1], v[3]), MAX(v[0], v[2]), MAX(v[1], v[3]) };
	if (!box_empty(box_and(b, mark ? s->trim : s->bleed)))
		report(c, R_ANNOT_OUTSIDE, SEV_ERROR, page, &b, _("an annotation (%s) lies on the page"), type->kind == OBJ_NAME ? type->bytes : "?");
}

static void check_page(struct context *c, int page)
{
	const struct obj *o = pdf_page(c->pdf, (size_t)page - 1), *annots = pdf_get(c->pdf, o, "Annots");

	for (size_t i = 0; annots->kind == OBJ_ARRAY && i < annots->n && i < MOST_ANNOTATIONS; i++)
		check_annotation(c, pdf_at(c->pdf, annots, i), page);
	if (obj_has(o, "PresSteps"))
		report(c, R_DOC_PRESENTATION, SEV_ERROR, page, NULL, _("the page is a presentation's step"));
	if (obj_has(o, "Trans") || obj_has(o, "Dur"))
		report(c, R_DOC_PRESENTATION, SEV_WARNING, page, NULL, _("the page has a transition for presentations"));
}

static void document(struct context *c)
{
	check_form(c);
	check_layers(c);
	check_names(c);
	for (int page = c->first; page <= c->last; page++)
		check_page(c, page);
}

const struct check document_checks = { .document = document };
