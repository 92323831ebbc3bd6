/*
 * src/preflight/placed.c - a page of a PDF that is to be placed on another
 * page: which rules hold for it.
 *
 * Only the page's content goes into the other file. So what a rule says about
 * content counts as ever; what it says about the file round it (version, ID,
 * metadata, output intent, actions, the number of pages) stays behind and does
 * not, or is worth a warning because it shows how the file was made. Some
 * things are different for a placed page and are looked at here: that the file
 * calls itself PDF/X at all, its boxes, layers that would come to light, and
 * annotations that would be missed.
 */
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

enum { MOST_XMP = 4 << 20, MOST_ANNOTATIONS = 10000, HIDDEN = 2 | 32 /* Hidden, NoView */ };
static const double MM = 25.4 / 72, BLEED_EPS_MM = 0.02;

/* A rule not named here counts as it is. */
enum fate {
	AS_IS,
	WARNING,			/* at most */
	ERROR_ONLY,
	AT_EDGE,			/* where the page's edge is touched */
	LEFT				/* stays behind with the file, or is looked at here */
};
static const enum fate fates[R_COUNT] = {
	[R_FILE_VERSION] = LEFT, [R_FILE_ID] = LEFT, [R_FILE_OBJSTM] = LEFT, [R_FILE_EMBEDDED] = LEFT,
	[R_XMP_PRESENT] = LEFT, [R_XMP_PDFX] = LEFT, [R_INFO_PDFX] = LEFT, [R_XMP_MM] = LEFT, [R_XMP_DATES] = LEFT,
	[R_XMP_INFO_SYNC] = LEFT, [R_META_TITLE] = LEFT, [R_INFO_DATES] = LEFT, [R_TRAPPED] = LEFT,
	[R_OI_PRESENT] = LEFT, [R_OI_ENTRIES] = LEFT, [R_OI_PROFILE] = LEFT, [R_OI_COLORIMETRY] = LEFT, [R_OI_CONDITION] = WARNING,
	[R_BOX_TRIM] = WARNING, [R_BOX_NESTED] = ERROR_ONLY, [R_BOX_BLEED] = LEFT, [R_BOX_CONSISTENT] = LEFT, [R_BOX_ROTATE] = LEFT,
	[R_PAGE_COUNT] = LEFT, [R_PAGE_SINGLE] = LEFT, [R_VIEW_PRINT_AREA] = LEFT,
	[R_ACT_ACTIONS] = WARNING, [R_ACT_JAVASCRIPT] = WARNING, [R_ACT_FORM] = LEFT, [R_ANNOT_OUTSIDE] = LEFT,
	[R_OC_LAYERS] = LEFT, [R_DOC_PRESENTATION] = LEFT, [R_TAC] = LEFT,
	[R_BLEED_CONTENT] = AT_EDGE, [R_SAFE_ZONE] = AT_EDGE, [R_MARKS_OUTSIDE] = AT_EDGE,
};

bool placed_counts(const struct context *c, enum rule_id rule, enum severity *severity)
{
	if (!c->limits->placing.page || c->placing)
		return true;
	switch (fates[rule]) {
	case LEFT:
		return false;
	case AT_EDGE:
		return c->limits->placing.edges != 0;
	case ERROR_ONLY:
		return *severity == SEV_ERROR;
	case WARNING:
		*severity = MIN(*severity, SEV_WARNING);
		return true;
	default:
		return true;
	}
}

void placed_turn(const struct placing *placing, struct sheet *s)
{
	static const struct matrix turns[] = { { 1, 0, 0, 1, 0, 0 }, { 0, -1, 1, 0, 0, 0 }, { -1, 0, 0, -1, 0, 0 }, { 0, 1, -1, 0, 0, 0 } };
	int turn = ABS(s->rotate) < 1e6 ? ((int)(s->rotate / 90) % 4 + 4) % 4 : 0;
	double scale = placing->scale * (s->unit > 0 && s->unit < 1000 ? s->unit : 1);
	struct matrix m = matrix_times(turns[turn], (struct matrix){ scale, 0, 0, scale, 0, 0 });
	struct box trim = box_through(s->trim, m);

	/* Bleed that is not stated is all there is (ISO 32000-1, 14.11.2). */
	if (!s->has_bleed)
		s->bleed = s->crop;
	m.e = -trim.x0;
	m.f = -trim.y0;
	s->start = m;
	s->media = box_through(s->media, m);
	s->crop = box_through(s->crop, m);
	s->bleed = box_through(s->bleed, m);
	s->trim = box_through(s->trim, m);
}

/* ---- what is different ---- */

static bool calls_itself_pdfx(struct context *c)
{
	const struct obj *info = pdf_get(c->pdf, pdf_trailer(c->pdf), "Info"), *own = pdf_get(c->pdf, info, "GTS_PDFXVersion"),
			 *xmp = pdf_get(c->pdf, pdf_root(c->pdf), "Metadata");
	unsigned char *data;
	const char *at;
	size_t n;
	bool found = false;

	if (g_str_has_prefix(pdf_text(c->pdf, own), "PDF/X"))
		return true;
	data = pdf_data(c->pdf, xmp, MOST_XMP, &n);
	at = data ? g_strstr_len((const char *)data, (gssize)n, "GTS_PDFXVersion") : NULL;
	if (at)
		found = g_strstr_len(at, MIN((gssize)n - (at - (const char *)data), 60), "PDF/X") != NULL;
	free(data);
	return found;
}

static void check_version(struct context *c)
{
	const struct obj *own = pdf_get(c->pdf, pdf_root(c->pdf), "Version");
	const char *header = pdf_header_version(c->pdf), *version = own->kind == OBJ_NAME && strcmp(own->bytes, header) > 0 ? own->bytes : header;

	if (version[0] >= '2')
		report(c, R_FILE_VERSION, SEV_WARNING, 0, NULL, _("the file is PDF %s, which print shops do not work with yet"), version);
}

static void check_bleed(struct context *c, const struct sheet *s, int page)
{
	static const char *const sides[] = { N_("on the left"), N_("at the top"), N_("on the right"), N_("at the foot") };
	const double there[] = {
		(s->trim.x0 - s->bleed.x0) * MM, (s->bleed.y1 - s->trim.y1) * MM, (s->bleed.x1 - s->trim.x1) * MM, (s->trim.y0 - s->bleed.y0) * MM,
	};
	GString *list = g_string_new(NULL);

	for (unsigned i = 0; i < G_N_ELEMENTS(there); i++)
		if (c->limits->placing.edges >> i & 1 && there[i] < c->limits->bleed_mm - BLEED_EPS_MM)
			g_string_append_printf(list, "%s%s %.1f mm", list->len ? ", " : "", _(sides[i]), MAX(there[i], 0));
	if (list->len)
		report(c, R_BOX_BLEED, SEV_ERROR, page, NULL, _("the bleed is too small: %s; %.1f mm are needed"), list->str, c->limits->bleed_mm);
	g_string_free(list, TRUE);
}

/* Without the file's list of layers all of them are shown. */
static void check_layers(struct context *c)
{
	const struct obj *oc = pdf_get(c->pdf, pdf_root(c->pdf), "OCProperties"), *d = pdf_get(c->pdf, oc, "D"),
			 *off = pdf_get(c->pdf, d, "OFF"), *base = pdf_get(c->pdf, d, "BaseState");

	if ((off->kind == OBJ_ARRAY && off->n > 0) || obj_is_name(base, "OFF"))
		report(c, R_OC_LAYERS, SEV_ERROR, 0, NULL, _("the file has hidden layers; placed on the page they would be printed"));
}

static bool visible(struct context *c, const struct obj *a)
{
	static const char *const unseen[] = { "Link", "Popup", "TrapNet", "PrinterMark", NULL };
	const struct obj *type = pdf_get(c->pdf, a, "Subtype");

	return obj_is_dict(a) && type->kind == OBJ_NAME && !g_strv_contains(unseen, type->bytes) &&
	       !((int)pdf_number(c->pdf, a, "F", 0) & HIDDEN) && obj_is_dict(pdf_get(c->pdf, pdf_get(c->pdf, a, "AP"), "N"));
}

static void check_annotations(struct context *c, int page)
{
	const struct obj *annots = pdf_get(c->pdf, pdf_page(c->pdf, (size_t)page - 1), "Annots");

	for (size_t i = 0; annots->kind == OBJ_ARRAY && i < annots->n && i < MOST_ANNOTATIONS; i++) {
		const struct obj *a = pdf_at(c->pdf, annots, i);

		if (visible(c, a))
			report(c, R_ANNOT_OUTSIDE, SEV_WARNING, page, NULL, _("a note or form field (%s) shows on the page; it is not printed"),
			       pdf_text(c->pdf, pdf_get(c->pdf, a, "Subtype")));
	}
}

static void document(struct context *c)
{
	int page = c->limits->placing.page;

	if (!page || page > c->npages)
		return;
	c->placing = true;
	if (!calls_itself_pdfx(c))
		report(c, R_XMP_PDFX, SEV_WARNING, 0, NULL, _("the file does not call itself PDF/X"));
	check_version(c);
	check_bleed(c, sheet_of(c, page), page);
	check_layers(c);
	check_annotations(c, page);
	c->placing = false;
}

static void on_event(struct context *c, const struct event *e)
{
	const struct gstate *g = e->g;

	if (c->limits->placing.page && e->kind <= EV_SHADE)
		c->transparent |= g->alpha_fill < 1 || g->alpha_stroke < 1 || g->soft_mask ||
			(strcmp(g->blend, "Normal") != 0 && strcmp(g->blend, "Compatible") != 0) ||
			(e->kind == EV_IMAGE && pdf_get(c->pdf, e->obj, "SMask")->kind == OBJ_STREAM);
}

/* In the page it is placed on it blends in CMYK; what its maker saw may have been something else. */
static void page_end(struct context *c, int page)
{
	const struct obj *group = pdf_get(c->pdf, pdf_page(c->pdf, (size_t)page - 1), "Group");

	if (c->transparent && pdf_get(c->pdf, group, "CS")->kind == OBJ_NULL)
		report(c, R_COL_GROUP, SEV_WARNING, page, NULL, _("transparency without a colour space to blend in; CMYK is taken"));
}

const struct check placed_checks = { .document = document, .event = on_event, .page_end = page_end };
