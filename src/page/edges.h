/*
 * src/page/edges.h - nothing that is written stands off the page.
 *
 * In      the sheets of the last pass, all of them made
 * Out     where something reaches over a page's foot, overset pages after it that show what would be cut off there;
 *         after an article's last page such that show the pictures it has no place for
 * Units   Pt
 * Errors  words that would be cut off at an edge are an error: no press file is written
 *
 * What is set keeps to its column; what cannot be divided or broken may still
 * reach over its end: a chart higher than the page, a word longer than the
 * line. So whatever put it there, this looks at all of it once, at the end.
 */
#ifndef ZIVOS_PAGE_EDGES_H
#define ZIVOS_PAGE_EDGES_H

struct composer;

enum { EDGES_PAGES = 50 };		/* after one page, at most; what goes on then is said */

void edges_check(struct composer *c);

#endif
