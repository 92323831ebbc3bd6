/* src/preflight/text.c - the inks and the size of text. */
#include <math.h>
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/font.h"

/* Full black: what GWG calls text of "K >= 85 %". */
static const double BLACK = 0.85, SOME_INK = 0.01;

static double tenth(double pt) { return round(pt * 10) / 10; }	/* GWG rounds sizes before comparing */

/* Black or grey that is made of three or four inks. */
static bool is_mixed_grey(const struct inks *i)
{
	double least = fmin(i->c, fmin(i->m, i->y)), most = fmax(i->c, fmax(i->m, i->y));

	return (i->k >= BLACK && most > SOME_INK) || (least > 0.15 && most - least < 0.15);
}

static void check_black(struct context *c, const struct event *e, const struct inks *i, double size)
{
	const struct limits *l = c->limits;

	if (is_mixed_grey(i)) {
		report(c, R_TXT_RICH_BLACK, l->text_display_pt > 0 && size >= l->text_display_pt ? SEV_WARNING : SEV_ERROR, e->page, &e->box,
		       _("black or grey text of %.1f pt in several inks (%.0f/%.0f/%.0f/%.0f)"), size, i->c * 100, i->m * 100, i->y * 100, i->k * 100);
		return;
	}
	if (!inks_black(i) || size >= l->text_black_pt)
		return;
	if (i->gray)
		report(c, R_TXT_BLACK_GRAY, SEV_WARNING, e->page, &e->box, _("black text of %.1f pt in DeviceGray"), size);
	else if (!e->overprint || (e->paint->space->kind == SPACE_CMYK && e->g->overprint_mode != 1))
		report(c, R_TXT_BLACK_OVERPRINT, SEV_WARNING, e->page, &e->box, _("black text of %.1f pt does not overprint"), size);
}

static void on_event(struct context *c, const struct event *e)
{
	const struct limits *l = c->limits;
	double size = tenth(e->size);
	struct inks i;

	if (e->kind != EV_TEXT || e->g->render == 3 || e->g->render == 7 || !printed(c, e) || size <= 0)
		return;
	if (size < l->text_least_pt)
		report(c, R_TXT_SIZE, SEV_WARNING, e->page, &e->box, _("text of %.1f pt; at least %.1f pt are needed"), size, l->text_least_pt);
	i = inks_of(e->paint->space, e->paint->v);
	if (!i.known)
		return;
	check_black(c, e, &i, size);
	if (size < l->text_small_pt && !is_mixed_grey(&i) && inks_count(&i) != 1)
		report(c, R_TXT_MULTI_INK, SEV_WARNING, e->page, &e->box,
		       inks_count(&i) == 0 ? _("white text of %.1f pt") : _("text of %.1f pt in several inks"), size);
}

const struct check text_checks = { .event = on_event };
