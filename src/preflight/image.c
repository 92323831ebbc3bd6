/* src/preflight/image.c - the resolution of pictures as they are placed. */
#include <math.h>
#include "base/i18n.h"
#include "preflight/checks.h"

/* Pixels a side up to which a picture is a colour, not a picture (GWG 4.26). */
enum { TINY = 16 };

static void check_lineart(struct context *c, const struct event *e, double ppi)
{
	const struct limits *l = c->limits;

	if (ppi < l->lineart_warning)
		report(c, R_IMG_PPI_1BIT, ppi < l->lineart_error ? SEV_ERROR : SEV_WARNING, e->page, &e->box,
		       _("line art has %.0f ppi, %.0f are needed"), ppi, l->lineart_warning);
	if (l->lineart_most > 0 && ppi > l->lineart_most)
		report(c, R_IMG_PPI_MAX, SEV_WARNING, e->page, &e->box, _("line art has %.0f ppi, %.0f are enough"), ppi, l->lineart_most);
}

static void on_event(struct context *c, const struct event *e)
{
	const struct limits *l = c->limits;
	double ppi = round(e->ppi);

	if (e->kind != EV_IMAGE || !printed(c, e))
		return;
	if (e->bits == 16)
		report(c, R_IMG_BITS, SEV_WARNING, e->page, &e->box, _("a picture has 16 bits a channel"));
	if ((e->pixels_w <= TINY && e->pixels_h <= TINY) || e->pixels_w < 1 || e->pixels_h < 1)
		return;
	if (e->bits == 1) {
		check_lineart(c, e, ppi);
		return;
	}
	if (ppi < l->ppi_warning)
		report(c, R_IMG_PPI, ppi < l->ppi_error ? SEV_ERROR : SEV_WARNING, e->page, &e->box,
		       _("a picture has %.0f ppi, %.0f are needed"), ppi, l->ppi_warning);
	if (l->ppi_most > 0 && ppi > l->ppi_most)
		report(c, R_IMG_PPI_MAX, SEV_WARNING, e->page, &e->box, _("a picture has %.0f ppi, %.0f are enough"), ppi, l->ppi_most);
}

const struct check image_checks = { .event = on_event };
