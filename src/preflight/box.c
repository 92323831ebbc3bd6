/* src/preflight/box.c - the boxes of the pages, their number, size and direction. */
#include <math.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

static const double MM = 25.4 / 72, NESTED_EPS = 0.01, BLEED_EPS_MM = 0.02, SIZE_EPS_MM = 0.1;

static bool read_box(struct context *c, const struct obj *page, const char *key, struct box *b)
{
	double v[4];

	if (!pdf_numbers(c->pdf, pdf_page_get(c->pdf, page, key), v, 4))
		return false;
	*b = (struct box){ MIN(v[0], v[2]), MIN(v[1], v[3]), MAX(v[0], v[2]), MAX(v[1], v[3]) };
	return true;
}

void sheets_read(struct context *c)
{
	c->sheets = arena_make_array(c->arena, (size_t)c->npages, struct sheet);
	for (int i = 0; i < c->npages; i++) {
		struct sheet *s = &c->sheets[i];
		const struct obj *page = pdf_page(c->pdf, (size_t)i);
		struct box art;

		s->has_media = read_box(c, page, "MediaBox", &s->media);
		if (!s->has_media || s->media.x1 - s->media.x0 < 1 || s->media.y1 - s->media.y0 < 1) {
			s->has_media = false;
			s->media = (struct box){ 0, 0, 595.276, 841.89 };
		}
		s->crop = s->media;
		s->has_crop = read_box(c, page, "CropBox", &s->crop);
		s->trim = s->crop;
		s->has_trim = read_box(c, page, "TrimBox", &s->trim);
		s->has_art = read_box(c, page, "ArtBox", &art);
		if (!s->has_trim && s->has_art)
			s->trim = art;
		s->bleed = s->has_trim || s->has_art ? s->trim : s->crop;
		s->has_bleed = read_box(c, page, "BleedBox", &s->bleed);
		s->rotate = pdf_page_get(c->pdf, page, "Rotate")->number;
		s->unit = pdf_number(c->pdf, page, "UserUnit", 1);
		s->start = (struct matrix){ 1, 0, 0, 1, 0, 0 };
		if (c->limits->placing.page == i + 1)
			placed_turn(&c->limits->placing, s);
	}
}

static bool inside(struct box a, struct box b)
{
	return a.x0 >= b.x0 - NESTED_EPS && a.y0 >= b.y0 - NESTED_EPS && a.x1 <= b.x1 + NESTED_EPS && a.y1 <= b.y1 + NESTED_EPS;
}

static bool same(struct box a, struct box b)
{
	return inside(a, b) && inside(b, a);
}

static void check_bleed(struct context *c, const struct sheet *s, int page)
{
	double left = (s->trim.x0 - s->bleed.x0) * MM, right = (s->bleed.x1 - s->trim.x1) * MM,
	       bottom = (s->trim.y0 - s->bleed.y0) * MM, top = (s->bleed.y1 - s->trim.y1) * MM,
	       least = MIN(MIN(left, right), MIN(bottom, top));

	if (!s->has_bleed)
		report(c, R_BOX_BLEED, SEV_ERROR, page, NULL, _("the page states no bleed (BleedBox)"));
	else if (least < c->limits->bleed_mm - BLEED_EPS_MM && inside(s->trim, s->bleed))
		report(c, R_BOX_BLEED, SEV_ERROR, page, NULL,
		       _("the bleed is %.1f mm (left %.1f, right %.1f, top %.1f, bottom %.1f); %.1f mm are needed"),
		       least, left, right, top, bottom, c->limits->bleed_mm);
}

static void check_size(struct context *c, const struct sheet *s, int page)
{
	const struct sheet *first = sheet_of(c, 1);
	double w = (s->trim.x1 - s->trim.x0) * MM, h = (s->trim.y1 - s->trim.y0) * MM,
	       want_w = c->limits->trim_w_mm > 0 ? c->limits->trim_w_mm : (first->trim.x1 - first->trim.x0) * MM,
	       want_h = c->limits->trim_h_mm > 0 ? c->limits->trim_h_mm : (first->trim.y1 - first->trim.y0) * MM;
	bool twice = c->limits->trim_w_mm > 0 && fabs(w - 2 * want_w) < 2 && fabs(h - want_h) < 2;

	if (twice)
		report(c, R_PAGE_SINGLE, SEV_ERROR, page, NULL, _("this is a spread of two pages (%.0f × %.0f mm)"), w, h);
	else if (w > h)
		report(c, R_PAGE_SINGLE, SEV_WARNING, page, NULL, _("the page is wider than high (%.0f × %.0f mm): a spread?"), w, h);
	if (!twice && (fabs(w - want_w) > SIZE_EPS_MM || fabs(h - want_h) > SIZE_EPS_MM))
		report(c, R_BOX_CONSISTENT, SEV_ERROR, page, NULL, _("the page is %.1f × %.1f mm, not %.1f × %.1f mm"), w, h, want_w, want_h);
}

static void check_sheet(struct context *c, const struct sheet *s, int page)
{
	const struct obj *o = pdf_page(c->pdf, (size_t)page - 1);

	if (!s->has_media)
		report(c, R_BOX_MEDIA, SEV_ERROR, page, NULL, _("the page has no size (MediaBox)"));
	if (s->unit <= 0)
		report(c, R_BOX_MEDIA, SEV_ERROR, page, NULL, _("the page's unit (UserUnit) is %g; it is more than 0"), s->unit);
	if (!s->has_trim && !s->has_art)
		report(c, R_BOX_TRIM, SEV_ERROR, page, NULL, _("the page does not say where it is cut (TrimBox)"));
	else if (s->has_trim && s->has_art)
		report(c, R_BOX_TRIM, SEV_ERROR, page, NULL, _("the page has both TrimBox and ArtBox"));
	if ((s->has_trim || s->has_art) && !inside(s->trim, s->bleed))
		report(c, R_BOX_NESTED, SEV_ERROR, page, NULL, _("the trim box juts out of the bleed box"));
	else if (s->has_media && !inside(s->bleed, s->media))
		report(c, R_BOX_NESTED, SEV_ERROR, page, NULL, _("the bleed box juts out of the sheet (MediaBox)"));
	if (s->has_crop && s->has_media && !inside(s->bleed, s->crop))
		report(c, R_BOX_NESTED, SEV_WARNING, page, NULL, _("the crop box cuts off the bleed"));
	else if (s->has_crop && s->has_media && !same(s->crop, s->media))
		report(c, R_BOX_NESTED, SEV_WARNING, page, NULL, _("the crop box differs from the sheet (MediaBox)"));
	if (s->has_trim || s->has_art) {
		check_bleed(c, s, page);
		check_size(c, s, page);
	}
	if (s->rotate != 0)
		report(c, R_BOX_ROTATE, SEV_WARNING, page, NULL, _("the page is turned by %.0f degrees"), s->rotate);
	if (s->unit != 1 && s->unit > 0)
		report(c, R_BOX_ROTATE, SEV_ERROR, page, NULL, _("the page is scaled by %g (UserUnit)"), s->unit);
	if (obj_has(o, "SeparationInfo"))
		report(c, R_PAGE_PRESEP, SEV_ERROR, page, NULL, _("the page is one plate of a separated file"));
}

static void check_viewer(struct context *c)
{
	static const char *const keys[] = { "ViewArea", "ViewClip", "PrintArea", "PrintClip" };
	const struct obj *v = pdf_get(c->pdf, pdf_root(c->pdf), "ViewerPreferences");

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const struct obj *o = pdf_get(c->pdf, v, keys[i]);

		if (o->kind != OBJ_NULL && !obj_is_name(o, "MediaBox") && !obj_is_name(o, "BleedBox"))
			report(c, R_VIEW_PRINT_AREA, SEV_ERROR, 0, NULL, _("%s is set to another box than MediaBox or BleedBox"), keys[i]);
	}
}

static void document(struct context *c)
{
	for (int page = c->first; page <= c->last; page++)
		check_sheet(c, sheet_of(c, page), page);
	if (c->limits->page_multiple > 1 && c->npages % c->limits->page_multiple != 0)
		report(c, R_PAGE_COUNT, SEV_WARNING, 0, NULL, ngettext("the file has %d page, no multiple of %d", "the file has %d pages, no multiple of %d",
		       (unsigned long)c->npages), c->npages, c->limits->page_multiple);
	check_viewer(c);
}

static void on_event(struct context *c, const struct event *e)
{
	struct sheet *s = &c->sheets[e->page - 1];
	struct inks i;

	if (s->inked || !on_page(e) || (e->kind != EV_TEXT && e->kind != EV_FILL && e->kind != EV_STROKE &&
	    e->kind != EV_IMAGE && e->kind != EV_SHADE) || box_empty(box_and(e->box, s->trim)))
		return;
	if (e->kind == EV_TEXT && (e->g->render == 3 || e->g->render == 7))
		return;
	i = e->paint ? inks_of(e->paint->space, e->paint->v) : (struct inks){ .known = false };
	s->inked = !i.known || inks_count(&i) > 0;
}

static void page_end(struct context *c, int page)
{
	if (!sheet_of(c, page)->inked)
		report(c, R_PAGE_EMPTY, SEV_WARNING, page, NULL, _("the page is empty"));
}

const struct check box_checks = { .document = document, .event = on_event, .page_end = page_end };
