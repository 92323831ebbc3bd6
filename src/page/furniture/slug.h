/*
 * src/page/furniture/slug.h - the line outside the bleed that says what a sheet is: title
 * and number, page, date; its inks, each in its own; how colours were separated.
 *
 * In      finished pages; the print profile's marks and the name of its output profile
 * Out     pages->margin and each page's slug (page/model.h)
 *
 * In the language, its own words in German or English, so that it does not depend on the machine.
 * What is too long for its half is set smaller, then cut with an ellipsis.
 */
#ifndef ZIVOS_PAGE_FURNITURE_SLUG_H
#define ZIVOS_PAGE_FURNITURE_SLUG_H

struct arena;
struct diag;
struct layout;
struct pages;
struct print_marks;
struct text_tools;

/* Room for the marks, and the slug if they want one. */
void slug_set(struct pages *p, struct arena *a, struct text_tools *t, const struct layout *l,
	      const struct print_marks *m, const char *separation, struct diag *d);

#endif
