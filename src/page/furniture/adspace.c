/*
 * src/page/furniture/adspace.c - advertisements of less than a page: where on it they stand.
 *
 * The space is built up from the page's foot. The largest come first; each goes
 * as low as it can, into one of the places of its own width that lie side by
 * side, so that a quarter stands beside another, or beside two eighths. What a
 * layout calls a quarter and an eighth, it has to make so that they add up:
 * heights are rounded up to grid lines, and over each is one for its label.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "page/figure/figure.h"
#include "page/furniture/furniture.h"
#include "page/work.h"

/* Lines of white between the text and an advertisement that takes the page's foot. */
#define AD_WHITE 1.6
/* Two widths or two heights of a line that differ by less are the same. */
#define SLACK ((Pt)1)
/* How far the proportions of a picture may differ from what was booked. */
#define PROPORTION 0.03

/* What one takes: grid columns, grid lines. */
struct space { const struct ad *ad; struct ad_format format; int span; double lines; size_t nth; };

/* Whether the size comes from the layout, or only its width. */
static bool has_format(const struct layout *l, enum ad_size size)
{
	for (size_t i = 0; i < l->nads; i++)
		if (l->ads[i].size == size)
			return true;
	return false;
}

static int span_for(const struct layout *l, Pt width)
{
	int span = 1;

	while (span < l->columns && layout_span_width(l, span) < width - SLACK)
		span++;
	return span;
}

static struct space space_of(const struct composer *c, const struct ad *ad, size_t nth)
{
	const struct layout *l = c->layout;
	struct space s = { ad, advert_format(l, ad), l->columns, 0, nth };

	if (ad->picture->pdf || has_format(l, ad->size)) {
		s.span = span_for(l, s.format.w);
		s.lines = ceil(s.format.h / l->leading + 0.55);
	} else {		/* in its own proportions */
		s.span = ad->size == AD_HALF ? l->columns : MAX(l->columns / 2, 1);
		s.lines = picture_lines(c, ad->picture, layout_span_width(l, s.span), l->lines);
	}
	return s;
}

/* The wider below, then the higher; else as the author has them. */
static int by_size(const void *a, const void *b)
{
	const struct space *x = a, *y = b;

	if (x->format.w > y->format.w + SLACK || y->format.w > x->format.w + SLACK)
		return x->format.w > y->format.w ? -1 : 1;
	if (x->lines < y->lines || x->lines > y->lines)
		return x->lines > y->lines ? -1 : 1;
	return x->nth < y->nth ? -1 : x->nth > y->nth;
}

void ad_check_place(struct composer *c, const struct sheet *s, const struct ad *ad)
{
	bool full = ad->size == AD_FULL;

	if (ad->on && ad->on != s->number && !c->layout->stands_in)
		diag_add_page(c->diag, D_AD_BOOKING, ad->on_at, s->number, _("this advertisement was booked for page %d, but stands on page %d"), ad->on, s->number);
	if (full && ((ad->side == AD_LEFT && s->right) || (ad->side == AD_RIGHT && !s->right)))
		diag_add_page(c->diag, D_AD_BOOKING, ad->at, s->number,
			      s->right ? _("this advertisement was booked for a left page, but stands on a right one; move it by a page") :
					 _("this advertisement was booked for a right page, but stands on a left one; move it by a page"));
}

/* A PDF's size is judged with the rest of it (cli/placed.h); a picture's proportions are all there is to judge. */
static void check_size(struct composer *c, const struct sheet *s, const struct space *p)
{
	const struct picture *q = p->ad->picture;
	double w = q->vector ? q->nominal_w : q->px_w, h = q->vector ? q->nominal_h : q->px_h;
	double is = h > 0 ? w / h : 0, booked = p->format.w / p->format.h;

	if (q->pdf || q->fault || is <= 0 || !has_format(c->layout, p->ad->size) || fabs(is / booked - 1) < PROPORTION)
		return;
	diag_add_page(c->diag, D_AD_BOOKING, p->ad->at, s->number,
		      _("booked as %s, %.0f × %.0f mm, but its sides are as %.2f to 1 in place of %.2f to 1; it is cropped. Get one of the right size"),
		      ad_size_names[p->ad->size], mm_from_pt(p->format.w).mm, mm_from_pt(p->format.h).mm, is, booked);
}

/* A place as wide as the page, at its foot: text and what every page carries end above it. false: no room. */
static bool put_wide(struct composer *c, struct canvas *v, const struct space *p)
{
	const struct layout *l = c->layout;
	struct rect r = { 0, l->height - p->format.h, l->width, p->format.h };
	double line = floor((r.y - l->first_baseline) / l->leading - AD_WHITE) + 2;

	if (line < 2 || last_free_line(v, l, 0, l->width) < l->lines)
		return false;
	plan_ad(c, v->sheet, p->ad, r);
	if (p->ad->picture->pdf)
		advert_put(c, v->sheet, p->ad, r);
	else
		picture_put(c, v->sheet, p->ad->picture, (struct rect){ -l->bleed, r.y, l->width + 2 * l->bleed, r.h + l->bleed }, NULL,
			    c->issue->lang);
	ad_label(c, v->sheet, NULL, r.y - 0.3 * l->leading);
	v->sheet->foot = r.y;
	obstruct(v, 0, l->width, line, l->lines - line + 2, true);
	return true;
}

/* Whether a place that begins at column `col` is on the side asked for. */
static bool on_side(const struct layout *l, const struct canvas *v, const struct space *p, int col)
{
	bool left = col == 1, right = col + p->span - 1 == l->columns;

	switch (p->ad->side) {
	case AD_LEFT:  return left;
	case AD_RIGHT: return right;
	case AD_INNER: return v->sheet->right ? left : right;
	case AD_OUTER: return v->sheet->right ? right : left;
	case AD_ANY:   break;
	}
	return true;
}

/* The column it begins at and its last line: as low as it goes on its side. false: it goes nowhere. */
static bool find_place(const struct layout *l, const struct canvas *v, const struct space *p, int *col, double *last)
{
	int step = l->columns % p->span == 0 ? p->span : 1;

	*last = 0;
	for (int k = 1; k + p->span - 1 <= l->columns; k += step) {
		double foot;

		if (!on_side(l, v, p, k))
			continue;
		foot = last_free_line(v, l, layout_column_x(l, k, v->sheet->right), layout_span_width(l, p->span));
		if (foot > *last) {
			*last = foot;
			*col = k;
		}
	}
	/* Under a page's head; a page of advertisements has none, and so holds two halves. */
	return *last - p->lines + 1 >= (v->pattern ? 2 : 0);
}

static void put_at(struct composer *c, struct canvas *v, const struct space *p, int col, double last)
{
	const struct layout *l = c->layout;
	struct area area = { .col = col, .span = p->span };
	double line = last - p->lines + 1;
	struct rect r = grid_picture(c, &area, line, p->lines, v->sheet->right, false, false);

	plan_ad(c, v->sheet, p->ad, r);
	if (p->ad->picture->pdf)
		advert_put(c, v->sheet, p->ad, (struct rect){ r.x + (r.w - p->format.w) / 2, r.y, p->format.w, p->format.h });
	else
		picture_put(c, v->sheet, p->ad->picture, r, NULL, c->issue->lang);
	ad_label(c, v->sheet, &r, r.y - 0.3 * l->leading);
	obstruct(v, r.x, r.w, line - 1, p->lines + 1, true);
}

/* false: there is no room for it here. */
static bool put_space(struct composer *c, struct canvas *v, const struct space *p)
{
	const struct layout *l = c->layout;
	double last;
	int col = 1;

	if (p->format.w > l->width - SLACK) {
		if (!put_wide(c, v, p))
			return false;
	} else {
		if (!find_place(l, v, p, &col, &last))
			return false;
		put_at(c, v, p, col, last);
	}
	ad_check_place(c, v->sheet, p->ad);
	check_size(c, v->sheet, p);
	return true;
}

/* Those of less than a page, in the order they are put. g_free() it. */
static struct space *spaces(const struct composer *c, struct ad *const *ads, size_t n, size_t *count)
{
	struct space *s = g_new(struct space, n + 1);

	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (ads[i]->size != AD_FULL)
			s[(*count)++] = space_of(c, ads[i], i);
	qsort(s, *count, sizeof *s, by_size);
	return s;
}

void place_ads(struct composer *c, struct canvas *v, struct ad *const *ads, size_t n)
{
	size_t count;
	struct space *s = spaces(c, ads, n, &count);

	for (size_t i = 0; i < count; i++)
		if (!put_space(c, v, &s[i]))
			diag_add_page(c->diag, D_PICTURE_UNPLACED, s[i].ad->at, v->sheet->number, _("no room for this advertisement on the page"));
	g_free(s);
}

/* Each page takes what goes on it; what goes on no empty page goes nowhere. */
void ads_compose(struct composer *c, struct ad *const *ads, size_t n)
{
	size_t left, put = 1;
	struct space *s = spaces(c, ads, n, &left);

	while (left && put) {
		struct canvas v = { .sheet = sheet_add(c), .obstacles = g_array_new(FALSE, FALSE, sizeof(struct obstacle)) };
		size_t kept = 0;

		v.sheet->plan.kind = PAGE_AD;
		for (size_t i = 0; i < left; i++)
			if (!put_space(c, &v, &s[i]))
				s[kept++] = s[i];
		put = left - kept;
		left = kept;
		if (!put)
			sheet_drop(c, v.sheet);
		g_array_unref(v.obstacles);
	}
	for (size_t i = 0; i < left; i++)
		diag_add(c->diag, D_PICTURE_UNPLACED, s[i].ad->at, _("this advertisement is higher than a page's text; book a full page"));
	g_free(s);
}
