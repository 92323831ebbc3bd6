/* src/page/furniture/advert.c - advertisements that come as PDFs: the size booked, and the page put into it. */
#include <math.h>
#include "page/compose.h"

/* What export programs make of a size in millimetres. */
#define TOLERANCE pt_from_mm((Mm){ 0.5 })

static double miss(struct ad_format f, const struct picture *p)
{
	return fmax(fabs(f.w - p->nominal_w), fabs(f.h - p->nominal_h));
}

/* A format's distance from a file: a PDF has a size, a picture only proportions. */
static double distance(struct ad_format f, const struct picture *p)
{
	double w = p->vector ? p->nominal_w : p->px_w, h = p->vector ? p->nominal_h : p->px_h;

	if (p->pdf)
		return miss(f, p);
	return w > 0 && h > 0 ? fabs(log(w / h / (f.w / f.h))) : 0;
}

struct ad_format advert_format(const struct layout *l, const struct ad *ad)
{
	const struct picture *p = ad->picture;
	struct ad_format best = { ad->size, l->width, l->height };
	bool found = false;

	if (ad->size == AD_FULL)
		return best;
	for (size_t i = 0; i < l->nads; i++) {
		if (l->ads[i].size != ad->size)
			continue;
		if (!found || distance(l->ads[i], p) < distance(best, p))
			best = l->ads[i];
		found = true;
	}
	if (found)
		return best;
	/* Without a list of sizes: as wide as the type or half of it, as high as it is. */
	best.w = layout_span_width(l, ad->size == AD_HALF ? l->columns : MAX(l->columns / 2, 1));
	best.h = p->nominal_w > 0 ? best.w * p->nominal_h / p->nominal_w : best.w;
	return best;
}

void advert_put(struct composer *c, struct sheet *s, const struct ad *ad, struct rect place)
{
	const struct picture *p = ad->picture;
	struct tag *figure = (struct tag *)tag_make(c, ROLE_FIGURE, NULL, c->issue->lang, p->at);
	struct ad_format booked = { ad->size, place.w, place.h };
	bool misfit = miss(booked, p) > TOLERANCE;
	double scale = !misfit ? 1 : fmin(place.w / p->nominal_w, place.h / p->nominal_h);
	Pt w = p->nominal_w * scale, h = p->nominal_h * scale;

	figure->alt = p->alt;
	sheet_page(c, s, p, (struct rect){ place.x + (place.w - w) / 2, place.y + (place.h - h) / 2, w, h },
		   booked.w, booked.h, misfit, figure);
}
