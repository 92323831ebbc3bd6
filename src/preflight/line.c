/*
 * src/preflight/line.c - thin lines, overprinting, large black areas.
 *
 * A thin filled rectangle is a line as well: many programs draw rules so.
 */
#include <math.h>
#include "base/i18n.h"
#include "preflight/checks.h"

static const double MM = 25.4 / 72;

static double rounded(double pt) { return round(pt * 1000) / 1000; }

static void check_line(struct context *c, const struct event *e, const struct box *where, double width, const struct inks *i)
{
	const struct limits *l = c->limits;

	width = rounded(width);
	if (i->known && inks_count(i) == 0 && e->kind == EV_FILL)
		return;		/* a white sliver covers something, it is no line */
	if (width < l->line_warning_pt)
		report(c, R_LINE_WIDTH, width < l->line_error_pt ? SEV_ERROR : SEV_WARNING, e->page, where,
		       _("a line is %.3f pt thick; at least %.2f pt are needed"), width, l->line_warning_pt);
	else if (width < l->line_multi_pt && i->known && inks_count(i) != 1)
		report(c, R_LINE_MULTI_INK, SEV_WARNING, e->page, where,
		       inks_count(i) == 0 ? _("a white line of %.2f pt") : _("a line of %.2f pt in several inks"), width);
	if (width < l->line_black_pt && inks_black(i) && !e->overprint)
		report(c, R_OVP_THIN_BLACK, SEV_WARNING, e->page, where, _("a black line of %.2f pt does not overprint"), width);
}

static void check_overprint(struct context *c, const struct event *e, const struct inks *i)
{
	if (!e->overprint)
		return;
	if (!i->known) {
		report(c, R_OVP_COLOUR, SEV_WARNING, e->page, &e->box, e->kind == EV_IMAGE ? _("a picture overprints") : _("something coloured overprints"));
		return;
	}
	if (inks_count(i) == 0)
		report(c, R_OVP_WHITE, e->kind == EV_TEXT ? SEV_ERROR : SEV_WARNING, e->page, &e->box,
		       e->kind == EV_TEXT ? _("white text overprints") : _("a white object overprints"));
	else if (i->gray && !inks_black(i))
		report(c, R_OVP_GRAY, SEV_WARNING, e->page, &e->box, _("a grey object overprints"));
	else if (i->c > 0.005 || i->m > 0.005 || i->y > 0.005 || i->nspots)
		report(c, R_OVP_COLOUR, SEV_WARNING, e->page, &e->box, _("something coloured overprints"));
}

static void check_area(struct context *c, const struct event *e, const struct inks *i)
{
	double w, h;
	struct box b = e->box;

	if (!e->single && e->nrects == 0)
		return;
	for (size_t k = 0; k < e->nrects; k++)
		if (k == 0 || (e->rects[k].x1 - e->rects[k].x0) * (e->rects[k].y1 - e->rects[k].y0) > (b.x1 - b.x0) * (b.y1 - b.y0))
			b = e->rects[k];
	w = (b.x1 - b.x0) * MM;
	h = (b.y1 - b.y0) * MM;
	if (w > c->limits->black_area_mm && h > c->limits->black_area_mm && i->known && i->k > 0.995 && i->c + i->m + i->y < 0.1 &&
	    i->nspots == 0 && !i->registration)
		report(c, R_BLACK_AREA, SEV_WARNING, e->page, &b, _("an area of %.0f × %.0f mm in black alone"), w, h);
}

static void on_event(struct context *c, const struct event *e)
{
	struct inks i = { .known = false };

	if ((e->kind != EV_FILL && e->kind != EV_STROKE && e->kind != EV_TEXT && e->kind != EV_IMAGE && e->kind != EV_SHADE) ||
	    !printed(c, e) || (e->kind == EV_TEXT && (e->g->render == 3 || e->g->render == 7)))
		return;
	if (e->paint)
		i = inks_of(e->paint->space, e->paint->v);
	check_overprint(c, e, &i);
	/* A pattern's cell is scaled only roughly, a glyph's strokes are letters. */
	if (e->inside & (IN_PATTERN | IN_TYPE3))
		return;
	if (e->kind == EV_STROKE)
		check_line(c, e, &e->box, e->size, &i);
	if (e->kind != EV_FILL)
		return;
	for (size_t k = 0; k < e->nrects; k++) {
		double w = e->rects[k].x1 - e->rects[k].x0, h = e->rects[k].y1 - e->rects[k].y0;

		if (fmin(w, h) < c->limits->line_black_pt && fmax(w, h) > 4 * fmin(w, h))
			check_line(c, e, &e->rects[k], fmin(w, h), &i);
	}
	check_area(c, e, &i);
}

const struct check line_checks = { .event = on_event };
