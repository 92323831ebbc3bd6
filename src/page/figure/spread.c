/* src/page/figure/spread.c - two halves of one picture, and what the fold takes. */
#include "page/figure/spread.h"
#include <math.h>
#include "base/i18n.h"
#include "page/figure/figure.h"

#define CLEAR pt_from_mm((Mm){ 10 })	/* from the fold, what it takes not counted: as near a face may come */
#define ZOOM_MOST 0.12			/* cut off more than the proportions ask for, to bring the focus out of the fold */

struct spread {
	const struct picture *picture;
	struct sheet *left, *right;	/* right NULL: begun */
	guint left_item, right_item;
	Pt x, y, h;
};

/* What of the picture is shown, over both pages: 0..1. */
struct view { double x, y, w, h; };

static void half_add(struct sheet *s, const struct picture *p, struct rect box, const struct tag *tag, guint *at)
{
	struct item it = { .kind = ITEM_PICTURE, .at = p->at, .tag = tag, .box = box };

	it.picture = (struct picture_item){
		.path = p->path, .vector = p->vector, .line = p->line, .colour = p->colour, .alt = tag ? p->alt : "", .fault = p->fault,
		.crop_w = 1, .crop_h = 1,
	};
	*at = s->items->len;
	g_array_append_val(s->items, it);
}

GArray *spreads_new(void)
{
	return g_array_new(FALSE, TRUE, sizeof(struct spread));
}

void spread_begin(struct composer *c, struct sheet *left, const struct picture *p, Pt x, Pt y, Pt h, const struct tag *tag)
{
	struct spread s = { .picture = p, .left = left, .x = x, .y = y, .h = h };

	half_add(left, p, (struct rect){ x, y, c->layout->width + c->layout->bleed - x, h }, tag, &s.left_item);
	g_array_append_val(c->spreads, s);
}

void spread_end(struct composer *c, struct sheet *right)
{
	struct spread *s = c->spreads->len ? &g_array_index(c->spreads, struct spread, c->spreads->len - 1) : NULL;

	if (!s || s->right)
		return;
	s->right = right;
	/* One figure, said once. */
	half_add(right, s->picture, (struct rect){ -c->layout->bleed, s->y, c->layout->width + c->layout->bleed - s->x, s->h }, NULL, &s->right_item);
}

void spreads_forget(struct composer *c, const struct sheet *sheet)
{
	for (guint i = c->spreads->len; i-- > 0; ) {
		struct spread *s = &g_array_index(c->spreads, struct spread, i);

		if (s->left == sheet)
			g_array_remove_index(c->spreads, i);
		else if (s->right == sheet)
			s->right = NULL;
	}
}

/* ---- what is shown ----------------------------------------------------------------------- */

static struct view view_of(const struct picture *p, double want, double zoom)
{
	double ratio = picture_ratio(p);
	struct view v = { .w = zoom, .h = zoom };

	if (ratio > want)
		v.w *= want / ratio;
	else
		v.h *= ratio / want;
	v.x = CLAMP(p->focus_x - v.w / 2, 0, 1 - v.w);
	v.y = CLAMP(p->focus_y - v.h / 2, 0, 1 - v.h);
	return v;
}

/* The view moved to the side so far that the focus is clear of the fold; false: it does not go so far. clear: of the width. */
static bool move_clear(const struct picture *p, struct view *v, double clear)
{
	double middle = v->x + v->w / 2, off = p->focus_x - middle, left, right;

	if (fabs(off) >= clear * v->w)
		return true;
	/* Where the view stands when the focus is just right of the fold, or just left of it. */
	left = p->focus_x - v->w * (0.5 + clear);
	right = p->focus_x - v->w * (0.5 - clear);
	if (left < 0 && right > 1 - v->w)
		return false;
	if (left >= 0 && (right > 1 - v->w || fabs(left - v->x) <= fabs(right - v->x)))
		v->x = left;
	else
		v->x = right;
	return v->x >= 0 && v->x <= 1 - v->w + 1e-9;
}

/* Clear of the fold, by cutting off a little more if need be. */
static struct view choose_view(struct composer *c, const struct spread *s, double want, double clear)
{
	const struct picture *p = s->picture;
	struct view first = view_of(p, want, 1);
	double shown = first.w * first.h;

	/* Moved alone it loses no more than it does anyway. */
	for (double zoom = 1; p->focused && zoom >= 1 - ZOOM_MOST && (zoom == 1 || 1 - shown * zoom * zoom <= p->crop + 1e-6); zoom -= 0.01) {
		struct view v = view_of(p, want, zoom);
		if (move_clear(p, &v, clear))
			return v;
	}
	if (p->focused)
		diag_add_page(c->diag, D_PICTURE_SPREAD, p->at, s->left->number,
			      _("what this picture's focus names lies in the fold between its two pages; take a picture with more room at the sides, or another focus"));
	return first;
}

/* What the fold takes of each page. */
static Pt loss_of(const struct composer *c, const struct spread *s)
{
	const struct sheet *last = g_ptr_array_index(c->sheets, c->sheets->len - 1);

	return c->layout->rules.flat_middle && s->left->number * 2 == last->number ? 0 : c->layout->rules.gutter_loss;
}

static void settle(struct composer *c, const struct spread *s)
{
	const struct layout *l = c->layout;
	const struct picture *p = s->picture;
	struct item *left = &g_array_index(s->left->items, struct item, s->left_item), *right = &g_array_index(s->right->items, struct item, s->right_item), whole;
	Pt loss = loss_of(c, s), width = 2 * (l->width - loss - s->x), begins = l->width - 2 * loss - s->x - l->bleed;
	struct view v;

	if (p->fault || picture_ratio(p) <= 0)
		return;
	v = choose_view(c, s, width / s->h, (CLEAR + loss) / width);
	left->picture.crop_x = v.x;
	left->picture.crop_w = v.w * left->box.w / width;
	right->picture.crop_x = v.x + v.w * begins / width;
	right->picture.crop_w = v.w * right->box.w / width;
	left->picture.crop_y = right->picture.crop_y = v.y;
	left->picture.crop_h = right->picture.crop_h = v.h;
	if (1 - v.w * v.h > p->crop + 1e-4)
		diag_add_page(c->diag, D_PICTURE_CROP, p->at, s->left->number,
			      _("%.0f %% of this picture are cut off to fill its place, %.0f %% may be; take another place for it or a picture of other proportions"),
			      100 * (1 - v.w * v.h), 100 * p->crop);
	/* Its resolution is that of both halves, and said once. */
	whole = *left;
	whole.box.w = width;
	whole.picture.crop_w = v.w;
	sheet_check_ppi(c, s->left, p, &whole);
	left->picture.refused = right->picture.refused = whole.picture.refused;
}

void spreads_settle(struct composer *c)
{
	for (guint i = 0; i < c->spreads->len; i++) {
		const struct spread *s = &g_array_index(c->spreads, struct spread, i);
		if (s->right)
			settle(c, s);
	}
}
