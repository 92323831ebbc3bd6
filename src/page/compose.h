/*
 * src/page/compose.h - what the modules of the page stage share while pages
 * are being made: the composer, sheets (pages under construction), geometry.
 *
 * Order of work (page/build.c): parts in page order -> templates and flow
 * (page/part.c, page/flow/flow.c) -> furniture, cover, contents. Since page
 * numbers stand in the text, the whole is done again until they hold still.
 */
#ifndef ZIVOS_PAGE_COMPOSE_H
#define ZIVOS_PAGE_COMPOSE_H

#include <glib.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/geom.h"
#include "doc/issue.h"
#include "doc/layout.h"
#include "doc/list.h"
#include "page/build.h"
#include "page/made.h"
#include "page/model.h"
#include "page/plan.h"
#include "para/line.h"
#include "text/shape.h"
#include "text/tools.h"

/* One page while items are still added. */
struct sheet {
	int number;			/* as printed, from 1; overset pages repeat the one before */
	bool right, overset;
	enum furniture furniture;
	const struct rubric *rubric;	/* for running head and thumb tab; NULL: none */
	bool high_told;			/* it was said that something on it is too high (page/edges.h) */
	Pt foot;			/* below it furniture is left out: an advertisement stands there; 0: none does */
	const char *running;		/* text of the running head; NULL: the rubric's name */
	GArray *items;			/* struct item */
	GArray *lines;			/* struct line_note */
	struct page_plan plan;		/* its rubric is set at the end */
	bool kept;			/* a part's, over the passes (page/parts.h): with so many items and lines; what is added when it has joined
					 * the others is each pass's own */
	guint nitems, nlines;
};

struct composer {
	struct arena *arena;
	const struct issue *issue;
	const struct layout *layout;
	struct page_limits least;	/* under which a picture is reported */
	struct text_tools *tools;	/* of the thread that composes */
	struct text_tools *helpers;	/* of each thread of its pool, for texts that are made ahead; NULL: they have parts of their own to compose */
	struct diag *diag;
	GPtrArray *sheets;		/* struct sheet */
	int before;			/* number of the page before the first of them */
	GHashTable *start_of;		/* struct article, struct part (PART_REST) -> GINT_TO_POINTER(page number), this pass */
	GHashTable *apart;		/* struct part (PART_REST) -> GPtrArray of its sheets, this pass */
	GHashTable *known;		/* the same from the pass before, or guessed; NULL: nothing is known yet */
	GHashTable *asked;		/* what was asked of it, and the page that was said (page_known()); NULL: nobody wants to know */
	GArray *bookmarks;		/* struct bookmark */
	struct caches *caches;		/* what stays the same over passes and attempts */
	GArray *spreads;		/* page/figure/spread.h */
	struct plates *plates;		/* of the part being composed (page/figure/plate.h); NULL: none yet */
	bool *filler_used;		/* one an entry of the issue's stock */
	int multiple;			/* what the number of pages is a multiple of */
	Pt rise;			/* of a picture's top over the first baseline beside it: x-height of the text, or its capitals */
	bool refs_used;			/* a page number was asked for */
	struct fit_request *fit;	/* page/fit/fit.h: parts to look into, and what was found */
	struct fitting *fitting;	/* what is being tried; NULL: nothing */
	GPtrArray *tried;		/* attempts at the part (page/attempt.h) */
	bool put_off;			/* fitting was, until page numbers are known */
	bool once;			/* there will be no other pass: what is on its page is not asked for again */
};

/* Sheets, bookmarks and what else it collects; empty. */
void composer_open(struct composer *c);
void composer_clear(struct composer *c);

/* ---- geometry: the grid in Pt from the trimmed page's corner (page/grid.c) ---- */

/* The strip of line n (from 1, fractions allowed): its top; its baseline is BASE_SHARE (doc/layout.h) of the leading lower. */
Pt grid_top(const struct layout *l, double line);
Pt grid_baseline(const struct layout *l, double line);
/* Height of the text's small letters or capitals, as the layout's pictures begin at. */
Pt grid_rise(const struct layout *l, struct text_tools *t);
/* Where a picture from line `line`, `lines` high, stands: from x-height to baseline; into the bleed where the area bleeds. drawn_left:
 * the area is meant for a left page, and mirrored to become a right one. */
struct rect grid_picture(const struct composer *c, const struct area *a, double line, double lines, bool right, bool mirror, bool drawn_left);
/* Where a coloured area stands: the strips of its lines, into the bleed where it says so. */
struct rect grid_fill(const struct layout *l, const struct area *a, bool right, bool mirror, bool drawn_left);
/* Left edge and width of an area's columns. mirror: the page's order of columns is turned round (right-to-left
 * articles, templates drawn for left pages). */
struct rect grid_area(const struct layout *l, const struct area *a, double line, double lines, bool right, bool mirror);

/* ---- sheets (page/sheet.c) ---- */

struct sheet *sheet_add(struct composer *c);
int sheets_last(const struct composer *c);	/* number of the last one */
/* One that stands nowhere yet, made for this page number; and its place after the last one, whatever its number was. */
struct sheet *sheet_apart(struct composer *c, int number);
struct sheet *sheet_join(struct composer *c, struct sheet *s);
void sheet_drop(struct composer *c, struct sheet *s);
/* Its items and lines go; what they were taken from stays. */
void sheet_clear(struct sheet *s);
/* It is kept as it is now, whatever will be added; and is so again. */
void sheet_keep(struct sheet *s);
void sheet_restore(struct sheet *s);
struct colour ink_colour(const struct composer *c, struct ink ink, const struct rubric *r, bool type);
void sheet_rect(struct composer *c, struct sheet *s, struct rect box, struct colour colour, struct src at);
/* The points are copied. stroke 0: filled. */
void sheet_path(struct composer *c, struct sheet *s, const struct point *at, size_t n, bool closed, Pt stroke, struct colour colour, struct src src);
void sheet_picture(struct composer *c, struct sheet *s, const struct picture *p, struct rect box, const struct tag *tag);
/* Reports too few pixels; what cannot be printed is marked in the item. */
void sheet_check_ppi(struct composer *c, struct sheet *s, const struct picture *p, struct item *it);
/* A PDF's page with its trim in the box; beyond the page's edges with its bleed. booked: the trim asked for; misfit: it is not this. */
void sheet_page(struct composer *c, struct sheet *s, const struct picture *p, struct rect box, Pt booked_w, Pt booked_h, bool misfit,
		const struct tag *tag);
void sheet_mark(struct composer *c, struct sheet *s, struct rect box, struct src at, const char *text);
/* A line whose measure starts at x, on the baseline y. Nothing of the line or its text is kept. */
void sheet_line(struct composer *c, struct sheet *s, const struct set_line *l, Pt x, Pt y,
		struct colour colour, const struct tag *tag);
/* The same turned a quarter to the left: it is read from the foot upwards, its measure starts at y, its baseline is x. */
void sheet_line_up(struct composer *c, struct sheet *s, const struct set_line *l, Pt x, Pt y,
		   struct colour colour, const struct tag *tag);
struct tag *tag_make(struct composer *c, enum role role, const struct tag *parent, const char *lang, struct src at);

/* ---- copy set in a measure (page/set.c) ---- */

/*
 * Pages are composed several times: for page numbers (passes), for pictures
 * that give way to text (attempts). Text is shaped and broken once: by copy
 * and style, and by list and measure. Copies with page numbers are shaped anew.
 */
struct caches {
	GHashTable *shaped;		/* copy and style -> shaped text and its hlist */
	GHashTable *settings;		/* page/flow/measures.h */
	struct lists *lists;		/* para/lists.h: hlists are opened to be read */
	struct made made;		/* page/made.h */
	GHashTable *blocks;		/* tables and charts that are set; page/block/data.h */
	struct diag *diag;		/* what shaping found, once */
	struct composer *composer;	/* who asked last: texts are shaped when their lists are opened */
};
struct caches *caches_new(void);
void caches_free(struct caches *k);

struct hlist;
struct text_set {
	const char *lang;
	struct set_line **lines;
	size_t n;
	Pt measure, leading, height;	/* height = n * leading; with what is further: of all */
	const struct style *style;
	bool rtl;
	const struct text_set *further;	/* the same in another language, put with it; or NULL */
	Pt further_x, further_y;	/* its place, from here */
};

/* The style with lines flush at their start: not justified, not centred. The same each time. */
const struct style *style_flush(struct composer *c, const struct style *s);
/* Leading of a style for text in a language: the style's times its script's factor. */
Pt style_leading(const struct style *s, const char *lang);
const struct shaped *shape_copy(struct composer *c, const struct copy *copy, const struct style *s);
/* Between these the text stays, however often it was asked for; when its last holder lets go in the only pass, its memory goes. */
void shape_hold(struct composer *c, const struct copy *copy, const struct style *s);
void shape_release(struct composer *c, const struct copy *copy, const struct style *s);
struct hlist *hlist_copy(struct composer *c, const struct copy *copy, const struct style *s);	/* of shape_copy()'s text, shaped when opened */
struct text_set set_copy(struct composer *c, const struct copy *copy, const struct style *s, Pt width);
/* Width of a copy in one line, less what stands out at both its edges. */
Pt line_width(struct composer *c, const struct copy *copy, const struct style *s);
/* Two copies as one, two spaces between; flags are added to b's runs. Places are kept. */
struct copy *copy_join(struct composer *c, const struct copy *a, const struct copy *b, unsigned flags);
/* A copy made of plain text of the program (labels, numbers), with `at` as its place. */
struct copy *plain_copy(struct composer *c, const char *text, const char *lang, struct src at);
/* A copy in one line of this width, without hyphens: whole, or cut after a sentence, a word or, where a word is wider than the line,
 * a character (page/furniture/teaser.c). */
struct text_set set_one_line(struct composer *c, const struct copy *copy, const struct style *s, Pt width);
/* A copy as one line of plain text, as bookmarks and plans name it: without forced breaks and page numbers. */
const char *copy_one_line(struct arena *a, const struct copy *copy);
/* Puts the lines of t with the strip of its first line starting at y. */
void put_set(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y,
	     struct colour colour, const struct tag *tag);
/* The same upright: the first line's baseline is x, the lines start at y. */
void put_set_up(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y,
		struct colour colour, const struct tag *tag);
/* Reports lines of a paragraph that stick out, or whose spaces are too wide. */
void report_lines(struct composer *c, const struct copy *copy, const struct breaks *b, Pt width);

/* A number in the digits of the language (٣٤ in Arabic), or as the style asks; as lists count (doc/list.h); the number of the page an article
 * stands on, 0 as long as it is not known (page/digits.c). */
uint32_t digits_zero(struct composer *c, const char *lang, const struct style *s);	/* the nought they begin with */
const char *digits_for(struct composer *c, int n, const char *lang, const struct style *s);
const char *counter_for(struct composer *c, enum list_kind kind, int n, const char *lang, const struct style *s);
int page_known(struct composer *c, const void *of);	/* the number of its first page by `known`; 0: none */
const char *page_label(struct composer *c, const struct article *to, const char *lang, const struct style *s);
/* What a reference or a note shows: text/shape.h. */
const char *run_label(void *composer, const struct inline_run *r, const struct style *s);
const char *note_label(void *arena, const struct inline_run *r, const struct style *s);	/* of texts without references, on any thread */

/* ---- parts of pages ---- */

/* Head block (page/block/head.c): its height in grid lines, and putting it with its top at grid line `line`. */
struct head_set;
/* Languages that stand beside each other: their columns, from the left (width 0: not here). n 0: all of the article's under each other; others: so do those
 * that have no column. */
struct head_column { const char *lang; Pt x, width; };
struct head_languages { size_t n; struct head_column column[PARALLEL_MAX]; bool others; };
/* languages NULL: all under each other. */
struct head_set *head_set(struct composer *c, const struct head *h, const struct article *a, Pt width, int span, const struct head_languages *languages);
double head_lines(const struct head_set *h);
/* The part that reaches under so many of its lines; NULL: there is none at all. */
const struct copy *head_copy_at(const struct head_set *h, double line);
void head_put(struct composer *c, struct sheet *s, const struct head_set *h, Pt x, Pt y, const struct rubric *r, const struct tag *tag);

/* Advertisements (page/furniture/advert.c). A PDF stands in the size it was made in, in the middle of its place; one of another size
 * than was booked is scaled to fit, for a look (what it is, the command line says: cli/placed.h). */
struct ad_format advert_format(const struct layout *l, const struct ad *ad);	/* the size booked, nearest to the file's */
void advert_put(struct composer *c, struct sheet *s, const struct ad *ad, struct rect place);

/* The highest filler not used yet that goes into so many lines at this width, as it stands for itself; NULL: none (page/furniture/filler.c). */
const struct picture *filler_fit(struct composer *c, Pt width, double lines);
void filler_take(struct composer *c, const struct picture *p);
/* Pages without text, with a filler as long as there are any, so that the number comes out right. */
void blanks_compose(struct composer *c, int n);

/* The pages of one part (page/part.c); what of one comes after a jump (page/furniture/jump.c). */
void compose_part(struct composer *c, const struct part *p);
void rest_compose(struct composer *c, const struct part *p);
/* Furniture of every sheet, cover and contents (page/furniture/furniture.c, page/furniture/cover.c, page/furniture/contents.c). */
void furniture_put(struct composer *c, struct sheet *s);
void cover_compose(struct composer *c, const struct part *p);
void contents_fill(struct composer *c, const struct part *p, struct sheet *s);

#endif
