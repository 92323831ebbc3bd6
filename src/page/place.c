/*
 * src/page/place.c - the places of a template's page.
 *
 * Places are laid out in their order, after what stands at the foot: ads and
 * boxes are put up from the last line, so that columns see them.
 */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "page/block/blocks.h"
#include "page/figure/figure.h"
#include "page/fit/fit.h"
#include "page/furniture/furniture.h"
#include "page/block/parallel.h"
#include "page/figure/plate.h"
#include "page/figure/spread.h"
#include "page/work.h"

/* ---- pages and obstacles ----------------------------------------------------- */

static const struct pattern *pattern_for(const struct template *t, int page)
{
	const struct pattern *rest = NULL;

	for (size_t i = 0; i < t->npatterns; i++) {
		if (t->patterns[i].at == page)
			return &t->patterns[i];
		if (t->patterns[i].at == 0)
			rest = &t->patterns[i];
	}
	return rest ? rest : &t->patterns[t->npatterns - 1];
}

void obstruct(struct canvas *v, Pt x, Pt w, double line, double lines, bool foot)
{
	struct obstacle o = { x, x + w, line, line + lines, foot };
	g_array_append_val(v->obstacles, o);
}

static bool over(const struct obstacle *o, Pt x, Pt w)
{
	return o->x0 + 0.5 < x + w && x + 0.5 < o->x1;
}

double line_under(const struct canvas *v, Pt x, Pt w)
{
	double line = 1;

	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (!o->foot && over(o, x, w) && o->end > line)
			line = o->end;
	}
	return ceil(line - 0.01);
}

double last_free_line(const struct canvas *v, const struct layout *l, Pt x, Pt w)
{
	double line = l->lines;

	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (o->foot && over(o, x, w) && o->line - 1 < line)
			line = o->line - 1;
	}
	return floor(line + 0.01);
}

/* Whether lines [line, line + lines) are free in this width. */
bool is_free(const struct canvas *v, Pt x, Pt w, double line, double lines)
{
	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (over(o, x, w) && o->line < line + lines - 0.01 && line < o->end - 0.01)
			return false;
	}
	return true;
}

/* ---- places --------------------------------------------------------------------- */

static const struct picture *take_picture(struct work *w, const char *size)
{
	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		for (size_t k = 0; k < a->nblocks; k++) {
			const struct block *b = a->blocks[k];
			bool gallery = b->kind == BLOCK_GALLERY && !strcmp(size, "gallery");

			for (size_t p = 0; p < b->npictures && !fit_omits(w->c, b); p++) {
				const struct picture *q = b->pictures[p];
				bool fits = gallery || (b->kind == BLOCK_PICTURE &&
					((q->size == SIZE_OPENER && !strcmp(size, "opener")) || (q->size == SIZE_FULL && !strcmp(size, "full")) || (q->size == SIZE_SPREAD && !strcmp(size, "spread"))));
				if (fits && g_hash_table_add(w->placed, (gpointer)q))
					return q;
			}
		}
	}
	return NULL;
}

static bool bleeds(const struct area *a)
{
	return a->bleed_top || a->bleed_bottom || a->bleed_inner || a->bleed_outer;
}

/* Where a picture over two pages goes on, the same lines are taken on the right page. */
static void place_half(struct work *w, struct canvas *v)
{
	struct rect r = grid_area(w->c->layout, &w->half->area, 1, 1, v->sheet->right, v->mirror);

	spread_end(w->c, v->sheet);
	if (w->half_words)
		figure_put_words(w->c, v->sheet, w->half_words, w->half_box, r.x, w->half_tag);
	obstruct(v, r.x, r.w, w->half_line, w->half_lines + 1, false);
	w->half = NULL;
	w->half_words = NULL;
	w->half_page = (int)w->canvases->len;
}

static bool among(const char *lang, const struct parallel_text *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(texts[i]->lang, lang))
			return true;
	return false;
}

/*
 * A picture over two facing pages as one of them speaks of it: with the captions in its own languages. What neither page has
 * stands on the left one, and so does the credit, unless all captions are the right one's. NULL: nothing is said there.
 */
static const struct picture *said_on(struct work *w, const struct picture *p, bool right)
{
	const struct article *a = w->part->articles[0];
	const struct parallel_text *texts[PARALLEL_MAX];
	size_t n = parallel_page(a, true, texts);
	struct picture *said = arena_copy(w->c->arena, p, sizeof *p);

	said->caption = NULL;
	said->captions = arena_make_array(w->c->arena, p->ncaptions + 1, struct copy *);
	said->ncaptions = 0;
	for (size_t i = 0; i <= p->ncaptions; i++) {
		struct copy *one = i ? p->captions[i - 1] : p->caption;

		if (!one || among(one->lang, texts, n) != right)
			continue;
		if (!said->caption)
			said->caption = one;
		else
			said->captions[said->ncaptions++] = one;
	}
	if (right)
		said->credit = NULL;
	return said->caption || said->credit ? said : NULL;
}

/* The words of the right page's half, to stand as those of the left one do. */
static void prepare_half(struct work *w, const struct picture *p, const struct figure_wish *wish, double *lines)
{
	struct composer *c = w->c;
	struct floating *f = arena_make(c->arena, struct floating);
	const struct picture **said = arena_make(c->arena, const struct picture *);

	*said = said_on(w, p, true);
	*f = (struct floating){ .pictures = said, .npictures = 1, .article = w->part->articles[0] };
	w->half_words = *said ? figure_new(c, w->t, f, wish) : NULL;
	if (w->half_words)
		*lines = MAX(*lines, figure_lines(w->half_words));
}

/* false: the page is a right one. */
static bool place_spread(struct work *w, struct canvas *v, const struct place *p, const struct figure *f, Pt x, double line)
{
	struct composer *c = w->c;
	const struct picture *pic = f->of->pictures[0];
	struct area area = p->area;
	struct tag *tag;
	struct rect box;

	if (v->sheet->right) {
		diag_add_page(c->diag, D_PICTURE_SPREAD, pic->at, v->sheet->number,
			      _("a picture over two pages begins on a left page, but this one is a right one; it is set on one page. Move the article by a page, or begin it with start=\"left\""));
		return false;
	}
	area.bleed_inner = true;
	box = grid_picture(c, &area, line, f->lines, false, v->mirror, w->t->mirror);
	tag = (struct tag *)tag_make(c, ROLE_FIGURE, w->tag, f->of->article->lang, pic->at);
	tag->alt = pic->alt;
	spread_begin(c, v->sheet, pic, box.x, box.y, box.h, tag);
	figure_put_words(c, v->sheet, f, box, x, tag);
	w->half = p;
	w->half_line = line;
	/* Facing texts begin at one height: under the words to the picture, wherever these stand. */
	w->half_lines = w->t->parallel_manner == PARALLEL_FACING ? figure_lines(f) : f->lines;
	w->half_tag = tag;
	w->half_box = box;
	return true;
}

/* A picture over two pages whose languages face each other: each page has its own words to it. */
static bool is_shared(const struct work *w, const struct canvas *v, const struct place *p, const struct picture *pic)
{
	return !strcmp(p->size ? p->size : "", "spread") && w->t->parallel_manner == PARALLEL_FACING && !v->sheet->right && pic->ncaptions;
}

static void place_picture(struct work *w, struct canvas *v, const struct place *p)
{
	struct composer *c = w->c;
	const struct layout *l = c->layout;
	const struct picture *pic = take_picture(w, p->size ? p->size : "opener"), *said = pic;
	struct floating f = { .pictures = &said, .npictures = 1, .article = w->part->articles[0] };
	bool right = v->sheet->right;
	struct rect col = grid_area(l, &p->area, 1, 1, right, v->mirror), box;
	double line = p->area.line > 0 ? p->area.line : line_under(v, col.x, col.w), lines;
	struct figure_wish wish = { .width = col.w, .lines = p->area.lines, .most = l->lines - line - 2, .at = p->caption_at, .bleeds = bleeds(&p->area) };
	const struct figure *figure;

	if (!pic)
		return;
	if (p->area.bleed_bottom)	/* there is nothing below it */
		wish.at = CAPTION_OVER;
	if (p->min_lines > 0 && wish.lines > 0)
		wish.lines = MAX(wish.lines - w->attempt.shrink, MIN(wish.lines, p->min_lines));
	if (is_shared(w, v, p, pic))
		said = said_on(w, pic, false);
	if (!said)
		said = pic;
	figure = figure_new(c, w->t, &f, &wish);
	lines = figure_lines(figure);
	if (said != pic) {
		wish.lines = figure->lines;
		prepare_half(w, pic, &wish, &lines);
	}
	box = grid_picture(c, &p->area, line, figure->lines, right, v->mirror, w->t->mirror);
	if (figure->picture_w < col.w) {
		box.x = col.x + figure->x;
		box.w = figure->picture_w;
	}
	if (strcmp(p->size ? p->size : "", "spread") || !place_spread(w, v, p, figure, col.x, line))
		figure_put_in(c, v->sheet, figure, box, col.x, w->tag);
	else if (said != pic)
		w->half_lines = lines;
	obstruct(v, col.x, col.w, line, lines + 1, false);	/* and a line of white */
}

static const struct block *find_parallel(const struct article *a)
{
	for (size_t i = 0; i < a->nblocks; i++)
		if (a->blocks[i]->kind == BLOCK_PARALLEL)
			return a->blocks[i];
	return NULL;
}

static void add_language(struct head_languages *h, const char *lang, Pt x, Pt width)
{
	h->column[h->n++] = (struct head_column){ lang, x, width };
}

/* The languages of a head, where they do not simply stand under each other: on facing pages each page has its own; beside each other they
 * stand over the columns of the text. */
static struct head_languages head_languages(struct work *w, const struct canvas *v, const struct head *h, const struct article *a, Pt width)
{
	struct head_languages langs = { .n = 0 };
	const struct parallel_text *texts[PARALLEL_MAX];
	const struct block *b = find_parallel(a);
	bool facing = w->t->parallel_manner == PARALLEL_FACING;
	size_t n;

	if (b && !facing && h->beside) {
		const struct parallel_plan *plan = parallel_plan(w->c, w->t, a, b, width);

		for (size_t i = 0; plan->manner == PARALLEL_COLUMNS && i < plan->places.n; i++)
			add_language(&langs, plan->p->texts[plan->places.place[i].text].lang, plan->places.place[i].x, plan->places.place[i].width);
	}
	/* Those of the page opposite are none of this one's. */
	for (size_t i = facing ? parallel_page(a, !v->facing, texts) : 0; i-- > 0; )
		add_language(&langs, texts[i]->lang, 0, 0);
	n = facing ? parallel_page(a, v->facing, texts) : 0;
	for (size_t i = 0; i < n; i++) {
		Pt gutter = w->c->layout->gutter, share = (width - (double)(n - 1) * gutter) / (double)n;
		add_language(&langs, texts[i]->lang, (double)i * (share + gutter), share);
	}
	langs.others = !v->facing;
	return langs;
}

/* Lines by which what begins at `line` reaches over the page's foot, or what stands there. */
static int lines_too_many(const struct work *w, const struct canvas *v, struct rect r, double line, double lines)
{
	return (int)ceil(line + lines - 1 - last_free_line(v, w->c->layout, r.x, r.w) - 0.01);
}

static void report_high_head(struct work *w, const struct canvas *v, const struct article *a, const struct head_set *h, int over)
{
	const struct copy *at = head_copy_at(h, head_lines(h) - over);

	v->sheet->high_told = true;
	diag_add_page(w->c->diag, D_OVERSET, at ? at->at : a->at, v->sheet->number,
		      ngettext("the head is %d line too high for its page: shorten it, or what stands over or under it",
			       "the head is %d lines too high for its page: shorten it, or what stands over or under it", (unsigned long)over), over);
}

/* Under a picture that leaves no room for it, a head stands on the next page instead. */
static bool put_off(struct work *w, const struct canvas *v, const struct place *p, double line, const struct head_set *h, int over)
{
	if (over <= 0 || line <= 1 || v->facing || w->t->parallel_manner == PARALLEL_FACING || head_lines(h) > w->c->layout->lines ||
	    (w->part->pages > 0 && (int)w->canvases->len >= w->part->pages) || (!w->part->pages && !may_grow(w)))
		return false;
	g_ptr_array_add(w->late, (gpointer)p);
	return true;
}

static void put_head(struct work *w, struct canvas *v, const struct place *p, double line, bool late)
{
	struct composer *c = w->c;
	struct rect r = grid_area(c->layout, &p->area, 1, 1, v->sheet->right, v->mirror);
	const struct article *a = w->part->articles[p->article - 1];
	struct head_languages langs = head_languages(w, v, p->head, a, r.w);
	struct head_set *h = head_set(c, p->head, a, r.w, p->area.span, &langs);
	int over = lines_too_many(w, v, r, line, head_lines(h));

	if (!late && put_off(w, v, p, line, h, over))
		return;
	if (over > 0)
		report_high_head(w, v, a, h, over);
	plan_article(c, v->sheet, a, 0);
	head_put(c, v->sheet, h, r.x, grid_top(c->layout, line), a->rubric, tag_make(c, ROLE_ARTICLE, NULL, a->lang, a->at));
	obstruct(v, r.x, r.w, line, head_lines(h) + 1, false);
	w->head_page = (int)w->canvases->len;
}

static void place_head(struct work *w, struct canvas *v, const struct place *p)
{
	struct rect r = grid_area(w->c->layout, &p->area, 1, 1, v->sheet->right, v->mirror);
	double line = p->area.line > 0 ? p->area.line : line_under(v, r.x, r.w);
	const struct article *a;

	if (p->article < 1 || (size_t)p->article > w->part->narticles)
		return;
	if (p->area.line > 0 && !is_free(v, r.x, r.w, line, 1))
		line = line_under(v, r.x, r.w);
	a = w->part->articles[p->article - 1];
	/* The pattern stands for further pages, too; of facing pages each has a head of its own. */
	if (g_hash_table_add(w->placed, v->facing ? (gpointer)a->id : (gpointer)a))
		put_head(w, v, p, line, false);
}

/* Heads that found no room on the page before. */
static void place_late(struct work *w, struct canvas *v)
{
	for (guint i = 0; i < w->late->len; i++) {
		const struct place *p = g_ptr_array_index(w->late, i);
		struct rect r = grid_area(w->c->layout, &p->area, 1, 1, v->sheet->right, v->mirror);

		put_head(w, v, p, line_under(v, r.x, r.w), true);
	}
	g_ptr_array_set_size(w->late, 0);
}

/* The section's title, or the magazine's: on one page of the part, and to a reader of the screen no head of it. NULL: it has none, or it stands already. */
static const struct copy *title_of(struct work *w, const struct place *p)
{
	const struct copy *own = w->part->title;
	const char *issue = w->c->issue->title;

	if (p->of_issue)
		return issue && g_hash_table_add(w->placed, (gpointer)p) ? plain_copy(w->c, issue, w->c->issue->lang, w->c->layout->at) : NULL;
	return own && g_hash_table_add(w->placed, (gpointer)own) ? own : NULL;
}

static void place_title(struct work *w, struct canvas *v, const struct place *p)
{
	struct composer *c = w->c;
	struct rect r = grid_area(c->layout, &p->area, 1, 1, v->sheet->right, v->mirror);
	double line = p->area.line > 0 ? p->area.line : line_under(v, r.x, r.w), lines;
	const struct copy *title = title_of(w, p);
	struct text_set t;
	int over;

	if (!title)
		return;
	t = set_copy(c, title, p->style, r.w);
	lines = ceil(t.height / c->layout->leading - 0.01);
	over = lines_too_many(w, v, r, line, lines);
	v->sheet->high_told |= over > 0;
	if (over > 0)
		diag_add_page(c->diag, D_OVERSET, title->at, v->sheet->number,
			      ngettext("the title is %d line too high for its page; shorten it", "the title is %d lines too high for its page; shorten it",
				       (unsigned long)over), over);
	put_set(c, v->sheet, &t, r.x, grid_top(c->layout, line), ink_colour(c, p->style->ink, w->rubric, true),
		p->of_issue ? NULL : tag_make(c, ROLE_H1, NULL, title->lang, title->at));
	obstruct(v, r.x, r.w, line, lines + 2, false);
}

static void place_fill(struct work *w, struct canvas *v, const struct place *p)
{
	struct rect r = grid_fill(w->c->layout, &p->area, v->sheet->right, v->mirror, w->t->mirror);

	sheet_rect(w->c, v->sheet, r, ink_colour(w->c, p->ink, w->rubric, false), p->at);
}

static void add_column(struct work *w, size_t thread, struct canvas *v, Pt x, Pt width, double line, double end, bool balance)
{
	struct column *col;

	if (end - line < MIN_FRAME)
		return;
	col = arena_make(w->c->arena, struct column);
	*col = (struct column){
		.frame = { width, (int)lround((end - line) * TICKS), v->sheet->overset },
		.canvas = v, .x = x, .line = line, .balance = balance,
	};
	g_ptr_array_add(v->facing ? w->threads[thread].facing : w->threads[thread].columns, col);
}

static int by_line(gconstpointer a, gconstpointer b)
{
	const struct obstacle *x = a, *y = b;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* What obstacles leave of one column between two lines. */
static void cut_column(struct work *w, size_t thread, struct canvas *v, Pt x, Pt width, double from, double to, bool balance)
{
	GArray *in = g_array_new(FALSE, FALSE, sizeof(struct obstacle));

	for (guint i = 0; i < v->obstacles->len; i++) {
		const struct obstacle *o = &g_array_index(v->obstacles, struct obstacle, i);
		if (over(o, x, width))
			g_array_append_vals(in, o, 1);
	}
	g_array_sort(in, by_line);
	for (guint i = 0; i < in->len; i++) {
		const struct obstacle *o = &g_array_index(in, struct obstacle, i);
		if (o->line > from)
			add_column(w, thread, v, x, width, from, MIN(o->line, to), balance);
		from = MAX(from, ceil(o->end - 0.01));
	}
	add_column(w, thread, v, x, width, from, to, balance);
	g_array_unref(in);
}

/* Whether columns fill from the right. On facing pages each is in the order of its own languages. */
static bool page_rtl(const struct work *w, const struct canvas *v)
{
	const struct parallel_text *texts[PARALLEL_MAX];
	size_t n = w->t->parallel_manner == PARALLEL_FACING ? parallel_page(w->part->articles[0], v->facing, texts) : 0;
	bool rtl = n > 0;

	for (size_t i = 0; i < n; i++)
		rtl = rtl && texts[i]->rtl;
	return n ? rtl : w->rtl;
}

static void place_columns(struct work *w, struct canvas *v, const struct place *p)
{
	const struct layout *l = w->c->layout;
	struct rect r = grid_area(l, &p->area, 1, 1, v->sheet->right, v->mirror);
	size_t thread = (size_t)p->thread - 1;
	Pt width = (r.w - (p->count - 1) * l->gutter) / p->count;
	double from = p->area.line > 0 ? p->area.line : 1;
	double to = p->area.lines > 0 ? from + p->area.lines : l->lines + 1;

	if (thread >= w->nthreads)
		return;
	for (int i = 0; i < p->count; i++) {
		int nth = page_rtl(w, v) ? p->count - 1 - i : i;
		cut_column(w, thread, v, r.x + nth * (width + l->gutter), width, from, to, p->balance);
	}
}

const struct place *box_place(const struct template *t)
{
	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++)
			if (t->patterns[i].places[k].kind == PLACE_BOX)
				return &t->patterns[i].places[k];
	return NULL;
}

static void lay_out(struct work *w, struct canvas *v, int page)
{
	const struct place *box = box_place(w->t);
	bool last = w->part->pages ? page == w->part->pages : page == 1;
	bool ads = w->part->pages ? last : page == MAX(w->attempt.ad_page, 1);

	/* What stands at the foot comes first, so that columns see it. */
	if (ads && !v->sheet->overset)
		place_ads(w->c, v, w->part->ads, w->part->nads);
	if (last && box && !v->sheet->overset)
		boxes_place(w, v, box);
	if (w->part->rest && page == w->part->jump + 1)
		jump_head(w, v);
	if (!v->sheet->overset)
		place_late(w, v);
	for (size_t i = 0; i < v->pattern->nplaces; i++) {
		const struct place *p = &v->pattern->places[i];

		switch (p->kind) {
		case PLACE_PICTURE: place_picture(w, v, p); break;
		case PLACE_HEAD:    place_head(w, v, p); break;
		case PLACE_TITLE:   place_title(w, v, p); break;
		case PLACE_FILL:    place_fill(w, v, p); break;
		case PLACE_COLUMNS: place_columns(w, v, p); break;
		case PLACE_BOX:     break;
		}
	}
	if (w->part->rest && page == w->part->jump)
		jump_reserve(w, v);
}

struct canvas *canvas_add(struct work *w, bool overset)
{
	struct composer *c = w->c;
	struct canvas *v = arena_make(c->arena, struct canvas);
	int page = (int)w->canvases->len + 1;

	v->sheet = jump_after(w, w->canvases->len) ? jump_sheet(w) : sheet_add(c);
	v->sheet->rubric = w->rubric;
	v->sheet->running = w->part->narticles > 1 && w->part->title ? w->part->title->text : NULL;
	v->pattern = pattern_for(w->t, overset ? MAX_PAGES + 1 : page - plates_before(c, page));
	v->sheet->furniture = v->pattern->furniture;
	if (overset) {
		v->sheet->overset = true;
		v->sheet->number--;
		v->sheet->right = v->sheet->number & 1;
	}
	/* Drawn from the outer edge to the fold, it stays so in every language; else pages begin where their text does. */
	v->mirror = w->t->mirror ? v->sheet->right : w->rtl;
	v->obstacles = g_array_new(FALSE, FALSE, sizeof(struct obstacle));
	g_ptr_array_add(w->canvases, v);
	return v;
}

/* Columns of both pages of a spread fill together: from the lower of their heads to the higher of their feet. */
static void join_columns(struct column *a, struct column *b)
{
	double line = MAX(a->line, b->line), end = MIN(a->line + (double)a->frame.ticks / TICKS, b->line + (double)b->frame.ticks / TICKS);

	a->line = b->line = line;
	a->frame.ticks = b->frame.ticks = MAX((int)lround((end - line) * TICKS), 0);
	a->facing = b;
}

/* Joins the columns of a thread's last two pages, the first of which has those from `from` on. Those that have no counterpart are not filled. */
static void join_pages(struct thread_work *t, guint from)
{
	for (guint i = 0; i < t->facing->len && from + i < t->columns->len; i++)
		join_columns(g_ptr_array_index(t->columns, from + i), g_ptr_array_index(t->facing, i));
	for (guint i = from + t->facing->len; i < t->columns->len; )
		g_ptr_array_remove_index(t->columns, i);
	g_ptr_array_set_size(t->facing, 0);
}

static void lay_out_text(struct work *w, struct canvas *v)
{
	if (w->half)
		place_half(w, v);
	w->laid_out = true;
	lay_out(w, v, (int)w->canvases->len);
}

/* Two pages that face each other. */
static void spread_grow(struct work *w)
{
	guint *from = g_new(guint, w->nthreads);
	struct canvas *v;

	for (size_t k = 0; k < w->nthreads; k++)
		from[k] = w->threads[k].columns->len;
	v = canvas_add(w, false);
	lay_out_text(w, v);
	v = canvas_add(w, false);
	v->facing = true;
	lay_out_text(w, v);
	for (size_t k = 0; k < w->nthreads; k++)
		join_pages(&w->threads[k], from[k]);
	g_free(from);
}

void canvas_grow(struct work *w)
{
	struct canvas *v;

	if (w->t->parallel_manner == PARALLEL_FACING && !plate_at(w->c, (int)w->canvases->len + 1)) {
		spread_grow(w);
		return;
	}
	v = canvas_add(w, false);
	if (!plate_put(w, v, (int)w->canvases->len))
		lay_out_text(w, v);
}

/* Overset text stands in plain columns over the whole live area, whatever the template. */
static void overset_canvas(struct work *w, size_t thread, bool facing)
{
	struct canvas *v = canvas_add(w, true);
	const struct layout *l = w->c->layout;
	struct place p = { .kind = PLACE_COLUMNS, .thread = (int)thread + 1, .count = 3, .area = { .col = 1, .span = l->columns, .line = 1 } };
	char *text = g_strdup_printf(_("overset: this text does not fit the article's pages"));

	sheet_mark(w->c, v->sheet, (struct rect){ l->outer, 20, 200, 14 }, w->part->at, text);
	g_free(text);
	/* Keep the thread's measure, so that lines counted over are lines of its columns. */
	if (w->threads[thread].columns->len) {
		const struct column *first = g_ptr_array_index(w->threads[thread].columns, 0);
		p.count = MAX(1, (int)((layout_span_width(l, l->columns) + l->gutter) / (first->frame.width + l->gutter) + 0.01));
	}
	v->facing = facing;
	place_columns(w, v, &p);
}

void overset_page(struct work *w, size_t thread)
{
	guint from = w->threads[thread].columns->len;

	overset_canvas(w, thread, false);
	if (w->t->parallel_manner != PARALLEL_FACING)
		return;
	overset_canvas(w, thread, true);
	join_pages(&w->threads[thread], from);
}

/* Whether the part may take one page more. */
bool may_grow(const struct work *w)
{
	return w->part->pages == 0 && w->canvases->len < MAX_PAGES &&
	       (w->t->max_pages == 0 || w->canvases->len < (size_t)w->t->max_pages);
}

static bool has_columns(const struct pattern *p, size_t thread)
{
	for (size_t i = 0; i < p->nplaces; i++)
		if (p->places[i].kind == PLACE_COLUMNS && p->places[i].thread == (int)thread + 1)
			return true;
	return false;
}

bool may_grow_for(const struct work *w, size_t thread)
{
	const struct pattern *rest = pattern_for(w->t, MAX_PAGES + 1);
	int page = (int)w->canvases->len + 1;

	page -= plates_before(w->c, page);
	for (size_t i = 0; may_grow(w) && i < w->t->npatterns; i++) {
		const struct pattern *p = &w->t->patterns[i];

		if ((p == rest || p->at >= page) && has_columns(p, thread))
			return true;
	}
	return false;
}
