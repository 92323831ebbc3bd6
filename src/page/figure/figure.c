/* src/page/figure/figure.c - what stands beside the text: what it measures, and its ink. */
#include "page/figure/figure.h"
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/figure/caption.h"
#include "page/block/data.h"
#include "page/fit/fit.h"
#include "page/figure/keys.h"

#define CAPTION_GAP 0.3			/* of the leading, from the picture to the caption's strip */
#define PAGE_FOOT pt_from_mm((Mm){ 8 })	/* from words on a picture to the page's edge, where it bleeds there */
#define CREDIT_GAP 2.0			/* Pt, from the picture's edge to an upright credit */
#define BESIDE_LEAST pt_from_mm((Mm){ 24 })	/* width of a caption beside its picture, which is nearly twice as wide at least */
enum { CAPTION_SPAN = 8, GALLERY_LEAST = 4 };

enum picture_size floating_size(const struct floating *f)
{
	return f->block ? f->block->size : f->pictures[0]->size;
}

enum floating_kind floating_kind(const struct floating *f)
{
	if (f->npictures)
		return FLOATING_PICTURES;
	return f->block->kind == BLOCK_PULLQUOTE ? FLOATING_QUOTE : f->block->kind == BLOCK_BOX ? FLOATING_BOX : FLOATING_DATA;
}

bool floating_is_free(const struct floating *f)
{
	return floating_kind(f) >= FLOATING_QUOTE;
}

bool floating_is_plate(const struct floating *f)
{
	enum picture_size size = floating_size(f);

	return size == SIZE_PAGE || size == SIZE_SPREAD;
}

struct src floating_at(const struct floating *f)
{
	return f->block ? f->block->at : f->pictures[0]->at;
}

double picture_ratio(const struct picture *p)
{
	double w = p->vector ? p->nominal_w : p->px_w, h = p->vector ? p->nominal_h : p->px_h;

	return w > 0 && h > 0 ? w / h : 0;
}

/* ---- heights ------------------------------------------------------------------------- */

/* What a layout lets a photograph take. */
static double most_lines(const struct composer *c, const struct picture *p, double most)
{
	double limit = c->layout->rules.max_lines;

	return limit > 0 && !p->vector ? MIN(most, limit) : most;
}

double picture_lines(const struct composer *c, const struct picture *p, Pt width, double max)
{
	const struct layout *l = c->layout;
	double ratio = picture_ratio(p), exact = ratio > 0 ? (width / ratio - c->rise) / l->leading + 1 : 12;

	return CLAMP(p->vector || p->outline ? ceil(exact - 0.05) : round(exact), 3, max);
}

void figure_room(const struct composer *c, const struct floating *f, Pt width, double *least, double *most)
{
	const struct layout *l = c->layout;

	*least = 3;
	*most = l->lines;
	for (size_t i = 0; f->npictures == 1 && i < f->npictures; i++) {
		double ratio = picture_ratio(f->pictures[i]), shown = 1 - f->pictures[i]->crop;

		if (ratio <= 0 || f->pictures[i]->crop >= 1)
			continue;
		*least = MAX(*least, ceil((width / ratio * shown - c->rise) / l->leading + 1 - 0.05));
		*most = MIN(*most, floor((width / ratio / MAX(shown, 0.01) - c->rise) / l->leading + 1 + 0.05));
	}
	*most = MAX(*most, *least);
}

/* ---- words ----------------------------------------------------------------------------- */

static struct text_set *set_in(struct composer *c, const struct copy *copy, const struct style *style, Pt width)
{
	struct text_set *set;

	if (!copy || copy->len == 0)
		return NULL;
	set = arena_make(c->arena, struct text_set);
	*set = set_copy(c, copy, style, width);
	return set;
}

/* Whether the credit has an edge to stand at: a bleeding picture has none that is sure. */
static bool stands_upright(const struct composer *c, const struct figure_wish *w)
{
	return c->layout->rules.credit == CREDIT_EDGE && !w->bleeds;
}

/* A picture with captions in several languages, or NULL. */
static const struct picture *with_captions(const struct floating *f)
{
	return f->npictures == 1 && f->pictures[0]->ncaptions ? f->pictures[0] : NULL;
}

static void set_words(struct composer *c, struct figure *f, const struct figure_wish *w, Pt room)
{
	Pt most = layout_span_width(c->layout, MIN(CAPTION_SPAN, c->layout->columns));
	Pt width = with_captions(f->of) ? caption_measure(c, with_captions(f->of), room, most) : MIN(room, most);
	const struct copy *caption = caption_copy(c, f->of, f->cells, f->t->caption, &f->numbered), *credit = credit_copy(c, f->of);
	const struct template *t = f->t;
	bool joined;

	f->upright = credit && stands_upright(c, w);
	if (f->upright) {
		f->credit = set_in(c, credit, t->credit, f->lines * c->layout->leading);
		f->upright = f->credit && f->credit->n == 1;	/* longer than the picture is high: as if there were no edge */
	}
	joined = !f->upright && caption && credit && c->layout->rules.credit != CREDIT_LINE;
	if (joined) {
		f->credit = NULL;
		f->caption = set_in(c, copy_join(c, caption, credit, INLINE_LIGHT), t->caption, width);
	} else {
		f->caption = set_in(c, caption, t->caption, width);
	}
	if (with_captions(f->of))
		f->caption = caption_join(c, with_captions(f->of), f->caption, t->caption, room);
	if (!f->upright && !joined)
		f->credit = set_in(c, credit, t->credit, width);
}

/* Height of what stands in lines under each other: caption, credit. */
static Pt words_height(const struct figure *f)
{
	return (f->caption ? f->caption->height : 0) + (f->credit && !f->upright ? f->credit->height : 0);
}

/* ---- making ------------------------------------------------------------------------------ */

struct figure_wish figure_wish(const struct composer *c, Pt width, double most)
{
	return (struct figure_wish){ .width = width, .most = most, .at = c->layout->rules.caption };
}

/* Grid columns a width has, about. */
static int units_in(const struct layout *l, Pt width)
{
	return (int)lround((width + l->gutter) / (layout_span_width(l, 1) + l->gutter));
}

static bool has_words(const struct floating *f)
{
	if (f->caption)
		return true;
	for (size_t i = 0; i < f->npictures; i++)
		if (f->pictures[i]->caption || f->pictures[i]->credit)
			return true;
	return false;
}

/* Room for a caption beside the picture: a quarter of the width. false: it is too narrow. */
static bool part_beside(const struct composer *c, struct figure *f, const struct figure_wish *w)
{
	const struct layout *l = c->layout;
	int span = MAX(units_in(l, w->width) / 4, 1);
	Pt beside;

	if (w->at != CAPTION_BESIDE || w->bleeds || !has_words(f->of))
		return false;
	while (layout_span_width(l, span) < BESIDE_LEAST && span < l->columns)
		span++;
	beside = layout_span_width(l, span) + l->gutter;
	if (w->width < 2.75 * beside)
		return false;
	f->picture_w = w->width - beside;
	f->x = f->of->article->rtl ? beside : 0;
	return true;
}

static void lay_mosaic(struct composer *c, struct figure *f, const struct figure_wish *w)
{
	struct mosaic_piece piece[MOSAIC_MOST];
	struct mosaic_place place = {
		.width = f->picture_w, .leading = c->layout->leading, .rise = c->rise, .rtl = f->of->article->rtl,
		.lines = w->lines > 0 ? (int)MAX(floor(w->lines), GALLERY_LEAST) : 0, .most = (int)MAX(w->most, GALLERY_LEAST),
	};

	for (size_t i = 0; i < f->of->npictures; i++) {
		double ratio = picture_ratio(f->of->pictures[i]);
		piece[i] = (struct mosaic_piece){ ratio > 0 ? CLAMP(ratio, 0.05, 20) : 1, f->of->pictures[i]->crop };
	}
	f->cells = arena_make_array(c->arena, f->of->npictures, struct mosaic_cell);
	f->lines = mosaic_lay(piece, f->of->npictures, &place, f->cells, NULL);
}

static void lay_pictures(struct composer *c, struct figure *f, const struct figure_wish *w)
{
	double least, most;

	if (f->of->npictures > 1) {
		lay_mosaic(c, f, w);
		return;
	}
	f->lines = w->lines > 0 ? w->lines : picture_lines(c, f->of->pictures[0], f->picture_w, most_lines(c, f->of->pictures[0], w->most));
	if (w->lines <= 0) {
		figure_room(c, f->of, f->picture_w, &least, &most);
		f->lines = CLAMP(f->lines, MIN(least, w->most), most);
	}
	if (w->settled)
		return;
	if (f->of->pictures[0]->adjust != 0)
		f->lines = MAX(f->lines + round(f->of->pictures[0]->adjust / c->layout->leading), 1);
	f->lines = fit_lines(c, f->of->pictures[0], f->lines);
}

static void lay_quote(struct composer *c, struct figure *f, const struct figure_wish *w)
{
	const struct block *b = f->of->block;

	f->set = quote_block(c, f->t, b, f->width, w->step);
	f->lines = ceil(f->set->rows.row[0].ticks / (double)TICKS);
}

/* Its tint reaches from the height of small letters to a baseline, as pictures do. */
static void lay_box(struct composer *c, struct figure *f, const struct figure_wish *w)
{
	const struct block *b = f->of->block;

	f->box = box_apart(c, f->t, f->of->article, b, f->width, b->box->columns ? MIN(b->box->columns, MAX(w->columns, 1)) : MAX(w->columns, 1),
			   tag_make(c, ROLE_BOX, w->tag, b->lang, b->at));
	f->lines = w->lines > 0 ? w->lines : ceil(box_lines(f->box));
}

/* A table or chart, or the rows of it that stand here. */
static void lay_data(struct composer *c, struct figure *f)
{
	const struct rows *r;
	size_t end;
	int ticks;

	f->set = data_block(c, f->t, f->of->block, f->width);
	r = &f->set->rows;
	end = f->of->n ? MIN(f->of->first + f->of->n, r->n) : r->n;
	ticks = f->of->first ? r->head : 0;
	for (size_t i = f->of->first; i < end; i++)
		ticks += r->row[i].ticks;
	f->lines = ceil(ticks / (double)TICKS);
}

struct figure *figure_new(struct composer *c, const struct template *t, const struct floating *of, const struct figure_wish *w)
{
	const struct layout *l = c->layout;
	struct figure *f = arena_make(c->arena, struct figure);
	Pt pad = 0.5 * l->leading;

	*f = (struct figure){ .of = of, .t = t, .at = w->at, .width = w->width, .picture_w = w->width };
	switch (floating_kind(of)) {
	case FLOATING_QUOTE:
		lay_quote(c, f, w);
		return f;
	case FLOATING_BOX:
		lay_box(c, f, w);
		return f;
	case FLOATING_DATA:
		lay_data(c, f);
		return f;
	case FLOATING_PICTURES:
		break;
	}
	if (part_beside(c, f, w)) {
		lay_pictures(c, f, w);
		set_words(c, f, w, w->width - f->picture_w - l->gutter);
		f->below = MAX(0, ceil((words_height(f) - (f->lines - 1) * l->leading - c->rise) / l->leading - 0.01));
		return f;
	}
	if (f->at == CAPTION_BESIDE)
		f->at = CAPTION_BELOW;
	lay_pictures(c, f, w);
	set_words(c, f, w, f->at == CAPTION_OVER ? MIN(w->width, layout_span_width(l, CAPTION_SPAN)) - 2 * pad : w->width);
	if (f->at == CAPTION_BELOW && words_height(f) > 0)
		f->below = ceil((words_height(f) + 0.5 * l->leading) / l->leading);
	return f;
}

double figure_lines(const struct figure *f)
{
	return f->lines + f->below;
}

/* ---- ink --------------------------------------------------------------------------------- */

static bool within(const struct layout *l, struct rect box)
{
	return box.x >= 0 && box.y >= 0 && rect_right(box) <= l->width && rect_bottom(box) <= l->height;
}

/* The most of a picture that may go: nothing of a drawing, or where lines follow a shape. */
static double most_cut(const struct picture *p)
{
	return p->vector || p->outline ? 0 : p->crop;
}

/* What is cut off it in a box. */
static double cut_of(const struct picture *p, struct rect box)
{
	double ratio = picture_ratio(p), want = box.w / box.h;

	return ratio > 0 ? 1 - MIN(ratio / want, want / ratio) : 0;
}

struct rect figure_shown(const struct picture *p, struct rect box)
{
	double ratio = picture_ratio(p), shown = MAX(1 - most_cut(p), 0.01);
	Pt w;

	if (cut_of(p, box) <= most_cut(p) + 1e-4)
		return box;
	if (box.w / box.h < ratio) {
		box.h = box.w / (ratio * shown);
		return box;
	}
	w = box.h * ratio / shown;
	box.x += (box.w - w) / 2;
	box.w = w;
	return box;
}

/* The part of the box that it takes; what bleeds keeps its box. */
static struct rect allowed_box(struct composer *c, const struct sheet *s, const struct picture *p, struct rect box)
{
	if (within(c->layout, box))
		return figure_shown(p, box);
	if (!p->vector && cut_of(p, box) > most_cut(p) + 1e-4)
		diag_add_page(c->diag, D_PICTURE_CROP, p->at, s->number,
			      _("%.0f %% of this picture are cut off to fill its place, %.0f %% may be; take another place for it or a picture of other proportions"),
			      100 * cut_of(p, box), 100 * most_cut(p));
	return box;
}

static const struct tag *picture_in(struct composer *c, struct sheet *s, const struct picture *p, struct rect *box, const struct tag *parent, const char *lang)
{
	struct tag *tag = (struct tag *)tag_make(c, ROLE_FIGURE, parent, lang, p->at);

	tag->alt = p->alt;
	*box = allowed_box(c, s, p, *box);
	sheet_picture(c, s, p, *box, tag);
	return tag;
}

const struct tag *picture_put(struct composer *c, struct sheet *s, const struct picture *p, struct rect box, const struct tag *parent, const char *lang)
{
	return picture_in(c, s, p, &box, parent, lang);
}

/* Where a cell of the mosaic stands, in the box of them all. */
static struct rect cell_box(const struct composer *c, const struct mosaic_cell *k, struct rect box)
{
	const struct layout *l = c->layout;

	return (struct rect){ box.x + k->x, box.y + k->line * l->leading, k->w, (k->lines - 1) * l->leading + c->rise };
}

static const struct tag *put_pictures(struct composer *c, struct sheet *s, const struct figure *f, struct rect *box, const struct tag *parent)
{
	const char *lang = f->of->article->lang;
	const struct tag *tag = NULL;

	if (!f->cells)
		return picture_in(c, s, f->of->pictures[0], box, parent, lang);
	for (size_t i = 0; i < f->of->npictures; i++) {
		const struct picture *p = f->of->pictures[i];
		struct rect r = cell_box(c, &f->cells[i], *box);
		struct tag *each = (struct tag *)tag_make(c, ROLE_FIGURE, parent, lang, p->at);

		/* All of them stand in line: a drawing is cut like the others. */
		each->alt = p->alt;
		sheet_picture(c, s, p, r, each);
		if (f->numbered)
			key_put(c, s, (int)i + 1, r, f->t->caption, lang);
		tag = tag ? tag : each;
	}
	return tag;
}

/* Caption and credit under each other, the first one's strip starting at y. */
static void put_words(struct composer *c, struct sheet *s, const struct figure *f, Pt x, Pt width, Pt y, const struct tag *figure)
{
	const struct article *a = f->of->article;
	const struct text_set *sets[2] = { f->caption, f->upright ? NULL : f->credit };

	for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
		const struct text_set *t = sets[i];

		if (!t)
			continue;
		put_set(c, s, t, t->rtl ? x + width - t->measure : x, y, ink_colour(c, t->style->ink, a->rubric, true),
			tag_make(c, ROLE_CAPTION, figure, t->lang, floating_at(f->of)));
		y += t->height;
	}
}

/* Width of the longest line of the words. */
static Pt words_width(const struct figure *f)
{
	const struct text_set *sets[2] = { f->caption, f->upright ? NULL : f->credit };
	Pt widest = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(sets); i++)
		for (size_t k = 0; sets[i] && k < sets[i]->n; k++)
			widest = MAX(widest, sets[i]->lines[k]->width);
	return widest;
}

/* On the paper's white, cut out of the picture's foot where lines start; a narrow picture gives all of its width. */
static void put_over(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, Pt x, const struct tag *figure)
{
	const struct layout *l = c->layout;
	bool to_edge = rect_bottom(box) > l->height, rtl = f->of->article->rtl;
	Pt pad = 0.5 * l->leading, h = words_height(f) + 1.6 * pad;
	Pt foot = to_edge ? l->height - PAGE_FOOT : MIN(rect_bottom(box), grid_baseline(l, l->lines));
	Pt w = f->width > layout_span_width(l, CAPTION_SPAN) ? words_width(f) + 2 * pad : f->width;
	/* A point over the picture's edges, so that no sliver of it shows. */
	struct rect ground = { rtl ? x + f->width - w - 1 : x, foot - h, w + 1, rect_bottom(box) - foot + h + 1 };

	sheet_rect(c, s, ground, (struct colour){ "white", 1, 0, 0, 0, 0 }, floating_at(f->of));
	put_words(c, s, f, ground.x + pad + rtl, w - 2 * pad, foot - words_height(f) - 0.2 * pad, figure);
}

/* The credit along the picture's outer edge, read from the foot upwards. */
static void put_upright(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, const struct tag *figure)
{
	const struct text_set *t = f->credit;
	Pt below = (1 - BASE_SHARE) * t->leading;

	put_set_up(c, s, t, rect_right(box) + CREDIT_GAP + t->leading - below - 0.1 * t->leading, rect_bottom(box),
		   ink_colour(c, t->style->ink, f->of->article->rubric, true),
		   tag_make(c, ROLE_CAPTION, figure, t->lang, floating_at(f->of)));
}

/* Beside the picture; the last line stands on its foot's baseline, unless there are too many for that. */
static void put_beside(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, Pt x, const struct tag *figure)
{
	const struct layout *l = c->layout;
	Pt w = f->width - f->picture_w - l->gutter, below = (1 - BASE_SHARE) * l->leading;
	Pt top = MAX(rect_bottom(box) + below - words_height(f), box.y + c->rise - BASE_SHARE * l->leading);

	put_words(c, s, f, f->x > 0 ? x : x + f->picture_w + l->gutter, w, top, figure);
}

void figure_put_words(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, Pt x, const struct tag *figure)
{
	if (f->upright)
		put_upright(c, s, f, box, figure);
	if (words_height(f) <= 0)
		return;
	switch (f->at) {
	case CAPTION_OVER:
		put_over(c, s, f, box, x, figure);
		break;
	case CAPTION_BESIDE:
		put_beside(c, s, f, box, x, figure);
		break;
	case CAPTION_BELOW:
		put_words(c, s, f, x, f->width, rect_bottom(box) + CAPTION_GAP * c->layout->leading, figure);
		break;
	}
}

void figure_put_in(struct composer *c, struct sheet *s, const struct figure *f, struct rect box, Pt x, const struct tag *parent)
{
	const struct tag *figure = put_pictures(c, s, f, &box, parent);

	figure_put_words(c, s, f, box, x, figure);
}

static const struct tag *block_tag(struct composer *c, const struct floating *f, const struct tag *parent)
{
	if (floating_kind(f) == FLOATING_QUOTE)
		return tag_make(c, ROLE_QUOTE, parent, f->block->lang, f->block->at);
	return data_tag(c, f->block, parent);
}

void figure_put(struct composer *c, struct sheet *s, const struct figure *f, Pt x, double line, const struct tag *parent)
{
	Pt top = grid_baseline(c->layout, line) - c->rise;
	struct rect box = { x + f->x, top, f->picture_w, grid_baseline(c->layout, line + f->lines - 1) - top };

	if (f->box) {
		box_put_in(c, s, f->box, box, grid_top(c->layout, line + 1), f->of->article->rubric);
		return;
	}
	if (f->set) {
		struct block_stretch st = {
			.c = c, .sheet = s, .article = f->of->article, .tag = block_tag(c, f->of, parent), .x = x,
			.y = grid_top(c->layout, line), .width = f->width, .first = f->of->first, .n = f->of->n ? f->of->n : f->set->rows.n,
		};

		block_put(f->set, &st);
		return;
	}
	figure_put_in(c, s, f, box, x, parent);
}
