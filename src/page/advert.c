/* src/page/advert.c - advertisements that come as PDFs: the size booked, and the page put into it. */
#include <math.h>
#include "page/compose.h"

/* What export programs make of a size in millimetres. */
#define TOLERANCE pt_from_mm((Mm){ 0.5 })

static double miss(struct ad_format f, const struct picture *p)
{
	return fmax(fabs(f.w - p->nominal_w), fabs(f.h - p->nominal_h));
}

struct ad_format advert_format(const struct layout *l, const struct ad *ad)
{
	const struct picture *p = ad->picture;
	struct ad_format best = { l->width, l->height };

	if (ad->size == AD_FULL)
		return best;
	/* Without a list of sizes: as wide as the type, as high as it is. */
	if (!l->nhalf_ads) {
		best.w = layout_span_width(l, l->columns);
		best.h = best.w * p->nominal_h / p->nominal_w;
	}
	for (size_t i = 0; i < l->nhalf_ads; i++)
		if (i == 0 || miss(l->half_ads[i], p) < miss(best, p))
			best = l->half_ads[i];
	return best;
}

void advert_put(struct composer *c, struct sheet *s, const struct ad *ad, struct rect place)
{
	const struct picture *p = ad->picture;
	struct tag *figure = (struct tag *)tag_make(c, ROLE_FIGURE, NULL, c->issue->lang, p->at);
	struct ad_format booked = { place.w, place.h };
	bool misfit = miss(booked, p) > TOLERANCE;
	double scale = !misfit ? 1 : fmin(place.w / p->nominal_w, place.h / p->nominal_h);
	Pt w = p->nominal_w * scale, h = p->nominal_h * scale;

	figure->alt = p->alt;
	sheet_page(c, s, p, (struct rect){ place.x + (place.w - w) / 2, place.y + (place.h - h) / 2, w, h },
		   booked.w, booked.h, misfit, figure);
}
