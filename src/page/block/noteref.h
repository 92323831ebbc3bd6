/*
 * src/page/block/noteref.h - the number of a note leads to the note, and the note's back to its place in the text.
 *
 * In      finished pages whose runs say which note's number they are (page/model.h)
 * Out     page and height that each of them leads to; a note without its other number stays without
 */
#ifndef ZIVOS_PAGE_BLOCK_NOTEREF_H
#define ZIVOS_PAGE_BLOCK_NOTEREF_H

struct pages;

void noterefs_link(struct pages *p);

#endif
