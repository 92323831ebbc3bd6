/* src/preflight/state.c - what graphics state dictionaries set for the press. */
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

static const char *const intents[] = { "AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual", NULL };
static const char *const blends[] = {
	"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight",
	"SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity", NULL
};

static void check_intent(struct context *c, const struct event *e, const char *name)
{
	if (!g_strv_contains(intents, name))
		report(c, R_GS_INTENT, SEV_ERROR, e->page, NULL, _("the rendering intent \"%s\" is unknown"), name);
}

static void check_halftone(struct context *c, const struct event *e, const struct obj *h, int depth)
{
	double type = pdf_number(c->pdf, h, "HalftoneType", 0);

	if (!obj_is_dict(h) || depth > 2)
		return;
	if (obj_has(h, "TransferFunction"))
		report(c, R_GS_TRANSFER, SEV_ERROR, e->page, NULL, _("a halftone brings a transfer function"));
	if (obj_has(h, "HalftoneName") || (type != 1 && type != 5))
		report(c, R_GS_HALFTONE, SEV_ERROR, e->page, NULL, _("a halftone is set that PDF/X does not allow"));
	else if (depth == 0)
		report(c, R_GS_HALFTONE, SEV_WARNING, e->page, NULL, _("a halftone is set"));
	for (size_t i = 0; type == 5 && i < h->n; i++)
		check_halftone(c, e, pdf_resolve(c->pdf, &h->items[i]), depth + 1);
}

static void check_transparency(struct context *c, const struct event *e, const struct obj *d)
{
	const struct gstate *g = e->g;

	if (g->soft_mask && obj_has(d, "SMask"))
		report(c, R_GS_TRANSPARENCY, SEV_ERROR, e->page, NULL, _("a soft mask is used"));
	if (g->alpha_fill < 1 || g->alpha_stroke < 1)
		report(c, R_GS_TRANSPARENCY, SEV_ERROR, e->page, NULL, _("something is transparent"));
	if (strcmp(g->blend, "Normal") != 0 && strcmp(g->blend, "Compatible") != 0)
		report(c, R_GS_TRANSPARENCY, SEV_ERROR, e->page, NULL, _("a blend mode is used"));
}

static void check_dict(struct context *c, const struct event *e)
{
	const struct obj *d = e->obj, *tr2 = pdf_get(c->pdf, d, "TR2"), *ri = pdf_get(c->pdf, d, "RI"), *bm = pdf_get(c->pdf, d, "BM"),
			 *bg2 = pdf_get(c->pdf, d, "BG2"), *ucr2 = pdf_get(c->pdf, d, "UCR2");

	if (obj_has(d, "TR") || (tr2->kind != OBJ_NULL && !obj_is_name(tr2, "Default")))
		report(c, R_GS_TRANSFER, SEV_ERROR, e->page, NULL, _("a transfer function is set"));
	if (obj_has(d, "HTP"))
		report(c, R_GS_HALFTONE, SEV_ERROR, e->page, NULL, _("a halftone is set that PDF/X does not allow"));
	check_halftone(c, e, pdf_get(c->pdf, d, "HT"), 0);
	if (obj_has(d, "BG") || obj_has(d, "UCR") || (bg2->kind != OBJ_NULL && !obj_is_name(bg2, "Default")) ||
	    (ucr2->kind != OBJ_NULL && !obj_is_name(ucr2, "Default")))
		report(c, R_GS_BLACKGEN, SEV_WARNING, e->page, NULL, _("a function for the making of black is set"));
	if (ri->kind == OBJ_NAME)
		check_intent(c, e, ri->bytes);
	for (size_t i = 0; i < (bm->kind == OBJ_ARRAY ? bm->n : 1); i++) {
		const struct obj *o = bm->kind == OBJ_ARRAY ? pdf_at(c->pdf, bm, i) : bm;

		if (o->kind == OBJ_NAME && !g_strv_contains(blends, o->bytes))
			report(c, R_GS_BLEND, SEV_ERROR, e->page, NULL, _("the blend mode \"%s\" is unknown"), pdf_text(c->pdf, o));
	}
	check_transparency(c, e, d);
}

static void on_event(struct context *c, const struct event *e)
{
	const struct obj *ri;

	switch (e->kind) {
	case EV_GSTATE:
		check_dict(c, e);
		break;
	case EV_INTENT:
		check_intent(c, e, e->words);
		break;
	case EV_GROUP:
		report(c, R_GS_TRANSPARENCY, SEV_ERROR, e->page, NULL, _("a transparency group is used"));
		break;
	case EV_IMAGE:
		if (pdf_get(c->pdf, e->obj, "SMask")->kind == OBJ_STREAM)
			report(c, R_GS_TRANSPARENCY, SEV_ERROR, e->page, &e->box, _("a picture has a soft mask"));
		ri = pdf_get(c->pdf, e->obj, "Intent");
		if (ri->kind == OBJ_NAME)
			check_intent(c, e, ri->bytes);
		break;
	default:
		break;
	}
}

const struct check state_checks = { .event = on_event };
