/* src/page/figure/plate.c - which page a picture takes, and its ink. */
#include "page/figure/plate.h"
#include "base/i18n.h"
#include "page/figure/spread.h"

/* ---- where ------------------------------------------------------------------------------- */

static bool has_plate(const struct part *p)
{
	for (size_t i = 0; i < p->narticles; i++)
		for (size_t k = 0; k < p->articles[i]->nblocks; k++) {
			const struct block *b = p->articles[i]->blocks[k];
			enum picture_size size = b->kind == BLOCK_GALLERY ? b->size : b->kind == BLOCK_PICTURE ? b->pictures[0]->size : SIZE_COLUMN;

			if (size == SIZE_PAGE || size == SIZE_SPREAD)
				return true;
		}
	return false;
}

/* Page of the part, from 1, where the text before unit `after` of a thread ends. */
static int mention_page(const struct work *w, const struct thread_work *t, size_t after)
{
	const struct column *col = NULL;

	for (size_t i = 0; i < t->result.n && t->result.stands[i].unit < after; i++)
		col = thread_column(t, t->result.stands[i].frame);
	for (guint i = 0; col && i < w->canvases->len; i++)
		if (work_canvas(w, i) == col->canvas)
			return (int)i + 1;
	return 1;
}

struct search {
	struct plates *found;
	int first;			/* number of the part's first page */
	int pages;			/* of the part; 0: any */
	int next, inserted;		/* page from which on there is room; pages of plates so far */
	int text;			/* pages of the text without plates */
};

static bool faces(const struct search *s, int page)
{
	return (s->first + page - 1) % 2 == 0;
}

/* Page for a plate that is wanted from `page` on; 0: there is none. One page at least stays the text's. */
static int page_for(const struct search *s, int page, bool spread)
{
	int need = spread ? 2 : 1, p = MAX(page, s->next);

	if (s->found->n == PLATES_MOST || (s->pages && s->inserted + need >= s->pages))
		return 0;
	while (spread && !faces(s, p))
		p++;
	/* No page stays empty to wait for it. */
	if (p > s->text + s->inserted + 1)
		return 0;
	while (s->pages && p + need - 1 > s->pages && p >= s->next)
		p -= need;
	return p >= s->next ? p : 0;
}

/* It stands in the text, then. */
static void demote(struct composer *c, struct search *s, const struct floating *f)
{
	diag_add(c->diag, floating_size(f) == SIZE_SPREAD ? D_PICTURE_SPREAD : D_PICTURE_NARROW, floating_at(f),
		 _("the article has no page left that this picture could take for itself; it is set over all columns. Give the article more pages"));
	for (size_t i = 0; i < f->npictures; i++)
		g_hash_table_add(s->found->demoted, (gpointer)f->pictures[i]);
}

static void add_plate(struct composer *c, struct search *s, const struct floating *f, int mention)
{
	int wanted = (f->after == 0 ? mention : mention + 1) + s->inserted;
	struct plate plate = { .figure = *f, .spread = floating_size(f) == SIZE_SPREAD };

	plate.page = page_for(s, wanted, plate.spread);
	if (!plate.page && plate.spread) {
		plate.spread = false;
		plate.page = page_for(s, wanted, false);
		if (plate.page)
			diag_add(c->diag, D_PICTURE_SPREAD, floating_at(f),
				 _("a picture over two pages begins on a left page, and here there is none with a right one after it; it is set on one page. Give the article more pages, or start it on the other side"));
	}
	if (!plate.page) {
		demote(c, s, f);
		return;
	}
	s->found->plate[s->found->n++] = plate;
	s->next = plate.page + (plate.spread ? 2 : 1);
	s->inserted += plate.spread ? 2 : 1;
}

bool plate_taken(const struct composer *c, const struct floating *f)
{
	return floating_is_plate(f) && !(c->plates && c->plates->demoted && f->npictures && g_hash_table_contains(c->plates->demoted, f->pictures[0]));
}

static bool is_free_of_places(const struct work *w, const struct floating *f)
{
	for (size_t i = 0; i < f->npictures; i++)
		if (g_hash_table_contains(w->placed, f->pictures[i]))
			return false;
	return f->npictures > 0;
}

static void drop_table(void *table)
{
	g_hash_table_unref(table);
}

void plates_find(struct composer *c, const struct part *p)
{
	struct diag *real = c->diag;
	struct search s = { .found = arena_make(c->arena, struct plates), .pages = p->pages, .next = 1 };
	struct work w;

	c->plates = s.found;
	if (!has_plate(p))
		return;
	s.found->demoted = g_hash_table_new(NULL, NULL);
	arena_defer(c->arena, drop_table, s.found->demoted);
	c->diag = diag_new();
	work_open(&w, c, p, (struct attempt){ .shrink = 0 }, false);
	diag_free(c->diag);
	c->diag = real;
	s.text = w.text_pages;
	s.first = work_canvas(&w, 0)->sheet->number;
	/* They were left out: now they are found, one thread after the other. */
	for (size_t k = 0; k < w.nthreads; k++)
		for (guint i = 0; i < w.threads[k].units.floats->len; i++) {
			const struct floating *f = &g_array_index(w.threads[k].units.floats, struct floating, i);

			if (floating_is_plate(f) && is_free_of_places(&w, f))
				add_plate(c, &s, f, mention_page(&w, &w.threads[k], f->after));
		}
	work_close(&w, true);
}

static const struct plate *plate_on(const struct composer *c, int page)
{
	for (size_t i = 0; c->plates && i < c->plates->n; i++)
		if (page >= c->plates->plate[i].page && page <= c->plates->plate[i].page + c->plates->plate[i].spread)
			return &c->plates->plate[i];
	return NULL;
}

bool plate_at(const struct composer *c, int page)
{
	return plate_on(c, page) != NULL;
}

int plates_before(const struct composer *c, int page)
{
	int n = 0;

	for (size_t i = 0; c->plates && i < c->plates->n; i++)
		if (c->plates->plate[i].page < page)
			n += c->plates->plate[i].spread ? 2 : 1;
	return n;
}

int plates_end(const struct composer *c)
{
	const struct plate *last = c->plates && c->plates->n ? &c->plates->plate[c->plates->n - 1] : NULL;

	return last ? last->page + last->spread : 0;
}

/* ---- ink --------------------------------------------------------------------------------- */

/* All of the paper, and the bleed. */
static struct rect whole_page(const struct layout *l)
{
	return (struct rect){ -l->bleed, -l->bleed, l->width + 2 * l->bleed, l->height + 2 * l->bleed };
}

static const struct figure *plate_figure(struct work *w, const struct plate *p, bool bleeds, double lines)
{
	const struct layout *l = w->c->layout;
	struct figure_wish wish = { .width = layout_span_width(l, l->columns), .lines = lines, .most = l->lines, .bleeds = bleeds,
				    .at = bleeds ? CAPTION_OVER : l->rules.caption };

	return figure_new(w->c, w->t, &p->figure, &wish);
}

/* A gallery keeps to the live area, and leaves room for its caption. */
static void put_gallery(struct work *w, struct canvas *v, const struct plate *p)
{
	const struct layout *l = w->c->layout;
	const struct figure *f = plate_figure(w, p, false, l->lines);

	if (figure_lines(f) > l->lines)
		f = plate_figure(w, p, false, l->lines - f->below);
	figure_put(w->c, v->sheet, f, layout_column_x(l, 1, v->sheet->right), 1, w->tag);
}

/* Where the words stand of a picture that fills the page. */
static void put_words(struct work *w, struct canvas *v, const struct plate *p, const struct tag *figure)
{
	const struct layout *l = w->c->layout;

	figure_put_words(w->c, v->sheet, plate_figure(w, p, true, l->lines), whole_page(l), layout_column_x(l, 1, v->sheet->right), figure);
}

static void put_page(struct work *w, struct canvas *v, const struct plate *p)
{
	const char *lang = p->figure.article->lang;

	v->sheet->furniture = FURNITURE_NONE;
	put_words(w, v, p, picture_put(w->c, v->sheet, p->figure.pictures[0], whole_page(w->c->layout), w->tag, lang));
}

/* The words stand on the page that is read last. */
static void put_half(struct work *w, struct canvas *v, const struct plate *p, bool left)
{
	const struct layout *l = w->c->layout;
	struct rect page = whole_page(l);
	const struct picture *pic = p->figure.pictures[0];
	struct tag *tag;

	v->sheet->furniture = FURNITURE_NONE;
	if (left) {
		tag = tag_make(w->c, ROLE_FIGURE, w->tag, p->figure.article->lang, pic->at);
		tag->alt = pic->alt;
		spread_begin(w->c, v->sheet, pic, page.x, page.y, page.h, tag);
		w->half_tag = tag;
	} else {
		spread_end(w->c, v->sheet);
	}
	if (left == p->figure.article->rtl)
		put_words(w, v, p, w->half_tag);
}

bool plate_put(struct work *w, struct canvas *v, int page)
{
	const struct plate *p = plate_on(w->c, page);

	if (!p)
		return false;
	if (p->figure.npictures > 1)
		put_gallery(w, v, p);
	else if (p->spread)
		put_half(w, v, p, page == p->page);
	else
		put_page(w, v, p);
	return true;
}
