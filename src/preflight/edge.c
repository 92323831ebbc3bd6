/*
 * src/preflight/edge.c - the page's edges: bleed reached, text away from the
 * cut, marks outside.
 *
 * By geometry, without rasterising: an upright rectangle, a picture or a
 * gradient that reaches the trim has to reach the end of the bleed. Of other
 * shapes only the bounding box is known, so of those only what ends at the
 * trim itself is told: a curve may well end in the middle of the bleed.
 */
#include <math.h>
#include "base/i18n.h"
#include "preflight/checks.h"

static const double MM = 25.4 / 72, NEAR = 0.3 /* pt */, LONG_MM = 4, MARK_MM = 15;

enum edge { LEFT, RIGHT, BOTTOM, TOP };

/* How far an item's edge lies outside of the trim, negative inside. */
static double beyond(const struct box *b, const struct box *trim, enum edge edge)
{
	switch (edge) {
	case LEFT:   return trim->x0 - b->x0;
	case RIGHT:  return b->x1 - trim->x1;
	case BOTTOM: return trim->y0 - b->y0;
	default:     return b->y1 - trim->y1;
	}
}

static void check_bleed(struct context *c, const struct event *e, struct box b, bool exact)
{
	static const char *const names[] = { N_("the left edge"), N_("the right edge"), N_("the lower edge"), N_("the upper edge") };
	const struct sheet *s = sheet_of(c, e->page);
	struct box seen = box_and(b, s->trim), bleed = box_and(s->bleed, s->media);

	if (box_empty(seen))
		return;
	for (enum edge k = LEFT; k <= TOP; k++) {
		double along = (k <= RIGHT ? seen.y1 - seen.y0 : seen.x1 - seen.x0) * MM, across = k <= RIGHT ? seen.x1 - seen.x0 : seen.y1 - seen.y0,
		       out = beyond(&b, &s->trim, k), need = fmin(c->limits->bleed_mm / MM, beyond(&bleed, &s->trim, k));

		if (along <= LONG_MM || across <= 0 || out < -NEAR || out >= need - NEAR || need <= NEAR)
			continue;
		if (!exact && out > NEAR)
			continue;
		report(c, R_BLEED_CONTENT, SEV_WARNING, e->page, &b, _("an object at %s reaches only %.1f mm into the bleed; %.1f mm are needed"),
		       _(names[k]), fmax(out, 0) * MM, c->limits->bleed_mm);
	}
}

static void check_safe(struct context *c, const struct event *e)
{
	const struct sheet *s = sheet_of(c, e->page);
	struct box b = e->box, in = box_and(b, s->trim);
	double least = 1e9;

	/* In the slug beside the page anything may stand. */
	if (box_empty(in) || in.x1 - in.x0 < 0.5 || in.y1 - in.y0 < 0.5)
		return;
	for (enum edge k = LEFT; k <= TOP; k++)
		least = fmin(least, -beyond(&b, &s->trim, k) * MM);
	if (least < c->limits->safe_mm - 0.05)
		report(c, R_SAFE_ZONE, SEV_WARNING, e->page, &b,
		       least < 0 ? _("text is cut by the page's edge") : _("text is %.1f mm from the page's edge; %.1f mm are needed"), least, c->limits->safe_mm);
}

/* A short line in the bleed, beside the page: a crop mark set too near. */
static void check_mark(struct context *c, const struct event *e, struct box b, double thick)
{
	const struct sheet *s = sheet_of(c, e->page);
	struct box seen = box_and(b, s->bleed);
	double w = (b.x1 - b.x0) * MM, h = (b.y1 - b.y0) * MM;

	if (box_empty(seen) || !box_empty(box_and(b, s->trim)) || thick > 2 || fmax(w, h) > MARK_MM)
		return;
	/* Half of its line's width may lie in the bleed where the mark touches its edge. */
	if (seen.x1 - seen.x0 <= thick && seen.y1 - seen.y0 <= thick)
		return;
	report(c, R_MARKS_OUTSIDE, SEV_ERROR, e->page, &b, _("a mark lies inside the bleed"));
}

static void on_event(struct context *c, const struct event *e)
{
	struct inks i = { .known = false };

	if (!on_page(e) || !sheet_of(c, e->page)->has_trim)
		return;
	if (e->paint)
		i = inks_of(e->paint->space, e->paint->v);
	if (e->kind == EV_TEXT && e->g->render != 3 && e->g->render != 7)
		check_safe(c, e);
	if (i.known && inks_count(&i) == 0)
		return;
	switch (e->kind) {
	case EV_IMAGE:
	case EV_SHADE:
		check_bleed(c, e, e->box, true);
		break;
	case EV_STROKE:
		check_mark(c, e, e->box, e->size);
		check_bleed(c, e, e->box, false);
		break;
	case EV_FILL:
		for (size_t k = 0; k < e->nrects; k++) {
			double w = e->rects[k].x1 - e->rects[k].x0, h = e->rects[k].y1 - e->rects[k].y0;

			check_mark(c, e, e->rects[k], fmin(w, h));
			check_bleed(c, e, e->rects[k], true);
		}
		if (e->nrects == 0)
			check_bleed(c, e, e->box, false);
		break;
	default:
		break;
	}
}

const struct check edge_checks = { .event = on_event };
