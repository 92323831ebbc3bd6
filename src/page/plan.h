/*
 * src/page/plan.h - which article is where, and what room is left: noted while
 * pages are made, read by the flat plan (cli/plan.h).
 *
 * In      sheets while they are filled (page/compose.h), composed parts (page/work.h)
 * Out     struct page_plan, one a page (page/model.h): arena data
 * Units   Pt from the trimmed page's corner; lines are column lines of the grid
 */
#ifndef ZIVOS_PAGE_PLAN_H
#define ZIVOS_PAGE_PLAN_H

#include <stddef.h>
#include "base/geom.h"

struct ad;
struct article;
struct composer;
struct rubric;
struct sheet;
struct work;

enum page_kind { PAGE_ARTICLES, PAGE_COVER, PAGE_CONTENTS, PAGE_AD, PAGE_BLANK };

struct plan_article { const struct article *article; size_t lines; };		/* lines: of its text, on this page */
struct plan_ad { const struct ad *ad; struct rect box; };

struct page_plan {
	enum page_kind kind;
	const struct rubric *rubric;	/* NULL: none */
	struct plan_article *articles;	/* in the order they are met */
	size_t narticles;
	struct plan_ad *ads;
	size_t nads;
	struct rect *room;		/* stretches of columns that stay empty */
	size_t nroom;
	double room_lines, room_chars;	/* what they take together */
};

/* An article stands on a sheet, with so many lines more. */
void plan_article(struct composer *c, struct sheet *s, const struct article *a, size_t lines);
void plan_ad(struct composer *c, struct sheet *s, const struct ad *ad, struct rect box);
/* Everything of a part whose text was poured: where it stands, what its columns have left. */
void plan_part(struct work *w);

#endif
